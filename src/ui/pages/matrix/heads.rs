//! The heads that stay in view while the cells move under them.

use std::ops::Range;

use egui::{
    Align2, Color32, CursorIcon, Painter, Rect, Response, Role, Sense, Ui, UiBuilder, WidgetInfo,
    pos2,
};

use super::grid::{Cursor, Grid};
use super::layout::{GROUP, HEAD, Parts, TOTAL};
use super::words::{column_words, issue_name, row_words};
use crate::analysis::matrix::ColumnKey;
use crate::tr;
use crate::ui::shapes::paint_shape;
use crate::ui::tokens::{self, size};
use crate::ui::words::shortened;

/// Paints the heads over the cells, and returns which one was clicked.
pub(super) fn heads_ui(
    grid: &Grid<'_>,
    parts: &Parts,
    (rows, columns): (Range<usize>, Range<usize>),
    ui: &mut Ui,
) -> Option<Cursor> {
    let t = grid.ctx.tokens;
    let mut top = ui.new_child(UiBuilder::new().id_salt("top").max_rect(parts.view));
    top.set_clip_rect(parts.top.intersect(ui.clip_rect()));
    groups(grid, parts, columns.clone(), top.painter());
    let mut clicked = None;
    for column in columns {
        if column_ui(grid, parts, column, &mut top) {
            clicked = Some(Cursor { row: None, column: Some(column) });
        }
    }
    let mut side = ui.new_child(UiBuilder::new().id_salt("side").max_rect(parts.view));
    side.set_clip_rect(parts.side.intersect(ui.clip_rect()));
    for row in rows {
        if row_ui(grid, parts, row, &mut side) {
            clicked = Some(Cursor { row: Some(row), column: None });
        }
    }
    corner_ui(grid, parts, ui);
    let lines = ui.painter();
    let stroke = egui::Stroke::new(1.0, t.line);
    lines.hline(parts.view.x_range(), parts.body.top() - 0.5, stroke);
    lines.vline(parts.body.left() - 4.5, parts.view.y_range(), stroke);
    clicked
}

/// The groups' labels, each as long as its columns, and moving with them.
fn groups(grid: &Grid<'_>, parts: &Parts, columns: Range<usize>, painter: &Painter) {
    let t = grid.ctx.tokens;
    let groups = &grid.matrix.groups;
    let first = groups.partition_point(|group| group.columns.end <= columns.start);
    for group in groups.iter().skip(first).take_while(|group| group.columns.start < columns.end) {
        let x = |column: usize| grid.layout.cell(0, column).left() + parts.origin.x;
        let (start, end) = (x(group.columns.start), x(group.columns.end));
        let stroke = egui::Stroke::new(1.0, t.line);
        if start > parts.top.left() + 1.0 {
            painter.vline(start.round() + 0.5, parts.top.y_range(), stroke);
        }
        let left = start.max(parts.top.left()) + 4.0;
        let room = end.min(parts.top.right()) - left - 2.0;
        let color = group.side.map_or(t.text_muted, |side| t.side(Some(side)));
        let font = tokens::semibold(size::CAPTION);
        let label = shortened(&group.label);
        // "2021" where there is no room for "2021年", and "’21" where there is none for it.
        let year = label.get(..4).filter(|year| year.bytes().all(|byte| byte.is_ascii_digit()));
        let year = year.filter(|_| label.chars().count() <= 5).map(str::to_owned);
        let short = year.as_ref().and_then(|year| year.get(2..)).map(|end| format!("’{end}"));
        for text in [Some(label), year, short].into_iter().flatten() {
            let galley = painter.layout_no_wrap(text, font.clone(), color);
            if galley.size().x <= room {
                let top = parts.view.top() + (GROUP - galley.size().y) / 2.0;
                painter.galley(pos2(left, top), galley, color);
                break;
            }
        }
    }
}

/// A column's own head; whether it was clicked.
fn column_ui(grid: &Grid<'_>, parts: &Parts, column: usize, ui: &mut Ui) -> bool {
    let (t, dataset) = (grid.ctx.tokens, grid.ctx.document.dataset());
    let cell = grid.layout.cell(0, column).translate(parts.origin.to_vec2());
    let top = parts.view.top() + GROUP;
    let rect = Rect::from_x_y_ranges(cell.x_range(), top..=parts.body.top());
    let sense = if grid.is_by_meeting() { Sense::CLICK } else { Sense::hover() };
    let response = ui.interact(rect, grid.id.with(("column", column)), sense);
    let words = || column_words(dataset, grid.matrix, column);
    let role = if grid.is_by_meeting() { Role::Button } else { Role::Label };
    response.widget_info(|| WidgetInfo::labeled(role, true, words()));
    let key = grid.matrix.columns.get(column).map(|column| column.key);
    let label = match key {
        Some(ColumnKey::Meeting(ix)) => {
            let kind = dataset.event(ix).and_then(|event| dataset.kinds.get(event.kind.pos()));
            if response.hovered() {
                ui.painter().rect_filled(rect, 2.0, t.pressed);
            }
            if let Some(kind) = kind {
                paint_shape(ui.painter(), kind.shape, rect.center(), 4.5, t.mark, t.canvas);
            }
            None
        }
        Some(ColumnKey::Period(period)) => {
            dataset.periods.get(period).map(|period| shortened(&period.title))
        }
        Some(ColumnKey::NoPeriod) => Some(tr!("page-period-none").to_owned()),
        Some(ColumnKey::YearUnknown) => Some("?".to_owned()),
        // Over many columns of years, a number can be nothing else.
        Some(ColumnKey::Year(year @ 100..)) => Some(year.to_string()),
        Some(ColumnKey::Year(_)) => Some(words()),
        None => None,
    };
    if let Some(label) = label {
        let at = pos2(rect.left() + 5.0, rect.center().y);
        elided(ui.painter(), &label, at, rect.width() - 8.0, t.text);
    }
    let response = tip(response, words);
    let is_clicked = response.clicked();
    if grid.is_by_meeting() {
        response.on_hover_cursor(CursorIcon::PointingHand);
    }
    is_clicked
}

/// An issue with its totals; whether it was clicked.
fn row_ui(grid: &Grid<'_>, parts: &Parts, row: usize, ui: &mut Ui) -> bool {
    let (t, dataset) = (grid.ctx.tokens, grid.ctx.document.dataset());
    let Some(entry) = grid.matrix.rows.get(row) else { return false };
    let cell = grid.layout.cell(row, 0).translate(parts.origin.to_vec2());
    let rect = Rect::from_x_y_ranges(parts.side.x_range(), cell.y_range());
    let response = ui.interact(rect, grid.id.with(("row", row)), Sense::CLICK);
    let words = || row_words(dataset, grid.matrix, entry);
    response.widget_info(|| WidgetInfo::labeled(Role::Link, true, words()));
    let name = issue_name(dataset, entry.issue);
    let at = pos2(rect.left(), rect.center().y);
    let width = elided(ui.painter(), &name, at, grid.layout.name - 8.0, t.text);
    if response.hovered() {
        let stroke = egui::Stroke::new(1.0, t.text);
        ui.painter().hline(rect.left()..=rect.left() + width, rect.center().y + 7.5, stroke);
    }
    for (pos, total) in grid.layout.totals.iter().enumerate() {
        let count = total.count.of(entry);
        // A zero is said by a dash, so that the numbers stand out.
        let text = if count == 0 { "–".to_owned() } else { count.to_string() };
        let color = if pos == 0 { t.text } else { t.text_muted };
        let right = rect.left() + grid.layout.name + (pos + 1) as f32 * TOTAL - 8.0;
        let font = tokens::sans(size::CAPTION);
        ui.painter().text(pos2(right, rect.center().y), Align2::RIGHT_CENTER, text, font, color);
    }
    let response = tip(response, words);
    response.on_hover_cursor(CursorIcon::PointingHand).clicked()
}

fn tip(response: Response, words: impl FnOnce() -> String) -> Response {
    response.on_hover_ui(|ui| {
        ui.label(words());
    })
}

/// The heads of the totals.
fn corner_ui(grid: &Grid<'_>, parts: &Parts, ui: &Ui) {
    let (t, painter) = (grid.ctx.tokens, ui.painter());
    let bottom = parts.view.top() + HEAD - 6.0;
    let font = tokens::sans(size::CAPTION);
    let left = pos2(parts.view.left(), bottom);
    painter.text(left, Align2::LEFT_BOTTOM, tr!("page-matrix-issue"), font.clone(), t.text_muted);
    for (pos, total) in grid.layout.totals.iter().enumerate() {
        let color = total.side.map_or(t.text_muted, |side| t.side(Some(side)));
        let left = parts.view.left() + grid.layout.name + pos as f32 * TOTAL;
        let lines = [(&total.bottom, bottom), (&total.top, bottom - 15.0)];
        for (text, bottom) in lines {
            let galley = elided_galley(painter, text, TOTAL - 4.0, color);
            let x = left + TOTAL - 8.0 - galley.size().x;
            painter.galley(pos2(x, bottom - galley.size().y), galley, color);
        }
        let rect =
            Rect::from_min_max(pos2(left, parts.view.top()), pos2(left + TOTAL, parts.body.top()));
        let response = ui.interact(rect, grid.id.with(("total", pos)), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &total.about));
        response.on_hover_text(&total.about);
    }
}

/// Paints a line at a point in the middle of its left edge, cut where there is no room;
/// returns its width.
fn elided(painter: &Painter, text: &str, at: egui::Pos2, room: f32, color: Color32) -> f32 {
    let galley = elided_galley(painter, text, room, color);
    let size = galley.size();
    painter.galley(pos2(at.x, at.y - size.y / 2.0), galley, color);
    size.x
}

fn elided_galley(
    painter: &Painter,
    text: &str,
    room: f32,
    color: Color32,
) -> std::sync::Arc<egui::Galley> {
    let font = tokens::sans(size::CAPTION);
    let mut job = egui::text::LayoutJob::simple_singleline(text.to_owned(), font, color);
    job.wrap = egui::text::TextWrapping::truncate_at_width(room.max(0.0));
    painter.layout_job(job)
}
