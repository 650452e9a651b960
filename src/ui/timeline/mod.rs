//! The timeline: canvas, marks, hover card, overview.
//!
//! The canvas is a plot with one item that paints the whole [`Scene`]. The scene is
//! made again only when what it depends on has changed.

mod card;
mod chain;
mod gutter;
mod interact;
mod levels;
mod list;
mod measure;
mod names;
mod numbers;
mod overview;
mod paint;
mod pill;
mod sought;
mod strip;

use std::collections::HashMap;
use std::sync::Arc;

use egui::scroll_area::ScrollSource;
use egui::style::ScrollStyle;
use egui::{Id, Rect, Response, Role, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};
use egui_plot::{Plot, PlotItem};

use crate::analysis::chain::Chain;
use crate::load::Document;
use crate::model::{Event, EventIx};
use crate::timeline::{
    Frame, Lanes, Mark, Matches, Overview, Periods, Scene, View, anchor_of, header_height,
    lane_heights,
};
use crate::tr;
use crate::ui::access;
use crate::ui::action::Action;
use crate::ui::tokens::Tokens;
pub use overview::OVERVIEW_HEIGHT;
pub use strip::{Strip, ThreadStrip};

/// The least height, in points, at which the overview is shown too.
const MIN_HEIGHT_WITH_OVERVIEW: f32 = 400.0;

/// Where lanes would be lower than this, in points, one moves through them.
const LEAST_LANE: f32 = 22.0;

/// What the timeline shows.
pub struct TimelineCtx<'a> {
    /// The dataset.
    pub document: &'a Document,
    /// Its lanes.
    pub lanes: &'a Lanes,
    /// Its counts.
    pub overview: &'a Overview,
    /// Its bands.
    pub periods: &'a Periods,
    /// How many meetings are in view.
    pub shown: usize,
    /// What the filter lets through, where there is one.
    pub matches: Option<&'a Matches>,
    /// The links of the selected meeting that are drawn.
    pub chain: Option<&'a Chain>,
    /// What the page adds under the canvas.
    pub strip: Option<Strip<'a>>,
    /// Tells one pairing of dataset and lanes from another.
    pub generation: u64,
    /// Tells what matched before from what matches now.
    pub match_generation: u64,
    /// The part of time.
    pub view: View,
    /// The most that can be shown.
    pub limits: View,
    /// The selected meeting.
    pub selection: Option<EventIx>,
    /// The colours.
    pub tokens: &'static Tokens,
    /// Whether things may move by themselves.
    pub has_motion: bool,
}

/// What the timeline remembers from frame to frame.
#[derive(Default)]
pub struct TimelineState {
    scene: Arc<Scene>,
    made_from: Option<MadeFrom>,
    /// The heights that lanes glide to, and what they depend on.
    heights: Option<HeightsOf>,
    /// How wide letters are.
    letters: measure::LetterWidths,
    /// What numbers' marks are painted with.
    stamp: pill::PillStamp,
    /// When each label first showed, to fade it in.
    label_since: HashMap<(EventIx, usize), f64>,
    /// Where a box zoom began.
    box_from: Option<f32>,
    /// The box was given up while the button is still down.
    is_box_cancelled: bool,
    /// What of the overview's brush is being dragged.
    brush: Option<overview::BrushDrag>,
    /// The meetings of a mark that no zoom takes apart, listed beside it.
    list: Option<list::MarkList>,
    /// The links of the selected meeting, in their places.
    curves: Option<chain::Curves>,
    /// The bars of the overview.
    bars: Option<overview::BarsOf>,
    /// The meeting under the pointer, read in full.
    hovered: Option<(EventIx, Option<Event>)>,
    /// Where the canvas was shown last.
    canvas: Option<Rect>,
    /// The widget that the canvas is.
    id: Option<Id>,
    /// The selected meeting whose lane was brought into view last.
    revealed: Option<EventIx>,
}

/// Heights of lanes, with the generation, view and size that they are for.
type HeightsOf = ((u64, View, (f32, f32)), Vec<f32>);

/// What a scene depends on.
#[derive(Clone, Debug, PartialEq)]
struct MadeFrom {
    generation: u64,
    match_generation: u64,
    view: View,
    size: (f32, f32),
    pixels_per_point: f32,
    heights: Vec<f32>,
}

impl TimelineState {
    /// The picture as it was shown last.
    pub fn scene(&self) -> &Scene {
        &self.scene
    }

    /// Where the canvas was shown last, in the window's points.
    pub fn canvas(&self) -> Option<Rect> {
        self.canvas
    }

    /// The widget that takes the keys of the canvas, once it was shown.
    pub fn id(&self) -> Option<Id> {
        self.id
    }

    /// Forgets what belongs to the dataset that was shown before.
    pub fn reset(&mut self) {
        *self = Self::default();
    }
}

/// Shows the canvas, and the overview below it.
pub fn timeline_ui(
    ctx: &TimelineCtx<'_>,
    state: &mut TimelineState,
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    let all = ui.available_rect_before_wrap();
    // In a low window, the lanes need the room more.
    let has_overview = all.height() > MIN_HEIGHT_WITH_OVERVIEW;
    let overview_height = if has_overview { OVERVIEW_HEIGHT } else { 0.0 };
    let strip_height = ctx.strip.map_or(0.0, Strip::height);
    let has_strip = all.height() > overview_height + strip_height + strip::MIN_CANVAS;
    let strip_height = if has_strip { strip_height } else { 0.0 };
    let foot = (all.bottom() - overview_height).max(all.top());
    let split = (foot - strip_height).max(all.top());
    let left = all.left() + gutter::width(ctx, ui);
    let canvas = Rect::from_min_max(pos2(left, all.top()), pos2(all.right(), split));
    // As wide as the canvas, so that both calendars stand under each other at full view.
    let below = Rect::from_min_max(pos2(left, foot), all.max);
    let column = Rect::from_min_max(all.min, pos2(left, split));
    let least = header_height(ctx.periods) + LEAST_LANE * ctx.lanes.lanes.len() as f32;
    if canvas.height() >= least {
        lanes_ui(ctx, state, (canvas, column), ui, actions);
    } else {
        scrolled_ui(ctx, state, (canvas, column), least, ui, actions);
    }
    if let Some(strip) = ctx.strip.filter(|_| has_strip) {
        let rect = Rect::from_min_max(pos2(all.left(), split), pos2(all.right(), foot));
        strip::strip_ui(ctx, strip, (rect, left), ui, actions);
    }
    if has_overview {
        ui.scope_builder(egui::UiBuilder::new().max_rect(below), |ui| {
            overview::overview_ui(ctx, state, ui, actions);
        });
    }
}

/// The canvas, and the names of its lanes beside it.
fn lanes_ui(
    ctx: &TimelineCtx<'_>,
    state: &mut TimelineState,
    (canvas, column): (Rect, Rect),
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    ui.scope_builder(UiBuilder::new().max_rect(canvas), |ui| {
        canvas_ui(ctx, state, ui, actions);
    });
    gutter::gutter_ui(ctx, &state.scene, column, ui);
}

/// The same where there is too little room for all lanes: one moves through them by the
/// bar at their right, and with what is selected. The wheel is the zoom's.
fn scrolled_ui(
    ctx: &TimelineCtx<'_>,
    state: &mut TimelineState,
    (canvas, column): (Rect, Rect),
    height: f32,
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    let window = column.union(canvas);
    ui.scope_builder(UiBuilder::new().max_rect(window), |ui| {
        ui.spacing_mut().scroll = ScrollStyle::solid();
        let area = ScrollArea::vertical().id_salt("lanes");
        let area = area.scroll_source(ScrollSource::SCROLL_BAR);
        area.auto_shrink(false).show(ui, |ui| {
            let size = vec2(ui.available_width(), height);
            let (all, _) = ui.allocate_exact_size(size, Sense::hover());
            let left = all.left() + column.width();
            let canvas = Rect::from_min_max(pos2(left, all.top()), all.max);
            let column = Rect::from_min_max(all.min, pos2(left, all.bottom()));
            lanes_ui(ctx, state, (canvas, column), ui, actions);
            if state.revealed != ctx.selection {
                state.revealed = ctx.selection;
                let selected =
                    ctx.selection.and_then(|event| selected_mark(ctx, &state.scene, event));
                if let Some(mark) = selected.and_then(|pos| state.scene.marks.get(pos)) {
                    let place = mark.hit_rect().translate(canvas.min.to_vec2());
                    ui.scroll_to_rect(place.expand(LEAST_LANE), None);
                }
            }
        });
    });
}

/// The mark of a meeting, alone or among others.
pub(super) fn selected_mark(ctx: &TimelineCtx<'_>, scene: &Scene, event: EventIx) -> Option<usize> {
    let middle = anchor_of(&ctx.document.dataset().event(event)?);
    scene.mark_of(ctx.lanes, event, middle)
}

fn canvas_ui(
    ctx: &TimelineCtx<'_>,
    state: &mut TimelineState,
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    let rect = ui.available_rect_before_wrap();
    state.canvas = Some(rect);
    make_scene(ctx, state, ui, rect);
    let scene = Arc::clone(&state.scene);
    let hovered = pointer_mark(&scene, ui, rect);
    let strengths = label_strengths(ctx, state, ui);
    let pill_height = scene.lanes.iter().map(paint::pill_height).fold(0.0, f32::max);
    let stamp = state.stamp.for_height(ui, pill_height);
    let item = paint::SceneItem::new(ctx, Arc::clone(&scene), hovered, strengths, stamp);
    let response = bare_plot("timeline", ctx.view, item, ui);
    let curves = chain::curves(ctx, state, &scene);
    ui.painter_at(rect).extend(chain::shapes(&curves, rect, ctx.tokens.accent));
    let name = canvas_name(ctx, &scene);
    response.widget_info(|| WidgetInfo::labeled(Role::ListBox, true, name.clone()));
    state.id = Some(response.id);
    access::ring(&response);
    interact::bands(ctx, &scene, rect, ui, actions);
    marks_ui(ctx, state, &scene, &response, ui, actions);
    interact::canvas(ctx, state, &scene, &response, ui, actions);
    list::list_ui(ctx, state, ui, actions);
    let is_free = state.list.is_none() && !response.dragged() && state.box_from.is_none();
    if let Some(mark) = hovered.and_then(|pos| scene.marks.get(pos)).filter(|_| is_free) {
        card::card_ui(ctx, state, mark, rect, ui);
    } else {
        state.hovered = None;
    }
}

/// A plot of one item over a part of time, without any of egui_plot's own axes,
/// moves and labels: those are this program's.
fn bare_plot(id: &str, view: View, item: impl PlotItem, ui: &mut Ui) -> Response {
    Plot::new(id)
        .show_axes(false)
        .show_grid(false)
        .show_background(false)
        .show_x(false)
        .show_y(false)
        .show_crosshair(false)
        .allow_drag(false)
        .allow_zoom(false)
        .allow_scroll(false)
        .allow_boxed_zoom(false)
        .allow_axis_zoom_drag(false)
        .allow_double_click_reset(false)
        .set_margin_fraction(egui::Vec2::ZERO)
        .sense(Sense::click_and_drag())
        .label_formatter(|_| None)
        .show(ui, move |plot| {
            plot.set_plot_bounds_x(view.start..=view.end);
            plot.set_plot_bounds_y(0.0..=1.0);
            plot.add(item);
        })
        .response
}

/// What a screen reader says of the canvas.
fn canvas_name(ctx: &TimelineCtx<'_>, scene: &Scene) -> String {
    let span = ctx.view.span();
    tr!(
        "canvas-name",
        from = crate::date::day_words(span.start),
        to = crate::date::day_words(span.end.saturating_sub(1)),
        shown = ctx.shown,
        lanes = scene.lanes.len(),
    )
}

/// Makes the scene again if what it depends on has changed.
fn make_scene(ctx: &TimelineCtx<'_>, state: &mut TimelineState, ui: &Ui, rect: Rect) {
    let dataset = ctx.document.dataset();
    let key = (ctx.generation, ctx.view, (rect.width(), rect.height()));
    if state.heights.as_ref().is_none_or(|(of, _)| *of != key) {
        let room = (rect.height() - header_height(ctx.periods)).max(0.0);
        let heights = lane_heights(ctx.lanes, &ctx.view, rect.width(), room);
        state.heights = Some((key, heights));
    }
    let targets = state.heights.as_ref().map_or(&[][..], |(_, heights)| heights);
    let heights = glide_heights(ctx, ui, targets);
    let made_from = MadeFrom {
        generation: ctx.generation,
        match_generation: ctx.match_generation,
        view: ctx.view,
        size: (rect.width(), rect.height()),
        pixels_per_point: ui.pixels_per_point(),
        heights,
    };
    if state.made_from.as_ref() == Some(&made_from) {
        return;
    }
    state.scene = Arc::new(Scene::new(&Frame {
        dataset,
        lanes: ctx.lanes,
        periods: ctx.periods,
        view: ctx.view,
        width: rect.width(),
        heights: &made_from.heights,
        matches: ctx.matches,
        measure: &measure::FontMeasure::new(ui, &state.letters),
    }));
    state.made_from = Some(made_from);
}

/// Lanes grow and shrink over a moment when they fill or empty.
fn glide_heights(ctx: &TimelineCtx<'_>, ui: &Ui, targets: &[f32]) -> Vec<f32> {
    if !ctx.has_motion {
        return targets.to_vec();
    }
    let total: f32 = targets.iter().sum();
    let glide = |(lane, height): (usize, &f32)| {
        // As parts of the whole, so that a change of the window's size is at once.
        let id = Id::unique(("lane height", ctx.generation, lane));
        ui.animate_value_with_time(id, height / total.max(1.0), 0.18) * total
    };
    targets.iter().enumerate().map(glide).collect()
}

/// Whether a dialog stands over the window, so that no card may.
fn is_covered(ui: &Ui) -> bool {
    ui.memory(|memory| memory.top_modal_layer().is_some())
}

/// The mark under the pointer, if the canvas is what the pointer is over.
fn pointer_mark(scene: &Scene, ui: &Ui, rect: Rect) -> Option<usize> {
    let pointer = ui.input(|input| input.pointer.hover_pos())?;
    let is_over =
        rect.contains(pointer) && ui.layer_id_at(pointer) == Some(ui.layer_id()) && !is_covered(ui);
    is_over.then(|| scene.mark_at(pointer - rect.min.to_vec2())).flatten()
}

/// How far each label has faded in, 0 to 1.
fn label_strengths(ctx: &TimelineCtx<'_>, state: &mut TimelineState, ui: &Ui) -> Vec<f32> {
    const FADE_SECS: f64 = 0.18;
    let now = ui.input(|input| input.time);
    let is_first = state.label_since.is_empty();
    let mut since = HashMap::with_capacity(state.scene.labels.len());
    let mut is_fading = false;
    let strengths = state.scene.labels.iter().map(|label| {
        let more = state.scene.marks.get(label.mark).map_or(1, crate::timeline::Mark::count);
        let key = (label.event, usize::from(more > 1));
        // What is there from the start need not fade in.
        let begin = if is_first || !ctx.has_motion { f64::MIN } else { now };
        let begin = state.label_since.get(&key).copied().unwrap_or(begin);
        since.insert(key, begin);
        let strength = ((now - begin) / FADE_SECS).clamp(0.0, 1.0);
        is_fading |= strength < 1.0;
        strength as f32
    });
    let strengths = strengths.collect();
    state.label_since = since;
    if is_fading {
        ui.request_repaint();
    }
    strengths
}

fn mark_id(mark: &Mark) -> Id {
    Id::unique(("mark", mark.lane, mark.top(), mark.count()))
}

/// A widget for each mark, for pointers, screen readers and tests: an option of the list that
/// the canvas is. What is in view has one, of which each tells its place among all.
fn marks_ui(
    ctx: &TimelineCtx<'_>,
    state: &mut TimelineState,
    scene: &Scene,
    canvas: &Response,
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    let rect = canvas.rect;
    let dataset = ctx.document.dataset();
    let count = dataset.events.len();
    let selected = ctx.selection.and_then(|event| selected_mark(ctx, scene, event));
    let active = selected.and_then(|pos| scene.marks.get(pos)).map(mark_id);
    access::list(canvas, count, active);
    let builder = UiBuilder::new().id_salt("marks").accessibility_parent(canvas.id);
    let ui = &mut ui.new_child(builder.max_rect(rect));
    for (pos, mark) in scene.marks.iter().enumerate() {
        let id = mark_id(mark);
        let place = mark.hit_rect().translate(rect.min.to_vec2()).intersect(rect);
        let response = ui.interact(place, id, Sense::CLICK);
        let is_selected = selected == Some(pos);
        response.widget_info(|| {
            WidgetInfo::selected(Role::ListBoxOption, true, is_selected, names::name(ctx, mark))
        });
        let place_in_time = names::first(ctx, mark).and_then(|event| dataset.rank(event));
        access::option(&response, (place_in_time.unwrap_or(0), count), is_selected);
        if response.clicked() {
            // So that Tab goes on from here.
            canvas.request_focus();
            interact::click_mark(ctx, state, mark, rect, actions);
        }
    }
}
