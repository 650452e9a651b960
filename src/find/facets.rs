//! How many meetings have each value of each field.
//!
//! The counts of a field follow the words and all other fields, but not the field
//! itself: a count says how many meetings would be there, were that value the only one
//! asked for.

use rayon::prelude::*;

use super::codes::Codes;
use super::counters;
use super::counting;
use super::field::Field;
use super::filter::Filter;
use super::passing::Passing;
use super::postings::Counted;
use super::vocabulary::Vocabulary;
use crate::model::{Dataset, EventSet};

/// The fields that are counted, in the order in which they are shown.
pub(super) const FACETS: [Field; 13] = [
    Field::Issue,
    Field::Group,
    Field::Raised,
    Field::Stance,
    Field::Person,
    Field::Side,
    Field::Kind,
    Field::Place,
    Field::Country,
    Field::Rendering,
    Field::Account,
    Field::Has,
    Field::Year,
];

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
    /// of time. Values that do not occur are there only where the query names them or
    /// where there are always the same few, such as stances.
    pub values: Vec<FacetValue>,
    /// How many more values there are, the rarest; see [`Vocabulary::matching`].
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
    /// Whether the query asks for it and does not leave it out.
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
        let codes = Codes { dataset, vocabulary };
        let passing = Passing::of(filter, words, codes, cancelled)?;
        let all = passing.all();
        Self::of_passing(&passing, &all, (filter, codes), cancelled)
    }

    /// As [`Facets::count`], where it is known which meetings pass, and that `all` pass
    /// everything.
    pub(super) fn of_passing(
        passing: &Passing,
        all: &Counted,
        (filter, codes): (&Filter, Codes<'_>),
        cancelled: &dyn Fn() -> bool,
    ) -> Option<Self> {
        let counts = counting::of_passing(passing, all, (filter, codes), cancelled)?;
        let fields = counts.fields.par_iter().zip(FACETS);
        let facets = fields.map(|(counts_of, field)| match field {
            Field::Year => counts.years.facet(filter),
            _ => counters::facet(field, counts_of, filter, codes),
        });
        Some(Self { facets: facets.collect(), total: all.set.len() as usize })
    }

    /// The values of a field.
    pub fn of(&self, field: Field) -> Option<&Facet> {
        self.facets.iter().find(|facet| facet.field == field)
    }
}
