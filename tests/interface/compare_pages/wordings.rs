//! The wordings of a quote.

use super::*;

pub(super) struct WordingsPage(WordingsState);

impl Show for WordingsPage {
    fn show(&mut self, ctx: &PageCtx<'_>, ui: &mut egui::Ui, actions: &mut Vec<Action>) {
        wordings_ui(ctx, &mut self.0, ui, actions);
    }
}

pub(super) fn wordings_harness(
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
            needles: &[],
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
