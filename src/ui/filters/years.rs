//! The years in the panel of filters: a bar for each, from which a range can be drawn,
//! and two fields for it.

use egui::{Align2, CursorIcon, DragValue, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::{FiltersCtx, field_head_ui};
use crate::find::{Facet, Field};
use crate::ui::action::Action;
use crate::ui::signs::button_ui;
use crate::ui::tokens::{sans, size, space};

/// The height of the bars, in points.
const HEIGHT: f32 = 46.0;

/// What the panel remembers of the years.
#[derive(Default)]
pub struct YearsState {
    is_folded: bool,
    /// Where a drag began, as a position among the years.
    from: Option<i32>,
    /// The range in the fields, while it differs from the query.
    range: Option<(i32, i32)>,
}

/// Shows the years.
pub fn years_ui(
    ctx: &FiltersCtx<'_>,
    facet: &Facet,
    state: &mut YearsState,
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    let mut is_open = !state.is_folded;
    let years: Vec<(i32, usize, bool)> = facet
        .values
        .iter()
        .filter_map(|value| Some((value.value.parse().ok()?, value.count, value.is_on)))
        .collect();
    let (Some(first), Some(last)) = (years.first(), years.last()) else { return };
    let span = (first.0, last.0);
    ui.push_id("years", |ui| {
        if !field_head_ui(ctx, facet.title, &mut is_open, ui) {
            return;
        }
        bars_ui(ctx, &years, span, state, ui, actions);
        range_ui(ctx, &years, span, state, ui, actions);
    });
    state.is_folded = !is_open;
}

fn bars_ui(
    ctx: &FiltersCtx<'_>,
    years: &[(i32, usize, bool)],
    (first, last): (i32, i32),
    state: &mut YearsState,
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    let t = ctx.tokens;
    let wanted = vec2(ui.available_width(), HEIGHT + 16.0);
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::click_and_drag());
    let name = format!("Years {first} to {last}: drag to choose some");
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &name));
    let bars = Rect::from_min_size(rect.min, vec2(rect.width(), HEIGHT));
    let count = (last - first + 1).max(1) as f32;
    let width = bars.width() / count;
    let highest = years.iter().map(|(_, count, _)| *count).max().unwrap_or(1).max(1);
    let has_range = years.iter().any(|(.., is_on)| *is_on);
    let year_at = |x: f32| first + (((x - bars.left()) / width) as i32).clamp(0, last - first);
    let pointer = response.interact_pointer_pos();
    if response.drag_started() || response.clicked() {
        let press = ui.input(|input| input.pointer.press_origin());
        state.from = press.or(pointer).map(|pos| year_at(pos.x));
    }
    let drawn = state.from.zip(pointer).map(|(from, pos)| {
        let to = year_at(pos.x);
        (from.min(to), from.max(to))
    });
    for (year, count, is_on) in years {
        let left = bars.left() + (year - first) as f32 * width;
        let height = bars.height() * *count as f32 / highest as f32;
        let gap = if width > 3.0 { 1.0 } else { 0.0 };
        let bar = Rect::from_min_max(
            pos2(left, bars.bottom() - height),
            pos2(left + (width - gap).max(1.0), bars.bottom()),
        );
        let is_in = drawn.map_or(*is_on || !has_range, |(from, to)| (from..=to).contains(year));
        let ink = if is_in { t.levels[0] } else { t.levels[2] };
        ui.painter().rect_filled(bar, 0.0, ink);
    }
    ui.painter().hline(bars.x_range(), bars.bottom(), (1.0, t.line));
    let y = rect.bottom() - 6.0;
    let ends =
        [(rect.left(), Align2::LEFT_CENTER, first), (rect.right(), Align2::RIGHT_CENTER, last)];
    for (x, align, year) in ends {
        let font = sans(size::CAPTION - 1.0);
        ui.painter().text(pos2(x, y), align, crate::date::year_words(year), font, t.text_muted);
    }
    if response.hovered() {
        ui.set_cursor_icon(CursorIcon::Crosshair);
    }
    if (response.drag_stopped() || response.clicked())
        && let Some(range) = drawn
    {
        state.from = None;
        state.range = None;
        actions.push(Action::Query(with_range(ctx, range)));
    }
}

/// The same by keyboard, and the part of time that the timeline shows.
fn range_ui(
    ctx: &FiltersCtx<'_>,
    years: &[(i32, usize, bool)],
    (first, last): (i32, i32),
    state: &mut YearsState,
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    let on = || years.iter().filter(|(.., is_on)| *is_on).map(|(year, ..)| *year);
    let (low, high) =
        state.range.unwrap_or((on().min().unwrap_or(first), on().max().unwrap_or(last)));
    let (mut from, mut to) = (low, high);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::TIGHT;
        let year = |value, name: &str, ui: &mut Ui| {
            let response = ui.add(DragValue::new(value).range(first..=last).speed(0.1));
            response.widget_info(|| WidgetInfo::labeled(Role::SpinButton, true, name));
            response.drag_stopped() || response.lost_focus()
        };
        let mut is_done = year(&mut from, "From year", ui);
        ui.label("–");
        is_done |= year(&mut to, "To year", ui);
        if (from, to) != (low, high) {
            state.range = Some((from, to));
        }
        if is_done && let Some((from, to)) = state.range.take() {
            actions.push(Action::Query(with_range(ctx, (from.min(to), from.max(to)))));
        }
        let name = "Filter by the part of time that the timeline shows";
        if button_ui(ui, ctx.tokens, None, "In view", name).on_hover_text(name).clicked() {
            let span = ctx.view.span();
            let year = |day| i32::from(crate::date::ymd_from_day(day).0);
            let range = (year(span.start).max(first), year(span.end - 1).min(last));
            actions.push(Action::Query(with_range(ctx, range)));
        }
    });
}

fn with_range(ctx: &FiltersCtx<'_>, (from, to): (i32, i32)) -> String {
    let value = if from == to {
        year_value(from)
    } else {
        format!("{}..{}", year_value(from), year_value(to))
    };
    ctx.query.with_only(Field::Year, &value)
}

/// A year as EDTF has it.
fn year_value(year: i32) -> String {
    if year < 0 { format!("-{:04}", -year) } else { format!("{year:04}") }
}
