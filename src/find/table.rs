//! One table of names: what stands for its entries, what they are called, and how often
//! they occur.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::names::{Names, Part};
use crate::lang::{self, Language};
use crate::model::LocalName;

/// How many of the most frequent entries are looked at one by one for a name.
const MOST_FREQUENT: usize = 1000;

/// How many names that begin so are looked at in all.
const MOST_HITS: usize = 10_000;

/// The value that stands for "not given" where no entry has it as its id.
pub(super) const NONE: &str = "none";

/// One table of names.
#[derive(Clone, Debug, Default)]
pub(super) struct Table {
    pub entries: Vec<Entry>,
    pub names: Names,
    by_id: HashMap<Box<str>, u32>,
    /// The entries, the most frequent first, then in their order.
    by_count: Vec<u32>,
}

/// An entry of a table.
#[derive(Clone, Debug, Default)]
pub(super) struct Entry {
    /// What stands for it in a query.
    pub id: Box<str>,
    /// Its name for people.
    pub label: Box<str>,
    /// Its name where the interface's language is another.
    pub labels: Vec<(Language, Box<str>)>,
    /// How many meetings have it.
    pub count: u32,
}

impl Entry {
    /// Its name for those who read the interface in its language.
    pub fn label(&self) -> &str {
        let here = lang::current();
        let local = self.labels.iter().find(|(language, _)| *language == here);
        local.map_or(&self.label, |(_, label)| label)
    }
}

impl Table {
    /// Adds an entry; its other names follow by `also`.
    pub fn push(&mut self, id: &str, label: &str) -> u32 {
        let pos = self.entries.len() as u32;
        self.entries.push(Entry { id: id.into(), label: label.into(), ..Entry::default() });
        self.by_id.entry(id.into()).or_insert(pos);
        self.also(id);
        if label != id {
            self.also(label);
        }
        pos
    }

    /// Gives the last entry another name.
    pub fn also(&mut self, name: &str) {
        self.names.push(self.entries.len().saturating_sub(1), name);
    }

    /// Gives the last entry a name for those who read the interface in a language; of
    /// several, the first.
    pub fn also_in(&mut self, language: Language, name: &str) {
        self.also(name);
        if let Some(entry) = self.entries.last_mut()
            && entry.labels.iter().all(|(other, _)| *other != language)
        {
            entry.labels.push((language, name.into()));
        }
    }

    /// Gives the last entry other names.
    pub fn also_all<'a>(&mut self, local: &[LocalName], aka: impl IntoIterator<Item = &'a String>) {
        for local in local {
            match Language::of_locale(&local.lang) {
                Some(language) => self.also_in(language, &local.name),
                None => self.also(&local.name),
            }
        }
        aka.into_iter().for_each(|name| self.also(name));
    }

    /// The entry of an id, which is added where it is new.
    pub fn intern(&mut self, id: &str, label: &str) -> u32 {
        match self.by_id.get(id) {
            Some(entry) => *entry,
            None => self.push(id, label),
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

    /// Whether an entry has this id.
    pub fn has_id(&self, id: &str) -> bool {
        self.by_id.contains_key(id)
    }

    /// Sorts the entries by their counts.
    pub fn rank(&mut self) {
        let mut by_count: Vec<u32> = (0..self.entries.len() as u32).collect();
        by_count.sort_by_key(|entry| Reverse(self.count_of(*entry)));
        self.by_count = by_count;
    }

    /// At how many meetings an entry occurs.
    pub fn count_of(&self, entry: u32) -> u32 {
        self.entries.get(entry as usize).map_or(0, |entry| entry.count)
    }

    /// The most frequent entries with a name in which a word begins so; of an empty text,
    /// the most frequent of all.
    pub fn likely(&self, folded: &str, most: usize) -> Vec<u32> {
        if folded.is_empty() {
            return self.by_count.iter().take(most).copied().collect();
        }
        // What begins many names begins some of the most frequent.
        let frequent = self.by_count.iter().take(MOST_FREQUENT).copied();
        let mut found: Vec<u32> =
            frequent.filter(|it| self.names.has(*it, folded, Part::Beginning)).take(most).collect();
        if found.len() == most || self.by_count.len() <= MOST_FREQUENT {
            return found;
        }
        found.clear();
        let mut hits = 0;
        self.names.each_while(folded, Part::Beginning, |entry| {
            hits += 1;
            if found.last() != Some(&entry) {
                found.push(entry);
            }
            hits < MOST_HITS
        });
        let key = |entry: &u32| (Reverse(self.count_of(*entry)), *entry);
        if found.len() > most {
            found.select_nth_unstable_by_key(most, key);
            found.truncate(most);
        }
        found.sort_unstable_by_key(key);
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Made-up people, of whom the last occurs the most often.
    fn table(len: usize) -> Table {
        let mut table = Table::default();
        for number in 0..len {
            let rare = if number == 7 { "Rare " } else { "" };
            let entry = table.push(&format!("p{number}"), &format!("{rare}Person {number}"));
            table.entries[entry as usize].count = number as u32;
        }
        table.rank();
        table
    }

    #[test]
    fn the_most_frequent_come_first_and_the_rare_are_found_too() {
        let table = table(2 * MOST_FREQUENT);
        assert_eq!(table.likely("", 3), [1999, 1998, 1997]);
        assert_eq!(table.likely("pers", 3), [1999, 1998, 1997]);
        assert_eq!(table.likely("rar", 3), [7]);
        assert_eq!(table.likely("12", 4), [1299, 1298, 1297, 1296]);
        // Fewer than there is room for among the frequent.
        assert_eq!(table.likely("19", 200).len(), 111);
        assert_eq!(table.likely("99", 20), [999, 998, 997, 996, 995, 994, 993, 992, 991, 990, 99]);
        assert!(table.likely("nobody", 3).is_empty());
        assert!(table.likely("pers", 0).is_empty());
    }

    #[test]
    fn of_very_many_names_the_first_are_looked_at() {
        let mut table = Table::default();
        for number in 0..MOST_HITS + 10 {
            let name = if number < MOST_FREQUENT { "Common" } else { "Other" };
            let entry = table.push(&format!("{number}"), &format!("{name} {number}"));
            table.entries[entry as usize].count = u32::from(number < MOST_FREQUENT);
        }
        table.rank();
        assert_eq!(table.likely("oth", 2), [1000, 1001]);
    }
}
