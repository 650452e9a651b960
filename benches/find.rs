//! What a keystroke in the search box asks for, by the size of the dataset, beside one
//! `memchr::memmem` scan over the same bytes for the same word: words, fields, ranking,
//! and the counts of all filters, without the snippets of what is in view.
//!
//! `cargo bench --bench find`; with `READOUT_BENCH_EVENTS=100000,1000000` in the environment
//! also at those sizes, and with `READOUT_BENCH_FILE` on a file.

mod support;

use std::cell::Cell;
use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use readout::app::BUNDLED;
use readout::find::{Facets, Filter, Found, Query, TextIndex, Vocabulary};
use readout::load::{self, Document, Job};
use readout::model::EventSet;
use support::made_up::{CHINESE, COMMON, RARE};
use support::{given, group};

/// What is looked for in the bundled dataset: a letter with which much begins, a word, a
/// field, and all of it together.
const QUERIES: [&str; 4] =
    ["t", "taiwan", "issue:taiwan", "issue:taiwan raised:cn \"one china\" -kind:working"];

/// The same in made-up datasets: a rare name, words of most titles, one in nearly all
/// meetings, a letter, a phrase, a name, a word with an accent, and what is nowhere.
const WORDS: [&str; 9] =
    [RARE, COMMON, CHINESE, "the", "t", "\"the new bridge\"", "person", "brückner", "zzqx"];

/// What meetings are filtered by.
const FILTERS: [(&str, &str); 3] = [
    ("an issue", "issue:harbour-dues"),
    ("two issues", "issue:harbour-dues issue:fishing-grounds"),
    ("kind and year", "kind:summit -year:1999"),
];

fn finding(criterion: &mut Criterion) {
    let document = load::read_static(BUNDLED, &Job::new()).expect("it opens");
    let vocabulary = Vocabulary::of(document.dataset());
    let never = || false;
    criterion.bench_function("index the texts", |bench| {
        bench.iter(|| TextIndex::new(black_box(&document), &never));
    });
    let index = TextIndex::new(&document, &never).expect("not cancelled");
    for text in QUERIES {
        criterion.bench_function(&format!("find {text}"), |bench| {
            bench.iter(|| {
                let query = Query::parse(black_box(text), &vocabulary);
                Found::of(&query, &index, &document, &vocabulary, &never)
            });
        });
    }
}

fn at_size(criterion: &mut Criterion, name: &str, document: &Document) {
    let (dataset, never) = (document.dataset(), || false);
    let vocabulary = Vocabulary::of(dataset);
    let mut group = group(criterion, name);
    group.bench_function("index the texts", |bench| {
        bench.iter(|| TextIndex::new(black_box(document), &never));
    });
    let index = TextIndex::new(document, &never).expect("not cancelled");
    println!(
        "{name}: {} bytes in the file, {} in the index",
        document.byte_len(),
        index.byte_len()
    );
    let all = EventSet::all(dataset.events.len());
    for text in WORDS {
        let query = Query::parse(text, &vocabulary);
        let (needles, word) = (query.needles(), text.trim_matches('"'));
        group.bench_function(BenchmarkId::new("memmem", word), |bench| {
            let bytes = document.text().as_bytes();
            bench.iter(|| memchr::memmem::find_iter(black_box(bytes), word).count());
        });
        group.bench_function(BenchmarkId::new("search", text), |bench| {
            bench.iter(|| index.search(black_box(&needles), &all, document, &never));
        });
        group.bench_function(BenchmarkId::new("first results", text), |bench| {
            bench.iter(|| {
                let is_told = Cell::new(false);
                let told = || is_told.get();
                index.search_telling(&needles, (&all, &[]), document, &told, &mut |hits| {
                    is_told.set(true);
                    !black_box(hits).ranked.is_empty()
                })
            });
        });
        group.bench_function(BenchmarkId::new("all of it", text), |bench| {
            bench.iter(|| Found::of(&query, &index, document, &vocabulary, &never));
        });
    }
    for (what, text) in FILTERS {
        let filter = Filter::of(&Query::parse(text, &vocabulary), &vocabulary);
        group.bench_function(BenchmarkId::new("filter", what), |bench| {
            bench.iter(|| filter.matches(dataset, &vocabulary, &never));
        });
        group.bench_function(BenchmarkId::new("count all values", what), |bench| {
            bench.iter(|| Facets::count(black_box(&filter), None, dataset, &vocabulary, &never));
        });
    }
}

fn growing(criterion: &mut Criterion) {
    for given in given() {
        let document = load::read_file(&given.path, &Job::new()).expect("it opens");
        at_size(criterion, &given.name, &document);
    }
}

criterion_group!(benches, finding, growing);
criterion_main!(benches);
