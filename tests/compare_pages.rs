//! The pages that compare: what a reader finds in them, and what they ask for.

use egui::{Key, Theme, Vec2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use readout::analysis::comparison::Comparison;
use readout::analysis::matrix::{Matrix, MatrixChoice, MatrixColumns, MatrixMeaning, MatrixOrder};
use readout::load::{Document, Job, read_static};
use readout::model::{EventIx, EventSet};
use readout::ui::action::Action;
use readout::ui::page::Page;
use readout::ui::pages::PageCtx;
use readout::ui::pages::accounts::{AccountsPage, accounts_ui};
use readout::ui::pages::compare::{CompareState, compare_ui};
use readout::ui::pages::matrix::{MatrixState, matrix_ui};
use readout::ui::pages::wordings::{OpenWordings, WordingsState, wordings_ui};
use readout::ui::theme::{install_fonts, install_styles};
use readout::ui::tokens::Tokens;

const BUNDLED: &str = include_str!("../assets/us-china-meetings.readout.json");
const WINDOW: Vec2 = vec2(900.0, 640.0);

/// A page under test, with what it asked for.
struct Bench<P> {
    document: Document,
    selection: Option<EventIx>,
    page: P,
    actions: Vec<Action>,
}

trait Show {
    fn show(&mut self, ctx: &PageCtx<'_>, ui: &mut egui::Ui, actions: &mut Vec<Action>);
}

fn open(text: &'static str) -> Document {
    read_static(text, &Job::new()).expect("it opens")
}

fn event(document: &Document, id: &str) -> EventIx {
    document.dataset().event_with_id(id).expect("there is such a meeting")
}

fn harness<P: Show + 'static>(
    document: Document,
    page: P,
    (size, theme): (Vec2, Theme),
) -> Harness<'static, Bench<P>> {
    let bench = Bench { document, selection: None, page, actions: Vec::new() };
    Harness::builder()
        .with_size(size)
        .with_theme(theme)
        .allow_missing_glyphs()
        .with_context_setup(|ctx| {
            install_fonts(ctx);
            install_styles(ctx);
        })
        .build_ui_state(
            |ui, bench: &mut Bench<P>| {
                let tokens = Tokens::of(ui);
                ui.painter().rect_filled(ui.content_rect(), 0.0, tokens.canvas);
                let Bench { document, selection, page, actions } = bench;
                let ctx =
                    PageCtx { document, selection: *selection, choice: Default::default(), tokens };
                let builder = egui::UiBuilder::new().max_rect(ui.content_rect());
                ui.scope_builder(builder, |ui| page.show(&ctx, ui, actions));
            },
            bench,
        )
}

fn taken<P: Show>(harness: &mut Harness<'_, Bench<P>>) -> Vec<Action> {
    harness.run_ok();
    std::mem::take(&mut harness.state_mut().actions)
}

fn click<P: Show>(harness: &mut Harness<'_, Bench<P>>, label: &str) -> Vec<Action> {
    harness.get_by_label(label).click();
    taken(harness)
}

/// Pictures to be looked at: `READOUT_PICTURES=/tmp cargo test --test compare_pages`.
fn picture<P: Show>(harness: &mut Harness<'_, Bench<P>>, name: &str) {
    let folder = std::env::var_os("READOUT_PICTURES").expect("the folder to write to");
    harness.run_ok();
    let image = harness.render().expect("it can be rendered");
    image.save(std::path::Path::new(&folder).join(format!("{name}.png"))).expect("it is saved");
}

fn in_both_themes(mut show: impl FnMut(Theme, &str)) {
    show(Theme::Light, "light");
    show(Theme::Dark, "dark");
}

// The matrix.

struct MatrixPage {
    matrix: Matrix,
    state: MatrixState,
}

impl Show for MatrixPage {
    fn show(&mut self, ctx: &PageCtx<'_>, ui: &mut egui::Ui, actions: &mut Vec<Action>) {
        matrix_ui(ctx, &self.matrix, &mut self.state, ui, actions);
    }
}

fn matrix_page(document: &Document, choice: MatrixChoice) -> MatrixPage {
    let all = EventSet::all(document.dataset().events.len());
    let matrix = Matrix::new(document.dataset(), &all, choice, &|| false).expect("nobody cancels");
    let mut state = MatrixState::default();
    state.choice = choice;
    MatrixPage { matrix, state }
}

fn matrix_harness(choice: MatrixChoice, size: Vec2) -> Harness<'static, Bench<MatrixPage>> {
    let document = open(BUNDLED);
    let page = matrix_page(&document, choice);
    harness(document, page, (size, Theme::Light))
}

#[test]
#[ignore = "writes pictures to be looked at"]
fn pictures_of_the_matrix() {
    in_both_themes(|theme, name| {
        for (columns, meaning, order) in [
            (MatrixColumns::Meetings, MatrixMeaning::RaisedBy, MatrixOrder::Frequency),
            (MatrixColumns::Years, MatrixMeaning::RaisedBy, MatrixOrder::OneSided),
            (MatrixColumns::Periods, MatrixMeaning::RaisedBy, MatrixOrder::FirstMention),
            (MatrixColumns::Meetings, MatrixMeaning::Accounts, MatrixOrder::OneSided),
        ] {
            let document = open(BUNDLED);
            let page = matrix_page(&document, MatrixChoice { columns, meaning, order });
            let mut harness = harness(document, page, (WINDOW, theme));
            picture(&mut harness, &format!("matrix-{columns:?}-{meaning:?}-{name}"));
            let label = "Taiwan, Anchorage talks";
            harness.state_mut().selection = Some(anchorage());
            harness.run_ok();
            let is_there = harness.query_all_by_label_contains(label).next().is_some();
            if is_there {
                harness.query_all_by_label_contains(label).next().expect("it is").click();
                harness.key_press(Key::ArrowDown);
                picture(&mut harness, &format!("matrix-cursor-{meaning:?}-{name}"));
            }
        }
    });
}

fn anchorage() -> EventIx {
    event(&open(BUNDLED), "2021-03-anchorage")
}

/// The matrix by meetings, scrolled to Anchorage.
fn at_anchorage() -> Harness<'static, Bench<MatrixPage>> {
    let mut harness = matrix_harness(MatrixChoice::default(), WINDOW);
    harness.state_mut().selection = Some(anchorage());
    harness.run_ok();
    harness
}

#[test]
#[ignore = "writes pictures to be looked at"]
fn pictures_of_narrow_and_crowded_pages() {
    for (columns, width) in [(MatrixColumns::Meetings, 520.0), (MatrixColumns::Periods, 700.0)] {
        let choice = MatrixChoice { columns, ..MatrixChoice::default() };
        let mut harness = matrix_harness(choice, vec2(width, 480.0));
        picture(&mut harness, &format!("matrix-narrow-{columns:?}"));
    }
    let choice = MatrixChoice { columns: MatrixColumns::Years, ..MatrixChoice::default() };
    let mut years = matrix_harness(choice, vec2(3_200.0, 640.0));
    let cell = years.query_all_by_label_contains("Taiwan, 2021: 8").next().expect("it is there");
    cell.click();
    picture(&mut years, "matrix-behind");
    let document = open(many(300, 40));
    let page = matrix_page(&document, MatrixChoice::default());
    let mut crowded = harness(document, page, (WINDOW, Theme::Light));
    picture(&mut crowded, "matrix-nine-sides");
    let look = (vec2(560.0, 480.0), Theme::Light);
    picture(&mut accounts_harness(BUNDLED, "2021-03-anchorage", look), "accounts-narrow");
    let row = ["2020-06-honolulu", "2021-03-anchorage", "1979-08-beijing", "2018-11-ba"];
    let row: Vec<&str> =
        row.into_iter().filter(|id| BUNDLED.contains(&format!("\"{id}\""))).collect();
    let look = (WINDOW, Theme::Light);
    picture(&mut compare_harness(BUNDLED, &row, look), "compare-three");
}

#[test]
fn a_cell_says_who_raised_it_and_opens_the_meeting() {
    let mut harness = at_anchorage();
    let label = "Taiwan, Anchorage talks, 18–19 March 2021: raised by United States, dispute";
    assert_eq!(click(&mut harness, label), [Action::Select(anchorage())]);
    let both =
        "Climate, Anchorage talks, 18–19 March 2021: raised by United States and China, shared";
    harness.get_by_label(both);
}

#[test]
fn an_unknown_raiser_is_told_as_unknown() {
    let harness = at_anchorage();
    harness.get_by_label(
        "Non-proliferation, Anchorage talks, 18–19 March 2021: no source says who raised it, shared",
    );
}

#[test]
fn an_issue_leads_to_its_thread() {
    let mut harness = matrix_harness(MatrixChoice::default(), WINDOW);
    let taiwan = "Taiwan: 114 meetings; raised by United States at 41, alone at 8; \
                  raised by China at 82, alone at 49; of several sides at 33; \
                  no source says by whom at 24";
    let issue = harness.state().page.matrix.rows[0].issue;
    harness.get_by_role_and_label(egui::Role::Link, taiwan).click();
    assert_eq!(taken(&mut harness), [Action::Go(Page::Thread(issue))]);
}

#[test]
fn a_meetings_head_selects_it() {
    let mut harness = at_anchorage();
    let actions = click(&mut harness, "Anchorage talks, 18–19 March 2021");
    assert_eq!(actions, [Action::Select(anchorage())]);
}

#[test]
fn the_keyboard_walks_over_heads_and_cells() {
    let mut harness = matrix_harness(MatrixChoice::default(), WINDOW);
    // After the buttons and switches.
    for _ in 0..40 {
        harness.key_press(Key::Tab);
        harness.run_ok();
        let grid = harness.get_by_role(egui::Role::Grid);
        if grid.accesskit_node().is_focused() {
            break;
        }
    }
    let says = |harness: &Harness<'_, Bench<MatrixPage>>| {
        let grid = harness.get_by_role(egui::Role::Grid);
        assert!(grid.accesskit_node().is_focused(), "the field keeps the focus");
        grid.accesskit_node().label().expect("it has a name")
    };
    assert!(says(&harness).starts_with("Taiwan: 114 meetings"), "{}", says(&harness));
    harness.key_press(Key::ArrowRight);
    harness.run_ok();
    assert!(says(&harness).starts_with("Taiwan, "), "{}", says(&harness));
    harness.key_press(Key::ArrowDown);
    harness.run_ok();
    assert!(says(&harness).ends_with(": not mentioned"), "{}", says(&harness));
    // Nothing is behind an empty cell.
    harness.key_press(Key::Enter);
    assert_eq!(taken(&mut harness), []);
    harness.key_press(Key::End);
    harness.key_press(Key::ArrowUp);
    harness.run_ok();
    let last = harness.state().document.dataset().by_time().last().copied();
    harness.key_press(Key::ArrowUp);
    harness.key_press(Key::Enter);
    assert_eq!(taken(&mut harness), [Action::Select(last.expect("there are meetings"))]);
    harness.key_press(Key::Home);
    harness.run_ok();
}

#[test]
fn a_switch_asks_for_another_matrix() {
    let mut harness = matrix_harness(MatrixChoice::default(), WINDOW);
    let meaning = MatrixMeaning::Accounts;
    let choice = MatrixChoice { meaning, ..MatrixChoice::default() };
    let actions = click(&mut harness, "Cells: In whose account");
    assert_eq!(actions, [Action::MatrixChoice(choice)]);
    let choice = MatrixChoice { columns: MatrixColumns::Years, ..choice };
    assert_eq!(click(&mut harness, "Columns: Years"), [Action::MatrixChoice(choice)]);
}

#[test]
fn behind_a_years_cell_are_its_meetings() {
    let choice = MatrixChoice { columns: MatrixColumns::Years, ..MatrixChoice::default() };
    // Wide enough for all years.
    let mut harness = matrix_harness(choice, vec2(3_200.0, 640.0));
    let label = "Taiwan, 2021: 8 meetings; raised by United States at 8, raised by China at 5, \
                 dispute at 8";
    assert_eq!(click(&mut harness, label), []);
    harness.get_by_label("Taiwan, 2021: 8 meetings");
    assert_eq!(click(&mut harness, "Anchorage talks"), [Action::Select(anchorage())]);
    assert_eq!(harness.query_all_by_label("Anchorage talks").count(), 0);
}

#[test]
fn where_an_account_is_missing_the_cell_says_so() {
    let meaning = MatrixMeaning::Accounts;
    let harness = matrix_harness(MatrixChoice { meaning, ..MatrixChoice::default() }, WINDOW);
    let missing = harness.query_all_by_label_contains("this dataset has no account of China");
    assert!(missing.count() > 0);
}

#[test]
fn nothing_that_matches_is_told() {
    let document = open(r#"{"events": [{"title": "T", "start": "2021"}]}"#);
    let page = matrix_page(&document, MatrixChoice::default());
    let harness = harness(document, page, (WINDOW, Theme::Light));
    harness.get_by_label("None of these meetings has an issue.");
}

/// Many made-up meetings, each with some of many issues; the first one has them all.
fn many(meetings: usize, issues: usize) -> &'static str {
    let mention =
        |n: usize| format!(r#"{{"issue": "Issue {n}", "raised_by": ["Side {}"]}}"#, n % 9);
    let event = |m: usize| {
        let of: Vec<String> = if m == 0 {
            (0..issues).map(mention).collect()
        } else {
            (0..6).map(|n| mention((m * 7 + n * 31) % issues)).collect()
        };
        let year = 1_000 + m / 12;
        format!(r#"{{"title": "Talks {m}", "start": "{year}", "issues": [{}]}}"#, of.join(","))
    };
    let events: Vec<String> = (0..meetings).map(event).collect();
    Box::leak(format!(r#"{{"events": [{}]}}"#, events.join(",")).into_boxed_str())
}

#[test]
fn only_what_is_in_view_is_laid_out() {
    let document = open(many(10_000, 2_000));
    for columns in [MatrixColumns::Meetings, MatrixColumns::Years] {
        let page = matrix_page(&document, MatrixChoice { columns, ..MatrixChoice::default() });
        assert_eq!(page.matrix.rows.len(), 2_000);
        let mut harness = harness(open(many(10_000, 2_000)), page, (WINDOW, Theme::Light));
        harness.run_ok();
        let all = harness.query_all_by_label_contains("Issue").count();
        assert!((10..1_500).contains(&all), "{all}");
    }
}

#[test]
fn strangers_names_stay_short_and_harmless() {
    let long = "x".repeat(20_000);
    let text = format!(
        r#"{{"sides": {{"a": {{"name": "{long}"}}}}, "issues": {{"i": {{"name": "{long}\\n\\u0007"}}}},
            "periods": [{{"title": "{long}", "start": "2020", "end": "2022", "side": "a"}}],
            "sources": {{"s": {{"title": "{long}", "side": "a"}}}},
            "events": [{{"id": "x", "title": "{long}", "start": "2021",
              "issues": [{{"issue": "i", "raised_by": ["a"], "sources": ["s"], "note": "{long}"}}],
              "quotes": [{{"text": "{long}", "issues": ["i"], "source": "s", "speaker": "{long}",
                "variants": [{{"text": "{long} y", "lang": "{long}"}}, {{"text": "{long} z"}}]}}],
              "participants": [{{"person": "p", "role": "{long}"}}]}},
             {{"id": "y", "title": "T", "start": "2021"}}]}}"#
    );
    let text: &'static str = Box::leak(text.into_boxed_str());
    let too_long = "x".repeat(4_001);
    for columns in [MatrixColumns::Meetings, MatrixColumns::Periods] {
        let document = open(text);
        let page = matrix_page(&document, MatrixChoice { columns, ..MatrixChoice::default() });
        let harness = harness(document, page, (WINDOW, Theme::Light));
        assert_eq!(harness.query_all_by_label_contains(&"x".repeat(400)).count(), 0);
    }
    let tall = (vec2(900.0, 6_000.0), Theme::Light);
    let accounts = accounts_harness(text, "x", tall);
    assert_eq!(accounts.query_all_by_label_contains(&too_long).count(), 0);
    let compare = compare_harness(text, &["x", "y"], tall);
    assert_eq!(compare.query_all_by_label_contains(&too_long).count(), 0);
    let wordings = wordings_harness(text, ("x", "xx"), tall);
    assert!(wordings.query_all_by_label_contains("in another language").next().is_some());
}

// Both accounts.

impl Show for AccountsPage {
    fn show(&mut self, ctx: &PageCtx<'_>, ui: &mut egui::Ui, actions: &mut Vec<Action>) {
        accounts_ui(ctx, self, ui, actions);
    }
}

fn accounts_harness(
    text: &'static str,
    id: &str,
    look: (Vec2, Theme),
) -> Harness<'static, Bench<AccountsPage>> {
    let document = open(text);
    let page = AccountsPage::read(&document, event(&document, id)).expect("it is there");
    harness(document, page, look)
}

#[test]
#[ignore = "writes pictures to be looked at"]
fn pictures_of_the_accounts() {
    in_both_themes(|theme, name| {
        let mut harness = accounts_harness(BUNDLED, "2021-03-anchorage", (WINDOW, theme));
        picture(&mut harness, &format!("accounts-{name}"));
        let tall = vec2(900.0, 7_000.0);
        let mut harness = accounts_harness(BUNDLED, "2021-03-anchorage", (tall, theme));
        picture(&mut harness, &format!("accounts-tall-{name}"));
        let mut harness = accounts_harness(BUNDLED, "2020-06-honolulu", (WINDOW, theme));
        picture(&mut harness, &format!("accounts-honolulu-{name}"));
    });
}

// Side by side.

struct ComparePage {
    comparison: Comparison,
    state: CompareState,
}

impl Show for ComparePage {
    fn show(&mut self, ctx: &PageCtx<'_>, ui: &mut egui::Ui, actions: &mut Vec<Action>) {
        compare_ui(ctx, &self.comparison, &mut self.state, ui, actions);
    }
}

fn compare_harness(
    text: &'static str,
    ids: &[&str],
    look: (Vec2, Theme),
) -> Harness<'static, Bench<ComparePage>> {
    let document = open(text);
    let events: Vec<EventIx> = ids.iter().map(|id| event(&document, id)).collect();
    let comparison = Comparison::new(&document, &events);
    harness(document, ComparePage { comparison, state: CompareState::default() }, look)
}

const PAIR: [&str; 2] = ["2020-06-honolulu", "2021-03-anchorage"];

#[test]
#[ignore = "writes pictures to be looked at"]
fn pictures_of_meetings_side_by_side() {
    in_both_themes(|theme, name| {
        let mut harness = compare_harness(BUNDLED, &PAIR, (WINDOW, theme));
        picture(&mut harness, &format!("compare-{name}"));
        let mut harness = compare_harness(BUNDLED, &PAIR, (vec2(900.0, 2_400.0), theme));
        click(&mut harness, "Show 7 quotes on Taiwan");
        picture(&mut harness, &format!("compare-tall-{name}"));
        let mut harness = compare_harness(BUNDLED, &PAIR[..1], (WINDOW, theme));
        picture(&mut harness, &format!("compare-one-{name}"));
    });
}

// Wordings.

struct WordingsPage(WordingsState);

impl Show for WordingsPage {
    fn show(&mut self, ctx: &PageCtx<'_>, ui: &mut egui::Ui, actions: &mut Vec<Action>) {
        wordings_ui(ctx, &mut self.0, ui, actions);
    }
}

fn wordings_harness(
    text: &'static str,
    (id, words): (&str, &str),
    look: (Vec2, Theme),
) -> Harness<'static, Bench<WordingsPage>> {
    let document = open(text);
    let ix = event(&document, id);
    let read = document.event(ix).expect("it is there");
    let quote = read.quotes.iter().position(|quote| quote.wording.text.contains(words));
    let open = OpenWordings::read(&document, ix, quote.expect("such a quote"));
    assert!(open.is_some());
    harness(document, WordingsPage(WordingsState { open }), look)
}

#[test]
#[ignore = "writes pictures to be looked at"]
fn pictures_of_wordings() {
    in_both_themes(|theme, name| {
        let quote = ("2021-03-anchorage", "tough and direct talks");
        let mut harness = wordings_harness(BUNDLED, quote, (WINDOW, theme));
        picture(&mut harness, &format!("wordings-en-{name}"));
        let quote = ("2021-03-anchorage", "So let me say here");
        let mut harness = wordings_harness(BUNDLED, quote, (WINDOW, theme));
        harness.get_by_label("Base: Original").click();
        picture(&mut harness, &format!("wordings-zh-{name}"));
    });
}

#[test]
fn what_stands_in_one_account_alone_is_marked() {
    let tall = (vec2(900.0, 12_000.0), Theme::Light);
    let mut harness = accounts_harness(BUNDLED, "2021-03-anchorage", tall);
    // 11 issues and 9 quotes, 4 issues and 10 quotes.
    assert_eq!(harness.query_all_by_label("only in the US account").count(), 20);
    assert_eq!(harness.query_all_by_label("only in the China account").count(), 14);
    harness.get_by_label("12 issues, 9 quotes");
    harness.get_by_label("only here: 4 issues, 10 quotes");
    for heading in ["Third parties", "No source given"] {
        harness.get_by_label(heading);
    }
    // Xinhua's words in China's column, AFP's apart.
    harness.get_by_label("“中方坚决反对美方干涉中国内政行径，并将继续作出坚定回应。”");
    let actions = click(&mut harness, "Department Press Briefing – March 18, 2021");
    assert!(matches!(&actions[..], [Action::Browse(url)] if url.starts_with("https://")));
}

#[test]
fn a_missing_account_is_told_and_nothing_is_marked() {
    let text = r#"{"sides": {"a": {"name": "Aland"}, "b": {"name": "Bland"}},
        "sources": {"sa": {"side": "a", "title": "Readout 3"}},
        "events": [{"id": "x", "title": "T", "start": "2021",
            "issues": [{"issue": "i", "sources": ["sa"]}],
            "outcomes": [{"text": "Made up", "sources": ["sa"]}]}]}"#;
    let harness = accounts_harness(text, "x", (WINDOW, Theme::Light));
    harness.get_by_label("No account of this meeting from Bland is in this dataset");
    assert_eq!(harness.query_all_by_label_contains("only in").count(), 0);
    harness.get_by_label("1 issue, 1 outcome");
}

#[test]
fn five_accounts_and_none_are_shown_alike() {
    let sides: Vec<String> = (0..5).map(|n| format!(r#""s{n}": {{"name": "Side {n}"}}"#)).collect();
    let sources: Vec<String> =
        (0..5).map(|n| format!(r#""r{n}": {{"side": "s{n}", "title": "Readout {n}"}}"#)).collect();
    let text = format!(
        r#"{{"sides": {{{}}}, "sources": {{{}}}, "events": [
            {{"id": "x", "title": "T", "start": "2021", "sources": ["r0", "r1", "r2", "r3", "r4"],
              "issues": [{{"issue": "i", "sources": ["r3"]}}]}},
            {{"id": "y", "title": "T", "start": "2021"}}]}}"#,
        sides.join(","),
        sources.join(",")
    );
    let text: &'static str = Box::leak(text.into_boxed_str());
    let harness = accounts_harness(text, "x", (vec2(1_600.0, 640.0), Theme::Light));
    harness.get_by_label("only in the Side 3 account");
    accounts_harness(text, "y", (WINDOW, Theme::Light)).get_by_label("T");
}

#[test]
fn each_meeting_is_compared_with_the_one_before() {
    let mut harness = compare_harness(BUNDLED, &PAIR, (vec2(900.0, 2_400.0), Theme::Light));
    harness.get_by_label("13 new, 5 changed");
    harness.get_by_label("274 days (9 months 1 day) later");
    // Yang Jiechi was at both.
    assert_eq!(harness.query_all_by_label_contains("also then").count(), 1);
    assert_eq!(harness.query_all_by_label("new").count(), 13);
    assert_eq!(harness.query_all_by_label_contains("changed · before").count(), 5);
    harness.get_by_label("changed · before: discussed");
    let actions = click(&mut harness, "Take Anchorage talks out of the comparison");
    assert_eq!(actions, [Action::ToggleCompared(anchorage())]);
    assert_eq!(click(&mut harness, "Anchorage talks"), [Action::Select(anchorage())]);
}

#[test]
fn quotes_on_an_issue_are_unfolded_and_folded() {
    let mut harness = compare_harness(BUNDLED, &PAIR, (vec2(900.0, 3_600.0), Theme::Light));
    let words = "“China is going to safeguard our national sovereignty, security and our \
                 interests to develop China”";
    assert_eq!(harness.query_all_by_label(words).count(), 0);
    click(&mut harness, "Show 7 quotes on Taiwan");
    harness.get_by_label(words);
    click(&mut harness, "Hide 7 quotes on Taiwan");
    assert_eq!(harness.query_all_by_label(words).count(), 0);
}

#[test]
fn with_fewer_than_two_meetings_it_says_how_to_add_some() {
    let harness = compare_harness(BUNDLED, &[], (WINDOW, Theme::Light));
    harness.get_by_label("No meeting is chosen yet");
    let mut harness = compare_harness(BUNDLED, &PAIR[1..], (WINDOW, Theme::Light));
    harness.get_by_label("One meeting is chosen; it takes two to compare");
    let actions = click(&mut harness, "Take Anchorage talks out of the comparison");
    assert_eq!(actions, [Action::ToggleCompared(anchorage())]);
}

#[test]
fn wordings_stand_aligned_against_the_base() {
    let quote = ("2021-03-anchorage", "tough and direct talks");
    let mut harness = wordings_harness(BUNDLED, quote, (WINDOW, Theme::Light));
    let spoken = "“We expected to have tough[only in the base: and direct talks] \
                  [only here: , face-to-face discussions] on ";
    harness.get_by_label_contains(spoken);
    click(&mut harness, "Base: Another wording");
    harness.get_by_label_contains("[only in the base: , face-to-face discussions]");
    let copies: Vec<_> = harness.get_all_by_label("Copy this wording with citation").collect();
    assert_eq!(copies.len(), 2);
    copies[0].click();
    drop(copies);
    let actions = taken(&mut harness);
    // The words as they are, whatever is marked on the sheet.
    assert!(matches!(&actions[..], [Action::Copy { clip, .. }]
        if clip.text.contains("we expected to have tough and direct talks on a wide range of issues")));
    click(&mut harness, "Close");
    assert!(harness.state().page.0.open.is_none());
}

#[test]
fn another_language_is_shown_beside_and_not_compared() {
    let quote = ("2021-03-anchorage", "So let me say here");
    let mut harness = wordings_harness(BUNDLED, quote, (WINDOW, Theme::Light));
    let remark = "in another language: not compared";
    assert_eq!(harness.query_all_by_label(remark).count(), 2);
    click(&mut harness, "Base: Original");
    assert_eq!(harness.query_all_by_label(remark).count(), 1);
    harness.get_by_label_contains("[only in the base: 我现在讲一句");
}

struct DetailPane(readout::ui::detail::Meeting);

impl Show for DetailPane {
    fn show(&mut self, ctx: &PageCtx<'_>, ui: &mut egui::Ui, actions: &mut Vec<Action>) {
        let detail = readout::ui::detail::DetailCtx {
            document: ctx.document,
            choice: ctx.choice,
            tokens: ctx.tokens,
        };
        readout::ui::detail::meeting_ui(&detail, &self.0, ui, actions);
    }
}

#[test]
fn a_quote_with_several_wordings_offers_to_compare_them() {
    let document = open(BUNDLED);
    let ix = anchorage();
    let meeting = readout::ui::detail::Meeting::read(&document, ix).expect("it is there");
    let several: Vec<usize> = meeting
        .event
        .quotes
        .iter()
        .enumerate()
        .filter(|(_, quote)| quote.wordings().count() > 1)
        .map(|(pos, _)| pos)
        .collect();
    let look = (vec2(420.0, 14_000.0), Theme::Light);
    let mut harness = harness(document, DetailPane(meeting), look);
    let buttons: Vec<_> = harness.get_all_by_label("Compare wordings").collect();
    assert_eq!(buttons.len(), several.len());
    buttons[1].click();
    drop(buttons);
    let actions = taken(&mut harness);
    assert_eq!(actions, [Action::CompareWordings { event: ix, quote: several[1] }]);
}
