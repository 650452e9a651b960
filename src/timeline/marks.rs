//! Level of detail: which meetings of a lane get a mark of their own, and which
//! share one that says how many it holds.
//!
//! A lane's meetings are walked by binary search in steps of one mark's width, so
//! the work grows with the width of the canvas and not with the dataset. The walk
//! begins at a multiple of a fixed number of steps, so that marks do not regroup
//! while one pans.

use super::lanes::Lane;
use super::view::View;
use crate::date::{Bound, Qualifier};
use crate::model::{Dataset, EventIx};

/// The radius of a meeting's mark, in points.
pub const MARK_RADIUS: f32 = 6.5;
/// Meetings whose anchors lie closer than this, in points, share a mark.
const STEP: f32 = 2.0 * MARK_RADIUS + 3.0;
/// Steps in a tile, at whose edges the walk begins anew.
const TILE_STEPS: f64 = 64.0;
/// How far a bar of an inexact date reaches at least from its mark's centre, in
/// points: its pattern would not be seen under the mark otherwise.
const MIN_INEXACT_REACH: f32 = 15.0;
/// Up to so many meetings, a mark says how many exactly.
const EXACT: usize = 9_999;
/// The length of the arrow at an open end, in points.
pub const ARROW: f32 = 5.0;
/// The most meetings that reach in from outside the view and are drawn in a lane: more
/// bars than that over each other tell nothing.
const MAX_REACHING_IN: usize = 200;

/// One or several meetings at a place on the screen.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Its centre, in points from the left edge of the canvas.
    pub x: f32,
    /// The positions in the lane of its meetings, from the first to before the end.
    pub first: usize,
    /// The end of the positions.
    pub end: usize,
}

impl Group {
    /// How many meetings it holds.
    pub fn count(&self) -> usize {
        self.end - self.first
    }

    /// Half the width of its mark, in points.
    pub fn half_width(&self) -> f32 {
        half_width(self.count())
    }
}

/// Half the width of a mark for this many meetings, in points. No filter changes it, and
/// how many of them match one has room in it.
pub fn half_width(count: usize) -> f32 {
    match count {
        0 | 1 => MARK_RADIUS,
        2..=EXACT => (4.0 + 3.5 * count_text(count).len() as f32).max(10.0),
        _ => half_width(EXACT),
    }
}

/// A count as a mark shows it: exact below ten thousand, and never in more letters than
/// that has.
pub fn count_text(count: usize) -> String {
    match count {
        0..=EXACT => count.to_string(),
        10_000..=999_999 => format!("{}k", count / 1_000),
        _ => format!("{}M", count / 1_000_000),
    }
}

/// How a meeting's days are drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Bar {
    /// Its left edge in points; may lie outside of the canvas.
    pub left: f32,
    /// Its right edge in points; may lie outside of the canvas.
    pub right: f32,
    /// Fades at its left: about (`~`), or nobody knows since when.
    pub fades_left: bool,
    /// Fades at its right: about (`~`), or nobody knows until when.
    pub fades_right: bool,
    /// Hatched (`?`).
    pub is_uncertain: bool,
    /// An arrow at its left: it has no beginning (`..`).
    pub open_left: bool,
    /// An arrow at its right: it goes on (`..`).
    pub open_right: bool,
}

/// The groups of a lane that are in view, from left to right. They never overlap.
pub fn groups(lane: &Lane, view: &View, width: f32) -> Vec<Group> {
    let days_per_point = view.days_per_point(width);
    let step = f64::from(STEP) * days_per_point;
    let tile = step * TILE_STEPS;
    let margin = f64::from(STEP) * 2.0 * days_per_point;
    let begin = ((view.start - margin) / tile).floor() * tile;
    let mut groups: Vec<Group> = Vec::new();
    let mut first = lane.lower_bound(begin);
    while let Some(anchor) = lane.anchor(first).filter(|day| *day < view.end + margin) {
        let tile_end = ((anchor / tile).floor() + 1.0) * tile;
        // At least this one, also where a step is too small for the number's precision.
        let end = lane.lower_bound((anchor + step).min(tile_end)).max(first + 1);
        let last = lane.anchor(end - 1).unwrap_or(anchor);
        let x = center_x((anchor, last), view, width);
        push_apart(&mut groups, Group { x, first, end }, lane, view, width);
        first = end;
    }
    groups
        .retain(|group| group.x + group.half_width() > 0.0 && group.x - group.half_width() < width);
    groups
}

/// Between the first and the last anchor; kept in view where only the middle is out
/// of it, but not a meeting.
fn center_x((first, last): (f64, f64), view: &View, width: f32) -> f32 {
    let x = view.x_from_day(f64::midpoint(first, last), width);
    let is_seen = first < view.end && last >= view.start;
    if is_seen { x.clamp(0.0, width) } else { x }
}

/// Adds a group, joined with the one before as long as their marks would overlap.
fn push_apart(groups: &mut Vec<Group>, mut group: Group, lane: &Lane, view: &View, width: f32) {
    while let Some(before) = groups.last() {
        let room = (group.x - group.half_width()) - (before.x + before.half_width());
        if room >= 1.0 {
            break;
        }
        group.first = before.first;
        let ends = (lane.anchor(group.first), lane.anchor(group.end - 1));
        if let (Some(first), Some(last)) = ends {
            group.x = center_x((first, last), view, width);
        }
        groups.pop();
    }
    groups.push(group);
}

/// The positions of meetings that no group holds, since their middle lies outside
/// of the view, while their days reach into it.
pub fn reaching_in(lane: &Lane, view: &View, width: f32, groups: &[Group]) -> Vec<usize> {
    // A bar shorter than a mark shows nothing that its mark would not.
    let min_days = f64::from(2.0 * STEP) * view.days_per_point(width);
    let mut found = lane.reaching_in((view.start, view.end), min_days, MAX_REACHING_IN);
    // Groups stand in order.
    found.retain(|pos| {
        let after = groups.partition_point(|group| group.first <= *pos);
        let group = after.checked_sub(1).and_then(|before| groups.get(before));
        group.is_none_or(|group| *pos >= group.end)
    });
    found
}

/// The place nearest to `x`, from `left` to `right`, where a mark of this half width
/// lies on none of the groups. `None` where there is no room.
pub fn free_place(
    x: f32,
    half_width: f32,
    (left, right): (f32, f32),
    groups: &[Group],
) -> Option<f32> {
    let edges =
        groups.iter().map(|group| (group.x - group.half_width(), group.x + group.half_width()));
    let mut nearest: Option<f32> = None;
    let mut room_from = left;
    for (from, to) in edges.chain([(right, right)]) {
        let (first, last) = (room_from + half_width + 1.0, from.min(right) - half_width - 1.0);
        if first <= last {
            let place = x.clamp(first, last);
            if nearest.is_none_or(|nearest| (place - x).abs() < (nearest - x).abs()) {
                nearest = Some(place);
            }
        }
        room_from = room_from.max(to);
    }
    nearest
}

/// The bar of a meeting; `None` where its mark says it all: an exact date that is
/// no wider than the mark.
pub fn bar(dataset: &Dataset, ix: EventIx, view: &View, width: f32) -> Option<Bar> {
    let when = dataset.events.when(ix)?;
    let span = when.span();
    let mut left = view.x_from_day(f64::from(span.start), width);
    let mut right = view.x_from_day(f64::from(span.end), width);
    let qualifier = when.qualifier();
    let is_about = matches!(qualifier, Qualifier::About | Qualifier::Both);
    let bar = Bar {
        left,
        right,
        fades_left: is_about || when.start() == Bound::Unknown,
        fades_right: is_about || when.end() == Some(Bound::Unknown),
        is_uncertain: matches!(qualifier, Qualifier::Uncertain | Qualifier::Both),
        open_left: when.start() == Bound::Open,
        open_right: when.end() == Some(Bound::Open),
    };
    let reaches_left = bar.fades_left || bar.is_uncertain || bar.open_left;
    let reaches_right = bar.fades_right || bar.is_uncertain || bar.open_right;
    if !reaches_left && !reaches_right && right - left <= 2.0 * MARK_RADIUS {
        return None;
    }
    let center = f32::midpoint(left, right);
    if reaches_left {
        left = left.min(center - MIN_INEXACT_REACH);
    }
    if reaches_right {
        right = right.max(center + MIN_INEXACT_REACH);
    }
    Some(Bar { left, right, ..bar })
}
