//! The fields that a query may ask for.

use crate::tr;

/// A field of the search box, as in `issue:taiwan`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    /// An issue came up.
    Issue,
    /// An issue of this group came up.
    Group,
    /// A side raised an issue.
    Raised,
    /// How the sides stood on an issue.
    Stance,
    /// Somebody took part or is quoted.
    Person,
    /// Somebody is quoted.
    Speaker,
    /// Somebody of this side took part or is quoted.
    Side,
    /// What kind of meeting.
    Kind,
    /// Where, by the name of the place.
    Place,
    /// Where, by the code of the country.
    Country,
    /// A wording came about in this way.
    Rendering,
    /// Whose own account is among the sources.
    Account,
    /// It may have been then.
    Year,
    /// The record holds such a thing.
    Has,
}

impl Field {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 14] = [
        Self::Issue,
        Self::Person,
        Self::Speaker,
        Self::Side,
        Self::Kind,
        Self::Year,
        Self::Place,
        Self::Raised,
        Self::Stance,
        Self::Rendering,
        Self::Account,
        Self::Has,
        Self::Country,
        Self::Group,
    ];

    /// The field's word in a query.
    pub fn word(self) -> &'static str {
        match self {
            Self::Issue => "issue",
            Self::Group => "group",
            Self::Raised => "raised",
            Self::Stance => "stance",
            Self::Person => "person",
            Self::Speaker => "speaker",
            Self::Side => "side",
            Self::Kind => "kind",
            Self::Place => "place",
            Self::Country => "country",
            Self::Rendering => "rendering",
            Self::Account => "account",
            Self::Year => "year",
            Self::Has => "has",
        }
    }

    /// The field's name for people, as before the value on a chip.
    pub fn title(self) -> &'static str {
        match self {
            Self::Issue => tr!("find-issue"),
            Self::Group => tr!("find-group"),
            Self::Raised => tr!("find-raised"),
            Self::Stance => tr!("find-stance"),
            Self::Person => tr!("find-person"),
            Self::Speaker => tr!("find-speaker"),
            Self::Side => tr!("find-side"),
            Self::Kind => tr!("find-kind"),
            Self::Place => tr!("find-place"),
            Self::Country => tr!("find-country"),
            Self::Rendering => tr!("find-rendering"),
            Self::Account => tr!("find-account"),
            Self::Year => tr!("find-year"),
            Self::Has => tr!("find-has"),
        }
    }

    /// The heading of the field's values.
    pub fn heading(self) -> &'static str {
        match self {
            Self::Issue => tr!("find-issue.heading"),
            Self::Group => tr!("find-group.heading"),
            Self::Raised => tr!("find-raised.heading"),
            Self::Stance => tr!("find-stance.heading"),
            Self::Person => tr!("find-person.heading"),
            Self::Speaker => tr!("find-speaker.heading"),
            Self::Side => tr!("find-side.heading"),
            Self::Kind => tr!("find-kind.heading"),
            Self::Place => tr!("find-place.heading"),
            Self::Country => tr!("find-country.heading"),
            Self::Rendering => tr!("find-rendering.heading"),
            Self::Account => tr!("find-account.heading"),
            Self::Year => tr!("find-year.heading"),
            Self::Has => tr!("find-has.heading"),
        }
    }

    /// What the field asks, in a few words.
    pub fn meaning(self) -> &'static str {
        match self {
            Self::Issue => tr!("find-issue.meaning"),
            Self::Group => tr!("find-group.meaning"),
            Self::Raised => tr!("find-raised.meaning"),
            Self::Stance => tr!("find-stance.meaning"),
            Self::Person => tr!("find-person.meaning"),
            Self::Speaker => tr!("find-speaker.meaning"),
            Self::Side => tr!("find-side.meaning"),
            Self::Kind => tr!("find-kind.meaning"),
            Self::Place => tr!("find-place.meaning"),
            Self::Country => tr!("find-country.meaning"),
            Self::Rendering => tr!("find-rendering.meaning"),
            Self::Account => tr!("find-account.meaning"),
            Self::Year => tr!("find-year.meaning"),
            Self::Has => tr!("find-has.meaning"),
        }
    }

    /// The field that a word stands for, whatever its case; `date` is `year`.
    pub fn from_word(word: &str) -> Option<Self> {
        if word.eq_ignore_ascii_case("date") {
            return Some(Self::Year);
        }
        Self::ALL.into_iter().find(|field| field.word().eq_ignore_ascii_case(word))
    }

    /// Whether the field is asked of an issue at a meeting, together with the other
    /// fields that are: all of one mention.
    pub fn is_of_mention(self) -> bool {
        matches!(self, Self::Issue | Self::Group | Self::Raised | Self::Stance)
    }
}

/// What a record may hold, to be asked for with `has:`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Has {
    /// A quote.
    Quotes,
    /// A quote in the speaker's language beside a translation.
    Original,
    /// A quote that other sources word otherwise.
    Variants,
    /// What came of the meeting.
    Outcomes,
    /// What led to it.
    Background,
    /// A meeting that it follows.
    Follows,
    /// A meeting that follows it.
    Followed,
}

impl Has {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Quotes,
        Self::Original,
        Self::Variants,
        Self::Outcomes,
        Self::Background,
        Self::Follows,
        Self::Followed,
    ];

    /// Its word in a query.
    pub fn word(self) -> &'static str {
        match self {
            Self::Quotes => "quotes",
            Self::Original => "original",
            Self::Variants => "variants",
            Self::Outcomes => "outcomes",
            Self::Background => "background",
            Self::Follows => "follows",
            Self::Followed => "followed",
        }
    }

    /// Its name for people.
    pub fn label(self) -> &'static str {
        match self {
            Self::Quotes => tr!("find-has-quotes"),
            Self::Original => tr!("find-has-original"),
            Self::Variants => tr!("find-has-variants"),
            Self::Outcomes => tr!("find-has-outcomes"),
            Self::Background => tr!("find-has-background"),
            Self::Follows => tr!("find-has-follows"),
            Self::Followed => tr!("find-has-followed"),
        }
    }
}
