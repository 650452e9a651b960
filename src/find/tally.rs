//! How often everything occurs in a dataset, counted on all cores.

use std::collections::HashMap;

use rayon::prelude::*;

use crate::date::ymd_from_day;
use crate::model::{Dataset, EventHead, EventIx};

/// How many meetings have each issue, group, person and so on: by position in its table.
#[derive(Debug, Default)]
pub(super) struct Tally {
    pub issues: Vec<u32>,
    pub groups: Vec<u32>,
    pub people: Vec<u32>,
    pub sides: Vec<u32>,
    pub kinds: Vec<u32>,
    pub places: Vec<u32>,
    /// The last is that of meetings without a country.
    pub countries: Vec<u32>,
    /// How many meetings begin in each year.
    pub years: HashMap<i16, u32>,
}

impl Tally {
    /// Counts everything; `group_of` has the group of each issue.
    pub fn of(dataset: &Dataset, group_of: &[Option<u32>], groups: usize) -> Self {
        let len = dataset.events.len();
        let share = len.div_ceil(rayon::current_num_threads()).max(1);
        let firsts: Vec<usize> = (0..len).step_by(share).collect();
        let tallies = firsts.into_par_iter().map(|first| {
            let mut tally = Self::empty(dataset, groups);
            let mut seen = (vec![usize::MAX; groups], vec![usize::MAX; dataset.sides.len()]);
            for pos in first..(first + share).min(len) {
                if let Some(event) = dataset.event(EventIx::from_pos(pos)) {
                    tally.add(dataset, group_of, (pos, &event), &mut seen);
                }
            }
            tally
        });
        tallies.reduce_with(Self::with).unwrap_or_else(|| Self::empty(dataset, groups))
    }

    fn empty(dataset: &Dataset, groups: usize) -> Self {
        Self {
            issues: vec![0; dataset.issues.len()],
            groups: vec![0; groups],
            people: vec![0; dataset.people.len()],
            sides: vec![0; dataset.sides.len()],
            kinds: vec![0; dataset.kinds.len()],
            places: vec![0; dataset.places.len()],
            countries: vec![0; dataset.events.countries().len() + 1],
            years: HashMap::new(),
        }
    }

    fn add(
        &mut self,
        dataset: &Dataset,
        group_of: &[Option<u32>],
        (pos, event): (usize, &EventHead<'_>),
        (seen_groups, seen_sides): &mut (Vec<usize>, Vec<usize>),
    ) {
        for issue in event.issues.issues() {
            count(&mut self.issues, issue.pos());
            let group = group_of.get(issue.pos()).copied().flatten();
            if let Some(group) = group.filter(|group| is_first(seen_groups, *group as usize, pos)) {
                count(&mut self.groups, group as usize);
            }
        }
        for person in event.people {
            count(&mut self.people, person.pos());
            let side = dataset.people.get(person.pos()).and_then(|person| person.side);
            if let Some(side) = side.filter(|side| is_first(seen_sides, side.pos(), pos)) {
                count(&mut self.sides, side.pos());
            }
        }
        count(&mut self.kinds, event.kind.pos());
        if let Some(place) = event.place {
            count(&mut self.places, place.pos());
        }
        let none = self.countries.len() - 1;
        let country = dataset.events.country(EventIx::from_pos(pos));
        count(&mut self.countries, country.map_or(none, |country| country.pos()));
        *self.years.entry(ymd_from_day(event.when.span().start).0).or_default() += 1;
    }

    /// The sum of two.
    fn with(mut self, other: Self) -> Self {
        for (own, others) in [
            (&mut self.issues, other.issues),
            (&mut self.groups, other.groups),
            (&mut self.people, other.people),
            (&mut self.sides, other.sides),
            (&mut self.kinds, other.kinds),
            (&mut self.places, other.places),
            (&mut self.countries, other.countries),
        ] {
            own.iter_mut().zip(others).for_each(|(own, other)| *own += other);
        }
        for (year, count) in other.years {
            *self.years.entry(year).or_default() += count;
        }
        self
    }
}

fn count(counts: &mut [u32], pos: usize) {
    if let Some(count) = counts.get_mut(pos) {
        *count += 1;
    }
}

/// Whether an entry is met for the first time at a meeting.
fn is_first(seen: &mut [usize], entry: usize, pos: usize) -> bool {
    seen.get_mut(entry).is_some_and(|last| std::mem::replace(last, pos) != pos)
}
