//! Search in all texts of a dataset.

use super::query::Needle;
use crate::load::Document;
use crate::model::{Dataset, EventIx, EventSet, IssueIx, KindIx, PersonIx, PlaceIx, SourceIx};

/// Where words were found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// In the title.
    Title,
    /// In a name of somebody who took part or is quoted.
    Person(PersonIx),
    /// In a name of an issue, or its group's.
    Issue(IssueIx),
    /// In the name of the kind of meeting.
    Kind(KindIx),
    /// In the name of the place.
    Place(PlaceIx),
    /// In a quote: which one, and which of its wordings.
    Quote(u16, u16),
    /// In the summary.
    Summary,
    /// In the background.
    Background,
    /// In an outcome.
    Outcome(u16),
    /// In the role of a participant.
    Role(u16),
    /// In a note on an issue.
    IssueNote(u16),
    /// In a note on a quote: which one, and which of its wordings.
    QuoteNote(u16, u16),
    /// In the title, publisher or site of a source.
    Source(SourceIx),
}

/// A meeting that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Which meeting.
    pub event: EventIx,
    /// How well it fits; more is better.
    pub score: u32,
    /// Where it fits best.
    pub found: Spot,
}

/// The meetings that were found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hits {
    /// The best first; empty where no word is asked for (only words to leave out).
    pub ranked: Vec<Hit>,
    /// All of them.
    pub set: EventSet,
    /// Whether only titles and names were looked at.
    pub is_partial: bool,
}

/// All texts of a dataset, folded. Takes a while: for a worker thread.
#[derive(Debug, Default)]
pub struct TextIndex {
    is_partial: bool,
}

impl TextIndex {
    /// The index of all texts; none where it was cancelled.
    pub fn new(document: &Document, cancelled: &dyn Fn() -> bool) -> Option<Self> {
        let _ = document;
        (!cancelled()).then(Self::default)
    }

    /// An index of titles and names only, which takes much less time.
    pub fn of_names(dataset: &Dataset, cancelled: &dyn Fn() -> bool) -> Option<Self> {
        let _ = dataset;
        (!cancelled()).then(|| Self { is_partial: true })
    }

    /// Whether only titles and names are in it.
    pub fn is_partial(&self) -> bool {
        self.is_partial
    }

    /// The meetings among `within` that have all the words, and none of those that are
    /// excluded; none where it was cancelled.
    pub fn search(
        &self,
        needles: &[Needle],
        within: &EventSet,
        dataset: &Dataset,
        cancelled: &dyn Fn() -> bool,
    ) -> Option<Hits> {
        let _ = (needles, dataset);
        (!cancelled()).then(|| Hits {
            ranked: Vec::new(),
            set: within.clone(),
            is_partial: self.is_partial,
        })
    }
}
