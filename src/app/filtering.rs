//! Keeps what matches in step with what is searched for and filtered by, off the
//! thread that paints.

use std::sync::Arc;
use std::time::Duration;

use egui::Context;

use super::background::{Cancelled, Latest};
use crate::find::{Facets, Filter, Hits, Needle, Query, TextIndex, Vocabulary};
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
    /// How much of the texts could be searched.
    index: IndexState,
}

/// How far the index of texts is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum IndexState {
    Nothing,
    Names,
    Texts,
}

/// What matches, and everything that is shown of it.
pub struct Answer {
    /// The query as it was understood.
    pub query: Query,
    /// Its fields.
    pub filter: Filter,
    /// Its words.
    pub needles: Vec<Needle>,
    /// The lanes.
    pub lanes: Arc<Lanes>,
    /// What matches; none where nothing is searched for or filtered by.
    pub matches: Option<Arc<Matches>>,
    /// What the words were found in; none without words.
    pub hits: Option<Hits>,
    /// The meetings of the hits, the best first.
    pub ranked: Option<Arc<[EventIx]>>,
    /// The values to filter by, with counts.
    pub facets: Facets,
}

/// The state of the filter.
pub struct Filtering {
    document: Arc<Document>,
    vocabulary: Arc<Vocabulary>,
    index: Option<Arc<TextIndex>>,
    indexing: Latest<TextIndex>,
    working: Latest<Answer>,
    asked: Option<Asked>,
}

impl Filtering {
    /// Begins to index a document: names first, which takes a moment, then all texts.
    pub fn start(window: &Context, document: &Arc<Document>, vocabulary: &Arc<Vocabulary>) -> Self {
        let mut indexing = Latest::new("index names");
        let (document, vocabulary) = (Arc::clone(document), Arc::clone(vocabulary));
        let named = Arc::clone(&document);
        indexing.start(window, move |cancelled| TextIndex::of_names(named.dataset(), cancelled));
        let working = Latest::new("filter");
        Self { document, vocabulary, index: None, indexing, working, asked: None }
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
        self.keep_indexing(window);
        let wanted = Asked { query: query.to_owned(), lanes: lanes.1, index: self.index_state() };
        // The texts matter only to who asks for words; an answer without any stands.
        let is_answered = self.asked.as_ref().is_some_and(|asked| {
            let is_same = asked.query == wanted.query && asked.lanes == wanted.lanes;
            is_same && (asked.index == wanted.index || !self.has_words(query))
        });
        if is_answered {
            return self.working.poll(Duration::ZERO);
        }
        let work = Work {
            document: Arc::clone(&self.document),
            vocabulary: Arc::clone(&self.vocabulary),
            index: self.index.clone(),
            lanes: Arc::clone(lanes.0),
            asked: wanted.clone(),
        };
        self.working.start(window, move |cancelled| work.answer(cancelled));
        self.asked = Some(wanted);
        self.working.poll(patience)
    }

    fn has_words(&self, query: &str) -> bool {
        !query.is_empty() && Query::parse(query, &self.vocabulary).has_words()
    }

    fn index_state(&self) -> IndexState {
        match &self.index {
            None => IndexState::Nothing,
            Some(index) if index.is_partial() => IndexState::Names,
            Some(_) => IndexState::Texts,
        }
    }

    fn keep_indexing(&mut self, window: &Context) {
        let Some(index) = self.indexing.poll(Duration::ZERO) else { return };
        if index.is_partial() {
            let document = Arc::clone(&self.document);
            self.indexing = Latest::new("index texts");
            self.indexing.start(window, move |cancelled| TextIndex::new(&document, cancelled));
        }
        self.index = Some(Arc::new(index));
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
    index: Option<Arc<TextIndex>>,
    lanes: Arc<Lanes>,
    asked: Asked,
}

impl Work {
    fn answer(self, cancelled: Cancelled<'_>) -> Option<Answer> {
        let (dataset, vocabulary) = (self.document.dataset(), &*self.vocabulary);
        let lanes = if self.lanes.choice == self.asked.lanes {
            self.lanes
        } else {
            Arc::new(Lanes::new(dataset, self.asked.lanes))
        };
        let query = Query::parse(&self.asked.query, vocabulary);
        let filter = Filter::of(&query, vocabulary);
        let needles = query.needles();
        let by_fields = filter.matches(dataset, vocabulary, cancelled)?;
        let everywhere = crate::model::EventSet::all(dataset.events.len());
        let (hits, words) = match self.index.filter(|_| query.has_words()) {
            Some(index) => {
                // The counts of a field follow the words, but not the field itself.
                let words = index.search(&needles, &everywhere, dataset, cancelled)?;
                let hits = index.search(&needles, &by_fields, dataset, cancelled)?;
                (Some(hits), Some(words.set))
            }
            None => (None, None),
        };
        let facets = Facets::count(&filter, words.as_ref(), dataset, vocabulary, cancelled)?;
        let set = hits.as_ref().map_or(by_fields, |hits| hits.set.clone());
        let matches = (!query.is_empty()).then(|| Matches::new(dataset, &lanes, set));
        let ranked = hits.as_ref().filter(|hits| !hits.ranked.is_empty());
        let ranked = ranked.map(|hits| hits.ranked.iter().map(|hit| hit.event).collect());
        let matches = matches.map(Arc::new);
        (!cancelled()).then_some(Answer {
            query,
            filter,
            needles,
            lanes,
            matches,
            hits,
            ranked,
            facets,
        })
    }
}
