//! The issues, aligned: stance and who raised it at each meeting, what changed, and the
//! quotes on demand.

use egui::{Frame, Margin, Ui};

use super::{CompareState, Field};
use crate::analysis::Topic;
use crate::analysis::comparison::{Change, ComparedCell, ComparedIssue, ComparedTopic};
use crate::export::words::person_name;
use crate::lang::list;
use crate::model::Event;
use crate::tr;
use crate::ui::action::Action;
use crate::ui::pages::parts::{short_names, wording_ui};
use crate::ui::signs::{Sign, quiet_button_ui, sign_ui};
use crate::ui::text::{Ink, cut, heading_ui, paged, rule_ui, text_ui};
use crate::ui::tokens::space;

pub(super) fn issues_ui(
    field: &Field<'_>,
    state: &mut CompareState,
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    // They are sorted: those that several meetings have come first.
    let issues = &field.comparison.issues;
    let shared = issues.partition_point(ComparedIssue::is_shared);
    let (shared, single) = issues.split_at(shared);
    for (salt, heading, rows) in [
        ("shared", tr!("page-issues-shared"), shared),
        ("single", tr!("page-issues-single"), single),
    ] {
        if rows.is_empty() {
            continue;
        }
        heading_ui(ui, field.ctx.tokens, heading, Some(rows.len()));
        paged(ui, field.ctx.tokens, salt, rows, |ui, number, row| {
            if number > 0 {
                rule_ui(ui, field.ctx.tokens, field.columns.total());
            }
            ui.add_space(6.0);
            ui.push_id(("issue", row.issue), |ui| issue_ui(field, row, state, ui, actions));
            ui.add_space(6.0);
        });
    }
}

fn issue_ui(
    field: &Field<'_>,
    row: &ComparedIssue,
    state: &mut CompareState,
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    field.columns.row_ui(ui, |ui, column| match column.checked_sub(1) {
        None => label_ui(field, row, state, ui),
        Some(pos) => {
            if let Some(cell) = row.cells.get(pos) {
                cell_ui(field, row, (pos, cell), ui);
            }
        }
    });
    if state.unfolded.contains(&row.issue) {
        ui.add_space(space::SMALL);
        field.columns.row_ui(ui, |ui, column| {
            let Some(pos) = column.checked_sub(1) else { return };
            let meeting = field.comparison.meetings.get(pos);
            if let Some((ComparedCell::There(topic), meeting)) = row.cells.get(pos).zip(meeting) {
                quotes_ui(field, topic, &meeting.event, ui, actions);
            }
        });
    }
}

/// The issue's name, and the button that shows the quotes on it.
fn label_ui(field: &Field<'_>, row: &ComparedIssue, state: &mut CompareState, ui: &mut Ui) {
    let (t, dataset) = (field.ctx.tokens, field.ctx.document.dataset());
    let name = dataset.issues.get(row.issue.pos()).map_or("", |issue| issue.shown_name());
    text_ui(ui, &cut(name), &Ink::body(t));
    let count = row.quote_count();
    if count == 0 {
        return;
    }
    let is_open = state.unfolded.contains(&row.issue);
    let sign = if is_open { Sign::Unfolded } else { Sign::Folded };
    let text = tr!("quotes", count = count);
    let label = if is_open {
        tr!("page-hide-quotes", count = count, issue = cut(name))
    } else {
        tr!("page-show-quotes", count = count, issue = cut(name))
    };
    if quiet_button_ui(ui, t, sign, &text, &label).clicked() && !state.unfolded.remove(&row.issue) {
        state.unfolded.insert(row.issue);
    }
}

fn cell_ui(
    field: &Field<'_>,
    row: &ComparedIssue,
    (pos, cell): (usize, &ComparedCell),
    ui: &mut Ui,
) {
    let t = field.ctx.tokens;
    let muted = Ink::body(t).color(t.text_muted);
    match cell {
        ComparedCell::Absent => {
            text_ui(ui, "–", &muted).on_hover_text(tr!("page-unmentioned"));
        }
        // That no source here has it does not mean that nobody raised it.
        ComparedCell::Dropped => change_ui(field, tr!("page-dropped"), ui),
        ComparedCell::There(topic) => {
            topic_ui(field, &topic.topic, ui);
            let before = pos.checked_sub(1).and_then(|before| row.cells.get(before));
            match (topic.change, before) {
                (Change::New, _) => change_ui(field, tr!("page-new"), ui),
                (Change::Changed { .. }, Some(ComparedCell::There(before))) => {
                    change_ui(field, &before_words(field, topic, &before.topic), ui);
                }
                _ => {}
            }
        }
    }
}

/// The stance and who raised it.
fn topic_ui(field: &Field<'_>, topic: &Topic, ui: &mut Ui) {
    let (t, dataset) = (field.ctx.tokens, field.ctx.document.dataset());
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        sign_ui(ui, topic.stance.into(), 20.0, t.text_muted);
        text_ui(ui, topic.stance.label(), &Ink::body(t));
    });
    let by = if topic.raised_by.is_empty() {
        tr!("page-raiser-unknown").to_owned()
    } else {
        tr!("page-raised-by", sides = short_names(dataset, &topic.raised_by))
    };
    text_ui(ui, &by, &Ink { line_height: 16.0, ..Ink::caption(t) });
}

/// What it was the time before, of what changed.
fn before_words(field: &Field<'_>, topic: &ComparedTopic, before: &Topic) -> String {
    let Change::Changed { stance, raised_by } = topic.change else { return String::new() };
    let mut parts = Vec::new();
    if stance {
        parts.push(before.stance.label().to_owned());
    }
    if raised_by {
        let names = short_names(field.ctx.document.dataset(), &before.raised_by);
        parts.push(tr!("page-raised-by", sides = names));
    }
    tr!("page-changed", before = list::clauses(&parts))
}

/// A word on what became of it, on the wash of what is chosen: no side's colour.
fn change_ui(field: &Field<'_>, text: &str, ui: &mut Ui) {
    let t = field.ctx.tokens;
    ui.add_space(2.0);
    let margin = Margin::symmetric(6, 1);
    Frame::new().fill(t.no_side_wash).corner_radius(4).inner_margin(margin).show(ui, |ui| {
        text_ui(ui, text, &Ink { line_height: 16.0, ..Ink::caption_strong(t) });
    });
}

/// The meeting's quotes on the issue.
fn quotes_ui(
    field: &Field<'_>,
    topic: &ComparedTopic,
    event: &Event,
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    let (t, dataset) = (field.ctx.tokens, field.ctx.document.dataset());
    if topic.quotes.is_empty() {
        text_ui(ui, tr!("page-no-quote"), &Ink::caption(t));
    }
    paged(ui, t, "quotes", &topic.quotes, |ui, number, pos| {
        let Some(quote) = event.quotes.get(*pos) else { return };
        if number > 0 {
            ui.add_space(space::MEDIUM - space::TIGHT);
        }
        let speaker = quote.speaker.and_then(|person| dataset.people.get(person.pos()));
        let name =
            quote.speaker.map_or(tr!("page-speaker-unknown"), |one| person_name(dataset, one));
        let side = speaker.and_then(|speaker| speaker.side);
        text_ui(ui, &cut(name), &Ink::caption_strong(t).color(t.side(side)));
        ui.push_id(*pos, |ui| wording_ui(field.ctx, &quote.wording, ui, actions));
    });
}
