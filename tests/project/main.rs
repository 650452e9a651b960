//! What holds of the project's own files: texts, fonts, packages, the layers of the code.

mod cldr;
mod fonts;
mod layers;
mod packaging;
mod words;

use std::fs;
use std::path::{Path, PathBuf};

/// All Rust files in a folder and the folders in it.
fn rust_files(dir: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(dir).expect("a folder of the crate") {
        let path = entry.expect("an entry of the folder").path();
        if path.is_dir() {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}
