//! That the program can be used without seeing it, and without a pointer: what stands in
//! the accessibility tree, and where the keyboard leads. The real window's tree is walked
//! by `tests/window`.

mod keyboard;
mod targets;
mod tree;

use std::path::{Path, PathBuf};

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, ThemePreference, vec2};
use egui_kittest::kittest::NodeT as _;
use egui_kittest::{Harness, Node};
use readout::app::{ReadoutApp, Settings};

type App = Harness<'static, ReadoutApp>;

fn open_with(settings: Settings, file: Option<PathBuf>) -> App {
    let settings = Settings { reduces_motion: true, theme: ThemePreference::Light, ..settings };
    let mut harness = Harness::builder()
        .with_size(vec2(1280.0, 800.0))
        .with_max_steps(60)
        .with_step_dt(0.02)
        .build_eframe(|cc| ReadoutApp::with_settings(&cc.egui_ctx, settings, file));
    settle(&mut harness);
    harness
}

fn open() -> App {
    open_with(Settings::default(), None)
}

/// Opens one of the tests' files.
fn open_file(name: &str) -> App {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name);
    open_with(Settings::default(), Some(file))
}

/// Opens several of the tests' files, each in a tab.
fn open_files(names: &[&str]) -> App {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data");
    let mut harness = open_with(Settings::default(), None);
    let files = names.iter().map(|name| folder.join(name)).collect();
    let ctx = harness.ctx.clone();
    harness.state_mut().open_others(&ctx, files);
    settle(&mut harness);
    harness
}

/// Runs frames until nothing is worked out any more.
fn settle(harness: &mut App) {
    for _ in 0..600 {
        harness.step();
        if !harness.state().is_loading() && !harness.state().is_busy() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    harness.run_ok();
}

fn press(harness: &mut App, modifiers: Modifiers, key: Key) {
    harness.key_press_modifiers(modifiers, key);
    settle(harness);
}

fn type_text(harness: &mut App, text: &str) {
    harness.event(Event::Text(text.to_owned()));
    settle(harness);
}

/// Goes to what the palette finds first under a name, or runs it.
fn run(harness: &mut App, text: &str) {
    press(harness, Modifiers::COMMAND, Key::K);
    type_text(harness, text);
    press(harness, Modifiers::NONE, Key::Enter);
}

/// Selects a meeting by the search box alone.
fn find(harness: &mut App, text: &str) {
    press(harness, Modifiers::COMMAND, Key::F);
    type_text(harness, text);
    press(harness, Modifiers::NONE, Key::Enter);
}

/// All nodes of the tree.
fn nodes(harness: &App) -> Vec<Node<'_>> {
    let mut all = Vec::new();
    let mut left = vec![harness.root()];
    while let Some(node) = left.pop() {
        left.extend(node.children());
        all.push(node);
    }
    all
}

fn with_role(harness: &App, role: Role) -> Vec<Node<'_>> {
    nodes(harness).into_iter().filter(|node| node.accesskit_node().role() == role).collect()
}

/// The pages, each by its keys; those of a meeting with Anchorage selected.
const PAGES: [(&str, Key); 6] = [
    ("timeline", Key::Num1),
    ("list", Key::Num2),
    ("matrix", Key::Num3),
    ("cadence", Key::Num4),
    ("accounts", Key::Num5),
    ("compare", Key::Num6),
];

fn open_page(harness: &mut App, key: Key) {
    if matches!(key, Key::Num5 | Key::Num6) {
        find(harness, "anchorage");
    }
    press(harness, Modifiers::COMMAND, key);
}
