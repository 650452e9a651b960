//! What needs all events: an id for each, none twice, and the events that they
//! follow.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasher, DefaultHasher};
use std::ops::Range;

use foldhash::fast::FixedState;
use rayon::prelude::*;

use crate::load::node::Node;
use crate::load::path::{Path, shortened};
use crate::load::problem::{Draft, Found};
use crate::model::{EventIx, Events, IdIndex};
use crate::tr;

/// What is kept of the events until all are read.
#[derive(Debug, Default)]
pub(super) struct Pending {
    /// Each event that has an id, with the id's hash.
    pub hashed: Vec<(u32, EventIx)>,
    /// The positions in the file's `events` of what is left out, in order.
    pub gaps: Vec<u32>,
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

impl Pending {
    /// Adds what is kept of a part, whose first event stands at a position in the file's
    /// `events` and would have a place among those that are kept.
    pub fn append(&mut self, part: Self, first_event: u32, first_kept: u32) {
        let kept = |(hash, ix): (u32, EventIx)| (hash, EventIx(ix.0 + first_kept));
        self.hashed.extend(part.hashed.into_iter().map(kept));
        self.gaps.extend(part.gaps.into_iter().map(|gap| gap + first_event));
        let moved = |follow: Follow| Follow { event: follow.event + first_event, ..follow };
        self.follows.extend(part.follows.into_iter().map(moved));
        self.left_out.extend(part.left_out);
    }

    /// Notes the id of the event that comes next.
    pub fn add_id(&mut self, index: &IdIndex, before: &Events, id: &str) {
        if !id.is_empty() {
            self.hashed.push((index.hash(id), EventIx::from_pos(before.len())));
        }
    }

    /// The event that stands at a position in the file's `events`, unless it is left out.
    fn event_at(&self, position: u32) -> Option<EventIx> {
        let before = self.gaps.binary_search(&position).err()?;
        Some(EventIx(position - before as u32))
    }

    /// The position in the file's `events` of an event that is kept.
    fn position_of(&self, ix: EventIx) -> usize {
        // The gap with so many gaps before it lies behind so many fewer events.
        let mut before = 0..self.gaps.len();
        while !before.is_empty() {
            let middle = before.start + before.len() / 2;
            let events = self.gaps.get(middle).map_or(0, |gap| *gap as usize - middle);
            before = if events <= ix.pos() { middle + 1..before.end } else { before.start..middle };
        }
        ix.pos() + before.start
    }
}

/// Gives each event an id of its own, and returns them in an index.
pub(super) fn settle(
    text: &str,
    events: &mut Events,
    mut index: IdIndex,
    pending: &mut Pending,
    found: &mut Found,
) -> IdIndex {
    let all_have_one = pending.hashed.len() == events.len();
    index.fill(std::mem::take(&mut pending.hashed));
    let repeated = index.repeated(events);
    for (later, first) in &repeated {
        found.add(|| Draft {
            at: id_range(text, events, *later),
            path: Path::WHOLE.key("events").item(pending.position_of(*later)).key("id").to_string(),
            message: tr!(
                "problem-same-id",
                id = shortened(events.id(*later), 60).escape_debug().to_string(),
            ),
            advice: tr!("problem-same-id.advice").to_owned(),
            first: Some(id_range(text, events, *first).start),
        });
    }
    let without = (0..events.len()).map(EventIx::from_pos);
    let without = without.filter(|ix| !all_have_one && !events.has_id(*ix));
    let mut renamed: Vec<EventIx> =
        repeated.iter().map(|(later, _)| *later).chain(without).collect();
    renamed.sort_unstable();
    rename(events, &index, &renamed);
    index.renew(events, &renamed);
    index
}

/// Makes ids for events that have none, or that of another.
fn rename(events: &mut Events, index: &IdIndex, renamed: &[EventIx]) {
    // Ids that were made, and numbers that were tried, so that many equal names stay
    // quick: by their hashes, which are the same in each run. Where two are alike, a
    // number more is passed over.
    let hash =
        |text: &str| std::hash::BuildHasherDefault::<DefaultHasher>::default().hash_one(text);
    let mut made: HashSet<u64, FixedState> = HashSet::default();
    let mut next: HashMap<u64, usize, FixedState> = HashMap::default();
    // An id must not hang on the language of the interface.
    let untitled = tr!("data-untitled-meeting");
    for ix in renamed {
        let base = match events.get(ix.pos()) {
            Some(event) if event.id.is_empty() => {
                let is_untitled = event.title == untitled;
                let title = if is_untitled { "Untitled meeting" } else { event.title };
                slug(&event.when.to_string(), title)
            }
            Some(event) => event.id.to_owned(),
            None => continue,
        };
        let mut id = base.clone();
        let number = next.entry(hash(&base)).or_insert(1);
        while index.find(events, &id).is_some() || made.contains(&hash(&id)) {
            *number += 1;
            id = format!("{base}-{number}");
        }
        made.insert(hash(&id));
        events.set_id(*ix, &id);
    }
}

/// Where the own id of an event stands in the file.
fn id_range(text: &str, events: &Events, ix: EventIx) -> Range<usize> {
    let range = events.get(ix.pos()).map_or(0..0, |event| event.text());
    let node = Node::new(text.get(range.clone()).unwrap_or_default(), range.start);
    let id = node.members().into_iter().find(|member| member.key == "id");
    id.map_or(range, |member| member.value.range())
}

/// Links each event to those that it follows, and notes what follows an event that
/// there is not.
pub(super) fn link(
    text: &str,
    events: &mut Events,
    index: &IdIndex,
    pending: &Pending,
    found: &mut Found,
) {
    let id_of = |follow: &Follow| {
        let node = Node::new(text.get(follow.at.clone()).unwrap_or_default(), follow.at.start);
        node.string().unwrap_or_else(Into::into)
    };
    let kept = &*events;
    let known = |follow: &Follow| index.find(kept, &id_of(follow));
    let followed: Vec<Option<EventIx>> = pending.follows.par_iter().map(known).collect();
    let mut links: Vec<(EventIx, EventIx)> = Vec::with_capacity(followed.len());
    for (follow, followed) in pending.follows.iter().zip(followed) {
        if let Some(followed) = followed {
            // One that is left out links to none.
            links.extend(pending.event_at(follow.event).map(|own| (own, followed)));
            continue;
        }
        let id = id_of(follow);
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
            message: tr!("problem-no-such-id", id = shortened(&id, 60).escape_debug().to_string(),),
            advice: tr!("problem-no-such-id.advice").to_owned(),
            first: None,
        });
    }
    drop_repeated(&mut links);
    events.set_follows(&links);
}

/// Leaves of each event's links, which stand behind each other, each but once.
fn drop_repeated(links: &mut Vec<(EventIx, EventIx)>) {
    let mut seen: HashSet<EventIx> = HashSet::new();
    let mut last = None;
    links.retain(|(own, followed)| {
        if last.replace(*own) != Some(*own) {
            // To clear a large set takes as long as it is large.
            seen = HashSet::new();
        }
        seen.insert(*followed)
    });
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
