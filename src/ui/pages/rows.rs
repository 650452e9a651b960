//! A long list whose rows differ in height: only what is seen is laid out.
//!
//! A row's height is guessed until it is first seen, and kept then. Where a row comes
//! into view from above with another height than guessed, the list is moved by the
//! difference within the same frame, so that nothing jumps.

use egui::{Id, Rect, ScrollArea, Ui, UiBuilder, pos2, vec2};

/// How far beyond the edges of the view rows are laid out, in points: what has the
/// focus there can be reached with Tab.
const BEYOND: f32 = 120.0;

/// What stays visible above a row that is brought into view, in points.
const ABOVE: f32 = 28.0;

/// The rows of a list, with what is known of their heights.
#[derive(Clone, Debug, Default)]
pub(crate) struct Rows {
    heights: Vec<f32>,
    /// Sums of heights, as a Fenwick tree: finding a row takes few steps among however
    /// many.
    sums: Vec<f64>,
    /// The width for which each row was measured last.
    measured: Vec<f32>,
    /// The row to bring into view.
    wish: Option<usize>,
    /// Where to scroll next.
    offset: Option<f32>,
    /// What had the focus last.
    focus: Option<Id>,
    /// What was in view last.
    view: Option<Rect>,
    first: usize,
}

impl Rows {
    /// Rows with guessed heights.
    pub fn new(heights: Vec<f32>) -> Self {
        let mut sums: Vec<f64> =
            std::iter::once(0.0).chain(heights.iter().map(|h| f64::from(*h))).collect();
        for pos in 1..sums.len() {
            let parent = pos + lowest_bit(pos);
            let sum = sums.get(pos).copied().unwrap_or(0.0);
            if let Some(slot) = sums.get_mut(parent) {
                *slot += sum;
            }
        }
        Self { measured: vec![f32::NAN; heights.len()], heights, sums, ..Self::default() }
    }

    /// Rows that begin where others stood: at the same point from the top, or with
    /// `first` as the first row in view.
    pub fn starting_at(mut self, first: usize) -> Self {
        self.offset = Some(self.top(first) as f32);
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
        let mut area = ScrollArea::vertical().id_salt(salt).auto_shrink(false);
        if let Some(offset) = self.offset.take() {
            area = area.vertical_scroll_offset(offset.max(0.0));
        }
        let shown = area.show_viewport(ui, |ui, view| {
            let content = ui.max_rect();
            let first = self.row_at(f64::from(view.min.y - BEYOND));
            let (mut pos, mut shift) = (first, 0.0);
            let mut top = self.top(first);
            self.first = self.row_at(f64::from(view.min.y));
            // Else a row's widgets would lose the focus when rows before it go.
            ui.skip_ahead_auto_ids(first);
            while pos < self.heights.len() && top < f64::from(view.max.y + BEYOND) {
                let at = pos2(content.left(), content.top() + top as f32);
                let rect = Rect::from_min_size(at, vec2(content.width(), f32::INFINITY));
                let builder = UiBuilder::new().id_salt(("row", pos)).max_rect(rect);
                let mut child = ui.new_child(builder);
                child.spacing_mut().item_spacing.y = 0.0;
                row(&mut child, pos);
                let height = child.min_rect().height().max(1.0);
                let change = self.measure(pos, height, content.width());
                if top < f64::from(view.min.y) {
                    shift += change;
                }
                top += f64::from(height);
                pos += 1;
            }
            let size = vec2(content.width(), self.top(self.heights.len()) as f32);
            ui.expand_to_include_rect(Rect::from_min_size(content.min, size));
            if shift.abs() > 0.5 && view.min.y > 0.0 {
                self.offset = Some(view.min.y + shift);
                ui.request_discard("rows above the view were measured");
            }
            self.view = Some(view);
        });
        self.follow_focus(ui, shown.inner_rect);
    }

    /// Scrolls to what has got the focus beyond the edges of the view.
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
        if found.rect.top() < inner.top() {
            self.offset = Some(view.min.y - (inner.top() - found.rect.top()) - ABOVE);
        } else if found.rect.bottom() > inner.bottom() {
            self.offset = Some(view.min.y + (found.rect.bottom() - inner.bottom()) + ABOVE);
        }
        ui.request_repaint();
    }

    fn grant_wish(&mut self) {
        let Some(row) = self.wish.take().filter(|row| *row < self.heights.len()) else { return };
        let (top, bottom) = (self.top(row) as f32, self.top(row + 1) as f32);
        let is_seen = self.view.is_some_and(|view| {
            let is_long = bottom - top > view.height();
            top >= view.min.y && top < view.max.y && (bottom <= view.max.y || is_long)
        });
        if !is_seen {
            self.offset = Some(top - ABOVE);
        }
    }

    /// Keeps a row's height; returns by how much it differs from what was thought.
    fn measure(&mut self, row: usize, height: f32, width: f32) -> f32 {
        let Some(slot) = self.heights.get_mut(row) else { return 0.0 };
        let change = height - *slot;
        *slot = height;
        if change != 0.0 {
            let mut pos = row + 1;
            while let Some(sum) = self.sums.get_mut(pos) {
                *sum += f64::from(change);
                pos += lowest_bit(pos);
            }
        }
        // A row that grows while it is seen (a text is unfolded) moves what is below.
        let is_new = self.measured.get(row).is_none_or(|measured| *measured != width);
        if let Some(slot) = self.measured.get_mut(row) {
            *slot = width;
        }
        if is_new { change } else { 0.0 }
    }

    /// Where a row begins.
    fn top(&self, row: usize) -> f64 {
        let mut pos = row.min(self.heights.len());
        let mut sum = 0.0;
        while pos > 0 {
            sum += self.sums.get(pos).copied().unwrap_or(0.0);
            pos -= lowest_bit(pos);
        }
        sum
    }

    /// The row that stands at a height.
    fn row_at(&self, y: f64) -> usize {
        let count = self.heights.len();
        let (mut pos, mut left) = (0, y.max(0.0));
        let mut step = count.checked_ilog2().map_or(0, |log| 1_usize << log);
        while step > 0 {
            let sum = self.sums.get(pos + step).copied();
            if let Some(sum) = sum.filter(|sum| *sum <= left) {
                pos += step;
                left -= sum;
            }
            step /= 2;
        }
        pos.min(count.saturating_sub(1))
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
        let heights: Vec<f32> = (0..37).map(|n| 5.0 + (n * 7 % 11) as f32).collect();
        let mut rows = Rows::new(heights.clone());
        for _ in 0..2 {
            let mut top = 0.0;
            for row in 0..37 {
                assert!((rows.top(row) - top).abs() < 1e-6, "{row}");
                assert_eq!(rows.row_at(top), row);
                top += f64::from(rows.heights[row]);
                assert_eq!(rows.row_at(top - 0.01), row);
            }
            assert_eq!(rows.row_at(top + 99.0), 36);
            assert!(rows.measure(11, 80.0, 600.0) >= 0.0);
        }
        assert_eq!(rows.measure(11, 90.0, 600.0), 0.0, "it grew in view");
        assert_eq!((Rows::default().top(0), Rows::default().row_at(5.0)), (0.0, 0));
    }
}
