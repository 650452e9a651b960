//! The bands of the periods, sorted into rows once, so that a frame only searches.

use std::collections::BTreeSet;

use egui::emath::{Rect, pos2};

use super::view::View;
use crate::date::Bound;
use crate::model::{Dataset, Period, SideIx};

/// The height of a row of bands, in points.
pub const BAND_HEIGHT: f32 = 20.0;
/// The room between two rows.
const BAND_GAP: f32 = 3.0;
/// Rows that one side's periods may take where they overlap.
const MAX_ROWS_OF_SIDE: usize = 2;
/// Rows in all. Periods that find no room in them are not drawn.
const MAX_ROWS: usize = 6;

/// A period's band.
#[derive(Clone, Debug, PartialEq)]
pub struct Band {
    /// Its position among the dataset's periods.
    pub period: usize,
    /// Whose period.
    pub side: Option<SideIx>,
    /// Its place, cut to the canvas.
    pub rect: Rect,
    /// Its days; without an end where it is open.
    pub days: (f64, f64),
    /// It goes on past the right edge of its band: there is no end.
    pub is_open: bool,
}

/// A period's days, from the beginning of the first to the end of the last.
#[derive(Clone, Copy, Debug)]
struct Stretch {
    start: f64,
    end: f64,
    period: usize,
}

/// One row of bands, of one side, none over another.
#[derive(Clone, Debug)]
pub struct PeriodRow {
    /// Whose periods; none for those of no side.
    pub side: Option<SideIx>,
    stretches: Vec<Stretch>,
}

/// The periods of a dataset in rows: the first side's above the second's.
#[derive(Clone, Debug, Default)]
pub struct Periods {
    /// The rows, from top to bottom.
    pub rows: Vec<PeriodRow>,
}

impl Periods {
    /// Sorts the periods of a dataset into rows.
    pub fn new(dataset: &Dataset) -> Self {
        let starts: BTreeSet<(Option<SideIx>, i32)> =
            dataset.periods.iter().map(|p| (p.side, p.when.span().start)).collect();
        let mut order: Vec<usize> = (0..dataset.periods.len()).collect();
        let period = |pos: &usize| dataset.periods.get(*pos);
        order.sort_by_key(|pos| {
            period(pos).map(|p| (p.side.map_or(u32::MAX, |side| side.0), p.when.span().start))
        });
        let mut rows: Vec<PeriodRow> = Vec::new();
        for pos in order {
            let Some(entry) = period(&pos) else { continue };
            let (start, end) = days_of(entry, &starts);
            add(&mut rows, entry.side, Stretch { start, end, period: pos });
        }
        Self { rows }
    }

    /// The height of all rows, in points.
    pub fn height(&self) -> f32 {
        self.rows.len() as f32 * (BAND_HEIGHT + BAND_GAP)
    }

    /// The middle of a row, in points below the first row's upper edge.
    pub fn row_middle(&self, row: usize) -> f32 {
        row as f32 * (BAND_HEIGHT + BAND_GAP) + BAND_HEIGHT / 2.0
    }

    /// The days of a period, as its band shows them; without an end where it is open. Goes
    /// through the periods: what is in view has its days in its [`Band`].
    pub fn days(&self, period: usize) -> Option<(f64, f64)> {
        let mut stretches = self.rows.iter().flat_map(|row| &row.stretches);
        stretches.find(|s| s.period == period).map(|s| (s.start, s.end))
    }

    /// The bands in view, the first row at `top`. Their number is bounded by the
    /// width: what is narrower than a point is passed over.
    pub fn bands(&self, view: &View, width: f32, top: f32) -> Vec<Band> {
        let mut bands = Vec::new();
        for (number, row) in self.rows.iter().enumerate() {
            let top = top + number as f32 * (BAND_HEIGHT + BAND_GAP);
            let x = |day: f64| view.x_from_day(day, width).clamp(0.0, width);
            let after = |day: f64| row.stretches.partition_point(|s| s.end <= day);
            let mut pos = after(view.start);
            while let Some(stretch) = row.stretches.get(pos).filter(|s| s.start < view.end) {
                pos += 1;
                // A hairline of ground between neighbours.
                let (left, right) = (x(stretch.start) + 0.5, x(stretch.end) - 0.5);
                if right - left < 1.0 {
                    pos = pos.max(after(view.day_from_x(left + 1.0, width)));
                    continue;
                }
                let rect = Rect::from_min_max(pos2(left, top), pos2(right, top + BAND_HEIGHT));
                let is_open = stretch.end.is_infinite();
                let days = (stretch.start, stretch.end);
                bands.push(Band { period: stretch.period, side: row.side, rect, days, is_open });
            }
        }
        bands
    }
}

/// Puts a stretch into the first row of its side that has room for it.
fn add(rows: &mut Vec<PeriodRow>, side: Option<SideIx>, stretch: Stretch) {
    let fits = |row: &&mut PeriodRow| {
        row.side == side && row.stretches.last().is_none_or(|last| last.end <= stretch.start)
    };
    let of_side = rows.iter().filter(|row| row.side == side).count();
    if let Some(row) = rows.iter_mut().find(fits) {
        row.stretches.push(stretch);
    } else if of_side < MAX_ROWS_OF_SIDE && rows.len() < MAX_ROWS {
        rows.push(PeriodRow { side, stretches: vec![stretch] });
    }
}

/// The days of a period. Where another of the same side begins within the date of
/// its end (on that day, or in that month), it ends there: an office changes hands,
/// and the later one has what they share.
fn days_of(period: &Period, starts: &BTreeSet<(Option<SideIx>, i32)>) -> (f64, f64) {
    let span = period.when.span();
    let start = match period.when.start() {
        Bound::Open => f64::NEG_INFINITY,
        Bound::Date(_) | Bound::Unknown => f64::from(span.start),
    };
    let end = match period.when.end().unwrap_or(period.when.start()) {
        Bound::Open => f64::INFINITY,
        Bound::Unknown => f64::from(span.end),
        Bound::Date(date) => {
            let first = date.span().start.max(span.start.saturating_add(1));
            let last = span.end.max(first);
            let next = starts.range((period.side, first)..(period.side, last)).next();
            f64::from(next.map_or(span.end, |(_, start)| *start))
        }
    };
    (start, end)
}
