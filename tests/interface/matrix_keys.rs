//! The keys of the matrix in the whole program: they move its cursor, and nothing else.

use egui::{Key, Modifiers, ThemePreference, accesskit::Role, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use readout::app::{ReadoutApp, Settings};
use readout::model::EventIx;
use readout::timeline::View;
use readout::ui::page::Page;

type App<'a> = Harness<'a, ReadoutApp>;

fn open() -> App<'static> {
    let settings =
        Settings { reduces_motion: true, theme: ThemePreference::Light, ..Settings::default() };
    let mut harness = Harness::builder()
        .with_size(vec2(1280.0, 800.0))
        .with_max_steps(60)
        .build_eframe(|cc| ReadoutApp::with_settings(&cc.egui_ctx, settings, None));
    settle(&mut harness);
    harness
}

/// Runs frames until nothing is being worked out any more.
fn settle(harness: &mut App<'_>) {
    for _ in 0..600 {
        harness.step();
        if !harness.state().is_loading() && !harness.state().is_busy() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    assert!(!harness.state().is_loading() && !harness.state().is_busy());
    harness.run_ok();
}

fn press(harness: &mut App<'_>, modifiers: Modifiers, key: Key) {
    harness.key_press_modifiers(modifiers, key);
    settle(harness);
}

fn place(harness: &App<'_>) -> (Option<EventIx>, View, Page) {
    let session = harness.state().session().expect("a dataset is open");
    (session.selection(), session.view, session.place().page.clone())
}

/// What the cursor stands on.
fn cursor(harness: &App<'_>) -> String {
    let grid = harness.get_by_role(Role::Grid);
    assert!(grid.accesskit_node().is_focused(), "the field has the focus");
    grid.accesskit_node().label().expect("it has a name")
}

#[test]
fn the_keys_of_the_focused_field_do_nothing_else() {
    let mut harness = open();
    press(&mut harness, Modifiers::NONE, Key::Plus);
    press(&mut harness, Modifiers::COMMAND, Key::Num3);
    harness.get_by_role(Role::Grid).focus();
    settle(&mut harness);
    let (before, at_first) = (place(&harness), cursor(&harness));
    assert_eq!(before.2, Page::Matrix);
    press(&mut harness, Modifiers::NONE, Key::ArrowDown);
    press(&mut harness, Modifiers::NONE, Key::ArrowDown);
    let below = cursor(&harness);
    assert_ne!(below, at_first);
    assert_eq!(place(&harness), before, "no meeting was walked to");
    press(&mut harness, Modifiers::NONE, Key::ArrowUp);
    assert_ne!(cursor(&harness), below);
    press(&mut harness, Modifiers::NONE, Key::ArrowUp);
    assert_eq!(cursor(&harness), at_first, "each key moved it once");
    for key in [Key::ArrowRight, Key::ArrowLeft, Key::PageDown, Key::PageUp, Key::End, Key::Home] {
        press(&mut harness, Modifiers::NONE, key);
        assert_eq!(place(&harness), before, "{key:?}");
    }
    cursor(&harness);
}

#[test]
fn shortcuts_with_alt_stay_with_the_program() {
    let mut harness = open();
    press(&mut harness, Modifiers::COMMAND, Key::Num3);
    harness.get_by_role(Role::Grid).focus();
    settle(&mut harness);
    press(&mut harness, Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(place(&harness).2, Page::Timeline);
}
