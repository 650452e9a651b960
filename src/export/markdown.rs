//! A meeting as Markdown, with everything that its dataset says of it.
//!
//! For CommonMark with GitHub's tables. Datasets come from strangers: their texts
//! are escaped, and only what [`Source::link`] allows becomes a link.

use std::fmt::Write as _;

use super::arrange::{Numbering, columns, delegations};
use super::escape::{address, inline, quoted_lines};
use super::gap::gap;
use super::words::{account, in_language, person_name};
use crate::model::{Dataset, Event, EventIx, Mention, Quote, SideIx, Source, SourceIx, Wording};

/// A meeting in full. `ix` says which one it is, for the meetings around it.
pub fn meeting(dataset: &Dataset, ix: EventIx, event: &Event) -> String {
    let mut page = Page { dataset, event, numbering: Numbering::of(event), out: String::new() };
    page.head();
    page.participants();
    page.text("Summary", event.summary.as_deref());
    page.text("Background", event.background.as_deref());
    page.issues();
    page.quotes();
    page.outcomes();
    page.around(ix);
    page.sources();
    let mut text = page.out.trim_end().to_owned();
    text.push('\n');
    text
}

struct Page<'a> {
    dataset: &'a Dataset,
    event: &'a Event,
    numbering: Numbering,
    out: String,
}

impl Page<'_> {
    fn line(&mut self, text: &str) {
        self.out.push_str(text);
        self.out.push('\n');
    }

    fn heading(&mut self, text: &str) {
        self.line(&format!("\n## {text}\n"));
    }

    fn head(&mut self) {
        let event = self.event;
        self.line(&format!("# {}\n", inline(&event.title)));
        let kind = self.dataset.kinds.get(event.kind.pos()).map(|kind| inline(&kind.singular));
        let place = event
            .place
            .as_ref()
            .and_then(|place| place.name.as_deref().or(place.country.as_deref()).map(inline));
        let parts = [Some(event.when.words()), kind, place];
        let there: Vec<String> =
            parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
        self.line(&there.join(" · "));
    }

    fn participants(&mut self) {
        let groups = delegations(self.dataset, self.event);
        if groups.is_empty() {
            return;
        }
        self.heading("Participants");
        for (pos, group) in groups.iter().enumerate() {
            if pos > 0 {
                self.line("");
            }
            let side = group.side.and_then(|side| self.dataset.sides.get(side.pos()));
            if let Some(side) = side {
                self.line(&format!("**{}**\n", inline(&side.name)));
            } else if groups.len() > 1 {
                self.line("**Others**\n");
            }
            for participant in &group.participants {
                let name = inline(person_name(self.dataset, participant.person));
                let role = participant.role.as_deref().map(inline).filter(|r| !r.is_empty());
                let role = role.map(|role| format!(" — {role}")).unwrap_or_default();
                self.line(&format!("- {name}{role}"));
            }
        }
    }

    fn text(&mut self, heading: &str, text: Option<&str>) {
        let Some(text) = text.map(str::trim).filter(|text| !text.is_empty()) else { return };
        self.heading(heading);
        let paragraphs: Vec<String> =
            text.lines().map(inline).filter(|line| !line.is_empty()).collect();
        self.line(&paragraphs.join("\n\n"));
    }

    fn issues(&mut self) {
        if self.event.issues.is_empty() {
            return;
        }
        let sides = columns(self.dataset, self.event);
        self.heading("Issues");
        let mut head = "| Issue |".to_owned();
        let mut rule = "| --- |".to_owned();
        for side in &sides {
            let _ = write!(head, " Raised by {} |", self.side_name(*side));
            rule.push_str(" --- |");
        }
        self.line(&format!("{head} Stance | Note | Sources |"));
        self.line(&format!("{rule} --- | --- | --- |"));
        let event = self.event;
        for mention in &event.issues {
            let row = self.issue_row(mention, &sides);
            self.line(&row);
        }
    }

    fn issue_row(&self, mention: &Mention, sides: &[SideIx]) -> String {
        let issue = self.dataset.issues.get(mention.issue.pos());
        let mut row = format!("| {} |", inline(issue.map_or("", |issue| &issue.name)));
        for side in sides {
            let cell = match mention.raised_by.as_slice() {
                [] => "unknown",
                raisers if raisers.contains(side) => "yes",
                _ => "–",
            };
            let _ = write!(row, " {cell} |");
        }
        let note = mention.note.as_deref().map(inline).unwrap_or_default();
        let sources = self.references(&mention.sources);
        let _ = write!(row, " {} | {note} | {sources} |", mention.stance.label());
        row
    }

    fn quotes(&mut self) {
        if self.event.quotes.is_empty() {
            return;
        }
        self.heading("Quotes");
        let event = self.event;
        for (pos, quote) in event.quotes.iter().enumerate() {
            if pos > 0 {
                self.line("");
            }
            self.quote(quote);
        }
    }

    fn quote(&mut self, quote: &Quote) {
        self.line(&format!("> “{}”", quoted_lines(&quote.wording.text)));
        let name = quote.speaker.map(|speaker| inline(person_name(self.dataset, speaker)));
        let mut parts: Vec<String> = name.map(|name| format!("**{name}**")).into_iter().collect();
        parts.extend(quote.date.as_ref().map(|date| date.words()));
        parts.extend(self.provenance(&quote.wording));
        let references = self.references(quote.wording.source.as_slice());
        if !parts.is_empty() || !references.is_empty() {
            let line = format!(">\n> — {} {references}", parts.join(", "));
            self.line(line.trim_end());
        }
        self.remarks(&quote.wording);
        let issues = quote.issues.iter().filter_map(|ix| self.dataset.issues.get(ix.pos()));
        let issues: Vec<String> = issues.map(|issue| inline(&issue.name)).collect();
        if !issues.is_empty() {
            self.line(&format!(">\n> On: {}", issues.join(", ")));
        }
        if let Some(original) = &quote.original {
            self.other_wording("Original", original);
        }
        for variant in &quote.variants {
            self.other_wording("Another wording", variant);
        }
    }

    fn other_wording(&mut self, what: &str, wording: &Wording) {
        let parts: Vec<String> =
            std::iter::once(what.to_owned()).chain(self.provenance(wording)).collect();
        let references = self.references(wording.source.as_slice());
        let label = format!("{} {references}", parts.join(", "));
        let text = quoted_lines(&wording.text);
        self.line(&format!(">\n> {}: “{text}”", label.trim_end()));
        self.remarks(wording);
    }

    fn remarks(&mut self, wording: &Wording) {
        if let Some(person) = wording.attributed_to {
            let name = inline(person_name(self.dataset, person));
            self.line(&format!(">\n> **This source gives these words to {name}.**"));
        }
        if let Some(note) = wording.note.as_deref().map(inline).filter(|note| !note.is_empty()) {
            self.line(&format!(">\n> Note: {note}"));
        }
    }

    /// Language and rendering of a wording.
    fn provenance(&self, wording: &Wording) -> impl Iterator<Item = String> {
        let language = wording.lang.as_deref().map(|lang| inline(&in_language(lang)));
        let rendering = wording.rendering.map(|rendering| rendering.label().to_owned());
        language.into_iter().chain(rendering)
    }

    fn outcomes(&mut self) {
        if self.event.outcomes.is_empty() {
            return;
        }
        self.heading("Outcomes");
        let event = self.event;
        for outcome in &event.outcomes {
            let sources = self.references(&outcome.sources);
            self.line(format!("- {} {sources}", inline(&outcome.text)).trim_end());
        }
    }

    fn around(&mut self, ix: EventIx) {
        let dataset = self.dataset;
        let Some(here) = dataset.event(ix) else { return };
        let around = dataset.around(ix);
        let mut lines = Vec::new();
        for id in &self.event.follows {
            let title = dataset.event_with_id(id).and_then(|ix| dataset.event(ix));
            let name = title.map_or(id.as_str(), |event| &event.title);
            lines.push(format!("- Follows: {}", inline(name)));
        }
        let neighbours = [
            (around.previous_of_kind, "Previous of this kind", true),
            (around.next_of_kind, "Next of this kind", false),
        ];
        for (other, label, is_before) in neighbours {
            let Some(other) = other.and_then(|other| dataset.event(other)) else { continue };
            let gap = gap(&here.when, &other.when, is_before);
            let gap = if gap.is_empty() { gap } else { format!(" — {gap}") };
            lines.push(format!("- {label}: {}{gap}", inline(&other.title)));
        }
        if lines.is_empty() {
            return;
        }
        self.heading("Before and after");
        self.line(&lines.join("\n"));
    }

    fn sources(&mut self) {
        let sources = self.numbering.sources().to_vec();
        if sources.is_empty() {
            return;
        }
        self.heading("Sources");
        for (pos, source) in sources.into_iter().enumerate() {
            let Some(source) = self.dataset.sources.get(source.pos()) else { continue };
            let text = self.source(source);
            self.line(&format!("{}. {text}", pos + 1));
        }
    }

    fn source(&self, source: &Source) -> String {
        let title = inline(&source.title);
        let linked = match source.link() {
            Some(url) => format!("[{title}](<{}>)", address(url)),
            None => title,
        };
        let via = source.via.as_deref().map(|via| format!("via {}", inline(via)));
        let plain_url = source.url.as_deref().filter(|_| source.link().is_none()).map(inline);
        let parts = [
            Some(linked),
            source.publisher.as_deref().map(inline),
            source.date.as_ref().map(|date| date.words()),
            via,
            plain_url,
            source.side.map(|side| inline(&account(self.dataset, Some(side)))),
        ];
        let there: Vec<String> =
            parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
        there.join(", ")
    }

    /// "[1][3]": no links, since no data can define what they would lead to.
    fn references(&self, sources: &[SourceIx]) -> String {
        let numbers = sources.iter().filter_map(|source| self.numbering.number(*source));
        numbers.map(|number| format!("[{number}]")).collect()
    }

    fn side_name(&self, side: SideIx) -> String {
        self.dataset.sides.get(side.pos()).map(|side| inline(&side.name)).unwrap_or_default()
    }
}
