//! Opening datasets: asking for them, and what comes of it.

use std::path::PathBuf;
use std::time::Duration;

use egui::{Context, UserAttentionType, ViewportCommand};

use super::ReadoutApp;
use super::loading::{Choice, Loading, Origin};
use super::tab::{Opened, Tab};
use crate::host::instance::{First, Request};
use crate::host::path::absolute;
use crate::host::{crash, journal};
use crate::model::one_line;
use crate::tr;
use crate::ui::dialogs::Fault;

/// The most files that are opened in one go.
const MOST_FILES: usize = 50;
/// The most characters of a dataset's title in the window's.
const MAX_TITLE: usize = 120;

impl ReadoutApp {
    /// Opens files, each in a tab: those of the command line, the dialog, a drop or a
    /// second start of the program. The first one is shown.
    pub fn open_files(&mut self, ctx: &Context, files: Vec<PathBuf>) {
        self.open_all(ctx, files, true);
    }

    /// Opens files in tabs behind the one that is shown.
    pub fn open_others(&mut self, ctx: &Context, files: Vec<PathBuf>) {
        self.open_all(ctx, files, false);
    }

    fn open_all(&mut self, ctx: &Context, files: Vec<PathBuf>, shows_first: bool) {
        let newest = self.last_tab;
        let left_out = files.len().saturating_sub(MOST_FILES);
        let files = files.iter().take(MOST_FILES);
        let tabs: Vec<_> = files.map(|path| self.tab_of(Origin::File(absolute(path)))).collect();
        match tabs.first() {
            Some(first) if shows_first => self.show_opened(ctx, *first, newest),
            _ => self.load_waiting(ctx),
        }
        if left_out > 0 {
            let heading = tr!("open-too-many", most = MOST_FILES);
            let text = tr!("open-too-many-text", count = left_out);
            self.fault = Some(Fault { heading, text, can_retry: false });
        }
    }

    /// Takes the results of readings, if they are there; that of the shown dataset also
    /// if it is there within `patience`.
    pub(super) fn poll_loading(&mut self, ctx: &Context, patience: Duration) {
        let mut is_new = false;
        for tab in self.others.iter_mut() {
            let had_trouble = tab.trouble.is_some();
            let Some(opened) = tab.poll(ctx, Duration::ZERO, &mut self.generation) else {
                // What was said of it does not hold any more.
                let said = || tr!("watch-other-read-again", name = tab.name());
                if tab.trouble.is_some() && !had_trouble && self.toast.text() == said() {
                    self.toast.clear();
                }
                continue;
            };
            is_new = true;
            if opened.is_by_itself {
                self.toast.say(ctx, tr!("watch-other-read-again", name = tab.name()));
            } else if let Some(Origin::File(path)) = &tab.origin {
                self.settings.remember(path);
            }
        }
        let had_trouble = self.tab.trouble.is_some();
        if let Some(opened) = self.tab.poll(ctx, patience, &mut self.generation) {
            self.has_opened(ctx, &opened);
            is_new = true;
        } else if self.tab.trouble.is_some() && !had_trouble {
            self.toast.clear();
        }
        if self.others.row(&self.tab).any(Tab::shows_progress) {
            ctx.request_repaint_after(self.pace.of_progress());
        }
        if is_new {
            self.note_tabs_soon(ctx);
        }
        self.load_waiting(ctx);
        self.watch(ctx);
        self.note_row(ctx);
    }

    /// Notes which datasets are open when others are than before.
    fn note_row(&mut self, ctx: &Context) {
        let origins = || self.others.row(&self.tab).filter_map(|tab| tab.origin.as_ref());
        if !origins().eq(&self.noted) {
            self.noted = origins().cloned().collect();
            self.note_files();
            self.note_tabs_soon(ctx);
        }
    }

    /// Notes which files are to be opened again after a panic. One that comes before the
    /// start is over is not to come again by them; what they are, the next start knows.
    pub(super) fn note_files(&self) {
        if self.starting.is_over() {
            crash::note_open_files(self.noted.iter().filter_map(file_of).collect());
        }
    }

    /// Tells of the shown dataset that it has been opened.
    fn has_opened(&mut self, ctx: &Context, opened: &Opened) {
        if let Some(Origin::File(path)) = &self.tab.origin {
            self.settings.remember(&absolute(path));
        }
        let text = match *opened {
            Opened { is_again: false, problems: 0, .. } => return,
            Opened { is_again: false, problems, .. } => {
                tr!("app-opened-with-problems", count = problems)
            }
            Opened { is_by_itself: true, problems, .. } => {
                tr!("watch-read-again", problems = problems)
            }
            Opened { problems: 0, .. } => tr!("app-reloaded").to_owned(),
            Opened { problems, .. } => tr!("app-reloaded-with-problems", count = problems),
        };
        self.toast.say(ctx, text);
    }

    /// Waits for a reading that has begun before there was a window.
    pub(super) fn wait_for(&mut self, ctx: &Context, loading: Loading) {
        let id = self.tab_of(loading.origin.clone());
        self.show_only(id);
        self.tab.wait_for(ctx, loading);
    }

    /// Gives up the reading of the shown dataset; what is only a part of one goes.
    pub(super) fn stop_loading(&mut self, ctx: &Context) {
        self.tab.loading = None;
        if !self.tab.is_whole() {
            self.close_tab(ctx, self.tab.id);
        }
        self.toast.say(ctx, tr!("app-stopped"));
    }

    /// Closes the message that stands over the window, or that of the shown dataset:
    /// with its tab where there is nothing else in it.
    pub(super) fn dismiss_fault(&mut self, ctx: &Context) {
        if self.fault.take().is_some() {
            return;
        }
        self.tab.trouble = None;
        if self.tab.session.is_none() {
            self.close_tab(ctx, self.tab.id);
        }
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
        if !dropped.is_empty() {
            self.open_files(ctx, dropped.iter().map(|file| file.path().to_owned()).collect());
        }
    }

    /// Opens from now on what other starts of the program hand over.
    pub fn hear_starts(&mut self, ctx: &Context, first: First) {
        let ctx = ctx.clone();
        match first.listen(move || ctx.request_repaint()) {
            Ok(requests) => self.other_starts = Some(requests),
            Err(error) => log::error!("other starts can not be heard: {error}"),
        }
    }

    pub(super) fn take_other_starts(&mut self, ctx: &Context) {
        let Some(requests) = &self.other_starts else { return };
        let taken: Vec<_> = requests.try_iter().filter_map(Request::take).collect();
        for files in taken {
            log::info!("another start hands over {} files", files.len());
            self.open_files(ctx, files);
            ctx.send_viewport_cmd(ViewportCommand::Minimized(false));
            ctx.send_viewport_cmd(ViewportCommand::Focus);
            // Where a program may not come to the front by itself.
            let attention = UserAttentionType::Informational;
            ctx.send_viewport_cmd(ViewportCommand::RequestUserAttention(attention));
        }
    }

    /// Tells that something in the background has panicked, unless that is told already.
    pub(super) fn tell_failure(&mut self) {
        // Where another message stands, it is told after that.
        if self.fault.is_none() && crash::take_failure() {
            let heading = tr!("crash-job-heading").to_owned();
            let text = tr!("crash-job-text", log = where_the_log_is());
            self.fault = Some(Fault { heading, text, can_retry: false });
        }
    }

    pub(super) fn title_window(&mut self, ctx: &Context) {
        let name = one_line(&self.tab.title(), MAX_TITLE);
        let title =
            if name.is_empty() { "Readout".to_owned() } else { format!("{name} – Readout") };
        if title != self.window_title {
            ctx.send_viewport_cmd(egui::ViewportCommand::Title(title.clone()));
            self.window_title = title;
        }
    }
}

fn file_of(origin: &Origin) -> Option<PathBuf> {
    match origin {
        Origin::Bundled => None,
        Origin::File(path) => Some(absolute(path)),
    }
}

/// Where one who looks into a defect finds more.
pub(super) fn where_the_log_is() -> String {
    match journal::folder() {
        Some(folder) => tr!("crash-log-in", folder = folder.display().to_string()),
        None => tr!("crash-log-on-terminal").to_owned(),
    }
}
