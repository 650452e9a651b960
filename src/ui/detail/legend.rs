//! What the marks on the timeline mean.

use egui::{Color32, FontId, Mesh, Painter, Pos2, Rect, Sense, Shape, Stroke, Ui, pos2, vec2};

use super::text::{Ink, grouped, text_ui};
use crate::model::Kind;
use crate::ui::shapes::paint_shape;
use crate::ui::tokens::{self, Tokens, size, space};

/// Kinds with their shapes and how often they occur, in two columns.
pub(super) fn kinds_ui(t: &Tokens, kinds: &[(Kind, usize)], ui: &mut Ui) {
    /// A file may bring any number of kinds; nobody reads so many.
    const MOST: usize = 40;
    let shown = kinds.get(..MOST).unwrap_or(kinds);
    let rows = shown.len().div_ceil(2).max(1);
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.x = space::MEDIUM;
        ui.columns(2, |columns| {
            for (ui, kinds) in columns.iter_mut().zip(shown.chunks(rows)) {
                ui.spacing_mut().item_spacing = vec2(space::SMALL, 2.0);
                for (kind, count) in kinds {
                    ui.horizontal_top(|ui| {
                        let (rect, _) = ui.allocate_exact_size(vec2(16.0, 20.0), Sense::hover());
                        let center = rect.center();
                        paint_shape(ui.painter(), kind.shape, center, 6.0, t.mark, t.panel);
                        let mut pieces = super::text::Pieces::default();
                        pieces.push(&kind.label, &Ink::body(t));
                        let muted = Ink::body(t).color(t.text_muted);
                        pieces.push(&format!(" {}", grouped(*count)), &muted);
                        pieces.ui(ui);
                    });
                }
            }
        });
    });
    if kinds.len() > MOST {
        let text = format!("and {} more", grouped(kinds.len() - MOST));
        text_ui(ui, &text, &Ink::caption(t));
    }
}

/// Paints one mark into a box.
type Sample = fn(&Painter, &Tokens, Rect);

/// The marks of what is not exact, and of what is merged.
pub(super) fn marks_ui(t: &Tokens, ui: &mut Ui) {
    let samples: [(Sample, &str); 5] = [
        (bar, "as long as the meeting, or as its date is imprecise"),
        (fading, "about then: the ends fade"),
        (hatched, "uncertain: hatched"),
        (arrow, "goes on, or began at an unknown time"),
        (merged, "several meetings in one place: click to take them apart"),
    ];
    for (paint, text) in samples {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::MEDIUM - space::TIGHT;
            let (rect, _) = ui.allocate_exact_size(vec2(44.0, 22.0), Sense::hover());
            paint(ui.painter(), t, Rect::from_center_size(rect.center(), vec2(44.0, 8.0)));
            ui.vertical(|ui| {
                text_ui(ui, text, &Ink { line_height: 22.0, ..Ink::body(t) });
            });
        });
    }
}

fn bar(painter: &Painter, t: &Tokens, rect: Rect) {
    painter.rect_filled(rect, 3.0, t.mark);
}

fn fading(painter: &Painter, t: &Tokens, rect: Rect) {
    let clear = Color32::TRANSPARENT;
    let stops = [(0.0, clear), (0.35, t.mark), (0.65, t.mark), (1.0, clear)];
    let mut mesh = Mesh::default();
    for (at, color) in stops {
        let x = rect.left() + at * rect.width();
        mesh.colored_vertex(pos2(x, rect.top()), color);
        mesh.colored_vertex(pos2(x, rect.bottom()), color);
    }
    for first in [0, 2, 4] {
        mesh.add_triangle(first, first + 1, first + 2);
        mesh.add_triangle(first + 1, first + 2, first + 3);
    }
    painter.add(Shape::mesh(mesh));
}

fn hatched(painter: &Painter, t: &Tokens, rect: Rect) {
    let painter = painter.with_clip_rect(rect.intersect(painter.clip_rect()));
    let height = rect.height();
    let mut x = rect.left() - height;
    while x < rect.right() {
        let ends: [Pos2; 2] = [pos2(x, rect.bottom()), pos2(x + height, rect.top())];
        painter.line_segment(ends, Stroke::new(1.3, t.mark));
        x += 5.0;
    }
    painter.rect_stroke(rect, 3.0, Stroke::new(1.0, t.mark), egui::StrokeKind::Inside);
}

fn arrow(painter: &Painter, t: &Tokens, rect: Rect) {
    let shaft = Rect::from_min_max(rect.min, pos2(rect.right() - 8.0, rect.bottom()));
    painter.rect_filled(shaft, 0.0, t.mark);
    let tip = vec![
        pos2(shaft.right() - 0.5, rect.top() - 3.0),
        pos2(rect.right(), rect.center().y),
        pos2(shaft.right() - 0.5, rect.bottom() + 3.0),
    ];
    painter.add(Shape::convex_polygon(tip, t.mark, Stroke::NONE));
}

fn merged(painter: &Painter, t: &Tokens, rect: Rect) {
    painter.circle(rect.center(), 9.5, t.canvas, Stroke::new(1.3, t.mark));
    let font: FontId = tokens::semibold(size::CAPTION - 1.0);
    let center = egui::Align2::CENTER_CENTER;
    painter.text(rect.center(), center, "3", font, t.text);
}
