//! What is looked up in the tables of a dataset.

use super::entities::Entities;
use crate::model::Dataset;

/// What is looked up in the tables: names for words, and entries for ids.
#[derive(Debug)]
pub(super) struct Tables {
    pub entities: Entities,
    pub ids: Ids,
}

/// The sources and people of a dataset, sorted by their ids.
#[derive(Debug)]
pub(super) struct Ids {
    sources: Box<[u32]>,
    people: Box<[u32]>,
}

impl Tables {
    pub fn of(dataset: &Dataset) -> Self {
        Self { entities: Entities::of(dataset), ids: Ids::of(dataset) }
    }

    /// Bytes in memory.
    pub fn byte_len(&self) -> usize {
        let ids = self.ids.sources.len() + self.ids.people.len();
        self.entities.byte_len() + ids * size_of::<u32>()
    }
}

impl Ids {
    fn of(dataset: &Dataset) -> Self {
        let source = |ix: u32| source_id(dataset, ix);
        let person = |ix: u32| person_id(dataset, ix);
        Self {
            sources: sorted(dataset.sources.len(), source),
            people: sorted(dataset.people.len(), person),
        }
    }

    /// The source with an id.
    pub fn source(&self, dataset: &Dataset, id: &str) -> Option<u32> {
        found(&self.sources, id, |ix| source_id(dataset, ix))
    }

    /// The person with an id.
    pub fn person(&self, dataset: &Dataset, id: &str) -> Option<u32> {
        found(&self.people, id, |ix| person_id(dataset, ix))
    }
}

fn source_id(dataset: &Dataset, ix: u32) -> &str {
    dataset.sources.get(ix as usize).map_or("", |source| &source.id)
}

fn person_id(dataset: &Dataset, ix: u32) -> &str {
    dataset.people.get(ix as usize).map_or("", |person| &person.id)
}

fn sorted<'d>(len: usize, id: impl Fn(u32) -> &'d str) -> Box<[u32]> {
    // A file of less than 4 GiB names fewer than 2³² things.
    let mut sorted: Box<[u32]> = (0..len as u32).collect();
    sorted.sort_by_key(|ix| id(*ix));
    sorted
}

fn found<'d>(sorted: &[u32], wanted: &str, id: impl Fn(u32) -> &'d str) -> Option<u32> {
    let pos = sorted.binary_search_by(|ix| id(*ix).cmp(wanted)).ok()?;
    sorted.get(pos).copied()
}
