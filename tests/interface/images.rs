//! A few small pictures, to be looked at before they are accepted. What can be
//! asserted on the state is asserted elsewhere.

use egui::{Theme, ThemePreference, vec2};
use egui_kittest::{Harness, SnapshotOptions, SnapshotResults};
use readout::app::{ReadoutApp, Settings};

/// Software renderers differ in the last bits of antialiased edges.
const MAX_FAILED_PIXELS: usize = 60;

fn options() -> SnapshotOptions {
    SnapshotOptions::new().threshold(1.2).max_failed_pixels(MAX_FAILED_PIXELS)
}

/// The program over the colour to which its window is cleared, which the harness
/// does not do.
struct OnPaper(ReadoutApp);

impl eframe::App for OnPaper {
    fn logic(&mut self, ctx: &egui::Context, frame: &mut eframe::Frame) {
        self.0.logic(ctx, frame);
    }

    fn ui(&mut self, ui: &mut egui::Ui, frame: &mut eframe::Frame) {
        let paper = readout::ui::tokens::Tokens::of(ui).canvas;
        ui.painter().rect_filled(ui.max_rect(), 0.0, paper);
        self.0.ui(ui, frame);
    }
}

fn open(name: &str, theme: ThemePreference, shows_detail: bool) -> Harness<'static, OnPaper> {
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/good").join(name);
    let settings = Settings { reduces_motion: true, theme, shows_detail, ..Settings::default() };
    let mut harness = Harness::builder()
        .with_size(vec2(760.0, 560.0))
        .with_theme(if theme == ThemePreference::Dark { Theme::Dark } else { Theme::Light })
        .with_max_steps(60)
        .with_step_dt(0.02)
        .build_eframe(|cc| OnPaper(ReadoutApp::with_settings(&cc.egui_ctx, settings, Some(file))));
    for _ in 0..600 {
        harness.step();
        if !harness.state().0.is_loading() && !harness.state().0.is_busy() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    harness.run_ok();
    harness
}

/// Shapes, bars, imprecision, merging, labels and bands, in both themes.
#[test]
fn the_timeline_in_both_themes() {
    let mut results = SnapshotResults::new();
    for (name, theme) in
        [("timeline_light", ThemePreference::Light), ("timeline_dark", ThemePreference::Dark)]
    {
        let mut harness = open("picture.json", theme, false);
        results.add(harness.try_snapshot_options(name, &options()));
    }
}
