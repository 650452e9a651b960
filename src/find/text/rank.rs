//! The order of what was found.

use rayon::prelude::*;

use super::Hit;
use crate::model::{Dataset, EventIx};

/// What was found, as one number: the smaller, the better. Of meetings that fit equally
/// well the more important comes first, then the earlier. From the upper bits down:
/// score, level and the rest of the importance, rank in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key(u64);

/// How many bits each part has. The best score is below 2¹⁷; there are four levels; what a
/// meeting says counts less than 2¹⁷, see [`Dataset::importance`]; and a file of less than
/// 4 GiB has fewer than 2²⁸ meetings.
const SCORE: u32 = 17;
const LEVEL: u32 = 2;
const SAID: u32 = 17;
const RANK: u32 = 28;

impl Key {
    pub fn new(score: u32, importance: u32, rank: usize) -> Self {
        let most = |bits: u32| (1_u64 << bits) - 1;
        // What is large comes first, so that its complement is small.
        let down = |part: u32, bits: u32| most(bits) - u64::from(part).min(most(bits));
        let (level, said) = (importance >> 20, importance & 0xf_ffff);
        let (score, level, said) = (down(score, SCORE), down(level, LEVEL), down(said, SAID));
        let rank = (rank as u64).min(most(RANK));
        Self(((score << LEVEL | level) << SAID | said) << RANK | rank)
    }

    /// Which meeting.
    pub fn event(self, dataset: &Dataset) -> EventIx {
        let rank = self.0 & ((1 << RANK) - 1);
        // The key was made from a rank in this dataset.
        dataset.by_time().get(rank as usize).copied().unwrap_or(EventIx(u32::MAX))
    }

    fn score(self) -> u32 {
        ((1 << SCORE) - 1) - (self.0 >> (LEVEL + SAID + RANK)) as u32
    }
}

/// The best first.
pub(super) fn ranked(mut keys: Vec<Key>, dataset: &Dataset) -> Vec<Hit> {
    keys.par_sort_unstable();
    let hit = |key: Key| Hit { event: key.event(dataset), score: key.score() };
    keys.into_par_iter().map(hit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_then_the_most_important_then_the_earliest_comes_first() {
        let keys = [
            (112_384, 1 << 20, 9),
            (7, 3 << 20, 4),
            (7, 2 << 20 | 0x1_fffe, 2),
            (7, 2 << 20 | 5, 0),
            (7, 2 << 20 | 5, 3),
            (1, 3 << 20 | 9, 1),
            (0, 0, (1 << 28) - 1),
        ];
        let made = keys.map(|(score, importance, rank)| Key::new(score, importance, rank));
        assert!(made.is_sorted_by(|one, other| one < other));
        assert_eq!(made.map(Key::score), keys.map(|(score, ..)| score));
    }
}
