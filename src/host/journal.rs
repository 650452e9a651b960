//! The log: what the program did and what went wrong, for who looks into a defect.
//!
//! It holds paths and errors, and nothing of what stands in the user's files.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use flexi_logger::{
    Cleanup, Criterion, DeferredNow, Duplicate, FileSpec, FlexiLoggerError, LogSpecification,
    Logger, LoggerHandle, Naming,
};
use log::{LevelFilter, Record};

/// The size from which on a new file is begun.
const MAX_BYTES: u64 = 1 << 20;
/// How many full files are kept beside the one that is being written.
const MAX_FILES: usize = 4;

/// Where the log is, once it has been started.
static FOLDER: OnceLock<PathBuf> = OnceLock::new();

/// The log, which is written to as long as this lives.
#[must_use]
pub struct Journal {
    handle: Option<LoggerHandle>,
}

impl Journal {
    /// Starts the log in a folder, and on the terminal: errors, or all of it if
    /// `is_verbose`. Where the folder can not be written, on the terminal alone.
    pub fn start(folder: Option<&Path>, is_verbose: bool) -> Self {
        let in_folder = folder.map(|folder| (folder, to_folder(folder, is_verbose)));
        let handle = match in_folder {
            Some((folder, Ok(handle))) => {
                // Set once: the log is started once.
                let _ = FOLDER.set(folder.to_owned());
                Ok(handle)
            }
            Some((folder, Err(error))) => {
                let handle = to_terminal(is_verbose);
                log::error!("there is no log in {}: {error}", folder.display());
                handle
            }
            None => to_terminal(is_verbose),
        };
        if let Err(error) = &handle {
            to_stderr(&format!("readout: there is no log: {error}"));
        }
        Self { handle: handle.ok() }
    }
}

/// Writes a line for those who started the program from a terminal. Where that has gone,
/// nobody reads it; the library's own macro would end the program then.
pub fn to_stderr(line: &str) {
    let _ = writeln!(std::io::stderr(), "{line}");
}

impl Drop for Journal {
    fn drop(&mut self) {
        if let Some(handle) = &self.handle {
            handle.flush();
        }
    }
}

/// Where the log is, if it is in files.
pub fn folder() -> Option<&'static Path> {
    FOLDER.get().map(PathBuf::as_path)
}

/// What other crates say goes into the log from warnings on: they say much.
fn levels(is_verbose: bool) -> LogSpecification {
    let (others, own) = if is_verbose {
        (LevelFilter::Info, LevelFilter::Debug)
    } else {
        (LevelFilter::Warn, LevelFilter::Info)
    };
    let mut levels = LogSpecification::builder();
    levels.default(others).module(env!("CARGO_CRATE_NAME"), own);
    levels.build()
}

fn to_folder(folder: &Path, is_verbose: bool) -> Result<LoggerHandle, FlexiLoggerError> {
    let file = FileSpec::default().directory(folder).basename("readout").suppress_timestamp();
    Logger::with(levels(is_verbose))
        .log_to_file(file)
        .append()
        .rotate(Criterion::Size(MAX_BYTES), Naming::Numbers, Cleanup::KeepLogFiles(MAX_FILES))
        .format_for_files(dated)
        .duplicate_to_stderr(if is_verbose { Duplicate::All } else { Duplicate::Error })
        .format_for_stderr(named)
        .start()
}

fn to_terminal(is_verbose: bool) -> Result<LoggerHandle, FlexiLoggerError> {
    let levels = if is_verbose { levels(true) } else { LogSpecification::error() };
    Logger::with(levels).log_to_stderr().format_for_stderr(named).start()
}

/// A line of the file.
fn dated(out: &mut dyn Write, now: &mut DeferredNow, record: &Record<'_>) -> io::Result<()> {
    let (time, level) = (now.format("%Y-%m-%d %H:%M:%S%.3f"), record.level());
    // Which copy of the program, where several write.
    let process = std::process::id();
    let module = record.module_path().unwrap_or_default();
    write!(out, "{time} {process} {level:5} {module}: {}", record.args())
}

/// A line on the terminal, as any tool writes it.
fn named(out: &mut dyn Write, _: &mut DeferredNow, record: &Record<'_>) -> io::Result<()> {
    let level = record.level().as_str().to_ascii_lowercase();
    write!(out, "readout: {level}: {}", record.args())
}
