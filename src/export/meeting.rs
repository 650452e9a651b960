//! A meeting with everything that its dataset says of it.

use super::arrange::{Numbering, columns, delegations};
use super::bibliography::{CitationStyle, references};
use super::gap::gap;
use super::page::{Block, Inline, Line, Page, joined, plain, quoted};
use super::quote::{other, provenance};
use super::words::{account, person_name};
use crate::model::{Dataset, Event, EventIx, Mention, Quote, SideIx, Source, SourceIx, Wording};

/// A meeting in full. `ix` says which one it is, for the meetings around it.
pub fn meeting(dataset: &Dataset, ix: EventIx, event: &Event, style: CitationStyle) -> Page {
    let numbering = Numbering::of(event);
    let page = Page::titled(&event.title);
    let mut writer = Writer { dataset, event, numbering, page };
    writer.facts();
    writer.participants();
    writer.text("Summary", event.summary.as_deref());
    writer.text("Background", event.background.as_deref());
    writer.issues();
    writer.quotes();
    writer.outcomes();
    writer.around(ix);
    push_sources(dataset, writer.numbering.sources(), style, &mut writer.page);
    writer.page
}

/// The numbered list of sources that ends a document, with whose account each is.
pub(super) fn push_sources(
    dataset: &Dataset,
    numbered: &[SourceIx],
    style: CitationStyle,
    page: &mut Page,
) {
    // A number stands for each, also for one of another dataset.
    let nothing = Source::default();
    let sources: Vec<&Source> = numbered
        .iter()
        .map(|source| dataset.sources.get(source.pos()).unwrap_or(&nothing))
        .collect();
    if sources.is_empty() {
        return;
    }
    page.section("Sources");
    let mut items = references(&sources, style);
    for (item, source) in items.iter_mut().zip(&sources) {
        if source.side.is_some() {
            item.push(Inline::Text(format!(" ({})", account(dataset, source.side))));
        }
    }
    page.push(Block::Numbered(items));
}

struct Writer<'a> {
    dataset: &'a Dataset,
    event: &'a Event,
    numbering: Numbering,
    page: Page,
}

impl Writer<'_> {
    fn facts(&mut self) {
        let event = self.event;
        let kind = self.dataset.kinds.get(event.kind.pos());
        let place = event.place.as_ref();
        let place = place.and_then(|place| place.name.as_deref().or(place.country.as_deref()));
        let parts = [
            plain(event.when.words()),
            plain(kind.map_or("", |kind| &kind.singular)),
            plain(place.unwrap_or_default()),
        ];
        self.page.push(Block::Paragraph(joined(parts, " · ")));
    }

    fn participants(&mut self) {
        let groups = delegations(self.dataset, self.event);
        if groups.is_empty() {
            return;
        }
        self.page.section("Participants");
        for group in &groups {
            let side = group.side.and_then(|side| self.dataset.sides.get(side.pos()));
            let name = match side {
                Some(side) => Some(side.name.as_str()),
                None => (groups.len() > 1).then_some("Others"),
            };
            if let Some(name) = name {
                self.page.push(Block::Paragraph(vec![Inline::Strong(name.to_owned())]));
            }
            let items = group.participants.iter().map(|participant| {
                let name = plain(person_name(self.dataset, participant.person));
                let role = plain(participant.role.as_deref().unwrap_or_default());
                joined([name, role], " — ")
            });
            self.page.list(items.collect());
        }
    }

    fn text(&mut self, heading: &str, text: Option<&str>) {
        if let Some(text) = text.filter(|text| !text.trim().is_empty()) {
            self.page.section(heading);
            self.page.prose(text);
        }
    }

    fn issues(&mut self) {
        if self.event.issues.is_empty() {
            return;
        }
        let sides = columns(self.dataset, self.event);
        self.page.section("Issues");
        let raisers = sides.iter().map(|side| format!("Raised by {}", self.side_name(*side)));
        let mut head: Vec<String> = std::iter::once("Issue".to_owned()).chain(raisers).collect();
        head.extend(["Stance", "Note", "Sources"].map(str::to_owned));
        let rows = self.event.issues.iter().map(|mention| self.issue_row(mention, &sides));
        let rows = rows.collect();
        self.page.push(Block::Table { head, rows });
    }

    fn issue_row(&self, mention: &Mention, sides: &[SideIx]) -> Vec<Line> {
        let issue = self.dataset.issues.get(mention.issue.pos());
        let mut row = vec![plain(issue.map_or("", |issue| &issue.name))];
        row.extend(sides.iter().map(|side| {
            plain(match mention.raised_by.as_slice() {
                [] => "unknown",
                raisers if raisers.contains(side) => "yes",
                _ => "–",
            })
        }));
        row.push(plain(mention.stance.label()));
        row.push(plain(mention.note.as_deref().unwrap_or_default()));
        row.push(self.references(&mention.sources));
        row
    }

    fn quotes(&mut self) {
        if self.event.quotes.is_empty() {
            return;
        }
        self.page.section("Quotes");
        for quote in &self.event.quotes {
            let paragraphs = self.quote(quote);
            self.page.push(Block::Quote(paragraphs));
        }
    }

    fn quote(&self, quote: &Quote) -> Vec<Line> {
        let mut paragraphs = quoted("", &quote.wording.text);
        let name = quote.speaker.map(|speaker| person_name(self.dataset, speaker).to_owned());
        let mut parts: Vec<Line> =
            name.map(|name| vec![Inline::Strong(name)]).into_iter().collect();
        parts.extend(quote.date.as_ref().map(|date| plain(date.words())));
        parts.extend(provenance(&quote.wording));
        let byline = joined(parts, ", ");
        let references = self.references(quote.wording.source.as_slice());
        if !byline.is_empty() || !references.is_empty() {
            let mut line = plain("— ");
            line.extend(self.referring(byline, quote.wording.source.as_slice()));
            paragraphs.push(line);
        }
        self.remarks(&quote.wording, &mut paragraphs);
        let issues = quote.issues.iter().filter_map(|ix| self.dataset.issues.get(ix.pos()));
        let issues = joined(issues.map(|issue| plain(issue.name.as_str())), ", ");
        if !issues.is_empty() {
            let mut line = plain("On: ");
            line.extend(issues);
            paragraphs.push(line);
        }
        if let Some(original) = &quote.original {
            self.other("Original", original, &mut paragraphs);
        }
        for variant in &quote.variants {
            self.other("Another wording", variant, &mut paragraphs);
        }
        paragraphs
    }

    fn other(&self, what: &str, wording: &Wording, paragraphs: &mut Vec<Line>) {
        let references = self.references(wording.source.as_slice());
        paragraphs.extend(other(what, wording, references));
        self.remarks(wording, paragraphs);
    }

    fn remarks(&self, wording: &Wording, paragraphs: &mut Vec<Line>) {
        if let Some(person) = wording.attributed_to {
            let name = person_name(self.dataset, person);
            let text = format!("This source gives these words to {name}.");
            paragraphs.push(vec![Inline::Strong(text)]);
        }
        if let Some(note) = wording.note.as_deref().filter(|note| !note.trim().is_empty()) {
            paragraphs.push(plain(format!("Note: {note}")));
        }
    }

    fn outcomes(&mut self) {
        if self.event.outcomes.is_empty() {
            return;
        }
        self.page.section("Outcomes");
        let items = self
            .event
            .outcomes
            .iter()
            .map(|outcome| self.referring(plain(outcome.text.as_str()), &outcome.sources));
        let items = items.collect();
        self.page.list(items);
    }

    fn around(&mut self, ix: EventIx) {
        let dataset = self.dataset;
        let Some(here) = dataset.event(ix) else { return };
        let around = dataset.around(ix);
        let mut items = Vec::new();
        for id in &self.event.follows {
            let title = dataset.event_with_id(id).and_then(|ix| dataset.event(ix));
            let name = title.map_or(id.as_str(), |event| &event.title);
            items.push(plain(format!("Follows: {name}")));
        }
        let neighbours = [
            (around.previous_of_kind, "Previous of this kind", true),
            (around.next_of_kind, "Next of this kind", false),
        ];
        for (other, label, is_before) in neighbours {
            let Some(other) = other.and_then(|other| dataset.event(other)) else { continue };
            let gap = gap(&here.when, &other.when, is_before);
            let gap = if gap.is_empty() { gap } else { format!(" — {gap}") };
            items.push(plain(format!("{label}: {}{gap}", other.title)));
        }
        if !items.is_empty() {
            self.page.section("Before and after");
            self.page.list(items);
        }
    }

    /// Words with the numbers of sources behind them.
    fn referring(&self, mut line: Line, sources: &[SourceIx]) -> Line {
        let references = self.references(sources);
        if !references.is_empty() {
            if !line.is_empty() {
                line.push(Inline::Text(" ".to_owned()));
            }
            line.extend(references);
        }
        line
    }

    /// "[1][3]"
    fn references(&self, sources: &[SourceIx]) -> Line {
        let numbers = sources.iter().filter_map(|source| self.numbering.number(*source));
        numbers.map(Inline::Reference).collect()
    }

    fn side_name(&self, side: SideIx) -> &str {
        self.dataset.sides.get(side.pos()).map_or("", |side| &side.name)
    }
}
