//! In which words two wordings of one statement differ.
//!
//! Texts are compared word by word; Chinese, which has no spaces, character by
//! character. Case, the form of quotation marks and space do not count. The texts
//! themselves are never changed: put together again, the pieces are the texts.

use std::ops::Range;
use std::time::{Duration, Instant};

use similar::{Algorithm, DiffOp, DiffTag, DiffableStr as _, capture_diff_slices_deadline};

/// Longer texts are not compared: nobody reads marks in them, and it takes long.
pub const LONGEST: usize = 20_000;

/// What a comparison may take at most; after it, it is coarser.
const PATIENCE: Duration = Duration::from_millis(8);

/// A piece of two texts that stand aligned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Both have it: the words of the second text, in bytes.
    Both(Range<usize>),
    /// Only the first text has it, in bytes of the first.
    FirstOnly(Range<usize>),
    /// Only the second text has it, in bytes of the second.
    SecondOnly(Range<usize>),
}

/// The two texts as one row of pieces. What stands in one place of both and differs is
/// given as that of the first, then that of the second. `None` where a text is too
/// long.
pub fn aligned(first: &str, second: &str) -> Option<Vec<Piece>> {
    if first.len() > LONGEST || second.len() > LONGEST {
        return None;
    }
    let (old, new) = (words(first), words(second));
    let mut pieces = Vec::new();
    // Space belongs to the word before it, so that nothing of either text is lost.
    let (mut old_end, mut new_end) = (0, 0);
    for operation in operations(&old, &new) {
        let (tag, old_words, new_words) = operation.as_tag_tuple();
        let old_to = next_start(&old, old_words.end, first);
        let new_to = next_start(&new, new_words.end, second);
        let (old_part, new_part) = (old_end..old_to, new_end..new_to);
        (old_end, new_end) = (old_to, new_to);
        match tag {
            DiffTag::Equal => pieces.push(Piece::Both(new_part)),
            DiffTag::Delete => pieces.push(Piece::FirstOnly(old_part)),
            DiffTag::Insert => pieces.push(Piece::SecondOnly(new_part)),
            DiffTag::Replace => {
                pieces.push(Piece::FirstOnly(old_part));
                pieces.push(Piece::SecondOnly(new_part));
            }
        }
    }
    // Of a text without any word, the space: it does not count.
    pieces.push(Piece::Both(new_end..second.len()));
    pieces.retain(|piece| !piece.range().is_empty());
    Some(pieces)
}

impl Piece {
    /// Its bytes, in the text that it is of.
    pub fn range(&self) -> Range<usize> {
        match self {
            Self::Both(range) | Self::FirstOnly(range) | Self::SecondOnly(range) => range.clone(),
        }
    }

    /// Its words.
    pub fn text<'a>(&self, first: &'a str, second: &'a str) -> &'a str {
        let text = if matches!(self, Self::FirstOnly(_)) { first } else { second };
        text.get(self.range()).unwrap_or_default()
    }
}

/// Where the word at a position begins; the end of the text after the last one, and
/// the beginning of the text for what stands before the first.
fn next_start(words: &[(Range<usize>, &str)], pos: usize, text: &str) -> usize {
    if pos == 0 {
        return 0;
    }
    words.get(pos).map_or(text.len(), |(range, _)| range.start)
}

/// The parts of `second` that `first` does not have, in bytes: words and signs,
/// joined where only space lies between. Nothing where a text is too long.
pub fn differing(first: &str, second: &str) -> Vec<Range<usize>> {
    if first.len() > LONGEST || second.len() > LONGEST {
        return Vec::new();
    }
    let (old, new) = (words(first), words(second));
    let mut ranges: Vec<Range<usize>> = Vec::new();
    let mut last_word = None;
    for operation in operations(&old, &new) {
        let (tag, _, words) = operation.as_tag_tuple();
        if !matches!(tag, DiffTag::Insert | DiffTag::Replace) {
            continue;
        }
        let (Some(first), Some(last)) = (new.get(words.start), new.get(words.end - 1)) else {
            continue;
        };
        match ranges.last_mut() {
            // Two operations next to each other are one place that differs.
            Some(range) if last_word == Some(words.start) => range.end = last.0.end,
            _ => ranges.push(first.0.start..last.0.end),
        }
        last_word = Some(words.end);
    }
    ranges
}

fn operations(old: &[(Range<usize>, &str)], new: &[(Range<usize>, &str)]) -> Vec<DiffOp> {
    let deadline = Instant::now().checked_add(PATIENCE);
    capture_diff_slices_deadline(Algorithm::Myers, &keys(old), &keys(new), deadline)
}

/// Words and signs with their places, without the space between.
fn words(text: &str) -> Vec<(Range<usize>, &str)> {
    let mut at = 0;
    let mut words = Vec::new();
    for token in text.tokenize_unicode_words() {
        let range = at..at + str::len(token);
        at = range.end;
        if !token.chars().all(char::is_whitespace) {
            words.push((range, token));
        }
    }
    words
}

/// What is compared.
fn keys(words: &[(Range<usize>, &str)]) -> Vec<String> {
    let plain = |c: char| match c {
        '‘' | '’' => '\'',
        '“' | '”' => '"',
        _ => c,
    };
    words.iter().map(|(_, word)| word.to_lowercase().chars().map(plain).collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(first: &str, second: &str) -> String {
        let mut out = second.to_owned();
        for range in differing(first, second).into_iter().rev() {
            out.insert(range.end, ']');
            out.insert(range.start, '[');
        }
        out
    }

    fn pieces(first: &str, second: &str) -> String {
        let pieces = aligned(first, second).expect("not too long");
        let text = |piece: &Piece| match piece {
            Piece::Both(_) => piece.text(first, second).to_owned(),
            Piece::FirstOnly(_) => format!("-{}-", piece.text(first, second)),
            Piece::SecondOnly(_) => format!("+{}+", piece.text(first, second)),
        };
        pieces.iter().map(text).collect()
    }

    #[test]
    fn words_that_the_main_wording_lacks_are_marked() {
        let main = "we expected to have tough and direct talks on a wide range of issues, and \
                    that's exactly what we had";
        let wording = "We expected to have tough, face-to-face discussions on many subjects, and \
                       that is exactly what happened.";
        assert_eq!(
            marked(main, wording),
            "We expected to have tough[, face-to-face discussions] on [many subjects], and \
             [that is] exactly what [happened.]"
        );
    }

    #[test]
    fn case_quotation_marks_and_space_do_not_count() {
        assert_eq!(marked("That's “so”\nhere", "that’s \"so\" here"), "that’s \"so\" here");
        assert_eq!(pieces("That's “so”\nhere", "that’s \"so\" here"), "that’s \"so\" here");
    }

    #[test]
    fn a_shortened_wording_has_nothing_to_mark() {
        assert_eq!(marked("the rules-based order", "the order"), "the order");
        assert_eq!(
            marked("the rules-based order", "the rule-based order"),
            "the [rule]-based order"
        );
    }

    #[test]
    fn empty_and_huge_texts_are_not_compared() {
        assert!(differing("", "").is_empty());
        assert!(differing("a", &"b ".repeat(LONGEST)).is_empty());
        assert_eq!(marked("", "all new"), "[all new]");
        assert_eq!(aligned("a", &"b ".repeat(LONGEST)), None);
        assert_eq!(aligned("", ""), Some(Vec::new()));
        assert_eq!(pieces("a", " "), "-a- ");
    }

    #[test]
    fn both_texts_stand_aligned_word_by_word() {
        assert_eq!(
            pieces("stop promoting its own democracy", "stop pushing its democracy now"),
            "stop -promoting -+pushing +its -own -democracy +now+"
        );
    }

    #[test]
    fn chinese_is_compared_character_by_character() {
        assert_eq!(
            pieces("中方坚决反对美方干涉中国内政", "中方反对美国干涉内政"),
            "中方-坚决-反对美-方-+国+干涉-中国-内政"
        );
    }
}
