//! The years in the panel of filters: a bar for each, from which a range can be drawn,
//! and two fields for it.

use egui::{Align2, CursorIcon, DragValue, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::{FiltersCtx, field_head_ui};
use crate::date::{Date, Span};
use crate::find::{Facet, FacetValue, Field, QueryEdit};
use crate::tr;
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
    /// The years of the answer that was shown last.
    years: Option<(u64, Years)>,
}

/// The years of an answer.
struct Years {
    /// Each with how many meetings may lie in it, and whether it is asked for.
    values: Vec<(i32, usize, bool)>,
    first: i32,
    last: i32,
    /// The first and the last of those that are asked for.
    on: Option<(i32, i32)>,
    highest: usize,
    /// The bars, and for how many columns of the screen.
    bars: (usize, Vec<Bar>),
}

/// A year, or several that share a column of the screen.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Bar {
    from: i32,
    to: i32,
    /// The highest count of one year.
    count: usize,
    is_on: bool,
}

impl Years {
    fn of(facet: &Facet) -> Option<Self> {
        let year = |value: &FacetValue| Some((value.value.parse().ok()?, value.count, value.is_on));
        let values: Vec<(i32, usize, bool)> = facet.values.iter().filter_map(year).collect();
        let on = || values.iter().filter(|(.., is_on)| *is_on).map(|(year, ..)| *year);
        let on = on().next().zip(on().next_back());
        let (first, last) = (values.first()?.0, values.last()?.0);
        let highest = values.iter().map(|(_, count, _)| *count).max().unwrap_or(1).max(1);
        Some(Self { values, first, last, on, highest, bars: (0, Vec::new()) })
    }

    /// From the first year to the last one.
    fn count(&self) -> usize {
        usize::try_from(self.last.saturating_sub(self.first)).unwrap_or(0).saturating_add(1)
    }

    /// Merges the years that would share one of so many columns.
    fn arrange(&mut self, columns: usize) {
        let columns = columns.clamp(1, self.count());
        if self.bars.0 == columns {
            return;
        }
        let per_year = columns as f64 / self.count() as f64;
        let column = |year: i32| (f64::from(year - self.first) * per_year) as usize;
        let mut bars: Vec<Bar> = Vec::with_capacity(columns.min(self.values.len()));
        for (year, count, is_on) in self.values.iter().copied() {
            match bars.last_mut().filter(|bar| column(bar.from) == column(year)) {
                Some(bar) => {
                    bar.to = year;
                    bar.count = bar.count.max(count);
                    bar.is_on |= is_on;
                }
                None => bars.push(Bar { from: year, to: year, count, is_on }),
            }
        }
        self.bars = (columns, bars);
    }
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
    ui.push_id("years", |ui| {
        if !field_head_ui(ctx, facet.title, &mut is_open, ui) {
            return;
        }
        let known = state.years.take().filter(|(generation, _)| *generation == ctx.generation);
        let years = known.map(|(_, years)| years).or_else(|| Years::of(facet));
        let Some(mut years) = years else { return };
        bars_ui(ctx, &mut years, state, ui, actions);
        range_ui(ctx, &years, state, ui, actions);
        state.years = Some((ctx.generation, years));
    });
    state.is_folded = !is_open;
}

fn bars_ui(
    ctx: &FiltersCtx<'_>,
    years: &mut Years,
    state: &mut YearsState,
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    let t = ctx.tokens;
    let (first, last) = (years.first, years.last);
    let wanted = vec2(ui.available_width(), HEIGHT + 16.0);
    // For the pointer alone: keys have the two years below.
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::CLICK | Sense::DRAG);
    let name = tr!("filters-years", first = first.to_string(), last = last.to_string());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &name));
    let bars = Rect::from_min_size(rect.min, vec2(rect.width(), HEIGHT));
    let width = bars.width() / years.count() as f32;
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
    years.arrange((bars.width() * ui.pixels_per_point()).max(1.0) as usize);
    paint_bars(ctx, years, (bars, width), drawn, ui);
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
        ask(&range_value(range), actions);
    }
}

fn paint_bars(
    ctx: &FiltersCtx<'_>,
    years: &Years,
    (area, width): (Rect, f32),
    drawn: Option<(i32, i32)>,
    ui: &Ui,
) {
    let t = ctx.tokens;
    let gap = if width > 3.0 { 1.0 } else { 0.0 };
    for bar in &years.bars.1 {
        let left = area.left() + (bar.from - years.first) as f32 * width;
        let right = area.left() + (bar.to - years.first + 1) as f32 * width - gap;
        let height = area.height() * bar.count as f32 / years.highest as f32;
        let rect = Rect::from_min_max(
            pos2(left, area.bottom() - height),
            pos2(right.max(left + 1.0), area.bottom()),
        );
        let is_in = match drawn {
            Some((from, to)) => bar.from <= to && from <= bar.to,
            None => bar.is_on || years.on.is_none(),
        };
        ui.painter().rect_filled(rect, 0.0, if is_in { t.levels[0] } else { t.levels[2] });
    }
}

/// The same by keyboard, and the part of time that the timeline shows.
fn range_ui(
    ctx: &FiltersCtx<'_>,
    years: &Years,
    state: &mut YearsState,
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    let (first, last) = (years.first, years.last);
    let (low, high) = state.range.or(years.on).unwrap_or((first, last));
    let (mut from, mut to) = (low, high);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::TIGHT;
        let year = |value, name: &str, ui: &mut Ui| {
            let response = ui.add(DragValue::new(value).range(first..=last).speed(0.1));
            response.widget_info(|| WidgetInfo::labeled(Role::SpinButton, true, name));
            response.drag_stopped() || response.lost_focus()
        };
        let mut is_done = year(&mut from, tr!("filters-from-year"), ui);
        ui.label("–");
        is_done |= year(&mut to, tr!("filters-to-year"), ui);
        if (from, to) != (low, high) {
            state.range = Some((from, to));
        }
        if is_done && let Some((from, to)) = state.range.take() {
            ask(&range_value((from.min(to), from.max(to))), actions);
        }
        let name = tr!("filters-in-view.tip");
        if button_ui(ui, ctx.tokens, None, tr!("filters-in-view"), name)
            .on_hover_text(name)
            .clicked()
        {
            ask(&days_value(ctx.view.span()), actions);
        }
    });
}

/// Asks for these years or days instead of those that are asked for so far.
fn ask(value: &str, actions: &mut Vec<Action>) {
    let (field, value) = (Field::Year, value.to_owned());
    actions.push(Action::Edit(QueryEdit::Only { field, value }));
}

/// Some years, as a query has them.
fn range_value((from, to): (i32, i32)) -> String {
    if from == to {
        return year_value(from);
    }
    format!("{}..{}", year_value(from), year_value(to))
}

/// Some days, as a query has them.
fn days_value(days: Span) -> String {
    let last = days.end.saturating_sub(1).max(days.start);
    format!("{}..{}", Date::from_day(days.start), Date::from_day(last))
}

/// A year as EDTF has it.
fn year_value(year: i32) -> String {
    if year < 0 { format!("-{:04}", -year) } else { format!("{year:04}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::day_from_ymd;

    fn facet(years: &[(i32, usize)]) -> Facet {
        let value = |(year, count): &(i32, usize)| FacetValue {
            value: year_value(*year),
            label: year.to_string(),
            count: *count,
            group: None,
            is_on: *year == 5,
            is_excluded: false,
        };
        let values = years.iter().map(value).collect();
        Facet { field: Field::Year, title: "Years", values, left_out: 0 }
    }

    #[test]
    fn the_part_in_view_is_asked_for_by_its_days() {
        let day = |year, month, day| day_from_ymd(year, month, day).expect("a day");
        let span = |start, end| Span { start, end };
        let days = span(day(2010, 3, 9), day(2012, 11, 2));
        assert_eq!(days_value(days), "2010-03-09..2012-11-01");
        // The years of the meetings may all lie before or after: no range is turned round.
        assert_eq!(days_value(span(day(-44, 3, 15), day(33, 4, 3))), "-0044-03-15..0033-04-02");
        assert_eq!(days_value(span(day(1, 1, 1), day(1, 1, 1))), "0001-01-01..0001-01-01");
    }

    #[test]
    fn years_that_share_a_column_show_the_highest() {
        let all: Vec<(i32, usize)> = (-10_000..10_000).map(|year| (year, 1)).collect();
        let mut years = Years::of(&facet(&all)).expect("there are years");
        assert_eq!((years.first, years.last, years.on), (-10_000, 9_999, Some((5, 5))));
        years.arrange(300);
        assert_eq!(years.bars.1.len(), 300);
        assert_eq!(years.bars.1.iter().filter(|bar| bar.is_on).count(), 1);
        assert!(years.bars.1.windows(2).all(|two| two[0].to + 1 == two[1].from));
        let mut years = Years::of(&facet(&[(1990, 3), (1991, 7), (1999, 2)])).expect("years");
        years.arrange(2);
        let bar = |from, to, count| Bar { from, to, count, is_on: false };
        assert_eq!(years.bars.1, [bar(1990, 1991, 7), bar(1999, 1999, 2)]);
        years.arrange(300);
        assert_eq!(years.bars.1.len(), 3, "one for each");
    }
}
