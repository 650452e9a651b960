//! Which words of a text are to be marked, worked out when in view: those in which a
//! wording differs from the main one, and those that are searched for.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::hash::{DefaultHasher, Hash, Hasher as _};
use std::ops::Range;
use std::time::{Duration, Instant};

use egui::Ui;
use egui::cache::CacheTrait;

use crate::analysis::wordings::differing;
use crate::find::{Needle, marks};

/// After so long, nothing further begins within a frame.
const BUDGET: Duration = Duration::from_millis(4);

/// With more results than this, those out of view are forgotten.
const MOST_KEPT: usize = 1_000;

/// What is worked out, and what that took in this frame.
///
/// Kept among egui's caches, so that all texts in view share it, and it ends with
/// them.
#[derive(Default)]
struct Marked {
    found: HashMap<u64, Found>,
    spent: Duration,
    frame: u64,
}

struct Found {
    ranges: Vec<Range<usize>>,
    /// The last frame that showed it.
    frame: u64,
}

impl Marked {
    /// The parts that `work` gives for what has this key, unless there is no time left
    /// for it in this frame.
    fn get(
        &mut self,
        key: impl Hash,
        work: impl FnOnce() -> Vec<Range<usize>>,
    ) -> Option<Vec<Range<usize>>> {
        let mut hasher = DefaultHasher::new();
        key.hash(&mut hasher);
        match self.found.entry(hasher.finish()) {
            Entry::Occupied(mut found) => {
                found.get_mut().frame = self.frame;
                Some(found.get().ranges.clone())
            }
            Entry::Vacant(_) if self.spent >= BUDGET => None,
            Entry::Vacant(place) => {
                let start = Instant::now();
                let ranges = work();
                self.spent += start.elapsed();
                place.insert(Found { ranges: ranges.clone(), frame: self.frame });
                Some(ranges)
            }
        }
    }
}

impl CacheTrait for Marked {
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

/// Asks for parts. Nothing at first where too much is new at once; then they come with
/// one of the next frames.
fn in_budget(
    ui: &Ui,
    key: impl Hash,
    work: impl FnOnce() -> Vec<Range<usize>>,
) -> Vec<Range<usize>> {
    let found = ui.memory_mut(|memory| memory.caches.cache::<Marked>().get(key, work));
    found.unwrap_or_else(|| {
        ui.request_repaint();
        Vec::new()
    })
}

/// [`differing`] for a wording in view, worked out once.
pub(super) fn differing_in_budget(ui: &Ui, main: &str, wording: &str) -> Vec<Range<usize>> {
    in_budget(ui, ("differing", main, wording), || differing(main, wording))
}

/// Where the words that are searched for stand in a text in view, worked out once.
pub(super) fn found_in_budget(ui: &Ui, text: &str, needles: &[Needle]) -> Vec<Range<usize>> {
    if needles.is_empty() {
        return Vec::new();
    }
    let words = |needle: &Needle| (needle.folded.clone(), needle.is_phrase, needle.excluded);
    let key: Vec<_> = needles.iter().map(words).collect();
    in_budget(ui, ("found", text, key), || marks(text, needles))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_frame_ends_when_its_time_is_spent_and_the_next_goes_on() {
        let all: Vec<Range<usize>> = std::iter::once(0..1).collect();
        let work = || all.clone();
        let mut marked = Marked { spent: BUDGET, ..Marked::default() };
        assert_eq!(marked.get("b", work), None);
        marked.update();
        assert_eq!(marked.get("b", work), Some(all.clone()));
        marked.spent = BUDGET;
        assert_eq!(marked.get("b", || panic!("it is known")), Some(all.clone()));
        assert_eq!(marked.get("c", work), None);
    }

    #[test]
    fn what_is_out_of_view_is_forgotten_in_the_end() {
        let mut marked = Marked::default();
        for n in 0..=MOST_KEPT {
            marked.spent = Duration::ZERO;
            marked.get(n, Vec::new);
        }
        marked.update();
        assert_eq!(marked.len(), MOST_KEPT + 1);
        marked.get(1_usize, Vec::new);
        marked.update();
        assert_eq!(marked.len(), 1);
    }
}
