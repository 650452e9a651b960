//! What the open dataset is, and how to begin.

use egui::{Ui, vec2};

use super::legend::{kinds_ui, marks_ui};
use super::{DetailCtx, Introduction};
use crate::model::EventIx;
use crate::tr;
use crate::ui::access;
use crate::ui::action::Action;
use crate::ui::command::Command;
use crate::ui::text::{Ink, cut, flow, heading_ui, link_ui, long_text_ui, meeting_title, text_ui};
use crate::ui::tokens::{self, space};
use crate::ui::words::grouped;

pub(super) fn contents_ui(
    ctx: &DetailCtx<'_>,
    introduction: &Introduction,
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    let (t, dataset) = (ctx.tokens, ctx.document.dataset());
    let title = if dataset.title.is_empty() { tr!("untitled-dataset") } else { &dataset.title };
    let id = ui.scope_id();
    let response = long_text_ui(ui, t, id.with("title"), title, &Ink::title(t));
    access::heading(&response, &cut(title), 1);
    if !dataset.description.is_empty() {
        ui.add_space(space::SMALL);
        let ink = Ink::reading(t);
        long_text_ui(ui, t, id.with("description"), &dataset.description, &ink);
    }
    ui.add_space(space::LARGE);
    if introduction.is_growing {
        text_ui(ui, tr!("welcome-so-far"), &Ink::caption(t));
        ui.add_space(space::SMALL);
    }
    counts_ui(ctx, introduction, ui);
    if introduction.first.is_none() {
        ui.add_space(space::MEDIUM);
        text_ui(ui, tr!("welcome-nothing"), &Ink::reading(t));
        return;
    }
    range_ui(ctx, introduction, ui, actions);
    start_ui(ctx, introduction, ui, actions);
    heading_ui(ui, t, tr!("welcome-kinds"), None);
    kinds_ui(t, &introduction.kinds, ui);
    heading_ui(ui, t, tr!("welcome-marks"), None);
    marks_ui(t, ui);
}

/// Large figures over small words.
fn counts_ui(ctx: &DetailCtx<'_>, introduction: &Introduction, ui: &mut Ui) {
    let (t, dataset) = (ctx.tokens, ctx.document.dataset());
    let [meetings, quotes] = [dataset.events.len(), introduction.quotes as usize];
    let [people, issues, sources] =
        [dataset.people.len(), dataset.issues.len(), dataset.sources.len()];
    // What is counted, without its number.
    let counts = [
        (meetings, tr!("noun-meetings", count = meetings)),
        (quotes, tr!("noun-quotes", count = quotes)),
        (people, tr!("noun-people", count = people)),
        (issues, tr!("noun-issues", count = issues)),
        (sources, tr!("noun-sources", count = sources)),
    ];
    let figure = Ink { font: tokens::serif(22.0), color: t.text, line_height: 26.0 };
    let width = |text: &str, font: egui::FontId| {
        ui.painter().layout_no_wrap(text.to_owned(), font, t.text).size().x.ceil()
    };
    let columns: Vec<(String, String, f32)> = counts
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, name)| {
            let text = grouped(count);
            let caption = tokens::sans(tokens::size::CAPTION);
            let width = width(&text, figure.font.clone()).max(width(&name, caption));
            (text, name, width)
        })
        .collect();
    // In a narrow pane, the columns move together rather than beyond its edge.
    let taken: f32 = columns.iter().map(|(.., width)| width).sum();
    let gaps = columns.len().saturating_sub(1).max(1) as f32;
    let gap = ((ui.available_width() - taken) / gaps).floor().clamp(space::TIGHT, space::LARGE);
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing = vec2(gap, space::SMALL);
        ui.horizontal_top(|ui| {
            for (text, name, width) in &columns {
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.y = 0.0;
                    ui.set_width(*width);
                    text_ui(ui, text, &figure);
                    text_ui(ui, name, &Ink::caption(t));
                });
            }
        });
    });
}

/// From the first meeting to the last one.
fn range_ui(
    ctx: &DetailCtx<'_>,
    introduction: &Introduction,
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    let muted = Ink::body(ctx.tokens).color(ctx.tokens.text_muted);
    ui.add_space(space::MEDIUM);
    let ends = [(introduction.first, true), (introduction.last, false)];
    for (ix, is_first) in ends {
        let Some((ix, event)) = ix.and_then(|ix| Some((ix, ctx.document.dataset().event(ix)?)))
        else {
            continue;
        };
        flow(ui, |ui| {
            let date = event.when.words();
            let date = if is_first {
                tr!("welcome-first", date = date)
            } else {
                tr!("welcome-last", date = date)
            };
            text_ui(ui, &format!("{date} · "), &muted);
            select_ui(ctx, ix, &Ink::body(ctx.tokens), ui, actions);
        });
    }
}

/// A meeting's title as a link to it.
fn select_ui(ctx: &DetailCtx<'_>, ix: EventIx, ink: &Ink, ui: &mut Ui, actions: &mut Vec<Action>) {
    let Some(event) = ctx.document.dataset().event(ix) else { return };
    if link_ui(ui, &meeting_title(event.title), ink).clicked() {
        actions.push(Action::Select(ix));
    }
}

/// What to do first.
fn start_ui(
    ctx: &DetailCtx<'_>,
    introduction: &Introduction,
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    let t = ctx.tokens;
    heading_ui(ui, t, tr!("welcome-begin"), None);
    let ink = Ink::reading(t);
    text_ui(ui, tr!("welcome-click"), &ink);
    let richest = introduction.richest.and_then(|ix| ctx.document.dataset().event(ix));
    if let (Some(ix), Some(event)) = (introduction.richest, richest) {
        ui.add_space(space::TIGHT);
        flow(ui, |ui| {
            text_ui(ui, tr!("welcome-example-before"), &ink);
            select_ui(ctx, ix, &ink, ui, actions);
            let (date, count) = (event.when.words(), event.quote_count);
            text_ui(ui, &tr!("welcome-example-after", date = date, count = count), &ink);
        });
    }
    ui.add_space(space::SMALL);
    let hints = [
        Command::Search,
        Command::ToggleFilters,
        Command::ShowMatrix,
        Command::Palette,
        Command::NextMeeting,
        Command::FitAll,
        Command::Shortcuts,
    ];
    for command in hints {
        let Some(keys) = command.shortcut_text(ui.ctx()) else { continue };
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            let muted = Ink::caption(t);
            let width = 64.0;
            ui.scope(|ui| {
                ui.set_width(width);
                text_ui(ui, &keys, &Ink::caption_strong(t));
            });
            let text = command.text().trim_end_matches('…');
            text_ui(ui, text, &muted);
        });
    }
}
