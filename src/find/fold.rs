//! Texts as they are compared: without case, accents, widths and kinds of quotation
//! marks.

use std::ops::Range;

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// The text as it is compared: decomposed for compatibility (NFKD), combining marks
/// dropped, in lower case, with one kind of quotation mark, apostrophe and hyphen, and
/// single spaces. Without white space at its ends.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_onto(text, &mut folded);
    folded
}

/// As [`fold`], with the way back to the original.
pub fn fold_with_map(text: &str) -> Folded {
    let mut folded = Folded { text: String::with_capacity(text.len()), ..Folded::default() };
    each_folded(text, |c, from| {
        folded.text.push(c);
        folded.from.resize(folded.text.len(), from.start);
        folded.to.resize(folded.text.len(), from.end);
    });
    folded
}

/// Writes a folded text behind another.
pub(super) fn fold_onto(text: &str, onto: &mut String) {
    each_folded(text, |c, _| onto.push(c));
}

/// A folded text, and where each of its bytes comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folded {
    /// The text, folded.
    pub text: String,
    /// For each byte, where the character that it comes from begins in the original.
    from: Vec<usize>,
    /// For each byte, where what it comes from ends in the original.
    to: Vec<usize>,
}

impl Folded {
    /// Where a stretch of the folded text stands in the original: whole characters, with
    /// their combining marks. Empty for an empty stretch.
    pub fn original(&self, range: Range<usize>) -> Range<usize> {
        let from = self.from.get(range.start);
        let to = range.end.checked_sub(1).and_then(|last| self.to.get(last));
        match (from, to) {
            (Some(&from), Some(&to)) if range.start < range.end => from..to,
            _ => 0..0,
        }
    }
}

/// Calls with each folded character and where it comes from.
fn each_folded(text: &str, mut each: impl FnMut(char, Range<usize>)) {
    let mut space: Option<Range<usize>> = None;
    let mut is_first = true;
    let mut chars = text.char_indices().peekable();
    while let Some((from, c)) = chars.next() {
        let mut to = from + c.len_utf8();
        if c.is_whitespace() || c.is_control() {
            space.get_or_insert(from..to);
            continue;
        }
        while let Some((at, mark)) = chars.next_if(|(_, c)| !c.is_ascii() && is_combining_mark(*c))
        {
            to = at + mark.len_utf8();
        }
        let mut put = |c: char| {
            if let Some(space) = space.take()
                && !is_first
            {
                each(' ', space);
            }
            is_first = false;
            each(c, from..to);
        };
        if c.is_ascii() {
            put(plain(c.to_ascii_lowercase()));
        } else if parts(c, &mut put) {
            space.get_or_insert(from..to);
        }
    }
}

/// Calls with what a character is folded to; returns whether a space is behind it.
///
/// What comes of the first step may have to be taken apart once more: some capitals have
/// marks only in lower case, and some signs decompose to a space and a mark.
fn parts(c: char, put: &mut impl FnMut(char)) -> bool {
    if plain(c) != c {
        put(plain(c));
        return false;
    }
    let mut is_space = false;
    decompose_compatible(c, |part| {
        for lower in part.to_lowercase() {
            decompose_compatible(lower, |part| match part {
                _ if is_combining_mark(part) || is_invisible(part) => {}
                _ if part.is_whitespace() => is_space = true,
                _ => match letters(part) {
                    "" => put(plain(part)),
                    letters => letters.chars().for_each(&mut *put),
                },
            });
        }
    });
    is_space
}

/// Letters with strokes and ligatures that Unicode does not take apart.
fn letters(c: char) -> &'static str {
    match c {
        'đ' | 'ð' => "d",
        'ø' => "o",
        'ł' => "l",
        'ħ' => "h",
        'ı' => "i",
        'æ' => "ae",
        'œ' => "oe",
        'ß' => "ss",
        'ς' => "σ",
        _ => "",
    }
}

/// One kind of quotation mark, apostrophe and hyphen.
fn plain(c: char) -> char {
    match c {
        '‘' | '’' | '‚' | '‛' | '′' | '`' | '´' | 'ʼ' | 'ʻ' | 'ʹ' => '\'',
        '“' | '”' | '„' | '‟' | '″' | '«' | '»' | '「' | '」' | '『' | '』' => '"',
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => '-',
        _ => c,
    }
}

/// What only guides the layout: soft hyphens, joiners, marks of direction.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// Letters of scripts that are written without spaces between words.
fn is_unspaced(c: char) -> bool {
    matches!(u32::from(c),
        0x0e00..=0x0eff | 0x1000..=0x109f | 0x1780..=0x17ff // Thai, Lao, Burmese, Khmer
        | 0x3040..=0x312f | 0x31a0..=0x31ff // kana, bopomofo
        | 0x3400..=0x4dbf | 0x4e00..=0x9fff | 0xf900..=0xfaff | 0x3005..=0x3007 // Han
        | 0x20000..=0x3ffff)
}

/// What becomes of a character when a text is folded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// A letter or digit that stays as it is, but for the case of an ASCII letter.
    Word,
    /// It becomes something that is no letter and no digit, or a space.
    Between,
    /// Anything else: other letters, or nothing at all.
    Changes,
}

/// What becomes of a character, whatever stands around it.
pub(super) fn class(c: char) -> Class {
    if c.is_ascii() {
        return if c.is_ascii_alphanumeric() { Class::Word } else { Class::Between };
    }
    if matches!(c, FIRST_HAN..=LAST_HAN) {
        return Class::Word;
    }
    class_by_parts(c)
}

/// The most frequent Chinese characters: letters that folding leaves alone, which need not
/// be looked up.
const FIRST_HAN: char = '\u{4e00}';
const LAST_HAN: char = '\u{9fa5}';

fn class_by_parts(c: char) -> Class {
    if c.is_whitespace() || c.is_control() {
        return Class::Between;
    }
    if is_combining_mark(c) {
        return Class::Changes;
    }
    let (mut count, mut is_same, mut has_letter) = (0, true, false);
    let is_space = parts(c, &mut |part| {
        count += 1;
        is_same &= part == c;
        has_letter |= part.is_alphanumeric();
    });
    match has_letter {
        true if count == 1 && is_same && !is_space => Class::Word,
        false if count > 0 || is_space => Class::Between,
        _ => Class::Changes,
    }
}

/// Whether two characters in a row belong to one word.
pub(super) fn is_joined(before: Option<char>, after: Option<char>) -> bool {
    let is_letter = |c: char| c.is_alphanumeric() && !is_unspaced(c);
    before.is_some_and(is_letter) && after.is_some_and(is_letter)
}

/// Whether a word may begin or end at a byte of a folded text.
pub(super) fn is_border(text: &str, at: usize) -> bool {
    let (Some(before), Some(after)) = (text.get(..at), text.get(at..)) else {
        return false;
    };
    !is_joined(before.chars().next_back(), after.chars().next())
}

#[cfg(test)]
#[path = "fold_tests.rs"]
mod tests;
