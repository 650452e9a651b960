//! A dataset that could not be read: on a page of its own where there is nothing to be
//! shown of it, else in a bar over what was read before.

use egui::{Align, Layout, RichText, Role, ScrollArea, Ui, UiBuilder, vec2};

use super::access::{heading, live};
use super::action::Action;
use super::command::Command;
use super::dialogs::Fault;
use super::tokens::{Tokens, semibold, size, space};
use super::words::shortened;
use crate::tr;

/// The widest column of text on the page, in points.
const COLUMN: f32 = 560.0;

/// Says why a dataset could not be opened, and what to do.
pub fn trouble_page_ui(fault: &Fault, ui: &mut Ui, actions: &mut Vec<Action>) {
    let room = ui.available_rect_before_wrap();
    let width = COLUMN.min(room.width() - 2.0 * space::LARGE);
    let top = room.height() * 0.22;
    let place = egui::Rect::from_min_size(
        egui::pos2(room.center().x - width / 2.0, room.top() + top),
        vec2(width, room.height() - top - space::LARGE),
    );
    let builder = UiBuilder::new().max_rect(place).accessibility_role(Role::Alert);
    ui.scope_builder(builder, |ui| {
        let text = shortened(&fault.heading);
        let title = ui.add(egui::Label::new(RichText::new(&*text).heading()).wrap());
        heading(&title, &text, 1);
        live(&title, true);
        ui.add_space(space::SMALL);
        let highest = (ui.available_height() - 48.0).max(60.0);
        ScrollArea::vertical().id_salt("trouble").max_height(highest).show(ui, |ui| {
            let text = RichText::new(&fault.text).size(size::READING).line_height(Some(22.0));
            live(&ui.label(text), true);
        });
        ui.add_space(space::MEDIUM);
        ui.horizontal_wrapped(|ui| {
            if fault.can_retry && ui.button(tr!("fault-try-again")).clicked() {
                actions.push(Action::Run(Command::Reload));
            }
            if ui.button(tr!("fault-open-other")).clicked() {
                actions.push(Action::Run(Command::Open));
            }
            copy_ui(fault, ui, actions);
            if ui.button(tr!("close")).clicked() {
                actions.push(Action::DismissError);
            }
        });
    });
}

/// Says over an earlier state of a dataset that its file can not be read any more.
pub fn trouble_bar_ui(fault: &Fault, ui: &mut Ui, actions: &mut Vec<Action>) {
    let t = Tokens::of(ui);
    let builder = UiBuilder::new()
        .accessibility_role(Role::Alert)
        .layout(Layout::right_to_left(Align::Center));
    ui.scope_builder(builder, |ui| {
        ui.set_height(26.0);
        if ui.button(tr!("tab-hide")).clicked() {
            actions.push(Action::DismissError);
        }
        if ui.button(tr!("tab-show-trouble")).clicked() {
            actions.push(Action::ShowTrouble);
        }
        if fault.can_retry && ui.button(tr!("fault-try-again")).clicked() {
            actions.push(Action::Run(Command::Reload));
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.label(RichText::new("!").font(semibold(size::BODY)).color(t.warning));
            let text = RichText::new(shortened(&fault.heading)).font(semibold(size::BODY));
            live(&ui.label(text), true);
            let why = fault.text.lines().next().unwrap_or_default();
            let why = RichText::new(shortened(why)).color(t.text_muted);
            ui.add(egui::Label::new(why).truncate());
        });
    });
}

fn copy_ui(fault: &Fault, ui: &mut Ui, actions: &mut Vec<Action>) {
    if ui.button(tr!("fault-copy")).clicked() {
        let text = format!("{}\n{}", fault.heading, fault.text);
        actions.push(Action::Copy { clip: text.into(), what: tr!("fault-message") });
    }
}
