//! From a path or bytes to text, and from text to a document.

use std::path::Path;

use super::bytes::{self, LIMIT};
use super::error::{Format, Kind, OpenError};
use super::place::place_of;
use super::{Document, Job, Problems, read};
use crate::lang;
use crate::model::Text;

/// The part of the work, in thousandths of the whole.
pub(super) const BYTES: (usize, usize) = (0, 100);

/// Reads a file.
///
/// # Errors
/// If there is no such file, it is none (a folder, a device), may not be read or
/// is larger than 4 GiB; if it is not UTF-8, not JSON, or has no list of events;
/// if the job is cancelled.
pub fn read_file(path: &Path, job: &Job) -> Result<Document, OpenError> {
    let bytes = bytes::read_path(path, job)?;
    read_bytes(bytes, job)
}

/// As [`read_file`], for who wants to show of a large file what there is already: calls
/// with the meetings at its beginning, and with those that have been read after a while,
/// each time as a document of its own. Of a file that is read in a moment there is none.
///
/// # Errors
/// As [`read_file`].
pub fn read_file_growing(
    path: &Path,
    job: &Job,
    growing: &mut dyn FnMut(Document),
) -> Result<Document, OpenError> {
    let first = bytes::beginning(path);
    if let Some(error) = first.as_deref().and_then(other_format) {
        return Err(error);
    }
    let beginning = first.and_then(|bytes| {
        let valid = bytes.utf8_chunks().next()?.valid();
        // Nobody waits for this one.
        read_text(Text::from_bytes(read::closed(valid)?.into()).ok()?, &Job::new()).ok()
    });
    if let Some(mut beginning) = beginning {
        // What it lacks may stand in the rest.
        beginning.content.problems = Problems::default();
        growing(beginning);
    }
    let bytes = bytes::read_path(path, job)?;
    read_bytes_growing(bytes, job, growing)
}

/// Reads the bytes of a file.
///
/// # Errors
/// If they are more than 4 GiB, not UTF-8, not JSON, or hold no list of events; if
/// the job is cancelled.
pub fn read_bytes(bytes: Vec<u8>, job: &Job) -> Result<Document, OpenError> {
    read_bytes_growing(bytes, job, &mut |_| ())
}

fn read_bytes_growing(
    bytes: Vec<u8>,
    job: &Job,
    growing: &mut dyn FnMut(Document),
) -> Result<Document, OpenError> {
    if let Some(error) = other_format(&bytes) {
        return Err(error);
    }
    let text = Text::from_bytes(bytes).map_err(|bytes| not_utf8(&bytes))?;
    read_text_growing(text, job, growing)
}

/// Where some bytes are not UTF-8.
fn not_utf8(bytes: &[u8]) -> OpenError {
    let Err(error) = std::str::from_utf8(bytes) else {
        // Both checks agree on what is UTF-8.
        return OpenError::new(Kind::CutCharacter);
    };
    let valid = error.valid_up_to();
    let text = std::str::from_utf8(bytes.get(..valid).unwrap_or_default()).unwrap_or_default();
    let kind = match bytes.get(valid) {
        Some(byte) if error.error_len().is_some() => Kind::NotUtf8(*byte),
        _ => Kind::CutCharacter,
    };
    OpenError::at(kind, place_of(text, valid))
}

/// Reads a text that is part of the program; it is not copied.
///
/// # Errors
/// As [`read_bytes`].
pub fn read_static(text: &'static str, job: &Job) -> Result<Document, OpenError> {
    read_text(Text::from_static(text), job)
}

pub(super) fn read_text(text: Text, job: &Job) -> Result<Document, OpenError> {
    read_text_growing(text, job, &mut |_| ())
}

fn read_text_growing(
    text: Text,
    job: &Job,
    growing: &mut dyn FnMut(Document),
) -> Result<Document, OpenError> {
    if text.len() as u64 > LIMIT {
        return Err(OpenError::new(Kind::TooLarge(LIMIT)));
    }
    let is_empty = text.trim_start_matches('\u{FEFF}').trim_ascii_start().is_empty();
    if is_empty {
        return Err(OpenError::new(Kind::Empty));
    }
    job.advance(BYTES, 1, 1);
    let language = lang::current();
    let mut so_far = |content| growing(Document { text: text.clone(), content, language });
    let content = read::read(&text, job, &mut so_far)?;
    Ok(Document { text, content, language })
}

/// What the first bytes say that is not JSON at all.
fn other_format(bytes: &[u8]) -> Option<OpenError> {
    const KNOWN: [(&[u8], Format); 4] = [
        (b"\x1F\x8B", Format::Gzip),
        (b"PK\x03\x04", Format::Zip),
        (b"%PDF", Format::Pdf),
        (b"<", Format::WebPage),
    ];
    if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        return Some(OpenError::new(Kind::Utf16));
    }
    let known = KNOWN.iter().find(|(magic, _)| bytes.starts_with(magic));
    known.map(|(_, format)| OpenError::new(Kind::OtherFormat(*format)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cancelled_job_reads_nothing() {
        let job = Job::new();
        job.cancel();
        let error = read_bytes(b"{\"events\": []}".to_vec(), &job).expect_err("cancelled");
        assert!(error.is_cancelled());
    }
}
