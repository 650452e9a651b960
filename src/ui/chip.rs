//! Chips: a few words in a rounded line.

use egui::text::LayoutJob;
use egui::text_selection::LabelSelectionState;
use egui::{Color32, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use super::text::Ink;
use super::tokens::{Tokens, space};

/// A chip as wide as its words, cut where it would be wider than the pane.
pub(crate) fn chip_ui(ui: &mut Ui, t: &Tokens, text: &str, fill: Color32) -> Response {
    let ink = Ink::caption(t);
    let padding = vec2(space::SMALL, 2.0);
    let mut job = LayoutJob::default();
    job.append(text, 0.0, ink.format());
    job.wrap.max_width = (ui.available_width() - 2.0 * padding.x).max(0.0);
    job.wrap.max_rows = 1;
    job.wrap.break_anywhere = true;
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let is_cut = galley.elided;
    let size = galley.size() + 2.0 * padding;
    let (rect, response) = ui.allocate_exact_size(size, Sense::click_and_drag());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, ui.is_enabled(), text));
    if ui.is_rect_visible(rect) {
        let stroke = Stroke::new(1.0, t.line);
        ui.painter().rect(rect, rect.height() / 2.0, fill, stroke, StrokeKind::Inside);
        LabelSelectionState::label_text_selection(
            ui,
            &response,
            rect.min + padding,
            galley,
            ink.color,
            Stroke::NONE,
        );
    }
    if is_cut { response.on_hover_text(text) } else { response }
}
