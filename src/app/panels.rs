//! The window's panels, in the order in which they take their room.

use egui::{CentralPanel, Panel, Role, Ui};

use super::filtering::Answer;
use super::{ReadoutApp, Session, pane};
use crate::tr;
use crate::ui::access::{Place, landmark};
use crate::ui::action::Action;
use crate::ui::command::Command;
use crate::ui::detail;
use crate::ui::dialogs::{self, Progress};
use crate::ui::filters::{self, FiltersCtx};
use crate::ui::menu::{self, MenuCtx};
use crate::ui::pages::{PageCtx, wordings};
use crate::ui::palette::{self, PaletteCtx, Selected};
use crate::ui::problems;
use crate::ui::search::{self, SearchCtx, SearchState};
use crate::ui::status::{self, StatusCtx};
use crate::ui::tabbar;
use crate::ui::tokens::Tokens;
use crate::ui::trouble;

/// What takes longer than this shows how far it is.
const PROGRESS_AFTER: std::time::Duration = std::time::Duration::from_millis(300);

/// From this width on, in points, a window shows the panel of filters unless one has
/// chosen otherwise.
const WIDE: f32 = 1400.0;
/// The narrowest panel of filters, in points, and the widest one.
const MIN_FILTERS: f32 = 180.0;
const MAX_FILTERS: f32 = 400.0;
/// The lowest list of problems, in points, and the highest one.
const MIN_PROBLEMS: f32 = 120.0;
const MAX_PROBLEMS: f32 = 520.0;
/// Where there would be less room than this beside a panel, in points, it takes all of it:
/// in a narrow window, or where everything is shown large.
const MIN_MIDDLE: f32 = 280.0;
/// The narrowest pane beside the timeline, in points.
const MIN_DETAIL: f32 = 300.0;
/// The widest one.
const MAX_DETAIL: f32 = 640.0;

impl ReadoutApp {
    pub(super) fn panels(&mut self, ui: &mut Ui, actions: &mut Vec<Action>) {
        // The panels have no ground of their own: the window is cleared to its colour.
        // Where a processor paints, each covered pixel costs.
        let tokens = Tokens::of(ui);
        let bar = egui::Frame::new().inner_margin(egui::Margin::symmetric(10, 5));
        Panel::top("menu").frame(bar).show(ui, |ui| {
            landmark(ui, Place::Menus, Role::Banner, tr!("landmark-menu"));
            self.menu(tokens, ui, actions);
        });
        if self.others.len() > 0 {
            let frame = egui::Frame::new();
            let tabs = self.tab_items();
            let panel = Panel::top("tabs").frame(frame).resizable(false).show_separator_line(false);
            panel.show(ui, |ui| {
                landmark(ui, Place::Tabs, Role::Navigation, tr!("landmark-tabs"));
                tabbar::tab_bar_ui(&tabs, ui, actions);
            });
        }
        if let Some(fault) = self.tab.trouble.as_ref().filter(|_| self.tab.session.is_some()) {
            let frame = bar.fill(tokens.accent_wash);
            Panel::top("trouble").frame(frame).resizable(false).show(ui, |ui| {
                landmark(ui, Place::Trouble, Role::Region, tr!("landmark-trouble"));
                trouble::trouble_bar_ui(fault, ui, actions);
            });
        }
        let foot = egui::Frame::new().inner_margin(egui::Margin::symmetric(14, 2));
        Panel::bottom("status").frame(foot).show(ui, |ui| {
            landmark(ui, Place::Foot, Role::ContentInfo, tr!("landmark-status"));
            self.status(tokens, ui, actions);
        });
        self.problems_panel(tokens, ui, actions);
        if !self.filters_panel(tokens, ui, actions) && !self.detail_panel(tokens, ui, actions) {
            CentralPanel::no_frame().show(ui, |ui| self.middle(tokens, ui, actions));
        }
    }

    fn menu(&mut self, tokens: &'static Tokens, ui: &mut Ui, actions: &mut Vec<Action>) {
        let views = self.view_names();
        let env = self.environment();
        // Taken out while the bar reads the rest of the program.
        let mut search = std::mem::take(&mut self.tab.search);
        let title = self.tab.title();
        let is_on = |command| self.is_on(command);
        let ctx = MenuCtx {
            env: &env,
            recent: &self.settings.recent,
            views: &views,
            title: &title,
            is_on: &is_on,
            tokens,
        };
        let (session, state) = (self.tab.session.as_ref(), &mut search);
        let search_ui = |width: f32, ui: &mut Ui, actions: &mut Vec<Action>| {
            if let Some((session, answer)) = session.and_then(|s| Some((s, s.answer()?))) {
                ui.scope(|ui| {
                    landmark(ui, Place::Search, Role::Search, tr!("landmark-search"));
                    search_box(session, answer, state, (width, tokens), ui, actions);
                });
            }
        };
        menu::menu_bar_ui(&ctx, search_ui, ui, actions);
        self.tab.search = search;
    }

    /// Whether a command stands for something that is switched on.
    fn is_on(&self, command: Command) -> bool {
        use egui::ThemePreference;
        match command {
            Command::ThemeSystem => self.settings.theme == ThemePreference::System,
            Command::ThemeLight => self.settings.theme == ThemePreference::Light,
            Command::ThemeDark => self.settings.theme == ThemePreference::Dark,
            Command::ToggleContrast => self.settings.high_contrast,
            Command::ToggleMotion => self.settings.reduces_motion,
            Command::ToggleDetail if self.detail_is_alone => self.detail_is_in_front,
            Command::ToggleDetail => self.settings.shows_detail,
            Command::ToggleRestoring => self.settings.restores_tabs,
            Command::ToggleProblems => self.tab.shows_problems,
            Command::ToggleFilters => self.shows_filters,
            Command::ToggleChain => self.settings.shows_chain,
            Command::ToggleTimeline => self
                .tab
                .session
                .as_ref()
                .is_some_and(|s| self.settings.has_timeline_over(s.place().page.kind())),
            _ if command.copy_choice(self.settings.copy).is_some() => {
                command.copy_choice(self.settings.copy) == Some(self.settings.copy)
            }
            _ if command.language_choice().is_some() => {
                command.language_choice() == Some(self.settings.language)
            }
            _ if command.page().is_some() => {
                self.tab.session.as_ref().map(|s| &s.place().page) == command.page().as_ref()
            }
            _ => command.lane_choice() == Some(self.settings.lanes),
        }
    }

    fn status(&self, tokens: &'static Tokens, ui: &mut Ui, actions: &mut Vec<Action>) {
        let session = self.tab.session.as_ref();
        let dataset = session.map(|session| session.document.dataset());
        let seen = session.map(|session| session.view.span());
        let ctx = StatusCtx {
            is_growing: session.is_some_and(|session| session.is_growing),
            shown: session.map_or(0, Session::shown),
            total: dataset.map_or(0, |dataset| dataset.events.len()),
            file: session.map_or_else(String::new, |session| session.origin.name()),
            problems: session.map_or(0, |session| session.document.problems().total()),
            range: dataset
                .and_then(|dataset| dataset.span())
                .zip(seen)
                .and_then(|(all, seen)| all.intersection(&seen)),
            tokens,
        };
        status::status_ui(&ctx, ui, actions);
    }

    fn problems_panel(&mut self, tokens: &'static Tokens, ui: &mut Ui, actions: &mut Vec<Action>) {
        // Of a file that is still being read, nobody knows yet.
        let Some(session) = self.tab.session.as_ref().filter(|it| !it.is_growing) else { return };
        let frame = egui::Frame::new().fill(tokens.raised).inner_margin(12.0);
        let mut is_open = self.tab.shows_problems;
        let document = &session.document;
        let state = &mut self.tab.problems;
        let mut closes = false;
        let room = ui.available_height().min(MAX_PROBLEMS);
        let shown = Panel::bottom("problems")
            .frame(frame)
            .resizable(true)
            .default_size(240.0)
            .size_range(pane::sizes(ui, "problems", MIN_PROBLEMS, room))
            .show_collapsible(ui, &mut is_open, |ui| {
                landmark(ui, Place::Problems, Role::Region, tr!("landmark-problems"));
                let mut stays_open = true;
                problems::problems_ui(document, state, &mut stays_open, ui, actions);
                closes = !stays_open;
            });
        if let Some(shown) = shown {
            pane::keep(ui, "problems", room, shown.response.rect.height());
        }
        self.tab.shows_problems = is_open && !closes;
    }

    /// Tells whether nothing else has room beside it.
    fn filters_panel(
        &mut self,
        tokens: &'static Tokens,
        ui: &mut Ui,
        actions: &mut Vec<Action>,
    ) -> bool {
        let has_room = ui.available_width() >= WIDE;
        self.shows_filters = self.settings.shows_filters.unwrap_or(has_room);
        let Some(session) = &self.tab.session else { return false };
        let Some(answer) = session.answer().filter(|it| !it.facets.facets.is_empty()) else {
            return false;
        };
        if session.document.dataset().events.is_empty() {
            return false;
        }
        let sides = session.document.dataset().sides.iter().take(5);
        let side_names: Vec<&str> = sides.map(|side| side.shown_name()).collect();
        let mut is_open = self.shows_filters;
        let state = &mut self.tab.filters;
        let ctx = FiltersCtx {
            query: &answer.query,
            vocabulary: session.vocabulary(),
            facets: &answer.facets,
            generation: session.match_generation,
            view: session.view,
            side_names: &side_names,
            tokens,
        };
        if is_open && ui.available_width() < MIN_FILTERS + MIN_MIDDLE {
            alone_ui(Command::ToggleFilters, ui, actions, |ui, actions| {
                landmark(ui, Place::Filters, Role::Complementary, tr!("landmark-filters"));
                filters::filters_ui(&ctx, state, ui, actions);
            });
            return true;
        }
        let room = ui.available_width().min(MAX_FILTERS);
        let shown = Panel::left("filters")
            .frame(egui::Frame::NONE)
            .resizable(true)
            .default_size(248.0)
            .size_range(pane::sizes(ui, "filters", MIN_FILTERS, room))
            .show_collapsible(ui, &mut is_open, |ui| {
                landmark(ui, Place::Filters, Role::Complementary, tr!("landmark-filters"));
                filters::filters_ui(&ctx, state, ui, actions);
            });
        if let Some(shown) = shown {
            pane::keep(ui, "filters", room, shown.response.rect.width());
        }
        if is_open != self.shows_filters {
            self.shows_filters = is_open;
            self.settings.shows_filters = Some(is_open);
        }
        false
    }

    /// Tells whether nothing else has room beside it.
    fn detail_panel(
        &mut self,
        tokens: &'static Tokens,
        ui: &mut Ui,
        actions: &mut Vec<Action>,
    ) -> bool {
        self.detail_is_alone = ui.available_width() < MIN_DETAIL + MIN_MIDDLE;
        let Some(session) = &self.tab.session else { return false };
        let tab = self.tab.id;
        let detail = |ui: &mut Ui, actions: &mut Vec<Action>| {
            let name = match session.selection() {
                Some(_) => tr!("landmark-detail"),
                None => tr!("landmark-welcome"),
            };
            landmark(ui, Place::Pane, Role::Complementary, name);
            let ctx = detail::DetailCtx {
                document: &session.document,
                tokens,
                choice: self.settings.copy,
                needles: session.answer().map_or(&[], |answer| &answer.needles),
            };
            ui.push_id(tab, |ui| match (session.selected_meeting(), session.selection()) {
                (Some(meeting), _) => detail::meeting_ui(&ctx, meeting, ui, actions),
                (None, Some(ix)) => detail::reading_ui(&ctx, ix, ui),
                (None, None) => detail::welcome_ui(&ctx, &session.introduction, ui, actions),
            });
        };
        if self.detail_is_alone {
            if self.detail_is_in_front {
                alone_ui(Command::ToggleDetail, ui, actions, detail);
            }
            return self.detail_is_in_front;
        }
        let mut is_open = self.settings.shows_detail;
        // The timeline keeps at least as much room as the pane.
        let room = (ui.available_width() * 0.5).clamp(MIN_DETAIL, MAX_DETAIL);
        let shown = Panel::right("detail")
            .frame(egui::Frame::NONE)
            .resizable(true)
            .default_size(400.0)
            .size_range(pane::sizes(ui, "detail", MIN_DETAIL, room))
            .show_collapsible(ui, &mut is_open, |ui| detail(ui, actions));
        if let Some(shown) = shown {
            pane::keep(ui, "detail", room, shown.response.rect.width());
        }
        if is_open != self.settings.shows_detail {
            self.settings.shows_detail = is_open;
        }
        false
    }

    /// What stands over the window.
    pub(super) fn overlays(&mut self, ui: &mut Ui, actions: &mut Vec<Action>) {
        let views = self.view_names();
        let nothing = crate::model::Dataset::default();
        let session = self.tab.session.as_ref();
        let dataset = session.map_or(&nothing, |session| session.document.dataset());
        let env = self.environment();
        let (window, document) = (ui.ctx().clone(), session.map(|session| &session.document));
        let finding = &mut self.finding;
        let mut palette = PaletteCtx {
            env: &env,
            dataset,
            views: &views,
            selected: session.and_then(Session::selected_meeting).map(|meeting| {
                let choice = self.settings.copy;
                Selected { dataset, event: &meeting.event, choice }
            }),
            generation: self.generation,
            find: &mut |sought| finding.find(&window, document, sought),
        };
        palette::palette_ui(&mut palette, &mut self.palette, ui, actions);
        if let Some(name) = &mut self.tab.view_name {
            dialogs::save_view_ui(name, &views, ui, actions);
        }
        if let Some(session) = &self.tab.session {
            let page = PageCtx {
                document: &session.document,
                selection: session.selection(),
                choice: self.settings.copy,
                tokens: Tokens::of(ui),
            };
            wordings::wordings_ui(&page, &mut self.tab.page_states.wordings, ui, actions);
        }
        if self.shows_shortcuts && dialogs::shortcuts_ui(self.shortcuts_opened, ui) {
            self.shows_shortcuts = false;
        }
        if self.shows_about && dialogs::about_ui(&mut self.licences, ui) {
            self.shows_about = false;
        }
        self.offer_ui(ui, actions);
        if let Some(fault) = &self.fault {
            dialogs::fault_ui(fault, ui, actions);
        }
        if let Some(loading) = &self.tab.loading
            && loading.since.elapsed() > PROGRESS_AFTER
            && !loading.is_by_itself
        {
            let progress = Progress {
                name: loading.origin.name(),
                fraction: loading.job.fraction(),
                events: loading.job.events(),
                is_over_picture: session.is_some(),
            };
            dialogs::progress_ui(&progress, ui, actions);
        }
        if ui.input(|input| !input.raw.hovered_files.is_empty()) {
            drop_hint(ui);
        }
        self.toast.ui(ui);
    }
}

/// A panel that has all the room to itself, with a way back to what it covers.
fn alone_ui(
    toggle: Command,
    ui: &mut Ui,
    actions: &mut Vec<Action>,
    contents: impl FnOnce(&mut Ui, &mut Vec<Action>),
) {
    let margin = egui::Margin::symmetric(12, 2);
    Panel::top("way back").frame(egui::Frame::new().inner_margin(margin)).show(ui, |ui| {
        if ui.button(tr!("way-back")).on_hover_text(toggle.tooltip()).clicked() {
            actions.push(Action::Run(toggle));
        }
    });
    CentralPanel::no_frame().show(ui, |ui| contents(ui, actions));
}

/// The search box of an open dataset.
fn search_box(
    session: &Session,
    answer: &Answer,
    state: &mut SearchState,
    (width, tokens): (f32, &'static Tokens),
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    let dataset = session.document.dataset();
    let by_time = answer.matches.as_ref().map(|matches| matches.by_time.as_slice());
    let may_be = |ix| dataset.event(ix).is_some_and(|event| answer.filter.may_be(&event));
    let ctx = SearchCtx {
        document: &session.document,
        vocabulary: session.vocabulary(),
        text: &session.place().query,
        query: &answer.query,
        needles: &answer.needles,
        found: answer.ranked.as_deref().or(by_time),
        is_partial: answer.is_partial,
        may_be: &may_be,
        generation: session.match_generation,
        selection: session.selection(),
        tokens,
    };
    search::search_ui(&ctx, state, width, ui, actions);
}

/// Says that there is nothing to show, and what to do.
pub(super) fn empty_ui(
    heading: &str,
    text: &str,
    tokens: &Tokens,
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    let rect = ui.available_rect_before_wrap();
    let place = egui::Rect::from_center_size(rect.center(), egui::vec2(420.0, 140.0));
    ui.scope_builder(egui::UiBuilder::new().max_rect(place), |ui| {
        ui.vertical_centered(|ui| {
            ui.label(egui::RichText::new(heading).heading());
            ui.label(egui::RichText::new(text).color(tokens.text_muted));
            ui.add_space(crate::ui::tokens::space::SMALL);
            for command in [Command::Open, Command::OpenBundled] {
                if ui.button(command.text()).clicked() {
                    actions.push(Action::Run(command));
                }
            }
        });
    });
}

/// Says what a drop will do while a file is held over the window.
fn drop_hint(ui: &Ui) {
    let tokens = Tokens::of(ui);
    let rect = ui.ctx().content_rect();
    let layer = egui::LayerId::new(egui::Order::Foreground, egui::Id::unique("drop"));
    let painter = ui.ctx().layer_painter(layer);
    painter.rect_filled(rect, 0.0, tokens.canvas.gamma_multiply(0.85));
    let font = crate::ui::tokens::serif_semibold(crate::ui::tokens::size::TITLE);
    painter.text(rect.center(), egui::Align2::CENTER_CENTER, tr!("app-drop"), font, tokens.text);
}
