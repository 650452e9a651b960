//! Who took part, side by side.

use egui::{Align, Layout, Stroke, Ui};

use super::{DetailCtx, Meeting};
use crate::export::arrange::Delegation;
use crate::lang::list;
use crate::model::{Participant, Person};
use crate::tr;
use crate::ui::action::Action;
use crate::ui::page::Page;
use crate::ui::text::{Ink, Pieces, cut, heading_ui, paged, text_ui};
use crate::ui::tokens::space;
use crate::ui::underline;

/// Below this, a column's roles break into too many lines.
const MIN_COLUMN: f32 = 132.0;

/// How many sides are shown.
const MOST_SIDES: usize = 12;

pub(super) fn participants_ui(
    ctx: &DetailCtx<'_>,
    meeting: &Meeting,
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    let groups = &meeting.delegations;
    if groups.is_empty() {
        return;
    }
    if groups.iter().all(|group| group.side.is_none()) {
        heading_ui(
            ui,
            ctx.tokens,
            tr!("detail-participants"),
            Some(meeting.event.participants.len()),
        );
    } else {
        // The sides' names head their columns.
        ui.add_space(space::LARGE);
    }
    let fitting = ((ui.available_width() + space::MEDIUM) / (MIN_COLUMN + space::MEDIUM)).floor();
    let shown = groups.get(..MOST_SIDES).unwrap_or(groups);
    let count = shown.len().min(fitting.max(1.0) as usize);
    for (row, groups) in shown.chunks(count).enumerate() {
        if row > 0 {
            ui.add_space(space::SMALL);
        }
        ui.push_id(row, |ui| {
            ui.spacing_mut().item_spacing.x = space::MEDIUM;
            ui.columns(count, |columns| {
                for (ui, group) in columns.iter_mut().zip(groups) {
                    // Columns are justified, which tears the words of narrow texts
                    // apart.
                    ui.with_layout(Layout::top_down(Align::Min), |ui| {
                        ui.spacing_mut().item_spacing.y = 0.0;
                        delegation_ui(ctx, (meeting, group), ui, actions);
                    });
                }
            });
        });
    }
    let more = groups.len() - shown.len();
    if more > 0 {
        ui.add_space(space::SMALL);
        text_ui(ui, &tr!("more-sides", count = more), &Ink::caption(ctx.tokens));
    }
}

fn delegation_ui(
    ctx: &DetailCtx<'_>,
    (meeting, group): (&Meeting, &Delegation),
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    let t = ctx.tokens;
    let side = group.side.and_then(|side| ctx.document.dataset().sides.get(side.pos()));
    let name = match side {
        Some(side) => Some(side.shown_name()),
        // Alone, they need no name.
        None => (meeting.delegations.len() > 1).then_some(tr!("detail-others")),
    };
    if let Some(name) = name {
        text_ui(ui, &cut(name), &Ink::caption_strong(t).color(t.side(group.side)));
        ui.add_space(2.0);
    }
    paged(ui, t, "participants", &group.participants, |ui, pos, participant| {
        if pos > 0 {
            ui.add_space(6.0);
        }
        participant_ui(ctx, participant, ui, actions);
    });
}

fn participant_ui(
    ctx: &DetailCtx<'_>,
    participant: &Participant,
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    let t = ctx.tokens;
    let Some(person) = ctx.document.dataset().people.get(participant.person.pos()) else {
        return;
    };
    let (ink, muted) = (Ink::body(t), Ink::body(t).color(t.text_muted));
    let others = other_names(person);
    let mut name = Pieces::default();
    name.push(&cut(person.shown_name()), &ink);
    // A name in Chinese can break anywhere; it stands whole on a line of its own
    // before it is torn.
    if fits(ui, &format!("{}{others}", cut(person.shown_name())), &ink) {
        name.push(&others, &muted);
    } else if !others.is_empty() {
        name.push("\n", &ink);
        name.push(others.trim_start(), &muted);
    }
    let response = underline::link_ui(ui, name.0, Stroke::NONE, Stroke::new(1.0, t.text));
    let response = if person.aka.is_empty() {
        response
    } else {
        let spellings: Vec<_> =
            person.aka.iter().take(12).map(|name| cut(name).into_owned()).collect();
        response.on_hover_text(tr!("also-called", names = list::things(&spellings)))
    };
    if response.clicked() {
        actions.push(Action::Go(Page::People(vec![participant.person])));
    }
    let below = [participant.role.as_deref(), person.note.as_deref()];
    for text in below.into_iter().flatten().filter(|text| !text.is_empty()) {
        text_ui(ui, &cut(text), &Ink { line_height: 16.0, ..Ink::caption(t) });
    }
}

fn fits(ui: &Ui, text: &str, ink: &Ink) -> bool {
    let galley = ui.painter().layout_no_wrap(text.to_owned(), ink.font.clone(), ink.color);
    galley.size().x <= ui.available_width()
}

/// The names in other languages than the one that is shown, with a space before each.
pub(crate) fn other_names(person: &Person) -> String {
    let local = person.names.iter().map(|local| local.name.as_str());
    let names = std::iter::once(person.name.as_str()).chain(local);
    let names = names.filter(|name| !name.is_empty() && *name != person.shown_name());
    names.take(3).map(|name| format!(" {}", cut(name))).collect()
}
