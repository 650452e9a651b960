//! Strings, numbers and words.

use super::wording::quoted;
use super::{Scan, Slip};
use crate::load::place::place_of;
use crate::tr;

impl Scan<'_> {
    /// Reads past a string, a number or a word.
    pub(super) fn scalar(&mut self, byte: u8) -> Result<(), Slip> {
        match byte {
            b'"' => self.string(),
            b'-' | b'0'..=b'9' => self.number(),
            _ => self.word(),
        }
    }

    /// Reads past a string.
    pub(super) fn string(&mut self) -> Result<(), Slip> {
        let start = self.pos;
        self.pos += 1;
        loop {
            match self.peek() {
                Some(b'"') => {
                    self.pos += 1;
                    return Ok(());
                }
                Some(b'\\') => self.escape()?,
                Some(b'\n' | b'\r') if self.is_rest_blank() => {
                    return Err(self.cut_off_in_string(start));
                }
                Some(b'\n' | b'\r') => {
                    let column = place_of(self.text, start).column.to_string();
                    let message = tr!("json-text-not-closed", column = column);
                    return Err(self.slip(self.pos, message));
                }
                Some(b'\t') => {
                    let message = tr!("json-tab").to_owned();
                    return Err(self.slip(self.pos, message));
                }
                Some(byte) if byte < 0x20 => {
                    let (code, escape) = (format!("{byte:04X}"), format!("{byte:04x}"));
                    let message = tr!("json-control-character", code = code, escape = escape);
                    return Err(self.slip(self.pos, message));
                }
                Some(_) => self.pos += 1,
                None => return Err(self.cut_off_in_string(start)),
            }
        }
    }

    fn is_rest_blank(&self) -> bool {
        self.bytes().get(self.pos..).is_some_and(|rest| rest.trim_ascii().is_empty())
    }

    /// The file ends within a string.
    fn cut_off_in_string(&self, start: usize) -> Slip {
        let place = place_of(self.text, start);
        let (line, column) = (place.line.to_string(), place.column.to_string());
        let message = tr!("json-cut-off-in-text", line = line, column = column);
        self.slip(self.pos, message)
    }

    /// Reads past `\n` and the like.
    fn escape(&mut self) -> Result<(), Slip> {
        let rest = self.bytes().get(self.pos + 1..).unwrap_or_default();
        match rest.first() {
            Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => self.pos += 2,
            Some(b'u') if is_hex(rest.get(1..5)) => self.pos += 6,
            Some(b'u') => {
                let message = tr!("json-unicode-escape");
                return Err(self.slip(self.pos, message.to_owned()));
            }
            // The end of the file is found by who reads the string.
            None => self.pos += 1,
            Some(_) => {
                let next = self.text.get(self.pos + 1..).unwrap_or_default();
                let found = next.chars().next().unwrap_or_default();
                let found = found.escape_debug().to_string();
                let message = tr!("json-unknown-escape", found = found);
                return Err(self.slip(self.pos, message));
            }
        }
        Ok(())
    }

    fn digits(&mut self) -> usize {
        let start = self.pos;
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.pos += 1;
        }
        self.pos - start
    }

    fn number(&mut self) -> Result<(), Slip> {
        let start = self.pos;
        if self.peek() == Some(b'-') {
            self.pos += 1;
        }
        let first = self.pos;
        let whole = self.digits();
        let message = if whole == 0 {
            tr!("json-minus")
        } else if whole > 1 && self.bytes().get(first) == Some(&b'0') {
            tr!("json-leading-zero")
        } else {
            return self.fraction();
        };
        let offset = if whole == 0 { self.pos } else { start };
        match self.peek() {
            Some(b'I' | b'i' | b'N' | b'n') if whole == 0 => Err(self.bad_word(start)),
            _ => Err(self.slip(offset, message.to_owned())),
        }
    }

    fn fraction(&mut self) -> Result<(), Slip> {
        if self.peek() == Some(b'.') {
            self.pos += 1;
            if self.digits() == 0 {
                let message = tr!("json-fraction");
                return Err(self.slip(self.pos, message.to_owned()));
            }
        }
        if matches!(self.peek(), Some(b'e' | b'E')) {
            self.pos += 1;
            if matches!(self.peek(), Some(b'+' | b'-')) {
                self.pos += 1;
            }
            if self.digits() == 0 {
                let message = tr!("json-exponent");
                return Err(self.slip(self.pos, message.to_owned()));
            }
        }
        Ok(())
    }

    fn word(&mut self) -> Result<(), Slip> {
        let rest = self.bytes().get(self.pos..).unwrap_or_default();
        for word in ["true", "false", "null"] {
            let after = rest.get(word.len());
            if rest.starts_with(word.as_bytes()) && !after.is_some_and(u8::is_ascii_alphanumeric) {
                self.pos += word.len();
                return Ok(());
            }
        }
        Err(self.bad_word(self.pos))
    }

    fn bad_word(&self, start: usize) -> Slip {
        let rest = self.text.get(start..).unwrap_or_default();
        let end = rest
            .find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '-'))
            .unwrap_or(rest.len());
        let word = rest.get(..end).unwrap_or_default();
        let advice = match word.trim_start_matches('-').to_lowercase().as_str() {
            "nan" | "infinity" | "inf" => tr!("json-advice-no-such-number"),
            "true" | "false" | "null" => tr!("json-advice-lower-case"),
            "none" | "undefined" | "nil" => tr!("json-advice-leave-out"),
            _ => tr!("json-advice-quote-text"),
        };
        let message = tr!(
            "json-unexpected-with-advice",
            expected = tr!("json-expected-value"),
            found = quoted(word),
            advice = advice,
        );
        self.slip(start, message)
    }
}

fn is_hex(digits: Option<&[u8]>) -> bool {
    digits.is_some_and(|digits| digits.len() == 4 && digits.iter().all(u8::is_ascii_hexdigit))
}
