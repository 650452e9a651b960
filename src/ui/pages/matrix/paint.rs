//! One cell.
//!
//! A square is split among the sides, the first one at the left: the place tells the side
//! as the colour does. A part is filled as high as the part of the meetings at which that
//! side raised the issue. No part is filled where no source says who did.

use egui::{Painter, Pos2, Rect, Stroke, StrokeKind, pos2, vec2};

use crate::analysis::matrix::{Matrix, MatrixCell, MatrixColumns, MatrixMeaning};
use crate::ui::signs::{Sign, paint_over};
use crate::ui::tokens::{self, Tokens, size};

/// The square's width and height.
pub(super) const SQUARE: f32 = 18.0;
/// The least height of what is filled.
const LEAST: f32 = 3.0;

/// Paints a cell.
pub(super) fn cell(painter: &Painter, t: &Tokens, matrix: &Matrix, rect: Rect, cell: &MatrixCell) {
    let is_meeting = matrix.choice.columns == MatrixColumns::Meetings;
    let center = if is_meeting {
        rect.center()
    } else {
        pos2(rect.left() + 5.0 + SQUARE / 2.0, rect.center().y)
    };
    square(painter, t, matrix, center, cell);
    if !is_meeting {
        let at = pos2(center.x + SQUARE / 2.0 + 4.0, rect.center().y);
        let font = tokens::sans(size::CAPTION);
        painter.text(at, egui::Align2::LEFT_CENTER, cell.meetings.to_string(), font, t.text);
    }
}

/// The square of a cell around a point.
pub(super) fn square(
    painter: &Painter,
    t: &Tokens,
    matrix: &Matrix,
    center: Pos2,
    cell: &MatrixCell,
) {
    let all = Rect::from_center_size(snapped(painter, center), vec2(SQUARE, SQUARE));
    let width = SQUARE / matrix.sides.len().max(1) as f32;
    let is_accounts = matrix.choice.meaning == MatrixMeaning::Accounts;
    // Lines between narrow parts would be all that is seen.
    let is_roomy = width >= 6.0;
    if !is_roomy && (!is_accounts || cell.has_account.contains(&true)) {
        painter.rect_stroke(all, 0.0, Stroke::new(1.0, outline(t)), StrokeKind::Inside);
    }
    for (pos, (side, count)) in matrix.sides.iter().zip(&cell.by).enumerate() {
        let left = all.left() + pos as f32 * width;
        let slot = Rect::from_min_max(pos2(left, all.top()), pos2(left + width, all.bottom()));
        // A side of which there is no account has no place in which something could stand.
        let has_place = !is_accounts || cell.has_account.get(pos).copied().unwrap_or(false);
        if has_place && is_roomy {
            painter.rect_stroke(slot, 0.0, Stroke::new(1.0, outline(t)), StrokeKind::Inside);
        }
        if *count > 0 {
            let part = *count as f32 / cell.meetings.max(1) as f32;
            let top = slot.bottom() - (slot.height() * part).max(LEAST).round();
            let filled = Rect::from_min_max(pos2(slot.left(), top), slot.max);
            painter.rect_filled(filled, 0.0, t.side(*side));
        }
    }
    if is_accounts && !cell.has_account.contains(&true) {
        dashes(painter, all, Stroke::new(1.0, outline(t)));
    }
    // Of several meetings, the stance that says most, as where records are joined.
    let sign = match (cell.disputes, cell.shared) {
        (1.., _) => Sign::Dispute,
        (0, 1..) => Sign::Shared,
        (0, 0) => return,
    };
    paint_over(painter, sign, all.center(), t.canvas, t.text);
}

/// The line around what is not filled: strong enough to be seen on the ground.
fn outline(t: &Tokens) -> egui::Color32 {
    t.no_side.gamma_multiply(0.75)
}

/// The corners of a square that nobody has a place in.
fn dashes(painter: &Painter, rect: Rect, stroke: Stroke) {
    let corner = SQUARE / 4.0;
    for at in [rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom()] {
        let inwards = (rect.center() - at) / (SQUARE / 2.0) * corner;
        painter.line_segment([at, at + vec2(inwards.x, 0.0)], stroke);
        painter.line_segment([at, at + vec2(0.0, inwards.y)], stroke);
    }
}

fn snapped(painter: &Painter, center: Pos2) -> Pos2 {
    let half = vec2(SQUARE, SQUARE) / 2.0;
    let scale = painter.pixels_per_point();
    let snap = |at: f32| (at * scale).round() / scale;
    pos2(snap(center.x - half.x), snap(center.y - half.y)) + half
}
