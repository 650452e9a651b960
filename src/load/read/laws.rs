//! Both ways of reading an event agree, and so do both ways of finding the events.

use proptest::prelude::*;

use super::text_laws::assert_texts_are_there;
use super::*;
use crate::model::EventIx;

/// How a text is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reading {
    /// As any file.
    Usual,
    /// All of it is scanned first.
    Scanned,
    /// Each event is read with care.
    Careful,
}

fn read_so(text: &str, way: Reading) -> String {
    let text = Text::from_bytes(text.into()).expect("a text");
    let root = root(&text);
    let job = Job::new();
    let content = match way {
        Reading::Usual => read(&text, &job, &mut |_| ()),
        Reading::Scanned => read_scanned(&text, root, Care::WhereNeeded, &job),
        Reading::Careful => read_scanned(&text, root, Care::Always, &job),
    };
    content.map_or_else(|error| error.to_string(), |content| told(&content))
}

/// Everything that was read, in words.
fn told(content: &Content) -> String {
    let data = &content.dataset;
    let mut told = String::new();
    for (pos, event) in data.events.iter().enumerate() {
        told.push_str(&format!("{event:?}\n"));
        let followers: Vec<EventIx> = data.followers(EventIx::from_pos(pos)).collect();
        told.push_str(&format!("{followers:?} {:?}\n", data.event_with_id(event.id)));
    }
    for problem in &content.problems {
        told.push_str(&format!("{problem}\n"));
    }
    let tables = (&data.sides, &data.people, &data.issues, &data.sources);
    told + &format!("{tables:?} {:?} {:?} {:?}", data.kinds, data.places, data.events.countries())
}

fn assert_agreement(text: &str) {
    assert_texts_are_there(text);
    let usual = read_so(text, Reading::Usual);
    for way in [Reading::Scanned, Reading::Careful] {
        assert_eq!(usual, read_so(text, way), "{way:?} of {text}");
    }
}

#[test]
fn they_agree_on_the_bundled_dataset_and_on_the_files_of_the_tests() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let bundled = include_str!("../../../assets/us-china-meetings.readout.json");
    assert_agreement(bundled);
    assert_eq!(assert_texts_are_there(bundled), 254, "of all");
    let mut count = 0;
    for folder in ["tests/data/good", "tests/data/bad"] {
        for file in std::fs::read_dir(root.join(folder)).expect("a folder") {
            let bytes = std::fs::read(file.expect("a file").path()).expect("a file");
            if let Ok(text) = String::from_utf8(bytes) {
                assert_agreement(&text);
                count += 1;
            }
        }
    }
    assert!(count > 20, "{count}");
}

/// A value of a member: mostly right, at times odd.
fn value(right: &'static [&'static str]) -> impl Strategy<Value = String> {
    let odd = [
        "null",
        "1",
        "\"\"",
        "\" \"",
        "[]",
        "{}",
        "\"\\ud83d\"",
        "[null]",
        "\"t\\u0061\\n\"",
        "[[\"a\"]]",
        "[{\"a\": 1}]",
        "{\"dispute\": null}",
        "[\"a\", \"b\"]",
    ];
    let right = proptest::sample::select(right).prop_map(str::to_owned);
    let odd = proptest::sample::select(odd.to_vec()).prop_map(str::to_owned);
    prop_oneof![24 => right, 1 => odd]
}

/// An object with some of these members, at times twice, or with one more.
fn object(
    members: &'static [(&'static str, &'static [&'static str])],
) -> impl Strategy<Value = String> {
    let member = move |(key, values): &(&'static str, &'static [&'static str])| {
        let key = *key;
        (value(values), 0..12_u8).prop_map(move |(value, chance)| match chance {
            0 => format!("\"{key}\": {value}, \"{key}\": {value}"),
            1..4 => "\"kind\": \"summit\"".to_owned(),
            4 => format!("\"extra\": {value}"),
            _ => format!("\"{key}\": {value}"),
        })
    };
    let members: Vec<_> = members.iter().map(member).collect();
    members.prop_map(|members| format!("{{{}}}", members.join(" , ")))
}

const TEXT: &[&str] = &["\"Talks 7\"", "\"a \\\"b\\\" \\u4e2d\"", "\"中\""];
const NAMES: &[&str] = &["\"a\"", "\"b\"", "\"new\"", "\"\\u0061\""];
const LISTS: &[&str] = &["[\"a\"]", "[\"b\", \"a\", \"b\"]", "[]", "[\"new\", \"\\u0061\"]"];

fn event() -> impl Strategy<Value = String> {
    object(&[
        ("title", TEXT),
        ("id", &["\"one\"", "\"two\"", "\"\\u006fne\""]),
        ("start", &["\"2001\"", "\"2001-02-03\"", "\"2001/2002\"", "\"2001-13\"", "\"..\""]),
        ("end", &["\"2002\"", "\"..\"", "\"1999\""]),
        (
            "place",
            &["{\"name\": \"P\", \"lat\": 91}", "{\"name\": \"P\", \"country\": \"US\"}", "{}"],
        ),
        (
            "participants",
            &[
                "[{\"person\": \"a\"}, {\"person\": \"new\", \"role\": \"r\"}]",
                "[{\"role\": \"r\"}]",
            ],
        ),
        ("summary", TEXT),
        ("background", TEXT),
        (
            "issues",
            &[
                "[{\"issue\": \"i\", \"raised_by\": [\"us\"], \"sources\": [\"s\"]}, {\"issue\": \"j\"}]",
                "[{\"issue\": \"i\", \"stance\": \"dispute\"}, {\"issue\": \"i\", \"stance\": \"shared\"}]",
                "[{\"issue\": \"i\", \"stance\": \"other\"}]",
            ],
        ),
        (
            "quotes",
            &[
                "[{\"speaker\": \"a\", \"text\": \"t\", \"date\": \"2001\", \"issues\": [\"i\"], \
                  \"source\": \"s\", \"rendering\": \"spoken\", \"original\": {\"text\": \"o\"}}]",
                "[{\"text\": \"t\", \"attributed_to\": \"b\", \"variants\": [{\"text\": \"v\", \
                  \"source\": \"t\", \"attributed_to\": \"c\"}]}, {\"speaker\": \"d\", \"text\": \"u\"}]",
                "[{\"text\": \"t\", \"variants\": [[\"v\"]]}]",
                "[{\"speaker\": \"a\"}]",
            ],
        ),
        ("outcomes", &["[\"o\", {\"text\": \"p\", \"sources\": [\"s\"]}]", "[{\"sources\": []}]"]),
        ("follows", &["[\"one\"]", "[\"two\", \"nobody\"]", "[\"\\u006fne\"]"]),
        ("sources", LISTS),
        ("kind", NAMES),
    ])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn they_agree_on_events_that_are_right_and_on_those_that_are_not(
        events in proptest::collection::vec(event(), 0..5),
        is_last in any::<bool>(),
    ) {
        let tables = r#""sides": {"us": {}}, "sources": {"s": {"title": "S", "side": "us"}}"#;
        let events = format!("\"events\": [{}]", events.join(",\n"));
        let text = if is_last {
            format!("{{{tables}, {events}}}")
        } else {
            format!("{{{events}, {tables}}}")
        };
        assert_agreement(&text);
    }
}

#[test]
fn they_agree_where_an_event_that_was_begun_is_read_again_with_care() {
    // The first names a date, and is then found to be odd.
    let odd =
        r#"{"title":"A","start":"2001","quotes":[{"text":"q","date":"1999"},{"speaker":"x"}]}"#;
    let (b, c) = (r#"{"title":"B","start":"2005"}"#, r#"{"title":"C","start":"1999"}"#);
    assert_agreement(&format!(r#"{{"events":[{odd},{b},{c}]}}"#));
    assert_agreement(&format!(r#"{{"events":[{odd},{c}]}}"#));
}

#[test]
fn they_agree_on_what_is_white_space() {
    for space in ["\u{A0}", "\u{3000}", "\u{C}", " \r\n\t"] {
        assert_agreement(&format!("{{\"events\":[]}}{space}"));
        assert_agreement(&format!("{{\"events\":[]{space}}}"));
    }
}

#[test]
fn what_there_is_so_far_is_the_beginning_of_what_will_be() {
    let long = "word ".repeat(60);
    let text = large(",\n", |n| {
        let id = if n % 3 == 0 { String::new() } else { format!(r#""id": "m{}", "#, n % 900) };
        format!(
            r#"{{{id}"title": "T {n}", "start": "2001", "follows": ["m1"], "summary": "{long}"}}"#
        )
    });
    let text = Text::from_bytes(text.into()).expect("a text");
    let mut seen = Vec::new();
    let all = read(&text, &Job::new(), &mut |content| seen.push(content)).expect("it opens");
    let [some] = &seen[..] else { panic!("{} times", seen.len()) };
    let (some, all) = (&some.dataset, &all.dataset);
    assert!((10..all.events.len() / 2).contains(&some.events.len()), "{}", some.events.len());
    for (one, other) in some.events.iter().zip(all.events.iter()) {
        assert_eq!((one.title, one.when, one.text()), (other.title, other.when, other.text()));
        assert!(!one.id.is_empty());
        let found = some.event_with_id(one.id).and_then(|ix| some.event(ix));
        assert_eq!(found.expect("each has an id of its own").text(), one.text());
    }
}

#[test]
fn the_beginning_of_a_file_is_closed_behind_its_last_whole_event() {
    let whole = r#"{"title": "D", "events": [{"title": "a"}, {"title": "b]"}]}"#;
    for (cut, closed) in [
        (whole.len(), Some(r#"{"title": "D", "events": [{"title": "a"}, {"title": "b]"}]}"#)),
        (50, Some(r#"{"title": "D", "events": [{"title": "a"}]}"#)),
        (30, None),
        (5, None),
    ] {
        assert_eq!(super::closed(&whole[..cut]).as_deref(), closed, "{cut}");
    }
}

/// A file of many parts.
fn large(separator: &str, event: impl Fn(usize) -> String) -> String {
    let events: Vec<String> = (0..5_000).map(event).collect();
    format!("{{\"events\": [{}]}}", events.join(separator))
}

#[test]
fn they_agree_on_files_of_many_parts() {
    let summary = "word ".repeat(200);
    let usual = large(",\n", |n| {
        format!(r#"{{"id": "m{n}", "title": "T", "start": "2001", "summary": "{summary}"}}"#)
    });
    let list = Node::new(&usual, 0).members()[0].value.range();
    assert!(outline::parts(&usual, list.start + 1..list.end - 1).len() > 2);
    assert_agreement(&usual);
    // What looks like the border of two events stands within a text and within a list.
    let trap = large(",", |n| {
        let trap = r#"\"},{\"title\":\""#.repeat(40);
        let inner = r#"{"title":"inner"},{"title":"x"}"#;
        format!(
            r#"{{"title":"T {n}","start":"2001","summary":"{trap}{summary}","extra":[{inner}]}}"#
        )
    });
    assert_agreement(&trap);
    let list = Node::new(&trap, 0).members()[0].value.range();
    let starts = outline::parts(&trap, list.start + 1..list.end - 1);
    assert!(starts.iter().any(|start| !trap[*start..].starts_with("{\"title\":\"T ")), "a trap");
    // An error at the end is found where it is.
    let broken = format!("{} 1", usual);
    assert_eq!(read_so(&broken, Reading::Usual), read_so(&broken, Reading::Scanned));
}
