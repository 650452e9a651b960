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

/// What a page shows, whatever it is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum PageKind {
    /// [`Page::Timeline`]
    Timeline,
    /// [`Page::List`]
    List,
    /// [`Page::Matrix`]
    Matrix,
    /// [`Page::Cadence`]
    Cadence,
    /// [`Page::Thread`]
    Thread,
    /// [`Page::People`]
    People,
    /// [`Page::Accounts`]
    Accounts,
    /// [`Page::Compare`]
    Compare,
}

impl Page {
    /// What it shows.
    pub fn kind(&self) -> PageKind {
        match self {
            Self::Timeline => PageKind::Timeline,
            Self::List => PageKind::List,
            Self::Matrix => PageKind::Matrix,
            Self::Cadence => PageKind::Cadence,
            Self::Thread(_) => PageKind::Thread,
            Self::People(_) => PageKind::People,
            Self::Accounts(_) => PageKind::Accounts,
            Self::Compare(_) => PageKind::Compare,
        }
    }
}

impl PageKind {
    /// Whether the timeline stands over it, unless one has chosen otherwise: where a
    /// page follows something through time.
    pub fn has_timeline_at_first(self) -> bool {
        match self {
            Self::Timeline | Self::Cadence | Self::Thread | Self::People => true,
            Self::List | Self::Matrix | Self::Accounts | Self::Compare => false,
        }
    }
}
