//! Tells which files have changed on disk.
//!
//! Folders are watched rather than files: most editors write another file and give it
//! the name of the old one. All of it happens on a thread of its own, since a folder on
//! a network may take its time.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use notify::event::ModifyKind;
use notify::{
    Error, ErrorKind, Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _,
    recommended_watcher,
};

/// How long changes that follow each other are gathered, from the first one on: others may
/// follow without end.
const GATHER: Duration = Duration::from_millis(250);
/// How often a folder is looked for that is not there (any more).
const LOOK_AGAIN: Duration = Duration::from_secs(2);

/// What is told of the watched files.
#[derive(Debug, PartialEq, Eq)]
pub enum Told {
    /// This file has, or may have, changed, gone, or come.
    Changed(PathBuf),
    /// Changes of this file will not be noticed, for this reason.
    Unwatched(PathBuf, String),
}

enum Message {
    Watch(Vec<PathBuf>),
    Event(Result<Event, Error>),
    End,
}

/// Watches files until it is dropped.
pub struct Watcher {
    messages: Sender<Message>,
    told: Receiver<Told>,
}

impl Watcher {
    /// Watches nothing yet. `wake` is called when there is something to be taken.
    pub fn new(wake: impl Fn() + Send + 'static) -> Self {
        let (messages, taken) = channel();
        let (tell, told) = channel();
        let events = messages.clone();
        let work = move || {
            let tell = move |what| {
                // Nobody may be waiting any more.
                let _ = tell.send(what);
                wake();
            };
            let (files, folders) = (Vec::new(), BTreeMap::new());
            let gathered = Gathered::default();
            Work { events, tell, watcher: None, files, folders, gathered }.run(&taken);
        };
        if let Err(error) = thread::Builder::new().name("watch files".to_owned()).spawn(work) {
            log::error!("no thread to watch files on: {error}");
        }
        Self { messages, told }
    }

    /// Watches these files, given by absolute paths, and no others.
    pub fn watch(&self, files: Vec<PathBuf>) {
        // Without its thread, nothing is watched, which has been logged.
        let _ = self.messages.send(Message::Watch(files));
    }

    /// What is to be told since the last time.
    pub fn take(&self) -> Vec<Told> {
        self.told.try_iter().collect()
    }
}

impl Drop for Watcher {
    fn drop(&mut self) {
        let _ = self.messages.send(Message::End);
    }
}

/// A folder with files that are watched.
#[derive(Default)]
struct Folder {
    /// What lies in it: by the name that events call it, the file that was asked for.
    files: BTreeSet<(PathBuf, PathBuf)>,
    is_watched: bool,
    /// It was not there when it was looked for last.
    is_gone: bool,
}

struct Work<T> {
    events: Sender<Message>,
    tell: T,
    watcher: Option<RecommendedWatcher>,
    files: Vec<PathBuf>,
    /// By the names that they have with all links followed.
    folders: BTreeMap<PathBuf, Folder>,
    gathered: Gathered,
}

/// What has been heard and is not told yet.
#[derive(Default)]
struct Gathered {
    changed: BTreeSet<PathBuf>,
    /// Folders that have gone or have another name now.
    renewed: BTreeSet<PathBuf>,
    /// When it is to be told.
    due: Option<Instant>,
}

impl<T: Fn(Told)> Work<T> {
    fn run(mut self, taken: &Receiver<Message>) {
        let mut looked = Instant::now();
        loop {
            let now = Instant::now();
            if self.gathered.due.is_some_and(|due| due <= now) {
                self.tell_gathered();
            }
            let is_waiting = self.folders.values().any(|folder| folder.is_gone);
            if !is_waiting {
                looked = now;
            } else if now >= looked + LOOK_AGAIN {
                looked = now;
                self.look_again();
                continue;
            }
            let wakes = [self.gathered.due, is_waiting.then(|| looked + LOOK_AGAIN)];
            let message = match wakes.into_iter().flatten().min() {
                Some(wake) => taken.recv_timeout(wake.saturating_duration_since(now)),
                None => taken.recv().map_err(|_| RecvTimeoutError::Disconnected),
            };
            match message {
                Ok(Message::Watch(files)) => self.watch(files),
                Ok(Message::Event(Ok(event))) => self.hear(&event),
                Ok(Message::Event(Err(error))) => {
                    log::warn!("watching files: {error}");
                    self.gather_all();
                }
                Err(RecvTimeoutError::Timeout) => {}
                Ok(Message::End) | Err(RecvTimeoutError::Disconnected) => return,
            }
        }
    }

    fn watch(&mut self, files: Vec<PathBuf>) {
        let mut folders: BTreeMap<PathBuf, Folder> = BTreeMap::new();
        for file in &files {
            for name in names_of(file) {
                if let Some(folder) = name.parent() {
                    let of_folder = folders.entry(folder.to_owned()).or_default();
                    of_folder.files.insert((name.clone(), file.clone()));
                }
            }
        }
        for (path, before) in std::mem::take(&mut self.folders) {
            match folders.get_mut(&path) {
                Some(folder) => {
                    folder.is_watched = before.is_watched;
                    folder.is_gone = before.is_gone;
                }
                None if before.is_watched => self.unwatch(&path),
                None => {}
            }
        }
        for (path, folder) in &mut folders {
            if !folder.is_watched && !folder.is_gone {
                self.watch_folder(path, folder);
            }
        }
        (self.folders, self.files) = (folders, files);
    }

    fn watch_folder(&mut self, path: &Path, folder: &mut Folder) {
        let watched =
            self.watcher().and_then(|watcher| watcher.watch(path, RecursiveMode::NonRecursive));
        folder.is_watched = watched.is_ok();
        folder.is_gone = watched.as_ref().is_err_and(is_missing);
        let Err(error) = watched else { return };
        if folder.is_gone {
            return;
        }
        log::warn!("{} can not be watched: {error}", path.display());
        let reason = reason(&error);
        for (_, file) in &folder.files {
            (self.tell)(Told::Unwatched(file.clone(), reason.clone()));
        }
    }

    /// Made with the first folder that is watched.
    fn watcher(&mut self) -> Result<&mut RecommendedWatcher, Error> {
        let watcher = match self.watcher.take() {
            Some(watcher) => watcher,
            None => {
                let events = self.events.clone();
                recommended_watcher(move |event: Result<Event, Error>| {
                    // To read a file is no change of it.
                    if event.as_ref().is_ok_and(|it| it.kind.is_access() && !it.need_rescan()) {
                        return;
                    }
                    let _ = events.send(Message::Event(event));
                })?
            }
        };
        Ok(self.watcher.insert(watcher))
    }

    fn unwatch(&mut self, path: &Path) {
        if let Some(watcher) = &mut self.watcher
            && let Err(error) = watcher.unwatch(path)
        {
            // It may have gone by itself.
            log::debug!("{} is not watched any more: {error}", path.display());
        }
    }

    fn hear(&mut self, event: &Event) {
        if event.need_rescan() {
            self.gather_all();
            return;
        }
        for path in &event.paths {
            let is_renewed = match event.kind {
                EventKind::Remove(_) | EventKind::Modify(ModifyKind::Name(_)) => true,
                EventKind::Modify(_) => !path.is_dir(),
                _ => false,
            };
            if is_renewed && self.folders.contains_key(path) {
                self.gathered.renewed.insert(path.clone());
            }
            let folder = path.parent().and_then(|folder| self.folders.get(folder));
            let files = folder.into_iter().flat_map(|folder| &folder.files);
            let changed = files.filter(|(name, _)| name == path).map(|(_, it)| it.clone());
            self.gathered.changed.extend(changed);
        }
        self.tell_soon();
    }

    fn tell_soon(&mut self) {
        let Gathered { changed, renewed, due } = &mut self.gathered;
        if !changed.is_empty() || !renewed.is_empty() {
            due.get_or_insert_with(|| Instant::now() + GATHER);
        }
    }

    fn tell_gathered(&mut self) {
        let Gathered { mut changed, renewed, .. } = std::mem::take(&mut self.gathered);
        for path in renewed {
            changed.extend(self.renew(&path));
        }
        if changed.iter().any(|file| self.is_elsewhere(file)) {
            self.watch(self.files.clone());
        }
        changed.into_iter().for_each(|file| (self.tell)(Told::Changed(file)));
    }

    /// Whether a file's name leads elsewhere by now: then another folder is to be watched.
    fn is_elsewhere(&self, file: &Path) -> bool {
        let names = self.folders.values().flat_map(|folder| &folder.files);
        let known = names.filter(|(_, it)| it == file).map(|(name, _)| name.clone());
        fs::canonicalize(file).is_ok() && names_of(file) != known.collect()
    }

    /// Watches a folder anew that has gone or has another name now: one of its name that
    /// is there by now is another. Returns its files.
    fn renew(&mut self, path: &Path) -> Vec<PathBuf> {
        self.unwatch(path);
        let mut folders = std::mem::take(&mut self.folders);
        let mut files = Vec::new();
        if let Some(folder) = folders.get_mut(path) {
            (folder.is_watched, folder.is_gone) = (false, true);
            if path.is_dir() {
                self.watch_folder(path, folder);
            }
            files.extend(folder.files.iter().map(|(_, file)| file.clone()));
        }
        self.folders = folders;
        files
    }

    /// Where something was missed, everything may have changed.
    fn gather_all(&mut self) {
        self.gathered.changed.extend(self.files.iter().cloned());
        self.tell_soon();
    }

    /// Watches folders that have come back.
    fn look_again(&mut self) {
        let mut back = BTreeSet::new();
        for (path, folder) in self.folders.iter_mut().filter(|(_, folder)| folder.is_gone) {
            if path.is_dir() {
                folder.is_gone = false;
                back.extend(folder.files.iter().map(|(_, file)| file.clone()));
            }
        }
        if !back.is_empty() {
            // It may be called otherwise, with all links followed.
            self.watch(self.files.clone());
            back.into_iter().for_each(|file| (self.tell)(Told::Changed(file)));
        }
    }
}

/// By which names events may call a file: its own, and that with all links followed. Its
/// folder is called as it is with all links followed, as long as it is there: one that is
/// watched by two names would be told of by one of them.
fn names_of(file: &Path) -> BTreeSet<PathBuf> {
    let Some((folder, name)) = file.parent().zip(file.file_name()) else {
        return BTreeSet::new();
    };
    let folder = fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
    std::iter::once(folder.join(name)).chain(fs::canonicalize(file)).collect()
}

fn is_missing(error: &Error) -> bool {
    match &error.kind {
        ErrorKind::PathNotFound => true,
        ErrorKind::Io(error) => error.kind() == std::io::ErrorKind::NotFound,
        _ => false,
    }
}

/// Without the paths that notify adds to it.
fn reason(error: &Error) -> String {
    match &error.kind {
        ErrorKind::Generic(text) => text.clone(),
        ErrorKind::Io(error) => error.to_string(),
        _ => Error::new(ErrorKind::MaxFilesWatch).to_string(),
    }
}

#[cfg(test)]
mod tests {
    use std::time::Instant;

    use super::*;

    fn folder() -> tempfile::TempDir {
        tempfile::tempdir().expect("a folder for the test")
    }

    /// Waits until a file is told of.
    fn hears(watcher: &Watcher, file: &Path) -> bool {
        let since = Instant::now();
        while since.elapsed() < Duration::from_secs(20) {
            if watcher.take().contains(&Told::Changed(file.to_owned())) {
                return true;
            }
            thread::sleep(Duration::from_millis(10));
        }
        false
    }

    /// A file of the test that is watched already.
    fn watched(file: &Path) -> Watcher {
        let watcher = Watcher::new(|| ());
        watcher.watch(vec![file.to_owned()]);
        // There is no word on when it has begun: until it has, it is written again.
        let since = Instant::now();
        while since.elapsed() < Duration::from_secs(20) {
            fs::write(file, "{}").expect("the test's own");
            thread::sleep(GATHER * 2);
            if !watcher.take().is_empty() {
                thread::sleep(GATHER * 3);
                watcher.take();
                return watcher;
            }
        }
        panic!("{} is not watched", file.display());
    }

    #[test]
    fn writing_replacing_and_removing_a_file_is_heard_and_reading_it_is_not() {
        let folder = folder();
        let file = folder.path().join("a.json");
        let watcher = watched(&file);
        fs::write(&file, "{ }").expect("the test's own");
        assert!(hears(&watcher, &file), "written");
        let other = folder.path().join("a.json.tmp");
        fs::write(&other, "{}").expect("the test's own");
        fs::rename(&other, &file).expect("the test's own");
        assert!(hears(&watcher, &file), "replaced");
        fs::remove_file(&file).expect("the test's own");
        assert!(hears(&watcher, &file), "removed");
        fs::write(&file, "{}").expect("the test's own");
        assert!(hears(&watcher, &file), "written anew");
        thread::sleep(GATHER * 3);
        watcher.take();
        fs::read(&file).expect("the test's own");
        fs::write(folder.path().join("b.json"), "{}").expect("the test's own");
        thread::sleep(GATHER * 4);
        assert_eq!(watcher.take(), [], "neither reading it nor another file is a change");
    }

    #[test]
    fn a_file_is_heard_again_after_its_folder_has_gone_and_come_back() {
        let folder = folder();
        let own = folder.path().join("own");
        fs::create_dir(&own).expect("the test's own");
        let file = own.join("a.json");
        let watcher = watched(&file);
        fs::remove_dir_all(&own).expect("the test's own");
        assert!(hears(&watcher, &file), "gone");
        fs::create_dir(&own).expect("the test's own");
        fs::write(&file, "{}").expect("the test's own");
        assert!(hears(&watcher, &file), "come back");
    }

    #[cfg(unix)]
    #[test]
    fn the_file_behind_a_link_is_heard() {
        let (folder, elsewhere) = (folder(), folder());
        let target = elsewhere.path().join("target.json");
        fs::write(&target, "{}").expect("the test's own");
        let link = folder.path().join("link.json");
        std::os::unix::fs::symlink(&target, &link).expect("the test's own");
        let watcher = watched(&link);
        fs::write(&target, "{ }").expect("the test's own");
        assert!(hears(&watcher, &link));
    }

    #[cfg(unix)]
    #[test]
    fn a_link_that_leads_elsewhere_is_followed() {
        let (folder, elsewhere) = (folder(), folder());
        let targets = ["one.json", "other.json"].map(|name| elsewhere.path().join(name));
        let other = folder.path().join("own");
        fs::create_dir(&other).expect("the test's own");
        let target = other.join("target.json");
        for file in targets.iter().chain([&target]) {
            fs::write(file, "{}").expect("the test's own");
        }
        let link = folder.path().join("link.json");
        std::os::unix::fs::symlink(&targets[0], &link).expect("the test's own");
        let watcher = watched(&link);
        fs::remove_file(&link).expect("the test's own");
        std::os::unix::fs::symlink(&target, &link).expect("the test's own");
        assert!(hears(&watcher, &link), "another link");
        thread::sleep(GATHER * 3);
        watcher.take();
        fs::write(&target, "{ }").expect("the test's own");
        assert!(hears(&watcher, &link), "what it leads to now");
    }

    #[cfg(unix)]
    #[test]
    fn a_folder_of_two_names_is_heard_by_both_and_by_the_one_that_is_left() {
        let folder = folder();
        let own = folder.path().join("own");
        fs::create_dir(&own).expect("the test's own");
        std::os::unix::fs::symlink(&own, folder.path().join("link")).expect("the test's own");
        let file = own.join("a.json");
        let watcher = watched(&file);
        let others = ["link/a.json", "own/../own/a.json"].map(|name| folder.path().join(name));
        let all: Vec<PathBuf> = others.iter().chain([&file]).cloned().collect();
        watcher.watch(all.clone());
        thread::sleep(GATHER);
        fs::write(&file, "{ }").expect("the test's own");
        let since = Instant::now();
        let mut told = BTreeSet::new();
        while told.len() < all.len() {
            assert!(since.elapsed() < Duration::from_secs(20), "{told:?}");
            told.extend(watcher.take().into_iter().filter_map(|told| match told {
                Told::Changed(file) => Some(file),
                Told::Unwatched(..) => None,
            }));
            thread::sleep(Duration::from_millis(10));
        }
        for left in all {
            watcher.watch(vec![left.clone()]);
            thread::sleep(GATHER * 3);
            watcher.take();
            fs::write(&file, "{}").expect("the test's own");
            assert!(hears(&watcher, &left), "{}", left.display());
        }
    }

    #[test]
    fn what_is_not_watched_any_more_is_not_heard() {
        let folder = folder();
        let file = folder.path().join("a.json");
        let watcher = watched(&file);
        watcher.watch(Vec::new());
        thread::sleep(GATHER);
        watcher.take();
        fs::write(&file, "{ }").expect("the test's own");
        thread::sleep(GATHER * 4);
        assert_eq!(watcher.take(), []);
    }
}
