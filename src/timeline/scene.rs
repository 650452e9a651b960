//! The picture: dataset × lanes × view → what stands where, in points from the
//! top left corner of the canvas. Holds only what is in view.

use std::collections::HashMap;

use egui::emath::{Pos2, Rect, pos2, vec2};

use super::labels::{self, Label, ROW_HEIGHT, Rows, Wish};
use super::lanes::{Lane, LaneChoice, Lanes};
use super::marks::{self, ARROW, Bar, MARK_RADIUS, half_width};
use super::measure::Measure;
use super::ticks::{self, Tick};
use super::view::View;
use crate::date::When;
use crate::model::{Dataset, EventIx, SideIx};

/// The height of a side's band of periods.
pub const BAND_HEIGHT: f32 = 20.0;
/// The room between two bands.
const BAND_GAP: f32 = 3.0;
/// The room above the bands.
const TOP: f32 = 8.0;
/// The height of the ruler.
pub const RULER_HEIGHT: f32 = 26.0;
/// The height of a lane without meetings in view.
const EMPTY_LANE: f32 = 24.0;
/// The height of a row of marks where meetings are packed.
const PACKED_ROW: f32 = 20.0;
/// The size of a mark for pointers, in points: larger than it looks.
const HIT_SIZE: f32 = 20.0;

/// A period's band.
#[derive(Clone, Debug, PartialEq)]
pub struct Band {
    /// Its position among the dataset's periods.
    pub period: usize,
    /// Whose period.
    pub side: Option<SideIx>,
    /// Its place, cut to the canvas.
    pub rect: Rect,
    /// Its name.
    pub title: String,
    /// It goes on past the right edge of its band: there is no end.
    pub is_open: bool,
}

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
    /// How many meetings it holds, in view or not.
    pub count: usize,
}

/// What a mark stands for.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// One meeting.
    One(EventIx),
    /// Several meetings that would lie on each other.
    Many {
        /// The positions in the lane, from the first to before the end.
        first: usize,
        /// The end of the positions.
        end: usize,
        /// The most important of them.
        top: EventIx,
    },
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
}

impl Mark {
    /// The meeting that it stands for, or the most important one.
    pub fn top(&self) -> EventIx {
        match self.content {
            Content::One(event) => event,
            Content::Many { top, .. } => top,
        }
    }

    /// How many meetings it holds.
    pub fn count(&self) -> usize {
        match self.content {
            Content::One(_) => 1,
            Content::Many { first, end, .. } => end - first,
        }
    }

    /// Where a pointer means this mark.
    pub fn hit_rect(&self) -> Rect {
        let width = HIT_SIZE.max(2.0 * self.half_width);
        Rect::from_center_size(self.center, vec2(width, HIT_SIZE))
    }
}

/// All that is in view.
#[derive(Clone, Debug, Default)]
pub struct Scene {
    /// The periods' bands.
    pub bands: Vec<Band>,
    /// The calendar.
    pub ticks: Vec<Tick>,
    /// What the calendar's left edge says, see [`ticks::context`].
    pub context: Option<String>,
    /// The upper edge of the ruler.
    pub ruler_top: f32,
    /// The lanes, from top to bottom.
    pub lanes: Vec<LaneRow>,
    /// The marks, lane by lane, from left to right.
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
    /// The part of time.
    pub view: View,
    /// The canvas, in points.
    pub width: f32,
    /// The height of each lane, in points.
    pub heights: &'a [f32],
    /// How wide texts are.
    pub measure: &'a dyn Measure,
}

/// The height of everything above the lanes.
pub fn header_height(dataset: &Dataset) -> f32 {
    let bands = band_sides(dataset).len() as f32;
    TOP + bands * (BAND_HEIGHT + BAND_GAP) + RULER_HEIGHT
}

/// Lane heights that fill `height`: lanes without meetings in view are low, the
/// others share the rest.
pub fn lane_heights(
    dataset: &Dataset,
    lanes: &Lanes,
    view: &View,
    width: f32,
    height: f32,
) -> Vec<f32> {
    let days = (view.start, view.end);
    let is_full = |lane: &Lane| {
        lane.lower_bound(view.end) > lane.lower_bound(view.start)
            || !lane.reaching_in(dataset, days, 1.0, 1).is_empty()
    };
    let full: Vec<bool> = lanes.lanes.iter().map(is_full).collect();
    let full_count = full.iter().filter(|full| **full).count();
    let empty = (full.len() - full_count) as f32 * EMPTY_LANE;
    if full_count == 0 || width <= 0.0 {
        return vec![height / full.len().max(1) as f32; full.len()];
    }
    let share = ((height - empty) / full_count as f32).max(EMPTY_LANE);
    full.into_iter().map(|full| if full { share } else { EMPTY_LANE }).collect()
}

impl Scene {
    /// Makes the picture.
    pub fn new(frame: &Frame<'_>) -> Self {
        let header = header_height(frame.dataset);
        let ticks = ticks::ticks(&frame.view, frame.width, frame.measure);
        let mut scene = Self {
            bands: bands(frame),
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
            let row = LaneRow { label: lane.label.clone(), top, bottom, mark_y, count: lane.len() };
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

    /// The mark that stands for a meeting, alone or with others.
    pub fn mark_of(&self, lanes: &Lanes, event: EventIx) -> Option<usize> {
        self.marks.iter().position(|mark| match mark.content {
            Content::One(one) => one == event,
            Content::Many { first, end, .. } => lanes
                .lanes
                .get(mark.lane)
                .is_some_and(|lane| lane.range(first, end).contains(&event)),
        })
    }
}

/// The sides that have periods, in order; `None` for periods of no side, last.
fn band_sides(dataset: &Dataset) -> Vec<Option<SideIx>> {
    let mut sides: Vec<Option<SideIx>> = dataset.periods.iter().map(|p| p.side).collect();
    sides.sort_by_key(|side| side.map_or(u32::MAX, |side| side.0));
    sides.dedup();
    sides
}

fn bands(frame: &Frame<'_>) -> Vec<Band> {
    let sides = band_sides(frame.dataset);
    let mut bands = Vec::new();
    for (period, entry) in frame.dataset.periods.iter().enumerate() {
        let Some(row) = sides.iter().position(|side| *side == entry.side) else { continue };
        let (start, end) = period_days(&entry.when, &frame.view);
        let x = |day: f64| frame.view.x_from_day(day, frame.width).clamp(0.0, frame.width);
        // A hairline of ground between neighbours.
        let (left, right) = (x(start) + 0.5, x(end) - 0.5);
        if right - left < 1.0 {
            continue;
        }
        let top = TOP + row as f32 * (BAND_HEIGHT + BAND_GAP);
        let rect = Rect::from_min_max(pos2(left, top), pos2(right, top + BAND_HEIGHT));
        let (title, is_open) = (entry.title.clone(), entry.when.open_end());
        bands.push(Band { period, side: entry.side, rect, title, is_open });
    }
    bands
}

/// The first and last day of a period; an open end reaches past the view.
pub fn period_days(when: &When, view: &View) -> (f64, f64) {
    let span = when.span();
    let start = if when.open_start() { view.start - 1.0 } else { f64::from(span.start) };
    let end = if when.open_end() { view.end + 1.0 } else { f64::from(span.end) };
    // Neighbouring periods share the day of the change; the later one has it.
    let end = if when.is_exact_days() { end - 1.0 } else { end };
    (start, end)
}

/// Builds one lane of a scene.
struct LaneBuilder<'a> {
    frame: &'a Frame<'a>,
    lane: &'a Lane,
    pos: usize,
    row: &'a LaneRow,
}

impl LaneBuilder<'_> {
    fn build(&self, scene: &mut Scene, shown: &mut HashMap<String, EventIx>) {
        let is_packed = self.frame.lanes.choice == LaneChoice::Packed;
        let (ys, mark_row) = self.row_ys(is_packed);
        let mut rows = Rows::new(ys, self.frame.width);
        let first_mark = scene.marks.len();
        self.place_marks(scene, &rows, mark_row, is_packed);
        let marks = scene.marks.get(first_mark..).unwrap_or_default();
        let mut wishes = Vec::with_capacity(marks.len());
        for (pos, mark) in marks.iter().enumerate() {
            let row = rows.ys.iter().position(|y| *y == mark.center.y).unwrap_or(mark_row);
            let bar = mark.bar.map_or((mark.center.x, mark.center.x), |bar| {
                let arrow = |is_open| if is_open { ARROW } else { 0.0 };
                (bar.left - arrow(bar.open_left), bar.right + arrow(bar.open_right))
            });
            let left = bar.0.min(mark.center.x - mark.half_width);
            let right = bar.1.max(mark.center.x + mark.half_width);
            rows.take(row, left - 2.0, right + 2.0);
            wishes.extend(self.wish(mark, first_mark + pos, row, right));
        }
        scene.labels.extend(labels::place(
            wishes,
            &mut rows,
            !is_packed,
            self.frame.measure,
            shown,
        ));
    }

    /// The rows' middles, and which of them holds the marks.
    fn row_ys(&self, is_packed: bool) -> (Vec<f32>, usize) {
        let (top, bottom) = (self.row.top, self.row.bottom);
        if is_packed {
            let count = ((bottom - top - 8.0) / PACKED_ROW).floor().max(1.0) as usize;
            let y =
                |row: usize| bottom - 4.0 - PACKED_ROW * (count - row) as f32 + PACKED_ROW / 2.0;
            return ((0..count).map(y).collect(), count - 1);
        }
        let mark_y = self.row.mark_y;
        let beside = MARK_RADIUS + 4.0 + ROW_HEIGHT / 2.0;
        let fit = |room: f32| ((room - MARK_RADIUS - 4.0) / ROW_HEIGHT).floor().max(0.0) as usize;
        let (above, below) = (fit(mark_y - top), fit(bottom - mark_y));
        let mut ys: Vec<f32> =
            (0..above).rev().map(|row| mark_y - beside - row as f32 * ROW_HEIGHT).collect();
        ys.push(mark_y);
        ys.extend((0..below).map(|row| mark_y + beside + row as f32 * ROW_HEIGHT));
        (ys, above)
    }

    fn place_marks(&self, scene: &mut Scene, rows: &Rows, mark_row: usize, is_packed: bool) {
        let Frame { dataset, view, width, .. } = self.frame;
        let y_of = |row: usize| rows.ys.get(row).copied().unwrap_or(self.row.top);
        let single = |event: EventIx, x: f32, y: f32| Mark {
            lane: self.pos,
            center: pos2(x, y),
            half_width: MARK_RADIUS,
            content: Content::One(event),
            bar: marks::bar(dataset, event, view, *width),
        };
        let groups = marks::groups(self.lane, view, *width);
        for event in marks::reaching_in(self.lane, dataset, view, *width, &groups) {
            let mut mark = single(event, 0.0, y_of(mark_row));
            // The mark stands in the middle of what is seen of the days.
            let (left, right) = mark.bar.map_or((0.0, *width), |bar| (bar.left, bar.right));
            mark.center.x = f32::midpoint(left.max(0.0), right.min(*width));
            scene.marks.push(mark);
        }
        for group in groups {
            let stack = if is_packed { rows.ys.len() } else { 1 };
            if group.count() <= stack {
                for (level, pos) in (group.first..group.end).enumerate() {
                    let anchor = self.lane.anchor(pos).zip(self.lane.event(pos));
                    let Some((anchor, event)) = anchor else { continue };
                    let y = y_of(mark_row.saturating_sub(level));
                    scene.marks.push(single(event, view.x_from_day(anchor, *width), y));
                }
            } else if let Some(top) = self.lane.most_important(group.first, group.end) {
                let (first, end) = (group.first, group.end);
                scene.marks.push(Mark {
                    lane: self.pos,
                    center: pos2(group.x, y_of(mark_row)),
                    half_width: half_width(group.count()),
                    content: Content::Many { first, end, top },
                    bar: None,
                });
            }
        }
    }

    fn wish(&self, mark: &Mark, pos: usize, row: usize, right: f32) -> Option<Wish> {
        let dataset = self.frame.dataset;
        let event = dataset.event(mark.top())?;
        // Beside a bar, but over a bar that leaves the canvas.
        let half_width =
            if right < self.frame.width { right - mark.center.x } else { mark.half_width };
        Some(Wish {
            mark: pos,
            event: mark.top(),
            title: event.title.to_string(),
            more: mark.count() - 1,
            importance: dataset.importance(event),
            x: mark.center.x,
            half_width,
            row,
        })
    }
}
