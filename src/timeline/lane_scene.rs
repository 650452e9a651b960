//! One lane of a scene: its rows, its marks, its labels.

use std::collections::HashMap;

use egui::emath::pos2;

use super::labels::{self, ROW_HEIGHT, Rows, Title, Wish};
use super::lanes::{Lane, LaneChoice};
use super::marks::{self, ARROW, Bar, Group, MARK_RADIUS, half_width};
use super::scene::{Content, Frame, LaneRow, Mark, Members, Scene, SharedBar};
use super::shared_bars;
use crate::model::EventIx;

/// The room between a mark and the row of labels over it or under it, so small that ten
/// lanes of a small window still have both.
const LABEL_APART: f32 = 2.5;
/// The height of a row of marks where meetings are packed.
const PACKED_ROW: f32 = 20.0;
/// The most members of a shared mark whose wide dates are drawn under it.
const MAX_SHARED_BARS: usize = 12;
/// The most members of a shared mark that are looked at for wide dates.
const MAX_MEMBERS_LOOKED_AT: usize = 48;

/// Builds one lane of a scene.
pub struct LaneBuilder<'a> {
    /// What the scene is made from.
    pub frame: &'a Frame<'a>,
    /// The lane.
    pub lane: &'a Lane,
    /// Its position.
    pub pos: usize,
    /// Its place.
    pub row: &'a LaneRow,
}

impl LaneBuilder<'_> {
    /// Adds the lane's marks and labels to a scene. `shown` holds the shortened
    /// titles of the whole scene.
    pub fn build(&self, scene: &mut Scene, shown: &mut HashMap<String, EventIx>) {
        let is_packed = self.frame.lanes.choice == LaneChoice::Packed;
        let (ys, mark_row) = self.row_ys(is_packed);
        let mut rows = Rows::new(ys, self.frame.width);
        let (first_mark, first_bar) = (scene.marks.len(), scene.shared_bars.len());
        self.place_marks(scene, &rows, mark_row, is_packed);
        let bars = shared_bars::merge(scene.shared_bars.split_off(first_bar));
        for SharedBar { bar, .. } in &bars {
            rows.take(mark_row, bar.left, bar.right);
        }
        scene.shared_bars.extend(bars);
        let marks = scene.marks.get(first_mark..).unwrap_or_default();
        let mut wishes = Vec::with_capacity(marks.len());
        for (pos, mark) in marks.iter().enumerate() {
            let row = rows.ys.iter().position(|y| *y == mark.center.y).unwrap_or(mark_row);
            let (left, right) = extent(mark);
            rows.take(row, left - 2.0, right + 2.0);
            wishes.extend(self.wish(mark, first_mark + pos, row, right));
        }
        let may_leave_row = !is_packed;
        let labels = labels::place(wishes, &mut rows, may_leave_row, self.frame.measure, shown);
        scene.labels.extend(labels);
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
        let beside = MARK_RADIUS + LABEL_APART + ROW_HEIGHT / 2.0;
        let fit =
            |room: f32| ((room - MARK_RADIUS - LABEL_APART) / ROW_HEIGHT).floor().max(0.0) as usize;
        let (above, below) = (fit(mark_y - top), fit(bottom - mark_y));
        let mut ys: Vec<f32> =
            (0..above).rev().map(|row| mark_y - beside - row as f32 * ROW_HEIGHT).collect();
        ys.push(mark_y);
        ys.extend((0..below).map(|row| mark_y + beside + row as f32 * ROW_HEIGHT));
        (ys, above)
    }

    fn place_marks(&self, scene: &mut Scene, rows: &Rows, mark_row: usize, is_packed: bool) {
        let y_of = |row: usize| rows.ys.get(row).copied().unwrap_or(self.row.top);
        let mut groups = marks::groups(self.lane, &self.frame.view, self.frame.width);
        self.place_reaching_in(scene, y_of(mark_row), &mut groups);
        for group in groups {
            let stack = if is_packed { rows.ys.len() } else { 1 };
            if group.count() <= stack {
                for (level, pos) in (group.first..group.end).enumerate() {
                    let y = y_of(mark_row.saturating_sub(level));
                    scene.marks.extend(self.single(pos, None, y));
                }
            } else {
                // What finds no row of its own shares the topmost.
                let alone = stack - 1;
                for (level, pos) in (group.first..group.first + alone).enumerate() {
                    let y = y_of(mark_row.saturating_sub(level));
                    scene.marks.extend(self.single(pos, None, y));
                }
                let members = Members::all(group.first + alone..group.end);
                let y = y_of(mark_row.saturating_sub(alone));
                self.place_shared(scene, members, group.x, y);
            }
        }
    }

    /// Marks for meetings whose days reach in from outside: anywhere along what is
    /// seen of their days, but not on another mark. Several share one.
    fn place_reaching_in(&self, scene: &mut Scene, y: f32, groups: &mut Vec<Group>) {
        let Frame { view, width, .. } = self.frame;
        let reaching = marks::reaching_in(self.lane, view, *width, groups);
        let Some(first) = reaching.first().copied() else { return };
        let bar = self.bar(first);
        let seen = bar.map_or((0.0, *width), |bar| (bar.left.max(0.0), bar.right.min(*width)));
        let seen = if reaching.len() > 1 { (0.0, *width) } else { seen };
        let (half, middle) = (half_width(reaching.len()), f32::midpoint(seen.0, seen.1));
        // A sliver at the edge of the canvas has its mark beside it.
        let place = marks::free_place(middle, half, seen, groups)
            .or_else(|| marks::free_place(middle, half, (0.0, *width), groups));
        let nearest = (0..groups.len()).min_by(|a, b| {
            let distance =
                |pos: &usize| groups.get(*pos).map_or(f32::MAX, |g| (g.x - middle).abs());
            distance(a).total_cmp(&distance(b))
        });
        match (place, nearest) {
            (Some(x), _) if reaching.len() == 1 => {
                scene.marks.extend(self.single(first, Some(x), y));
            }
            (Some(x), _) => self.place_shared(scene, Members::with(0..0, reaching), x, y),
            // A canvas too narrow for a single mark.
            (None, None) => self.place_shared(scene, Members::with(0..0, reaching), middle, y),
            (None, Some(nearest)) => {
                // No room: they join the nearest mark, and those that it then touches.
                // Groups stand in order and apart, so what touches is one range.
                let middle = groups.remove(nearest);
                let mut range = middle.first..middle.end;
                loop {
                    let half = half_width(reaching.len() + range.len());
                    let touches = |group: &Group| {
                        (group.x - middle.x).abs() < half + group.half_width() + 1.0
                    };
                    let Some(pos) = groups.iter().position(touches) else { break };
                    let touched = groups.remove(pos);
                    range = range.start.min(touched.first)..range.end.max(touched.end);
                }
                self.place_shared(scene, Members::with(range, reaching), middle.x, y);
            }
        }
    }

    fn bar(&self, pos: usize) -> Option<Bar> {
        let Frame { dataset, view, width, .. } = self.frame;
        marks::bar(dataset, self.lane.event(pos)?, view, *width)
    }

    /// The mark of a single meeting; at its middle, if no place is given.
    fn single(&self, pos: usize, x: Option<f32>, y: f32) -> Option<Mark> {
        let (anchor, event) = self.lane.anchor(pos).zip(self.lane.event(pos))?;
        let x = x.unwrap_or_else(|| self.frame.view.x_from_day(anchor, self.frame.width));
        let matching = self.matching(&Members::all(pos..pos + 1));
        Some(Mark {
            lane: self.pos,
            matching,
            center: pos2(x, y),
            half_width: MARK_RADIUS,
            content: Content::One(event),
            bar: self.bar(pos),
        })
    }

    /// The mark of several, and the bars of those whose dates are wider than it.
    fn place_shared(&self, scene: &mut Scene, members: Members, x: f32, y: f32) {
        let positions: Vec<usize> = members.iter().take(MAX_MEMBERS_LOOKED_AT).collect();
        let width = half_width(members.len());
        let is_wide = |bar: &Bar| bar.left < x - width || bar.right > x + width;
        let bars = positions.iter().filter_map(|pos| {
            let bar = self.bar(*pos).filter(is_wide)?;
            let is_dim = self.matching(&Members::all(*pos..*pos + 1)) == 0;
            Some(SharedBar { bar, y, is_dim })
        });
        scene.shared_bars.extend(bars.take(MAX_SHARED_BARS));
        let matching = self.matching(&members);
        let of_matches = self.frame.matches.filter(|_| matching > 0);
        let top = of_matches.and_then(|matches| matches.top(self.pos, self.lane, &members));
        let top = top.or_else(|| self.lane.most_important(&members));
        let Some(top) = top else { return };
        scene.marks.push(Mark {
            lane: self.pos,
            matching,
            center: pos2(x, y),
            half_width: width,
            content: Content::Many { members, top },
            bar: None,
        });
    }

    /// How many of some meetings the filter lets through.
    fn matching(&self, members: &Members) -> usize {
        self.frame.matches.map_or(members.len(), |matches| matches.count(self.pos, members))
    }

    /// What does not match has no label: it leaves the room to what does.
    fn wish(&self, mark: &Mark, pos: usize, row: usize, right: f32) -> Option<Wish> {
        if mark.is_dim() {
            return None;
        }
        let dataset = self.frame.dataset;
        let event = dataset.event(mark.top())?;
        // Beside a bar, but over a bar that leaves the canvas.
        let is_inside = right < self.frame.width;
        let half_width = if is_inside { right - mark.center.x } else { mark.half_width };
        Some(Wish {
            mark: pos,
            event: mark.top(),
            title: Title::of(event.title),
            more: mark.matching - 1,
            importance: dataset.importance(mark.top()),
            x: mark.center.x,
            half_width,
            row,
        })
    }
}

/// From where to where a mark reaches with its bar and arrows.
fn extent(mark: &Mark) -> (f32, f32) {
    let own = (mark.center.x - mark.half_width, mark.center.x + mark.half_width);
    let arrow = |is_open: bool| if is_open { ARROW } else { 0.0 };
    mark.bar.map_or(own, |bar| {
        (own.0.min(bar.left - arrow(bar.open_left)), own.1.max(bar.right + arrow(bar.open_right)))
    })
}
