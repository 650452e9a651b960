//! Text of which parts are underlined, close under the letters: egui's own
//! underline stands at the foot of the line, far off where lines are generous.

use std::ops::Range;

use egui::text::LayoutJob;
use egui::text_selection::LabelSelectionState;
use egui::{
    CursorIcon, Direction, Galley, Label, Painter, Pos2, Response, Role, Sense, Stroke, Ui,
    WidgetInfo,
};

use super::tokens::Tokens;

/// From the baseline to the line, in points: below the letters' feet, and through
/// the tails of g and y.
const BELOW: f32 = 3.0;

/// A paragraph with lines under some parts of its text. `parts` gives them in bytes
/// and in order, and is only asked where the paragraph is in view.
pub(crate) fn marked_ui(
    ui: &mut Ui,
    job: LayoutJob,
    parts: impl FnOnce(&Ui) -> Vec<Range<usize>>,
    stroke: Stroke,
) -> Response {
    let label = Label::new(job).wrap();
    let (pos, galley, response) = label.layout_in_ui(ui);
    let enabled = ui.is_enabled();
    response.widget_info(|| WidgetInfo::labeled(Role::Label, enabled, galley.text()));
    let parts = if ui.is_rect_visible(response.rect) { parts(ui) } else { Vec::new() };
    paint(ui, &response, pos, galley, &parts, stroke);
    response
}

/// A link: underlined all along, stronger under the pointer and with the focus.
pub(crate) fn link_ui(ui: &mut Ui, job: LayoutJob, line: Stroke, strong: Stroke) -> Response {
    let all = 0..job.text.len();
    // In a line of texts, each of its own lines is a widget: the pointer may be at any, the
    // keys are at the first.
    let flows = ui.layout().main_wrap() && ui.layout().main_dir() == Direction::LeftToRight;
    let sense = if flows { Sense::CLICK } else { Sense::click() };
    let label = Label::new(job).wrap().sense(sense);
    let (pos, galley, mut response) = label.layout_in_ui(ui);
    // Where there was no room in the line before, the first of them is empty.
    let row = galley.rows.iter().find(|row| !row.glyphs.is_empty());
    if let Some(row) = row.filter(|_| flows) {
        let row = row.rect_without_leading_space().translate(pos.to_vec2());
        let sense = response.sense | Sense::FOCUSABLE;
        response = ui.interact(row, response.id.with("keys"), sense) | response;
    }
    let enabled = ui.is_enabled();
    response.widget_info(|| WidgetInfo::labeled(Role::Link, enabled, galley.text()));
    let stroke = match (response.has_focus(), response.hovered()) {
        (true, _) => super::theme::focus_ring(Tokens::of(ui)),
        (false, true) => strong,
        (false, false) => line,
    };
    paint(ui, &response, pos, galley, std::slice::from_ref(&all), stroke);
    response.on_hover_cursor(CursorIcon::PointingHand)
}

fn paint(
    ui: &Ui,
    response: &Response,
    pos: Pos2,
    galley: std::sync::Arc<Galley>,
    parts: &[Range<usize>],
    stroke: Stroke,
) {
    if !ui.is_rect_visible(response.rect) {
        return;
    }
    if stroke.width > 0.0 {
        underline(ui.painter(), pos, &galley, parts, stroke);
    }
    let color = ui.visuals().text_color();
    LabelSelectionState::label_text_selection(ui, response, pos, galley, color, Stroke::NONE);
}

/// Paints the lines. Goes through the characters once: there is a glyph for each
/// but the line breaks.
fn underline(
    painter: &Painter,
    pos: Pos2,
    galley: &Galley,
    parts: &[Range<usize>],
    stroke: Stroke,
) {
    let mut characters = galley.job.text.char_indices();
    let mut parts = parts.iter().peekable();
    let shown = painter.clip_rect().y_range();
    for row in &galley.rows {
        let top = pos.y + row.pos.y;
        let is_shown = top <= shown.max && top + row.size.y >= shown.min;
        let mut line: Option<[Pos2; 2]> = None;
        for glyph in &row.glyphs {
            let Some((at, character)) = characters.next() else { return };
            while parts.next_if(|part| part.end <= at).is_some() {}
            let is_within = parts.peek().is_some_and(|part| part.start <= at);
            // A line ends with the last letter, not with the space where it wraps.
            if !is_shown || !is_within {
                paint_line(painter, line.take(), stroke);
            } else if !character.is_whitespace() {
                let y = painter.round_to_pixel_center(top + glyph.pos.y + BELOW);
                let left = pos.x + row.pos.x + glyph.pos.x;
                let from = line.map_or(Pos2::new(left, y), |[from, _]| from);
                line = Some([from, Pos2::new(left + glyph.advance_width, y)]);
            }
        }
        paint_line(painter, line, stroke);
        if row.ends_with_newline {
            characters.next();
        }
    }
}

fn paint_line(painter: &Painter, line: Option<[Pos2; 2]>, stroke: Stroke) {
    if let Some(line) = line {
        painter.line_segment(line, stroke);
    }
}
