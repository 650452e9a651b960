//! The hand that plays: makes input as a window gets it from the system.

use egui::{Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, PointerButton, Pos2, Rect};
use egui::{Theme, TouchPhase, Vec2, ViewportCommand, vec2};
use readout::app::ReadoutApp;
use readout::ui::timeline::OVERVIEW_HEIGHT;

/// What the one who plays sees of the window.
pub struct Sight {
    /// The timeline's canvas.
    pub canvas: Rect,
    /// The overview under it.
    pub overview: Rect,
    /// The middles of the marks.
    pub marks: Vec<Pos2>,
}

impl Sight {
    /// What is to be seen now.
    pub fn of(app: &ReadoutApp) -> Self {
        // Where no timeline is shown, its place was somewhere here.
        let around = Rect::from_min_size(egui::pos2(300.0, 120.0), vec2(500.0, 500.0));
        let canvas = app.canvas().unwrap_or(around);
        let below = vec2(canvas.width(), OVERVIEW_HEIGHT);
        let overview = Rect::from_min_size(canvas.left_bottom(), below);
        let to_window = |mark: &readout::timeline::Mark| mark.center + canvas.min.to_vec2();
        let marks = app.scene().marks.iter().map(to_window);
        let marks = marks.filter(|pos| canvas.shrink(2.0).contains(*pos)).collect();
        Self { canvas, overview, marks }
    }

    /// A place on the canvas, in parts of its width and height.
    pub fn at(&self, x: f32, y: f32) -> Pos2 {
        self.canvas.lerp_inside(vec2(x, y))
    }
}

/// Collects the input of a frame.
#[derive(Default)]
pub struct Hand {
    /// What the window gets.
    pub events: Vec<Event>,
    /// What the window is told to become.
    pub commands: Vec<ViewportCommand>,
    /// The theme to be shown from now on.
    pub theme: Option<Theme>,
    pointer: Pos2,
}

impl Hand {
    /// Moves the pointer.
    pub fn point(&mut self, pos: Pos2) {
        self.pointer = pos;
        self.events.push(Event::PointerMoved(pos));
    }

    /// Presses a button where the pointer is, or lets it go.
    pub fn button(&mut self, button: PointerButton, pressed: bool) {
        let (pos, modifiers) = (self.pointer, Modifiers::NONE);
        self.events.push(Event::PointerButton { pos, button, pressed, modifiers });
    }

    /// Turns the wheel, in points.
    pub fn wheel(&mut self, delta: Vec2) {
        self.events.push(Event::MouseWheel {
            unit: MouseWheelUnit::Point,
            delta,
            phase: TouchPhase::Move,
            source: MouseWheelSource::Wheel,
            modifiers: Modifiers::NONE,
        });
    }

    /// Pinches.
    pub fn pinch(&mut self, factor: f64) {
        self.events.push(Event::Zoom(factor as f32));
    }

    /// Presses a key and lets it go.
    pub fn key(&mut self, modifiers: Modifiers, key: Key) {
        for pressed in [true, false] {
            let (physical_key, repeat) = (None, false);
            self.events.push(Event::Key { key, physical_key, pressed, repeat, modifiers });
        }
    }

    /// Types.
    pub fn text(&mut self, text: impl Into<String>) {
        self.events.push(Event::Text(text.into()));
    }
}
