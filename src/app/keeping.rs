//! Settings, from the file in which they are kept and back to it, off the thread that
//! paints.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use egui::Context;

use super::background::{Latest, Waited};
use super::loading::Origin;
use super::saved::SavedTab;
use super::{ReadoutApp, Settings};
use crate::host::attempt::Attempt;
use crate::host::store::{Store, Trouble};
use crate::tr;
use crate::ui::dialogs::Fault;

/// How long changes are gathered before they are written.
const GATHER: Duration = Duration::from_secs(1);
/// How long the end of the program waits for a file that is being written.
const PATIENCE: Duration = Duration::from_secs(3);

/// The settings as they were read, and the way back into their file. By default there
/// is no file: nothing is read, and nothing is kept.
#[derive(Debug, Default)]
pub struct Kept {
    settings: Settings,
    trouble: Option<Trouble>,
    store: Option<Store>,
    /// Whether what is open is restored and kept.
    keeps_session: bool,
    attempt: Option<Attempt>,
}

impl Kept {
    /// Reads the settings from a file.
    pub fn read(path: PathBuf) -> Self {
        let (store, settings, trouble) = Store::read(path);
        Self { settings, trouble, store: Some(store), keeps_session: true, attempt: None }
    }

    /// For a copy beside another, whose open tabs these are: they are neither opened here
    /// too nor given up when this one ends.
    pub fn without_session(self) -> Self {
        Self { keeps_session: false, ..self }
    }

    /// Begins a start that opens these files beside what was open last. Until it has come
    /// through, a file says so to the next one. A copy beside another leaves that alone.
    pub fn attempting(self, marker: PathBuf, files: &[PathBuf]) -> Self {
        let attempt = self.keeps_session.then(|| Attempt::begin(marker, files));
        Self { attempt, ..self }
    }

    /// What was open last.
    pub(super) fn last_open(&self) -> Vec<SavedTab> {
        if self.keeps_session { self.settings.open_tabs() } else { Vec::new() }
    }

    /// What the last start was to open, if it did not come through: it may be what
    /// prevented that, and is not to be opened again by itself.
    pub(super) fn offered(&self) -> Vec<SavedTab> {
        let Some(left) = self.attempt.as_ref().and_then(Attempt::left) else {
            return Vec::new();
        };
        let mut tabs = self.last_open();
        for origin in left.iter().cloned().map(Origin::File) {
            if tabs.iter().all(|tab| tab.origin != origin) {
                tabs.push(SavedTab { origin, place: None });
            }
        }
        tabs
    }

    pub(super) fn take_attempt(&mut self) -> Option<Attempt> {
        self.attempt.take()
    }

    /// The settings.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The settings, what was wrong with their file, and who keeps them.
    pub(super) fn into_parts(self) -> (Settings, Option<Trouble>, Keeper) {
        let keeper = Keeper {
            seen: self.settings.clone(),
            store: self.store.map(|store| Arc::new(Mutex::new(store))),
            keeps_session: self.keeps_session,
            ..Keeper::default()
        };
        (self.settings, self.trouble, keeper)
    }
}

impl From<Settings> for Kept {
    /// Settings that are kept nowhere.
    fn from(settings: Settings) -> Self {
        Self { settings, ..Self::default() }
    }
}

/// Writes settings some time after they have changed.
#[derive(Debug)]
pub(super) struct Keeper {
    store: Option<Arc<Mutex<Store>>>,
    /// The settings when they were looked at last.
    seen: Settings,
    /// When the changes are to be written.
    due: Option<Instant>,
    writing: Latest<Result<(), String>>,
    has_complained: bool,
    keeps_session: bool,
}

impl Default for Keeper {
    fn default() -> Self {
        Self {
            store: None,
            seen: Settings::default(),
            due: None,
            writing: Latest::new("write the settings"),
            has_complained: false,
            keeps_session: false,
        }
    }
}

impl Keeper {
    /// Whether what is open is kept, and restored at the next start.
    pub(super) fn keeps_session(&self) -> bool {
        self.keeps_session && self.store.is_some()
    }

    /// Takes note of the settings as they are in a frame. Returns what to tell, if they
    /// could not be written, once.
    fn keep(&mut self, ctx: &Context, settings: &Settings) -> Option<String> {
        let store = self.store.as_ref()?;
        if *settings != self.seen {
            self.seen = settings.clone();
            self.due = Some(Instant::now() + GATHER);
        }
        if let Some(due) = self.due {
            let left = due.saturating_duration_since(Instant::now());
            if !left.is_zero() {
                ctx.request_repaint_after(left);
            } else if !self.writing.is_busy() {
                self.due = None;
                let (store, settings) = (Arc::clone(store), self.seen.clone());
                self.writing.start(ctx, move |_| Some(write(&store, &settings)));
            }
        }
        match self.writing.wait(Duration::ZERO) {
            Waited::Done(Err(reason)) if !self.has_complained => {
                self.has_complained = true;
                Some(reason)
            }
            _ => None,
        }
    }

    /// Writes what has not been written yet, at the end of the program.
    fn finish(&mut self, settings: &Settings) {
        let Some(store) = &self.store else { return };
        self.writing.wait(PATIENCE);
        if self.writing.is_busy() {
            // It hangs, and so would this.
            return;
        }
        // What has been written already is not written again.
        if write(store, settings).is_ok() {
            self.store = None;
        }
    }
}

fn write(store: &Mutex<Store>, settings: &Settings) -> Result<(), String> {
    // One that has panicked has not changed it: it changes when all is done.
    let mut store = store.lock().unwrap_or_else(PoisonError::into_inner);
    store.write(settings).map_err(|error| {
        log::error!("{} could not be written: {error}", store.path().display());
        error.to_string()
    })
}

impl ReadoutApp {
    /// Tells what was wrong with the settings' file.
    pub(super) fn tell_trouble(&mut self, trouble: Option<Trouble>) {
        let text = match trouble {
            None => return,
            Some(Trouble::KeptAside(aside)) => {
                log::error!("the settings were broken, kept as {}", aside.display());
                tr!("settings-kept-aside", path = aside.display().to_string())
            }
            Some(Trouble::Unreadable(error)) => {
                log::error!("the settings could not be read: {error}");
                tr!("settings-unreadable", reason = error.to_string())
            }
        };
        let heading = tr!("settings-not-read").to_owned();
        self.fault = Some(Fault { heading, text, can_retry: false });
    }

    pub(super) fn keep_settings(&mut self, ctx: &Context) {
        if let Some(reason) = self.keeper.keep(ctx, &self.settings) {
            self.toast.say(ctx, tr!("settings-not-kept", reason = reason));
        }
    }
}

impl Drop for ReadoutApp {
    /// However the program ends, by a panic too, the settings are kept.
    fn drop(&mut self) {
        self.note_tabs_at_end();
        self.end_starting();
        self.keeper.finish(&self.settings);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::LaneChoice;

    #[test]
    fn settings_are_written_when_the_program_ends() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("settings.json");
        let (ctx, choice) = (Context::default(), LaneChoice::Packed);
        let mut app = ReadoutApp::empty(&ctx, Kept::read(path.clone()));
        app.settings.lanes = choice;
        drop(app);
        assert_eq!(Kept::read(path).settings().lanes, choice);
    }

    #[test]
    fn settings_are_written_a_moment_after_they_changed() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("settings.json");
        let ctx = Context::default();
        let mut app = ReadoutApp::empty(&ctx, Kept::read(path.clone()));
        app.settings.reduces_motion = true;
        app.keep_settings(&ctx);
        assert!(!path.exists(), "changes are gathered");
        app.keeper.due = Some(Instant::now());
        app.keep_settings(&ctx);
        app.keeper.writing.wait(Duration::from_secs(10));
        assert!(Kept::read(path).settings().reduces_motion);
    }

    #[test]
    fn broken_settings_are_told_of_and_where_they_are() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("settings.json");
        std::fs::write(&path, "{").expect("it is written");
        let app = ReadoutApp::empty(&Context::default(), Kept::read(path));
        let fault = app.fault().expect("it is told");
        assert!(fault.text.contains("settings.broken-1.json"), "{fault:?}");
    }
}
