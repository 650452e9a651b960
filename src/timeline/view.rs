//! The part of time that is shown, and how it moves.

use crate::date::{DAY_MAX, DAY_MIN, Span};

/// The closest that one can zoom, in days across.
pub const MIN_DAYS: f64 = 4.0;

/// The margin around the data, as a part of its length, on each side.
const MARGIN: f64 = 0.03;

/// The least margin around the data, in days.
const MIN_MARGIN_DAYS: f64 = 3.0;

/// A part of time: days since 1970-01-01, with fractions, from the left edge of
/// the canvas to its right edge. Days are kept as f64 until the last step to the
/// screen: zoomed in, the ends of the data lie far off it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct View {
    /// The day at the left edge.
    pub start: f64,
    /// The day at the right edge; after `start`.
    pub end: f64,
}

impl View {
    /// A view of these days, with a margin.
    pub fn around(span: Span) -> Self {
        let (start, end) = (f64::from(span.start), f64::from(span.end));
        let margin = ((end - start) * MARGIN).max(MIN_MARGIN_DAYS);
        Self { start: start - margin, end: end + margin }
    }

    /// Its length in days.
    pub fn days(&self) -> f64 {
        self.end - self.start
    }

    /// The day in its middle.
    pub fn center(&self) -> f64 {
        f64::midpoint(self.start, self.end)
    }

    /// Moved by a number of days: later, if positive.
    pub fn pan(&self, days: f64) -> Self {
        Self { start: self.start + days, end: self.end + days }
    }

    /// Magnified by a factor, with a day kept at its place. A factor over 1 shows
    /// less time. Not closer than [`MIN_DAYS`].
    pub fn zoom_at(&self, day: f64, factor: f64) -> Self {
        if !factor.is_finite() || factor <= 0.0 {
            return *self;
        }
        let days = (self.days() / factor).max(MIN_DAYS.min(self.days()));
        let part = (day - self.start) / self.days();
        let start = day - part * days;
        Self { start, end: start + days }
    }

    /// Kept within limits: no longer than them, no shorter than [`MIN_DAYS`], and
    /// no part of it outside of them. What is not a number becomes the limits.
    pub fn clamp(&self, limits: &Self) -> Self {
        if !(self.start.is_finite() && self.end.is_finite() && self.end > self.start) {
            return *limits;
        }
        let shortest = MIN_DAYS.min(limits.days());
        if self.days() >= limits.days() {
            return *limits;
        }
        // What fits stays as it is, to the last digit: views are compared.
        let sized = if self.days() < shortest {
            let start = self.center() - shortest / 2.0;
            Self { start, end: start + shortest }
        } else {
            *self
        };
        if sized.start < limits.start {
            Self { start: limits.start, end: limits.start + sized.days() }
        } else if sized.end > limits.end {
            Self { start: limits.end - sized.days(), end: limits.end }
        } else {
            sized
        }
    }

    /// The view between this one and another: `part` 0 is this, 1 the other. Zoom
    /// changes geometrically, so that a glide feels even.
    pub fn lerp(&self, other: &Self, part: f64) -> Self {
        if part >= 1.0 {
            return *other;
        }
        let days = self.days() * (other.days() / self.days()).powf(part);
        // The centre moves with the change of scale, or evenly where there is none.
        let change = other.days() - self.days();
        let moved = if change.abs() < 1e-6 { part } else { (days - self.days()) / change };
        let center = self.center() + (other.center() - self.center()) * moved;
        Self { start: center - days / 2.0, end: center + days / 2.0 }
    }

    /// Where a day lies, for a canvas from 0 to `width`.
    pub fn x_from_day(&self, day: f64, width: f32) -> f32 {
        ((day - self.start) / self.days() * f64::from(width)) as f32
    }

    /// Which day lies at `x`, for a canvas from 0 to `width`.
    pub fn day_from_x(&self, x: f32, width: f32) -> f64 {
        self.start + f64::from(x) / f64::from(width.max(1.0)) * self.days()
    }

    /// Days in one point of a canvas of this width.
    pub fn days_per_point(&self, width: f32) -> f64 {
        self.days() / f64::from(width.max(1.0))
    }

    /// The whole days that are at least partly in view.
    pub fn span(&self) -> Span {
        let day = |day: f64| day.clamp(f64::from(DAY_MIN), f64::from(DAY_MAX)) as i32;
        Span { start: day(self.start.floor()), end: day(self.end.ceil()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIMITS: View = View { start: 0.0, end: 1000.0 };

    #[test]
    fn zoom_keeps_the_day_under_the_pointer() {
        let view = View { start: 100.0, end: 300.0 };
        let zoomed = view.zoom_at(150.0, 2.0);
        assert_eq!(zoomed.days(), 100.0);
        assert_eq!(zoomed.x_from_day(150.0, 800.0), view.x_from_day(150.0, 800.0));
    }

    #[test]
    fn zoom_in_stops_at_a_few_days() {
        let view = View { start: 0.0, end: 10.0 };
        assert_eq!(view.zoom_at(5.0, 1e9).days(), MIN_DAYS);
        assert_eq!(view.zoom_at(5.0, f64::NAN), view);
    }

    #[test]
    fn one_cannot_pan_or_zoom_out_of_the_data() {
        let view = View { start: 100.0, end: 300.0 };
        assert_eq!(view.pan(1e6).clamp(&LIMITS), View { start: 800.0, end: 1000.0 });
        assert_eq!(view.pan(-1e6).clamp(&LIMITS), View { start: 0.0, end: 200.0 });
        assert_eq!(view.zoom_at(200.0, 1e-6).clamp(&LIMITS), LIMITS);
        assert_eq!(View { start: f64::NAN, end: 1.0 }.clamp(&LIMITS), LIMITS);
    }

    #[test]
    fn a_glide_begins_here_and_ends_there() {
        let (from, to) = (View { start: 0.0, end: 1000.0 }, View { start: 400.0, end: 410.0 });
        assert_eq!(from.lerp(&to, 1.0), to);
        let begin = from.lerp(&to, 0.0);
        assert!((begin.start - from.start).abs() < 1e-6 && (begin.end - from.end).abs() < 1e-6);
        let middle = from.lerp(&to, 0.5);
        assert!((middle.days() - 100.0).abs() < 1e-6, "the geometric mean of both lengths");
    }
}
