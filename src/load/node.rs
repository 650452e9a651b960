//! A JSON value as a stretch of the file's text, read no further than asked for.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use serde::de::{Deserializer as _, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use crate::model::range_in;

/// A JSON value: its text, and where that stands in the file.
///
/// The text has been found to be JSON before; where it is not, the value is taken
/// as empty.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node<'a> {
    text: &'a str,
    offset: usize,
}

/// What a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NodeKind {
    Null,
    Bool,
    Number,
    Text,
    List,
    Object,
}

/// A member of an object.
#[derive(Clone, Debug)]
pub(super) struct Member<'a> {
    pub key: Cow<'a, str>,
    /// The key as it is written, with its quotation marks.
    pub key_node: Node<'a>,
    pub value: Node<'a>,
}

impl<'a> Node<'a> {
    /// A value that stands at an offset of the file.
    pub fn new(text: &'a str, offset: usize) -> Self {
        Self { text, offset }
    }

    /// The value that serde_json found within `self`'s text.
    pub fn inner(self, raw: &'a RawValue) -> Self {
        let text = raw.get();
        // `raw` borrows from `self.text`.
        let within = range_in(self.text, text).start;
        Self { text, offset: self.offset.wrapping_add(within) }
    }

    /// The value's bytes in the file.
    pub fn range(self) -> Range<usize> {
        self.offset..self.offset + self.text.len()
    }

    /// Where the value begins in the file.
    pub fn offset(self) -> usize {
        self.offset
    }

    /// The value as it is written.
    pub fn text(self) -> &'a str {
        self.text
    }

    pub fn kind(self) -> NodeKind {
        match self.text.as_bytes().first() {
            Some(b'{') => NodeKind::Object,
            Some(b'[') => NodeKind::List,
            Some(b'"') => NodeKind::Text,
            Some(b't' | b'f') => NodeKind::Bool,
            Some(b'n') | None => NodeKind::Null,
            Some(_) => NodeKind::Number,
        }
    }

    /// The members of an object in the order of the file, those of the same name
    /// too. None of anything else.
    pub fn members(self) -> Vec<Member<'a>> {
        let mut members = Vec::new();
        if self.kind() == NodeKind::Object {
            let visitor = Members { node: self, found: &mut members };
            // The text is JSON, so this can not fail.
            let _ = serde_json::Deserializer::from_str(self.text).deserialize_map(visitor);
        }
        members
    }

    /// Hands each item of a list to `each`, with its position. There are none in
    /// anything else.
    pub fn for_each_item(self, each: impl FnMut(usize, Node<'a>)) {
        if self.kind() == NodeKind::List {
            let visitor = Items { node: self, each };
            // The text is JSON, so this can not fail.
            let _ = serde_json::Deserializer::from_str(self.text).deserialize_seq(visitor);
        }
    }

    /// The text that a JSON string stands for; an error, with what is left of the
    /// text, where it holds half a character (a lone surrogate).
    pub fn string(self) -> Result<Cow<'a, str>, String> {
        let inside =
            self.text.strip_prefix('"').and_then(|text| text.strip_suffix('"')).unwrap_or_default();
        if memchr::memchr(b'\\', inside.as_bytes()).is_none() {
            return Ok(Cow::Borrowed(inside));
        }
        match serde_json::from_str::<String>(self.text) {
            Ok(text) => Ok(Cow::Owned(text)),
            Err(_) => Err(lossy(self.text)),
        }
    }
}

/// A JSON string with `�` in place of what is no character.
fn lossy(text: &str) -> String {
    struct Bytes;
    impl Visitor<'_> for Bytes {
        type Value = String;
        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a string")
        }
        fn visit_bytes<E>(self, bytes: &[u8]) -> Result<String, E> {
            Ok(String::from_utf8_lossy(bytes).replace("\u{FFFD}\u{FFFD}\u{FFFD}", "\u{FFFD}"))
        }
    }
    serde_json::Deserializer::from_str(text).deserialize_bytes(Bytes).unwrap_or_default()
}

struct Members<'a, 'v> {
    node: Node<'a>,
    found: &'v mut Vec<Member<'a>>,
}

impl<'a> Visitor<'a> for Members<'a, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'a>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some((key, value)) = map.next_entry::<&RawValue, &RawValue>()? {
            let key_node = self.node.inner(key);
            self.found.push(Member {
                key: key_node.string().unwrap_or_else(Cow::Owned),
                key_node,
                value: self.node.inner(value),
            });
        }
        Ok(())
    }
}

struct Items<'a, F> {
    node: Node<'a>,
    each: F,
}

impl<'a, F: FnMut(usize, Node<'a>)> Visitor<'a> for Items<'a, F> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'a>>(mut self, mut seq: A) -> Result<(), A::Error> {
        let mut pos = 0;
        while let Some(item) = seq.next_element::<&RawValue>()? {
            (self.each)(pos, self.node.inner(item));
            pos += 1;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_know_where_they_stand_in_the_file() {
        let text = r#"  {"a": 1, "\u0061" : [2, {"b":"é"}]}"#;
        let node = Node::new(&text[2..], 2);
        let members = node.members();
        assert_eq!(members.len(), 2);
        assert!(members.iter().all(|member| member.key == "a"));
        for member in &members {
            assert_eq!(&text[member.value.range()], member.value.text());
            assert_eq!(&text[member.key_node.range()], member.key_node.text());
        }
        members[1].value.for_each_item(|pos, item| {
            assert_eq!(&text[item.range()], ["2", r#"{"b":"é"}"#][pos]);
        });
    }

    #[test]
    fn half_a_character_is_an_error_that_keeps_the_rest() {
        let node = Node::new(r#""a\ud83dz""#, 0);
        assert_eq!(node.string(), Err("a\u{FFFD}z".to_owned()));
        let node = Node::new(r#"{"\ud83d": 1, "b": 2}"#, 0);
        assert_eq!(node.members().len(), 2);
    }
}
