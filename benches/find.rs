//! What a keystroke in the search box asks for, by the size of the dataset, beside one
//! `memchr::memmem` scan over the same bytes for the same word: words, fields, ranking,
//! and the counts of all filters, without the snippets of what is in view.
//!
//! `cargo bench --bench find`; with `READOUT_BENCH_EVENTS=1000000` in the environment also
//! at that size, and with `READOUT_BENCH_FILE` on a file.

use std::cell::Cell;
use std::hint::black_box;
use std::time::Duration;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use readout::app::BUNDLED;
use readout::find::{Facets, Filter, Found, Query, TextIndex, Vocabulary};
use readout::load::{self, Document, Job};
use readout::model::EventSet;

/// What is looked for in the bundled dataset: a letter with which much begins, a word, a
/// field, and all of it together.
const QUERIES: [&str; 4] =
    ["t", "taiwan", "issue:taiwan", "issue:taiwan raised:cn \"one china\" -kind:working"];

/// The same in made-up datasets: a rare word, one in some meetings, one in nearly all, a
/// letter, a phrase, a name, a word with an accent, and what is nowhere.
const WORDS: [&str; 8] =
    ["rareword", "bridge", "the", "t", "\"the new bridge\"", "person", "brückner", "zzqx"];

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

/// A made-up dataset of so many meetings.
fn made_up(events: usize) -> String {
    let event = |number: usize| {
        let rare = if number.is_multiple_of(1000) { "Rareword spoke last. " } else { "" };
        let (person, issue, source) = (number % 97, number % 23, number % 211);
        let year = 1950 + number % 75;
        format!(
            r#"{{ "id": "m-{number}", "title": "Talks {number} on pilots", "start": "{year}-03-04",
  "kind": "summit", "place": {{ "name": "Town {issue}", "country": "XA" }},
  "participants": [{{ "person": "person-{person}" }}, {{ "person": "person-7", "role": "Head of the delegation" }}],
  "summary": "The dinner at the Café Brückner lasted longer than the meeting. {rare}The press was told that the \"atmosphere\" had been good, see paper {number}.",
  "background": "No date was set for the next round. The guests were shown the new bridge and the old archive.",
  "issues": [{{ "issue": "issue-{issue}", "raised_by": ["north"], "stance": "shared", "sources": ["source-{source}"] }}],
  "quotes": [{{ "speaker": "person-{person}", "text": "We shall meet again before the winter, and then we shall see what has become of the draft.", "source": "source-{source}", "issues": ["issue-{issue}"] }}],
  "outcomes": [{{ "text": "The talks were put off for a fortnight.", "sources": ["source-1"] }}],
  "sources": ["source-{source}", "source-2"] }}"#
        )
    };
    let events: Vec<String> = (0..events).map(event).collect();
    format!(r#"{{ "sides": {{ "north": {{}} }}, "events": [{}] }}"#, events.join(",\n"))
}

fn at_size(criterion: &mut Criterion, name: &str, document: &Document) {
    let (dataset, never) = (document.dataset(), || false);
    let vocabulary = Vocabulary::of(dataset);
    let mut group = criterion.benchmark_group(name);
    group.sample_size(10).warm_up_time(Duration::from_millis(300));
    group.measurement_time(Duration::from_secs(2));
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
                index.search_telling(&needles, &all, document, &told, &mut |hits| {
                    is_told.set(true);
                    !black_box(hits).ranked.is_empty()
                })
            });
        });
        group.bench_function(BenchmarkId::new("all of it", text), |bench| {
            bench.iter(|| Found::of(&query, &index, document, &vocabulary, &never));
        });
    }
    let query = Query::parse("kind:summit -year:1999", &vocabulary);
    let filter = Filter::of(&query, &vocabulary);
    group.bench_function("filter", |bench| {
        bench.iter(|| filter.matches(dataset, &vocabulary, &never));
    });
    group.bench_function("count all values", |bench| {
        bench.iter(|| Facets::count(black_box(&filter), None, dataset, &vocabulary, &never));
    });
}

fn growing(criterion: &mut Criterion) {
    let more = std::env::var("READOUT_BENCH_EVENTS").ok().and_then(|count| count.parse().ok());
    for events in [100, 1_000, 10_000, 100_000].into_iter().chain(more) {
        let text = made_up(events).into_bytes();
        let document = load::read_bytes(text, &Job::new()).expect("it opens");
        at_size(criterion, &format!("{events} meetings"), &document);
    }
    if let Some(path) = std::env::var_os("READOUT_BENCH_FILE") {
        let document = load::read_file(path.as_ref(), &Job::new()).expect("it opens");
        at_size(criterion, &path.to_string_lossy(), &document);
    }
}

criterion_group!(benches, finding, growing);
criterion_main!(benches);
