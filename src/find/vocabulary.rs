//! What can be asked for in a dataset: the names of everything, and how often it occurs.

use std::collections::HashMap;

use super::field::Field;
use super::names::{Names, Part};
use crate::date::ymd_from_day;
use crate::model::{Dataset, LocalName};

/// The names that the fields of a query may have as values. Worked out once for a
/// dataset: to be called where it may take a while.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    pub(super) issues: Table,
    pub(super) groups: Table,
    pub(super) people: Table,
    pub(super) sides: Table,
    pub(super) kinds: Table,
    pub(super) places: Table,
    pub(super) countries: Table,
    /// How many meetings begin in each year; sorted.
    pub(super) years: Vec<(i16, u32)>,
    /// The country of each meeting, as an entry of the table.
    country_of: Vec<u32>,
    /// The group of each issue, as an entry of the table.
    group_of: Vec<Option<u32>>,
}

/// One table of names.
#[derive(Clone, Debug, Default)]
pub(super) struct Table {
    pub entries: Vec<Entry>,
    pub names: Names,
    by_id: HashMap<Box<str>, u32>,
}

/// An entry of a table.
#[derive(Clone, Debug, Default)]
pub(super) struct Entry {
    /// What stands for it in a query.
    pub id: Box<str>,
    /// Its name for people.
    pub label: Box<str>,
    /// How many meetings have it.
    pub count: u32,
}

impl Table {
    /// Adds an entry; its other names follow by `also`.
    fn push(&mut self, id: &str, label: &str) -> u32 {
        let pos = self.entries.len() as u32;
        self.entries.push(Entry { id: id.into(), label: label.into(), count: 0 });
        self.by_id.entry(id.into()).or_insert(pos);
        self.also(id);
        if label != id {
            self.also(label);
        }
        pos
    }

    fn also(&mut self, name: &str) {
        self.names.push(self.entries.len().saturating_sub(1), name);
    }

    fn also_all<'a>(&mut self, local: &[LocalName], aka: impl IntoIterator<Item = &'a String>) {
        local.iter().for_each(|local| self.also(&local.name));
        aka.into_iter().for_each(|name| self.also(name));
    }

    /// The entry of an id, which is added where it is new.
    fn intern(&mut self, id: &str, label: &str) -> u32 {
        match self.by_id.get(id) {
            Some(entry) => *entry,
            None => self.push(id, label),
        }
    }

    fn count(&mut self, entry: u32) {
        if let Some(entry) = self.entries.get_mut(entry as usize) {
            entry.count = entry.count.saturating_add(1);
        }
    }

    /// The entries that a value stands for: the one with this id, else those with this
    /// name, else those with these words in a name, or with a word that begins so.
    pub fn resolve(&self, value: &str, is_by_beginning: bool) -> Vec<u32> {
        if let Some(entry) = self.by_id.get(value) {
            return vec![*entry];
        }
        if value == NONE
            && let Some(entry) = self.by_id.get("")
        {
            return vec![*entry];
        }
        let parts: &[Part] =
            if is_by_beginning { &[Part::Beginning] } else { &[Part::All, Part::Words] };
        parts
            .iter()
            .map(|part| self.names.find(value, *part))
            .find(|them| !them.is_empty())
            .unwrap_or_default()
    }
}

/// The value that stands for "not given" where no entry has it as its id.
const NONE: &str = "none";

impl Vocabulary {
    /// The vocabulary of a dataset.
    pub fn of(dataset: &Dataset) -> Self {
        let mut it = Self::default();
        for side in &dataset.sides {
            it.sides.push(&side.id, &side.name);
            it.sides.also_all(&side.names, []);
        }
        for person in &dataset.people {
            it.people.push(&person.id, &person.name);
            it.people.also_all(&person.names, &person.aka);
        }
        for issue in &dataset.issues {
            it.issues.push(&issue.id, &issue.name);
            it.issues.also_all(&issue.names, []);
            let group = issue.group.as_deref().map(|group| it.groups.intern(group, group));
            it.group_of.push(group);
        }
        for kind in &dataset.kinds {
            it.kinds.push(&kind.id, &kind.label);
            it.kinds.also(&kind.singular);
        }
        for place in &dataset.places {
            it.places.push(place, place);
        }
        it.count_all(dataset);
        it
    }

    fn count_all(&mut self, dataset: &Dataset) {
        let mut years: HashMap<i16, u32> = HashMap::new();
        let mut last_of_group = vec![usize::MAX; self.groups.entries.len()];
        let mut last_of_side = vec![usize::MAX; self.sides.entries.len()];
        let first_time = |last: &mut Vec<usize>, entry: usize, pos: usize| {
            last.get_mut(entry).is_some_and(|last| std::mem::replace(last, pos) != pos)
        };
        for (pos, event) in dataset.events.iter().enumerate() {
            for raised in &event.issues {
                self.issues.count(raised.issue.0);
                if let Some(group) = self.group_of(raised.issue.pos())
                    && first_time(&mut last_of_group, group as usize, pos)
                {
                    self.groups.count(group);
                }
            }
            for person in &event.people {
                self.people.count(person.0);
                let side = dataset.people.get(person.pos()).and_then(|person| person.side);
                if let Some(side) = side
                    && first_time(&mut last_of_side, side.pos(), pos)
                {
                    self.sides.count(side.0);
                }
            }
            self.kinds.count(event.kind.0);
            if let Some(place) = event.place {
                self.places.count(place.0);
            }
            let label = if event.country.is_empty() { "No country given" } else { &event.country };
            let country = self.countries.intern(&event.country, label);
            self.countries.count(country);
            self.country_of.push(country);
            *years.entry(ymd_from_day(event.when.span().start).0).or_default() += 1;
        }
        self.years = years.into_iter().collect();
        self.years.sort_unstable();
    }

    /// The group of an issue, as an entry of the table of groups.
    pub(super) fn group_of(&self, issue: usize) -> Option<u32> {
        self.group_of.get(issue).copied().flatten()
    }

    /// The country of a meeting, as an entry of the table of countries.
    pub(super) fn country_of(&self, event: usize) -> Option<u32> {
        self.country_of.get(event).copied()
    }

    /// The table whose entries are the values of a field.
    pub(super) fn table(&self, field: Field) -> Option<&Table> {
        match field {
            Field::Issue => Some(&self.issues),
            Field::Group => Some(&self.groups),
            Field::Person | Field::Speaker => Some(&self.people),
            Field::Side | Field::Raised | Field::Account => Some(&self.sides),
            Field::Kind => Some(&self.kinds),
            Field::Place => Some(&self.places),
            Field::Country => Some(&self.countries),
            Field::Stance | Field::Rendering | Field::Year | Field::Has => None,
        }
    }

    /// The name of an entry for people.
    pub fn label(&self, field: Field, entry: u32) -> &str {
        let entry = self.table(field).and_then(|table| table.entries.get(entry as usize));
        entry.map_or("", |entry| &entry.label)
    }

    /// What stands for an entry in a query, without quotation marks.
    pub fn value(&self, field: Field, entry: u32) -> &str {
        let Some(table) = self.table(field) else {
            return "";
        };
        let id = table.entries.get(entry as usize).map_or("", |entry| &entry.id);
        if id.is_empty() && !table.by_id.contains_key(NONE) { NONE } else { id }
    }

    /// What stands in a query for "no side": "unknown" who raised it, a "third" party's
    /// account.
    pub fn no_side_value(&self, field: Field) -> &'static str {
        let words = no_side_words(field);
        let is_free = |word: &&&str| !self.sides.by_id.contains_key(**word);
        words.iter().find(is_free).copied().unwrap_or_default()
    }

    /// "No side" in words.
    pub fn no_side_label(&self, field: Field) -> &'static str {
        if field == Field::Account { "Third parties" } else { "Not known" }
    }
}

/// What may stand for "no side"; an id of a side goes first.
pub(super) fn no_side_words(field: Field) -> &'static [&'static str] {
    match field {
        Field::Raised => &["unknown", "?"],
        Field::Account => &["third", "third-party"],
        _ => &[],
    }
}
