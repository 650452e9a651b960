//! Which meetings pass each part of a filter.
//!
//! What several fields let through together, and what all of them but one do, are then
//! operations on sets. Only where something is asked of one and the same mention are
//! meetings looked at: those with mentions of all that is asked for.

use rayon::prelude::*;
use roaring::RoaringBitmap;

use super::codes::Codes;
use super::field::Field;
use super::filter::{Clause, Filter};
use super::postings::{Counted, Postings};
use crate::model::{EventHead, EventIx, EventSet};

/// How many meetings are looked at before it is asked whether it is still wanted.
const STEP: usize = 1 << 16;

/// The meetings that pass each part of a filter.
pub(super) struct Passing {
    /// How many meetings there are in all.
    len: usize,
    /// Those with the words that are searched for, where any are.
    words: Option<RoaringBitmap>,
    /// Those that pass a field that is not asked of mentions.
    fields: Vec<(Field, RoaringBitmap)>,
    mentions: Option<Mentions>,
}

/// The meetings that pass what is asked of mentions.
struct Mentions {
    /// Those with a mention that is asked for, and none that is left out.
    passing: RoaringBitmap,
    /// Those with a mention that is asked for, whether or not another is left out.
    asked: RoaringBitmap,
}

impl Passing {
    /// None where it was cancelled.
    pub fn of(
        filter: &Filter,
        words: Option<&EventSet>,
        codes: Codes<'_>,
        cancelled: &dyn Fn() -> bool,
    ) -> Option<Self> {
        if cancelled() {
            return None;
        }
        let (events, postings) = (&codes.dataset.events, codes.postings());
        let len = events.len();
        let mut fields = Vec::new();
        if filter.asks_of_years() {
            let passes = |pos| events.when(EventIx(pos)).is_some_and(|it| filter.years_pass(it));
            fields.push((Field::Year, those_where(&all(len), &passes, cancelled)?));
        }
        for clause in filter.of_events() {
            fields.push((clause.field, clause.meetings(postings, len)));
        }
        let mentions = match filter.asks_of_mentions(None) {
            true => Some(Mentions::of(filter, codes, cancelled)?),
            false => None,
        };
        Some(Self { len, words: words.map(of_events), fields, mentions })
    }

    /// The meetings that pass everything.
    pub fn all(&self) -> Counted {
        self.counted(self.but(None))
    }

    /// Some of the meetings, to be counted with.
    pub fn counted(&self, set: RoaringBitmap) -> Counted {
        Counted::new(set, self.len)
    }

    /// The meetings that pass everything but perhaps one field that is not asked of
    /// mentions.
    pub fn but(&self, field: Option<Field>) -> RoaringBitmap {
        self.joined(field, self.mentions.as_ref().map(|it| &it.passing))
    }

    /// The meetings that pass everything that is not asked of mentions.
    pub fn of_events(&self) -> RoaringBitmap {
        self.joined(None, None)
    }

    /// Of these, those with a mention that is asked for.
    pub fn asked(&self) -> RoaringBitmap {
        self.joined(None, self.mentions.as_ref().map(|it| &it.asked))
    }

    fn joined(&self, but: Option<Field>, mentions: Option<&RoaringBitmap>) -> RoaringBitmap {
        let fields = self.fields.iter().filter(|(field, _)| Some(*field) != but);
        let fields = fields.map(|(_, set)| set);
        let mut parts = fields.chain(mentions).chain(&self.words);
        let Some(first) = parts.next() else { return all(self.len) };
        let mut joined = first.clone();
        parts.for_each(|set| joined &= set);
        joined
    }
}

impl Mentions {
    fn of(filter: &Filter, codes: Codes<'_>, cancelled: &dyn Fn() -> bool) -> Option<Self> {
        let (events, postings) = (&codes.dataset.events, codes.postings());
        let mut asked = filter.with_asked(postings, None, all(events.len()));
        let look = |set: &RoaringBitmap, test: &(dyn Fn(&EventHead<'_>) -> bool + Sync)| {
            let test = |pos| events.untitled(pos as usize).is_some_and(|event| test(&event));
            those_where(set, &test, cancelled)
        };
        let ons = filter.of_mentions(None).filter(|clause| clause.has_on()).count();
        if ons > 1 {
            asked = look(&asked, &|event| filter.has_asked(codes, event))?;
        }
        // Of these, only those that have what is left out may have it in a mention that is
        // asked for.
        let mut left_out = RoaringBitmap::new();
        for clause in filter.of_mentions(None).filter(|clause| !clause.is_of_meeting()) {
            left_out |= clause.with_out(postings);
        }
        left_out &= &asked;
        if ons > 0 {
            left_out = look(&left_out, &|event| !filter.mentions_pass(codes, event))?;
        }
        Some(Self { passing: &asked - &left_out, asked })
    }
}

impl Filter {
    /// Of some meetings, those that have values that are asked of their mentions, though
    /// perhaps not in one and the same, and none that are left out of all meetings; but
    /// perhaps for one field.
    pub(super) fn with_asked(
        &self,
        postings: &Postings,
        but: Option<Field>,
        mut set: RoaringBitmap,
    ) -> RoaringBitmap {
        for clause in self.of_mentions(but) {
            if clause.has_on() {
                set &= clause.with_on(postings);
            }
            if clause.is_of_meeting() {
                set -= clause.with_out(postings);
            }
        }
        set
    }
}

impl Clause {
    /// The meetings that it lets through; of a field that is not asked of mentions.
    fn meetings(&self, postings: &Postings, len: usize) -> RoaringBitmap {
        let on = if self.has_on() { self.with_on(postings) } else { all(len) };
        on - self.with_out(postings)
    }
}

/// All of so many meetings.
fn all(len: usize) -> RoaringBitmap {
    let mut all = RoaringBitmap::new();
    // There are fewer than 2³² meetings; see `EventIx`.
    all.insert_range(0..len as u32);
    all
}

fn of_events(set: &EventSet) -> RoaringBitmap {
    let words = set.bits().as_slice().iter();
    let bytes: Vec<u8> = words.flat_map(|word| word.to_le_bytes()).collect();
    RoaringBitmap::from_lsb0_bytes(0, &bytes)
}

/// Those of a set that pass a test. None where it was cancelled.
fn those_where(
    set: &RoaringBitmap,
    test: &(dyn Fn(u32) -> bool + Sync),
    cancelled: &dyn Fn() -> bool,
) -> Option<RoaringBitmap> {
    let mut passing = RoaringBitmap::new();
    let mut rest = set.iter();
    loop {
        let some: Vec<u32> = rest.by_ref().take(STEP).collect();
        if some.is_empty() {
            return Some(passing);
        }
        if cancelled() {
            return None;
        }
        let some: Vec<u32> = some.into_par_iter().filter(|pos| test(*pos)).collect();
        passing.extend(some);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_of_bits_is_the_same_set_compressed() {
        for len in [0, 1, 64, 200_003] {
            let mut set = EventSet::none(len);
            (0..len).filter(|pos| pos % 3 == 1).for_each(|pos| set.insert(EventIx::from_pos(pos)));
            let compressed = of_events(&set);
            assert!(compressed.iter().eq(set.iter().map(|ix| ix.0)), "{len}");
            assert_eq!(Counted::new(compressed, len).bits, *set.bits(), "{len}");
        }
        assert_eq!(Counted::new(all(200_003), 200_003).bits, *EventSet::all(200_003).bits());
    }

    #[test]
    fn each_of_a_set_is_tested() {
        let set: RoaringBitmap = (0..3 * STEP as u32).filter(|pos| pos % 3 == 1).collect();
        let passing = those_where(&set, &|pos| pos % 2 == 0, &|| false).expect("not cancelled");
        assert!(passing.iter().eq(set.iter().filter(|pos| pos % 2 == 0)));
        assert_eq!(those_where(&set, &|_| true, &|| true), None);
    }
}
