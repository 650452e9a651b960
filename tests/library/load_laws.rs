//! What holds of every file, whatever its bytes.

use proptest::prelude::*;
use proptest::sample::Index;
use readout::load::{self, Document, Job, OpenError};
use readout::model::EventIx;
use serde_json::value::RawValue;
use serde_json::{Value, json};

const BUNDLED: &str = include_str!("../../assets/us-china-meetings.readout.json");

/// Reads bytes, and uses everything that comes of it.
fn read(bytes: Vec<u8>) -> Result<Document, OpenError> {
    let result = load::read_bytes(bytes, &Job::new());
    match &result {
        Ok(document) => {
            for pos in 0..document.dataset().events.len() {
                let event = document.event(EventIx::from_pos(pos)).expect("each event is there");
                assert!(event.kind.pos() < document.dataset().kinds.len());
            }
            for problem in document.problems() {
                let at = problem.offset.clone();
                assert!(document.text().get(at.clone()).is_some(), "{problem}");
                assert!(!problem.message.is_empty() && !problem.advice.is_empty());
                let excerpt = load::excerpt(document.text(), at, 2);
                assert!(excerpt.lines.iter().any(|line| line.number == problem.place.line));
            }
        }
        Err(error) => assert!(!error.to_string().is_empty()),
    }
    result
}

/// Whether the bytes are JSON, and an object with a list of events.
fn is_dataset(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    // The first of several counts.
    struct Top(Option<bool>);
    impl<'de> serde::Deserialize<'de> for Top {
        fn deserialize<D: serde::Deserializer<'de>>(json: D) -> Result<Self, D::Error> {
            struct Members;
            impl<'de> serde::de::Visitor<'de> for Members {
                type Value = Top;
                fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                    f.write_str("an object")
                }
                fn visit_map<A: serde::de::MapAccess<'de>>(
                    self,
                    mut map: A,
                ) -> Result<Top, A::Error> {
                    let mut events = None;
                    while let Some((key, value)) = map.next_entry::<&RawValue, &RawValue>()? {
                        let key = serde_json::from_str::<String>(key.get());
                        if key.is_ok_and(|key| key == "events") && events.is_none() {
                            events = Some(value.get().starts_with('['));
                        }
                    }
                    Ok(Top(events))
                }
            }
            json.deserialize_map(Members)
        }
    }
    let is_dataset = serde_json::from_slice::<Top>(bytes).is_ok_and(|top| top.0 == Some(true));
    // What serde_json does not take as a value is no JSON, but for what is wrong
    // only with a part of it.
    if let Err(error) = serde_json::from_slice::<Value>(bytes) {
        let part = ["recursion limit", "number out of range", "surrogate", "end of hex escape"];
        let error = error.to_string();
        assert!(!is_dataset || part.iter().any(|part| error.contains(part)), "{error}");
    }
    is_dataset
}

/// Changes to a file: a byte replaced, some cut out, some put in.
#[derive(Clone, Debug)]
enum Change {
    Replace(Index, u8),
    Cut(Index, usize),
    Insert(Index, Vec<u8>),
    Copy(Index, Index, usize),
}

fn change() -> impl Strategy<Value = Change> {
    let piece = prop_oneof![
        proptest::collection::vec(any::<u8>(), 1..4),
        proptest::sample::select(vec![
            "{", "}", "[", "]", ",", ":", "\"", "\\", "null", "\\ud83d", "..", "-", "~", "\n"
        ])
        .prop_map(|piece| piece.as_bytes().to_vec()),
    ];
    prop_oneof![
        (any::<Index>(), any::<u8>()).prop_map(|(at, byte)| Change::Replace(at, byte)),
        (any::<Index>(), 1..200_usize).prop_map(|(at, len)| Change::Cut(at, len)),
        (any::<Index>(), piece).prop_map(|(at, piece)| Change::Insert(at, piece)),
        (any::<Index>(), any::<Index>(), 1..300_usize)
            .prop_map(|(from, to, len)| Change::Copy(from, to, len)),
    ]
}

fn changed(mut bytes: Vec<u8>, changes: &[Change]) -> Vec<u8> {
    for change in changes {
        if bytes.is_empty() {
            return bytes;
        }
        let len = bytes.len();
        match change {
            Change::Replace(at, byte) => bytes[at.index(len)] = *byte,
            Change::Cut(at, count) => {
                let at = at.index(len);
                bytes.drain(at..(at + count).min(len));
            }
            Change::Insert(at, piece) => {
                let at = at.index(len);
                bytes.splice(at..at, piece.iter().copied());
            }
            Change::Copy(from, to, count) => {
                let from = from.index(len);
                let piece = bytes[from..(from + count).min(len)].to_vec();
                let to = to.index(len);
                bytes.splice(to..to, piece);
            }
        }
    }
    bytes
}

/// A part of the bundled dataset that is a dataset: all tables, some events.
fn some_events(count: usize) -> String {
    let mut value: Value = serde_json::from_str(BUNDLED).expect("JSON");
    value["events"].as_array_mut().expect("a list").truncate(count);
    for table in ["people", "sources", "issues"] {
        let members = value[table].as_object_mut().expect("an object");
        let keys: Vec<String> = members.keys().skip(8).cloned().collect();
        for key in keys {
            members.remove(&key);
        }
    }
    serde_json::to_string_pretty(&value).expect("JSON")
}

fn json_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i32>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        proptest::sample::select(vec![
            "2021-03-18",
            "201X",
            "..",
            "summit",
            "dispute",
            "spoken",
            "us"
        ])
        .prop_map(Value::from),
    ];
    let name = proptest::sample::select(vec![
        "events",
        "title",
        "start",
        "end",
        "kind",
        "place",
        "lat",
        "participants",
        "person",
        "issues",
        "issue",
        "raised_by",
        "stance",
        "quotes",
        "speaker",
        "text",
        "original",
        "variants",
        "outcomes",
        "follows",
        "sources",
        "people",
        "sides",
        "periods",
        "id",
        "names",
        "name",
        "url",
        "readout",
        "x",
    ]);
    leaf.prop_recursive(6, 64, 6, move |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            proptest::collection::vec((name.clone(), inner), 0..8).prop_map(|members| {
                members.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
            }),
        ]
    })
}

proptest! {
    #[test]
    fn any_bytes_open_or_say_why_not(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        prop_assert_eq!(read(bytes.clone()).is_ok(), is_dataset(&bytes));
    }

    #[test]
    fn any_text_of_json_signs_opens_or_says_why_not(
        text in "[\\[\\]{}\",:0-9a-z\\\\. -]{0,60}",
    ) {
        let text = format!("{{\"events\":{text}");
        prop_assert_eq!(read(text.clone().into_bytes()).is_ok(), is_dataset(text.as_bytes()));
    }

    #[test]
    fn any_json_under_the_names_of_the_format_is_read(value in json_value(), events in json_value()) {
        let mut value = value;
        if !value.is_object() {
            value = json!({ "extra": value });
        }
        value["events"] = json!([events, events.clone(), { "start": "2021", "title": "T", "x": events }]);
        let text = value.to_string();
        prop_assert!(read(text.into_bytes()).is_ok());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn a_damaged_file_opens_or_says_why_not(
        changes in proptest::collection::vec(change(), 1..6),
    ) {
        let bytes = changed(some_events(6).into_bytes(), &changes);
        prop_assert_eq!(read(bytes.clone()).is_ok(), is_dataset(&bytes));
    }

    #[test]
    fn the_beginning_of_the_bundled_file_damaged_says_why_not(
        changes in proptest::collection::vec(change(), 0..4),
        len in 0..40_000_usize,
    ) {
        let bytes = changed(BUNDLED.as_bytes()[..len].to_vec(), &changes);
        prop_assert_eq!(read(bytes.clone()).is_ok(), is_dataset(&bytes));
    }
}

/// An event, and what its head must say.
#[derive(Clone, Debug)]
struct Made {
    title: String,
    start: String,
    kind: Option<String>,
    people: Vec<usize>,
    issues: Vec<usize>,
    quotes: usize,
}

fn made() -> impl Strategy<Value = Made> {
    let title = "[\\PC]{0,12}[A-Za-z\"\\\\中]";
    let start = (1i32..3000, 1..13, 1..29).prop_map(|(y, m, d)| format!("{y:04}-{m:02}-{d:02}"));
    let some = || proptest::collection::vec(0..9_usize, 0..4);
    (title, start, proptest::option::of("[a-z]{1,3}"), some(), some(), 0..3_usize).prop_map(
        |(title, start, kind, people, issues, quotes)| Made {
            title,
            start,
            kind,
            people,
            issues,
            quotes,
        },
    )
}

fn to_json(made: &Made) -> Value {
    let named = |key: &str, list: &[usize], name: &str| -> Vec<Value> {
        list.iter().map(|n| json!({ (key): format!("{name} {n}") })).collect()
    };
    let mut event = json!({
        "title": made.title,
        "start": made.start,
        "participants": named("person", &made.people, "Person"),
        "issues": named("issue", &made.issues, "Issue"),
        "quotes": vec![json!({ "text": "Words", "speaker": "Person 0" }); made.quotes],
    });
    if let Some(kind) = &made.kind {
        event["kind"] = kind.as_str().into();
    }
    event
}

fn each_once(names: impl Iterator<Item = String>) -> Vec<String> {
    let mut list = Vec::new();
    for name in names {
        if !list.contains(&name) {
            list.push(name);
        }
    }
    list
}

proptest! {
    #[test]
    fn heads_say_what_was_written(list in proptest::collection::vec(made(), 0..40), first in any::<bool>()) {
        let events: Vec<Value> = list.iter().map(to_json).collect();
        let events = format!("\"events\": {}", Value::from(events));
        let people = "\"people\": { \"Person 3\": { \"name\": \"Somebody\" } }";
        let text = if first { format!("{{{events}, {people}}}") } else { format!("{{{people}, {events}}}") };
        let document = read(text.into_bytes()).expect("it opens");
        prop_assert_eq!(document.problems().total(), 0);
        let data = document.dataset();
        prop_assert_eq!(data.events.len(), list.len());
        for (head, made) in data.events.iter().zip(&list) {
            prop_assert_eq!(head.title, &made.title);
            prop_assert_eq!(head.when.to_string(), made.start.clone());
            prop_assert_eq!(&data.kinds[head.kind.pos()].id, made.kind.as_deref().unwrap_or(""));
            prop_assert_eq!(head.quote_count as usize, made.quotes);
            let people = made.people.iter().copied().chain(std::iter::repeat_n(0, made.quotes));
            let people = each_once(people.map(|n| format!("Person {n}")));
            let found: Vec<String> = head.people.iter().map(|ix| data.people[ix.pos()].id.clone()).collect();
            prop_assert_eq!(found, people);
            let issues = each_once(made.issues.iter().map(|n| format!("Issue {n}")));
            let found: Vec<String> = head.issues.iter().map(|r| data.issues[r.issue.pos()].id.clone()).collect();
            prop_assert_eq!(found, issues);
        }
        let ids = each_once(data.events.iter().map(|event| event.id.to_string()));
        prop_assert_eq!(ids.len(), list.len());
    }
}
