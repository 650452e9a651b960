//! What is shown of an open dataset at a place: what matches, what stands out, and what
//! the page is about; and the meetings next to others.

use std::sync::Arc;
use std::time::Duration;

use egui::Context;

use super::super::filtering::{Answer, PATIENCE};
use super::super::studies::{Material, Study};
use super::{Session, let_go};
use crate::analysis::chain::Chain;
use crate::find::Vocabulary;
use crate::model::EventIx;
use crate::timeline::{LaneChoice, Matches};
use crate::tr;
use crate::ui::page::Page;
use crate::ui::timeline::{Strip, ThreadStrip};

impl Session {
    /// The meetings that stand out on the timeline: those that the page is about among
    /// those that match, or all that match; none where all do.
    pub fn lit(&self) -> Option<&Matches> {
        match self.study() {
            // That of other lanes says nothing of these.
            Study::Thread(_, _, lit) | Study::People(_, lit)
                if lit.lanes_choice() == self.lanes.choice =>
            {
                Some(lit)
            }
            _ => self.matches.as_deref(),
        }
    }

    /// Tells what stands out now from what did before.
    pub fn lit_generation(&self) -> u64 {
        self.match_generation + self.studies.generation()
    }

    /// Whether a meeting matches only because its date is imprecise: it may have been
    /// then, or at another time.
    pub fn may_be(&self, ix: EventIx) -> bool {
        let event = self.document.dataset().event(ix);
        self.answer.as_ref().zip(event).is_some_and(|(answer, event)| answer.filter.may_be(&event))
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
                Some(Strip::Thread(ThreadStrip { line, name: issue.shown_name() }))
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
        let title = |ix: EventIx| dataset.event(ix).map_or("", |event| event.title);
        match &self.place.page {
            Page::Timeline | Page::List => dataset.title.clone(),
            Page::Matrix => tr!("page-matrix-raised").to_owned(),
            Page::Cadence => tr!("page-gaps-title").to_owned(),
            Page::Thread(issue) => dataset
                .issues
                .get(issue.pos())
                .map_or_else(String::new, |it| it.shown_name().to_owned()),
            Page::People(people) => {
                let people = people.iter().filter_map(|ix| dataset.people.get(ix.pos()));
                people.take(3).map(|person| person.shown_name()).collect::<Vec<_>>().join(" ")
            }
            Page::Accounts(ix) => tr!("app-accounts-of", title = title(*ix)),
            Page::Compare(_) => tr!("app-meetings-compared").to_owned(),
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
        self.filtering.is_busy()
            || self.studies.is_busy()
            || self.selected.is_busy()
            || self.rewording.is_busy()
    }

    /// Keeps what matches, the lanes and the page in step with the place and the language.
    /// Tells whether the lanes, or the document's words, have changed.
    pub fn keep_up(&mut self, window: &Context, lanes: LaneChoice) -> bool {
        let has_new_words = self.keep_words(window);
        let (lanes, query) = ((&self.lanes, lanes), self.place.query.as_str());
        let answer = self.filtering.keep_up(window, lanes, query, PATIENCE);
        let mut has_new_lanes = false;
        if let Some(mut answer) = answer {
            if answer.is_partial {
                // The rest stays as it is until all is known.
                answer.matches.clone_from(&self.matches);
                if let Some(before) = self.answer.take() {
                    answer.facets.facets = before.facets.facets;
                }
            }
            has_new_lanes = !Arc::ptr_eq(&self.lanes, &answer.lanes);
            let lanes = std::mem::replace(&mut self.lanes, Arc::clone(&answer.lanes));
            let matches = std::mem::replace(&mut self.matches, answer.matches.clone());
            self.match_generation += 1;
            let_go((lanes, matches, self.answer.replace(answer)));
            window.request_repaint();
        }
        if self.selected.poll(Duration::ZERO) {
            window.request_repaint();
        }
        self.study_page(window, PATIENCE);
        has_new_lanes || has_new_words
    }

    fn study_page(&mut self, window: &Context, patience: Duration) {
        let material = Material {
            document: &self.document,
            matches: self.matches.as_ref(),
            ranked: self.answer.as_ref().and_then(|answer| answer.ranked.as_ref()),
            match_generation: self.match_generation,
            lanes: &self.lanes,
            list_order: self.place.list_order,
            matrix: self.place.matrix,
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
        let before = |day: f64| self.days.partition_point(|middle| middle.day() < day);
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
