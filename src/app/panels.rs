//! The window's panels, in the order in which they take their room.

use egui::{CentralPanel, Panel, Ui};

use super::{ReadoutApp, Session};
use crate::export::clip::CopyChoice;
use crate::ui::action::Action;
use crate::ui::command::Command;
use crate::ui::detail;
use crate::ui::dialogs::{self, Progress};
use crate::ui::menu::{self, MenuCtx};
use crate::ui::palette;
use crate::ui::problems;
use crate::ui::status::{self, StatusCtx};
use crate::ui::timeline::{self as timeline_panel, TimelineCtx};
use crate::ui::tokens::Tokens;

/// What takes longer than this shows how far it is.
const PROGRESS_AFTER: std::time::Duration = std::time::Duration::from_millis(300);

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
        Panel::top("menu").frame(bar).show(ui, |ui| self.menu(tokens, ui, actions));
        let foot = egui::Frame::new().inner_margin(egui::Margin::symmetric(14, 2));
        Panel::bottom("status").frame(foot).show(ui, |ui| self.status(tokens, ui, actions));
        self.problems_panel(tokens, ui, actions);
        self.detail_panel(tokens, ui, actions);
        CentralPanel::no_frame().show(ui, |ui| self.canvas(tokens, ui, actions));
    }

    fn menu(&mut self, tokens: &'static Tokens, ui: &mut Ui, actions: &mut Vec<Action>) {
        let env = self.environment();
        let title = self.session.as_ref().map_or("", |s| s.document.dataset().title.as_str());
        let is_on = |command| self.is_on(command);
        let ctx =
            MenuCtx { env: &env, recent: &self.settings.recent, title, is_on: &is_on, tokens };
        menu::menu_bar_ui(&ctx, ui, actions);
    }

    /// Whether a command stands for something that is switched on.
    fn is_on(&self, command: Command) -> bool {
        use egui::ThemePreference;
        match command {
            Command::ThemeSystem => self.settings.theme == ThemePreference::System,
            Command::ThemeLight => self.settings.theme == ThemePreference::Light,
            Command::ThemeDark => self.settings.theme == ThemePreference::Dark,
            Command::ToggleMotion => self.settings.reduces_motion,
            Command::ToggleDetail => self.settings.shows_detail,
            Command::ToggleProblems => self.shows_problems,
            _ => command.lane_choice() == Some(self.settings.lanes),
        }
    }

    fn status(&self, tokens: &'static Tokens, ui: &mut Ui, actions: &mut Vec<Action>) {
        let session = self.session.as_ref();
        let dataset = session.map(|session| session.document.dataset());
        let seen = session.map(|session| session.view.span());
        let ctx = StatusCtx {
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
        let Some(session) = &self.session else { return };
        let frame = egui::Frame::new().fill(tokens.raised).inner_margin(12.0);
        let mut is_open = self.shows_problems;
        let document = &session.document;
        let state = &mut self.problems;
        let mut closes = false;
        Panel::bottom("problems")
            .frame(frame)
            .resizable(true)
            .default_size(240.0)
            .size_range(120.0..=520.0)
            .show_collapsible(ui, &mut is_open, |ui| {
                let mut stays_open = true;
                problems::problems_ui(document, state, &mut stays_open, ui, actions);
                closes = !stays_open;
            });
        self.shows_problems = is_open && !closes;
    }

    fn detail_panel(&mut self, tokens: &'static Tokens, ui: &mut Ui, actions: &mut Vec<Action>) {
        let Some(session) = &self.session else { return };
        let mut is_open = self.settings.shows_detail;
        // The timeline keeps at least as much room as the pane.
        let widest = (ui.available_width() * 0.5).min(MAX_DETAIL);
        Panel::right("detail")
            .frame(egui::Frame::NONE)
            .resizable(true)
            .default_size(400.0)
            .size_range(MIN_DETAIL..=widest.max(MIN_DETAIL))
            .show_collapsible(ui, &mut is_open, |ui| {
                let ctx = detail::DetailCtx {
                    document: &session.document,
                    tokens,
                    choice: CopyChoice::default(),
                };
                match session.selected_meeting() {
                    Some(meeting) => detail::meeting_ui(&ctx, meeting, ui, actions),
                    None => detail::welcome_ui(&ctx, &session.introduction, ui, actions),
                }
            });
        if is_open != self.settings.shows_detail {
            self.settings.shows_detail = is_open;
        }
    }

    fn canvas(&mut self, tokens: &'static Tokens, ui: &mut Ui, actions: &mut Vec<Action>) {
        let has_motion = self.has_motion();
        let Some(session) = &self.session else {
            if self.loading.is_none() {
                let text = "Open one, or look at the one that comes with Readout";
                empty_ui("No dataset is open", text, tokens, ui, actions);
            }
            return;
        };
        if session.document.dataset().events.is_empty() {
            let text = "Each object in `events` with a `title` and a `start` is one";
            empty_ui("This dataset has no meetings", text, tokens, ui, actions);
            return;
        }
        let ctx = TimelineCtx {
            document: &session.document,
            lanes: &session.lanes,
            overview: &session.overview,
            periods: &session.periods,
            shown: session.shown(),
            generation: session.generation,
            view: session.view,
            limits: session.limits,
            selection: session.selection(),
            tokens,
            has_motion,
        };
        timeline_panel::timeline_ui(&ctx, &mut self.timeline, ui, actions);
    }

    /// What stands over the window.
    pub(super) fn overlays(&mut self, ui: &mut Ui, actions: &mut Vec<Action>) {
        let nothing = crate::model::Dataset::default();
        let session = self.session.as_ref();
        let dataset = session.map_or(&nothing, |session| session.document.dataset());
        let env = self.environment();
        palette::palette_ui(&mut self.palette, &env, dataset, self.generation, ui, actions);
        if self.shows_shortcuts && dialogs::shortcuts_ui(self.shortcuts_opened, ui) {
            self.shows_shortcuts = false;
        }
        if self.shows_about && dialogs::about_ui(ui) {
            self.shows_about = false;
        }
        if let Some(fault) = &self.fault {
            dialogs::fault_ui(fault, ui, actions);
        }
        if let Some(loading) = &self.loading
            && loading.since.elapsed() > PROGRESS_AFTER
        {
            let progress = Progress {
                name: loading.origin.name(),
                fraction: loading.job.fraction(),
                events: loading.job.events(),
            };
            dialogs::progress_ui(&progress, ui, actions);
        }
        if ui.input(|input| !input.raw.hovered_files.is_empty()) {
            drop_hint(ui);
        }
        self.toast.ui(ui);
    }
}

/// Says that there is nothing to show, and what to do.
fn empty_ui(heading: &str, text: &str, tokens: &Tokens, ui: &mut Ui, actions: &mut Vec<Action>) {
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
    painter.text(
        rect.center(),
        egui::Align2::CENTER_CENTER,
        "Drop the file to open it",
        font,
        tokens.text,
    );
}
