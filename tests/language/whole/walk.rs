//! A walk through the whole program by keyboard and by the names of what is clicked, the
//! same in each language: every page, menu, sheet, list and message.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use egui::{Key, Modifiers, Rect, accesskit::Role, pos2, vec2};
use egui_kittest::Node;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use readout::app::{ReadoutApp, Settings};
use readout::lang::{self, Language};
use readout::tr;

use crate::program::{self, App, WINDOW, press, settle, type_text};

/// What looks at each place that the walk comes to.
pub type Look<'a> = dyn FnMut(&str, &App) + 'a;

/// A walk, with what was pointed at so far.
pub struct Walk<'a> {
    app: App,
    look: &'a mut Look<'a>,
    pointed_at: HashSet<String>,
}

/// A file of this test's folder.
pub fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/language/whole").join(name)
}

/// The program in a language, with a file.
pub fn open(language: Language, file: PathBuf) -> App {
    lang::set(language);
    let settings =
        Settings { recent: vec![PathBuf::from("/编造/文件")], ..program::settings() };
    let app = program::open_with(settings, Some(file));
    app.ctx.all_styles_mut(|style| {
        style.interaction.tooltip_delay = 0.0;
        style.interaction.tooltip_grace_time = 0.0;
    });
    app
}

/// The folder of files that the test makes.
pub const MADE: &str = env!("CARGO_TARGET_TMPDIR");

/// More files than tabs have room side by side; some cannot be opened.
fn more_files() -> Vec<PathBuf> {
    let names = ["made_up.readout.json", "empty.json", "broken.json", "missing.json"];
    let made = (1..=TABS - names.len()).map(|number| {
        let path = Path::new(MADE).join(format!("编造{number}.readout.json"));
        std::fs::copy(file("empty.json"), &path).expect("a file of the test");
        path
    });
    names.into_iter().map(file).chain(made).collect()
}

/// So many tabs are not all seen.
const TABS: usize = 14;

/// The program in a language, with several files.
fn open_together(language: Language, mut files: Vec<PathBuf>) -> App {
    lang::set(language);
    let first = files.remove(0);
    program::open_sized(WINDOW, |ctx| {
        let mut app = ReadoutApp::with_settings(ctx, program::settings(), Some(first));
        app.open_others(ctx, files);
        app
    })
}

/// Walks through everything in a language.
pub fn through_all(language: Language, look: &mut Look<'_>) {
    let app = open(language, file("made_up.readout.json"));
    let mut walk = Walk { app, look, pointed_at: HashSet::new() };
    walk.pages();
    walk.menus();
    walk.sheets();
    walk.search();
    walk.empty();
    for (place, name) in
        [("no file", "missing.json"), ("not JSON", "broken.json"), ("no meetings", "empty.json")]
    {
        walk.app = open(language, file(name));
        walk.look(place);
        walk.point_at_all(place);
    }
    walk.app = open_together(language, more_files());
    walk.tabs();
}

impl Walk<'_> {
    fn look(&mut self, place: &str) {
        settle(&mut self.app);
        (self.look)(place, &self.app);
    }

    fn press(&mut self, modifiers: Modifiers, key: Key) {
        press(&mut self.app, modifiers, key);
    }

    fn command(&mut self, key: Key) {
        self.press(Modifiers::COMMAND, key);
    }

    fn key(&mut self, key: Key) {
        self.press(Modifiers::NONE, key);
    }

    fn type_text(&mut self, text: &str) {
        type_text(&mut self.app, text);
    }

    /// Clicks the first thing of this name.
    fn click(&mut self, label: &str) {
        let found = self.app.query_all_by_label(label).next();
        let Some(node) = found else { panic!("nothing is called “{label}”") };
        node.click();
        self.app.run_ok();
        settle(&mut self.app);
    }

    /// Finds something in the palette and goes there.
    fn go_to(&mut self, text: &str) {
        self.command(Key::K);
        self.type_text(text);
        self.key(Key::Enter);
    }

    /// Points at each thing that was not pointed at yet, for what it says then.
    fn point_at_all(&mut self, place: &str) {
        let window = Rect::from_min_size(pos2(0.0, 0.0), WINDOW);
        let mut targets = Vec::new();
        for_each(&self.app.root(), &mut |node| {
            let is_target = matches!(
                node.accesskit_node().role(),
                Role::Button
                    | Role::Label
                    | Role::Link
                    | Role::CheckBox
                    | Role::RadioButton
                    | Role::Tab
                    | Role::ColumnHeader
                    | Role::Slider
            );
            if !is_target || node.accesskit_node().bounding_box().is_none() {
                return;
            }
            let rect = node.rect();
            if rect.is_positive() && window.contains(rect.center()) {
                let name = node.accesskit_node().label().unwrap_or_default();
                targets.push((name, rect.center()));
            }
        });
        for (name, at) in targets {
            if self.pointed_at.insert(name.clone()) {
                self.app.hover_at(at);
                self.app.run_steps(4);
                (self.look)(&format!("{place}, pointing at “{name}”"), &self.app);
            }
        }
        self.app.remove_cursor();
        self.app.run_ok();
    }

    /// Scrolls what is under a point to its end, looking on the way.
    fn scroll(&mut self, place: &str, at: egui::Pos2) {
        self.app.hover_at(at);
        for _ in 0..6 {
            self.app.event(egui::Event::MouseWheel {
                unit: egui::MouseWheelUnit::Point,
                delta: vec2(0.0, -400.0),
                phase: egui::TouchPhase::Move,
                source: egui::MouseWheelSource::Unknown,
                modifiers: Modifiers::NONE,
            });
            self.app.run_steps(12);
            (self.look)(&format!("{place}, scrolled"), &self.app);
        }
        self.app.remove_cursor();
        self.app.run_ok();
    }

    fn pages(&mut self) {
        let (middle, pane) = (pos2(640.0, 600.0), pos2(1_150.0, 500.0));
        self.look("timeline");
        self.point_at_all("timeline");
        self.scroll("welcome", pane);
        for key in [Key::Num2, Key::Num3, Key::Num4, Key::Num1] {
            self.key(key);
            self.look(&format!("lanes of {key:?}"));
        }
        // The third meeting has everything; its date is exact.
        for meeting in ["编造的会晤一", "编造的会晤五", "编造的会晤九"] {
            self.go_to(meeting);
            self.look("a meeting");
            self.point_at_all("a meeting");
            self.scroll("a meeting", pane);
        }
        self.go_to("编造的会晤一");
        self.click(tr!("quote-compare"));
        self.look("wordings");
        self.point_at_all("wordings");
        self.key(Key::Escape);
        self.key(Key::C);
        self.key(Key::Z);
        self.look("the days of a meeting");
        self.point_at_all("the days of a meeting");
        self.key(Key::Home);
        for (key, place) in [
            (Key::Num2, "list"),
            (Key::Num3, "matrix"),
            (Key::Num4, "cadence"),
            (Key::Num5, "accounts"),
            (Key::Num6, "compare"),
        ] {
            self.command(key);
            self.look(place);
            self.point_at_all(place);
            self.key(Key::T);
            self.look(place);
            self.point_at_all(place);
            self.scroll(place, middle);
            self.key(Key::T);
        }
        self.matrix();
        let (issue, one, other) = ("议题一", "人物一", "人物二");
        self.go_to(issue);
        self.look("issue");
        self.point_at_all("issue");
        self.scroll("issue", middle);
        self.go_to(one);
        // Alone, so that all of the page's beginning is in view.
        self.key(Key::T);
        self.look("person");
        self.point_at_all("person");
        self.click(&tr!("page-in-common-with", name = other));
        self.look("in common");
        self.point_at_all("in common");
        self.scroll("in common", middle);
        self.go_to(one);
        self.scroll("person", middle);
        self.key(Key::T);
    }

    fn matrix(&mut self) {
        self.command(Key::Num3);
        for (name, choice) in [
            (tr!("page-cells"), tr!("page-cells-accounts")),
            (tr!("page-columns"), tr!("page-columns-years")),
            (tr!("page-order"), tr!("page-order-one-sided")),
            (tr!("page-cells"), tr!("page-cells-raised")),
            (tr!("page-columns"), tr!("page-columns-periods")),
        ] {
            self.click(&tr!("page-choice", name = name, choice = choice));
            self.look(choice);
            self.point_at_all(choice);
        }
        // What is behind the first cell.
        self.app.key_press(Key::Tab);
        self.key(Key::Enter);
        self.look("behind a cell");
        self.key(Key::Escape);
        self.key(Key::Escape);
    }

    fn menus(&mut self) {
        self.command(Key::Num1);
        for menu in
            [tr!("menu-file"), tr!("menu-edit"), tr!("menu-view"), tr!("menu-go"), tr!("menu-help")]
        {
            self.click(menu);
            self.look(menu);
            self.point_at_all(menu);
            self.key(Key::Escape);
        }
    }

    fn sheets(&mut self) {
        self.key(Key::F1);
        self.look("keys");
        self.scroll("keys", pos2(640.0, 400.0));
        self.key(Key::Escape);
        self.command(Key::D);
        self.look("save view");
        self.type_text("视图一");
        self.key(Key::Enter);
        self.look("saved");
        self.command(Key::D);
        self.type_text("视图一");
        self.look("save view again");
        self.key(Key::Escape);
        self.go_to(tr!("command-about"));
        self.look("about");
        self.click(tr!("licences-open"));
        self.look("licences");
        self.point_at_all("licences");
        self.scroll("licences", pos2(400.0, 400.0));
        self.type_text("没有这个");
        self.look("licences without a find");
        self.key(Key::Escape);
        self.key(Key::Escape);
        self.command(Key::M);
        self.look("problems");
        self.point_at_all("problems");
        self.command(Key::M);
        self.go_to("编造的会晤一");
        self.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::C);
        self.look("copied");
        self.key(Key::CloseBracket);
        self.look("no issue is followed");
    }

    fn tabs(&mut self) {
        for place in ["tab", "tab without meetings", "tab of a broken file", "tab of no file"] {
            self.look(place);
            self.point_at_all(place);
            self.press(Modifiers::CTRL, Key::Tab);
        }
        self.click(&tr!("tab-all", count = TABS));
        self.look("all tabs");
        self.point_at_all("all tabs");
        self.key(Key::Escape);
        for _ in 0..TABS {
            self.command(Key::W);
            self.look("a tab less");
        }
        self.point_at_all("no tab");
    }

    fn search(&mut self) {
        self.command(Key::K);
        self.look("palette");
        self.type_text("议题");
        self.look("palette with a word");
        self.type_text("没有这个");
        self.look("palette without a find");
        self.key(Key::Escape);
        for query in
            ["编造", "issue:", "raised:", "kind:", "year:2010..", "无此字", "place:无", "stance:x"]
        {
            self.command(Key::F);
            self.command(Key::A);
            self.type_text(query);
            self.look(&format!("search for {query}"));
            self.key(Key::Enter);
            self.look(&format!("searched for {query}"));
            self.point_at_all(query);
        }
        self.press(Modifiers::SHIFT, Key::Escape);
        self.look("all again");
    }

    fn empty(&mut self) {
        self.command(Key::F);
        self.type_text("无此字");
        self.key(Key::Enter);
        for key in [Key::Num1, Key::Num2, Key::Num3, Key::Num4] {
            self.command(key);
            self.look("nothing matches");
        }
        for name in ["议题一", "人物一"] {
            self.go_to(name);
            self.look("nothing matches");
        }
        self.press(Modifiers::SHIFT, Key::Escape);
    }
}

/// Goes through all nodes of the tree.
pub fn for_each(node: &Node<'_>, visit: &mut dyn FnMut(&Node<'_>)) {
    visit(node);
    for child in node.children() {
        for_each(&child, visit);
    }
}
