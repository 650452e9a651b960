//! The child that gives up: how soon a reading ends that is no longer wanted.

use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use readout::app::{Loading, Origin};
use readout::timeline::LaneChoice;

use super::gauge::has_thread;
use super::report::tell_more;

/// The name of the thread that reads, as `app::loading` gives it.
const READER: &str = "read dataset";

/// Reads a file and gives up at several moments of the time that reading it takes; tells
/// how long the reading thread still lived, at the worst.
pub fn run(file: &Path, open_ms: f64) {
    let mut worst: Option<(f64, f64)> = None;
    for part in [0.1, 0.3, 0.5, 0.7, 0.9] {
        let loading = Loading::start(Origin::File(file.to_owned()), LaneChoice::default());
        thread::sleep(Duration::from_secs_f64(open_ms * part / 1e3));
        if !has_thread(READER) {
            // It was there before one could give up.
            continue;
        }
        let since = Instant::now();
        drop(loading);
        while has_thread(READER) {
            thread::sleep(Duration::from_micros(200));
        }
        let millis = since.elapsed().as_secs_f64() * 1e3;
        if worst.is_none_or(|(before, _)| millis > before) {
            worst = Some((millis, part));
        }
    }
    if let Some((millis, part)) = worst {
        tell_more("cancel_ms", millis, serde_json::json!({ "part_of_reading": part }));
    }
}
