//! Writes what packages hold of the command line: the man pages, and completions for
//! bash, zsh and fish.
//!
//! `cargo run --example package_files`, after a change to `src/cli.rs`. They lie in the
//! repository, so that a package is built without this example's dependencies;
//! `tests/project/packaging.rs` holds that they are current.

mod files;

use std::fs;
use std::io;

fn main() -> io::Result<()> {
    for (path, bytes) in files::made()? {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(&path, bytes)?;
        println!("{}", path.display());
    }
    Ok(())
}
