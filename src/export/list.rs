//! Meetings as a table: the result of a search.

use super::brief::place_name;
use super::page::{Block, Line, Page, plain};
use super::words::person_name;
use crate::model::{Dataset, EventHead, EventIx};
use crate::tr;

/// Meetings in the order given, with date, kind, place and people. `question` says
/// what was looked for; empty where nothing was. The people are those who took part or
/// are quoted.
pub fn list(dataset: &Dataset, events: &[EventIx], question: &str) -> Page {
    let title = if dataset.title.trim().is_empty() {
        tr!("export-heading-meetings")
    } else {
        &dataset.title
    };
    let mut page = Page::titled(title);
    let count = tr!("meetings", count = events.len());
    page.say(if question.trim().is_empty() {
        count
    } else {
        tr!("export-question", meetings = count, question = question)
    });
    page.push(table(dataset, events));
    page
}

/// Meetings as a table.
pub(super) fn table(dataset: &Dataset, events: &[EventIx]) -> Block {
    let head = [
        tr!("export-column-date"),
        tr!("export-column-meeting"),
        tr!("export-column-kind"),
        tr!("export-column-place"),
        tr!("export-column-people"),
    ];
    let head = head.map(str::to_owned).to_vec();
    let rows = events.iter().filter_map(|ix| dataset.event(*ix)).map(|head| row(dataset, &head));
    Block::Table { head, rows: rows.collect() }
}

fn row(dataset: &Dataset, head: &EventHead) -> Vec<Line> {
    let kind = dataset.kinds.get(head.kind.pos()).map_or("", |kind| kind.singular());
    let people: Vec<&str> =
        head.people.iter().map(|person| person_name(dataset, *person)).collect();
    vec![
        plain(head.when.words()),
        plain(head.title),
        plain(kind),
        plain(place_name(dataset, head)),
        plain(people.join(tr!("join-names"))),
    ]
}
