//! Keeps what matches in step with what is searched for and filtered by, off the
//! thread that paints.

use std::sync::Arc;
use std::time::Duration;

use egui::Context;

use super::background::{Cancelled, Latest};
use crate::find::{Facets, Filter, Found, Needle, Query, TextIndex, Vocabulary};
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
    /// Whether all texts could be searched, and not only titles and names.
    has_index: bool,
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
    /// Whether words were looked for only in titles and names.
    pub is_partial: bool,
    /// What the fields ask for.
    pub filter: Filter,
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
    /// Begins to index the texts of a document.
    pub fn start(window: &Context, document: &Arc<Document>, vocabulary: &Arc<Vocabulary>) -> Self {
        let mut indexing = Latest::new("index texts");
        let (document, vocabulary) = (Arc::clone(document), Arc::clone(vocabulary));
        let indexed = Arc::clone(&document);
        indexing.start(window, move |cancelled| TextIndex::new(&indexed, cancelled));
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
        if let Some(index) = self.indexing.poll(Duration::ZERO) {
            self.index = Some(Arc::new(index));
        }
        let has_index = self.index.is_some();
        let wanted = Asked { query: query.to_owned(), lanes: lanes.1, has_index };
        // The texts matter only to who asks for words; an answer without any stands.
        let is_answered = self.asked.as_mut().is_some_and(|asked| {
            let is_same = asked.query == wanted.query && asked.lanes == wanted.lanes;
            if is_same && asked.has_index != has_index && !has_words(query, &self.vocabulary) {
                // Looked at once, not in each frame.
                asked.has_index = has_index;
            }
            *asked == wanted
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
        let index = self.index.unwrap_or_else(|| Arc::new(TextIndex::empty(dataset)));
        let found = Found::of(&query, &index, &self.document, vocabulary, cancelled)?;
        let matches =
            (!query.is_empty()).then(|| Arc::new(Matches::new(dataset, &lanes, found.set)));
        let ranked = found.ranked.iter().map(|hit| hit.event);
        let ranked = (!found.ranked.is_empty()).then(|| ranked.collect());
        (!cancelled()).then_some(Answer {
            needles: query.needles(),
            query,
            lanes,
            matches,
            ranked,
            is_partial: found.is_partial,
            filter: found.filter,
            facets: found.facets,
        })
    }
}

fn has_words(query: &str, vocabulary: &Vocabulary) -> bool {
    !query.is_empty() && Query::parse(query, vocabulary).has_words()
}
