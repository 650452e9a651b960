//! Where words are found in a meeting, in so far as it counts.

use super::Spot;

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
    /// Where texts stand that a meeting has of its own, by their codes.
    const OWN: [Self; 6] =
        [Self::Title, Self::Quote, Self::Summary, Self::Background, Self::Outcome, Self::Note];

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

    /// A number below eight for each place of a meeting's own texts.
    pub fn code(self) -> u32 {
        self as u32
    }

    /// The place of a number.
    pub fn from_code(code: u32) -> Self {
        Self::OWN.get(code as usize).copied().unwrap_or(Self::Note)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_places_of_own_texts_have_their_numbers() {
        for place in Place::OWN {
            assert!(place.code() < 8);
            assert_eq!(Place::from_code(place.code()), place);
        }
    }
}
