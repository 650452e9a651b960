//! The child with a window: opens a file, rests, plays the minute, and rests again.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use eframe::{App, Frame};
use egui::{Context, RawInput};
use readout::app::{self, Kept, Loading, Origin, ReadoutApp};
use readout::timeline::LaneChoice;
use serde_json::json;

use super::gauge::{self, Clock};
use super::hand::{Hand, Sight};
use super::meter::{Meter, tell_frames};
use super::report::{tell, tell_known, tell_more};
use super::script::{Beat, STEPS};

/// How long a window stays as it is before its memory is looked at.
const REST: Duration = Duration::from_secs(2);
/// How long after the last input nothing may happen any more.
const SETTLE: Duration = Duration::from_secs(1);
/// How long a step may be waited for.
const PATIENCE: Duration = Duration::from_secs(30);
const FRAME_SECS: f64 = 1.0 / 60.0;

/// What a window is opened for.
pub struct Task {
    /// The dataset; none for an empty window.
    pub file: Option<PathBuf>,
    /// How many frames are played; without any, it ends after the first rest.
    pub frames: usize,
    /// Where settings are kept, so that the user's own are neither read nor changed.
    pub storage: PathBuf,
}

/// Opens the window, and returns when it has closed.
pub fn run(task: Task) {
    let options = eframe::NativeOptions {
        persistence_path: Some(task.storage.clone()),
        ..app::native_options()
    };
    let called = Instant::now();
    let loading =
        task.file.clone().map(|file| Loading::start(Origin::File(file), LaneChoice::default()));
    let make: eframe::AppCreator<'_> = Box::new(move |cc| {
        let meter = Meter::default();
        cc.egui_ctx.add_plugin(meter.clone());
        let app = loading
            .map(|loading| ReadoutApp::new(&cc.egui_ctx, Kept::default(), Vec::new(), loading));
        Ok(Box::new(Stage::new(task, called, app, meter)))
    });
    eframe::run_native("readout-bench", options, make).expect("a window");
}

/// What the window is at.
enum Phase {
    /// Marks of the file were in the frame before, or all of them.
    Opening {
        has_marks: bool,
        told_marks: bool,
        has_all: bool,
    },
    /// Nothing is done until a moment.
    Resting(Instant),
    /// What is still being worked out is waited for.
    Waiting,
    /// A frame of a step is played.
    Playing {
        step: usize,
        frame: usize,
        waiting_since: Option<Instant>,
    },
    /// Another thread looks at what goes on while nothing is done.
    Quiet(Arc<AtomicBool>),
    Over,
}

struct Stage {
    task: Task,
    called: Instant,
    app: Option<ReadoutApp>,
    meter: Meter,
    phase: Phase,
    /// Frames of the window, played or not.
    painted: Arc<AtomicUsize>,
    /// egui's time in the last frame.
    time: f64,
    hand: Hand,
    /// The steps at whose end it was not as it should be.
    not_played: Vec<&'static str>,
}

impl Stage {
    fn new(task: Task, called: Instant, app: Option<ReadoutApp>, meter: Meter) -> Self {
        let phase = Phase::Opening { has_marks: false, told_marks: false, has_all: false };
        let (painted, hand, not_played) = (Arc::default(), Hand::default(), Vec::new());
        Self { task, called, app, meter, phase, painted, time: 0.0, hand, not_played }
    }

    fn millis(&self) -> f64 {
        self.called.elapsed().as_secs_f64() * 1e3
    }

    /// What was in the frame before has been painted now.
    fn tell_painted(&mut self, ctx: &Context) {
        let millis = self.millis();
        let Phase::Opening { has_marks, told_marks, has_all } = &mut self.phase else { return };
        if *has_marks && !*told_marks {
            tell("first_marks", millis);
            *told_marks = true;
        }
        if *has_all {
            tell("opened", millis);
            tell("frames_while_opening", self.painted.load(Ordering::Relaxed) as f64);
            let events = self.app.as_ref().and_then(ReadoutApp::session);
            tell_known("events", events.map(|it| it.document.dataset().events.len() as f64));
            self.rest(ctx, REST);
        }
    }

    fn look(&mut self, ctx: &Context) {
        let Phase::Opening { has_marks, has_all, .. } = &mut self.phase else { return };
        let before = (*has_marks, *has_all);
        match &self.app {
            Some(app) => {
                if let Some(fault) = app.fault() {
                    panic!("{}: {}", fault.heading, fault.text);
                }
                let has_events = |app: &ReadoutApp| {
                    let session = app.session();
                    session.is_some_and(|it| !it.document.dataset().events.is_empty())
                };
                *has_marks |= !app.scene().marks.is_empty();
                *has_all |= !app.is_loading()
                    && app.session().is_some()
                    && (*has_marks || !has_events(app));
            }
            None => *has_all = true,
        }
        if before != (*has_marks, *has_all) {
            ctx.request_repaint();
        }
    }

    fn rest(&mut self, ctx: &Context, how_long: Duration) {
        self.phase = Phase::Resting(Instant::now() + how_long);
        let ctx = ctx.clone();
        thread::spawn(move || {
            thread::sleep(how_long + Duration::from_millis(5));
            ctx.request_repaint();
        });
    }

    fn is_busy(&self) -> bool {
        self.app.as_ref().is_some_and(ReadoutApp::is_busy)
    }

    /// Goes on to the next phase where this one is over.
    fn go_on(&mut self, ctx: &Context) {
        match &self.phase {
            Phase::Resting(until) if Instant::now() >= *until => {
                tell_known("memory_open_mib", gauge::pss_mib());
                tell_known("peak_open_mib", gauge::peak_mib());
                self.phase = if self.task.frames == 0 { Phase::Over } else { Phase::Waiting };
                ctx.request_repaint();
            }
            Phase::Waiting if self.is_busy() => {
                ctx.request_repaint_after(Duration::from_millis(50));
            }
            Phase::Waiting => {
                tell("ready_ms", self.millis());
                tell_known("memory_ready_mib", gauge::pss_mib());
                self.phase = Phase::Playing { step: 0, frame: 0, waiting_since: None };
                ctx.request_repaint();
            }
            Phase::Playing { step, .. } if *step >= STEPS.len() => {
                tell_frames(&self.meter.frames());
                // As in a dataset that has no meetings close enough to zoom in on them.
                if !self.not_played.is_empty() {
                    let steps = json!({ "steps": self.not_played });
                    tell_more("steps_not_played", self.not_played.len() as f64, steps);
                }
                self.phase = Phase::Quiet(self.watch(ctx));
            }
            Phase::Playing { .. } => ctx.request_repaint(),
            Phase::Quiet(is_over) if is_over.load(Ordering::Acquire) => {
                tell_known("memory_end_mib", gauge::pss_mib());
                tell_known("peak_mib", gauge::peak_mib());
                self.phase = Phase::Over;
                ctx.request_repaint();
            }
            Phase::Over => ctx.send_viewport_cmd(egui::ViewportCommand::Close),
            Phase::Opening { .. } | Phase::Resting(_) | Phase::Quiet(_) => {}
        }
    }

    /// Counts on another thread what goes on while nobody does anything.
    fn watch(&self, ctx: &Context) -> Arc<AtomicBool> {
        let is_over = Arc::new(AtomicBool::new(false));
        let (over, painted, ctx) = (Arc::clone(&is_over), Arc::clone(&self.painted), ctx.clone());
        thread::spawn(move || {
            thread::sleep(SETTLE);
            let before = (painted.load(Ordering::Relaxed), gauge::process_cpu());
            thread::sleep(REST);
            let after = (painted.load(Ordering::Relaxed), gauge::process_cpu());
            tell("frames_at_rest", (after.0 - before.0) as f64);
            let cpu = before.1.zip(after.1).map(|(from, to)| (to - from).as_secs_f64() * 1e3);
            tell_known("cpu_at_rest_ms", cpu);
            over.store(true, Ordering::Release);
            ctx.request_repaint();
        });
        is_over
    }

    /// How many frames a step has.
    fn frames_of(&self, step: usize) -> usize {
        let Some(step) = STEPS.get(step) else { return 0 };
        let minute: f64 = STEPS.iter().map(|step| step.seconds).sum();
        let share = self.task.frames as f64 * step.seconds / minute;
        (share.round() as usize).max(step.least)
    }

    /// The input of a frame that is played.
    fn play(&mut self, ctx: &Context, input: &mut RawInput) {
        // Whatever a person does with the real pointer is no part of the minute.
        input.events.clear();
        let Some(app) = &self.app else { return };
        let Phase::Playing { step: pos, frame, waiting_since } = &self.phase else { return };
        let (pos, frame, waiting_since) = (*pos, *frame, *waiting_since);
        let Some(step) = STEPS.get(pos) else { return };
        let of = self.frames_of(pos);
        if frame < of {
            (step.play)(&mut self.hand, &Sight::of(app), Beat { frame, of });
            self.phase = Phase::Playing { step: pos, frame: frame + 1, waiting_since: None };
        } else {
            // What the last frame asked for comes at the earliest in this one.
            let since = waiting_since.unwrap_or_else(Instant::now);
            if step.waits && app.is_busy() && since.elapsed() < PATIENCE {
                // As fast as a screen would be.
                thread::sleep(Duration::from_millis(12));
                let waiting_since = Some(since);
                self.phase = Phase::Playing { step: pos, frame, waiting_since };
            } else {
                if !(step.holds)(app) {
                    self.not_played.push(step.name);
                }
                self.phase = Phase::Playing { step: pos + 1, frame: 0, waiting_since: None };
            }
        }
        input.events.append(&mut self.hand.events);
        for command in self.hand.commands.drain(..) {
            ctx.send_viewport_cmd(command);
        }
        if let Some(theme) = self.hand.theme.take() {
            ctx.set_theme(theme);
        }
        self.time += FRAME_SECS;
        input.time = Some(self.time);
        input.predicted_dt = FRAME_SECS as f32;
        input.focused = true;
        self.meter.begin(pos);
    }
}

impl App for Stage {
    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        match &self.app {
            Some(app) => app.clear_color(visuals),
            None => egui::Color32::BLACK.to_normalized_gamma_f32(),
        }
    }

    fn raw_input_hook(&mut self, ctx: &Context, input: &mut RawInput) {
        // Time goes on from where the minute has brought it.
        if matches!(self.phase, Phase::Playing { .. }) {
            self.play(ctx, input);
        } else {
            self.time = self.time.max(input.time.unwrap_or(0.0));
            input.time = Some(self.time);
        }
    }

    fn logic(&mut self, ctx: &Context, frame: &mut Frame) {
        if let Some(app) = &mut self.app {
            let clock = Clock::start();
            app.logic(ctx, frame);
            self.meter.add_inside(clock.cost());
        }
    }

    fn ui(&mut self, ui: &mut egui::Ui, frame: &mut Frame) {
        self.painted.fetch_add(1, Ordering::Relaxed);
        let ctx = ui.ctx().clone();
        self.tell_painted(&ctx);
        match &mut self.app {
            Some(app) => {
                let clock = Clock::start();
                app.ui(ui, frame);
                self.meter.add_inside(clock.cost());
            }
            None => {
                egui::CentralPanel::default().show(ui, |_| ());
            }
        }
        self.look(&ctx);
        self.go_on(&ctx);
    }

    fn save(&mut self, storage: &mut dyn eframe::Storage) {
        if let Some(app) = &mut self.app {
            app.save(storage);
        }
    }
}
