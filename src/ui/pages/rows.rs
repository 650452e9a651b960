//! A long list whose rows differ in height: only what is seen is laid out.
//!
//! A row's height is guessed until it is first seen, and kept then: however many rows
//! there are, work and memory grow with those that were seen. Where a row comes
//! into view from above with another height than guessed, the list is moved by the
//! difference within the same frame, so that nothing jumps.

use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;

use egui::{Id, Rect, ScrollArea, Ui, UiBuilder, pos2, vec2};

use crate::ui::far::Far;

/// How far beyond the edges of the view rows are laid out, in points: what has the
/// focus there can be reached with Tab.
const BEYOND: f64 = 120.0;

/// The part of the rows that is held begins at a whole number of so many points.
const STEP: f64 = 1.0;

/// What stays visible above a row that is brought into view, in points.
const ABOVE: f32 = 28.0;

/// Where each row would begin, by a guess of the heights of those before it. Known
/// without going through the rows, of which there may be a million.
#[derive(Clone)]
struct Guess(Arc<dyn Fn(usize) -> f64 + Send + Sync>);

impl fmt::Debug for Guess {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Guess")
    }
}

/// The rows of a list, with what is known of their heights.
#[derive(Clone, Debug, Default)]
pub(crate) struct Rows {
    count: usize,
    guess: Option<Guess>,
    /// By how much heights differ from the guess, summed up as a Fenwick tree that has
    /// only the nodes of rows that were seen: finding a row takes few steps among however
    /// many.
    changes: HashMap<usize, f64>,
    /// The height of each row that was seen, and the width for which it was measured.
    measured: HashMap<usize, (f32, f32)>,
    /// Which part of the rows the scroll area holds.
    far: Far,
    /// The row to bring into view.
    wish: Option<usize>,
    /// Where to scroll next.
    offset: Option<f64>,
    /// What had the focus last.
    focus: Option<Id>,
    /// From where to where the view reached last.
    view: Option<(f64, f64)>,
    first: usize,
}

impl Rows {
    /// A few rows with guessed heights.
    pub fn new(heights: &[f32]) -> Self {
        let mut tops = vec![0.0];
        for height in heights {
            tops.push(tops.last().copied().unwrap_or(0.0) + f64::from(*height));
        }
        let last = tops.last().copied().unwrap_or(0.0);
        Self::guessed(heights.len(), move |row| tops.get(row).copied().unwrap_or(last))
    }

    /// So many rows, of which each begins where `guess` says; that of the end is asked
    /// for too.
    pub fn guessed(count: usize, guess: impl Fn(usize) -> f64 + Send + Sync + 'static) -> Self {
        Self { count, guess: Some(Guess(Arc::new(guess))), ..Self::default() }
    }

    /// Rows that begin where others stood: with `first` as the first row in view.
    pub fn starting_at(mut self, first: usize) -> Self {
        self.offset = Some(self.top(first));
        self
    }

    /// Brings a row into view the next time, if it is not.
    pub fn bring(&mut self, row: usize) {
        self.wish = Some(row);
    }

    /// The first row in view.
    pub fn first(&self) -> usize {
        self.first
    }

    /// Shows what is in view, scrolling by itself.
    pub fn ui(&mut self, ui: &mut Ui, salt: &str, mut row: impl FnMut(&mut Ui, usize)) {
        self.grant_wish();
        let total = self.top(self.count);
        if let Some(offset) = self.offset.take() {
            self.far.go_to(offset.max(0.0), (total, STEP));
        }
        self.far.keep_within(total, STEP);
        let mut area = ScrollArea::vertical().id_salt(salt).auto_shrink(false);
        area = area.scroll_bar_visibility(Far::bar(total));
        if let Some(offset) = self.far.take_offset() {
            area = area.vertical_scroll_offset(offset);
        }
        let base = self.far.base();
        let shown = area.show_viewport(ui, |ui, view| {
            let content = ui.max_rect();
            let (from, to) = (base + f64::from(view.min.y), base + f64::from(view.max.y));
            let first = self.row_at(from - BEYOND);
            let (mut pos, mut shift) = (first, 0.0);
            let mut top = self.top(first);
            self.first = self.row_at(from);
            // Else a row's widgets would lose the focus when rows before it go.
            ui.skip_ahead_auto_ids(first);
            while pos < self.count && top < to + BEYOND {
                let at = pos2(content.left(), content.top() + (top - base) as f32);
                let rect = Rect::from_min_size(at, vec2(content.width(), f32::INFINITY));
                let builder = UiBuilder::new().id_salt(("row", pos)).max_rect(rect);
                let mut child = ui.new_child(builder);
                child.spacing_mut().item_spacing.y = 0.0;
                row(&mut child, pos);
                let height = child.min_rect().height().max(1.0);
                let change = self.measure(pos, height, content.width());
                if top < from {
                    shift += f64::from(change);
                }
                top += f64::from(height);
                pos += 1;
            }
            let size = vec2(content.width(), self.far.len(self.top(self.count)) as f32);
            ui.expand_to_include_rect(Rect::from_min_size(content.min, size));
            if shift.abs() > 0.5 && from > 0.0 {
                self.offset = Some(from + shift);
                ui.request_discard("rows above the view were measured");
            }
            self.view = Some((from, to));
        });
        let place = (shown.inner_rect, shown.state.clamped_offset().y);
        let total = self.top(self.count);
        self.far.after(ui, place, (total, STEP), ui.scope_id().with((salt, "bar")));
        self.follow_focus(ui, shown.inner_rect);
    }

    /// Scrolls to what has got the focus beyond the edges of the view: the area itself
    /// begins anew at each row, and does not do what it is asked.
    fn follow_focus(&mut self, ui: &Ui, inner: Rect) {
        let focus = ui.memory(|memory| memory.focused());
        if focus == self.focus {
            return;
        }
        self.focus = focus;
        let Some(found) = focus.and_then(|id| ui.read_response(id)) else { return };
        // What is not clipped stands elsewhere, such as in the page's header.
        let is_clipped = !found.interact_rect.contains_rect(found.rect);
        let Some(view) = self.view.filter(|_| is_clipped) else { return };
        if !inner.x_range().contains(found.rect.center().x) {
            return;
        }
        let (from, _) = view;
        if found.rect.top() < inner.top() {
            self.offset = Some(from - f64::from(inner.top() - found.rect.top() + ABOVE));
        } else if found.rect.bottom() > inner.bottom() {
            self.offset = Some(from + f64::from(found.rect.bottom() - inner.bottom() + ABOVE));
        }
        ui.request_repaint();
    }

    fn grant_wish(&mut self) {
        let Some(row) = self.wish.take().filter(|row| *row < self.count) else { return };
        let (top, bottom) = (self.top(row), self.top(row + 1));
        let is_seen = self.view.is_some_and(|(from, to)| {
            let is_long = bottom - top > to - from;
            top >= from && top < to && (bottom <= to || is_long)
        });
        if !is_seen {
            self.offset = Some(top - f64::from(ABOVE));
        }
    }

    /// Keeps a row's height; returns by how much it differs from what was thought.
    fn measure(&mut self, row: usize, height: f32, width: f32) -> f32 {
        let known = self.measured.insert(row, (height, width));
        let before =
            known.map_or_else(|| self.guess(row + 1) - self.guess(row), |known| f64::from(known.0));
        let change = f64::from(height) - before;
        if change != 0.0 {
            let mut pos = row + 1;
            while pos <= self.count {
                *self.changes.entry(pos).or_default() += change;
                pos += lowest_bit(pos);
            }
        }
        // A row that grows while it is seen (a text is unfolded) moves what is below.
        let is_new = known.is_none_or(|(_, measured)| measured != width);
        if is_new { change as f32 } else { 0.0 }
    }

    /// Where a row would begin if all heights were as guessed.
    fn guess(&self, row: usize) -> f64 {
        self.guess.as_ref().map_or(0.0, |guess| (guess.0)(row.min(self.count)))
    }

    /// Where a row begins.
    fn top(&self, row: usize) -> f64 {
        let mut pos = row.min(self.count);
        let mut sum = self.guess(pos);
        while pos > 0 {
            sum += self.changes.get(&pos).copied().unwrap_or(0.0);
            pos -= lowest_bit(pos);
        }
        sum
    }

    /// The row that stands at a height.
    fn row_at(&self, y: f64) -> usize {
        let (mut first, mut last) = (0, self.count.saturating_sub(1));
        while first < last {
            let middle = first + (last - first).div_ceil(2);
            if self.top(middle) <= y {
                first = middle;
            } else {
                last = middle - 1;
            }
        }
        first
    }
}

fn lowest_bit(pos: usize) -> usize {
    pos & pos.wrapping_neg()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_found_by_the_sums_of_their_heights() {
        let mut heights: Vec<f32> = (0..37).map(|n| 5.0 + (n * 7 % 11) as f32).collect();
        let mut rows = Rows::new(&heights);
        for _ in 0..2 {
            let mut top = 0.0;
            for (row, height) in heights.iter().enumerate() {
                assert!((rows.top(row) - top).abs() < 1e-6, "{row}");
                assert_eq!(rows.row_at(top), row);
                top += f64::from(*height);
                assert_eq!(rows.row_at(top - 0.01), row);
            }
            assert_eq!(rows.row_at(top + 99.0), 36);
            assert!(rows.measure(11, 80.0, 600.0) >= 0.0);
            heights[11] = 80.0;
        }
        assert_eq!(rows.measure(11, 90.0, 600.0), 0.0, "it grew in view");
        assert_eq!((Rows::default().top(0), Rows::default().row_at(5.0)), (0.0, 0));
    }
}
