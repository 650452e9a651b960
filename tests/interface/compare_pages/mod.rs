//! The pages that compare: what a reader finds in them, and what they ask for.

mod accounts;
mod compare;
mod list;
mod matrix;
mod wordings;

use accounts::accounts_harness;
use compare::compare_harness;
use egui::{Key, Theme, Vec2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use matrix::{many, matrix_harness, matrix_page};
use readout::analysis::comparison::Comparison;
use readout::analysis::list::{ListOrder, Listed};
use readout::analysis::matrix::{Matrix, MatrixChoice, MatrixColumns, MatrixMeaning, MatrixOrder};
use readout::load::{Document, Job, read_static};
use readout::model::{EventIx, EventSet};
use readout::ui::action::Action;
use readout::ui::command::Command;
use readout::ui::page::Page;
use readout::ui::pages::PageCtx;
use readout::ui::pages::accounts::{AccountsPage, accounts_ui};
use readout::ui::pages::compare::{CompareState, compare_ui};
use readout::ui::pages::list::{ListCtx, ListState, list_ui};
use readout::ui::pages::matrix::{MatrixState, matrix_ui};
use readout::ui::pages::wordings::{OpenWordings, WordingsState, wordings_ui};
use readout::ui::theme::{install_fonts, install_styles};
use readout::ui::tokens::Tokens;
use wordings::wordings_harness;

const BUNDLED: &str = include_str!("../../../assets/us-china-meetings.readout.json");
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
            install_styles(ctx, false);
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

/// Pictures to be looked at: `READOUT_PICTURES=/tmp cargo test --test compare_pages -- --ignored`.
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

fn anchorage() -> EventIx {
    event(&open(BUNDLED), "2021-03-anchorage")
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
