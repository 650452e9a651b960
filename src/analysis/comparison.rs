//! Meetings side by side, in the order of time, each compared with the one before it.
//!
//! # Rules
//! - An issue is new where the meeting before has no mention of it, and dropped where
//!   only the meeting before has one.
//! - A stance has changed where the records give two different ones. Who raised it has
//!   changed where sources name the sides at both meetings and the sides differ: from
//!   "unknown" to somebody is not a change that anybody knows of.
//! - Somebody was there "also then" who took part in the meeting before it in the row.

use std::collections::{HashMap, HashSet};

use super::topic::{Topic, topics};
use crate::load::Document;
use crate::model::{Dataset, Event, EventIx, IssueIx, PersonIx, SideIx};

/// More are not compared at once.
pub const MOST: usize = 24;

/// Somebody who took part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparedPerson {
    /// Who.
    pub person: PersonIx,
    /// In which role, then.
    pub role: Option<String>,
    /// Whether the same person took part in the meeting before it in the row.
    pub also_before: bool,
}

/// The people of one side at all meetings; of none, where the file does not say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparedDelegation {
    /// Whose they are.
    pub side: Option<SideIx>,
    /// For each meeting who took part, in the order of the file.
    pub people: Vec<Vec<ComparedPerson>>,
}

/// What became of an issue since the meeting before it in the row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// It is the first meeting in the row.
    First,
    /// The meeting before has no mention of it.
    New,
    /// Stance and who raised it are the same, as far as is known.
    Same,
    /// Something is otherwise.
    Changed {
        /// The stance.
        stance: bool,
        /// Who raised it.
        raised_by: bool,
    },
}

/// An issue at one of the meetings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparedTopic {
    /// What the record says of it.
    pub topic: Topic,
    /// What became of it since the meeting before.
    pub change: Change,
    /// The meeting's quotes on it, as positions among the event's quotes.
    pub quotes: Vec<usize>,
}

/// How an issue stands at one of the meetings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ComparedCell {
    /// It came up.
    There(ComparedTopic),
    /// It came up at the meeting before, and here there is no mention of it.
    Dropped,
    /// There is no mention of it, here or at the meeting before.
    Absent,
}

/// An issue through the meetings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparedIssue {
    /// Which issue.
    pub issue: IssueIx,
    /// At how many of the meetings it came up.
    pub meetings: usize,
    /// One cell for each meeting.
    pub cells: Vec<ComparedCell>,
}

impl ComparedIssue {
    /// Whether two meetings or more have it.
    pub fn is_shared(&self) -> bool {
        self.meetings > 1
    }

    /// How many quotes on it there are at all meetings.
    pub fn quote_count(&self) -> usize {
        self.there().map(|topic| topic.quotes.len()).sum()
    }

    fn there(&self) -> impl Iterator<Item = &ComparedTopic> {
        self.cells.iter().filter_map(|cell| match cell {
            ComparedCell::There(topic) => Some(topic),
            ComparedCell::Dropped | ComparedCell::Absent => None,
        })
    }
}

/// What a meeting has that the one before it has not, and the reverse.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Issues that are new.
    pub new: usize,
    /// Issues that are dropped.
    pub dropped: usize,
    /// Issues of which stance or raisers changed.
    pub changed: usize,
    /// Issues that both have, unchanged.
    pub same: usize,
}

/// One of the meetings.
#[derive(Clone, Debug, PartialEq)]
pub struct ComparedMeeting {
    /// Which one it is.
    pub ix: EventIx,
    /// Everything that its file says of it.
    pub event: Event,
    /// What changed since the meeting before; nothing for the first.
    pub tally: Option<Tally>,
}

/// Meetings side by side.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Comparison {
    /// The meetings, in the order of time.
    pub meetings: Vec<ComparedMeeting>,
    /// The people by side: sides in the order of the dataset, those of none last.
    pub delegations: Vec<ComparedDelegation>,
    /// The issues: those that most meetings have first, then in the order in which they
    /// come up.
    pub issues: Vec<ComparedIssue>,
    /// How many meetings were asked for beyond [`MOST`].
    pub left_out: usize,
}

impl Comparison {
    /// Reads the meetings, each once, and compares them. Those that are not of this
    /// document are passed over.
    pub fn new(document: &Document, events: &[EventIx]) -> Self {
        let dataset = document.dataset();
        let mut order: Vec<(usize, EventIx)> =
            events.iter().filter_map(|ix| Some((dataset.rank(*ix)?, *ix))).collect();
        order.sort_unstable();
        order.dedup();
        let left_out = order.len().saturating_sub(MOST);
        order.truncate(MOST);
        let read = order.into_iter().filter_map(|(_, ix)| Some((ix, document.event(ix)?)));
        let read: Vec<(EventIx, Event)> = read.collect();
        let issues = compare_issues(&read);
        let delegations = compare_people(dataset, &read);
        let meetings = read.into_iter().enumerate().map(|(column, (ix, event))| {
            let tally = (column > 0).then(|| tally(&issues, column));
            ComparedMeeting { ix, event, tally }
        });
        Self { meetings: meetings.collect(), delegations, issues, left_out }
    }
}

fn compare_issues(read: &[(EventIx, Event)]) -> Vec<ComparedIssue> {
    let mut issues: Vec<ComparedIssue> = Vec::new();
    let mut places: HashMap<IssueIx, usize> = HashMap::new();
    for (column, (_, event)) in read.iter().enumerate() {
        let mut quotes = quotes_on(event);
        for topic in topics(event) {
            let issue = topic.issue;
            let place = *places.entry(issue).or_insert_with(|| {
                let cells = vec![ComparedCell::Absent; read.len()];
                issues.push(ComparedIssue { issue, meetings: 0, cells });
                issues.len() - 1
            });
            let Some(row) = issues.get_mut(place) else { continue };
            row.meetings += 1;
            let before = column.checked_sub(1).map(|before| row.cells.get(before));
            let change = match before {
                None => Change::First,
                Some(Some(ComparedCell::There(before))) => changed(&before.topic, &topic),
                Some(_) => Change::New,
            };
            let quotes = quotes.remove(&issue).unwrap_or_default();
            if let Some(cell) = row.cells.get_mut(column) {
                *cell = ComparedCell::There(ComparedTopic { topic, change, quotes });
            }
        }
    }
    for row in &mut issues {
        mark_dropped(&mut row.cells);
    }
    // Stable: the order in which they come up decides between equals.
    issues.sort_by_key(|row| std::cmp::Reverse(row.meetings));
    issues
}

fn mark_dropped(cells: &mut [ComparedCell]) {
    let mut was_there = false;
    for cell in cells {
        let is_there = matches!(cell, ComparedCell::There(_));
        if was_there && !is_there {
            *cell = ComparedCell::Dropped;
        }
        was_there = is_there;
    }
}

fn quotes_on(event: &Event) -> HashMap<IssueIx, Vec<usize>> {
    let mut quotes: HashMap<IssueIx, Vec<usize>> = HashMap::new();
    for (pos, quote) in event.quotes.iter().enumerate() {
        for issue in &quote.issues {
            let on = quotes.entry(*issue).or_default();
            if on.last() != Some(&pos) {
                on.push(pos);
            }
        }
    }
    quotes
}

fn changed(before: &Topic, now: &Topic) -> Change {
    let sides = |topic: &Topic| topic.raised_by.iter().copied().collect::<HashSet<SideIx>>();
    let is_known = !before.raised_by.is_empty() && !now.raised_by.is_empty();
    let raised_by = is_known && sides(before) != sides(now);
    let stance = before.stance != now.stance;
    if stance || raised_by { Change::Changed { stance, raised_by } } else { Change::Same }
}

fn tally(issues: &[ComparedIssue], column: usize) -> Tally {
    let mut tally = Tally::default();
    for cell in issues.iter().filter_map(|row| row.cells.get(column)) {
        match cell {
            ComparedCell::Dropped => tally.dropped += 1,
            ComparedCell::Absent => {}
            ComparedCell::There(topic) => match topic.change {
                Change::First | Change::New => tally.new += 1,
                Change::Same => tally.same += 1,
                Change::Changed { .. } => tally.changed += 1,
            },
        }
    }
    tally
}

fn compare_people(dataset: &Dataset, read: &[(EventIx, Event)]) -> Vec<ComparedDelegation> {
    let mut groups: Vec<ComparedDelegation> = Vec::new();
    let mut places: HashMap<Option<SideIx>, usize> = HashMap::new();
    let mut before: HashSet<PersonIx> = HashSet::new();
    for (column, (_, event)) in read.iter().enumerate() {
        for participant in &event.participants {
            let side = dataset.people.get(participant.person.pos()).and_then(|person| person.side);
            let place = *places.entry(side).or_insert_with(|| {
                groups.push(ComparedDelegation { side, people: vec![Vec::new(); read.len()] });
                groups.len() - 1
            });
            let cell = groups.get_mut(place).and_then(|group| group.people.get_mut(column));
            if let Some(cell) = cell {
                cell.push(ComparedPerson {
                    person: participant.person,
                    role: participant.role.clone(),
                    also_before: before.contains(&participant.person),
                });
            }
        }
        before = event.participants.iter().map(|participant| participant.person).collect();
    }
    groups.sort_by_key(|group| group.side.map_or(u32::MAX, |side| side.0));
    groups
}
