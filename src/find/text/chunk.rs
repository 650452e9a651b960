//! The folded texts of some meetings in a row.

use std::ops::Range;

use memchr::memmem::Finder;

use super::super::fold::{fold_onto, is_border};
use super::super::query::Needle;
use super::Spot;
use super::segments::{attributed, segments, sources};
use crate::model::{Event, EventIx, PersonIx, SourceIx};

/// The folded texts of some meetings in a row, behind each other.
#[derive(Debug, Default)]
pub(super) struct Chunk {
    /// Each text ends with a line end, which no folded text has in it.
    text: String,
    segments: Vec<Segment>,
    /// The sources of each meeting.
    sources: Vec<(u32, SourceIx)>,
    /// To whom sources give words that are not theirs by the dataset.
    attributed: Vec<(u32, PersonIx)>,
    events: Range<usize>,
}

/// A text of a meeting.
#[derive(Clone, Copy, Debug)]
pub(super) struct Segment {
    /// Where it ends in the chunk's text.
    end: u32,
    /// Which meeting.
    event: u32,
    /// Where it stands in the meeting.
    pub spot: Spot,
}

impl Chunk {
    /// An empty chunk for meetings in a row.
    pub fn of(events: Range<usize>) -> Self {
        Self { events, ..Self::default() }
    }

    /// Adds all texts of a meeting.
    pub fn add(&mut self, ix: EventIx, event: &Event) {
        segments(event, |spot, text| self.push(ix, spot, text));
        self.sources.extend(sources(event).into_iter().map(|source| (ix.0, source)));
        self.attributed.extend(attributed(event).map(|person| (ix.0, person)));
    }

    /// Adds a title.
    pub fn add_title(&mut self, ix: EventIx, title: &str) {
        self.push(ix, Spot::Title, title);
    }

    fn push(&mut self, ix: EventIx, spot: Spot, text: &str) {
        let before = self.text.len();
        fold_onto(text, &mut self.text);
        self.text.push('\n');
        match u32::try_from(self.text.len()) {
            Ok(end) => self.segments.push(Segment { end, event: ix.0, spot }),
            // One file can not fill this but by signs that fold to whole sentences.
            Err(_) => self.text.truncate(before),
        }
    }

    /// Gives back memory that is not needed.
    pub fn close(&mut self) {
        self.text.shrink_to_fit();
        self.segments.shrink_to_fit();
        self.sources.shrink_to_fit();
        self.attributed.shrink_to_fit();
    }

    pub fn byte_len(&self) -> usize {
        self.text.len()
    }

    /// Which of the words each segment has: one bit for each.
    pub fn masks(&self, needles: &[(&Needle, Finder<'_>)]) -> Vec<u32> {
        let mut masks = vec![0; self.segments.len()];
        for (bit, (needle, finder)) in needles.iter().enumerate() {
            let (mut from, mut segment) = (0, 0);
            while let Some(found) =
                self.text.as_bytes().get(from..).and_then(|rest| finder.find(rest))
            {
                let at = from + found;
                let end = at + needle.folded.len();
                from = at + 1;
                let is_so =
                    is_border(&self.text, at) && (!needle.is_phrase || is_border(&self.text, end));
                if !is_so {
                    continue;
                }
                let rest = self.segments.get(segment..).unwrap_or_default();
                segment += rest.partition_point(|segment| segment.end as usize <= at);
                if let Some(mask) = masks.get_mut(segment) {
                    *mask |= 1 << bit;
                }
                // One hit in a segment is enough.
                from = self.segments.get(segment).map_or(from, |segment| segment.end as usize);
            }
        }
        masks
    }

    /// The meetings of the chunk, with their segments and those segments' masks, their
    /// sources, and to whom words are given.
    pub fn events<'c>(&'c self, masks: &'c [u32]) -> impl Iterator<Item = InChunk<'c>> {
        let mut rest = (&*self.segments, masks, &*self.sources, &*self.attributed);
        self.events.clone().map(move |pos| {
            let ix = EventIx::from_pos(pos);
            let count = rest.0.iter().take_while(|segment| segment.event == ix.0).count();
            InChunk {
                ix,
                segments: taken(&mut rest.0, count),
                masks: taken(&mut rest.1, count),
                sources: {
                    let count = rest.2.iter().take_while(|(event, _)| *event == ix.0).count();
                    taken(&mut rest.2, count)
                },
                attributed: {
                    let count = rest.3.iter().take_while(|(event, _)| *event == ix.0).count();
                    taken(&mut rest.3, count)
                },
            }
        })
    }
}

/// A meeting of a chunk.
pub(super) struct InChunk<'c> {
    pub ix: EventIx,
    pub segments: &'c [Segment],
    pub masks: &'c [u32],
    pub sources: &'c [(u32, SourceIx)],
    pub attributed: &'c [(u32, PersonIx)],
}

fn taken<'c, T>(from: &mut &'c [T], count: usize) -> &'c [T] {
    let (taken, rest) = from.split_at_checked(count).unwrap_or((from, &[]));
    *from = rest;
    taken
}
