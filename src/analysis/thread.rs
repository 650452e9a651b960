//! An issue followed through all meetings: who raised it where, what was said on it,
//! and for how long it did not come up.

use std::collections::BTreeSet;
use std::sync::Arc;

use memchr::memmem::Finder;

use super::silence::{Silence, Silences};
use super::walk::{read_each, stamp, walk};
use crate::load::Document;
use crate::model::{
    Dataset, Event, EventHead, EventIx, EventSet, IssueIx, Mention, Quote, SideIx, Stance,
};

/// A silence is long from so many days on; in a thread that spans less than ten years,
/// from a tenth of that on.
const LONG: i32 = 365;

/// No silence is long that is shorter than this, in days.
const SHORT: i32 = 30;

/// A quote on the issue; its words are read when they are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuoteOn {
    /// Its position among the meeting's quotes.
    pub pos: u32,
    /// The speaker's side, where known.
    pub side: Option<SideIx>,
    /// How long its main wording is, in bytes: enough to guess the room it needs.
    pub len: u32,
}

/// A meeting of the thread, in short.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThreadEntry {
    /// Which meeting.
    pub event: EventIx,
    /// The sides that a source says raised it; empty where no source says.
    pub raised_by: Box<[SideIx]>,
    /// How the sides stood on it.
    pub stance: Stance,
    /// The sides in whose own account it stands.
    pub accounts: Box<[SideIx]>,
    /// Whether it is among the meeting's issues; else only a quote is on it.
    pub is_listed: bool,
    /// What was said on it, in the order of the file.
    pub quotes: Box<[QuoteOn]>,
}

/// A meeting of the thread in full, with what it has on the issue.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The meeting.
    pub event: Event,
    /// Where it mentions the issue: hardly ever more than once.
    pub mentions: Vec<Mention>,
    /// The quotes on it, in the order of the entry.
    pub quotes: Vec<Quote>,
}

/// An issue through the meetings that match.
#[derive(Clone, Debug)]
pub struct Thread {
    /// Which issue.
    pub issue: IssueIx,
    /// The meetings on it, in the order of time.
    pub entries: Vec<ThreadEntry>,
    /// How many there are in the dataset, whatever the filter hides.
    pub total: usize,
    /// How many of all of these have it among their issues, and not only in a quote.
    pub listed_total: usize,
    /// The long silences, in the order of time.
    pub silences: Vec<Silence>,
    /// The sides that speak in the quotes, in the order of the dataset.
    pub speakers: Vec<SideIx>,
    /// Whether there are quotes of others, or of speakers of unknown side.
    pub has_others: bool,
    /// How many quotes there are.
    pub quotes: usize,
    /// How much is said before each meeting, and in all: enough to guess how much room
    /// the meetings before one need, without going through them.
    pub said_before: Arc<[SaidBefore]>,
    listed: usize,
    /// The position of the longest silence.
    longest: Option<usize>,
    stamp: u64,
}

/// How much is said at some meetings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SaidBefore {
    /// How many quotes are shown at once: of each meeting the first ones.
    pub quotes: u32,
    /// How long these are, in bytes; what is very long counts as far as it is shown.
    pub bytes: u64,
}

/// A meeting that may be on the issue.
struct Candidate {
    event: EventIx,
    is_listed: bool,
    has_quotes: bool,
    is_match: bool,
}

impl Thread {
    /// Follows an issue through the meetings that match. To be called on a worker
    /// thread; `None` where it was cancelled, or for an index of another dataset.
    pub fn new(
        document: &Document,
        issue: IssueIx,
        matches: &EventSet,
        cancelled: &dyn Fn() -> bool,
    ) -> Option<Self> {
        let dataset = document.dataset();
        let candidates = candidates(document, issue, matches, cancelled)?;
        let mut entries = Vec::new();
        let (mut total, mut listed_total) = (0, 0);
        // What has quotes must be read: whose they are and on what, no head says.
        let quoted = candidates.iter().filter(|candidate| candidate.has_quotes);
        let quoted: Vec<EventIx> = quoted.map(|candidate| candidate.event).collect();
        let take = |_, event: &Event| quotes_on(dataset, event, issue);
        let mut quotes = read_each(document, &quoted, cancelled, take)?.into_iter();
        for candidate in &candidates {
            let quotes = if candidate.has_quotes { quotes.next().flatten() } else { None };
            let quotes = quotes.unwrap_or_default();
            if !candidate.is_listed && quotes.is_empty() {
                continue;
            }
            total += 1;
            listed_total += usize::from(candidate.is_listed);
            if candidate.is_match {
                entries.push(entry(dataset, candidate, issue, quotes)?);
            }
        }
        let mut thread = Self {
            issue,
            entries,
            total,
            listed_total,
            silences: Vec::new(),
            speakers: Vec::new(),
            has_others: false,
            quotes: 0,
            said_before: Arc::default(),
            listed: 0,
            longest: None,
            stamp: stamp(),
        };
        thread.count_speakers();
        thread.find_silences(dataset, matches, cancelled)?;
        // What a frame tells of them is counted once.
        thread.listed = thread.entries.iter().filter(|entry| entry.is_listed).count();
        let silences = thread.silences.iter().enumerate();
        let longest = silences.max_by_key(|(_, it)| (it.length.least, std::cmp::Reverse(it.pos)));
        thread.longest = longest.map(|(pos, _)| pos);
        Some(thread)
    }

    /// How many of the meetings that match have it among their issues.
    pub fn listed(&self) -> usize {
        self.listed
    }

    /// The first meeting on it.
    pub fn first(&self) -> Option<EventIx> {
        self.entries.first().map(|entry| entry.event)
    }

    /// The last meeting on it.
    pub fn last(&self) -> Option<EventIx> {
        self.entries.last().map(|entry| entry.event)
    }

    /// Where a meeting stands in the thread.
    pub fn position(&self, dataset: &Dataset, event: EventIx) -> Option<usize> {
        let pos = self.rank_from(dataset, event);
        self.entries.get(pos).is_some_and(|entry| entry.event == event).then_some(pos)
    }

    /// The next meeting on the issue after any meeting, on it or not.
    pub fn next_after(&self, dataset: &Dataset, event: EventIx) -> Option<EventIx> {
        let pos = self.rank_from(dataset, event);
        let is_here = self.entries.get(pos).is_some_and(|entry| entry.event == event);
        self.entries.get(pos + usize::from(is_here)).map(|entry| entry.event)
    }

    /// The last meeting on the issue before any meeting, on it or not.
    pub fn previous_before(&self, dataset: &Dataset, event: EventIx) -> Option<EventIx> {
        let pos = self.rank_from(dataset, event).checked_sub(1)?;
        self.entries.get(pos).map(|entry| entry.event)
    }

    /// The long silence before the meeting at a position of the thread.
    pub fn silence_before(&self, pos: usize) -> Option<&Silence> {
        let found = self.silences.binary_search_by_key(&pos, |silence| silence.pos).ok()?;
        self.silences.get(found)
    }

    /// The longest silence of those that are long.
    pub fn longest_silence(&self) -> Option<&Silence> {
        self.silences.get(self.longest?)
    }

    /// Reads a meeting of the thread in full.
    pub fn read(&self, document: &Document, entry: &ThreadEntry) -> Option<Reading> {
        let event = document.event(entry.event)?;
        let on = |mention: &&Mention| mention.issue == self.issue;
        let mentions = event.issues.iter().filter(on).cloned().collect();
        let quote = |on: &QuoteOn| event.quotes.get(on.pos as usize).cloned();
        let quotes = entry.quotes.iter().filter_map(quote).collect();
        Some(Reading { event, mentions, quotes })
    }

    /// Differs for each thread that is made: by it, what is remembered of a thread on
    /// the screen can tell that another one has come.
    pub fn stamp(&self) -> u64 {
        self.stamp
    }

    /// The position of the first entry that is not before a meeting.
    fn rank_from(&self, dataset: &Dataset, event: EventIx) -> usize {
        let rank = dataset.rank(event);
        self.entries.partition_point(|entry| dataset.rank(entry.event) < rank)
    }

    fn count_speakers(&mut self) {
        /// Of more quotes of a meeting, and of longer ones, the rest is asked for.
        const MOST: (usize, u32) = (50, 4_000);
        let mut said = SaidBefore::default();
        let mut before = Vec::with_capacity(self.entries.len() + 1);
        for entry in &self.entries {
            before.push(said);
            for quote in entry.quotes.iter().take(MOST.0) {
                said.quotes = said.quotes.saturating_add(1);
                said.bytes += u64::from(quote.len.min(MOST.1));
            }
        }
        before.push(said);
        self.said_before = before.into();
        let quotes = || self.entries.iter().flat_map(|entry| &entry.quotes);
        self.quotes = quotes().count();
        self.has_others = quotes().any(|quote| quote.side.is_none());
        let sides: BTreeSet<SideIx> = quotes().filter_map(|quote| quote.side).collect();
        self.speakers = sides.into_iter().collect();
    }

    fn find_silences(
        &mut self,
        dataset: &Dataset,
        matches: &EventSet,
        cancelled: &dyn Fn() -> bool,
    ) -> Option<()> {
        let long = long_from(dataset, &self.entries);
        let mut entries = self.entries.iter().peekable();
        let mut silences = Silences::default();
        let mut among_all = 0;
        let found = &mut self.silences;
        walk(dataset, cancelled, |ix, _| {
            if entries.next_if(|entry| entry.event == ix).is_some() {
                let silence = silences.next(dataset, ix, among_all);
                found.extend(silence.filter(|silence| silence.length.least >= long));
            }
            among_all += usize::from(matches.contains(ix));
        })
    }
}

/// From how many days on a silence is long.
fn long_from(dataset: &Dataset, entries: &[ThreadEntry]) -> i32 {
    let span = |entry: Option<&ThreadEntry>| {
        entry.and_then(|entry| dataset.event(entry.event)).map(|head| head.when.span())
    };
    let ends = span(entries.first()).zip(span(entries.last()));
    let days = ends.map_or(0, |(first, last)| last.end.saturating_sub(first.start));
    (days / 10).clamp(SHORT, LONG)
}

/// The meetings that are on the issue by their heads, and those of which a quote may
/// be: its id stands somewhere in their text.
fn candidates(
    document: &Document,
    issue: IssueIx,
    matches: &EventSet,
    cancelled: &dyn Fn() -> bool,
) -> Option<Vec<Candidate>> {
    let dataset = document.dataset();
    let id = &dataset.issues.get(issue.pos())?.id;
    let id = serde_json::to_string(id).ok()?;
    // With escapes, the id may be written otherwise.
    let (finder, escape) = (Finder::new(&id), Finder::new("\\u"));
    let may_be_quoted = |head: &EventHead| {
        let text = document.text().get(head.text()).unwrap_or_default().as_bytes();
        head.quote_count > 0 && (finder.find(text).is_some() || escape.find(text).is_some())
    };
    let mut found = Vec::new();
    walk(dataset, cancelled, |event, head| {
        let is_listed = head.issues.iter().any(|raised| raised.issue == issue);
        if is_listed || may_be_quoted(head) {
            let (has_quotes, is_match) = (head.quote_count > 0, matches.contains(event));
            found.push(Candidate { event, is_listed, has_quotes, is_match });
        }
    })?;
    Some(found)
}

fn quotes_on(dataset: &Dataset, event: &Event, issue: IssueIx) -> Box<[QuoteOn]> {
    let quotes = event.quotes.iter().enumerate();
    let quotes = quotes.filter(|(_, quote)| quote.issues.contains(&issue));
    let quotes = quotes.map(|(pos, quote)| QuoteOn {
        pos: pos as u32,
        side: quote.speaker.and_then(|speaker| dataset.people.get(speaker.pos())?.side),
        len: u32::try_from(quote.wording.text.len()).unwrap_or(u32::MAX),
    });
    quotes.collect()
}

fn entry(
    dataset: &Dataset,
    candidate: &Candidate,
    issue: IssueIx,
    quotes: Box<[QuoteOn]>,
) -> Option<ThreadEntry> {
    let head = dataset.event(candidate.event)?;
    let raised = head.issues.iter().find(|raised| raised.issue == issue);
    Some(ThreadEntry {
        event: candidate.event,
        raised_by: raised.map(|raised| raised.by.into()).unwrap_or_default(),
        stance: raised.map_or(Stance::Discussed, |raised| raised.stance),
        accounts: raised.map(|raised| raised.accounts.into()).unwrap_or_default(),
        is_listed: candidate.is_listed,
        quotes,
    })
}
