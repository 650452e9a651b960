//! Spans of days and their small algebra.

use super::Day;

/// A half-open span of days: `start` belongs to it, `end` does not.
///
/// A span whose end is not after its start is empty. Dates never make an empty one. Spans are
/// ordered by their start, then by their end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first day.
    pub start: Day,
    /// The day after the last one.
    pub end: Day,
}

impl Span {
    /// The span of one day.
    pub const fn day(day: Day) -> Self {
        Self { start: day, end: day.saturating_add(1) }
    }

    /// How many days it has; 0 where it is empty.
    pub const fn len(&self) -> i32 {
        if self.is_empty() { 0 } else { self.end.saturating_sub(self.start) }
    }

    /// Whether it has no day at all.
    pub const fn is_empty(&self) -> bool {
        self.end <= self.start
    }

    /// The last day that belongs to it; none where it is empty.
    pub const fn last(&self) -> Option<Day> {
        if self.is_empty() { None } else { Some(self.end - 1) }
    }

    /// Whether the day belongs to it.
    pub const fn contains(&self, day: Day) -> bool {
        self.start <= day && day < self.end
    }

    /// Whether both have a day in common.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.intersection(other).is_some()
    }

    /// The days that both have in common; none where there are none.
    pub fn intersection(&self, other: &Self) -> Option<Self> {
        let both = Self { start: self.start.max(other.start), end: self.end.min(other.end) };
        (!both.is_empty()).then_some(both)
    }

    /// The shortest span that covers both, with any gap between them; an empty one adds nothing.
    pub fn union(&self, other: &Self) -> Self {
        if self.is_empty() {
            *other
        } else if other.is_empty() {
            *self
        } else {
            Self { start: self.start.min(other.start), end: self.end.max(other.end) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn span(start: Day, end: Day) -> Span {
        Span { start, end }
    }

    #[test]
    fn the_end_does_not_belong_to_it() {
        assert!(span(1, 3).contains(1));
        assert!(span(1, 3).contains(2));
        assert!(!span(1, 3).contains(3));
        assert!(!span(1, 3).contains(0));
        assert_eq!(span(1, 3).last(), Some(2));
    }

    #[test]
    fn length() {
        assert_eq!(span(1, 3).len(), 2);
        assert_eq!(Span::day(7).len(), 1);
        assert_eq!(span(3, 1).len(), 0);
        assert_eq!(span(i32::MIN, i32::MAX).len(), i32::MAX);
        assert!(span(3, 3).is_empty());
        assert_eq!(span(3, 3).last(), None);
    }

    #[test]
    fn touching_spans_do_not_overlap() {
        assert!(!span(1, 3).overlaps(&span(3, 5)));
        assert!(span(1, 4).overlaps(&span(3, 5)));
        assert!(!span(2, 2).overlaps(&span(1, 5)));
        assert_eq!(span(1, 4).intersection(&span(3, 5)), Some(span(3, 4)));
        assert_eq!(span(1, 3).intersection(&span(3, 5)), None);
    }

    #[test]
    fn union_bridges_a_gap_and_ignores_the_empty() {
        assert_eq!(span(1, 3).union(&span(5, 6)), span(1, 6));
        assert_eq!(span(1, 3).union(&span(9, 9)), span(1, 3));
        assert_eq!(span(9, 9).union(&span(1, 3)), span(1, 3));
    }

    #[test]
    fn order_is_by_start_then_end() {
        let mut spans = [span(2, 3), span(1, 9), span(1, 2)];
        spans.sort_unstable();
        assert_eq!(spans, [span(1, 2), span(1, 9), span(2, 3)]);
    }
}
