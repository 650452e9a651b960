//! A quote to paste: the words, who said them where and when, and the source.
//!
//! What is missing is left out. The words are given as they are.

use super::bibliography::{CitationStyle, note};
use super::page::{Block, Inline, Line, Page, joined, plain, quoted};
use super::words::{in_language, person_name};
use crate::model::{Dataset, Event, Quote, Wording};
use crate::tr;

/// A quote with its citation: its main wording, and the words in the speaker's
/// language where the file has them.
pub fn quote(dataset: &Dataset, event: &Event, quote: &Quote, style: CitationStyle) -> Page {
    let mut paragraphs = main(dataset, event, quote, &quote.wording);
    if let Some(original) = &quote.original {
        paragraphs.extend(other(tr!("export-original"), original, Line::new()));
        let is_elsewhere = original.source.is_some() && original.source != quote.wording.source;
        if is_elsewhere {
            paragraphs.extend(citation(dataset, original, style, tr!("export-original-in")));
        }
    }
    paragraphs.extend(citation(dataset, &quote.wording, style, ""));
    Page { blocks: vec![Block::Quote(paragraphs)] }
}

/// One of a quote's wordings with its citation: its own source, and whom that
/// source names as the speaker.
pub fn wording(
    dataset: &Dataset,
    event: &Event,
    quote: &Quote,
    wording: &Wording,
    style: CitationStyle,
) -> Page {
    let mut paragraphs = main(dataset, event, quote, wording);
    paragraphs.extend(citation(dataset, wording, style, ""));
    Page { blocks: vec![Block::Quote(paragraphs)] }
}

/// The words, and the line under them that says whose they are.
fn main(dataset: &Dataset, event: &Event, quote: &Quote, wording: &Wording) -> Vec<Line> {
    let place = event.place.as_ref();
    let place = place.and_then(|place| place.name.as_deref().or(place.country.as_deref()));
    let mut parts = vec![
        speaker(dataset, quote, wording),
        plain(event.title.as_str()),
        plain(place.unwrap_or_default()),
        plain(quote.date.as_ref().unwrap_or(&event.when).words()),
    ];
    parts.extend(provenance(wording));
    let mut byline = plain("— ");
    byline.extend(joined(parts, tr!("join-parts")));
    let mut paragraphs = quoted("", &wording.text);
    paragraphs.push(byline);
    paragraphs
}

/// Language and rendering of a wording.
pub(super) fn provenance(wording: &Wording) -> impl Iterator<Item = Line> {
    let language = wording.lang.as_deref().map(|lang| plain(in_language(lang)));
    let rendering = wording.rendering.map(|rendering| plain(rendering.label()));
    language.into_iter().chain(rendering)
}

/// Another wording under the main one: "Original, in Chinese [3]: “…”".
pub(super) fn other(what: &str, wording: &Wording, references: Line) -> Vec<Line> {
    let mut label =
        joined(std::iter::once(plain(what)).chain(provenance(wording)), tr!("join-parts"));
    if !references.is_empty() {
        label.push(Inline::Text(" ".to_owned()));
        label.extend(references);
    }
    let mut paragraphs = quoted(tr!("join-colon"), &wording.text);
    if let Some(first) = paragraphs.first_mut() {
        label.append(first);
        *first = label;
    }
    paragraphs
}

fn citation(
    dataset: &Dataset,
    wording: &Wording,
    style: CitationStyle,
    before: &str,
) -> Option<Line> {
    let source = dataset.sources.get(wording.source?.pos())?;
    let mut line = if before.is_empty() { Line::new() } else { plain(before) };
    line.extend(note(source, style));
    Some(line)
}

fn speaker(dataset: &Dataset, quote: &Quote, wording: &Wording) -> Line {
    let strong = |name: &str| Inline::Strong(name.to_owned());
    let speaker = quote.speaker.map(|speaker| person_name(dataset, speaker));
    let speaker = speaker.filter(|speaker| !speaker.trim().is_empty());
    match (wording.attributed_to.map(|other| person_name(dataset, other)), speaker) {
        (Some(other), Some(speaker)) => {
            let remark = tr!("export-attributed-here", speaker = speaker);
            vec![strong(other), Inline::Text(remark)]
        }
        (Some(name), None) | (None, Some(name)) => vec![strong(name)],
        (None, None) => Line::new(),
    }
}
