//! Counts the values of all fields over the meetings that count for each of them.
//!
//! What is counted are the few meetings: those that pass, or those that do not, which
//! are then taken away from the counts of all meetings, counted once for a dataset.

use fixedbitset::{Block, FixedBitSet};
use rayon::prelude::*;

use super::codes::Codes;
use super::counters::{Counters, Which, which};
use super::field::Field;
use super::filter::Filter;
use super::passing::Passing;

/// How many words of bits one core counts before it is asked whether it is still wanted.
const STEP: usize = 256;

/// The counts of all fields, where `all` pass everything. None where it was cancelled.
pub(super) fn of_passing(
    passing: &Passing<'_>,
    all: &FixedBitSet,
    filter: &Filter,
    codes: Codes<'_>,
    cancelled: &dyn Fn() -> bool,
) -> Option<Counters> {
    let over = Over { codes, cancelled };
    let asks = |but| filter.asks_of_mentions(but);
    let asked_fields: Vec<Field> = passing.fields().collect();
    let is_plain = |field: Field| {
        if field.is_of_mention() { !asks(None) } else { !asked_fields.contains(&field) }
    };
    let mut counted = over.plain(&which(is_plain), all)?;
    for field in asked_fields {
        let fields = which(|it| it == field);
        // A field that is not counted, such as who is quoted, has no counter.
        if fields.contains(&true) {
            counted.take(&fields, over.plain(&fields, &passing.but(Some(field)))?);
        }
    }
    if asks(None) {
        let is_asked = |field: Field| filter.asks_of(field);
        let free = which(|field| field.is_of_mention() && !is_asked(field));
        let asked = over.each(&passing.asked(), &|counters, pos| {
            counters.add_asked(&free, filter, codes, pos);
        })?;
        counted.take(&free, asked);
        let of_events = passing.of_events();
        let alone = which(|it| it.is_of_mention() && is_asked(it) && !asks(Some(it)));
        if alone.contains(&true) {
            counted.take(&alone, over.plain(&alone, &of_events)?);
        }
        let several = which(|it| it.is_of_mention() && is_asked(it) && asks(Some(it)));
        if several.contains(&true) {
            let asked = over.each(&of_events, &|counters, pos| {
                counters.add_asked(&several, filter, codes, pos);
            })?;
            counted.take(&several, asked);
        }
    }
    Some(counted)
}

/// Counts meetings.
struct Over<'d> {
    codes: Codes<'d>,
    cancelled: &'d dyn Fn() -> bool,
}

impl Over<'_> {
    /// The counts of some fields over some meetings, whatever is asked of their mentions.
    fn plain(&self, fields: &Which, set: &FixedBitSet) -> Option<Counters> {
        let codes = self.codes;
        let add = |counters: &mut Counters, pos| counters.add(fields, codes, pos);
        let count = set.count_ones(..);
        if 2 * count <= set.len() {
            return self.each(set, &add);
        }
        let every = self.every()?.clone();
        if count == set.len() {
            return Some(every);
        }
        let mut others = set.clone();
        others.toggle_range(..);
        Some(every.without(&self.each(&others, &add)?))
    }

    /// The counts of all fields over all meetings.
    fn every(&self) -> Option<&Counters> {
        let kept = &self.codes.vocabulary.every;
        if kept.get().is_none() {
            let mut all = FixedBitSet::with_capacity(self.codes.dataset.events.len());
            all.insert_range(..);
            let (fields, codes) = (which(|_| true), self.codes);
            let add = |counters: &mut Counters, pos| counters.add(&fields, codes, pos);
            // Another thread may have been faster, with the same.
            let _ = kept.set(self.each(&all, &add)?);
        }
        kept.get()
    }

    /// Calls with each meeting of a set, on all cores, and adds up what they count.
    fn each(
        &self,
        set: &FixedBitSet,
        add: &(dyn Fn(&mut Counters, usize) + Sync),
    ) -> Option<Counters> {
        const WIDTH: usize = Block::BITS as usize;
        let blocks = set.as_slice();
        // One for each core that has enough to do.
        let count = rayon::current_num_threads().min(blocks.len().div_ceil(STEP)).max(1);
        let mut workers: Vec<Counters> =
            std::iter::repeat_with(|| Counters::new(self.codes)).take(count).collect();
        for (go, some) in blocks.chunks(STEP * count).enumerate() {
            if (self.cancelled)() {
                return None;
            }
            let first = go * STEP * count;
            workers.par_iter_mut().zip(some.par_chunks(STEP)).enumerate().for_each(
                |(step, (worker, blocks))| {
                    let first = first + step * STEP;
                    for (block, at) in blocks.iter().zip(first..) {
                        let mut rest = *block;
                        while rest != 0 {
                            add(worker, at * WIDTH + rest.trailing_zeros() as usize);
                            rest &= rest - 1;
                        }
                    }
                },
            );
        }
        workers.into_iter().reduce(|sum, more| sum.with(&more))
    }
}
