//! The lines of a person's page.

use egui::{Align, Role, Sense, Ui, WidgetInfo, vec2};

use super::items::{Item, Section};
use super::lead::{lead_ui, nothing_ui};
use crate::analysis::people::{Met, PersonView, Relation, RoleHeld, Said};
use crate::export::words::person_name;
use crate::model::EventIx;
use crate::tr;
use crate::ui::action::Action;
use crate::ui::page::Page;
use crate::ui::pages::PageCtx;
use crate::ui::pages::cells::{Cells, line_ui};
use crate::ui::pages::links::{date_of, kind_of, meeting_ui, person_ui};
use crate::ui::pages::quote::{QuoteAt, quote_ui, unread_ui};
use crate::ui::pages::reader::{Read, Reader};
use crate::ui::signs::button_ui;
use crate::ui::text::{Ink, Pieces, cut, heading_ui, link_ui, text_ui};
use crate::ui::tokens::{semibold, size, space};

/// The first column: dates, numbers of meetings.
const FIRST: f32 = 168.0;
/// In a narrow page, it is not wider than this part of it.
const FIRST_PART: f32 = 0.3;

/// What leads to the meetings in common stands beside a name with so much room.
const MIN_BESIDE: f32 = 220.0;
/// The width of that.
const ADD: f32 = 84.0;

/// Shows a line; returns whether the rest of its section is asked for.
pub(super) fn item_ui(
    ctx: &PageCtx<'_>,
    view: &PersonView,
    (item, reader): (&Item, &mut Reader),
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) -> bool {
    let mut is_asked = false;
    let selected = item.meeting(view).is_some_and(|ix| Some(ix) == ctx.selection);
    line_ui(ctx, selected, ui, |ui| match item {
        Item::Lead => lead_ui(ctx, view, ui, actions),
        Item::Nothing => nothing_ui(ctx, view, ui, actions),
        Item::Heading(section, count) => {
            heading_ui(ui, ctx.tokens, heading(view, *section), Some(*count));
            ui.add_space(2.0);
        }
        Item::Meeting(pos) => {
            if let Some(ix) = view.meetings.get(*pos) {
                meeting_line_ui(ctx, *ix, ui, actions);
            }
        }
        Item::Role(pos) => {
            if let Some(role) = view.roles.get(*pos) {
                role_line_ui(ctx, view, role, ui);
            }
        }
        Item::Met(pos) => {
            if let Some(met) = view.met.get(*pos) {
                met_line_ui(ctx, view, met, ui, actions);
            }
        }
        Item::Quote(pos, is_first) => {
            if let Some(said) = view.quotes.get(*pos) {
                said_ui(ctx, (said, *is_first, view.people.len() > 1), reader, ui, actions);
            }
        }
        Item::More(_, count) => {
            ui.add_space(space::SMALL);
            let name = tr!("page-show-more", count = *count);
            is_asked = button_ui(ui, ctx.tokens, None, &name, &name).clicked();
        }
        Item::End => ui.add_space(48.0),
    });
    is_asked
}

fn heading(view: &PersonView, section: Section) -> &'static str {
    match section {
        Section::Meetings if view.people.len() > 1 => tr!("page-common-meetings"),
        Section::Meetings => tr!("page-person-meetings"),
        Section::Roles => tr!("page-person-roles"),
        Section::Met(_) if view.people.len() > 1 => tr!("page-also-there"),
        Section::Met(Relation::OtherSide) => tr!("page-met"),
        Section::Met(Relation::Unknown) => tr!("page-met-unknown"),
        Section::Met(Relation::SameSide) => tr!("page-met-own"),
        Section::Quotes => tr!("page-person-quotes"),
    }
}

/// A table's row with a hairline below: a narrow cell, then the rest.
fn row_ui(
    ctx: &PageCtx<'_>,
    first: &str,
    ui: &mut Ui,
    second: impl FnOnce(&mut Ui),
    third: impl FnOnce(&mut Ui),
) {
    let t = ctx.tokens;
    let width = ui.available_width();
    let narrow = FIRST.min(width * FIRST_PART);
    let rest = width - narrow - 2.0 * space::MEDIUM;
    ui.add_space(5.0);
    let mut cells = Cells::new(ui);
    cells.cell(ui, narrow, Align::Min, |ui| {
        text_ui(ui, first, &Ink { line_height: 20.0, ..Ink::caption(t) });
    });
    cells.skip(space::MEDIUM);
    cells.cell(ui, rest * 0.5, Align::Min, second);
    cells.skip(space::MEDIUM);
    cells.cell(ui, rest * 0.5, Align::Min, third);
    cells.end(ui);
    ui.add_space(5.0);
    let (line, _) = ui.allocate_exact_size(vec2(width, 1.0), Sense::hover());
    ui.painter().rect_filled(line, 0.0, t.grid);
}

fn meeting_line_ui(ctx: &PageCtx<'_>, ix: EventIx, ui: &mut Ui, actions: &mut Vec<Action>) {
    let t = ctx.tokens;
    let dataset = ctx.document.dataset();
    let place = dataset.event(ix).and_then(|head| dataset.places.get(head.place?.pos()));
    let muted = Ink { line_height: 20.0, ..Ink::caption(t) };
    row_ui(
        ctx,
        &date_of(ctx, ix),
        ui,
        |ui| {
            meeting_ui(ctx, ix, &Ink::body(t), ui, actions);
        },
        |ui| {
            let mut facts = Pieces::default();
            facts.push_part(&kind_of(ctx, ix), &muted, &muted);
            facts.push_part(&cut(place.map_or("", |place| place)), &muted, &muted);
            facts.ui(ui);
        },
    );
}

fn times(count: usize) -> String {
    tr!("meetings", count = count)
}

/// "18–19 March 2021", or "from … to …" where that are two.
fn from_to(ctx: &PageCtx<'_>, first: EventIx, last: EventIx) -> String {
    if first == last {
        return date_of(ctx, first);
    }
    tr!("page-from-to", first = date_of(ctx, first), last = date_of(ctx, last))
}

fn role_line_ui(ctx: &PageCtx<'_>, view: &PersonView, held: &RoleHeld, ui: &mut Ui) {
    let t = ctx.tokens;
    row_ui(
        ctx,
        &times(held.meetings),
        ui,
        |ui| {
            text_ui(ui, &cut(&held.role), &Ink::body(t));
            if view.people.len() > 1 {
                let name = person_name(ctx.document.dataset(), held.person);
                text_ui(ui, &cut(name), &Ink::caption(t));
            }
        },
        |ui| {
            let ink = Ink { line_height: 20.0, ..Ink::caption(t) };
            text_ui(ui, &from_to(ctx, held.first, held.last), &ink);
        },
    );
}

fn met_line_ui(
    ctx: &PageCtx<'_>,
    view: &PersonView,
    met: &Met,
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    let t = ctx.tokens;
    let dataset = ctx.document.dataset();
    let side = dataset.people.get(met.person.pos()).and_then(|person| person.side);
    let mut added = false;
    let name = tr!("page-in-common-with", name = cut(person_name(dataset, met.person)));
    row_ui(
        ctx,
        &times(met.meetings),
        ui,
        |ui| {
            let width = ui.available_width();
            let beside = if width >= MIN_BESIDE { ADD } else { 0.0 };
            let mut cells = Cells::new(ui);
            cells.cell(ui, width - beside, Align::Min, |ui| {
                let ink = Ink { font: semibold(size::BODY), ..Ink::body(t) };
                person_ui(ctx, met.person, &ink.color(t.side(side)), ui, actions);
            });
            let mut add = |ui: &mut Ui| added = in_common_ui(ctx, &name, ui);
            if beside > 0.0 {
                cells.cell(ui, beside, Align::Min, add);
                cells.end(ui);
            } else {
                cells.end(ui);
                add(ui);
            }
        },
        |ui| {
            let ink = Ink { line_height: 20.0, ..Ink::caption(t) };
            text_ui(ui, &from_to(ctx, met.first, met.last), &ink);
        },
    );
    if added {
        let mut people = view.people.clone();
        people.push(met.person);
        actions.push(Action::Go(Page::People(people)));
    }
}

/// The link to what somebody has in common with the person; `name` tells it from that
/// of the next line.
fn in_common_ui(ctx: &PageCtx<'_>, name: &str, ui: &mut Ui) -> bool {
    let ink = Ink { line_height: 20.0, ..Ink::caption(ctx.tokens) };
    let response = link_ui(ui, tr!("page-in-common"), &ink);
    response.widget_info(|| WidgetInfo::labeled(Role::Link, ui.is_enabled(), name));
    response.on_hover_text(name).clicked()
}

fn said_ui(
    ctx: &PageCtx<'_>,
    (said, is_first, names_speaker): (&Said, bool, bool),
    reader: &mut Reader,
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    let t = ctx.tokens;
    let width = ui.available_width();
    let narrow = FIRST.min(width * FIRST_PART);
    ui.add_space(if is_first { 14.0 } else { 4.0 });
    let mut cells = Cells::new(ui);
    cells.cell(ui, narrow, Align::Min, |ui| {
        if is_first {
            let ink = Ink { line_height: 20.0, ..Ink::caption(t) };
            text_ui(ui, &date_of(ctx, said.event), &ink);
        }
    });
    cells.skip(space::MEDIUM);
    cells.cell(ui, width - narrow - space::MEDIUM, Align::Min, |ui| {
        if is_first {
            meeting_ui(ctx, said.event, &Ink::body(t), ui, actions);
            ui.add_space(space::SMALL);
        }
        let event = match reader.get(ctx.document, said.event, ui) {
            Read::There(event) => event,
            read => {
                unread_ui(ctx, (said.event, &read), ui, actions);
                return;
            }
        };
        if let Some(quote) = event.quotes.get(said.pos as usize) {
            let at = QuoteAt { ix: said.event, event: &event, quote, names_speaker };
            ui.push_id((said.event, said.pos), |ui| {
                quote_ui(ctx, at, &Ink::wording(t), ui, actions);
            });
        }
    });
    cells.end(ui);
    ui.add_space(10.0);
}
