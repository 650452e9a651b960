//! The palette: a field in which a few letters find a meeting or a command.

use egui::{Id, Key, Modal, Modifiers, RichText, ScrollArea, TextEdit, Ui, vec2};

use super::action::Action;
use super::command::{Command, Environment};
use super::page::Page;
use super::tokens::{Tokens, size, space};
use super::words::shortened;
use crate::find::fold;
use crate::model::{Dataset, EventIx, IssueIx, LocalName, PersonIx};

/// The most meetings that are listed.
const MAX_MEETINGS: usize = 30;
/// The most meetings that a keystroke looks at. The search box looks at all of them, and
/// at their words, but not between two keystrokes.
const MAX_LOOKED_AT: usize = 200_000;
/// The most issues, and the most people, that a keystroke looks at.
const MAX_NAMES_LOOKED_AT: usize = 50_000;
/// The most names of one of them.
const MAX_NAMES_OF_ONE: usize = 32;
/// The most issues, and the most people, that are listed.
const MAX_NAMES: usize = 6;
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
    hits: Vec<Hit>,
    /// Whether there are more meetings than are listed.
    has_more: bool,
    /// What the hits were found for.
    hits_for: Option<(String, u64)>,
}

/// Something that the palette found.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Hit {
    Command(Command),
    Meeting(EventIx),
    Issue(IssueIx),
    Person(PersonIx),
    /// A kept view, by its position.
    View(usize),
}

impl PaletteState {
    /// Opens it, empty.
    pub fn open(&mut self) {
        *self = Self { is_open: true, is_new: true, ..Self::default() };
    }

    fn find(&mut self, ctx: &PaletteCtx<'_>) {
        let PaletteCtx { env, dataset, views, generation } = ctx;
        let key = (self.query.clone(), *generation);
        if self.hits_for.as_ref() == Some(&key) {
            return;
        }
        // As in the search box: without regard to case, accents and kinds of dashes.
        let query = fold(&self.query);
        let words: Vec<&str> = query.split_whitespace().collect();
        let has_all = |text: &str| {
            let text = fold(text);
            words.iter().all(|word| text.contains(*word))
        };
        let commands = Command::all()
            .filter(|command| *command != Command::Palette && command.is_available(env))
            .filter(|command| has_all(command.text()))
            .map(Hit::Command);
        let meetings = dataset
            .by_time()
            .iter()
            .take(MAX_LOOKED_AT)
            .filter(|ix| {
                dataset.event(**ix).is_some_and(|event| {
                    has_all(&format!("{} {} {}", event.title, event.when.words(), event.when))
                })
            })
            .take(MAX_MEETINGS + 1)
            .map(|ix| Hit::Meeting(*ix));
        let issues = dataset
            .issues
            .iter()
            .take(MAX_NAMES_LOOKED_AT)
            .enumerate()
            .filter(|(_, issue)| has_all(&names(&issue.name, &issue.names, &[])));
        let issues = issues.map(|(pos, _)| Hit::Issue(IssueIx::from_pos(pos)));
        let people = dataset
            .people
            .iter()
            .take(MAX_NAMES_LOOKED_AT)
            .enumerate()
            .filter(|(_, person)| has_all(&names(&person.name, &person.names, &person.aka)));
        let people = people.map(|(pos, _)| Hit::Person(PersonIx::from_pos(pos)));
        let named: Vec<Hit> = if words.is_empty() {
            Vec::new()
        } else {
            issues.take(MAX_NAMES).chain(people.take(MAX_NAMES)).collect()
        };
        let views = views.iter().enumerate().filter(|(_, name)| has_all(name));
        let views = views.map(|(pos, _)| Hit::View(pos));
        // Without a word, the commands are what there is to learn.
        let mut meetings: Vec<Hit> = if words.is_empty() { Vec::new() } else { meetings.collect() };
        self.has_more = meetings.len() > MAX_MEETINGS;
        meetings.truncate(MAX_MEETINGS);
        self.hits = views.chain(named).chain(meetings).chain(commands).collect();
        self.hits_for = Some(key);
        self.chosen = 0;
    }
}

/// The names of something, to look words up in.
fn names(name: &str, local: &[LocalName], aka: &[String]) -> String {
    let local = local.iter().map(|local| local.name.as_str());
    let all = std::iter::once(name).chain(local).chain(aka.iter().map(String::as_str));
    let all: Vec<&str> = all.take(MAX_NAMES_OF_ONE).collect();
    all.join(" ")
}

/// What the palette finds things in.
pub struct PaletteCtx<'a> {
    /// Which commands can be used.
    pub env: &'a Environment,
    /// The open dataset.
    pub dataset: &'a Dataset,
    /// The names of its kept views.
    pub views: &'a [String],
    /// Changes with the dataset and its views.
    pub generation: u64,
}

/// Shows the palette, if it is open.
pub fn palette_ui(
    ctx: &PaletteCtx<'_>,
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
    let mut run = enter.then(|| state.hits.get(state.chosen).copied()).flatten();
    let area = Modal::default_area(Id::unique("palette"))
        .anchor(egui::Align2::CENTER_TOP, vec2(0.0, 84.0));
    let response = Modal::new(Id::unique("palette")).area(area).show(ui, |ui| {
        ui.set_width(520.0_f32.min(ui.ctx().content_rect().width() - 60.0));
        let field = TextEdit::singleline(&mut state.query)
            .hint_text("A meeting, an issue, a person, a year, or a command")
            .desired_width(f32::INFINITY)
            .margin(vec2(10.0, 8.0))
            .char_limit(200);
        let response = ui.add(field);
        response.widget_info(|| {
            egui::WidgetInfo::labeled(egui::Role::TextInput, true, "Find a meeting or a command")
        });
        if std::mem::take(&mut state.is_new) || !response.has_focus() {
            response.request_focus();
        }
        state.find(ctx);
        ui.add_space(space::TIGHT);
        let tokens = Tokens::of(ui);
        if state.hits.is_empty() {
            let text = format!(
                "Nothing is called “{}”. Fewer letters find more; so does a year, such as 1998.",
                shortened(&state.query)
            );
            ui.label(RichText::new(text).color(tokens.text_muted));
            return;
        }
        // As high as its rows, also after it was lower for another query; and from the top.
        let rows = (state.hits.len() as f32).min(MAX_ROWS_SEEN);
        let query = (&state.query, generation);
        let list = ScrollArea::vertical()
            .id_salt(query)
            .min_scrolled_height(rows * ROW)
            .max_height(MAX_ROWS_SEEN * ROW);
        list.show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for (pos, hit) in state.hits.iter().enumerate() {
                let is_chosen = pos == state.chosen;
                let response = hit_row(ctx, *hit, is_chosen, tokens, ui);
                if is_chosen && (down || up) {
                    response.scroll_to_me(None);
                }
                if response.clicked() {
                    run = Some(*hit);
                }
            }
            if state.has_more {
                let text = format!("The first {MAX_MEETINGS} meetings; another word finds fewer");
                ui.label(RichText::new(text).color(tokens.text_muted));
            }
        });
    });
    if let Some(hit) = run {
        actions.push(match hit {
            Hit::Command(command) => Action::Run(command),
            Hit::Meeting(event) => Action::Find(event),
            Hit::Issue(issue) => Action::Go(Page::Thread(issue)),
            Hit::Person(person) => Action::Go(Page::People(vec![person])),
            Hit::View(pos) => Action::OpenView(pos),
        });
        state.is_open = false;
    } else if response.should_close() {
        state.is_open = false;
    }
}

fn hit_row(
    ctx: &PaletteCtx<'_>,
    hit: Hit,
    is_chosen: bool,
    tokens: &Tokens,
    ui: &mut Ui,
) -> egui::Response {
    let (text, beside) = match hit {
        Hit::Command(command) => {
            (command.text().to_owned(), command.shortcut_text(ui).unwrap_or_default())
        }
        Hit::Meeting(ix) => ctx
            .dataset
            .event(ix)
            .map_or_else(Default::default, |event| (shortened(&event.title), event.when.words())),
        Hit::Issue(ix) => {
            let issue = ctx.dataset.issues.get(ix.pos());
            (issue.map_or_else(String::new, |issue| shortened(&issue.name)), "issue".to_owned())
        }
        Hit::Person(ix) => {
            let person = ctx.dataset.people.get(ix.pos());
            (person.map_or_else(String::new, |person| shortened(&person.name)), "person".to_owned())
        }
        Hit::View(pos) => (
            ctx.views.get(pos).map_or_else(String::new, |name| shortened(name)),
            "saved".to_owned(),
        ),
    };
    let beside = RichText::new(beside).size(size::CAPTION).color(tokens.text_muted);
    let button = egui::Button::selectable(is_chosen, text).right_text(beside).truncate();
    ui.add_sized([ui.available_width(), ROW], button)
}
