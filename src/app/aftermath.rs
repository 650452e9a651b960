//! The small window that tells that Readout has stopped because of a defect. It is a
//! program of its own: nothing of the one that has stopped is in it.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::process::Command;

use egui::{Align, CentralPanel, Context, Label, Layout, RichText, ScrollArea, TextEdit, Ui};

use super::window::native_options;
use super::{Settings, zoom};
use crate::host::crash;
use crate::tr;
use crate::ui::theme;
use crate::ui::tokens::{Tokens, semibold, size, space};

/// The most of a report that is shown.
const MAX_BYTES: u64 = 1 << 20;

/// The window's options: like those of Readout's, but small, and with no place that is
/// remembered.
pub fn options() -> eframe::NativeOptions {
    let mut options = native_options();
    options.viewport = options
        .viewport
        .with_inner_size([640.0, 460.0])
        .with_min_inner_size([420.0, 320.0])
        .with_drag_and_drop(false);
    eframe::NativeOptions {
        persist_window: false,
        // Nothing is written there. Without a place, eframe would read Readout's own.
        persistence_path: Some(std::env::temp_dir().join("readout-crash-report.ron")),
        ..options
    }
}

/// How the program is started again.
pub struct Again {
    /// The arguments with which it was started, without files.
    pub args: Vec<String>,
    /// What was open.
    pub files: Vec<PathBuf>,
    /// Whether it stopped while it opened datasets, which it then does not do again
    /// without asking.
    pub is_asked_first: bool,
}

/// The window.
pub struct Aftermath {
    report: String,
    /// Where the report is.
    folder: PathBuf,
    again: Again,
    /// What came of the last click.
    told: String,
    has_high_contrast: bool,
}

impl Aftermath {
    /// The window as it opens, with a report.
    pub fn new(ctx: &Context, settings: &Settings, report: &Path, again: Again) -> Self {
        theme::install_fonts(ctx);
        theme::install_styles(ctx, settings.high_contrast);
        ctx.set_theme(settings.theme);
        zoom::apply(ctx, settings.zoom);
        let has_high_contrast = settings.high_contrast;
        let folder = report.parent().unwrap_or(report).to_owned();
        let report = read(report).unwrap_or_else(|error| format!("{}: {error}", report.display()));
        Self { report, folder, again, told: String::new(), has_high_contrast }
    }

    /// What is shown.
    pub fn contents_ui(&mut self, ui: &mut Ui) {
        crash::panic_if_asked("report");
        let frame = egui::Frame::new().inner_margin(space::LARGE);
        CentralPanel::no_frame().frame(frame).show(ui, |ui| {
            ui.add(Label::new(RichText::new(tr!("crash-heading")).heading()).wrap());
            ui.add_space(space::SMALL);
            let text = if self.again.is_asked_first {
                tr!("crash-text-opening")
            } else {
                tr!("crash-text")
            };
            ui.label(RichText::new(text).size(size::READING));
            ui.add_space(space::SMALL);
            let place = tr!("crash-place", folder = self.folder.display().to_string());
            ui.label(RichText::new(place).size(size::READING));
            ui.add_space(space::MEDIUM);
            ui.with_layout(Layout::bottom_up(Align::Min), |ui| {
                self.buttons_ui(ui);
                ui.add_space(space::SMALL);
                self.report_ui(ui);
            });
        });
    }

    fn report_ui(&self, ui: &mut Ui) {
        ui.with_layout(Layout::top_down(Align::Min), |ui| {
            let label = ui.label(RichText::new(tr!("crash-report")).font(semibold(size::BODY)));
            ScrollArea::both().auto_shrink(false).show(ui, |ui| {
                let mut text = self.report.as_str();
                let field = TextEdit::multiline(&mut text).code_editor();
                ui.add(field.desired_width(f32::INFINITY)).labelled_by(label.id);
            });
        });
    }

    fn buttons_ui(&mut self, ui: &mut Ui) {
        ui.with_layout(Layout::right_to_left(Align::Max), |ui| {
            let again = RichText::new(tr!("crash-again")).font(semibold(size::BODY));
            if ui.button(again).clicked() {
                self.open_again(ui);
            }
            if ui.button(tr!("crash-open-folder")).clicked() {
                self.told = match open_folder(&self.folder) {
                    Ok(()) => String::new(),
                    Err(error) => tr!("crash-no-folder", reason = error.to_string()),
                };
            }
            if ui.button(tr!("crash-copy")).clicked() {
                ui.copy_text(self.report.clone());
                self.told = tr!("crash-copied").to_owned();
            }
            let told = RichText::new(&self.told).color(Tokens::of(ui).text_muted);
            ui.add(Label::new(told).truncate());
        });
    }

    /// Starts the program again, with the files that were open, and closes this window.
    fn open_again(&mut self, ctx: &Context) {
        let Again { args, files, .. } = &self.again;
        let start = |program| Command::new(program).args(args).arg("--").args(files).spawn();
        match std::env::current_exe().and_then(start) {
            Ok(_) => ctx.send_viewport_cmd(egui::ViewportCommand::Close),
            Err(error) => self.told = tr!("crash-not-again", reason = error.to_string()),
        }
    }
}

impl eframe::App for Aftermath {
    fn ui(&mut self, ui: &mut Ui, _: &mut eframe::Frame) {
        self.contents_ui(ui);
    }

    fn persist_egui_memory(&self) -> bool {
        false
    }

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        let theme = if visuals.dark_mode { egui::Theme::Dark } else { egui::Theme::Light };
        let tokens = Tokens::for_theme(theme, self.has_high_contrast);
        tokens.canvas.to_normalized_gamma_f32()
    }
}

fn read(report: &Path) -> io::Result<String> {
    let mut bytes = Vec::new();
    File::open(report)?.take(MAX_BYTES).read_to_end(&mut bytes)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// Opens a folder in the system's own program for that.
fn open_folder(folder: &Path) -> io::Result<()> {
    let opener = match std::env::consts::OS {
        "windows" => "explorer",
        "macos" => "open",
        _ => "xdg-open",
    };
    Command::new(opener).arg(folder).spawn().map(|_| ())
}
