//! The list under the search box.

use std::collections::HashMap;
use std::ops::Range;
use std::time::{Duration, Instant};

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{
    Align2, Id, Popup, PopupCloseBehavior, Response, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2,
    vec2,
};

use super::{SearchCtx, SearchState, small};
use crate::find::{Snippet, snippet};
use crate::load::Document;
use crate::model::EventIx;
use crate::tr;
use crate::ui::access;
use crate::ui::action::Action;
use crate::ui::far::Far;
use crate::ui::tokens::{Tokens, sans, semibold, size, space};
use crate::ui::words::{capitalised, shortened};

/// The height of a meeting's row, in points.
const ROW: f32 = 44.0;
/// The height of the row of a completion.
const COMPLETION: f32 = 26.0;
/// The height of the list of meetings.
const LIST: f32 = 396.0;
/// The width of the list.
const WIDTH: f32 = 560.0;
/// How many characters of a text surround what was found.
const MOST_CHARS: usize = 80;
/// More snippets than this are not kept.
const MOST_KEPT: usize = 400;
/// A meeting with a longer text than this, in bytes, is not read for its snippet.
const MAX_READ: usize = 200_000;
/// After so long, no further meeting is read within a frame.
const BUDGET: Duration = Duration::from_millis(4);

/// The snippets of an answer, read when they are seen.
#[derive(Default)]
pub struct Found {
    generation: u64,
    len: usize,
    /// Which part of the rows the list holds.
    far: Far,
    /// The frame, and the time that reading took in it.
    spent: (u64, Duration),
    snippets: HashMap<EventIx, Option<Snippet>>,
}

impl Found {
    /// How many meetings were found.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether none was found.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The words that were found in a meeting, in their surroundings.
    pub fn snippet(
        &mut self,
        document: &Document,
        needles: &[crate::find::Needle],
        generation: u64,
        (ix, ui): (EventIx, &Ui),
    ) -> Option<&Snippet> {
        if self.generation != generation || self.snippets.len() > MOST_KEPT {
            self.snippets.clear();
            if self.generation != generation {
                self.far = Far::default();
            }
            self.generation = generation;
        }
        let frame = ui.cumulative_frame_nr();
        if self.spent.0 != frame {
            self.spent = (frame, Duration::ZERO);
        }
        if self.spent.1 >= BUDGET && !self.snippets.contains_key(&ix) {
            // It comes with one of the next frames.
            ui.request_repaint();
            return None;
        }
        let read = || {
            let is_small = document.dataset().event(ix)?.text().len() < MAX_READ;
            let event = is_small.then(|| document.event(ix)).flatten()?;
            snippet(document, &event, needles, MOST_CHARS)
        };
        let start = Instant::now();
        let snippet = self.snippets.entry(ix).or_insert_with(read);
        self.spent.1 += start.elapsed();
        snippet.as_ref()
    }
}

/// A snippet as a line of text: the words with the hits marked, and where they stand,
/// before them where there is room for both.
pub fn snippet_job(snippet: &Snippet, is_wide: bool, tokens: &Tokens) -> LayoutJob {
    let format =
        |color| TextFormat { font_id: sans(size::CAPTION), color, ..TextFormat::default() };
    let muted = format(tokens.text_muted);
    let hit = TextFormat {
        font_id: semibold(size::CAPTION),
        background: tokens.accent_wash,
        ..format(tokens.text)
    };
    let mut job = LayoutJob::default();
    if is_wide {
        let place = tr!("search-place", place = capitalised(&snippet.place_words));
        job.append(&place, 0.0, format(tokens.text_muted));
    }
    let mut piece = |range: Range<usize>, format: &TextFormat| {
        let text = snippet.text.get(range).unwrap_or_default();
        // One line, whatever a file holds.
        let text = crate::model::one_line(text, usize::MAX);
        job.append(&text, 0.0, format.clone());
    };
    let mut at = 0;
    for mark in &snippet.marks {
        piece(at..mark.start, &muted);
        piece(mark.clone(), &hit);
        at = mark.end;
    }
    piece(at..snippet.text.len(), &muted);
    if !is_wide {
        job.append(&format!("  · {}", snippet.place_words), 0.0, format(tokens.text_muted));
    }
    job
}

/// What Enter does: takes the chosen completion, or goes to the chosen meeting, or to
/// the first one.
pub fn enter(ctx: &SearchCtx<'_>, state: &mut SearchState, actions: &mut Vec<Action>) {
    let completions = state.completions.len();
    match state.chosen {
        Some(pos) if pos < completions => state.accept(pos, actions),
        chosen => {
            let pos = chosen.map_or(0, |pos| pos - completions);
            if let Some(ix) = ctx.found.and_then(|found| found.get(pos)) {
                actions.push(Action::Find(*ix));
                state.is_open = false;
            }
        }
    }
}

/// Shows the list.
pub fn list_ui(
    ctx: &SearchCtx<'_>,
    state: &mut SearchState,
    field: &Response,
    has_walked: bool,
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    state.found.len = ctx.found.map_or(0, <[EventIx]>::len);
    let width = WIDTH.max(field.rect.width()).min(ui.ctx().content_rect().width() - 40.0);
    let response = Popup::from_response(field)
        .id(Id::unique("search results"))
        .open(true)
        .close_behavior(PopupCloseBehavior::IgnoreClicks)
        .accessible_name(tr!("search-results"))
        .gap(4.0)
        .width(width)
        .show(|ui| {
            ui.set_width(width);
            ui.spacing_mut().item_spacing.y = 2.0;
            // What can still be completed is not wrong yet.
            if state.completions.is_empty() {
                problems_ui(ctx, ui);
            }
            completions_ui(ctx, state, ui, actions);
            if ui.min_rect().height() > 0.0 && ctx.found.is_some() {
                ui.separator();
            }
            count_ui(ctx, state, ui);
            if let Some(found) = ctx.found {
                meetings_ui(ctx, state, found, has_walked, ui, actions);
            }
        });
    let is_outside = response.is_some_and(|shown| {
        let rect = shown.response.rect.union(field.rect);
        let pressed = ui.input(|input| input.pointer.any_pressed());
        let at = ui.input(|input| input.pointer.interact_pos());
        pressed && at.is_some_and(|at| !rect.contains(at))
    });
    // The next widget by Tab, or a click beside it.
    if is_outside || (!field.has_focus() && !field.gained_focus() && !state.wants_focus) {
        let is_over_list = ui.input(|input| input.pointer.any_down()) && !is_outside;
        state.is_open = is_over_list;
    }
}

fn problems_ui(ctx: &SearchCtx<'_>, ui: &mut Ui) {
    for problem in ctx.query.problems.iter().take(4) {
        let message = shortened(&problem.message);
        let label = ui.label(small(capitalised(&message), ctx.tokens.warning));
        label.widget_info(|| WidgetInfo::labeled(Role::Alert, true, &message));
    }
}

fn completions_ui(
    ctx: &SearchCtx<'_>,
    state: &mut SearchState,
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    let t = ctx.tokens;
    if state.text.is_empty() {
        ui.label(small(tr!("search-help"), t.text_muted));
    }
    let mut accepted = None;
    for (pos, completion) in state.completions.iter().enumerate() {
        let is_chosen = state.chosen == Some(pos);
        let wanted = vec2(ui.available_width(), COMPLETION);
        // The arrows come to it; Tab goes on from the field, with which the list closes.
        let (rect, response) = ui.allocate_exact_size(wanted, Sense::CLICK);
        let label = shortened(&completion.label);
        let name = tr!("search-complete", label = label, detail = completion.detail.as_str());
        response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, is_chosen, &name));
        access::option(&response, (pos, state.completions.len() + state.found.len), is_chosen);
        ground(ui, &response, is_chosen, t);
        let y = rect.center().y;
        let text = |x: f32, align, text: &str, font, color| {
            ui.painter().text(pos2(x, y), align, shortened(text), font, color)
        };
        let left = rect.left() + space::SMALL;
        text(left, Align2::LEFT_CENTER, &completion.label, sans(size::BODY), t.text);
        let right = rect.right() - space::SMALL;
        let caption = sans(size::CAPTION);
        text(right, Align2::RIGHT_CENTER, &completion.detail, caption, t.text_muted);
        if response.clicked() {
            accepted = Some(pos);
        }
    }
    if let Some(pos) = accepted {
        state.accept(pos, actions);
    }
}

/// How many were found, and what to do where none was.
fn count_ui(ctx: &SearchCtx<'_>, state: &SearchState, ui: &mut Ui) {
    let t = ctx.tokens;
    let Some(found) = ctx.found else { return };
    let text = match found.len() {
        _ if !state.is_answered(ctx) => tr!("searching").to_owned(),
        0 if ctx.is_partial => tr!("search-nothing-yet").to_owned(),
        0 if ctx.query.terms.len() > 1 => tr!("search-none-of-all").to_owned(),
        0 if ctx.needles.is_empty() => tr!("search-none-of-filter").to_owned(),
        0 => tr!("search-none").to_owned(),
        count if ctx.is_partial => tr!("search-match-so-far", count = count),
        count => tr!("search-match", count = count),
    };
    let keys =
        if state.completions.is_empty() { tr!("search-keys") } else { tr!("search-keys-complete") };
    ui.horizontal(|ui| {
        let label = ui.label(small(&text, t.text));
        label.widget_info(|| WidgetInfo::labeled(Role::Status, true, &text));
        if !found.is_empty() {
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                ui.label(small(keys, t.text_muted));
            });
        }
    });
}

fn meetings_ui(
    ctx: &SearchCtx<'_>,
    state: &mut SearchState,
    found: &[EventIx],
    has_walked: bool,
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    let room = (ui.ctx().content_rect().bottom() - ui.cursor().top() - 60.0).clamp(ROW, LIST);
    let first = state.completions.len();
    let chosen = state.chosen.and_then(|pos| pos.checked_sub(first));
    let step = ROW + ui.spacing().item_spacing.y;
    let measures = (f64::from(step) * found.len() as f64, f64::from(step));
    if let (true, Some(pos)) = (has_walked, chosen) {
        // Kept in the middle while walking; the area itself stops at its ends.
        let place = (pos as f64 * measures.1 - f64::from(room) / 2.0).max(0.0);
        state.found.far.go_to(place, measures);
    }
    let (from, held) = state.found.far.rows(step, found.len());
    let mut area = ScrollArea::vertical()
        .id_salt(("found", ctx.generation))
        .scroll_bar_visibility(Far::bar(measures.0))
        .max_height(room)
        .min_scrolled_height(room.min(found.len() as f32 * (ROW + 2.0)))
        .auto_shrink([false, true]);
    if let Some(offset) = state.found.far.take_offset() {
        area = area.vertical_scroll_offset(offset);
    }
    let output = area.show_rows(ui, ROW, held, |ui, rows| {
        for pos in rows {
            let pos = from + pos;
            let Some(ix) = found.get(pos).copied() else { continue };
            let place = (first + pos, first + found.len());
            if meeting_ui(ctx, state, (ix, place), chosen == Some(pos), ui) {
                actions.push(Action::Find(ix));
                state.is_open = false;
            }
        }
    });
    let place = (output.inner_rect, output.state.clamped_offset().y);
    state.found.far.after(ui, place, measures, Id::unique("search results bar"));
}

/// The row of a meeting with its place in the list; tells whether it was clicked.
fn meeting_ui(
    ctx: &SearchCtx<'_>,
    state: &mut SearchState,
    (ix, place): (EventIx, (usize, usize)),
    is_chosen: bool,
    ui: &mut Ui,
) -> bool {
    let t = ctx.tokens;
    let Some(event) = ctx.document.dataset().event(ix) else { return false };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::CLICK);
    let title = shortened(event.title);
    let mut when = event.when.words();
    if (ctx.may_be)(ix) {
        when = tr!("search-may-be", when = when);
    }
    let found = state.found.snippet(ctx.document, ctx.needles, ctx.generation, (ix, ui));
    let where_words = found.map_or("", |snippet| snippet.place_words.as_str());
    let (title_heard, when_heard) = (title.as_str(), when.as_str());
    let name = tr!("search-row", title = title_heard, when = when_heard, place = where_words);
    let is_selected = is_chosen || ctx.selection == Some(ix);
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, is_selected, &name));
    access::option(&response, place, is_selected);
    ground(ui, &response, is_chosen, t);
    let (left, right) = (rect.left() + space::SMALL, rect.right() - space::SMALL);
    let date = ui.painter().text(
        pos2(right, rect.top() + 14.0),
        Align2::RIGHT_CENTER,
        &when,
        sans(size::CAPTION),
        t.text_muted,
    );
    let format = |font_id, color| TextFormat { font_id, color, ..TextFormat::default() };
    let line = |job: &mut LayoutJob, y: f32, width: f32| {
        job.wrap = TextWrapping::truncate_at_width(width.max(0.0));
        let galley = ui.painter().layout_job(std::mem::take(job));
        let place = Align2::LEFT_CENTER.anchor_size(pos2(left, y), galley.size());
        ui.painter().galley(place.min, galley, t.text);
    };
    let mut job = LayoutJob::default();
    job.append(&title, 0.0, format(semibold(size::BODY), t.text));
    line(&mut job, rect.top() + 14.0, date.left() - left - space::MEDIUM);
    if let Some(snippet) = found {
        line(&mut snippet_job(snippet, true, t), rect.top() + 31.0, right - left);
    } else if let Some(place) =
        event.place.and_then(|place| ctx.document.dataset().places.get(place.pos()))
    {
        job.append(&shortened(place), 0.0, format(sans(size::CAPTION), t.text_muted));
        line(&mut job, rect.top() + 31.0, right - left);
    }
    response.clicked()
}

/// What a row lies on.
fn ground(ui: &Ui, response: &Response, is_chosen: bool, t: &Tokens) {
    let fill = match (is_chosen, response.hovered()) {
        (true, _) => t.accent_wash,
        (false, true) => t.hover,
        (false, false) => return,
    };
    ui.painter().rect_filled(response.rect, f32::from(space::RADIUS), fill);
}
