//! Who raised what, both accounts, meetings side by side: hand-counted on the bundled
//! dataset, and laws on made-up ones.

mod accounts;
mod comparison;
mod laws;
mod matrix;

use readout::analysis::accounts::Accounts;
use readout::analysis::matrix::{Matrix, MatrixChoice};
use readout::load::{Document, Job, read_static};
use readout::model::{EventIx, EventSet, IssueIx, SideIx};

const BUNDLED: &str = include_str!("../../../assets/us-china-meetings.readout.json");
const US: SideIx = SideIx(0);
const CHINA: SideIx = SideIx(1);

fn open(text: &'static str) -> Document {
    read_static(text, &Job::new()).expect("it opens")
}

fn made_up(text: String) -> Document {
    open(Box::leak(text.into_boxed_str()))
}

fn event(document: &Document, id: &str) -> EventIx {
    document.dataset().event_with_id(id).expect("there is such a meeting")
}

fn accounts_of(document: &Document, id: &str) -> Accounts {
    let read = document.event(event(document, id)).expect("it is of this document");
    Accounts::new(document.dataset(), &read)
}

fn matrix(document: &Document, choice: MatrixChoice) -> Matrix {
    let all = EventSet::all(document.dataset().events.len());
    Matrix::new(document.dataset(), &all, choice, &|| false).expect("nobody cancels")
}

fn issue(document: &Document, id: &str) -> IssueIx {
    let issues = &document.dataset().issues;
    IssueIx::from_pos(issues.iter().position(|issue| issue.id == id).expect("such an issue"))
}

/// The tables of a made-up dataset of two sides.
const TWO_SIDES: &str = r#""sides": {"a": {"name": "Aland"}, "b": {"name": "Bland"}},
    "people": {"p": {"name": "Person 7", "side": "a"}, "q": {"name": "Person 8", "side": "b"}},
    "sources": {"sa": {"side": "a"}, "sb": {"side": "b"}, "t": {}}"#;
