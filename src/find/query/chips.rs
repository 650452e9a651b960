//! The terms of a query in words.

use super::super::vocabulary::Vocabulary;
use super::scan::pieces;
use super::{FieldTerm, Query, Value, What, date};
use crate::model::one_line;
use crate::tr;

/// A term in words, as it is shown with a button that takes it away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chip {
    /// The position of the term in the query.
    pub term: usize,
    /// "Issue: Taiwan", "not Kind: Summits", "“exact words”".
    pub label: String,
}

const MOST_CHARS: usize = 60;

impl Query {
    /// The terms in words, in their order.
    pub fn chips(&self, vocabulary: &Vocabulary) -> Vec<Chip> {
        let chips = self.terms.iter().enumerate().map(|(term, it)| {
            let piece = self.text.get(it.range.clone()).and_then(|text| pieces(text).next());
            let typed = piece.map_or(String::new(), |piece| one_line(&piece.typed, MOST_CHARS));
            let words = match &it.what {
                What::Word(_) => typed,
                What::Phrase(_) => format!("“{}”", typed.trim()),
                What::Field(field) => {
                    let value = value_words(field, vocabulary);
                    tr!("find-chip", field = field.field.title(), value = value)
                }
            };
            let label = if it.excluded { tr!("find-chip-not", term = words) } else { words };
            Chip { term, label }
        });
        chips.collect()
    }
}

fn value_words(term: &FieldTerm, vocabulary: &Vocabulary) -> String {
    match &term.value {
        Value::Entries(entries) => match &**entries {
            [only] => one_line(vocabulary.label(term.field, *only), MOST_CHARS),
            several => {
                let value = one_line(&term.typed, MOST_CHARS);
                tr!("find-chip-several", value = value, count = several.len())
            }
        },
        Value::NoSide => vocabulary.no_side_label(term.field).to_owned(),
        Value::Stance(stance) => stance.label().to_owned(),
        Value::Rendering(rendering) => rendering.label().to_owned(),
        Value::Has(has) => has.label().to_owned(),
        Value::Days(_) => date::words(&term.typed),
    }
}
