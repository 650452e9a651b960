//! Which meetings have each value of each field: an inverted index.
//!
//! With it, what a filter lets through and how many of it have a value are operations on
//! sets, and no meeting is looked at for them.

use std::ops::Range;

use fixedbitset::FixedBitSet;
use rayon::prelude::*;
use roaring::RoaringBitmap;

use super::codes::{self, Codes};
use super::field::Field;
use crate::model::EventIx;

/// So many meetings are one container of a bitmap: what is made of them in parts is put
/// together without a look inside.
const CONTAINER: usize = 1 << 16;

/// A set that less than one in so many meetings is in is no dense one. What two sets share
/// is found by looking up the bits of one in the other, but slowly where neither is dense.
const DENSE: u64 = 16;

/// Of a field with no more codes than this, their meetings are gathered as bits.
const FEW: usize = 256;

/// Of the meetings of one container those that have each code of a field: to set a bit
/// is faster than to find out where in a compressed set it is.
struct Gathered {
    bits: Vec<[u8; CONTAINER / 8]>,
}

impl Gathered {
    /// None for a field with many codes, each of which few meetings have.
    fn new(codes: usize) -> Option<Self> {
        (codes <= FEW).then(|| Self { bits: vec![[0; CONTAINER / 8]; codes] })
    }

    fn add(&mut self, code: usize, pos: usize) {
        if let Some(byte) = self.bits.get_mut(code).and_then(|bits| bits.get_mut(pos / 8)) {
            *byte |= 1 << (pos % 8);
        }
    }

    /// Moves everything to the sets of the codes, where `first` is the first position.
    fn move_onto(&mut self, sets: &mut [RoaringBitmap], first: usize) {
        for (set, bits) in sets.iter_mut().zip(&mut self.bits) {
            *set |= RoaringBitmap::from_lsb0_bytes(EventIx::from_pos(first).0, bits);
            bits.fill(0);
        }
    }
}

/// The meetings of each code, for each of [`Field::ALL`]; years have none.
#[derive(Clone, Debug)]
pub(super) struct Postings {
    fields: [Vec<RoaringBitmap>; Field::ALL.len()],
    /// How many meetings there are in all.
    len: usize,
}

/// Some meetings, in the two forms that are counted with.
pub(super) struct Counted {
    /// As a query puts them together.
    pub set: RoaringBitmap,
    /// One bit for each meeting of the dataset.
    pub bits: FixedBitSet,
}

impl Counted {
    /// Some of so many meetings.
    pub(super) fn new(set: RoaringBitmap, len: usize) -> Self {
        let (mut bits, mut ranges) = (FixedBitSet::with_capacity(len), set.iter());
        // A set that is full, as it is for what no other field narrows, is few ranges.
        while let Some(range) = ranges.next_range() {
            bits.insert_range(*range.start() as usize..*range.end() as usize + 1);
        }
        Self { set, bits }
    }
}

impl Postings {
    /// Reads all meetings, on all cores.
    pub fn of(codes: Codes<'_>) -> Self {
        let len = codes.dataset.events.len();
        let share = len.div_ceil(rayon::current_num_threads()).max(1);
        let share = share.next_multiple_of(CONTAINER);
        let firsts: Vec<usize> = (0..len).step_by(share).collect();
        let parts = firsts.into_par_iter().map(|first| {
            let mut part = Self::empty(codes);
            part.add(codes, first..len.min(first + share));
            part
        });
        let mut all = parts.reduce_with(Self::joined).unwrap_or_else(|| Self::empty(codes));
        // What grew while it was filled has room to spare; a copy has not.
        all.fields.par_iter_mut().flatten().for_each(|set| *set = set.clone());
        all
    }

    fn empty(codes: Codes<'_>) -> Self {
        let sets = |field| vec![RoaringBitmap::new(); codes::count(field, codes.vocabulary)];
        Self { fields: Field::ALL.map(sets), len: codes.dataset.events.len() }
    }

    fn add(&mut self, codes: Codes<'_>, meetings: Range<usize>) {
        let mut gathered = self.fields.each_ref().map(|sets| Gathered::new(sets.len()));
        for first in meetings.clone().step_by(CONTAINER) {
            for pos in first..meetings.end.min(first + CONTAINER) {
                let Some(event) = codes.dataset.events.untitled(pos) else { continue };
                let fields = Field::ALL.into_iter().zip(&mut self.fields).zip(&mut gathered);
                for ((field, sets), gathered) in fields {
                    let mut add = |code: usize| match gathered {
                        Some(gathered) => gathered.add(code, pos - first),
                        None => {
                            if let Some(set) = sets.get_mut(code) {
                                // A code that comes again for the same meeting is there.
                                let _ = set.try_push(EventIx::from_pos(pos).0);
                            }
                        }
                    };
                    if field.is_of_mention() {
                        event.issues.iter().for_each(|it| codes.of_mention(field, &it, &mut add));
                    } else {
                        codes.of_event(field, (pos, &event), add);
                    }
                }
            }
            for (sets, gathered) in self.fields.iter_mut().zip(&mut gathered) {
                gathered.iter_mut().for_each(|gathered| gathered.move_onto(sets, first));
            }
        }
    }

    fn joined(mut self, other: Self) -> Self {
        for (own, others) in self.fields.iter_mut().zip(other.fields) {
            own.iter_mut().zip(others).for_each(|(own, other)| *own |= other);
        }
        self
    }

    /// The meetings of each code of a field.
    fn sets(&self, field: Field) -> &[RoaringBitmap] {
        let sets = Field::ALL.iter().position(|it| *it == field).and_then(|it| self.fields.get(it));
        sets.map_or(&[], Vec::as_slice)
    }

    /// The meetings that have any of some codes.
    pub fn with_any(&self, field: Field, codes: &FixedBitSet) -> RoaringBitmap {
        let mut any = RoaringBitmap::new();
        codes.ones().filter_map(|code| self.sets(field).get(code)).for_each(|set| any |= set);
        any
    }

    /// The meetings that have a code of a field.
    pub fn with(&self, field: Field, code: u32) -> impl Iterator<Item = EventIx> {
        let set = self.sets(field).get(code as usize);
        set.into_iter().flatten().map(EventIx)
    }

    /// How many of some meetings have each code of a field.
    pub fn counts(&self, field: Field, of: &Counted) -> Vec<u32> {
        let (is_all, is_of_dense) = (of.set.len() == self.len as u64, self.is_dense(&of.set));
        let count = |set: &RoaringBitmap| {
            if is_all {
                set.len()
            } else if is_of_dense || self.is_dense(set) {
                set.intersection_len(&of.set)
            } else {
                set.iter().filter(|pos| of.bits.contains(*pos as usize)).count() as u64
            }
        };
        // There are fewer than 2³² meetings; see `EventIx`.
        self.sets(field).par_iter().with_min_len(64).map(|set| count(set) as u32).collect()
    }

    /// Whether it is faster to look at some meetings one by one than to count with the sets
    /// of all codes of a field.
    pub fn are_slower(&self, field: Field, of: &Counted) -> bool {
        self.sets(field).len() > FEW && !self.is_dense(&of.set)
    }

    fn is_dense(&self, set: &RoaringBitmap) -> bool {
        set.len() * DENSE > self.len as u64
    }
}
