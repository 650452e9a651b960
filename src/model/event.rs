//! A meeting in full, as its pane shows it.

use super::ids::{IssueIx, KindIx, PersonIx, SideIx, SourceIx};
use crate::date::When;
use crate::tr;

/// A meeting with everything that its file says of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Its id, or one made of date and title.
    pub id: String,
    /// Its title.
    pub title: String,
    /// When it took place.
    pub when: When,
    /// What kind of meeting.
    pub kind: KindIx,
    /// Where.
    pub place: Option<Place>,
    /// Who took part.
    pub participants: Vec<Participant>,
    /// What happened, in the editors' words.
    pub summary: Option<String>,
    /// What led to it.
    pub background: Option<String>,
    /// What was talked about.
    pub issues: Vec<Mention>,
    /// What was said.
    pub quotes: Vec<Quote>,
    /// What came of it.
    pub outcomes: Vec<Outcome>,
    /// The ids of the events that it follows, as the file has them.
    pub follows: Vec<String>,
    /// Where all this is known from.
    pub sources: Vec<SourceIx>,
}

impl Event {
    /// All sources that it refers to, as often as it does: its own, then those of its
    /// mentions of issues, of the wordings of its quotes, and of its outcomes.
    pub fn all_sources(&self) -> impl Iterator<Item = SourceIx> {
        let mentions = self.issues.iter().flat_map(|mention| &mention.sources);
        let wordings = self.quotes.iter().flat_map(Quote::wordings);
        let outcomes = self.outcomes.iter().flat_map(|outcome| &outcome.sources);
        let listed = self.sources.iter().chain(mentions).copied();
        listed.chain(wordings.filter_map(|wording| wording.source)).chain(outcomes.copied())
    }
}

/// Where a meeting took place.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Place {
    /// Its name.
    pub name: Option<String>,
    /// The country's code, as the file has it (ISO 3166-1 alpha-2).
    pub country: Option<String>,
    /// Latitude in degrees, −90 to 90.
    pub lat: Option<f64>,
    /// Longitude in degrees, −180 to 180.
    pub lon: Option<f64>,
}

/// Somebody who took part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Participant {
    /// Who.
    pub person: PersonIx,
    /// In which role, then.
    pub role: Option<String>,
}

/// An issue that came up at a meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Which issue.
    pub issue: IssueIx,
    /// The sides that a source says raised it; empty where no source says.
    pub raised_by: Vec<SideIx>,
    /// How the sides stood on it.
    pub stance: Stance,
    /// A note for the reader.
    pub note: Option<String>,
    /// Where that is known from.
    pub sources: Vec<SourceIx>,
}

/// How the sides stood on an issue.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Stance {
    /// They disagree on it.
    Dispute,
    /// Their interests overlap.
    Shared,
    /// It was raised, and nothing more is known.
    #[default]
    Discussed,
}

impl Stance {
    /// The word for it in a file and in a query.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Dispute => "dispute",
            Self::Shared => "shared",
            Self::Discussed => "discussed",
        }
    }

    /// The stance in one word, for people.
    pub fn label(self) -> &'static str {
        match self {
            Self::Dispute => tr!("stance-dispute"),
            Self::Shared => tr!("stance-shared"),
            Self::Discussed => tr!("stance-discussed"),
        }
    }
}

/// How a wording came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Rendering {
    /// Said in this language.
    Spoken,
    /// An interpreter's or an official translation.
    Interpreted,
    /// A news report's wording.
    Reported,
}

impl Rendering {
    /// The rendering in plain words.
    pub fn label(self) -> &'static str {
        match self {
            Self::Spoken => tr!("rendering-spoken"),
            Self::Interpreted => tr!("rendering-interpreted"),
            Self::Reported => tr!("rendering-reported"),
        }
    }
}

/// Something that was said.
#[derive(Clone, Debug, PartialEq)]
pub struct Quote {
    /// Who said it; none where the file does not say.
    pub speaker: Option<PersonIx>,
    /// The main wording.
    pub wording: Wording,
    /// When it was said.
    pub date: Option<When>,
    /// What it is about.
    pub issues: Vec<IssueIx>,
    /// The words in the speaker's language.
    pub original: Option<Wording>,
    /// Other wordings of the same statement.
    pub variants: Vec<Wording>,
}

impl Quote {
    /// Its wordings: the main one, the original, the variants.
    pub fn wordings(&self) -> impl Iterator<Item = &Wording> {
        std::iter::once(&self.wording).chain(&self.original).chain(&self.variants)
    }
}

/// One wording of a statement.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wording {
    /// The words.
    pub text: String,
    /// The language's tag.
    pub lang: Option<String>,
    /// How the wording came about; none where the file does not say.
    pub rendering: Option<Rendering>,
    /// Where it stands.
    pub source: Option<SourceIx>,
    /// The speaker to whom this source gives the words, where it differs.
    pub attributed_to: Option<PersonIx>,
    /// A note for the reader.
    pub note: Option<String>,
}

/// What came of a meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// In words.
    pub text: String,
    /// Where that is known from.
    pub sources: Vec<SourceIx>,
}
