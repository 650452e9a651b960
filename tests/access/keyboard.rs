//! Where the keyboard leads.

use std::collections::BTreeMap;

use egui::accesskit::{Action, NodeId, Role};
use egui::{Key, Modifiers, Rect};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::{App, PAGES, find, nodes, open, open_page, press, settle, with_role};

/// What has the focus, and where.
fn focused(harness: &App) -> Option<(NodeId, Rect)> {
    let id = harness.ctx.memory(|memory| memory.focused())?;
    Some((id.accesskit_id(), harness.ctx.read_response(id)?.rect))
}

/// Each thing that can take the focus, with what it is.
fn focusable(harness: &App) -> BTreeMap<NodeId, String> {
    let all = nodes(harness);
    let nodes = all.iter().map(|node| node.accesskit_node());
    let can = nodes.filter(|node| {
        node.data().supports_action(Action::Focus) && !node.is_disabled() && !node.is_hidden()
    });
    can.map(|node| {
        let name = node.label().or(node.value()).unwrap_or_default();
        (node.locate().0, format!("{:?} {name}", node.role()))
    })
    .collect()
}

/// Walks with Tab until it comes round, and returns what had the focus.
fn walk(harness: &mut App) -> Vec<NodeId> {
    const MOST: usize = 600;
    let mut seen: Vec<NodeId> = Vec::new();
    let mut in_a_row = 0;
    for _ in 0..MOST {
        harness.key_press(Key::Tab);
        harness.run_steps(2);
        let Some((id, _)) = focused(harness) else { continue };
        if seen.contains(&id) {
            in_a_row += 1;
            // All the way round, and some further: nothing is new.
            if in_a_row > 4 {
                return seen;
            }
            continue;
        }
        in_a_row = 0;
        seen.push(id);
    }
    panic!("the walk does not come round in {MOST} steps");
}

#[test]
fn tab_comes_to_everything_on_each_page_and_is_held_nowhere() {
    for (page, key) in PAGES {
        let mut harness = open();
        open_page(&mut harness, key);
        let all = focusable(&harness);
        assert!(all.len() > 12, "{page} has things to come to");
        let seen = walk(&mut harness);
        let missed: Vec<_> = all.iter().filter(|(id, _)| !seen.contains(id)).collect();
        assert!(missed.is_empty(), "{page}: Tab does not come to {missed:#?}");
    }
}

#[test]
fn shift_tab_walks_back() {
    let mut harness = open();
    for _ in 0..3 {
        press(&mut harness, Modifiers::NONE, Key::Tab);
    }
    let third = focused(&harness);
    press(&mut harness, Modifiers::NONE, Key::Tab);
    assert_ne!(focused(&harness), third);
    press(&mut harness, Modifiers::SHIFT, Key::Tab);
    assert_eq!(focused(&harness), third);
}

/// In which landmark the focus is.
fn landmark(harness: &App) -> String {
    landmark_of_focus(harness).expect("something in a landmark has the focus")
}

fn landmark_of_focus(harness: &App) -> Option<String> {
    let (id, _) = focused(harness)?;
    let all = nodes(harness);
    let mut node =
        all.iter().map(|node| node.accesskit_node()).find(|node| node.locate().0 == id)?;
    loop {
        let is_landmark = matches!(
            node.role(),
            Role::Banner
                | Role::Complementary
                | Role::ContentInfo
                | Role::Main
                | Role::Navigation
                | Role::Region
                | Role::Search
        );
        if is_landmark {
            return node.label();
        }
        node = node.parent()?;
    }
}

#[test]
fn f6_leads_from_panel_to_panel_and_back() {
    let mut harness = open();
    find(&mut harness, "anchorage");
    press(&mut harness, Modifiers::COMMAND, Key::B);
    let mut there = Vec::new();
    loop {
        press(&mut harness, Modifiers::NONE, Key::F6);
        let name = landmark(&harness);
        if there.first() == Some(&name) {
            break;
        }
        assert!(!there.contains(&name), "{name} comes twice before all of {there:?}");
        there.push(name);
    }
    for name in [
        "Menus and search box",
        "Search meetings",
        "Panel of filters",
        "Choice of page",
        "What is filtered by",
        "Timeline of meetings",
        "Selected meeting",
    ] {
        assert!(there.iter().any(|seen| seen == name), "{name} is not among {there:?}");
    }
    press(&mut harness, Modifiers::SHIFT, Key::F6);
    assert_eq!(Some(landmark(&harness)), there.last().cloned());
}

#[test]
fn on_the_timeline_arrows_walk_the_meetings_and_tab_leaves_it() {
    let mut harness = open();
    find(&mut harness, "anchorage");
    for _ in 0..12 {
        if landmark_of_focus(&harness).as_deref() == Some("Timeline of meetings") {
            break;
        }
        press(&mut harness, Modifiers::NONE, Key::F6);
    }
    let is_there = with_role(&harness, Role::ListBoxOption).iter().any(|it| it.is_focused());
    assert!(is_there, "the keyboard is at the selected meeting");
    let selection = |harness: &App| harness.state().session().and_then(|it| it.selection());
    let before = selection(&harness);
    press(&mut harness, Modifiers::NONE, Key::ArrowDown);
    let next = selection(&harness);
    assert!(next.is_some() && next != before);
    press(&mut harness, Modifiers::NONE, Key::ArrowUp);
    assert_eq!(selection(&harness), before);
    press(&mut harness, Modifiers::NONE, Key::Tab);
    assert_eq!(selection(&harness), before, "Tab walks no meetings");
    assert_ne!(landmark(&harness), "");
    assert!(!with_role(&harness, Role::ListBoxOption).iter().any(|it| it.is_focused()));
}

#[test]
fn arrows_on_a_button_do_not_walk_the_meetings() {
    let mut harness = open();
    find(&mut harness, "anchorage");
    let before = harness.state().session().and_then(|it| it.selection());
    press(&mut harness, Modifiers::NONE, Key::Tab);
    press(&mut harness, Modifiers::NONE, Key::ArrowDown);
    assert_eq!(harness.state().session().and_then(|it| it.selection()), before);
}

#[test]
fn f10_leads_to_the_menus_and_they_work_by_keys() {
    let mut harness = open();
    press(&mut harness, Modifiers::NONE, Key::F10);
    assert_eq!(landmark(&harness), "Menus and search box");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    settle(&mut harness);
    harness.get_by_label_contains("Open the US–China dataset");
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(harness.query_by_label_contains("Open the US–China dataset").is_none());
}

#[test]
fn everything_grows_and_shrinks_by_keys() {
    let mut harness = open();
    let zoom = |harness: &App| harness.state().settings().zoom;
    press(&mut harness, Modifiers::COMMAND, Key::Plus);
    assert_eq!((zoom(&harness), harness.ctx.zoom_factor()), (110, 1.1));
    for _ in 0..12 {
        press(&mut harness, Modifiers::COMMAND, Key::Plus);
    }
    assert_eq!(zoom(&harness), 300);
    press(&mut harness, Modifiers::COMMAND, Key::Num0);
    assert_eq!((zoom(&harness), harness.ctx.zoom_factor()), (100, 1.0));
    for _ in 0..12 {
        press(&mut harness, Modifiers::COMMAND, Key::Minus);
    }
    assert_eq!(zoom(&harness), 75);
}
