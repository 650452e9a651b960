//! Some meetings in a row, and what is kept of their texts beside the file.

use std::ops::Range;

use super::kept::Kept;
use super::place::Place;
use super::segments::segments;
use crate::load::Document;
use crate::model::{Event, EventIx, TextBlock, TextPlace};

/// What is kept of some meetings in a row, beside the file and the places of their texts
/// in it.
#[derive(Debug, Default)]
pub(super) struct Block {
    /// What can not be found in the file as it stands there.
    pub kept: Kept,
    /// Their texts, where some of them can not be found in the file at all; few files have
    /// such meetings.
    texts: Option<Box<[Text]>>,
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

impl From<TextPlace> for Text {
    fn from(it: TextPlace) -> Self {
        let place = Place::of_kind(it.kind);
        Self { start: it.start, end: it.end, meeting: it.meeting, place }
    }
}

impl Block {
    /// Reads some meetings.
    pub fn of(meetings: &Range<usize>, places: &TextBlock, document: &Document) -> Self {
        let file = document.text().get(places.text()).unwrap_or_default();
        if places.is_known() && file.is_ascii() && !has_codes(file) {
            return Self::default();
        }
        let (mut known, mut unknown) = (Vec::new(), Vec::new());
        places.read(|text| known.push(Text::from(text)), |meeting| unknown.push(meeting));
        let mut making = Making { file, ..Making::default() };
        if unknown.is_empty() {
            known.iter().enumerate().for_each(|(number, text)| making.keep_words(number, text));
            making.kept.shrink();
            return Self { kept: making.kept, texts: None };
        }
        let mut known = known.into_iter().peekable();
        for (meeting, ix) in (0..).zip(meetings.clone().map(EventIx::from_pos)) {
            while let Some(text) = known.next_if(|text| text.meeting == meeting) {
                making.keep_words(making.texts.len(), &text);
                making.texts.push(text);
            }
            if unknown.binary_search(&meeting).is_ok()
                && let Some(event) = document.event(ix)
            {
                making.keep_whole(meeting, &event);
            }
        }
        making.kept.shrink();
        Self { kept: making.kept, texts: Some(making.texts.into()) }
    }

    /// Its texts, in the order of the file; where they stand there is known.
    pub fn read_texts(&self, places: &TextBlock, onto: &mut Vec<Text>) {
        onto.clear();
        match &self.texts {
            Some(texts) => onto.extend_from_slice(texts),
            None => places.read(|text| onto.push(text.into()), |_| ()),
        }
    }

    /// Bytes in memory.
    pub fn byte_len(&self) -> usize {
        let texts = self.texts.as_ref().map_or(0, |texts| size_of_val(&**texts));
        size_of::<Self>() + texts + self.kept.byte_len()
    }
}

/// A block in the making.
#[derive(Default)]
struct Making<'d> {
    file: &'d str,
    texts: Vec<Text>,
    kept: Kept,
}

impl Making<'_> {
    fn keep_words(&mut self, number: usize, text: &Text) {
        let inside = self.file.get(text.start as usize..text.end as usize);
        // No text was read that holds half a character.
        let _ = self.kept.push_words(number, inside.unwrap_or_default());
    }

    /// Keeps all texts of a meeting, of which it is not known where they stand.
    fn keep_whole(&mut self, meeting: u32, event: &Event) {
        let end = self.texts.last().map_or(0, |text| text.end);
        segments(event, |spot, text| {
            self.kept.push_whole(self.texts.len(), text);
            self.texts.push(Text { start: end, end, meeting, place: Place::of(spot) });
        });
    }
}

/// Whether a character may be written as an escape somewhere in a text.
fn has_codes(text: &str) -> bool {
    memchr::memmem::find(text.as_bytes(), b"\\u").is_some()
}
