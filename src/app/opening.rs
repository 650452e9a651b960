//! Opening datasets: reading them, asking for them, and what comes of it.

use std::path::{Path, PathBuf};
use std::time::Duration;

use egui::Context;

use super::background::{Latest, let_go};
use super::loading::{Choice, Loading, Origin, Outcome, Prepared};
use super::{ReadoutApp, Session};
use crate::model::one_line;
use crate::tr;
use crate::ui::dialogs::Fault;
use crate::ui::filters::FiltersState;
use crate::ui::problems::ProblemsState;

/// How often progress is shown. To paint takes time from the reading where a processor
/// paints.
const PROGRESS_EVERY: Duration = Duration::from_millis(200);
/// The most characters of a dataset's title in the window's.
const MAX_TITLE: usize = 120;

impl ReadoutApp {
    /// Opens files: those of the command line, the dialog, a drop or a second start of
    /// the program. The first one is shown.
    pub fn open_files(&mut self, ctx: &Context, files: Vec<PathBuf>) {
        let mut files = files.into_iter();
        if let Some(first) = files.next() {
            self.load(ctx, Origin::File(first));
            self.open_others(ctx, files.collect());
        }
    }

    /// Opens files beside the one that is being opened. One is open at a time: the
    /// others wait among the recent ones.
    pub fn open_others(&mut self, ctx: &Context, files: Vec<PathBuf>) {
        if files.is_empty() {
            return;
        }
        for path in files.iter().rev() {
            self.settings.remember(&absolute(path));
        }
        self.toast.say(ctx, tr!("open-first-of-several", count = files.len()));
    }

    /// Begins to read. What was being read is dropped; what is open stays open
    /// until the new dataset is there.
    pub(super) fn load(&mut self, ctx: &Context, origin: Origin) {
        let loading = Loading::start(origin, self.settings.lanes);
        self.wait_for(ctx, loading);
    }

    /// Waits for a reading that has begun.
    pub(super) fn wait_for(&mut self, ctx: &Context, loading: Loading) {
        loading.wake(ctx);
        self.fault = None;
        self.failed = None;
        self.loading = Some(loading);
        ctx.request_repaint();
    }

    /// Takes the result of a reading, if it is there, or is within `patience`.
    pub(super) fn poll_loading(&mut self, ctx: &Context, patience: Duration) {
        let Some(loading) = &self.loading else { return };
        match loading.poll(patience) {
            Outcome::Pending => ctx.request_repaint_after(PROGRESS_EVERY),
            Outcome::Growing(prepared) => {
                let origin = loading.origin.clone();
                self.show_growing(ctx, *prepared, origin);
                ctx.request_repaint_after(PROGRESS_EVERY);
            }
            Outcome::Opened(prepared) => {
                let origin = loading.origin.clone();
                self.loading = None;
                self.open(ctx, *prepared, origin);
            }
            Outcome::Failed(error) => {
                let name = loading.origin.name();
                let origin = loading.origin.clone();
                self.loading = None;
                self.take_back();
                if !error.is_cancelled() {
                    // For those who started the program from a terminal.
                    eprintln!("readout: {name}: {error}");
                    let heading = tr!("app-not-opened", name = name.as_str());
                    self.fault = Some(Fault { heading, text: error.to_string(), can_retry: true });
                    self.failed = Some(origin);
                }
            }
            Outcome::Lost => {
                let heading = tr!("app-not-opened", name = loading.origin.name());
                let text = tr!("app-reading-lost").to_owned();
                self.loading = None;
                self.take_back();
                self.fault = Some(Fault { heading, text, can_retry: false });
            }
        }
    }

    /// Shows what there is of a file that is still being read, unless all of an earlier
    /// state of it is there.
    pub(super) fn show_growing(&mut self, ctx: &Context, prepared: Prepared, origin: Origin) {
        let same = self.session.as_ref().filter(|before| before.origin == origin);
        if same.is_some_and(|before| !before.is_growing) {
            let_go(prepared);
            return;
        }
        self.generation += 1;
        let mut session = Session::growing(ctx, prepared, origin, self.generation);
        let has_grown = same.is_some();
        if let Some(before) = same {
            session.keep_place_of(before);
        }
        let before = self.session.replace(session);
        if has_grown {
            // Its meetings may have other numbers now.
            let_go(std::mem::take(&mut self.page_states));
        } else {
            self.forget_views();
        }
        if before.as_ref().is_some_and(|before| before.is_growing) {
            let_go(before);
        } else {
            self.before_growing = before;
        }
        self.timeline.reset();
        ctx.request_repaint();
    }

    /// Goes back to what was open before a reading that came to nothing.
    pub(super) fn take_back(&mut self) {
        if self.session.as_ref().is_some_and(|session| session.is_growing) {
            self.generation += 1;
            let growing = std::mem::replace(&mut self.session, self.before_growing.take());
            if let Some(session) = &mut self.session {
                session.generation = self.generation;
            }
            let_go(growing);
            self.forget_views();
            self.timeline.reset();
        }
    }

    /// Forgets what panels and pages remember of another dataset.
    fn forget_views(&mut self) {
        // With what was made of its meetings.
        let_go(std::mem::take(&mut self.page_states));
        self.problems = ProblemsState::default();
        self.search.reset();
        self.view_name = None;
        self.copying = Latest::new("write the page out");
        self.filters = FiltersState::default();
        self.palette.is_open = false;
    }

    pub(super) fn open(&mut self, ctx: &Context, prepared: Prepared, origin: Origin) {
        self.generation += 1;
        let mut session = Session::new(ctx, prepared, origin.clone(), self.generation);
        let before = self.session.take();
        let same = before.as_ref().filter(|before| before.origin == origin);
        let has_grown = same.is_some_and(|before| before.is_growing);
        let is_again = same.is_some() && !has_grown;
        if let Some(before) = same {
            session.keep_place_of(before);
        }
        // With all that was made of its dataset.
        let_go((before, self.before_growing.take()));
        if let Origin::File(path) = &origin {
            self.settings.remember(&absolute(path));
        }
        let problems = session.document.problems().total();
        if problems > 0 || is_again {
            let text = match (is_again, problems) {
                (true, 0) => tr!("app-reloaded").to_owned(),
                (true, count) => tr!("app-reloaded-with-problems", count = count),
                (false, count) => tr!("app-opened-with-problems", count = count),
            };
            self.toast.say(ctx, text);
        }
        self.shows_problems &= problems > 0;
        if has_grown {
            // Its meetings may have other numbers now.
            let_go(std::mem::take(&mut self.page_states));
        } else {
            self.forget_views();
        }
        self.timeline.reset();
        self.session = Some(session);
        ctx.request_repaint();
    }

    pub(super) fn poll_choosing(&mut self, ctx: &Context) {
        let Some(choosing) = &self.choosing else { return };
        match choosing.poll() {
            Choice::Pending => return,
            Choice::Files(paths) => {
                self.choosing = None;
                self.open_files(ctx, paths);
                return;
            }
            Choice::Nothing => {}
            Choice::NoDialog => {
                let heading = tr!("app-no-dialog").to_owned();
                let text = tr!("app-no-dialog-help").to_owned();
                self.fault = Some(Fault { heading, text, can_retry: false });
            }
        }
        self.choosing = None;
    }

    pub(super) fn take_dropped_files(&mut self, ctx: &Context) {
        let dropped = ctx.input(|input| input.raw.dropped_files.clone());
        self.open_files(ctx, dropped.iter().map(|file| file.path().to_owned()).collect());
    }

    pub(super) fn title_window(&mut self, ctx: &Context) {
        let title = match &self.session {
            Some(session) => {
                let title = one_line(&session.document.dataset().title, MAX_TITLE);
                let name = if title.is_empty() {
                    one_line(&session.origin.name(), MAX_TITLE)
                } else {
                    title
                };
                format!("{name} – Readout")
            }
            None => "Readout".to_owned(),
        };
        if title != self.window_title {
            ctx.send_viewport_cmd(egui::ViewportCommand::Title(title.clone()));
            self.window_title = title;
        }
    }
}

/// Absolute, since the next start may be in another folder.
fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}
