//! What holds of the search in a file's bytes, however strangely the file is written: it
//! finds what a plain reading of each meeting finds.

use std::cmp::Reverse;

use proptest::prelude::*;
use proptest::sample::select;
use readout::find::{Query, TextIndex, Vocabulary};
use readout::load::{Document, Job, read_bytes};
use readout::model::{EventIx, EventSet};

use crate::support::naive;

/// Parts of JSON strings, as a file has them: words, what parts them or does not, and what
/// only looks like a word.
const PARTS: [&str; 54] = [
    "taiwan",
    "Taiwan",
    "TAIWAN",
    "tai",
    "wan",
    "twain",
    "one",
    "One",
    "china",
    "China",
    "n",
    "b",
    "u",
    "x2014",
    "\\u0054aiwan",
    "t\\u0061iwan",
    "taiwa\\u006e",
    "\\u2014",
    "\\u00e9",
    "\\ud83d\\ude00",
    "\\u0301",
    "\\u00ad",
    "2014",
    "café",
    "Café",
    "cafe",
    "cafe\u{301}",
    "\u{301}",
    "Ｔａｉｗａｎ",
    "ﬁne",
    "tai\u{ad}wan",
    "\u{200b}",
    "Straße",
    "台湾",
    "中国",
    "台",
    "한국",
    "。",
    "，",
    "№",
    "½",
    "Ꙁ",
    "й",
    " ",
    " ",
    "  ",
    "\\n",
    "\\t",
    "\\\\",
    "\\\"",
    "\\/",
    "\u{a0}",
    "—",
    "’",
];

const TERMS: [&str; 34] = [
    "taiwan",
    "tai",
    "ntaiwan",
    "t",
    "wan",
    "one",
    "china",
    "china's",
    "n",
    "b",
    "u",
    "u2014",
    "2014",
    "4",
    "cafe",
    "café",
    "fine",
    "strasse",
    "台湾",
    "湾",
    "国",
    "한",
    "one-china",
    "—",
    "½",
    "é",
    "no",
    "\"one china\"",
    "\"taiwan\"",
    "\"tai wan\"",
    "\"taiwan cafe\"",
    "\"台湾 china\"",
    "\"china\"",
    "\"n taiwan\"",
];

fn string() -> impl Strategy<Value = String> {
    prop::collection::vec(select(&PARTS[..]), 0..7)
        .prop_map(|parts| format!("\"{}\"", parts.concat()))
}

/// A value where a text belongs: now and then something else.
fn value() -> impl Strategy<Value = String> {
    prop_oneof![9 => string(), 1 => select(vec!["null", "12", "[]", "{\"text\": \"taiwan\"}", "\" \"", "\"\"", "\"a\\ud83d\""]).prop_map(str::to_owned)]
}

/// White space that JSON allows.
fn space() -> impl Strategy<Value = &'static str> {
    select(vec!["", " ", "\n", "\t", " \r\n "])
}

/// An object of some of these members, in any order, now and then with one twice, one with
/// an escape in its name, or one that the format does not know.
fn object(members: Vec<(&'static str, BoxedStrategy<String>)>) -> BoxedStrategy<String> {
    let odd = vec![
        ("taiwan", value().boxed()),
        ("x-note", string().boxed()),
        ("text\\n", string().boxed()),
        ("t\\u0069tle", string().boxed()),
    ];
    let each = |(name, value): (&'static str, BoxedStrategy<String>), often: f64| {
        (prop::bool::weighted(often), space(), space(), value).prop_map(
            move |(is_in, one, other, value)| {
                is_in.then(|| format!("{one}\"{name}\"{other}:{one}{value}{other}"))
            },
        )
    };
    let again = members.clone().into_iter().map(|it| each(it, 0.02).boxed());
    let all: Vec<_> = members
        .clone()
        .into_iter()
        .map(|it| each(it, 0.8).boxed())
        .chain(odd.into_iter().map(|it| each(it, 0.05).boxed()))
        .chain(again)
        .collect();
    (all, any::<prop::sample::Index>())
        .prop_map(|(members, turn)| {
            let mut members: Vec<String> = members.into_iter().flatten().collect();
            let len = members.len().max(1);
            members.rotate_left(turn.index(len) % len.max(1));
            format!("{{{}}}", members.join(","))
        })
        .boxed()
}

fn list(item: impl Strategy<Value = String> + 'static) -> BoxedStrategy<String> {
    let items = (prop::collection::vec(item, 0..3), space())
        .prop_map(|(items, space)| format!("[{space}{}{space}]", items.join(",")));
    prop_oneof![19 => items, 1 => value()].boxed()
}

fn name() -> BoxedStrategy<String> {
    prop_oneof![6 => select(vec!["\"a\"", "\"b\"", "\"taiwan\"", "\"\\u0061\""]).prop_map(str::to_owned), 1 => value()].boxed()
}

fn wording(more: Vec<(&'static str, BoxedStrategy<String>)>) -> BoxedStrategy<String> {
    let own = vec![
        ("text", value().boxed()),
        ("lang", string().boxed()),
        ("source", name()),
        ("attributed_to", name()),
        ("note", value().boxed()),
    ];
    object(own.into_iter().chain(more).collect())
}

fn meeting() -> BoxedStrategy<String> {
    let other = || prop_oneof![9 => wording(vec![]), 1 => value()];
    let quote = wording(vec![
        ("speaker", name()),
        ("issues", list(name())),
        ("original", other().boxed()),
        ("variants", list(other())),
    ]);
    let outcome = object(vec![("text", value().boxed()), ("sources", list(name()))]);
    let members = vec![
        ("id", string().boxed()),
        ("title", value().boxed()),
        ("kind", name()),
        ("place", object(vec![("name", string().boxed()), ("country", string().boxed())])),
        ("participants", list(object(vec![("person", name()), ("role", value().boxed())]))),
        ("summary", value().boxed()),
        ("background", value().boxed()),
        (
            "issues",
            list(object(vec![
                ("issue", name()),
                ("note", value().boxed()),
                ("stance", string().boxed()),
                ("sources", list(name())),
            ])),
        ),
        ("quotes", list(prop_oneof![9 => quote, 1 => list(name())])),
        ("outcomes", list(prop_oneof![outcome, value()])),
        ("follows", list(string())),
        ("sources", list(name())),
    ];
    // Nearly all have a date: a meeting without one is left out.
    let dates =
        select(vec!["\"2001\"", "\"2002-03\"", "\"1998\"", "\"taiwan\""]).prop_map(str::to_owned);
    object(members.into_iter().chain([("start", dates.boxed())]).collect())
}

fn document() -> impl Strategy<Value = Document> {
    (prop::collection::vec(meeting(), 1..5), string(), string()).prop_map(
        |(meetings, one, other)| {
            let text = format!(
                r#"{{ "people": {{ "a": {{ "name": {one}, "aka": ["one"], "note": "china" }} }},
                 "issues": {{ "b": {{ "name": "One", "group": {other} }} }},
                 "sources": {{ "a": {{ "title": {other}, "publisher": "Taiwan one" }} }},
                 "events": [ {} ] }}"#,
                meetings.join(" ,\n ")
            );
            read_bytes(text.into_bytes(), &Job::new()).expect("a dataset")
        },
    )
}

fn query() -> impl Strategy<Value = String> {
    let term = (prop::bool::weighted(0.2), select(&TERMS[..]));
    prop::collection::vec(term, 1..4).prop_map(|terms| {
        let term =
            |(is_out, term): (bool, &str)| format!("{}{term}", if is_out { "-" } else { "" });
        terms.into_iter().map(term).collect::<Vec<_>>().join(" ")
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(768))]

    #[test]
    fn what_is_found_in_the_bytes_is_what_the_meetings_say(
        document in document(),
        queries in prop::collection::vec(query(), 12),
    ) {
        let data = document.dataset();
        let vocabulary = Vocabulary::of(data);
        let index = TextIndex::new(&document, &|| false).expect("not cancelled");
        let all = EventSet::all(data.events.len());
        for text in queries {
            let query = Query::parse(&text, &vocabulary);
            let needles = query.needles();
            let hits = index.search(&needles, &all, &document, &|| false).expect("not cancelled");
            let mut expected = Vec::new();
            for ix in (0..data.events.len()).map(EventIx::from_pos) {
                let is_found = naive::has_words(&document, ix, &query);
                prop_assert_eq!(hits.set.contains(ix), is_found, "{} in {}", text, document.text());
                if is_found {
                    expected.push((Reverse(naive::score(&document, ix, &query)), Reverse(data.importance(ix)), data.rank(ix), ix));
                }
            }
            expected.sort_unstable();
            if needles.iter().all(|needle| needle.excluded) {
                expected.clear();
            }
            let expected: Vec<_> = expected.into_iter().map(|(score, .., ix)| (ix, score.0)).collect();
            let ranked: Vec<_> = hits.ranked.iter().map(|hit| (hit.event, hit.score)).collect();
            prop_assert_eq!(ranked, expected, "{} in {}", text, document.text());
        }
    }
}
