//! Says what is wrong with a text that is not JSON, so that the person who wrote
//! it finds the slip.
//!
//! serde_json decides whether a text is JSON; only where it says no, this looks
//! for the place again and words it.

use super::place::place_of;
use crate::tr;

mod scalar;
mod wording;

/// The first slip in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Slip {
    pub offset: usize,
    pub message: String,
}

/// What may come next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Expected {
    Value,
    ValueOrEnd,
    Key,
    KeyOrEnd,
    Colon,
    CommaOrEnd,
    EndOfFile,
}

/// How deep the beginnings of objects and lists are remembered.
const REMEMBERED: usize = 1000;

struct Scan<'a> {
    text: &'a str,
    pos: usize,
    /// `{` and `[` that are open.
    open: Vec<u8>,
    /// Where the outermost of them stand.
    starts: Vec<usize>,
    expected: Expected,
    /// Where the last comma stands, if nothing but space has followed it.
    comma: Option<usize>,
}

/// The first slip in a text; none if the text is JSON.
pub(super) fn first_slip(text: &str) -> Option<Slip> {
    let mut scan = Scan {
        text,
        pos: 0,
        open: Vec::new(),
        starts: Vec::new(),
        expected: Expected::Value,
        comma: None,
    };
    loop {
        match scan.step() {
            Ok(true) => {}
            Ok(false) => return None,
            Err(slip) => return Some(slip),
        }
    }
}

impl Scan<'_> {
    fn bytes(&self) -> &[u8] {
        self.text.as_bytes()
    }

    fn peek(&self) -> Option<u8> {
        self.bytes().get(self.pos).copied()
    }

    /// Reads one token; false at the end of a whole text.
    fn step(&mut self) -> Result<bool, Slip> {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\r' | b'\n')) {
            self.pos += 1;
        }
        let Some(byte) = self.peek() else {
            return if self.expected == Expected::EndOfFile {
                Ok(false)
            } else {
                Err(self.cut_off())
            };
        };
        match (self.expected, byte) {
            (Expected::Value | Expected::ValueOrEnd, b'{' | b'[') => self.open(byte),
            (Expected::Value | Expected::ValueOrEnd, _)
                if byte == b'"' || byte == b'-' || byte.is_ascii_alphanumeric() =>
            {
                self.scalar(byte)?;
                self.after_value();
            }
            (Expected::ValueOrEnd, b']') | (Expected::KeyOrEnd, b'}') => self.close(),
            (Expected::CommaOrEnd, b'}') if self.open.last() == Some(&b'{') => self.close(),
            (Expected::CommaOrEnd, b']') if self.open.last() == Some(&b'[') => self.close(),
            (Expected::Key | Expected::KeyOrEnd, b'"') => {
                self.string()?;
                self.comma = None;
                self.expected = Expected::Colon;
            }
            (Expected::Colon, b':') => {
                self.pos += 1;
                self.expected = Expected::Value;
            }
            (Expected::CommaOrEnd, b',') => {
                self.comma = Some(self.pos);
                self.pos += 1;
                self.expected = match self.open.last() {
                    Some(b'{') => Expected::Key,
                    _ => Expected::Value,
                };
            }
            _ => return Err(self.unexpected()),
        }
        Ok(true)
    }

    fn open(&mut self, byte: u8) {
        if self.open.len() < REMEMBERED {
            self.starts.push(self.pos);
        }
        self.open.push(byte);
        self.pos += 1;
        self.comma = None;
        self.expected = if byte == b'{' { Expected::KeyOrEnd } else { Expected::ValueOrEnd };
    }

    fn close(&mut self) {
        self.pos += 1;
        self.open.pop();
        self.starts.truncate(self.open.len());
        self.after_value();
    }

    fn after_value(&mut self) {
        self.comma = None;
        self.expected =
            if self.open.is_empty() { Expected::EndOfFile } else { Expected::CommaOrEnd };
    }

    fn slip(&self, offset: usize, message: String) -> Slip {
        Slip { offset, message }
    }

    /// The text ends too early.
    fn cut_off(&self) -> Slip {
        let expected = self.expected.words(self.open.last());
        let message = match (self.open.last(), self.starts.last()) {
            (Some(open), Some(start)) if self.starts.len() == self.open.len() => {
                let line = place_of(self.text, *start).line.to_string();
                let open = char::from(*open).to_string();
                tr!("json-not-closed", expected = expected, open = open, line = line)
            }
            _ => tr!("json-cut-off", expected = expected),
        };
        self.slip(self.text.len(), message)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slip(text: &str) -> String {
        let slip = first_slip(text).expect("a slip");
        format!("{}: {}", place_of(text, slip.offset), slip.message)
    }

    #[test]
    fn each_common_slip_is_named() {
        let texts = [
            "{\"events\": [{\"a\": 1,}]}",
            "{\"events\": [1, ]}",
            "{'events': []}",
            "{events: []}",
            "{\"a\": 'x'}",
            "{\"a\": NaN}",
            "{\"a\": -Infinity}",
            "{\"a\": True}",
            "{\"a\": undefined}",
            "// who\n{}",
            "{\"a\": 1 # one\n}",
            "{\"a\": \"x\n\"}",
            "{\"a\": \"x",
            "{\"a\": \"\\x\"}",
            "{\"a\": \"\\u12\"}",
            "{\"a\" 1}",
            "{\"a\": 1 \"b\": 2}",
            "{\"a\": [1, 2}",
            "{\"a\": 01}",
            "{\"a\": +1}",
            "{\"a\": .5}",
            "{\"a\": 1.}",
            "{\"a\": 1e}",
            "{\"a\": -}",
            "{\"a\": “x”}",
            "{\"a\":: 1}",
            "{,\"a\": 1}",
            "{\"a\": 1}\n{\"a\": 2}",
            "{\"a\": [1",
            "{\"a\": \u{0}}",
            "{\u{0}\"\u{0}a\u{0}",
            "{\"a\": 1=2}",
            "{\"a\": 1;}",
            "{\"a\": \u{a0}1}",
        ];
        let all: Vec<String> = texts
            .iter()
            .map(|text| format!("{}\n    {}", text.escape_debug(), slip(text)))
            .collect();
        insta::assert_snapshot!(all.join("\n"));
    }

    proptest::proptest! {
        #[test]
        fn there_is_a_slip_where_serde_json_sees_one(
            text in "([\\[\\]{}\",:]|[0-9]|-|\\.|e|\\\\|u|true|null| |\\PC|\n|\"a\"){0,24}",
        ) {
            let is_json = serde_json::from_str::<serde::de::IgnoredAny>(&text).is_ok();
            proptest::prop_assert_eq!(first_slip(&text).is_none(), is_json);
            if let Some(slip) = first_slip(&text) {
                proptest::prop_assert!(text.get(slip.offset..).is_some());
            }
        }
    }

    #[test]
    fn deep_nesting_is_no_danger() {
        let text = "[".repeat(1_000_000);
        assert_eq!(first_slip(&text).map(|slip| slip.offset), Some(text.len()));
        let text = format!("{}{}", text, "]".repeat(1_000_000));
        assert_eq!(first_slip(&text), None);
    }
}
