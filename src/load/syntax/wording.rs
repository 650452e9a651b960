//! What was expected, what was found instead, and what to do.

use super::{Expected, Scan, Slip};
use crate::load::path::shortened;

impl Expected {
    pub(super) fn words(self, open: Option<&u8>) -> &'static str {
        match self {
            Self::Value if open.is_none() => "an object with a list of events",
            Self::Value => "a value",
            Self::ValueOrEnd => "a value or `]`",
            Self::Key => "the name of a member in quotation marks",
            Self::KeyOrEnd => "the name of a member in quotation marks, or `}`",
            Self::Colon => "`:`",
            Self::CommaOrEnd if open == Some(&b'{') => "`,` or `}`",
            Self::CommaOrEnd => "`,` or `]`",
            Self::EndOfFile => "the end of the file",
        }
    }
}

impl Scan<'_> {
    /// Something stands where it may not.
    pub(super) fn unexpected(&self) -> Slip {
        let rest = self.text.get(self.pos..).unwrap_or_default();
        let found = rest.chars().next().unwrap_or_default();
        if let (Some(comma), '}' | ']') = (self.comma, found) {
            let message = format!(
                "expected another {} behind this `,`, but `{found}` follows; remove the `,`",
                if found == '}' { "member" } else { "item" },
            );
            return self.slip(comma, message);
        }
        let expected = self.expected.words(self.open.last());
        let mut message = format!("expected {expected}, found {}", named(found, rest));
        if let Some(advice) = self.advice(found) {
            message.push_str("; ");
            message.push_str(advice);
        }
        self.slip(self.pos, message)
    }

    fn advice(&self, found: char) -> Option<&'static str> {
        let wants_value = matches!(self.expected, Expected::Value | Expected::ValueOrEnd);
        let wants_key = matches!(self.expected, Expected::Key | Expected::KeyOrEnd);
        Some(match found {
            '\0' => "if the file is UTF-16, save it again with the encoding UTF-8",
            '/' | '#' => "JSON has no comments: remove it",
            '\'' => "JSON knows only the quotation mark `\"`",
            '“' | '”' | '„' | '‘' | '’' | '«' | '»' => {
                "JSON knows only the straight quotation mark `\"`"
            }
            '\u{a0}' | '\u{3000}' | '\u{feff}' | '\u{200b}' => {
                "it looks like a space but is none in JSON: replace it by a space"
            }
            '+' | '.' if wants_value => "write numbers as 1 or 0.5",
            ',' | ':' => "there is one too many",
            '=' | ';' if !wants_value => "JSON has only `:` and `,` between its parts",
            _ if wants_key && found.is_alphanumeric() => "put the name in quotation marks",
            _ if self.expected == Expected::Colon => "put a `:` between a name and its value",
            _ if self.expected == Expected::EndOfFile => {
                "a file holds one object only, and nothing behind it"
            }
            '}' | ']' if self.expected == Expected::CommaOrEnd => {
                "each `{` is closed by `}` and each `[` by `]`"
            }
            '"' | '{' | '[' if self.expected == Expected::CommaOrEnd => {
                "is a `,` missing before it?"
            }
            _ if self.expected == Expected::CommaOrEnd && found.is_alphanumeric() => {
                "is a `\"` missing, or does one within text lack the `\\` before it?"
            }
            _ => return None,
        })
    }
}

/// What was found: a whole word, or a character.
fn named(found: char, rest: &str) -> String {
    if found.is_alphanumeric() {
        let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_');
        quoted(rest.get(..end.unwrap_or(rest.len())).unwrap_or_default())
    } else if found.is_control() || (found.is_whitespace() && found != ' ') {
        format!("the character U+{:04X}", u32::from(found))
    } else if matches!(found, '\u{feff}' | '\u{200b}') {
        format!("the invisible character U+{:04X}", u32::from(found))
    } else {
        format!("`{found}`")
    }
}

pub(super) fn quoted(word: &str) -> String {
    format!("`{}`", shortened(word, 30))
}
