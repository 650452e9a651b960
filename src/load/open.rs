//! From a path or bytes to text, and from text to a document.

use std::borrow::Cow;
use std::fs::{self, File};
use std::io::Read as _;
use std::path::Path;

use super::error::{Kind, OpenError};
use super::place::place_of;
use super::{Document, Job, read};

/// The largest file that opens, in bytes.
const LIMIT: u64 = 4 << 30;

/// How many bytes are read before the job is asked whether it is still wanted.
const STEP: u64 = 1 << 20;

/// The part of the work, in thousandths of the whole.
const BYTES: (usize, usize) = (0, 100);

/// Reads a file.
///
/// # Errors
/// If there is no such file, it is none (a folder, a device), may not be read or
/// is larger than 4 GiB; if it is not UTF-8, not JSON, or has no list of events;
/// if the job is cancelled.
pub fn read_file(path: &Path, job: &Job) -> Result<Document, OpenError> {
    // Looked at before it is opened: to open a pipe waits for who writes to it.
    check_kind(&fs::metadata(path).map_err(OpenError::io)?)?;
    let file = File::open(path).map_err(OpenError::io)?;
    let metadata = file.metadata().map_err(OpenError::io)?;
    check_kind(&metadata)?;
    if metadata.len() > LIMIT {
        return Err(OpenError::new(Kind::TooLarge(LIMIT)));
    }
    let bytes = read_all(file, metadata.len(), LIMIT, job)?;
    read_bytes(bytes, job)
}

fn check_kind(metadata: &fs::Metadata) -> Result<(), OpenError> {
    if metadata.is_dir() {
        Err(OpenError::new(Kind::Folder))
    } else if metadata.is_file() {
        Ok(())
    } else {
        Err(OpenError::new(Kind::NotRegular))
    }
}

/// Reads to the end, whatever length was expected, but no more than the limit.
fn read_all(
    mut source: impl std::io::Read,
    expected: u64,
    limit: u64,
    job: &Job,
) -> Result<Vec<u8>, OpenError> {
    let mut bytes = Vec::new();
    let room = |bytes: &mut Vec<u8>, more: u64| {
        let size = bytes.len() as u64 + more;
        usize::try_from(more)
            .ok()
            .and_then(|more| bytes.try_reserve(more).ok())
            .ok_or_else(|| OpenError::new(Kind::Memory(size)))
    };
    // One more than expected: then the end is noticed without growing.
    room(&mut bytes, expected.min(limit) + 1)?;
    loop {
        if job.is_cancelled() {
            return Err(OpenError::new(Kind::Cancelled));
        }
        if bytes.capacity() == bytes.len() {
            room(&mut bytes, STEP)?;
        }
        let free = (bytes.capacity() - bytes.len()) as u64;
        let read =
            source.by_ref().take(free.min(STEP)).read_to_end(&mut bytes).map_err(OpenError::io)?;
        if read == 0 {
            return Ok(bytes);
        }
        if bytes.len() as u64 > limit {
            return Err(OpenError::new(Kind::TooLarge(limit)));
        }
        let expected = usize::try_from(expected).unwrap_or(usize::MAX);
        job.advance(BYTES, bytes.len(), expected);
    }
}

/// Reads the bytes of a file.
///
/// # Errors
/// If they are more than 4 GiB, not UTF-8, not JSON, or hold no list of events; if
/// the job is cancelled.
pub fn read_bytes(bytes: Vec<u8>, job: &Job) -> Result<Document, OpenError> {
    if let Some(error) = other_format(&bytes) {
        return Err(error);
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let valid = error.utf8_error().valid_up_to();
        let is_cut = error.utf8_error().error_len().is_none();
        let bytes = error.as_bytes();
        let text = bytes.get(..valid).unwrap_or_default();
        let text = std::str::from_utf8(text).unwrap_or_default();
        let kind = match bytes.get(valid) {
            Some(byte) if !is_cut => Kind::NotUtf8(*byte),
            _ => Kind::CutCharacter,
        };
        OpenError::at(kind, place_of(text, valid))
    })?;
    read_text(Cow::Owned(text), job)
}

/// Reads a text that is part of the program; it is not copied.
///
/// # Errors
/// As [`read_bytes`].
pub fn read_static(text: &'static str, job: &Job) -> Result<Document, OpenError> {
    read_text(Cow::Borrowed(text), job)
}

fn read_text(text: Cow<'static, str>, job: &Job) -> Result<Document, OpenError> {
    if text.len() as u64 > LIMIT {
        return Err(OpenError::new(Kind::TooLarge(LIMIT)));
    }
    let is_empty = text.trim_start_matches('\u{FEFF}').trim_ascii().is_empty();
    if is_empty {
        return Err(OpenError::new(Kind::Empty));
    }
    job.advance(BYTES, 1, 1);
    let content = read::read(&text, job)?;
    Ok(Document { text, content })
}

/// What the first bytes say that is not JSON at all.
fn other_format(bytes: &[u8]) -> Option<OpenError> {
    const KNOWN: [(&[u8], &str, &str); 4] = [
        (b"\x1F\x8B", "a gzip file", "unpack it and open what it holds"),
        (b"PK\x03\x04", "a zip file (or a spreadsheet)", "unpack it, or export it as JSON"),
        (b"%PDF", "a PDF file", "open a *.readout.json file"),
        (b"<", "a web page or XML", "download the JSON file itself"),
    ];
    if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        return Some(OpenError::new(Kind::Utf16));
    }
    let known = KNOWN.iter().find(|(magic, _, _)| bytes.starts_with(magic));
    known.map(|(_, name, advice)| OpenError::new(Kind::OtherFormat(name, advice)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_grows_or_shrinks_is_read_to_its_end() {
        let job = Job::new();
        for expected in [0, 5, 10, 5_000_000] {
            let bytes = read_all(&[7_u8; 3_000_000][..], expected, LIMIT, &job);
            assert_eq!(bytes.expect("bytes").len(), 3_000_000);
        }
    }

    #[test]
    fn an_endless_file_is_given_up_at_the_limit() {
        let error = read_all(std::io::repeat(b' '), 0, 3_000_000, &Job::new());
        let error = error.expect_err("too large").to_string();
        assert_eq!(error, "the file is larger than 2.9 MiB; split it into several");
    }

    #[test]
    fn a_cancelled_job_reads_nothing() {
        let job = Job::new();
        job.cancel();
        let error = read_bytes(b"{\"events\": []}".to_vec(), &job).expect_err("cancelled");
        assert!(error.is_cancelled());
    }
}
