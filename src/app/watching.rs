//! The files of open datasets change on disk: they are read again by themselves.

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use egui::Context;

use super::ReadoutApp;
use super::loading::Origin;
use super::tab::Tab;
use crate::host::watch::{Told, Watcher};
use crate::load::{self, Document, Job, OpenError};
use crate::tr;

/// How long a file must have stayed as it is before it is read again.
const QUIET: Duration = Duration::from_millis(300);
/// The same for a large one, which is written with pauses.
const QUIET_LARGE: Duration = Duration::from_millis(1_200);
/// From so many bytes on a file is large.
const LARGE: u64 = 16 << 20;
/// The same for a file that is gone: whoever saves may put another one in its place.
const QUIET_GONE: Duration = Duration::from_millis(1_200);
/// How long a file may go on changing before it is read all the same.
const LONGEST: Duration = Duration::from_secs(5);
/// How often one is read then before it is told that it can not be read.
const MOST_TRIES: usize = 4;
/// How often it is looked at meanwhile.
const LOOK: Duration = Duration::from_millis(100);

/// What is watched of the open datasets.
#[derive(Default)]
pub struct Watching {
    watcher: Option<Watcher>,
    files: Vec<PathBuf>,
}

impl ReadoutApp {
    /// Watches the files of the open datasets, and reads again what has changed.
    pub(super) fn watch(&mut self, ctx: &Context) {
        let files = || self.others.row(&self.tab).filter_map(watched);
        if !files().eq(self.watching.files.iter().map(PathBuf::as_path)) {
            self.watching.files = files().map(Path::to_owned).collect();
            let ctx = ctx.clone();
            let new = || Watcher::new(move || ctx.request_repaint());
            self.watching.watcher.get_or_insert_with(new).watch(self.watching.files.clone());
        }
        let told = self.watching.watcher.as_ref().map(Watcher::take).unwrap_or_default();
        for told in told {
            match told {
                Told::Changed(file) => {
                    let all = std::iter::once(&mut self.tab).chain(self.others.iter_mut());
                    for tab in all.filter(|tab| watched(tab) == Some(&file)) {
                        tab.has_changed = true;
                    }
                }
                Told::Unwatched(file, reason) => {
                    let name = Origin::File(file).name();
                    self.toast.say(ctx, tr!("watch-not-watched", name = name, reason = reason));
                }
            }
        }
        let lanes = self.settings.lanes;
        self.tab.follow_file(ctx, lanes);
        // One at a time behind it: while it is read, a dataset is there twice.
        let mut is_reading = self.others.iter_mut().any(|tab| tab.is_read_by_itself());
        for tab in self.others.iter_mut() {
            if !is_reading || tab.loading.is_some() {
                tab.follow_file(ctx, lanes);
                is_reading |= tab.is_read_by_itself();
            }
        }
    }
}

/// The file of a tab, if there is something of it to be kept up with.
fn watched(tab: &Tab) -> Option<&Path> {
    match &tab.origin {
        Some(Origin::File(path)) if !tab.is_unread() => Some(path),
        _ => None,
    }
}

/// Reads a file that has changed, as soon as it stays as it is. One that is written without
/// end is read all the same after a while; what is half written then is looked at again,
/// but not for ever. `begin` is called before it is read.
pub(super) fn read_when_quiet(
    path: &Path,
    job: &Job,
    begin: impl Fn(),
) -> Result<Document, OpenError> {
    let mut tries = 1;
    loop {
        let is_quiet = wait_until_quiet(path, job);
        begin();
        let result = load::read_file(path, job);
        if is_quiet || result.is_ok() || job.is_cancelled() || tries >= MOST_TRIES {
            return result;
        }
        tries += 1;
    }
}

/// Waits until a file stays as it is, or the job is given up, but not for ever. Tells
/// whether it stays as it is.
fn wait_until_quiet(path: &Path, job: &Job) -> bool {
    let (mut last, mut since) = (stamp(path), Instant::now());
    let begun = since;
    while !job.is_cancelled() && begun.elapsed() < LONGEST {
        thread::sleep(LOOK);
        let now = stamp(path);
        if now != last {
            (last, since) = (now, Instant::now());
        }
        let quiet = match last {
            None => QUIET_GONE,
            Some((len, _)) if len >= LARGE => QUIET_LARGE,
            Some(_) => QUIET,
        };
        if since.elapsed() >= quiet {
            return true;
        }
    }
    false
}

/// What tells one state of a file from another.
fn stamp(path: &Path) -> Option<(u64, Option<SystemTime>)> {
    fs::metadata(path).ok().map(|data| (data.len(), data.modified().ok()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::Settings;

    #[test]
    fn of_many_files_that_change_one_is_read_behind_the_shown_one() {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let write = |number: usize| {
            let path = folder.path().join(format!("{number}.json"));
            let text = r#"{"events": [{"title": "Talks", "start": "1990"}]}"#;
            fs::write(&path, text).expect("the test's own");
            path
        };
        let files: Vec<PathBuf> = (0..6).map(write).collect();
        let ctx = Context::default();
        let mut app = ReadoutApp::with_settings(&ctx, Settings::default(), Some(files[0].clone()));
        app.open_others(&ctx, files);
        let since = Instant::now();
        while app.is_loading() {
            assert!(since.elapsed() < Duration::from_secs(30));
            app.poll_loading(&ctx, Duration::from_millis(10));
        }
        app.tab.has_changed = true;
        app.others.iter_mut().for_each(|tab| tab.has_changed = true);
        let mut most = 0;
        loop {
            assert!(since.elapsed() < Duration::from_secs(60));
            app.poll_loading(&ctx, Duration::from_millis(10));
            let reading = app.others.iter_mut().filter(|tab| tab.loading.is_some()).count();
            most = most.max(reading);
            if reading == 0 && !app.others.row(&app.tab).any(|tab| tab.has_changed) {
                break;
            }
        }
        assert_eq!(most, 1);
    }
}
