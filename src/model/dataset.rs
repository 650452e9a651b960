//! The tables of a dataset, and what can be looked up in them.

use std::collections::HashMap;
use std::ops::Range;

use super::entity::{Issue, Period, Person, Side, Source};
use super::event::Stance;
use super::feature::Features;
use super::ids::{EventIx, IssueIx, KindIx, PersonIx, PlaceIx, SideIx};
use super::kind::Kind;
use crate::date::{Span, When};

/// What is kept in memory of every meeting.
#[derive(Clone, Debug, PartialEq)]
pub struct EventHead {
    /// Its id, or one made of date and title.
    pub id: Box<str>,
    /// Its title.
    pub title: Box<str>,
    /// When it took place.
    pub when: When,
    /// What kind of meeting.
    pub kind: KindIx,
    /// The country's code, as the file has it; empty where it is not given.
    pub country: Box<str>,
    /// Where, by the name that the file gives.
    pub place: Option<PlaceIx>,
    /// The issues that came up, each once, in the order of the file.
    pub issues: Box<[Raised]>,
    /// Who took part or is quoted, each once.
    pub people: Box<[PersonIx]>,
    /// Who is quoted, each once.
    pub speakers: Box<[PersonIx]>,
    /// How many quotes there are.
    pub quote_count: u32,
    /// What else the record holds.
    pub features: Features,
    /// The sides whose own account is among the sources, each once.
    pub accounts: Box<[SideIx]>,
    /// Whether a third party is among the sources.
    pub has_third_party: bool,
    /// The meetings that it follows, as far as the dataset has them, each once, in the
    /// order of the file.
    pub follows: Box<[EventIx]>,
    /// Where the event stands in the file's text, in bytes.
    pub text: Range<usize>,
}

/// An issue at a meeting, in short.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Raised {
    /// Which issue.
    pub issue: IssueIx,
    /// The sides that a source says raised it; empty where no source says.
    pub by: Box<[SideIx]>,
    /// How the sides stood on it.
    pub stance: Stance,
    /// The sides in whose own account it stands: that of a source of the mention, or
    /// of a quote on the issue. Of a meeting whose quotes name thousands of pairs of an
    /// issue and a side, the last of these pairs are left out.
    pub accounts: Box<[SideIx]>,
}

/// Where a meeting took place, seen from the sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PlaceClass {
    /// In the country of a side.
    HomeOf(SideIx),
    /// In a third country.
    Elsewhere,
    /// The file names no country: by telephone, or unknown.
    NoCountry,
}

/// The meetings before and after one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Around {
    /// The one before, of any kind.
    pub previous: Option<EventIx>,
    /// The one before, of the same kind.
    pub previous_of_kind: Option<EventIx>,
    /// The one after, of any kind.
    pub next: Option<EventIx>,
    /// The one after, of the same kind.
    pub next_of_kind: Option<EventIx>,
}

/// A dataset: who, what, where from, and the meetings.
#[derive(Clone, Debug, Default)]
pub struct Dataset {
    /// Its title; may be empty.
    pub title: String,
    /// What it is, in its editors' words; may be empty.
    pub description: String,
    /// The parties, in the order of the file.
    pub sides: Vec<Side>,
    /// The people.
    pub people: Vec<Person>,
    /// The issues.
    pub issues: Vec<Issue>,
    /// The sources.
    pub sources: Vec<Source>,
    /// The periods.
    pub periods: Vec<Period>,
    /// The kinds that occur.
    pub kinds: Vec<Kind>,
    /// The names of the places that occur.
    pub places: Vec<Box<str>>,
    /// The meetings, in the order of the file.
    pub events: Vec<EventHead>,
    by_time: Vec<EventIx>,
    rank: Vec<u32>,
    by_id: HashMap<Box<str>, EventIx>,
    /// Who follows whom: the followed meeting and the one that follows it, sorted.
    followers: Vec<(EventIx, EventIx)>,
    span: Option<Span>,
}

impl Dataset {
    /// Sorts and indexes the events; to be called once they are all there.
    pub fn index(&mut self) {
        let events = &self.events;
        let mut by_time: Vec<EventIx> = (0..events.len()).map(EventIx::from_pos).collect();
        by_time.sort_by_key(|ix| {
            events.get(ix.pos()).map(|event| {
                let span = event.when.span();
                (span.start, span.end, ix.0)
            })
        });
        self.rank = vec![0; events.len()];
        for (rank, ix) in by_time.iter().enumerate() {
            if let Some(slot) = self.rank.get_mut(ix.pos()) {
                *slot = rank as u32;
            }
        }
        self.by_time = by_time;
        self.by_id = HashMap::with_capacity(events.len());
        for (pos, event) in events.iter().enumerate() {
            // The first of two with the same id keeps it.
            self.by_id.entry(event.id.clone()).or_insert(EventIx::from_pos(pos));
        }
        self.followers = events
            .iter()
            .enumerate()
            .flat_map(|(pos, event)| {
                event.follows.iter().map(move |followed| (*followed, EventIx::from_pos(pos)))
            })
            .collect();
        self.followers.sort_unstable();
        self.span =
            events.iter().map(|event| event.when.span()).reduce(|one, other| one.union(&other));
    }

    /// The head of a meeting; `None` for an index of another dataset.
    pub fn event(&self, ix: EventIx) -> Option<&EventHead> {
        self.events.get(ix.pos())
    }

    /// The meeting with an id.
    pub fn event_with_id(&self, id: &str) -> Option<EventIx> {
        self.by_id.get(id).copied()
    }

    /// All meetings in the order of time: by first day, then by last day, then as
    /// in the file.
    pub fn by_time(&self) -> &[EventIx] {
        &self.by_time
    }

    /// The first and last day that a meeting may lie on; `None` without meetings.
    pub fn span(&self) -> Option<Span> {
        self.span
    }

    /// The meeting `steps` after (or before, if negative) another in time.
    pub fn step(&self, from: EventIx, steps: i64) -> Option<EventIx> {
        let rank = i64::from(*self.rank.get(from.pos())?);
        let to = usize::try_from(rank.checked_add(steps)?).ok()?;
        self.by_time.get(to).copied()
    }

    /// The meetings that follow one, in the order of the file.
    pub fn followers(&self, ix: EventIx) -> impl Iterator<Item = EventIx> {
        let first = self.followers.partition_point(|(followed, _)| *followed < ix);
        let rest = self.followers.get(first..).unwrap_or_default();
        rest.iter().take_while(move |(followed, _)| *followed == ix).map(|(_, follower)| *follower)
    }

    /// The position of a meeting in the order of time; `None` for an index of another
    /// dataset.
    pub fn rank(&self, ix: EventIx) -> Option<usize> {
        self.rank.get(ix.pos()).map(|rank| *rank as usize)
    }

    /// The meetings before and after one, of any kind and of its kind.
    pub fn around(&self, ix: EventIx) -> Around {
        let (Some(event), Some(&rank)) = (self.event(ix), self.rank.get(ix.pos())) else {
            return Around::default();
        };
        let rank = rank as usize;
        let of_kind =
            |other: &&EventIx| self.event(**other).is_some_and(|other| other.kind == event.kind);
        let before = self.by_time.get(..rank).unwrap_or_default();
        let after = self.by_time.get(rank + 1..).unwrap_or_default();
        Around {
            previous: before.last().copied(),
            previous_of_kind: before.iter().rev().find(of_kind).copied(),
            next: after.first().copied(),
            next_of_kind: after.iter().find(of_kind).copied(),
        }
    }

    /// Where a meeting took place, seen from the sides: a country is the home of
    /// the side whose id is its code, whatever the case.
    pub fn place_class(&self, event: &EventHead) -> PlaceClass {
        if event.country.is_empty() {
            return PlaceClass::NoCountry;
        }
        self.sides
            .iter()
            .position(|side| side.id.eq_ignore_ascii_case(&event.country))
            .map_or(PlaceClass::Elsewhere, |pos| PlaceClass::HomeOf(SideIx::from_pos(pos)))
    }

    /// A meeting's claim to room on the screen: first its level, then the number
    /// of its quotes and issues.
    pub fn importance(&self, event: &EventHead) -> u32 {
        let level = self.kinds.get(event.kind.pos()).map_or(1, Kind::weight);
        let said = event.quote_count.min(0xffff) + event.issues.len().min(0xffff) as u32;
        (level << 20) | said.min(0xf_ffff)
    }
}
