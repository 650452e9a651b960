//! One field of the panel of filters.

use std::collections::HashSet;

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Align2, Rect, Role, Sense, Stroke, StrokeKind, TextEdit, Ui, WidgetInfo, pos2, vec2};

use super::{FiltersCtx, field_head_ui};
use crate::find::{Facet, FacetValue, Field, QueryEdit, fold};
use crate::model::SideIx;
use crate::tr;
use crate::ui::action::Action;
use crate::ui::signs::{Sign, button_ui, paint};
use crate::ui::text::{Ink, text_ui};
use crate::ui::tokens::{sans, size, space};
use crate::ui::words::{capitalised, grouped, shortened};

/// The height of a value's row, in points.
const ROW: f32 = 24.0;
/// How many values are shown at first.
const FEW: usize = 7;
/// How many more are shown at a time.
const PAGE: usize = 200;
/// With more values than this, a field has a box to search them.
const MANY: usize = 12;
/// The most values that are named beside those that are counted.
const MOST_RARE: usize = 50;
/// How far beyond the edges of the view values can be reached, in points.
const BEYOND: f32 = 120.0;
/// The width of the bars.
const BAR: f32 = 22.0;

/// What the panel remembers of a field.
#[derive(Default)]
pub struct FacetState {
    is_open: Option<bool>,
    /// How many values are shown; none where only a few are.
    shown: Option<usize>,
    by_name: bool,
    search: String,
    /// The positions of the values that are shown, in order, and what they are for.
    order: Vec<usize>,
    /// What else is called as is sought: too rare to be counted.
    rare: Vec<FacetValue>,
    /// The highest count of all values.
    highest: usize,
    order_for: Option<(u64, bool, String)>,
}

/// Fields that are open at first: those that one looks for most.
fn is_open_at_first(field: Field) -> bool {
    matches!(field, Field::Issue | Field::Raised | Field::Kind | Field::Stance)
}

/// Shows a field.
pub fn facet_ui(
    ctx: &FiltersCtx<'_>,
    facet: &Facet,
    state: &mut FacetState,
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    let is_used = ctx.query.fields().any(|(term, _)| term.field == facet.field);
    let mut is_open = state.is_open.unwrap_or(is_open_at_first(facet.field) || is_used);
    let was_open = is_open;
    ui.push_id(facet.field.word(), |ui| {
        if !field_head_ui(ctx, facet.title, &mut is_open, ui) {
            return;
        }
        let is_long = facet.values.len() > MANY;
        let is_all = state.shown.is_some();
        if is_long && is_all {
            tools_ui(ctx, facet, state, ui);
        }
        arrange(ctx, facet, state);
        values_ui(ctx, facet, state, ui, actions);
    });
    if is_open != was_open {
        state.is_open = Some(is_open);
    }
}

/// A box to search the values, and their order.
fn tools_ui(ctx: &FiltersCtx<'_>, facet: &Facet, state: &mut FacetState, ui: &mut Ui) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let (order, name) = if state.by_name {
            (tr!("filters-by-name"), tr!("filters-by-name.tip"))
        } else {
            (tr!("filters-by-count"), tr!("filters-by-count.tip"))
        };
        let field = TextEdit::singleline(&mut state.search)
            .hint_text(tr!("filters-find"))
            .desired_width((ui.available_width() - 60.0).max(40.0))
            .margin(vec2(6.0, 3.0))
            .char_limit(100);
        let response = ui.add(field);
        let label = tr!("filters-find-in", field = facet.title);
        response.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, &label));
        if button_ui(ui, ctx.tokens, None, order, name).on_hover_text(name).clicked() {
            state.by_name = !state.by_name;
        }
    });
    ui.add_space(space::TIGHT);
}

/// Which values are shown in which order; worked out when one of the reasons changes.
fn arrange(ctx: &FiltersCtx<'_>, facet: &Facet, state: &mut FacetState) {
    let key = (ctx.generation, state.by_name, state.search.clone());
    if state.order_for.as_ref() == Some(&key) {
        return;
    }
    let sought = fold(&state.search);
    let is_sought =
        |value: &FacetValue| sought.is_empty() || fold(&value.label).contains(sought.trim());
    let mut order: Vec<usize> = (0..facet.values.len())
        .filter(|pos| facet.values.get(*pos).is_some_and(is_sought))
        .collect();
    let value = |pos: &usize| facet.values.get(*pos);
    if state.by_name {
        order.sort_by_cached_key(|pos| value(pos).map(|value| fold(&value.label)));
    }
    // What one filters by stays in sight.
    order.sort_by_key(|pos| !value(pos).is_some_and(|value| value.is_on || value.is_excluded));
    state.order = order;
    state.highest = facet.values.iter().map(|value| value.count).max().unwrap_or(1).max(1);
    state.rare = rare(ctx, facet, sought.trim());
    state.order_for = Some(key);
}

/// The values that are called so and are too rare to stand among those that are counted.
fn rare(ctx: &FiltersCtx<'_>, facet: &Facet, sought: &str) -> Vec<FacetValue> {
    if sought.is_empty() || facet.left_out == 0 {
        return Vec::new();
    }
    let counted: HashSet<&str> = facet.values.iter().map(|value| value.value.as_str()).collect();
    // Of those that are counted, some may be called so too.
    let named = ctx.vocabulary.matching(facet.field, sought, MOST_RARE);
    let rare = named.into_iter().filter(|(value, _)| !counted.contains(value.as_str()));
    rare.map(|(value, label)| FacetValue {
        value,
        label,
        count: 0,
        group: None,
        is_on: false,
        is_excluded: false,
    })
    .collect()
}

fn values_ui(
    ctx: &FiltersCtx<'_>,
    facet: &Facet,
    state: &mut FacetState,
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    let t = ctx.tokens;
    let limit = state.shown.unwrap_or(FEW);
    let highest = Some(state.highest);
    let values = state.order.iter().filter_map(|pos| facet.values.get(*pos)).take(limit);
    let values: Vec<&FacetValue> = values.collect();
    let is_grouped = state.shown.is_some() && values.iter().any(|value| value.group.is_some());
    if is_grouped {
        for (group, members) in by_group(&values) {
            ui.add_space(space::TIGHT);
            text_ui(ui, &shortened(group.unwrap_or(tr!("filters-others"))), &Ink::caption(t));
            for value in members {
                value_ui(ctx, facet, (value, highest), ui, actions);
            }
        }
    } else {
        for value in &values {
            value_ui(ctx, facet, (value, highest), ui, actions);
        }
    }
    if !state.rare.is_empty() {
        ui.add_space(space::TIGHT);
        text_ui(ui, tr!("filters-rare"), &Ink::caption(t));
    }
    for value in &state.rare {
        value_ui(ctx, facet, (value, None), ui, actions);
    }
    if values.is_empty() && state.rare.is_empty() {
        text_ui(ui, tr!("filters-nothing"), &Ink::caption(t));
    }
    let left = state.order.len().saturating_sub(values.len());
    if left > 0 || state.shown.is_some() {
        more_ui(ctx, facet, (left, limit), state, ui);
    }
    if facet.left_out > 0 && state.shown.is_some() && left == 0 {
        let (count, word) = (facet.left_out, facet.field.word());
        let text = tr!("filters-left-out", count = count, word = word);
        text_ui(ui, &text, &Ink::caption(t));
    }
}

/// Buttons that show more of the values, or fewer.
fn more_ui(
    ctx: &FiltersCtx<'_>,
    facet: &Facet,
    (left, limit): (usize, usize),
    state: &mut FacetState,
    ui: &mut Ui,
) {
    let t = ctx.tokens;
    ui.add_space(2.0);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        if left > 0 {
            let text = if left <= PAGE && state.shown.is_none() {
                tr!("filters-all", count = state.order.len())
            } else {
                tr!("filters-more", count = left.min(PAGE))
            };
            let name = tr!("filters-show", field = facet.title, what = text.as_str());
            if button_ui(ui, t, None, &text, &name).clicked() {
                state.shown = Some(limit.max(FEW) + PAGE);
            }
        }
        if state.shown.is_some() {
            let name = tr!("filters-show-fewer", field = facet.title);
            if button_ui(ui, t, None, tr!("filters-fewer"), &name).clicked() {
                state.shown = None;
                state.search.clear();
            }
        }
    });
}

/// The values by what they belong to, groups in the order in which they first occur.
fn by_group<'v>(values: &[&'v FacetValue]) -> Vec<(Option<&'v str>, Vec<&'v FacetValue>)> {
    let mut groups: Vec<(Option<&str>, Vec<&FacetValue>)> = Vec::new();
    for value in values {
        let group = value.group.as_deref();
        match groups.iter_mut().find(|(name, _)| *name == group) {
            Some((_, members)) => members.push(value),
            None => groups.push((group, vec![value])),
        }
    }
    groups
}

fn value_ui(
    ctx: &FiltersCtx<'_>,
    facet: &Facet,
    (value, highest): (&FacetValue, Option<usize>),
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    let wanted = vec2(ui.available_width(), ROW);
    let near = ui.clip_rect().expand2(vec2(0.0, BEYOND));
    if !near.intersects(Rect::from_min_size(ui.cursor().min, wanted)) {
        // Far out of view, it takes its room and no more.
        ui.allocate_space(wanted);
        return;
    }
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::click());
    let is_on = value.is_on || value.is_excluded;
    let (label, count) = (shortened(&value.label), value.count);
    let name = match highest {
        Some(_) if value.is_excluded => tr!("filters-value-out", label = label, count = count),
        Some(_) => tr!("filters-value", label = label, count = count),
        None => tr!("filters-value-rare", label = label),
    };
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, is_on, &name));
    if ui.is_rect_visible(rect) {
        paint_value(ctx, facet, value, highest, (ui, &response));
    }
    let excludes = ui.input(|input| input.modifiers.alt);
    let response = response.on_hover_text(tr!("filters-value-tip"));
    let (field, name) = (facet.field, value.value.clone());
    let leaves_out = response.secondary_clicked() || (response.clicked() && excludes);
    if leaves_out || (response.clicked() && value.is_excluded) {
        actions.push(Action::Edit(QueryEdit::ToggleOut { field, value: name }));
    } else if response.clicked() {
        actions.push(Action::Edit(QueryEdit::Toggle { field, value: name }));
    }
}

fn paint_value(
    ctx: &FiltersCtx<'_>,
    facet: &Facet,
    value: &FacetValue,
    highest: Option<usize>,
    (ui, response): (&Ui, &egui::Response),
) {
    let (t, rect) = (ctx.tokens, response.rect);
    let painter = ui.painter();
    if response.hovered() || response.has_focus() {
        painter.rect_filled(rect.expand2(vec2(4.0, 0.0)), f32::from(space::RADIUS), t.hover);
    }
    if response.has_focus() {
        let ring = Stroke::new(2.0, t.accent);
        let frame = rect.expand2(vec2(4.0, 0.0));
        painter.rect_stroke(frame, space::RADIUS, ring, StrokeKind::Inside);
    }
    let y = rect.center().y;
    let tick = Rect::from_center_size(pos2(rect.left() + 7.0, y), vec2(13.0, 13.0));
    let fill = if value.is_on { t.accent_wash } else { t.raised };
    let line = if value.is_on || value.is_excluded { t.accent } else { t.text_muted };
    painter.rect(tick, 3.0, fill, Stroke::new(1.0, line), StrokeKind::Inside);
    if value.is_on {
        let at = |x: f32, dy: f32| pos2(tick.center().x + x, tick.center().y + dy);
        let points = vec![at(-3.2, 0.0), at(-0.8, 2.8), at(3.6, -2.8)];
        painter.line(points, Stroke::new(1.6, t.text));
    } else if value.is_excluded {
        paint(painter, Sign::Remove, tick.center(), t.text);
    }
    let is_dim = value.count == 0 && !value.is_on && !value.is_excluded;
    let ink = if is_dim { t.text_muted } else { t.text };
    let count = painter.text(
        pos2(rect.right(), y),
        Align2::RIGHT_CENTER,
        if highest.is_some() { grouped(value.count) } else { String::new() },
        sans(size::CAPTION),
        t.text_muted,
    );
    // As wide as most counts, so that the bars end at one edge.
    let bar_right = (rect.right() - 26.0).min(count.left() - 6.0);
    let length = BAR * value.count as f32 / highest.unwrap_or(1) as f32;
    if length > 0.0 {
        let bar = Rect::from_min_max(
            pos2(bar_right - length.max(1.0), y - 2.0),
            pos2(bar_right, y + 2.0),
        );
        painter.rect_filled(bar, 1.0, t.levels[2]);
    }
    let left = tick.right() + 8.0;
    let mut job = LayoutJob::default();
    let color = side_color(ctx, facet, value).unwrap_or(ink);
    let format = TextFormat { font_id: sans(size::BODY), color, ..TextFormat::default() };
    job.append(&capitalised(&shortened(&value.label)), 0.0, format);
    job.wrap = TextWrapping::truncate_at_width((bar_right - BAR - 6.0 - left).max(20.0));
    let galley = painter.layout_job(job);
    let place = Align2::LEFT_CENTER.anchor_size(pos2(left, y), galley.size());
    painter.galley(place.min, galley, ink);
}

/// The colour of a value that is a side.
fn side_color(ctx: &FiltersCtx<'_>, facet: &Facet, value: &FacetValue) -> Option<egui::Color32> {
    let is_side = matches!(facet.field, Field::Raised | Field::Side | Field::Account);
    let pos = ctx.side_names.iter().position(|name| *name == value.label).filter(|_| is_side)?;
    Some(ctx.tokens.side(Some(SideIx::from_pos(pos))))
}
