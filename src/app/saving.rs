//! Saving a text under a name that the user chooses, off the thread that paints.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::thread;
use std::time::{Duration, Instant};

use egui::Context;
use tempfile::Builder;

use crate::tr;

/// Why a text could not be saved, in one message that says what to do.
#[derive(Debug, thiserror::Error)]
#[error("{}", not_saved(path, reason))]
pub struct SaveError {
    path: PathBuf,
    reason: Reason,
}

#[derive(Debug, thiserror::Error)]
enum Reason {
    #[error("{}", tr!("app-save-no-folder"))]
    NoFolder,
    #[error("{}", tr!("app-save-is-folder"))]
    IsFolder,
    #[error("{}", tr!("app-save-not-regular"))]
    NotRegular,
    #[error("{}", tr!("app-save-forbidden"))]
    Forbidden,
    #[error("{}", tr!("app-save-full"))]
    Full,
    #[error("{}", tr!("app-save-name"))]
    Name,
    #[error("{}", unknown(.0))]
    Io(#[source] io::Error),
}

fn not_saved(path: &Path, reason: &Reason) -> String {
    tr!("app-not-saved", path = path.display().to_string(), reason = reason.to_string())
}

fn unknown(error: &io::Error) -> String {
    tr!("app-save-unknown", error = error.to_string())
}

impl SaveError {
    fn new(path: &Path, error: io::Error) -> Self {
        let reason = match error.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Reason::NoFolder,
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
                Reason::Forbidden
            }
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Reason::Full,
            io::ErrorKind::IsADirectory => Reason::IsFolder,
            io::ErrorKind::InvalidFilename | io::ErrorKind::InvalidInput => Reason::Name,
            _ => Reason::Io(error),
        };
        Self { path: path.to_owned(), reason }
    }

    /// Where it should have been saved.
    pub fn path(&self) -> &Path {
        &self.path
    }
}

/// Saves a text so that the file is whole or, if that fails, as it was before. Links
/// are followed, and a file that was there keeps its permissions.
pub fn save_text(path: &Path, text: &str) -> Result<(), SaveError> {
    let fail = |error| SaveError::new(path, error);
    // Where the name is a link, the file that it leads to is the one to be replaced.
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let before = match fs::metadata(&target) {
        Ok(data) if data.is_dir() => return Err(with(path, Reason::IsFolder)),
        Ok(data) if !data.is_file() => return Err(with(path, Reason::NotRegular)),
        Ok(data) if data.permissions().readonly() => return Err(with(path, Reason::Forbidden)),
        Ok(data) => Some(data.permissions()),
        Err(_) => None,
    };
    let folder = match target.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let mut builder = Builder::new();
    builder.prefix(".readout-").suffix(".tmp");
    shared(&mut builder);
    let mut file = builder.tempfile_in(folder).map_err(fail)?;
    if let Some(before) = before {
        file.as_file().set_permissions(before).map_err(fail)?;
    }
    file.write_all(text.as_bytes()).map_err(fail)?;
    file.as_file().sync_all().map_err(fail)?;
    file.persist(&target).map_err(|error| fail(error.error))?;
    Ok(())
}

fn with(path: &Path, reason: Reason) -> SaveError {
    SaveError { path: path.to_owned(), reason }
}

/// As any program makes a file: the user's mask takes away from it. Temporary files
/// are for their user alone otherwise.
#[cfg(unix)]
fn shared(builder: &mut Builder<'_, '_>) {
    use std::os::unix::fs::PermissionsExt as _;
    builder.permissions(fs::Permissions::from_mode(0o666));
}

/// Elsewhere a file takes its permissions from its folder.
#[cfg(not(unix))]
fn shared(_: &mut Builder<'_, '_>) {}

/// An answer that comes sooner than this, without a file, is not a person's: the
/// system has no dialog to show.
const SOONEST_ANSWER: Duration = Duration::from_millis(350);

/// A text that is being saved: first the system's dialog is open, then it is written.
pub struct Saving {
    what: &'static str,
    since: Instant,
    answer: Receiver<Answer>,
}

enum Answer {
    Nothing,
    GivenUp,
    Done(Result<PathBuf, SaveError>),
}

/// What came of it.
#[derive(Debug)]
pub enum Saved {
    /// Nothing yet.
    Pending,
    /// It is saved there; to be told: "Brief saved as taiwan.md".
    There(PathBuf),
    /// The user chose no name, or the text was given up.
    Nothing,
    /// The system has no dialog for names.
    NoDialog,
    /// It could not be saved; the message says why and what to do.
    Failed(SaveError),
    /// The thread ended without an answer, which only a defect of the program makes it
    /// do.
    Lost,
}

impl Saving {
    /// Asks where to save a text. `what` is what it is, to be told ("Brief"); `name` is
    /// the name that the dialog proposes. `make` makes the text once the user has chosen,
    /// on the thread that saves it, or gives up.
    pub fn start(
        ctx: &Context,
        frame: Option<&eframe::Frame>,
        what: &'static str,
        name: &str,
        make: impl FnOnce() -> Option<String> + Send + 'static,
    ) -> Self {
        let mut dialog = rfd::AsyncFileDialog::new()
            .set_title(tr!("app-save-title", what = what.to_lowercase()))
            .set_file_name(name)
            .add_filter("Markdown", &["md"])
            .add_filter(tr!("app-all-files"), &["*"]);
        if let Some(frame) = frame {
            dialog = dialog.set_parent(frame);
        }
        // The dialog itself must be made on this thread, and waited for on another.
        let answer = dialog.save_file();
        let choose = move || pollster::block_on(answer).map(|file| file.path().to_owned());
        Self::spawn(ctx, what, choose, make)
    }

    fn spawn(
        ctx: &Context,
        what: &'static str,
        choose: impl FnOnce() -> Option<PathBuf> + Send + 'static,
        make: impl FnOnce() -> Option<String> + Send + 'static,
    ) -> Self {
        let (sender, answer) = channel();
        let ctx = ctx.clone();
        let work = move || {
            let answer = choose_and_save(choose, make);
            // Nobody may be waiting any more; the file is saved all the same.
            let _ = sender.send(answer);
            ctx.request_repaint();
        };
        if let Err(error) = thread::Builder::new().name("save file".to_owned()).spawn(work) {
            log::error!("no thread to save on: {error}");
        }
        Self { what, since: Instant::now(), answer }
    }

    /// What is being saved, in a word.
    pub fn what(&self) -> &'static str {
        self.what
    }

    /// What has come of it.
    pub fn poll(&self) -> Saved {
        match self.answer.try_recv() {
            Ok(Answer::Done(Ok(path))) => Saved::There(path),
            Ok(Answer::Done(Err(error))) => Saved::Failed(error),
            Ok(Answer::Nothing) if self.since.elapsed() < SOONEST_ANSWER => Saved::NoDialog,
            Ok(Answer::Nothing | Answer::GivenUp) => Saved::Nothing,
            Err(TryRecvError::Empty) => Saved::Pending,
            Err(TryRecvError::Disconnected) => Saved::Lost,
        }
    }
}

fn choose_and_save(
    choose: impl FnOnce() -> Option<PathBuf>,
    make: impl FnOnce() -> Option<String>,
) -> Answer {
    let Some(path) = choose() else { return Answer::Nothing };
    match make() {
        Some(text) => Answer::Done(save_text(&path, &text).map(|()| path)),
        None => Answer::GivenUp,
    }
}

/// A name for a file that every system takes: "taiwan.md" for "Taiwan".
pub fn file_name(title: &str, ending: &str) -> String {
    const MOST_CHARS: usize = 60;
    let mut name = String::new();
    for c in title.chars().take(10 * MOST_CHARS) {
        if c.is_alphanumeric() {
            name.extend(c.to_lowercase());
        } else if !name.is_empty() && !name.ends_with('-') {
            name.push('-');
        }
        if name.chars().count() >= MOST_CHARS {
            break;
        }
    }
    let name = name.trim_end_matches('-');
    // Windows knows devices by such names.
    let is_device = ["con", "prn", "aux", "nul"].contains(&name)
        || (name.len() == 4 && (name.starts_with("com") || name.starts_with("lpt")));
    match name {
        "" => format!("readout.{ending}"),
        _ if is_device => format!("readout-{name}.{ending}"),
        _ => format!("{name}.{ending}"),
    }
}

#[cfg(test)]
#[path = "saving_tests.rs"]
mod tests;
