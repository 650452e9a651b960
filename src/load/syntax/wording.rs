//! What was expected, what was found instead, and what to do.

use super::{Expected, Scan, Slip};
use crate::load::path::shortened;
use crate::tr;

impl Expected {
    pub(super) fn words(self, open: Option<&u8>) -> &'static str {
        match self {
            Self::Value if open.is_none() => tr!("json-expected-file"),
            Self::Value => tr!("json-expected-value"),
            Self::ValueOrEnd => tr!("json-expected-value-or-end"),
            Self::Key => tr!("json-expected-key"),
            Self::KeyOrEnd => tr!("json-expected-key-or-end"),
            Self::Colon => tr!("json-expected-colon"),
            Self::CommaOrEnd if open == Some(&b'{') => {
                tr!("json-expected-comma-or-end-of-object")
            }
            Self::CommaOrEnd => tr!("json-expected-comma-or-end-of-list"),
            Self::EndOfFile => tr!("json-expected-end"),
        }
    }
}

impl Scan<'_> {
    /// Something stands where it may not.
    pub(super) fn unexpected(&self) -> Slip {
        let rest = self.text.get(self.pos..).unwrap_or_default();
        let found = rest.chars().next().unwrap_or_default();
        if let (Some(comma), '}' | ']') = (self.comma, found) {
            let message = match found {
                '}' => tr!("json-last-comma-member", found = found.to_string()),
                _ => tr!("json-last-comma-item", found = found.to_string()),
            };
            return self.slip(comma, message);
        }
        let expected = self.expected.words(self.open.last());
        let what = named(found, rest);
        let message = match self.advice(found) {
            Some(advice) => tr!(
                "json-unexpected-with-advice",
                expected = expected,
                found = what,
                advice = advice,
            ),
            None => tr!("json-unexpected", expected = expected, found = what),
        };
        self.slip(self.pos, message)
    }

    fn advice(&self, found: char) -> Option<&'static str> {
        let wants_value = matches!(self.expected, Expected::Value | Expected::ValueOrEnd);
        let wants_key = matches!(self.expected, Expected::Key | Expected::KeyOrEnd);
        Some(match found {
            '\0' => tr!("json-advice-utf-16"),
            '/' | '#' => tr!("json-advice-comment"),
            '\'' => tr!("json-advice-quotation"),
            '“' | '”' | '„' | '‘' | '’' | '«' | '»' => {
                tr!("json-advice-straight")
            }
            '\u{a0}' | '\u{3000}' | '\u{feff}' | '\u{200b}' => {
                tr!("json-advice-space")
            }
            '+' | '.' if wants_value => tr!("json-advice-number"),
            ',' | ':' => tr!("json-advice-too-many"),
            '=' | ';' if !wants_value => tr!("json-advice-signs"),
            _ if wants_key && found.is_alphanumeric() => tr!("json-advice-quote-name"),
            _ if self.expected == Expected::Colon => tr!("json-advice-colon"),
            _ if self.expected == Expected::EndOfFile => {
                tr!("json-advice-one-object")
            }
            '}' | ']' if self.expected == Expected::CommaOrEnd => {
                tr!("json-advice-closing")
            }
            '"' | '{' | '[' if self.expected == Expected::CommaOrEnd => {
                tr!("json-advice-comma-missing")
            }
            _ if self.expected == Expected::CommaOrEnd && found.is_alphanumeric() => {
                tr!("json-advice-quote-missing")
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
        tr!("json-found-character", code = format!("{:04X}", u32::from(found)))
    } else if matches!(found, '\u{feff}' | '\u{200b}') {
        tr!("json-found-invisible", code = format!("{:04X}", u32::from(found)))
    } else {
        format!("`{found}`")
    }
}

pub(super) fn quoted(word: &str) -> String {
    format!("`{}`", shortened(word, 30))
}
