//! A file that is there while the program opens what it was asked for: a start that finds
//! it knows that the last one did not come through.

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use super::path::AnyPath;

/// The largest file that is read; a larger one was not written by this program.
const MAX_BYTES: u64 = 4 << 20;

/// A start of the program, until it has come through.
#[derive(Debug)]
pub struct Attempt {
    marker: PathBuf,
    left: Option<Vec<PathBuf>>,
}

impl Attempt {
    /// Begins to open these files, beside what else the program opens at a start.
    pub fn begin(marker: PathBuf, files: &[PathBuf]) -> Self {
        let left = read(&marker);
        let mut all = left.clone().unwrap_or_default();
        all.extend(
            files.iter().filter(|file| !left.iter().flatten().any(|it| it == *file)).cloned(),
        );
        if let Err(error) = write(&marker, all) {
            log::warn!("{} could not be written: {error}", marker.display());
        }
        Self { marker, left }
    }

    /// Which files the last start was asked for that did not come through; none if it did.
    pub fn left(&self) -> Option<&[PathBuf]> {
        self.left.as_deref()
    }

    /// It has come through.
    pub fn end(self) {
        match fs::remove_file(&self.marker) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                log::warn!("{} could not be removed: {error}", self.marker.display());
            }
            _ => {}
        }
    }
}

/// The files that stand in a marker, if there is one. One that can not be read says no
/// less that a start did not come through.
fn read(marker: &Path) -> Option<Vec<PathBuf>> {
    let file = File::open(marker).ok()?;
    let mut text = Vec::new();
    let read = file.take(MAX_BYTES).read_to_end(&mut text);
    let files = read.ok().and_then(|_| serde_json::from_slice::<Vec<AnyPath>>(&text).ok());
    Some(files.unwrap_or_default().into_iter().map(|AnyPath(path)| path).collect())
}

fn write(marker: &Path, files: Vec<PathBuf>) -> io::Result<()> {
    let text = serde_json::to_vec(&files.into_iter().map(AnyPath).collect::<Vec<_>>())?;
    if let Some(folder) = marker.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(marker, text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(names: &[&str]) -> Vec<PathBuf> {
        names.iter().map(PathBuf::from).collect()
    }

    #[test]
    fn what_did_not_come_through_is_known_until_it_has() {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let marker = folder.path().join("state/opening.json");
        let begin = |names| Attempt::begin(marker.clone(), &files(names));
        assert_eq!(begin(&["/a"]).left(), None);
        assert_eq!(begin(&["/b", "/a"]).left(), Some(&files(&["/a"])[..]));
        let third = begin(&[]);
        assert_eq!(third.left(), Some(&files(&["/a", "/b"])[..]));
        third.end();
        assert_eq!(begin(&[]).left(), None);
    }

    #[test]
    fn a_marker_that_can_not_be_read_says_so_too() {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let marker = folder.path().join("opening.json");
        fs::write(&marker, "[").expect("the test's own");
        assert_eq!(Attempt::begin(marker, &[]).left(), Some(&[][..]));
    }
}
