//! Pointer and wheel on the canvas.

use egui::{CursorIcon, Id, Key, PointerButton, Rect, Response, Role, Sense, Ui, WidgetInfo};

use super::list::MarkList;
use super::{TimelineCtx, TimelineState};
use crate::timeline::{Content, Mark, Scene, View};
use crate::tr;
use crate::ui::action::Action;

/// How many points of wheel magnify by e.
const WHEEL_POINTS: f32 = 240.0;
/// A narrower band is only seen, in points: nobody means one of hundreds.
const MIN_BAND: f32 = 4.0;
/// A box narrower than this, in points, was not meant as one.
const MIN_BOX: f32 = 6.0;

/// Wheel, pinch, drag, box zoom and clicks beside the marks' own fields.
pub fn canvas(
    ctx: &TimelineCtx<'_>,
    state: &mut TimelineState,
    scene: &Scene,
    response: &Response,
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    let rect = response.rect;
    if response.contains_pointer() {
        wheel(ctx, rect, ui, actions);
    }
    let is_box = response.dragged_by(PointerButton::Secondary)
        || (response.dragged_by(PointerButton::Primary) && ui.input(|i| i.modifiers.shift))
        || state.box_from.is_some();
    if !ui.input(|input| input.pointer.any_down()) && state.box_from.is_none() {
        state.is_box_cancelled = false;
    }
    if state.is_box_cancelled {
        // The button is still down; nothing more comes of this drag.
    } else if is_box {
        box_zoom(ctx, state, response, ui, actions);
    } else if response.dragged_by(PointerButton::Primary)
        || response.dragged_by(PointerButton::Middle)
    {
        let days = -f64::from(response.drag_delta().x) * ctx.view.days_per_point(rect.width());
        show(ctx, ctx.view.pan(days), false, actions);
        ui.set_cursor_icon(CursorIcon::Grabbing);
    }
    if let Some(pointer) = response.interact_pointer_pos().filter(|_| response.clicked()) {
        response.request_focus();
        let at = scene.mark_at(pointer - rect.min.to_vec2());
        if let Some(mark) = at.and_then(|pos| scene.marks.get(pos)) {
            click_mark(ctx, state, mark, rect, actions);
        }
    }
    if response.has_focus() {
        keep_arrows(response, ui);
    }
}

fn show(ctx: &TimelineCtx<'_>, view: View, glide: bool, actions: &mut Vec<Action>) {
    let view = view.clamp(&ctx.limits);
    if view != ctx.view {
        actions.push(Action::Show { view, glide });
    }
}

/// The wheel zooms at the pointer; with Shift, or sideways, it pans.
fn wheel(ctx: &TimelineCtx<'_>, rect: Rect, ui: &Ui, actions: &mut Vec<Action>) {
    let (scroll, pinch, pointer) = ui
        .input(|input| (input.smooth_scroll_delta, input.zoom_delta(), input.pointer.hover_pos()));
    let Some(pointer) = pointer else { return };
    let factor = pinch * (scroll.y / WHEEL_POINTS).exp();
    let mut view = ctx.view;
    if factor != 1.0 {
        let day = view.day_from_x(pointer.x - rect.left(), rect.width());
        view = view.zoom_at(day, f64::from(factor));
    }
    if scroll.x != 0.0 {
        view = view.pan(-f64::from(scroll.x) * view.days_per_point(rect.width()));
    }
    show(ctx, view, false, actions);
}

/// Drag with the secondary button, or with Shift: shows what the box covers.
fn box_zoom(
    ctx: &TimelineCtx<'_>,
    state: &mut TimelineState,
    response: &Response,
    ui: &Ui,
    actions: &mut Vec<Action>,
) {
    let rect = response.rect;
    let Some(pointer) = ui.input(|input| input.pointer.interact_pos()) else {
        state.box_from = None;
        return;
    };
    let origin = ui.input(|input| input.pointer.press_origin()).map_or(pointer.x, |pos| pos.x);
    let from = *state.box_from.get_or_insert(origin);
    if ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, Key::Escape)) {
        state.box_from = None;
        state.is_box_cancelled = true;
        return;
    }
    let x_range = egui::Rangef::new(from.min(pointer.x), from.max(pointer.x));
    let area = Rect::from_x_y_ranges(x_range, rect.y_range()).intersect(rect);
    let painter = ui.painter_at(rect);
    painter.rect_filled(area, 0.0, ctx.tokens.accent.gamma_multiply(0.15));
    painter.vline(area.left(), rect.y_range(), (1.0, ctx.tokens.accent));
    painter.vline(area.right(), rect.y_range(), (1.0, ctx.tokens.accent));
    ui.set_cursor_icon(CursorIcon::ResizeHorizontal);
    if !ui.input(|input| input.pointer.any_down()) {
        state.box_from = None;
        if area.width() >= MIN_BOX {
            let day = |x: f32| ctx.view.day_from_x(x - rect.left(), rect.width());
            let view = View { start: day(area.left()), end: day(area.right()) };
            show(ctx, view, true, actions);
        }
    }
}

/// While the canvas has the focus, the arrows are commands: up and down walk the meetings,
/// left and right move through time. Tab leaves it, however many meetings there are.
fn keep_arrows(response: &Response, ui: &Ui) {
    let filter = egui::EventFilter {
        horizontal_arrows: true,
        vertical_arrows: true,
        ..egui::EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
}

/// A click on a mark: selects its meeting; of several, zooms until they come
/// apart, and lists those that no zoom takes apart.
pub fn click_mark(
    ctx: &TimelineCtx<'_>,
    state: &mut TimelineState,
    mark: &Mark,
    rect: Rect,
    actions: &mut Vec<Action>,
) {
    match &mark.content {
        Content::One(event) => actions.push(Action::Select(*event)),
        Content::Many { members, .. } => match apart(ctx, mark) {
            Some(view) => show(ctx, view, true, actions),
            None => {
                let at = mark.center + rect.min.to_vec2();
                state.list = Some(MarkList::new(mark.lane, members.clone(), at, ctx.view));
            }
        },
    }
}

/// A view in which the meetings of a mark come apart; `None` where they share a day
/// or no view is much closer.
pub fn apart(ctx: &TimelineCtx<'_>, mark: &Mark) -> Option<View> {
    let Content::Many { members, .. } = &mark.content else { return None };
    let (from, to) = members.ends(ctx.lanes.lanes.get(mark.lane)?)?;
    let margin = ((to - from) * 0.25).max(1.5);
    let view = View { start: from - margin, end: to + margin }.clamp(&ctx.limits);
    (to - from >= 1.0 && view.days() < ctx.view.days() * 0.98).then_some(view)
}

/// A field for each band: a double click shows the whole period.
pub fn bands(
    ctx: &TimelineCtx<'_>,
    scene: &Scene,
    rect: Rect,
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    for band in scene.bands.iter().filter(|band| band.rect.width() >= MIN_BAND) {
        let Some(period) = ctx.document.dataset().periods.get(band.period) else { continue };
        let place = band.rect.translate(rect.min.to_vec2());
        let response = ui.interact(place, Id::unique(("period", band.period)), Sense::CLICK);
        let title = crate::ui::words::shortened(&period.title);
        let when = period.when.words();
        let name = tr!("canvas-period", title = title.as_str(), when = when.as_str());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        if response.double_clicked() {
            let (start, end) = band.days;
            let start = start.max(ctx.limits.start);
            show(ctx, View { start, end: end.min(ctx.limits.end) }, true, actions);
        }
        if super::is_covered(ui) {
            continue;
        }
        response.on_hover_ui(|ui| {
            ui.label(format!("{title} · {when}"));
            ui.weak(tr!("canvas-period-hint"));
        });
    }
}
