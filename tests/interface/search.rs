//! The search box, the panel of filters, and views that are kept.

use egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use readout::ui::page::Page;

use crate::program::{
    App, click, find_in_palette, open, press, search, selected_id, session, settle,
};

fn query(app: &App) -> String {
    session(app).place().query.clone()
}

fn page(app: &App) -> Page {
    session(app).place().page.clone()
}

/// How many meetings match, where something is asked for.
fn matching(app: &App) -> Option<usize> {
    session(app).matches.as_ref().map(|matches| matches.set.len())
}

#[test]
fn typing_in_the_search_box_finds_ranks_and_dims() {
    let mut harness = open(None);
    search(&mut harness, "gunpowder");
    assert_eq!(matching(&harness), Some(1));
    harness.get_by_label("1 meeting matches");
    let scene = harness.state().scene();
    let bright: Vec<usize> = scene.marks.iter().map(|mark| mark.matching).collect();
    assert_eq!(bright.iter().sum::<usize>(), 1, "all but one are dim");
    let labels: Vec<String> = scene.labels.iter().map(|label| label.text()).collect();
    assert_eq!(labels, ["Anchorage talks"], "only what matches has its title beside it");
    harness.get_by_label_contains("in a quote by");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(selected_id(&harness).as_deref(), Some("2021-03-anchorage"));
    assert_eq!(query(&harness), "gunpowder", "the search stays until it is cleared");
    press(&mut harness, Modifiers::NONE, Key::Escape);
    press(&mut harness, Modifiers::SHIFT, Key::Escape);
    assert_eq!((query(&harness).as_str(), matching(&harness)), ("", None));
}

#[test]
fn escape_in_the_search_box_leaves_the_selection_alone() {
    let mut harness = open(None);
    find_in_palette(&mut harness, "anchorage");
    search(&mut harness, "taiwan");
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert_eq!(selected_id(&harness).as_deref(), Some("2021-03-anchorage"));
    assert_eq!(query(&harness), "taiwan");
}

#[test]
fn the_list_under_the_search_box_is_walked_by_key() {
    let mut harness = open(None);
    search(&mut harness, "邓小平");
    let count = matching(&harness).expect("something is asked for");
    assert!(count > 3, "Deng is found under his Chinese name: {count}");
    press(&mut harness, Modifiers::NONE, Key::ArrowDown);
    press(&mut harness, Modifiers::NONE, Key::ArrowDown);
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert!(selected_id(&harness).is_some());
}

#[test]
fn what_is_not_understood_is_said_and_filters_nothing() {
    let mut harness = open(None);
    search(&mut harness, "issue:taiwn");
    assert!(harness.query_all_by_label_contains("did you mean taiwan").next().is_some());
    assert!(matching(&harness).is_none_or(|count| count == 254));
}

#[test]
fn a_completion_is_taken_with_tab() {
    let mut harness = open(None);
    search(&mut harness, "issue:taiw");
    press(&mut harness, Modifiers::NONE, Key::Tab);
    assert_eq!(query(&harness).trim(), "issue:taiwan");
    assert_eq!(matching(&harness), Some(114));
}

#[test]
fn the_panel_of_filters_and_the_search_box_are_one_filter() {
    let mut harness = open(None);
    press(&mut harness, Modifiers::COMMAND, Key::B);
    click(&mut harness, "Taiwan, 114 meetings");
    assert_eq!(query(&harness).trim(), "issue:taiwan");
    assert_eq!(matching(&harness), Some(114));
    // The counts of the other fields follow: China raised it at 82 of them.
    click(&mut harness, "China, 82 meetings");
    assert_eq!(matching(&harness), Some(82));
    // A chip for each; one is taken away.
    harness.get_by_label_contains("Take away: Issue: Taiwan").click();
    harness.run_ok();
    settle(&mut harness);
    assert_eq!(query(&harness).trim(), "raised:cn");
    press(&mut harness, Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(matching(&harness), Some(82), "back walks through filters too");
}

#[test]
fn a_view_is_kept_under_a_name_and_found_again() {
    let mut harness = open(None);
    search(&mut harness, "issue:taiwan raised:cn");
    press(&mut harness, Modifiers::NONE, Key::Escape);
    press(&mut harness, Modifiers::COMMAND, Key::Num2);
    press(&mut harness, Modifiers::COMMAND, Key::D);
    harness.get_by_role(Role::TextInput).type_text("China on Taiwan");
    harness.run_ok();
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(harness.state().views().len(), 1);
    press(&mut harness, Modifiers::SHIFT, Key::Escape);
    press(&mut harness, Modifiers::COMMAND, Key::Num1);
    assert_eq!(matching(&harness), None);
    find_in_palette(&mut harness, "china on taiwan");
    settle(&mut harness);
    assert_eq!((page(&harness), matching(&harness)), (Page::List, Some(82)));
}

#[test]
fn walking_keeps_to_what_matches() {
    let mut harness = open(None);
    search(&mut harness, "kind:summit");
    press(&mut harness, Modifiers::NONE, Key::Escape);
    for _ in 0..5 {
        press(&mut harness, Modifiers::NONE, Key::N);
        let session = session(&harness);
        let dataset = session.document.dataset();
        let event = session.selection().and_then(|ix| dataset.event(ix)).expect("selected");
        assert_eq!(dataset.kinds[event.kind.pos()].id, "summit");
    }
}

#[test]
fn a_search_without_results_says_what_to_loosen() {
    let mut harness = open(None);
    search(&mut harness, "gunpowder kind:climate");
    assert_eq!(matching(&harness), Some(0));
    harness.get_by_label_contains("Take a word or a filter away");
}

#[test]
fn tab_leaves_an_empty_search_box_and_shift_escape_clears_from_within() {
    let mut harness = open(None);
    press(&mut harness, Modifiers::COMMAND, Key::F);
    press(&mut harness, Modifiers::NONE, Key::Tab);
    assert_eq!(query(&harness), "", "nothing is completed that was not begun");
    assert!(!harness.get_by_role(Role::SearchInput).accesskit_node().is_focused());
    search(&mut harness, "taiwan");
    assert!(matching(&harness).is_some());
    press(&mut harness, Modifiers::SHIFT, Key::Escape);
    assert_eq!(query(&harness), "");
}
