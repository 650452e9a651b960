//! Keeps what matches in step with what is searched for and filtered by, off the
//! thread that paints.

use std::sync::Arc;
use std::time::Duration;

use egui::Context;

use super::background::{Cancelled, Latest, let_go};
use crate::find::{Facets, Filter, Found, Needle, Query, TextIndex, Vocabulary};
use crate::lang::{self, Language};
use crate::load::Document;
use crate::model::EventIx;
use crate::timeline::{LaneChoice, Lanes, Matches};

/// How long a frame waits for the answer to a keystroke: on an ordinary dataset it is
/// there in the same frame, and on no dataset does a frame take longer for it.
pub const PATIENCE: Duration = Duration::from_millis(5);

/// What an answer is for.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Asked {
    query: String,
    lanes: LaneChoice,
    /// That of messages, headings and names.
    language: Language,
}

/// What matches, and everything that is shown of it.
pub struct Answer {
    /// The query as it was understood.
    pub query: Query,
    /// Its words.
    pub needles: Vec<Needle>,
    /// The lanes.
    pub lanes: Arc<Lanes>,
    /// What matches; none where nothing is searched for or filtered by.
    pub matches: Option<Arc<Matches>>,
    /// The best matches first; none where no words are searched for.
    pub ranked: Option<Arc<[EventIx]>>,
    /// Whether not all meetings were searched for the words yet. Then there are no
    /// `matches`, and no counts but the total of what was found so far.
    pub is_partial: bool,
    /// What the fields ask for.
    pub filter: Filter,
    /// The values to filter by, with counts.
    pub facets: Facets,
}

impl Answer {
    /// What is there before anything was asked: so that the search box is there at once, and
    /// what is typed into it is not lost.
    pub fn before_any(lanes: &Arc<Lanes>) -> Self {
        answer(&Query::default(), Arc::clone(lanes), None, Found::default())
    }
}

/// The state of the filter.
pub struct Filtering {
    document: Arc<Document>,
    vocabulary: Arc<Vocabulary>,
    index: Arc<TextIndex>,
    indexing: Latest<()>,
    working: Latest<Answer>,
    asked: Option<Asked>,
}

impl Filtering {
    /// Nothing is asked of a document yet.
    pub fn new(document: &Arc<Document>, vocabulary: &Arc<Vocabulary>) -> Self {
        Self {
            document: Arc::clone(document),
            vocabulary: Arc::clone(vocabulary),
            index: Arc::new(TextIndex::empty(document.dataset())),
            indexing: Latest::new("index texts"),
            working: Latest::new("filter"),
            asked: None,
        }
    }

    /// Goes on with the same text that was read anew.
    pub fn replace_document(&mut self, window: &Context, document: &Arc<Document>) {
        let new = Self::new(document, &self.vocabulary);
        // With the index of all texts, which takes a while to free.
        let_go(std::mem::replace(self, new));
        self.index_texts(window);
    }

    /// Begins to index the texts.
    pub fn index_texts(&mut self, window: &Context) {
        let (indexed, filled) = (Arc::clone(&self.document), Arc::clone(&self.index));
        let work = move |cancelled: Cancelled<'_>| filled.fill(&indexed, cancelled).then_some(());
        self.indexing.start(window, work);
    }

    /// What can be asked for.
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// Asks anew where something has changed since the last answer, and returns the
    /// answer if it is there within `patience`.
    pub fn keep_up(
        &mut self,
        window: &Context,
        lanes: (&Arc<Lanes>, LaneChoice),
        query: &str,
        patience: Duration,
    ) -> Option<Answer> {
        // A search before all is indexed finds the same.
        self.indexing.poll(Duration::ZERO);
        let language = lang::current();
        let wanted = Asked { query: query.to_owned(), lanes: lanes.1, language };
        if self.asked.as_ref() == Some(&wanted) {
            return self.working.poll(Duration::ZERO);
        }
        let work = Work {
            document: Arc::clone(&self.document),
            vocabulary: Arc::clone(&self.vocabulary),
            index: Arc::clone(&self.index),
            lanes: Arc::clone(lanes.0),
            asked: wanted.clone(),
        };
        self.working.start_telling(window, move |cancelled, tell| work.answer(cancelled, tell));
        self.asked = Some(wanted);
        self.working.poll(patience)
    }

    /// Whether an answer or the index is still to come.
    pub fn is_busy(&self) -> bool {
        self.working.is_busy() || self.indexing.is_busy()
    }
}

/// What an answer is made from.
struct Work {
    document: Arc<Document>,
    vocabulary: Arc<Vocabulary>,
    index: Arc<TextIndex>,
    lanes: Arc<Lanes>,
    asked: Asked,
}

impl Work {
    fn answer(self, cancelled: Cancelled<'_>, tell: &mut dyn FnMut(Answer)) -> Option<Answer> {
        let (dataset, vocabulary) = (self.document.dataset(), &*self.vocabulary);
        let query = Query::parse(&self.asked.query, vocabulary);
        let Asked { lanes: choice, language, .. } = self.asked;
        let is_same = self.lanes.choice == choice && self.lanes.language == language;
        let mut so_far = |found| {
            // Other lanes take their time: then all comes at once.
            if is_same {
                tell(answer(&query, Arc::clone(&self.lanes), None, found));
            }
        };
        let source = (&*self.document, vocabulary);
        let mut found = Found::of_telling(&query, &self.index, source, cancelled, &mut so_far)?;
        let lanes =
            if is_same { Arc::clone(&self.lanes) } else { Arc::new(Lanes::new(dataset, choice)) };
        let set = std::mem::take(&mut found.set);
        let matches = (!query.is_empty()).then(|| Arc::new(Matches::new(dataset, &lanes, set)));
        (!cancelled()).then(|| answer(&query, lanes, matches, found))
    }
}

fn answer(query: &Query, lanes: Arc<Lanes>, matches: Option<Arc<Matches>>, found: Found) -> Answer {
    let ranked = found.ranked.iter().map(|hit| hit.event);
    Answer {
        needles: query.needles(),
        query: query.clone(),
        lanes,
        matches,
        ranked: (!found.ranked.is_empty()).then(|| ranked.collect()),
        is_partial: found.is_partial,
        filter: found.filter,
        facets: found.facets,
    }
}
