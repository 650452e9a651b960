//! Steps through JSON that has a known form, byte by byte.
//!
//! What is stepped over is JSON as strictly as serde_json takes it. Where it is not, or is
//! of another form, there is an error that does not say why: who reads with care does.

use std::borrow::Cow;

use serde::Deserialize;

use crate::model::range_in;

/// What stands here is to be read with care.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Careful;

/// A place in a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cursor<'a> {
    text: &'a str,
    pos: usize,
}

/// A JSON string.
#[derive(Clone, Copy, Debug)]
pub(super) struct Quoted<'a> {
    /// What stands between its quotation marks, as it stands there.
    pub inside: &'a str,
    pub has_escapes: bool,
}

impl<'a> Quoted<'a> {
    /// The text that it stands for; none where it holds half a character.
    pub fn decoded(self) -> Result<Cow<'a, str>, Careful> {
        if self.has_escapes {
            decoded(self.inside).ok_or(Careful)
        } else {
            Ok(Cow::Borrowed(self.inside))
        }
    }

    /// Whether there is more in it than white space.
    pub fn has_words(self) -> Result<bool, Careful> {
        let first = self.inside.as_bytes().first();
        if first.is_some_and(|byte| byte.is_ascii_graphic() && *byte != b'\\') {
            return Ok(true);
        }
        Ok(!self.decoded()?.trim_start().is_empty())
    }
}

/// The text that the inside of a JSON string stands for; none where it holds half a
/// character.
pub(crate) fn decoded(inside: &str) -> Option<Cow<'_, str>> {
    if memchr::memchr(b'\\', inside.as_bytes()).is_none() {
        return Some(Cow::Borrowed(inside));
    }
    serde_json::from_str::<String>(&format!("\"{inside}\"")).map(Cow::Owned).ok()
}

/// The members of an object, or the items of a list, that are being passed.
#[derive(Debug)]
pub(super) struct Walk {
    is_first: bool,
    /// One bit for each name that was met.
    seen: u32,
}

impl Walk {
    /// Notes that a member was met, by a number below 32; no name may come twice.
    pub fn once(&mut self, number: u32) -> Result<(), Careful> {
        let bit = 1 << number;
        let is_new = self.seen & bit == 0;
        self.seen |= bit;
        is_new.then_some(()).ok_or(Careful)
    }
}

impl<'a> Cursor<'a> {
    /// A place in a text, in bytes.
    pub fn new(text: &'a str, pos: usize) -> Self {
        Self { text, pos }
    }

    /// Where it stands, in bytes.
    pub fn pos(&self) -> usize {
        self.pos
    }

    /// The next byte that is no white space.
    pub fn peek(&mut self) -> Result<u8, Careful> {
        loop {
            match self.text.as_bytes().get(self.pos) {
                Some(b' ' | b'\n' | b'\r' | b'\t') => self.pos += 1,
                Some(byte) => return Ok(*byte),
                None => return Err(Careful),
            }
        }
    }

    fn pass(&mut self, byte: u8) -> Result<(), Careful> {
        if self.peek()? == byte {
            self.pos += 1;
            Ok(())
        } else {
            Err(Careful)
        }
    }

    /// Begins an object.
    pub fn object(&mut self) -> Result<Walk, Careful> {
        self.pass(b'{')?;
        Ok(Walk { is_first: true, seen: 0 })
    }

    /// The name of the next member, behind whose colon the cursor then stands; none at the
    /// end of the object, which has then been passed.
    pub fn member(&mut self, walk: &mut Walk) -> Result<Option<&'a str>, Careful> {
        if !self.goes_on(walk, b'}')? {
            return Ok(None);
        }
        let name = self.string()?;
        if name.has_escapes {
            return Err(Careful);
        }
        self.pass(b':')?;
        Ok(Some(name.inside))
    }

    /// Begins a list.
    pub fn list(&mut self) -> Result<Walk, Careful> {
        self.pass(b'[')?;
        Ok(Walk { is_first: true, seen: 0 })
    }

    /// Whether another item comes; where not, the end of the list has been passed.
    pub fn item(&mut self, walk: &mut Walk) -> Result<bool, Careful> {
        self.goes_on(walk, b']')
    }

    fn goes_on(&mut self, walk: &mut Walk, end: u8) -> Result<bool, Careful> {
        let byte = self.peek()?;
        if byte == end {
            self.pos += 1;
            return Ok(false);
        }
        if std::mem::take(&mut walk.is_first) {
            return Ok(true);
        }
        if byte != b',' {
            return Err(Careful);
        }
        self.pos += 1;
        // No comma stands before the end.
        if self.peek()? == end { Err(Careful) } else { Ok(true) }
    }

    /// Passes a string.
    pub fn string(&mut self) -> Result<Quoted<'a>, Careful> {
        self.pass(b'"')?;
        let (bytes, start) = (self.text.as_bytes(), self.pos);
        let (mut pos, mut has_escapes, mut has_codes) = (start, false, false);
        loop {
            pos += plain(bytes.get(pos..).unwrap_or_default());
            match bytes.get(pos) {
                Some(b'"') => break,
                Some(b'\\') => {
                    has_escapes = true;
                    match bytes.get(pos + 1) {
                        Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => {}
                        Some(b'u') => has_codes = true,
                        _ => return Err(Careful),
                    }
                    pos += 2;
                }
                _ => return Err(Careful),
            }
        }
        let inside = self.text.get(start..pos).ok_or(Careful)?;
        self.pos = pos + 1;
        if has_codes {
            decoded(inside).ok_or(Careful)?;
        }
        Ok(Quoted { inside, has_escapes })
    }

    /// Passes a value of any kind, as serde reads it.
    pub fn value<T: Deserialize<'a>>(&mut self) -> Result<T, Careful> {
        let rest = self.text.get(self.pos..).ok_or(Careful)?;
        let mut values = serde_json::Deserializer::from_str(rest).into_iter::<T>();
        let value = values.next().and_then(Result::ok).ok_or(Careful)?;
        self.pos += values.byte_offset();
        Ok(value)
    }

    /// Where a part of the text stands in it.
    pub fn range(&self, part: &str) -> std::ops::Range<usize> {
        range_in(self.text, part)
    }
}

/// How many bytes stand before the first quotation mark, backslash or control character,
/// or before the end. Eight bytes at a time, as serde_json does it; see “Determine if a
/// word has a byte less than n” in S. E. Anderson, *Bit Twiddling Hacks*.
fn plain(bytes: &[u8]) -> usize {
    const ONES: u64 = u64::MAX / 255;
    const HIGHS: u64 = ONES << 7;
    let (words, rest) = bytes.as_chunks::<8>();
    for (word, at) in words.iter().zip((0..).step_by(8)) {
        let word = u64::from_le_bytes(*word);
        let zero = |word: u64| word.wrapping_sub(ONES) & !word;
        let control = word.wrapping_sub(ONES * 0x20) & !word;
        let quote = zero(word ^ (ONES * u64::from(b'"')));
        let backslash = zero(word ^ (ONES * u64::from(b'\\')));
        let found = (control | quote | backslash) & HIGHS;
        if found != 0 {
            // The lowest is one in any case; above it there may be false ones.
            return at + found.trailing_zeros() as usize / 8;
        }
    }
    let is_plain = |byte: &&u8| !matches!(**byte, b'"' | b'\\' | 0..0x20);
    bytes.len() - rest.len() + rest.iter().take_while(is_plain).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_of_what_is_plain_is_found_wherever_it_stands() {
        for len in 0..40 {
            for odd in [b'"', b'\\', 0, 0x1f, b'\n'] {
                for fill in [b'x', b' ', b'!', b'#', b'[', b']', 0x7f, 0x80, 0xa2, 0xdc, 0xff] {
                    let mut bytes = vec![fill; len];
                    assert_eq!(plain(&bytes), len);
                    bytes.extend([odd, odd, fill, fill, b'"', fill, fill, fill, fill, fill]);
                    assert_eq!(plain(&bytes), len, "{fill} {odd}");
                }
            }
        }
    }

    /// Passes any value by its form, and returns where it ends.
    fn passed(text: &str) -> Option<usize> {
        fn value(cursor: &mut Cursor<'_>) -> Result<(), Careful> {
            match cursor.peek()? {
                b'{' => {
                    let mut walk = cursor.object()?;
                    while cursor.member(&mut walk)?.is_some() {
                        value(cursor)?;
                    }
                }
                b'[' => {
                    let mut walk = cursor.list()?;
                    while cursor.item(&mut walk)? {
                        value(cursor)?;
                    }
                }
                b'"' => _ = cursor.string()?,
                _ => _ = cursor.value::<serde::de::IgnoredAny>()?,
            }
            Ok(())
        }
        let mut cursor = Cursor::new(text, 0);
        value(&mut cursor).ok()?;
        Some(cursor.pos())
    }

    #[test]
    fn what_is_passed_is_json() {
        let good = [
            r#"{"a": [1, "b", {}], "c" : {"d":[ ] } }"#,
            r#"["\u4e2d\n", -1.5e3, true, null, "\ud83d\ude00", ""]"#,
            "\t[\r\n]",
        ];
        for text in good {
            assert_eq!(passed(text), Some(text.len()), "{text}");
        }
        let bad = [
            "{\"a\": 1,}",
            "[1,]",
            "[,1]",
            "[1 2]",
            "{\"a\" 1}",
            "{a: 1}",
            "[\"\n\"]",
            r#"["\x"]"#,
            r#"["\u12"]"#,
            r#"["\ud83d"]"#,
            r#"["\ude00\ud83d"]"#,
            "[\"a",
            "[",
            "{",
            "",
            "[1",
            "[-]",
            "{\"a\"",
            "{\"a\":",
            "[\"\\",
            "[tru]",
            "[01]",
            "{,\"a\": 1}",
            "{\"a\": 1 \"b\": 2}",
        ];
        for text in bad {
            assert!(serde_json::from_str::<serde_json::Value>(text).is_err(), "{text}");
            assert_eq!(passed(text), None, "{text}");
        }
    }
}
