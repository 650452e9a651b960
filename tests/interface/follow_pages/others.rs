//! The pages of people and of cadence, and the strip.

use egui::{Theme, vec2};
use egui_kittest::kittest::Queryable as _;
use readout::analysis::cadence::Cadence;
use readout::model::EventSet;
use readout::ui::action::Action;
use readout::ui::command::Command;
use readout::ui::page::Page;
use readout::ui::pages::cadence::CadenceState;

use super::stage::{
    SMALL, Shown, Stage, bundled, cadence_in, click, days, document, event, people_in, person,
    strip, thread_in,
};

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
    let title =
        harness.state().document.dataset().event(oldest).expect("a meeting").title.to_owned();
    harness.get_by_label(&title);
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

#[test]
fn where_the_filter_leaves_nothing_each_page_says_so_and_can_clear_it() {
    let none = EventSet::none(bundled().dataset().events.len());
    let cadence = Cadence::new(&bundled(), &none, &|| false).expect("a cadence");
    let cadence = Stage::new(bundled(), Shown::Cadence(cadence, CadenceState::default()));
    let thread = thread_in(bundled(), "taiwan", &none);
    let stages = [
        (cadence, "Fewer than two meetings match the filter: there is no gap to tell of"),
        (thread, "No meeting on this issue matches the filter"),
    ];
    for (stage, text) in stages {
        let mut harness = stage.harness(SMALL, Theme::Light);
        harness.get_by_label(text);
        let actions = click(&mut harness, "Clear search and filters");
        assert_eq!(actions, [Action::Run(Command::ClearQuery)], "{text}");
    }
}

#[test]
fn one_meeting_alone_has_no_gap() {
    let one = document(r#"{"events": [{"title": "T", "start": "2021"}]}"#.to_owned());
    let harness = cadence_in(one).harness(SMALL, Theme::Light);
    harness.get_by_label("Fewer than two meetings: there is no gap to tell of");
    assert_eq!(harness.query_all_by_label("Clear search and filters").count(), 0);
}
