//! The search box: a field in the bar at the top, and under it, while one types, what
//! may be completed, what was not understood, and what was found.

mod results;

use egui::text::{CCursor, CCursorRange};
use egui::{Id, Key, RichText, TextEdit, Ui, vec2};

use super::action::Action;
use super::tokens::{Tokens, size};
use crate::find::{Completion, Needle, Query, Vocabulary, complete};
use crate::load::Document;
use crate::model::EventIx;
use crate::tr;

pub use results::{Found, snippet_job};

/// The most characters of a query.
const MAX_CHARS: usize = 2_000;
/// The most ways to complete a word that are offered.
const MAX_COMPLETIONS: usize = 6;

/// What the search box reads.
pub struct SearchCtx<'a> {
    /// The open document.
    pub document: &'a Document,
    /// What can be asked for.
    pub vocabulary: &'a Vocabulary,
    /// The query of the place where one is.
    pub text: &'a str,
    /// The last query that was answered.
    pub query: &'a Query,
    /// Its words.
    pub needles: &'a [Needle],
    /// What was found for it, the best first or else in the order of time; none where
    /// nothing is asked for.
    pub found: Option<&'a [EventIx]>,
    /// Whether not all meetings were searched yet.
    pub is_partial: bool,
    /// Whether a meeting is found only because its date is imprecise.
    pub may_be: &'a dyn Fn(EventIx) -> bool,
    /// Tells one answer from another.
    pub generation: u64,
    /// The selected meeting.
    pub selection: Option<EventIx>,
    /// The colours.
    pub tokens: &'static Tokens,
}

/// What the search box remembers.
#[derive(Default)]
pub struct SearchState {
    /// The text as it is being typed.
    text: String,
    /// The query that the text was taken from or has become.
    synced: String,
    /// Whether the list under the field is shown.
    is_open: bool,
    /// Which row of the list is chosen: first what may be completed, then what was found.
    chosen: Option<usize>,
    /// Something was typed since the field has the focus: else Tab goes on from it.
    is_typed: bool,
    /// The field is to get the focus.
    wants_focus: bool,
    /// All of its text is to be selected.
    wants_all: bool,
    /// Enter was pressed before the answer was there.
    wants_enter: bool,
    /// Where the cursor is to go, in characters.
    cursor: Option<usize>,
    completions: Vec<Completion>,
    completions_for: (String, usize),
    found: Found,
}

impl SearchState {
    /// Puts the cursor into the field with the next frame, with all of its text
    /// selected: who types begins anew.
    pub fn focus(&mut self) {
        self.wants_focus = true;
        self.wants_all = true;
        self.is_open = true;
    }

    /// Forgets what belongs to the dataset that was shown before.
    pub fn reset(&mut self) {
        *self = Self::default();
    }

    /// Whether the list under the field is shown.
    pub fn is_open(&self) -> bool {
        self.is_open
    }

    fn complete(&mut self, cursor: usize, vocabulary: &Vocabulary) {
        if self.completions_for.0 != self.text || self.completions_for.1 != cursor {
            self.completions = complete(&self.text, cursor, vocabulary);
            self.completions.truncate(MAX_COMPLETIONS);
            self.completions_for = (self.text.clone(), cursor);
        }
    }

    fn accept(&mut self, pos: usize, actions: &mut Vec<Action>) {
        let Some(completion) = self.completions.get(pos).cloned() else { return };
        let Some(before) = self.text.get(..completion.range.start) else { return };
        let Some(after) = self.text.get(completion.range.end..) else { return };
        let head = format!("{before}{}", completion.replacement);
        self.cursor = Some(head.chars().count());
        self.text = format!("{head}{after}");
        self.chosen = None;
        self.wants_focus = true;
        self.typed(actions);
    }

    fn typed(&mut self, actions: &mut Vec<Action>) {
        self.synced.clone_from(&self.text);
        actions.push(Action::Type(self.text.clone()));
    }
}

/// Shows the field, `width` points wide, and the list under it.
pub fn search_ui(
    ctx: &SearchCtx<'_>,
    state: &mut SearchState,
    width: f32,
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    if state.synced != ctx.text {
        ctx.text.clone_into(&mut state.text);
        ctx.text.clone_into(&mut state.synced);
    }
    let id = Id::unique("search field");
    let had_focus = ui.memory(|memory| memory.has_focus(id));
    // Before the field sees them: they walk the list.
    let keys = if had_focus { Keys::take(ui, state) } else { Keys::default() };
    let output = TextEdit::singleline(&mut state.text)
        .id(id)
        .hint_text(RichText::new(tr!("search-hint")).color(ctx.tokens.text_muted))
        .desired_width(width - 20.0)
        .min_size(vec2(width, 28.0))
        .margin(vec2(10.0, 5.0))
        .align(egui::Align2::LEFT_CENTER)
        .char_limit(MAX_CHARS)
        .show(ui);
    let response = output.response.response;
    // Else the field would lose the focus by these keys before it sees them. Tab stays
    // with the field only where it completes something.
    let filter = egui::EventFilter {
        tab: state.completes() && ui.input(|input| input.modifiers.is_none()),
        horizontal_arrows: true,
        vertical_arrows: true,
        escape: true,
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    response.widget_info(|| {
        egui::WidgetInfo::labeled(egui::Role::SearchInput, true, tr!("search-field"))
    });
    if response.changed() {
        state.is_open = true;
        state.is_typed = true;
        state.chosen = None;
        state.wants_enter = false;
        state.typed(actions);
    }
    if response.gained_focus() {
        state.is_typed = false;
    }
    if std::mem::take(&mut state.wants_focus) {
        response.request_focus();
    } else if response.gained_focus() {
        state.is_open = true;
    }
    let at = |chars: usize| CCursor::new(egui::text::CharIndex(chars));
    let range = if std::mem::take(&mut state.wants_all) {
        Some(CCursorRange::two(at(0), at(state.text.chars().count())))
    } else {
        state.cursor.take().map(|cursor| CCursorRange::one(at(cursor)))
    };
    if range.is_some() {
        let mut edit = output.state;
        edit.cursor.set_char_range(range);
        edit.store(ui.ctx(), id);
    } else if response.has_focus()
        && let Some(range) = output.cursor_range
    {
        let cursor = range.primary.index.0;
        let bytes = state.text.char_indices().nth(cursor).map_or(state.text.len(), |(at, _)| at);
        state.complete(bytes, ctx.vocabulary);
    }
    state.is_open |= keys.opens;
    if keys.escape {
        state.is_open = false;
        ui.memory_mut(|memory| memory.surrender_focus(id));
    }
    if let Some(pos) = keys.complete {
        state.accept(pos, actions);
    }
    state.wants_enter |= keys.enter;
    // Not before the answer is that to what was typed, and the best is known.
    if state.wants_enter && state.is_answered(ctx) && !ctx.is_partial {
        state.wants_enter = false;
        results::enter(ctx, state, actions);
        if !state.is_open {
            // From here on, keys walk the meetings again.
            ui.memory_mut(|memory| memory.surrender_focus(id));
        }
    }
    if state.is_open {
        results::list_ui(ctx, state, &response, keys.has_walked, ui, actions);
    }
}

/// The keys that the list takes from the field.
#[derive(Default)]
struct Keys {
    escape: bool,
    opens: bool,
    enter: bool,
    has_walked: bool,
    complete: Option<usize>,
}

impl Keys {
    fn take(ui: &Ui, state: &mut SearchState) -> Self {
        let press = |key| take_bare(ui, key);
        // Escape also where no list is open: what is selected stays so.
        let escape = press(Key::Escape);
        let mut keys = Self { escape, ..Self::default() };
        if !state.is_open {
            keys.opens = press(Key::ArrowDown);
            return keys;
        }
        keys.enter = press(Key::Enter);
        let down = press(Key::ArrowDown);
        let up = press(Key::ArrowUp);
        if state.completes() && press(Key::Tab) {
            let chosen = state.chosen.filter(|pos| *pos < state.completions.len());
            keys.complete = Some(chosen.unwrap_or(0));
        }
        let last = (state.completions.len() + state.found.len()).checked_sub(1);
        if let Some(last) = last
            && (down || up)
        {
            state.chosen = match (state.chosen, down) {
                (None, true) => Some(state.found_from()),
                (None, false) => None,
                (Some(pos), true) => Some((pos + 1).min(last)),
                (Some(pos), false) => pos.checked_sub(1),
            };
            keys.has_walked = true;
        }
        keys
    }
}

/// Takes a key out of the input that was pressed alone: with Shift it means something
/// else.
fn take_bare(ui: &Ui, key: Key) -> bool {
    ui.input_mut(|input| {
        let is_it = |event: &egui::Event| {
            matches!(event, egui::Event::Key { key: pressed, pressed: true, modifiers, .. }
                if *pressed == key && modifiers.is_none())
        };
        let before = input.events.len();
        input.events.retain(|event| !is_it(event));
        input.events.len() < before
    })
}

impl SearchState {
    /// Whether Tab completes: a word was begun just now, or a way to complete it is chosen.
    fn completes(&self) -> bool {
        let is_begun = self.is_typed && !self.text.is_empty() && !self.text.ends_with(' ');
        let is_chosen = self.chosen.is_some_and(|pos| pos < self.completions.len());
        self.is_open && !self.completions.is_empty() && (is_begun || is_chosen)
    }

    /// Whether the answer is that to what stands in the field.
    fn is_answered(&self, ctx: &SearchCtx<'_>) -> bool {
        ctx.query.text == self.text
    }

    /// The row of the first meeting found; of the first completion, if none was.
    fn found_from(&self) -> usize {
        if self.found.is_empty() { 0 } else { self.completions.len() }
    }
}

/// Text in the list's small size.
fn small(text: impl Into<String>, color: egui::Color32) -> RichText {
    RichText::new(text).size(size::CAPTION).color(color)
}
