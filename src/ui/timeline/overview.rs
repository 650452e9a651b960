//! The strip under the timeline: meetings per quarter, stacked by level, and a
//! brush over what the timeline shows.

use std::sync::Arc;

use egui::{
    Align2, CursorIcon, FontId, Key, Rect, Role, Shape, Stroke, StrokeKind, Ui, WidgetInfo, pos2,
    vec2,
};
use egui_plot::{PlotBounds, PlotGeometry, PlotItem, PlotItemBase, PlotTransform};

use super::levels::{self, Place};
use super::measure::{FontMeasure, LetterWidths};
use super::{TimelineCtx, TimelineState};
use crate::date::day_words;
use crate::model::Level;
use crate::timeline::{Column, MIN_DAYS, View, ticks};
use crate::tr;
use crate::ui::access;
use crate::ui::action::Action;
use crate::ui::command::Command;
use crate::ui::text::line_shape;
use crate::ui::tokens::{Tokens, sans, size};

/// The strip's height, in points.
pub const OVERVIEW_HEIGHT: f32 = 92.0;
/// The height of the years below the bars.
const YEARS: f32 = 20.0;
/// The room above the bars.
const TOP: f32 = 22.0;
/// How near to the brush's edge, in points, a drag resizes it.
const EDGE: f32 = 6.0;

/// Which part of the brush is being dragged.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum BrushDrag {
    /// All of it. Holds the day under the pointer, from the brush's start.
    Whole(f64),
    /// Its left edge.
    Left,
    /// Its right edge.
    Right,
}

/// Shows the strip.
pub fn overview_ui(
    ctx: &TimelineCtx<'_>,
    state: &mut TimelineState,
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    let rect = ui.available_rect_before_wrap();
    let limits = ctx.limits;
    let x = |day: f64| rect.left() + limits.x_from_day(day, rect.width());
    // Never too thin to be seen and held.
    let (left, right) = (x(ctx.view.start), x(ctx.view.end));
    let grow = ((10.0 - (right - left)) / 2.0).max(0.0);
    let brush = Rect::from_min_max(
        pos2((left - grow).max(rect.left()), rect.top() + TOP - 6.0),
        pos2((right + grow).min(rect.right()), rect.bottom() - YEARS),
    );
    let item = OverviewItem {
        base: PlotItemBase::new("overview".to_owned()),
        bars: bars(ctx, state, rect.width()),
        without_quarter: ctx.overview.without_quarter,
        ticks: ticks(&limits, rect.width(), &FontMeasure::new(ui, &LetterWidths::default())),
        brush,
        tokens: ctx.tokens,
    };
    let response = super::bare_plot("overview", limits, item, ui);
    let span = ctx.view.span();
    let (from, to) = (day_words(span.start), day_words(span.end.saturating_sub(1)));
    let name = tr!("canvas-overview-name", from = from, to = to);
    response.widget_info(|| WidgetInfo::labeled(Role::Slider, true, &name));
    access::ring(&response);
    if response.has_focus() {
        keys(&response, ui, actions);
    }
    drag(ctx, state, &response, brush, ui, actions);
}

/// The arrows move the frame, and make it wider and narrower.
fn keys(response: &egui::Response, ui: &Ui, actions: &mut Vec<Action>) {
    let filter = egui::EventFilter {
        horizontal_arrows: true,
        vertical_arrows: true,
        ..egui::EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let moves = [
        (Key::ArrowLeft, Command::PanLeft),
        (Key::ArrowRight, Command::PanRight),
        (Key::ArrowUp, Command::ZoomIn),
        (Key::ArrowDown, Command::ZoomOut),
    ];
    for (key, command) in moves {
        if ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, key)) {
            actions.push(Action::Run(command));
        }
    }
}

/// The bars, and what they are for: the generations of dataset and filter, and the width.
pub type BarsOf = ((u64, u64, f32), Arc<Bars>);

/// The bars of the strip.
pub struct Bars {
    all: Vec<Column>,
    /// Of those that match, where there is a filter.
    matching: Option<Vec<Column>>,
}

/// The bars, made again only when what they depend on has changed: that goes through all
/// quarters, not only those in view.
fn bars(ctx: &TimelineCtx<'_>, state: &mut TimelineState, width: f32) -> Arc<Bars> {
    let key = (ctx.generation, ctx.match_generation, width);
    if let Some((of, bars)) = &state.bars
        && *of == key
    {
        return Arc::clone(bars);
    }
    let matching = ctx.matches.map(|matches| matches.overview.columns(&ctx.limits, width));
    let bars = Arc::new(Bars { all: ctx.overview.columns(&ctx.limits, width), matching });
    state.bars = Some((key, Arc::clone(&bars)));
    bars
}

fn drag(
    ctx: &TimelineCtx<'_>,
    state: &mut TimelineState,
    response: &egui::Response,
    brush: Rect,
    ui: &Ui,
    actions: &mut Vec<Action>,
) {
    let rect = response.rect;
    let day_at = |x: f32| ctx.limits.day_from_x(x - rect.left(), rect.width());
    let part_at = |x: f32| {
        if (x - brush.left()).abs() <= EDGE {
            BrushDrag::Left
        } else if (x - brush.right()).abs() <= EDGE {
            BrushDrag::Right
        } else if brush.x_range().contains(x) {
            BrushDrag::Whole(day_at(x) - ctx.view.start)
        } else {
            // Beside the brush: it comes to the pointer.
            BrushDrag::Whole(ctx.view.days() / 2.0)
        }
    };
    if let Some(pointer) = response.hover_pos() {
        ui.set_cursor_icon(match part_at(pointer.x) {
            BrushDrag::Left | BrushDrag::Right => CursorIcon::ResizeHorizontal,
            BrushDrag::Whole(_) if response.dragged() => CursorIcon::Grabbing,
            BrushDrag::Whole(_) => CursorIcon::Grab,
        });
    }
    let press = ui.input(|input| input.pointer.press_origin());
    if response.drag_started() || response.clicked() {
        state.brush = press.or(response.interact_pointer_pos()).map(|pos| part_at(pos.x));
    }
    let Some((part, pointer)) = state.brush.zip(response.interact_pointer_pos()) else {
        if !response.dragged() {
            state.brush = None;
        }
        return;
    };
    // Beyond the strip's ends, the brush's other edge must stay where it is.
    let day = day_at(pointer.x).clamp(ctx.limits.start, ctx.limits.end);
    let view = match part {
        BrushDrag::Whole(offset) => ctx.view.pan(day - offset - ctx.view.start),
        BrushDrag::Left => View { start: day.min(ctx.view.end - MIN_DAYS), end: ctx.view.end },
        BrushDrag::Right => View { start: ctx.view.start, end: day.max(ctx.view.start + MIN_DAYS) },
    };
    let view = view.clamp(&ctx.limits);
    if view != ctx.view {
        actions.push(Action::Show { view, glide: response.clicked() });
    }
    let escaped = ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, Key::Escape));
    if response.drag_stopped() || response.clicked() || escaped {
        state.brush = None;
    }
}

/// Paints the strip.
struct OverviewItem {
    base: PlotItemBase,
    bars: Arc<Bars>,
    without_quarter: usize,
    ticks: Vec<crate::timeline::Tick>,
    brush: Rect,
    tokens: &'static Tokens,
}

impl PlotItem for OverviewItem {
    fn shapes(&self, ui: &Ui, transform: &PlotTransform, shapes: &mut Vec<Shape>) {
        let rect = *transform.frame();
        let tokens = self.tokens;
        let line = Stroke::new(1.0, tokens.line);
        shapes.push(Shape::hline(rect.x_range(), rect.top() + 0.5, line));
        shapes.push(Shape::rect_filled(self.brush, 5.0, tokens.accent_wash));
        let floor = rect.bottom() - YEARS;
        let height = floor - rect.top() - TOP;
        let highest = self.bars.all.iter().map(Column::total).max().unwrap_or(1).max(1);
        let scale = height / highest as f32;
        let pixels_per_point = ui.pixels_per_point();
        let place = Place { left: rect.left(), floor, scale, pixels_per_point };
        match &self.bars.matching {
            None => shapes.push(place.columns(&self.bars.all, tokens)),
            Some(matching) => {
                shapes.push(place.kept_out(&self.bars.all, tokens));
                shapes.push(place.columns(matching, tokens));
            }
        }
        shapes.push(Shape::hline(rect.x_range(), floor, line));
        let stroke = Stroke::new(1.5, tokens.accent);
        shapes.push(Shape::rect_stroke(self.brush, 5.0, stroke, StrokeKind::Inside));
        for x in [self.brush.left(), self.brush.right()] {
            let handle = Rect::from_center_size(pos2(x, self.brush.center().y), vec2(4.0, 18.0));
            shapes.push(Shape::rect_filled(handle, 2.0, tokens.accent));
        }
        self.texts(ui, rect, highest, shapes);
    }

    fn initialize(&mut self, _x_range: std::ops::RangeInclusive<f64>) {}

    fn color(&self) -> egui::Color32 {
        self.tokens.mark
    }

    fn geometry(&self) -> PlotGeometry<'_> {
        PlotGeometry::None
    }

    fn bounds(&self) -> PlotBounds {
        PlotBounds::NOTHING
    }

    fn base(&self) -> &PlotItemBase {
        &self.base
    }

    fn base_mut(&mut self) -> &mut PlotItemBase {
        &mut self.base
    }
}

impl OverviewItem {
    fn texts(&self, ui: &Ui, rect: Rect, highest: u32, shapes: &mut Vec<Shape>) {
        let tokens = self.tokens;
        let font: FontId = sans(size::CAPTION - 1.0);
        let mut text = |pos, align, text: &str, color| {
            let shape = line_shape(ui, (pos, align), text, font.clone(), color);
            let rect = shape.visual_bounding_rect();
            shapes.push(shape.into());
            rect
        };
        for tick in self.ticks.iter().filter(|tick| tick.label_strength > 0.0) {
            let color = tokens.text_muted.gamma_multiply(tick.label_strength);
            let pos = pos2(rect.left() + tick.x, rect.bottom() - YEARS / 2.0);
            // Not cut at the edges.
            if tick.x > 18.0 && tick.x < rect.width() - 18.0 {
                text(pos, Align2::CENTER_CENTER, &tick.label, color);
            }
        }
        // Not cut where the window is narrow.
        if rect.width() < 420.0 {
            return;
        }
        // The legend: what a bar is, and the levels from its foot to its top.
        let y = rect.top() + 10.0;
        let title = match self.without_quarter {
            0 => tr!("canvas-overview-title", highest = highest),
            some => tr!("canvas-overview-title-without", highest = highest, without = some),
        };
        let title =
            text(pos2(rect.left() + 12.0, y), Align2::LEFT_CENTER, &title, tokens.text_muted);
        let mut x = title.right() + 16.0;
        let mut swatches = Vec::new();
        for (level, color) in Level::ALL.into_iter().zip(tokens.levels) {
            if x + 150.0 > rect.right() {
                break;
            }
            swatches.push((level, Rect::from_center_size(pos2(x + 4.0, y), vec2(9.0, 9.0)), color));
            let label =
                text(pos2(x + 12.0, y), Align2::LEFT_CENTER, level.label(), tokens.text_muted);
            x = label.right() + 14.0;
        }
        for (level, rect, color) in swatches {
            levels::swatch(level, rect, color, shapes);
        }
    }
}
