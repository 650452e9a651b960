//! Search in all texts of a dataset.
//!
//! No text is kept twice: words are looked for in the bytes of the file. Where its texts
//! stand there the reading has noted (see [`TextPlaces`](crate::model::TextPlaces)); words
//! that the file shows otherwise than they are compared, such as those with accents, are
//! kept folded. What meetings refer to by id is looked up in the tables.

mod block;
mod entities;
mod finder;
mod kept;
mod place;
mod rank;
mod search;
mod segments;
mod sought;

use std::sync::OnceLock;

use rayon::prelude::*;

use self::block::Block;
use self::entities::Entities;
pub(super) use self::entities::{issue_names, kind_names, person_names, source_names};
pub(super) use self::segments::{entity_spots, segments};
use crate::load::Document;
use crate::model::{Dataset, EventIx, EventSet, IssueIx, PersonIx, SourceIx};

/// How many blocks are read before it is asked whether that is still wanted.
const AT_ONCE: usize = 16;

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
    Kind,
    /// In the name of the place.
    Place,
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
    /// In a note on somebody who took part or is quoted.
    PersonNote(PersonIx),
}

/// A meeting that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Which meeting.
    pub event: EventIx,
    /// How well it fits; more is better.
    pub score: u32,
}

/// The meetings that were found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hits {
    /// The best first; empty where no word is asked for (only words to leave out).
    pub ranked: Vec<Hit>,
    /// All of them.
    pub set: EventSet,
    /// Whether not all meetings were looked at yet.
    pub is_partial: bool,
}

/// What is kept for a search of a dataset's texts: the words that can not be found in the file
/// as they stand there, block by block. What is not known yet when it is asked for is found
/// out then: to search before all is known only takes longer.
#[derive(Debug, Default)]
pub struct TextIndex {
    blocks: Box<[OnceLock<Block>]>,
    entities: OnceLock<Entities>,
}

impl TextIndex {
    /// An index in which nothing is known yet.
    pub fn empty(dataset: &Dataset) -> Self {
        let blocks = (0..dataset.events.texts().len()).map(|_| OnceLock::new());
        Self { blocks: blocks.collect(), entities: OnceLock::new() }
    }

    /// The index of all texts; none where it was cancelled. It reads all of the file, on
    /// all cores: for a worker thread.
    pub fn new(document: &Document, cancelled: &dyn Fn() -> bool) -> Option<Self> {
        let index = Self::empty(document.dataset());
        index.fill(document, cancelled).then_some(index)
    }

    /// Finds out what is not known yet of the document that it is of. Tells whether all is
    /// known: not where it was cancelled.
    pub fn fill(&self, document: &Document, cancelled: &dyn Fn() -> bool) -> bool {
        if cancelled() {
            return false;
        }
        self.entities(document.dataset());
        let blocks: Vec<(usize, &OnceLock<Block>)> = self.blocks.iter().enumerate().collect();
        for some in blocks.chunks(AT_ONCE) {
            if cancelled() {
                return false;
            }
            some.par_iter().for_each(|(number, block)| {
                self.known(*number, block, document);
            });
        }
        !cancelled()
    }

    /// How many bytes it takes, beside the document.
    pub fn byte_len(&self) -> usize {
        let names = self.entities.get().map_or(0, Entities::byte_len);
        self.blocks.iter().filter_map(OnceLock::get).map(Block::byte_len).sum::<usize>() + names
    }

    fn entities(&self, dataset: &Dataset) -> &Entities {
        self.entities.get_or_init(|| Entities::of(dataset))
    }

    /// What is known of the block with a number.
    fn known<'b>(
        &self,
        number: usize,
        block: &'b OnceLock<Block>,
        document: &Document,
    ) -> &'b Block {
        block.get_or_init(|| {
            let block = document.dataset().events.texts().get(number);
            block
                .map(|(meetings, places)| Block::of(&meetings, places, document))
                .unwrap_or_default()
        })
    }
}
