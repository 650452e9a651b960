//! The palette: a field in which a few letters find a meeting or a command.

mod find;
mod quotes;

use egui::{Id, Key, Modal, Modifiers, RichText, ScrollArea, TextEdit, Ui, vec2};

use super::action::Action;
use super::command::{Command, Environment};
use super::page::Page;
use super::tokens::{Tokens, size, space};
use super::words::shortened;
use crate::lang::Language;
use crate::model::{Dataset, EventIx, IssueIx, PersonIx};
use crate::tr;
pub use find::{Found, Sought};
use find::{MAX_MEETINGS, Words};
use quotes::Row;
pub use quotes::Selected;

/// Rows that are seen at once.
const MAX_ROWS_SEEN: f32 = 10.5;
/// The height of a row, in points.
const ROW: f32 = 30.0;

/// What the palette remembers while it is open.
#[derive(Debug, Default)]
pub struct PaletteState {
    /// Whether it is shown.
    pub is_open: bool,
    query: String,
    chosen: usize,
    is_new: bool,
    /// Enter was pressed before what was typed was found.
    wants_enter: bool,
    hits: Vec<Hit>,
    /// The quotes among them.
    quotes: Vec<Row>,
    /// What the hits were made of.
    found: Option<Found>,
}

/// Something that the palette found.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Hit {
    Command(Command),
    Meeting(EventIx),
    Issue(IssueIx),
    Person(PersonIx),
    /// A quote of the selected meeting, by its position among those that were found.
    Quote(usize),
    /// A kept view, by its position.
    View(usize),
}

impl PaletteState {
    /// Opens it, empty.
    pub fn open(&mut self) {
        *self = Self { is_open: true, is_new: true, ..Self::default() };
    }

    /// Finds what is typed now, unless that is what is shown. Until it is found, what was
    /// found before stays.
    fn find(&mut self, ctx: &mut PaletteCtx<'_>) {
        let sought = Sought { text: self.query.clone(), generation: ctx.generation };
        if self.found.as_ref().is_some_and(|found| found.sought == sought) {
            return;
        }
        let Some(found) = (ctx.find)(&sought) else { return };
        let words = Words::of(&found.sought.text);
        let commands = Command::all()
            .filter(|command| *command != Command::Palette && command.is_available(ctx.env))
            .filter(|command| is_meant(*command, &words))
            .map(Hit::Command);
        let views = ctx.views.iter().enumerate().filter(|(_, name)| words.are_in(name));
        let views = views.map(|(pos, _)| Hit::View(pos));
        let issues = found.issues.iter().map(|ix| Hit::Issue(*ix));
        let people = found.people.iter().map(|ix| Hit::Person(*ix));
        let meetings = found.meetings.iter().map(|ix| Hit::Meeting(*ix));
        self.quotes = ctx.selected.as_ref().map_or_else(Vec::new, |it| it.find(&words));
        let quotes = (0..self.quotes.len()).map(Hit::Quote);
        let hits = views.chain(issues).chain(people).chain(meetings).chain(quotes).chain(commands);
        self.hits = hits.collect();
        self.found = Some(found);
        self.chosen = 0;
    }

    /// Whether what is shown is what was typed last.
    fn is_answered(&self) -> bool {
        self.found.as_ref().is_some_and(|found| found.sought.text == self.query)
    }
}

/// What the palette finds things in.
pub struct PaletteCtx<'a> {
    /// Which commands can be used.
    pub env: &'a Environment,
    /// The open dataset.
    pub dataset: &'a Dataset,
    /// The names of its kept views.
    pub views: &'a [String],
    /// The meeting that is selected.
    pub selected: Option<Selected<'a>>,
    /// Changes with the dataset and its views.
    pub generation: u64,
    /// Finds in the background: what was found, once it is there. Asked again in each
    /// frame until then.
    pub find: &'a mut dyn FnMut(&Sought) -> Option<Found>,
}

/// Shows the palette, if it is open.
pub fn palette_ui(
    ctx: &mut PaletteCtx<'_>,
    state: &mut PaletteState,
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    let generation = ctx.generation;
    if !state.is_open {
        return;
    }
    let (down, up, enter) = ui.input_mut(|input| {
        (
            input.consume_key(Modifiers::NONE, Key::ArrowDown),
            input.consume_key(Modifiers::NONE, Key::ArrowUp),
            input.consume_key(Modifiers::NONE, Key::Enter),
        )
    });
    state.find(ctx);
    let last = state.hits.len().saturating_sub(1);
    if down {
        state.chosen = (state.chosen + 1).min(last);
    }
    if up {
        state.chosen = state.chosen.saturating_sub(1);
    }
    state.wants_enter |= enter;
    let mut run = None;
    let top = (ui.ctx().content_rect().height() * 0.1).min(84.0);
    let area =
        Modal::default_area(Id::unique("palette")).anchor(egui::Align2::CENTER_TOP, vec2(0.0, top));
    let response = Modal::new(Id::unique("palette")).area(area).show(ui, |ui| {
        ui.set_width(520.0_f32.min(ui.ctx().content_rect().width() - 60.0));
        let field = TextEdit::singleline(&mut state.query)
            .hint_text(tr!("palette-hint"))
            .desired_width(f32::INFINITY)
            .margin(vec2(10.0, 8.0))
            .char_limit(200);
        let response = ui.add(field);
        response.widget_info(|| {
            egui::WidgetInfo::labeled(egui::Role::TextInput, true, tr!("palette-field"))
        });
        if std::mem::take(&mut state.is_new) || !response.has_focus() {
            response.request_focus();
        }
        state.find(ctx);
        // Not before the answer is that to what was typed.
        if state.is_answered() && std::mem::take(&mut state.wants_enter) {
            run = state.hits.get(state.chosen).copied();
        }
        ui.add_space(space::TIGHT);
        let tokens = Tokens::of(ui);
        if state.hits.is_empty() && !state.is_answered() {
            ui.label(RichText::new(tr!("searching")).color(tokens.text_muted));
            return;
        }
        if state.hits.is_empty() {
            let text = tr!("palette-nothing", query = shortened(&state.query));
            ui.label(RichText::new(text).color(tokens.text_muted));
            return;
        }
        // As high as its rows, also after it was lower for another query; and from the top.
        let room = ui.ctx().content_rect().bottom() - ui.next_widget_position().y - space::LARGE;
        let most = (room / ROW).floor().clamp(2.0, MAX_ROWS_SEEN);
        let rows = (state.hits.len() as f32).min(most);
        let query = state.found.as_ref().map(|found| (&found.sought.text, generation));
        let list = ScrollArea::vertical()
            .id_salt(query)
            .min_scrolled_height(rows * ROW)
            .max_height(most * ROW);
        list.show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for (pos, hit) in state.hits.iter().enumerate() {
                let is_chosen = pos == state.chosen;
                let response = hit_row(ctx, &state.quotes, (*hit, is_chosen), tokens, ui);
                if is_chosen && (down || up) {
                    response.scroll_to_me(None);
                }
                if response.clicked() {
                    run = Some(*hit);
                }
            }
            if state.found.as_ref().is_some_and(|found| found.has_more) {
                let text = tr!("palette-first", count = MAX_MEETINGS);
                ui.label(RichText::new(text).color(tokens.text_muted));
            }
        });
    });
    if let Some(hit) = run {
        actions.extend(match hit {
            Hit::Command(command) => Some(Action::Run(command)),
            Hit::Meeting(event) => Some(Action::Find(event)),
            Hit::Issue(issue) => Some(Action::Go(Page::Thread(issue))),
            Hit::Person(person) => Some(Action::Go(Page::People(vec![person]))),
            Hit::Quote(pos) => {
                let row = state.quotes.get(pos);
                row.zip(ctx.selected.as_ref()).and_then(|(row, selected)| selected.copy(row.pos))
            }
            Hit::View(pos) => Some(Action::OpenView(pos)),
        });
        state.is_open = false;
    } else if response.should_close() {
        state.is_open = false;
    }
}

/// Whether a command is called so in any language: who learnt it in one finds it in the
/// other. A language is found under its name in the one in force, too.
fn is_meant(command: Command, words: &Words) -> bool {
    let is_language = command.language_choice().is_some();
    let mut names = Language::ALL.into_iter().map(|language| command.whole_text_in(language));
    names.any(|name| words.are_in(&name)) || (is_language && words.are_in(command.tooltip()))
}

fn hit_row(
    ctx: &PaletteCtx<'_>,
    quotes: &[Row],
    (hit, is_chosen): (Hit, bool),
    tokens: &Tokens,
    ui: &mut Ui,
) -> egui::Response {
    let (text, beside) = match hit {
        Hit::Command(command) => {
            (command.whole_text().into_owned(), command.shortcut_text(ui).unwrap_or_default())
        }
        Hit::Meeting(ix) => ctx
            .dataset
            .event(ix)
            .map_or_else(Default::default, |event| (shortened(event.title), event.when.words())),
        Hit::Issue(ix) => {
            let issue = ctx.dataset.issues.get(ix.pos());
            (
                issue.map_or_else(String::new, |it| shortened(it.shown_name())),
                tr!("palette-issue").to_owned(),
            )
        }
        Hit::Person(ix) => {
            let person = ctx.dataset.people.get(ix.pos());
            (
                person.map_or_else(String::new, |it| shortened(it.shown_name())),
                tr!("palette-person").to_owned(),
            )
        }
        Hit::Quote(pos) => quotes
            .get(pos)
            .map_or_else(Default::default, |row| (row.text.clone(), row.speaker.clone())),
        Hit::View(pos) => (
            ctx.views.get(pos).map_or_else(String::new, |name| shortened(name)),
            tr!("palette-saved").to_owned(),
        ),
    };
    let beside = RichText::new(beside).size(size::CAPTION).color(tokens.text_muted);
    let button = egui::Button::selectable(is_chosen, text).right_text(beside).truncate();
    ui.add_sized([ui.available_width(), ROW], button)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_found_by_its_name_in_each_language() {
        for language in Language::ALL {
            let name = Command::ReopenTab.whole_text_in(language);
            assert!(is_meant(Command::ReopenTab, &Words::of(&name)), "{name}");
            assert!(!is_meant(Command::About, &Words::of(&name)), "{name}");
        }
    }
}
