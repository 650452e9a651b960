//! What a page says where it has nothing to show, and what there is to loosen.

use egui::Ui;

use super::PageCtx;
use crate::tr;
use crate::ui::action::Action;
use crate::ui::command::Command;
use crate::ui::signs::button_ui;
use crate::ui::text::{Ink, text_ui};
use crate::ui::tokens::space;

/// Says why there is nothing; where the filter hides meetings, with a button that shows
/// them all again.
pub(crate) fn empty_ui(
    ctx: &PageCtx<'_>,
    text: &str,
    is_hidden: bool,
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    let t = ctx.tokens;
    ui.add_space(space::LARGE);
    text_ui(ui, text, &Ink::reading(t).color(t.text_muted));
    if !is_hidden {
        return;
    }
    let how = tr!("page-loosen");
    text_ui(ui, how, &Ink::body(t).color(t.text_muted));
    ui.add_space(space::MEDIUM);
    let name = Command::ClearQuery.text();
    let response = button_ui(ui, t, None, name, name);
    if response.on_hover_text(Command::ClearQuery.tooltip()).clicked() {
        actions.push(Action::Run(Command::ClearQuery));
    }
}
