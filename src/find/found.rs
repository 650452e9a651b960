//! All that a query finds, in one go.

use super::facets::Facets;
use super::filter::Filter;
use super::query::Query;
use super::text::{Hit, TextIndex};
use super::vocabulary::Vocabulary;
use crate::model::{Dataset, EventSet};

/// All that a query finds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// The filter of the query; it tells which meetings only may have been then.
    pub filter: Filter,
    /// The meetings with all that is asked for.
    pub set: EventSet,
    /// The same, the best first; empty where the query has no words that must be there.
    pub ranked: Vec<Hit>,
    /// How many meetings have each value of each field.
    pub facets: Facets,
    /// Whether words were looked for only in titles and names.
    pub is_partial: bool,
}

impl Found {
    /// Finds what a query asks for. None where it was cancelled. It walks all meetings:
    /// for a worker thread.
    pub fn of(
        query: &Query,
        index: &TextIndex,
        dataset: &Dataset,
        vocabulary: &Vocabulary,
        cancelled: &dyn Fn() -> bool,
    ) -> Option<Self> {
        let filter = Filter::of(query, vocabulary);
        let within = filter.matches(dataset, vocabulary, cancelled)?;
        if !query.has_words() {
            let facets = Facets::count(&filter, None, dataset, vocabulary, cancelled)?;
            let (ranked, is_partial) = (Vec::new(), false);
            return Some(Self { filter, set: within, ranked, facets, is_partial });
        }
        // The counts of a field need the words' meetings also where that field forbids them.
        let all = EventSet::all(dataset.events.len());
        let hits = index.search(&query.needles(), &all, dataset, cancelled)?;
        let facets = Facets::count(&filter, Some(&hits.set), dataset, vocabulary, cancelled)?;
        let mut set = EventSet::none(dataset.events.len());
        hits.set.iter().filter(|ix| within.contains(*ix)).for_each(|ix| set.insert(ix));
        let mut ranked = hits.ranked;
        ranked.retain(|hit| within.contains(hit.event));
        Some(Self { filter, set, ranked, facets, is_partial: hits.is_partial })
    }
}
