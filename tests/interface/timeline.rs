//! The timeline: marks, zoom, lanes and periods, by pointer and by key.

use egui::{Key, Modifiers, accesskit::Role, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use readout::model::EventIx;
use readout::timeline::View;

use crate::program::{
    App, assert_at_rest, find_in_palette, open, press, search, selected_id, session,
};

fn view(app: &App) -> View {
    session(app).view
}

fn labels_of_lanes(app: &App) -> Vec<String> {
    app.state().scene().lanes.iter().map(|lane| lane.label.clone()).collect()
}

#[test]
fn the_bundled_dataset_opens_by_itself() {
    let harness = open(None);
    harness.get_by_label("254 of 254 meetings in view");
    assert_eq!(labels_of_lanes(&harness).first().map(String::as_str), Some("Summits"));
}

#[test]
fn a_click_on_a_mark_selects_its_meeting_and_shows_it() {
    let mut harness = open(None);
    find_in_palette(&mut harness, "anchorage");
    press(&mut harness, Modifiers::NONE, Key::Z);
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert_eq!(selected_id(&harness), None);
    harness.get_by_label_contains("Anchorage talks, 18–19 March 2021, foreign ministers;").click();
    harness.run_ok();
    assert_eq!(selected_id(&harness).as_deref(), Some("2021-03-anchorage"));
    assert!(harness.query_all_by_label_contains("Director of the Office").next().is_some());
}

#[test]
fn a_click_on_a_number_zooms_until_its_meetings_come_apart() {
    let mut harness = open(None);
    let before = view(&harness).days();
    let group = |node: &egui_kittest::Node<'_>| {
        node.accesskit_node().label().is_some_and(|label| label.contains("Anchorage talks and"))
    };
    let node = harness
        .query_all_by_role(Role::ListBoxOption)
        .find(group)
        .expect("Anchorage shares a mark from afar");
    node.click();
    harness.run_ok();
    assert!(view(&harness).days() < before / 4.0);
    harness.get_by_label_contains("Anchorage talks, 18–19 March 2021, foreign ministers;");
}

/// The rows of the list beside a mark.
fn listed(app: &App) -> Vec<String> {
    let options = app.query_all_by_role(Role::ListBoxOption);
    let labels = options.filter_map(|node| node.accesskit_node().label());
    labels.filter(|label| label.starts_with("Talks ")).collect()
}

#[test]
fn what_no_zoom_takes_apart_is_listed_and_of_it_what_matches() {
    let event = |n: usize| {
        let on = if n.is_multiple_of(3) { "tea" } else { "salt" };
        format!(r#"{{"title": "Talks {n} on {on}", "start": "2001-02-03"}}"#)
    };
    let events: Vec<String> = (0..9).map(event).collect();
    let file = tempfile::NamedTempFile::with_suffix(".json").expect("a file of the test");
    let text = format!(r#"{{"events": [{}]}}"#, events.join(","));
    std::fs::write(file.path(), text).expect("it is written");
    let mut harness = open(Some(file.path().to_owned()));
    harness.get_by_label("3 February 2001");
    harness.get_by_label_contains("9 meetings,").click();
    harness.run_ok();
    let rows: Vec<String> = (0..9)
        .map(|n| {
            format!("Talks {n} on {} 3 February 2001", if n % 3 == 0 { "tea" } else { "salt" })
        })
        .collect();
    assert_eq!(listed(&harness), rows);
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(listed(&harness).is_empty());
    search(&mut harness, "tea");
    press(&mut harness, Modifiers::NONE, Key::Escape);
    harness.get_by_label_contains("9 meetings,").click();
    harness.run_ok();
    let matching = [0, 3, 6].map(|n| format!("Talks {n} on tea 3 February 2001"));
    assert_eq!(listed(&harness), matching);
    let heads = harness.query_all_by_label("3 of 9 meetings match").count();
    assert_eq!(heads, 2, "that of the filter, and that of the list");
    harness.get_by_label("Talks 3 on tea 3 February 2001").click();
    harness.run_ok();
    assert_eq!(session(&harness).selection(), Some(EventIx(3)));
}

#[test]
fn a_click_on_empty_space_keeps_the_selection_and_escape_ends_it() {
    let mut harness = open(None);
    find_in_palette(&mut harness, "anchorage");
    press(&mut harness, Modifiers::NONE, Key::Z);
    let nothing_here = egui::pos2(700.0, 200.0);
    harness.hover_at(nothing_here);
    harness.drag_at(nothing_here);
    harness.drop_at(nothing_here);
    harness.run_ok();
    assert!(selected_id(&harness).is_some());
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert_eq!(selected_id(&harness), None);
}

#[test]
fn keys_walk_the_meetings_and_keep_them_in_view() {
    let mut harness = open(None);
    find_in_palette(&mut harness, "anchorage");
    press(&mut harness, Modifiers::NONE, Key::Z);
    for _ in 0..4 {
        press(&mut harness, Modifiers::NONE, Key::N);
        let session = session(&harness);
        let event = session.selection().and_then(|ix| session.document.dataset().event(ix));
        let day = readout::timeline::anchor_of(&event.expect("a meeting is selected"));
        assert!((session.view.start..session.view.end).contains(&day));
    }
    for _ in 0..4 {
        press(&mut harness, Modifiers::NONE, Key::P);
    }
    assert_eq!(selected_id(&harness).as_deref(), Some("2021-03-anchorage"));
    press(&mut harness, Modifiers::NONE, Key::F);
    assert_eq!(selected_id(&harness).as_deref(), Some("2020-06-honolulu"));
}

#[test]
fn zoom_pan_all_back_and_forward_by_key() {
    let mut harness = open(None);
    let all = view(&harness);
    press(&mut harness, Modifiers::NONE, Key::Plus);
    let near = view(&harness);
    assert!(near.days() < all.days());
    press(&mut harness, Modifiers::NONE, Key::ArrowLeft);
    let moved = view(&harness);
    assert!(moved.start < near.start);
    press(&mut harness, Modifiers::NONE, Key::Home);
    assert_eq!(view(&harness), all);
    press(&mut harness, Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(view(&harness), moved);
    press(&mut harness, Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(view(&harness), near);
    press(&mut harness, Modifiers::ALT, Key::ArrowRight);
    assert_eq!(view(&harness), moved);
}

#[test]
fn a_shortcut_takes_its_key_also_where_it_can_do_nothing() {
    let mut harness = open(None);
    press(&mut harness, Modifiers::NONE, Key::Plus);
    let near = view(&harness);
    press(&mut harness, Modifiers::ALT, Key::ArrowLeft);
    let all = view(&harness);
    // There is nothing further back: the view does not move instead.
    press(&mut harness, Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(view(&harness), all);
    press(&mut harness, Modifiers::ALT, Key::ArrowRight);
    assert_eq!(view(&harness), near);
}

#[test]
fn one_cannot_zoom_or_pan_out_of_the_data() {
    let mut harness = open(None);
    let all = view(&harness);
    for _ in 0..40 {
        press(&mut harness, Modifiers::NONE, Key::Plus);
    }
    assert!((view(&harness).days() - readout::timeline::MIN_DAYS).abs() < 1e-6);
    for _ in 0..60 {
        press(&mut harness, Modifiers::NONE, Key::Minus);
    }
    assert_eq!(view(&harness), all);
    press(&mut harness, Modifiers::NONE, Key::ArrowRight);
    assert_eq!(view(&harness), all);
}

#[test]
fn the_wheel_zooms_at_the_pointer() {
    let mut harness = open(None);
    let before = view(&harness);
    let rect = harness.get_by_role(Role::ListBox).rect();
    let pointer = egui::pos2(rect.left() + rect.width() * 0.75, rect.center().y);
    let day = |view: View| view.day_from_x(pointer.x - rect.left(), rect.width());
    harness.hover_at(pointer);
    harness.event(egui::Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        delta: vec2(0.0, 120.0),
        phase: egui::TouchPhase::Move,
        source: egui::MouseWheelSource::Wheel,
        modifiers: Modifiers::NONE,
    });
    for _ in 0..30 {
        harness.step();
    }
    let after = view(&harness);
    assert!(after.days() < before.days() * 0.8, "{} of {}", after.days(), before.days());
    assert!((day(after) - day(before)).abs() < before.days() * 1e-3);
}

#[test]
fn lanes_can_stand_for_other_things() {
    let mut harness = open(None);
    press(&mut harness, Modifiers::NONE, Key::Num3);
    assert_eq!(
        labels_of_lanes(&harness),
        ["In the United States", "In China", "Elsewhere", "No country given"]
    );
    press(&mut harness, Modifiers::NONE, Key::Num2);
    assert!(labels_of_lanes(&harness).contains(&"Security".to_owned()));
    press(&mut harness, Modifiers::NONE, Key::Num4);
    assert_eq!(labels_of_lanes(&harness), [""]);
    assert_eq!(harness.state().settings().lanes, readout::timeline::LaneChoice::Packed);
}

#[test]
fn a_period_is_fitted_by_a_double_click_on_its_band() {
    let mut harness = open(None);
    let band = harness.get_by_label_contains("Period: Clinton").rect().center();
    for _ in 0..2 {
        harness.hover_at(band);
        harness.drag_at(band);
        harness.drop_at(band);
    }
    harness.run_ok();
    let day = |y, m, d| f64::from(readout::date::day_from_ymd(y, m, d).expect("a day"));
    assert_eq!(view(&harness).start, day(1993, 1, 20));
    assert_eq!(view(&harness).end, day(2001, 1, 20));
}

#[test]
fn every_mark_has_a_name_that_differs_from_its_neighbours() {
    let harness = open(None);
    let names: Vec<String> = harness
        .query_all_by_role(Role::ListBoxOption)
        .filter_map(|node| node.accesskit_node().label())
        .filter(|label| label.contains("meetings,") || label.contains(", summit"))
        .collect();
    assert!(names.len() > 20, "{names:?}");
}

#[test]
fn at_rest_no_frame_is_asked_for() {
    let mut harness = open(None);
    find_in_palette(&mut harness, "anchorage");
    assert_at_rest(&mut harness);
}
