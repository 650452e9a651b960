//! Briefs: threads, people, the matrix, accounts and comparisons to take away, with
//! numbered sources.

use std::collections::BTreeSet;

use readout::analysis::accounts::Accounts;
use readout::analysis::comparison::Comparison;
use readout::analysis::matrix::{Matrix, MatrixChoice, MatrixColumns, MatrixMeaning};
use readout::analysis::people::PersonView;
use readout::analysis::thread::Thread;
use readout::export::bibliography::CitationStyle;
use readout::export::clip::Format;
use readout::export::page::{Block, Inline, Page};
use readout::export::{accounts, comparison, list, matrix, meeting, people, quote, thread};
use readout::load::{Document, Job, read_static};
use readout::model::{EventIx, EventSet, IssueIx, PersonIx};

const BUNDLED: &str = include_str!("../../assets/us-china-meetings.readout.json");
const STYLE: CitationStyle = CitationStyle::Chicago;

/// Plainly made up, with one of everything that briefs tell.
const MADE_UP: &str = r#"{
    "title": "Made-up talks",
    "sides": { "a": { "name": "Aland" }, "b": { "name": "Bland" } },
    "people": {
        "p1": { "name": "Person 1", "side": "a" }, "p2": { "name": "Person 2", "side": "b" },
        "p3": { "name": "Person 3", "side": "b" }
    },
    "issues": { "fish": { "name": "Fish" }, "salt": { "name": "Salt" } },
    "sources": {
        "a1": { "title": "Record of the first talks", "publisher": "Office of Aland", "side": "a",
                "date": "2001-02-03", "url": "https://a.example/1" },
        "b1": { "title": "Was it so?", "publisher": "Office of Bland", "side": "b",
                "date": "2001-02~", "url": "https://b.example/1" },
        "n1": { "title": "They met", "publisher": "Newspaper 7", "via": "Site 9",
                "url": "https://n.example/1" }
    },
    "periods": [ { "title": "Person 1", "start": "2000", "end": "2002", "side": "a" } ],
    "events": [
        { "id": "one", "title": "First talks", "start": "2001-02-03", "kind": "summit",
          "place": { "name": "Harbour 5", "country": "a" },
          "participants": [ { "person": "p1", "role": "Minister" },
                            { "person": "p2", "role": "Envoy" }, { "person": "p3" } ],
          "issues": [ { "issue": "fish", "raised_by": ["a"], "stance": "dispute",
                        "note": "cod", "sources": ["a1", "n1"] },
                      { "issue": "salt", "sources": ["b1"] } ],
          "quotes": [ { "speaker": "p2", "text": "No more fish.", "lang": "en",
                        "rendering": "interpreted", "date": "2001-02-03", "issues": ["fish"],
                        "source": "a1", "original": { "lang": "zh", "text": "鱼够了。", "source": "b1" },
                        "variants": [ { "text": "Enough fish.", "lang": "en",
                            "rendering": "reported", "source": "n1", "attributed_to": "p3" } ] } ],
          "outcomes": [ { "text": "They agree to meet again.", "sources": ["a1", "b1"] } ],
          "sources": [ "n1", "a1", "b1" ] },
        { "id": "two", "title": "Second talks", "start": "2004~", "kind": "summit",
          "participants": [ { "person": "p1", "role": "President" }, { "person": "p2" } ],
          "issues": [ { "issue": "fish", "raised_by": ["a", "b"], "stance": "shared",
                        "sources": ["n1"] } ],
          "quotes": [ { "speaker": "p1", "text": "Fish\nfor all.", "issues": ["fish"] } ],
          "follows": ["one"], "sources": ["n1"] }
    ]
}"#;

fn open(text: &'static str) -> Document {
    read_static(text, &Job::new()).expect("it opens")
}

fn event(document: &Document, id: &str) -> EventIx {
    document.dataset().event_with_id(id).expect("there is such a meeting")
}

fn issue(document: &Document, id: &str) -> IssueIx {
    let issues = &document.dataset().issues;
    IssueIx::from_pos(issues.iter().position(|issue| issue.id == id).expect("such an issue"))
}

fn person(document: &Document, id: &str) -> PersonIx {
    let people = &document.dataset().people;
    PersonIx::from_pos(people.iter().position(|person| person.id == id).expect("such a person"))
}

fn all(document: &Document) -> EventSet {
    EventSet::all(document.dataset().events.len())
}

fn thread_page(document: &Document, id: &str) -> Page {
    let all = all(document);
    let view = Thread::new(document, issue(document, id), &all, &|| false).expect("a thread");
    thread::thread(document, &view, STYLE, &|| false).expect("nobody cancels")
}

fn people_page(document: &Document, ids: &[&str]) -> Page {
    let ids: Vec<PersonIx> = ids.iter().map(|id| person(document, id)).collect();
    let view = PersonView::new(document, &ids, &all(document), &|| false).expect("a view");
    people::people(document, &view, STYLE, &|| false).expect("nobody cancels")
}

fn matrix_page(document: &Document, columns: MatrixColumns, meaning: MatrixMeaning) -> Page {
    let choice = MatrixChoice { columns, meaning, ..MatrixChoice::default() };
    let view = Matrix::new(document.dataset(), &all(document), choice, &|| false);
    matrix::matrix(document, &view.expect("a matrix"), STYLE, &|| false).expect("nobody cancels")
}

fn accounts_page(document: &Document, id: &str) -> Page {
    let ix = event(document, id);
    let read = document.event(ix).expect("it is of this document");
    let view = Accounts::new(document.dataset(), &read);
    accounts::accounts(document.dataset(), ix, &read, &view, STYLE)
}

fn comparison_page(document: &Document, ids: &[&str]) -> Page {
    let events: Vec<EventIx> = ids.iter().map(|id| event(document, id)).collect();
    comparison::comparison(document.dataset(), &Comparison::new(document, &events), STYLE)
}

fn meeting_page(document: &Document, id: &str) -> Page {
    let ix = event(document, id);
    let read = document.event(ix).expect("it is of this document");
    meeting::meeting(document.dataset(), ix, &read, STYLE)
}

fn lines(block: &Block) -> Vec<&Vec<Inline>> {
    match block {
        Block::Heading(_, line) | Block::Paragraph(line) => vec![line],
        Block::List(items) | Block::Numbered(items) | Block::Quote(items) => items.iter().collect(),
        Block::Table { rows, .. } => rows.iter().flatten().collect(),
    }
}

/// Every number leads to a source, and every source is referred to.
fn assert_numbered(page: &Page, sources: usize) {
    let inlines = page.blocks.iter().flat_map(lines).flatten();
    let used: BTreeSet<usize> = inlines
        .filter_map(|inline| match inline {
            Inline::Reference(number) => Some(*number),
            _ => None,
        })
        .collect();
    assert_eq!(used, (1..=sources).collect());
    let Some(Block::Numbered(items)) = page.blocks.last() else { panic!("no sources at the end") };
    assert_eq!(items.len(), sources);
    for block in &page.blocks {
        if let Block::Table { head, rows } = block {
            assert!(rows.iter().all(|row| row.len() == head.len()), "{head:?}");
        }
    }
}

#[test]
fn a_made_up_dataset_in_every_brief() {
    let document = open(MADE_UP);
    insta::assert_snapshot!("thread", thread_page(&document, "fish").markdown());
    insta::assert_snapshot!("people", people_page(&document, &["p1", "p2"]).markdown());
    insta::assert_snapshot!("person", people_page(&document, &["p2"]).markdown());
    insta::assert_snapshot!("accounts", accounts_page(&document, "one").markdown());
    insta::assert_snapshot!("comparison", comparison_page(&document, &["one", "two"]).markdown());
    insta::assert_snapshot!("meeting", meeting_page(&document, "one").markdown());
    let mut all = String::new();
    for columns in [MatrixColumns::Meetings, MatrixColumns::Years, MatrixColumns::Periods] {
        for meaning in [MatrixMeaning::RaisedBy, MatrixMeaning::Accounts] {
            all.push_str(&matrix_page(&document, columns, meaning).markdown());
            all.push('\n');
        }
    }
    insta::assert_snapshot!("matrix", all);
    let order = document.dataset().by_time();
    let page = list::list(document.dataset(), order, "issue:fish");
    insta::assert_snapshot!("list", page.markdown());
    insta::assert_snapshot!("list_plain", page.clip(Format::Plain).text);
}

#[test]
fn a_quote_in_every_form_and_style() {
    let document = open(MADE_UP);
    let dataset = document.dataset();
    let read = document.event(event(&document, "one")).expect("it is of this document");
    let mut all = String::new();
    for style in CitationStyle::ALL {
        for format in Format::ALL {
            let clip = quote::quote(dataset, &read, &read.quotes[0], style).clip(format);
            let html = clip.html.unwrap_or_default();
            let label = format.label();
            all.push_str(&format!("== {} · {label}\n{}\n{html}\n", style.label(), clip.text));
        }
    }
    let second = document.event(event(&document, "two")).expect("it is of this document");
    let bare = quote::quote(dataset, &second, &second.quotes[0], STYLE).clip(Format::Plain);
    all.push_str(&format!("== without a source\n{}\n", bare.text));
    let variant = &read.quotes[0].variants[0];
    let page = quote::wording(dataset, &read, &read.quotes[0], variant, STYLE);
    all.push_str(&format!("== another wording\n{}\n", page.clip(Format::Plain).text));
    insta::assert_snapshot!(all);
}

#[test]
fn in_the_bundled_dataset_every_number_leads_to_a_source() {
    // The numbers of sources are counted by another program.
    let document = open(BUNDLED);
    assert_numbered(&thread_page(&document, "tibet"), 23);
    assert_numbered(&people_page(&document, &["yang-jiechi"]), 29);
    assert_numbered(&accounts_page(&document, "2021-03-anchorage"), 24);
    let two = ["2021-03-anchorage", "2020-06-honolulu"];
    comparison_page(&document, &two);
    let page = matrix_page(&document, MatrixColumns::Meetings, MatrixMeaning::RaisedBy);
    assert_numbered(&page, 622);
}

#[test]
fn who_gives_up_waiting_gets_no_brief() {
    let document = open(MADE_UP);
    let all = all(&document);
    let view = Thread::new(&document, issue(&document, "fish"), &all, &|| false).expect("a thread");
    assert!(thread::thread(&document, &view, STYLE, &|| true).is_none());
}
