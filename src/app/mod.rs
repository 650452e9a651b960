//! The program: its state, the one place where it changes, jobs in the background.
//!
//! Each frame goes `logic` (results of jobs, keys, glides) → `ui` (panels push
//! actions) → `act` (the state changes). See [`act`](self) for what each action
//! does.

mod act;
pub mod aftermath;
mod announce;
mod background;
mod briefs;
mod clipboard;
mod filtering;
#[cfg(test)]
mod growing_tests;
mod history;
mod keeping;
mod language;
mod loading;
mod middle;
mod opening;
mod others;
mod pace;
mod palette;
mod pane;
mod panels;
mod place;
mod restoring;
mod saved;
pub mod saving;
mod session;
mod settings;
mod starting;
mod studies;
mod tab;
mod tabs;
mod views;
mod watching;
pub mod window;
mod zoom;

use std::path::PathBuf;
use std::sync::mpsc::Receiver;
use std::time::{Duration, Instant};

use eframe::Frame;
use egui::{Context, Ui};

pub use keeping::Kept;
pub use loading::{BUNDLED, Loading, Origin, Outcome, Prepared};
pub use place::Place;
pub use restoring::first_origin;
pub use session::Session;
pub use settings::Settings;
pub use window::native_options;

use crate::export::clip::Clip;
use crate::host::crash;
use crate::host::instance::Request;
use crate::lang;
use crate::ui::access::{self, Speaker};
use crate::ui::action::Action;
use crate::ui::command::{Command, Environment};
use crate::ui::dialogs::Fault;
use crate::ui::licences::LicencesState;
use crate::ui::page::Page;
use crate::ui::palette::PaletteState;
use crate::ui::tabbar::TabId;
use crate::ui::toast::Toast;
use crate::ui::tokens::Tokens;
use crate::ui::{foreign, theme};
use background::Latest;
use clipboard::SystemClipboard;
use loading::Choosing;
use others::Others;
use pace::Pace;
use saving::Saving;
use starting::Starting;
use tab::Tab;
use tabs::ClosedTab;
use watching::Watching;

/// How long the first frame waits for the dataset.
const FIRST_FRAME_PATIENCE: Duration = Duration::from_millis(60);

/// For tests and benches, which wait for no glide.
const AT_ONCE: session::Moment = session::Moment { now: 0.0, has_motion: false };

/// The program.
pub struct ReadoutApp {
    settings: Settings,
    keeper: keeping::Keeper,
    /// The dataset that is shown.
    tab: Tab,
    /// The other datasets.
    others: Others<Tab>,
    /// The tabs that were closed, the last one at the end.
    closed: Vec<ClosedTab>,
    /// The newest tab.
    last_tab: TabId,
    starting: Starting,
    /// What was open when that was noted last.
    noted: Vec<Origin>,
    watching: Watching,
    /// The files of the last session that are gone.
    missing: Latest<Vec<PathBuf>>,
    /// When what is open is to be noted for the next start.
    noting: Option<Instant>,
    choosing: Option<Choosing>,
    fault: Option<Fault>,
    palette: PaletteState,
    finding: palette::Finding,
    toast: Toast,
    speaker: Speaker,
    /// What the speaker knows.
    told: announce::Told,
    clipboard: SystemClipboard,
    copying: Latest<(Clip, &'static str)>,
    saving: Option<Saving>,
    shows_filters: bool,
    /// Whether the pane of the meeting has no room beside the middle, so that it stands
    /// in its place or not at all.
    detail_is_alone: bool,
    /// Whether it stands there then.
    detail_is_in_front: bool,
    shows_shortcuts: bool,
    shortcuts_opened: u32,
    shows_about: bool,
    /// The licences, where they are shown over the about.
    licences: Option<LicencesState>,
    generation: u64,
    /// How often is painted what changes by itself.
    pace: Pace,
    window_title: String,
    /// What other starts of the program hand over.
    other_starts: Option<Receiver<Request>>,
}

impl ReadoutApp {
    /// The program as it starts: with what was open last, and with files besides, of
    /// which one, or what was shown last, is being read already, see [`first_origin`].
    pub fn new(
        ctx: &Context,
        kept: Kept,
        files: Vec<PathBuf>,
        loading: impl Into<Option<Loading>>,
    ) -> Self {
        let mut app = Self::empty(ctx, kept);
        app.restore_tabs(ctx);
        if let Some(loading) = loading.into() {
            app.wait_for(ctx, loading);
        }
        app.open_others(ctx, files);
        // A first frame with the dataset is worth a moment's wait.
        app.poll_loading(ctx, FIRST_FRAME_PATIENCE);
        app
    }

    /// The program with given settings, which are kept nowhere. Where they leave the
    /// language to the system, it stays as it is.
    pub fn with_settings(ctx: &Context, settings: Settings, file: Option<PathBuf>) -> Self {
        if let Some(language) = settings.language.chosen() {
            lang::set(language);
        }
        let mut app = Self::empty(ctx, settings.into());
        app.open_origin(ctx, file.map_or(Origin::Bundled, Origin::File));
        app
    }

    fn empty(ctx: &Context, mut kept: Kept) -> Self {
        let starting = Starting::of(&mut kept);
        let (settings, trouble, keeper) = kept.into_parts();
        theme::install_fonts(ctx);
        foreign::word(ctx);
        theme::install_styles(ctx, settings.high_contrast);
        ctx.set_theme(settings.theme);
        zoom::apply(ctx, settings.zoom);
        // Its keys are commands of this program, with menu, limits and memory.
        ctx.options_mut(|options| options.zoom_with_keyboard = false);
        let mut app = Self {
            settings,
            keeper,
            tab: Tab::default(),
            others: Others::default(),
            closed: Vec::new(),
            last_tab: TabId::default(),
            starting,
            noted: Vec::new(),
            watching: Watching::default(),
            missing: Latest::new("look for files"),
            noting: None,
            choosing: None,
            fault: None,
            palette: PaletteState::default(),
            finding: palette::Finding::default(),
            toast: Toast::default(),
            speaker: Speaker::default(),
            told: announce::Told::default(),
            clipboard: SystemClipboard::default(),
            copying: Latest::new("write the page out"),
            saving: None,
            shows_filters: false,
            detail_is_alone: false,
            detail_is_in_front: false,
            shows_shortcuts: false,
            shortcuts_opened: 0,
            shows_about: false,
            licences: None,
            generation: 0,
            pace: Pace::default(),
            window_title: String::new(),
            other_starts: None,
        };
        app.tell_trouble(trouble);
        app
    }

    /// The open dataset.
    pub fn session(&self) -> Option<&Session> {
        self.tab.session.as_ref()
    }

    /// The message that stands over the window, or that of the shown dataset.
    pub fn fault(&self) -> Option<&Fault> {
        self.fault.as_ref().or(self.tab.trouble.as_ref())
    }

    /// The settings.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The word at the foot of the window.
    pub fn toast_text(&self) -> &str {
        self.toast.text()
    }

    /// What screen readers were told last, and how many things they were.
    pub fn announced(&self) -> (&str, u64) {
        self.speaker.said()
    }

    /// Whether a file is being read, or is to be.
    pub fn is_loading(&self) -> bool {
        self.others.row(&self.tab).any(|tab| tab.loading.is_some() || tab.waits)
    }

    /// Whether something is still being worked out for the open dataset.
    pub fn is_busy(&self) -> bool {
        // Nobody waits for what a palette that was closed has looked for.
        let finds = self.palette.is_open && self.finding.is_busy();
        finds || self.tab.session.as_ref().is_some_and(Session::is_busy)
    }

    /// Whether the problems are shown.
    pub fn shows_problems(&self) -> bool {
        self.tab.shows_problems
    }

    /// The window's title.
    pub fn window_title(&self) -> &str {
        &self.window_title
    }

    /// The picture of the timeline as it was shown last.
    pub fn scene(&self) -> &crate::timeline::Scene {
        self.tab.timeline.scene()
    }

    /// Where the timeline's canvas was shown last, for tests and benches.
    pub fn canvas(&self) -> Option<egui::Rect> {
        self.tab.timeline.canvas()
    }

    /// Whether what is shown is only what there is so far of a file.
    fn is_growing(&self) -> bool {
        self.tab.session.as_ref().is_some_and(|session| session.is_growing)
    }

    fn has_motion(&self) -> bool {
        !self.settings.reduces_motion
    }

    fn environment(&self) -> Environment {
        let session = self.tab.session.as_ref();
        Environment {
            has_meetings: session.is_some_and(|s| !s.document.dataset().events.is_empty()),
            can_reload: self.tab.trouble.is_some()
                || matches!(self.tab.origin, Some(Origin::File(_))),
            has_tab: self.tab.origin.is_some(),
            has_tabs: self.others.len() > 0,
            can_reopen_tab: !self.closed.is_empty(),
            has_selection: session.is_some_and(|s| s.selection().is_some()),
            has_followed: session.is_some_and(|s| s.followed().is_some()),
            has_follower: session.is_some_and(|s| s.follower().is_some()),
            has_thread: session.is_some_and(|s| matches!(s.place().page, Page::Thread(_))),
            has_subpage: session.is_some_and(|s| s.place().page != Page::Timeline),
            has_query: session.is_some_and(|s| !s.place().query.is_empty()),
            has_page: session.is_some_and(|s| !s.study().is_empty()),
            can_go_back: session.is_some_and(Session::can_go_back),
            can_go_forward: session.is_some_and(Session::can_go_forward),
        }
    }

    /// Whether something over the window has the keys.
    fn is_covered(&self, ctx: &Context) -> bool {
        // Also what a page has put over itself.
        ctx.memory(|memory| memory.top_modal_layer().is_some())
            || self.palette.is_open
            || self.tab.view_name.is_some()
            || self.tab.page_states.wordings.open.is_some()
            || self.fault.is_some()
            || !self.starting.offered().is_empty()
            || self.shows_about
            || self.shows_shortcuts
            || egui::Popup::is_any_open(ctx)
    }

    fn take_keys(&mut self, ctx: &Context, frame: Option<&Frame>) {
        // On the timeline, and where nothing has the focus, arrows walk the meetings.
        let focused = ctx.memory(|memory| memory.focused());
        let arrows_are_taken = focused.is_some() && focused != self.tab.timeline.id();
        for command in Command::take_pressed(ctx, &self.environment(), arrows_are_taken) {
            self.act(ctx, frame, Action::Run(command));
        }
    }
}

impl ReadoutApp {
    /// What a frame begins with: results of jobs, dropped files, glides.
    pub fn before_frame(&mut self, ctx: &Context) {
        if self.tab.loading.is_none() {
            crash::panic_if_asked("ui");
        }
        self.poll_loading(ctx, Duration::ZERO);
        self.poll_missing(ctx);
        self.poll_noting(ctx);
        self.poll_choosing(ctx);
        self.clipboard.poll(ctx);
        self.poll_copying(ctx, Duration::ZERO);
        self.poll_saving(ctx);
        self.take_dropped_files(ctx);
        self.take_other_starts(ctx);
        self.title_window(ctx);
        self.keep_settings(ctx);
        self.tell_failure();
        self.keep_up(ctx);
        let now = ctx.input(|input| input.time);
        if self.tab.session.as_mut().is_some_and(|session| session.advance(now)) {
            ctx.request_repaint();
        }
    }

    /// Keeps what is worked out in the background in step with what is asked for.
    fn keep_up(&mut self, ctx: &Context) {
        let Some(session) = &mut self.tab.session else { return };
        if session.keep_up(ctx, self.settings.lanes) {
            self.generation += 1;
            session.generation = self.generation;
            self.tab.timeline.reset();
        }
    }

    /// A frame's panels, and what the user did in them. Without a window there is
    /// no `frame`, and dialogs have no parent.
    pub fn frame_ui(&mut self, ui: &mut Ui, frame: Option<&Frame>) {
        let mut actions = Vec::new();
        let ctx = ui.ctx().clone();
        access::watch_focus(&ctx);
        // Panels first: a field that has the focus takes its keys before shortcuts do.
        // A menu that closes by Escape is still open here, and shall have had that key.
        let is_covered = self.is_covered(&ctx);
        self.panels(ui, &mut actions);
        if !is_covered {
            self.take_keys(&ctx, frame);
        }
        self.overlays(ui, &mut actions);
        for action in actions {
            self.act(&ctx, frame, action);
        }
        self.announce(&ctx);
        self.poll_starting(&ctx);
        access::ring_edges(&ctx);
    }

    /// Selects the meeting with an id, for tests and benches.
    pub fn select_by_id(&mut self, id: &str) {
        if let Some(session) = &mut self.tab.session {
            let event = session.document.dataset().event_with_id(id);
            session.select(event, place::Change::Selection, AT_ONCE);
        }
    }

    /// Shows a part of time at once, for tests and benches.
    pub fn show_view(&mut self, view: crate::timeline::View, now: f64) {
        if let Some(session) = &mut self.tab.session {
            session.show(view, place::Change::Jump, session::Moment { now, ..AT_ONCE });
        }
    }
}

impl eframe::App for ReadoutApp {
    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        let theme = if visuals.dark_mode { egui::Theme::Dark } else { egui::Theme::Light };
        let tokens = Tokens::for_theme(theme, self.settings.high_contrast);
        tokens.canvas.to_normalized_gamma_f32()
    }

    fn logic(&mut self, ctx: &Context, frame: &mut Frame) {
        self.pace.look_at(frame);
        self.before_frame(ctx);
    }

    fn ui(&mut self, ui: &mut Ui, frame: &mut Frame) {
        self.frame_ui(ui, Some(frame));
    }
}
