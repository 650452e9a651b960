//! Work off the thread that paints, of which only the latest is wanted.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use egui::Context;

use crate::host::crash;

/// Work that takes longer than this is noted in the log.
const SLOW: Duration = Duration::from_secs(2);

/// Tells a piece of work whether it is still wanted.
pub type Cancelled<'a> = &'a dyn Fn() -> bool;

/// The latest piece of work of a sort. To start another, or to drop this, stops the
/// one before; what that still finds goes nowhere.
#[derive(Debug)]
pub struct Latest<T> {
    name: &'static str,
    running: Option<Running<T>>,
}

/// What has come of a piece of work.
#[derive(Debug, PartialEq, Eq)]
pub enum Waited<T> {
    /// It is under way, or there is none.
    Pending,
    /// This.
    Done(T),
    /// It ended without a result.
    Nothing,
}

#[derive(Debug)]
struct Running<T> {
    told: Receiver<Told<T>>,
    is_cancelled: Arc<AtomicBool>,
}

/// What a piece of work tells.
enum Told<T> {
    /// What there is so far.
    SoFar(T),
    /// What came of it; nothing more follows.
    End(Option<T>),
}

impl<T> Running<T> {
    fn cancel(&self) {
        self.is_cancelled.store(true, Ordering::Relaxed);
    }
}

impl<T> Drop for Running<T> {
    fn drop(&mut self) {
        self.cancel();
    }
}

/// Frees what is not wanted any more on another thread: to free a large thing takes
/// longer than a frame has.
pub fn let_go<T: Send + 'static>(unwanted: T) {
    rayon::spawn(move || drop(unwanted));
}

impl<T: Send + 'static> Latest<T> {
    /// Nothing yet. The name is that of the thread.
    pub fn new(name: &'static str) -> Self {
        Self { name, running: None }
    }

    /// Starts a piece of work; none as its result means that it was given up.
    pub fn start(
        &mut self,
        window: &Context,
        work: impl FnOnce(Cancelled<'_>) -> Option<T> + Send + 'static,
    ) {
        self.start_telling(window, |cancelled, _| work(cancelled));
    }

    /// As [`Latest::start`], for work that calls with what there is so far before it ends.
    pub fn start_telling(
        &mut self,
        window: &Context,
        work: impl FnOnce(Cancelled<'_>, &mut dyn FnMut(T)) -> Option<T> + Send + 'static,
    ) {
        self.stop();
        let is_cancelled = Arc::new(AtomicBool::new(false));
        let (sender, told) = channel();
        let (flag, window, name) = (Arc::clone(&is_cancelled), window.clone(), self.name);
        let run = move || {
            let tell = |told| {
                // Nobody may be waiting any more.
                if sender.send(told).is_ok() {
                    window.request_repaint();
                }
            };
            let mut so_far = |result| tell(Told::SoFar(result));
            let since = Instant::now();
            crash::panic_if_asked("job");
            let result = work(&|| flag.load(Ordering::Relaxed), &mut so_far);
            if since.elapsed() > SLOW && !flag.load(Ordering::Relaxed) {
                log::info!("it took {} ms to {name}", since.elapsed().as_millis());
            }
            tell(Told::End(result));
        };
        self.running = match thread::Builder::new().name(self.name.to_owned()).spawn(run) {
            Ok(_) => Some(Running { told, is_cancelled }),
            Err(error) => {
                log::error!("no thread to {}: {error}", self.name);
                // Its sender is gone: who waits is told that nothing comes.
                let (_, told) = channel();
                Some(Running { told, is_cancelled })
            }
        };
    }

    /// Gives up what is under way.
    pub fn stop(&mut self) {
        if let Some(running) = self.running.take() {
            running.cancel();
            // What it has found already may be large.
            let_go(running);
        }
    }

    /// Whether work is under way.
    pub fn is_busy(&self) -> bool {
        self.running.is_some()
    }

    /// The newest result, if one is there within `patience`; once. Work that tells what
    /// there is so far may still be under way then.
    pub fn poll(&mut self, patience: Duration) -> Option<T> {
        match self.wait(patience) {
            Waited::Done(result) => Some(result),
            Waited::Nothing | Waited::Pending => None,
        }
    }

    /// The same for who must tell work that is under way from work that gave nothing.
    pub fn wait(&mut self, mut patience: Duration) -> Waited<T> {
        let mut newest = Waited::Pending;
        while let Some(running) = &self.running {
            let result = match running.told.recv_timeout(patience) {
                Ok(Told::SoFar(result)) => {
                    newest = Waited::Done(result);
                    patience = Duration::ZERO;
                    continue;
                }
                Ok(Told::End(result)) => result,
                Err(RecvTimeoutError::Timeout) => break,
                Err(RecvTimeoutError::Disconnected) => {
                    log::error!("the thread to {} ended without a result", self.name);
                    None
                }
            };
            self.running = None;
            newest = result.map_or(Waited::Nothing, Waited::Done);
        }
        newest
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::sync_channel;

    use super::*;

    const PATIENCE: Duration = Duration::from_secs(10);

    #[test]
    fn only_the_latest_arrives_and_the_one_before_is_told() {
        let (told, was_told) = sync_channel(1);
        let mut latest = Latest::new("test");
        let window = Context::default();
        latest.start(&window, move |cancelled| {
            while !cancelled() {
                thread::yield_now();
            }
            told.send(()).expect("the test waits");
            Some(1)
        });
        latest.start(&window, |_| Some(2));
        assert_eq!(latest.poll(PATIENCE), Some(2));
        assert!(was_told.recv_timeout(PATIENCE).is_ok());
        assert!(!latest.is_busy());
        assert_eq!(latest.poll(Duration::ZERO), None);
    }

    #[test]
    fn what_there_is_so_far_arrives_before_the_end_and_never_after_it() {
        let (go_on, may_go_on) = sync_channel::<()>(1);
        let mut latest = Latest::new("tell in a test");
        latest.start_telling(&Context::default(), move |_, tell| {
            tell(1);
            may_go_on.recv().ok()?;
            tell(2);
            Some(3)
        });
        assert_eq!(latest.poll(PATIENCE), Some(1));
        assert!(latest.is_busy());
        assert_eq!(latest.wait(Duration::ZERO), Waited::Pending);
        go_on.send(()).expect("the thread waits");
        let mut last = None;
        while latest.is_busy() {
            last = latest.poll(PATIENCE).or(last);
        }
        assert_eq!(last, Some(3));
    }

    #[test]
    fn a_thread_that_fails_leaves_nothing_to_wait_for() {
        let mut latest: Latest<u8> = Latest::new("fail in a test");
        latest.start(&Context::default(), |_| None);
        assert_eq!(latest.wait(PATIENCE), Waited::Nothing);
        assert!(!latest.is_busy());
    }
}
