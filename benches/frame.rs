//! The CPU's work, without a GPU, for reading a dataset and for one frame on it: making the
//! scene, the whole ui pass, and tessellation, at several zooms, by the size of the dataset.
//! Reading and what is made ready in the background, which take all cores, are measured on
//! the clock; the rest is the processor time of the thread that paints.
//!
//! `cargo bench --bench frame`; with `READOUT_BENCH_EVENTS=100000,1000000` in the environment
//! also at those sizes, and with `READOUT_BENCH_FILE` on a file.

mod support;

use std::hint::black_box;
use std::path::{Path, PathBuf};

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use egui::{Context, Pos2, RawInput, Rect, vec2};
use readout::app::{BUNDLED, ReadoutApp, Settings};
use readout::load::{self, Document, Job};
use readout::model::{EventIx, EventSet};
use readout::timeline::{
    Frame, LaneChoice, Lanes, Matches, Overview, PerChar, Periods, Scene, View, anchor_of,
    lane_heights,
};
use support::{ThreadTime, given, group};

/// Days across, by name; all days of the dataset where there is no number.
const ZOOMS: [(&str, Option<f64>); 5] = [
    ("all", None),
    ("decade", Some(3_653.0)),
    ("year", Some(366.0)),
    ("month", Some(31.0)),
    ("days", Some(4.0)),
];
/// The meeting of the bundled dataset with the most quotes has the costliest pane.
const ANCHORAGE: &str = "2021-03-anchorage";

/// A dataset that is gone through: the bundled one, or a file.
struct Subject {
    name: String,
    path: Option<PathBuf>,
}

impl Subject {
    fn read(&self) -> Document {
        read(self.path.as_deref())
    }
}

fn read(path: Option<&Path>) -> Document {
    let job = Job::new();
    match path {
        Some(path) => load::read_file(path, &job),
        None => load::read_static(BUNDLED, &job),
    }
    .expect("it opens")
}

/// The meeting around which one zooms, and its day.
fn middle(document: &Document, is_bundled: bool) -> (EventIx, f64) {
    let dataset = document.dataset();
    let by_time = dataset.by_time();
    let is_it = |ix: &&EventIx| dataset.event(**ix).is_some_and(|event| event.id == ANCHORAGE);
    let found = by_time.iter().find(|ix| is_bundled && is_it(ix));
    let ix = *found.or(by_time.get(by_time.len() / 2)).expect("there are meetings");
    (ix, anchor_of(&dataset.event(ix).expect("it is one of them")))
}

/// So many days around a day, or all.
fn view(document: &Document, day: f64, days: Option<f64>) -> View {
    let span = document.dataset().span().expect("there are meetings");
    match days {
        Some(days) => View { start: day - days / 2.0, end: day + days / 2.0 },
        None => View { start: f64::from(span.start), end: f64::from(span.end) },
    }
}

fn reading(criterion: &mut Criterion) {
    let mut group = group(criterion, "read");
    each(|subject| {
        group.bench_function(&subject.name, |bench| {
            bench.iter_with_large_drop(|| read(black_box(subject.path.as_deref())));
        });
    });
}

/// What a timeline needs besides, once for a dataset, a choice of lanes, or a filter.
fn making_ready(criterion: &mut Criterion) {
    let mut group = group(criterion, "make ready");
    each(|subject| {
        let document = subject.read();
        let dataset = document.dataset();
        let id = |name: &str| BenchmarkId::new(name, &subject.name);
        let lanes = || Lanes::new(black_box(dataset), LaneChoice::Kind);
        group.bench_function(id("lanes by kind"), |bench| bench.iter_with_large_drop(lanes));
        group.bench_function(id("overview"), |bench| {
            bench.iter_with_large_drop(|| Overview::new(black_box(dataset)));
        });
        let (lanes, third) = (lanes(), every_third(dataset.events.len()));
        group.bench_function(id("what matches"), |bench| {
            bench.iter_batched(
                || third.clone(),
                |third| Matches::new(black_box(dataset), &lanes, third),
                criterion::BatchSize::LargeInput,
            );
        });
    });
}

/// A third of so many meetings.
fn every_third(count: usize) -> EventSet {
    let mut third = EventSet::none(count);
    (0..count).step_by(3).for_each(|pos| third.insert(EventIx::from_pos(pos)));
    third
}

fn scene(criterion: &mut Criterion<ThreadTime>, subject: &Subject) {
    let document = subject.read();
    let dataset = document.dataset();
    let (_, day) = middle(&document, subject.path.is_none());
    let mut group = group(criterion, "scene");
    let id = |name: &str| BenchmarkId::new(name, &subject.name);
    let lanes = Lanes::new(dataset, LaneChoice::Kind);
    let periods = Periods::new(dataset);
    let matches = Matches::new(dataset, &lanes, every_third(dataset.events.len()));
    for (name, days) in ZOOMS {
        let view = view(&document, day, days);
        let heights = lane_heights(&lanes, &view, 900.0, 560.0);
        for matches in [None, Some(&matches)] {
            let name = if matches.is_some() { format!("{name}, filtered") } else { name.into() };
            group.bench_function(id(&name), |bench| {
                bench.iter(|| {
                    Scene::new(&Frame {
                        dataset,
                        lanes: &lanes,
                        periods: &periods,
                        view: black_box(view),
                        width: 900.0,
                        heights: &heights,
                        matches,
                        measure: &PerChar,
                    })
                });
            });
        }
    }
}

/// A program without a window, in which a frame can be run.
struct Stage {
    ctx: Context,
    app: ReadoutApp,
    time: f64,
}

impl Stage {
    fn new(path: Option<PathBuf>) -> Self {
        let ctx = Context::default();
        let settings = Settings { reduces_motion: true, ..Settings::default() };
        let app = ReadoutApp::with_settings(&ctx, settings, path);
        let mut stage = Self { ctx, app, time: 0.0 };
        stage.settle();
        stage
    }

    /// Until nothing is worked out any more.
    fn settle(&mut self) {
        let mut still = 0;
        while still < 5 {
            self.frame().drop_without_applying_deltas();
            let is_busy = self.app.is_loading() || self.app.is_busy();
            still = if is_busy { 0 } else { still + 1 };
            std::thread::yield_now();
        }
    }

    fn frame(&mut self) -> egui::FullOutput {
        self.time += 1.0 / 60.0;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, vec2(1280.0, 800.0))),
            time: Some(self.time),
            ..RawInput::default()
        };
        let app = &mut self.app;
        self.ctx.run_ui(input, |ui| {
            app.before_frame(ui);
            app.frame_ui(ui, None);
        })
    }

    /// What a frame is painted with.
    fn shapes(&mut self) -> (Vec<egui::epaint::ClippedShape>, f32) {
        let mut output = self.frame();
        let shapes = std::mem::take(&mut output.shapes);
        let pixels_per_point = output.pixels_per_point;
        output.drop_without_applying_deltas();
        (shapes, pixels_per_point)
    }
}

fn ui_pass(criterion: &mut Criterion<ThreadTime>, subject: &Subject) {
    let mut stage = Stage::new(subject.path.clone());
    let session = stage.app.session().expect("it is open");
    let document = std::sync::Arc::clone(&session.document);
    let (ix, day) = middle(&document, subject.path.is_none());
    let id = document.dataset().event(ix).expect("it is one of them").id.to_string();
    stage.app.select_by_id(&id);
    stage.settle();
    for (name, days) in ZOOMS {
        stage.app.show_view(view(&document, day, days), stage.time);
        stage.settle();
        let id = BenchmarkId::new(name, &subject.name);
        group(criterion, "ui pass").bench_function(id.clone(), |bench| {
            bench.iter(|| stage.frame().drop_without_applying_deltas());
        });
        let (shapes, pixels_per_point) = stage.shapes();
        group(criterion, "tessellate").bench_function(id, |bench| {
            bench.iter_batched(
                || shapes.clone(),
                |shapes| stage.ctx.tessellate(shapes, pixels_per_point),
                criterion::BatchSize::LargeInput,
            );
        });
    }
    // While one zooms, the scene is made anew in each frame.
    let mut step = 0;
    let all = view(&document, day, None).days();
    let id = BenchmarkId::new("while zooming", &subject.name);
    group(criterion, "ui pass and tessellation").bench_function(id, |bench| {
        bench.iter(|| {
            step = (step + 1) % 200;
            let days = all * 0.957_f64.powi(step);
            stage.app.show_view(view(&document, day, Some(days)), stage.time);
            let (shapes, pixels_per_point) = stage.shapes();
            stage.ctx.tessellate(shapes, pixels_per_point)
        });
    });
}

fn each(mut work: impl FnMut(&Subject)) {
    work(&Subject { name: "bundled".to_owned(), path: None });
    for given in given() {
        work(&Subject { name: given.name.clone(), path: Some(given.path.clone()) });
    }
}

fn a_frame(criterion: &mut Criterion<ThreadTime>) {
    each(|subject| {
        scene(criterion, subject);
        ui_pass(criterion, subject);
    });
}

criterion_group!(on_the_clock, reading, making_ready);
criterion_group! {
    name = on_a_thread;
    config = Criterion::default().with_measurement(ThreadTime);
    targets = a_frame
}
criterion_main!(on_the_clock, on_a_thread);
