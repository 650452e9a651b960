//! The pages of an issue, of people, and of cadence: what a reader finds in them, and
//! what their links and buttons ask for.

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
        let ctx = PageCtx { document: &stage.document, selection: stage.selection, tokens };
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

#[test]
fn a_thread_tells_what_it_holds() {
    let harness = taiwan().harness(SMALL, Theme::Light);
    harness.get_by_label("Taiwan");
    let facts = "115 meetings · 66 quotes · first 9–11 July 1971 · last 13–15 May 2026 · longest \
                 silence 6 years 8 months";
    harness.get_by_label(&facts.replace(" ·", "\u{a0}·"));
    for label in ["United States", "Kissinger in Beijing, July 1971", "9–11 July 1971"] {
        harness.get_by_label(label);
    }
    // Over its column, and as one of those who raised it.
    assert!(harness.query_all_by_label("China").count() >= 2);
    assert_eq!(harness.query_all_by_label("Anchorage talks").count(), 0, "it is far below");
}

#[test]
fn both_sides_words_stand_in_their_columns_with_rendering_and_source() {
    let mut stage = taiwan();
    stage.selection = Some(event(&stage.document, "2021-03-anchorage"));
    let mut harness = stage.harness(SMALL, Theme::Light);
    harness.run_ok();
    let left = |harness: &Harness<'_, Stage>, label: &str| {
        harness.get_all_by_label_contains(label).next().expect("it is there").rect().left()
    };
    let (us, cn) = (left(&harness, "United States"), left(&harness, "China"));
    let american = left(&harness, "Each of these actions threaten");
    let chinese = left(&harness, "China has no room for compromise");
    assert!(american >= us && american < cn && chinese >= cn, "{american} {chinese}");
    let dot = "\u{a0}· ";
    let byline = format!("18 March 2021{dot}in English{dot}as spoken{dot}");
    for label in [&byline, "US Department of State, via docslib", "raised by "] {
        assert!(harness.query_all_by_label(label).next().is_some(), "{label}");
    }
}

#[test]
fn the_page_scrolls_to_what_is_selected_and_stays_where_it_is_seen() {
    let mut harness = taiwan().harness(SMALL, Theme::Light);
    let anchorage = event(&harness.state().document, "2021-03-anchorage");
    harness.state_mut().selection = Some(anchorage);
    harness.run_ok();
    let top = |harness: &Harness<'_, Stage>| harness.get_by_label("Anchorage talks").rect().top();
    let at = top(&harness);
    assert!(at > 60.0 && at < 300.0, "{at}");
    harness.run_steps(3);
    assert_eq!(top(&harness), at);
    // What is in view is not moved when it is selected.
    harness.state_mut().selection = None;
    harness.run_ok();
    harness.state_mut().selection = Some(anchorage);
    harness.run_ok();
    assert_eq!(top(&harness), at);
}

#[test]
fn scrolling_up_into_meetings_of_unknown_height_does_not_jump() {
    let mut stage = taiwan();
    stage.selection = Some(event(&stage.document, "2021-03-anchorage"));
    let mut harness = stage.harness(SMALL, Theme::Light);
    harness.run_ok();
    let title = |harness: &Harness<'_, Stage>| {
        let found = harness.query_all_by_label("Anchorage talks").next();
        found.map(|node| node.rect().top())
    };
    let mut before = title(&harness).expect("it is in view");
    harness.hover_at(egui::pos2(450.0, 400.0));
    for _ in 0..8 {
        let (unit, delta) = (egui::MouseWheelUnit::Point, vec2(0.0, 50.0));
        let (source, phase) = (egui::MouseWheelSource::Unknown, egui::TouchPhase::Move);
        let modifiers = egui::Modifiers::NONE;
        harness.event(egui::Event::MouseWheel { unit, delta, phase, modifiers, source });
        for _ in 0..12 {
            harness.step();
            let Some(now) = title(&harness) else { return };
            assert!(now >= before - 0.5 && now <= before + 55.0, "{before} {now}");
            before = now;
        }
    }
    assert!(before > 300.0, "it was scrolled: {before}");
}

#[test]
fn next_and_previous_lead_from_meeting_to_meeting() {
    let mut stage = taiwan();
    stage.selection = Some(event(&stage.document, "1987-03-beijing"));
    let mut harness = stage.harness(SMALL, Theme::Light);
    harness.run_ok();
    let next = event(&harness.state().document, "1993-11-seattle");
    assert_eq!(click(&mut harness, "Next meeting that raised this"), [Action::Select(next)]);
    harness.state_mut().selection = Some(next);
    harness.run_ok();
    let previous = event(&harness.state().document, "1987-03-beijing");
    let back = click(&mut harness, "Previous meeting that raised this");
    assert_eq!(back, [Action::Select(previous)]);
}

#[test]
fn a_silence_is_named_and_shows_its_part_of_time() {
    let mut stage = taiwan();
    stage.selection = Some(event(&stage.document, "1993-11-seattle"));
    let mut harness = stage.harness(SMALL, Theme::Light);
    harness.run_ok();
    let actions = click(&mut harness, "Not raised for 6 years 8 months");
    let [Action::Show { view, glide: true }] = actions[..] else { panic!("{actions:?}") };
    let day =
        |year, month, day| f64::from(readout::date::day_from_ymd(year, month, day).expect("a day"));
    assert!(view.start <= day(1987, 3, 2) && view.end >= day(1993, 11, 19));
    assert!(view.start > day(1986, 1, 1) && view.end < day(1995, 1, 1));
}

#[test]
fn titles_names_and_buttons_of_a_thread_ask_for_what_they_say() {
    let mut harness = taiwan().harness(SMALL, Theme::Light);
    let first = event(&harness.state().document, "1971-07-beijing");
    let actions = click(&mut harness, "Kissinger in Beijing, July 1971");
    assert_eq!(actions, [Action::Select(first)]);
    let kissinger = person(&harness.state().document, "henry-kissinger");
    let name = harness.get_all_by_label("Henry Kissinger").next().expect("he is quoted");
    name.click();
    harness.run_ok();
    let actions = std::mem::take(&mut harness.state_mut().actions);
    assert_eq!(actions, [Action::Go(Page::People(vec![kissinger]))]);
    let actions = click(&mut harness, "Copy this page");
    assert_eq!(actions, [Action::Run(Command::CopyPage)]);
    let actions = click(&mut harness, "Save this page as a brief…");
    assert_eq!(actions, [Action::Run(Command::SaveBrief)]);
    let source = harness.get_by_label("US Department of State, Office of the Historian");
    source.click();
    harness.run_ok();
    let actions = std::mem::take(&mut harness.state_mut().actions);
    let [Action::Browse(url)] = &actions[..] else { panic!("{actions:?}") };
    assert!(url.starts_with("https://"), "{url}");
    let copy = harness.get_all_by_label("Copy quote with citation").next().expect("a quote");
    copy.click();
    harness.run_ok();
    let actions = std::mem::take(&mut harness.state_mut().actions);
    let [Action::Copy { text, what: "Quote with citation" }] = &actions[..] else {
        panic!("{actions:?}")
    };
    assert!(text.contains("Henry Kissinger") && text.contains("two Chinas"), "{text}");
}

#[test]
fn a_thread_is_worked_by_keyboard() {
    let mut harness = taiwan().harness(SMALL, Theme::Light);
    let mut asked = Vec::new();
    for _ in 0..12 {
        harness.key_press(egui::Key::Tab);
        harness.run_ok();
        harness.key_press(egui::Key::Enter);
        harness.run_ok();
        asked.append(&mut harness.state_mut().actions);
    }
    let first = event(&harness.state().document, "1971-07-beijing");
    assert!(asked.contains(&Action::Select(first)), "{asked:?}");
    assert!(asked.contains(&Action::Run(Command::CopyPage)), "{asked:?}");
}

#[test]
fn what_the_filter_hides_is_told() {
    let document = bundled();
    let mut matches = EventSet::none(document.dataset().events.len());
    matches.insert(event(&document, "2021-03-anchorage"));
    let harness = thread_in(document, "taiwan", &matches).harness(SMALL, Theme::Light);
    harness.get_by_label("1 of 115 meetings on this issue matches the filter");
    let document = bundled();
    let none = EventSet::none(document.dataset().events.len());
    let harness = thread_in(document, "taiwan", &none).harness(SMALL, Theme::Light);
    harness.get_by_label("No meeting on this issue matches the filter");
}

#[test]
fn under_another_filter_a_thread_stays_at_the_same_meeting() {
    let mut harness = taiwan().harness(SMALL, Theme::Light);
    let anchorage = event(&harness.state().document, "2021-03-anchorage");
    harness.state_mut().selection = Some(anchorage);
    harness.run_ok();
    let state = harness.state_mut();
    let mut matches = EventSet::none(state.document.dataset().events.len());
    for ix in state.document.dataset().by_time().iter().skip(60) {
        matches.insert(*ix);
    }
    let Shown::Thread(thread, _) = &mut state.shown else { panic!("a thread is shown") };
    *thread = Thread::new(&state.document, thread.issue, &matches, &|| false).expect("a thread");
    harness.run_ok();
    harness.get_by_label("Anchorage talks");
}

#[test]
fn when_blinken_last_met_wang_stands_first() {
    let mut harness =
        people_in(bundled(), &["antony-blinken", "wang-yi"]).harness(SMALL, Theme::Light);
    harness.get_by_label("Antony Blinken and Wang Yi");
    harness.get_by_label("Last meeting in common");
    let facts =
        "12 meetings in common · 32 quotes · first 18–19 March 2021 · last 27 September 2024";
    harness.get_by_label(&facts.replace(" ·", "\u{a0}·"));
    let title = "Blinken–Wang meeting in New York, 2024";
    let (large, line) = {
        let mut titles = harness.get_all_by_label(title);
        (titles.next().expect("as the last").rect(), titles.next().expect("in the list").rect())
    };
    assert!(large.top() < line.top());
    let blinken = person(&harness.state().document, "antony-blinken");
    let actions = click(&mut harness, "Leave out Wang Yi");
    assert_eq!(actions, [Action::Go(Page::People(vec![blinken]))]);
}

#[test]
fn whom_a_person_met_can_be_added() {
    let size = vec2(900.0, 2_400.0);
    let mut harness = people_in(bundled(), &["antony-blinken"]).harness(size, Theme::Light);
    let [blinken, wang] =
        ["antony-blinken", "wang-yi"].map(|id| person(&harness.state().document, id));
    harness.get_by_label("Met\u{a0}· 5".replace('\u{a0}', " ").as_str());
    let actions = click(&mut harness, "In common with Wang Yi");
    assert_eq!(actions, [Action::Go(Page::People(vec![blinken, wang]))]);
    let actions = click(&mut harness, "Wang Yi");
    assert_eq!(actions, [Action::Go(Page::People(vec![wang]))]);
    harness.get_by_label("Secretary of State");
    harness.get_by_label("from 5 February 2021 to 27 September 2024");
}

#[test]
fn a_selected_meeting_beyond_the_first_few_is_unfolded_and_shown() {
    let mut harness = people_in(bundled(), &["wang-yi"]).harness(SMALL, Theme::Light);
    harness.run_ok();
    // The oldest of 35, and he is not quoted there.
    let oldest = {
        let Shown::People(view, _) = &harness.state().shown else { panic!("people are shown") };
        view.first().expect("a meeting")
    };
    harness.state_mut().selection = Some(oldest);
    harness.run_ok();
    let title = &harness.state().document.dataset().events[oldest.pos()].title.clone();
    harness.get_by_label(title);
}

#[test]
fn the_longest_gaps_are_listed_and_lead_to_both_ends() {
    let mut harness = cadence_in(bundled()).harness(vec2(900.0, 1_400.0), Theme::Light);
    let [after, before] =
        ["1972-02-beijing", "1975-12-beijing"].map(|id| event(&harness.state().document, id));
    let actions = click(&mut harness, "No summit for 3 years 9 months");
    let [Action::Show { view, glide: true }] = actions[..] else { panic!("{actions:?}") };
    assert!(view.days() > 1_372.0 && view.days() < 2_000.0);
    let titles = [("Nixon in Beijing", after), ("Ford in Beijing", before)];
    for (title, ix) in titles {
        let node = harness.get_all_by_label(title).last().expect("it is there");
        node.click();
        harness.run_ok();
        let actions = std::mem::take(&mut harness.state_mut().actions);
        assert_eq!(actions, [Action::Select(ix)], "{title}");
    }
    let shown = harness.query_all_by_label_contains("No summit for").count();
    let more = harness.get_all_by_label("Show 15 more").nth(1).expect("for summits");
    more.click();
    harness.run_ok();
    assert!(harness.query_all_by_label_contains("No summit for").count() > shown);
}

#[test]
fn the_strip_shows_each_unit_in_view_and_leads_to_it() {
    let size = vec2(900.0, 112.0);
    let mut harness = strip(days(1970, 2027), None).harness(size, Theme::Light);
    harness.get_by_label("Meetings per year by kind, 17 at most");
    harness.get_by_label_contains("1989: 3 meetings, Summits: 1, Envoys: 2");
    assert_eq!(harness.query_all_by_label_contains("1988: ").count(), 0);
    let actions = click(&mut harness, "1972: 1 meeting, Summits: 1");
    let [Action::Show { view, glide: true }] = actions[..] else { panic!("{actions:?}") };
    assert!(view.start < days(1972, 1973).start && view.end > days(1972, 1973).end);
    for kind in ["Summits", "Envoys", "Working level"] {
        harness.get_by_label(kind);
    }
    let harness = strip(days(2020, 2024), None).harness(size, Theme::Light);
    harness.get_by_label_contains("October–December 2023: 6 meetings");
    assert_eq!(harness.query_all_by_label_contains("2019").count(), 0, "out of view");
}

/// A file made to be a burden: 10 000 meetings on one issue, with five sides, quotes of
/// all lengths, and texts that are too long.
fn burden() -> Document {
    let long = "x".repeat(5_000);
    let sides: Vec<String> =
        (0..5).map(|n| format!(r#""s{n}": {{"name": "Side {n} {long}"}}"#)).collect();
    let people: Vec<String> = (0..6)
        .map(|n| format!(r#""p{n}": {{"name": "Person {n} {long}", "side": "s{n}"}}"#))
        .map(|person| person.replace(r#", "side": "s5""#, ""))
        .collect();
    let events: Vec<String> = (0..10_000)
        .map(|n| {
            let words = format!("words {n} ").repeat(n % 97 + 1);
            format!(
                r#"{{"id": "e{n}", "title": "Talks {n}", "start": "{:04}",
                    "participants": [{{"person": "p0", "role": "role {n}"}}, {{"person": "p{}"}}],
                    "issues": [{{"issue": "i", "raised_by": ["s0", "s1", "s2", "s3", "s4"]}}],
                    "quotes": [{{"text": "{words}", "speaker": "p{}", "issues": ["i"]}}]}}"#,
                1_000 + n / 10,
                n % 6,
                n % 6
            )
        })
        .collect();
    document(format!(
        r#"{{"sides": {{{}}}, "people": {{{}}}, "issues": {{"i": {{"name": "Issue {long}"}}}},
            "events": [{}]}}"#,
        sides.join(","),
        people.join(","),
        events.join(",")
    ))
}

#[test]
fn ten_thousand_meetings_cost_no_more_than_those_in_view() {
    let document = burden();
    let matches = all(&document);
    let mut stage = thread_in(document, "i", &matches);
    stage.selection = Some(event(&stage.document, "e7654"));
    let mut harness = stage.harness(SMALL, Theme::Light);
    harness.run_ok();
    harness.get_by_label("Talks 7654");
    let shown = harness.query_all_by_label_contains("Talks ").count();
    assert!(shown < 40, "{shown}");
    let too_long = "x".repeat(301);
    assert_eq!(harness.query_all_by_label_contains(&too_long).count(), 0);
}

#[test]
fn five_sides_and_others_find_room() {
    for width in [420.0, 900.0, 1_600.0] {
        let document = burden();
        let matches = all(&document);
        let mut harness =
            thread_in(document, "i", &matches).harness(vec2(width, 900.0), Theme::Light);
        harness.run_ok();
        harness.get_by_label("Talks 0");
        let right = harness.get_all_by_label_contains("“words").map(|node| node.rect().right());
        assert!(right.fold(0.0_f32, f32::max) <= width, "{width}");
    }
    let view = burden();
    let stage = people_in(view, &["p0"]);
    let harness = stage.harness(SMALL, Theme::Light);
    assert!(harness.query_all_by_label_contains("Talks ").count() < 40);
}

#[test]
fn a_dataset_without_sides_sources_and_kinds_has_pages_too() {
    let text = r#"{"events": [
        {"title": "A", "start": "2001", "issues": [{"issue": "i"}],
         "quotes": [{"text": "q", "issues": ["i"]}], "participants": [{"person": "p"}]},
        {"title": "", "start": "2004~", "issues": [{"issue": "i"}], "participants": [{"person": "p"}]}
    ]}"#;
    let open = || document(text.to_owned());
    let matches = all(&open());
    let harness = thread_in(open(), "i", &matches).harness(SMALL, Theme::Light);
    harness.get_by_label("“q”");
    harness.get_by_label("Untitled meeting");
    harness.get_by_label("Not raised for between 2 and 4 years");
    let harness = people_in(open(), &["p"]).harness(SMALL, Theme::Light);
    harness.get_by_label("Last meeting");
    let harness = cadence_in(open()).harness(SMALL, Theme::Light);
    harness.get_by_label("No meeting for between 2 and 4 years");
    let empty = document(r#"{"events": []}"#.to_owned());
    let harness = cadence_in(empty).harness(SMALL, Theme::Light);
    harness.get_by_label("All kinds together");
}
