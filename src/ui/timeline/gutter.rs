//! The column at the left: whose bands, which part of the calendar, which lane.
//! Names stand in a column of their own, so that no mark can lie on them.

use egui::{Align2, Rect, RichText, Sense, Ui, pos2, vec2};

use super::TimelineCtx;
use super::measure::line_width;
use crate::timeline::{RULER_HEIGHT, Scene, TOP};
use crate::ui::tokens::{semibold, size, space};
use crate::ui::words::shortened;

/// The room at the left of names, in points.
const LEFT: f32 = 12.0;
/// The narrowest column: month and year fit.
const MIN_WIDTH: f32 = 84.0;
/// The widest column; longer names end with an ellipsis and show whole on hover.
const MAX_WIDTH: f32 = 150.0;

/// The width that the names of these lanes take.
pub fn width(ctx: &TimelineCtx<'_>, ui: &Ui) -> f32 {
    let name_width = |name: &String| line_width(ui, &shortened(name));
    let widest = ctx.lanes.lanes.iter().map(|lane| name_width(&lane.label)).fold(0.0, f32::max);
    // Semibold is somewhat wider than what was measured.
    (widest * 1.06 + LEFT + space::SMALL).clamp(MIN_WIDTH, MAX_WIDTH)
}

/// Paints the column.
pub fn gutter_ui(ctx: &TimelineCtx<'_>, scene: &Scene, rect: Rect, ui: &Ui) {
    let tokens = ctx.tokens;
    let painter = ui.painter_at(rect);
    let room = rect.width() - LEFT - space::TIGHT;
    let name = |y: f32, text: &str, color, id: &str| {
        let text = shortened(text);
        let font = semibold(size::CAPTION);
        let mut job = egui::text::LayoutJob::simple_singleline(text.clone(), font, color);
        job.wrap = egui::text::TextWrapping::truncate_at_width(room);
        let galley = painter.layout_job(job);
        let place = Align2::LEFT_CENTER
            .anchor_size(pos2(rect.left() + LEFT, (rect.top() + y).round()), galley.size());
        let is_cut = galley.elided;
        painter.galley(place.min, galley, color);
        let field = Rect::from_min_size(place.min, vec2(room, place.height()));
        let response = ui.interact(field, egui::Id::unique(("gutter", id, &text)), Sense::hover());
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &text));
        if is_cut {
            response.on_hover_text(RichText::new(text));
        }
    };
    let sides = &ctx.document.dataset().sides;
    for (number, row) in ctx.periods.rows.iter().enumerate() {
        if let Some(side) = row.side.and_then(|side| sides.get(side.pos())) {
            let y = TOP + ctx.periods.row_middle(number);
            name(y, &side.short_name(), tokens.side(row.side), &format!("side {number}"));
        }
    }
    if let Some(context) = &scene.context {
        name(scene.ruler_top + RULER_HEIGHT / 2.0, context, tokens.text, "calendar");
    }
    for (pos, lane) in scene.lanes.iter().enumerate() {
        let y = (rect.top() + lane.top).round() + 0.5;
        painter.hline(rect.x_range(), y, (1.0, tokens.line));
        if !lane.label.is_empty() {
            name(lane.mark_y, &lane.label, tokens.text_muted, &format!("lane {pos}"));
        }
    }
}
