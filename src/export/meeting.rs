//! A meeting with everything that its dataset says of it.

use super::arrange::{Numbering, columns, delegations};
use super::bibliography::CitationStyle;
use super::brief::Brief;
use super::gap::gap;
use super::page::{Block, Inline, Line, Page, joined, plain};
use super::words::person_name;
use crate::model::{Dataset, Event, EventIx, Issue, Mention, Side, SideIx};
use crate::tr;

/// A meeting in full. `ix` says which one it is, for the meetings around it.
pub fn meeting(dataset: &Dataset, ix: EventIx, event: &Event, style: CitationStyle) -> Page {
    let mut brief = Brief::new(dataset, style, &event.title);
    // As the pane numbers them.
    brief.numbering = Numbering::of(event);
    let mut writer = Writer { dataset, event, brief };
    writer.facts();
    writer.participants();
    writer.text(tr!("export-heading-summary"), event.summary.as_deref());
    writer.text(tr!("export-heading-background"), event.background.as_deref());
    writer.issues();
    writer.quotes();
    writer.outcomes();
    writer.around(ix);
    writer.brief.finish()
}

struct Writer<'a> {
    dataset: &'a Dataset,
    event: &'a Event,
    brief: Brief<'a>,
}

impl Writer<'_> {
    fn facts(&mut self) {
        let event = self.event;
        let place = event.place.as_ref();
        let place = place.and_then(|place| place.name.as_deref().or(place.country.as_deref()));
        let facts = self.brief.facts(&event.when, event.kind, place.unwrap_or_default());
        self.brief.page.push(Block::Paragraph(facts));
    }

    fn participants(&mut self) {
        let groups = delegations(self.dataset, self.event);
        if groups.is_empty() {
            return;
        }
        self.brief.page.section(tr!("export-heading-participants"));
        for group in &groups {
            let side = group.side.and_then(|side| self.dataset.sides.get(side.pos()));
            let name = match side {
                Some(side) => Some(side.shown_name()),
                None => (groups.len() > 1).then(|| tr!("export-others")),
            };
            if let Some(name) = name {
                self.brief.page.push(Block::Paragraph(vec![Inline::Strong(name.to_owned())]));
            }
            let items = group.participants.iter().map(|participant| {
                let name = plain(person_name(self.dataset, participant.person));
                let role = plain(participant.role.as_deref().unwrap_or_default());
                joined([name, role], " — ")
            });
            self.brief.page.list(items.collect());
        }
    }

    fn text(&mut self, heading: &str, text: Option<&str>) {
        if let Some(text) = text.filter(|text| !text.trim().is_empty()) {
            self.brief.page.section(heading);
            self.brief.page.prose(text);
        }
    }

    fn issues(&mut self) {
        if self.event.issues.is_empty() {
            return;
        }
        let sides = columns(self.dataset, self.event);
        self.brief.page.section(tr!("export-heading-issues"));
        let raisers =
            sides.iter().map(|side| tr!("export-column-raised-by", side = self.side_name(*side)));
        let issue = tr!("export-column-issue").to_owned();
        let mut head: Vec<String> = std::iter::once(issue).chain(raisers).collect();
        let last =
            [tr!("export-column-stance"), tr!("export-column-note"), tr!("export-heading-sources")];
        head.extend(last.map(str::to_owned));
        let event = self.event;
        let rows = event.issues.iter().map(|mention| self.issue_row(mention, &sides)).collect();
        self.brief.page.push(Block::Table { head, rows });
    }

    fn issue_row(&mut self, mention: &Mention, sides: &[SideIx]) -> Vec<Line> {
        let issue = self.dataset.issues.get(mention.issue.pos());
        let mut row = vec![plain(issue.map_or("", Issue::shown_name))];
        row.extend(sides.iter().map(|side| {
            plain(match mention.raised_by.as_slice() {
                [] => tr!("export-unknown"),
                raisers if raisers.contains(side) => tr!("export-yes"),
                _ => "–",
            })
        }));
        row.push(plain(mention.stance.label()));
        row.push(plain(mention.note.as_deref().unwrap_or_default()));
        row.push(self.brief.cite(&mention.sources));
        row
    }

    fn quotes(&mut self) {
        if self.event.quotes.is_empty() {
            return;
        }
        self.brief.page.section(tr!("export-heading-quotes"));
        for quote in &self.event.quotes {
            let paragraphs = self.brief.quote(quote);
            self.brief.page.push(Block::Quote(paragraphs));
        }
    }

    fn outcomes(&mut self) {
        if self.event.outcomes.is_empty() {
            return;
        }
        self.brief.page.section(tr!("export-heading-outcomes"));
        let event = self.event;
        let items = event.outcomes.iter();
        let items = items
            .map(|outcome| self.brief.cited(plain(outcome.text.as_str()), &outcome.sources))
            .collect();
        self.brief.page.list(items);
    }

    fn around(&mut self, ix: EventIx) {
        let dataset = self.dataset;
        let Some(here) = dataset.event(ix) else { return };
        let around = dataset.around(ix);
        let mut items = Vec::new();
        for id in &self.event.follows {
            let title = dataset.event_with_id(id).and_then(|ix| dataset.event(ix));
            let name = title.map_or(id.as_str(), |event| event.title);
            items.push(plain(tr!("export-follows", title = name)));
        }
        for (other, is_before) in [(around.previous_of_kind, true), (around.next_of_kind, false)] {
            let Some(other) = other.and_then(|other| dataset.event(other)) else { continue };
            let gap = gap(here.when, other.when, is_before);
            let gap = if gap.is_empty() { gap } else { format!(" — {gap}") };
            let words = if is_before {
                tr!("export-previous-of-kind", title = other.title)
            } else {
                tr!("export-next-of-kind", title = other.title)
            };
            items.push(plain(words + &gap));
        }
        if !items.is_empty() {
            self.brief.page.section(tr!("export-heading-around"));
            self.brief.page.list(items);
        }
    }

    fn side_name(&self, side: SideIx) -> &str {
        self.dataset.sides.get(side.pos()).map_or("", Side::shown_name)
    }
}
