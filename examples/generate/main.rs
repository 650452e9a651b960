//! Writes a made-up dataset of any size, to try Readout at sizes that no real
//! dataset has yet.
//!
//! `cargo run --release --example generate -- --events 1000000 --out /tmp/x.json`
//!
//! See [`made_up`] for what such a dataset is like. The same arguments give the same
//! bytes on any machine.

mod made_up;

use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::PathBuf;

use clap::Parser;
use made_up::{PLENTY, Plan, Shape};

/// Writes a made-up dataset of meetings.
#[derive(Debug, Parser)]
struct Args {
    /// How many meetings
    #[arg(long, default_value_t = 1000)]
    events: u64,
    /// The file to write; without one, the dataset goes to the standard output
    #[arg(long)]
    out: Option<PathBuf>,
    /// What the dataset is like
    #[arg(long, value_enum, default_value_t = Shape::Realistic)]
    shape: Shape,
    /// Another number gives another dataset of the same shape
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// How much there is of what a shape has too much of
    #[arg(long, default_value_t = PLENTY)]
    plenty: u64,
}

fn main() -> std::io::Result<()> {
    let Args { events, out, shape, seed, plenty } = Args::parse();
    let plan = Plan { events, shape, seed, plenty };
    match out {
        Some(path) => {
            let mut file = BufWriter::new(File::create(path)?);
            made_up::write(&plan, &mut file)?;
            file.flush()
        }
        None => made_up::write(&plan, &mut std::io::stdout().lock()),
    }
}
