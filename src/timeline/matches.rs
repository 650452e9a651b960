//! Which meetings the filter lets through, lane by lane, ready to be asked by time.

use rayon::prelude::*;

use super::lanes::{Lane, LaneChoice, Lanes};
use super::overview::Overview;
use super::peak::Peaks;
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

/// The matching meetings of one lane.
#[derive(Clone, Debug)]
struct LaneMatches {
    /// How many of the lane's meetings match before each position, and before its end.
    before: Vec<u32>,
    /// Importance of those that match, plus one; zero for the others.
    peaks: Peaks,
}

impl Matches {
    /// The meetings of a set in these lanes.
    pub fn new(dataset: &Dataset, lanes: &Lanes, set: EventSet) -> Self {
        let choice = lanes.choice;
        let of_lane = |lane: &Lane| LaneMatches::new(dataset, lane, &set);
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
    pub(super) fn count(&self, lane: usize, members: &Members) -> usize {
        let Some(lane) = self.lanes.get(lane) else { return 0 };
        let range = members.range();
        let others = members.others().filter(|pos| lane.is_match(*pos));
        lane.count(range.start, range.end) + others.count()
    }

    /// The most important of those members of a mark that match.
    pub(super) fn top(&self, pos: usize, lane: &Lane, members: &Members) -> Option<EventIx> {
        let matches = self.lanes.get(pos)?;
        let range = members.range();
        let of_range = matches.peaks.highest(range.start, range.end);
        let of_range = of_range.filter(|pos| matches.is_match(*pos));
        let best = of_range.or_else(|| members.others().find(|pos| matches.is_match(*pos)))?;
        lane.event(best)
    }
}

impl LaneMatches {
    fn new(dataset: &Dataset, lane: &Lane, set: &EventSet) -> Self {
        let mut before = Vec::with_capacity(lane.len() + 1);
        let mut weights = Vec::with_capacity(lane.len());
        let mut count = 0;
        for ix in lane.range(0, lane.len()) {
            before.push(count);
            let is_in = set.contains(*ix);
            count += u32::from(is_in);
            weights.push(if is_in { dataset.importance(*ix) + 1 } else { 0 });
        }
        before.push(count);
        Self { before, peaks: Peaks::new(weights) }
    }

    fn is_match(&self, pos: usize) -> bool {
        self.count(pos, pos + 1) > 0
    }

    fn count(&self, first: usize, end: usize) -> usize {
        let before = |pos: usize| self.before.get(pos).or(self.before.last()).copied().unwrap_or(0);
        before(end).saturating_sub(before(first)) as usize
    }
}
