//! The picture: dataset × lanes × view → what stands where, in points from the
//! top left corner of the canvas. Holds only what is in view.

use std::collections::HashMap;
use std::ops::Range;

use egui::emath::{Pos2, Rect, pos2, vec2};

use super::labels::{Label, ROW_HEIGHT};
use super::lane_scene::LaneBuilder;
use super::lanes::{Lane, Lanes};
use super::marks::{Bar, MARK_RADIUS};
use super::matches::Matches;
use super::measure::Measure;
use super::periods::{Band, Periods};
use super::ticks::{self, Tick};
use super::view::View;
use crate::model::{Dataset, EventIx, one_line};

/// The room above the bands.
pub const TOP: f32 = 8.0;
/// The height of the ruler.
pub const RULER_HEIGHT: f32 = 26.0;
/// The height of a lane without meetings in view.
const EMPTY_LANE: f32 = 24.0;
/// The most characters of a lane's name.
const MAX_LANE_NAME: usize = 160;
/// The size of a mark for pointers, in points: larger than it looks.
const HIT_SIZE: f32 = 20.0;

/// A lane's place.
#[derive(Clone, Debug, PartialEq)]
pub struct LaneRow {
    /// Its name.
    pub label: String,
    /// Its upper edge.
    pub top: f32,
    /// Its lower edge.
    pub bottom: f32,
    /// The middle of its row of marks; of the lane, where marks have several rows.
    pub mark_y: f32,
}

/// What a mark stands for.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// One meeting.
    One(EventIx),
    /// Several meetings that would lie on each other.
    Many {
        /// Their positions in the lane.
        members: Members,
        /// The most important of them; of those that match, if any does.
        top: EventIx,
    },
}

/// Positions of meetings in a lane, in order: all of a range, and some before and after
/// it. However many a mark holds, this is small.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Members {
    /// Some before the range.
    before: Vec<usize>,
    range: Range<usize>,
    /// Some after the range.
    after: Vec<usize>,
}

impl Members {
    /// All from one position to before another.
    pub fn all(range: Range<usize>) -> Self {
        Self { range, ..Self::default() }
    }

    /// All of a range, and some positions outside of it.
    pub fn with(range: Range<usize>, mut others: Vec<usize>) -> Self {
        others.retain(|pos| !range.contains(pos));
        others.sort_unstable();
        let after = others.split_off(others.partition_point(|pos| *pos < range.start));
        Self { before: others, range, after }
    }

    /// How many there are; never none.
    pub fn len(&self) -> usize {
        self.before.len() + self.range.len() + self.after.len()
    }

    /// Whether there are none, which no mark has.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// All of them, in order.
    pub fn iter(&self) -> impl Iterator<Item = usize> {
        let before = self.before.iter().copied();
        before.chain(self.range.clone()).chain(self.after.iter().copied())
    }

    /// All of a range, of which there may be very many.
    pub fn range(&self) -> Range<usize> {
        self.range.clone()
    }

    /// The few before the range.
    pub fn before(&self) -> impl Iterator<Item = usize> {
        self.before.iter().copied()
    }

    /// The few after the range.
    pub fn after(&self) -> impl Iterator<Item = usize> {
        self.after.iter().copied()
    }

    /// The few outside of the range.
    pub fn others(&self) -> impl Iterator<Item = usize> {
        self.before().chain(self.after())
    }

    fn position(&self, number: usize) -> Option<usize> {
        let Some(number) = number.checked_sub(self.before.len()) else {
            return self.before.get(number).copied();
        };
        match number.checked_sub(self.range.len()) {
            None => Some(self.range.start + number),
            Some(number) => self.after.get(number).copied(),
        }
    }

    /// The meeting of a number among them.
    pub fn event(&self, lane: &Lane, number: usize) -> Option<EventIx> {
        lane.event(self.position(number)?)
    }

    /// The middle days of the first and of the last.
    pub fn ends(&self, lane: &Lane) -> Option<(f64, f64)> {
        let (first, last) = (self.position(0)?, self.position(self.len().checked_sub(1)?)?);
        lane.anchor(first).zip(lane.anchor(last))
    }

    fn contains(&self, pos: usize) -> bool {
        self.range.contains(&pos)
            || self.before.binary_search(&pos).is_ok()
            || self.after.binary_search(&pos).is_ok()
    }
}

/// A mark in its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// The position of its lane.
    pub lane: usize,
    /// Its centre.
    pub center: Pos2,
    /// Half its width.
    pub half_width: f32,
    /// What it stands for.
    pub content: Content,
    /// The days of a single meeting, where they show.
    pub bar: Option<Bar>,
    /// How many of its meetings the filter lets through; all where there is none.
    pub matching: usize,
}

impl Mark {
    /// Whether the filter lets none of its meetings through.
    pub fn is_dim(&self) -> bool {
        self.matching == 0
    }

    /// The meeting that it stands for, or the most important one.
    pub fn top(&self) -> EventIx {
        match &self.content {
            Content::One(event) => *event,
            Content::Many { top, .. } => *top,
        }
    }

    /// How many meetings it holds.
    pub fn count(&self) -> usize {
        match &self.content {
            Content::One(_) => 1,
            Content::Many { members, .. } => members.len(),
        }
    }

    /// Where a pointer means this mark.
    pub fn hit_rect(&self) -> Rect {
        let width = HIT_SIZE.max(2.0 * self.half_width);
        Rect::from_center_size(self.center, vec2(width, HIT_SIZE))
    }
}

/// The days of a meeting that shares a mark, or of several that look the same as one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SharedBar {
    /// The days.
    pub bar: Bar,
    /// The middle of its lane's marks.
    pub y: f32,
    /// Whether the filter keeps it out.
    pub is_dim: bool,
}

/// All that is in view.
#[derive(Clone, Debug, Default)]
pub struct Scene {
    /// The periods' bands.
    pub bands: Vec<Band>,
    /// The calendar.
    pub ticks: Vec<Tick>,
    /// What stands at the left of the calendar, where its ticks leave it open: the
    /// year of months, month and year of days.
    pub context: Option<String>,
    /// The upper edge of the ruler.
    pub ruler_top: f32,
    /// The lanes, from top to bottom.
    pub lanes: Vec<LaneRow>,
    /// The days of meetings that share a mark:
    /// a wide date shows as wide also where it has no mark of its own.
    /// None of them would be covered by the others.
    pub shared_bars: Vec<SharedBar>,
    /// The marks, lane by lane.
    pub marks: Vec<Mark>,
    /// The labels.
    pub labels: Vec<Label>,
}

/// What a scene is made from.
pub struct Frame<'a> {
    /// The meetings.
    pub dataset: &'a Dataset,
    /// Their lanes.
    pub lanes: &'a Lanes,
    /// Their periods.
    pub periods: &'a Periods,
    /// The part of time.
    pub view: View,
    /// The canvas, in points.
    pub width: f32,
    /// The height of each lane, in points.
    pub heights: &'a [f32],
    /// What the filter lets through, where there is one.
    pub matches: Option<&'a Matches>,
    /// How wide texts are.
    pub measure: &'a dyn Measure,
}

/// The height of everything above the lanes.
pub fn header_height(periods: &Periods) -> f32 {
    TOP + periods.height() + RULER_HEIGHT
}

/// Lane heights that fill `height`: lanes without meetings in view are low, the
/// others share the rest.
pub fn lane_heights(lanes: &Lanes, view: &View, width: f32, height: f32) -> Vec<f32> {
    let days = (view.start, view.end);
    let is_full = |lane: &Lane| {
        lane.lower_bound(view.end) > lane.lower_bound(view.start)
            || !lane.reaching_in(days, 1.0, 1).is_empty()
    };
    let full: Vec<bool> = lanes.lanes.iter().map(is_full).collect();
    let full_count = full.iter().filter(|full| **full).count();
    let empty = (full.len() - full_count) as f32 * EMPTY_LANE;
    if full_count == 0 || width <= 0.0 {
        return vec![height / full.len().max(1) as f32; full.len()];
    }
    let share = ((height - empty) / full_count as f32).max(EMPTY_LANE);
    let total = empty + share * full_count as f32;
    // In a window that is too low, all shrink alike: none may lie beyond its edge.
    let scale = (height / total).clamp(0.0, 1.0);
    full.into_iter().map(|full| scale * if full { share } else { EMPTY_LANE }).collect()
}

impl Scene {
    /// Makes the picture.
    pub fn new(frame: &Frame<'_>) -> Self {
        let header = header_height(frame.periods);
        let ticks = ticks::ticks(&frame.view, frame.width, frame.measure);
        let mut scene = Self {
            bands: frame.periods.bands(&frame.view, frame.width, TOP),
            context: ticks::context(&frame.view, &ticks),
            ticks,
            ruler_top: header - RULER_HEIGHT,
            ..Self::default()
        };
        let mut shown = HashMap::new();
        let mut top = header;
        for (pos, (lane, height)) in frame.lanes.lanes.iter().zip(frame.heights).enumerate() {
            let bottom = top + height;
            let mark_y = f32::midpoint(top, bottom).round();
            let label = one_line(&lane.label, MAX_LANE_NAME);
            let row = LaneRow { label, top, bottom, mark_y };
            LaneBuilder { frame, lane, pos, row: &row }.build(&mut scene, &mut shown);
            scene.lanes.push(row);
            top = bottom;
        }
        scene
    }

    /// The mark at a point: the nearest of those whose field holds it.
    pub fn mark_at(&self, point: Pos2) -> Option<usize> {
        let distance = |pos: &usize| {
            self.marks.get(*pos).map_or(f32::MAX, |mark| mark.center.distance_sq(point))
        };
        (0..self.marks.len())
            .filter(|pos| self.marks.get(*pos).is_some_and(|mark| mark.hit_rect().contains(point)))
            .min_by(|a, b| distance(a).total_cmp(&distance(b)))
            .or_else(|| self.label_at(point))
            .or_else(|| self.bar_at(point))
    }

    fn label_at(&self, point: Pos2) -> Option<usize> {
        let is_at = |label: &&Label| {
            let left_middle = pos2(label.x, label.y);
            let rect = Rect::from_min_size(left_middle, vec2(label.width, 0.0));
            rect.expand2(vec2(2.0, ROW_HEIGHT / 2.0)).contains(point)
        };
        self.labels.iter().find(is_at).map(|label| label.mark)
    }

    fn bar_at(&self, point: Pos2) -> Option<usize> {
        self.marks.iter().position(|mark| {
            mark.bar.is_some_and(|bar| {
                (bar.left..=bar.right).contains(&point.x)
                    && (point.y - mark.center.y).abs() <= MARK_RADIUS
            })
        })
    }

    /// The mark that stands for a meeting, alone or with others. The meeting's middle
    /// tells where in its lane to look.
    pub fn mark_of(&self, lanes: &Lanes, event: EventIx, middle: f64) -> Option<usize> {
        // Where it stands in each lane: looked up once, and not for each mark.
        let places: Vec<Option<usize>> =
            lanes.lanes.iter().map(|lane| lane.position(event, middle)).collect();
        self.marks.iter().position(|mark| match &mark.content {
            Content::One(one) => *one == event,
            Content::Many { members, .. } => {
                let place = places.get(mark.lane).copied().flatten();
                place.is_some_and(|pos| members.contains(pos))
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_count_in_order_across_the_range() {
        let members = Members::with(10..13, vec![20, 3, 11, 7]);
        assert_eq!(members.iter().collect::<Vec<_>>(), [3, 7, 10, 11, 12, 20]);
        let numbered: Vec<_> = (0..7).map(|number| members.position(number)).collect();
        let all = [Some(3), Some(7), Some(10), Some(11), Some(12), Some(20), None];
        assert_eq!((numbered.as_slice(), members.len()), (&all[..], 6));
        assert!([3, 7, 12, 20].iter().all(|pos| members.contains(*pos)));
        assert!([4, 9, 13, 21].iter().all(|pos| !members.contains(*pos)));
    }
}
