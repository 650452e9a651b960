//! From JSON to the dataset, in three passes: where the parts stand, the tables,
//! and the events, in chunks and on all cores.
//!
//! Nothing stops at a part that is wrong: it is noted, and the rest is read.

mod event;
mod head;
mod ids;
mod inside;
mod names;
mod object;
mod quote;
mod scan;
mod tables;
mod when;

use rayon::prelude::*;

use self::event::{NOT_AN_EVENT, Reader};
use self::head::{Accounts, head, once_sorted};
use self::ids::{Follow, Pending};
pub(super) use self::names::Names;
use self::names::{Fresh, Settled, Tables};
use self::object::Object;
use self::scan::{Scanned, Slot};
use super::error::{Kind, OpenError};
use super::job::Job;
use super::node::Node;
use super::path::Path;
use super::problem::{Found, Problems};
use crate::model::{Dataset, Event, EventHead, PersonIx, Raised, SideIx, Stance};

/// The parts of the work, in thousandths of the whole; what comes before is the
/// reading of the file's bytes.
const SCAN: (usize, usize) = (100, 350);
const EVENTS: (usize, usize) = (350, 950);

/// How many events are read before the tables learn their new names, and how many
/// bytes of text: what a chunk holds in memory is several times that.
const CHUNK: usize = 4096;
const CHUNK_BYTES: usize = 1 << 20;

/// What a text holds.
pub(super) struct Content {
    pub dataset: Dataset,
    pub names: Names,
    pub problems: Problems,
}

/// Reads a whole file.
pub(super) fn read(text: &str, job: &Job) -> Result<Content, OpenError> {
    let root = match text.strip_prefix('\u{FEFF}') {
        Some(rest) => Node::new(rest, text.len() - rest.len()),
        None => Node::new(text, 0),
    };
    let mut found = Found::default();
    let scanned = scan::scan(root, text, job, &mut found)?;
    let Scanned { members, slots } = scanned;
    let mut tables = Tables::default();
    let outer = Object::of_members(root, &Path::WHOLE, members, &mut found);
    tables::read(&outer, &mut tables, &mut found);
    drop(outer);

    let slots = slots.unwrap_or_default();
    let pending = read_events(text, &slots, (&mut tables, &mut found), job)?;
    let Tables { mut data, names, .. } = tables;
    ids::settle(&mut data.events, &pending, &mut found);
    ids::link(text, &mut data.events, &pending, &mut found);
    data.index();
    let problems = found.finish(text);
    job.advance(EVENTS, 1, 1);
    job.advance((1000, 1000), 1, 1);
    Ok(Content { dataset: data, names, problems })
}

/// Reads one event again; none if its text is not what it was.
pub(super) fn read_again(text: &str, head: &EventHead, names: &Names) -> Option<Event> {
    let node = Node::new(text.get(head.text.clone())?, head.text.start);
    let mut event = Reader::new(names, Found::with_limit(0)).event(node, &Path::WHOLE)?;
    event.id = head.id.to_string();
    Some(event)
}

/// An event as a thread has read it.
struct Read {
    head: Option<EventHead>,
    /// The id of an event that is left out.
    lost_id: Option<String>,
    fresh: Fresh,
    found: Found,
    follows: Vec<(u32, std::ops::Range<usize>)>,
    id: Option<std::ops::Range<usize>>,
    pos: u32,
}

fn read_events(
    text: &str,
    slots: &[Slot],
    (tables, found): (&mut Tables, &mut Found),
    job: &Job,
) -> Result<Pending, OpenError> {
    let mut pending = Pending::default();
    let mut rest = slots;
    let mut people_seen = Seen::default();
    // Only sources that the file describes have a side, and those are all known.
    let accounts = Accounts::of(&tables.data.sources);
    while !rest.is_empty() {
        if job.is_cancelled() {
            return Err(OpenError::new(Kind::Cancelled));
        }
        let (chunk, after) = rest.split_at(chunk_len(rest));
        rest = after;
        let (names, room) = (&tables.names, found.room());
        let reads: Vec<Read> = chunk
            .par_iter()
            .with_min_len(16)
            .map(|slot| read_one(text, *slot, (names, &accounts), Found::with_limit(room)))
            .collect();
        for read in reads {
            merge(read, tables, &mut pending, (&mut people_seen, found));
        }
        job.set_events(slots.len() - rest.len());
        let end = chunk.last().map_or(0, |slot| slot.offset);
        job.advance(EVENTS, end, text.len());
    }
    Ok(pending)
}

/// How many events make the next chunk; at least one.
fn chunk_len(slots: &[Slot]) -> usize {
    let mut bytes = 0;
    let fits = slots.iter().take(CHUNK).take_while(|slot| {
        bytes += slot.len as usize;
        bytes <= CHUNK_BYTES
    });
    fits.count().max(1)
}

fn read_one(text: &str, slot: Slot, (names, accounts): (&Names, &Accounts), found: Found) -> Read {
    let range = slot.offset..slot.offset + slot.len as usize;
    let node = Node::new(text.get(range).unwrap_or_default(), slot.offset);
    let events = Path::WHOLE.key("events");
    let mut reader = Reader::new(names, found);
    let event = reader.event(node, &events.item(slot.pos as usize));
    let id = reader.id;
    let lost_id = match (&event, &id) {
        (None, Some(id)) => {
            let node = Node::new(text.get(id.clone()).unwrap_or_default(), id.start);
            node.string().ok().map(Into::into)
        }
        _ => None,
    };
    Read {
        head: event.map(|event| head(event, node, &mut reader.names, accounts)),
        lost_id,
        fresh: reader.names.fresh,
        found: reader.found,
        follows: reader.follows,
        id,
        pos: slot.pos,
    }
}

/// Takes an event over into the dataset.
fn merge(
    read: Read,
    tables: &mut Tables,
    pending: &mut Pending,
    (seen, found): (&mut Seen, &mut Found),
) {
    found.append(read.found);
    pending.follows.extend(read.follows.into_iter().map(|(item, at)| Follow {
        event: read.pos,
        item,
        at,
    }));
    let Some(mut head) = read.head else {
        pending.left_out.extend(read.lost_id);
        return;
    };
    let settled = tables.settle(&read.fresh);
    head.kind = settled.kind(head.kind);
    head.place = head.place.map(|place| settled.place(place));
    head.issues = once_each(&head.issues, &settled, seen);
    head.people = people_once(&head.people, &settled, seen);
    head.speakers = people_once(&head.speakers, &settled, seen);
    pending.ids.push((read.pos, read.id));
    tables.data.events.push(head);
}

fn people_once(people: &[PersonIx], settled: &Settled, seen: &mut Seen) -> Box<[PersonIx]> {
    seen.next();
    let people = people.iter().map(|person| settled.person(*person));
    people.filter(|person| seen.add(person.pos(), 0).is_none()).collect()
}

/// Joins what is said of the same issue: whoever raised it, and the stance that
/// says most.
fn once_each(mentions: &[Raised], settled: &Settled, seen: &mut Seen) -> Box<[Raised]> {
    let mut issues: Vec<(Raised, Sides)> = Vec::with_capacity(mentions.len());
    seen.next();
    for mention in mentions {
        let issue = settled.issue(mention.issue);
        let pos = seen.add(issue.pos(), issues.len());
        let pos = pos.unwrap_or_else(|| {
            let (by, accounts) = (Box::default(), mention.accounts.clone());
            let raised = Raised { issue, by, stance: Stance::Discussed, accounts };
            issues.push((raised, Sides::default()));
            issues.len() - 1
        });
        let Some((raised, sides)) = issues.get_mut(pos) else {
            continue;
        };
        if strength(mention.stance) > strength(raised.stance) {
            raised.stance = mention.stance;
        }
        if raised.accounts != mention.accounts {
            sides.more_accounts.extend(&mention.accounts);
        }
        sides.by.extend(mention.by.iter().map(|side| settled.side(*side)));
    }
    let joined = issues.into_iter().map(|(mut raised, mut sides)| {
        seen.next();
        let by = sides.by.into_iter().filter(|side| seen.add(side.pos(), 0).is_none());
        raised.by = by.collect();
        if !sides.more_accounts.is_empty() {
            sides.more_accounts.extend(&raised.accounts);
            raised.accounts = once_sorted(sides.more_accounts);
        }
        raised
    });
    joined.collect()
}

/// The sides that the mentions of an issue name, as often as they do.
#[derive(Default)]
struct Sides {
    by: Vec<SideIx>,
    more_accounts: Vec<SideIx>,
}

fn strength(stance: Stance) -> u8 {
    match stance {
        Stance::Discussed => 0,
        Stance::Shared => 1,
        Stance::Dispute => 2,
    }
}

/// A set of indexes that is emptied at no cost.
#[derive(Default)]
struct Seen {
    round: u64,
    marks: Vec<(u64, usize)>,
}

impl Seen {
    /// Empties the set.
    fn next(&mut self) {
        self.round += 1;
    }

    /// Adds an index with a value; if it is there already, the value it has.
    fn add(&mut self, ix: usize, value: usize) -> Option<usize> {
        if ix >= self.marks.len() {
            self.marks.resize(ix + 1, (0, 0));
        }
        let mark = self.marks.get_mut(ix)?;
        if mark.0 == self.round {
            return Some(mark.1);
        }
        *mark = (self.round, value);
        None
    }
}
