//! What is put into the columns of meetings.

use std::ops::Range;

use super::feature::Features;
use super::ids::{CountryIx, IssueIx, KindIx, PersonIx, PlaceIx, SideIx, SourceIx, WhenIx};
use super::texts::OwnTexts;

/// A text of a meeting that is to be kept.
#[derive(Clone, Debug)]
pub enum Kept<'a> {
    /// It stands so in the file, at these bytes, within the event.
    InFile(Range<usize>),
    /// It does not, and is kept beside the file.
    Own(&'a str),
}

/// A meeting that is to be kept.
#[derive(Clone, Debug)]
pub struct Draft<'a> {
    /// Its id.
    pub id: Kept<'a>,
    /// Its title.
    pub title: Kept<'a>,
    /// When it took place.
    pub when: WhenIx,
    /// What kind of meeting.
    pub kind: KindIx,
    /// The country's code.
    pub country: Option<CountryIx>,
    /// Where.
    pub place: Option<PlaceIx>,
    /// Who took part or is quoted, each once.
    pub people: &'a [PersonIx],
    /// Who is quoted, each once.
    pub speakers: &'a [PersonIx],
    /// How many quotes there are.
    pub quote_count: u32,
    /// What else the record holds.
    pub features: Features,
    /// The sides whose own account is among the sources, each once.
    pub accounts: &'a [SideIx],
    /// Whether a third party is among the sources.
    pub has_third_party: bool,
    /// Where the event stands in the file's text; less than 4 GiB.
    pub text: Range<usize>,
    /// Where its texts stand.
    pub own: OwnTexts<'a>,
}

impl Draft<'_> {
    /// A meeting of which nothing is known but when it was.
    pub fn new(when: WhenIx) -> Self {
        Self {
            id: Kept::Own(""),
            title: Kept::Own(""),
            when,
            kind: KindIx(0),
            country: None,
            place: None,
            people: &[],
            speakers: &[],
            quote_count: 0,
            features: Features::default(),
            accounts: &[],
            has_third_party: false,
            text: 0..0,
            own: OwnTexts::default(),
        }
    }
}

/// What the indexes of some meetings become among others.
pub trait Renumber {
    /// A side.
    fn side(&self, ix: SideIx) -> SideIx;
    /// A person.
    fn person(&self, ix: PersonIx) -> PersonIx;
    /// A source.
    fn source(&self, ix: SourceIx) -> SourceIx;
    /// Whether people and sources keep their numbers.
    fn keeps_references(&self) -> bool;
    /// An issue.
    fn issue(&self, ix: IssueIx) -> IssueIx;
    /// A kind.
    fn kind(&self, ix: KindIx) -> KindIx;
    /// A place.
    fn place(&self, ix: PlaceIx) -> PlaceIx;
    /// A country.
    fn country(&self, ix: CountryIx) -> CountryIx;
    /// A time.
    fn when(&self, ix: WhenIx) -> WhenIx;
}
