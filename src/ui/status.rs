//! The bar at the foot: how much is shown, what is wrong, which part of time.

use egui::{Align, Layout, RichText, Ui};

use super::action::Action;
use super::command::Command;
use super::tokens::{Tokens, size, space};
use crate::date::{Span, day_words, year_words, ymd_from_day};
use crate::model::one_line;
use crate::tr;

/// With less room than this beside the counts, in points, the file's name is left out.
const MIN_FOR_FILE: f32 = 330.0;

/// What the bar shows.
pub struct StatusCtx {
    /// Meetings in view.
    pub shown: usize,
    /// Meetings in all.
    pub total: usize,
    /// Whether more are still being read.
    pub is_growing: bool,
    /// What is open, by name.
    pub file: String,
    /// Problems in the file.
    pub problems: usize,
    /// The part of time in view, cut to what the dataset spans.
    pub range: Option<Span>,
    /// The colours.
    pub tokens: &'static Tokens,
}

/// Shows the bar.
pub fn status_ui(ctx: &StatusCtx, ui: &mut Ui, actions: &mut Vec<Action>) {
    ui.horizontal(|ui| {
        ui.set_min_height(22.0);
        let muted =
            |text: String| RichText::new(text).size(size::CAPTION).color(ctx.tokens.text_muted);
        let shown = if ctx.is_growing {
            tr!("status-in-view-so-far", shown = ctx.shown, total = ctx.total)
        } else {
            tr!("status-in-view", shown = ctx.shown, total = ctx.total)
        };
        ui.label(muted(shown));
        if ctx.problems > 0 {
            ui.add_space(space::MEDIUM);
            let text = tr!("problems-in-file", count = ctx.problems);
            let text = RichText::new(text).size(size::CAPTION).color(ctx.tokens.warning);
            let button = egui::Button::new(text).small();
            if ui.add(button).on_hover_text(tr!("status-problems-tip")).clicked() {
                actions.push(Action::Run(Command::ToggleProblems));
            }
        }
        // The window's title names it too.
        if ui.available_width() > MIN_FOR_FILE {
            ui.add_space(space::MEDIUM);
            ui.add(egui::Label::new(muted(one_line(&ctx.file, 60))).truncate());
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if let Some(range) = ctx.range {
                ui.label(muted(range_words(range)));
            }
        });
    });
}

/// A part of time in as many words as its length is worth.
pub fn range_words(span: Span) -> String {
    let last = span.end.saturating_sub(1).max(span.start);
    let ((first_year, ..), (last_year, ..)) = (ymd_from_day(span.start), ymd_from_day(last));
    let (from, to) = if last - span.start > 3 * 366 {
        (year_words(i32::from(first_year)), year_words(i32::from(last_year)))
    } else {
        (day_words(span.start), day_words(last))
    };
    if from == to {
        return from;
    }
    tr!("status-range", from = from, to = to)
}
