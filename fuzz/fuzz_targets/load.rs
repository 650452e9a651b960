//! Whatever the bytes: nothing panics, hangs or eats memory.
#![no_main]
#![allow(dead_code, unused_imports, reason = "the modules serve the whole program")]

// The modules themselves and not the crate, which would bring the window along and
// take many minutes to build with the fuzzer's instruments.
#[path = "../../src/date/mod.rs"]
mod date;
#[path = "../../src/load/mod.rs"]
mod load;
#[path = "../../src/model/mod.rs"]
mod model;

use libfuzzer_sys::fuzz_target;
use load::Job;
use model::EventIx;

fuzz_target!(|data: &[u8]| {
    let job = Job::new();
    let result = load::read_bytes(data.to_vec(), &job);
    if let Ok(document) = &result {
        for pos in 0..document.dataset().events.len() {
            assert!(document.event(EventIx::from_pos(pos)).is_some());
        }
        for problem in document.problems() {
            let excerpt = load::excerpt(document.text(), problem.offset.clone(), 2);
            assert!(excerpt.lines.len() <= 5);
        }
    }
    let (report, exit) = load::check_report("file", &result);
    assert!(!report.is_empty() && exit <= 2);
});
