//! What is left behind when the program panics: a report in a file and in the log, a
//! window of its own that tells of it, and word to the window that is still there where
//! it was a job in the background.

use std::backtrace::Backtrace;
use std::fmt::Write as _;
use std::fs;
use std::panic::{self, PanicHookInfo};
use std::path::{Path, PathBuf};
use std::process::{self, Command};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, OnceLock, PoisonError};
use std::thread;

use super::journal;

/// The argument with which the program starts itself to show a report.
pub const ARGUMENT: &str = "--crash-report";
/// The exit code of a program that has panicked, as Rust has it.
pub const EXIT_CODE: u8 = 101;
/// The variable that asks for a panic, in a build for developers.
const TEST: &str = "READOUT_TEST_PANIC";
/// How many reports are kept.
const MAX_REPORTS: usize = 8;

/// The files that are open, to be opened again.
static OPEN_FILES: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());
/// Whether a job has panicked since that was asked last.
static HAS_FAILED: AtomicBool = AtomicBool::new(false);
/// Whether the report of this process is being shown.
static IS_TOLD: AtomicBool = AtomicBool::new(false);
/// Wakes the window.
static WAKE: OnceLock<Box<dyn Fn() + Send + Sync>> = OnceLock::new();

/// From now on, a panic is reported. Reports go into the folder, or into that for
/// temporary files. The program that tells of it is started with `args`, too. To be called
/// on the thread that will have the window.
pub fn report_panics(folder: Option<PathBuf>, args: Vec<String>) {
    let window = thread::current().id();
    // A task of rayon's that nobody waits for would end the program. The pool is there
    // already if something has used it.
    let _ = rayon::ThreadPoolBuilder::new().panic_handler(|_| ()).build_global();
    panic::set_hook(Box::new(move |info| {
        let text = report(info);
        log::error!("{text}");
        if journal::folder().is_none() {
            journal::to_stderr(&text);
        }
        if thread::current().id() != window {
            HAS_FAILED.store(true, Ordering::Relaxed);
            if let Some(wake) = WAKE.get() {
                wake();
            }
        } else if !IS_TOLD.swap(true, Ordering::Relaxed) {
            // Here and not behind the unwinding, which a second panic would end.
            if let Err(error) = tell(&text, folder.as_deref(), &args) {
                journal::to_stderr(&format!("readout: the report could not be shown: {error}"));
            }
        }
    }));
}

/// From now on, a panic ends the program with a word on the terminal: it is the one that
/// tells of another's panic.
pub fn end_by_panics() {
    panic::set_hook(Box::new(|info| {
        journal::to_stderr(&report(info));
        process::exit(EXIT_CODE.into());
    }));
}

/// Names what wakes the window when a job has panicked.
pub fn wake_by(wake: impl Fn() + Send + Sync + 'static) {
    // The program has one window, and so is told once.
    let _ = WAKE.set(Box::new(wake));
}

/// Whether a job has panicked since this was called last.
pub fn take_failure() -> bool {
    HAS_FAILED.swap(false, Ordering::Relaxed)
}

/// Notes which files are open: they can be opened again after a panic.
pub fn note_open_files(files: Vec<PathBuf>) {
    *OPEN_FILES.lock().unwrap_or_else(PoisonError::into_inner) = files;
}

/// Panics if this place is among those that `READOUT_TEST_PANIC` names, in a build for developers: so
/// what follows can be tried.
pub fn panic_if_asked(place: &str) {
    if cfg!(debug_assertions) {
        let asked = std::env::var(TEST).unwrap_or_default();
        assert!(!asked.split(',').any(|asked| asked == place), "asked to panic in “{place}”");
    }
}

/// Starts the program anew to show the report.
fn tell(text: &str, folder: Option<&Path>, args: &[String]) -> std::io::Result<()> {
    let temporary = std::env::temp_dir();
    let in_folder = folder.map(|folder| write(folder, text));
    let file = match in_folder {
        Some(Ok(file)) => file,
        Some(Err(_)) | None => write(&temporary, text)?,
    };
    // The hook may have been called while they were being noted.
    let files = OPEN_FILES.try_lock().map(|files| files.clone()).unwrap_or_default();
    let mut again = Command::new(std::env::current_exe()?);
    again.args(args).arg(ARGUMENT).arg(file).arg("--").args(files);
    if std::env::var_os(TEST).is_some_and(|asked| asked == "ui" || asked == "later") {
        again.env_remove(TEST);
    }
    again.spawn()?;
    Ok(())
}

/// Writes a report, of which only the last ones are kept.
fn write(folder: &Path, text: &str) -> std::io::Result<PathBuf> {
    fs::create_dir_all(folder)?;
    let mut old = reports(folder);
    old.sort();
    for file in old.iter().rev().skip(MAX_REPORTS - 1) {
        fs::remove_file(file)?;
    }
    let time = jiff::Timestamp::now().strftime("%Y-%m-%d-%H%M%S");
    let file = folder.join(format!("readout-crash-{time}-{}.txt", process::id()));
    fs::write(&file, text)?;
    Ok(file)
}

fn reports(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let is_report = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with("readout-crash-") && name.ends_with(".txt")
    };
    entries.filter(is_report).collect()
}

/// The report in English, for who mends the defect.
fn report(info: &PanicHookInfo<'_>) -> String {
    let thread = thread::current();
    let mut text = format!(
        "Readout {} on {} {} panicked on the thread “{}”",
        env!("READOUT_VERSION"),
        std::env::consts::OS,
        std::env::consts::ARCH,
        thread.name().unwrap_or("without a name"),
    );
    if let Some(place) = info.location() {
        // To write into a String does not fail.
        let _ = write!(text, " at {place}");
    }
    let message = info.payload_as_str().unwrap_or("the panic has no message");
    let _ = write!(text, ":\n{}\n\n{}", unquoted(message), Backtrace::force_capture());
    text
}

/// A message up to what it quotes, which may be of the user's files. Where the quote ends
/// is not looked for: it may hold quotation marks of its own.
fn unquoted(message: &str) -> String {
    match message.find(['`', '"']).and_then(|at| message.get(..=at)) {
        Some(before) => format!("{before}…"),
        None => message.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_quotes_nothing_of_the_users_files() {
        let message = "byte index 1 is not a char boundary; it is inside 'é' of `é, said \"she`";
        assert_eq!(
            unquoted(message),
            "byte index 1 is not a char boundary; it is inside 'é' of `…"
        );
        assert_eq!(unquoted("E(\"a \\\"b\\\" c\")"), "E(\"…");
        assert_eq!(unquoted("cut \"off"), "cut \"…");
        let plain = "index out of bounds: the len is 3 but the index is 7";
        assert_eq!(unquoted(plain), plain);
    }

    #[test]
    fn only_the_last_reports_are_kept() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let other = folder.path().join("other.txt");
        fs::write(&other, "it stays").expect("it is written");
        for number in 0..20 {
            let name = format!("readout-crash-2000-01-01-0000{number:02}-1.txt");
            fs::write(folder.path().join(name), "").expect("it is written");
        }
        let file = write(folder.path(), "report").expect("it is written");
        let left = reports(folder.path());
        assert_eq!(left.len(), MAX_REPORTS);
        assert!(left.contains(&file) && other.exists());
        assert!(left.iter().any(|file| file.to_string_lossy().contains("000019")));
    }
}
