//! Sets of meetings.

use fixedbitset::FixedBitSet;

use super::ids::EventIx;

/// A set of the meetings of a dataset: one bit for each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EventSet {
    bits: FixedBitSet,
    len: usize,
}

impl EventSet {
    /// No meeting of a dataset that has so many.
    pub fn none(events: usize) -> Self {
        Self { bits: FixedBitSet::with_capacity(events), len: 0 }
    }

    /// All meetings of a dataset that has so many.
    pub fn all(events: usize) -> Self {
        let mut bits = FixedBitSet::with_capacity(events);
        bits.insert_range(..);
        Self { bits, len: events }
    }

    /// The meetings of a dataset at whose positions bits are set.
    pub fn of_bits(bits: FixedBitSet) -> Self {
        let len = bits.count_ones(..);
        Self { bits, len }
    }

    /// One bit for each meeting of the dataset.
    pub fn bits(&self) -> &FixedBitSet {
        &self.bits
    }

    /// Adds a meeting of the dataset.
    pub fn insert(&mut self, ix: EventIx) {
        if ix.pos() < self.bits.len() && !self.bits.put(ix.pos()) {
            self.len += 1;
        }
    }

    /// Whether a meeting is in it.
    pub fn contains(&self, ix: EventIx) -> bool {
        self.bits.contains(ix.pos())
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Whether all meetings of the dataset are in it.
    pub fn is_all(&self) -> bool {
        self.len == self.bits.len()
    }

    /// Its meetings from one position of the file to before another, in that order.
    pub fn within(&self, first: usize, end: usize) -> impl Iterator<Item = EventIx> {
        (first..end.min(self.bits.len())).map(EventIx::from_pos).filter(|ix| self.contains(*ix))
    }

    /// Its meetings, in the order of the file.
    pub fn iter(&self) -> impl Iterator<Item = EventIx> {
        self.bits.ones().map(EventIx::from_pos)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_meeting_counts_once_and_strangers_not_at_all() {
        let mut set = EventSet::none(3);
        for pos in [2, 0, 2, 9] {
            set.insert(EventIx(pos));
        }
        assert_eq!(set.iter().collect::<Vec<_>>(), [EventIx(0), EventIx(2)]);
        assert_eq!((set.len(), set.contains(EventIx(9)), set.is_all()), (2, false, false));
        assert!(EventSet::all(3).is_all() && EventSet::none(3).is_empty());
    }
}
