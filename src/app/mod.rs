//! The program: its state, the one place where it changes, jobs in the background.
//!
//! Each frame goes `logic` (results of jobs, keys, glides) → `ui` (panels push
//! actions) → `act` (the state changes). See [`act`](self) for what each action
//! does.

mod act;
mod loading;
mod session;
mod settings;

use std::path::PathBuf;
use std::time::Duration;

use eframe::Frame;
use egui::{CentralPanel, Context, Panel, Ui};

pub use loading::{BUNDLED, Origin};
pub use session::Session;
pub use settings::Settings;

use crate::ui::action::Action;
use crate::ui::command::{Command, Environment};
use crate::ui::dialogs::{self, Fault, Progress};
use crate::ui::menu::{self, MenuCtx};
use crate::ui::palette::{self, PaletteState};
use crate::ui::problems::{self, ProblemsState};
use crate::ui::status::{self, StatusCtx};
use crate::ui::timeline::{self as timeline_panel, TimelineCtx, TimelineState};
use crate::ui::toast::Toast;
use crate::ui::tokens::Tokens;
use crate::ui::{detail, theme};
use loading::{Choice, Choosing, Loading, Outcome};

/// The name under which the desktop knows the program, and settings are kept.
pub const APP_ID: &str = "readout";
/// What takes longer than this, in seconds, shows how far it is.
const PROGRESS_AFTER_SECS: f64 = 0.3;
/// How often progress is looked at, in milliseconds.
const PROGRESS_EVERY_MS: u64 = 100;

/// The program.
pub struct ReadoutApp {
    settings: Settings,
    session: Option<Session>,
    loading: Option<Loading>,
    choosing: Option<Choosing>,
    fault: Option<Fault>,
    timeline: TimelineState,
    palette: PaletteState,
    problems: ProblemsState,
    toast: Toast,
    shows_problems: bool,
    shows_shortcuts: bool,
    shows_about: bool,
    generation: u64,
    window_title: String,
}

impl ReadoutApp {
    /// The program as it starts: with a file, or with the bundled dataset.
    pub fn new(cc: &eframe::CreationContext<'_>, file: Option<PathBuf>) -> Self {
        let settings: Settings = cc
            .storage
            .and_then(|storage| eframe::get_value(storage, settings::KEY))
            .unwrap_or_default();
        Self::with_settings(&cc.egui_ctx, settings, file)
    }

    /// The program with given settings, without a storage to read them from.
    pub fn with_settings(ctx: &Context, settings: Settings, file: Option<PathBuf>) -> Self {
        theme::install_fonts(ctx);
        theme::install_styles(ctx);
        ctx.set_theme(settings.theme);
        let mut app = Self {
            settings,
            session: None,
            loading: None,
            choosing: None,
            fault: None,
            timeline: TimelineState::default(),
            palette: PaletteState::default(),
            problems: ProblemsState::default(),
            toast: Toast::default(),
            shows_problems: false,
            shows_shortcuts: false,
            shows_about: false,
            generation: 0,
            window_title: String::new(),
        };
        app.load(ctx, file.map_or(Origin::Bundled, Origin::File));
        app
    }

    /// The open dataset.
    pub fn session(&self) -> Option<&Session> {
        self.session.as_ref()
    }

    /// The message that stands over the window.
    pub fn fault(&self) -> Option<&Fault> {
        self.fault.as_ref()
    }

    /// The settings.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The word at the foot of the window.
    pub fn toast_text(&self) -> &str {
        self.toast.text()
    }

    /// Whether a file is being read.
    pub fn is_loading(&self) -> bool {
        self.loading.is_some()
    }

    /// Whether the problems are shown.
    pub fn shows_problems(&self) -> bool {
        self.shows_problems
    }

    /// The picture of the timeline as it was shown last.
    pub fn scene(&self) -> &crate::timeline::Scene {
        self.timeline.scene()
    }

    fn has_motion(&self) -> bool {
        !self.settings.reduces_motion
    }

    fn environment(&self) -> Environment {
        let session = self.session.as_ref();
        Environment {
            has_meetings: session.is_some_and(|s| !s.document.dataset().events.is_empty()),
            has_file: session.is_some_and(|s| matches!(s.origin, Origin::File(_))),
            has_selection: session.is_some_and(|s| s.selection().is_some()),
            has_followed: session.is_some_and(|s| s.followed().is_some()),
            can_go_back: session.is_some_and(|s| s.history.can_go_back()),
            can_go_forward: session.is_some_and(|s| s.history.can_go_forward()),
        }
    }

    /// Begins to read. What was being read is dropped; what is open stays open
    /// until the new dataset is there.
    fn load(&mut self, ctx: &Context, origin: Origin) {
        self.loading = None;
        self.fault = None;
        self.loading = Some(Loading::start(ctx, origin));
        ctx.request_repaint();
    }

    fn poll_loading(&mut self, ctx: &Context) {
        let Some(loading) = &self.loading else { return };
        match loading.poll() {
            Outcome::Pending => {
                ctx.request_repaint_after(Duration::from_millis(PROGRESS_EVERY_MS));
            }
            Outcome::Opened(document) => {
                let origin = loading.origin.clone();
                self.loading = None;
                self.open(ctx, document, origin);
            }
            Outcome::Failed(error) => {
                let name = loading.origin.name();
                let is_cancelled = error.is_cancelled();
                self.loading = None;
                if !is_cancelled {
                    // For those who started the program from a terminal.
                    eprintln!("readout: {name}: {error}");
                    let heading = format!("{name} could not be opened");
                    self.fault = Some(Fault { heading, text: error.to_string() });
                }
            }
            Outcome::Lost => {
                let heading = format!("{} could not be opened", loading.origin.name());
                let text = "Reading it ended without an answer. This is a defect of Readout; \
                            nothing was changed."
                    .to_owned();
                self.loading = None;
                self.fault = Some(Fault { heading, text });
            }
        }
    }

    fn open(
        &mut self,
        ctx: &Context,
        document: std::sync::Arc<crate::load::Document>,
        origin: Origin,
    ) {
        self.generation += 1;
        let mut session =
            Session::new(document, origin.clone(), self.settings.lanes, self.generation);
        let before = self.session.take().filter(|before| before.origin == origin);
        if let Some(before) = &before {
            session.keep_place_of(before);
        }
        if let Origin::File(path) = &origin {
            // Absolute, since the next start may be in another folder.
            let path = std::path::absolute(path).unwrap_or_else(|_| path.clone());
            self.settings.remember(&path);
        }
        let problems = session.document.problems().total();
        if problems > 0 || before.is_some() {
            let verb = if before.is_some() { "Reloaded" } else { "Opened" };
            let rest = match problems {
                0 => String::new(),
                1 => ", with 1 problem".to_owned(),
                count => format!(", with {count} problems"),
            };
            self.toast.say(ctx, format!("{verb}{rest}"));
        }
        self.shows_problems &= problems > 0;
        self.problems = ProblemsState::default();
        self.timeline.reset();
        self.session = Some(session);
        ctx.request_repaint();
    }

    fn poll_choosing(&mut self, ctx: &Context) {
        let Some(choosing) = &self.choosing else { return };
        match choosing.poll() {
            Choice::Pending => return,
            Choice::File(path) => self.load(ctx, Origin::File(path)),
            Choice::Nothing => {}
            Choice::NoDialog => {
                let heading = "The system shows no file dialog".to_owned();
                let text = "Drop a file on this window instead, or start `readout FILE`. On \
                            Linux, the dialog comes with a desktop portal \
                            (xdg-desktop-portal) or with zenity."
                    .to_owned();
                self.fault = Some(Fault { heading, text });
            }
        }
        self.choosing = None;
    }

    fn take_dropped_files(&mut self, ctx: &Context) {
        let dropped = ctx.input(|input| input.raw.dropped_files.clone());
        if let Some(file) = dropped.first() {
            let path = file.path().to_owned();
            self.load(ctx, Origin::File(path));
            if dropped.len() > 1 {
                self.toast.say(ctx, "One file at a time: the first one is being opened");
            }
        }
    }

    fn title_window(&mut self, ctx: &Context) {
        let title = match &self.session {
            Some(session) => {
                let title = &session.document.dataset().title;
                let name = if title.is_empty() { session.origin.name() } else { title.clone() };
                format!("{} – Readout", timeline_panel::shortened(&name))
            }
            None => "Readout".to_owned(),
        };
        if title != self.window_title {
            ctx.send_viewport_cmd(egui::ViewportCommand::Title(title.clone()));
            self.window_title = title;
        }
    }

    /// Keys, unless something over the window has them.
    fn take_keys(&mut self, ctx: &Context, frame: Option<&Frame>) {
        let is_covered = self.palette.is_open
            || self.fault.is_some()
            || self.shows_about
            || self.shows_shortcuts
            || egui::Popup::is_any_open(ctx);
        if is_covered {
            return;
        }
        for command in Command::take_pressed(ctx, &self.environment()) {
            self.act(ctx, frame, Action::Run(command));
        }
    }

    fn panels(&mut self, ui: &mut Ui, actions: &mut Vec<Action>) {
        let tokens = Tokens::of(ui);
        let bar =
            egui::Frame::new().fill(tokens.panel).inner_margin(egui::Margin::symmetric(10, 5));
        Panel::top("menu").frame(bar).show(ui, |ui| self.menu(tokens, ui, actions));
        let foot =
            egui::Frame::new().fill(tokens.panel).inner_margin(egui::Margin::symmetric(14, 2));
        Panel::bottom("status").frame(foot).show(ui, |ui| self.status(tokens, ui, actions));
        self.problems_panel(tokens, ui);
        self.detail_panel(tokens, ui, actions);
        let canvas = egui::Frame::new().fill(tokens.canvas);
        CentralPanel::default().frame(canvas).show(ui, |ui| self.canvas(tokens, ui, actions));
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
            problems: session.map_or(0, |session| session.document.problems().total()),
            range: dataset
                .and_then(|dataset| dataset.span())
                .zip(seen)
                .and_then(|(all, seen)| all.intersection(&seen)),
            tokens,
        };
        status::status_ui(&ctx, ui, actions);
    }

    fn problems_panel(&mut self, tokens: &'static Tokens, ui: &mut Ui) {
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
                problems::problems_ui(document, state, &mut stays_open, ui);
                closes = !stays_open;
            });
        self.shows_problems = is_open && !closes;
    }

    fn detail_panel(&mut self, tokens: &'static Tokens, ui: &mut Ui, actions: &mut Vec<Action>) {
        let Some(session) = &self.session else { return };
        let frame = egui::Frame::new().fill(tokens.panel);
        let mut is_open = self.settings.shows_detail;
        Panel::right("detail")
            .frame(frame)
            .resizable(true)
            .default_size(400.0)
            .size_range(300.0..=640.0)
            .show_collapsible(ui, &mut is_open, |ui| {
                let ctx = detail::DetailCtx { document: &session.document, tokens };
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
    fn overlays(&mut self, ui: &mut Ui, actions: &mut Vec<Action>) {
        if let Some(session) = &self.session {
            let (env, dataset) = (self.environment(), session.document.dataset());
            let generation = session.generation;
            palette::palette_ui(&mut self.palette, &env, dataset, generation, ui, actions);
        }
        if self.shows_shortcuts && dialogs::shortcuts_ui(ui) {
            self.shows_shortcuts = false;
        }
        if self.shows_about && dialogs::about_ui(ui) {
            self.shows_about = false;
        }
        if let Some(fault) = &self.fault {
            dialogs::fault_ui(fault, ui, actions);
        }
        if let Some(loading) = &self.loading
            && ui.input(|input| input.time) - loading.since > PROGRESS_AFTER_SECS
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

impl ReadoutApp {
    /// What a frame begins with: results of jobs, dropped files, glides.
    pub fn before_frame(&mut self, ctx: &Context) {
        self.poll_loading(ctx);
        self.poll_choosing(ctx);
        self.take_dropped_files(ctx);
        self.title_window(ctx);
        let now = ctx.input(|input| input.time);
        if self.session.as_mut().is_some_and(|session| session.advance(now)) {
            ctx.request_repaint();
        }
    }

    /// A frame's panels, and what the user did in them. Without a window there is
    /// no `frame`, and dialogs have no parent.
    pub fn frame_ui(&mut self, ui: &mut Ui, frame: Option<&Frame>) {
        let mut actions = Vec::new();
        let ctx = ui.ctx().clone();
        // Panels first: a field that has the focus takes its keys before shortcuts do.
        self.panels(ui, &mut actions);
        self.take_keys(&ctx, frame);
        self.overlays(ui, &mut actions);
        for action in actions {
            self.act(&ctx, frame, action);
        }
    }

    /// Shows a part of time at once, for tests and benches.
    pub fn show_view(&mut self, view: crate::timeline::View, now: f64) {
        if let Some(session) = &mut self.session {
            session.show(view, true, now, false);
        }
    }
}

/// The window's options: name, icon, size.
pub fn native_options() -> eframe::NativeOptions {
    let icon =
        eframe::icon_data::from_png_bytes(include_bytes!("../../assets/icon/readout-256.png"));
    let mut viewport = egui::ViewportBuilder::default()
        .with_app_id(APP_ID)
        .with_title("Readout")
        .with_inner_size([1280.0, 800.0])
        .with_min_inner_size([640.0, 420.0])
        .with_drag_and_drop(true);
    if let Ok(icon) = icon {
        viewport = viewport.with_icon(icon);
    }
    eframe::NativeOptions { viewport, ..Default::default() }
}

impl eframe::App for ReadoutApp {
    fn logic(&mut self, ctx: &Context, _frame: &mut Frame) {
        self.before_frame(ctx);
    }

    fn ui(&mut self, ui: &mut Ui, frame: &mut Frame) {
        self.frame_ui(ui, Some(frame));
    }

    fn save(&mut self, storage: &mut dyn eframe::Storage) {
        eframe::set_value(storage, settings::KEY, &self.settings);
    }
}
