//! The whole program under test, without a window.

#![allow(dead_code, reason = "each crate of tests uses a part of it")]

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use egui::accesskit::Role;
use egui::{Context, Event, Key, Modifiers, OutputCommand, ThemePreference, Vec2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use readout::app::{ReadoutApp, Session, Settings};

/// The program under test.
pub type App = Harness<'static, ReadoutApp>;

/// The window for which everything must have room.
pub const WINDOW: Vec2 = vec2(1280.0, 800.0);

/// Longer than any machine takes.
const DEADLINE: Duration = Duration::from_secs(60);

/// One of the tests' files.
pub fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name)
}

/// The settings of most tests: what moves does so at once, and the theme is not the system's.
pub fn settings() -> Settings {
    Settings { reduces_motion: true, theme: ThemePreference::Light, ..Settings::default() }
}

/// The program with a file, or with the bundled dataset.
pub fn open(file: Option<PathBuf>) -> App {
    open_with(settings(), file)
}

/// The program with these settings.
pub fn open_with(settings: Settings, file: Option<PathBuf>) -> App {
    open_sized(WINDOW, |ctx| ReadoutApp::with_settings(ctx, settings, file))
}

/// The program in a window of a size, settled.
pub fn open_sized(size: Vec2, build: impl FnOnce(&Context) -> ReadoutApp) -> App {
    let mut app = Harness::builder()
        .with_size(size)
        .with_max_steps(60)
        // Short enough for two clicks to be a double click.
        .with_step_dt(0.02)
        .build_eframe(|cc| build(&cc.egui_ctx));
    settle(&mut app);
    app
}

/// Runs frames until nothing is being read or worked out any more.
pub fn settle(app: &mut App) {
    let since = Instant::now();
    app.step();
    while app.state().is_loading() || app.state().is_busy() {
        assert!(since.elapsed() < DEADLINE, "it is done within {DEADLINE:?}");
        std::thread::sleep(Duration::from_millis(5));
        app.step();
    }
    app.run_ok();
}

/// Presses a key, and lets the program do what it asks for.
pub fn press(app: &mut App, modifiers: Modifiers, key: Key) {
    app.key_press_modifiers(modifiers, key);
    app.run_ok();
    settle(app);
}

/// Types into what has the focus.
pub fn type_text(app: &mut App, text: &str) {
    app.event(Event::Text(text.to_owned()));
    app.run_ok();
    settle(app);
}

/// Clicks what has a name.
pub fn click(app: &mut App, label: &str) {
    app.get_by_label(label).click();
    app.run_ok();
    settle(app);
}

/// Turns the wheel over what is under the pointer.
pub fn scroll(app: &mut App, delta: Vec2, source: egui::MouseWheelSource) {
    app.event(Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        delta,
        phase: egui::TouchPhase::Move,
        source,
        modifiers: Modifiers::NONE,
    });
}

/// Types into the search box.
pub fn search(app: &mut App, text: &str) {
    press(app, Modifiers::COMMAND, Key::F);
    app.get_by_role(Role::SearchInput).type_text(text);
    app.run_ok();
    settle(app);
}

/// Finds something in the palette, and goes there or runs it.
pub fn find_in_palette(app: &mut App, text: &str) {
    press(app, Modifiers::COMMAND, Key::K);
    app.get_by_role(Role::TextInput).type_text(text);
    app.run_ok();
    press(app, Modifiers::NONE, Key::Enter);
}

/// What is open.
pub fn session(app: &App) -> &Session {
    app.state().session().expect("a dataset is open")
}

/// The id of the meeting that is selected.
pub fn selected_id(app: &App) -> Option<String> {
    let session = app.state().session()?;
    let event = session.document.dataset().event(session.selection()?)?;
    Some(event.id.to_string())
}

/// Drops files on the window, together.
pub fn drop_files(app: &mut App, paths: &[PathBuf]) {
    for path in paths {
        app.input_mut().dropped_files.push(Arc::new(Dropped(path.clone())));
    }
    settle(app);
}

/// What the next frames put on the clipboard.
pub fn copied(app: &mut App) -> Option<String> {
    for _ in 0..5 {
        app.step();
        let commands = &app.output().platform_output.commands;
        let text = commands.iter().find_map(|command| match command {
            OutputCommand::CopyText(text) => Some(text.clone()),
            _ => None,
        });
        if text.is_some() {
            return text;
        }
    }
    None
}

/// Holds that nothing asks for a frame, once what moves has come to rest.
pub fn assert_at_rest(app: &mut App) {
    // Past the fades and the word at the foot of the window.
    for _ in 0..400 {
        app.step();
    }
    for viewport in app.output().viewport_output.values() {
        let (delay, causes) = (viewport.repaint_delay, app.ctx.repaint_causes());
        assert!(delay > Duration::from_secs(10), "{delay:?} for {causes:?}");
    }
}

/// A file as if dropped on the window.
#[derive(Debug)]
pub struct Dropped(pub PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}
