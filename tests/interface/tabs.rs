//! Several datasets in one window, each in a tab.

use std::path::PathBuf;

use egui::{Key, Modifiers, accesskit::Role, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use readout::app::ReadoutApp;
use readout::ui::page::Page;

use crate::program::{
    App, WINDOW, assert_at_rest, drop_files, open_sized, press, session, settings, settle,
};

const CTRL_SHIFT: Modifiers = Modifiers::CTRL.plus(Modifiers::SHIFT).plus(Modifiers::COMMAND);

/// A folder with made-up files of so many meetings each.
fn files(counts: &[usize]) -> (tempfile::TempDir, Vec<PathBuf>) {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let write = |(pos, count): (usize, &usize)| {
        let path = folder.path().join(format!("file-{pos}.readout.json"));
        std::fs::write(&path, dataset(pos, *count)).expect("a file of the test");
        path
    };
    let paths = counts.iter().enumerate().map(write).collect();
    (folder, paths)
}

fn dataset(number: usize, meetings: usize) -> String {
    let meeting = |n| format!(r#"{{"id": "m{n}", "title": "Talks {n}", "start": "{}"}}"#, 1990 + n);
    let meetings: Vec<String> = (0..meetings).map(meeting).collect();
    format!(r#"{{"title": "Made up {number}", "events": [{}]}}"#, meetings.join(","))
}

fn open(paths: &[PathBuf]) -> App {
    let (first, others) = paths.split_first().expect("a file");
    let (first, others) = (first.clone(), others.to_vec());
    open_sized(WINDOW, |ctx| {
        let mut app = ReadoutApp::with_settings(ctx, settings(), Some(first));
        app.open_others(ctx, others);
        app
    })
}

fn shown(harness: &App) -> String {
    harness.state().window_title().trim_end_matches(" – Readout").to_owned()
}

fn meetings(harness: &App) -> usize {
    harness.state().session().map_or(0, |session| session.document.dataset().events.len())
}

/// The names of the tabs in the accessibility tree, in their order, the shown one in
/// brackets.
fn tabs(harness: &App) -> Vec<String> {
    let Some(list) = harness.query_by_role_and_label(Role::TabList, "Open datasets") else {
        return Vec::new();
    };
    let name = |node: egui_kittest::Node<'_>| {
        let node = node.accesskit_node();
        let label = node.label().unwrap_or_default();
        if node.is_selected() == Some(true) { format!("[{label}]") } else { label }
    };
    list.get_all_by_role(Role::Tab).map(name).collect()
}

#[test]
fn one_dataset_has_no_bar_of_tabs_and_several_have_one() {
    let (_folder, paths) = files(&[1, 2, 3]);
    let mut harness = open(&paths[..1]);
    assert!(tabs(&harness).is_empty());
    drop_files(&mut harness, &paths[1..]);
    assert_eq!(tabs(&harness), ["file-0", "[file-1]", "file-2"]);
    assert_eq!((meetings(&harness), shown(&harness).as_str()), (2, "Made up 1"));
}

#[test]
fn each_tab_keeps_its_page_filter_selection_and_part_of_time() {
    let (_folder, paths) = files(&[5, 7]);
    let mut harness = open(&paths);
    harness.state_mut().select_by_id("m3");
    press(&mut harness, Modifiers::COMMAND, Key::Num2);
    press(&mut harness, Modifiers::NONE, Key::Plus);
    let place = session(&harness).place().clone();
    assert_eq!(place.page, Page::List);
    press(&mut harness, Modifiers::CTRL, Key::Tab);
    let other = session(&harness).place().clone();
    assert_eq!((other.page, other.selection), (Page::Timeline, None));
    press(&mut harness, Modifiers::CTRL, Key::PageUp);
    assert_eq!(session(&harness).place(), &place);
    // And each goes back by itself.
    press(&mut harness, Modifiers::CTRL, Key::Tab);
    press(&mut harness, Modifiers::ALT, Key::ArrowLeft);
    press(&mut harness, Modifiers::CTRL, Key::Tab);
    assert_eq!(session(&harness).place(), &place);
}

#[test]
fn keys_walk_the_tabs_in_a_ring() {
    let (_folder, paths) = files(&[1, 2, 3]);
    let mut harness = open(&paths);
    let mut seen = vec![meetings(&harness)];
    for key in [Key::Tab, Key::PageDown, Key::Tab] {
        press(&mut harness, Modifiers::CTRL, key);
        seen.push(meetings(&harness));
    }
    assert_eq!(seen, [1, 2, 3, 1]);
    press(&mut harness, Modifiers::CTRL.plus(Modifiers::SHIFT), Key::Tab);
    assert_eq!(meetings(&harness), 3);
    press(&mut harness, Modifiers::CTRL, Key::PageUp);
    assert_eq!(meetings(&harness), 2);
}

#[test]
fn a_click_shows_a_tab_its_cross_and_the_middle_button_close_it() {
    let (_folder, paths) = files(&[1, 2, 3]);
    let mut harness = open(&paths);
    harness.get_by_role_and_label(Role::Tab, "file-2").click();
    settle(&mut harness);
    assert_eq!(meetings(&harness), 3);
    harness.get_by_label("Close file-0").click();
    settle(&mut harness);
    assert_eq!(tabs(&harness), ["file-1", "[file-2]"]);
    let tab = harness.get_by_role_and_label(Role::Tab, "file-2").rect().left_center();
    let at = tab + vec2(30.0, 0.0);
    harness.hover_at(at);
    for pressed in [true, false] {
        harness.event(egui::Event::PointerButton {
            pos: at,
            button: egui::PointerButton::Middle,
            pressed,
            modifiers: Modifiers::NONE,
        });
    }
    settle(&mut harness);
    assert!(tabs(&harness).is_empty(), "one is left, which needs no bar");
    assert_eq!(meetings(&harness), 2);
}

#[test]
fn the_last_one_closed_leaves_the_empty_window_and_comes_back_where_it_was() {
    let (_folder, paths) = files(&[4]);
    let mut harness = open(&paths);
    harness.state_mut().select_by_id("m2");
    press(&mut harness, Modifiers::COMMAND, Key::Num2);
    let place = session(&harness).place().clone();
    press(&mut harness, Modifiers::COMMAND, Key::W);
    harness.get_by_label("No dataset is open");
    assert_eq!((harness.state().tab_count(), harness.state().window_title()), (0, "Readout"));
    // There is nothing more to be closed.
    press(&mut harness, Modifiers::COMMAND, Key::W);
    press(&mut harness, CTRL_SHIFT, Key::T);
    assert_eq!(session(&harness).place(), &place);
}

#[test]
fn closed_tabs_come_back_the_last_one_first_and_each_in_its_place() {
    let (_folder, paths) = files(&[1, 2, 3, 4]);
    let mut harness = open(&paths);
    press(&mut harness, Modifiers::CTRL, Key::Tab);
    press(&mut harness, Modifiers::COMMAND, Key::W);
    assert_eq!(tabs(&harness), ["file-0", "[file-2]", "file-3"]);
    press(&mut harness, Modifiers::COMMAND, Key::W);
    assert_eq!(tabs(&harness), ["file-0", "[file-3]"]);
    press(&mut harness, CTRL_SHIFT, Key::T);
    assert_eq!(tabs(&harness), ["file-0", "[file-2]", "file-3"]);
    press(&mut harness, CTRL_SHIFT, Key::T);
    assert_eq!(tabs(&harness), ["file-0", "[file-1]", "file-2", "file-3"]);
    assert_eq!(meetings(&harness), 2);
}

#[test]
fn a_file_that_is_open_already_is_shown_where_it_is() {
    let (_folder, paths) = files(&[1, 2]);
    let mut harness = open(&paths);
    press(&mut harness, Modifiers::CTRL, Key::Tab);
    drop_files(&mut harness, &paths[..1]);
    assert_eq!(tabs(&harness), ["[file-0]", "file-1"]);
}

#[test]
fn of_several_files_those_that_can_be_read_open_and_the_others_say_why_not() {
    let (folder, mut paths) = files(&[1, 2]);
    let broken = folder.path().join("broken.json");
    std::fs::write(&broken, "{\"events\": [").expect("a file of the test");
    paths.insert(1, broken);
    paths.insert(2, folder.path().to_owned());
    let mut harness = open(&paths);
    let name = folder.path().file_name().expect("it has one").to_string_lossy();
    let told = tabs(&harness);
    let unreadable = format!("{name}, could not be opened");
    assert_eq!(told, ["[file-0]", "broken, could not be opened", &unreadable, "file-1"]);
    assert_eq!(harness.state().fault(), None, "it is told in its own tab");
    press(&mut harness, Modifiers::CTRL, Key::Tab);
    harness.get_by_label("broken.json could not be opened");
    press(&mut harness, Modifiers::CTRL, Key::Tab);
    assert!(harness.state().fault().expect("why").text.contains("this is a folder"));
    // Mended, it opens.
    press(&mut harness, Modifiers::CTRL, Key::PageUp);
    std::fs::write(&paths[1], dataset(9, 6)).expect("a file of the test");
    harness.get_by_label("Try again").click();
    settle(&mut harness);
    assert_eq!((meetings(&harness), harness.state().fault()), (6, None));
}

#[test]
fn files_of_one_name_are_told_apart_by_their_folders() {
    let (folder, _) = files(&[]);
    let paths = ["one", "other"].map(|name| {
        let path = folder.path().join(name);
        std::fs::create_dir(&path).expect("a folder of the test");
        let path = path.join("talks.json");
        std::fs::write(&path, dataset(0, 1)).expect("a file of the test");
        path
    });
    let harness = open(&paths);
    assert_eq!(tabs(&harness), ["[talks – one]", "talks – other"]);
}

#[test]
fn more_files_than_is_good_are_not_opened_all_at_once_and_that_is_told() {
    let (_folder, paths) = files(&[1; 53]);
    let mut harness = open(&paths[..1]);
    drop_files(&mut harness, &paths);
    assert_eq!(harness.state().tab_count(), 50);
    let fault = harness.state().fault().expect("it is told").clone();
    assert!(fault.heading.contains("50") && fault.text.starts_with("3 more"), "{fault:?}");
}

#[test]
fn twenty_tabs_are_wide_enough_to_be_told_apart_and_the_shown_one_is_in_view() {
    let (_folder, paths) = files(&[1; 20]);
    let mut harness = open(&paths);
    for _ in 0..20 {
        let node = harness.get_all_by_role(Role::Tab).find(|node| {
            node.accesskit_node().label().is_some_and(|it| it.starts_with("file-"))
                && node.accesskit_node().is_selected() == Some(true)
        });
        let rect = node.expect("one is shown").rect();
        assert!(rect.width() >= 100.0, "{rect:?}");
        assert!(rect.left() >= 0.0 && rect.right() <= 1280.0, "{rect:?}");
        press(&mut harness, Modifiers::CTRL, Key::Tab);
    }
    harness.get_by_label("All 20 tabs").click();
    harness.run_ok();
    harness.get_by_role_and_label(Role::Button, "file-7").click();
    settle(&mut harness);
    assert_eq!(shown(&harness), "Made up 7");
}

#[test]
fn a_tab_in_the_background_asks_for_no_frame() {
    let (_folder, paths) = files(&[3, 3]);
    let mut harness = open(&paths);
    assert_at_rest(&mut harness);
}

#[test]
fn what_is_typed_in_one_tab_does_not_go_into_another() {
    let (_folder, paths) = files(&[3, 3]);
    let mut harness = open(&paths);
    press(&mut harness, Modifiers::COMMAND, Key::F);
    harness.event(egui::Event::Text("Talks 1".to_owned()));
    settle(&mut harness);
    press(&mut harness, Modifiers::CTRL, Key::Tab);
    assert_eq!(session(&harness).place().query, "");
    harness.event(egui::Event::Text("x".to_owned()));
    settle(&mut harness);
    assert_eq!(session(&harness).place().query, "");
    press(&mut harness, Modifiers::CTRL, Key::Tab);
    assert_eq!(session(&harness).place().query, "Talks 1");
}
