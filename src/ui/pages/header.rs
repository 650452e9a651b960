//! What heads a page: its title, what it holds in figures, and what can be done with
//! it.

use egui::{Align, Layout, Sense, Ui, vec2};

use super::PageCtx;
use crate::tr;
use crate::ui::action::Action;
use crate::ui::command::Command;
use crate::ui::signs::{Sign, button_ui};
use crate::ui::text::{Ink, Pieces, cut, text_ui};
use crate::ui::tokens::space;

/// The margin of pages, at the left and the right.
pub(crate) const MARGIN: f32 = 20.0;

/// What a page's header says.
#[derive(Clone, Debug, Default)]
pub(crate) struct PageHeader {
    /// The title.
    pub title: String,
    /// Counts, first and last; parted by dots.
    pub facts: Vec<String>,
    /// What the reader must know to read the page right, such as that the filter hides
    /// some meetings; empty where there is nothing.
    pub note: String,
    /// Whether there is nothing yet to be copied or saved.
    pub is_empty: bool,
}

/// Of which meetings a page shows those that match.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Of {
    /// Of all meetings.
    All,
    /// Of those on an issue.
    Issue,
    /// Of those of a person.
    Person,
    /// Of those that several people have in common.
    InCommon,
}

/// "57 of 94 meetings on this issue match the filter"; empty where all do.
pub(crate) fn filter_note(shown: usize, total: usize, of: Of) -> String {
    if shown == total {
        return String::new();
    }
    match of {
        Of::All => tr!("page-filtered", shown = shown, total = total),
        Of::Issue => tr!("page-filtered-on-issue", shown = shown, total = total),
        Of::Person => tr!("page-filtered-of-person", shown = shown, total = total),
        Of::InCommon => tr!("page-filtered-in-common", shown = shown, total = total),
    }
}

/// Shows a page's header over the whole width, with a line below. `buttons` adds the
/// page's own, from the right, beside those that copy and save the page.
pub(crate) fn header_ui(
    ctx: &PageCtx<'_>,
    header: &PageHeader,
    ui: &mut Ui,
    actions: &mut Vec<Action>,
    buttons: impl FnOnce(&mut Ui, &mut Vec<Action>),
) {
    let t = ctx.tokens;
    let margin = egui::Margin { left: MARGIN as i8, right: MARGIN as i8, top: 14, bottom: 10 };
    egui::Frame::new().inner_margin(margin).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.set_width(ui.available_width());
        // The buttons come first, so that the title knows what room is left.
        ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
            ui.spacing_mut().item_spacing.x = space::SMALL;
            if !header.is_empty {
                page_buttons_ui(ctx, ui, actions);
            }
            buttons(ui, actions);
            ui.add_space(space::SMALL);
            let left = ui.available_width();
            ui.allocate_ui_with_layout(vec2(left, 0.0), Layout::top_down(Align::Min), |ui| {
                ui.set_width(left);
                title_ui(ctx, header, ui);
            });
        });
        ui.add_space(2.0);
        facts_ui(ctx, header, ui);
    });
    let (line, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), Sense::hover());
    ui.painter().rect_filled(line, 0.0, t.line);
}

fn title_ui(ctx: &PageCtx<'_>, header: &PageHeader, ui: &mut Ui) {
    let title = text_ui(ui, &cut(&header.title), &Ink::title(ctx.tokens));
    crate::ui::access::heading(&title, &cut(&header.title), 1);
}

fn facts_ui(ctx: &PageCtx<'_>, header: &PageHeader, ui: &mut Ui) {
    let t = ctx.tokens;
    let ink = Ink::body(t).color(t.text_muted);
    let mut facts = Pieces::default();
    for fact in header.facts.iter().filter(|fact| !fact.is_empty()) {
        facts.push_part(&cut(fact), &ink, &ink);
    }
    if !facts.is_empty() {
        facts.ui(ui);
    }
    if !header.note.is_empty() {
        text_ui(ui, &header.note, &Ink::body(t));
    }
}

/// The buttons that copy and save the page, from the right.
fn page_buttons_ui(ctx: &PageCtx<'_>, ui: &mut Ui, actions: &mut Vec<Action>) {
    let t = ctx.tokens;
    for (command, sign, text) in [
        (Command::SaveBrief, None, tr!("page-save-brief")),
        (Command::CopyPage, Some(Sign::Copy), tr!("page-copy")),
    ] {
        let response = button_ui(ui, t, sign, text, command.text());
        if response.on_hover_text(command.tooltip()).clicked() {
            actions.push(Action::Run(command));
        }
    }
}
