//! A window with one page in it.

use egui::{Theme, UiBuilder, Vec2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use readout::analysis::cadence::{Cadence, Unit};
use readout::analysis::people::PersonView;
use readout::analysis::thread::Thread;
use readout::load::{Document, Job, read_bytes, read_static};
use readout::model::{EventIx, EventSet, IssueIx, PersonIx};
use readout::timeline::View;
use readout::ui::action::Action;
use readout::ui::pages::PageCtx;
use readout::ui::pages::cadence::{CadenceState, Strip, cadence_strip_ui, cadence_ui};
use readout::ui::pages::people::{PeopleState, people_ui};
use readout::ui::pages::thread::{ThreadState, thread_ui};
use readout::ui::theme::{install_fonts, install_styles};
use readout::ui::tokens::Tokens;

const BUNDLED: &str = include_str!("../../../assets/us-china-meetings.readout.json");

/// As in a small window.
pub const SMALL: Vec2 = vec2(900.0, 640.0);

pub enum Shown {
    Thread(Thread, ThreadState),
    People(PersonView, PeopleState),
    Cadence(Cadence, CadenceState),
    Strip(Cadence, View, Option<Unit>),
}

/// What is shown, and what it asked for.
pub struct Stage {
    pub document: Document,
    pub shown: Shown,
    pub selection: Option<EventIx>,
    pub actions: Vec<Action>,
}

fn show(ui: &mut egui::Ui, stage: &mut Stage) {
    // As the program does in each frame.
    readout::ui::access::watch_focus(ui.ctx());
    let tokens = Tokens::of(ui);
    ui.painter().rect_filled(ui.content_rect(), 0.0, tokens.canvas);
    let builder = UiBuilder::new().max_rect(ui.content_rect());
    ui.scope_builder(builder, |ui| {
        let ctx = PageCtx {
            document: &stage.document,
            selection: stage.selection,
            choice: Default::default(),
            tokens,
        };
        let actions = &mut stage.actions;
        match &mut stage.shown {
            Shown::Thread(thread, state) => thread_ui(&ctx, thread, state, ui, actions),
            Shown::People(view, state) => people_ui(&ctx, view, state, ui, actions),
            Shown::Cadence(cadence, state) => cadence_ui(&ctx, cadence, state, ui, actions),
            Shown::Strip(cadence, view, unit) => {
                let strip = Strip { cadence, view: *view, unit: *unit };
                cadence_strip_ui(&ctx, &strip, ui, actions);
            }
        }
    });
}

impl Stage {
    pub fn new(document: Document, shown: Shown) -> Self {
        Self { document, shown, selection: None, actions: Vec::new() }
    }

    pub fn harness(self, size: Vec2, theme: Theme) -> Harness<'static, Self> {
        let setup = |ctx: &egui::Context| {
            install_fonts(ctx);
            install_styles(ctx, false);
        };
        Harness::builder()
            .with_size(size)
            .with_theme(theme)
            .allow_missing_glyphs()
            .with_context_setup(setup)
            .build_ui_state(show, self)
    }
}

pub fn bundled() -> Document {
    read_static(BUNDLED, &Job::new()).expect("it opens")
}

pub fn document(text: String) -> Document {
    read_bytes(text.into_bytes(), &Job::new()).expect("it opens")
}

pub fn all(document: &Document) -> EventSet {
    EventSet::all(document.dataset().events.len())
}

pub fn event(document: &Document, id: &str) -> EventIx {
    document.dataset().event_with_id(id).expect("it is there")
}

pub fn issue(document: &Document, id: &str) -> IssueIx {
    let pos = document.dataset().issues.iter().position(|issue| issue.id == id);
    IssueIx::from_pos(pos.expect("such an issue"))
}

pub fn person(document: &Document, id: &str) -> PersonIx {
    let pos = document.dataset().people.iter().position(|person| person.id == id);
    PersonIx::from_pos(pos.expect("such a person"))
}

pub fn thread_in(document: Document, id: &str, matches: &EventSet) -> Stage {
    let issue = issue(&document, id);
    let thread = Thread::new(&document, issue, matches, &|| false).expect("a thread");
    Stage::new(document, Shown::Thread(thread, ThreadState::default()))
}

pub fn taiwan() -> Stage {
    let document = bundled();
    let matches = all(&document);
    thread_in(document, "taiwan", &matches)
}

pub fn people_in(document: Document, ids: &[&str]) -> Stage {
    let people: Vec<PersonIx> = ids.iter().map(|id| person(&document, id)).collect();
    let view = PersonView::new(&document, &people, &all(&document), &|| false).expect("a view");
    Stage::new(document, Shown::People(view, PeopleState::default()))
}

pub fn cadence_in(document: Document) -> Stage {
    let cadence = Cadence::new(&document, &all(&document), &|| false).expect("a cadence");
    Stage::new(document, Shown::Cadence(cadence, CadenceState::default()))
}

pub fn strip(view: View, unit: Option<Unit>) -> Stage {
    let document = bundled();
    let cadence = Cadence::new(&document, &all(&document), &|| false).expect("a cadence");
    Stage::new(document, Shown::Strip(cadence, view, unit))
}

pub fn days(from: i16, to: i16) -> View {
    let day = |year| readout::date::day_from_ymd(year, 1, 1).expect("a day");
    View { start: f64::from(day(from)), end: f64::from(day(to)) }
}

pub fn click(harness: &mut Harness<'_, Stage>, label: &str) -> Vec<Action> {
    harness.get_by_label(label).click();
    harness.run_ok();
    std::mem::take(&mut harness.state_mut().actions)
}
