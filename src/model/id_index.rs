//! Meetings by their ids.

use std::hash::BuildHasher;

use rayon::prelude::*;

use super::events::Events;
use super::ids::EventIx;

/// Where the meeting with an id stands: the hashes of all ids, sorted. Eight bytes a
/// meeting; the ids themselves stay where they are.
#[derive(Clone, Debug, Default)]
pub struct IdIndex {
    hasher: foldhash::fast::RandomState,
    /// Hash and meeting; of equal hashes, the first of the file first.
    sorted: Vec<(u32, EventIx)>,
}

impl IdIndex {
    /// The index of all meetings that have an id.
    pub fn of(events: &Events) -> Self {
        let mut index = Self::default();
        let all = (0..events.len()).map(EventIx::from_pos).filter(|ix| events.has_id(*ix));
        let hashed = all.map(|ix| (index.hash(events.id(ix)), ix)).collect();
        index.fill(hashed);
        index
    }

    /// What an id is sorted by.
    pub fn hash(&self, id: &str) -> u32 {
        hash(&self.hasher, id)
    }

    /// Takes all meetings in, each with the hash of its id.
    pub fn fill(&mut self, hashed: Vec<(u32, EventIx)>) {
        self.sorted = hashed;
        self.sorted.shrink_to_fit();
        // As one number, which is compared faster than two.
        self.sorted.par_sort_unstable_by_key(|(hash, ix)| u64::from(*hash) << 32 | u64::from(ix.0));
    }

    /// The meeting with an id; of several, the first of the file.
    pub fn find(&self, events: &Events, id: &str) -> Option<EventIx> {
        if id.is_empty() {
            return None;
        }
        let hash = hash(&self.hasher, id);
        let first = self.first_from(hash);
        let alike = self.sorted.get(first..)?.iter().take_while(|(other, _)| *other == hash);
        alike.map(|(_, ix)| *ix).find(|ix| events.id(*ix) == id)
    }

    /// The position of the first hash that is not below one. Hashes are spread evenly, so
    /// that it stands near its share of the way: of a million, a step of memory away
    /// instead of twenty.
    fn first_from(&self, hash: u32) -> usize {
        let len = self.sorted.len();
        let is_below = |pos: usize| self.sorted.get(pos).is_some_and(|(other, _)| *other < hash);
        let guess = ((u64::from(hash) * len as u64) >> 32) as usize;
        let (mut low, mut high, mut step) = (guess, guess, 64);
        while low > 0 && !is_below(low - 1) {
            low = low.saturating_sub(step);
            step *= 2;
        }
        step = 64;
        while is_below(high) {
            high = (high + step).min(len);
            step *= 2;
        }
        let between = self.sorted.get(low..high).unwrap_or_default();
        low + between.partition_point(|(other, _)| *other < hash)
    }

    /// The meetings whose id another has before them in the file, each with the first
    /// that has it; in the order of the file.
    pub fn repeated(&self, events: &Events) -> Vec<(EventIx, EventIx)> {
        let mut repeated = Vec::new();
        let alike = self.sorted.chunk_by(|(one, _), (other, _)| one == other);
        let id = |ix: EventIx| events.id(ix);
        for alike in alike.filter(|alike| alike.len() > 1) {
            let mut by_id: Vec<(&str, EventIx)> =
                alike.iter().map(|(_, ix)| (id(*ix), *ix)).collect();
            by_id.sort_unstable();
            for same in by_id.chunk_by(|(one, _), (other, _)| one == other) {
                let first = same.first().map(|(_, ix)| *ix);
                let later = same.iter().skip(1).map(|(_, ix)| *ix);
                repeated.extend(later.zip(first.into_iter().cycle()));
            }
        }
        repeated.sort_unstable();
        repeated
    }

    /// Takes meetings in under the ids that they have got now. They are given in the
    /// order of the file.
    pub fn renew(&mut self, events: &Events, changed: &[EventIx]) {
        if changed.is_empty() {
            return;
        }
        // Sorted, as the meetings are in the order of the file.
        self.sorted.retain(|(_, ix)| changed.binary_search(ix).is_err());
        let hasher = self.hasher.clone();
        let hashed = changed.par_iter().map(|ix| (hash(&hasher, events.id(*ix)), *ix));
        self.sorted.par_extend(hashed);
        self.sorted.par_sort_unstable();
    }
}

fn hash(hasher: &foldhash::fast::RandomState, id: &str) -> u32 {
    // The upper half is as good as the lower.
    (hasher.hash_one(id) >> 32) as u32
}
