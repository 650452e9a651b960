//! What is filtered by, as chips over the page: each can be taken away.

use egui::{Role, Ui, WidgetInfo};

use super::access::live;
use super::action::Action;
use super::command::Command;
use super::signs::{Sign, button_ui};
use super::text::{Ink, text_ui};
use super::tokens::Tokens;
use super::words::shortened;
use crate::find::{Query, QueryEdit, Vocabulary};
use crate::model::one_line;
use crate::tr;

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
        let (matching, total) = (ctx.matching, ctx.total);
        let text = if ctx.is_partial {
            tr!("chips-match-so-far", matching = matching, total = total)
        } else {
            tr!("chips-match", matching = matching, total = total)
        };
        let ink = Ink { line_height: 22.0, ..Ink::caption_strong(t) };
        let label = text_ui(ui, &text, &ink);
        label.widget_info(|| WidgetInfo::labeled(Role::Status, true, &text));
        if !ctx.is_partial {
            live(&label, false);
        }
        for chip in ctx.query.chips(ctx.vocabulary).into_iter().take(MOST) {
            let label = one_line(&chip.label, MOST_CHARS);
            let name = tr!("chips-take-away", label = label.as_str());
            let response = button_ui(ui, t, Some(Sign::Remove), &label, &name);
            if response.on_hover_text(tr!("chips-take-away-tip")).clicked() {
                let range = ctx.query.terms.get(chip.term).map(|term| term.range.clone());
                let text = ctx.query.text.clone();
                actions.extend(
                    range.map(|range| Action::Edit(QueryEdit::WithoutTerm { range, text })),
                );
            }
        }
        let problems = ctx.query.problems.iter().filter(|_| !ctx.is_typing);
        let name = Command::ClearQuery.text();
        if button_ui(ui, t, None, tr!("chips-clear"), name).clicked() {
            actions.push(Action::Run(Command::ClearQuery));
        }
        for problem in problems.take(3) {
            let ink = Ink { line_height: 22.0, ..Ink::caption(t).color(t.warning) };
            let text = tr!("chips-not-understood", problem = shortened(&problem.message));
            text_ui(ui, &text, &ink);
        }
    });
}
