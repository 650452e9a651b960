//! From JSON to the dataset, in three passes: where the parts stand, the tables,
//! and the events, in chunks and on all cores.
//!
//! Nothing stops at a part that is wrong: it is noted, and the rest is read.

mod event;
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
use self::ids::{Follow, Pending};
pub(super) use self::names::Names;
use self::names::{Fresh, Resolver, Settled, Tables};
use self::object::Object;
use self::scan::{Scanned, Slot};
use super::error::{Kind, OpenError};
use super::job::Job;
use super::node::Node;
use super::path::Path;
use super::problem::{Found, Problems};
use crate::model::{
    Dataset, Event, EventHead, Features, IssueIx, PersonIx, Raised, SideIx, SourceIx, Stance,
    Wording,
};

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
    let accounts = Accounts(tables.data.sources.iter().map(|source| source.side).collect());
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

/// Whose account each source is, of those that the file describes.
struct Accounts(Vec<Option<SideIx>>);

impl Accounts {
    fn side(&self, source: SourceIx) -> Option<SideIx> {
        self.0.get(source.pos()).copied().flatten()
    }

    /// The sides of some sources, each once, in the order of the tables.
    fn sides(&self, sources: impl Iterator<Item = SourceIx>) -> Box<[SideIx]> {
        once_sorted(sources.filter_map(|source| self.side(source)).collect())
    }
}

fn once_sorted(mut sides: Vec<SideIx>) -> Box<[SideIx]> {
    sides.sort_unstable();
    sides.dedup();
    sides.into()
}

/// All sources that an event refers to.
fn sources(event: &Event) -> impl Iterator<Item = SourceIx> {
    let wordings = event.quotes.iter().flat_map(|quote| quote.wordings());
    let mentions = event.issues.iter().flat_map(|mention| &mention.sources);
    let outcomes = event.outcomes.iter().flat_map(|outcome| &outcome.sources);
    let listed = event.sources.iter().chain(mentions).chain(outcomes).copied();
    listed.chain(wordings.filter_map(|wording: &Wording| wording.source))
}

/// In whose accounts an event's quotes on each issue stand; sorted.
fn quoted(event: &Event, accounts: &Accounts) -> Vec<(IssueIx, SideIx)> {
    let mut quoted = Vec::new();
    for quote in &event.quotes {
        let sources = quote.wordings().filter_map(|wording| wording.source);
        for side in accounts.sides(sources) {
            quoted.extend(quote.issues.iter().map(|issue| (*issue, side)));
        }
    }
    quoted.sort_unstable();
    quoted.dedup();
    quoted
}

/// The head of an event, with provisional indexes, and issues and people as often
/// as they occur.
fn head(event: Event, node: Node<'_>, names: &mut Resolver<'_>, accounts: &Accounts) -> EventHead {
    let quotes = event.quotes.iter().filter_map(|quote| quote.speaker);
    let people = event.participants.iter().map(|one| one.person).chain(quotes.clone()).collect();
    let speakers = quotes.collect();
    let features = Features::of(&event);
    let quoted = quoted(&event, accounts);
    let issues = event.issues.iter().map(|mention| {
        let own = mention.sources.iter().filter_map(|source| accounts.side(*source));
        let first = quoted.partition_point(|(issue, _)| *issue < mention.issue);
        let rest = quoted.get(first..).unwrap_or_default();
        let in_quotes = rest.iter().take_while(|(issue, _)| *issue == mention.issue);
        let sides = own.chain(in_quotes.map(|(_, side)| *side)).collect();
        Raised {
            issue: mention.issue,
            by: mention.raised_by.as_slice().into(),
            stance: mention.stance,
            accounts: once_sorted(sides),
        }
    });
    let issues = issues.collect();
    let account_sides = accounts.sides(sources(&event));
    let has_third_party = sources(&event).any(|source| accounts.side(source).is_none());
    let place = event.place.as_ref();
    let place_name = place.and_then(|place| place.name.as_deref()).filter(|name| !name.is_empty());
    let place = place_name.map(|name| names.place(name));
    EventHead {
        place,
        features,
        accounts: account_sides,
        has_third_party,
        // Known once all meetings have their ids.
        follows: Box::default(),
        id: event.id.into(),
        title: event.title.into(),
        when: event.when,
        kind: event.kind,
        country: event.place.and_then(|place| place.country).unwrap_or_default().into(),
        issues,
        people,
        speakers,
        // A file is smaller than 4 GiB.
        quote_count: event.quotes.len() as u32,
        text: node.range(),
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
    let mut issues: Vec<(Raised, Vec<SideIx>)> = Vec::with_capacity(mentions.len());
    seen.next();
    for mention in mentions {
        let issue = settled.issue(mention.issue);
        let pos = seen.add(issue.pos(), issues.len());
        let pos = pos.unwrap_or_else(|| {
            let (by, accounts) = (Box::default(), Box::default());
            let raised = Raised { issue, by, stance: Stance::Discussed, accounts };
            issues.push((raised, Vec::new()));
            issues.len() - 1
        });
        let Some((raised, by)) = issues.get_mut(pos) else {
            continue;
        };
        if strength(mention.stance) > strength(raised.stance) {
            raised.stance = mention.stance;
        }
        if raised.accounts.is_empty() {
            raised.accounts.clone_from(&mention.accounts);
        } else if raised.accounts != mention.accounts {
            raised.accounts = once_sorted([&*raised.accounts, &*mention.accounts].concat());
        }
        by.extend(mention.by.iter().map(|side| settled.side(*side)));
    }
    let joined = issues.into_iter().map(|(mut raised, by)| {
        seen.next();
        let by = by.into_iter().filter(|side| seen.add(side.pos(), 0).is_none());
        raised.by = by.collect();
        raised
    });
    joined.collect()
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
