//! That the program can be used without seeing it, and without a pointer: what stands in
//! the accessibility tree, and where the keyboard leads. The real window's tree is walked
//! by `tests/window`.

mod keyboard;
mod targets;
mod tree;

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Node;
use egui_kittest::kittest::NodeT as _;

use crate::program::{self, App, find_in_palette as run, press, search, settle};

fn open() -> App {
    program::open(None)
}

/// Opens one of the tests' files.
fn open_file(name: &str) -> App {
    program::open(Some(program::data(name)))
}

/// Opens several of the tests' files, each in a tab.
fn open_files(names: &[&str]) -> App {
    let mut harness = open();
    let files = names.iter().map(|name| program::data(name)).collect();
    let ctx = harness.ctx.clone();
    harness.state_mut().open_others(&ctx, files);
    settle(&mut harness);
    harness
}

/// Selects a meeting by the search box alone.
fn find(harness: &mut App, text: &str) {
    search(harness, text);
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
