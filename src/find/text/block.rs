//! Some meetings in a row, and where their texts stand in the file.

use std::ops::Range;

use super::kept::Kept;
use super::numbers::{Numbers, push};
use super::own::{self, Own};
use super::place::Place;
use super::segments::{attributed, segments, sources};
use super::tables::Ids;
use crate::load::Document;
use crate::model::{Dataset, EventIx};

/// How many meetings make a block.
pub(super) const BLOCK: usize = 256;

/// Some meetings in a row: where their texts stand in the file, in few bytes.
#[derive(Debug, Default)]
pub(super) struct Block {
    /// From the first meeting's first byte to the last one's last.
    pub text: Range<usize>,
    /// Of each meeting how many texts it has, and of each text how far it is from the one
    /// before, its place, and its length, which is zero where all of it is kept.
    texts: Box<[u8]>,
    /// Of each meeting how many sources it has, which, and the same of those to whom
    /// words are given.
    refs: Box<[u8]>,
    /// What can not be found in the file as it stands there.
    pub kept: Kept,
}

/// A text of a meeting.
#[derive(Clone, Copy, Debug)]
pub(super) struct Text {
    /// Where it stands, from the block's first byte on. Empty where all of it is kept.
    pub start: u32,
    pub end: u32,
    /// Which meeting of the block.
    pub meeting: u32,
    pub place: Place,
}

/// The meetings of the block with a number.
pub(super) fn meetings(number: usize, dataset: &Dataset) -> Range<usize> {
    let first = number * BLOCK;
    first..first.saturating_add(BLOCK).min(dataset.events.len())
}

impl Block {
    /// Reads some meetings.
    pub fn of(meetings: Range<usize>, document: &Document, ids: &Ids) -> Self {
        let mut making = Making::default();
        for ix in meetings.map(EventIx::from_pos) {
            making.add(ix, document, ids);
        }
        making.kept.shrink();
        Self {
            text: making.text.unwrap_or_default(),
            texts: making.texts.into(),
            refs: making.refs.into(),
            kept: making.kept,
        }
    }

    /// Its texts, in the order of the file.
    pub fn read_texts(&self, onto: &mut Vec<Text>) {
        onto.clear();
        let mut numbers = Numbers(&self.texts);
        let (mut meeting, mut before) = (0, 0_u32);
        while !numbers.0.is_empty() {
            for _ in 0..numbers.take() {
                let code = numbers.take();
                let place = Place::from_code(code);
                let start = before.saturating_add(numbers.take());
                let end = start.saturating_add(numbers.take());
                onto.push(Text { start, end, meeting, place });
                before = end;
            }
            meeting += 1;
        }
    }

    /// Of each meeting its sources, and then those to whom words are given.
    pub fn refs(&self) -> Numbers<'_> {
        Numbers(&self.refs)
    }

    /// Bytes in memory.
    pub fn byte_len(&self) -> usize {
        size_of::<Self>() + self.texts.len() + self.refs.len() + self.kept.byte_len()
    }
}

/// A block in the making.
#[derive(Default)]
struct Making {
    text: Option<Range<usize>>,
    texts: Vec<u8>,
    /// How many texts there are.
    count: usize,
    /// Where the last of them ends in the file.
    end: usize,
    refs: Vec<u8>,
    kept: Kept,
}

impl Making {
    fn add(&mut self, ix: EventIx, document: &Document, ids: &Ids) {
        let Some(head) = document.dataset().event(ix) else { return };
        let span = head.text();
        if self.text.is_none() {
            self.end = span.start;
        }
        let text = document.text().get(span.clone()).unwrap_or_default();
        self.text.get_or_insert_with(|| span.clone()).end = span.end;
        let before = (self.texts.len(), self.count, self.end, self.refs.len(), self.kept.mark());
        let own = own::read(text);
        let is_read = own.and_then(|own| self.add_own(span.start, text, &own, (document, ids)));
        if is_read.is_none() {
            self.texts.truncate(before.0);
            (self.count, self.end) = (before.1, before.2);
            self.refs.truncate(before.3);
            self.kept.truncate(before.4);
            self.add_whole(ix, document);
        }
    }

    /// Adds a meeting that has the plain form.
    fn add_own(
        &mut self,
        start: usize,
        text: &str,
        own: &Own<'_>,
        (document, ids): (&Document, &Ids),
    ) -> Option<()> {
        // A file is smaller than 4 GiB.
        push(own.texts.len() as u32, &mut self.texts);
        for (place, range) in &own.texts {
            self.kept.push_words(self.count, text.get(range.clone())?)?;
            self.push_text(*place, start + range.start..start + range.end);
        }
        let dataset = document.dataset();
        let sources = own.sources.iter().map(|id| ids.source(dataset, id));
        let mut sources: Vec<u32> = sources.collect::<Option<_>>()?;
        sources.sort_unstable();
        sources.dedup();
        let people = own.attributed.iter().map(|id| ids.person(dataset, id));
        let people: Vec<u32> = people.collect::<Option<_>>()?;
        self.push_refs(&sources);
        self.push_refs(&people);
        Some(())
    }

    /// Adds any meeting, with its texts as they are compared.
    fn add_whole(&mut self, ix: EventIx, document: &Document) {
        let Some(event) = document.event(ix) else {
            push(0, &mut self.texts);
            self.push_refs(&[]);
            self.push_refs(&[]);
            return;
        };
        let mut places = Vec::new();
        segments(&event, |spot, text| {
            self.kept.push_whole(self.count + places.len(), text);
            places.push(Place::of(spot));
        });
        push(places.len() as u32, &mut self.texts);
        for place in places {
            self.push_text(place, self.end..self.end);
        }
        self.push_refs(&sources(&event).iter().map(|source| source.0).collect::<Vec<_>>());
        self.push_refs(&attributed(&event).map(|person| person.0).collect::<Vec<_>>());
    }

    fn push_text(&mut self, place: Place, range: Range<usize>) {
        push(place.code(), &mut self.texts);
        push(range.start.saturating_sub(self.end) as u32, &mut self.texts);
        push(range.len() as u32, &mut self.texts);
        self.end = range.end;
        self.count += 1;
    }

    fn push_refs(&mut self, refs: &[u32]) {
        push(refs.len() as u32, &mut self.refs);
        refs.iter().for_each(|one| push(*one, &mut self.refs));
    }
}
