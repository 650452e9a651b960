//! Counts how many meetings have each value of each field.

use std::cmp::Reverse;

use super::codes::{self, Codes};
use super::facets::{FACETS, Facet, FacetValue};
use super::field::Field;
use super::filter::Filter;
use super::query::{days_text, reach};
use super::vocabulary::Vocabulary;
use crate::date::{Span, day_from_ymd, year_words, ymd_from_day};
use crate::model::{Dataset, EventHead};

/// How many values of a field are given, beside those that the query names.
const MOST_VALUES: usize = 1000;

/// Which of [`FACETS`] are meant.
pub(super) type Which = [bool; FACETS.len()];

/// The fields of [`FACETS`] of which something holds.
pub(super) fn which(holds: impl Fn(Field) -> bool) -> Which {
    FACETS.map(holds)
}

/// The counts of one field, by code.
#[derive(Clone, Debug)]
pub(super) struct Counter {
    field: Field,
    counts: Vec<u32>,
    /// The meeting that each code was last counted for, plus one.
    seen: Vec<u32>,
    /// The meeting that each code was last left out for, plus one.
    out: Vec<u32>,
}

/// The counts of all fields.
#[derive(Clone, Debug)]
pub(super) struct Counters {
    pub counters: [Counter; FACETS.len()],
    pub years: YearCounter,
}

impl Counters {
    pub fn new(codes: Codes<'_>) -> Self {
        let counters = FACETS.map(|field| Counter::new(field, codes.vocabulary));
        Self { counters, years: YearCounter::of(codes.dataset) }
    }

    /// Counts the values of some fields that a meeting has.
    pub fn add(&mut self, fields: &Which, codes: Codes<'_>, pos: usize) {
        let Some(event) = codes.dataset.events.untitled(pos) else { return };
        for (counter, is_meant) in self.counters.iter_mut().zip(fields) {
            match counter.field {
                _ if !is_meant => {}
                Field::Year => self.years.add(&event),
                _ => counter.add_all(codes, (pos, &event)),
            }
        }
    }

    /// Counts the values in some fields of the mentions that all other fields ask for.
    pub fn add_asked(&mut self, fields: &Which, filter: &Filter, codes: Codes<'_>, pos: usize) {
        let Some(event) = codes.dataset.events.untitled(pos) else { return };
        for (counter, _) in self.counters.iter_mut().zip(fields).filter(|(_, is_meant)| **is_meant)
        {
            counter.add_asked(filter, codes, (pos, &event));
        }
    }

    /// Takes over the counts of some fields.
    pub fn take(&mut self, fields: &Which, other: Self) {
        for ((counter, other), is_meant) in self.counters.iter_mut().zip(other.counters).zip(fields)
        {
            if *is_meant {
                *counter = other;
            }
        }
        if FACETS.iter().zip(fields).any(|(field, is_meant)| *field == Field::Year && *is_meant) {
            self.years = other.years;
        }
    }

    /// The counts of different meetings added up.
    pub fn with(mut self, other: &Self) -> Self {
        self.merge(other, |count, more| count + more, |step, more| step + more);
        self
    }

    /// The counts without those of some of the meetings.
    pub fn without(mut self, other: &Self) -> Self {
        self.merge(other, u32::saturating_sub, |step, less| step - less);
        self
    }

    fn merge(&mut self, other: &Self, count: fn(u32, u32) -> u32, step: fn(i64, i64) -> i64) {
        for (counter, other) in self.counters.iter_mut().zip(&other.counters) {
            for (own, other) in counter.counts.iter_mut().zip(&other.counts) {
                *own = count(*own, *other);
            }
        }
        for (own, other) in self.years.steps.iter_mut().zip(&other.years.steps) {
            *own = step(*own, *other);
        }
    }
}

impl Counter {
    fn new(field: Field, vocabulary: &Vocabulary) -> Self {
        let none = vec![0; codes::count(field, vocabulary)];
        Self { field, counts: none.clone(), seen: none.clone(), out: none }
    }

    fn add(&mut self, code: usize, stamp: u32) {
        let is_out = self.out.get(code) == Some(&stamp);
        if let (Some(count), Some(seen)) = (self.counts.get_mut(code), self.seen.get_mut(code))
            && *seen != stamp
            && !is_out
        {
            *seen = stamp;
            *count += 1;
        }
    }

    /// Counts a meeting for a code that it has but once.
    fn add_once(&mut self, code: usize) {
        if let Some(count) = self.counts.get_mut(code) {
            *count += 1;
        }
    }

    fn add_all(&mut self, codes: Codes<'_>, (pos, event): (usize, &EventHead)) {
        let field = self.field;
        match field {
            // Each stands there once.
            Field::Issue => event.issues.issues().for_each(|issue| self.add_once(issue.pos())),
            _ if field.is_of_mention() => {
                let mut add = |code| self.add(code, stamp(pos));
                event.issues.iter().for_each(|it| codes.of_mention(field, &it, &mut add));
            }
            // Several people may be of one side.
            Field::Side => codes.of_event(field, (pos, event), |code| self.add(code, stamp(pos))),
            _ => codes.of_event(field, (pos, event), |code| self.add_once(code)),
        }
    }

    fn add_asked(&mut self, filter: &Filter, codes: Codes<'_>, (pos, event): (usize, &EventHead)) {
        let field = self.field;
        let but = Some(field);
        if filter.is_meeting_out(codes, event, but) {
            return;
        }
        let asked = || event.issues.iter().filter(|it| filter.is_asked(codes, it, but));
        for raised in asked().filter(|it| filter.is_out(codes, it, but)) {
            codes.of_mention(field, &raised, |code| {
                if let Some(out) = self.out.get_mut(code) {
                    *out = stamp(pos);
                }
            });
        }
        for raised in asked() {
            codes.of_mention(field, &raised, |code| self.add(code, stamp(pos)));
        }
    }

    pub fn facet(&self, filter: &Filter, codes: Codes<'_>) -> Facet {
        let field = self.field;
        let is_closed = matches!(
            field,
            Field::Stance | Field::Raised | Field::Rendering | Field::Account | Field::Has
        );
        let is_named = |code: usize| {
            let (is_on, is_excluded) = filter.state(field, code);
            is_on || is_excluded
        };
        let mut shown: Vec<(usize, u32)> =
            self.counts.iter().enumerate().map(|(code, count)| (code, *count)).collect();
        shown.retain(|(code, count)| *count > 0 || is_closed || is_named(*code));
        let label = |code: usize| codes::label(field, code, codes.vocabulary);
        shown.sort_by(|one, other| {
            let by_count = Reverse(one.1).cmp(&Reverse(other.1));
            by_count.then_with(|| label(one.0).cmp(label(other.0))).then(one.0.cmp(&other.0))
        });
        let all = shown.len();
        let mut rank = 0;
        shown.retain(|(code, _)| {
            rank += 1;
            rank <= MOST_VALUES || is_named(*code)
        });
        let value = |(code, count): (usize, u32)| {
            let (is_on, is_excluded) = filter.state(field, code);
            FacetValue {
                value: codes::value(field, code, codes.vocabulary).to_owned(),
                label: label(code).to_owned(),
                count: count as usize,
                group: group(field, code, codes.dataset),
                is_on,
                is_excluded,
            }
        };
        let left_out = all - shown.len();
        Facet {
            field,
            title: field.heading(),
            values: shown.into_iter().map(value).collect(),
            left_out,
        }
    }
}

fn stamp(pos: usize) -> u32 {
    // There are fewer than 2³² meetings; see `EventIx`.
    pos as u32 + 1
}

fn group(field: Field, code: usize, dataset: &Dataset) -> Option<String> {
    match field {
        Field::Issue => dataset.issues.get(code)?.group.clone(),
        Field::Person => {
            let side = dataset.people.get(code)?.side?;
            dataset.sides.get(side.pos()).map(|side| side.shown_name().to_owned())
        }
        _ => None,
    }
}

/// The counts of years: a meeting counts in each that it may have been in.
#[derive(Clone, Debug)]
pub(super) struct YearCounter {
    days: Option<Span>,
    first: i16,
    /// The first day of each year, and of the one after the last.
    starts: Vec<i32>,
    /// How many more meetings there are in each year than in the one before.
    steps: Vec<i64>,
}

impl YearCounter {
    fn of(dataset: &Dataset) -> Self {
        let days = dataset.span();
        let (first, last) = days.map_or((0, 0), years);
        // The last step is behind the last year.
        let len = usize::try_from(i32::from(last) - i32::from(first) + 2).unwrap_or_default();
        let starts = (first..=last.saturating_add(1)).filter_map(|year| day_from_ymd(year, 1, 1));
        Self { days, first, starts: starts.collect(), steps: vec![0; len] }
    }

    fn add(&mut self, event: &EventHead) {
        let span = reach(event.when);
        let Some(span) = self.days.and_then(|days| days.intersection(&span)) else {
            return;
        };
        let last = self.year_of(span.end.saturating_sub(1)) + 1;
        for (pos, step) in [(self.year_of(span.start), 1), (last, -1)] {
            if let Some(slot) = self.steps.get_mut(pos) {
                *slot += step;
            }
        }
    }

    /// In which of the years a day is.
    fn year_of(&self, day: i32) -> usize {
        self.starts.partition_point(|start| *start <= day).saturating_sub(1)
    }

    pub fn facet(&self, filter: &Filter) -> Facet {
        let mut values = Vec::new();
        let mut count = 0;
        for (step, year) in self.steps.iter().zip(self.first..) {
            count += step;
            let ends = (day_from_ymd(year, 1, 1), day_from_ymd(year, 12, 31));
            let (Some(start), Some(last)) = ends else {
                continue;
            };
            let days = Span { start, end: last + 1 };
            let (is_on, is_excluded) = filter.state_of_days(days);
            if count > 0 {
                values.push(FacetValue {
                    value: days_text(days),
                    label: year_words(year.into()),
                    count: usize::try_from(count).unwrap_or_default(),
                    group: None,
                    is_on,
                    is_excluded,
                });
            }
        }
        Facet { field: Field::Year, title: Field::Year.heading(), values, left_out: 0 }
    }
}

/// The first and last year of a span.
fn years(span: Span) -> (i16, i16) {
    (ymd_from_day(span.start).0, ymd_from_day(span.end.saturating_sub(1)).0)
}
