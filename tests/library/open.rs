//! Good and bad files: every file in `tests/data` has a snapshot of what comes of
//! it, and none is forgotten.

use std::fs;
use std::path::{Path, PathBuf};

use readout::load::{self, Document, Job, OpenError};
use readout::model::{EventIx, Quote, Source};

fn data(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(folder);
    let entries = fs::read_dir(folder).expect("the folder is part of the project");
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    files.sort();
    assert!(!files.is_empty());
    files
}

fn stem(path: &Path) -> &str {
    path.file_stem().and_then(|stem| stem.to_str()).expect("a plain name")
}

/// What `readout check` prints for a file, with its name without the folders.
fn checked(path: &Path) -> (String, u8) {
    let result = load::read_file(path, &Job::new());
    let name = path.file_name().and_then(|name| name.to_str()).expect("a plain name");
    load::check_report(name, &result)
}

#[test]
fn good_files_open_without_problems() {
    for path in data("good") {
        let document = load::read_file(&path, &Job::new())
            .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let problems: Vec<String> = document.problems().iter().map(ToString::to_string).collect();
        assert!(problems.is_empty(), "{}: {problems:#?}", path.display());
        let bytes = fs::read(&path).expect("the file");
        assert_eq!(document.text().as_bytes(), bytes, "{}", path.display());
        insta::assert_snapshot!(format!("good-{}", stem(&path)), content(&document));
    }
}

/// Everything that was read, a line for each part.
fn content(document: &Document) -> String {
    let data = document.dataset();
    let mut lines = vec![format!("{:?} {:?}", data.title, data.description)];
    lines.extend(data.sides.iter().map(|side| format!("{side:?}")));
    lines.extend(data.people.iter().map(|person| format!("{person:?}")));
    lines.extend(data.issues.iter().map(|issue| format!("{issue:?}")));
    lines.extend(data.kinds.iter().map(|kind| format!("{kind:?}")));
    for source in &data.sources {
        let date = source.date.map(|date| date.to_string());
        lines.push(format!("{:?} {date:?}", Source { date: None, ..source.clone() }));
    }
    for period in &data.periods {
        lines.push(format!("period {:?} {} {:?}", period.title, period.when, period.side));
    }
    for (pos, head) in data.events.iter().enumerate() {
        let event = document.event(EventIx::from_pos(pos)).expect("an event");
        lines.push(format!("{} {:?} {} {:?}", head.id, head.title, head.when, head.kind));
        lines.push(format!("  head {:?} {:?}", head.people, head.issues));
        lines.push(format!("  {:?}", event.place));
        lines.extend(event.participants.iter().map(|one| format!("  {one:?}")));
        lines.push(format!("  {:?} {:?}", event.summary, event.background));
        lines.extend(event.issues.iter().map(|mention| format!("  {mention:?}")));
        for quote in &event.quotes {
            let date = quote.date.map(|date| date.to_string());
            lines.push(format!("  {:?} {date:?}", Quote { date: None, ..quote.clone() }));
        }
        lines.extend(event.outcomes.iter().map(|outcome| format!("  {outcome:?}")));
        lines.push(format!("  {:?} {:?}", event.follows, event.sources));
    }
    lines.join("\n")
}

#[test]
fn bad_files_say_what_is_wrong() {
    for path in data("bad") {
        let (report, exit) = checked(&path);
        assert_ne!(exit, 0, "{}: {report}", path.display());
        insta::assert_snapshot!(format!("bad-{}", stem(&path)), report);
    }
}

#[test]
fn the_bundled_dataset_has_no_problems() {
    let text = include_str!("../../assets/us-china-meetings.readout.json");
    let document = load::read_static(text, &Job::new()).expect("it opens");
    let dataset = document.dataset();
    let problems: Vec<String> = document.problems().iter().map(ToString::to_string).collect();
    assert_eq!(problems, Vec::<String>::new());
    assert_eq!(dataset.events.len(), 254);
    let quotes: u32 = dataset.events.iter().map(|event| event.quote_count).sum();
    assert_eq!(quotes, 572);
    assert!(dataset.people.iter().all(|person| person.declared));
    assert!(dataset.sources.iter().all(|source| source.declared));
    assert!(dataset.issues.iter().all(|issue| issue.declared));
    assert_eq!(dataset.sides.len(), 2);
    let (report, exit) = load::check_report("bundled", &Ok(document));
    assert_eq!((report.as_str(), exit), ("bundled: 254 meetings, no problems\n", 0));
}

#[test]
fn each_event_read_again_agrees_with_its_head() {
    let text = include_str!("../../assets/us-china-meetings.readout.json");
    let document = load::read_static(text, &Job::new()).expect("it opens");
    for (pos, head) in document.dataset().events.iter().enumerate() {
        let event = document.event(EventIx::from_pos(pos)).expect("the event");
        assert_eq!(event.id, *head.id);
        assert_eq!(event.title, *head.title);
        assert_eq!(event.when, *head.when);
        assert_eq!(event.kind, head.kind);
        let country = event.place.and_then(|place| place.country).unwrap_or_default();
        assert_eq!(country, *head.country);
        assert_eq!(event.quotes.len(), head.quote_count as usize);
        let mentions: Vec<_> = event.issues.iter().map(|mention| mention.issue).collect();
        let raised: Vec<_> = head.issues.iter().map(|raised| raised.issue).collect();
        assert_eq!(mentions, raised);
        for quote in &event.quotes {
            assert!(quote.speaker.is_none_or(|speaker| head.people.contains(&speaker)));
        }
        assert!(document.text()[head.text()].starts_with('{'));
    }
    assert_eq!(document.event(EventIx(254)), None);
}

#[test]
fn a_report_names_file_line_and_column() {
    let document = load::read_static(
        "{\n \"events\": [{\"title\": \"Meeting 1\", \"start\": \"2021-02-30\"}]\n}",
        &Job::new(),
    );
    let (report, exit) = load::check_report("some/file.json", &document);
    insta::assert_snapshot!(report, @"
    some/file.json:2:45: events[0].start: `2021-02-30` does not exist, so the meeting is left out; February 2021 has 28 days
    some/file.json: 0 meetings, 1 problem
    ");
    assert_eq!(exit, 1);
}

fn error_of(path: &Path) -> OpenError {
    load::read_file(path, &Job::new()).expect_err("it does not open")
}

#[test]
fn what_is_no_file_does_not_open() {
    let folder = tempfile::tempdir().expect("a folder");
    let error = error_of(folder.path());
    insta::assert_snapshot!(error, @"this is a folder; choose a file in it, such as one named *.readout.json");
    let error = error_of(&folder.path().join("nothing.json"));
    assert!(error.is_missing());
    insta::assert_snapshot!(error, @"the file does not exist; it may have been moved, renamed or deleted");
}

#[cfg(unix)]
#[test]
fn devices_and_pipes_do_not_hang() {
    let error = error_of(Path::new("/dev/zero"));
    insta::assert_snapshot!(error, @"this is a device or a pipe, not a file; save its content to a file first");
    let folder = tempfile::tempdir().expect("a folder");
    let pipe = folder.path().join("pipe");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    if made.is_ok_and(|status| status.success()) {
        assert_eq!(error_of(&pipe).to_string(), error.to_string());
    }
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_read_says_so() {
    use std::os::unix::fs::PermissionsExt as _;

    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("secret.json");
    fs::write(&path, "{\"events\": []}").expect("written");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).expect("permissions");
    // An administrator may read everything.
    if let Err(error) = load::read_file(&path, &Job::new()) {
        insta::assert_snapshot!(error, @"the file may not be read; ask its owner for permission");
    }
}

#[test]
fn progress_goes_to_the_end_and_counts_events() {
    let text = include_str!("../../assets/us-china-meetings.readout.json");
    let job = Job::new();
    load::read_static(text, &job).expect("it opens");
    assert_eq!((job.fraction(), job.events()), (1.0, 254));
    let job = Job::new();
    job.cancel();
    let error = load::read_static(text, &job).expect_err("cancelled");
    assert!(error.is_cancelled());
}

#[test]
fn many_problems_are_quick_and_counted() {
    let event = "{\"title\": \"Meeting\", \"start\": \"2021-02-30\", \"a\": 1, \"a\": 2}";
    let text = format!("{{\"events\": [{}]}}", vec![event; 100_000].join(","));
    let start = std::time::Instant::now();
    let document = load::read_bytes(text.into_bytes(), &Job::new()).expect("it opens");
    assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
    let problems = document.problems();
    assert_eq!((problems.len(), problems.total()), (10_000, 200_000));
    assert!(problems.windows(2).all(|pair| pair[0].offset.start <= pair[1].offset.start));
    assert_eq!(problems[1].place.line, 1);
    let (report, _) = load::check_report("f", &Ok(document));
    assert!(report.ends_with(
        "f: 190\u{a0}000 further problems not listed\nf: 0 meetings, 200\u{a0}000 problems\n"
    ));
}

#[test]
fn deep_nesting_overflows_nothing() {
    let open = "[".repeat(100_000);
    let close = "]".repeat(100_000);
    let objects = format!("{}1{}", "{\"a\":".repeat(100_000), "}".repeat(100_000));
    for value in [format!("{open}{close}"), objects] {
        for text in [
            format!("{{\"extra\": {value}, \"events\": []}}"),
            format!(
                "{{\"events\": [{value}, {{\"title\": {value}, \"start\": \"2021\", \"x\": {value}}}]}}"
            ),
            format!("{{\"events\": [], \"people\": {value}, \"readout\": {value}}}"),
        ] {
            let document = load::read_bytes(text.into_bytes(), &Job::new()).expect("it opens");
            assert_ne!(document.problems().total(), 0);
        }
    }
    let error = load::read_bytes(open.into_bytes(), &Job::new()).expect_err("cut off");
    assert_eq!(error.place().map(|place| place.column), Some(100_001));
}

#[test]
fn the_result_does_not_depend_on_the_threads() {
    let events: Vec<String> = (0..20_000)
        .map(|pos| {
            format!(
                "{{\"title\": \"Meeting\", \"start\": \"2001\", \"kind\": \"kind {}\", \
                 \"participants\": [{{\"person\": \"Person {}\"}}]}}",
                pos % 17,
                (pos * 7919) % 5003
            )
        })
        .collect();
    let text = format!("{{\"events\": [{}]}}", events.join(",\n"));
    let read = || load::read_bytes(text.clone().into_bytes(), &Job::new()).expect("it opens");
    let (one, other) = (read(), read());
    assert_eq!(one.dataset().people, other.dataset().people);
    assert!(one.dataset().events.iter().eq(other.dataset().events.iter()));
    assert_eq!(one.dataset().people[1].name, "Person 2916");
    let ids: std::collections::HashSet<&str> =
        one.dataset().events.iter().map(|event| event.id).collect();
    assert_eq!(ids.len(), 20_000);
}
