//! Which words of a wording differ from the main one.

use std::ops::Range;
use std::time::{Duration, Instant};

use egui::Ui;
use egui::cache::{ComputerMut, FrameCache};
use similar::{Algorithm, DiffTag, DiffableStr as _, capture_diff_slices_deadline};

/// Longer texts are not compared: nobody reads marks in them, and it takes long.
const LONGEST: usize = 20_000;

/// What a comparison may take at most; after it, it is coarser.
const PATIENCE: Duration = Duration::from_millis(20);

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

#[derive(Default)]
struct Computer;

impl ComputerMut<(&str, &str), Vec<Range<usize>>> for Computer {
    fn compute(&mut self, (main, wording): (&str, &str)) -> Vec<Range<usize>> {
        differing(main, wording)
    }
}

/// [`differing`], worked out once as long as it is shown.
pub(super) fn differing_cached(ui: &Ui, main: &str, wording: &str) -> Vec<Range<usize>> {
    ui.memory_mut(|memory| {
        let cache = memory.caches.cache::<FrameCache<Vec<Range<usize>>, Computer>>();
        cache.get((main, wording)).clone()
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
        assert_eq!(differing("", ""), []);
        assert_eq!(differing("a", &"b ".repeat(LONGEST)), []);
        assert_eq!(marked("", "all new"), "[all new]");
    }
}
