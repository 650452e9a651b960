//! References in Chicago, APA and MLA style.
//!
//! The library sets titles in "Title Case" where a style wants that, but cannot tell
//! names from words: "McCain" would be "Mccain". Titles are quoted as their source
//! writes them instead; that is what the language of each item says.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::LazyLock;

use hayagriva::citationberg::json::{DateValue, Item, Value, VecDate, VecDateRange};
use hayagriva::citationberg::{FontStyle, IndependentStyle, Locale, Style};
use hayagriva::{
    BibliographyDriver, BibliographyRequest, CitationItem, CitationRequest, ElemChild, ElemChildren,
};
use serde::{Deserialize, Serialize};

use super::date::exact;
use super::facts::Facts;
use crate::export::page::{Inline, Line, joined, plain};
use crate::lang::Language;
use crate::model::Source;

/// A style of citation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum CitationStyle {
    /// Chicago Manual of Style, 18th edition, notes and bibliography.
    #[default]
    Chicago,
    /// American Psychological Association, 7th edition.
    Apa,
    /// Modern Language Association, 9th edition.
    Mla,
}

impl CitationStyle {
    /// All styles.
    pub const ALL: [Self; 3] = [Self::Chicago, Self::Apa, Self::Mla];

    /// The style's name for people.
    pub fn label(self) -> &'static str {
        match self {
            Self::Chicago => "Chicago",
            Self::Apa => "APA",
            Self::Mla => "MLA",
        }
    }

    fn rules(self) -> Option<&'static IndependentStyle> {
        match self {
            Self::Chicago => CHICAGO.as_ref(),
            Self::Apa => APA.as_ref(),
            Self::Mla => MLA.as_ref(),
        }
    }
}

/// A style of the CSL project in hayagriva's binary form, read when it is first
/// asked for; without it references are plain.
macro_rules! style {
    ($name:ident, $file:literal) => {
        static $name: LazyLock<Option<IndependentStyle>> =
            LazyLock::new(|| independent(include_bytes!($file)));
    };
}
style!(CHICAGO, "../../../assets/citation/chicago-notes-bibliography.cbor");
style!(APA, "../../../assets/citation/apa.cbor");
style!(MLA, "../../../assets/citation/modern-language-association.cbor");

static LOCALES: LazyLock<Vec<Locale>> = LazyLock::new(|| {
    let bytes: &[u8] = include_bytes!("../../../assets/citation/en-US.cbor");
    ciborium::from_reader(bytes).into_iter().collect()
});

fn independent(bytes: &[u8]) -> Option<IndependentStyle> {
    match ciborium::from_reader::<Style, _>(bytes) {
        Ok(Style::Independent(style)) => Some(style),
        Ok(Style::Dependent(_)) => None,
        Err(error) => {
            log::error!("a bundled citation style can not be read: {error}");
            None
        }
    }
}

/// A source as an entry of a list of references.
pub fn reference(source: &Source, style: CitationStyle) -> Line {
    guarded(source, style, Part::Reference)
}

/// A source as it stands under what is quoted from it: a full note in Chicago style;
/// the others refer from the text to a list, so its entry stands here.
pub fn note(source: &Source, style: CitationStyle) -> Line {
    let part = if style == CitationStyle::Chicago { Part::Note } else { Part::Reference };
    guarded(source, style, part)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Reference,
    Note,
}

fn guarded(source: &Source, style: CitationStyle, part: Part) -> Line {
    let mut facts = Facts::of(source);
    if style != CitationStyle::Apa {
        // Within the quotation marks of these styles, a title's own become single.
        facts.title = facts.title.replace('“', "‘").replace('”', "’");
    }
    // A stranger's text may meet a defect of the library; it must not end the program.
    let styled = catch_unwind(AssertUnwindSafe(|| styled(&facts, style, part)));
    match styled {
        Ok(Some(line)) if !line.is_empty() => line,
        _ => plain_reference(source),
    }
}

/// A source as a reference in no style: title, publisher, date, address.
pub fn plain_reference(source: &Source) -> Line {
    let facts = Facts::of(source);
    let date = facts.date.map(|date| date.words_in(Language::English)).unwrap_or_default();
    let link = |url: &str| vec![Inline::Link { text: url.to_owned(), url: url.to_owned() }];
    let parts = [
        plain(facts.title.as_str()),
        plain(facts.container()),
        plain(date),
        facts.url.map(link).unwrap_or_default(),
    ];
    let mut line = joined(parts, ", ");
    if !line.is_empty() {
        line.push(Inline::Text(".".to_owned()));
    }
    line
}

fn styled(facts: &Facts<'_>, style: CitationStyle, part: Part) -> Option<Line> {
    let rules = style.rules()?;
    let vague = facts.date.filter(|date| exact(date).is_none());
    let words = vague.map(|date| date.words_in(Language::English));
    let stand_in = words.as_ref().map(|_| stand_in(facts));
    let item = item(facts, stand_in);
    let mut driver = BibliographyDriver::new();
    let items = vec![CitationItem::with_entry(&item)];
    driver.citation(CitationRequest::from_items(items, rules, &LOCALES));
    let rendered = driver.finish(BibliographyRequest::new(rules, None, &LOCALES));
    let content = match part {
        Part::Reference => rendered.bibliography?.items.into_iter().next()?.content,
        Part::Note => rendered.citations.into_iter().next()?.citation,
    };
    let mut line = Line::new();
    push_all(&mut line, &content);
    mend(&mut line, facts);
    if let (Some(words), Some(year)) = (words, stand_in) {
        replace(&mut line, &year.to_string(), &words);
    }
    Some(line)
}

/// A year that stands for a date that styles can not set ("about 2021", "the
/// 2010s") until the words take its place. It occurs nowhere else in the item.
fn stand_in(facts: &Facts<'_>) -> i16 {
    let texts = [&facts.title, &facts.publisher, &facts.via];
    let url = facts.url.unwrap_or_default();
    let occurs = |year: &i16| {
        let digits = year.to_string();
        url.contains(&digits) || texts.iter().any(|text| text.contains(&digits))
    };
    (7_777..=9_999).rev().find(|year| !occurs(year)).unwrap_or(9_999)
}

fn item(facts: &Facts<'_>, stand_in: Option<i16>) -> Item {
    let mut item = BTreeMap::new();
    let mut put = |name: &str, value: &str| {
        if !value.is_empty() {
            item.insert(name.to_owned(), Value::String(value.to_owned()));
        }
    };
    put("id", "source");
    // Set as a page whether or not there is an address: what else it may be, a book
    // or a newspaper, the file does not say, and Chicago leaves out of its list a
    // document that nobody published.
    put("type", "webpage");
    put("title", &facts.title);
    put("container-title", &facts.container());
    put("URL", facts.url.unwrap_or_default());
    // No linguistic content, as far as rules for capitals are concerned.
    put("language", "zxx");
    let parts = match stand_in {
        Some(year) => Some(vec![year]),
        None => facts.date.as_ref().and_then(exact).map(super::date::Civil::parts),
    };
    if let Some(parts) = parts {
        let date_parts = VecDateRange(vec![VecDate(parts)]);
        let date = DateValue::DateParts { date_parts, literal: None, season: None, circa: false };
        item.insert("issued".to_owned(), Value::Date(date));
    }
    Item(item)
}

fn push_all(line: &mut Line, children: &ElemChildren) {
    for child in &children.0 {
        match child {
            ElemChild::Text(text) => {
                let is_italic = text.formatting.font_style == FontStyle::Italic;
                push(line, &text.text, is_italic);
            }
            ElemChild::Elem(elem) => push_all(line, &elem.children),
            ElemChild::Markup(text) => push(line, text, false),
            ElemChild::Link { text, url } => {
                line.push(Inline::Link { text: text.text.clone(), url: url.clone() });
            }
            ElemChild::Transparent { .. } => {}
        }
    }
}

/// Adds words, joined with those before them where both are set alike.
fn push(line: &mut Line, text: &str, is_italic: bool) {
    match (line.last_mut(), is_italic) {
        (Some(Inline::Text(last)), false) | (Some(Inline::Emphasis(last)), true) => {
            last.push_str(text);
        }
        (_, false) => line.push(Inline::Text(text.to_owned())),
        (_, true) => line.push(Inline::Emphasis(text.to_owned())),
    }
}

/// Mends what the library does not yet do as the styles want it: a title's own mark
/// at its end takes the place of the full stop, and neither a comma without a day nor
/// a "Retrieved" without a day stays.
fn mend(line: &mut Line, facts: &Facts<'_>) {
    if facts.title.ends_with(['.', '?', '!', '…']) {
        drop_stop_after(line, &facts.title);
    }
    for inline in line.iter_mut() {
        if let Inline::Text(text) = inline {
            if facts.date.is_some() {
                *text = text.replace(",).", ").");
            }
            if let Some(kept) = text.strip_suffix("Retrieved ") {
                *text = kept.to_owned();
            }
        }
    }
}

fn drop_stop_after(line: &mut Line, title: &str) {
    for pos in 0..line.len() {
        let Some(Inline::Text(text) | Inline::Emphasis(text)) = line.get_mut(pos) else { continue };
        let Some(end) = text.find(title).map(|at| at + title.len()) else { continue };
        if text.get(end..).is_some_and(|rest| rest.starts_with('.')) {
            text.remove(end);
        } else if text.len() == end
            && let Some(Inline::Text(next) | Inline::Emphasis(next)) = line.get_mut(pos + 1)
            && next.starts_with('.')
        {
            next.remove(0);
        }
        return;
    }
}

/// Puts words in the place of a year, with a capital where a sentence begins.
fn replace(line: &mut Line, year: &str, words: &str) {
    for inline in line {
        let (Inline::Text(text) | Inline::Emphasis(text)) = inline else { continue };
        let Some((before, after)) = text.split_once(year) else { continue };
        let is_start = before.trim_end().ends_with(['.', '?', '!', '”']);
        let mut chars = words.chars();
        let words = match chars.next() {
            Some(first) if is_start => first.to_uppercase().chain(chars).collect(),
            _ => words.to_owned(),
        };
        *text = format!("{before}{words}{after}");
        return;
    }
}
