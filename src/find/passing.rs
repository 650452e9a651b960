//! Which meetings pass each part of a filter, one set of bits for each part.
//!
//! What several fields let through together, and what all of them but one do, are then
//! a few operations on words of 64 meetings; and each part looks at no more of a
//! meeting than it asks for.

use fixedbitset::{Block, FixedBitSet};
use rayon::prelude::*;

use super::codes::Codes;
use super::field::Field;
use super::filter::Filter;
use crate::model::{EventHead, EventSet};

/// How many meetings are looked at in one go.
const STEP: usize = 4096;

/// How many times that before it is asked whether it is still wanted.
const AT_ONCE: usize = 16;

/// The meetings that pass each part of a filter.
pub(super) struct Passing<'w> {
    /// How many meetings there are in all.
    len: usize,
    /// Those with the words that are searched for, where any are.
    words: Option<&'w EventSet>,
    /// Those that pass a field that is not asked of mentions.
    fields: Vec<(Field, FixedBitSet)>,
    mentions: Option<Mentions>,
}

/// The meetings that pass what is asked of mentions.
struct Mentions {
    /// Those with a mention that is asked for, and none that is left out.
    passing: FixedBitSet,
    /// Those with a mention that is asked for, whether or not another is left out.
    asked: FixedBitSet,
}

impl<'w> Passing<'w> {
    /// None where it was cancelled.
    pub fn of(
        filter: &Filter,
        words: Option<&'w EventSet>,
        codes: Codes<'_>,
        cancelled: &dyn Fn() -> bool,
    ) -> Option<Self> {
        let events = &codes.dataset.events;
        let len = events.len();
        let passing = |test: &(dyn Fn(usize, &EventHead) -> bool + Sync)| {
            let test = |pos| events.untitled(pos).is_some_and(|event| test(pos, &event));
            bits_where(len, &test, cancelled)
        };
        let mut fields = Vec::new();
        if filter.asks_of_years() {
            fields.push((Field::Year, passing(&|_, event| filter.years_pass(event))?));
        }
        for clause in filter.of_events() {
            let bits = passing(&|pos, event| clause.passes(codes, (pos, event)))?;
            fields.push((clause.field, bits));
        }
        let mut mentions = None;
        if filter.asks_of_mentions(None) {
            let asked = passing(&|_, event| filter.has_asked(codes, event))?;
            // Those without a mention that is asked for may pass where none is asked for.
            let passing = passing(&|_, event| filter.mentions_pass(codes, event))?;
            mentions = Some(Mentions { passing, asked });
        }
        Some(Self { len, words, fields, mentions })
    }

    /// The meetings that pass everything.
    pub fn all(&self) -> FixedBitSet {
        self.but(None)
    }

    /// The meetings that pass everything but perhaps one field that is not asked of
    /// mentions.
    pub fn but(&self, field: Option<Field>) -> FixedBitSet {
        self.joined(field, self.mentions.as_ref().map(|it| &it.passing))
    }

    /// The meetings that pass everything that is not asked of mentions.
    pub fn of_events(&self) -> FixedBitSet {
        self.joined(None, None)
    }

    /// Of these, those with a mention that is asked for.
    pub fn asked(&self) -> FixedBitSet {
        self.joined(None, self.mentions.as_ref().map(|it| &it.asked))
    }

    /// The fields that are not asked of mentions, of which something is asked.
    pub fn fields(&self) -> impl Iterator<Item = Field> {
        self.fields.iter().map(|(field, _)| *field)
    }

    fn joined(&self, but: Option<Field>, mentions: Option<&FixedBitSet>) -> FixedBitSet {
        let fields = self.fields.iter().filter(|(field, _)| Some(*field) != but);
        let fields = fields.map(|(_, bits)| bits);
        let mut all = fields.chain(mentions).chain(self.words.map(EventSet::bits));
        let Some(first) = all.next() else {
            let mut every = FixedBitSet::with_capacity(self.len);
            every.insert_range(..);
            return every;
        };
        let mut joined = first.clone();
        all.for_each(|bits| joined.intersect_with(bits));
        joined
    }
}

/// The positions below `len` that pass a test. None where it was cancelled.
fn bits_where(
    len: usize,
    test: &(dyn Fn(usize) -> bool + Sync),
    cancelled: &dyn Fn() -> bool,
) -> Option<FixedBitSet> {
    const WIDTH: usize = Block::BITS as usize;
    let mut blocks: Vec<Block> = vec![0; len.div_ceil(WIDTH)];
    for (go, some) in blocks.chunks_mut(AT_ONCE * STEP / WIDTH).enumerate() {
        if cancelled() {
            return None;
        }
        let first = go * AT_ONCE * STEP;
        some.par_chunks_mut(STEP / WIDTH).enumerate().for_each(|(step, some)| {
            let first = first + step * STEP;
            for (block, first) in some.iter_mut().zip((first..).step_by(WIDTH)) {
                for (bit, pos) in (first..len.min(first + WIDTH)).enumerate() {
                    *block |= Block::from(test(pos)) << bit;
                }
            }
        });
    }
    Some(FixedBitSet::with_capacity_and_blocks(len, blocks))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_position_is_tested_and_none_behind_the_last() {
        for len in [0, 1, 63, 64, 65, STEP, 2 * AT_ONCE * STEP + 7] {
            let bits = bits_where(len, &|pos| pos % 3 == 1, &|| false).expect("not cancelled");
            assert_eq!(bits.len(), len);
            assert!(bits.ones().eq((0..len).filter(|pos| pos % 3 == 1)), "{len}");
        }
        assert_eq!(bits_where(9, &|_| true, &|| true), None);
    }
}
