//! The log in its folder. A process has one log, so this is a test of its own.

use std::fs;
use std::path::{Path, PathBuf};

use readout::host::journal::{self, Journal};

fn files_in(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the log's folder").flatten();
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    files.sort();
    files
}

#[test]
fn the_log_goes_into_its_folder_and_does_not_grow_without_end() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let folder = folder.path().join("state/log");
    let journal = Journal::start(Some(&folder), false);
    assert_eq!(journal::folder(), Some(folder.as_path()));
    log::info!(target: "readout::test", "noted");
    log::debug!(target: "readout::test", "too much");
    log::info!(target: "another_crate", "too much");
    let text = fs::read_to_string(folder.join("readout_rCURRENT.log")).expect("a file");
    assert_eq!(text.matches("noted").count(), 1, "{text}");
    assert!(!text.contains("too much"), "{text}");
    let line = "x".repeat(10_000);
    for _ in 0..1000 {
        log::info!(target: "readout::test", "{line}");
    }
    drop(journal);
    let files = files_in(&folder);
    let size: u64 = files.iter().map(|file| fs::metadata(file).expect("it is there").len()).sum();
    assert!((2..=5).contains(&files.len()), "{files:?}");
    assert!(size < 6 << 20, "{size} bytes of the ten million");
}
