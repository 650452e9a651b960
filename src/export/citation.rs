//! A quote with its source, as one paragraph of plain text.
//!
//! What is missing is left out. The words of the quote are given as they are.

use super::words::{in_language, person_name};
use crate::model::{Dataset, Event, Quote, Source, Wording};

/// The main wording of a quote with its citation.
pub fn quote_with_citation(dataset: &Dataset, event: &Event, quote: &Quote) -> String {
    wording_with_citation(dataset, event, quote, &quote.wording)
}

/// One of a quote's wordings with its citation: its own source, and whom that
/// source names as the speaker.
pub fn wording_with_citation(
    dataset: &Dataset,
    event: &Event,
    quote: &Quote,
    wording: &Wording,
) -> String {
    let when = quote.date.as_ref().unwrap_or(&event.when).words();
    let place = event.place.as_ref().and_then(|place| place.name.as_deref());
    // English is the language of the citation itself.
    let language =
        wording.lang.as_deref().map(in_language).filter(|language| language != "in English");
    let parts = [
        speaker(dataset, quote, wording),
        one_line(&event.title),
        one_line(place.unwrap_or_default()),
        when,
        language.unwrap_or_default(),
        wording.rendering.map_or("", |rendering| rendering.label()).to_owned(),
    ];
    let mut text = format!("“{}” — {}", wording.text, joined(&parts));
    let source = wording.source.and_then(|source| dataset.sources.get(source.pos()));
    if let Some(source) = source {
        text = format!("{}. {}", text.trim_end_matches('.'), source_citation(source));
    }
    text
}

/// A source: title, publisher, date, the site that republishes it, address.
pub fn source_citation(source: &Source) -> String {
    let via = source.via.as_deref().filter(|via| !via.is_empty());
    let parts = [
        one_line(&source.title),
        one_line(source.publisher.as_deref().unwrap_or_default()),
        source.date.as_ref().map(|date| date.words()).unwrap_or_default(),
        via.map(|via| format!("via {}", one_line(via))).unwrap_or_default(),
        one_line(source.url.as_deref().unwrap_or_default()),
    ];
    let text = joined(&parts);
    if text.is_empty() || text.ends_with('.') { text } else { format!("{text}.") }
}

fn speaker(dataset: &Dataset, quote: &Quote, wording: &Wording) -> String {
    let speaker = quote.speaker.map(|speaker| one_line(person_name(dataset, speaker)));
    let Some(other) = wording.attributed_to else { return speaker.unwrap_or_default() };
    let other = one_line(person_name(dataset, other));
    match speaker.filter(|speaker| !speaker.is_empty()) {
        Some(speaker) => format!("{other} (so this source; otherwise given to {speaker})"),
        None => other,
    }
}

/// The parts that are there, with commas between.
fn joined(parts: &[String]) -> String {
    let there: Vec<&str> =
        parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    there.join(", ")
}

/// Text on one line: a title with line breaks must not look like two citations.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
