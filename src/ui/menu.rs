//! The bar at the top: menus, the search box, the dataset's title.

use std::path::PathBuf;

use egui::containers::menu::{MenuButton, MenuConfig};
use egui::{Align, Button, Layout, MenuBar, RichText, ScrollArea, Style, Ui, vec2};

use super::action::Action;
use super::command::{Command, Environment};
use super::menu_keys::MenuKeys;
use super::tokens::{Tokens, semibold, size, space};
use crate::tr;

/// What the bar shows.
pub struct MenuCtx<'a> {
    /// Which commands can be used.
    pub env: &'a Environment,
    /// The files opened before, the latest first.
    pub recent: &'a [PathBuf],
    /// The names of the dataset's kept views.
    pub views: &'a [String],
    /// The title of the open dataset.
    pub title: &'a str,
    /// Commands that are switched on, to be ticked.
    pub is_on: &'a dyn Fn(Command) -> bool,
    /// The colours.
    pub tokens: &'static Tokens,
}

/// With less room beside the menus, in points, the title is left out.
const MIN_FOR_TITLE: f32 = 330.0;

/// The menus, in their order.
const MENUS: [(Menu, &[Entry]); 5] = {
    use Command as C;
    use Entry::{Group, Item, Line, Recent, Size, Views};
    [
        (
            Menu::File,
            &[
                Item(C::Open),
                Recent,
                Item(C::OpenBundled),
                Item(C::Reload),
                Line,
                Item(C::CloseTab),
                Item(C::ReopenTab),
                Item(C::ToggleRestoring),
                Line,
                Item(C::SaveBrief),
                Line,
                Item(C::ToggleProblems),
                Line,
                Item(C::Quit),
            ],
        ),
        (
            Menu::Edit,
            &[
                Item(C::CopyMeeting),
                Item(C::CopyPage),
                Line,
                Item(C::CopyPlain),
                Item(C::CopyMarkdown),
                Item(C::CopyRich),
                Line,
                Item(C::CiteChicago),
                Item(C::CiteApa),
                Item(C::CiteMla),
                Line,
                Item(C::Search),
                Item(C::ClearQuery),
                Line,
                Item(C::ClearSelection),
            ],
        ),
        (
            Menu::View,
            &[
                Item(C::ShowTimeline),
                Item(C::ShowList),
                Item(C::ShowMatrix),
                Item(C::ShowCadence),
                Item(C::ShowAccounts),
                Item(C::Compare),
                Line,
                Item(C::SaveView),
                Views,
                Line,
                Item(C::FitAll),
                Item(C::FitSelection),
                Item(C::ZoomIn),
                Item(C::ZoomOut),
                Line,
                Group(
                    Menu::Lanes,
                    &[
                        Item(C::LanesByKind),
                        Item(C::LanesByIssueGroup),
                        Item(C::LanesByPlace),
                        Item(C::LanesPacked),
                    ],
                ),
                Item(C::ToggleFilters),
                Item(C::ToggleDetail),
                Item(C::ToggleTimeline),
                Item(C::ToggleChain),
                Line,
                Group(
                    Menu::Theme,
                    &[
                        Item(C::ThemeSystem),
                        Item(C::ThemeLight),
                        Item(C::ThemeDark),
                        Line,
                        Item(C::ToggleContrast),
                    ],
                ),
                Group(Menu::Size, &[Size, Item(C::Larger), Item(C::Smaller), Item(C::ActualSize)]),
                Group(
                    Menu::Language,
                    &[Item(C::LanguageSystem), Item(C::LanguageEnglish), Item(C::LanguageChinese)],
                ),
                Item(C::ToggleMotion),
            ],
        ),
        (
            Menu::Go,
            &[
                Item(C::Palette),
                Line,
                Item(C::NextMeeting),
                Item(C::PreviousMeeting),
                Item(C::NextOfKind),
                Item(C::PreviousOfKind),
                Item(C::FollowedMeeting),
                Item(C::FollowingMeeting),
                Item(C::NextOnIssue),
                Item(C::PreviousOnIssue),
                Line,
                Item(C::PanLeft),
                Item(C::PanRight),
                Line,
                Item(C::Back),
                Item(C::Forward),
                Line,
                Item(C::NextTab),
                Item(C::PreviousTab),
                Line,
                Item(C::NextPanel),
                Item(C::PreviousPanel),
            ],
        ),
        (Menu::Help, &[Item(C::Shortcuts), Item(C::About)]),
    ]
};

/// A menu of the bar, or one within another.
#[derive(Clone, Copy)]
enum Menu {
    File,
    Edit,
    View,
    Lanes,
    Theme,
    Size,
    Language,
    Go,
    Help,
}

impl Menu {
    fn name(self) -> &'static str {
        match self {
            Self::File => tr!("menu-file"),
            Self::Edit => tr!("menu-edit"),
            Self::View => tr!("menu-view"),
            Self::Lanes => tr!("menu-lanes"),
            Self::Theme => tr!("menu-theme"),
            Self::Size => tr!("menu-size"),
            Self::Language => tr!("menu-language"),
            Self::Go => tr!("menu-go"),
            Self::Help => tr!("menu-help"),
        }
    }
}

/// A row of a menu.
#[derive(Clone, Copy)]
enum Entry {
    /// A command.
    Item(Command),
    /// The recent files.
    Recent,
    /// The kept views.
    Views,
    /// How large everything is.
    Size,
    /// A menu within the menu.
    Group(Menu, &'static [Entry]),
    /// A line.
    Line,
}

/// egui's style of menus takes the frames off their buttons; what has the focus keeps it.
fn menu_style(style: &mut Style) {
    let ring = style.visuals.widgets.active.bg_stroke;
    egui::containers::menu::menu_style(style);
    style.visuals.widgets.active.bg_stroke = ring;
    // For pointers too, a button is to be large enough.
    style.spacing.button_padding = vec2(4.0, 2.0);
}

/// Shows the bar. `search_ui` shows the search box, so many points wide.
pub fn menu_bar_ui(
    ctx: &MenuCtx<'_>,
    search_ui: impl FnOnce(f32, &mut Ui, &mut Vec<Action>),
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    MenuBar::new().style(menu_style).config(MenuConfig::new().style(menu_style)).ui(ui, |ui| {
        ui.set_min_height(30.0);
        let mut keys = MenuKeys::begin(ui);
        for (menu, entries) in MENUS {
            let (name, shown) = MenuButton::new(menu.name()).ui(ui, |ui| {
                ui.set_min_width(230.0);
                // Where everything is shown large, a menu is higher than the window.
                let room = ui.ctx().content_rect().bottom() - ui.next_widget_position().y;
                let room = room - space::MEDIUM;
                // A menu takes the room that there is: by itself it would stop at 400 points.
                let scroll = ScrollArea::vertical().max_height(room);
                scroll.min_scrolled_height(room).show(ui, |ui| {
                    for entry in entries {
                        entry_ui(ctx, *entry, ui, actions);
                    }
                });
                keys.in_menu(ui);
            });
            keys.after_menu(&name, shown.is_some(), ui);
        }
        keys.end(ui);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(space::SMALL);
            let title = RichText::new(super::words::shortened(ctx.title))
                .font(semibold(size::BODY))
                .color(ctx.tokens.text);
            let left = ui.available_width();
            // In a narrow window, the search box needs the room more; the window's own title
            // names the dataset too.
            if left > MIN_FOR_TITLE {
                let width = (left * 0.36).max(80.0);
                ui.allocate_ui_with_layout(
                    vec2(width, 24.0),
                    Layout::right_to_left(Align::Center),
                    |ui| ui.add(egui::Label::new(title).truncate()),
                );
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add_space(space::LARGE);
                let width = ui.available_width().min(440.0);
                if width > 60.0 {
                    // A menu bar takes the frames off its fields and buttons.
                    let style = ui.ctx().global_style();
                    ui.set_style(style);
                    search_ui(width, ui, actions);
                }
            });
        });
    });
}

fn entry_ui(ctx: &MenuCtx<'_>, entry: Entry, ui: &mut Ui, actions: &mut Vec<Action>) {
    match entry {
        Entry::Line => {
            ui.separator();
        }
        Entry::Item(command) => command_ui(ctx, command, ui, actions),
        Entry::Recent => recent_ui(ctx, ui, actions),
        Entry::Views => views_ui(ctx, ui, actions),
        Entry::Size => {
            let percent = (ui.ctx().zoom_factor() * 100.0).round().to_string();
            ui.label(
                RichText::new(tr!("size-now", percent = percent)).color(ctx.tokens.text_muted),
            );
        }
        Entry::Group(menu, entries) => {
            ui.menu_button(menu.name(), |ui| {
                for entry in entries {
                    entry_ui(ctx, *entry, ui, actions);
                }
            });
        }
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

fn views_ui(ctx: &MenuCtx<'_>, ui: &mut Ui, actions: &mut Vec<Action>) {
    ui.add_enabled_ui(!ctx.views.is_empty(), |ui| {
        ui.menu_button(tr!("menu-saved-views"), |ui| {
            ui.set_min_width(230.0);
            for (pos, name) in ctx.views.iter().enumerate() {
                ui.horizontal(|ui| {
                    let name = super::words::shortened(name);
                    if ui.add(Button::new(&name).truncate()).clicked() {
                        actions.push(Action::OpenView(pos));
                        ui.close();
                    }
                    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                        let forget = ui.small_button(tr!("menu-forget"));
                        forget.widget_info(|| {
                            let text = tr!("menu-forget-view", name = name.as_str());
                            egui::WidgetInfo::labeled(egui::Role::Button, true, text)
                        });
                        if forget.clicked() {
                            actions.push(Action::ForgetView(pos));
                            ui.close();
                        }
                    });
                });
            }
        });
    });
}

fn recent_ui(ctx: &MenuCtx<'_>, ui: &mut Ui, actions: &mut Vec<Action>) {
    ui.add_enabled_ui(!ctx.recent.is_empty(), |ui| {
        ui.menu_button(tr!("menu-recent"), |ui| {
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
            if ui.button(tr!("menu-forget-recent")).clicked() {
                actions.push(Action::ForgetRecent);
                ui.close();
            }
        });
    });
}
