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
use crate::load::Job;
use crate::tr;

/// How long a file must have stayed as it is before it is read again.
const QUIET: Duration = Duration::from_millis(300);
/// The same for a large one, which is written with pauses.
const QUIET_LARGE: Duration = Duration::from_millis(1_200);
/// From so many bytes on a file is large.
const LARGE: u64 = 16 << 20;
/// The same for a file that is gone: whoever saves may put another one in its place.
const QUIET_GONE: Duration = Duration::from_millis(1_200);
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
        for tab in std::iter::once(&mut self.tab).chain(self.others.iter_mut()) {
            tab.follow_file(ctx, lanes);
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

/// Waits until a file stays as it is, or the job is given up.
pub(super) fn wait_until_quiet(path: &Path, job: &Job) {
    let (mut last, mut since) = (stamp(path), Instant::now());
    while !job.is_cancelled() {
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
            break;
        }
    }
}

/// What tells one state of a file from another.
fn stamp(path: &Path) -> Option<(u64, Option<SystemTime>)> {
    fs::metadata(path).ok().map(|data| (data.len(), data.modified().ok()))
}
