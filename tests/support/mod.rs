//! What several test files build on.

#![allow(dead_code, reason = "each test file uses a part of it")]

use readout::date::When;
use readout::model::{Dataset, EventHead, Kind, KindIx};

/// A dataset of summits on these dates, called "Talks 0", "Talks 1" and so on.
pub fn dataset_on(dates: &[&str]) -> Dataset {
    let mut dataset = Dataset::default();
    dataset.kinds.push(Kind::from_word("summit", 0));
    for (number, date) in dates.iter().enumerate() {
        dataset.events.push(EventHead {
            id: format!("talks-{number}").into(),
            title: format!("Talks {number}").into(),
            when: When::parse_start(date).expect("a date of the test"),
            kind: KindIx(0),
            country: "".into(),
            issues: Box::default(),
            people: Box::default(),
            speakers: Box::default(),
            place: None,
            quote_count: 0,
            features: readout::model::Features::default(),
            accounts: Box::default(),
            has_third_party: false,
            follows: Box::default(),
            text: 0..0,
        });
    }
    dataset.index();
    dataset
}
