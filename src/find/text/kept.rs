//! Folded words that can not be found in the file as they are written there: with
//! accents, in full width, in other capitals, as escapes.

use std::ops::Range;

use super::super::fold::{Class, class, fold_onto};
use crate::load::decoded;

/// Folded words of some meetings in a row.
#[derive(Debug, Default)]
pub(super) struct Kept {
    /// Each line ends with a line end, which no folded text has in it.
    text: String,
    lines: Vec<Line>,
}

/// A line: words of one text, or all of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    /// Where it begins.
    start: u32,
    /// Of which of the texts, in the upper bits; whether it is all of it, in the lowest.
    of: u32,
}

impl Line {
    /// Of which text.
    pub fn text(self) -> usize {
        (self.of >> 1) as usize
    }

    /// Whether it is all of it, and not only some words.
    pub fn is_whole(self) -> bool {
        self.of & 1 == 1
    }
}

impl Kept {
    /// Keeps all of a text.
    pub fn push_whole(&mut self, number: usize, text: &str) {
        let start = self.text.len();
        fold_onto(text, &mut self.text);
        self.close(start, number, true);
    }

    /// Keeps those words of a text, given as the file has it, that it does not show as
    /// they are compared. None where it holds half a character; then nothing is kept.
    pub fn push_words(&mut self, number: usize, inside: &str) -> Option<()> {
        if inside.is_ascii() && memchr::memmem::find(inside.as_bytes(), b"\\u").is_none() {
            return Some(());
        }
        let start = self.text.len();
        if changed_words(inside, |word| self.push_word(start, word)).is_none() {
            self.text.truncate(start);
            return None;
        }
        if self.text.len() > start {
            self.close(start, number, false);
        }
        Some(())
    }

    fn push_word(&mut self, start: usize, word: &str) {
        if self.text.len() > start {
            self.text.push(' ');
        }
        fold_onto(word, &mut self.text);
    }

    fn close(&mut self, start: usize, number: usize, is_whole: bool) {
        self.text.push('\n');
        // A block comes of less than 4 GiB of the file and has fewer than 2³¹ texts.
        let of = (number as u32) << 1 | u32::from(is_whole);
        self.lines.push(Line { start: start as u32, of });
    }

    /// Gives back memory that is not needed.
    pub fn shrink(&mut self) {
        self.text.shrink_to_fit();
        self.lines.shrink_to_fit();
    }

    /// Bytes in memory.
    pub fn byte_len(&self) -> usize {
        self.text.len() + self.lines.len() * size_of::<Line>()
    }

    /// All lines.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The lines, and where each stands in the text.
    pub fn lines(&self) -> impl Iterator<Item = (Line, Range<usize>)> {
        let starts = self.lines.iter().map(|line| line.start as usize);
        let ends = starts.clone().skip(1).chain(std::iter::once(self.text.len()));
        self.lines.iter().copied().zip(starts.zip(ends).map(|(start, end)| start..end))
    }
}

/// Calls with each word of a text, given as the file has it, in which a character is
/// changed by folding or written as an escape.
fn changed_words(inside: &str, mut each: impl FnMut(&str)) -> Option<()> {
    let mut flush = |word: Range<usize>| {
        each(&decoded(inside.get(word)?)?);
        Some(())
    };
    let (mut at, mut word, mut is_changed) = (0, 0, false);
    while let Some(c) = inside.get(at..).and_then(|rest| rest.chars().next()) {
        let (len, class) = match c {
            '\\' if inside.as_bytes().get(at + 1) == Some(&b'u') => (6, Class::Changes),
            '\\' => (2, Class::Between),
            c => (c.len_utf8(), class(c)),
        };
        match class {
            Class::Word => {}
            Class::Changes => is_changed = true,
            Class::Between => {
                if std::mem::take(&mut is_changed) {
                    flush(word..at)?;
                }
                word = at + len;
            }
        }
        at += len;
    }
    if is_changed { flush(word..inside.len()) } else { Some(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(inside: &str) -> Option<String> {
        let mut kept = Kept::default();
        kept.push_words(0, inside)?;
        Some(kept.text)
    }

    #[test]
    fn only_words_are_kept_that_the_file_does_not_show() {
        let kept = |inside| kept(inside).expect("whole characters");
        assert_eq!(kept("Plain words, “quoted” – and 台湾…"), "");
        assert_eq!(kept("a café in São\\nPaulo"), "cafe sao\n");
        assert_eq!(kept(r"T\u0061iwan \u2014 x\ny"), "taiwan -\n");
        assert_eq!(kept("soft\u{ad}ly Ｔａｉｗａｎ e\u{301}x"), "softly taiwan ex\n");
    }

    #[test]
    fn half_a_character_is_told() {
        let mut kept = Kept::default();
        assert_eq!(kept.push_words(0, r"Café \ud83d"), None);
        assert_eq!(kept.byte_len(), 0);
    }
}
