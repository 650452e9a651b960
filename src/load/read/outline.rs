//! Where the events stand in a file that is as most are: an object whose last member is
//! the list of events.
//!
//! The list is long, and only who reads all of it knows where its events begin. To read
//! it on all cores, its parts are guessed: places that look like the border between the
//! first two events. A guess is right if who reads the part before it arrives there
//! exactly, between two events; the first part begins where the list does, so that all
//! guesses are checked one by the other. Where one is wrong, or the file is otherwise,
//! all of it is scanned first (see [`scan`](super::scan)).

use std::borrow::Cow;
use std::ops::Range;

use memchr::memmem;
use serde_json::value::RawValue;

use crate::load::node::{Member, Node};

/// How many bytes make a part, more or less.
const PART: usize = if cfg!(test) { 8 << 10 } else { 2 << 20 };

/// White space, as JSON has it.
const SPACE: [char; 4] = [' ', '\t', '\r', '\n'];

/// How far a border is looked for.
const FAR: usize = 64 << 20;

/// What stands where in a file.
pub(super) struct Outline<'a> {
    /// The members of the outer object; of `events` only the name.
    pub members: Vec<Member<'a>>,
    /// The list of events in the file, without its brackets.
    pub list: Range<usize>,
}

/// The outline of a file; none where it is otherwise, or no JSON.
pub(super) fn outline(root: Node<'_>) -> Option<Outline<'_>> {
    let (members, start) = before_events(root)?;
    let inside = root.text().get(start..)?.trim_end_matches(SPACE);
    let inside = inside.strip_suffix('}')?.trim_end_matches(SPACE);
    let inside = inside.strip_suffix(']')?;
    let list = root.offset() + start..root.offset() + start + inside.len();
    Some(Outline { members, list })
}

/// The beginning of a file, cut behind its last whole event and closed; none where it has
/// none.
pub(super) fn closed(root: Node<'_>) -> Option<String> {
    let (_, start) = before_events(root)?;
    let text = root.text();
    let (mut pos, mut last) = (after_space(text, start), None);
    while let Some((_, end)) = value_at(root, pos) {
        last = Some(end);
        let Some(comma) = after_byte(text, after_space(text, end), b',') else { break };
        pos = after_space(text, comma);
    }
    Some(format!("{}]}}", text.get(..last?)?))
}

/// The members up to the list of events, of which there is only the name, and where the
/// list begins behind its bracket.
fn before_events(root: Node<'_>) -> Option<(Vec<Member<'_>>, usize)> {
    let text = root.text();
    let mut members = Vec::new();
    let mut pos = after_space(text, 0);
    pos = after_byte(text, pos, b'{')?;
    loop {
        pos = after_space(text, pos);
        let (key_node, end) = value_at(root, pos)?;
        let key = key_node.string().ok()?;
        pos = after_byte(text, after_space(text, end), b':')?;
        pos = after_space(text, pos);
        if key == "events" {
            let start = after_byte(text, pos, b'[')?;
            let value = Node::new("", key_node.range().end);
            members.push(Member { key, key_node, value });
            return Some((members, start));
        }
        let (value, end) = value_at(root, pos)?;
        members.push(Member { key: Cow::Owned(key.into_owned()), key_node, value });
        pos = after_byte(text, after_space(text, end), b',')?;
    }
}

/// Where parts of a list of events begin, in bytes of the text; in order, the first where
/// its first event begins. None where the list is empty.
pub(super) fn parts(text: &str, list: Range<usize>) -> Vec<usize> {
    let first = after_space(text, list.start);
    if first >= list.end {
        return Vec::new();
    }
    let mut starts = vec![first];
    let Some((border, before)) = border(text, first) else {
        return starts;
    };
    let finder = memmem::Finder::new(border);
    let mut from = first + PART;
    while let Some(near) = text.as_bytes().get(from..list.end.min(from.saturating_add(FAR))) {
        let Some(found) = finder.find(near) else {
            break;
        };
        starts.push(from + found + before);
        from += found + PART;
    }
    starts
}

/// What stands between the first event and the value of the first member of the second,
/// and how far into it the second begins.
fn border(text: &str, first: usize) -> Option<(&str, usize)> {
    let (_, end) = value_at(Node::new(text, 0), first)?;
    let comma = after_byte(text, after_space(text, end), b',')?;
    let second = after_space(text, comma);
    let key = after_space(text, after_byte(text, second, b'{')?);
    let (_, key_end) = value_at(Node::new(text, 0), key)?;
    // With the last byte of the first event, its brace.
    Some((text.get(end - 1..key_end)?, second - (end - 1)))
}

/// The value that begins at a place of the root's text, and where it ends there.
fn value_at<'a>(root: Node<'a>, pos: usize) -> Option<(Node<'a>, usize)> {
    let rest = root.text().get(pos..)?;
    let len = match rest.as_bytes().first()? {
        b'{' | b'[' | b'"' => {
            let mut values = serde_json::Deserializer::from_str(rest).into_iter::<&RawValue>();
            values.next()?.ok()?;
            values.byte_offset()
        }
        // Numbers and words end where something else begins.
        _ => {
            let is_end = |c: char| matches!(c, ',' | '}' | ']') || c.is_ascii_whitespace();
            let len = rest.find(is_end)?;
            serde_json::from_str::<&RawValue>(rest.get(..len)?).ok()?;
            len
        }
    };
    Some((Node::new(rest.get(..len)?, root.offset() + pos), pos + len))
}

/// The first place from one on that holds no white space.
pub(super) fn after_space(text: &str, pos: usize) -> usize {
    let rest = text.as_bytes().get(pos..).unwrap_or_default();
    let is_space = |byte: &u8| matches!(byte, b' ' | b'\t' | b'\r' | b'\n');
    pos + rest.iter().position(|byte| !is_space(byte)).unwrap_or(rest.len())
}

/// The place behind a byte that must stand at one.
pub(super) fn after_byte(text: &str, pos: usize, byte: u8) -> Option<usize> {
    (text.as_bytes().get(pos) == Some(&byte)).then_some(pos + 1)
}
