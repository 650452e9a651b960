//! Counts the values of all fields over the meetings that count for each of them.

use rayon::prelude::*;
use roaring::RoaringBitmap;

use super::codes::{self, Codes};
use super::facets::FACETS;
use super::field::Field;
use super::filter::Filter;
use super::passing::Passing;
use super::postings::Counted;
use super::years::YearCounter;
use crate::model::{EventIx, Raised, WhenIx};

/// Of how many meetings one core looks at those that count, before it is asked whether it
/// is still wanted.
const STEP: u32 = 1 << 16;

/// How many meetings have each code of each field.
pub(super) struct Counts {
    /// By field, in the order of [`FACETS`]; nothing for years.
    pub fields: [Vec<u32>; FACETS.len()],
    pub years: YearCounter,
}

impl Counts {
    fn set(&mut self, field: Field, counts: Vec<u32>) {
        let pos = FACETS.iter().position(|it| *it == field);
        if let Some(slot) = pos.and_then(|pos| self.fields.get_mut(pos)) {
            *slot = counts;
        }
    }
}

/// The counts of all fields, where `all` pass everything. None where it was cancelled.
pub(super) fn of_passing(
    passing: &Passing,
    all: &Counted,
    (filter, codes): (&Filter, Codes<'_>),
    cancelled: &dyn Fn() -> bool,
) -> Option<Counts> {
    let postings = codes.postings();
    let counting = Counting { filter, codes, cancelled };
    let years = YearCounter::new(codes.dataset);
    let mut counts = Counts { fields: Default::default(), years };
    let mut free = Vec::new();
    for field in FACETS {
        if cancelled() {
            return None;
        }
        let others;
        let over = match (field.is_of_mention(), filter.asks_of(field)) {
            (true, _) if !filter.asks_of_mentions(None) => all,
            (true, false) => {
                free.push(field);
                continue;
            }
            (true, true) => {
                let set = filter.with_asked(postings, Some(field), passing.of_events());
                if filter.asks_of_one_mention(Some(field)) {
                    let counted = counting.asked(&[field], Some(field), &set)?;
                    counted.into_iter().for_each(|counted| counts.set(field, counted));
                    continue;
                }
                others = passing.counted(set);
                &others
            }
            (false, true) => {
                others = passing.counted(passing.but(Some(field)));
                &others
            }
            (false, false) => all,
        };
        match field {
            Field::Year => counts.years = counting.years(&over.set)?,
            _ => counts.set(field, counting.counts(field, over)?),
        }
    }
    if !free.is_empty() {
        let set = passing.asked();
        if filter.asks_of_one_mention(None) {
            for (field, counted) in free.iter().zip(counting.asked(&free, None, &set)?) {
                counts.set(*field, counted);
            }
        } else {
            let over = passing.counted(set);
            for field in free {
                counts.set(field, counting.counts(field, &over)?);
            }
        }
    }
    Some(counts)
}

/// Counts by looking at meetings.
struct Counting<'c> {
    filter: &'c Filter,
    codes: Codes<'c>,
    cancelled: &'c dyn Fn() -> bool,
}

impl Counting<'_> {
    /// The counts of a field over some meetings.
    fn counts(&self, field: Field, over: &Counted) -> Option<Vec<u32>> {
        let (codes, postings) = (self.codes, self.codes.postings());
        if !postings.are_slower(field, over) {
            return Some(postings.counts(field, over));
        }
        let events = &codes.dataset.events;
        let new = || vec![Counter::new(field, codes)];
        let add = |counters: &mut Vec<Counter>, pos: u32| {
            let (Some(event), Some(counter)) =
                (events.untitled(pos as usize), counters.first_mut())
            else {
                return;
            };
            if field.is_of_mention() {
                event.issues.iter().for_each(|it| counter.add(codes, &it, pos));
            } else {
                codes.of_event(field, (pos as usize, &event), |code| counter.count(code, pos));
            }
        };
        self.summed(&over.set, &new, &add)?.pop()
    }

    /// The counts of years over some meetings.
    fn years(&self, set: &RoaringBitmap) -> Option<YearCounter> {
        let events = &self.codes.dataset.events;
        // Many meetings may be at the same time, of which the years are found once.
        let new = || vec![0_u32; events.whens().len()];
        let add = |counts: &mut Vec<u32>, pos| {
            let when = events.when_ix(EventIx(pos)).map_or(usize::MAX, WhenIx::pos);
            if let Some(count) = counts.get_mut(when) {
                *count += 1;
            }
        };
        let mut years = YearCounter::new(self.codes.dataset);
        for counts in self.each(set, &new, &add)? {
            for (when, count) in events.whens().iter().zip(counts).filter(|(_, count)| *count > 0) {
                years.add(when, count);
            }
        }
        Some(years)
    }

    /// The counts of some fields of mentions over the mentions of some meetings that all
    /// fields ask for, but for one.
    fn asked(
        &self,
        fields: &[Field],
        but: Option<Field>,
        set: &RoaringBitmap,
    ) -> Option<Vec<Vec<u32>>> {
        let (filter, codes) = (self.filter, self.codes);
        let leaves_out = filter.leaves_out_mentions(but);
        // Each of a million mentions is asked: mostly its issue decides.
        let issues = filter.asked_issues(codes, but);
        let is_asked = |it: &Raised| match &issues {
            Some(issues) => issues.contains(it.issue.pos()),
            None => filter.is_asked(codes, it, but),
        };
        let new = || fields.iter().map(|field| Counter::new(*field, codes)).collect::<Vec<_>>();
        let add = |counters: &mut Vec<Counter>, pos: u32| {
            let mentions = codes.dataset.events.mentions(EventIx(pos));
            if filter.is_meeting_out(codes, mentions, but) {
                return;
            }
            let asked = || mentions.iter().filter(&is_asked);
            if leaves_out {
                for raised in asked().filter(|it| filter.is_out(codes, it, but)) {
                    counters.iter_mut().for_each(|it| it.leave_out(codes, &raised, pos));
                }
            }
            for raised in asked() {
                counters.iter_mut().for_each(|it| it.add(codes, &raised, pos));
            }
        };
        self.summed(set, &new, &add)
    }

    /// Calls with each of some meetings, on all cores; returns what was counted in all.
    fn summed(
        &self,
        set: &RoaringBitmap,
        new: &dyn Fn() -> Vec<Counter>,
        add: &(dyn Fn(&mut Vec<Counter>, u32) + Sync),
    ) -> Option<Vec<Vec<u32>>> {
        let mut workers = self.each(set, new, add)?.into_iter();
        let mut sums = workers.next().unwrap_or_else(new);
        for more in workers {
            for (sum, more) in sums.iter_mut().zip(more) {
                sum.counts.iter_mut().zip(more.counts).for_each(|(sum, more)| *sum += more);
            }
        }
        Some(sums.into_iter().map(|sum| sum.counts).collect())
    }

    /// Calls with each of some meetings, on all cores; returns what each core counted.
    fn each<C: Send>(
        &self,
        set: &RoaringBitmap,
        new: &dyn Fn() -> C,
        add: &(dyn Fn(&mut C, u32) + Sync),
    ) -> Option<Vec<C>> {
        let end = set.max().map_or(0, |last| last + 1);
        let firsts: Vec<u32> = (0..end).step_by(STEP as usize).collect();
        let cores = rayon::current_num_threads().min(firsts.len());
        let mut workers: Vec<C> = std::iter::repeat_with(new).take(cores).collect();
        for some in firsts.chunks(cores.max(1)) {
            if (self.cancelled)() {
                return None;
            }
            workers.par_iter_mut().zip(some).for_each(|(worker, first)| {
                set.range(*first..first.saturating_add(STEP)).for_each(|pos| add(worker, pos));
            });
        }
        Some(workers)
    }
}

/// The counts of one field of mentions, by code.
struct Counter {
    field: Field,
    counts: Vec<u32>,
    /// The meeting that each code was last counted for, plus one.
    seen: Vec<u32>,
    /// The meeting that each code was last left out for, plus one.
    out: Vec<u32>,
}

impl Counter {
    fn new(field: Field, codes: Codes<'_>) -> Self {
        let none = vec![0; codes::count(field, codes.vocabulary)];
        Self { field, counts: none.clone(), seen: none.clone(), out: none }
    }

    /// Leaves a meeting out for the codes of one of its mentions.
    fn leave_out(&mut self, codes: Codes<'_>, raised: &Raised, pos: u32) {
        codes.of_mention(self.field, raised, |code| {
            if let Some(out) = self.out.get_mut(code) {
                *out = pos + 1;
            }
        });
    }

    /// Counts a meeting for the codes of one of its mentions, once.
    fn add(&mut self, codes: Codes<'_>, raised: &Raised, pos: u32) {
        codes.of_mention(self.field, raised, |code| self.count(code, pos));
    }

    /// Counts a meeting for a code, once.
    fn count(&mut self, code: usize, pos: u32) {
        let stamp = pos + 1;
        let is_out = self.out.get(code) == Some(&stamp);
        if let (Some(count), Some(seen)) = (self.counts.get_mut(code), self.seen.get_mut(code))
            && *seen != stamp
            && !is_out
        {
            *seen = stamp;
            *count += 1;
        }
    }
}
