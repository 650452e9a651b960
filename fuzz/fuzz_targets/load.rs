//! Whatever the bytes: nothing panics, hangs or eats memory.
#![no_main]
#![allow(dead_code, unused_imports, reason = "the modules serve the whole program")]

// The modules themselves and not the crate, which would bring the window along and
// take many minutes to build with the fuzzer's instruments.
#[path = "../../src/date/mod.rs"]
mod date;
#[path = "../../src/find/mod.rs"]
mod find;
#[path = "../../src/lang/mod.rs"]
mod lang;
#[path = "../../src/load/mod.rs"]
mod load;
#[path = "../../src/model/mod.rs"]
mod model;

use find::{Found, Query, TextIndex, Vocabulary};
use libfuzzer_sys::fuzz_target;
use load::Job;
use model::EventIx;

/// Searches a document for a part of its own bytes, as words and fields.
fn find_in(document: &load::Document, data: &[u8]) {
    let text = String::from_utf8_lossy(data.get(..data.len().min(200)).unwrap_or_default());
    let dataset = document.dataset();
    let vocabulary = Vocabulary::of(dataset);
    let query = Query::parse(&text, &vocabulary);
    let index = TextIndex::new(document, &|| false).expect("it is not cancelled");
    let found = Found::of(&query, &index, document, &vocabulary, &|| false);
    let found = found.expect("it is not cancelled");
    for hit in found.ranked.iter().take(4) {
        let event = document.event(hit.event).expect("it is of this document");
        let _ = find::snippet(document, &event, &query.needles(), 80);
    }
}

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
        find_in(document, data);
    }
    let (report, exit) = load::check_report("file", &result);
    assert!(!report.is_empty() && exit <= 2);
});
