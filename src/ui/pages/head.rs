//! The head of a page: what it is, a line of facts, and what can be done with all of it.

use egui::{Align, Layout, Ui, vec2};

use super::PageCtx;
use crate::ui::action::Action;
use crate::ui::command::Command;
use crate::ui::signs::{Sign, button_ui};
use crate::ui::text::{Ink, cut, text_ui};
use crate::ui::tokens::space;

/// A page's title and facts, with the buttons at the right; `extra` stands under them.
pub(super) fn page_head_ui(
    ctx: &PageCtx<'_>,
    (title, facts): (&str, &str),
    ui: &mut Ui,
    actions: &mut Vec<Action>,
    extra: impl FnOnce(&mut Ui, &mut Vec<Action>),
) {
    let t = ctx.tokens;
    // The button that stands at the right comes last for the keyboard, too.
    const BUTTONS: f32 = 172.0;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::SMALL, 0.0);
        let width = (ui.available_width() - BUTTONS).max(120.0);
        ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
            ui.set_width(width);
            text_ui(ui, &cut(title), &Ink::title(t));
            if !facts.is_empty() {
                text_ui(ui, facts, &Ink::body(t).color(t.text_muted));
            }
        });
        ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
            let commands = [
                (Command::SaveBrief, None, "Save brief"),
                (Command::CopyPage, Some(Sign::Copy), "Copy"),
            ];
            for (command, sign, text) in commands {
                let response = button_ui(ui, t, sign, text, command.text());
                if response.on_hover_text(command.tooltip()).clicked() {
                    actions.push(Action::Run(command));
                }
            }
        });
    });
    ui.add_space(space::SMALL);
    extra(ui, actions);
}
