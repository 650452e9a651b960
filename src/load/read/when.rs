//! Dates, and what may be wrong with them.

use super::object::{Object, text, what};
use crate::date::{DateError, When};
use crate::load::node::{Node, NodeKind};
use crate::load::path::{Path, shortened};
use crate::load::problem::{Draft, Found};

const EXAMPLES: &str = "write a date such as 2021-03-18, 2021-03, 2021, 2021~ or 202X";

/// A date in a member; none if it is absent or can not be read.
pub(super) fn date(object: &Object<'_, '_>, key: &str, found: &mut Found) -> Option<When> {
    let node = object.get(key)?;
    let path = object.path.key(key);
    let text = text(node, &path, found)?;
    When::parse_start(&text).map_err(|error| unreadable(node, &path, (&error, ""), found)).ok()
}

/// `start` and `end` of a meeting or period (`owner`); none if there is no `start`
/// that can be read.
pub(super) fn start_and_end(
    object: &Object<'_, '_>,
    owner: &str,
    found: &mut Found,
) -> Option<When> {
    let left_out = format!(", so the {owner} is left out");
    let end = object.get("end").and_then(|node| {
        let text = text(node, &object.path.key("end"), found)?;
        Some((node, text))
    });
    let Some(node) = object.get("start") else {
        let message = format!("there is no `start`{left_out}");
        object.missing(&message, "add one, such as \"start\": \"2021-03-18\"", found);
        return None;
    };
    let path = object.path.key("start");
    if node.kind() != NodeKind::Text {
        no_text(node, &path, &left_out, found);
        return None;
    }
    let start = text(node, &path, found)?;
    let error = match When::parse(&start, end.as_ref().map(|(_, end)| end.as_ref())) {
        Ok(when) => return Some(when),
        Err(error) => error,
    };
    if let Some((end, _)) = end {
        let path = object.path.key("end");
        match When::parse_start(&start) {
            Ok(alone) => {
                unreadable(end, &path, (&error, ", so `end` is not used"), found);
                return Some(alone);
            }
            // The start is `..`, which is right only before an end that is a date.
            Err(_) if error.is_in_end() => {
                unreadable(end, &path, (&error, &left_out), found);
                return None;
            }
            Err(_) => {}
        }
    }
    // Of an interval with a wrong end, the start counts.
    let first = start.split_once('/').map_or("", |(first, _)| first);
    match When::parse_start(first) {
        Ok(alone) if error.is_in_end() || error.is_end_before_start() => {
            unreadable(node, &path, (&error, ", so its start alone is used"), found);
            Some(alone)
        }
        _ => {
            unreadable(node, &path, (&error, &left_out), found);
            None
        }
    }
}

/// Notes a start that is no text.
fn no_text(node: Node<'_>, path: &Path<'_>, left_out: &str, found: &mut Found) {
    found.add(|| Draft {
        at: node.range(),
        path: path.to_string(),
        message: format!("expected a date, found {}{left_out}", what(node)),
        advice: match node.kind() {
            NodeKind::Number => {
                format!("put it in quotation marks: \"{}\"", shortened(node.text(), 30))
            }
            _ => EXAMPLES.to_owned(),
        },
        first: None,
    });
}

/// Notes a date that can not be read, and what comes of it.
fn unreadable(
    node: Node<'_>,
    path: &Path<'_>,
    (error, result): (&DateError, &str),
    found: &mut Found,
) {
    found.add(|| {
        let text = error.to_string();
        let text = text.trim_start_matches("end: ").trim_start_matches("start: ");
        let (message, advice) = parted(text);
        Draft {
            at: node.range(),
            path: path.to_string(),
            message: format!("{message}{result}"),
            advice: advice.to_owned(),
            first: None,
        }
    });
}

/// Parts what is wrong from what would be right, where a date's error says both.
fn parted(text: &str) -> (&str, &str) {
    // An odd number of backticks before it: the colon stands in a quotation.
    let colon = text.match_indices(": ").find(|(pos, _)| {
        text.get(..*pos).is_some_and(|before| before.matches('`').count().is_multiple_of(2))
    });
    let parts =
        colon.and_then(|(pos, colon)| Some((text.get(..pos)?, text.get(pos + colon.len()..)?)));
    parts.unwrap_or((text, EXAMPLES))
}
