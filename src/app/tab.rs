//! A tab: one dataset, and all that the window remembers of it.

use std::borrow::Cow;
use std::sync::Arc;
use std::time::{Duration, Instant};

use egui::Context;

use super::Session;
use super::background::let_go;
use super::loading::{Loading, Origin, Outcome, Prepared};
use super::opening::where_the_log_is;
use super::saved::SavedPlace;
use super::studies::PageStates;
use crate::host::journal::to_stderr;
use crate::timeline::LaneChoice;
use crate::tr;
use crate::ui::dialogs::Fault;
use crate::ui::filters::FiltersState;
use crate::ui::problems::ProblemsState;
use crate::ui::search::SearchState;
use crate::ui::tabbar::{TabId, TabState};
use crate::ui::timeline::TimelineState;

/// How long it rests at least between two readings that nobody asked for.
const REST: Duration = Duration::from_secs(1);

/// One dataset, and all that the window remembers of it. One without an origin is empty:
/// it stands alone in the window after the last dataset was closed.
#[derive(Default)]
pub struct Tab {
    /// Tells it from the others for as long as the program runs.
    pub id: TabId,
    /// Where its dataset comes from.
    pub origin: Option<Origin>,
    /// The dataset and where in it one is, once there is something of it.
    pub session: Option<Session>,
    /// Whether it is to be read as soon as it is its turn.
    pub waits: bool,
    /// The reading that is under way.
    pub loading: Option<Loading>,
    /// Whether its file has changed since it was read.
    pub has_changed: bool,
    /// Until when it is not read again by itself.
    pub rests_until: Option<Instant>,
    /// Why it could not be read; what was read before is still there.
    pub trouble: Option<Fault>,
    /// Where to go as soon as the dataset is there.
    pub goes_to: Option<SavedPlace>,
    /// The tab from which it was opened, while that is the last thing that was done.
    pub opened_from: Option<TabId>,
    /// What the timeline remembers.
    pub timeline: TimelineState,
    /// What the list of problems remembers.
    pub problems: ProblemsState,
    /// Whether that list is shown.
    pub shows_problems: bool,
    /// What the search box remembers.
    pub search: SearchState,
    /// What the panel of filters remembers.
    pub filters: FiltersState,
    /// What the pages remember.
    pub page_states: PageStates,
    /// The name that is being typed for a view to be kept.
    pub view_name: Option<String>,
    /// The names of the kept views, and the generation of which they are.
    pub view_names: (Option<u64>, Arc<[String]>),
}

/// What a reading has come to, to be told.
pub struct Opened {
    /// Whether it was open before and has been read again.
    pub is_again: bool,
    /// Whether nobody asked for it: the file has changed.
    pub is_by_itself: bool,
    /// What is wrong in it.
    pub problems: usize,
}

impl Tab {
    /// A tab for a dataset that has not been read yet.
    pub fn new(id: TabId, origin: Origin) -> Self {
        Self { id, origin: Some(origin), ..Self::default() }
    }

    /// Whether all of its dataset was read once.
    pub fn is_whole(&self) -> bool {
        self.session.as_ref().is_some_and(|session| !session.is_growing)
    }

    /// Whether nothing was read and nothing is being done about it.
    pub fn is_unread(&self) -> bool {
        self.origin.is_some()
            && self.session.is_none()
            && self.loading.is_none()
            && self.trouble.is_none()
    }

    /// How it stands with it.
    pub fn state(&self) -> TabState {
        match (&self.loading, &self.trouble) {
            (Some(loading), _) if !self.is_whole() => TabState::Reading(loading.job.fraction()),
            (_, Some(_)) if self.is_whole() => TabState::Old,
            (_, Some(_)) => TabState::Unreadable,
            _ => TabState::Ready,
        }
    }

    /// The name for people.
    pub fn name(&self) -> String {
        self.origin.as_ref().map_or_else(String::new, Origin::name)
    }

    /// What its dataset is called: the one that comes with the program as the interface
    /// says it, another by its own title, or else by its file.
    pub fn title(&self) -> Cow<'_, str> {
        let title = self.session.as_ref().map(|it| it.document.dataset().title.trim());
        match (&self.origin, title) {
            (Some(Origin::Bundled), _) => tr!("tab-bundled").into(),
            (_, Some(title)) if !title.is_empty() => title.into(),
            _ => self.name().into(),
        }
    }

    /// Where one is in it, or is to go: what is needed to find it again.
    pub fn place(&self) -> Option<SavedPlace> {
        let session = self.session.as_ref().filter(|session| !session.is_growing);
        session.map(Session::saved_place).or_else(|| self.goes_to.clone())
    }

    /// Begins to read, anew if need be. What is there stays there meanwhile.
    pub fn load(&mut self, ctx: &Context, lanes: LaneChoice) {
        if let Some(origin) = self.origin.clone() {
            self.wait_for(ctx, Loading::start(origin, lanes));
        }
    }

    /// Waits for a reading that has begun.
    pub fn wait_for(&mut self, ctx: &Context, loading: Loading) {
        loading.wake(ctx);
        self.waits = false;
        // What nobody asked for takes no message away before it is known to be mended.
        if !loading.is_by_itself {
            self.trouble = None;
        }
        self.loading = Some(loading);
        ctx.request_repaint();
    }

    /// Whether its file is being read again by itself.
    pub fn is_read_by_itself(&self) -> bool {
        self.loading.as_ref().is_some_and(|loading| loading.is_by_itself)
    }

    /// Reads its file again by itself where it has changed, once what is being read has
    /// come to its end: of a file that is written all the time, something is to be seen.
    pub fn follow_file(&mut self, ctx: &Context, lanes: LaneChoice) {
        if !self.has_changed {
            return;
        }
        if let Some(loading) = &self.loading {
            // Before it begins, it has missed nothing.
            self.has_changed = !loading.is_by_itself || loading.begun().is_some();
            return;
        }
        let now = Instant::now();
        if let Some(until) = self.rests_until.filter(|until| *until > now) {
            ctx.request_repaint_after(until - now);
            return;
        }
        self.has_changed = false;
        if let Some(origin) = self.origin.clone() {
            let known = self.session.as_ref().map(|session| Arc::clone(&session.document));
            self.wait_for(ctx, Loading::start_again(origin, lanes, known));
        }
    }

    /// Lets some time pass before the file is read again by itself, the more the longer
    /// that takes.
    fn rest(&mut self) {
        if let Some(loading) = self.loading.as_ref().filter(|loading| loading.is_by_itself) {
            let took = loading.begun().map_or(Duration::ZERO, |begun| begun.elapsed());
            self.rests_until = Some(Instant::now() + REST.max(took * 3));
        }
    }

    /// Whether it is shown how far a reading is: not where nobody has asked for it.
    pub fn shows_progress(&self) -> bool {
        self.loading.as_ref().is_some_and(|loading| !loading.is_by_itself)
    }

    /// Takes the result of a reading, if it is there, or is within `patience`. Tells of a
    /// dataset that has been opened.
    pub fn poll(
        &mut self,
        ctx: &Context,
        patience: Duration,
        generation: &mut u64,
    ) -> Option<Opened> {
        let loading = self.loading.as_ref()?;
        let is_by_itself = loading.is_by_itself;
        let outcome = loading.poll(patience);
        if !matches!(outcome, Outcome::Pending | Outcome::Growing(_)) {
            self.rest();
        }
        match outcome {
            Outcome::Pending => {}
            Outcome::Growing(prepared) => self.show_growing(ctx, *prepared, generation),
            Outcome::Opened(prepared) => {
                let opened = self.open(ctx, *prepared, generation);
                return Some(Opened { is_by_itself, ..opened });
            }
            Outcome::Unchanged => (self.loading, self.trouble) = (None, None),
            Outcome::Failed(error) => {
                self.loading = None;
                if !error.is_cancelled() {
                    if !is_by_itself {
                        // For those who started the program from a terminal.
                        to_stderr(&format!("readout: {}: {error}", self.name()));
                    }
                    self.fail(error.to_string(), true);
                }
            }
            Outcome::Lost => {
                self.loading = None;
                let text = format!("{} {}", tr!("app-reading-lost"), where_the_log_is());
                self.fail(text, false);
            }
        }
        None
    }

    /// Notes why it could not be read.
    fn fail(&mut self, text: String, can_retry: bool) {
        if !self.is_whole() {
            let_go(self.session.take());
        }
        let name = self.name();
        let heading = if self.is_whole() {
            tr!("tab-not-read-again", name = name)
        } else {
            tr!("app-not-opened", name = name)
        };
        self.trouble = Some(Fault { heading, text, can_retry });
    }

    /// Shows what there is of a dataset that is still being read, unless all of an earlier
    /// state of it is there.
    pub fn show_growing(&mut self, ctx: &Context, prepared: Prepared, generation: &mut u64) {
        let Some(origin) = self.origin.clone().filter(|_| !self.is_whole()) else {
            let_go(prepared);
            return;
        };
        *generation += 1;
        let session = Session::growing(ctx, prepared, origin, *generation);
        self.show(ctx, session);
    }

    /// Shows a dataset that has been read.
    pub fn open(&mut self, ctx: &Context, prepared: Prepared, generation: &mut u64) -> Opened {
        self.loading = None;
        self.trouble = None;
        let origin = self.origin.clone().unwrap_or(Origin::Bundled);
        let is_again = self.is_whole();
        *generation += 1;
        let session = Session::new(ctx, prepared, origin, *generation);
        let problems = session.document.problems().total();
        self.show(ctx, session);
        self.goes_to = None;
        self.problems = ProblemsState::default();
        self.shows_problems &= problems > 0;
        Opened { is_again, is_by_itself: false, problems }
    }

    /// Puts a session in the place of the one before.
    fn show(&mut self, ctx: &Context, mut session: Session) {
        match (&self.session, &self.goes_to) {
            // Who has looked around in what there was of it stays where he is.
            (Some(before), None) => session.keep_place_of(before),
            (Some(before), _) if before.can_go_back() => session.keep_place_of(before),
            (_, Some(place)) => session.go_to(place),
            (None, None) => {}
        }
        // With all that was made of its dataset: its meetings may have other numbers now.
        let_go((self.session.replace(session), std::mem::take(&mut self.page_states)));
        self.timeline.reset();
        ctx.request_repaint();
    }
}
