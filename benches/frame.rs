//! The CPU's work for one frame on the bundled dataset, without a GPU: making the
//! scene, the whole ui pass, and tessellation, at several zooms.
//!
//! `cargo bench --bench frame`

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use egui::{Context, Pos2, RawInput, Rect, vec2};
use readout::app::{BUNDLED, ReadoutApp, Settings};
use readout::load::{self, Job};
use readout::timeline::{Frame, LaneChoice, Lanes, PerChar, Periods, Scene, View, lane_heights};

/// Days across, by name.
const ZOOMS: [(&str, f64); 5] =
    [("all", 22_000.0), ("decade", 3_653.0), ("year", 366.0), ("month", 31.0), ("days", 4.0)];
/// 18 March 2021.
const ANCHORAGE: f64 = 18_704.0;

fn view(days: f64) -> View {
    View { start: ANCHORAGE - days / 2.0, end: ANCHORAGE + days / 2.0 }
}

fn reading(criterion: &mut Criterion) {
    criterion.bench_function("read the bundled dataset", |bench| {
        bench.iter(|| load::read_static(black_box(BUNDLED), &Job::new()).expect("it opens"));
    });
}

fn scene(criterion: &mut Criterion) {
    let document = load::read_static(BUNDLED, &Job::new()).expect("it opens");
    let dataset = document.dataset();
    let lanes = Lanes::new(dataset, LaneChoice::Kind);
    let periods = Periods::new(dataset);
    for (name, days) in ZOOMS {
        let view = view(days);
        let heights = lane_heights(&lanes, &view, 900.0, 560.0);
        criterion.bench_function(&format!("scene/{name}"), |bench| {
            bench.iter(|| {
                Scene::new(&Frame {
                    dataset,
                    lanes: &lanes,
                    periods: &periods,
                    view: black_box(view),
                    width: 900.0,
                    heights: &heights,
                    matches: None,
                    measure: &PerChar,
                })
            });
        });
    }
}

/// A program without a window, in which a frame can be run.
struct Stage {
    ctx: Context,
    app: ReadoutApp,
    time: f64,
}

impl Stage {
    fn new() -> Self {
        let ctx = Context::default();
        let settings = Settings { reduces_motion: true, ..Settings::default() };
        let app = ReadoutApp::with_settings(&ctx, settings, None);
        let mut stage = Self { ctx, app, time: 0.0 };
        while stage.app.session().is_none() {
            stage.frame().drop_without_applying_deltas();
            std::thread::yield_now();
        }
        stage
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
}

fn ui_pass(criterion: &mut Criterion) {
    let mut stage = Stage::new();
    // The meeting with the most quotes has the costliest pane.
    stage.app.select_by_id("2021-03-anchorage");
    for (name, days) in ZOOMS {
        stage.app.show_view(view(days), stage.time);
        for _ in 0..5 {
            stage.frame().drop_without_applying_deltas();
        }
        criterion.bench_function(&format!("ui pass/{name}"), |bench| {
            bench.iter(|| stage.frame().drop_without_applying_deltas());
        });
        let mut output = stage.frame();
        let shapes = std::mem::take(&mut output.shapes);
        let pixels_per_point = output.pixels_per_point;
        output.drop_without_applying_deltas();
        criterion.bench_function(&format!("tessellate/{name}"), |bench| {
            bench.iter_batched(
                || shapes.clone(),
                |shapes| stage.ctx.tessellate(shapes, pixels_per_point),
                criterion::BatchSize::LargeInput,
            );
        });
    }
}

/// While one zooms, the scene is made anew in each frame.
fn zooming(criterion: &mut Criterion) {
    let mut stage = Stage::new();
    stage.app.select_by_id("2021-03-anchorage");
    let mut step = 0;
    criterion.bench_function("ui pass and tessellation while zooming", |bench| {
        bench.iter(|| {
            step = (step + 1) % 200;
            let days = 22_000.0 * 0.957_f64.powi(step);
            stage.app.show_view(view(days), stage.time);
            let mut output = stage.frame();
            let shapes = std::mem::take(&mut output.shapes);
            let pixels_per_point = output.pixels_per_point;
            output.drop_without_applying_deltas();
            stage.ctx.tessellate(shapes, pixels_per_point)
        });
    });
}

criterion_group!(benches, reading, scene, ui_pass, zooming);
criterion_main!(benches);
