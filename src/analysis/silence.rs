//! Stretches without a meeting: how long nobody met, or an issue did not come up.

use crate::date::When;
use crate::date::gap::{Between, between};
use crate::model::{Dataset, EventIx};

/// A stretch between two meetings of a series in which there is none of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Silence {
    /// The meeting after which it begins: of those before, the one that ended last.
    pub after: EventIx,
    /// The meeting that ends it.
    pub before: EventIx,
    /// The position of the latter in its series.
    pub pos: usize,
    /// How long it is, never more precise than the dates.
    pub length: Between,
    /// How many other meetings stand between the two in the order of time.
    pub others: usize,
}

/// Finds the silences of a series that is given in the order of time.
///
/// A silence begins after the meeting that may have ended last, not after the one
/// before in the list: a meeting of "2012" may have been after one of May 2012. A
/// meeting without a known end leaves open whether there was any silence after it.
#[derive(Clone, Debug, Default)]
pub(super) struct Silences {
    /// How many meetings of the series came so far.
    count: usize,
    last: Option<Last>,
}

/// The meeting that may have ended last.
#[derive(Clone, Debug)]
struct Last {
    event: EventIx,
    when: When,
    /// Its positions in the series and among all meetings.
    pos: usize,
    among_all: usize,
}

impl Silences {
    /// Takes the next meeting of the series, and tells the silence before it, if it is
    /// certain that there was one. `among_all` counts all meetings that are walked.
    pub(super) fn next(
        &mut self,
        dataset: &Dataset,
        event: EventIx,
        among_all: usize,
    ) -> Option<Silence> {
        let when = dataset.event(event)?.when;
        let pos = self.count;
        self.count += 1;
        let silence = self.last.as_ref().and_then(|last| {
            let between_all = among_all.saturating_sub(last.among_all + 1);
            Some(Silence {
                after: last.event,
                before: event,
                pos,
                length: between(&last.when, when)?,
                others: between_all.saturating_sub(pos - last.pos - 1),
            })
        });
        if self.last.as_ref().is_none_or(|last| ends_later(&last.when, when)) {
            self.last = Some(Last { event, when: *when, pos, among_all });
        }
        silence
    }
}

/// Whether `other` may have ended last, or ended on the same day and is better known.
fn ends_later(one: &When, other: &When) -> bool {
    if one.open_end() {
        return false;
    }
    let (one, other_span) = (one.span(), other.span());
    other.open_end() || (other_span.end, other_span.start) >= (one.end, one.start)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Draft, Kept};

    fn dataset(dates: &[&str]) -> Dataset {
        let mut dataset = Dataset::default();
        for date in dates {
            let when = When::parse_start(date).expect("a date of the test");
            let when = dataset.events.add_when(when);
            let title = Kept::Own(date);
            dataset.events.push(&Draft { title, ..Draft::new(when) });
        }
        dataset.index();
        dataset
    }

    fn silences(dates: &[&str]) -> Vec<String> {
        let dataset = dataset(dates);
        let mut silences = Silences::default();
        let all = dataset.by_time().iter().enumerate();
        all.filter_map(|(pos, ix)| silences.next(&dataset, *ix, pos))
            .map(|silence| {
                let id = |ix: EventIx| dataset.event(ix).expect("it is there").title;
                format!("{} to {}: {}", id(silence.after), id(silence.before), silence.length.words)
            })
            .collect()
    }

    #[test]
    fn a_silence_begins_after_the_meeting_that_may_have_ended_last() {
        assert_eq!(
            silences(&["2012", "2012-03-05", "2013-08-01"]),
            ["2012 to 2013-08-01: between 7 months and 2 years"]
        );
        assert_eq!(
            silences(&["2012", "2012-12-31", "2013-08-01"]),
            ["2012-12-31 to 2013-08-01: 7 months 1 day"]
        );
    }

    #[test]
    fn after_a_meeting_without_a_known_end_nothing_is_said() {
        assert!(silences(&["2012/..", "2014-01-01", "2018-01-01"]).is_empty());
        assert_eq!(silences(&["2010-01-01", "2012-01-01/", "2014-01-01"]).len(), 1);
    }

    #[test]
    fn others_are_those_outside_of_the_series() {
        let dataset = dataset(&["2001-01-01", "2002-01-01", "2003-01-01", "2004-01-01"]);
        let mut silences = Silences::default();
        assert_eq!(silences.next(&dataset, EventIx(0), 0), None);
        let silence = silences.next(&dataset, EventIx(3), 3).expect("three years");
        assert_eq!((silence.pos, silence.others), (1, 2));
    }
}
