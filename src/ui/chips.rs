//! What is filtered by, as chips over the page: each can be taken away.

use egui::{Role, Ui, WidgetInfo};

use super::action::Action;
use super::command::Command;
use super::signs::{Sign, button_ui};
use super::text::{Ink, text_ui};
use super::tokens::Tokens;
use super::words::{grouped, shortened};
use crate::find::{Query, QueryEdit, Vocabulary};
use crate::model::one_line;

/// The most chips that are shown; what is beyond stands in the search box.
const MOST: usize = 24;

/// The most characters of a chip.
const MOST_CHARS: usize = 60;

/// What the chips show.
pub struct ChipsCtx<'a> {
    /// The query.
    pub query: &'a Query,
    /// What can be asked for.
    pub vocabulary: &'a Vocabulary,
    /// How many meetings match.
    pub matching: usize,
    /// How many there are.
    pub total: usize,
    /// Whether not all meetings were searched yet.
    pub is_partial: bool,
    /// Whether the query is being typed: then nothing is called wrong yet.
    pub is_typing: bool,
    /// The colours.
    pub tokens: &'static Tokens,
}

/// Shows how many match, the chips, and a way to take them all away.
pub fn chips_ui(ctx: &ChipsCtx<'_>, ui: &mut Ui, actions: &mut Vec<Action>) {
    let t = ctx.tokens;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(6.0, 4.0);
        ui.spacing_mut().interact_size.y = 0.0;
        let so_far = if ctx.is_partial { " so far" } else { "" };
        let text =
            format!("{} of {} meetings match{so_far}", grouped(ctx.matching), grouped(ctx.total));
        let ink = Ink { line_height: 22.0, ..Ink::caption_strong(t) };
        let label = text_ui(ui, &text, &ink);
        label.widget_info(|| WidgetInfo::labeled(Role::Status, true, &text));
        for chip in ctx.query.chips(ctx.vocabulary).into_iter().take(MOST) {
            let label = one_line(&chip.label, MOST_CHARS);
            let name = format!("Take away: {label}");
            let response = button_ui(ui, t, Some(Sign::Remove), &label, &name);
            if response.on_hover_text("Take this away").clicked() {
                let range = ctx.query.terms.get(chip.term).map(|term| term.range.clone());
                let text = ctx.query.text.clone();
                actions.extend(
                    range.map(|range| Action::Edit(QueryEdit::WithoutTerm { range, text })),
                );
            }
        }
        let problems = ctx.query.problems.iter().filter(|_| !ctx.is_typing);
        let name = Command::ClearQuery.text();
        if button_ui(ui, t, None, "Clear all", name).clicked() {
            actions.push(Action::Run(Command::ClearQuery));
        }
        for problem in problems.take(3) {
            let ink = Ink { line_height: 22.0, ..Ink::caption(t).color(t.warning) };
            text_ui(ui, &format!("Not understood: {}", shortened(&problem.message)), &ink);
        }
    });
}
