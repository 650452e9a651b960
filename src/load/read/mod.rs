//! From JSON to the dataset: the tables, then the events, in parts and on all cores.
//!
//! Nothing stops at a part that is wrong: it is noted, and the rest is read.

mod cursor;
mod event;
mod gist;
mod ids;
mod inside;
#[cfg(test)]
mod laws;
mod names;
mod object;
mod outline;
mod part;
mod quote;
mod scan;
mod skim;
mod skimmed;
mod tables;
#[cfg(test)]
mod text_laws;
mod when;

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc;

pub(crate) use self::cursor::decoded;
use self::event::{NOT_AN_EVENT, Reader};
use self::gist::Accounts;
use self::ids::Pending;
pub(super) use self::names::Names;
use self::names::{Resolver, Tables};
use self::object::Object;
use self::outline::{after_byte, after_space};
use self::part::{Care, NotJson, Part, PartReader};
use self::scan::{Scanned, Slot};
use super::error::{Kind, OpenError};
use super::job::Job;
use super::node::{Member, Node};
use super::path::Path;
use super::problem::{Found, Problems};
use crate::model::{Dataset, Event, EventHead, Events, Text};

/// The parts of the work, in thousandths of the whole; what comes before is the
/// reading of the file's bytes.
const SCAN: (usize, usize) = (100, 300);
const EVENTS: (usize, usize) = (300, 950);

/// How many bytes of events make a part where they were scanned before.
const PART_BYTES: usize = 2 << 20;

/// A file of so many parts shows what there is of it before all is read.
const MANY_PARTS: usize = if cfg!(test) { 16 } else { 64 };

/// For how many meetings there is room, of one that is expected; what is not needed is
/// given back.
const SPARE: f64 = 1.03;

/// How many events are read before it is asked whether that is still wanted.
const STEP: usize = 64;

/// What a text holds.
pub(super) struct Content {
    pub dataset: Dataset,
    pub names: Names,
    pub problems: Problems,
}

/// Reads a whole file.
///
/// Calls with what has been read of a large one after a while.
pub(super) fn read(
    text: &Text,
    job: &Job,
    so_far: &mut dyn FnMut(Content),
) -> Result<Content, OpenError> {
    let root = root(text);
    match outline::outline(root) {
        Some(outline) => {
            let starts = outline::parts(text, outline.list.clone());
            let parts = guessed(&starts, outline.list);
            let outer = (root, outline.members, Found::default());
            let way = Way { care: Care::WhereNeeded, job, so_far };
            let content = read_parts(text, outer, &parts, way)?;
            content.map_or_else(|| read_scanned(text, root, Care::WhereNeeded, job), Ok)
        }
        None => read_scanned(text, root, Care::WhereNeeded, job),
    }
}

/// All that is JSON.
fn root(text: &str) -> Node<'_> {
    match text.strip_prefix('\u{FEFF}') {
        Some(rest) => Node::new(rest, text.len() - rest.len()),
        None => Node::new(text, 0),
    }
}

/// Scans the file first, which says where it is not JSON; then reads it.
fn read_scanned(text: &Text, root: Node<'_>, care: Care, job: &Job) -> Result<Content, OpenError> {
    let mut found = Found::default();
    let Scanned { members, slots } = scan::scan(root, text, job, &mut found)?;
    let slots = slots.unwrap_or_default();
    let parts = scanned(&slots);
    let way = Way { care, job, so_far: &mut |_| () };
    let content = read_parts(text, (root, members, found), &parts, way)?;
    // What was scanned is JSON.
    content.ok_or_else(|| OpenError::new(Kind::Syntax("the file is not JSON".to_owned())))
}

/// The beginning of a file, cut behind its last whole event and closed; none where it has
/// none.
pub(super) fn closed(text: &str) -> Option<String> {
    outline::closed(root(text))
}

/// How a file is read.
struct Way<'w> {
    care: Care,
    job: &'w Job,
    /// Called once with what there is of a large file.
    so_far: &'w mut dyn FnMut(Content),
}

/// A part of the list of events that is to be read.
enum Stretch<'s> {
    /// All from an offset to another, at which the next part begins.
    Guessed(Range<usize>),
    /// The last: from an offset to the end of the list.
    Last(Range<usize>),
    /// Where its events stand is known; the first position that is its own.
    Scanned(u32, &'s [Slot]),
}

fn guessed(starts: &[usize], list: Range<usize>) -> Vec<Stretch<'static>> {
    let ends = starts.iter().skip(1);
    let mut parts: Vec<_> =
        starts.iter().zip(ends).map(|(start, end)| Stretch::Guessed(*start..*end)).collect();
    parts.extend(starts.last().map(|start| Stretch::Last(*start..list.end)));
    parts
}

fn scanned(slots: &[Slot]) -> Vec<Stretch<'_>> {
    let mut parts = Vec::new();
    let (mut rest, mut first) = (slots, 0);
    while !rest.is_empty() {
        let mut bytes = 0;
        let fits = rest.iter().take_while(|slot| {
            bytes += slot.len as usize;
            bytes <= PART_BYTES
        });
        let (part, after) = rest.split_at(fits.count().max(1));
        parts.push(Stretch::Scanned(first, part));
        first = part.last().map_or(first, |slot| slot.pos + 1);
        rest = after;
    }
    parts
}

/// Reads the tables and the parts of the list of events; none where a part is not where
/// it was guessed.
fn read_parts(
    text: &Text,
    (root, members, mut found): (Node<'_>, Vec<Member<'_>>, Found),
    parts: &[Stretch<'_>],
    way: Way<'_>,
) -> Result<Option<Content>, OpenError> {
    let mut tables = Tables::default();
    tables.data.events = Events::new(text.clone());
    let outer = Object::of_members(root, &Path::WHOLE, members, &mut found);
    let job = way.job;
    tables::read(&outer, &mut tables, &mut found, job);
    drop(outer);
    let mut pending = Pending::default();
    if !read_events(text, parts, (&mut tables, &mut pending, &mut found), way)? {
        return Ok(None);
    }
    let Tables { mut data, names, .. } = tables;
    data.events.shrink_to_fit();
    // Each of the steps takes a moment of its own.
    let still_wanted = || match job.is_cancelled() {
        true => Err(OpenError::new(Kind::Cancelled)),
        false => Ok(()),
    };
    still_wanted()?;
    data.ids = ids::settle(text, &mut data.events, data.ids, &mut pending, &mut found);
    still_wanted()?;
    ids::link(text, &mut data.events, &data.ids, &pending, &mut found);
    drop(pending);
    still_wanted()?;
    data.index();
    still_wanted()?;
    let problems = found.finish(text);
    job.advance(EVENTS, 1, 1);
    job.advance((1000, 1000), 1, 1);
    Ok(Some(Content { dataset: data, names, problems }))
}

/// Reads one event again; none if its text is not what it was.
pub(super) fn read_again(text: &str, head: &EventHead<'_>, names: &Names) -> Option<Event> {
    let range = head.text();
    let node = Node::new(text.get(range.clone())?, range.start);
    let (mut names, mut found) = (Resolver::new(names), Found::with_limit(0));
    let mut event = Reader::new(&mut names, &mut found).event(node, &Path::WHOLE)?;
    event.id = head.id.to_owned();
    Some(event)
}

/// Reads the events, a part on each core, and puts the parts together in the order of
/// the file. Tells whether all parts were where they were guessed.
fn read_events(
    text: &Text,
    parts: &[Stretch<'_>],
    (tables, pending, found): (&mut Tables, &mut Pending, &mut Found),
    Way { care, job, so_far }: Way<'_>,
) -> Result<bool, OpenError> {
    // Only sources that the file describes have a side, and those are all known.
    let accounts = Accounts::of(&tables.data.sources);
    let (names, room) = (std::mem::take(&mut tables.names), found.room());
    let ids = &tables.data.ids.clone();
    let (sender, receiver) = mpsc::channel();
    let gives_up = AtomicBool::new(false);
    let mut is_right = true;
    let next = AtomicUsize::new(0);
    rayon::in_place_scope(|scope| {
        // One for each core, which looks after each part whether others wait for it: what
        // is shown meanwhile has its own questions.
        for _ in 0..rayon::current_num_threads() {
            let (sender, names, accounts) = (sender.clone(), &names, &accounts);
            let (gives_up, next) = (&gives_up, &next);
            scope.spawn(move |_| {
                let is_unwanted = || job.is_cancelled() || gives_up.load(Ordering::Relaxed);
                let mut reader = PartReader::new(text, (names, accounts), (ids, room), care);
                loop {
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    let Some(part) = parts.get(number) else { break };
                    let result = read_stretch(text, part, &mut reader, &is_unwanted);
                    let part = reader.finish();
                    // Who has given up waits no longer.
                    let _ = sender.send((number, result.map(|()| part)));
                    rayon::yield_now();
                }
            });
        }
        drop(sender);
        let mut merged = Merged { tables, pending, found, next: 0, first_event: 0 };
        let mut early: BTreeMap<usize, Part> = BTreeMap::new();
        for (number, part) in &receiver {
            let Ok(part) = part else {
                is_right = false;
                gives_up.store(true, Ordering::Relaxed);
                break;
            };
            early.insert(number, part);
            while let Some(part) = early.remove(&merged.next) {
                merged.add(part, parts);
                job.set_events(merged.tables.data.events.len());
                job.advance(EVENTS, merged.next, parts.len());
                if parts.len() >= MANY_PARTS && merged.next == parts.len() / 16 {
                    so_far(merged.so_far(text, &names));
                }
            }
        }
    });
    tables.take_back(names);
    if job.is_cancelled() {
        return Err(OpenError::new(Kind::Cancelled));
    }
    Ok(is_right)
}

/// The parts that have been put together so far.
struct Merged<'m> {
    tables: &'m mut Tables,
    pending: &'m mut Pending,
    found: &'m mut Found,
    /// The number of the next part.
    next: usize,
    /// The position of its first event in the list of events.
    first_event: u32,
}

impl Merged<'_> {
    /// What has been put together, as a dataset of its own; without its problems and
    /// without what follows what.
    fn so_far(&self, text: &str, still: &Names) -> Content {
        let mut dataset = self.tables.data.clone();
        let mut pending = Pending { hashed: self.pending.hashed.clone(), ..Pending::default() };
        let (ids, mut unheard) = (std::mem::take(&mut dataset.ids), Found::with_limit(0));
        dataset.ids = ids::settle(text, &mut dataset.events, ids, &mut pending, &mut unheard);
        dataset.index();
        let mut names = self.tables.names.clone();
        names.extend(still.clone());
        Content { dataset, names, problems: Problems::default() }
    }

    fn add(&mut self, part: Part, parts: &[Stretch<'_>]) {
        // Where events were scanned, their positions are known.
        let first_event = match parts.get(self.next) {
            Some(Stretch::Scanned(..)) => 0,
            _ => self.first_event,
        };
        let settled = self.tables.settle(&part.fresh);
        let events = &mut self.tables.data.events;
        let first_kept = events.len() as u32;
        events.append(&part.events, &settled);
        let done = self.next + 1;
        if done.is_power_of_two() {
            // So that the columns need not grow by themselves, which takes up to three times
            // their memory. The more has been read, the better the guess.
            let all = events.len() as f64 / done as f64 * parts.len() as f64;
            events.reserve((all * SPARE) as usize);
        }
        self.pending.append(part.pending, first_event, first_kept);
        self.found.append(part.found, first_event);
        self.first_event += part.items;
        self.next += 1;
    }
}

/// Reads one part. An error where it is not JSON, or does not end where it should; so too
/// where it is not wanted any more.
fn read_stretch(
    text: &str,
    part: &Stretch<'_>,
    reader: &mut PartReader<'_>,
    is_unwanted: &dyn Fn() -> bool,
) -> Result<(), NotJson> {
    let (range, is_last) = match part {
        Stretch::Scanned(first, slots) => {
            reader.begin_at(*first);
            for (number, slot) in slots.iter().enumerate() {
                if number % STEP == 0 && is_unwanted() {
                    return Err(NotJson);
                }
                reader.pass_to(slot.pos);
                reader.item(slot.offset)?;
            }
            return Ok(());
        }
        Stretch::Guessed(range) => (range, false),
        Stretch::Last(range) => (range, true),
    };
    let mut pos = range.start;
    for number in 0_usize.. {
        if number.is_multiple_of(STEP) && is_unwanted() {
            return Err(NotJson);
        }
        let end = after_space(text, reader.item(pos)?);
        if is_last && end == range.end {
            return Ok(());
        }
        pos = after_space(text, after_byte(text, end, b',').ok_or(NotJson)?);
        if pos >= range.end {
            break;
        }
    }
    if !is_last && pos == range.end { Ok(()) } else { Err(NotJson) }
}
