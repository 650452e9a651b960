//! A document with numbered sources at its end, as each is built.

use super::arrange::Numbering;
use super::bibliography::{CitationStyle, references};
use super::page::{Block, Inline, Line, Page, joined, plain, quoted};
use super::quote::{other, provenance};
use super::words::{account, person_name};
use crate::date::When;
use crate::model::{
    Dataset, EventHead, EventIx, KindIx, Quote, Side, SideIx, Source, SourceIx, Stance, Wording,
};
use crate::tr;

/// A document in the making.
pub(super) struct Brief<'a> {
    pub dataset: &'a Dataset,
    pub page: Page,
    /// The sources so far; each gets the next number when it is cited first.
    pub numbering: Numbering,
    style: CitationStyle,
}

impl<'a> Brief<'a> {
    pub fn new(dataset: &'a Dataset, style: CitationStyle, title: &str) -> Self {
        let page = Page::titled(title);
        Self { dataset, page, numbering: Numbering::default(), style }
    }

    /// Ends it with the list of sources, and with whose account each is.
    pub fn finish(mut self) -> Page {
        // A number stands for each, also for one of another dataset.
        let nothing = Source::default();
        let all = self.dataset;
        let sources = self.numbering.sources().iter();
        let sources: Vec<&Source> =
            sources.map(|ix| all.sources.get(ix.pos()).unwrap_or(&nothing)).collect();
        if sources.is_empty() {
            return self.page;
        }
        self.page.section(tr!("export-heading-sources"));
        let mut items = references(&sources, self.style);
        for (item, source) in items.iter_mut().zip(&sources) {
            if source.side.is_some() {
                item.push(Inline::Text(tr!("join-brackets", text = account(all, source.side))));
            }
        }
        self.page.push(Block::Numbered(items));
        self.page
    }

    /// "[1][3]"
    pub fn cite(&mut self, sources: &[SourceIx]) -> Line {
        sources.iter().map(|source| Inline::Reference(self.numbering.add(*source))).collect()
    }

    /// Words with the numbers of sources behind them.
    pub fn cited(&mut self, mut line: Line, sources: &[SourceIx]) -> Line {
        let references = self.cite(sources);
        if !references.is_empty() {
            if !line.is_empty() {
                line.push(Inline::Text(" ".to_owned()));
            }
            line.extend(references);
        }
        line
    }

    /// A quote with everything that the file says of it.
    pub fn quote(&mut self, quote: &Quote) -> Vec<Line> {
        let dataset = self.dataset;
        let mut paragraphs = quoted("", &quote.wording.text);
        let name = quote.speaker.map(|speaker| person_name(dataset, speaker).to_owned());
        let mut parts: Vec<Line> =
            name.map(|name| vec![Inline::Strong(name)]).into_iter().collect();
        parts.extend(quote.date.as_ref().map(|date| plain(date.words())));
        parts.extend(provenance(&quote.wording));
        let byline = self.cited(joined(parts, tr!("join-parts")), quote.wording.source.as_slice());
        if !byline.is_empty() {
            let mut line = plain("— ");
            line.extend(byline);
            paragraphs.push(line);
        }
        self.remarks(&quote.wording, &mut paragraphs);
        let issues = quote.issues.iter().filter_map(|ix| dataset.issues.get(ix.pos()));
        let issues = joined(issues.map(|issue| plain(issue.shown_name())), tr!("join-names"));
        if !issues.is_empty() {
            let mut line = plain(tr!("export-on"));
            line.extend(issues);
            paragraphs.push(line);
        }
        if let Some(original) = &quote.original {
            self.other(tr!("export-original"), original, &mut paragraphs);
        }
        for variant in &quote.variants {
            self.other(tr!("export-another-wording"), variant, &mut paragraphs);
        }
        paragraphs
    }

    fn other(&mut self, what: &str, wording: &Wording, paragraphs: &mut Vec<Line>) {
        let references = self.cite(wording.source.as_slice());
        paragraphs.extend(other(what, wording, references));
        self.remarks(wording, paragraphs);
    }

    fn remarks(&self, wording: &Wording, paragraphs: &mut Vec<Line>) {
        if let Some(person) = wording.attributed_to {
            let name = person_name(self.dataset, person);
            let text = tr!("export-attributed", name = name);
            paragraphs.push(vec![Inline::Strong(text)]);
        }
        if let Some(note) = wording.note.as_deref().filter(|note| !note.trim().is_empty()) {
            paragraphs.push(plain(tr!("export-note", note = note)));
        }
    }

    /// "18–19 March 2021 · foreign ministers · Anchorage, Alaska"
    pub fn facts(&self, when: &When, kind: KindIx, place: &str) -> Line {
        let kind = self.dataset.kinds.get(kind.pos());
        let kind = kind.map_or("", |kind| kind.singular());
        joined([plain(when.words()), plain(kind), plain(place)], " · ")
    }

    /// The same of a meeting of which the head is known.
    pub fn head_facts(&self, head: &EventHead) -> Line {
        self.facts(head.when, head.kind, place_name(self.dataset, head))
    }

    /// A meeting in a running text: "Anchorage talks (18–19 March 2021)".
    pub fn meeting(&self, ix: EventIx) -> String {
        meeting(self.dataset, ix)
    }

    /// A side's name; empty for an index of another dataset.
    pub fn side(&self, side: SideIx) -> &'a str {
        self.dataset.sides.get(side.pos()).map_or("", Side::shown_name)
    }

    /// "raised by United States and China, dispute"
    pub fn raised(&self, by: &[SideIx], stance: Stance) -> String {
        let who = match by {
            [] => tr!("export-raised-unknown").to_owned(),
            sides => {
                let names: Vec<&str> = sides.iter().map(|side| self.side(*side)).collect();
                tr!("export-raised-by", sides = names.join(tr!("join-names")))
            }
        };
        tr!("export-raised", who = who, stance = stance.label())
    }
}

/// Where a meeting was, as far as its head tells; empty where that is unknown.
pub(super) fn place_name<'a>(dataset: &'a Dataset, head: &'a EventHead) -> &'a str {
    let place = head.place.and_then(|place| dataset.places.get(place.pos()));
    place.map_or(head.country, |place| place)
}

/// A meeting in a running text: "Anchorage talks (18–19 March 2021)".
pub(super) fn meeting(dataset: &Dataset, ix: EventIx) -> String {
    let head = dataset.event(ix);
    head.map_or_else(String::new, |head| {
        tr!("export-meeting", title = head.title, date = head.when.words())
    })
}

/// That a filter hides some: "12 of 57 meetings; the others are filtered out".
pub(super) fn filtered(shown: usize, total: usize) -> String {
    if shown == total {
        tr!("meetings", count = total)
    } else {
        tr!("export-filtered", shown = shown, total = total)
    }
}
