//! Who raised what.

use super::*;

pub(super) struct MatrixPage {
    pub(super) matrix: Matrix,
    state: MatrixState,
}

impl Show for MatrixPage {
    fn show(&mut self, ctx: &PageCtx<'_>, ui: &mut egui::Ui, actions: &mut Vec<Action>) {
        matrix_ui(ctx, &self.matrix, &mut self.state, ui, actions);
    }
}

pub(super) fn matrix_page(document: &Document, choice: MatrixChoice) -> MatrixPage {
    let all = EventSet::all(document.dataset().events.len());
    let matrix = Matrix::new(document.dataset(), &all, choice, &|| false).expect("nobody cancels");
    let mut state = MatrixState::default();
    state.choice = choice;
    MatrixPage { matrix, state }
}

pub(super) fn matrix_harness(
    choice: MatrixChoice,
    size: Vec2,
) -> Harness<'static, Bench<MatrixPage>> {
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

/// The matrix by meetings, scrolled to Anchorage.
fn at_anchorage() -> Harness<'static, Bench<MatrixPage>> {
    let mut harness = matrix_harness(MatrixChoice::default(), WINDOW);
    harness.state_mut().selection = Some(anchorage());
    harness.run_ok();
    harness
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
    // The first one that is in view, not the first of all.
    let first = harness.state().document.dataset().by_time().first().copied();
    let first = first.and_then(|ix| harness.state().document.dataset().event(ix));
    let first = format!("Taiwan, {}", first.expect("there are meetings").title);
    assert!(says(&harness).starts_with("Taiwan, "), "{}", says(&harness));
    assert!(!says(&harness).starts_with(&first), "{}", says(&harness));
    harness.key_press(Key::Home);
    harness.run_ok();
    harness.key_press(Key::ArrowRight);
    harness.run_ok();
    assert!(says(&harness).starts_with(&first), "{}", says(&harness));
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
    harness.get_by_label("None of these meetings has an issue");
}

/// Many made-up meetings, each with some of many issues; the first one has them all.
pub(super) fn many(meetings: usize, issues: usize) -> &'static str {
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
fn it_opens_with_the_newest_meetings_and_the_filter_is_told() {
    let document = open(BUNDLED);
    let last = document.dataset().by_time().last().copied().expect("there are meetings");
    let title = document.dataset().event(last).expect("it is there").title.to_string();
    let page = matrix_page(&document, MatrixChoice::default());
    let newest = harness(document, page, (WINDOW, Theme::Light));
    assert!(newest.query_all_by_label_contains(&title).next().is_some(), "{title}");
    newest.get_by_role_and_label(egui::Role::Heading, "Who raised what");

    let document = open(BUNDLED);
    let mut page = matrix_page(&document, MatrixChoice::default());
    let mut few = EventSet::none(document.dataset().events.len());
    page.matrix = Matrix::new(document.dataset(), &few, page.state.choice, &|| false)
        .expect("nobody cancels");
    let mut none = harness(document, page, (WINDOW, Theme::Light));
    none.get_by_label("No meeting matches the filter");
    none.get_by_label("0 of 254 meetings match the filter");
    let actions = click(&mut none, "Clear search and filters");
    assert_eq!(actions, [Action::Run(Command::ClearQuery)]);

    let document = open(BUNDLED);
    let mut page = matrix_page(&document, MatrixChoice::default());
    few.insert(anchorage());
    page.matrix = Matrix::new(document.dataset(), &few, page.state.choice, &|| false)
        .expect("nobody cancels");
    harness(document, page, (WINDOW, Theme::Light))
        .get_by_label("1 of 254 meetings matches the filter");
}
