//! The tables of a dataset, and what can be looked up in them.

use rayon::prelude::*;

use super::entity::{Issue, Period, Person, Side, Source};
use super::events::Events;
use super::head::EventHead;
use super::id_index::IdIndex;
use super::ids::{EventIx, KindIx, SideIx};
use super::kind::{Kind, Level};
use crate::date::{Day, Span};

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
    pub events: Events,
    /// The meetings by their ids.
    pub ids: IdIndex,
    by_time: Vec<EventIx>,
    rank: Vec<u32>,
    /// The ranks of the meetings of each kind, in order.
    ranks_of_kind: Vec<Vec<u32>>,
    /// Who follows whom: the followed meeting and the one that follows it, sorted.
    followers: Vec<(EventIx, EventIx)>,
    span: Option<Span>,
}

impl Dataset {
    /// Sorts and indexes the events; to be called once they are all there, with their ids
    /// in [`Dataset::ids`]. On all cores.
    pub fn index(&mut self) {
        let events = &self.events;
        let (keys, followers) = rayon::join(|| keys_in_time(events), || followers(events));
        let first = keys.first().map(|key| key.start());
        let last = keys.par_iter().map(|key| key.end()).max();
        self.span = first.zip(last).map(|(start, end)| Span { start, end });
        self.rank = vec![0; events.len()];
        self.ranks_of_kind = vec![Vec::new(); self.kinds.len()];
        for (rank, key) in (0_u32..).zip(&keys) {
            if let Some(slot) = self.rank.get_mut(key.event().pos()) {
                *slot = rank;
            }
            if let Some(ranks) = self.ranks_of_kind.get_mut(key.kind().pos()) {
                ranks.push(rank);
            }
        }
        self.ranks_of_kind.iter_mut().for_each(Vec::shrink_to_fit);
        self.by_time = keys.into_iter().map(TimeKey::event).collect();
        self.followers = followers;
    }

    /// The head of a meeting; `None` for an index of another dataset.
    pub fn event(&self, ix: EventIx) -> Option<EventHead<'_>> {
        self.events.get(ix.pos())
    }

    /// The meeting with an id.
    pub fn event_with_id(&self, id: &str) -> Option<EventIx> {
        self.ids.find(&self.events, id)
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

    /// Who follows whom: a meeting that is followed and one that follows it; sorted.
    pub fn links(&self) -> &[(EventIx, EventIx)] {
        &self.followers
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
        let of_kind = self.ranks_of_kind.get(event.kind.pos()).map_or(&[][..], Vec::as_slice);
        let own = of_kind.partition_point(|other| *other < rank);
        let at = |rank: Option<&u32>| self.by_time.get(*rank? as usize).copied();
        Around {
            previous: at(rank.checked_sub(1).as_ref()),
            previous_of_kind: at(own.checked_sub(1).and_then(|before| of_kind.get(before))),
            next: at(rank.checked_add(1).as_ref()),
            next_of_kind: at(of_kind.get(own + 1)),
        }
    }

    /// Where a meeting took place, seen from the sides: a country is the home of
    /// the side whose id is its code, whatever the case.
    pub fn place_class(&self, event: &EventHead<'_>) -> PlaceClass {
        if event.country.is_empty() {
            return PlaceClass::NoCountry;
        }
        self.sides
            .iter()
            .position(|side| side.id.eq_ignore_ascii_case(event.country))
            .map_or(PlaceClass::Elsewhere, |pos| PlaceClass::HomeOf(SideIx::from_pos(pos)))
    }

    /// A meeting's claim to room on the screen: first its level, then the number
    /// of its quotes and issues.
    pub fn importance(&self, ix: EventIx) -> u32 {
        let kind = self.events.kind(ix).and_then(|kind| self.kinds.get(kind.pos()));
        let level = kind.map_or(1, Kind::weight);
        let (quotes, issues) = self.events.sizes(ix);
        (level << 20) | (quotes.min(0xffff) + issues.min(0xffff)).min(0xf_ffff)
    }

    /// The level of a meeting.
    pub fn level(&self, ix: EventIx) -> Level {
        let kind = self.events.kind(ix).and_then(|kind| self.kinds.get(kind.pos()));
        kind.map_or(Level::Others, |kind| kind.level)
    }
}

/// A meeting by what decides on its place in the order of time: its first and its last day,
/// and its number, from the upper bits down; then its kind. One number is sorted faster
/// than several.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct TimeKey(u128);

impl TimeKey {
    fn new(Span { start, end }: Span, event: EventIx, kind: KindIx) -> Self {
        // So that a day before another is the smaller number.
        let unsigned = |day: Day| u128::from(day.cast_unsigned() ^ (1 << 31));
        let numbers = u128::from(event.0) << 32 | u128::from(kind.0);
        Self(unsigned(start) << 96 | unsigned(end) << 64 | numbers)
    }

    fn start(self) -> Day {
        ((self.0 >> 96) as u32 ^ (1 << 31)).cast_signed()
    }

    fn end(self) -> Day {
        ((self.0 >> 64) as u32 ^ (1 << 31)).cast_signed()
    }

    fn event(self) -> EventIx {
        EventIx((self.0 >> 32) as u32)
    }

    fn kind(self) -> KindIx {
        KindIx(self.0 as u32)
    }
}

/// The meetings in the order of time.
fn keys_in_time(events: &Events) -> Vec<TimeKey> {
    let key = |pos: usize| {
        let event = EventIx::from_pos(pos);
        Some(TimeKey::new(events.span(event)?, event, events.kind(event)?))
    };
    let mut keys: Vec<TimeKey> = (0..events.len()).into_par_iter().filter_map(key).collect();
    keys.par_sort_unstable();
    keys
}

/// Who follows whom, by the one that is followed.
fn followers(events: &Events) -> Vec<(EventIx, EventIx)> {
    let mut followers: Vec<_> = (0..events.len())
        .into_par_iter()
        .map(EventIx::from_pos)
        .flat_map_iter(|ix| events.follows(ix).iter().map(move |followed| (*followed, ix)))
        .collect();
    followers.par_sort_unstable();
    followers
}
