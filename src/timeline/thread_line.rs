//! An issue on the timeline: a line with a mark at each meeting on it.

use super::lanes::Middle;
use super::view::View;
use crate::model::{Dataset, EventIx, SideIx, Stance};

/// Sides that are told apart; what is beyond counts as raised by others.
pub const MOST_SIDES: usize = 5;

/// The least distance between two marks, in points.
const STEP: f32 = 19.0;

/// A meeting on the issue.
#[derive(Clone, Debug, PartialEq)]
pub struct ThreadPoint<'a> {
    /// Which meeting.
    pub event: EventIx,
    /// The sides that a source says raised it; empty where no source says.
    pub raised_by: &'a [SideIx],
    /// How the sides stood on it.
    pub stance: Stance,
}

/// How often something holds among some meetings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ThreadTally {
    /// By side: in how many it raised the issue.
    pub raised: [u32; MOST_SIDES],
    /// In how many a side beyond these raised it.
    pub others: u32,
    /// In how many no source says who raised it.
    pub unknown: u32,
    /// In how many it was in dispute.
    pub disputes: u32,
    /// In how many it was a shared interest.
    pub shared: u32,
}

impl ThreadTally {
    fn of(point: &ThreadPoint<'_>) -> Self {
        let mut tally = Self {
            unknown: u32::from(point.raised_by.is_empty()),
            disputes: u32::from(point.stance == Stance::Dispute),
            shared: u32::from(point.stance == Stance::Shared),
            ..Self::default()
        };
        for side in point.raised_by {
            *tally.raised.get_mut(side.pos()).unwrap_or(&mut tally.others) = 1;
        }
        tally
    }

    fn combined(self, other: &Self, with: impl Fn(u32, u32) -> u32) -> Self {
        let mut raised = self.raised;
        for (one, other) in raised.iter_mut().zip(other.raised) {
            *one = with(*one, other);
        }
        Self {
            raised,
            others: with(self.others, other.others),
            unknown: with(self.unknown, other.unknown),
            disputes: with(self.disputes, other.disputes),
            shared: with(self.shared, other.shared),
        }
    }
}

/// The meetings on an issue, ready to be asked by time.
#[derive(Clone, Debug, Default)]
pub struct ThreadLine {
    events: Vec<EventIx>,
    anchors: Vec<f64>,
    /// What holds before each position, and before the end.
    before: Vec<ThreadTally>,
}

/// One or several meetings at a place of the line.
#[derive(Clone, Debug, PartialEq)]
pub struct ThreadMark {
    /// Its middle, in points from the left edge of the canvas.
    pub x: f32,
    /// How many meetings it stands for.
    pub count: usize,
    /// The only one, or the first.
    pub event: EventIx,
    /// The days in the middle of the first and of the last.
    pub days: (f64, f64),
    /// What holds of them.
    pub tally: ThreadTally,
}

impl ThreadLine {
    /// The line of these meetings.
    pub fn new<'a>(dataset: &Dataset, points: impl Iterator<Item = ThreadPoint<'a>>) -> Self {
        let mut points: Vec<(f64, ThreadPoint<'a>)> = points
            .filter_map(|point| Some((Middle::of(dataset.events.span(point.event)?).day(), point)))
            .collect();
        points.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut tally = ThreadTally::default();
        let mut before = vec![tally];
        for (_, point) in &points {
            tally = tally.combined(&ThreadTally::of(point), |a, b| a + b);
            before.push(tally);
        }
        let events = points.iter().map(|(_, point)| point.event).collect();
        Self { events, anchors: points.into_iter().map(|(day, _)| day).collect(), before }
    }

    /// Where the line begins and ends, in days; none without meetings.
    pub fn days(&self) -> Option<(f64, f64)> {
        self.anchors.first().copied().zip(self.anchors.last().copied())
    }

    /// The marks in view, from left to right, never nearer to each other than a mark is
    /// wide.
    pub fn marks(&self, view: &View, width: f32) -> Vec<ThreadMark> {
        let step = f64::from(STEP) * view.days_per_point(width);
        let lower = |day: f64| self.anchors.partition_point(|anchor| *anchor < day);
        let mut groups: Vec<(usize, usize, f32)> = Vec::new();
        // Begins at a multiple of a step, so that marks do not regroup while one pans.
        let mut first = lower(((view.start / step).floor() - 1.0) * step);
        while let Some(anchor) = self.anchors.get(first).filter(|day| **day < view.end + step) {
            let tile_end = ((anchor / step).floor() + 1.0) * step;
            // At least this one, also where a step is too small for the precision.
            let end = lower(tile_end).max(first + 1);
            let mut from = first;
            let mut x = self.middle(from, end, view, width);
            // Joined with the ones before as long as their marks would touch.
            while let Some(before) = groups.last().filter(|before| x - before.2 < STEP) {
                from = before.0;
                x = self.middle(from, end, view, width);
                groups.pop();
            }
            groups.push((from, end, x));
            first = end;
        }
        groups.into_iter().filter_map(|(first, end, x)| self.mark(first, end, x)).collect()
    }

    /// Half way between the first and the last of some meetings, in points.
    fn middle(&self, first: usize, end: usize, view: &View, width: f32) -> f32 {
        let day = |pos: usize| self.anchors.get(pos).copied().unwrap_or(f64::MAX);
        view.x_from_day(f64::midpoint(day(first), day(end - 1)), width)
    }

    fn mark(&self, first: usize, end: usize, x: f32) -> Option<ThreadMark> {
        let days = (*self.anchors.get(first)?, *self.anchors.get(end - 1)?);
        let tally = self.before.get(end)?.combined(self.before.get(first)?, |a, b| a - b);
        let event = *self.events.get(first)?;
        Some(ThreadMark { x, count: end - first, event, days, tally })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::When;
    use crate::model::Draft;

    fn dataset(days: usize) -> Dataset {
        let mut dataset = Dataset::default();
        for day in 1..=days {
            let when = When::parse_start(&format!("2001-01-{day:02}")).expect("a date");
            let when = dataset.events.add_when(when);
            dataset.events.push(&Draft::new(when));
        }
        dataset
    }

    fn line(dataset: &Dataset) -> ThreadLine {
        let sides = [[SideIx(0)], [SideIx(1)]];
        let point = |pos: usize| ThreadPoint {
            event: EventIx::from_pos(pos),
            raised_by: if pos % 3 == 2 { &[] } else { &sides[pos % 3] },
            stance: if pos == 0 { Stance::Dispute } else { Stance::Shared },
        };
        ThreadLine::new(dataset, (0..dataset.events.len()).map(point))
    }

    #[test]
    fn from_near_each_meeting_has_its_mark_and_from_afar_they_add_up() {
        let dataset = dataset(6);
        let line = line(&dataset);
        let (start, _) = line.days().expect("there are meetings");
        let near = View { start: start - 1.0, end: start + 7.0 };
        let marks = line.marks(&near, 800.0);
        assert_eq!(marks.iter().map(|mark| mark.count).collect::<Vec<_>>(), [1; 6]);
        assert_eq!(marks[0].tally.raised, [1, 0, 0, 0, 0]);
        assert_eq!((marks[0].tally.disputes, marks[2].tally.unknown), (1, 1));
        let far = View { start: start - 20_000.0, end: start + 20_000.0 };
        let marks = line.marks(&far, 800.0);
        let total: usize = marks.iter().map(|mark| mark.count).sum();
        assert_eq!((total, marks.len() <= 2), (6, true));
        let raised: u32 = marks.iter().map(|mark| mark.tally.raised[0]).sum();
        assert_eq!(raised, 2);
    }

    #[test]
    fn sides_beyond_those_that_are_told_apart_count_as_others() {
        let dataset = dataset(2);
        let raised: [&[SideIx]; 2] = [&[SideIx(4), SideIx(5), SideIx(99)], &[SideIx(5)]];
        let point = |pos: usize| ThreadPoint {
            event: EventIx::from_pos(pos),
            raised_by: raised[pos],
            stance: Stance::Discussed,
        };
        let line = ThreadLine::new(&dataset, (0..2).map(point));
        let (start, _) = line.days().expect("there are meetings");
        let marks = line.marks(&View { start: start - 5000.0, end: start + 5000.0 }, 800.0);
        let tally = marks[0].tally;
        assert_eq!((tally.raised, tally.others, tally.unknown), ([0, 0, 0, 0, 1], 2, 0));
    }

    #[test]
    fn marks_keep_their_distance() {
        let dataset = dataset(28);
        let line = line(&dataset);
        let (start, end) = line.days().expect("there are meetings");
        for width in [200.0, 333.0, 900.0] {
            let marks = line.marks(&View { start, end }, width);
            for pair in marks.windows(2) {
                assert!(pair[1].x - pair[0].x >= STEP, "{pair:?}");
            }
        }
    }
}
