//! The bar at the top: menus, the palette's field, the dataset's title.

use std::path::PathBuf;

use egui::{Align, Button, Layout, MenuBar, RichText, Sense, Ui, vec2};

use super::action::Action;
use super::command::{Command, Environment};
use super::tokens::{Tokens, semibold, size, space};

/// What the bar shows.
pub struct MenuCtx<'a> {
    /// Which commands can be used.
    pub env: &'a Environment,
    /// The files opened before, the latest first.
    pub recent: &'a [PathBuf],
    /// The title of the open dataset.
    pub title: &'a str,
    /// Commands that are switched on, to be ticked.
    pub is_on: &'a dyn Fn(Command) -> bool,
    /// The colours.
    pub tokens: &'static Tokens,
}

/// The menus, by name.
const MENUS: [(&str, &[Entry]); 5] = {
    use Command as C;
    use Entry::{Item, Line, Recent};
    [
        (
            "File",
            &[
                Item(C::Open),
                Recent,
                Item(C::OpenBundled),
                Item(C::Reload),
                Line,
                Item(C::ToggleProblems),
                Line,
                Item(C::Quit),
            ],
        ),
        ("Edit", &[Item(C::CopyMeeting), Line, Item(C::ClearSelection)]),
        (
            "View",
            &[
                Item(C::FitAll),
                Item(C::FitSelection),
                Item(C::ZoomIn),
                Item(C::ZoomOut),
                Line,
                Item(C::LanesByKind),
                Item(C::LanesByIssueGroup),
                Item(C::LanesByPlace),
                Item(C::LanesPacked),
                Line,
                Item(C::ToggleDetail),
                Line,
                Item(C::ThemeSystem),
                Item(C::ThemeLight),
                Item(C::ThemeDark),
                Line,
                Item(C::ToggleMotion),
            ],
        ),
        (
            "Go",
            &[
                Item(C::Palette),
                Line,
                Item(C::NextMeeting),
                Item(C::PreviousMeeting),
                Item(C::NextOfKind),
                Item(C::PreviousOfKind),
                Item(C::FollowedMeeting),
                Line,
                Item(C::PanLeft),
                Item(C::PanRight),
                Line,
                Item(C::Back),
                Item(C::Forward),
            ],
        ),
        ("Help", &[Item(C::Shortcuts), Item(C::About)]),
    ]
};

/// A row of a menu.
#[derive(Clone, Copy)]
enum Entry {
    /// A command.
    Item(Command),
    /// The recent files.
    Recent,
    /// A line.
    Line,
}

/// Shows the bar.
pub fn menu_bar_ui(ctx: &MenuCtx<'_>, ui: &mut Ui, actions: &mut Vec<Action>) {
    MenuBar::new().ui(ui, |ui| {
        ui.set_min_height(30.0);
        for (name, entries) in MENUS {
            ui.menu_button(name, |ui| {
                ui.set_min_width(230.0);
                for entry in entries {
                    entry_ui(ctx, *entry, ui, actions);
                }
            });
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(space::SMALL);
            let title = RichText::new(super::words::shortened(ctx.title))
                .font(semibold(size::BODY))
                .color(ctx.tokens.text);
            let width = (ui.available_width() * 0.42).max(80.0);
            ui.allocate_ui_with_layout(
                vec2(width, 24.0),
                Layout::right_to_left(Align::Center),
                |ui| ui.add(egui::Label::new(title).truncate()),
            );
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add_space(space::LARGE);
                palette_field(ctx, ui, actions);
            });
        });
    });
}

/// A field that looks like what it opens.
fn palette_field(ctx: &MenuCtx<'_>, ui: &mut Ui, actions: &mut Vec<Action>) {
    let keys = Command::Palette.shortcut_text(ui).unwrap_or_default();
    let width = ui.available_width().min(380.0);
    if width < 60.0 {
        return;
    }
    let text = RichText::new("Find a meeting or a command").color(ctx.tokens.text_muted);
    let keys = RichText::new(keys).color(ctx.tokens.text_muted).size(size::CAPTION);
    // A menu bar takes frame and padding off its buttons; this one is to look like a field.
    ui.spacing_mut().button_padding.x = 10.0;
    let button = Button::new(text)
        .right_text(keys)
        .fill(ctx.tokens.raised)
        .stroke((1.0, ctx.tokens.line))
        .frame(true)
        .truncate();
    let response = ui.add_sized([width, 28.0], button.sense(Sense::click()));
    if response.on_hover_text(Command::Palette.tooltip()).clicked() {
        actions.push(Action::Run(Command::Palette));
    }
}

fn entry_ui(ctx: &MenuCtx<'_>, entry: Entry, ui: &mut Ui, actions: &mut Vec<Action>) {
    match entry {
        Entry::Line => {
            ui.separator();
        }
        Entry::Item(command) => command_ui(ctx, command, ui, actions),
        Entry::Recent => recent_ui(ctx, ui, actions),
    }
}

fn command_ui(ctx: &MenuCtx<'_>, command: Command, ui: &mut Ui, actions: &mut Vec<Action>) {
    let keys = command.shortcut_text(ui).unwrap_or_default();
    let keys = RichText::new(keys).color(ctx.tokens.text_muted).size(size::CAPTION);
    let is_on = (ctx.is_on)(command);
    let button = Button::selectable(is_on, command.text()).right_text(keys);
    let response = ui.add_enabled(command.is_available(ctx.env), button);
    if response.on_hover_text(command.tooltip()).clicked() {
        actions.push(Action::Run(command));
        ui.close();
    }
}

fn recent_ui(ctx: &MenuCtx<'_>, ui: &mut Ui, actions: &mut Vec<Action>) {
    ui.add_enabled_ui(!ctx.recent.is_empty(), |ui| {
        ui.menu_button("Open recent", |ui| {
            ui.set_min_width(230.0);
            for path in ctx.recent {
                let name = path.file_name().map_or_else(
                    || path.display().to_string(),
                    |name| name.to_string_lossy().into_owned(),
                );
                let button = Button::new(super::words::shortened(&name));
                if ui.add(button).on_hover_text(path.display().to_string()).clicked() {
                    actions.push(Action::OpenPath(path.clone()));
                    ui.close();
                }
            }
            ui.separator();
            if ui.button("Forget recent files").clicked() {
                actions.push(Action::ForgetRecent);
                ui.close();
            }
        });
    });
}
