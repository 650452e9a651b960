//! Where the texts of meetings stand in the file, and what they refer to.
//!
//! A million meetings have ten million texts: of each there are a few bytes, some
//! meetings in a row taken together.

use std::ops::Range;
use std::sync::Arc;

use super::draft::Renumber;
use super::ids::{EventIx, PersonIx, SourceIx};
use super::numbers::{Numbers, push};

/// What a text of a meeting is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextKind {
    /// Its title.
    Title,
    /// A wording of a quote.
    Quote,
    /// What happened.
    Summary,
    /// What led to it.
    Background,
    /// What came of it.
    Outcome,
    /// A role, or a note on an issue or a quote.
    Note,
}

impl TextKind {
    /// All kinds, by their codes.
    const ALL: [Self; 6] =
        [Self::Title, Self::Quote, Self::Summary, Self::Background, Self::Outcome, Self::Note];

    fn from_code(code: u32) -> Self {
        Self::ALL.get(code as usize).copied().unwrap_or(Self::Note)
    }
}

/// The texts of a meeting as it is read.
#[derive(Clone, Copy, Debug, Default)]
pub struct OwnTexts<'a> {
    /// Each text, and where it stands in the file between its quotation marks, in the order
    /// of the file. None where the meeting has not the plain form that the format asks for,
    /// and is to be read in full.
    pub texts: Option<&'a [(TextKind, Range<usize>)]>,
    /// Its sources, each once.
    pub sources: &'a [SourceIx],
    /// To whom sources give the words of its quotes.
    pub attributed: &'a [PersonIx],
}

/// How many meetings make a block.
const BLOCK: u32 = 256;

/// In how many bits the kind of a text stands, beside its length.
const KIND_BITS: u32 = 3;

/// A block ends early where it is so long: places in it, and in its texts as they are
/// compared, which may have eleven times as many bytes, are told in 32 bits.
const LONG: usize = 1 << 28;

/// Some meetings in a row.
#[derive(Debug)]
pub struct TextBlock {
    count: u32,
    /// From the first meeting's first byte to the last one's last.
    text: Range<usize>,
    /// Of each meeting how many texts it has and one more, or zero where that is not known;
    /// of each text how far it is from the one before, and its length with its kind in the
    /// lowest three bits.
    texts: Box<[u8]>,
    /// Of each meeting how many sources it has, which, and the same of those to whom
    /// words are given.
    refs: Box<[u8]>,
    /// Whether the texts of all are known.
    is_known: bool,
}

/// A text of a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextPlace {
    /// Where it stands between its quotation marks, from the block's first byte on.
    pub start: u32,
    /// Where it ends.
    pub end: u32,
    /// Which meeting of the block.
    pub meeting: u32,
    /// What it is.
    pub kind: TextKind,
}

impl TextBlock {
    /// From the first byte of its meetings to the last, in the file.
    pub fn text(&self) -> Range<usize> {
        self.text.clone()
    }

    /// Whether the texts of all its meetings are known; of the others there are none.
    pub fn is_known(&self) -> bool {
        self.is_known
    }

    /// Calls with each text, in the order of the file, and with the position in the block of
    /// each meeting whose texts are not known.
    pub fn read(&self, mut text: impl FnMut(TextPlace), mut unknown: impl FnMut(u32)) {
        let (mut numbers, mut before) = (Numbers(&self.texts), 0_u32);
        for meeting in 0..self.count {
            let Some(count) = numbers.take().checked_sub(1) else {
                unknown(meeting);
                continue;
            };
            for _ in 0..count {
                let start = before.saturating_add(numbers.take());
                let length = numbers.take();
                let end = start.saturating_add(length >> KIND_BITS);
                let kind = TextKind::from_code(length & ((1 << KIND_BITS) - 1));
                text(TextPlace { start, end, meeting, kind });
                before = end;
            }
        }
    }

    /// Of each meeting how many sources it has and which, and the same of those to whom
    /// words are given.
    pub fn refs(&self) -> Numbers<'_> {
        Numbers(&self.refs)
    }

    fn byte_len(&self) -> usize {
        size_of::<Self>() + self.texts.len() + self.refs.len()
    }

    fn renumbered(&self, by: &impl Renumber) -> Self {
        let (mut numbers, mut refs) = (self.refs(), Vec::with_capacity(self.refs.len()));
        for _ in 0..self.count {
            for _ in 0..copy_count(&mut numbers, &mut refs) {
                push(by.source(SourceIx(numbers.take())).0, &mut refs);
            }
            for _ in 0..copy_count(&mut numbers, &mut refs) {
                push(by.person(PersonIx(numbers.take())).0, &mut refs);
            }
        }
        Self { text: self.text.clone(), texts: self.texts.clone(), refs: refs.into(), ..*self }
    }
}

fn copy_count(numbers: &mut Numbers<'_>, onto: &mut Vec<u8>) -> u32 {
    let count = numbers.take();
    push(count, onto);
    count
}

/// Where the texts of all meetings stand.
#[derive(Clone, Debug, Default)]
pub struct TextPlaces {
    /// The first meeting of each block, and the block.
    blocks: Vec<(u32, Arc<TextBlock>)>,
    making: Making,
}

/// A block in the making.
#[derive(Clone, Debug, Default)]
struct Making {
    first: u32,
    count: u32,
    text: Range<usize>,
    texts: Vec<u8>,
    refs: Vec<u8>,
    /// Where the last text ends in the file.
    end: usize,
    is_odd: bool,
}

impl TextPlaces {
    /// How many blocks there are.
    pub fn len(&self) -> usize {
        self.blocks.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }

    /// The block with a number, and its meetings.
    pub fn get(&self, number: usize) -> Option<(Range<usize>, &TextBlock)> {
        let (first, block) = self.blocks.get(number)?;
        Some((*first as usize..(first + block.count) as usize, block))
    }

    /// The number of the block of a meeting.
    pub fn block_of(&self, ix: EventIx) -> Option<usize> {
        self.blocks.partition_point(|(first, _)| *first <= ix.0).checked_sub(1)
    }

    /// Bytes in memory.
    pub fn byte_len(&self) -> usize {
        self.blocks.iter().map(|(_, block)| block.byte_len()).sum()
    }

    /// Adds a meeting that stands at a place in the file.
    pub(super) fn push(&mut self, at: &Range<usize>, own: &OwnTexts<'_>) {
        if self.making.count == BLOCK || at.end.saturating_sub(self.making.text.start) > LONG {
            self.close();
        }
        self.making.push(at, own);
    }

    /// To be called when no more are added.
    pub(super) fn close(&mut self) {
        let next = Making { first: self.making.first + self.making.count, ..Making::default() };
        let made = std::mem::replace(&mut self.making, next);
        if made.count > 0 {
            let block = TextBlock {
                count: made.count,
                text: made.text,
                texts: made.texts.into(),
                refs: made.refs.into(),
                is_known: !made.is_odd,
            };
            self.blocks.push((made.first, Arc::new(block)));
        }
    }

    /// Adds those of other meetings, which have been closed, behind so many.
    pub(super) fn append(&mut self, other: &Self, before: u32, numbers: &impl Renumber) {
        self.blocks.extend(other.blocks.iter().map(|(first, block)| {
            let block = match numbers.keeps_references() {
                true => Arc::clone(block),
                false => Arc::new(block.renumbered(numbers)),
            };
            (first + before, block)
        }));
        self.making.first = before + other.making.first;
    }
}

impl Making {
    fn push(&mut self, at: &Range<usize>, own: &OwnTexts<'_>) {
        if self.count == 0 {
            self.text = at.clone();
            self.end = at.start;
        }
        self.count += 1;
        self.text.end = at.end;
        self.push_texts(own.texts);
        push(own.sources.len() as u32, &mut self.refs);
        own.sources.iter().for_each(|source| push(source.0, &mut self.refs));
        push(own.attributed.len() as u32, &mut self.refs);
        own.attributed.iter().for_each(|person| push(person.0, &mut self.refs));
    }

    fn push_texts(&mut self, texts: Option<&[(TextKind, Range<usize>)]>) {
        let is_near = |range: &Range<usize>| range.end.saturating_sub(self.text.start) <= LONG;
        let near = texts.filter(|texts| texts.last().is_none_or(|(_, range)| is_near(range)));
        let Some(texts) = near else {
            self.is_odd = true;
            return push(0, &mut self.texts);
        };
        // A block is shorter than 2³² bytes.
        push(texts.len() as u32 + 1, &mut self.texts);
        for (kind, range) in texts {
            push(range.start.saturating_sub(self.end) as u32, &mut self.texts);
            push((range.len() as u32) << KIND_BITS | *kind as u32, &mut self.texts);
            self.end = range.end;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{CountryIx, IssueIx, KindIx, PlaceIx, SideIx, WhenIx};

    /// All people and sources come behind so many others.
    struct Moved(u32);

    impl Renumber for Moved {
        fn side(&self, ix: SideIx) -> SideIx {
            ix
        }
        fn person(&self, ix: PersonIx) -> PersonIx {
            PersonIx(ix.0 + self.0)
        }
        fn source(&self, ix: SourceIx) -> SourceIx {
            SourceIx(ix.0 + self.0)
        }
        fn keeps_references(&self) -> bool {
            self.0 == 0
        }
        fn issue(&self, ix: IssueIx) -> IssueIx {
            ix
        }
        fn kind(&self, ix: KindIx) -> KindIx {
            ix
        }
        fn place(&self, ix: PlaceIx) -> PlaceIx {
            ix
        }
        fn country(&self, ix: CountryIx) -> CountryIx {
            ix
        }
        fn when(&self, ix: WhenIx) -> WhenIx {
            ix
        }
    }

    #[test]
    fn what_was_put_in_is_read_again_in_blocks() {
        let mut places = TextPlaces::default();
        for number in 0..600_usize {
            let at = number * 100..number * 100 + 90;
            let texts = [(TextKind::Summary, at.start + 5..at.start + 20)];
            let (sources, attributed) = ([SourceIx(number as u32)], [PersonIx(7)]);
            let texts = (number != 300).then_some(&texts[..]);
            places.push(&at, &OwnTexts { texts, sources: &sources, attributed: &attributed });
        }
        places.close();
        let mut joined = TextPlaces::default();
        joined.append(&places, 0, &Moved(0));
        joined.append(&places, 600, &Moved(1000));
        assert_eq!(joined.len(), 6);
        for (number, first) in [0, 256, 512, 600, 856, 1112].into_iter().enumerate() {
            let (meetings, block) = joined.get(number).expect("a block");
            assert_eq!(meetings.start, first);
            assert_eq!(block.is_known(), number % 3 != 1);
            let (mut texts, mut unknown, mut refs) = (Vec::new(), Vec::new(), block.refs());
            block.read(|text| texts.push(text), |meeting| unknown.push(meeting));
            assert_eq!(texts.len() + unknown.len(), meetings.len());
            for meeting in meetings.clone() {
                let moved = if meeting < 600 { 0 } else { 1000 };
                let numbers = [1, meeting as u32 % 600 + moved, 1, 7 + moved];
                assert_eq!(numbers.map(|_| refs.take()), numbers);
            }
            for text in texts {
                let meeting = (meetings.start + text.meeting as usize) % 600;
                assert_eq!(block.text().start + text.start as usize, meeting * 100 + 5);
                assert_eq!((text.end - text.start, text.kind), (15, TextKind::Summary));
            }
        }
    }
}
