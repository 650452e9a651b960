//! The command line's form, from which help, man page and completions are made.

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};

/// A timeline of diplomatic meetings: who was there, what was said in whose words,
/// and where that is known from.
#[derive(Debug, Parser)]
#[command(version = env!("READOUT_VERSION"), about, args_conflicts_with_subcommands = true)]
pub struct Args {
    /// The datasets to open, beside what was open last; without either, the bundled
    /// US–China meetings
    pub files: Vec<PathBuf>,
    /// Write more into the log, and all of it to the terminal
    #[arg(short, long)]
    pub verbose: bool,
    /// Open a window of its own, even if Readout is running already
    #[arg(short, long)]
    pub new_window: bool,
    /// Paint the window with this, and with nothing else where it fails
    #[arg(long, value_enum)]
    pub renderer: Option<Renderer>,
    /// Show the report of a panic; how the program starts itself after one
    #[arg(long, hide = true, value_name = "FILE")]
    pub crash_report: Option<PathBuf>,
    #[command(subcommand)]
    /// What to do instead of opening a window
    pub command: Option<Task>,
}

impl Args {
    /// Those with which the program starts itself again as it was started.
    pub fn of_restart(&self) -> Vec<String> {
        let mut args = Vec::new();
        if self.verbose {
            args.push("--verbose".to_owned());
        }
        if self.new_window {
            args.push("--new-window".to_owned());
        }
        if let Some(value) = self.renderer.and_then(|renderer| renderer.to_possible_value()) {
            args.push(format!("--renderer={}", value.get_name()));
        }
        args
    }
}

/// What paints the window. Without a wish, the second is tried where the first fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Renderer {
    /// Vulkan, Metal, Direct3D or OpenGL
    Wgpu,
    /// OpenGL alone
    Glow,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_restart_is_as_the_start_was() {
        for line in [
            "readout",
            "readout -v --renderer glow a.json",
            "readout --new-window --renderer=wgpu",
            "readout --crash-report r.txt -nv -- a.json",
        ] {
            let args = Args::parse_from(line.split(' '));
            let restart = args.of_restart();
            let again = Args::parse_from(["readout".to_owned()].into_iter().chain(restart));
            let form = |args: &Args| (args.verbose, args.new_window, args.renderer);
            assert_eq!(form(&again), form(&args), "{line}");
            assert_eq!((again.files.len(), again.crash_report), (0, None));
        }
    }
}
