//! The command line's form, from which help, man page and completions are made.

use std::path::PathBuf;

use clap::{Parser, Subcommand};

/// A timeline of diplomatic meetings: who was there, what was said in whose words,
/// and where that is known from.
#[derive(Debug, Parser)]
#[command(version = env!("READOUT_VERSION"), about, args_conflicts_with_subcommands = true)]
pub struct Args {
    /// The datasets to open; without any, the bundled US–China meetings
    pub files: Vec<PathBuf>,
    /// Write more into the log, and all of it to the terminal
    #[arg(short, long)]
    pub verbose: bool,
    #[command(subcommand)]
    /// What to do instead of opening a window
    pub command: Option<Task>,
}

/// What the program does besides opening its window.
#[derive(Debug, Subcommand)]
pub enum Task {
    /// Print the problems of datasets as `file:line:col: …`, without a window
    ///
    /// The exit code is 0 without problems, 1 with problems, 2 where a file can not
    /// be opened. A dataset that is itself called `check` is opened as `./check`.
    Check {
        /// The datasets
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
}
