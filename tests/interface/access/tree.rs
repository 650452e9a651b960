//! What stands in the tree.

use egui::accesskit::{Live, Role};
use egui::{Key, Modifiers};
use egui_kittest::kittest::NodeT as _;

use super::{
    App, PAGES, find, nodes, open, open_file, open_page, press, search, settle, with_role,
};
use crate::program;

const LANDMARKS: [Role; 7] = [
    Role::Banner,
    Role::Complementary,
    Role::ContentInfo,
    Role::Main,
    Role::Navigation,
    Role::Region,
    Role::Search,
];

#[test]
fn the_timeline_is_a_list_of_meetings_with_their_places_in_time() {
    let mut harness = open();
    find(&mut harness, "anchorage");
    press(&mut harness, Modifiers::NONE, Key::Z);
    let lists = with_role(&harness, Role::ListBox);
    let [list] = lists.as_slice() else { panic!("one list, not {}", lists.len()) };
    let data = list.accesskit_node();
    assert_eq!(data.size_of_set(), Some(254));
    assert!(data.label().is_some_and(|name| name.starts_with("Timeline, ")));
    let options = with_role(&harness, Role::ListBoxOption);
    let dataset = harness.state().session().expect("it is open").document.dataset();
    let (mut selected, mut places) = (Vec::new(), Vec::new());
    for option in &options {
        let option = option.accesskit_node();
        let place = option.position_in_set().expect("each has a place");
        places.push(place);
        let label = option.label().unwrap_or_default();
        if option.is_selected() == Some(true) {
            selected.push((place, label));
        }
    }
    let ix = dataset.event_with_id("2021-03-anchorage").expect("the dataset has it");
    let [(place, name)] = selected.as_slice() else { panic!("one is selected: {selected:?}") };
    assert_eq!(Some(*place), dataset.rank(ix));
    // Title, date, kind and people.
    assert!(name.starts_with("Anchorage talks, 18–19 March 2021, foreign ministers; "), "{name}");
    assert!(name.contains("Antony Blinken"), "{name}");
    let distinct: std::collections::BTreeSet<_> = places.iter().collect();
    assert_eq!(distinct.len(), places.len(), "no two have the same place");
}

#[test]
fn the_list_has_nodes_for_what_is_seen_and_no_more() {
    let mut harness = open();
    let far = with_role(&harness, Role::ListBoxOption).len();
    assert!((20..254).contains(&far), "{far} marks from afar");
    find(&mut harness, "anchorage");
    press(&mut harness, Modifiers::NONE, Key::Z);
    let near = with_role(&harness, Role::ListBoxOption).len();
    assert!((1..far).contains(&near), "{near} marks from near");
}

#[test]
fn what_is_found_is_told_with_its_place() {
    let mut harness = open();
    search(&mut harness, "anchorage");
    // The answer comes from the background.
    press(&mut harness, Modifiers::NONE, Key::ArrowDown);
    let options = with_role(&harness, Role::ListBoxOption).into_iter();
    let found = options.map(|node| node.accesskit_node()).filter(|node| {
        // Not the marks of the timeline.
        node.data().size_of_set() != Some(254)
    });
    let mut places: Vec<_> =
        found.map(|node| (node.position_in_set(), node.data().size_of_set())).collect();
    places.sort_unstable();
    let (last, count) = places.last().copied().expect("something is found");
    assert!(places.len() > 3 && last < count, "{places:?}");
    for (pos, place) in places.iter().enumerate() {
        assert_eq!(*place, (Some(pos), count));
    }
}

#[test]
fn the_meetings_of_a_shared_mark_are_a_list_with_their_places() {
    // So many on one day that no zoom takes them apart.
    let meeting = |n| format!(r#"{{"title": "Talks {n}", "start": "1990-05-05"}}"#);
    let meetings: Vec<String> = (0..40).map(meeting).collect();
    let folder = tempfile::tempdir().expect("a folder for the test");
    let file = folder.path().join("one-day.json");
    let text = format!(r#"{{"events": [{}]}}"#, meetings.join(","));
    std::fs::write(&file, text).expect("a file of the test");
    let mut harness = program::open(Some(file));
    let mark = with_role(&harness, Role::ListBoxOption);
    let [mark] = mark.as_slice() else { panic!("one mark, not {}", mark.len()) };
    mark.click();
    settle(&mut harness);
    let rows: Vec<_> = with_role(&harness, Role::ListBoxOption)
        .into_iter()
        .map(|node| node.accesskit_node())
        .filter(|node| node.label().is_some_and(|name| name.starts_with("Talks ")))
        .map(|node| (node.position_in_set(), node.data().size_of_set()))
        .collect();
    assert!((5..40).contains(&rows.len()), "{} rows are seen", rows.len());
    let mut places: Vec<_> = rows.iter().filter_map(|(place, _)| *place).collect();
    places.sort_unstable();
    assert_eq!(places, (0..rows.len()).collect::<Vec<_>>());
    assert!(rows.iter().all(|(_, count)| *count == Some(40)));
    let lists = with_role(&harness, Role::ListBox);
    let list = lists.iter().map(|node| node.accesskit_node());
    let mut list = list.filter(|node| node.label().as_deref() == Some("Meetings at this place"));
    assert_eq!(list.next().and_then(|node| node.data().size_of_set()), Some(40));
}

#[test]
fn each_page_is_made_of_named_landmarks_with_a_heading_in_what_is_read() {
    for (page, key) in PAGES {
        let mut harness = open();
        open_page(&mut harness, key);
        let all = nodes(&harness);
        let marks: Vec<_> = all
            .iter()
            .map(|node| node.accesskit_node())
            .filter(|node| LANDMARKS.contains(&node.role()))
            .collect();
        let mut names: Vec<String> = marks.iter().filter_map(|node| node.label()).collect();
        assert_eq!(names.len(), marks.len(), "{page}: each has a name");
        names.sort();
        names.dedup();
        assert_eq!(names.len(), marks.len(), "{page}: and one of its own");
        let count = |role| marks.iter().filter(|node| node.role() == role).count();
        for role in [Role::Banner, Role::Main, Role::Navigation, Role::Search, Role::ContentInfo] {
            assert_eq!(count(role), 1, "{page}: {role:?}");
        }
        let headings = all.iter().map(|node| node.accesskit_node());
        let first =
            headings.filter(|node| node.role() == Role::Heading && node.data().level() == Some(1));
        assert!(first.count() >= 1, "{page} has a heading of the first level");
    }
}

/// What is said by itself: the names of all live nodes.
fn live(harness: &App) -> Vec<(Live, String)> {
    let all = nodes(harness);
    let live = all.iter().map(|node| node.accesskit_node()).filter(|node| node.live() != Live::Off);
    live.map(|node| (node.live(), node.label().or(node.value()).unwrap_or_default())).collect()
}

#[test]
fn what_happens_is_said_once() {
    let mut harness = open();
    let (text, count) = harness.state().announced();
    assert_eq!((text, count), ("US–China meetings is open, with 254 meetings", 1));
    harness.run_steps(20);
    assert_eq!(harness.state().announced().1, 1, "not in every frame");
    press(&mut harness, Modifiers::NONE, Key::N);
    let (text, count) = harness.state().announced();
    assert!(text.starts_with("Selected: ") && count == 2, "{text}, {count}");
    assert!(live(&harness).iter().any(|(live, name)| *live == Live::Polite && name == text));
    press(&mut harness, Modifiers::COMMAND, Key::Num2);
    assert_eq!(harness.state().announced(), ("Showing: List", 3));
}

#[test]
fn counts_of_results_words_at_the_foot_and_errors_are_said() {
    let mut harness = open();
    find(&mut harness, "anchorage");
    let says = |harness: &App, how: Live, part: &str| {
        live(harness).iter().any(|(live, name)| *live == how && name.contains(part))
    };
    assert!(says(&harness, Live::Polite, "of 254 meetings match"), "{:?}", live(&harness));
    harness.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::C);
    harness.run_steps(6);
    assert!(says(&harness, Live::Polite, "Meeting copied"), "{:?}", live(&harness));
    let harness = open_file("bad/truncated.json");
    assert!(says(&harness, Live::Assertive, "could not be opened"), "{:?}", live(&harness));
    assert!(says(&harness, Live::Assertive, "line "), "{:?}", live(&harness));
}
