//! From a path to the bytes of its file.

use std::fs::{self, File, Metadata};
use std::io::{self, Read as _, Seek as _, SeekFrom};
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use super::Job;
use super::error::{Kind, OpenError};
use super::open::BYTES;

/// The largest file that opens, in bytes.
pub(super) const LIMIT: u64 = 4 << 30;

/// How many bytes are read before the job is asked whether it is still wanted.
const STEP: usize = 1 << 20;

/// From so many bytes on, a file is read on all cores: most of the time goes into getting
/// memory for it.
const LARGE: u64 = 16 << 20;

/// How many bytes of a large file are shown before the others are read.
const BEGINNING: usize = 4 << 20;

/// How often a file is read that changes meanwhile.
const ATTEMPTS: usize = 3;

/// Reads all bytes of a file.
pub(super) fn read_path(path: &Path, job: &Job) -> Result<Vec<u8>, OpenError> {
    // Looked at before it is opened: to open a pipe waits for who writes to it.
    check_kind(&fs::metadata(path).map_err(OpenError::io)?)?;
    let mut file = File::open(path).map_err(OpenError::io)?;
    let mut before = file.metadata().map_err(OpenError::io)?;
    check_kind(&before)?;
    for _ in 0..ATTEMPTS {
        if before.len() > LIMIT {
            return Err(OpenError::new(Kind::TooLarge(LIMIT)));
        }
        let start =
            if before.len() >= LARGE { read_parts(&file, before.len(), job)? } else { Vec::new() };
        // What has been added to it, or all of it.
        file.seek(SeekFrom::Start(start.len() as u64)).map_err(OpenError::io)?;
        let bytes = read_rest(&mut file, start, before.len(), LIMIT, job)?;
        let after = file.metadata().map_err(OpenError::io)?;
        if is_same(&before, &after) && bytes.len() as u64 == after.len() {
            return Ok(bytes);
        }
        before = after;
    }
    Err(OpenError::new(Kind::Changing))
}

/// The first bytes of a large file; none of another, or one that can not be read: who
/// reads all of it says why.
pub(super) fn beginning(path: &Path) -> Option<Vec<u8>> {
    check_kind(&fs::metadata(path).ok()?).ok()?;
    let file = File::open(path).ok()?;
    let metadata = file.metadata().ok().filter(|metadata| metadata.len() >= LARGE)?;
    check_kind(&metadata).ok()?;
    let mut bytes = vec![0; BEGINNING];
    let read = read_at(&file, &mut bytes, 0).ok()?;
    bytes.truncate(read);
    Some(bytes)
}

/// Whether a file seems to be as it was.
fn is_same(before: &Metadata, after: &Metadata) -> bool {
    // Where the system keeps no times, the lengths alone tell.
    before.len() == after.len() && before.modified().ok() == after.modified().ok()
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

/// Reads so many bytes on all cores, or as many as there are.
fn read_parts(file: &File, expected: u64, job: &Job) -> Result<Vec<u8>, OpenError> {
    let expected = usize::try_from(expected).unwrap_or(usize::MAX);
    // Asked for first, as a failure ends the program otherwise.
    reserve(&mut Vec::new(), expected)?;
    let mut bytes = vec![0; expected];
    let done = AtomicUsize::new(0);
    let read = |(number, part): (usize, &mut [u8])| {
        if job.is_cancelled() {
            return Err(OpenError::new(Kind::Cancelled));
        }
        let read = read_at(file, part, (number * STEP) as u64).map_err(OpenError::io)?;
        let done = done.fetch_add(part.len(), Ordering::Relaxed) + part.len();
        job.advance(BYTES, done, expected);
        // The file has become shorter.
        Ok((read < part.len()).then_some(number * STEP + read))
    };
    let ends = bytes.par_chunks_mut(STEP).enumerate().map(read);
    let ends: Vec<Option<usize>> = ends.collect::<Result<_, _>>()?;
    bytes.truncate(ends.into_iter().flatten().min().unwrap_or(expected));
    Ok(bytes)
}

/// Fills a part of memory from an offset of a file; less only where the file ends.
fn read_at(file: &File, part: &mut [u8], offset: u64) -> io::Result<usize> {
    let mut filled = 0;
    while let Some(rest) = part.get_mut(filled..).filter(|rest| !rest.is_empty()) {
        match read_some_at(file, rest, offset + filled as u64) {
            Ok(0) => break,
            Ok(read) => filled += read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(filled)
}

#[cfg(unix)]
fn read_some_at(file: &File, part: &mut [u8], offset: u64) -> io::Result<usize> {
    std::os::unix::fs::FileExt::read_at(file, part, offset)
}

#[cfg(windows)]
fn read_some_at(file: &File, part: &mut [u8], offset: u64) -> io::Result<usize> {
    std::os::windows::fs::FileExt::seek_read(file, part, offset)
}

/// Makes room for more bytes.
fn reserve(bytes: &mut Vec<u8>, more: usize) -> Result<(), OpenError> {
    let size = bytes.len() as u64 + more as u64;
    bytes.try_reserve_exact(more).map_err(|_| OpenError::new(Kind::Memory(size)))
}

/// Reads to the end, whatever length was expected, but no more than the limit.
fn read_rest(
    source: &mut impl io::Read,
    mut bytes: Vec<u8>,
    expected: u64,
    limit: u64,
    job: &Job,
) -> Result<Vec<u8>, OpenError> {
    let expected = usize::try_from(expected.min(limit)).unwrap_or(usize::MAX);
    // One more than expected: then the end is noticed without growing.
    if bytes.is_empty() {
        reserve(&mut bytes, expected.saturating_add(1))?;
    }
    let mut probe = [0; 1];
    loop {
        if job.is_cancelled() {
            return Err(OpenError::new(Kind::Cancelled));
        }
        if bytes.capacity() == bytes.len() {
            // A look first: to grow by a byte may copy a gigabyte.
            match source.read(&mut probe) {
                Ok(0) => return Ok(bytes),
                Ok(_) => {
                    reserve(&mut bytes, STEP)?;
                    bytes.extend_from_slice(&probe);
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(OpenError::io(error)),
            }
        }
        let free = (bytes.capacity() - bytes.len()).min(STEP) as u64;
        let read = source.by_ref().take(free).read_to_end(&mut bytes).map_err(OpenError::io)?;
        if bytes.len() as u64 > limit {
            return Err(OpenError::new(Kind::TooLarge(limit)));
        }
        if read == 0 && free > 0 {
            return Ok(bytes);
        }
        job.advance(BYTES, bytes.len(), expected);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_grows_or_shrinks_is_read_to_its_end() {
        let job = Job::new();
        for expected in [0, 5, 10, 5_000_000] {
            let bytes = read_rest(&mut &[7_u8; 3_000_000][..], Vec::new(), expected, LIMIT, &job);
            assert_eq!(bytes.expect("bytes").len(), 3_000_000);
        }
    }

    #[test]
    fn an_endless_file_is_given_up_at_the_limit() {
        let error = read_rest(&mut io::repeat(b' '), Vec::new(), 0, 3_000_000, &Job::new());
        let error = error.expect_err("too large").to_string();
        assert_eq!(error, "the file is larger than 2.9 MiB; split it into several");
    }

    #[test]
    fn a_large_file_is_read_whole_and_where_it_grows_or_shrinks() {
        let mut file = tempfile::tempfile().expect("a file");
        let whole: Vec<u8> = (0..LARGE as usize + 12_345).map(|at| at as u8).collect();
        io::Write::write_all(&mut file, &whole).expect("room on the disk");
        let len = whole.len() as u64;
        for (expected, read) in
            [(len, whole.len()), (len - 5, whole.len() - 5), (len + 5, whole.len())]
        {
            let start = read_parts(&file, expected, &Job::new()).expect("bytes");
            assert_eq!(start.len(), read);
            file.seek(SeekFrom::Start(read as u64)).expect("a file");
            let all = read_rest(&mut file, start, expected, LIMIT, &Job::new()).expect("bytes");
            assert!(all == whole);
        }
        let job = Job::new();
        job.cancel();
        assert!(read_parts(&file, len, &job).expect_err("cancelled").is_cancelled());
    }
}
