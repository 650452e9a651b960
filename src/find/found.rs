//! All that a query finds, in one go.

use super::codes::Codes;
use super::facets::Facets;
use super::field::Field;
use super::filter::Filter;
use super::passing::Passing;
use super::query::Query;
use super::text::{Hit, Hits, TextIndex};
use super::vocabulary::Vocabulary;
use crate::load::Document;
use crate::model::{Dataset, EventIx, EventSet};

/// How many names are looked up for what is searched first, and how many meetings of each.
const FEW: usize = 8;

/// How many meetings are searched first.
const MOST_LIKELY: usize = 64;

/// All that a query finds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// The filter of the query; it tells which meetings only may have been then.
    pub filter: Filter,
    /// The meetings with all that is asked for.
    pub set: EventSet,
    /// The same, the best first; empty where the query has no words that must be there.
    pub ranked: Vec<Hit>,
    /// How many meetings have each value of each field; where `is_partial`, only the total.
    pub facets: Facets,
    /// Whether not all meetings were searched for the words yet.
    pub is_partial: bool,
}

impl Found {
    /// Finds what a query asks for. None where it was cancelled. It walks all meetings:
    /// for a worker thread.
    pub fn of(
        query: &Query,
        index: &TextIndex,
        document: &Document,
        vocabulary: &Vocabulary,
        cancelled: &dyn Fn() -> bool,
    ) -> Option<Self> {
        Self::of_telling(query, index, (document, vocabulary), cancelled, &mut |_| {})
    }

    /// As [`Found::of`]. Where the words that must be there take longer than a moment,
    /// `so_far` is called once, with what was found by then.
    pub fn of_telling(
        query: &Query,
        index: &TextIndex,
        (document, vocabulary): (&Document, &Vocabulary),
        cancelled: &dyn Fn() -> bool,
        so_far: &mut dyn FnMut(Self),
    ) -> Option<Self> {
        let (filter, dataset) = (Filter::of(query, vocabulary), document.dataset());
        let codes = Codes { dataset, vocabulary };
        if !query.has_words() {
            let passing = Passing::of(&filter, None, codes, cancelled)?;
            let all = passing.all();
            let facets = Facets::of_passing(&passing, &all, (&filter, codes), cancelled)?;
            let set = EventSet::of_bits(all.bits);
            return Some(Self { filter, set, facets, ..Self::default() });
        }
        // The counts of a field need the words' meetings also where that field forbids them.
        let all = EventSet::all(dataset.events.len());
        let mut tell = |hits| {
            let passes = |ix| filter.lets_through(ix, dataset, vocabulary);
            let mut found = Self::within(hits, &passes, dataset, filter.clone());
            found.facets.total = found.set.len();
            let is_something = !found.set.is_empty();
            if is_something {
                so_far(found);
            }
            is_something
        };
        let (needles, likely) = (query.needles(), likely(query, codes));
        let where_to = (&all, &*likely);
        let hits = index.search_telling(&needles, where_to, document, cancelled, &mut tell)?;
        let passing = Passing::of(&filter, Some(&hits.set), codes, cancelled)?;
        let all = passing.all();
        let facets = Facets::of_passing(&passing, &all, (&filter, codes), cancelled)?;
        let found = Self::within(hits, &|ix| all.bits.contains(ix.pos()), dataset, filter);
        Some(Self { facets, ..found })
    }

    /// What was found of what a filter lets through.
    fn within(
        mut hits: Hits,
        passes: &dyn Fn(EventIx) -> bool,
        dataset: &Dataset,
        filter: Filter,
    ) -> Self {
        let is_partial = hits.is_partial;
        if filter.is_empty() {
            let (set, ranked) = (hits.set, hits.ranked);
            return Self { filter, set, ranked, is_partial, ..Self::default() };
        }
        let mut set = EventSet::none(dataset.events.len());
        hits.set.iter().filter(|ix| passes(*ix)).for_each(|ix| set.insert(ix));
        hits.ranked.retain(|hit| set.contains(hit.event));
        Self { filter, set, ranked: hits.ranked, is_partial, ..Self::default() }
    }
}

/// Some meetings of those that the words name: where a name is rare, what is likely to
/// hold it. Those of many names or at many meetings are met soon anyway.
fn likely(query: &Query, codes: Codes<'_>) -> Vec<EventIx> {
    // Not worth waiting for what counts the values of fields.
    let Some(postings) = codes.vocabulary.postings.get() else { return Vec::new() };
    let mut likely = Vec::new();
    for needle in query.needles().iter().filter(|needle| !needle.excluded) {
        for field in [Field::Person, Field::Issue, Field::Place] {
            let table = codes.vocabulary.table(field);
            let mut named = table.map_or_else(Vec::new, |it| it.likely(&needle.folded, FEW));
            // The rarest first: where there are several, it tells the most.
            named.reverse();
            for code in named {
                likely.extend(postings.with(field, code).take(FEW));
            }
        }
    }
    likely.truncate(MOST_LIKELY);
    likely
}
