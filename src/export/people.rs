//! A person through all meetings, or what several have in common, as a brief.

use super::bibliography::CitationStyle;
use super::brief::{Brief, filtered};
use super::list::table;
use super::page::{Block, Line, Page, plain};
use super::words::person_name;
use crate::analysis::people::{PersonView, Relation, Said};
use crate::load::Document;
use crate::model::{EventIx, Person};
use crate::tr;

/// The people in full: roles, whom they met, meetings, what they said. To be called on
/// a worker thread; `None` where it was cancelled.
pub fn people(
    document: &Document,
    view: &PersonView,
    style: CitationStyle,
    cancelled: &dyn Fn() -> bool,
) -> Option<Page> {
    let dataset = document.dataset();
    let names: Vec<&str> = view.people.iter().map(|one| person_name(dataset, *one)).collect();
    let mut brief = Brief::new(dataset, style, &names.join(tr!("join-names")));
    let count = filtered(view.meetings.len(), view.total);
    let quotes = tr!("export-quotes", count = view.quotes.len());
    let count =
        if view.people.len() > 1 { tr!("export-in-common", meetings = count) } else { count };
    brief.page.say(format!("{count} · {quotes}"));
    push_roles(&mut brief, view);
    push_met(&mut brief, view);
    if !view.meetings.is_empty() {
        brief.page.section(tr!("export-heading-meetings"));
        brief.page.push(table(dataset, &view.meetings));
    }
    push_quotes(&mut brief, document, &view.quotes, cancelled)?;
    Some(brief.finish())
}

fn push_roles(brief: &mut Brief<'_>, view: &PersonView) {
    if view.roles.is_empty() {
        return;
    }
    brief.page.section(tr!("export-heading-roles"));
    let items = view.roles.iter().map(|held| {
        let (role, dates) = (held.role.as_str(), span(brief, held.first, held.last));
        let meetings = tr!("meetings", count = held.meetings);
        plain(match view.people.as_slice() {
            [_] => tr!("export-role", role = role, meetings = meetings, dates = dates),
            _ => tr!(
                "export-role-of",
                name = person_name(brief.dataset, held.person),
                role = role,
                meetings = meetings,
                dates = dates,
            ),
        })
    });
    let items: Vec<Line> = items.collect();
    brief.page.list(items);
}

fn push_met(brief: &mut Brief<'_>, view: &PersonView) {
    if view.met.is_empty() {
        return;
    }
    brief.page.section(tr!("export-heading-met"));
    let head = [
        tr!("export-column-person"),
        tr!("export-column-side"),
        tr!("export-heading-meetings"),
        tr!("export-column-first"),
        tr!("export-column-last"),
    ];
    let head = head.map(str::to_owned).to_vec();
    let rows = view.met.iter().map(|met| {
        let person = brief.dataset.people.get(met.person.pos());
        let side = match (person.and_then(|person| person.side), met.relation) {
            (Some(side), Relation::SameSide) => tr!("export-same-side", side = brief.side(side)),
            (Some(side), _) => brief.side(side).to_owned(),
            (None, _) => tr!("export-unknown").to_owned(),
        };
        vec![
            plain(person.map_or("", Person::shown_name)),
            plain(side),
            plain(met.meetings.to_string()),
            plain(date(brief, met.first)),
            plain(date(brief, met.last)),
        ]
    });
    let rows = rows.collect();
    brief.page.push(Block::Table { head, rows });
}

fn push_quotes(
    brief: &mut Brief<'_>,
    document: &Document,
    quotes: &[Said],
    cancelled: &dyn Fn() -> bool,
) -> Option<()> {
    if quotes.is_empty() {
        return Some(());
    }
    brief.page.section(tr!("export-heading-quotes"));
    for said in quotes.chunk_by(|one, next| one.event == next.event) {
        if cancelled() {
            return None;
        }
        let Some(first) = said.first() else { continue };
        let Some(event) = document.event(first.event) else { continue };
        let title = brief.meeting(first.event);
        brief.page.push(Block::Heading(3, plain(title)));
        for quote in said.iter().filter_map(|said| event.quotes.get(said.pos as usize)) {
            let paragraphs = brief.quote(quote);
            brief.page.push(Block::Quote(paragraphs));
        }
    }
    Some(())
}

fn date(brief: &Brief<'_>, ix: EventIx) -> String {
    brief.dataset.event(ix).map(|head| head.when.words()).unwrap_or_default()
}

/// From the first meeting's date to the last one's, or the one date of both.
fn span(brief: &Brief<'_>, first: EventIx, last: EventIx) -> String {
    let (first_date, last_date) = (date(brief, first), date(brief, last));
    if first_date == last_date {
        first_date
    } else {
        tr!("export-dates", first = first_date, last = last_date)
    }
}
