//! Meetings side by side, as a brief.

use super::bibliography::CitationStyle;
use super::brief::{Brief, place_name};
use super::page::{Block, Inline, Line, Page, joined, plain};
use super::words::{known_from, person_name};
use crate::analysis::comparison::{Change, ComparedCell, ComparedTopic, Comparison};
use crate::model::{Dataset, Event, EventHead, Issue};
use crate::tr;

/// The comparison: facts, people and issues in one table, then what was said on the
/// issues that several meetings have.
pub fn comparison(dataset: &Dataset, comparison: &Comparison, style: CitationStyle) -> Page {
    let mut brief = Brief::new(dataset, style, tr!("export-side-by-side"));
    if comparison.left_out > 0 {
        brief.page.say(tr!("export-not-compared", count = comparison.left_out));
    }
    let mut head = vec![String::new()];
    head.extend(comparison.meetings.iter().map(|meeting| meeting.event.title.clone()));
    let mut rows = fact_rows(&brief, comparison);
    rows.extend(people_rows(&brief, comparison));
    rows.extend(issue_rows(&mut brief, comparison));
    brief.page.push(Block::Table { head, rows });
    push_quotes(&mut brief, comparison);
    brief.finish()
}

fn fact_rows(brief: &Brief<'_>, comparison: &Comparison) -> Vec<Vec<Line>> {
    let dataset = brief.dataset;
    let row = |label: &str, cell: &dyn Fn(&EventHead<'_>) -> String| {
        let heads = comparison.meetings.iter().map(|meeting| dataset.event(meeting.ix));
        let cells = heads.map(|head| plain(head.map(|head| cell(&head)).unwrap_or_default()));
        std::iter::once(plain(label)).chain(cells).collect::<Vec<Line>>()
    };
    vec![
        row(tr!("export-column-date"), &|head| head.when.words()),
        row(tr!("export-column-kind"), &|head| {
            dataset
                .kinds
                .get(head.kind.pos())
                .map(|kind| kind.singular().to_owned())
                .unwrap_or_default()
        }),
        row(tr!("export-column-place"), &|head| place_name(dataset, head).to_owned()),
        row(tr!("export-heading-sources"), &|head| known_from(dataset, head)),
    ]
}

fn people_rows(brief: &Brief<'_>, comparison: &Comparison) -> Vec<Vec<Line>> {
    let rows = comparison.delegations.iter().map(|delegation| {
        let label = delegation.side.map_or_else(|| tr!("export-others"), |side| brief.side(side));
        let cells = delegation.people.iter().map(|people| {
            let names = people.iter().map(|one| person_name(brief.dataset, one.person));
            plain(names.collect::<Vec<_>>().join(tr!("join-names")))
        });
        std::iter::once(plain(label)).chain(cells).collect()
    });
    rows.collect()
}

fn issue_rows(brief: &mut Brief<'_>, comparison: &Comparison) -> Vec<Vec<Line>> {
    let mut rows = Vec::with_capacity(comparison.issues.len());
    for issue in &comparison.issues {
        let name = brief.dataset.issues.get(issue.issue.pos()).map_or("", Issue::shown_name);
        let mut row = vec![vec![Inline::Strong(name.to_owned())]];
        for cell in &issue.cells {
            row.push(match cell {
                ComparedCell::There(topic) => topic_cell(brief, topic),
                ComparedCell::Dropped => plain(tr!("export-not-in-record")),
                ComparedCell::Absent => plain("–"),
            });
        }
        rows.push(row);
    }
    rows
}

fn topic_cell(brief: &mut Brief<'_>, compared: &ComparedTopic) -> Line {
    let topic = &compared.topic;
    let change = match compared.change {
        Change::First | Change::Same => "",
        Change::New => tr!("export-new"),
        Change::Changed { stance: true, raised_by: true } => tr!("export-changed"),
        Change::Changed { stance: true, .. } => tr!("export-stance-changed"),
        Change::Changed { .. } => tr!("export-raisers-changed"),
    };
    let raised = brief.raised(&topic.raised_by, topic.stance);
    let line =
        joined([plain(raised), plain(change), plain(topic.notes.join(tr!("join-clauses")))], " — ");
    brief.cited(line, &topic.sources)
}

fn push_quotes(brief: &mut Brief<'_>, comparison: &Comparison) {
    let quoted = comparison.issues.iter();
    let quoted = quoted.filter(|issue| issue.is_shared() && issue.quote_count() > 0);
    for issue in quoted {
        let name = brief.dataset.issues.get(issue.issue.pos()).map_or("", Issue::shown_name);
        brief.page.section(&tr!("export-on-issue", issue = name));
        for (meeting, cell) in comparison.meetings.iter().zip(&issue.cells) {
            let ComparedCell::There(topic) = cell else { continue };
            if topic.quotes.is_empty() {
                continue;
            }
            let title = brief.meeting(meeting.ix);
            brief.page.push(Block::Heading(3, plain(title)));
            push_those(brief, &meeting.event, &topic.quotes);
        }
    }
}

fn push_those(brief: &mut Brief<'_>, event: &Event, positions: &[usize]) {
    for quote in positions.iter().filter_map(|pos| event.quotes.get(*pos)) {
        let paragraphs = brief.quote(quote);
        brief.page.push(Block::Quote(paragraphs));
    }
}
