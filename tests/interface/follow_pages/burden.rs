//! Files that are too large, too vague or too bare.

use egui::{Theme, vec2};
use egui_kittest::kittest::Queryable as _;
use readout::load::Document;

use super::stage::{SMALL, all, cadence_in, document, event, people_in, thread_in};

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
    harness.get_by_label("Fewer than two meetings: there is no gap to tell of");
}
