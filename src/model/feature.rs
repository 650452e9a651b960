//! What a meeting's record holds, in short: so much can be asked of all meetings
//! without reading them in full.

use super::event::{Event, Rendering};

/// Something that a meeting's record may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Feature {
    /// A quote.
    Quotes,
    /// A quote with its words in the speaker's language beside a translation.
    Original,
    /// A quote that other sources word otherwise.
    Variants,
    /// What came of the meeting.
    Outcomes,
    /// What led to it.
    Background,
    /// A wording as it was spoken.
    Spoken,
    /// A wording of an interpreter or an official translation.
    Interpreted,
    /// A wording of a news report.
    Reported,
}

impl Feature {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Quotes,
        Self::Original,
        Self::Variants,
        Self::Outcomes,
        Self::Background,
        Self::Spoken,
        Self::Interpreted,
        Self::Reported,
    ];

    /// The feature of having a wording of this rendering.
    pub fn of_rendering(rendering: Rendering) -> Self {
        match rendering {
            Rendering::Spoken => Self::Spoken,
            Rendering::Interpreted => Self::Interpreted,
            Rendering::Reported => Self::Reported,
        }
    }
}

/// The features of a meeting's record.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Features(u8);

impl Features {
    /// Those of a meeting in full. A rendering counts wherever it occurs: in a quote's
    /// main wording, its original or a variant.
    pub fn of(event: &Event) -> Self {
        let mut features = Self::default();
        let mut set = |feature, is_there: bool| {
            if is_there {
                features.insert(feature);
            }
        };
        set(Feature::Quotes, !event.quotes.is_empty());
        set(Feature::Outcomes, !event.outcomes.is_empty());
        set(Feature::Background, event.background.as_deref().is_some_and(|text| !text.is_empty()));
        for quote in &event.quotes {
            set(Feature::Original, quote.original.is_some());
            set(Feature::Variants, !quote.variants.is_empty());
            for rendering in quote.wordings().filter_map(|wording| wording.rendering) {
                set(Feature::of_rendering(rendering), true);
            }
        }
        features
    }

    /// Adds a feature.
    pub fn insert(&mut self, feature: Feature) {
        self.0 |= 1 << feature as u8;
    }

    /// Whether a feature is there.
    pub fn contains(self, feature: Feature) -> bool {
        self.0 & (1 << feature as u8) != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_feature_stands_for_itself() {
        for one in Feature::ALL {
            let mut features = Features::default();
            features.insert(one);
            for other in Feature::ALL {
                assert_eq!(features.contains(other), one == other);
            }
        }
    }
}
