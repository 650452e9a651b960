//! The page of an issue.

use egui::{Theme, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use readout::analysis::thread::Thread;
use readout::model::EventSet;
use readout::ui::action::Action;
use readout::ui::command::Command;
use readout::ui::page::Page;

use super::stage::{SMALL, Shown, Stage, bundled, click, event, person, taiwan, thread_in};

#[test]
fn a_thread_tells_what_it_holds() {
    let harness = taiwan().harness(SMALL, Theme::Light);
    harness.get_by_label("Taiwan");
    let facts = "114 meetings · 1 more only in quotes · 66 quotes · first 9–11 July 1971 · last 13–15 May 2026 · longest \
                 silence 6 years 8 months";
    harness.get_by_label(&facts.replace(" ·", "\u{a0}·"));
    for label in ["United States", "Kissinger in Beijing, July 1971", "9–11 July 1971"] {
        harness.get_by_label(label);
    }
    // Over its column, and as one of those who raised it.
    assert!(harness.query_all_by_label("China").count() >= 2);
    assert_eq!(harness.query_all_by_label("Anchorage talks").count(), 0, "it is far below");
}

#[test]
fn both_sides_words_stand_in_their_columns_with_rendering_and_source() {
    let mut stage = taiwan();
    stage.selection = Some(event(&stage.document, "2021-03-anchorage"));
    let mut harness = stage.harness(SMALL, Theme::Light);
    harness.run_ok();
    let left = |harness: &Harness<'_, Stage>, label: &str| {
        harness.get_all_by_label_contains(label).next().expect("it is there").rect().left()
    };
    let (us, cn) = (left(&harness, "United States"), left(&harness, "China"));
    let american = left(&harness, "Each of these actions threaten");
    let chinese = left(&harness, "China has no room for compromise");
    assert!(american >= us && american < cn && chinese >= cn, "{american} {chinese}");
    let dot = "\u{a0}· ";
    let byline = format!("18 March 2021{dot}in English{dot}as spoken{dot}");
    for label in [&byline, "US Department of State, via docslib", "raised by "] {
        assert!(harness.query_all_by_label(label).next().is_some(), "{label}");
    }
}

#[test]
fn the_page_scrolls_to_what_is_selected_and_stays_where_it_is_seen() {
    let mut harness = taiwan().harness(SMALL, Theme::Light);
    let anchorage = event(&harness.state().document, "2021-03-anchorage");
    harness.state_mut().selection = Some(anchorage);
    harness.run_ok();
    let top = |harness: &Harness<'_, Stage>| harness.get_by_label("Anchorage talks").rect().top();
    let at = top(&harness);
    assert!(at > 60.0 && at < 300.0, "{at}");
    harness.run_steps(3);
    assert_eq!(top(&harness), at);
    // What is in view is not moved when it is selected.
    harness.state_mut().selection = None;
    harness.run_ok();
    harness.state_mut().selection = Some(anchorage);
    harness.run_ok();
    assert_eq!(top(&harness), at);
}

#[test]
fn scrolling_up_into_meetings_of_unknown_height_does_not_jump() {
    let mut stage = taiwan();
    stage.selection = Some(event(&stage.document, "2021-03-anchorage"));
    let mut harness = stage.harness(SMALL, Theme::Light);
    harness.run_ok();
    let title = |harness: &Harness<'_, Stage>| {
        let found = harness.query_all_by_label("Anchorage talks").next();
        found.map(|node| node.rect().top())
    };
    let mut before = title(&harness).expect("it is in view");
    harness.hover_at(egui::pos2(450.0, 400.0));
    for _ in 0..8 {
        let (unit, delta) = (egui::MouseWheelUnit::Point, vec2(0.0, 50.0));
        let (source, phase) = (egui::MouseWheelSource::Unknown, egui::TouchPhase::Move);
        let modifiers = egui::Modifiers::NONE;
        harness.event(egui::Event::MouseWheel { unit, delta, phase, modifiers, source });
        for _ in 0..12 {
            harness.step();
            let Some(now) = title(&harness) else { return };
            assert!(now >= before - 0.5 && now <= before + 55.0, "{before} {now}");
            before = now;
        }
    }
    assert!(before > 300.0, "it was scrolled: {before}");
}

#[test]
fn next_and_previous_lead_from_meeting_to_meeting() {
    let mut stage = taiwan();
    stage.selection = Some(event(&stage.document, "1987-03-beijing"));
    let mut harness = stage.harness(SMALL, Theme::Light);
    harness.run_ok();
    let next = event(&harness.state().document, "1993-11-seattle");
    assert_eq!(click(&mut harness, "Next meeting that raised this"), [Action::Select(next)]);
    harness.state_mut().selection = Some(next);
    harness.run_ok();
    let previous = event(&harness.state().document, "1987-03-beijing");
    let back = click(&mut harness, "Previous meeting that raised this");
    assert_eq!(back, [Action::Select(previous)]);
}

#[test]
fn a_silence_is_named_and_shows_its_part_of_time() {
    let mut stage = taiwan();
    stage.selection = Some(event(&stage.document, "1993-11-seattle"));
    let mut harness = stage.harness(SMALL, Theme::Light);
    harness.run_ok();
    let actions = click(&mut harness, "Not raised for 6 years 8 months");
    let [Action::Show { view, glide: true }] = actions[..] else { panic!("{actions:?}") };
    let day =
        |year, month, day| f64::from(readout::date::day_from_ymd(year, month, day).expect("a day"));
    assert!(view.start <= day(1987, 3, 2) && view.end >= day(1993, 11, 19));
    assert!(view.start > day(1986, 1, 1) && view.end < day(1995, 1, 1));
}

#[test]
fn titles_names_and_buttons_of_a_thread_ask_for_what_they_say() {
    let mut harness = taiwan().harness(SMALL, Theme::Light);
    let first = event(&harness.state().document, "1971-07-beijing");
    let actions = click(&mut harness, "Kissinger in Beijing, July 1971");
    assert_eq!(actions, [Action::Select(first)]);
    let kissinger = person(&harness.state().document, "henry-kissinger");
    let name = harness.get_all_by_label("Henry Kissinger").next().expect("he is quoted");
    name.click();
    harness.run_ok();
    let actions = std::mem::take(&mut harness.state_mut().actions);
    assert_eq!(actions, [Action::Go(Page::People(vec![kissinger]))]);
    let actions = click(&mut harness, "Copy this page");
    assert_eq!(actions, [Action::Run(Command::CopyPage)]);
    let actions = click(&mut harness, "Save this page as a brief…");
    assert_eq!(actions, [Action::Run(Command::SaveBrief)]);
    let source = harness.get_by_label("US Department of State, Office of the Historian");
    source.click();
    harness.run_ok();
    let actions = std::mem::take(&mut harness.state_mut().actions);
    let [Action::Browse(url)] = &actions[..] else { panic!("{actions:?}") };
    assert!(url.starts_with("https://"), "{url}");
    let copy = harness.get_all_by_label("Copy quote with citation").next().expect("a quote");
    copy.click();
    harness.run_ok();
    let actions = std::mem::take(&mut harness.state_mut().actions);
    let [Action::Copy { clip, what: "Quote with citation" }] = &actions[..] else {
        panic!("{actions:?}")
    };
    let text = &clip.text;
    assert!(text.contains("Henry Kissinger") && text.contains("two Chinas"), "{text}");
}

#[test]
fn a_thread_is_worked_by_keyboard() {
    let mut harness = taiwan().harness(SMALL, Theme::Light);
    let mut asked = Vec::new();
    for _ in 0..12 {
        harness.key_press(egui::Key::Tab);
        harness.run_ok();
        harness.key_press(egui::Key::Enter);
        harness.run_ok();
        asked.append(&mut harness.state_mut().actions);
    }
    let first = event(&harness.state().document, "1971-07-beijing");
    assert!(asked.contains(&Action::Select(first)), "{asked:?}");
    assert!(asked.contains(&Action::Run(Command::CopyPage)), "{asked:?}");
}

#[test]
fn the_page_follows_the_focus() {
    let mut harness = taiwan().harness(SMALL, Theme::Light);
    let mut lowest = 0.0_f32;
    for count in 0..60 {
        harness.key_press(egui::Key::Tab);
        harness.run_ok();
        let focused = harness.ctx.memory(|memory| memory.focused());
        let Some(focused) = focused else { panic!("something has the focus after {count} keys") };
        let rect = harness.ctx.read_response(focused).expect("it is shown").rect;
        assert!(rect.bottom() <= SMALL.y && rect.top() >= 0.0, "{rect:?}");
        lowest = lowest.max(rect.bottom());
    }
    assert!(lowest > SMALL.y / 2.0);
    // Far below where the page began.
    assert_eq!(harness.query_all_by_label("Kissinger in Beijing, July 1971").count(), 0);
}

#[test]
fn what_the_filter_hides_is_told() {
    let document = bundled();
    let mut matches = EventSet::none(document.dataset().events.len());
    matches.insert(event(&document, "2021-03-anchorage"));
    let harness = thread_in(document, "taiwan", &matches).harness(SMALL, Theme::Light);
    harness.get_by_label("1 of 114 meetings on this issue matches the filter");
    let document = bundled();
    let none = EventSet::none(document.dataset().events.len());
    let harness = thread_in(document, "taiwan", &none).harness(SMALL, Theme::Light);
    harness.get_by_label("No meeting on this issue matches the filter");
}

#[test]
fn under_another_filter_a_thread_stays_at_the_same_meeting() {
    let mut harness = taiwan().harness(SMALL, Theme::Light);
    let anchorage = event(&harness.state().document, "2021-03-anchorage");
    harness.state_mut().selection = Some(anchorage);
    harness.run_ok();
    let state = harness.state_mut();
    let mut matches = EventSet::none(state.document.dataset().events.len());
    for ix in state.document.dataset().by_time().iter().skip(60) {
        matches.insert(*ix);
    }
    let Shown::Thread(thread, _) = &mut state.shown else { panic!("a thread is shown") };
    *thread = Thread::new(&state.document, thread.issue, &matches, &|| false).expect("a thread");
    harness.run_ok();
    harness.get_by_label("Anchorage talks");
}
