//! The process that starts the others, prints what they tell, and sums up.

use std::fs::File;
use std::io::{BufRead as _, BufReader, BufWriter, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use serde::de::IgnoredAny;

use super::gauge::median;
use super::made_up::{self, CHINESE, COMMON, Plan, RARE};
use super::report::{Record, rounded};
use super::{Args, Child, table};

/// How often what takes no minute is measured.
const ROUNDS: usize = 3;

/// Measures all sizes.
pub fn run(args: &Args) {
    let (sizes, frames) = match args.quick {
        true => (&[100, 1000][..], args.frames.min(200)),
        false => (&args.sizes[..], args.frames),
    };
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut bench = Bench { folder: folder.path(), frames, records: Vec::new() };
    bench.measure_empty();
    match &args.file {
        Some(file) => bench.measure(file, None),
        None => {
            for size in sizes {
                let file = folder.path().join("made-up.readout.json");
                let mut out = BufWriter::new(File::create(&file).expect("a new file"));
                let plan = Plan { shape: args.shape, ..Plan::realistic(*size) };
                made_up::write(&plan, &mut out).expect("room for the dataset");
                drop(out);
                bench.measure(&file, Some(*size));
                std::fs::remove_file(&file).expect("the file is there");
            }
        }
    }
    println!("\n{}", table::markdown(&bench.records));
}

struct Bench<'a> {
    folder: &'a Path,
    frames: usize,
    records: Vec<Record>,
}

impl Bench<'_> {
    /// An empty window, and an empty dataset: what every program has to pay.
    fn measure_empty(&mut self) {
        let file = self.folder.join("empty.json");
        std::fs::write(&file, "{\"events\": []}\n").expect("room for a short file");
        for (name, file) in [("window", None), ("empty", Some(&*file))] {
            let rounds: Vec<_> = (0..ROUNDS).map(|_| self.window(file, 0)).collect();
            for (measure, what) in [
                ("open_process_ms", "ms"),
                ("memory_open_mib", "mib"),
                ("peak_open_mib", "peak_mib"),
            ] {
                let of_rounds = rounds.iter().filter_map(|records| value_of(records, measure));
                self.note(None, &format!("{name}_{what}"), median(of_rounds.collect()));
            }
        }
    }

    fn measure(&mut self, file: &Path, events: Option<u64>) {
        let bytes = std::fs::read(file).expect("the dataset is there");
        let file_mib = bytes.len() as f64 / f64::from(1 << 20);
        let words = [("rare", RARE), ("common", COMMON), ("chinese", CHINESE)];
        let memmem = words.map(|(name, word)| {
            let finder = memchr::memmem::Finder::new(word);
            let count = || finder.find_iter(&bytes).count();
            (format!("memmem_{name}_ms"), timed(&|| count() as f64))
        });
        drop(bytes);
        let baseline = timed(&|| {
            let bytes = std::fs::read(file).expect("the dataset is there");
            serde_json::from_slice::<IgnoredAny>(&bytes).expect("JSON");
            bytes.len() as f64
        });
        // What a file given by name holds, one knows only when it has been opened.
        let window = self.window(Some(file), self.frames);
        let events = events.or(value_of(&window, "events").map(|count| count as u64));
        self.note(events, "file_mib", file_mib);
        self.note(events, "baseline_ms", baseline);
        for (measure, millis) in memmem {
            self.note(events, &measure, millis);
        }
        self.note_all(events, window);
        let args = ["--file".as_ref(), file.as_os_str()];
        let search = self.child(Child::Search, &args);
        self.note_all(events, search);
        let cancel = self.child(Child::Cancel, &args);
        self.note_all(events, cancel);
    }

    fn window(&self, file: Option<&Path>, frames: usize) -> Vec<Record> {
        let storage = self.folder.join("settings.ron");
        let frames = frames.to_string();
        let mut args = vec!["--frames".as_ref(), frames.as_ref()];
        args.extend(["--storage".as_ref(), storage.as_os_str()]);
        if let Some(file) = file {
            args.extend(["--file".as_ref(), file.as_os_str()]);
        }
        let records = self.child(Child::Window, &args);
        // Each window begins as the first one did.
        let _ = std::fs::remove_file(&storage);
        records
    }

    /// Starts a child, and returns what it told.
    fn child(&self, child: Child, args: &[&std::ffi::OsStr]) -> Vec<Record> {
        let program = std::env::current_exe().expect("this program's path");
        let name = format!("{child:?}").to_lowercase();
        let begin = Instant::now();
        let mut process = Command::new(program)
            .args(["--child", &name])
            .args(args)
            .stdout(Stdio::piped())
            .spawn()
            .expect("this program starts again");
        let pipe = process.stdout.take().expect("a pipe");
        let mut records = Vec::new();
        for line in BufReader::new(pipe).lines() {
            let line = line.expect("text");
            let passed = begin.elapsed().as_secs_f64() * 1e3;
            let mut record: Record = serde_json::from_str(&line).expect("a record");
            // These are told at the moment when they happen.
            let moment = match record.get("measure").and_then(serde_json::Value::as_str) {
                Some("opened") => Some(("open_ms", "open_process_ms")),
                Some("first_marks") => Some(("first_marks_ms", "first_marks_process_ms")),
                _ => None,
            };
            if let Some((from_call, from_process)) = moment {
                record.insert("measure".to_owned(), from_call.into());
                let mut second = record.clone();
                second.insert("measure".to_owned(), from_process.into());
                second.insert("value".to_owned(), rounded(passed));
                records.push(second);
            }
            records.push(record);
        }
        let status = process.wait().expect("it ends");
        assert!(status.success(), "the child `{name}` ended with {status}");
        records
    }

    fn note(&mut self, events: Option<u64>, measure: &str, value: f64) {
        let mut record = Record::new();
        record.insert("measure".to_owned(), measure.into());
        record.insert("value".to_owned(), rounded(value));
        self.note_all(events, vec![record]);
    }

    fn note_all(&mut self, events: Option<u64>, records: Vec<Record>) {
        for mut record in records {
            if record.get("measure").is_some_and(|measure| measure == "events") {
                continue;
            }
            if let Some(events) = events {
                record.insert("events".to_owned(), events.into());
            }
            println!("{}", serde_json::Value::Object(record.clone()));
            self.records.push(record);
        }
        // Who reads along shall see it now.
        std::io::stdout().flush().expect("somebody reads");
    }
}

/// What was told of a measure.
fn value_of(records: &[Record], measure: &str) -> Option<f64> {
    let of_it = records.iter().find(|record| record.get("measure").is_some_and(|it| it == measure));
    of_it.and_then(|record| record.get("value")?.as_f64())
}

/// The median of how long something takes, in milliseconds.
fn timed(work: &dyn Fn() -> f64) -> f64 {
    let rounds = (0..ROUNDS).map(|_| {
        let begin = Instant::now();
        std::hint::black_box(work());
        begin.elapsed().as_secs_f64() * 1e3
    });
    median(rounds.collect())
}
