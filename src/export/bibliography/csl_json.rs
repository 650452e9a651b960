//! Sources as CSL-JSON.

use serde_json::{Map, Value, json};

use super::date::{civil, exact, years};
use super::facts::Facts;
use super::keys::keys;
use crate::date::{Bound, When};
use crate::lang::Language;
use crate::model::Source;

/// The sources as a list of items.
pub fn csl_json(sources: &[&Source]) -> String {
    let items: Vec<Value> =
        sources.iter().zip(keys(sources)).map(|(source, key)| item(source, key)).collect();
    // Values made here always have a text.
    serde_json::to_string_pretty(&items).unwrap_or_default() + "\n"
}

fn item(source: &Source, key: String) -> Value {
    let facts = Facts::of(source);
    let mut item = Map::new();
    let mut put = |name: &str, value: String| {
        if !value.is_empty() {
            item.insert(name.to_owned(), Value::String(value));
        }
    };
    put("id", key);
    put("type", kind(&facts).to_owned());
    put("title", facts.title);
    put("container-title", facts.publisher);
    put("source", facts.via);
    put("URL", facts.url.unwrap_or_default().to_owned());
    if let Some(when) = &facts.date {
        item.insert("issued".to_owned(), issued(when));
    }
    Value::Object(item)
}

/// What is on the web, and what is of no known kind.
fn kind(facts: &Facts<'_>) -> &'static str {
    if facts.url.is_some() || !facts.via.is_empty() { "webpage" } else { "document" }
}

fn issued(when: &When) -> Value {
    if let Some(date) = exact(when) {
        return json!({ "date-parts": [date.parts()] });
    }
    let start = when.start().date().as_ref().and_then(civil);
    let parts = match (start, when.end()) {
        (Some(start), None) => vec![start.parts()],
        (Some(start), Some(Bound::Date(end))) => match civil(&end) {
            Some(end) => vec![start.parts(), end.parts()],
            None => between(when),
        },
        _ => between(when),
    };
    let is_circa = when.qualifier().is_about() || when.qualifier().is_uncertain();
    // The words say all of it; the parts are for those who sort.
    let mut date = json!({ "date-parts": parts, "literal": when.words_in(Language::English) });
    if let (true, Some(date)) = (is_circa, date.as_object_mut()) {
        date.insert("circa".to_owned(), Value::Bool(true));
    }
    date
}

/// The years that it lies in.
fn between(when: &When) -> Vec<Vec<i16>> {
    match years(when) {
        (first, last) if first == last => vec![vec![first]],
        (first, last) => vec![vec![first], vec![last]],
    }
}
