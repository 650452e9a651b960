//! Chips: a few words in a rounded line.

use egui::text::LayoutJob;
use egui::{Color32, CursorIcon, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use super::text::Ink;
use super::tokens::{Tokens, space};

/// A chip as wide as its words, cut where it would be wider than the pane. It can be
/// clicked: it leads to what it names.
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
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Link, ui.is_enabled(), text));
    if ui.is_rect_visible(rect) {
        let is_near = response.hovered() || response.has_focus();
        let fill = if is_near { t.hover } else { fill };
        let stroke = match (response.has_focus(), is_near) {
            (true, _) => Stroke::new(2.0, t.accent),
            (false, true) => Stroke::new(1.0, t.text_muted),
            (false, false) => Stroke::new(1.0, t.line),
        };
        ui.painter().rect(rect, rect.height() / 2.0, fill, stroke, StrokeKind::Inside);
        let ink = if is_near { t.text } else { ink.color };
        ui.painter().galley_with_override_text_color(rect.min + padding, galley, ink);
    }
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    if is_cut { response.on_hover_text(text) } else { response }
}
