//! Files of open datasets change on disk. Real files, and a deadline instead of a wait.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::Queryable as _;

use crate::program::{self, App, press};

/// Longer than any machine takes.
const DEADLINE: Duration = Duration::from_secs(30);

fn dataset(meetings: &[(&str, &str, u32)]) -> String {
    let meeting = |(id, title, year): &(&str, &str, u32)| {
        format!(r#"{{"id": "{id}", "title": "{title}", "start": "{year}"}}"#)
    };
    let meetings: Vec<String> = meetings.iter().map(meeting).collect();
    format!(r#"{{"title": "Made up", "events": [{}]}}"#, meetings.join(",\n"))
}

const BEFORE: [(&str, &str, u32); 3] =
    [("a", "Talks A", 1990), ("b", "Talks B", 1995), ("c", "Talks C", 2000)];
const AFTER: [(&str, &str, u32); 4] = [
    ("n", "New talks", 1985),
    ("a", "Talks A", 1990),
    ("b", "Talks B", 1995),
    ("c", "Talks C", 2000),
];

/// The program with a file of its own open.
fn open() -> (tempfile::TempDir, PathBuf, App) {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let path = folder.path().join("talks.readout.json");
    fs::write(&path, dataset(&BEFORE)).expect("the test's own");
    let mut harness = program::open(Some(path.clone()));
    until(&mut harness, "it is open", |harness| meetings(harness) == 3);
    // The folder is watched a moment later.
    std::thread::sleep(Duration::from_millis(300));
    (folder, path, harness)
}

fn meetings(harness: &App) -> usize {
    harness.state().session().map_or(0, |session| session.document.dataset().events.len())
}

/// Runs frames until something is so.
fn until(harness: &mut App, what: &str, is_so: impl Fn(&App) -> bool) {
    let since = Instant::now();
    while !is_so(harness) {
        assert!(since.elapsed() < DEADLINE, "not within {DEADLINE:?}: {what}");
        std::thread::sleep(Duration::from_millis(10));
        harness.step();
    }
    harness.run_ok();
}

fn selected(harness: &App) -> Option<String> {
    let session = harness.state().session()?;
    let event = session.document.dataset().event(session.selection()?)?;
    Some(event.title.to_owned())
}

fn save_by_rename(path: &Path, text: &str) {
    let other = path.with_extension("tmp");
    fs::write(&other, text).expect("the test's own");
    fs::rename(&other, path).expect("the test's own");
}

#[test]
fn what_an_editor_saves_is_read_again_and_all_stays_where_it_was() {
    let (_folder, path, mut harness) = open();
    harness.state_mut().select_by_id("b");
    press(&mut harness, Modifiers::COMMAND, Key::Num2);
    until(&mut harness, "filtered", |harness| !harness.state().is_busy());
    save_by_rename(&path, &dataset(&AFTER));
    until(&mut harness, "read again", |harness| meetings(harness) == 4);
    assert_eq!(selected(&harness).as_deref(), Some("Talks B"));
    let session = harness.state().session().expect("it is open");
    assert_eq!(session.place().page, readout::ui::page::Page::List);
    assert!(session.can_go_back());
    assert_eq!(harness.state().toast_text(), "Read again: the file changed");
    // And once more, written in place.
    fs::write(&path, dataset(&BEFORE)).expect("the test's own");
    until(&mut harness, "read once more", |harness| meetings(harness) == 3);
    assert_eq!(selected(&harness).as_deref(), Some("Talks B"));
    press(&mut harness, Modifiers::ALT, Key::ArrowLeft);
    press(&mut harness, Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(selected(&harness), None);
}

#[test]
fn a_selection_whose_id_was_edited_stays_selected() {
    let (_folder, path, mut harness) = open();
    harness.state_mut().select_by_id("b");
    let renamed = [("x", "Talks A", 1990), ("y", "Talks B", 1995)];
    save_by_rename(&path, &dataset(&renamed));
    until(&mut harness, "read again", |harness| meetings(harness) == 2);
    assert_eq!(selected(&harness).as_deref(), Some("Talks B"));
    save_by_rename(&path, &dataset(&[("z", "Other talks", 1990)]));
    until(&mut harness, "read again", |harness| meetings(harness) == 1);
    assert_eq!(selected(&harness), None, "it is gone");
}

#[test]
fn what_has_become_unreadable_stays_as_it_was_with_a_notice_until_it_is_mended() {
    let (_folder, path, mut harness) = open();
    harness.state_mut().select_by_id("b");
    let whole = dataset(&AFTER);
    fs::write(&path, &whole[..whole.len() - 30]).expect("the test's own");
    until(&mut harness, "a notice", |harness| harness.state().fault().is_some());
    assert_eq!((meetings(&harness), selected(&harness).as_deref()), (3, Some("Talks B")));
    let notice = "talks.readout.json could not be read again: this is what it was before";
    harness.get_by_label(notice);
    harness.get_by_label("Show the problem").click();
    harness.run_ok();
    assert!(harness.query_all_by_label_contains("line").next().is_some(), "all of the message");
    harness.get_by_role_and_label(Role::Button, "Close").click();
    harness.run_ok();
    harness.get_by_label("Try again").click();
    harness.run_ok();
    until(&mut harness, "a notice again", |harness| harness.state().fault().is_some());
    harness.get_by_label(notice);
    fs::write(&path, &whole).expect("the test's own");
    until(&mut harness, "read again", |harness| meetings(harness) == 4);
    assert!(harness.query_by_label(notice).is_none());
    assert_eq!(selected(&harness).as_deref(), Some("Talks B"));
}

#[test]
fn a_file_that_is_gone_is_told_of_and_found_again() {
    let (_folder, path, mut harness) = open();
    fs::remove_file(&path).expect("the test's own");
    until(&mut harness, "a notice", |harness| harness.state().fault().is_some());
    assert!(harness.state().fault().expect("why").text.contains("does not exist"));
    assert_eq!(meetings(&harness), 3);
    // The same again: then there is nothing to be told but that it is there.
    fs::write(&path, dataset(&BEFORE)).expect("the test's own");
    until(&mut harness, "found again", |harness| harness.state().fault().is_none());
    assert_eq!(meetings(&harness), 3);
}

#[test]
fn a_file_that_is_saved_as_it_was_is_not_read_again() {
    let (_folder, path, mut harness) = open();
    let generation = |harness: &App| harness.state().session().map(|it| it.generation);
    let before = generation(&harness);
    save_by_rename(&path, &dataset(&BEFORE));
    let since = Instant::now();
    while since.elapsed() < Duration::from_secs(3) {
        harness.step();
        std::thread::sleep(Duration::from_millis(10));
    }
    assert_eq!((generation(&harness), harness.state().toast_text()), (before, ""));
    // It is noticed all the same when it is another.
    save_by_rename(&path, &dataset(&AFTER));
    until(&mut harness, "read again", |harness| meetings(harness) == 4);
}

#[test]
fn a_file_that_is_written_slowly_is_read_when_it_is_whole() {
    use std::io::Write as _;

    let (_folder, path, mut harness) = open();
    let whole = dataset(&AFTER);
    let mut file = fs::File::create(&path).expect("the test's own");
    for part in whole.as_bytes().chunks(whole.len() / 8 + 1) {
        file.write_all(part).expect("the test's own");
        let since = Instant::now();
        while since.elapsed() < Duration::from_millis(150) {
            harness.step();
            assert_eq!(harness.state().fault(), None, "a part of it is not looked at");
            assert_eq!(meetings(&harness), 3);
        }
    }
    drop(file);
    until(&mut harness, "read again", |harness| meetings(harness) == 4);
}

#[test]
fn of_a_file_that_is_written_without_end_something_newer_is_shown() {
    let (_folder, path, mut harness) = open();
    let is_over = std::sync::Arc::new(std::sync::atomic::AtomicBool::new(false));
    let (file, until_over) = (path.clone(), std::sync::Arc::clone(&is_over));
    let writer = std::thread::spawn(move || {
        for number in 0.. {
            if until_over.load(std::sync::atomic::Ordering::Relaxed) {
                break;
            }
            let title = format!("Talks {number}");
            let mut meetings = AFTER.to_vec();
            meetings.push(("z", &title, 2001));
            save_by_rename(&file, &dataset(&meetings));
            std::thread::sleep(Duration::from_millis(100));
        }
    });
    let shown = |harness: &App| {
        let session = harness.state().session().expect("it is open");
        let dataset = session.document.dataset();
        let last = dataset.event_with_id("z").and_then(|ix| dataset.event(ix));
        last.map(|event| event.title.to_owned())
    };
    until(&mut harness, "something newer", |harness| shown(harness).is_some());
    let first = shown(&harness);
    until(&mut harness, "something newer still", |harness| shown(harness) != first);
    assert_eq!(harness.state().fault(), None);
    is_over.store(true, std::sync::atomic::Ordering::Relaxed);
    writer.join().expect("it writes until it is told");
    // And in the end the last of it.
    let last = fs::read_to_string(&path).expect("the test's own");
    until(&mut harness, "the last of it", |harness| {
        shown(harness).is_some_and(|title| last.contains(&format!("\"{title}\"")))
    });
}

#[test]
fn an_outdated_word_does_not_stand_under_the_notice_that_it_can_not_be_read() {
    let (_folder, path, mut harness) = open();
    save_by_rename(&path, &dataset(&AFTER));
    until(&mut harness, "read again", |harness| meetings(harness) == 4);
    assert_eq!(harness.state().toast_text(), "Read again: the file changed");
    fs::write(&path, "{").expect("the test's own");
    let since = Instant::now();
    while harness.state().fault().is_none() {
        assert!(since.elapsed() < DEADLINE);
        std::thread::sleep(Duration::from_millis(10));
        // Less time passes for the window, so that the word would still be there.
        harness.step();
        if harness.state().fault().is_some() {
            break;
        }
    }
    assert_eq!(harness.state().toast_text(), "");
}

#[test]
fn a_tab_in_the_background_follows_its_file_too() {
    let (folder, path, mut harness) = open();
    let other = folder.path().join("other.json");
    fs::write(&other, dataset(&AFTER[..1])).expect("the test's own");
    let ctx = harness.ctx.clone();
    harness.state_mut().open_files(&ctx, vec![other]);
    until(&mut harness, "the other one is open", |harness| meetings(harness) == 1);
    save_by_rename(&path, &dataset(&AFTER));
    let told = "talks.readout.json: read again, since the file changed";
    until(&mut harness, "told", |harness| harness.state().toast_text() == told);
    assert_eq!(meetings(&harness), 1);
    press(&mut harness, Modifiers::CTRL, Key::Tab);
    assert_eq!(meetings(&harness), 4);
}

#[test]
fn a_file_that_could_not_be_opened_opens_by_itself_when_it_is_mended() {
    let (folder, _path, mut harness) = open();
    let broken = folder.path().join("broken.json");
    fs::write(&broken, "{").expect("the test's own");
    let ctx = harness.ctx.clone();
    harness.state_mut().open_files(&ctx, vec![broken.clone()]);
    until(&mut harness, "told", |harness| harness.state().fault().is_some());
    std::thread::sleep(Duration::from_millis(300));
    fs::write(&broken, dataset(&AFTER)).expect("the test's own");
    until(&mut harness, "open", |harness| meetings(harness) == 4);
    assert_eq!(harness.state().fault(), None);
}
