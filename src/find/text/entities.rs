//! The names of what meetings refer to by id, and which of them have the words.

use super::super::names::{Names, Part};
use super::super::query::Needle;
use crate::lang::{self, Language};
use crate::model::{Dataset, Issue, Kind, Person, Source};

/// The names of all people, issues, kinds, places and sources, folded once.
#[derive(Debug, Default)]
pub(super) struct Entities {
    pub people: Names,
    pub notes: Names,
    pub issues: Names,
    pub kinds: Names,
    pub places: Names,
    pub sources: Names,
}

/// For each entity, which of the words it has: one bit for each. Tables in which no entity
/// has any are empty.
pub(super) struct Masks {
    pub people: Vec<u32>,
    pub notes: Vec<u32>,
    pub issues: Vec<u32>,
    pub kinds: Vec<u32>,
    pub places: Vec<u32>,
    pub sources: Vec<u32>,
}

/// All names of a person.
pub(in crate::find) fn person_names(person: &Person) -> impl Iterator<Item = &str> {
    let local = person.names.iter().map(|local| local.name.as_str());
    std::iter::once(person.name.as_str()).chain(local).chain(person.aka.iter().map(String::as_str))
}

/// All names of an issue, and that of its group.
pub(in crate::find) fn issue_names(issue: &Issue) -> impl Iterator<Item = &str> {
    let local = issue.names.iter().map(|local| local.name.as_str());
    std::iter::once(issue.name.as_str()).chain(local).chain(issue.group.as_deref())
}

/// The names of a kind in each language, that of the interface first; none where the file
/// names no kind.
pub(in crate::find) fn kind_names(kind: &Kind) -> impl Iterator<Item = &str> {
    let here = lang::current();
    let others = Language::ALL.into_iter().filter(move |language| *language != here);
    let languages = std::iter::once(here).chain(others).filter(|_| !kind.id.is_empty());
    languages.flat_map(|language| [kind.label_in(language), kind.singular_in(language)])
}

/// What a source is looked for by.
pub(in crate::find) fn source_names(source: &Source) -> impl Iterator<Item = &str> {
    let more = [source.publisher.as_deref(), source.via.as_deref()];
    std::iter::once(source.title.as_str()).chain(more.into_iter().flatten())
}

impl Entities {
    pub fn of(dataset: &Dataset) -> Self {
        let mut it = Self::default();
        for (pos, person) in dataset.people.iter().enumerate() {
            person_names(person).for_each(|name| it.people.push(pos, name));
            person.note.iter().for_each(|note| it.notes.push(pos, note));
        }
        for (pos, issue) in dataset.issues.iter().enumerate() {
            issue_names(issue).for_each(|name| it.issues.push(pos, name));
        }
        for (pos, kind) in dataset.kinds.iter().enumerate() {
            kind_names(kind).for_each(|name| it.kinds.push(pos, name));
        }
        for (pos, place) in dataset.places.iter().enumerate() {
            it.places.push(pos, place);
        }
        for (pos, source) in dataset.sources.iter().enumerate() {
            source_names(source).for_each(|name| it.sources.push(pos, name));
        }
        it
    }

    /// How many bytes the names have.
    pub fn byte_len(&self) -> usize {
        let names = [&self.people, &self.notes, &self.issues, &self.kinds, &self.places];
        names.into_iter().chain([&self.sources]).map(Names::byte_len).sum()
    }

    /// Which entities have which of the words.
    pub fn masks(&self, needles: &[Needle], dataset: &Dataset) -> Masks {
        let masks = |names: &Names, len: usize| {
            let mut masks = vec![0; len];
            for (bit, needle) in needles.iter().enumerate() {
                let part = if needle.is_phrase { Part::Words } else { Part::Beginning };
                names.each(&needle.folded, part, |entry| {
                    if let Some(mask) = masks.get_mut(entry as usize) {
                        *mask |= 1 << bit;
                    }
                });
            }
            if masks.iter().all(|mask| *mask == 0) {
                masks.clear();
            }
            masks
        };
        Masks {
            people: masks(&self.people, dataset.people.len()),
            notes: masks(&self.notes, dataset.people.len()),
            issues: masks(&self.issues, dataset.issues.len()),
            kinds: masks(&self.kinds, dataset.kinds.len()),
            places: masks(&self.places, dataset.places.len()),
            sources: masks(&self.sources, dataset.sources.len()),
        }
    }
}

impl Masks {
    /// Whether no entity has any of the words.
    pub fn are_empty(&self) -> bool {
        let tables = [&self.issues, &self.kinds, &self.places];
        tables.into_iter().all(Vec::is_empty) && !self.ask_for_refs()
    }

    /// Whether it counts who took part in a meeting, where, and what was raised.
    pub fn ask_for_heads(&self) -> bool {
        let tables = [&self.people, &self.notes, &self.issues, &self.places];
        tables.into_iter().any(|table| !table.is_empty())
    }

    /// Whether it counts which sources a meeting has, and to whom words are given.
    pub fn ask_for_refs(&self) -> bool {
        [&self.people, &self.notes, &self.sources].into_iter().any(|table| !table.is_empty())
    }
}
