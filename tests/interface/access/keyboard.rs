//! Where the keyboard leads.

use std::collections::{BTreeMap, BTreeSet};

use egui::accesskit::{Action, NodeId, Role};
use egui::epaint::{ClippedShape, ColorMode};
use egui::{Key, Modifiers, Rect, Shape, Stroke};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use readout::ui::theme::focus_ring;
use readout::ui::tokens::Tokens;

use super::{
    App, PAGES, find, nodes, open, open_file, open_files, open_page, press, run, settle, with_role,
};

/// What has the focus, and where.
fn focused(harness: &App) -> Option<(NodeId, Rect)> {
    let id = harness.ctx.memory(|memory| memory.focused())?;
    Some((id.accesskit_id(), harness.ctx.read_response(id)?.rect))
}

/// Each thing that can take the focus, with what it is; where a dialog stands over the
/// window, in that.
fn focusable(harness: &App) -> BTreeMap<NodeId, String> {
    let dialog = harness.ctx.memory(|memory| memory.top_modal_layer());
    let in_dialog: Option<BTreeSet<NodeId>> = dialog.map(|layer| {
        harness.ctx.viewport(|viewport| {
            let widgets = viewport.prev_pass.widgets.get_layer(layer);
            widgets.map(|widget| widget.id.accesskit_id()).collect()
        })
    });
    let all = nodes(harness);
    let nodes = all.iter().map(|node| node.accesskit_node());
    let can = nodes.filter(|node| {
        let is_in = in_dialog.as_ref().is_none_or(|them| them.contains(&node.locate().0));
        let can = node.data().supports_action(Action::Focus);
        can && is_in && !node.is_disabled() && !node.is_hidden()
    });
    can.map(|node| {
        let name = node.label().or(node.value()).unwrap_or_default();
        (node.locate().0, format!("{:?} {name}", node.role()))
    })
    .collect()
}

/// Where the keyboard comes to with Tab.
#[derive(Default)]
struct Walk {
    seen: Vec<NodeId>,
    /// Of those, the ones around which no ring is seen.
    without_ring: BTreeMap<NodeId, Rect>,
}

/// Walks with Tab until it comes round.
fn walk(harness: &mut App) -> Walk {
    const MOST: usize = 600;
    let mut walk = Walk::default();
    let mut in_a_row = 0;
    for _ in 0..MOST {
        harness.key_press(Key::Tab);
        // Key down, key up, scrolling to it, and there it is; a dialog that has grown with
        // that is in its middle again.
        harness.run_steps(6);
        let Some((id, rect)) = focused(harness) else { continue };
        if walk.seen.contains(&id) {
            in_a_row += 1;
            // All the way round, and some further: nothing is new.
            if in_a_row > 4 {
                return walk;
            }
            continue;
        }
        in_a_row = 0;
        walk.seen.push(id);
        if !has_ring(harness, rect) {
            walk.without_ring.insert(id, rect);
        }
    }
    panic!("the walk does not come round in {MOST} steps");
}

/// Whether the line that tells of the focus is painted around or under a thing.
fn has_ring(harness: &App, rect: Rect) -> bool {
    // What is typed into has a line of its own, like the text that is marked in it.
    let typed_into = harness.ctx.global_style().visuals.selection.stroke;
    let rings = [focus_ring(Tokens::of(&harness.ctx)), typed_into];
    let near = rect.expand(6.0);
    harness.output().shapes.iter().any(|ClippedShape { shape, clip_rect, .. }| {
        let mut flat = Vec::new();
        flatten(shape, &mut flat);
        let mut lines =
            flat.into_iter().filter(|it| stroke(it).is_some_and(|it| rings.contains(&it)));
        lines.any(|shape| {
            let seen = shape.visual_bounding_rect().intersect(*clip_rect);
            seen.is_positive() && seen.size().max_elem() > 4.0 && near.contains_rect(seen)
        })
    })
}

fn flatten<'a>(shape: &'a Shape, flat: &mut Vec<&'a Shape>) {
    match shape {
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| flatten(shape, flat)),
        shape => flat.push(shape),
    }
}

fn stroke(shape: &Shape) -> Option<Stroke> {
    match shape {
        Shape::Rect(rect) => Some(rect.stroke),
        Shape::Circle(circle) => Some(circle.stroke),
        Shape::LineSegment { stroke, .. } => Some(*stroke),
        Shape::Path(path) => match path.stroke.color {
            ColorMode::Solid(color) => Some(Stroke::new(path.stroke.width, color)),
            ColorMode::UV(_) => None,
        },
        _ => None,
    }
}

fn comes_to_everything_and_is_seen(page: &str, harness: &mut App) {
    let mut all = focusable(harness);
    assert!(!all.is_empty(), "{page} has things to come to");
    let walk = walk(harness);
    let missed: Vec<_> = all.iter().filter(|(id, _)| !walk.seen.contains(id)).collect();
    assert!(missed.is_empty(), "{page}: Tab does not come to {missed:#?}");
    all.append(&mut focusable(harness));
    let unseen = walk.without_ring.iter().map(|(id, rect)| (all.get(id), rect));
    let unseen: Vec<_> = unseen.collect();
    assert!(unseen.is_empty(), "{page}: no ring is seen around {unseen:#?}");
    // Such as the second line of a link.
    let nameless = all.iter().filter(|(_, what)| what.starts_with("Unknown"));
    let nameless: Vec<_> = nameless.filter(|(id, _)| walk.seen.contains(id)).collect();
    assert!(nameless.is_empty(), "{page}: nobody knows what these are: {nameless:#?}");
}

fn comes_to_everything_on(page: &str) {
    let (_, key) = PAGES.into_iter().find(|(name, _)| *name == page).expect("there is that page");
    let mut harness = open();
    open_page(&mut harness, key);
    assert!(focusable(&harness).len() > 12, "{page} is shown");
    comes_to_everything_and_is_seen(page, &mut harness);
}

#[test]
fn tab_comes_to_everything_on_the_timeline() {
    comes_to_everything_on("timeline");
}

#[test]
fn tab_comes_to_everything_on_the_list() {
    comes_to_everything_on("list");
}

#[test]
fn tab_comes_to_everything_on_the_matrix() {
    comes_to_everything_on("matrix");
}

#[test]
fn tab_comes_to_everything_on_the_cadence() {
    comes_to_everything_on("cadence");
}

#[test]
fn tab_comes_to_everything_in_the_accounts() {
    comes_to_everything_on("accounts");
}

#[test]
fn tab_comes_to_everything_in_the_comparison() {
    comes_to_everything_on("compare");
}

#[test]
fn tab_comes_to_everything_on_the_pages_of_an_issue_and_of_people() {
    for name in ["taiwan", "henry kissinger"] {
        let mut harness = open();
        run(&mut harness, name);
        comes_to_everything_and_is_seen(name, &mut harness);
    }
}

#[test]
fn tab_comes_to_everything_where_there_are_tabs_and_filters() {
    let mut harness = open_files(&["good/minimal.json", "good/all-members.json"]);
    press(&mut harness, Modifiers::COMMAND, Key::B);
    comes_to_everything_and_is_seen("tabs", &mut harness);
}

#[test]
fn tab_comes_to_everything_in_the_dialogs() {
    for name in ["about readout", "keyboard and mouse"] {
        let mut harness = open();
        run(&mut harness, name);
        assert!(harness.ctx.memory(|memory| memory.top_modal_layer()).is_some(), "{name} is open");
        if name == "about readout" {
            harness.get_by_label_contains("Licences").click();
            settle(&mut harness);
        }
        comes_to_everything_and_is_seen(name, &mut harness);
    }
}

#[test]
fn what_is_only_read_in_a_dialog_scrolls_by_keys() {
    let mut harness = open();
    run(&mut harness, "keyboard and mouse");
    let top = |harness: &App| harness.get_by_label("Wheel, pinch").rect().top();
    // At its beginning already; its columns have their widths from the next frame on.
    press(&mut harness, Modifiers::NONE, Key::PageUp);
    let before = top(&harness);
    for key in [Key::PageDown, Key::ArrowDown] {
        let before = top(&harness);
        press(&mut harness, Modifiers::NONE, key);
        assert!(top(&harness) < before, "{key:?} moves it");
    }
    press(&mut harness, Modifiers::NONE, Key::ArrowUp);
    press(&mut harness, Modifiers::NONE, Key::PageUp);
    assert_eq!(top(&harness), before);
}

#[test]
fn tab_comes_to_everything_in_the_list_of_problems() {
    let mut harness = open_file("bad/wrong-types.json");
    press(&mut harness, Modifiers::COMMAND, Key::M);
    assert!(harness.state().shows_problems());
    comes_to_everything_and_is_seen("problems", &mut harness);
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
        let (_, rect) = focused(&harness).expect("it was just asked where");
        assert!(has_ring(&harness, rect), "{name}: no ring is seen");
        there.push(name);
    }
    // As they are read: from the top to the foot, and from left to right.
    let order = [
        "Menus and search box",
        "Search meetings",
        "Panel of filters",
        "Choice of page",
        "What is filtered by",
        "Timeline of meetings",
        "Selected meeting",
    ];
    assert_eq!(there, order);
    press(&mut harness, Modifiers::SHIFT, Key::F6);
    assert_eq!(Some(landmark(&harness)), there.last().cloned());
}

#[test]
fn f6_leads_into_a_pane_that_is_scrolled_and_is_seen_there() {
    let mut harness = open();
    find(&mut harness, "anchorage");
    let canvas = harness.state().canvas().expect("the timeline is shown");
    let window = harness.ctx.content_rect();
    let pane = window.with_min_x(canvas.right()).with_min_y(canvas.top());
    for distance in [300.0, 900.0, 1_700.0, 2_600.0] {
        harness.hover_at(pane.center());
        harness.event(egui::Event::MouseWheel {
            unit: egui::MouseWheelUnit::Point,
            delta: egui::vec2(0.0, -distance),
            phase: egui::TouchPhase::Move,
            source: egui::MouseWheelSource::Unknown,
            modifiers: Modifiers::NONE,
        });
        settle(&mut harness);
        harness.ctx.memory_mut(|memory| {
            if let Some(id) = memory.focused() {
                memory.surrender_focus(id);
            }
        });
        press(&mut harness, Modifiers::SHIFT, Key::F6);
        assert_eq!(landmark(&harness), "Selected meeting");
        let (_, rect) = focused(&harness).expect("something there has the focus");
        assert!(pane.contains_rect(rect.intersect(pane)) && rect.intersects(pane), "{rect}");
        assert!(has_ring(&harness, rect), "no ring is seen {distance} further down");
    }
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

/// The name of what has the focus, without the keys that stand beside it in menus.
fn focused_name(harness: &App) -> Option<String> {
    let (id, _) = focused(harness)?;
    let all = nodes(harness);
    let name =
        all.iter().map(|node| node.accesskit_node()).find(|node| node.locate().0 == id)?.label()?;
    let keys = [" Ctrl+", " F1"].into_iter().filter_map(|keys| name.find(keys)).min();
    Some(name.get(..keys.unwrap_or(name.len())).unwrap_or_default().trim().to_owned())
}

#[test]
fn the_menus_open_walk_and_close_as_menubars_do() {
    for key in [Key::ArrowDown, Key::Enter, Key::Space] {
        let mut harness = open();
        press(&mut harness, Modifiers::NONE, Key::F10);
        assert_eq!(focused_name(&harness).as_deref(), Some("File"));
        press(&mut harness, Modifiers::NONE, key);
        assert_eq!(focused_name(&harness).as_deref(), Some("Open…"), "{key:?} opens");
        press(&mut harness, Modifiers::NONE, Key::ArrowRight);
        assert!(
            harness.query_by_label_contains("Open…").is_none(),
            "its neighbour is open instead"
        );
        harness.get_by_label_contains("Chicago");
        assert!(focused_name(&harness).is_some_and(|name| name.starts_with("Copy")));
        press(&mut harness, Modifiers::NONE, Key::ArrowLeft);
        press(&mut harness, Modifiers::NONE, Key::ArrowLeft);
        // Round to the last one.
        assert_eq!(focused_name(&harness).as_deref(), Some("Keyboard and mouse"));
        press(&mut harness, Modifiers::NONE, Key::Escape);
        assert!(harness.query_by_label("About Readout").is_none(), "it is closed");
        assert_eq!(focused_name(&harness).as_deref(), Some("Help"));
        press(&mut harness, Modifiers::NONE, Key::ArrowRight);
        assert_eq!(focused_name(&harness).as_deref(), Some("File"), "closed ones are walked too");
        assert!(harness.query_by_label_contains("Open…").is_none());
    }
}

#[test]
fn arrows_lead_into_a_menu_within_a_menu_and_out_of_it() {
    let mut harness = open();
    press(&mut harness, Modifiers::NONE, Key::F10);
    for key in [Key::ArrowRight, Key::ArrowRight, Key::ArrowDown] {
        press(&mut harness, Modifiers::NONE, key);
    }
    for _ in 0..40 {
        if focused_name(&harness).as_deref() == Some("Theme") {
            break;
        }
        press(&mut harness, Modifiers::NONE, Key::ArrowDown);
    }
    press(&mut harness, Modifiers::NONE, Key::ArrowRight);
    assert_eq!(focused_name(&harness).as_deref(), Some("Theme of the system"));
    press(&mut harness, Modifiers::NONE, Key::ArrowLeft);
    assert_eq!(focused_name(&harness).as_deref(), Some("Theme"), "the menu around it stays open");
    press(&mut harness, Modifiers::NONE, Key::ArrowRight);
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert_eq!(focused_name(&harness).as_deref(), Some("View"));
}

#[test]
fn panes_come_back_as_wide_as_they_were_when_there_is_room_again() {
    let mut harness = open();
    find(&mut harness, "anchorage");
    // What the pane leaves to the timeline.
    let width = |harness: &App| harness.state().canvas().map(|canvas| canvas.width());
    let before = width(&harness);
    for _ in 0..12 {
        press(&mut harness, Modifiers::COMMAND, Key::Plus);
    }
    press(&mut harness, Modifiers::COMMAND, Key::Num0);
    assert_eq!(width(&harness), before);
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
