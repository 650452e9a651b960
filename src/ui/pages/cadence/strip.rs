//! Columns under the timeline: meetings by year or quarter, stacked by kind.

use egui::{Color32, CursorIcon, Id, Rect, Role, Sense, Shape, Ui, WidgetInfo, pos2};

use super::legend::{Legend, legend_ui};
use crate::analysis::cadence::{Bin, Cadence, Unit};
use crate::lang::list;
use crate::model::KindIx;
use crate::timeline::View;
use crate::tr;
use crate::ui::action::Action;
use crate::ui::pages::PageCtx;
use crate::ui::text::cut;

/// The height that the strip needs, in points.
pub const STRIP_HEIGHT: f32 = 112.0;

/// The room below the columns.
const FOOT: f32 = 6.0;
/// Narrower columns share one.
const MIN_COLUMN: f32 = 2.0;
/// Quarters are shown from this width on, if the unit is left open.
const MIN_QUARTER: f32 = 5.0;
/// Kinds are parted by a line where there is room for one.
const MIN_PARTED: f32 = 3.0;

/// What the strip shows.
#[derive(Clone, Copy)]
pub struct Strip<'a> {
    /// The counts.
    pub cadence: &'a Cadence,
    /// The part of time: that of the timeline above, so that both share their x axis.
    pub view: View,
    /// The unit; none for quarters where there is room for them, and years else.
    pub unit: Option<Unit>,
}

/// A column in view.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Column<'a> {
    left: f32,
    right: f32,
    /// What is shown.
    bin: &'a Bin,
    /// How many quarters or years with meetings share it.
    shared: usize,
}

impl Strip<'_> {
    /// The unit that is shown on a canvas of some width.
    pub fn unit_for(&self, width: f32) -> Unit {
        let quarter = 365.2425 / 4.0 / self.view.days_per_point(width);
        let fitting = if quarter >= f64::from(MIN_QUARTER) { Unit::Quarter } else { Unit::Year };
        self.unit.unwrap_or(fitting)
    }

    /// The columns in view. What is narrower than two points shares a column, which
    /// shows the highest, so that its height always means meetings in one unit.
    fn columns(&self, unit: Unit, width: f32) -> Vec<Column<'_>> {
        let span = self.view.span();
        let (from, to) = (unit.index_of(span.start), unit.index_of(span.end) + 1);
        let x = |day: i32| self.view.x_from_day(f64::from(day), width);
        let mut columns: Vec<Column<'_>> = Vec::new();
        for bin in self.cadence.bins(unit).range(from, to) {
            let Some(days) = unit.span_of(bin.index) else { continue };
            let (left, right) = (x(days.start).max(0.0), x(days.end).min(width));
            if right <= left {
                continue;
            }
            match columns.last_mut().filter(|last| right - last.left < MIN_COLUMN) {
                Some(last) => {
                    last.shared += 1;
                    last.right = right;
                    if bin.total > last.bin.total {
                        last.bin = bin;
                    }
                }
                None => columns.push(Column { left, right, bin, shared: 1 }),
            }
        }
        columns
    }
}

/// Shows the strip in all the room that there is; the caller gives a part as wide as
/// the timeline's canvas and about [`STRIP_HEIGHT`] high. A click on a column shows its
/// year or quarter.
pub fn cadence_strip_ui(
    ctx: &PageCtx<'_>,
    strip: &Strip<'_>,
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    let t = ctx.tokens;
    let rect = ui.available_rect_before_wrap();
    let unit = strip.unit_for(rect.width());
    let bins = strip.cadence.bins(unit);
    let highest = bins.highest().max(1);
    let response = ui.allocate_rect(rect, Sense::hover());
    let title = title(strip, unit, highest);
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &title));
    let line = egui::Stroke::new(1.0, t.line);
    ui.painter().hline(rect.x_range(), rect.top() + 0.5, line);
    let Legend { bottom: ceiling, lit } = legend_ui(ctx, strip, (rect, &title), ui);
    let floor = rect.bottom() - FOOT;
    let per_meeting = (floor - ceiling).max(1.0) / highest as f32;
    for column in strip.columns(unit, rect.width()) {
        let area = Rect::from_min_max(
            pos2(rect.left() + column.left, ceiling),
            pos2(rect.left() + column.right.max(column.left + 1.0), floor),
        );
        column_ui(ctx, (strip, unit), (&column, area), ui, actions);
        let gap = if area.width() > 3.0 { 1.0 } else { 0.0 };
        let bars = area.with_max_x(area.right() - gap);
        let is_hovered = ui.rect_contains_pointer(area);
        paint_column(ctx, strip, (&column, bars, per_meeting), (lit, is_hovered), ui);
    }
    ui.painter().hline(rect.x_range(), floor, line);
}

/// "Meetings per quarter by kind, 6 at most; 3 without a known one"
fn title(strip: &Strip<'_>, unit: Unit, highest: u32) -> String {
    let wider = strip.cadence.bins(unit).wider;
    match unit {
        Unit::Year => tr!("page-per-year", highest = highest, without = wider),
        Unit::Quarter => tr!("page-per-quarter", highest = highest, without = wider),
    }
}

/// The grey of a kind by its position: the higher its rank, the darker.
pub(super) fn grey(ctx: &PageCtx<'_>, strip: &Strip<'_>, pos: u32) -> Color32 {
    let last = strip.cadence.kinds.len().saturating_sub(1).max(1);
    ctx.tokens.grey(pos as f32 / last as f32)
}

fn paint_column(
    ctx: &PageCtx<'_>,
    strip: &Strip<'_>,
    (column, bars, per_meeting): (&Column<'_>, Rect, f32),
    (lit, is_hovered): (Option<u32>, bool),
    ui: &Ui,
) {
    let mut shapes = Vec::new();
    let mut bottom = bars.bottom();
    for (kind, count) in &column.bin.counts {
        let top = bottom - per_meeting * *count as f32;
        let parting = if bottom - top > MIN_PARTED { 1.0 } else { 0.0 };
        let is_dim = lit.is_some_and(|lit| lit != *kind);
        let color = grey(ctx, strip, *kind).gamma_multiply(if is_dim { 0.25 } else { 1.0 });
        let bar = Rect::from_min_max(pos2(bars.left(), top + parting), pos2(bars.right(), bottom));
        shapes.push(Shape::rect_filled(bar, 0.0, color));
        bottom = top;
    }
    if is_hovered {
        let stroke = egui::Stroke::new(1.5, ctx.tokens.accent);
        let outline = bars.with_min_y(bottom).expand(1.0);
        shapes.push(Shape::rect_stroke(outline, 1.0, stroke, egui::StrokeKind::Outside));
    }
    ui.painter().extend(shapes);
}

/// What a column tells to the pointer and to screen readers.
fn column_ui(
    ctx: &PageCtx<'_>,
    (strip, unit): (&Strip<'_>, Unit),
    (column, area): (&Column<'_>, Rect),
    ui: &Ui,
    actions: &mut Vec<Action>,
) {
    let id = Id::unique(("cadence column", unit, column.bin.index));
    let response = ui.interact(area, id, Sense::CLICK);
    let text = || column_text(ctx, strip, unit, column);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, list::clauses(&text())));
    if response.clicked()
        && let Some(days) = unit.span_of(column.bin.index)
    {
        actions.push(Action::Show { view: View::around(days), glide: true });
    }
    response.on_hover_cursor(CursorIcon::PointingHand).on_hover_ui(|ui| {
        for line in text() {
            ui.label(line);
        }
    });
}

/// "January–March 2021: 3 meetings", "2 summits" and so on.
fn column_text(
    ctx: &PageCtx<'_>,
    strip: &Strip<'_>,
    unit: Unit,
    column: &Column<'_>,
) -> Vec<String> {
    /// Nobody reads more kinds.
    const MOST: usize = 16;
    let bin = column.bin;
    let mut lines = vec![tr!("page-column", when = unit.words(bin.index), count = bin.total)];
    let kinds = bin.counts.iter().take(MOST).map(|(pos, count)| {
        let kind = strip.cadence.kinds.get(*pos as usize);
        tr!("page-column-kind", kind = label(ctx, kind), count = *count)
    });
    lines.extend(kinds);
    if column.shared > 1 {
        lines.push(tr!("page-column-highest", count = column.shared - 1));
    }
    lines
}

pub(super) fn label(ctx: &PageCtx<'_>, kind: Option<&KindIx>) -> String {
    let kind = kind.and_then(|kind| ctx.document.dataset().kinds.get(kind.pos()));
    kind.map_or_else(String::new, |kind| cut(kind.label()).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::{Job, read_bytes};
    use crate::model::EventSet;

    fn cadence(years: std::ops::Range<i32>) -> Cadence {
        let events: Vec<String> = years
            .flat_map(|year| (0..=year % 3).map(move |_| year))
            .map(|year| format!(r#"{{"title": "T", "start": "{year:04}-02-03"}}"#))
            .collect();
        let text = format!(r#"{{"events": [{}]}}"#, events.join(","));
        let document = read_bytes(text.into_bytes(), &Job::new()).expect("it opens");
        let all = EventSet::all(events.len());
        Cadence::new(&document, &all, &|| false).expect("nobody cancels")
    }

    #[test]
    fn only_columns_in_view_are_made_and_narrow_ones_show_the_highest() {
        let cadence = cadence(1000..3000);
        let day = |year: i16| f64::from(crate::date::day_from_ymd(year, 1, 1).expect("a day"));
        let strip = |from, to| Strip {
            cadence: &cadence,
            view: View { start: day(from), end: day(to) },
            unit: Some(Unit::Year),
        };
        let near = strip(2000, 2010);
        let columns = near.columns(Unit::Year, 500.0);
        let years: Vec<i32> = columns.iter().map(|column| column.bin.index).collect();
        assert_eq!(years, (2000..2010).collect::<Vec<_>>());
        assert!(columns.iter().all(|column| column.shared == 1 && column.right <= 500.0));
        let far = strip(1000, 3000);
        let columns = far.columns(Unit::Year, 500.0);
        assert!(columns.len() <= 500 && columns.iter().all(|it| it.right - it.left < 3.0));
        assert_eq!(columns.iter().map(|column| column.shared).sum::<usize>(), 2000);
        // Of three years one after another, one has three meetings.
        assert!(columns.iter().filter(|it| it.shared >= 3).all(|it| it.bin.total == 3));
    }

    #[test]
    fn quarters_come_where_there_is_room() {
        let cadence = cadence(2000..2001);
        let strip =
            |days| Strip { cadence: &cadence, view: View { start: 0.0, end: days }, unit: None };
        assert_eq!(strip(20_000.0).unit_for(900.0), Unit::Year);
        assert_eq!(strip(2_000.0).unit_for(900.0), Unit::Quarter);
    }
}
