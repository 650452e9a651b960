//! Rows of cells at fixed places: what one cell holds does not shift the next one.

use egui::{Align, Layout, Rect, Sense, Ui, UiBuilder, pos2, vec2};

use crate::ui::tokens::space;

/// A column for labels, and others of one width.
#[derive(Clone, Copy, Debug)]
pub(super) struct Columns {
    /// The width of the labels' column.
    pub label: f32,
    /// The width of each of the others.
    pub width: f32,
    /// How many others there are.
    pub count: usize,
}

/// Between columns.
const GAP: f32 = space::MEDIUM;

impl Columns {
    /// Shares a width among columns, none narrower than `least`.
    pub fn new(available: f32, count: usize, least: f32) -> Self {
        let label = (available * 0.24).clamp(120.0, 220.0).floor();
        let shared = (available - label) / count.max(1) as f32 - GAP;
        Self { label, width: shared.max(least).floor(), count }
    }

    /// The width of all.
    pub fn total(&self) -> f32 {
        self.label + self.count as f32 * (GAP + self.width)
    }

    /// A row: the label's cell is number 0, the others follow.
    pub fn row_ui(&self, ui: &mut Ui, mut add: impl FnMut(&mut Ui, usize)) {
        let widths = std::iter::once(self.label).chain((0..self.count).map(|_| self.width));
        row_ui(ui, widths, &mut add);
    }

    /// A row with a label and one wide cell.
    pub fn wide_row_ui(&self, ui: &mut Ui, mut add: impl FnMut(&mut Ui, usize)) {
        let wide = (self.total() - self.label - GAP).max(120.0);
        row_ui(ui, [self.label, wide].into_iter(), &mut add);
    }
}

fn row_ui(ui: &mut Ui, widths: impl Iterator<Item = f32>, add: &mut dyn FnMut(&mut Ui, usize)) {
    let start = ui.cursor().min;
    let (mut left, mut bottom) = (start.x, start.y);
    for (number, width) in widths.enumerate() {
        let rect = Rect::from_min_size(pos2(left, start.y), vec2(width, f32::INFINITY));
        let layout = Layout::top_down(Align::Min);
        let mut cell = ui.new_child(UiBuilder::new().id_salt(number).max_rect(rect).layout(layout));
        cell.spacing_mut().item_spacing.y = 0.0;
        add(&mut cell, number);
        bottom = bottom.max(cell.min_rect().bottom());
        left += width + GAP;
    }
    ui.allocate_exact_size(vec2(left - GAP - start.x, bottom - start.y), Sense::hover());
}
