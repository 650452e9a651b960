//! Where words are found in a meeting, in so far as it counts.

use super::Spot;
use crate::model::TextKind;

/// Where words are found: what tells one weight from another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Title,
    Quote,
    Summary,
    Background,
    Outcome,
    /// A role, or a note on an issue or a quote.
    Note,
    Person,
    Issue,
    Kind,
    Venue,
    Source,
    PersonNote,
}

impl Place {
    /// Where a text of a kind stands.
    pub fn of_kind(kind: TextKind) -> Self {
        match kind {
            TextKind::Title => Self::Title,
            TextKind::Quote => Self::Quote,
            TextKind::Summary => Self::Summary,
            TextKind::Background => Self::Background,
            TextKind::Outcome => Self::Outcome,
            TextKind::Note => Self::Note,
        }
    }

    /// Where a text stands that a meeting has of its own.
    pub fn of(spot: Spot) -> Self {
        match spot {
            Spot::Title => Self::Title,
            Spot::Quote(..) => Self::Quote,
            Spot::Summary => Self::Summary,
            Spot::Background => Self::Background,
            Spot::Outcome(_) => Self::Outcome,
            _ => Self::Note,
        }
    }

    /// How much it says that words were found there.
    pub fn weight(self) -> u8 {
        match self {
            Self::Title => 12,
            Self::Person => 11,
            Self::Issue => 10,
            Self::Kind => 9,
            Self::Venue => 8,
            Self::Quote => 7,
            Self::Summary => 6,
            Self::Background => 5,
            Self::Outcome => 4,
            Self::Note => 3,
            Self::Source => 2,
            Self::PersonNote => 1,
        }
    }
}
