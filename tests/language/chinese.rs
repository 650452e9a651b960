//! The texts of what works without a window, in Chinese.

use readout::analysis::accounts::Accounts;
use readout::date::{When, gap};
use readout::export::bibliography::CitationStyle;
use readout::export::{accounts, meeting, quote};
use readout::find::{Query, Vocabulary, complete};
use readout::lang::Language;
use readout::load::{self, Document, Job, read_bytes, read_static};
use readout::model::EventIx;

use crate::speaking;

const STYLE: CitationStyle = CitationStyle::Chicago;

/// Plainly made up, with names in Chinese where a dataset would have them.
const MADE_UP: &str = r#"{
    "title": "Made-up talks",
    "sides": { "a": { "name": "Aland", "names": { "zh": "甲国" } },
               "b": { "name": "Bland", "names": { "zh": "乙国" } } },
    "people": {
        "p1": { "name": "Person 1", "names": { "zh": "某甲" }, "side": "a" },
        "p2": { "name": "Person 2", "names": { "zh": "某乙" }, "side": "b" },
        "p3": { "name": "Person 3", "side": "b" }
    },
    "issues": { "fish": { "name": "Fish", "names": { "zh": "渔业" } }, "salt": { "name": "Salt" } },
    "sources": {
        "a1": { "title": "Record of the first talks", "publisher": "Office of Aland", "side": "a",
                "date": "2001-02-03", "url": "https://a.example/1" },
        "b1": { "title": "Was it so?", "publisher": "Office of Bland", "side": "b",
                "date": "2001-02~", "url": "https://b.example/1" },
        "n1": { "title": "They met", "publisher": "Newspaper 7", "via": "Site 9" }
    },
    "events": [
        { "id": "one", "title": "First talks", "start": "2001-02-03", "end": "2001-02-04",
          "kind": "summit", "place": { "name": "Harbour 5" },
          "participants": [ { "person": "p1", "role": "Minister" },
                            { "person": "p2", "role": "Envoy" }, { "person": "p3" } ],
          "summary": "Summary 1",
          "issues": [ { "issue": "fish", "raised_by": ["a", "b"], "stance": "dispute",
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
          "follows": ["one"], "sources": ["n1"] }
    ]
}"#;

fn open(text: &'static str) -> Document {
    read_static(text, &Job::new()).expect("it opens")
}

#[test]
fn dates() {
    let _alone = speaking(Language::Chinese);
    let dates = [
        "2021-03-18",
        "2021-03",
        "2021",
        "1972~",
        "1972?",
        "1972%",
        "1972-21",
        "1972-24?",
        "197X",
        "190X",
        "19XX",
        "197X~",
        "2004-03-XX",
        "2004-XX",
        "2004-XX-XX",
        "2004-03-XX~",
        "2004-XX%",
        "-0043",
        "-0043-03-15",
        "0044",
        "-004X",
        "-0049/-0043",
        "-0043/0014",
        "0010/0019",
        "2021-03-18T10:30+08:00",
        "2021-03-18T10:30:15-03:30",
        "2021-03-18T10:30Z/2021-03-18T12:00Z",
        "2021-03-18T10:30+08:00/2021-03-19T12:00Z",
        "2021-03-18/2021-03-19",
        "1972-02-28/1972-03-01",
        "2020-12-30/2021-01-02",
        "2021-03/2021-05",
        "2020-11/2021-02",
        "2012/2014",
        "1972~/1975~",
        "1972~/1975",
        "1972/1975?",
        "2021-03-18?/2021-03-19?",
        "201X/2021",
        "2012/..",
        "1972~/..",
        "../2012",
        "2012/",
        "/2012",
    ];
    let line = |text: &&str| {
        let when = When::parse_start(text).expect("a date of the test");
        format!("{text}  {}", when.words())
    };
    insta::assert_snapshot!(dates.iter().map(line).collect::<Vec<_>>().join("\n"));
}

#[test]
fn lengths_of_time() {
    let _alone = speaking(Language::Chinese);
    let pairs = [
        ("2021-03-18", "2021-03-30"),
        ("2020-01-01", "2022-06-02"),
        ("2021-03-18", "2021-03-18"),
        ("2021-03-18/2021-03-20", "2021-03-19"),
        ("1972", "1973"),
        ("1972-03", "1974-03"),
        ("1979-08", "1980-01-06"),
        ("1972", "1972-05-03"),
    ];
    let line = |(earlier, later): &(&str, &str)| {
        let when = |text: &str| When::parse_start(text).expect("a date of the test");
        let (one, other) = (when(earlier), when(later));
        let (after, before) = (gap::gap(&one, &other, false), gap::gap(&other, &one, true));
        format!("{earlier} {later}  {after}  {before}")
    };
    insta::assert_snapshot!(pairs.iter().map(line).collect::<Vec<_>>().join("\n"));
}

#[test]
fn problems_of_a_file() {
    let _alone = speaking(Language::Chinese);
    let text = r#"{
        "readout": 2, "sides": [], "people": { "p": { "name": 7, "kind": "robot" } },
        "sources": { "s": { "title": "T", "url": "not an address" } },
        "periods": [ { "start": "1999" }, { "title": "P", "start": "soon" } ],
        "events": [
            { "start": "2001", "id": "same" },
            { "title": "A", "start": "2001-02-30", "id": "same" },
            { "title": "B", "start": "2001-03-01", "end": "2001-02-01", "id": "same" },
            { "title": "C", "start": 2001 },
            { "title": "D", "start": "2001-02-", "start": "2002" },
            { "title": "E", "start": "{2001,2002}" },
            { "title": "F" },
            { "title": "G", "start": "2001", "kind": "", "place": { "lat": 91 },
              "participants": [ {} ], "issues": [ { "stance": "angry" } ],
              "quotes": [ { "rendering": "sung" } ], "outcomes": [ {} ], "follows": ["nobody"],
              "summary": null, "background": "\ud83d" }
        ]
    }"#;
    let result = read_bytes(text.as_bytes().to_vec(), &Job::new());
    let (report, status) = load::check_report("f", &result);
    assert_eq!(status, 1);
    insta::assert_snapshot!(report);
}

#[test]
fn files_that_do_not_open() {
    let _alone = speaking(Language::Chinese);
    let texts = [
        "",
        "[]",
        "<p>",
        "{\"events\": {}}",
        "{\"event\": []}",
        "{\"events\": [{\"title\": \"A\",}]}",
        "{\"events\": [",
        "{\"events\": [{\"title\": \"A",
        "{\"events\": [nul]}",
        "{'events': []}",
        "{\"events\" []}",
        "{\"events\": []} {}",
        "{\"events\": [01]}",
        "{\"events\": [\"\t\"]}",
    ];
    let line = |text: &&str| {
        let error =
            read_bytes(text.as_bytes().to_vec(), &Job::new()).expect_err("it is no dataset");
        format!("{text}\n    {error}")
    };
    insta::assert_snapshot!(texts.iter().map(line).collect::<Vec<_>>().join("\n"));
}

#[test]
fn what_is_asked_for() {
    let _alone = speaking(Language::Chinese);
    let vocabulary = Vocabulary::of(open(MADE_UP).dataset());
    let query = Query::parse(
        "\"fish for all\" issue:fish -kind:summit person:某甲 year:1998..2001 year:..1980 \
         year:199X raised:unknown account:third rendering:reported has:quotes stance:shared",
        &vocabulary,
    );
    assert_eq!(query.problems, []);
    let chips = query.chips(&vocabulary).into_iter().map(|chip| chip.label);
    let mut lines: Vec<String> = chips.collect();
    for text in [
        "isue:fish",
        "issue:fisch",
        "foo:bar",
        "issue:",
        "raised:c",
        "has:videos",
        "kind:meal",
        "year:2001..1998",
        "year:soon",
        "stance:angry",
    ] {
        let problems = Query::parse(text, &vocabulary).problems.into_iter();
        lines.extend(problems.map(|problem| format!("{text}  {}", problem.message)));
    }
    for text in ["", "渔", "领导人", "stance:", "has:f", "raised:"] {
        lines.push(format!("“{text}”"));
        let found = complete(text, text.len(), &vocabulary).into_iter();
        lines
            .extend(found.map(|it| format!("  {} — {} — {}", it.replacement, it.label, it.detail)));
    }
    insta::assert_snapshot!(lines.join("\n"));
}

#[test]
fn a_kind_is_found_by_its_name_in_either_language() {
    let _alone = speaking(Language::Chinese);
    let document = open(MADE_UP);
    let vocabulary = Vocabulary::of(document.dataset());
    for text in ["kind:领导人会晤", "kind:summits", "kind:summit"] {
        assert_eq!(Query::parse(text, &vocabulary).problems, [], "{text}");
    }
}

#[test]
fn an_exported_meeting() {
    let _alone = speaking(Language::Chinese);
    let document = open(MADE_UP);
    let ix = EventIx::from_pos(0);
    let event = document.event(ix).expect("the first meeting");
    let page = meeting::meeting(document.dataset(), ix, &event, STYLE);
    insta::assert_snapshot!("meeting", page.markdown());
    let both = Accounts::new(document.dataset(), &event);
    let page = accounts::accounts(document.dataset(), ix, &event, &both, STYLE);
    insta::assert_snapshot!("accounts", page.markdown());
    let page = quote::quote(document.dataset(), &event, &event.quotes[0], STYLE);
    insta::assert_snapshot!("quote", page.markdown());
}
