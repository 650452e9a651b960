//! Reading files and asking for them, off the thread that paints.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, TryRecvError, channel, sync_channel};
use std::sync::{Arc, OnceLock};
use std::thread;
use std::time::{Duration, Instant};

use egui::Context;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::background::let_go;
use super::watching::read_when_quiet;
use crate::find::Vocabulary;
use crate::host::path::absolute;
use crate::load::{self, Document, Job, OpenError};
use crate::model::{Dataset, EventIx};
use crate::timeline::{LaneChoice, Lanes, Middle, Overview, Periods};
use crate::tr;
use crate::ui::detail::Introduction;

/// Where a dataset comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Origin {
    /// It is part of the program.
    Bundled,
    /// A file.
    File(#[serde(with = "crate::host::path")] PathBuf),
}

impl Origin {
    /// What tells it from others in the settings.
    pub fn key(&self) -> String {
        match self {
            Self::Bundled => "bundled".to_owned(),
            Self::File(path) => absolute(path).display().to_string(),
        }
    }

    /// The name for people.
    pub fn name(&self) -> String {
        match self {
            Self::Bundled => tr!("app-bundled").to_owned(),
            Self::File(path) => path
                .file_name()
                .map_or_else(|| path.display().to_string(), |n| n.to_string_lossy().into_owned()),
        }
    }
}

/// The dataset that comes with the program.
pub const BUNDLED: &str = include_str!("../../assets/us-china-meetings.readout.json");

/// A dataset with all that is made of it before it is shown, so that nothing that
/// grows with it is done on the thread that paints.
pub struct Prepared {
    /// The dataset with its text.
    pub document: Arc<Document>,
    /// Its lanes.
    pub lanes: Arc<Lanes>,
    /// Its counts.
    pub overview: Overview,
    /// Its bands.
    pub periods: Periods,
    /// What can be asked for in it.
    pub vocabulary: Arc<Vocabulary>,
    /// What is told of it while nothing is selected.
    pub introduction: Introduction,
    /// The days in the middle of its meetings, in order.
    pub days: Vec<Middle>,
}

impl Prepared {
    /// Makes what is shown of a dataset; none where that is not wanted any more.
    pub fn new(document: Document, choice: LaneChoice, job: &Job) -> Option<Self> {
        match Parts::of(document.dataset(), choice, job) {
            Some(parts) => Some(parts.with(document)),
            None => {
                // To free it takes its time, too.
                let_go(document);
                None
            }
        }
    }
}

/// What is made of a dataset, each in a moment of its own.
struct Parts {
    lanes: Lanes,
    days: Vec<Middle>,
    vocabulary: Vocabulary,
    introduction: Introduction,
    overview: Overview,
    periods: Periods,
}

impl Parts {
    fn of(dataset: &Dataset, choice: LaneChoice, job: &Job) -> Option<Self> {
        let wanted = || (!job.is_cancelled()).then_some(());
        let (in_time, in_words) = rayon::join(
            || {
                let lanes = wanted().map(|()| Lanes::new(dataset, choice))?;
                wanted().map(|()| (lanes, days(dataset)))
            },
            || {
                let words = || {
                    let vocabulary = wanted().map(|()| Vocabulary::of(dataset))?;
                    wanted().map(|()| (vocabulary, Introduction::of(dataset)))
                };
                rayon::join(words, || wanted().map(|()| Overview::new(dataset)))
            },
        );
        let ((lanes, days), (words, overview)) = (in_time?, in_words);
        let ((vocabulary, introduction), overview) = words.zip(overview)?;
        let periods = Periods::new(dataset);
        Some(Self { lanes, days, vocabulary, introduction, overview, periods })
    }

    fn with(self, document: Document) -> Prepared {
        let Self { lanes, days, vocabulary, introduction, overview, periods } = self;
        Prepared {
            lanes: Arc::new(lanes),
            overview,
            periods,
            vocabulary: Arc::new(vocabulary),
            introduction,
            days,
            document: Arc::new(document),
        }
    }
}

/// The days in the middle of all meetings, in order.
fn days(dataset: &Dataset) -> Vec<Middle> {
    let span = |pos: usize| dataset.events.span(EventIx::from_pos(pos));
    let middles = (0..dataset.events.len()).into_par_iter().filter_map(span).map(Middle::of);
    let mut days: Vec<Middle> = middles.collect();
    days.par_sort_unstable();
    days
}

/// A file that is being read. Dropped, it stops the reading, and what that still
/// finds goes nowhere: no stale result can arrive.
pub struct Loading {
    /// What is being read.
    pub origin: Origin,
    /// How far it is, and the way to stop it.
    pub job: Job,
    /// When it began.
    pub since: Instant,
    /// Whether nobody asked for it: the file has changed.
    pub is_by_itself: bool,
    /// Since when the file itself is being read, once it is.
    begun: Arc<OnceLock<Instant>>,
    result: Receiver<Step>,
    /// Whom to wake with the result; not yet known while the window is being made.
    window: Arc<OnceLock<Context>>,
}

/// What a reading tells.
enum Step {
    /// What there is so far.
    Growing(Prepared),
    /// The file holds what is known already.
    Unchanged,
    /// What came of it.
    End(Result<Prepared, OpenError>),
}

/// What came of a reading.
pub enum Outcome {
    /// Not there yet.
    Pending,
    /// What there is of a large file; the reading goes on.
    Growing(Box<Prepared>),
    /// The file holds what it held before.
    Unchanged,
    /// A dataset.
    Opened(Box<Prepared>),
    /// It could not be opened.
    Failed(OpenError),
    /// The thread ended without an answer, which only a defect of the program
    /// makes it do.
    Lost,
}

impl Loading {
    /// Begins to read, on a thread of its own. To be called before the window is
    /// made: making it takes longer than reading an ordinary dataset.
    pub fn start(origin: Origin, choice: LaneChoice) -> Self {
        Self::spawn(origin, choice, None)
    }

    /// Begins to read a file again that has changed, as soon as it stays as it is. `known`
    /// is what it held before.
    pub fn start_again(origin: Origin, choice: LaneChoice, known: Option<Arc<Document>>) -> Self {
        Self::spawn(origin, choice, Some(known))
    }

    fn spawn(origin: Origin, choice: LaneChoice, again: Option<Option<Arc<Document>>>) -> Self {
        let is_by_itself = again.is_some();
        let (job, since) = (Job::new(), Instant::now());
        let window = Arc::new(OnceLock::<Context>::new());
        let (sender, result) = channel();
        let (worker_job, worker_origin) = (job.clone(), origin.clone());
        let worker_window = Arc::clone(&window);
        let begun = Arc::new(OnceLock::new());
        let worker_begun = Arc::clone(&begun);
        let work = move || {
            let tell = |step| {
                // Nobody may be waiting any more; then the result is not wanted.
                let _ = sender.send(step);
                if let Some(window) = worker_window.get() {
                    window.request_repaint();
                }
            };
            let mut growing = |document| {
                if let Some(prepared) = Prepared::new(document, choice, &worker_job) {
                    tell(Step::Growing(prepared));
                }
            };
            let result = match (&worker_origin, &again) {
                (Origin::Bundled, _) => load::read_static(BUNDLED, &worker_job),
                (Origin::File(path), None) => {
                    load::read_file_growing(path, &worker_job, &mut growing)
                }
                (Origin::File(path), Some(_)) => read_when_quiet(path, &worker_job, || {
                    worker_begun.get_or_init(Instant::now);
                }),
            };
            let known = again.flatten();
            if let (Ok(document), Some(known)) = (&result, known)
                && document.text() == known.text()
            {
                tell(Step::Unchanged);
                return;
            }
            let prepare = |document| Prepared::new(document, choice, &worker_job);
            // Nobody waits for what has been given up.
            let result = result.map(prepare).transpose();
            if let Some(result) = result.filter(|_| !worker_job.is_cancelled()) {
                note(&worker_origin, &result, since.elapsed());
                tell(Step::End(result));
            }
        };
        let spawned = thread::Builder::new().name("read dataset".to_owned()).spawn(work);
        if let Err(error) = spawned {
            log::error!("no thread to read on: {error}");
        }
        Self { origin, job, since, is_by_itself, begun, result, window }
    }

    /// Since when a file that has changed is being read again; none while it is waited for:
    /// what changes then is not missed.
    pub fn begun(&self) -> Option<Instant> {
        self.begun.get().copied()
    }

    /// Names the window that waits for the result.
    pub fn wake(&self, window: &Context) {
        // Set once; a second window does not exist.
        let _ = self.window.set(window.clone());
    }

    /// What has come of it. Waits for the result, but no longer than `patience`.
    pub fn poll(&self, patience: Duration) -> Outcome {
        let mut step = self.result.recv_timeout(patience);
        // What comes next is taken only where it is shown instead.
        while let Ok(Step::Growing(_)) = &step
            && let Ok(next) = self.result.try_recv()
        {
            let_go(std::mem::replace(&mut step, Ok(next)));
        }
        match step {
            Ok(Step::Growing(prepared)) => Outcome::Growing(Box::new(prepared)),
            Ok(Step::Unchanged) => Outcome::Unchanged,
            Ok(Step::End(Ok(prepared))) => Outcome::Opened(Box::new(prepared)),
            Ok(Step::End(Err(error))) => Outcome::Failed(error),
            Err(RecvTimeoutError::Timeout) => Outcome::Pending,
            Err(RecvTimeoutError::Disconnected) => Outcome::Lost,
        }
    }
}

/// Puts into the log what came of a reading: where and how many, and nothing of what
/// stands in the file, as the error's text may.
fn note(origin: &Origin, result: &Result<Prepared, OpenError>, time: Duration) {
    let (key, millis) = (origin.key(), time.as_millis());
    match result {
        Ok(prepared) => {
            let document = &prepared.document;
            let (events, problems) = (document.dataset().events.len(), document.problems().total());
            log::info!("{key}: {events} meetings, {problems} problems, read in {millis} ms");
        }
        Err(error) => match error.place() {
            Some(place) => {
                let (line, column) = (place.line, place.column);
                log::info!("{key}:{line}:{column}: does not open");
            }
            None => log::info!("{key}: does not open"),
        },
    }
}

impl Drop for Loading {
    fn drop(&mut self) {
        self.job.cancel();
        // A dataset that has just arrived is freed elsewhere.
        let (_, nothing) = channel();
        let_go(std::mem::replace(&mut self.result, nothing));
    }
}

/// An answer that comes sooner than this, without a file, is not a person's: the
/// system has no dialog to show.
const SOONEST_ANSWER: Duration = Duration::from_millis(350);

/// The system's dialog for choosing a file, while it is open.
pub struct Choosing {
    answer: Receiver<Vec<PathBuf>>,
    since: Instant,
}

/// What came of the dialog.
pub enum Choice {
    /// It is still open.
    Pending,
    /// These files.
    Files(Vec<PathBuf>),
    /// No file.
    Nothing,
    /// The dialog never showed.
    NoDialog,
}

impl Choosing {
    /// Shows the dialog.
    pub fn start(ctx: &Context, frame: Option<&eframe::Frame>) -> Self {
        let mut dialog = rfd::AsyncFileDialog::new()
            .set_title(tr!("app-open-title"))
            .add_filter(tr!("app-datasets"), &["json"])
            .add_filter(tr!("app-all-files"), &["*"]);
        if let Some(frame) = frame {
            dialog = dialog.set_parent(frame);
        }
        let (sender, receiver) = sync_channel(1);
        let ctx = ctx.clone();
        // The dialog itself must be made on this thread, and waited for on another.
        let answer = dialog.pick_files();
        let wait = move || {
            let files = pollster::block_on(answer).unwrap_or_default();
            let _ = sender.send(files.iter().map(|file| file.path().to_owned()).collect());
            ctx.request_repaint();
        };
        let spawned = thread::Builder::new().name("file dialog".to_owned()).spawn(wait);
        if let Err(error) = spawned {
            log::error!("no thread to wait for the dialog: {error}");
        }
        Self { answer: receiver, since: Instant::now() }
    }

    /// What has come of it.
    pub fn poll(&self) -> Choice {
        match self.answer.try_recv() {
            Ok(files) if !files.is_empty() => Choice::Files(files),
            Err(TryRecvError::Empty) => Choice::Pending,
            Ok(_) if self.since.elapsed() < SOONEST_ANSWER => Choice::NoDialog,
            Ok(_) => Choice::Nothing,
            Err(TryRecvError::Disconnected) => Choice::NoDialog,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// It comes at any moment of a poll; one that looked twice lost it now and then.
    #[test]
    fn a_result_is_taken_whenever_it_comes() {
        for turn in 0..2_000 {
            let origin = Origin::File(PathBuf::from("/nowhere/made-up.json"));
            let loading = Loading::start(origin, LaneChoice::default());
            let outcome = loop {
                match loading.poll(Duration::ZERO) {
                    Outcome::Pending => {}
                    outcome => break outcome,
                }
            };
            assert!(matches!(outcome, Outcome::Failed(_)), "turn {turn}");
        }
    }
}
