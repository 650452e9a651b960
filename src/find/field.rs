//! The fields that a query may ask for.

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
            Self::Issue => "Issue",
            Self::Group => "Issue group",
            Self::Raised => "Raised by",
            Self::Stance => "Stance",
            Self::Person => "Person",
            Self::Speaker => "Speaker",
            Self::Side => "Side",
            Self::Kind => "Kind",
            Self::Place => "Place",
            Self::Country => "Country",
            Self::Rendering => "Rendering",
            Self::Account => "Account",
            Self::Year => "Date",
            Self::Has => "Has",
        }
    }

    /// What the field asks, in a few words.
    pub fn meaning(self) -> &'static str {
        match self {
            Self::Issue => "an issue that came up",
            Self::Group => "a group of issues",
            Self::Raised => "the side that raised an issue",
            Self::Stance => "how the sides stood on an issue",
            Self::Person => "who took part or is quoted",
            Self::Speaker => "who is quoted",
            Self::Side => "the side of somebody there",
            Self::Kind => "the kind of meeting",
            Self::Place => "where, by name",
            Self::Country => "where, by country code",
            Self::Rendering => "how a wording came about",
            Self::Account => "whose own account is a source",
            Self::Year => "a year, date or range, such as 1998..2001",
            Self::Has => "what the record holds",
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
            Self::Quotes => "quotes",
            Self::Original => "original wording beside a translation",
            Self::Variants => "variants of a wording",
            Self::Outcomes => "outcomes",
            Self::Background => "background",
            Self::Follows => "a meeting that it follows",
            Self::Followed => "a meeting that follows it",
        }
    }
}
