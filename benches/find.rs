//! What a keystroke in the search box asks for, on the bundled dataset: parsing, words,
//! fields, ranking, and the counts of all filters, without the snippets of what is in view.
//!
//! `cargo bench --bench find`

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use readout::app::BUNDLED;
use readout::find::{Found, Query, TextIndex, Vocabulary};
use readout::load::{self, Job};

/// A letter with which much begins, a word, a field, and all of it together.
const QUERIES: [&str; 4] =
    ["t", "taiwan", "issue:taiwan", "issue:taiwan raised:cn \"one china\" -kind:working"];

fn finding(criterion: &mut Criterion) {
    let document = load::read_static(BUNDLED, &Job::new()).expect("it opens");
    let dataset = document.dataset();
    let vocabulary = Vocabulary::of(dataset);
    let never = || false;
    criterion.bench_function("index the texts", |bench| {
        bench.iter(|| TextIndex::new(black_box(&document), &never));
    });
    let index = TextIndex::new(&document, &never).expect("not cancelled");
    for text in QUERIES {
        criterion.bench_function(&format!("find {text}"), |bench| {
            bench.iter(|| {
                let query = Query::parse(black_box(text), &vocabulary);
                Found::of(&query, &index, dataset, &vocabulary, &never)
            });
        });
    }
}

criterion_group!(benches, finding);
criterion_main!(benches);
