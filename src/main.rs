//! Readout's program: reads the command line, then opens the window or checks
//! files.

use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser as _;
use readout::app::{self, Kept, Loading, Origin, ReadoutApp};
use readout::cli::{Args, Task};
use readout::host::places::Places;
use readout::load;

fn main() -> ExitCode {
    let args = Args::parse();
    match args.command {
        Some(Task::Check { files }) => check(&files),
        None => open_window(args.files),
    }
}

fn check(files: &[PathBuf]) -> ExitCode {
    let mut worst = 0;
    let mut out = std::io::stdout().lock();
    for file in files {
        let result = load::read_file(file, &load::Job::new());
        let (report, code) = load::check_report(&file.display().to_string(), &result);
        worst = worst.max(code);
        // A reader that has gone, such as `head`, wants no more.
        if writeln!(out, "{}", report.trim_end()).is_err() {
            break;
        }
    }
    ExitCode::from(worst)
}

fn open_window(files: Vec<PathBuf>) -> ExitCode {
    let places = Places::of_system();
    let kept = places.as_ref().map_or_else(Kept::default, |it| Kept::read(it.settings()));
    let mut files = files.into_iter();
    // Reading begins first; it goes on while the window is made.
    let origin = files.next().map_or(Origin::Bundled, Origin::File);
    let loading = Loading::start(origin, kept.settings().lanes);
    let make: eframe::AppCreator<'_> = Box::new(|cc| {
        let mut app = ReadoutApp::new(&cc.egui_ctx, kept, loading);
        app.open_others(&cc.egui_ctx, files.collect());
        Ok(Box::new(app))
    });
    let options = eframe::NativeOptions {
        persistence_path: places.map(|places| places.window()),
        ..app::native_options()
    };
    let result = eframe::run_native(app::APP_ID, options, make);
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("readout: the window could not be opened: {error}");
            ExitCode::from(2)
        }
    }
}
