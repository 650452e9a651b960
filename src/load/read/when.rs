//! Dates, and what may be wrong with them.

use super::object::{Object, text, what};
use crate::date::{DateError, When};
use crate::load::node::{Node, NodeKind};
use crate::load::path::{Path, shortened};
use crate::load::problem::{Draft, Found};
use crate::tr;

/// What comes of a date that can not be read.
#[derive(Clone, Copy, Debug)]
pub(super) enum Consequence {
    /// The date alone is left out.
    None,
    MeetingLeftOut,
    PeriodLeftOut,
    EndNotUsed,
    StartAlone,
}

impl Consequence {
    /// What is wrong, with what comes of it.
    fn of(self, problem: &str) -> String {
        match self {
            Self::None => problem.to_owned(),
            Self::MeetingLeftOut => tr!("problem-meeting-left-out", problem = problem),
            Self::PeriodLeftOut => tr!("problem-period-left-out", problem = problem),
            Self::EndNotUsed => tr!("problem-end-not-used", problem = problem),
            Self::StartAlone => tr!("problem-start-alone", problem = problem),
        }
    }
}

/// A date in a member; none if it is absent or can not be read.
pub(super) fn date(object: &Object<'_, '_>, key: &str, found: &mut Found) -> Option<When> {
    let node = object.get(key)?;
    let path = object.path.key(key);
    let text = text(node, &path, found)?;
    When::parse_start(&text)
        .map_err(|error| unreadable(node, &path, (&error, Consequence::None), found))
        .ok()
}

/// `start` and `end` of a meeting or period; none if there is no `start` that can be
/// read, of which `left_out` comes.
pub(super) fn start_and_end(
    object: &Object<'_, '_>,
    left_out: Consequence,
    found: &mut Found,
) -> Option<When> {
    let end = object.get("end").and_then(|node| {
        let text = text(node, &object.path.key("end"), found)?;
        Some((node, text))
    });
    let Some(node) = object.get("start") else {
        let advice = tr!("problem-no-start.advice");
        object.missing(|| left_out.of(tr!("problem-no-start")), advice, found);
        return None;
    };
    let path = object.path.key("start");
    if node.kind() != NodeKind::Text {
        no_text(node, &path, left_out, found);
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
                unreadable(end, &path, (&error, Consequence::EndNotUsed), found);
                return Some(alone);
            }
            // The start is `..`, which is right only before an end that is a date.
            Err(_) if error.is_in_end() => {
                unreadable(end, &path, (&error, left_out), found);
                return None;
            }
            Err(_) => {}
        }
    }
    // Of an interval with a wrong end, the start counts.
    let first = start.split_once('/').map_or("", |(first, _)| first);
    match When::parse_start(first) {
        Ok(alone) if error.is_in_end() || error.is_end_before_start() => {
            unreadable(node, &path, (&error, Consequence::StartAlone), found);
            Some(alone)
        }
        _ => {
            unreadable(node, &path, (&error, left_out), found);
            None
        }
    }
}

/// Notes a start that is no text.
fn no_text(node: Node<'_>, path: &Path<'_>, left_out: Consequence, found: &mut Found) {
    found.add(|| Draft {
        at: node.range(),
        path: path.to_string(),
        message: left_out.of(&tr!(
            "problem-expected",
            expected = tr!("problem-expected-date"),
            found = what(node),
        )),
        advice: match node.kind() {
            NodeKind::Number => {
                tr!("problem-advice-quote", value = shortened(node.text(), 30))
            }
            _ => tr!("problem-advice-date").to_owned(),
        },
        first: None,
    });
}

/// Notes a date that can not be read, and what comes of it.
fn unreadable(
    node: Node<'_>,
    path: &Path<'_>,
    (error, outcome): (&DateError, Consequence),
    found: &mut Found,
) {
    found.add(|| {
        let text = error.without_side();
        let (message, advice) = parted(&text);
        Draft {
            at: node.range(),
            path: path.to_string(),
            message: outcome.of(message),
            advice: advice.to_owned(),
            first: None,
        }
    });
}

/// Parts what is wrong from what would be right, where a date's error says both.
fn parted(text: &str) -> (&str, &str) {
    // An odd number of backticks before it: the colon stands in a quotation.
    let western = text.match_indices(": ");
    let colon = western.chain(text.match_indices('：')).find(|(pos, _)| {
        text.get(..*pos).is_some_and(|before| before.matches('`').count().is_multiple_of(2))
    });
    let parts =
        colon.and_then(|(pos, colon)| Some((text.get(..pos)?, text.get(pos + colon.len()..)?)));
    parts.unwrap_or((text, tr!("problem-advice-date")))
}
