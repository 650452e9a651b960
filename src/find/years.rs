//! Counts how many meetings may have been in each year.

use super::facets::{Facet, FacetValue};
use super::field::Field;
use super::filter::Filter;
use super::query::{days_text, reach};
use crate::date::{Span, When, day_from_ymd, year_words, ymd_from_day};
use crate::model::Dataset;

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
    /// None yet, of the years of a dataset.
    pub fn new(dataset: &Dataset) -> Self {
        let days = dataset.span();
        let (first, last) = days.map_or((0, 0), years);
        // The last step is behind the last year.
        let len = usize::try_from(i32::from(last) - i32::from(first) + 2).unwrap_or_default();
        let starts = (first..=last.saturating_add(1)).filter_map(|year| day_from_ymd(year, 1, 1));
        Self { days, first, starts: starts.collect(), steps: vec![0; len] }
    }

    /// Counts so many meetings at a time.
    pub fn add(&mut self, when: &When, count: u32) {
        let span = reach(when);
        let Some(span) = self.days.and_then(|days| days.intersection(&span)) else {
            return;
        };
        let count = i64::from(count);
        let last = self.year_of(span.end.saturating_sub(1)) + 1;
        for (pos, step) in [(self.year_of(span.start), count), (last, -count)] {
            if let Some(slot) = self.steps.get_mut(pos) {
                *slot += step;
            }
        }
    }

    /// In which of the years a day is.
    fn year_of(&self, day: i32) -> usize {
        self.starts.partition_point(|start| *start <= day).saturating_sub(1)
    }

    /// The years with meetings.
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
