//! Both accounts of a meeting.

use super::*;

impl Show for AccountsPage {
    fn show(&mut self, ctx: &PageCtx<'_>, ui: &mut egui::Ui, actions: &mut Vec<Action>) {
        accounts_ui(ctx, self, ui, actions);
    }
}

pub(super) fn accounts_harness(
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
