//! A word or phrase that is looked for in the texts of a block.

use memchr::memmem;

use super::super::fold::{Class, class, fold_onto, is_border, is_joined};
use super::super::query::Needle;
use super::block::{Block, Text};
use super::finder::Finder;
use crate::load::decoded;
use crate::model::TextBlock;

/// A word or phrase that is looked for.
#[derive(Debug)]
pub(super) struct Sought<'n> {
    needle: &'n Needle,
    folded: memmem::Finder<'n>,
    run: Option<Run<'n>>,
}

/// The longest stretch of letters and digits in what is looked for. It is within one
/// word of the text, and that stands in the file or is kept.
#[derive(Debug)]
struct Run<'n> {
    /// None where it can not stand so in the file.
    in_file: Option<Finder>,
    in_kept: memmem::Finder<'n>,
    /// Where it stands in what is looked for.
    at: usize,
    len: usize,
    /// The first and last character of what is looked for.
    ends: (char, char),
}

/// What is worked with, block after block.
#[derive(Debug, Default)]
pub(super) struct Scratch {
    /// The texts of the block; none as long as nothing was found.
    texts: Vec<Text>,
    /// Which words each of them has: one bit for each.
    masks: Vec<u32>,
    /// Which of them have any, each once.
    marked: Vec<u32>,
    folded: String,
}

/// A block, and its stretch of the file.
#[derive(Clone, Copy)]
pub(super) struct Inside<'b> {
    pub block: &'b Block,
    pub places: &'b TextBlock,
    pub file: &'b str,
}

impl<'n> Sought<'n> {
    pub fn of(needle: &'n Needle) -> Self {
        Self { needle, folded: memmem::Finder::new(&needle.folded), run: Run::of(needle) }
    }

    /// Sets a bit in the masks of all texts that have it.
    pub fn mark(&self, bit: u32, inside: Inside<'_>, scratch: &mut Scratch) {
        let Some(run) = &self.run else {
            scratch.open(inside);
            for number in 0..scratch.texts.len() {
                self.look(bit, number, inside, scratch);
            }
            return self.mark_kept(bit, &self.folded, inside, scratch);
        };
        if let Some(finder) = &run.in_file {
            self.mark_in_file(bit, (run, finder), inside, scratch);
        }
        self.mark_kept(bit, &run.in_kept, inside, scratch);
    }

    fn mark_in_file(
        &self,
        bit: u32,
        (run, finder): (&Run<'_>, &Finder),
        inside: Inside<'_>,
        scratch: &mut Scratch,
    ) {
        let bytes = inside.file.as_bytes();
        let (mut from, mut number) = (0, 0);
        while let Some(at) = finder.find(bytes, from) {
            scratch.open(inside);
            // Hits come in rising order: no text is passed over twice.
            while scratch.texts.get(number).is_some_and(|text| text.end as usize <= at) {
                number += 1;
            }
            let Some(text) = scratch.texts.get(number) else { return };
            let (start, end) = (text.start as usize, text.end as usize);
            if at < start {
                // An id or a name of a member: nothing counts before the next text.
                from = start;
            } else {
                let Some(text) = inside.file.get(start..end) else { return };
                let is_it = self.is_at(text, at - start, run);
                match is_it {
                    Some(true) => scratch.set(number, bit),
                    Some(false) => {}
                    None => self.look(bit, number, inside, scratch),
                }
                from = if let Some(false) = is_it { at + 1 } else { end };
            }
        }
    }

    /// Whether it is at a place of a text as the file has it, seen from its longest run.
    /// None where that is to be seen only from the folded text.
    fn is_at(&self, text: &str, at: usize, run: &Run<'_>) -> Option<bool> {
        let wanted = self.needle.folded.as_bytes();
        let is_single = run.at == 0 && run.len == wanted.len();
        let Some(start) = at.checked_sub(run.at) else {
            // Folding makes ASCII only shorter: there is no room.
            return is_plain(text.as_bytes().get(..at)?).then_some(false);
        };
        if !is_single {
            // An escape may begin somewhat before.
            let end = (start + wanted.len() + 1).min(text.len());
            let around = text.as_bytes().get(start.saturating_sub(6)..end)?;
            if !is_plain(around) {
                return None;
            }
            let there = text.as_bytes().get(start..start + wanted.len());
            if !there.is_some_and(|there| there.eq_ignore_ascii_case(wanted)) {
                return Some(false);
            }
        }
        let (first, last) = run.ends;
        let end = start + wanted.len();
        Some(begins(text, start, first) && (!self.needle.is_phrase || ends(text, end, last)))
    }

    fn mark_kept(
        &self,
        bit: u32,
        finder: &memmem::Finder<'_>,
        inside: Inside<'_>,
        scratch: &mut Scratch,
    ) {
        let kept = &inside.block.kept;
        let is_single = self.run.as_ref().is_some_and(|run| run.len == self.needle.folded.len());
        let (mut from, mut lines) = (0, kept.lines());
        while let Some(at) = kept.text().as_bytes().get(from..).and_then(|rest| finder.find(rest)) {
            let at = from + at;
            // Hits come in rising order: no line is passed over twice.
            let Some((line, range)) = lines.find(|(_, range)| at < range.end) else { return };
            scratch.open(inside);
            if line.is_whole() || is_single {
                if kept.text().get(range.clone()).is_some_and(|words| self.is_in(words)) {
                    scratch.set(line.text(), bit);
                }
            } else {
                self.look(bit, line.text(), inside, scratch);
            }
            // The line is a part of the text, and has been dealt with.
            from = range.end;
        }
    }

    /// Looks at all of a text.
    fn look(&self, bit: u32, number: usize, inside: Inside<'_>, scratch: &mut Scratch) {
        let Some(text) = scratch.texts.get(number) else { return };
        let text = inside.file.get(text.start as usize..text.end as usize).and_then(decoded);
        scratch.folded.clear();
        fold_onto(&text.unwrap_or_default(), &mut scratch.folded);
        if self.is_in(&scratch.folded) {
            scratch.set(number, bit);
        }
    }

    fn is_in(&self, folded: &str) -> bool {
        let mut from = 0;
        // One may begin within another that is none.
        while let Some(at) = folded.as_bytes().get(from..).and_then(|rest| self.folded.find(rest)) {
            let at = from + at;
            let end = at + self.needle.folded.len();
            if is_border(folded, at) && (!self.needle.is_phrase || is_border(folded, end)) {
                return true;
            }
            from = at + 1;
        }
        false
    }
}

impl<'n> Run<'n> {
    fn of(needle: &'n Needle) -> Option<Self> {
        let folded = &*needle.folded;
        let runs = folded.split(|c: char| !c.is_alphanumeric());
        let run = runs.max_by_key(|run| run.len()).filter(|run| !run.is_empty())?;
        let is_in_file = run.chars().all(|c| class(c) == Class::Word);
        Some(Self {
            in_file: is_in_file.then(|| Finder::new(run.as_bytes())),
            in_kept: memmem::Finder::new(run),
            // It is a part of it.
            at: run.as_ptr().addr() - folded.as_ptr().addr(),
            len: run.len(),
            ends: folded.chars().next().zip(folded.chars().next_back())?,
        })
    }
}

impl Scratch {
    /// Forgets the block before.
    pub fn clear(&mut self) {
        self.texts.clear();
        self.masks.clear();
        self.marked.clear();
    }

    /// The texts that have any of the words, in the order of the file, each with a bit for
    /// each word that it has.
    pub fn marked(&mut self) -> impl Iterator<Item = (Text, u32)> {
        // They are, but for those where only what is kept has the words.
        self.marked.sort_unstable();
        let (texts, masks) = (&self.texts, &self.masks);
        let marked = self.marked.iter().map(|number| *number as usize);
        marked.filter_map(|number| Some((*texts.get(number)?, *masks.get(number)?)))
    }

    /// Reads the texts of the block, once.
    fn open(&mut self, inside: Inside<'_>) {
        if self.texts.is_empty() {
            inside.block.read_texts(inside.places, &mut self.texts);
            self.masks.resize(self.texts.len(), 0);
        }
    }

    fn set(&mut self, number: usize, bit: u32) {
        if let Some(mask) = self.masks.get_mut(number) {
            if *mask == 0 {
                // A block has fewer than 2³² texts.
                self.marked.push(number as u32);
            }
            *mask |= bit;
        }
    }
}

/// Whether a stretch of a text as the file has it is folded byte by byte: ASCII, without
/// escapes and without several spaces in a row.
fn is_plain(bytes: &[u8]) -> bool {
    let is_changed = |byte: &u8| matches!(byte, b'\\' | b'`' | 0..b' ' | 0x7f..);
    !bytes.iter().any(is_changed) && !bytes.windows(2).any(|pair| pair == b"  ")
}

/// Whether a word may begin at a place of a text as the file has it, seen from its first
/// letter. Not where it would touch a character that folding changes or an escape: that
/// word is kept.
fn begins(text: &str, at: usize, first: char) -> bool {
    let bytes = text.as_bytes();
    for back in 1..=6.min(at) {
        let escape = at - back;
        if bytes.get(escape) != Some(&b'\\') || !is_escape(bytes, escape) {
            continue;
        }
        return match (back, bytes.get(escape + 1)) {
            // Its first letter is that of an escape; it touches an escaped character.
            (1, _) | (_, Some(b'u')) => false,
            (2, _) => true,
            _ => begins_plain(text, at, first),
        };
    }
    begins_plain(text, at, first)
}

fn begins_plain(text: &str, at: usize, first: char) -> bool {
    let before = text.get(..at).and_then(|before| before.chars().next_back());
    before.is_none_or(|before| match class(before) {
        Class::Word => !is_joined(Some(before), Some(first)),
        Class::Between => true,
        Class::Changes => false,
    })
}

/// Whether a word may end at a place of a text as the file has it; as [`begins`].
fn ends(text: &str, at: usize, last: char) -> bool {
    let after = text.get(at..).unwrap_or_default();
    if after.starts_with('\\') {
        return !after.starts_with("\\u");
    }
    after.chars().next().is_none_or(|after| match class(after) {
        Class::Word => !is_joined(Some(last), Some(after)),
        Class::Between => true,
        Class::Changes => false,
    })
}

/// Whether a backslash begins an escape, and does not end one.
fn is_escape(bytes: &[u8], at: usize) -> bool {
    let before = bytes.get(..at).unwrap_or_default();
    before.iter().rev().take_while(|byte| **byte == b'\\').count() % 2 == 0
}
