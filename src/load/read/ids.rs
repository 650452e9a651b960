//! What needs all events: an id for each, none twice, and the events that they
//! follow.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::load::node::Node;
use crate::load::path::Path;
use crate::load::problem::{Draft, Found};
use crate::model::{EventHead, EventIx};

/// What is kept of the events until all are read.
#[derive(Debug, Default)]
pub(super) struct Pending {
    /// For each event that is kept, its position in the file's `events` and where
    /// its own id stands.
    pub ids: Vec<(u32, Option<Range<usize>>)>,
    /// Everything that is named in `follows`.
    pub follows: Vec<Follow>,
    /// The ids of events that are left out: to follow them is no mistake.
    pub left_out: HashSet<String>,
}

/// A text in `follows`.
#[derive(Debug)]
pub(super) struct Follow {
    /// The event's position in the file's `events`.
    pub event: u32,
    /// The position in `follows`.
    pub item: u32,
    pub at: Range<usize>,
}

/// Gives each event an id of its own.
pub(super) fn settle(events: &mut [EventHead], pending: &Pending, found: &mut Found) {
    let mut taken: HashMap<Box<str>, usize> = HashMap::with_capacity(events.len());
    let mut renamed = Vec::new();
    for (pos, (event, (file_pos, own))) in events.iter().zip(&pending.ids).enumerate() {
        let Some(own) = own else {
            renamed.push(pos);
            continue;
        };
        let first = *taken.entry(event.id.clone()).or_insert(own.start);
        if first != own.start {
            renamed.push(pos);
            found.add(|| Draft {
                at: own.clone(),
                path: Path::WHOLE.key("events").item(*file_pos as usize).key("id").to_string(),
                message: format!(
                    "another meeting has the id `{}`",
                    crate::load::path::shortened(&event.id, 60).escape_debug()
                ),
                advice: "give one of them another id".to_owned(),
                first: Some(first),
            });
        }
    }
    // Numbers that were tried, so that many equal names stay quick.
    let mut next: HashMap<String, usize> = HashMap::new();
    for pos in renamed {
        let Some(event) = events.get_mut(pos) else {
            continue;
        };
        let base = if event.id.is_empty() {
            slug(&event.when.to_string(), &event.title)
        } else {
            event.id.to_string()
        };
        let mut id = base.clone();
        let number = next.entry(base.clone()).or_insert(1);
        while taken.contains_key(id.as_str()) {
            *number += 1;
            id = format!("{base}-{number}");
        }
        event.id = id.into();
        taken.insert(event.id.clone(), 0);
    }
}

/// Links each event to those that it follows, and notes what follows an event that
/// there is not.
pub(super) fn link(text: &str, events: &mut [EventHead], pending: &Pending, found: &mut Found) {
    if pending.follows.is_empty() {
        return;
    }
    let ids = events.iter().enumerate();
    let known: HashMap<Box<str>, EventIx> =
        ids.map(|(pos, event)| (event.id.clone(), EventIx::from_pos(pos))).collect();
    let mut links: Vec<(usize, EventIx)> = Vec::new();
    for follow in &pending.follows {
        let node = Node::new(text.get(follow.at.clone()).unwrap_or_default(), follow.at.start);
        let id = node.string().unwrap_or_else(Into::into);
        if let Some(followed) = known.get(id.as_ref()) {
            // Events are kept in the order of the file; one that is left out links to none.
            let own = pending.ids.binary_search_by_key(&follow.event, |(pos, _)| *pos);
            links.extend(own.ok().map(|pos| (pos, *followed)));
            continue;
        }
        if pending.left_out.contains(id.as_ref()) {
            continue;
        }
        found.add(|| Draft {
            at: follow.at.clone(),
            path: Path::WHOLE
                .key("events")
                .item(follow.event as usize)
                .key("follows")
                .item(follow.item as usize)
                .to_string(),
            message: format!(
                "no meeting has the id `{}`",
                crate::load::path::shortened(&id, 60).escape_debug()
            ),
            advice: "correct the id, or remove it".to_owned(),
            first: None,
        });
    }
    // An event's links follow each other.
    for of_one in links.chunk_by(|(one, _), (other, _)| one == other) {
        let Some(event) = of_one.first().and_then(|(pos, _)| events.get_mut(*pos)) else {
            continue;
        };
        let mut seen = HashSet::with_capacity(of_one.len());
        let followed = of_one.iter().map(|(_, followed)| *followed);
        let follows: Vec<EventIx> = followed.filter(|ix| seen.insert(*ix)).collect();
        event.follows = follows.into();
    }
}

/// An id made of year, month and title: `2021-03-anchorage-talks`.
fn slug(when: &str, title: &str) -> String {
    const LENGTH: usize = 60;
    let start = when.split('/').find(|date| !matches!(*date, "" | "..")).unwrap_or_default();
    // A year before zero begins with a hyphen.
    let digits = start.trim_start_matches('-');
    let month = digits.splitn(3, '-').take(2).collect::<Vec<_>>().join("-");
    let mut slug = String::new();
    for c in format!("{month} {title}").chars().flat_map(char::to_lowercase) {
        if slug.len() >= LENGTH {
            break;
        }
        if c.is_alphanumeric() {
            slug.push(c);
        } else if !matches!(c, '\'' | '’') && !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    if slug.is_empty() { "meeting".to_owned() } else { slug }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_made_of_month_and_title() {
        assert_eq!(slug("2021-03-18/2021-03-19", "Anchorage talks"), "2021-03-anchorage-talks");
        assert_eq!(slug("2021", "“Nixon’s” visit – again!"), "2021-nixons-visit-again");
        assert_eq!(slug("../201X~", "会谈"), "201x-会谈");
        assert_eq!(slug("-0044-03-15", "?"), "0044-03");
    }
}
