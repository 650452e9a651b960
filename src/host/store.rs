//! A small JSON file that is kept from one start to the next, by several running
//! copies of several versions of the program.
//!
//! It is read leniently, and written whole or not at all: under a lock, what this copy
//! has changed is put into what is in the file by then.

use std::fs::{self, File, TryLockError};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::merge::{self, Members};

/// The largest file that is read; a larger one was not written by this program.
const MAX_BYTES: u64 = 16 << 20;
/// How long another copy is waited for that is writing.
const PATIENCE: Duration = Duration::from_secs(2);
/// How a file's name begins while it is being written.
const UNFINISHED: &str = ".readout-unfinished-";
/// The member that names the version of the form, and so stands in each file.
const VERSION: &str = "version";

/// The file, and what this copy of the program has read from it or written last.
#[derive(Clone, Debug)]
pub struct Store {
    path: PathBuf,
    base: Members,
}

/// What was wrong with the file when it was read. Its defaults are used instead.
#[derive(Debug)]
pub enum Trouble {
    /// It is broken, and kept under another name.
    KeptAside(PathBuf),
    /// It can not be read, and stays as it is.
    Unreadable(io::Error),
}

impl Store {
    /// Reads a file, each of its members for itself: what can not be read, and what is
    /// not there, is as it is by default.
    pub fn read<T>(path: PathBuf) -> (Self, T, Option<Trouble>)
    where
        T: Serialize + DeserializeOwned + Default,
    {
        let (theirs, trouble) = match read_members(&path) {
            Ok(members) => (members, None),
            Err(Broken::Contents) => {
                // Another copy may be about to do the same.
                let lock = lock(&path);
                let kept = read_members(&path).is_err().then(|| keep_aside(&path));
                drop(lock);
                match kept {
                    Some(Ok(aside)) => (Members::new(), Some(Trouble::KeptAside(aside))),
                    Some(Err(error)) => (Members::new(), Some(Trouble::Unreadable(error))),
                    None => (read_members(&path).unwrap_or_default(), None),
                }
            }
            Err(Broken::Io(error)) => (Members::new(), Some(Trouble::Unreadable(error))),
        };
        let value = lenient(&theirs);
        // What was read can be written.
        let base = members_of(&value).unwrap_or_default();
        (Self { path, base }, value, trouble)
    }

    /// Where the file is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Writes what has changed since the file was read or written last.
    ///
    /// # Errors
    /// If the value can not be written as JSON, or the file or its folder can not be
    /// written, or another copy does not let go of it. The file is as it was then.
    pub fn write<T: Serialize + Default>(&mut self, value: &T) -> io::Result<()> {
        let ours = members_of(value)?;
        if ours == self.base {
            return Ok(());
        }
        fs::create_dir_all(folder_of(&self.path))?;
        let lock = lock(&self.path)?;
        let mut base = &self.base;
        let nothing = members_of(&T::default())?;
        let theirs = match read_members(&self.path) {
            Ok(members) => members,
            Err(Broken::Io(error)) => return Err(error),
            Err(Broken::Contents) => {
                let aside = keep_aside(&self.path)?;
                log::error!("{} was broken, kept as {}", self.path.display(), aside.display());
                Members::new()
            }
        };
        if theirs.is_empty() {
            // It is gone: all that is not as by default has to be written again.
            base = &nothing;
        }
        let mut merged = merge::members(base, &ours, &theirs);
        if let (None, Some(version)) = (merged.get(VERSION), ours.get(VERSION)) {
            merged.insert(VERSION.to_owned(), version.clone());
        }
        replace(&self.path, &Value::Object(merged))?;
        drop(lock);
        self.base = ours;
        Ok(())
    }
}

/// Why a file's members are not known.
enum Broken {
    /// They can not be read.
    Io(io::Error),
    /// There are none: it is no JSON object.
    Contents,
}

fn read_members(path: &Path) -> Result<Members, Broken> {
    let file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Members::new()),
        Err(error) => return Err(Broken::Io(error)),
    };
    let mut bytes = Vec::new();
    file.take(MAX_BYTES + 1).read_to_end(&mut bytes).map_err(Broken::Io)?;
    match serde_json::from_slice(&bytes) {
        Ok(Value::Object(members)) if bytes.len() as u64 <= MAX_BYTES => Ok(members),
        _ => Err(Broken::Contents),
    }
}

/// The value with all members that can be read.
fn lenient<T: DeserializeOwned + Default>(members: &Members) -> T {
    let read = |members: Members| serde_json::from_value(Value::Object(members));
    read(members.clone()).unwrap_or_else(|_| {
        let mut good = members.clone();
        good.retain(|name, value| {
            let alone = Members::from_iter([(name.clone(), value.clone())]);
            let is_good = read(alone).map(|_: T| ());
            if let Err(error) = &is_good {
                log::warn!("the setting {name} is not understood, and stays as it is: {error}");
            }
            is_good.is_ok()
        });
        read(good).unwrap_or_default()
    })
}

fn members_of<T: Serialize>(value: &T) -> io::Result<Members> {
    match serde_json::to_value(value)? {
        Value::Object(members) => Ok(members),
        _ => Err(io::Error::new(io::ErrorKind::InvalidInput, "it has no members")),
    }
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Keeps other copies out until it is dropped. The system lets go of it when its
/// process ends, however that ends.
fn lock(path: &Path) -> io::Result<File> {
    let name = path.with_extension("lock");
    let file = File::options().create(true).truncate(false).write(true).open(name)?;
    let since = Instant::now();
    loop {
        match file.try_lock() {
            Ok(()) => return Ok(file),
            // Some network folders know no locks.
            Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => {
                return Ok(file);
            }
            Err(TryLockError::Error(error)) => return Err(error),
            Err(TryLockError::WouldBlock) if since.elapsed() > PATIENCE => {
                return Err(io::Error::new(
                    io::ErrorKind::TimedOut,
                    "another copy of the program does not let go of the file",
                ));
            }
            Err(TryLockError::WouldBlock) => thread::sleep(Duration::from_millis(20)),
        }
    }
}

/// Gives a broken file another name, which no other file has.
fn keep_aside(path: &Path) -> io::Result<PathBuf> {
    let free = (1..10_000).map(|number| path.with_extension(format!("broken-{number}.json")));
    let aside = free.into_iter().find(|name| !name.exists());
    let aside = aside.ok_or_else(|| io::Error::from(io::ErrorKind::AlreadyExists))?;
    fs::rename(path, &aside)?;
    Ok(aside)
}

/// Writes a file anew, whole or not at all.
fn replace(path: &Path, value: &Value) -> io::Result<()> {
    // Where the name is a link, the file that it leads to is the one to be replaced.
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let folder = folder_of(&target);
    remove_unfinished(folder);
    let mut file = tempfile::Builder::new().prefix(UNFINISHED).tempfile_in(folder)?;
    let mut bytes = serde_json::to_vec_pretty(value)?;
    bytes.push(b'\n');
    file.write_all(&bytes)?;
    file.as_file().sync_all()?;
    file.persist(&target).map_err(|error| error.error)?;
    Ok(())
}

/// Removes what a copy left that was stopped while it wrote; under the lock nobody else
/// is writing.
fn remove_unfinished(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        if entry.file_name().to_string_lossy().starts_with(UNFINISHED)
            && let Err(error) = fs::remove_file(entry.path())
        {
            log::warn!("{} could not be removed: {error}", entry.path().display());
        }
    }
}

#[cfg(test)]
#[path = "store_tests.rs"]
mod tests;
