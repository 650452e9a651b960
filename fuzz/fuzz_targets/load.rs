//! Whatever the bytes: nothing panics, hangs or eats memory.
#![no_main]

use libfuzzer_sys::fuzz_target;
use readout::load::{self, Job};
use readout::model::EventIx;

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
