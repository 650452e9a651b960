//! What the marks on the timeline mean.

use egui::{FontId, Painter, Rect, Sense, Stroke, Ui, vec2};

use crate::model::Kind;
use crate::timeline::ARROW;
use crate::tr;
use crate::ui::bars::{BarLook, bar_shapes};
use crate::ui::shapes::paint_shape;
use crate::ui::text::{Ink, cut, text_ui};
use crate::ui::tokens::{self, Tokens, size, space};
use crate::ui::words::grouped;

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
                        paint_shape(ui.painter(), kind.shape, center, 6.0, t.mark, t.canvas);
                        let mut pieces = crate::ui::text::Pieces::default();
                        pieces.push(&cut(kind.label()), &Ink::body(t));
                        let muted = Ink::body(t).color(t.text_muted);
                        pieces.push(&format!(" {}", grouped(*count)), &muted);
                        pieces.ui(ui);
                    });
                }
            }
        });
    });
    if kinds.len() > MOST {
        let text = tr!("and-more", count = kinds.len() - MOST);
        text_ui(ui, &text, &Ink::caption(t));
    }
}

/// The marks of what is not exact, and of what is merged.
pub(super) fn marks_ui(t: &Tokens, ui: &mut Ui) {
    let plain = BarLook::default();
    let about = BarLook { fades_left: true, fades_right: true, ..plain };
    let samples = [
        (plain, tr!("legend-plain")),
        (about, tr!("legend-about")),
        (BarLook { fades_right: true, ..plain }, tr!("legend-no-end")),
        (BarLook { is_uncertain: true, ..plain }, tr!("legend-uncertain")),
        (BarLook { arrow_right: true, ..plain }, tr!("legend-open")),
    ];
    for (look, text) in samples {
        sample_ui(t, text, ui, |painter, rect| {
            let mut shapes = Vec::new();
            bar_shapes(rect.shrink2(vec2(ARROW, 0.0)), look, (t.mark, t.bar), &mut shapes);
            painter.extend(shapes);
        });
    }
    sample_ui(t, tr!("legend-merged"), ui, |painter, rect| merged(painter, t, rect));
}

/// A sample, which is painted into a box, and what it means.
fn sample_ui(t: &Tokens, text: &str, ui: &mut Ui, paint: impl FnOnce(&Painter, Rect)) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::MEDIUM - space::TIGHT;
        let (rect, _) = ui.allocate_exact_size(vec2(44.0, 22.0), Sense::hover());
        paint(ui.painter(), Rect::from_center_size(rect.center(), vec2(44.0, 8.0)));
        ui.vertical(|ui| {
            text_ui(ui, text, &Ink { line_height: 22.0, ..Ink::body(t) });
        });
    });
}

fn merged(painter: &Painter, t: &Tokens, rect: Rect) {
    painter.circle(rect.center(), 9.5, t.canvas, Stroke::new(1.3, t.mark));
    let font: FontId = tokens::semibold(size::CAPTION - 1.0);
    let center = egui::Align2::CENTER_CENTER;
    painter.text(rect.center(), center, "3", font, t.text);
}
