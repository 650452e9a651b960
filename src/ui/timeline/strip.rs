//! What a page adds between the timeline and its overview, with the same x axis: the
//! line of an issue, or the columns of a cadence.

use egui::text::{LayoutJob, TextWrapping};
use egui::{Align2, CursorIcon, Id, Rect, Role, Sense, Shape, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::TimelineCtx;
use crate::analysis::cadence::Cadence;
use crate::lang::list;
use crate::model::{Dataset, SideIx};
use crate::timeline::{MOST_SIDES, ThreadLine, ThreadMark, ThreadTally, View};
use crate::tr;
use crate::ui::action::Action;
use crate::ui::disc::sliced_disc;
use crate::ui::pages::{PageCtx, cadence};
use crate::ui::signs::{Sign, paint};
use crate::ui::tokens::{sans, semibold, size, space};
use crate::ui::words::{grouped, shortened};

/// The height of an issue's line, in points.
pub const THREAD_HEIGHT: f32 = 58.0;
/// The radius of its marks.
const RADIUS: f32 = 6.5;

/// An issue that is followed.
#[derive(Clone, Copy)]
pub struct ThreadStrip<'a> {
    /// Its line.
    pub line: &'a ThreadLine,
    /// Its name.
    pub name: &'a str,
}

/// What a page adds to the timeline.
#[derive(Clone, Copy)]
pub enum Strip<'a> {
    /// An issue through the meetings.
    Thread(ThreadStrip<'a>),
    /// How often they met.
    Cadence(&'a Cadence),
}

impl Strip<'_> {
    /// The height that it takes, in points.
    pub fn height(self) -> f32 {
        match self {
            Self::Thread(_) => THREAD_HEIGHT,
            Self::Cadence(_) => cadence::STRIP_HEIGHT,
        }
    }
}

/// Shows what a page adds. `rect` reaches from the window's edge; what shares the x axis
/// stands from `left` on.
pub fn strip_ui(
    ctx: &TimelineCtx<'_>,
    strip: Strip<'_>,
    (rect, left): (Rect, f32),
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    match strip {
        Strip::Thread(thread) => thread_ui(ctx, thread, (rect, left), ui, actions),
        Strip::Cadence(cadence) => {
            let column = Rect::from_min_max(rect.min, pos2(left, rect.bottom()));
            ui.painter().hline(rect.x_range(), rect.top() + 0.5, (1.0, ctx.tokens.line));
            let (name, what) = (tr!("canvas-cadence"), tr!("canvas-cadence-what"));
            name_ui(name, what, (column, rect.center().y), ctx, ui);
            let page = PageCtx {
                document: ctx.document,
                selection: ctx.selection,
                choice: Default::default(),
                tokens: ctx.tokens,
            };
            let place = Rect::from_min_max(pos2(left, rect.top()), rect.max);
            let columns = cadence::Strip { cadence, view: ctx.view, unit: None };
            ui.scope_builder(egui::UiBuilder::new().max_rect(place), |ui| {
                cadence::cadence_strip_ui(&page, &columns, ui, actions);
            });
        }
    }
}

/// Shows the line of an issue. `rect` reaches from the window's edge; the line stands
/// under the canvas, from `left` on.
fn thread_ui(
    ctx: &TimelineCtx<'_>,
    strip: ThreadStrip<'_>,
    (rect, left): (Rect, f32),
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    let t = ctx.tokens;
    let painter = ui.painter_at(rect);
    painter.hline(rect.x_range(), rect.top() + 0.5, (1.0, t.line));
    let column = Rect::from_min_max(rect.min, pos2(left, rect.bottom()));
    let line_y = rect.top() + 27.0;
    name_ui(strip.name, tr!("canvas-thread-what"), (column, line_y), ctx, ui);
    let canvas = Rect::from_min_max(pos2(left, rect.top()), rect.max);
    let painter = ui.painter_at(canvas);
    if let Some((first, last)) = strip.line.days() {
        let x = |day: f64| left + ctx.view.x_from_day(day, canvas.width());
        let (from, to) = (x(first).max(canvas.left()), x(last).min(canvas.right()));
        if from < to {
            painter.hline(from..=to, line_y, Stroke::new(1.5, t.text_muted));
        }
    }
    let mut shapes = Vec::new();
    for mark in strip.line.marks(&ctx.view, canvas.width()) {
        let center = pos2(left + mark.x, line_y);
        if !canvas.expand(RADIUS).contains(center) {
            continue;
        }
        let place = Rect::from_center_size(center, vec2(18.0, 40.0)).intersect(canvas);
        let id = Id::unique(("thread mark", mark.event, mark.count));
        let response = ui.interact(place, id, Sense::click());
        let name = mark_words(ctx, strip.name, &mark);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        let slices = slices(ctx, &mark.tally);
        let is_near = response.hovered() || response.has_focus();
        let is_selected = mark.count == 1 && ctx.selection == Some(mark.event);
        if is_near || is_selected {
            let ring = Stroke::new(2.0, t.accent);
            shapes.push(Shape::circle_stroke(center, RADIUS + 3.5, ring));
        }
        shapes.push(Shape::circle_filled(center, RADIUS + 1.5, t.canvas));
        sliced_disc(center, RADIUS, &slices, Stroke::new(1.2, t.mark), &mut shapes);
        painter.extend(shapes.drain(..));
        if mark.count > 1 {
            let at = pos2(center.x, rect.top() + 10.0);
            let font = semibold(size::CAPTION - 2.0);
            painter.text(at, Align2::CENTER_CENTER, grouped(mark.count), font, t.text);
        }
        stance(&painter, &mark.tally, pos2(center.x, rect.bottom() - 11.0), t.text_muted);
        if response.clicked() {
            act(&mark, actions);
        }
        if !super::is_covered(ui) {
            response.on_hover_cursor(CursorIcon::PointingHand).on_hover_text(name);
        }
    }
}

/// A name with a word under it, in the column at the left.
fn name_ui(name: &str, what: &str, (column, y): (Rect, f32), ctx: &TimelineCtx<'_>, ui: &Ui) {
    let t = ctx.tokens;
    let painter = ui.painter_at(column);
    let mut job = LayoutJob::simple_singleline(shortened(name), semibold(size::CAPTION), t.text);
    job.wrap = TextWrapping::truncate_at_width(column.width() - 16.0);
    let galley = painter.layout_job(job);
    let at = pos2(column.left() + 12.0, y);
    painter.galley(Align2::LEFT_CENTER.anchor_size(at, galley.size()).min, galley, t.text);
    let below = pos2(at.x, y + 15.0);
    painter.text(below, Align2::LEFT_CENTER, what, sans(size::CAPTION - 1.0), t.text_muted);
}

/// A slice for each side, filled where it raised the issue; of many sides, the last slice
/// is for all others.
fn slices(ctx: &TimelineCtx<'_>, tally: &ThreadTally) -> Vec<Option<egui::Color32>> {
    let sides = ctx.document.dataset().sides.len();
    let side = |(pos, count): (usize, &u32)| {
        (*count > 0).then(|| ctx.tokens.side(Some(SideIx::from_pos(pos))))
    };
    let told_apart = tally.raised.iter().enumerate().map(side).take(sides.max(1));
    let others = (tally.others > 0).then_some(ctx.tokens.no_side);
    told_apart.chain((sides > MOST_SIDES).then_some(others)).collect()
}

/// The signs of the stances that occur.
fn stance(painter: &egui::Painter, tally: &ThreadTally, at: egui::Pos2, ink: egui::Color32) {
    match (tally.disputes > 0, tally.shared > 0) {
        (true, true) => {
            paint(painter, Sign::Dispute, at - vec2(6.0, 0.0), ink);
            paint(painter, Sign::Shared, at + vec2(6.5, 0.0), ink);
        }
        (true, false) => paint(painter, Sign::Dispute, at, ink),
        (false, true) => paint(painter, Sign::Shared, at, ink),
        (false, false) => {}
    }
}

/// One meeting is selected; several are come close to.
fn act(mark: &ThreadMark, actions: &mut Vec<Action>) {
    if mark.count == 1 {
        actions.push(Action::Select(mark.event));
        return;
    }
    let (from, to) = mark.days;
    let margin = ((to - from) * 0.25).max(2.0);
    let view = View { start: from - margin, end: to + margin };
    actions.push(Action::Show { view, glide: true });
}

/// "Taiwan at Anchorage talks, 18–19 March 2021: raised by United States, dispute".
fn mark_words(ctx: &TimelineCtx<'_>, name: &str, mark: &ThreadMark) -> String {
    let dataset = ctx.document.dataset();
    let event = dataset.event(mark.event);
    let (title, when) =
        event.map_or_else(Default::default, |event| (shortened(event.title), event.when.words()));
    let issue = shortened(name);
    let said = tally_words(dataset, &mark.tally, mark.count);
    match mark.count {
        1 => tr!("canvas-thread-one", issue = issue, title = title, when = when, said = said),
        count => tr!("canvas-thread-many", issue = issue, count = count, when = when, said = said),
    }
}

fn tally_words(dataset: &Dataset, tally: &ThreadTally, of: usize) -> String {
    let mut parts = Vec::new();
    for (side, count) in dataset.sides.iter().zip(tally.raised).filter(|(_, count)| *count > 0) {
        let side = shortened(side.shown_name());
        parts.push(tr!("canvas-raised-by", of = of, side = side, count = count));
    }
    let ThreadTally { others, unknown, disputes, shared, .. } = *tally;
    if others > 0 {
        parts.push(tr!("canvas-raised-by-others", of = of, count = others));
    }
    if unknown > 0 {
        parts.push(tr!("canvas-raised-unknown", of = of, count = unknown));
    }
    if disputes > 0 {
        parts.push(tr!("canvas-dispute", of = of, count = disputes));
    }
    if shared > 0 {
        parts.push(tr!("canvas-shared", of = of, count = shared));
    }
    list::clauses(&parts)
}

/// The least room that the line leaves to the canvas.
pub const MIN_CANVAS: f32 = 90.0 + space::LARGE;
