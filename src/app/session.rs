//! An open dataset, and what of it is shown.

use std::sync::Arc;

use super::loading::{Origin, Prepared};
use crate::load::Document;
use crate::model::EventIx;
use crate::timeline::{History, LaneChoice, Lanes, Overview, Periods, View, anchor_of};
use crate::ui::detail::{Introduction, Meeting};

/// How long a jump glides, in seconds.
const GLIDE_SECS: f64 = 0.22;
/// Moves that follow each other within this many seconds are one step back.
const JOIN_SECS: f64 = 0.7;
/// What is shown around a meeting that is zoomed to, in days.
const AROUND_DAYS: f64 = 60.0;

/// What is shown around a meeting that was looked for, in days.
const NEAR_DAYS: f64 = 730.0;

/// A jump that is under way.
#[derive(Clone, Copy, Debug)]
struct Glide {
    from: View,
    to: View,
    since: f64,
}

/// An open dataset, and what of it is shown.
pub struct Session {
    /// The dataset with its text.
    pub document: Arc<Document>,
    /// Where it comes from.
    pub origin: Origin,
    /// Its lanes.
    pub lanes: Lanes,
    /// Its counts.
    pub overview: Overview,
    /// Its bands.
    pub periods: Periods,
    /// What is shown of it while nothing is selected.
    pub introduction: Introduction,
    /// Changes with the dataset and with the lanes.
    pub generation: u64,
    /// The most that can be shown.
    pub limits: View,
    /// What is shown.
    pub view: View,
    /// The views before and after.
    pub history: History,
    /// The selected meeting, read in full.
    selected: Option<(EventIx, Option<Meeting>)>,
    glide: Option<Glide>,
    moved_at: f64,
    /// The days in the middle of all meetings, to count those in view.
    days: Vec<f64>,
}

impl Session {
    /// A dataset, seen whole.
    pub fn new(prepared: Prepared, origin: Origin, generation: u64) -> Self {
        let Prepared { document, lanes, overview, periods, introduction, days } = prepared;
        let limits = limits_of(document.dataset().span());
        Self {
            document,
            origin,
            lanes,
            overview,
            periods,
            introduction,
            generation,
            limits,
            view: limits,
            history: History::default(),
            selected: None,
            glide: None,
            moved_at: f64::MIN,
            days,
        }
    }

    /// Takes over what was seen of an earlier reading of the same file. Who saw all
    /// of it sees all of it again, also what is new.
    pub fn keep_place_of(&mut self, before: &mut Self) {
        let aim = before.aim();
        self.view = if aim == before.limits { self.limits } else { aim.clamp(&self.limits) };
        self.history = std::mem::take(&mut before.history);
        let id = before.selection().and_then(|ix| before.document.dataset().event(ix));
        if let Some(ix) = id.and_then(|event| self.document.dataset().event_with_id(&event.id)) {
            self.select(Some(ix));
        }
    }

    /// Sorts the meetings into other lanes.
    pub fn set_lanes(&mut self, choice: LaneChoice, generation: u64) {
        if self.lanes.choice != choice {
            self.lanes = Lanes::new(self.document.dataset(), choice);
            self.generation = generation;
        }
    }

    /// The selected meeting.
    pub fn selection(&self) -> Option<EventIx> {
        self.selected.as_ref().map(|(ix, _)| *ix)
    }

    /// The selected meeting in full, ready to be shown.
    pub fn selected_meeting(&self) -> Option<&Meeting> {
        self.selected.as_ref()?.1.as_ref()
    }

    /// Selects a meeting, or none.
    pub fn select(&mut self, ix: Option<EventIx>) {
        if self.selection() != ix {
            self.selected = ix.map(|ix| (ix, Meeting::read(&self.document, ix)));
        }
    }

    /// Brings the selected meeting into view, if it is not well within it.
    pub fn reveal_selection(&mut self, now: f64, has_motion: bool) {
        let Some(day) = self.selected_day() else { return };
        let view = self.aim();
        let margin = view.days() * 0.06;
        if day < view.start + margin || day > view.end - margin {
            self.show(view.pan(day - view.center()), true, now, has_motion);
        }
    }

    /// Comes so close to the selected meeting that it hardly shares a mark, unless
    /// one is that close already.
    pub fn approach_selection(&mut self, now: f64, has_motion: bool) {
        let Some(day) = self.selected_day() else { return };
        if self.aim().days() > NEAR_DAYS {
            let half = NEAR_DAYS / 2.0;
            self.show(View { start: day - half, end: day + half }, true, now, has_motion);
        }
    }

    /// Zooms to the selected meeting.
    pub fn fit_selection(&mut self, now: f64, has_motion: bool) {
        let Some(day) = self.selected_day() else { return };
        let selected = self.selection().and_then(|ix| self.document.dataset().event(ix));
        let own = selected.map_or(1.0, |event| {
            let span = event.when.span();
            f64::from(span.end - span.start)
        });
        let half = AROUND_DAYS.max(own * 2.0) / 2.0;
        self.show(View { start: day - half, end: day + half }, true, now, has_motion);
    }

    fn selected_day(&self) -> Option<f64> {
        let event = self.document.dataset().event(self.selection()?)?;
        Some(anchor_of(event))
    }

    /// Where the view is, or is gliding to.
    pub fn aim(&self) -> View {
        self.glide.map_or(self.view, |glide| glide.to)
    }

    /// Shows a part of time. Jumps are steps of the history each; moves that
    /// follow each other quickly are one.
    pub fn show(&mut self, view: View, is_jump: bool, now: f64, has_motion: bool) {
        let view = view.clamp(&self.limits);
        if view == self.aim() {
            return;
        }
        if is_jump || now - self.moved_at > JOIN_SECS {
            self.history.leave(self.aim());
        }
        self.moved_at = if is_jump { f64::MIN } else { now };
        self.go(view, is_jump && has_motion, now);
    }

    /// The view before.
    pub fn go_back(&mut self, now: f64, has_motion: bool) {
        if let Some(view) = self.history.go_back(self.aim()) {
            self.go(view.clamp(&self.limits), has_motion, now);
        }
    }

    /// The view after.
    pub fn go_forward(&mut self, now: f64, has_motion: bool) {
        if let Some(view) = self.history.go_forward(self.aim()) {
            self.go(view.clamp(&self.limits), has_motion, now);
        }
    }

    fn go(&mut self, to: View, glides: bool, now: f64) {
        if glides {
            self.glide = Some(Glide { from: self.view, to, since: now });
        } else {
            self.glide = None;
            self.view = to;
        }
    }

    /// Moves a glide on. Tells whether it goes on.
    pub fn advance(&mut self, now: f64) -> bool {
        let Some(glide) = self.glide else { return false };
        let part = ((now - glide.since) / GLIDE_SECS).clamp(0.0, 1.0);
        // Slow at both ends.
        self.view = glide.from.lerp(&glide.to, part * part * (3.0 - 2.0 * part));
        if part >= 1.0 {
            self.glide = None;
        }
        self.glide.is_some()
    }

    /// How many meetings have their middle in view.
    pub fn shown(&self) -> usize {
        let before = |day: f64| self.days.partition_point(|middle| *middle < day);
        before(self.view.end).saturating_sub(before(self.view.start))
    }

    /// The meeting that the selected one follows, if the dataset has it.
    pub fn followed(&self) -> Option<EventIx> {
        let event = &self.selected_meeting()?.event;
        event.follows.iter().find_map(|id| self.document.dataset().event_with_id(id))
    }
}

/// The most that can be shown: the data with a margin, or some years around
/// today's century where there is none.
fn limits_of(span: Option<crate::date::Span>) -> View {
    // 1970 to 2030, roughly: an empty timeline still shows years.
    const NOTHING: View = View { start: 0.0, end: 21_915.0 };
    span.map_or(NOTHING, View::around)
}
