//! The order of what was found.

use rayon::prelude::*;

use super::Hit;
use crate::model::EventIx;

/// What was found, as one number: the smaller, the better. Of meetings that fit equally
/// well the more important comes first, then the earlier. From the upper bits down:
/// score, importance, rank in time, which meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key(u128);

impl Key {
    pub fn new(score: u32, importance: u32, rank: usize, event: EventIx) -> Self {
        // There are fewer than 2³² meetings; see `EventIx`.
        let parts = [!score, !importance, rank as u32, event.0];
        Self(parts.into_iter().fold(0, |sum, part| sum << 32 | u128::from(part)))
    }

    pub fn event(self) -> EventIx {
        EventIx(self.0 as u32)
    }

    fn score(self) -> u32 {
        !((self.0 >> 96) as u32)
    }
}

/// The best first.
pub(super) fn ranked(mut keys: Vec<Key>) -> Vec<Hit> {
    keys.par_sort_unstable();
    keys.into_iter().map(|key| Hit { event: key.event(), score: key.score() }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_then_the_most_important_then_the_earliest_comes_first() {
        let keys = [(1, 9, 0), (7, 2, 3), (7, 5, 4), (7, 5, 2), (u32::MAX, 0, 9)];
        let key = |(score, importance, rank): (u32, u32, usize)| {
            Key::new(score, importance, rank, EventIx(rank as u32))
        };
        let hits = ranked(keys.map(key).to_vec());
        let hits: Vec<(u32, u32)> = hits.iter().map(|hit| (hit.event.0, hit.score)).collect();
        assert_eq!(hits, [(9, u32::MAX), (2, 7), (4, 7), (3, 7), (0, 1)]);
    }
}
