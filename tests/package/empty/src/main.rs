//! A window with nothing in it.

fn main() -> eframe::Result {
    eframe::run_ui_native("empty", eframe::NativeOptions::default(), |ui, _| {
        ui.label("");
    })
}
