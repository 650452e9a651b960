//! Which words of a wording differ from the main one, worked out when in view.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::ops::Range;
use std::time::{Duration, Instant};

use egui::Ui;
use egui::cache::CacheTrait;

use crate::analysis::wordings::differing;

/// After so long, no further comparison begins within a frame.
const BUDGET: Duration = Duration::from_millis(4);

/// With more results than this, those out of view are forgotten.
const MOST_KEPT: usize = 1_000;

/// What is worked out, and what that took in this frame.
///
/// Kept among egui's caches, so that all wordings in view share it, and it ends with
/// them.
#[derive(Default)]
struct Differences {
    found: HashMap<u64, Found>,
    spent: Duration,
    frame: u64,
}

struct Found {
    ranges: Vec<Range<usize>>,
    /// The last frame that showed it.
    frame: u64,
}

impl Differences {
    /// The parts that differ, unless there is no time left for it in this frame.
    fn get(&mut self, main: &str, wording: &str) -> Option<Vec<Range<usize>>> {
        let mut hasher = DefaultHasher::new();
        (main, wording).hash(&mut hasher);
        match self.found.entry(hasher.finish()) {
            Entry::Occupied(mut found) => {
                found.get_mut().frame = self.frame;
                Some(found.get().ranges.clone())
            }
            Entry::Vacant(_) if self.spent >= BUDGET => None,
            Entry::Vacant(place) => {
                let start = Instant::now();
                let ranges = differing(main, wording);
                self.spent += start.elapsed();
                place.insert(Found { ranges: ranges.clone(), frame: self.frame });
                Some(ranges)
            }
        }
    }
}

impl CacheTrait for Differences {
    fn update(&mut self) {
        if self.found.len() > MOST_KEPT {
            let frame = self.frame;
            self.found.retain(|_, found| found.frame == frame);
        }
        self.spent = Duration::ZERO;
        self.frame += 1;
    }

    fn len(&self) -> usize {
        self.found.len()
    }
}

/// [`differing`] for a wording in view, worked out once. Nothing at first where too
/// much is new at once; then it comes with one of the next frames.
pub(super) fn differing_in_budget(ui: &Ui, main: &str, wording: &str) -> Vec<Range<usize>> {
    let found = ui.memory_mut(|memory| memory.caches.cache::<Differences>().get(main, wording));
    found.unwrap_or_else(|| {
        ui.request_repaint();
        Vec::new()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_frame_ends_when_its_time_is_spent_and_the_next_goes_on() {
        let mut differences = Differences { spent: BUDGET, ..Differences::default() };
        assert_eq!(differences.get("a", "b"), None);
        differences.update();
        let all = std::iter::once(0..1).collect::<Vec<_>>();
        assert_eq!(differences.get("a", "b"), Some(all.clone()));
        differences.spent = BUDGET;
        assert_eq!(differences.get("a", "b"), Some(all));
        assert_eq!(differences.get("a", "c"), None);
    }

    #[test]
    fn what_is_out_of_view_is_forgotten_in_the_end() {
        let mut differences = Differences::default();
        for n in 0..=MOST_KEPT {
            differences.spent = Duration::ZERO;
            differences.get("a", &n.to_string());
        }
        differences.update();
        assert_eq!(differences.len(), MOST_KEPT + 1);
        differences.get("a", "1");
        differences.update();
        assert_eq!(differences.len(), 1);
    }
}
