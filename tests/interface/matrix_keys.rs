//! The keys of the matrix in the whole program: they move its cursor, and nothing else.

use egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use readout::model::EventIx;
use readout::timeline::View;
use readout::ui::page::Page;

use crate::program::{App, open, press, session, settle};

fn place(harness: &App) -> (Option<EventIx>, View, Page) {
    let session = session(harness);
    (session.selection(), session.view, session.place().page.clone())
}

/// What the cursor stands on.
fn cursor(harness: &App) -> String {
    let grid = harness.get_by_role(Role::Grid);
    assert!(grid.accesskit_node().is_focused(), "the field has the focus");
    grid.accesskit_node().label().expect("it has a name")
}

#[test]
fn the_keys_of_the_focused_field_do_nothing_else() {
    let mut harness = open(None);
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
    let mut harness = open(None);
    press(&mut harness, Modifiers::COMMAND, Key::Num3);
    harness.get_by_role(Role::Grid).focus();
    settle(&mut harness);
    press(&mut harness, Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(place(&harness).2, Page::Timeline);
}
