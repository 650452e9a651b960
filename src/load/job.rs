//! A reading under way: how far it is, and whether it is still wanted.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// The progress of a reading, shared between the thread that reads and the one
/// that waits; a clone is the same job.
#[derive(Clone, Default)]
pub struct Job {
    shared: Arc<Shared>,
}

#[derive(Default)]
struct Shared {
    cancelled: AtomicBool,
    /// In thousandths.
    progress: AtomicUsize,
    events: AtomicUsize,
}

impl Job {
    /// A job that nobody waits for.
    pub fn new() -> Self {
        Self::default()
    }

    /// Asks the reading to stop. It ends soon with an error that is
    /// [`is_cancelled`](super::OpenError::is_cancelled), if it has not ended yet.
    pub fn cancel(&self) {
        self.shared.cancelled.store(true, Ordering::Relaxed);
    }

    /// Whether the reading has been asked to stop.
    pub fn is_cancelled(&self) -> bool {
        self.shared.cancelled.load(Ordering::Relaxed)
    }

    /// How much of the reading is done, from 0 to 1.
    pub fn fraction(&self) -> f32 {
        self.shared.progress.load(Ordering::Relaxed) as f32 / 1000.0
    }

    /// How many events have been read so far.
    pub fn events(&self) -> usize {
        self.shared.events.load(Ordering::Relaxed)
    }

    /// Notes that `done` of `all` of a part of the work is done, where the part
    /// goes from one thousandth of the whole to another.
    pub(super) fn advance(&self, part: (usize, usize), done: usize, all: usize) {
        let (from, to) = part;
        let share = (done as f64 / all.max(1) as f64).min(1.0);
        let now = from + ((to.saturating_sub(from)) as f64 * share) as usize;
        self.shared.progress.fetch_max(now, Ordering::Relaxed);
    }

    pub(super) fn set_events(&self, events: usize) {
        self.shared.events.fetch_max(events, Ordering::Relaxed);
    }
}

impl fmt::Debug for Job {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Job")
            .field("cancelled", &self.is_cancelled())
            .field("fraction", &self.fraction())
            .field("events", &self.events())
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn progress_goes_from_nothing_to_all_in_parts() {
        let job = Job::new();
        assert_eq!(job.fraction(), 0.0);
        job.advance((0, 400), 500, 1000);
        assert_eq!(job.fraction(), 0.2);
        job.advance((400, 1000), 1000, 1000);
        assert_eq!(job.fraction(), 1.0);
    }
}
