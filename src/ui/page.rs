//! What the middle of the window shows.

use crate::model::{EventIx, IssueIx, PersonIx};

/// A page: what stands in the middle of the window, alone or under the timeline.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum Page {
    /// The timeline alone.
    #[default]
    Timeline,
    /// All meetings that match, as a table.
    List,
    /// Who raised what: issues by meetings, years or periods.
    Matrix,
    /// How often they met, and how long they did not.
    Cadence,
    /// An issue through all meetings.
    Thread(IssueIx),
    /// A person, or what several have in common.
    People(Vec<PersonIx>),
    /// What each side's own account says of a meeting.
    Accounts(EventIx),
    /// Meetings side by side, in the order of time.
    Compare(Vec<EventIx>),
}
