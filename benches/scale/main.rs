//! How opening, memory, frames, search and filter grow with the dataset, in whole
//! processes with a real window.
//!
//! `cargo bench --bench scale` in a graphical session, or
//! `xvfb-run -s "-screen 0 1280x800x24" cargo bench --bench scale` without one; `--quick`
//! behind a `--` tries it at small sizes, `--help` lists the rest. Made-up datasets
//! of each size (see `examples/generate`) are written to a temporary folder, one at a time, or
//! a file is given with `--file`.
//!
//! For each size, this program starts itself several times: with a window that opens the
//! file and plays a scripted minute of zoom, pan, brush, lanes, hover, clicks, search, filter
//! and pages (`script.rs`); without a window for search and filter, so that no
//! painter takes the processors; and to give up in the middle of reading. It prints
//! what it measures as lines of JSON, and in the end a table.
//!
//! - `open_ms`, `first_marks_ms` count from `Loading::start` to the frame after the first
//!   one that shows all, or any, meetings; `open_process_ms` from the start of the process.
//! - `baseline_ms` is what no program that reads all of a file can undercut by much:
//!   `std::fs::read` and skipping over the JSON, in the same run.
//! - `frame_…_ms` is the processor time of the painting thread for all of egui's pass and
//!   tessellation, without the painter (which is a processor, too, where there is no GPU);
//!   `inside_…` leaves out egui's own work around Readout's `logic` and `ui`; `…_wall_…` is
//!   the same on the clock. Frames are sent in steps of 1/60 s, whatever they take.
//! - Memory is this process's share (PSS), and its peak is that of its resident memory.

mod cancel;
mod gauge;
mod hand;
#[path = "../../examples/generate/made_up/mod.rs"]
mod made_up;
mod meter;
mod moves;
mod parent;
mod report;
mod script;
mod search;
mod table;
mod window;

use std::path::PathBuf;

use clap::Parser;

#[derive(Debug, Parser)]
struct Args {
    /// How many meetings the datasets have
    #[arg(long, value_delimiter = ',', default_value = "100,1000,10000,100000,1000000")]
    sizes: Vec<u64>,
    /// A dataset to take instead
    #[arg(long)]
    file: Option<PathBuf>,
    /// What the datasets are like
    #[arg(long, value_enum, default_value_t = made_up::Shape::Realistic)]
    shape: made_up::Shape,
    /// How many frames are played: 3600 are a minute
    #[arg(long, default_value_t = 3600)]
    frames: usize,
    /// Only small sizes and few frames, to see whether it works
    #[arg(long)]
    quick: bool,
    /// Given by cargo
    #[arg(long, hide = true)]
    bench: bool,
    /// What a process of this bench is to do
    #[arg(long, hide = true, value_enum)]
    child: Option<Child>,
    /// For a child with a window: where it keeps settings
    #[arg(long, hide = true, default_value = "settings.ron")]
    storage: PathBuf,
}

/// The processes of this bench.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Child {
    Window,
    Search,
    Cancel,
}

fn main() {
    let args = Args::parse();
    let file = || args.file.clone().expect("the parent names a file");
    match args.child {
        None => parent::run(&args),
        Some(Child::Window) => {
            let (file, frames) = (args.file.clone(), args.frames);
            window::run(window::Task { file, frames, storage: args.storage.clone() });
        }
        Some(Child::Search) => search::run(file()),
        Some(Child::Cancel) => cancel::run(&file()),
    }
}
