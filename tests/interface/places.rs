//! From page to page and back, and what is shown over them.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use readout::ui::page::Page;

use crate::program::{
    App, click, copied, find_in_palette, open, press, selected_id, session, settle,
};

fn page(app: &App) -> Page {
    session(app).place().page.clone()
}

#[test]
fn back_and_forward_walk_through_pages_filters_and_selections() {
    let mut harness = open(None);
    press(&mut harness, Modifiers::COMMAND, Key::Num2);
    assert_eq!(page(&harness), Page::List);
    press(&mut harness, Modifiers::COMMAND, Key::Num3);
    assert_eq!(page(&harness), Page::Matrix);
    find_in_palette(&mut harness, "anchorage talks");
    let there = session(&harness).place().clone();
    press(&mut harness, Modifiers::ALT, Key::ArrowLeft);
    assert_eq!((page(&harness), selected_id(&harness)), (Page::Matrix, None));
    press(&mut harness, Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(page(&harness), Page::List);
    for _ in 0..2 {
        press(&mut harness, Modifiers::ALT, Key::ArrowRight);
    }
    assert_eq!(*session(&harness).place(), there);
}

#[test]
fn the_list_sorts_by_its_columns_and_selects() {
    let mut harness = open(None);
    press(&mut harness, Modifiers::COMMAND, Key::Num2);
    harness.get_by_label("254 meetings");
    click(&mut harness, "Sort by Quotes");
    let most = harness.get_by_label("Anchorage talks, 18–19 March 2021").rect();
    let first = harness.get_by_label("Sort by Quotes").rect();
    assert!(most.top() - first.bottom() < 20.0, "the meeting with the most quotes is first");
    click(&mut harness, "Anchorage talks, 18–19 March 2021");
    assert_eq!(selected_id(&harness).as_deref(), Some("2021-03-anchorage"));
}

#[test]
fn the_order_of_the_list_belongs_to_the_place() {
    let mut harness = open(None);
    press(&mut harness, Modifiers::COMMAND, Key::Num2);
    let order = |harness: &App| session(harness).place().list_order;
    let before = order(&harness);
    click(&mut harness, "Sort by Quotes");
    assert_ne!(order(&harness), before);
    // The keys walk the list as it is sorted.
    press(&mut harness, Modifiers::NONE, Key::ArrowDown);
    assert_eq!(selected_id(&harness).as_deref(), Some("2021-03-anchorage"));
    for _ in 0..2 {
        press(&mut harness, Modifiers::ALT, Key::ArrowLeft);
    }
    assert_eq!(order(&harness), before);
}

#[test]
fn an_issue_is_followed_from_the_palette_and_walked_by_key() {
    let mut harness = open(None);
    find_in_palette(&mut harness, "anchorage talks");
    find_in_palette(&mut harness, "taiwan");
    settle(&mut harness);
    assert!(matches!(page(&harness), Page::Thread(_)));
    // All of it is seen; from near, the line names what each mark stands for.
    press(&mut harness, Modifiers::NONE, Key::Z);
    harness.get_by_label_contains("Taiwan at Anchorage talks, 18–19 March 2021: raised by");
    press(&mut harness, Modifiers::NONE, Key::CloseBracket);
    let next = selected_id(&harness).expect("the next one is selected");
    assert_ne!(next, "2021-03-anchorage");
    press(&mut harness, Modifiers::NONE, Key::OpenBracket);
    assert_eq!(selected_id(&harness).as_deref(), Some("2021-03-anchorage"));
}

#[test]
fn each_page_shows_what_it_is_about() {
    let mut harness = open(None);
    find_in_palette(&mut harness, "anchorage talks");
    for (key, words) in [
        (Key::Num3, "Who raised what"),
        (Key::Num4, "The longest gaps"),
        (Key::Num5, "only in the US account"),
        (Key::Num6, "Side by side"),
    ] {
        press(&mut harness, Modifiers::COMMAND, key);
        settle(&mut harness);
        let mut found = harness.query_all_by_label_contains(words);
        assert!(found.next().is_some(), "{words}");
    }
}

#[test]
fn the_selected_meeting_is_copied_as_markdown() {
    let mut harness = open(None);
    find_in_palette(&mut harness, "anchorage");
    // The press alone: the harness gives each queued event a frame of its own.
    let modifiers = Modifiers::COMMAND | Modifiers::SHIFT;
    harness.input_mut().events.push(egui::Event::Key {
        key: Key::C,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers,
    });
    let text = copied(&mut harness).expect("something is copied");
    assert!(text.starts_with("# Anchorage talks\n"), "{text}");
    assert!(text.contains("strong smell of gunpowder and drama"));
    assert_eq!(harness.state().toast_text(), "Meeting copied");
}

#[test]
fn a_quote_of_the_selected_meeting_is_copied_from_the_palette() {
    let mut harness = open(None);
    find_in_palette(&mut harness, "anchorage");
    press(&mut harness, Modifiers::COMMAND, Key::K);
    harness.get_by_role(Role::TextInput).type_text("quote gunpowder");
    settle(&mut harness);
    let rows = harness.get_all_by_label_contains("Copy quote with citation: “");
    assert_eq!(rows.count(), 1);
    // The press alone: the harness gives each queued event a frame of its own.
    harness.input_mut().events.push(egui::Event::Key {
        key: Key::Enter,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: Modifiers::NONE,
    });
    let text = copied(&mut harness).expect("something is copied");
    assert!(text.contains("strong smell of gunpowder and drama"), "{text}");
    assert!(text.contains("2021"), "with its citation: {text}");
    assert_eq!(harness.state().toast_text(), "Quote with citation copied");
}

#[test]
fn shortcuts_and_about_open_and_close_by_key() {
    let mut harness = open(None);
    press(&mut harness, Modifiers::NONE, Key::F1);
    harness.get_by_label("Wheel, pinch");
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(harness.query_by_label("Wheel, pinch").is_none());
}

#[test]
fn the_about_leads_to_the_licences_of_all_parts() {
    let mut harness = open(None);
    click(&mut harness, "Help");
    harness.get_by_label_contains("About Readout").click();
    harness.run_ok();
    click(&mut harness, "Licences…");
    harness.get_by_label("Search parts and licences");
    harness.event(egui::Event::Text("typeface".to_owned()));
    harness.run_ok();
    let parts = harness.query_all_by_label_contains(", typeface");
    assert!(parts.count() >= 3, "the typefaces are listed");
    assert!(harness.query_by_label_contains("egui 0").is_none(), "and nothing else");
    press(&mut harness, Modifiers::NONE, Key::ArrowDown);
    let licence = harness.query_all_by_label_contains("Noto is a trademark of Google");
    let rects: Vec<_> = licence.map(|node| node.rect()).collect();
    assert!(!rects.is_empty(), "the second one’s licence is shown");
    let list = harness.get_by_label("Inter 4.001, typeface, SIL Open Font License 1.1").rect();
    for rect in rects {
        assert!(list.left() > 100.0 && list.right() < rect.left(), "beside the list: {rect}");
        assert!(rect.right() < 1180.0, "within the window: {rect}");
    }
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(harness.query_by_label("Search parts and licences").is_none(), "closed");
    harness.get_by_label("Licences…");
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(harness.query_by_label("Licences…").is_none(), "closed too");
}
