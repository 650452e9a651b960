//! Readout's program: reads the command line, then opens the window or checks
//! files.

// Windows opens a console beside any other program.
#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]

use std::io::Write as _;
use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser as _;
use readout::app::aftermath::{self, Aftermath, Again};
use readout::app::window::{self, WindowError};
use readout::app::{self, Kept, Loading, ReadoutApp};
use readout::cli::{self, Args, Task};
use readout::host::crash;
use readout::host::instance::{self, Start};
use readout::host::journal::{self, Journal};
use readout::host::path::absolute;
use readout::host::places::Places;
use readout::lang::{self, Language};
use readout::load;

/// The exit code where there is no screen or no graphics.
const NO_WINDOW: u8 = 3;

fn main() -> ExitCode {
    // Started from a terminal, it prints there; from the desktop, there is none.
    #[cfg(windows)]
    let _ = win32console::console::WinConsole::attach_console(u32::MAX);
    let args = Args::parse();
    lang::set(Language::of_system());
    match &args.command {
        Some(Task::Check { files }) => check(files),
        None => match &args.crash_report {
            Some(report) => tell_of_crash(report, &args),
            // What has panicked has been reported by then.
            None => panic::catch_unwind(AssertUnwindSafe(|| open_window(args)))
                .unwrap_or(ExitCode::from(crash::EXIT_CODE)),
        },
    }
}

/// Shows the report of another copy that has panicked, in a small window.
fn tell_of_crash(report: &Path, args: &Args) -> ExitCode {
    crash::end_by_panics();
    let places = Places::of_system();
    let kept = places.as_ref().map_or_else(Kept::default, |it| Kept::read(it.settings()));
    // What the terminal is told may come before there is a window.
    if let Some(language) = kept.settings().language.chosen() {
        lang::set(language);
    }
    let again = Again {
        args: args.of_restart(),
        files: args.files.clone(),
        is_asked_first: places.is_some_and(|places| places.opening().exists()),
    };
    let result = window::open(args.renderer.map(renderer), &aftermath::options, |cc| {
        Aftermath::new(&cc.egui_ctx, kept.settings(), report, again)
    });
    ended(result)
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

fn open_window(args: Args) -> ExitCode {
    let places = Places::of_system();
    let log = places.as_ref().map(Places::log);
    let _journal = Journal::start(log.as_deref(), args.verbose);
    crash::report_panics(log, args.of_restart());
    log::info!(
        "Readout {} starts on {} {}",
        env!("READOUT_VERSION"),
        std::env::consts::OS,
        std::env::consts::ARCH
    );
    let first = match places.as_ref().filter(|_| !args.new_window) {
        Some(places) => match instance::start(&places.runtime, &args.files) {
            Start::HandedOver => {
                log::info!("the running copy has taken the files");
                return ExitCode::SUCCESS;
            }
            Start::First(first) => Some(first),
            Start::Alone => None,
        },
        None => None,
    };
    let kept = places.as_ref().map_or_else(Kept::default, |it| Kept::read(it.settings()));
    let kept = if first.is_some() { kept } else { kept.without_session() };
    let files: Vec<PathBuf> = args.files.iter().map(|file| absolute(file)).collect();
    let kept = match &places {
        Some(places) => kept.attempting(places.opening(), &files),
        None => kept,
    };
    // Before the first text is made.
    lang::set(kept.settings().language.language());
    // Reading begins first; it goes on while the window is made.
    let origin = app::first_origin(&kept, &files);
    let loading = origin.map(|origin| Loading::start(origin, kept.settings().lanes));
    let options = || eframe::NativeOptions {
        persistence_path: places.as_ref().map(Places::window),
        ..app::native_options()
    };
    let result = window::open(args.renderer.map(renderer), &options, |cc| {
        let ctx = cc.egui_ctx.clone();
        crash::wake_by(move || ctx.request_repaint());
        let mut app = ReadoutApp::new(&cc.egui_ctx, kept, files, loading);
        if let Some(first) = first {
            app.hear_starts(&cc.egui_ctx, first);
        }
        app
    });
    ended(result)
}

fn ended(result: Result<(), WindowError>) -> ExitCode {
    match result {
        Ok(()) => {
            log::info!("Readout ends");
            ExitCode::SUCCESS
        }
        Err(error) => {
            journal::to_stderr(&format!("readout: {error}"));
            ExitCode::from(NO_WINDOW)
        }
    }
}

fn renderer(wish: cli::Renderer) -> eframe::Renderer {
    match wish {
        cli::Renderer::Wgpu => eframe::Renderer::Wgpu,
        cli::Renderer::Glow => eframe::Renderer::Glow,
    }
}
