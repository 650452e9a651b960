//! The pages of an issue, of people, and of cadence: what a reader finds in them, and
//! what their links and buttons ask for.

use egui::{Theme, UiBuilder, Vec2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use readout::analysis::cadence::{Cadence, Unit};
use readout::analysis::people::PersonView;
use readout::analysis::thread::Thread;
use readout::date::Span;
use readout::load::{Document, Job, read_bytes, read_static};
use readout::model::{EventIx, EventSet, IssueIx, PersonIx};
use readout::timeline::View;
use readout::ui::action::Action;
use readout::ui::command::Command;
use readout::ui::page::Page;
use readout::ui::pages::PageCtx;
use readout::ui::pages::cadence::{CadenceState, Strip, cadence_strip_ui, cadence_ui};
use readout::ui::pages::people::{PeopleState, people_ui};
use readout::ui::pages::thread::{ThreadState, thread_ui};
use readout::ui::theme::{install_fonts, install_styles};
use readout::ui::tokens::Tokens;

const BUNDLED: &str = include_str!("../assets/us-china-meetings.readout.json");

/// As in a small window.
const SMALL: Vec2 = vec2(900.0, 640.0);

enum Shown {
    Thread(Thread, ThreadState),
    People(PersonView, PeopleState),
    Cadence(Cadence, CadenceState),
    Strip(Cadence, View, Option<Unit>),
}

/// What is shown, and what it asked for.
struct Stage {
    document: Document,
    shown: Shown,
    selection: Option<EventIx>,
    actions: Vec<Action>,
}

fn show(ui: &mut egui::Ui, stage: &mut Stage) {
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
    fn new(document: Document, shown: Shown) -> Self {
        Self { document, shown, selection: None, actions: Vec::new() }
    }

    fn harness(self, size: Vec2, theme: Theme) -> Harness<'static, Self> {
        let setup = |ctx: &egui::Context| {
            install_fonts(ctx);
            install_styles(ctx);
        };
        Harness::builder()
            .with_size(size)
            .with_theme(theme)
            .allow_missing_glyphs()
            .with_context_setup(setup)
            .build_ui_state(show, self)
    }
}

fn bundled() -> Document {
    read_static(BUNDLED, &Job::new()).expect("it opens")
}

fn document(text: String) -> Document {
    read_bytes(text.into_bytes(), &Job::new()).expect("it opens")
}

fn all(document: &Document) -> EventSet {
    EventSet::all(document.dataset().events.len())
}

fn event(document: &Document, id: &str) -> EventIx {
    document.dataset().event_with_id(id).expect("it is there")
}

fn issue(document: &Document, id: &str) -> IssueIx {
    let pos = document.dataset().issues.iter().position(|issue| issue.id == id);
    IssueIx::from_pos(pos.expect("such an issue"))
}

fn person(document: &Document, id: &str) -> PersonIx {
    let pos = document.dataset().people.iter().position(|person| person.id == id);
    PersonIx::from_pos(pos.expect("such a person"))
}

fn thread_in(document: Document, id: &str, matches: &EventSet) -> Stage {
    let issue = issue(&document, id);
    let thread = Thread::new(&document, issue, matches, &|| false).expect("a thread");
    Stage::new(document, Shown::Thread(thread, ThreadState::default()))
}

fn taiwan() -> Stage {
    let document = bundled();
    let matches = all(&document);
    thread_in(document, "taiwan", &matches)
}

fn people_in(document: Document, ids: &[&str]) -> Stage {
    let people: Vec<PersonIx> = ids.iter().map(|id| person(&document, id)).collect();
    let view = PersonView::new(&document, &people, &all(&document), &|| false).expect("a view");
    Stage::new(document, Shown::People(view, PeopleState::default()))
}

fn cadence_in(document: Document) -> Stage {
    let cadence = Cadence::new(&document, &all(&document), &|| false).expect("a cadence");
    Stage::new(document, Shown::Cadence(cadence, CadenceState::default()))
}

fn strip(view: View, unit: Option<Unit>) -> Stage {
    let document = bundled();
    let cadence = Cadence::new(&document, &all(&document), &|| false).expect("a cadence");
    Stage::new(document, Shown::Strip(cadence, view, unit))
}

fn days(from: i16, to: i16) -> View {
    let day = |year| readout::date::day_from_ymd(year, 1, 1).expect("a day");
    View { start: f64::from(day(from)), end: f64::from(day(to)) }
}

fn click(harness: &mut Harness<'_, Stage>, label: &str) -> Vec<Action> {
    harness.get_by_label(label).click();
    harness.run_ok();
    std::mem::take(&mut harness.state_mut().actions)
}

/// Pictures to be looked at: run with `READOUT_PICTURES=<folder>`.
#[test]
fn pictures() {
    let Ok(folder) = std::env::var("READOUT_PICTURES") else { return };
    for (theme, name) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
        let mut selected = taiwan();
        selected.selection = Some(event(&selected.document, "2021-03-anchorage"));
        let stages = [
            ("thread", taiwan(), SMALL),
            ("thread_selected", selected, SMALL),
            ("thread_narrow", taiwan(), vec2(480.0, 640.0)),
            ("person", people_in(bundled(), &["antony-blinken"]), SMALL),
            ("person_tall", people_in(bundled(), &["wang-yi"]), vec2(900.0, 2400.0)),
            ("people", people_in(bundled(), &["antony-blinken", "wang-yi"]), SMALL),
            (
                "people_narrow",
                people_in(bundled(), &["antony-blinken", "wang-yi"]),
                vec2(480.0, 640.0),
            ),
            ("cadence", cadence_in(bundled()), SMALL),
            ("strip", strip(days(1970, 2027), None), vec2(900.0, 112.0)),
            ("strip_quarters", strip(days(2008, 2027), None), vec2(900.0, 112.0)),
        ];
        for (what, stage, size) in stages {
            let mut harness = stage.harness(size, theme);
            harness.run_ok();
            let image = harness.render().expect("it renders");
            image.save(format!("{folder}/{what}_{name}.png")).expect("it is written");
        }
    }
}
