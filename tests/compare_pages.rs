//! The pages that compare: what a reader finds in them, and what they ask for.

use egui::{Key, Theme, Vec2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
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
                let ctx = PageCtx { document, selection: *selection, tokens };
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
    let Some(folder) = std::env::var_os("READOUT_PICTURES") else { return };
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
        }
    });
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
