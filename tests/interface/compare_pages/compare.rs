//! Meetings side by side.

use super::*;

pub(super) struct ComparePage {
    comparison: Comparison,
    state: CompareState,
}

impl Show for ComparePage {
    fn show(&mut self, ctx: &PageCtx<'_>, ui: &mut egui::Ui, actions: &mut Vec<Action>) {
        compare_ui(ctx, &self.comparison, &mut self.state, ui, actions);
    }
}

pub(super) fn compare_harness(
    text: &'static str,
    ids: &[&str],
    look: (Vec2, Theme),
) -> Harness<'static, Bench<ComparePage>> {
    let document = open(text);
    let events: Vec<EventIx> = ids.iter().map(|id| event(&document, id)).collect();
    let comparison = Comparison::new(&document, &events);
    harness(document, ComparePage { comparison, state: CompareState::default() }, look)
}

pub(super) const PAIR: [&str; 2] = ["2020-06-honolulu", "2021-03-anchorage"];

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
