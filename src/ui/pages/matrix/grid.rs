//! The field of cells: what is in view of it.

use std::ops::Range;

use egui::{
    CursorIcon, Id, Rect, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo,
    pos2,
};

use super::layout::{HEAD, Layout, Parts, ROW};
use super::legend::Legend;
use super::words::{cell_words, column_words, row_words};
use super::{MatrixState, heads, paint};
use crate::analysis::matrix::{ColumnKey, Matrix, MatrixColumns};
use crate::model::Dataset;
use crate::ui::action::Action;
use crate::ui::pages::PageCtx;
use crate::ui::tokens::space;

/// Where the keyboard is: a cell, or a head where one is missing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Cursor {
    pub row: Option<usize>,
    pub column: Option<usize>,
}

/// What the field is painted from.
pub(super) struct Grid<'a> {
    pub ctx: &'a PageCtx<'a>,
    pub matrix: &'a Matrix,
    pub layout: Layout,
    pub id: Id,
}

pub(super) fn grid_ui(
    ctx: &PageCtx<'_>,
    matrix: &Matrix,
    state: &mut MatrixState,
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    let dataset = ctx.document.dataset();
    let is_at_end = begins_at_end(ctx, matrix, state);
    let width = ui.available_width();
    let mut layout = Layout::new(dataset, matrix, width, &mut state.far);
    if is_at_end {
        let room = f64::from((width - layout.left).max(0.0));
        let place = (layout.measures().0 - room).max(0.0);
        state.far.go_to(place, layout.measures());
        layout = Layout::new(dataset, matrix, width, &mut state.far);
    }
    let grid = Grid { ctx, matrix, layout, id: ui.scope_id().with("matrix") };
    grid.clamp(&mut state.cursor);
    let legend = Legend::new(dataset, matrix, ui);
    // It would fade the heads that lie over the cells.
    ui.spacing_mut().scroll.fade.strength = 0.0;
    let height = (ui.available_height() - legend.height() - space::SMALL).max(HEAD * 3.0);
    let mut area = ScrollArea::both().id_salt("matrix cells").auto_shrink(false).max_height(height);
    if is_at_end {
        let end = grid.layout.size().x - ui.available_width();
        state.far.take_offset();
        area = area.horizontal_scroll_offset(end.max(0.0));
    } else if let Some(offset) = state.far.take_offset() {
        area = area.horizontal_scroll_offset(offset);
    }
    let output = area.show_viewport(ui, |ui, viewport| {
        ui.set_min_size(grid.layout.size());
        let parts = Parts::new(&grid.layout, ui.max_rect().min, viewport);
        grid.field_ui(&parts, viewport, state, ui, actions);
    });
    state.far.follow(output.state.clamped_offset().x, grid.layout.measures());
    ui.add_space(space::SMALL);
    legend.ui(ctx.tokens, matrix, ui);
}

/// Whether the page opens with the newest meetings: they are what is asked for, and the
/// first decades are sparse. Where a meeting is selected, that one is brought into view.
fn begins_at_end(ctx: &PageCtx<'_>, matrix: &Matrix, state: &mut MatrixState) -> bool {
    let columns = Some(matrix.choice.columns);
    let is_new = std::mem::replace(&mut state.placed, columns) != columns;
    if is_new {
        state.revealed = None;
    }
    is_new && columns == Some(MatrixColumns::Meetings) && ctx.selection.is_none()
}

impl Grid<'_> {
    pub fn dataset(&self) -> &Dataset {
        self.ctx.document.dataset()
    }

    fn clamp(&self, cursor: &mut Cursor) {
        let within = |pos: Option<usize>, count: usize| {
            pos.and_then(|pos| Some(pos.min(count.checked_sub(1)?)))
        };
        cursor.row = within(cursor.row, self.layout.rows);
        cursor.column = within(cursor.column, self.layout.columns);
        if cursor.row.is_none() && cursor.column.is_none() {
            cursor.row = Some(0);
        }
    }

    fn field_ui(
        &self,
        parts: &Parts,
        viewport: Rect,
        state: &mut MatrixState,
        ui: &mut Ui,
        actions: &mut Vec<Action>,
    ) {
        // Under the cells: they take the clicks, it takes the focus and the keys.
        let response = ui.interact(parts.view, self.id, Sense::FOCUSABLE);
        let (rows, columns) = (self.layout.rows_in(viewport), self.layout.columns_in(viewport));
        if response.has_focus() {
            self.keys(ui, parts, state, actions);
        }
        if self.ctx.selection != state.revealed {
            state.revealed = self.ctx.selection;
            let column = state.revealed.and_then(|ix| self.matrix.column_of(self.dataset(), ix));
            if column.is_some() {
                self.reveal(ui, parts, Cursor { row: None, column }, &mut state.far);
            }
        }
        self.stripes(ui, parts, state, response.has_focus());
        let clicked = self.cells_ui(parts, (rows.clone(), columns.clone()), ui);
        let head = heads::heads_ui(self, parts, (rows, columns), ui);
        if let Some(cursor) = clicked.or(head) {
            state.cursor = cursor;
            response.request_focus();
            self.follow(cursor, state, actions);
        }
        if response.has_focus() {
            self.cursor_frame(ui, parts, state.cursor);
        }
        let cursor = state.cursor;
        response.widget_info(|| WidgetInfo::labeled(Role::Grid, true, self.cursor_words(cursor)));
    }

    /// The cells in view; returns which was clicked.
    fn cells_ui(
        &self,
        parts: &Parts,
        (rows, columns): (Range<usize>, Range<usize>),
        ui: &mut Ui,
    ) -> Option<Cursor> {
        let mut clicked = None;
        let builder = UiBuilder::new().id_salt("cells").max_rect(parts.view);
        let mut body = ui.new_child(builder);
        body.set_clip_rect(parts.body.intersect(ui.clip_rect()));
        for column in columns {
            for (row, cell) in self.matrix.column_cells(self.dataset(), column, rows.clone()) {
                let rect = self.layout.cell(row, column).translate(parts.origin.to_vec2());
                let id = self.id.with((row, column));
                let response = body.interact(rect, id, Sense::CLICK);
                let words = || {
                    let dataset = self.dataset();
                    cell_words(dataset, self.matrix, (row, column), Some(&cell))
                };
                response.widget_info(|| WidgetInfo::labeled(Role::Button, true, words()));
                paint::cell(body.painter(), self.ctx.tokens, self.matrix, rect, &cell);
                if response.clicked() {
                    clicked = Some(Cursor { row: Some(row), column: Some(column) });
                }
                let response = response.on_hover_cursor(CursorIcon::PointingHand);
                response.on_hover_ui(|ui| {
                    ui.label(words());
                });
            }
        }
        clicked
    }

    /// The row and column under the pointer, and the selected meeting's column.
    fn stripes(&self, ui: &Ui, parts: &Parts, state: &MatrixState, has_focus: bool) {
        let painter = ui.painter().with_clip_rect(parts.view.intersect(ui.clip_rect()));
        let t = self.ctx.tokens;
        let pointer = ui
            .ctx()
            .pointer_hover_pos()
            .filter(|pos| ui.rect_contains_pointer(parts.view) && parts.view.contains(*pos));
        let hovered = pointer
            .filter(|pos| pos.y > parts.body.top())
            .map(|pos| ((pos.y - parts.origin.y - HEAD) / ROW).max(0.0) as usize);
        let row = hovered.or(state.cursor.row.filter(|_| has_focus));
        if let Some(row) = row.filter(|row| *row < self.layout.rows) {
            let top = self.layout.cell(row, 0).top() + parts.origin.y;
            let rect = Rect::from_min_max(
                pos2(parts.view.left(), top.max(parts.body.top())),
                pos2(parts.view.right(), top + ROW),
            );
            painter.rect_filled(rect, 0.0, t.hover);
        }
        for column in self.layout.columns_in(parts.view.translate(-parts.origin.to_vec2())) {
            let key = self.matrix.columns.get(column).map(|column| column.key);
            let Some(ColumnKey::Meeting(ix)) = key else { break };
            if self.ctx.selection == Some(ix) {
                let cell = self.layout.cell(0, column).translate(parts.origin.to_vec2());
                let rect = Rect::from_x_y_ranges(cell.x_range(), parts.body.y_range());
                let body = painter.with_clip_rect(parts.body.intersect(ui.clip_rect()));
                body.rect_filled(rect, 0.0, t.accent_wash);
            }
        }
    }

    fn cursor_frame(&self, ui: &Ui, parts: &Parts, cursor: Cursor) {
        let (clip, rect) = match (cursor.row, cursor.column) {
            (Some(row), Some(column)) => {
                (parts.body, self.layout.cell(row, column).translate(parts.origin.to_vec2()))
            }
            (Some(row), None) => {
                let cell = self.layout.cell(row, 0).translate(parts.origin.to_vec2());
                (parts.side, Rect::from_x_y_ranges(parts.side.x_range(), cell.y_range()))
            }
            (None, column) => {
                let cell = self.layout.cell(0, column.unwrap_or(0));
                let cell = cell.translate(parts.origin.to_vec2());
                (parts.top, Rect::from_x_y_ranges(cell.x_range(), parts.top.y_range()))
            }
        };
        let painter = ui.painter().with_clip_rect(clip.intersect(ui.clip_rect()));
        let stroke = Stroke::new(2.0, self.ctx.tokens.accent);
        painter.rect_stroke(rect, 2.0, stroke, StrokeKind::Inside);
    }

    pub fn cell(&self, row: usize, column: usize) -> Option<crate::analysis::matrix::MatrixCell> {
        self.matrix.cell(self.dataset(), row, column)
    }

    fn cursor_words(&self, cursor: Cursor) -> String {
        let dataset = self.dataset();
        match (cursor.row, cursor.column) {
            (Some(row), Some(column)) => {
                let cell = self.cell(row, column);
                cell_words(dataset, self.matrix, (row, column), cell.as_ref())
            }
            (Some(row), None) => {
                let row = self.matrix.rows.get(row);
                row.map(|row| row_words(dataset, self.matrix, row)).unwrap_or_default()
            }
            (None, column) => column_words(dataset, self.matrix, column.unwrap_or(0)),
        }
    }

    /// Whether the columns are meetings.
    pub fn is_by_meeting(&self) -> bool {
        self.matrix.choice.columns == MatrixColumns::Meetings
    }
}
