//! What can be asked for in a dataset: the names of everything, and how often it occurs.

use std::sync::OnceLock;

use super::field::Field;
use super::postings::Postings;
use super::table::{Entry, NONE, Table};
use super::tally::Tally;
use crate::lang::Language;
use crate::model::{Dataset, EventIx, EventSet};
use crate::{tr, tr_in};

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
    /// The meetings that others follow.
    followed: EventSet,
    /// The group of each issue, as an entry of the table.
    group_of: Vec<Option<u32>>,
    /// Which meetings have which values, once something was asked for.
    pub(super) postings: OnceLock<Postings>,
}

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
            it.kinds.push(&kind.id, kind.label_in(Language::English));
            it.kinds.also(kind.singular_in(Language::English));
            it.kinds.also_in(Language::Chinese, kind.label_in(Language::Chinese));
            it.kinds.also(kind.singular_in(Language::Chinese));
        }
        for place in &dataset.places {
            it.places.push(place, place);
        }
        it.count_all(dataset);
        it
    }

    fn count_all(&mut self, dataset: &Dataset) {
        self.followed = EventSet::none(dataset.events.len());
        let others = dataset.links().iter().filter(|(followed, follower)| followed != follower);
        others.for_each(|(followed, _)| self.followed.insert(*followed));
        let tally = Tally::of(dataset, &self.group_of, self.groups.entries.len());
        for code in dataset.events.countries() {
            self.countries.push(code, code);
        }
        if tally.countries.last().is_some_and(|without| *without > 0) {
            self.countries.push("", tr_in!(Language::English, "find-no-country"));
            let chinese = tr_in!(Language::Chinese, "find-no-country");
            self.countries.also_in(Language::Chinese, chinese);
        }
        self.years = tally.years.into_iter().collect();
        self.years.sort_unstable();
        for (table, counts) in [
            (&mut self.issues, tally.issues),
            (&mut self.groups, tally.groups),
            (&mut self.people, tally.people),
            (&mut self.sides, tally.sides),
            (&mut self.kinds, tally.kinds),
            (&mut self.places, tally.places),
            (&mut self.countries, tally.countries),
        ] {
            table.entries.iter_mut().zip(counts).for_each(|(entry, count)| entry.count = count);
            table.rank();
        }
    }

    /// The group of an issue, as an entry of the table of groups.
    pub(super) fn group_of(&self, issue: usize) -> Option<u32> {
        self.group_of.get(issue).copied().flatten()
    }

    /// Whether another meeting follows one.
    pub(super) fn is_followed(&self, event: usize) -> bool {
        self.followed.contains(EventIx::from_pos(event))
    }

    /// The country of a meeting, as an entry of the table of countries.
    pub(super) fn country_of(&self, event: usize, dataset: &Dataset) -> u32 {
        let country = dataset.events.country(EventIx::from_pos(event));
        country.map_or(dataset.events.countries().len() as u32, |country| country.0)
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
        entry.map_or("", Entry::label)
    }

    /// What stands for an entry in a query, without quotation marks.
    pub fn value(&self, field: Field, entry: u32) -> &str {
        let Some(table) = self.table(field) else {
            return "";
        };
        let id = table.entries.get(entry as usize).map_or("", |entry| &entry.id);
        if id.is_empty() && !table.has_id(NONE) { NONE } else { id }
    }

    /// Values of a field that are called so, each with its name for people: those with a
    /// word in a name that begins as the folded text does, at most so many, the most
    /// frequent first. An empty text has all. So values are found that are too rare for
    /// their [`Facet`](super::Facet); fields whose values are always the same few, and
    /// years, which all stand there, have none here.
    ///
    /// Does not grow with what is found; of a text that begins very many names, rare ones
    /// may be missing.
    pub fn matching(&self, field: Field, folded_text: &str, most: usize) -> Vec<(String, String)> {
        let Some(table) = self.table(field) else {
            return Vec::new();
        };
        let found = table.likely(folded_text.trim(), most).into_iter();
        let named = |entry| (self.value(field, entry), self.label(field, entry));
        found.map(named).map(|(value, label)| (value.to_owned(), label.to_owned())).collect()
    }

    /// What stands in a query for "no side": "unknown" who raised it, a "third" party's
    /// account.
    pub fn no_side_value(&self, field: Field) -> &'static str {
        let words = no_side_words(field);
        let is_free = |word: &&&str| !self.sides.has_id(word);
        words.iter().find(is_free).copied().unwrap_or_default()
    }

    /// "No side" in words.
    pub fn no_side_label(&self, field: Field) -> &'static str {
        if field == Field::Account { tr!("find-third-parties") } else { tr!("find-not-known") }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::find::{TextIndex, fold};
    use crate::load::{Job, read_static};

    #[test]
    fn values_too_rare_for_the_list_are_found_by_name() {
        let person = |n: usize| format!(r#"{{"person": "p{n}"}}"#);
        let people = |count: usize| (0..count).map(person).collect::<Vec<_>>().join(",");
        let text = format!(
            r#"{{"people": {{"p1199": {{"name": "Rare Person", "aka": ["Überall"]}}}}, "events": [
                {{"title": "A", "start": "2001", "participants": [{}]}},
                {{"title": "B", "start": "2002", "participants": [{}]}}]}}"#,
            people(1200),
            people(1100)
        );
        let document = read_static(text.leak(), &Job::new()).expect("it can be read");
        let (data, never) = (document.dataset(), || false);
        let vocabulary = Vocabulary::of(data);
        let index = TextIndex::new(&document, &never).expect("not cancelled");
        let query = crate::find::Query::parse("", &vocabulary);
        let found = crate::find::Found::of(&query, &index, &document, &vocabulary, &never);
        let facets = found.expect("not cancelled").facets;
        let people = facets.of(Field::Person).expect("people");
        assert_eq!((people.values.len(), people.left_out), (1000, 200));
        let matching = |text: &str, most| vocabulary.matching(Field::Person, &fold(text), most);
        let rare = vec![("p1199".to_owned(), "Rare Person".to_owned())];
        assert!(people.values.iter().all(|value| value.value != "p1199"));
        assert_eq!(matching("pers", 5), rare);
        assert_eq!(matching(" ÜBER", 5), rare);
        assert_eq!((matching("p", 7).len(), matching("", 3).len()), (7, 3));
        assert!(matching("nobody", 5).is_empty());
        assert!(vocabulary.matching(Field::Has, "q", 5).is_empty());
    }
}
