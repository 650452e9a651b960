//! Things one after another, as a language joins them.

use std::borrow::Borrow;

use crate::tr;

/// Names with a word before the last: "A", "A and B", "A, B and C".
pub fn names(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => {
            tr!("list-and", first = things(first), last = last.as_str())
        }
    }
}

/// Things side by side, without a word before the last: "3 new, 2 changed".
pub fn things<T: Borrow<str>>(things: &[T]) -> String {
    things.join(tr!("list-of-names"))
}

/// Parts of a sentence: "raised by China, dispute".
pub fn clauses(clauses: &[String]) -> String {
    clauses.join(tr!("list-of-clauses"))
}

/// Sentences that belong together: "raised by China at 12; of several sides at 3".
pub fn sentences(sentences: &[String]) -> String {
    sentences.join(tr!("list-of-sentences"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_name_has_a_word_before_it() {
        let joined =
            |text: &[&str]| names(&text.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>());
        assert_eq!(joined(&[]), "");
        assert_eq!(joined(&["A"]), "A");
        assert_eq!(joined(&["A", "B"]), "A and B");
        assert_eq!(joined(&["A", "B", "C"]), "A, B and C");
    }

    #[test]
    fn things_are_only_apart() {
        assert_eq!(things(&["A", "B", "C"]), "A, B, C");
        assert_eq!(things::<&str>(&[]), "");
    }
}
