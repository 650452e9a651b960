//! What each frame costs.

use std::sync::{Arc, Mutex, PoisonError};

use egui::{Context, FullOutput, Plugin};
use serde_json::json;

use super::gauge::{Clock, Cost, permille};
use super::report::tell_more;
use super::script::STEPS;

/// A frame that was played.
#[derive(Clone, Copy, Debug, Default)]
pub struct Frame {
    /// The position of its step.
    pub step: usize,
    /// Inside of Readout's `logic` and `ui`.
    pub inside: Cost,
    /// All of egui's pass around them.
    pub pass: Cost,
    /// From shapes to triangles.
    pub tessellation: Cost,
}

impl Frame {
    fn whole(&self) -> Cost {
        self.pass + self.tessellation
    }

    fn bare(&self) -> Cost {
        self.inside + self.tessellation
    }
}

/// Measures frames; a clone is the same meter.
#[derive(Clone, Default)]
pub struct Meter(Arc<Mutex<Inner>>);

#[derive(Default)]
struct Inner {
    begun: Option<Clock>,
    frame: Frame,
    frames: Vec<Frame>,
}

impl Meter {
    fn with<T>(&self, act: impl FnOnce(&mut Inner) -> T) -> T {
        // Only this bench's own panic could poison it.
        act(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// A frame of a step begins.
    pub fn begin(&self, step: usize) {
        self.with(|inner| {
            inner.frame = Frame { step, ..Frame::default() };
            inner.begun = Some(Clock::start());
        });
    }

    /// Something took so long inside of Readout.
    pub fn add_inside(&self, cost: Cost) {
        self.with(|inner| inner.frame.inside = inner.frame.inside + cost);
    }

    /// All frames so far.
    pub fn frames(&self) -> Vec<Frame> {
        self.with(|inner| inner.frames.clone())
    }
}

impl Plugin for Meter {
    fn debug_name(&self) -> &'static str {
        "what frames cost"
    }

    fn output_hook(&mut self, ctx: &Context, output: &mut FullOutput) {
        let pass = self.with(|inner| inner.begun.take()).map(Clock::cost);
        // Frames that nobody plays are not measured.
        let Some(pass) = pass else { return };
        let shapes = output.shapes.clone();
        let clock = Clock::start();
        let triangles = ctx.tessellate(shapes, output.pixels_per_point);
        let tessellation = clock.cost();
        drop(triangles);
        self.with(|inner| {
            let frame = Frame { pass, tessellation, ..inner.frame };
            inner.frames.push(frame);
        });
    }
}

type Pick = fn(&Frame) -> f64;

/// Tells what the frames cost: all of them, those of each step, and the slowest.
pub fn tell_frames(frames: &[Frame]) {
    let measures: [(&str, Pick); 7] = [
        ("frame", |frame| frame.whole().cpu),
        ("frame_wall", |frame| frame.whole().wall),
        ("inside", |frame| frame.bare().cpu),
        ("inside_wall", |frame| frame.bare().wall),
        ("logic_and_ui", |frame| frame.inside.cpu),
        ("pass", |frame| frame.pass.cpu),
        ("tessellation", |frame| frame.tessellation.cpu),
    ];
    for (name, of) in measures {
        let (p50, p99, max) = spread(frames.iter().map(of));
        for (which, value) in [("p50", p50), ("p99", p99), ("max", max)] {
            tell_more(&format!("{name}_{which}_ms"), value, json!({}));
        }
    }
    tell_more("frames", frames.len() as f64, json!({}));
    let over = frames.iter().filter(|frame| frame.whole().cpu > 16.0).count();
    tell_more("frames_over_16_ms", over as f64, json!({}));
    for (pos, step) in STEPS.iter().enumerate() {
        let of_step: Vec<f64> =
            frames.iter().filter(|frame| frame.step == pos).map(|it| it.whole().cpu).collect();
        let count = of_step.len();
        let (p50, p99, max) = spread(of_step.into_iter());
        let more = json!({ "step": step.name, "frames": count, "p50": p50, "p99": p99 });
        tell_more("step_max_ms", max, more);
    }
    let mut slowest: Vec<(usize, &Frame)> = frames.iter().enumerate().collect();
    slowest.sort_by(|a, b| b.1.whole().cpu.total_cmp(&a.1.whole().cpu));
    for (number, frame) in slowest.into_iter().take(10) {
        let step = STEPS.get(frame.step).map_or("", |step| step.name);
        let more = json!({
            "step": step, "frame": number, "wall": frame.whole().wall,
            "logic_and_ui": frame.inside.cpu, "tessellation": frame.tessellation.cpu,
        });
        tell_more("slow_frame_ms", frame.whole().cpu, more);
    }
}

fn spread(values: impl Iterator<Item = f64>) -> (f64, f64, f64) {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    (permille(&values, 500), permille(&values, 990), permille(&values, 1000))
}
