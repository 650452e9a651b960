//! Cells at fixed places in a row as high as its highest cell: what one cell holds does
//! not shift the next one.

use egui::{Align, Layout, Pos2, Rect, Sense, Shape, Ui, UiBuilder, pos2, vec2};

use super::PageCtx;
use super::header::MARGIN;

/// A row that is being filled, from the left.
pub(crate) struct Cells {
    start: Pos2,
    left: f32,
    bottom: f32,
    count: usize,
}

impl Cells {
    pub fn new(ui: &Ui) -> Self {
        let start = ui.cursor().min;
        Self { start, left: start.x, bottom: start.y, count: 0 }
    }

    /// Leaves room free.
    pub fn skip(&mut self, width: f32) {
        self.left += width;
    }

    /// Adds a cell of a width.
    pub fn cell(&mut self, ui: &mut Ui, width: f32, align: Align, add: impl FnOnce(&mut Ui)) {
        let rect = Rect::from_min_size(pos2(self.left, self.start.y), vec2(width, f32::INFINITY));
        self.count += 1;
        let builder = UiBuilder::new()
            .id_salt(("cell", self.count))
            .max_rect(rect)
            .layout(Layout::top_down(align));
        let mut cell = ui.new_child(builder);
        cell.spacing_mut().item_spacing.y = 0.0;
        add(&mut cell);
        self.left += width;
        self.bottom = self.bottom.max(cell.min_rect().bottom());
    }

    /// Ends the row.
    pub fn end(self, ui: &mut Ui) {
        let size = vec2(ui.available_width(), self.bottom - self.start.y);
        ui.allocate_exact_size(size, Sense::hover());
    }
}

/// A line within the page's margins, on a wash where it is about the selected
/// meeting.
pub(crate) fn line_ui(
    ctx: &PageCtx<'_>,
    is_selected: bool,
    ui: &mut Ui,
    add: impl FnOnce(&mut Ui),
) {
    let ground = ui.painter().add(Shape::Noop);
    let (start, full) = (ui.cursor().min, ui.available_width());
    let mut cells = Cells::new(ui);
    cells.skip(MARGIN);
    cells.cell(ui, (full - 2.0 * MARGIN).max(80.0), Align::Min, add);
    cells.end(ui);
    if is_selected {
        let rect = Rect::from_min_size(start, vec2(full, ui.cursor().top() - start.y));
        let bar = Rect::from_min_size(start, vec2(3.0, rect.height()));
        ui.painter().set(ground, Shape::rect_filled(rect, 0.0, ctx.tokens.accent_wash));
        ui.painter().rect_filled(bar, 0.0, ctx.tokens.accent);
    }
}
