//! What happens while a file is read: it is given up, it changes, it is shown already.

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use readout::load::{self, Job, OpenError};

/// A file that is read on all cores, and of which something is shown before it is read:
/// some tens of megabytes, most of them in summaries.
fn large(meetings: usize) -> String {
    let summary = "word ".repeat(1_000);
    let event = |n: usize| {
        format!(
            r#"{{"id": "m{n}", "title": "T{n}", "start": "{}", "summary": "{summary}"}}"#,
            1000 + n % 1000
        )
    };
    let events: Vec<String> = (0..meetings).map(event).collect();
    format!(r#"{{"title": "Large", "events": [{}]}}"#, events.join(",\n"))
}

fn written(text: &str) -> tempfile::NamedTempFile {
    let file = tempfile::NamedTempFile::new().expect("a file to write");
    fs::write(file.path(), text).expect("it is written");
    file
}

#[test]
fn what_is_shown_while_it_is_read_grows_and_so_does_the_progress() {
    const ALL: usize = 6_000;
    let file = written(&large(ALL));
    let job = Job::new();
    let mut steps = Vec::new();
    let result = load::read_file_growing(file.path(), &job, &mut |document| {
        let dataset = document.dataset();
        assert_eq!(dataset.title.as_str(), "Large");
        steps.push((dataset.events.len(), job.fraction()));
    });
    let document = result.expect("it opens");
    steps.push((document.dataset().events.len(), job.fraction()));
    assert!(steps.len() > 1, "something is shown before all of it is there");
    assert!(steps.is_sorted(), "{steps:?}");
    assert!(steps[0].0 > 0 && steps[0].0 < ALL / 2, "{steps:?}");
    assert_eq!(steps.last(), Some(&(ALL, 1.0)));
    assert_eq!(job.events(), ALL);
}

#[test]
fn who_gives_up_while_it_is_read_gets_nothing_of_it() {
    let file = written(&large(6_000));
    for stop in 1.. {
        let (job, mut step) = (Job::new(), 0);
        let result = load::read_file_growing(file.path(), &job, &mut |_| {
            step += 1;
            if step == stop {
                job.cancel();
            }
        });
        if step < stop {
            result.expect("nobody gave it up");
            assert!(stop > 1);
            break;
        }
        assert!(result.expect_err("it was given up").is_cancelled());
        assert!(job.fraction() < 1.0);
    }
}

/// Changes a file when something of it is shown, and reads on.
fn read_while(path: &Path, change: impl Fn()) -> Result<usize, OpenError> {
    let mut is_changed = false;
    let result = load::read_file_growing(path, &Job::new(), &mut |_| {
        if !is_changed {
            is_changed = true;
            change();
        }
    });
    assert!(is_changed);
    result.map(|document| document.dataset().events.len())
}

#[test]
fn a_file_that_changes_after_its_beginning_is_shown_opens_as_it_is_then() {
    let text = large(6_000);
    let file = written(&text);
    let write = |text: &str| fs::write(file.path(), text).expect("it is written");
    let other = r#"{"events": [{"title": "A", "start": "2001"}]}"#;
    assert_eq!(read_while(file.path(), || write(other)).expect("it opens"), 1);
    write(&text);
    let shorter = large(4_000);
    assert_eq!(read_while(file.path(), || write(&shorter)).expect("it opens"), 4_000);
    write(&text);
    let cut = &text[..text.len() - 10_000];
    let error = read_while(file.path(), || write(cut)).expect_err("it is cut off");
    let message = error.to_string();
    assert!(message.contains("the file ends within"), "{message}");
    assert!(error.place().is_some_and(|place| place.line == 5_999), "{message}");
    write(&text);
    let gone = read_while(file.path(), || fs::remove_file(file.path()).expect("it was there"));
    assert!(gone.expect_err("it is gone").is_missing());
}

/// A file of some megabytes that holds one letter over and over.
fn all_of(letter: char, len: usize) -> String {
    let summary = letter.to_string().repeat(len);
    format!(r#"{{"title": "{summary}", "events": [{{"title": "{letter}", "start": "2001"}}]}}"#)
}

#[test]
fn of_a_file_that_is_rewritten_all_the_time_one_reads_one_state_or_none() {
    let texts = [all_of('a', 18_000_000), all_of('b', 17_000_000)];
    let file = written(&texts[0]);
    let is_over = AtomicBool::new(false);
    thread::scope(|scope| {
        scope.spawn(|| {
            for text in texts.iter().rev().cycle() {
                if is_over.load(Ordering::Relaxed) {
                    break;
                }
                let mut out = fs::File::create(file.path()).expect("it can be written");
                for part in text.as_bytes().chunks(3_000_000) {
                    out.write_all(part).expect("room on the disk");
                }
            }
        });
        for _ in 0..12 {
            if let Ok(document) = load::read_file(file.path(), &Job::new()) {
                let title = document.dataset().title.to_string();
                let one = |letter| title.bytes().all(|byte| byte == letter);
                assert!(
                    (one(b'a') && title.len() == 18_000_000)
                        || (one(b'b') && title.len() == 17_000_000),
                    "two states in one"
                );
            }
        }
        is_over.store(true, Ordering::Relaxed);
    });
    // When nobody writes any more, it opens.
    fs::write(file.path(), &texts[0]).expect("it is written");
    let document = load::read_file(file.path(), &Job::new()).expect("it opens");
    assert_eq!(document.dataset().events.len(), 1);
}
