//! What the page in the middle shows, worked out off the thread that paints.

use std::sync::Arc;
use std::time::Duration;

use egui::Context;

use super::background::{Cancelled, Latest, Waited, let_go};
use crate::analysis::cadence::Cadence;
use crate::analysis::comparison::Comparison;
use crate::analysis::list::{self, ListOrder, Listed};
use crate::analysis::matrix::{Matrix, MatrixChoice};
use crate::analysis::people::PersonView;
use crate::analysis::thread::Thread;
use crate::lang::{self, Language};
use crate::load::Document;
use crate::model::{Dataset, EventIx, EventSet};
use crate::timeline::{LaneChoice, Lanes, Matches, ThreadLine, ThreadPoint};
use crate::ui::page::Page;
use crate::ui::pages::accounts::AccountsPage;
use crate::ui::pages::cadence::CadenceState;
use crate::ui::pages::compare::CompareState;
use crate::ui::pages::list::ListState;
use crate::ui::pages::matrix::MatrixState;
use crate::ui::pages::people::PeopleState;
use crate::ui::pages::thread::ThreadState;
use crate::ui::pages::wordings::WordingsState;

/// What the page needs to be shown.
#[derive(Default)]
pub enum Study {
    /// Nothing, or not yet.
    #[default]
    Nothing,
    /// It could not be worked out.
    Failed,
    /// The meetings that match, sorted.
    List(Listed),
    /// Who raised what.
    Matrix(Matrix),
    /// How often they met.
    Cadence(Cadence),
    /// An issue through the meetings, as a line on the timeline, and its meetings there.
    Thread(Thread, ThreadLine, Matches),
    /// A person, or what several have in common, and the meetings on the timeline.
    People(PersonView, Matches),
    /// What each side's account says of a meeting.
    Accounts(Box<AccountsPage>),
    /// Meetings side by side.
    Compare(Comparison),
}

impl Study {
    /// Whether there is nothing to be copied or saved.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Nothing | Self::Failed => true,
            Self::List(list) => list.rows().is_empty(),
            Self::Matrix(matrix) => matrix.rows.is_empty(),
            Self::Compare(comparison) => comparison.meetings.len() < 2,
            Self::Cadence(_) | Self::Thread(..) | Self::People(..) | Self::Accounts(_) => false,
        }
    }
}

/// What the pages remember for themselves.
#[derive(Default)]
pub struct PageStates {
    /// The list's.
    pub list: ListState,
    /// That of a thread.
    pub thread: ThreadState,
    /// That of people.
    pub people: PeopleState,
    /// That of the cadence.
    pub cadence: CadenceState,
    /// That of the matrix.
    pub matrix: MatrixState,
    /// The sheet of a quote's wordings.
    pub wordings: WordingsState,
    /// That of a comparison.
    pub compare: CompareState,
}

/// What decides on a study.
#[derive(Clone, Debug, PartialEq)]
struct Asked {
    page: Page,
    /// That of what is told in words.
    language: Language,
    match_generation: u64,
    list_order: Option<ListOrder>,
    matrix: Option<MatrixChoice>,
    lanes: Option<LaneChoice>,
}

/// What a study is made from.
pub struct Material<'a> {
    /// The document.
    pub document: &'a Arc<Document>,
    /// What the filter lets through, where there is one.
    pub matches: Option<&'a Arc<Matches>>,
    /// The best matches first, where words are searched for.
    pub ranked: Option<&'a Arc<[EventIx]>>,
    /// Tells what matched before from what matches now.
    pub match_generation: u64,
    /// The timeline's lanes.
    pub lanes: &'a Arc<Lanes>,
    /// How the list is sorted.
    pub list_order: ListOrder,
    /// What the matrix shows.
    pub matrix: MatrixChoice,
}

/// The study of the page, kept in step with it.
pub struct Studies {
    working: Latest<Study>,
    asked: Option<Asked>,
    /// The page of the last question.
    page: Option<Page>,
    /// Changes with what is shown.
    generation: u64,
    /// What is shown; that of an earlier filter while a new one is being worked out.
    study: Arc<Study>,
}

impl Default for Studies {
    fn default() -> Self {
        Self {
            working: Latest::new("study"),
            asked: None,
            page: None,
            generation: 0,
            study: Arc::default(),
        }
    }
}

impl Studies {
    /// What is to be shown.
    pub fn study(&self) -> &Arc<Study> {
        &self.study
    }

    /// Tells what is shown now from what was before.
    pub fn generation(&self) -> u64 {
        self.generation
    }

    /// Whether it is being worked out.
    pub fn is_busy(&self) -> bool {
        self.working.is_busy()
    }

    /// Works it out anew with the next question, though nothing has changed that it asks.
    pub fn ask_again(&mut self) {
        self.asked = None;
    }

    /// Works it out anew where something has changed. Tells whether it has changed.
    pub fn keep_up(
        &mut self,
        window: &Context,
        page: &Page,
        material: &Material<'_>,
        patience: Duration,
    ) -> bool {
        let wanted = Asked::of(page, material);
        let mut is_new = false;
        if self.asked.as_ref() != Some(&wanted) {
            if self.page.as_ref() != Some(page) {
                self.page = Some(page.clone());
                self.show(Study::Nothing);
            }
            let (document, matches) = (Arc::clone(material.document), material.matches.cloned());
            let (ranked, lanes) = (material.ranked.cloned(), Arc::clone(material.lanes));
            let asked = wanted.clone();
            self.working.start(window, move |cancelled| {
                let given = Given {
                    document: &document,
                    matches: matches.as_deref(),
                    ranked: ranked.as_deref(),
                    lanes: &lanes,
                };
                study(&given, &asked, cancelled)
            });
            self.asked = Some(wanted);
            is_new = true;
        }
        match self.working.wait(if is_new { patience } else { Duration::ZERO }) {
            Waited::Pending => return false,
            Waited::Done(study) => self.show(study),
            Waited::Nothing => self.show(Study::Failed),
        }
        true
    }

    fn show(&mut self, study: Study) {
        let before = std::mem::replace(&mut self.study, Arc::new(study));
        self.generation += 1;
        let_go(before);
    }
}

impl Asked {
    /// What a page hangs on: nothing else makes it be worked out anew.
    fn of(page: &Page, material: &Material<'_>) -> Self {
        let follows_filter = !matches!(page, Page::Timeline | Page::Accounts(_) | Page::Compare(_));
        let is_on_timeline = matches!(page, Page::Thread(_) | Page::People(_));
        Self {
            page: page.clone(),
            language: lang::current(),
            match_generation: if follows_filter { material.match_generation } else { 0 },
            list_order: (*page == Page::List).then_some(material.list_order),
            matrix: (*page == Page::Matrix).then_some(material.matrix),
            lanes: is_on_timeline.then_some(material.lanes.choice),
        }
    }
}

/// What the thread that works a study out was given.
struct Given<'a> {
    document: &'a Document,
    matches: Option<&'a Matches>,
    ranked: Option<&'a [EventIx]>,
    lanes: &'a Lanes,
}

fn study(given: &Given<'_>, asked: &Asked, cancelled: Cancelled<'_>) -> Option<Study> {
    let Given { document, matches, ranked, lanes } = *given;
    let dataset = document.dataset();
    let in_time = matches.map_or(dataset.by_time(), |matches| matches.by_time.as_slice());
    let all;
    let set = match matches {
        Some(matches) => &matches.set,
        None => {
            all = EventSet::all(dataset.events.len());
            &all
        }
    };
    let study = match &asked.page {
        Page::List => {
            let ranked = ranked.unwrap_or(in_time);
            let order = asked.list_order.unwrap_or_default();
            Study::List(Listed::new(list::sorted(dataset, in_time, ranked, order, cancelled)?))
        }
        Page::Timeline => Study::Nothing,
        Page::Matrix => {
            Study::Matrix(Matrix::new(dataset, set, asked.matrix.unwrap_or_default(), cancelled)?)
        }
        Page::Cadence => Study::Cadence(Cadence::new(document, set, cancelled)?),
        Page::Thread(issue) => {
            let thread = Thread::new(document, *issue, set, cancelled)?;
            let points = thread.entries.iter().map(|entry| ThreadPoint {
                event: entry.event,
                raised_by: &entry.raised_by,
                stance: entry.stance,
            });
            let line = ThreadLine::new(dataset, points);
            let events = thread.entries.iter().map(|entry| entry.event);
            let lit = Matches::new(dataset, lanes, set_of(dataset, events));
            Study::Thread(thread, line, lit)
        }
        Page::People(people) => {
            let view = PersonView::new(document, people, set, cancelled)?;
            let events = set_of(dataset, view.meetings.iter().copied());
            let lit = Matches::new(dataset, lanes, events);
            Study::People(view, lit)
        }
        Page::Accounts(ix) => Study::Accounts(Box::new(AccountsPage::read(document, *ix)?)),
        Page::Compare(events) => Study::Compare(Comparison::new(document, events)),
    };
    Some(study)
}

fn set_of(dataset: &Dataset, events: impl Iterator<Item = EventIx>) -> EventSet {
    let mut set = EventSet::none(dataset.events.len());
    events.for_each(|ix| set.insert(ix));
    set
}
