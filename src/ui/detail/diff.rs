//! Which words of a wording differ from the main one.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::ops::Range;
use std::time::{Duration, Instant};

use egui::Ui;
use egui::cache::CacheTrait;
use similar::{Algorithm, DiffTag, DiffableStr as _, capture_diff_slices_deadline};

/// Longer texts are not compared: nobody reads marks in them, and it takes long.
const LONGEST: usize = 20_000;

/// What a comparison may take at most; after it, it is coarser.
const PATIENCE: Duration = Duration::from_millis(8);

/// After so long, no further comparison begins within a frame.
const BUDGET: Duration = Duration::from_millis(4);

/// With more results than this, those out of view are forgotten.
const MOST_KEPT: usize = 1_000;

/// The parts of `wording` that `main` does not have, in bytes: words and signs,
/// joined where only space lies between. Case, the form of quotation marks and
/// space do not count.
pub(super) fn differing(main: &str, wording: &str) -> Vec<Range<usize>> {
    if main.len() > LONGEST || wording.len() > LONGEST {
        return Vec::new();
    }
    let (old, new) = (words(main), words(wording));
    let (old_keys, new_keys) = (keys(&old), keys(&new));
    let deadline = Instant::now().checked_add(PATIENCE);
    let operations = capture_diff_slices_deadline(Algorithm::Myers, &old_keys, &new_keys, deadline);
    let mut ranges: Vec<Range<usize>> = Vec::new();
    let mut last_word = None;
    for operation in operations {
        let (tag, _, words) = operation.as_tag_tuple();
        if !matches!(tag, DiffTag::Insert | DiffTag::Replace) {
            continue;
        }
        let (Some(first), Some(last)) = (new.get(words.start), new.get(words.end - 1)) else {
            continue;
        };
        match ranges.last_mut() {
            // Two operations next to each other are one place that differs.
            Some(range) if last_word == Some(words.start) => range.end = last.0.end,
            _ => ranges.push(first.0.start..last.0.end),
        }
        last_word = Some(words.end);
    }
    ranges
}

/// Words and signs with their places, without the space between.
fn words(text: &str) -> Vec<(Range<usize>, &str)> {
    let mut at = 0;
    let mut words = Vec::new();
    for token in text.tokenize_unicode_words() {
        let range = at..at + str::len(token);
        at = range.end;
        if !token.chars().all(char::is_whitespace) {
            words.push((range, token));
        }
    }
    words
}

/// What is compared.
fn keys(words: &[(Range<usize>, &str)]) -> Vec<String> {
    let plain = |c: char| match c {
        '‘' | '’' => '\'',
        '“' | '”' => '"',
        _ => c,
    };
    words.iter().map(|(_, word)| word.to_lowercase().chars().map(plain).collect()).collect()
}

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

    fn marked(main: &str, wording: &str) -> String {
        let mut out = wording.to_owned();
        for range in differing(main, wording).into_iter().rev() {
            out.insert(range.end, ']');
            out.insert(range.start, '[');
        }
        out
    }

    #[test]
    fn words_that_the_main_wording_lacks_are_marked() {
        let main = "we expected to have tough and direct talks on a wide range of issues, and \
                    that's exactly what we had";
        let wording = "We expected to have tough, face-to-face discussions on many subjects, and \
                       that is exactly what happened.";
        assert_eq!(
            marked(main, wording),
            "We expected to have tough[, face-to-face discussions] on [many subjects], and \
             [that is] exactly what [happened.]"
        );
    }

    #[test]
    fn case_quotation_marks_and_space_do_not_count() {
        assert_eq!(marked("That's “so”\nhere", "that’s \"so\" here"), "that’s \"so\" here");
    }

    #[test]
    fn a_shortened_wording_has_nothing_to_mark() {
        assert_eq!(marked("the rules-based order", "the order"), "the order");
        assert_eq!(
            marked("the rules-based order", "the rule-based order"),
            "the [rule]-based order"
        );
    }

    #[test]
    fn empty_and_huge_texts_are_not_compared() {
        assert!(differing("", "").is_empty());
        assert!(differing("a", &"b ".repeat(LONGEST)).is_empty());
        assert_eq!(marked("", "all new"), "[all new]");
    }

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
