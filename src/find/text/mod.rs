//! Search in all texts of a dataset.

mod chunk;
mod entities;
mod search;
mod segments;

use rayon::prelude::*;

use self::chunk::Chunk;
use self::entities::Entities;
pub(super) use self::entities::{issue_names, kind_names, person_names, source_names};
pub(super) use self::segments::{entity_spots, segments};
use crate::load::Document;
use crate::model::{Dataset, EventIx, EventSet, IssueIx, PersonIx, SourceIx};

/// How many meetings make a chunk.
const CHUNK: usize = 256;

/// How many chunks are worked on before it is asked whether that is still wanted.
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

impl Spot {
    /// How much it says that words were found there.
    pub(super) fn weight(self) -> u32 {
        match self {
            Self::Title => 12,
            Self::Person(_) => 11,
            Self::Issue(_) => 10,
            Self::Kind => 9,
            Self::Place => 8,
            Self::Quote(..) => 7,
            Self::Summary => 6,
            Self::Background => 5,
            Self::Outcome(_) => 4,
            Self::Role(_) | Self::IssueNote(_) | Self::QuoteNote(..) => 3,
            Self::Source(_) => 2,
            Self::PersonNote(_) => 1,
        }
    }
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

/// All texts of a dataset, folded.
#[derive(Debug, Default)]
pub struct TextIndex {
    chunks: Vec<Chunk>,
    entities: Entities,
    is_partial: bool,
}

impl TextIndex {
    /// The index of all texts; none where it was cancelled. It reads each meeting in
    /// full, on all cores: for a worker thread.
    pub fn new(document: &Document, cancelled: &dyn Fn() -> bool) -> Option<Self> {
        let dataset = document.dataset();
        let chunks = chunks(dataset, cancelled, |chunk, ix| {
            if let Some(event) = document.event(ix) {
                chunk.add(ix, &event);
            }
        })?;
        Some(Self { chunks, entities: Entities::of(dataset), is_partial: false })
    }

    /// An index of titles and names only, which takes much less time.
    pub fn of_names(dataset: &Dataset, cancelled: &dyn Fn() -> bool) -> Option<Self> {
        let chunks = chunks(dataset, cancelled, |chunk, ix| {
            if let Some(event) = dataset.event(ix) {
                chunk.add_title(ix, event.title);
            }
        })?;
        Some(Self { chunks, entities: Entities::of(dataset), is_partial: true })
    }

    /// Whether only titles and names are in it.
    pub fn is_partial(&self) -> bool {
        self.is_partial
    }

    /// How many bytes of text are in it.
    pub fn byte_len(&self) -> usize {
        self.chunks.iter().map(Chunk::byte_len).sum()
    }
}

/// Reads the meetings in chunks, on all cores.
fn chunks(
    dataset: &Dataset,
    cancelled: &dyn Fn() -> bool,
    add: impl Fn(&mut Chunk, EventIx) + Sync,
) -> Option<Vec<Chunk>> {
    let firsts: Vec<usize> = (0..dataset.events.len()).step_by(CHUNK).collect();
    let mut chunks = Vec::with_capacity(firsts.len());
    for some in firsts.chunks(AT_ONCE) {
        if cancelled() {
            return None;
        }
        chunks.par_extend(some.par_iter().map(|first| {
            let last = first.saturating_add(CHUNK).min(dataset.events.len());
            let mut chunk = Chunk::of(*first..last);
            for pos in *first..last {
                add(&mut chunk, EventIx::from_pos(pos));
            }
            chunk.close();
            chunk
        }));
    }
    (!cancelled()).then_some(chunks)
}
