//! An open dataset, and where in it one is.

mod rewording;
mod selected;
mod shown;

use std::sync::Arc;

use egui::Context;

use self::rewording::Rewording;
use self::selected::Selected;
pub use self::selected::is_light;
use super::background::let_go;
use super::filtering::{Answer, Filtering};
use super::history::History;
use super::loading::{Origin, Prepared};
use super::place::{Change, Place};
use super::saved::SavedPlace;
use super::studies::Studies;
use crate::analysis::chain::{Chain, Link};
use crate::analysis::list::ListOrder;
use crate::analysis::matrix::MatrixChoice;
use crate::load::Document;
use crate::model::EventIx;
use crate::timeline::{Lanes, Matches, Middle, Overview, Periods, View, anchor_of};
use crate::ui::detail::{Introduction, Meeting};
use crate::ui::page::Page;

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
    /// Whether it is only what there is so far of a file that is still being read.
    pub is_growing: bool,
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
    /// What the page shows.
    studies: Studies,
    filtering: Filtering,
    rewording: Rewording,
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
    selected: Selected,
    /// Whom to wake when something is worked out.
    window: Context,
    glide: Option<Glide>,
    /// The days in the middle of all meetings, to count those in view.
    days: Vec<Middle>,
}

impl Session {
    /// A dataset, seen whole.
    pub fn new(window: &Context, prepared: Prepared, origin: Origin, generation: u64) -> Self {
        Self::of(window, prepared, (origin, false), generation)
    }

    /// What there is so far of a dataset that is still being read.
    pub fn growing(window: &Context, prepared: Prepared, origin: Origin, generation: u64) -> Self {
        let mut prepared = prepared;
        prepared.introduction.is_growing = true;
        Self::of(window, prepared, (origin, true), generation)
    }

    fn of(
        window: &Context,
        prepared: Prepared,
        (origin, is_growing): (Origin, bool),
        generation: u64,
    ) -> Self {
        let Prepared { document, lanes, overview, periods, vocabulary, introduction, days } =
            prepared;
        let limits = limits_of(document.dataset().span());
        let before_any = Answer::before_any(&lanes);
        let mut filtering = Filtering::new(&document, &vocabulary);
        if !is_growing {
            filtering.index_texts(window);
        }
        let place = Place {
            page: Page::default(),
            query: String::new(),
            selection: None,
            view: limits,
            list_order: ListOrder::default(),
            matrix: MatrixChoice::default(),
        };
        Self {
            document,
            origin,
            is_growing,
            lanes,
            matches: None,
            overview,
            periods,
            introduction,
            generation,
            // Apart from those of all other sessions.
            match_generation: generation << 32,
            limits,
            view: limits,
            studies: Studies::default(),
            filtering,
            rewording: Rewording::default(),
            answer: Some(before_any),
            place,
            history: History::default(),
            last_change: None,
            selected: Selected::default(),
            window: window.clone(),
            chain: None,
            glide: None,
            days,
        }
    }

    /// Takes over where one is, was and will be again in an earlier reading of the same
    /// file, told by ids, since its meetings may have other numbers now.
    pub fn keep_place_of(&mut self, before: &Self) {
        if let (Some(answer), Some(shown)) = (&mut self.answer, &before.answer) {
            // Shown until there are new ones.
            answer.facets = shown.facets.clone();
        }
        self.history = before.history.map(|place| self.found(&before.saved(place)));
        self.last_change = before.last_change;
        self.go_to(&before.saved_place());
    }

    /// Where one is, so that it can be found again.
    pub fn saved_place(&self) -> SavedPlace {
        self.saved(&self.place)
    }

    fn saved(&self, place: &Place) -> SavedPlace {
        let mut saved = SavedPlace::of(place, self.document.dataset());
        saved.sees_all = place.view == self.limits;
        saved
    }

    /// Goes to a place of an earlier reading, as far as it is still there.
    pub fn go_to(&mut self, saved: &SavedPlace) {
        self.apply(self.found(saved), None);
    }

    /// Who saw all sees all of it again, also what is new.
    fn found(&self, saved: &SavedPlace) -> Place {
        let mut place = saved.find(self.document.dataset());
        place.view = if saved.sees_all { self.limits } else { place.view.clamp(&self.limits) };
        place
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
        if place.selection != self.selected.ix() {
            self.selected.select(&self.window, &self.document, place.selection);
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

    /// The selected meeting in full, ready to be shown; a long one some frames after it
    /// was selected.
    pub fn selected_meeting(&self) -> Option<&Meeting> {
        self.selected.meeting()
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
        self.document.dataset().event(ix).map(|event| anchor_of(&event))
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
}

/// The most that can be shown: the data with a margin, or some years around
/// today's century where there is none.
fn limits_of(span: Option<crate::date::Span>) -> View {
    // 1970 to 2030, roughly: an empty timeline still shows years.
    const NOTHING: View = View { start: 0.0, end: 21_915.0 };
    span.map_or(NOTHING, View::around)
}
