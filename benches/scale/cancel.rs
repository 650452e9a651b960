//! The child that gives up: how long reading takes without a window, and how soon it
//! ends when it is no longer wanted.

use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use readout::app::{Loading, Origin, Outcome};
use readout::timeline::LaneChoice;

use super::gauge::has_thread;
use super::report::{tell, tell_more};

/// The name of the thread that reads, as `app::loading` gives it.
const READER: &str = "read dataset";
/// Longer than anything here should take.
const PATIENCE: Duration = Duration::from_secs(300);

/// Reads a file, then begins again and gives up at twenty moments; tells how long the
/// reading thread still lived after each, and at the worst.
pub fn run(file: &Path) {
    // Threads have the name of the one that starts them: the pool's shall not have the
    // reader's, since they stay.
    rayon::current_num_threads();
    let start = || Loading::start(Origin::File(file.to_owned()), LaneChoice::default());
    let since = Instant::now();
    let loading = start();
    let opened = loop {
        match loading.poll(PATIENCE) {
            // Large files show what there is of them.
            Outcome::Growing(_) => {}
            end => break end,
        }
    };
    let read = since.elapsed();
    assert!(matches!(opened, Outcome::Opened(_)), "the dataset opens");
    drop(opened);
    tell("read_ms", read.as_secs_f64() * 1e3);
    let mut worst: Option<(f64, f64)> = None;
    for part in (0..20).map(|moment| f64::from(moment) / 20.0) {
        let loading = start();
        thread::sleep(read.mul_f64(part));
        let was_there = !has_thread(READER);
        let since = Instant::now();
        drop(loading);
        while has_thread(READER) {
            assert!(since.elapsed() < PATIENCE, "the reading thread does not end");
            thread::sleep(Duration::from_micros(200));
        }
        let millis = since.elapsed().as_secs_f64() * 1e3;
        if !was_there {
            tell_more("cancelled_ms", millis, serde_json::json!({ "part_of_reading": part }));
        }
        if !was_there && worst.is_none_or(|(before, _)| millis > before) {
            worst = Some((millis, part));
        }
    }
    if let Some((millis, part)) = worst {
        tell_more("cancel_ms", millis, serde_json::json!({ "part_of_reading": part }));
    }
}
