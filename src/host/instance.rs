//! One running copy for a user's session: a second start hands its files to the first
//! one and ends.
//!
//! Who holds the lock is the first one; the system lets go of it when the process ends,
//! however that ends. Beside it is a socket in a folder that is for the user alone. A
//! second start sends one line of JSON, and goes on as a copy of its own unless the
//! first one's window says within a moment that it has taken the files.

use std::fs::{self, File, TryLockError};
use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, channel, sync_channel};
use std::thread;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use interprocess::local_socket::prelude::*;
use interprocess::local_socket::{Listener, ListenerOptions, Name, Stream};
use serde::{Deserialize, Serialize};

use super::path::AnyPath;

/// How long a second start waits for the first one's answer.
const PATIENCE: Duration = Duration::from_millis(2500);
/// How long the first one's window may take; shorter, so that its answer arrives.
const WINDOW_PATIENCE: Duration = Duration::from_millis(1500);
/// How long a second start waits until the first one listens.
const UNTIL_LISTENING: Duration = Duration::from_secs(1);
/// The longest message.
const MAX_BYTES: u64 = 1 << 20;
/// The most files of a message.
const MAX_FILES: usize = 1000;
/// The most messages that are being read, and that wait for the window.
const MAX_WAITING: usize = 8;
/// What the first one answers when it has taken the files.
const TAKEN: &[u8] = b"taken\n";

/// What is sent.
#[derive(Debug, Serialize, Deserialize)]
struct Message {
    /// Absolute paths.
    files: Vec<AnyPath>,
    /// How long the answer is waited for, as time since 1970. Then they are opened
    /// elsewhere.
    until: Duration,
}

/// What this start of the program is.
pub enum Start {
    /// The first one, which others find.
    First(First),
    /// Another copy has taken the files: this one can end.
    HandedOver,
    /// One beside others, or one where that can not be told.
    Alone,
}

/// The first running copy, until it is dropped.
pub struct First {
    listener: Listener,
    /// Held as long as this lives.
    lock: File,
}

/// Files that a second start of the program hands over.
pub struct Request {
    files: Vec<PathBuf>,
    state: Arc<AtomicU8>,
    answer: SyncSender<()>,
}

/// The states of a request: whoever leaves the first one decides.
const WAITING: u8 = 0;
/// The window has the files.
const IN_WINDOW: u8 = 1;
/// The window took too long; the other copy opens them itself.
const GIVEN_UP: u8 = 2;

impl Request {
    /// Takes the files, unless the other copy has opened them itself by now.
    pub fn take(self) -> Option<Vec<PathBuf>> {
        leave(&self.state, IN_WINDOW).then(|| {
            // Whoever waits may have just ended.
            let _ = self.answer.try_send(());
            self.files
        })
    }
}

/// Whether a request went from waiting to another state.
fn leave(state: &AtomicU8, other: u8) -> bool {
    state.compare_exchange(WAITING, other, Ordering::AcqRel, Ordering::Acquire).is_ok()
}

/// Finds out whether a copy is running already in this session, and hands files to it.
pub fn start(runtime: &Path, files: &[PathBuf]) -> Start {
    match try_start(runtime, files) {
        Ok(start) => start,
        Err(error) => {
            log::warn!("other running copies can not be found: {error}");
            Start::Alone
        }
    }
}

fn try_start(runtime: &Path, files: &[PathBuf]) -> io::Result<Start> {
    make_private(runtime)?;
    let session = session();
    let lock = File::options()
        .create(true)
        .truncate(false)
        .write(true)
        .open(runtime.join(format!("{session}.lock")))?;
    match lock.try_lock() {
        Ok(()) => {
            let listener = listen(runtime, &session)?;
            Ok(Start::First(First { listener, lock }))
        }
        Err(TryLockError::WouldBlock) => match hand_over(runtime, &session, files) {
            Ok(()) => Ok(Start::HandedOver),
            Err(error) => {
                log::warn!("the running copy does not take the files: {error}");
                Ok(Start::Alone)
            }
        },
        Err(TryLockError::Error(error)) => Err(error),
    }
}

/// The folder, for the user alone.
fn make_private(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// The name of the user's session: a second one, on another screen, has its own window.
fn session() -> String {
    let said = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
    let wayland = said("WAYLAND_DISPLAY").map(|name| wayland_name(&name).to_owned());
    let name = wayland.or_else(|| said("DISPLAY").map(|name| x_name(&name)));
    file_name(&name.unwrap_or_else(|| "screen".to_owned()))
}

/// What tells a screen of Wayland's: it may be given by its socket's whole path.
fn wayland_name(name: &str) -> &str {
    name.rsplit('/').next().unwrap_or(name)
}

/// What tells a display of X's: `:0`, `unix:0` and its first screen `:0.0` are one.
fn x_name(name: &str) -> String {
    let Some((host, number)) = name.rsplit_once(':') else { return name.to_owned() };
    let number = number.split('.').next().unwrap_or(number);
    format!("{}:{number}", if host == "unix" { "" } else { host })
}

/// A file's name that every system takes, and not longer than a socket's may be.
fn file_name(name: &str) -> String {
    let surplus = name.chars().count().saturating_sub(24);
    let simple = |c: char| if c.is_ascii_alphanumeric() { c } else { '-' };
    name.chars().skip(surplus).map(simple).collect()
}

#[cfg(unix)]
fn socket_name(runtime: &Path, session: &str) -> io::Result<Name<'static>> {
    use interprocess::local_socket::GenericFilePath;
    socket_file(runtime, session).to_fs_name::<GenericFilePath>()
}

#[cfg(unix)]
fn socket_file(runtime: &Path, session: &str) -> PathBuf {
    runtime.join(format!("{session}.socket"))
}

#[cfg(windows)]
fn socket_name(_: &Path, session: &str) -> io::Result<Name<'static>> {
    use interprocess::local_socket::GenericNamespaced;
    let user = std::env::var("USERNAME").unwrap_or_default();
    format!("readout-{user}-{session}").to_ns_name::<GenericNamespaced>()
}

fn listen(runtime: &Path, session: &str) -> io::Result<Listener> {
    let options = ListenerOptions::new().name(socket_name(runtime, session)?);
    #[cfg(unix)]
    let options = {
        // Of a copy that has ended: it does not have the lock any more.
        match fs::remove_file(socket_file(runtime, session)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => options,
        }
    };
    options.create_sync()
}

/// The time since 1970, by which a start and the first copy mean the same.
fn now() -> Duration {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default()
}

fn hand_over(runtime: &Path, session: &str, files: &[PathBuf]) -> io::Result<()> {
    let files = files.iter().map(std::path::absolute).collect::<io::Result<Vec<_>>>()?;
    let files: Vec<_> = files.into_iter().map(AnyPath).collect();
    if files.len() > MAX_FILES {
        return Err(io::Error::other("these are too many files"));
    }
    let mut line = serde_json::to_string(&Message { files, until: now() + PATIENCE })?;
    line.push('\n');
    let (runtime, session) = (runtime.to_owned(), session.to_owned());
    let (sender, answer) = channel();
    // On a thread of its own: not every system can read from a socket for a while only.
    thread::Builder::new().name("hand over".to_owned()).spawn(move || {
        // Nobody waits any more after a while.
        let _ = sender.send(send(&runtime, &session, line.as_bytes()));
    })?;
    answer.recv_timeout(PATIENCE).unwrap_or_else(|_| Err(io::ErrorKind::TimedOut.into()))
}

fn send(runtime: &Path, session: &str, line: &[u8]) -> io::Result<()> {
    let since = Instant::now();
    let mut stream = loop {
        match Stream::connect(socket_name(runtime, session)?) {
            Ok(stream) => break stream,
            Err(error) if since.elapsed() > UNTIL_LISTENING => return Err(error),
            Err(_) => thread::sleep(Duration::from_millis(50)),
        }
    };
    stream.write_all(line)?;
    let mut answer = Vec::new();
    stream.take(TAKEN.len() as u64).read_to_end(&mut answer)?;
    if answer == TAKEN { Ok(()) } else { Err(io::Error::other("it did not answer")) }
}

impl First {
    /// Listens for other starts until the program ends. `wake` wakes the window, which is
    /// to take what arrives.
    pub fn listen(self, wake: impl Fn() + Clone + Send + 'static) -> io::Result<Receiver<Request>> {
        let (sender, requests) = sync_channel(MAX_WAITING);
        let reading = Arc::new(AtomicUsize::new(0));
        let serve = move || {
            let Self { listener, lock } = self;
            for stream in listener.incoming() {
                let (sender, wake, reading) = (sender.clone(), wake.clone(), reading.clone());
                let stream = match stream {
                    Ok(stream) => stream,
                    Err(error) => {
                        log::warn!("a second start could not be heard: {error}");
                        // Such as too many open files: not again at once.
                        thread::sleep(Duration::from_millis(100));
                        continue;
                    }
                };
                if reading.fetch_add(1, Ordering::Relaxed) >= MAX_WAITING {
                    reading.fetch_sub(1, Ordering::Relaxed);
                    continue;
                }
                let count = Arc::clone(&reading);
                let answer = move || {
                    if let Err(error) = receive(stream, &sender, &wake) {
                        log::warn!("a second start was not answered: {error}");
                    }
                    reading.fetch_sub(1, Ordering::Relaxed);
                };
                let thread = thread::Builder::new().name("second start".to_owned());
                if let Err(error) = thread.spawn(answer) {
                    count.fetch_sub(1, Ordering::Relaxed);
                    log::error!("no thread for a second start: {error}");
                }
            }
            drop(lock);
        };
        thread::Builder::new().name("second starts".to_owned()).spawn(serve)?;
        Ok(requests)
    }
}

/// Reads what a second start sends, and answers when the window has taken it.
fn receive(mut stream: Stream, window: &SyncSender<Request>, wake: &impl Fn()) -> io::Result<()> {
    // Where the system can; elsewhere, few are read at a time.
    let _ = stream.set_recv_timeout(Some(WINDOW_PATIENCE));
    let mut line = String::new();
    BufReader::new((&mut stream).take(MAX_BYTES)).read_line(&mut line)?;
    let message: Message = serde_json::from_str(&line)?;
    let left = message.until.saturating_sub(now());
    if left.is_zero() {
        // It came to be read late, and was opened elsewhere by then.
        return Err(io::Error::other("nobody waits for the answer any more"));
    }
    let files: Vec<PathBuf> = message.files.into_iter().map(|AnyPath(path)| path).collect();
    if files.len() > MAX_FILES || !files.iter().all(|path| path.is_absolute()) {
        return Err(io::Error::other("the message is not as this program sends it"));
    }
    let (answer, taken) = sync_channel(1);
    let state = Arc::new(AtomicU8::new(WAITING));
    let request = Request { files, state: Arc::clone(&state), answer };
    window.try_send(request).map_err(|_| io::Error::other("the window is not there"))?;
    wake();
    if taken.recv_timeout(left.min(WINDOW_PATIENCE)).is_err() && leave(&state, GIVEN_UP) {
        return Err(io::Error::other("the window is busy"));
    }
    stream.write_all(TAKEN)
}

#[cfg(test)]
#[path = "instance_tests.rs"]
mod tests;
