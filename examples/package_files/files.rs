//! The files that are made from the command line's form.

use std::io;
use std::path::{Path, PathBuf};

use clap::{Command, CommandFactory as _};
use clap_complete::{Shell, generate};
use clap_mangen::Man;
use readout::cli::Args;

/// Each file with its bytes.
pub fn made() -> io::Result<Vec<(PathBuf, Vec<u8>)>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("packaging/linux");
    let mut command = Args::command().disable_help_subcommand(true);
    command.build();
    let mut files = Vec::new();
    let pages: Vec<&Command> = command.get_subcommands().chain([&command]).collect();
    for page in pages {
        let name = page.get_display_name().unwrap_or(page.get_name()).to_owned();
        let man = Man::new(page.clone()).source("Readout");
        let mut bytes = Vec::new();
        man.render_title(&mut bytes)?;
        man.render_name_section(&mut bytes)?;
        man.render_synopsis_section(&mut bytes)?;
        man.render_description_section(&mut bytes)?;
        man.render_options_section(&mut bytes)?;
        if page.has_subcommands() {
            man.render_subcommands_section(&mut bytes)?;
        }
        files.push((folder.join(format!("{name}.1")), bytes));
    }
    for (shell, name) in
        [(Shell::Bash, "readout.bash"), (Shell::Zsh, "_readout"), (Shell::Fish, "readout.fish")]
    {
        let mut bytes = Vec::new();
        generate(shell, &mut without_hidden(&Args::command()), "readout", &mut bytes);
        files.push((folder.join(name), bytes));
    }
    Ok(files)
}

/// The command line without what is hidden in its help: completions would offer that too.
fn without_hidden(command: &Command) -> Command {
    let about = command.get_about().cloned().unwrap_or_default();
    Command::new("readout")
        .about(about)
        .version(env!("CARGO_PKG_VERSION"))
        .args(command.get_arguments().filter(|arg| !arg.is_hide_set()).cloned())
        .subcommands(command.get_subcommands().cloned())
        .args_conflicts_with_subcommands(command.is_args_conflicts_with_subcommands_set())
}
