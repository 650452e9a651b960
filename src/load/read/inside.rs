//! Looks through values that the format does not know for what is wrong with
//! them as JSON: repeated names, half characters, endless nesting.

use std::borrow::Cow;
use std::ops::Range;

use super::object::{half_character, repeated};
use crate::load::node::Node;
use crate::load::path::{Path, Step, append};
use crate::load::problem::{Draft, Found};
use crate::tr;

/// How deep values may be nested; other programs stop at this depth too.
const DEPTH: usize = 128;

/// How many steps of a deep path are shown at its beginning.
const SHOWN: usize = 8;

struct Frame {
    is_object: bool,
    /// The first of its names in [`Walk::keys`].
    keys: usize,
    item: usize,
}

struct Walk<'a, 'p> {
    node: Node<'a>,
    path: &'p Path<'p>,
    pos: usize,
    frames: Vec<Frame>,
    /// The names of all open objects, and where they stand in the file.
    keys: Vec<(Cow<'a, str>, Range<usize>)>,
    at_key: bool,
}

/// Notes the problems within a value.
pub(super) fn check(node: Node<'_>, path: &Path<'_>, found: &mut Found) {
    if !node.text().starts_with(['{', '[', '"']) {
        return;
    }
    let mut walk = Walk { node, path, pos: 0, frames: Vec::new(), keys: Vec::new(), at_key: false };
    while let Some(byte) = walk.peek() {
        match byte {
            b'"' => walk.string(found),
            b'{' | b'[' if walk.frames.len() == DEPTH => walk.skip(found),
            b'{' | b'[' => walk.open(byte),
            b'}' | b']' => walk.close(found),
            b',' => walk.comma(),
            b':' => {
                walk.at_key = false;
                walk.pos += 1;
            }
            _ => walk.pos += 1,
        }
    }
}

impl<'a> Walk<'a, '_> {
    fn peek(&self) -> Option<u8> {
        self.node.text().as_bytes().get(self.pos).copied()
    }

    fn offset(&self) -> usize {
        self.node.offset() + self.pos
    }

    fn open(&mut self, byte: u8) {
        self.at_key = byte == b'{';
        self.frames.push(Frame { is_object: self.at_key, keys: self.keys.len(), item: 0 });
        self.pos += 1;
    }

    fn close(&mut self, found: &mut Found) {
        self.pos += 1;
        self.at_key = false;
        let Some(frame) = self.frames.pop() else {
            return;
        };
        if frame.is_object {
            let names = self.keys.get(frame.keys..).unwrap_or_default();
            let mut names: Vec<(&str, Range<usize>)> =
                names.iter().map(|(key, at)| (key.as_ref(), at.clone())).collect();
            for_each_repeated(&mut names, |key, at, first| {
                found.add(|| repeated(key, at, first, self.path_to(Step::Key(key))));
            });
            self.keys.truncate(frame.keys);
        }
    }

    fn comma(&mut self) {
        self.pos += 1;
        if let Some(frame) = self.frames.last_mut() {
            self.at_key = frame.is_object;
            frame.item += 1;
        }
    }

    fn string(&mut self, found: &mut Found) {
        let text = self.string_text();
        let node = Node::new(text, self.offset());
        let string = node.string();
        if string.is_err() {
            found.add(|| half_character(node, self.path_to(Step::Whole)));
        }
        if self.at_key {
            self.keys.push((string.unwrap_or_else(Cow::Owned), node.range()));
        }
        self.pos += text.len().max(1);
    }

    /// The string that begins here, with its quotation marks.
    fn string_text(&self) -> &'a str {
        let rest = self.node.text().get(self.pos..).unwrap_or_default();
        let bytes = rest.as_bytes();
        let mut end = 1;
        loop {
            let tail = bytes.get(end..).unwrap_or_default();
            match memchr::memchr2(b'"', b'\\', tail) {
                Some(step) if tail.get(step) == Some(&b'\\') => end += step + 2,
                Some(step) => return rest.get(..=end + step).unwrap_or_default(),
                None => return rest,
            }
        }
    }

    /// Passes over what is nested too deep.
    fn skip(&mut self, found: &mut Found) {
        let start = self.offset();
        found.add(|| Draft {
            at: start..start + 1,
            path: self.path_to(Step::Whole),
            message: tr!("problem-nested", depth = DEPTH),
            advice: tr!("problem-nested.advice").to_owned(),
            first: None,
        });
        let mut depth = 0_usize;
        while let Some(byte) = self.peek() {
            match byte {
                b'"' => {
                    self.pos += self.string_text().len().max(1);
                    continue;
                }
                b'{' | b'[' => depth += 1,
                b'}' | b']' => depth -= 1,
                _ => {}
            }
            self.pos += 1;
            if depth == 0 {
                break;
            }
        }
    }

    /// The path to where the walk stands; of a deep one, beginning and end.
    fn path_to(&self, last: Step<'_>) -> String {
        let mut path = self.path.to_string();
        for (depth, frame) in self.frames.iter().enumerate() {
            if depth == SHOWN {
                path.push('…');
            }
            if depth >= SHOWN {
                continue;
            }
            if !frame.is_object {
                append(&mut path, Step::Item(frame.item));
                continue;
            }
            // The names of the next open object begin where those of this end.
            let end = self.frames.get(depth + 1).map_or(self.keys.len(), |next| next.keys);
            let key = self.keys.get(frame.keys..end).and_then(<[_]>::last);
            if let Some((key, _)) = key {
                append(&mut path, Step::Key(key));
            }
        }
        append(&mut path, last);
        path
    }
}

/// Calls `each` with every name that came before, where it stands, and where the
/// first begins; sorts the names.
pub(super) fn for_each_repeated<'k>(
    names: &mut [(&'k str, Range<usize>)],
    mut each: impl FnMut(&'k str, Range<usize>, usize),
) {
    names.sort_unstable_by_key(|(name, at)| (*name, at.start));
    let mut first: Option<(&str, usize)> = None;
    for (name, at) in &*names {
        match first {
            Some((same, first)) if same == *name => each(name, at.clone(), first),
            _ => first = Some((name, at.start)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(text: &str) -> String {
        let mut found = Found::default();
        check(Node::new(text, 0), &Path::WHOLE.key("extra"), &mut found);
        let problems = found.finish(text);
        let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
        lines.join("\n")
    }

    #[test]
    fn repeated_names_and_half_characters_are_found_at_any_depth() {
        let text = r#"[0, {"a": 1, "b": [{"c\"": 1}, {"d": 1, "d": 2}], "\u0061": "x\ud800"}]"#;
        insta::assert_snapshot!(problems(text));
    }

    #[test]
    fn deep_nesting_is_one_problem() {
        let text = format!("{}{}", "[".repeat(500_000), "]".repeat(500_000));
        insta::assert_snapshot!(problems(&text));
        let text = format!("{}1{}", "{\"a\":".repeat(100_000), "}".repeat(100_000));
        assert_eq!(problems(&text).lines().count(), 1);
    }
}
