//! The terms of a query in words.

use super::super::vocabulary::Vocabulary;
use super::{FieldTerm, Query, Value, What};
use crate::model::one_line;

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
            let typed = self.text.get(it.range.clone()).unwrap_or_default();
            let words = match &it.what {
                What::Word(_) if it.excluded => typed.chars().skip(1).collect(),
                What::Word(_) => typed.to_owned(),
                What::Phrase(folded) => format!("“{}”", one_line(folded, MOST_CHARS)),
                What::Field(field) => {
                    format!("{}: {}", field.field.title(), value_words(field, vocabulary))
                }
            };
            let words = one_line(&words, MOST_CHARS);
            let label = if it.excluded { format!("not {words}") } else { words };
            Chip { term, label }
        });
        chips.collect()
    }
}

fn value_words(term: &FieldTerm, vocabulary: &Vocabulary) -> String {
    match &term.value {
        Value::Entries(entries) => match &**entries {
            [only] => vocabulary.label(term.field, *only).to_owned(),
            several => format!("{} ({})", term.typed, several.len()),
        },
        Value::NoSide => vocabulary.no_side_label(term.field).to_owned(),
        Value::Stance(stance) => stance.label().to_owned(),
        Value::Rendering(rendering) => rendering.label().to_owned(),
        Value::Has(has) => has.label().to_owned(),
        Value::Days(span) => super::date::words(*span),
    }
}
