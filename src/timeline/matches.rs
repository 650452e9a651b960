//! Which meetings the filter lets through, lane by lane, ready to be asked by time.

use rayon::prelude::*;

use super::lanes::{Lane, LaneChoice, Lanes};
use super::overview::Overview;
use super::peak::PeakTree;
use super::scene::Members;
use crate::model::{Dataset, EventIx, EventSet};

/// The meetings that match, for the lanes of a timeline. Worked out once for a filter
/// and a choice of lanes; what a frame asks takes a step or a logarithm of them.
#[derive(Clone, Debug)]
pub struct Matches {
    /// The meetings.
    pub set: EventSet,
    /// The meetings in the order of time.
    pub by_time: Vec<EventIx>,
    /// How many of them fall into each quarter.
    pub overview: Overview,
    choice: LaneChoice,
    lanes: Vec<LaneMatches>,
}

/// The matching meetings of one lane. A bit for each of its meetings and little more, so
/// that it is made in one pass over the lane, which ends before one has let go of the key.
#[derive(Clone, Debug)]
struct LaneMatches {
    /// A bit for each position of the lane, 64 to a word.
    words: Vec<u64>,
    /// How many bits are set before each word, and before the end.
    before: Vec<u32>,
    /// The most important of those that match.
    peaks: PeakTree,
}

impl Matches {
    /// The meetings of a set in these lanes.
    pub fn new(dataset: &Dataset, lanes: &Lanes, set: EventSet) -> Self {
        let choice = lanes.choice;
        let of_lane = |lane: &Lane| LaneMatches::new(lane, &set);
        let in_time = dataset.by_time().par_iter().copied();
        let (lanes, (overview, by_time)) = rayon::join(
            || lanes.lanes.par_iter().map(of_lane).collect(),
            || {
                let by_time = in_time.filter(|ix| set.contains(*ix)).collect();
                (Overview::of(dataset, &set), by_time)
            },
        );
        Self { set, by_time, overview, choice, lanes }
    }

    /// The matching meeting next to another in time, which need not match itself.
    pub fn step(&self, dataset: &Dataset, from: EventIx, forward: bool) -> Option<EventIx> {
        let rank = dataset.rank(from)?;
        let rank_of = |ix: &EventIx| dataset.rank(*ix).unwrap_or(0);
        let pos = if forward {
            self.by_time.partition_point(|ix| rank_of(ix) <= rank)
        } else {
            self.by_time.partition_point(|ix| rank_of(ix) < rank).checked_sub(1)?
        };
        self.by_time.get(pos).copied()
    }

    /// What the lanes stand for that it is of.
    pub fn lanes_choice(&self) -> LaneChoice {
        self.choice
    }

    /// How many members of a mark match.
    pub fn count(&self, lane: usize, members: &Members) -> usize {
        let Some(lane) = self.lanes.get(lane) else { return 0 };
        let range = members.range();
        let others = members.others().filter(|pos| lane.is_match(*pos));
        lane.count(range.start, range.end) + others.count()
    }

    /// The one of a number, in order, among those members of a mark that match.
    pub fn event(
        &self,
        pos: usize,
        lane: &Lane,
        members: &Members,
        number: usize,
    ) -> Option<EventIx> {
        let matches = self.lanes.get(pos)?;
        let range = members.range();
        let is_match = |pos: &usize| matches.is_match(*pos);
        let before: Vec<usize> = members.before().filter(is_match).collect();
        let of_range = matches.count(range.start, range.end);
        let found = match number.checked_sub(before.len()) {
            None => before.get(number).copied(),
            Some(number) if number < of_range => {
                matches.position(matches.count_before(range.start) + number)
            }
            Some(number) => members.after().filter(is_match).nth(number - of_range),
        };
        lane.event(found?)
    }

    /// The most important of those members of a mark that match.
    pub(super) fn top(&self, pos: usize, lane: &Lane, members: &Members) -> Option<EventIx> {
        let matches = self.lanes.get(pos)?;
        let range = members.range();
        let weight = |pos| matches.weight(lane, pos);
        let of_range = matches.peaks.highest((range.start, range.end), &weight);
        let all = of_range.into_iter().chain(members.others());
        let best = all.filter(|pos| matches.is_match(*pos)).max_by_key(|pos| weight(*pos))?;
        lane.event(best)
    }
}

impl LaneMatches {
    fn new(lane: &Lane, set: &EventSet) -> Self {
        let word = |events: &[EventIx]| {
            let bits = events.iter().enumerate();
            bits.fold(0, |word, (bit, ix)| word | (u64::from(set.contains(*ix)) << bit))
        };
        let events = lane.range(0, lane.len());
        let words: Vec<u64> = events.par_chunks(64).with_min_len(256).map(word).collect();
        let mut before = Vec::with_capacity(words.len() + 1);
        let mut count = 0;
        before.push(count);
        before.extend(words.iter().map(|word| {
            count += word.count_ones();
            count
        }));
        let mut matches = Self { words, before, peaks: PeakTree::default() };
        matches.peaks = PeakTree::new(lane.len(), &|pos| matches.weight(lane, pos));
        matches
    }

    /// The importance of a meeting that matches, plus one; zero for others.
    fn weight(&self, lane: &Lane, pos: usize) -> u32 {
        if self.is_match(pos) { lane.importance(pos).saturating_add(1) } else { 0 }
    }

    fn is_match(&self, pos: usize) -> bool {
        self.words.get(pos / 64).is_some_and(|word| word >> (pos % 64) & 1 == 1)
    }

    fn count(&self, first: usize, end: usize) -> usize {
        self.count_before(end).saturating_sub(self.count_before(first))
    }

    /// The position of the one of a number among those that match.
    fn position(&self, number: usize) -> Option<usize> {
        let word = self.before.partition_point(|before| *before as usize <= number);
        let word = word.checked_sub(1)?;
        let before = *self.before.get(word)? as usize;
        let mut bits = *self.words.get(word)?;
        for _ in before..number {
            // Without its lowest bit.
            bits &= bits.wrapping_sub(1);
        }
        Some(word * 64 + bits.trailing_zeros() as usize)
    }

    /// How many match before a position.
    fn count_before(&self, pos: usize) -> usize {
        let of_words = self.before.get(pos / 64).or(self.before.last()).copied().unwrap_or(0);
        let rest = self.words.get(pos / 64).copied().unwrap_or(0) & ((1 << (pos % 64)) - 1);
        (of_words + rest.count_ones()) as usize
    }
}
