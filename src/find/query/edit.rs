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

/// How many values are named one by one where one is taken out of what covers them all.
const MOST_KEPT: usize = 20;

impl Query {
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

    fn switched(
        &self,
        (field, value): (Field, &str),
        excluded: bool,
        vocabulary: &Vocabulary,
    ) -> String {
        let Ok(target) = of_field(field, value, vocabulary) else {
            return self.text.clone();
        };
        let covering = |out: bool| {
            let mut of_field =
                self.fields().filter(|(it, is_out)| *is_out == out && it.field == field);
            of_field.any(|(it, _)| covers(&it.value, &target))
        };
        let was_out = covering(true);
        let was_so = if excluded { was_out } else { covering(false) && !was_out };
        let mut gone = Vec::new();
        let mut added = Vec::new();
        for term in &self.terms {
            let What::Field(it) = &term.what else {
                continue;
            };
            if it.field != field || !covers(&it.value, &target) {
                continue;
            }
            match minus(&it.value, &target, (field, vocabulary)) {
                Some(rest) => {
                    gone.push(term.range.clone());
                    let rest =
                        rest.iter().map(|value| signed(term.excluded, &written(field, value)));
                    added.extend(rest);
                }
                // Too many to name: the one is left out of them.
                None if !term.excluded && was_so => {
                    added.push(signed(true, &written(field, value)))
                }
                None if term.excluded => gone.push(term.range.clone()),
                None => {}
            }
        }
        if !was_so {
            added.push(signed(excluded, &written(field, value)));
        }
        added.iter().fold(without(&self.text, gone), |text, term| appended(&text, term))
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
pub(super) fn without(text: &str, ranges: Vec<Range<usize>>) -> String {
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

/// What a value stands for beside another that it covers, as a query has it; none where
/// that is too much to be typed.
fn minus(
    value: &Value,
    target: &Value,
    (field, vocabulary): (Field, &Vocabulary),
) -> Option<Vec<String>> {
    match (value, target) {
        (Value::Entries(all), Value::Entries(some)) if all.len() > some.len() + MOST_KEPT => None,
        (Value::Entries(all), Value::Entries(some)) => {
            let rest = all.iter().filter(|entry| some.binary_search(entry).is_err());
            Some(rest.map(|entry| vocabulary.value(field, *entry).to_owned()).collect())
        }
        (Value::Days(all), Value::Days(some)) => {
            let before = Span { start: all.start, end: some.start };
            let after = Span { start: some.end, end: all.end };
            let rest = [before, after].into_iter().filter(|span| !span.is_empty());
            Some(rest.map(date::text).collect())
        }
        _ => Some(Vec::new()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Dataset, Issue};

    fn vocabulary() -> Vocabulary {
        let mut dataset = Dataset::default();
        for id in ["taiwan", "trade", "a b", "say \"x\""] {
            dataset.issues.push(Issue {
                id: id.into(),
                name: format!("The {id}"),
                ..Issue::default()
            });
        }
        for number in 0..100 {
            dataset.places.push(format!("Hall {number}").into());
        }
        dataset.index();
        Vocabulary::of(&dataset)
    }

    fn toggled(text: &str, field: Field, value: &str) -> String {
        let vocabulary = vocabulary();
        Query::parse(text, &vocabulary).toggled(field, value, &vocabulary)
    }

    #[test]
    fn a_value_comes_and_goes_and_the_rest_stays() {
        assert_eq!(toggled("", Field::Issue, "taiwan"), "issue:taiwan");
        assert_eq!(toggled("deng  -x", Field::Issue, "a b"), "deng  -x issue:\"a b\"");
        assert_eq!(toggled("deng issue:taiwan x", Field::Issue, "taiwan"), "deng x");
        assert_eq!(toggled("issue:\"the taiwan\" x", Field::Issue, "taiwan"), "x");
        assert_eq!(toggled("-issue:taiwan", Field::Issue, "taiwan"), "issue:taiwan");
        assert_eq!(toggled("", Field::Issue, "say \"x\""), r#"issue:"say \"x\"""#);
        assert_eq!(toggled(r#"issue:"say \"x\"" y"#, Field::Issue, "say \"x\""), "y");
        assert_eq!(toggled("x", Field::Issue, "nothing such"), "x");
    }

    #[test]
    fn open_marks_are_closed_before_something_is_added() {
        assert_eq!(toggled("\"to be ", Field::Issue, "taiwan"), "\"to be \" issue:taiwan");
        assert_eq!(toggled("\"to \\", Field::Issue, "taiwan"), "\"to \\\\\" issue:taiwan");
    }

    #[test]
    fn a_value_is_taken_out_of_what_covers_more() {
        assert_eq!(toggled("year:1998..2001", Field::Year, "1999"), "year:1998 year:2000..2001");
        assert_eq!(toggled("issue:the x", Field::Issue, "taiwan").matches("issue:").count(), 3);
        let many = toggled("place:hall", Field::Place, "Hall 7");
        assert_eq!(many, "place:hall -place:\"Hall 7\"");
        assert_eq!(toggled(&many, Field::Place, "Hall 7"), "place:hall place:\"Hall 7\"");
    }

    #[test]
    fn fields_are_taken_away_and_replaced() {
        let query = Query::parse("a year:1998 issue:nothing -year:2001 b", &vocabulary());
        assert_eq!(query.without_field(Field::Year), "a issue:nothing b");
        assert_eq!(query.without_field(Field::Issue), "a year:1998 -year:2001 b");
        assert_eq!(query.with_only(Field::Year, "..1980"), "a issue:nothing b year:..1980");
    }
}
