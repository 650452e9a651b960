//! Files: what opens, what does not, and what is said of it.

use egui::{Key, Modifiers, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use crate::program::{Dropped, click, data, drop_files, open, press, settle};

#[test]
fn a_hostile_title_does_not_reach_the_window() {
    let path = tempfile::NamedTempFile::with_suffix(".json").expect("a file of the test");
    let text =
        r#"{"title": "a\u0000b\nc\u202ed", "events": [{"title": "x\u0000", "start": "2021"}]}"#;
    std::fs::write(path.path(), text).expect("it is written");
    let mut harness = open(Some(path.path().to_owned()));
    harness.step();
    assert_eq!(harness.state().window_title(), "a b c d – Readout");
}

#[test]
fn keys_work_again_after_a_file_did_not_open() {
    let mut harness = open(Some(data("bad/truncated.json")));
    assert!(harness.state().fault().is_some());
    press(&mut harness, Modifiers::NONE, Key::Escape);
    press(&mut harness, Modifiers::COMMAND, Key::K);
    press(&mut harness, Modifiers::NONE, Key::Escape);
    press(&mut harness, Modifiers::NONE, Key::F1);
    harness.get_by_label("Wheel, pinch");
}

#[test]
fn a_file_that_cannot_open_says_why_and_what_was_open_stays() {
    let mut harness = open(None);
    drop_files(&mut harness, &[data("bad/truncated.json")]);
    let fault = harness.state().fault().expect("a message").clone();
    assert!(fault.text.contains("line"), "{fault:?}");
    harness.get_by_label("truncated.json could not be opened");
    click(&mut harness, "Close");
    assert_eq!(harness.state().fault(), None);
    harness.get_by_label("254 of 254 meetings in view");
}

#[test]
fn of_several_dropped_files_the_first_one_is_shown() {
    let mut harness = open(None);
    let names = ["good/minimal.json", "good/picture.json", "good/dates.json"];
    drop_files(&mut harness, &names.map(data));
    harness.get_by_label("1 of 1 meeting in view");
    assert_eq!(harness.state().tab_count(), 4);
    assert_eq!(harness.state().settings().recent.len(), 3);
}

#[test]
fn problems_are_counted_and_listed() {
    let mut harness = open(Some(data("bad/many-problems.json")));
    assert!(harness.state().session().is_some(), "the rest opens");
    harness.get_by_label_contains("in this file").click();
    harness.run_ok();
    assert!(harness.state().shows_problems());
    assert!(harness.query_all_by_label_contains("events[").next().is_some());
}

#[test]
fn a_file_stands_among_the_recent_ones_and_reloads() {
    let mut harness = open(Some(data("good/minimal.json")));
    harness.get_by_label("1 of 1 meeting in view");
    assert_eq!(harness.state().settings().recent.len(), 1);
    press(&mut harness, Modifiers::COMMAND, Key::R);
    settle(&mut harness);
    assert_eq!(harness.state().toast_text(), "Reloaded");
}

#[test]
fn a_dataset_without_meetings_says_so() {
    let harness = open(Some(data("good/no-meetings.json")));
    harness.get_by_label("This dataset has no meetings");
}

#[test]
fn the_file_that_was_opened_last_is_shown() {
    let mut harness = open(None);
    for name in ["good/no-meetings.json", "good/minimal.json"] {
        let dropped = std::sync::Arc::new(Dropped(data(name)));
        harness.input_mut().dropped_files.push(dropped);
        harness.step();
    }
    settle(&mut harness);
    harness.get_by_label("1 of 1 meeting in view");
}

/// The harness panics where a glyph is missing, and has no system fonts.
#[test]
fn every_character_of_the_bundled_dataset_can_be_shown_without_system_fonts() {
    let text: std::collections::BTreeSet<char> = readout::app::BUNDLED.chars().collect();
    let text: String = text.into_iter().filter(|c| !c.is_control()).collect();
    assert!(text.chars().filter(|c| ('\u{4e00}'..='\u{9fff}').contains(c)).count() > 500);
    let mut frames = 0;
    let mut harness = Harness::builder().with_size(vec2(1200.0, 900.0)).build_ui(move |ui| {
        if frames == 0 {
            readout::ui::theme::install_fonts(ui);
        }
        frames += 1;
        // The fonts are there from the next frame on.
        if frames > 2 {
            use readout::ui::tokens;
            for font in [
                tokens::sans(13.0),
                tokens::semibold(13.0),
                tokens::serif(13.0),
                tokens::serif_semibold(13.0),
            ] {
                ui.label(egui::RichText::new(&text).font(font));
            }
        }
    });
    harness.run_steps(6);
}
