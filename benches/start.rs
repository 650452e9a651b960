//! How long the window takes to be painted, and how much memory it takes, beside
//! an empty eframe window on the same machine in the same run: once with an empty
//! `CentralPanel`, which paints the window's ground as any program does, and once
//! with nothing painted at all.
//!
//! `cargo bench --bench start` in a graphical session, or under `xvfb-run`. Starts
//! both programs in turns, as whole processes, and prints the medians and their
//! ratios. Time counts from the start of the process to the frame after the first
//! one that shows what the program is for: then that one has been painted.

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use eframe::{App, Frame};
use readout::app::{self, Kept, ReadoutApp};
use readout::timeline::LaneChoice;

/// What is started in turns.
const WINDOWS: [&str; 3] = ["nothing", "empty", "readout"];
/// How often each program is started.
const ROUNDS: usize = 9;
/// How long a window stays after its first frame, so that its memory settles.
const STAY: Duration = Duration::from_millis(1500);

fn main() {
    let args: Vec<String> = std::env::args().collect();
    match args.iter().position(|arg| arg == "--child").and_then(|pos| args.get(pos + 1)) {
        Some(which) => child(which),
        None => parent(),
    }
}

fn parent() {
    let mut runs = [const { Vec::new() }; 3];
    for round in 0..ROUNDS {
        for (which, runs) in WINDOWS.into_iter().zip(&mut runs) {
            let run = start(which);
            println!(
                r#"{{"round": {round}, "window": "{which}", "first_frame_ms": {:.1}, "peak_mib": {:.1}}}"#,
                run.0, run.1
            );
            runs.push(run);
        }
    }
    let median = |runs: &[(f64, f64)], pick: fn(&(f64, f64)) -> f64| {
        let mut values: Vec<f64> = runs.iter().map(pick).collect();
        values.sort_by(f64::total_cmp);
        values[values.len() / 2]
    };
    let [nothing, empty, readout] = &runs;
    for (what, unit, pick) in [
        ("first frame", "ms", (|run| run.0) as fn(&(f64, f64)) -> f64),
        ("peak memory", "MiB", |run| run.1),
    ] {
        let [nothing, empty, readout] = [nothing, empty, readout].map(|runs| median(runs, pick));
        println!(
            "{what}: Readout {readout:.1} {unit}; empty window {empty:.1} {unit}, ratio {:.2}; \
             nothing painted {nothing:.1} {unit}, ratio {:.2}",
            readout / empty,
            readout / nothing
        );
    }
}

/// Starts a window of a kind, and returns milliseconds to its first frame and
/// its peak memory in MiB.
fn start(which: &str) -> (f64, f64) {
    let program = std::env::current_exe().expect("this program's path");
    let begin = Instant::now();
    let mut child = Command::new(program)
        .args(["--child", which])
        .stdout(Stdio::piped())
        .spawn()
        .expect("this program starts again");
    let mut lines = BufReader::new(child.stdout.take().expect("a pipe")).lines();
    let mut next = || lines.next().expect("a line from the window").expect("text");
    assert_eq!(next(), "painted");
    let millis = begin.elapsed().as_secs_f64() * 1e3;
    let peak: f64 = next().parse().expect("kibibytes");
    child.wait().expect("the window closes");
    (millis, peak / 1024.0)
}

fn child(which: &str) {
    let options = app::native_options();
    let paints_ground = which == "empty";
    let loading =
        (which == "readout").then(|| app::Loading::start(app::Origin::Bundled, LaneChoice::Kind));
    let make: eframe::AppCreator<'_> = Box::new(move |cc| {
        let app = loading
            .map(|loading| ReadoutApp::new(&cc.egui_ctx, Kept::default(), Vec::new(), loading));
        Ok(Box::new(Timed { app, paints_ground, shown: false, told_at: None }))
    });
    eframe::run_native("readout-bench", options, make).expect("a window");
}

/// Readout, or nothing, that tells when it has been painted.
struct Timed {
    app: Option<ReadoutApp>,
    /// Without Readout: whether an empty panel is shown.
    paints_ground: bool,
    /// What the program is for was in the frame before.
    shown: bool,
    told_at: Option<Instant>,
}

impl App for Timed {
    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        match &self.app {
            Some(app) => app.clear_color(visuals),
            None => egui::Color32::BLACK.to_normalized_gamma_f32(),
        }
    }

    fn logic(&mut self, ctx: &egui::Context, frame: &mut Frame) {
        if let Some(app) = &mut self.app {
            app.logic(ctx, frame);
        }
    }

    fn ui(&mut self, ui: &mut egui::Ui, frame: &mut Frame) {
        if self.shown && self.told_at.is_none() {
            println!("painted");
            std::io::stdout().flush().expect("the pipe holds");
            self.told_at = Some(Instant::now());
        }
        match &mut self.app {
            Some(app) => {
                app.ui(ui, frame);
                self.shown = !app.scene().marks.is_empty();
            }
            None => {
                if self.paints_ground {
                    egui::CentralPanel::default().show(ui, |_| ());
                }
                self.shown = true;
            }
        }
        match self.told_at {
            None => ui.request_repaint(),
            Some(told_at) if told_at.elapsed() > STAY => {
                println!("{}", peak_kib());
                ui.send_viewport_cmd(egui::ViewportCommand::Close);
            }
            Some(_) => ui.request_repaint_after(Duration::from_millis(100)),
        }
    }
}

/// The process's peak resident memory, as Linux tells it.
fn peak_kib() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}
