//! An open dataset, and where in it one is.

use std::sync::Arc;
use std::time::Duration;

use egui::Context;

use super::filtering::{Answer, Filtering, PATIENCE};
use super::history::History;
use super::loading::{Origin, Prepared};
use super::place::{Change, Place};
use super::saved::SavedPlace;
use super::studies::{Material, Studies, Study};
use crate::analysis::chain::{Chain, Link};
use crate::analysis::list::ListOrder;
use crate::analysis::matrix::MatrixChoice;
use crate::find::Vocabulary;
use crate::load::Document;
use crate::model::EventIx;
use crate::timeline::{LaneChoice, Lanes, Matches, Overview, Periods, View, anchor_of};
use crate::ui::detail::{Introduction, Meeting};
use crate::ui::page::Page;
use crate::ui::timeline::{Strip, ThreadStrip};

/// How long a jump glides, in seconds.
const GLIDE_SECS: f64 = 0.22;
/// What is shown around a meeting that is zoomed to, in days.
const AROUND_DAYS: f64 = 60.0;

/// What is shown around a meeting that was looked for, in days.
const NEAR_DAYS: f64 = 730.0;

/// A jump that is under way; it ends at the place's view.
#[derive(Clone, Copy, Debug)]
struct Glide {
    from: View,
    since: f64,
}

/// Time and motion, as a change of place needs them.
#[derive(Clone, Copy, Debug)]
pub struct Moment {
    /// Now, in egui's time.
    pub now: f64,
    /// Whether jumps glide.
    pub has_motion: bool,
}

/// An open dataset, and where in it one is.
pub struct Session {
    /// The dataset with its text.
    pub document: Arc<Document>,
    /// Where it comes from.
    pub origin: Origin,
    /// Its lanes.
    pub lanes: Arc<Lanes>,
    /// What the filter lets through, where there is one.
    pub matches: Option<Arc<Matches>>,
    /// Its counts.
    pub overview: Overview,
    /// Its bands.
    pub periods: Periods,
    /// What is shown of it while nothing is selected.
    pub introduction: Introduction,
    /// Changes with the dataset and with the lanes.
    pub generation: u64,
    /// Changes with what matches.
    pub match_generation: u64,
    /// The most that can be shown.
    pub limits: View,
    /// What is shown, on its way to the place's view.
    pub view: View,
    /// How the result list is sorted.
    pub list_order: ListOrder,
    /// What the matrix shows.
    pub matrix: MatrixChoice,
    /// What the page shows.
    studies: Studies,
    filtering: Filtering,
    /// The last answer of the filter.
    answer: Option<Answer>,
    /// Where one is.
    place: Place,
    history: History<Place>,
    /// What the selected meeting takes up and what takes it up: its own links, and all
    /// that they lead to.
    chain: Option<(Chain, Chain)>,
    /// The last change of place, and when it was.
    last_change: Option<(Change, f64)>,
    /// The selected meeting, read in full.
    selected: Option<Meeting>,
    glide: Option<Glide>,
    /// The days in the middle of all meetings, to count those in view.
    days: Vec<f64>,
}

impl Session {
    /// A dataset, seen whole.
    pub fn new(window: &Context, prepared: Prepared, origin: Origin, generation: u64) -> Self {
        let Prepared { document, lanes, overview, periods, vocabulary, introduction, days } =
            prepared;
        let limits = limits_of(document.dataset().span());
        let filtering = Filtering::start(window, &document, &vocabulary);
        let place =
            Place { page: Page::default(), query: String::new(), selection: None, view: limits };
        Self {
            document,
            origin,
            lanes,
            matches: None,
            overview,
            periods,
            introduction,
            generation,
            match_generation: 0,
            limits,
            view: limits,
            list_order: ListOrder::default(),
            matrix: MatrixChoice::default(),
            studies: Studies::default(),
            filtering,
            answer: None,
            place,
            history: History::default(),
            last_change: None,
            selected: None,
            chain: None,
            glide: None,
            days,
        }
    }

    /// Takes over where one was in an earlier reading of the same file. Who saw all
    /// of it sees all of it again, also what is new. What lay behind and ahead is
    /// forgotten: its meetings may be others now.
    pub fn keep_place_of(&mut self, before: &Self) {
        let saved = SavedPlace::of(&before.place, before.document.dataset());
        let mut place = saved.find(self.document.dataset());
        let saw_all = before.place.view == before.limits;
        place.view = if saw_all { self.limits } else { place.view.clamp(&self.limits) };
        self.apply(place, None);
    }

    /// Where one is.
    pub fn place(&self) -> &Place {
        &self.place
    }

    /// Changes the place. What was before is a step back, unless it belongs to the
    /// same move.
    pub fn change(&mut self, what: Change, moment: Moment, change: impl FnOnce(&mut Place)) {
        let mut place = self.place.clone();
        change(&mut place);
        place.view = place.view.clamp(&self.limits);
        if place == self.place {
            return;
        }
        let joins = self
            .last_change
            .zip(what.joins_within())
            .is_some_and(|((last, at), secs)| last == what && moment.now - at <= secs);
        if !joins {
            self.history.leave(self.place.clone());
        }
        self.last_change = Some((what, moment.now));
        let glides = moment.has_motion && what != Change::Move;
        self.apply(place, glides.then_some(moment.now));
    }

    /// Goes to a place, gliding from a moment on, or at once.
    fn apply(&mut self, place: Place, glide_from: Option<f64>) {
        if place.view != self.place.view {
            self.glide = glide_from.map(|since| Glide { from: self.view, since });
            if self.glide.is_none() {
                self.view = place.view;
            }
        }
        if place.selection != self.selected.as_ref().map(|meeting| meeting.ix) {
            let read = |ix| Meeting::read(&self.document, ix);
            self.selected = place.selection.and_then(read);
            self.chain = place.selection.map(|ix| {
                let whole = Chain::of(self.document.dataset(), ix);
                let is_own = |link: &&Link| link.steps.abs() == 1;
                let links = whole.links.iter().filter(is_own).copied().collect();
                (Chain { links, ..whole.clone() }, whole)
            });
        }
        self.place = place;
    }

    /// The selected meeting.
    pub fn selection(&self) -> Option<EventIx> {
        self.place.selection
    }

    /// The selected meeting in full, ready to be shown.
    pub fn selected_meeting(&self) -> Option<&Meeting> {
        self.selected.as_ref()
    }

    /// Selects a meeting, or none, and brings it into view if it is not well within
    /// it.
    pub fn select(&mut self, ix: Option<EventIx>, what: Change, moment: Moment) {
        let day = ix.and_then(|ix| self.day_of(ix));
        self.change(what, moment, |place| {
            place.selection = ix;
            let view = place.view;
            let margin = view.days() * 0.06;
            if let Some(day) =
                day.filter(|day| *day < view.start + margin || *day > view.end - margin)
            {
                place.view = view.pan(day - view.center());
            }
        });
    }

    /// Selects a meeting that was looked for, and comes so close to it that it hardly
    /// shares a mark, unless one is that close already.
    pub fn find(&mut self, ix: EventIx, moment: Moment) {
        if self.place.view.days() <= NEAR_DAYS {
            self.select(Some(ix), Change::Selection, moment);
            return;
        }
        let Some(day) = self.day_of(ix) else { return };
        let half = NEAR_DAYS / 2.0;
        self.change(Change::Selection, moment, |place| {
            place.selection = Some(ix);
            place.view = View { start: day - half, end: day + half };
        });
    }

    /// Zooms to the selected meeting.
    pub fn fit_selection(&mut self, moment: Moment) {
        let Some((ix, day)) = self.selection().and_then(|ix| Some((ix, self.day_of(ix)?))) else {
            return;
        };
        let own = self.document.dataset().event(ix).map_or(1.0, |event| {
            let span = event.when.span();
            f64::from(span.end - span.start)
        });
        let half = AROUND_DAYS.max(own * 2.0) / 2.0;
        self.show(View { start: day - half, end: day + half }, Change::Jump, moment);
    }

    fn day_of(&self, ix: EventIx) -> Option<f64> {
        self.document.dataset().event(ix).map(anchor_of)
    }

    /// Where the view is, or is gliding to.
    pub fn aim(&self) -> View {
        self.place.view
    }

    /// Shows a part of time.
    pub fn show(&mut self, view: View, what: Change, moment: Moment) {
        self.change(what, moment, |place| place.view = view);
    }

    /// Whether there is a place before.
    pub fn can_go_back(&self) -> bool {
        self.history.can_go_back()
    }

    /// Whether there is a place after.
    pub fn can_go_forward(&self) -> bool {
        self.history.can_go_forward()
    }

    /// The place before.
    pub fn go_back(&mut self, moment: Moment) {
        if let Some(place) = self.history.go_back(self.place.clone()) {
            self.last_change = None;
            self.apply(place, moment.has_motion.then_some(moment.now));
        }
    }

    /// The place after.
    pub fn go_forward(&mut self, moment: Moment) {
        if let Some(place) = self.history.go_forward(self.place.clone()) {
            self.last_change = None;
            self.apply(place, moment.has_motion.then_some(moment.now));
        }
    }

    /// Moves a glide on. Tells whether it goes on.
    pub fn advance(&mut self, now: f64) -> bool {
        let Some(glide) = self.glide else { return false };
        let part = ((now - glide.since) / GLIDE_SECS).clamp(0.0, 1.0);
        // Slow at both ends.
        self.view = glide.from.lerp(&self.place.view, part * part * (3.0 - 2.0 * part));
        if part >= 1.0 {
            self.glide = None;
        }
        self.glide.is_some()
    }

    /// The meetings that stand out on the timeline: those that the page is about among
    /// those that match, or all that match; none where all do.
    pub fn lit(&self) -> Option<&Matches> {
        match self.study() {
            Study::Thread(_, _, lit) | Study::People(_, lit) => Some(lit),
            _ => self.matches.as_deref(),
        }
    }

    /// Tells what stands out now from what did before.
    pub fn lit_generation(&self) -> u64 {
        self.match_generation + self.studies.generation()
    }

    /// The links of the selected meeting: its own, or all that they lead to.
    pub fn chain(&self, is_whole: bool) -> Option<&Chain> {
        self.chain.as_ref().map(|(own, whole)| if is_whole { whole } else { own })
    }

    /// What the page adds to the timeline.
    pub fn strip(&self) -> Option<Strip<'_>> {
        match self.study() {
            Study::Thread(thread, line, _) => {
                let issue = self.document.dataset().issues.get(thread.issue.pos())?;
                Some(Strip::Thread(ThreadStrip { line, name: &issue.name }))
            }
            Study::Cadence(cadence) => Some(Strip::Cadence(cadence)),
            _ => None,
        }
    }

    /// What the page shows, as far as it is worked out.
    pub fn study(&self) -> &Study {
        self.studies.study()
    }

    /// The same, for a thread that makes something of it.
    pub fn shared_study(&self) -> Arc<Study> {
        Arc::clone(self.studies.study())
    }

    /// What the page is called.
    pub fn page_title(&self) -> String {
        let dataset = self.document.dataset();
        let title = |ix: EventIx| dataset.event(ix).map_or("", |event| &event.title);
        match &self.place.page {
            Page::Timeline | Page::List => dataset.title.clone(),
            Page::Matrix => "Who raised what".to_owned(),
            Page::Cadence => "The longest gaps".to_owned(),
            Page::Thread(issue) => {
                dataset.issues.get(issue.pos()).map_or_else(String::new, |it| it.name.clone())
            }
            Page::People(people) => {
                let people = people.iter().filter_map(|ix| dataset.people.get(ix.pos()));
                people.take(3).map(|person| person.name.as_str()).collect::<Vec<_>>().join(" ")
            }
            Page::Accounts(ix) => format!("{} accounts", title(*ix)),
            Page::Compare(_) => "Meetings compared".to_owned(),
        }
    }

    /// How many terms the query has that were understood.
    pub fn terms(&self) -> usize {
        self.answer.as_ref().map_or(0, |answer| answer.query.terms.len())
    }

    /// What can be asked for.
    pub fn vocabulary(&self) -> &Vocabulary {
        self.filtering.vocabulary()
    }

    /// What the filter says.
    pub fn answer(&self) -> Option<&Answer> {
        self.answer.as_ref()
    }

    /// Whether something is still being worked out.
    pub fn is_busy(&self) -> bool {
        self.filtering.is_busy() || self.studies.is_busy()
    }

    /// Keeps what matches, the lanes and the page in step with the place. Tells whether
    /// the lanes have changed.
    pub fn keep_up(&mut self, window: &Context, lanes: LaneChoice) -> bool {
        let (lanes, query) = ((&self.lanes, lanes), self.place.query.as_str());
        let answer = self.filtering.keep_up(window, lanes, query, PATIENCE);
        let mut has_new_lanes = false;
        if let Some(answer) = answer {
            has_new_lanes = !Arc::ptr_eq(&self.lanes, &answer.lanes);
            self.lanes = Arc::clone(&answer.lanes);
            self.matches.clone_from(&answer.matches);
            self.match_generation += 1;
            self.answer = Some(answer);
            window.request_repaint();
        }
        self.study_page(window, PATIENCE);
        has_new_lanes
    }

    fn study_page(&mut self, window: &Context, patience: Duration) {
        let material = Material {
            document: &self.document,
            matches: self.matches.as_ref(),
            ranked: self.answer.as_ref().and_then(|answer| answer.ranked.as_ref()),
            match_generation: self.match_generation,
            lanes: &self.lanes,
            list_order: self.list_order,
            matrix: self.matrix,
        };
        if self.studies.keep_up(window, &self.place.page, &material, patience) {
            window.request_repaint();
        }
    }

    /// Whether a meeting matches the filter.
    pub fn is_match(&self, ix: EventIx) -> bool {
        self.matches.as_ref().is_none_or(|matches| matches.set.contains(ix))
    }

    /// The meetings that match, in the order of time.
    pub fn in_time(&self) -> &[EventIx] {
        match &self.matches {
            Some(matches) => &matches.by_time,
            None => self.document.dataset().by_time(),
        }
    }

    /// The matching meeting some steps after another in time, or before it.
    pub fn step(&self, from: EventIx, forward: bool) -> Option<EventIx> {
        let dataset = self.document.dataset();
        match &self.matches {
            Some(matches) => matches.step(dataset, from, forward),
            None => dataset.step(from, if forward { 1 } else { -1 }),
        }
    }

    /// How many meetings have their middle in view.
    pub fn shown(&self) -> usize {
        let before = |day: f64| self.days.partition_point(|middle| *middle < day);
        before(self.view.end).saturating_sub(before(self.view.start))
    }

    /// The meeting that follows the selected one: the first of several.
    pub fn follower(&self) -> Option<EventIx> {
        self.document.dataset().followers(self.selection()?).next()
    }

    /// The meeting that the selected one follows: the first of several.
    pub fn followed(&self) -> Option<EventIx> {
        let event = self.document.dataset().event(self.selection()?)?;
        event.follows.first().copied()
    }
}

/// The most that can be shown: the data with a margin, or some years around
/// today's century where there is none.
fn limits_of(span: Option<crate::date::Span>) -> View {
    // 1970 to 2030, roughly: an empty timeline still shows years.
    const NOTHING: View = View { start: 0.0, end: 21_915.0 };
    span.map_or(NOTHING, View::around)
}
