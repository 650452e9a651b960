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
    // The word to which the next character belongs begins here at the earliest.
    let (mut floor, mut at) = (0, 0);
    while let Some(pos) = next_odd(inside.as_bytes(), at) {
        let (len, class) = class_at(inside, pos)?;
        at = pos + len;
        match class {
            Class::Word => {}
            Class::Between => floor = at,
            Class::Changes => {
                // From the floor on there are only letters and plain ASCII.
                let before = inside.as_bytes().get(floor..pos)?;
                let is_between = |byte: &u8| byte.is_ascii() && !byte.is_ascii_alphanumeric();
                let start = before.iter().rposition(is_between).map_or(floor, |it| floor + it + 1);
                while let Some((len, class)) = class_at(inside, at)
                    && class != Class::Between
                {
                    at += len;
                }
                each(&decoded(inside.get(start..at)?)?);
                floor = at;
            }
        }
    }
    Some(())
}

/// The next place from one on where an escape begins, or a character that is no ASCII and
/// no frequent Chinese one.
fn next_odd(bytes: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    loop {
        let is_odd = |byte: &u8| !byte.is_ascii() || *byte == b'\\';
        at += bytes.get(at..)?.iter().position(is_odd)?;
        // These three bytes are a character between U+5000 and U+8FFF.
        if !matches!(bytes.get(at), Some(0xe5..=0xe8)) {
            return Some(at);
        }
        at += 3;
    }
}

/// How long the character or escape is that begins at a place, and what becomes of it.
fn class_at(inside: &str, at: usize) -> Option<(usize, Class)> {
    Some(match inside.get(at..)?.chars().next()? {
        '\\' if inside.as_bytes().get(at + 1) == Some(&b'u') => (6, Class::Changes),
        '\\' => (2, Class::Between),
        c => (c.len_utf8(), class(c)),
    })
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
    fn the_words_are_those_that_a_look_at_each_character_finds() {
        let parts = ["a", "é", "台", "灣", "\u{9fa5}", " ", "-", "\\n", "\\u0061", "Ｔ", "“", "ß"];
        // All sequences of four.
        for number in 0..parts.len().pow(4) {
            let digit = |place: u32| parts[number / parts.len().pow(place) % parts.len()];
            let inside: String = (0..4).map(digit).collect();
            let (mut plain, mut word, mut at) = (Vec::new(), 0, 0);
            let (mut is_changed, mut found) = (false, Vec::new());
            while let Some((len, class)) = class_at(&inside, at) {
                if class == Class::Between {
                    plain.extend(is_changed.then(|| inside[word..at].to_owned()));
                    (is_changed, word) = (false, at + len);
                }
                is_changed |= class == Class::Changes;
                at += len;
            }
            plain.extend(is_changed.then(|| inside[word..].to_owned()));
            let plain: Vec<_> =
                plain.iter().map(|word| decoded(word).expect("whole").into_owned()).collect();
            changed_words(&inside, |word| found.push(word.to_owned())).expect("whole");
            assert_eq!(found, plain, "{inside}");
        }
    }

    #[test]
    fn half_a_character_is_told() {
        let mut kept = Kept::default();
        assert_eq!(kept.push_words(0, r"Café \ud83d"), None);
        assert_eq!(kept.byte_len(), 0);
    }
}
