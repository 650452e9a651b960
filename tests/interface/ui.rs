//! The interface without a window: act by role and label, look at the state.

use std::path::{Path, PathBuf};

use egui::{Key, Modifiers, ThemePreference, accesskit::Role, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use readout::app::{ReadoutApp, Settings};
use readout::timeline::View;
use readout::ui::page::Page;

type App<'a> = Harness<'a, ReadoutApp>;

fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name)
}

fn open_with(settings: Settings, file: Option<PathBuf>) -> App<'static> {
    let settings = Settings { reduces_motion: true, theme: ThemePreference::Light, ..settings };
    let mut harness = Harness::builder()
        .with_size(vec2(1280.0, 800.0))
        .with_max_steps(60)
        // Short enough for two clicks to be a double click.
        .with_step_dt(0.02)
        .build_eframe(|cc| ReadoutApp::with_settings(&cc.egui_ctx, settings, file));
    settle(&mut harness);
    harness
}

fn open(file: Option<PathBuf>) -> App<'static> {
    open_with(Settings::default(), file)
}

/// Runs frames until nothing is being read any more.
fn settle(harness: &mut App<'_>) {
    for _ in 0..600 {
        harness.step();
        if !harness.state().is_loading() && !harness.state().is_busy() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    assert!(!harness.state().is_loading(), "the file is read within seconds");
    assert!(!harness.state().is_busy(), "and filtered");
    harness.run_ok();
}

fn press(harness: &mut App<'_>, modifiers: Modifiers, key: Key) {
    harness.key_press_modifiers(modifiers, key);
    harness.run_ok();
    settle(harness);
}

fn selected_id(harness: &App<'_>) -> Option<String> {
    let session = harness.state().session()?;
    let event = session.document.dataset().event(session.selection()?)?;
    Some(event.id.to_string())
}

fn view(harness: &App<'_>) -> View {
    harness.state().session().expect("a dataset is open").view
}

fn find_in_palette(harness: &mut App<'_>, text: &str) {
    press(harness, Modifiers::COMMAND, Key::K);
    harness.get_by_role(Role::TextInput).type_text(text);
    harness.run_ok();
    press(harness, Modifiers::NONE, Key::Enter);
}

fn labels_of_lanes(harness: &App<'_>) -> Vec<String> {
    harness.state().scene().lanes.iter().map(|lane| lane.label.clone()).collect()
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
        let session = harness.state().session().expect("a dataset is open");
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
fn a_file_that_cannot_open_says_why_and_what_was_open_stays() {
    let mut harness = open(None);
    let dropped = std::sync::Arc::new(Dropped(data("bad/truncated.json")));
    harness.input_mut().dropped_files.push(dropped);
    settle(&mut harness);
    let fault = harness.state().fault().expect("a message").clone();
    assert!(fault.text.contains("line"), "{fault:?}");
    harness.get_by_label("truncated.json could not be opened");
    harness.get_by_label("Close").click();
    harness.run_ok();
    assert_eq!(harness.state().fault(), None);
    harness.get_by_label("254 of 254 meetings in view");
}

#[test]
fn of_several_dropped_files_the_first_one_is_shown() {
    let mut harness = open(None);
    for name in ["good/minimal.json", "good/picture.json", "good/dates.json"] {
        let dropped = std::sync::Arc::new(Dropped(data(name)));
        harness.input_mut().dropped_files.push(dropped);
    }
    settle(&mut harness);
    harness.get_by_label("1 of 1 meeting in view");
    assert_eq!(harness.state().tab_count(), 4);
    assert_eq!(harness.state().settings().recent.len(), 3);
}

/// A file as if dropped on the window.
#[derive(Debug)]
struct Dropped(PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
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

/// What the next frames put on the clipboard.
fn copied(harness: &mut App<'_>) -> Option<String> {
    for _ in 0..5 {
        harness.step();
        let commands = &harness.output().platform_output.commands;
        let text = commands.iter().find_map(|command| match command {
            egui::OutputCommand::CopyText(text) => Some(text.clone()),
            _ => None,
        });
        if text.is_some() {
            return text;
        }
    }
    None
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
fn shortcuts_and_about_open_and_close_by_key() {
    let mut harness = open(None);
    press(&mut harness, Modifiers::NONE, Key::F1);
    harness.get_by_label("Wheel, pinch");
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(harness.query_by_label("Wheel, pinch").is_none());
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
    // Past the fades and the word at the foot of the window.
    for _ in 0..400 {
        harness.step();
    }
    for viewport in harness.output().viewport_output.values() {
        assert!(
            viewport.repaint_delay > std::time::Duration::from_secs(10),
            "{:?} for {:?}",
            viewport.repaint_delay,
            harness.ctx.repaint_causes()
        );
    }
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

fn query(harness: &App<'_>) -> String {
    harness.state().session().expect("a dataset is open").place().query.clone()
}

fn page(harness: &App<'_>) -> Page {
    harness.state().session().expect("a dataset is open").place().page.clone()
}

/// How many meetings match, where something is asked for.
fn matching(harness: &App<'_>) -> Option<usize> {
    let session = harness.state().session().expect("a dataset is open");
    session.matches.as_ref().map(|matches| matches.set.len())
}

fn search(harness: &mut App<'_>, text: &str) {
    press(harness, Modifiers::COMMAND, Key::F);
    harness.get_by_role(Role::SearchInput).type_text(text);
    harness.run_ok();
    settle(harness);
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
    let labels: Vec<&str> = scene.labels.iter().map(|label| label.text.as_str()).collect();
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
    harness.get_by_label("Taiwan, 114 meetings").click();
    harness.run_ok();
    settle(&mut harness);
    assert_eq!(query(&harness).trim(), "issue:taiwan");
    assert_eq!(matching(&harness), Some(114));
    // The counts of the other fields follow: China raised it at 82 of them.
    harness.get_by_label("China, 82 meetings").click();
    harness.run_ok();
    settle(&mut harness);
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
fn back_and_forward_walk_through_pages_filters_and_selections() {
    let mut harness = open(None);
    press(&mut harness, Modifiers::COMMAND, Key::Num2);
    assert_eq!(page(&harness), Page::List);
    press(&mut harness, Modifiers::COMMAND, Key::Num3);
    assert_eq!(page(&harness), Page::Matrix);
    find_in_palette(&mut harness, "anchorage talks");
    let there = harness.state().session().expect("a dataset is open").place().clone();
    press(&mut harness, Modifiers::ALT, Key::ArrowLeft);
    assert_eq!((page(&harness), selected_id(&harness)), (Page::Matrix, None));
    press(&mut harness, Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(page(&harness), Page::List);
    for _ in 0..2 {
        press(&mut harness, Modifiers::ALT, Key::ArrowRight);
    }
    assert_eq!(*harness.state().session().expect("a dataset is open").place(), there);
}

#[test]
fn the_list_sorts_by_its_columns_and_selects() {
    let mut harness = open(None);
    press(&mut harness, Modifiers::COMMAND, Key::Num2);
    harness.get_by_label("254 meetings");
    harness.get_by_label("Sort by Quotes").click();
    harness.run_ok();
    settle(&mut harness);
    let most = harness.get_by_label("Anchorage talks, 18–19 March 2021").rect();
    let first = harness.get_by_label("Sort by Quotes").rect();
    assert!(most.top() - first.bottom() < 20.0, "the meeting with the most quotes is first");
    harness.get_by_label("Anchorage talks, 18–19 March 2021").click();
    harness.run_ok();
    assert_eq!(selected_id(&harness).as_deref(), Some("2021-03-anchorage"));
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
        let session = harness.state().session().expect("a dataset is open");
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

#[test]
fn the_order_of_the_list_belongs_to_the_place() {
    let mut harness = open(None);
    press(&mut harness, Modifiers::COMMAND, Key::Num2);
    let order = |harness: &App<'_>| {
        harness.state().session().expect("a dataset is open").place().list_order
    };
    let before = order(&harness);
    harness.get_by_label("Sort by Quotes").click();
    harness.run_ok();
    settle(&mut harness);
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
fn the_about_leads_to_the_licences_of_all_parts() {
    let mut harness = open(None);
    harness.get_by_label("Help").click();
    harness.run_ok();
    harness.get_by_label_contains("About Readout").click();
    harness.run_ok();
    harness.get_by_label("Licences…").click();
    harness.run_ok();
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
