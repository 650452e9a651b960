//! Meetings per quarter, by level: the bars under the timeline.

use std::collections::BTreeMap;
use std::ops::Range;

use rayon::prelude::*;

use super::lanes::Middle;
use super::view::View;
use crate::date::{day_from_ymd, ymd_from_day};
use crate::model::{Dataset, EventIx, EventSet, Level};

/// Counts by level: leaders, ministers, others.
pub type Counts = [u32; Level::ALL.len()];

/// The days of the longest quarter.
const QUARTER_DAYS: i32 = 92;

/// Meetings per quarter of a year. A meeting of several days counts in the quarter
/// in which their middle lies; one whose date is wider than a quarter in none.
#[derive(Clone, Debug, Default)]
pub struct Overview {
    /// Meetings whose quarter is not known.
    pub without_quarter: usize,
    /// Quarters since the year 0 that have meetings, in order.
    quarters: Vec<(i32, Counts)>,
}

/// How many meetings are counted in a row on one core.
const PART: usize = 16_384;

/// Counts that are still being made.
#[derive(Default)]
struct Counting {
    quarters: BTreeMap<i32, Counts>,
    without_quarter: usize,
}

impl Counting {
    fn of(dataset: &Dataset, events: impl Iterator<Item = EventIx>) -> Self {
        let mut counting = Self::default();
        // Files are mostly in the order of time: the next meeting is often in the quarter of
        // the one before.
        let (mut quarter, mut days, mut counts) = (0, 0..0, Counts::default());
        for ix in events {
            let Some(span) = dataset.events.span(ix) else { continue };
            if span.end - span.start > QUARTER_DAYS {
                counting.without_quarter += 1;
                continue;
            }
            let day = Middle::of(span).day().floor() as i32;
            if !days.contains(&day) {
                counting.add(quarter, std::mem::take(&mut counts));
                (quarter, days) = quarter_of(day);
            }
            if let Some(slot) = counts.get_mut(dataset.level(ix) as usize) {
                *slot += 1;
            }
        }
        counting.add(quarter, counts);
        counting
    }

    fn add(&mut self, quarter: i32, more: Counts) {
        if more != Counts::default() {
            let counts = self.quarters.entry(quarter).or_default();
            counts.iter_mut().zip(more).for_each(|(count, more)| *count += more);
        }
    }

    fn with(mut self, other: Self) -> Self {
        self.without_quarter += other.without_quarter;
        for (quarter, counts) in other.quarters {
            self.add(quarter, counts);
        }
        self
    }
}

/// The quarter of a day, since the year 0, and its days; only the day itself at the ends of
/// the calendar.
fn quarter_of(day: i32) -> (i32, Range<i32>) {
    let (year, month, _) = ymd_from_day(day);
    let of_year = (month - 1) / 3;
    let first = day_from_ymd(year, of_year * 3 + 1, 1);
    let next = if of_year == 3 {
        day_from_ymd(year.saturating_add(1), 1, 1)
    } else {
        day_from_ymd(year, of_year * 3 + 4, 1)
    };
    let days = first.zip(next).map_or(day..day + 1, |(first, next)| first..next);
    (i32::from(year) * 4 + i32::from(of_year), days)
}

/// A bar of the overview.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Column {
    /// Its left edge in points.
    pub left: f32,
    /// Its right edge in points.
    pub right: f32,
    /// How many meetings of each level.
    pub counts: Counts,
}

impl Column {
    /// How many meetings of any level.
    pub fn total(&self) -> u32 {
        self.counts.iter().sum()
    }
}

impl Overview {
    /// Counts the meetings of a dataset.
    pub fn new(dataset: &Dataset) -> Self {
        Self::of(dataset, &EventSet::all(dataset.events.len()))
    }

    /// Counts some of the meetings of a dataset.
    pub fn of(dataset: &Dataset, set: &EventSet) -> Self {
        let parts = (0..dataset.events.len().div_ceil(PART)).into_par_iter();
        let count = |part: usize| Counting::of(dataset, set.within(part * PART, (part + 1) * PART));
        let counted = parts.map(count).reduce(Counting::default, Counting::with);
        Self {
            quarters: counted.quarters.into_iter().collect(),
            without_quarter: counted.without_quarter,
        }
    }

    /// The bars for a canvas. Where quarters are narrower than two points, those
    /// that share a bar show the highest among them, so that height always means
    /// meetings in a quarter.
    pub fn columns(&self, view: &View, width: f32) -> Vec<Column> {
        let mut columns: Vec<Column> = Vec::new();
        for (quarter, counts) in &self.quarters {
            let x = |quarter: i32| {
                let (year, month) = (quarter.div_euclid(4), quarter.rem_euclid(4) * 3 + 1);
                let day = day_from_ymd(i16::try_from(year).ok()?, month as i8, 1)?;
                Some(view.x_from_day(f64::from(day), width))
            };
            let Some(left) = x(*quarter) else { continue };
            // The last quarter of the calendar has none after it.
            let right = x(quarter + 1).unwrap_or(left + 1.0);
            let column = Column { left: left.max(0.0), right, counts: *counts };
            match columns.last_mut().filter(|last| column.right - last.left < 2.0) {
                Some(last) if column.total() > last.total() => last.counts = column.counts,
                Some(_) => {}
                None => columns.push(column),
            }
        }
        for column in &mut columns {
            column.right = column.right.max(column.left + 1.0);
        }
        columns
    }
}
