//! Edits of the text of the search box, as the panel of filters makes them.
//!
//! What the edits do not name stays as it was typed.

use std::ops::Range;

use super::super::field::Field;
use super::super::vocabulary::Vocabulary;
use super::scan::{Quotes, is_quote, pieces};
use super::value::of_field;
use super::{Query, Value, What, date};
use crate::date::Span;

impl Query {
    /// The text with a value of a field added; unchanged where it has it already.
    pub fn with_value(&self, field: Field, value: &str) -> String {
        let has_it = self
            .fields()
            .any(|(term, excluded)| !excluded && term.field == field && term.typed == value);
        if has_it { self.text.clone() } else { appended(&self.text, &written(field, value)) }
    }

    /// The text with a value of a field added, or taken away where it asks for it. Where
    /// it asks for more at once, as a range of years does, the rest stays.
    pub fn toggled(&self, field: Field, value: &str, vocabulary: &Vocabulary) -> String {
        self.switched((field, value), false, vocabulary)
    }

    /// As [`Query::toggled`], for leaving meetings with the value out.
    pub fn toggled_out(&self, field: Field, value: &str, vocabulary: &Vocabulary) -> String {
        self.switched((field, value), true, vocabulary)
    }

    /// The text with this value as the only one of the field.
    pub fn with_only(&self, field: Field, value: &str) -> String {
        appended(&self.without_field(field), &written(field, value))
    }

    /// The text without a term.
    pub fn without_term(&self, term: usize) -> String {
        let range = self.terms.get(term).map(|term| term.range.clone());
        without(&self.text, range.into_iter().collect())
    }

    /// The text without the terms of a field, also those that were not understood.
    pub fn without_field(&self, field: Field) -> String {
        let of_field = pieces(&self.text).filter(|piece| {
            let word = piece.field.clone().and_then(|word| self.text.get(word));
            word.and_then(Field::from_word) == Some(field)
        });
        without(&self.text, of_field.map(|piece| piece.range).collect())
    }

    /// The text with all field terms taken away, so that words alone stay.
    pub fn without_fields(&self) -> String {
        let fields = pieces(&self.text).filter(|piece| piece.field.is_some());
        without(&self.text, fields.map(|piece| piece.range).collect())
    }

    fn switched(
        &self,
        (field, value): (Field, &str),
        excluded: bool,
        vocabulary: &Vocabulary,
    ) -> String {
        let Ok(target) = of_field(field, value, vocabulary) else {
            return self.text.clone();
        };
        let mut was_on = false;
        let mut gone = Vec::new();
        let mut kept = Vec::new();
        for term in &self.terms {
            let What::Field(it) = &term.what else {
                continue;
            };
            if it.field != field || !covers(&it.value, &target) {
                continue;
            }
            was_on |= term.excluded == excluded;
            gone.push(term.range.clone());
            let rest = minus(&it.value, &target, (field, vocabulary));
            kept.extend(rest.iter().map(|value| signed(term.excluded, &written(field, value))));
        }
        let mut text = without(&self.text, gone);
        for term in kept {
            text = appended(&text, &term);
        }
        if was_on { text } else { appended(&text, &signed(excluded, &written(field, value))) }
    }
}

fn signed(excluded: bool, term: &str) -> String {
    if excluded { format!("-{term}") } else { term.to_owned() }
}

/// A term as it is typed, in quotation marks where it needs them.
pub(in crate::find) fn written(field: Field, value: &str) -> String {
    format!("{}:{}", field.word(), in_quotes(value))
}

/// A value in quotation marks, where it would not be read as one without them.
pub(in crate::find) fn in_quotes(value: &str) -> String {
    let is_plain = !value.is_empty() && !value.contains(|c: char| c.is_whitespace() || is_quote(c));
    if is_plain {
        return value.to_owned();
    }
    let mut text = String::with_capacity(value.len() + 2);
    text.push('"');
    for c in value.chars() {
        if is_quote(c) || c == '\\' {
            text.push('\\');
        }
        text.push(c);
    }
    text.push('"');
    text
}

/// A text with a term behind it; quotation marks that are open are closed.
fn appended(text: &str, term: &str) -> String {
    let close = match pieces(text).last().map(|piece| piece.quotes) {
        Some(Quotes::Open) => "\"",
        Some(Quotes::OpenAtBackslash) => "\\\"",
        Some(Quotes::None | Quotes::Closed) | None => "",
    };
    // Within open marks, white space at the end belongs to them.
    let text = if close.is_empty() { text.trim_end() } else { text };
    let gap = if text.is_empty() { "" } else { " " };
    format!("{text}{close}{gap}{term}")
}

/// A text without some stretches of it, which are sorted; a space stays where one was.
fn without(text: &str, ranges: Vec<Range<usize>>) -> String {
    let mut text = text.to_owned();
    for range in ranges.into_iter().rev() {
        let before = text.get(..range.start).unwrap_or_default().trim_end();
        let after = text.get(range.end..).unwrap_or_default().trim_start();
        let gap = if before.is_empty() || after.is_empty() { "" } else { " " };
        text = format!("{before}{gap}{after}");
    }
    text
}

/// Whether a value stands for another, and perhaps for more.
pub(in crate::find) fn covers(value: &Value, target: &Value) -> bool {
    match (value, target) {
        (Value::Entries(all), Value::Entries(some)) => {
            some.iter().all(|entry| all.binary_search(entry).is_ok())
        }
        (Value::Days(all), Value::Days(some)) => all.start <= some.start && some.end <= all.end,
        _ => value == target,
    }
}

/// What a value stands for beside another that it covers, as a query has it.
fn minus(value: &Value, target: &Value, (field, vocabulary): (Field, &Vocabulary)) -> Vec<String> {
    match (value, target) {
        (Value::Entries(all), Value::Entries(some)) => all
            .iter()
            .filter(|entry| some.binary_search(entry).is_err())
            .map(|entry| vocabulary.value(field, *entry).to_owned())
            .collect(),
        (Value::Days(all), Value::Days(some)) => {
            let before = Span { start: all.start, end: some.start };
            let after = Span { start: some.end, end: all.end };
            let rest = [before, after].into_iter().filter(|span| !span.is_empty());
            rest.map(date::text).collect()
        }
        _ => Vec::new(),
    }
}
