//! What several files of tests build on.

pub mod naive;

use readout::date::When;
use readout::model::{Dataset, Draft, IdIndex, Kept, Kind, KindIx};

/// A dataset of summits on these dates, called "Talks 0", "Talks 1" and so on.
pub fn dataset_on(dates: &[&str]) -> Dataset {
    let of_kind = dates.iter().map(|date| (*date, "summit"));
    dataset_of(&of_kind.collect::<Vec<_>>())
}

/// A dataset of meetings on these dates and of these kinds, called "Talks 0", "Talks 1" and
/// so on.
pub fn dataset_of(meetings: &[(&str, &str)]) -> Dataset {
    let mut dataset = Dataset::default();
    for (number, (date, kind)) in meetings.iter().enumerate() {
        let known = dataset.kinds.iter().position(|known| known.id == *kind);
        let kind = KindIx::from_pos(known.unwrap_or_else(|| {
            dataset.kinds.push(Kind::from_word(kind, 0));
            dataset.kinds.len() - 1
        }));
        let when = When::parse_start(date).expect("a date of the test");
        let when = dataset.events.add_when(when);
        let (id, title) = (format!("talks-{number}"), format!("Talks {number}"));
        let draft =
            Draft { id: Kept::Own(&id), title: Kept::Own(&title), kind, ..Draft::new(when) };
        dataset.events.push(&draft);
    }
    dataset.ids = IdIndex::of(&dataset.events);
    dataset.index();
    dataset
}
