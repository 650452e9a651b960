//! Finding in the bundled dataset. The numbers were counted by a script that reads the
//! JSON by itself.

use std::sync::OnceLock;

use readout::find::{
    Facets, Field, Filter, Found, Query, Spot, TextIndex, Vocabulary, complete, snippet,
};
use readout::load::{Document, Job, read_static};
use readout::model::{EventIx, EventSet};

use crate::support::naive;

const BUNDLED: &str = include_str!("../../assets/us-china-meetings.readout.json");

struct Bundled {
    document: Document,
    vocabulary: Vocabulary,
    index: TextIndex,
}

fn bundled() -> &'static Bundled {
    static BUNDLED_ONCE: OnceLock<Bundled> = OnceLock::new();
    BUNDLED_ONCE.get_or_init(|| {
        let document = read_static(BUNDLED, &Job::new()).expect("the bundled dataset");
        let vocabulary = Vocabulary::of(document.dataset());
        let index = TextIndex::new(&document, &|| false).expect("not cancelled");
        Bundled { document, vocabulary, index }
    })
}

fn parse(text: &str) -> Query {
    let query = Query::parse(text, &bundled().vocabulary);
    assert_eq!(query.problems, [], "{text}");
    query
}

fn find(query: &Query) -> Found {
    let Bundled { document, vocabulary, index } = bundled();
    let data = document.dataset();
    let found = Found::of(query, index, document, vocabulary, &|| false).expect("not cancelled");
    // Words within a filter are a filter within words.
    let within = found.filter.matches(data, vocabulary, &|| false).expect("not cancelled");
    let hits = index.search(&query.needles(), &within, document, &|| false).expect("not cancelled");
    assert_eq!((&found.set, &found.ranked), (&hits.set, &hits.ranked));
    assert_eq!(found.facets.total, found.set.len());
    found
}

fn ids(set: &EventSet) -> Vec<&'static str> {
    let events = set.iter().filter_map(|ix| bundled().document.dataset().event(ix));
    events.map(|event| event.id).collect()
}

/// Query, how many meetings, and in the order of the file the first two and the last.
#[rustfmt::skip]
const FOUND: &[(&str, usize, [&str; 3])] = &[
    ("Deng", 16, ["1974-11-beijing", "1975-10-beijing", "1989-12-beijing"]),
    ("邓小平", 16, ["1974-11-beijing", "1975-10-beijing", "1989-12-beijing"]),
    ("Teng Hsiao-ping", 1, ["1975-12-beijing", "1975-12-beijing", ""]),
    ("\"deng xiaoping\"", 16, ["1974-11-beijing", "1975-10-beijing", "1989-12-beijing"]),
    ("taiwan", 120, ["1971-07-beijing", "1971-10-beijing", "2026-05-beijing"]),
    ("rice", 5, ["2002-02-beijing", "2005-03-beijing", "2016-07-beijing"]),
    ("\"rice\"", 5, ["2002-02-beijing", "2005-03-beijing", "2016-07-beijing"]),
    ("台湾", 1, ["2020-06-honolulu", "2020-06-honolulu", ""]),
    ("\"one china\"", 8, ["1971-07-beijing", "1973-11-beijing", "2022-11-bali"]),
    ("\"one-china\"", 12, ["1999-09-auckland", "2000-07-beijing", "2024-02-munich"]),
    ("panda xinhua", 0, ["", "", ""]),
    ("kissinger -nixon", 4, ["1973-11-beijing", "1974-11-beijing", "1975-12-beijing"]),
    ("ｋｉｓｓｉｎｇｅｒ", 8, ["1971-07-beijing", "1971-10-beijing", "1975-12-beijing"]),
    ("“shared future”", 0, ["", "", ""]),
    ("soybeans", 4, ["2019-01-washington", "2025-10-busan", "2026-02-leader-call"]),
    ("issue:taiwan", 114, ["1971-07-beijing", "1971-10-beijing", "2026-05-beijing"]),
    ("issue:taiwan stance:dispute raised:cn", 66, ["1972-02-beijing", "1974-11-beijing", "2026-05-beijing"]),
    ("issue:taiwan issue:tibet", 115, ["1971-07-beijing", "1971-10-beijing", "2026-05-beijing"]),
    ("issue:taiwan -stance:dispute", 36, ["1971-10-beijing", "1973-11-beijing", "2025-06-leader-call"]),
    ("-issue:taiwan", 140, ["1973-02-beijing", "1975-10-beijing", "2026-05-seoul"]),
    ("raised:unknown issue:trade", 59, ["1973-02-beijing", "1973-11-beijing", "2026-05-seoul"]),
    ("group:security stance:shared", 92, ["1973-11-beijing", "1978-05-beijing", "2025-10-kuala-lumpur-defense"]),
    ("kind:summit", 70, ["1972-02-beijing", "1975-12-beijing", "2026-05-beijing"]),
    ("kind:summit kind:leader-call year:2021..", 16, ["2021-02-call", "2021-09-call", "2026-05-beijing"]),
    ("-kind:summit person:xi-jinping", 32, ["2011-08-beijing", "2012-02-washington", "2026-02-leader-call"]),
    ("person:\"Wang Yi\"", 35, ["2013-04-beijing", "2015-05-beijing", "2026-02-munich"]),
    ("person:wang-yi", 35, ["2013-04-beijing", "2015-05-beijing", "2026-02-munich"]),
    ("person:王毅", 35, ["2013-04-beijing", "2015-05-beijing", "2026-02-munich"]),
    ("speaker:wang-yi", 17, ["2015-05-beijing", "2016-01-beijing", "2026-02-munich"]),
    ("side:cn", 254, ["1971-07-beijing", "1971-10-beijing", "2026-05-seoul"]),
    ("-side:us", 0, ["", "", ""]),
    ("place:geneva", 2, ["2024-05-geneva", "2025-05-geneva", "2025-05-geneva"]),
    ("place:\"Anchorage, Alaska\"", 1, ["2021-03-anchorage", "2021-03-anchorage", ""]),
    ("country:ch", 4, ["2021-10-zurich", "2023-01-zurich", "2025-05-geneva"]),
    ("country:none", 26, ["1999-05-telephone", "2017-02-call", "2026-02-leader-call"]),
    ("year:1998..2001", 17, ["1998-06-beijing", "1999-04-washington", "2001-10-shanghai"]),
    ("year:1998-2001 kind:summit", 6, ["1998-06-beijing", "1999-04-washington", "2001-10-shanghai"]),
    ("year:..1972", 3, ["1971-07-beijing", "1971-10-beijing", "1972-02-beijing"]),
    ("date:2021-03", 1, ["2021-03-anchorage", "2021-03-anchorage", ""]),
    ("year:2021-03-18", 1, ["2021-03-anchorage", "2021-03-anchorage", ""]),
    ("year:197X -kind:envoy", 8, ["1972-02-beijing", "1973-11-beijing", "1979-08-beijing"]),
    ("has:original", 42, ["2009-07-washington", "2014-04-beijing", "2026-02-munich"]),
    ("has:variants", 20, ["1989-12-beijing", "1994-03-beijing", "2025-10-busan"]),
    ("has:background -has:outcomes", 0, ["", "", ""]),
    ("has:follows", 239, ["1971-10-beijing", "1972-02-beijing", "2026-05-seoul"]),
    ("has:followed", 197, ["1971-07-beijing", "1971-10-beijing", "2026-05-seoul"]),
    ("rendering:reported", 53, ["1991-11-beijing", "1992-01-new-york", "2025-10-kuala-lumpur"]),
    ("rendering:interpreted rendering:spoken", 227, ["1971-07-beijing", "1971-10-beijing", "2026-05-beijing"]),
    ("account:cn -account:us", 48, ["1978-05-beijing", "1999-05-telephone", "2026-02-leader-call"]),
    ("account:third", 228, ["1971-07-beijing", "1971-10-beijing", "2026-05-seoul"]),
    ("taiwan issue:trade year:1990..1999", 4, ["1993-11-seattle", "1995-10-new-york", "1999-11-beijing"]),
    ("\"most favored nation\" person:jiang-zemin", 0, ["", "", ""]),
    ("anchorage", 8, ["2020-06-honolulu", "2021-02-call-blinken-yang", "2021-11-virtual"]),
    ("issue:\"south china sea\" raised:us", 29, ["2010-07-hanoi", "2012-09-beijing", "2025-10-kuala-lumpur-defense"]),
];

#[test]
fn queries_find_what_a_plain_count_finds() {
    for (text, count, some) in FOUND {
        let found = find(&parse(text));
        let ids = ids(&found.set);
        assert_eq!(ids.len(), *count, "{text}: {ids:?}");
        assert!(some.iter().all(|id| id.is_empty() || ids.contains(id)), "{text}: {ids:?}");
        assert!(!found.is_partial);
    }
}

#[test]
fn filters_and_words_are_those_of_the_naive_ones() {
    let Bundled { document, vocabulary, .. } = bundled();
    for (text, ..) in FOUND {
        let query = parse(text);
        let found = find(&query);
        for pos in 0..document.dataset().events.len() {
            let ix = EventIx::from_pos(pos);
            let naive = naive::passes((document, vocabulary), ix, &query)
                && naive::has_words(document, ix, &query);
            assert_eq!(found.set.contains(ix), naive, "{text} {pos}");
        }
    }
}

#[test]
fn counts_say_what_each_value_alone_would_find() {
    let Bundled { document, vocabulary, .. } = bundled();
    // Read once: each is asked about for each value.
    let all: Vec<_> = (0..document.dataset().events.len())
        .map(EventIx::from_pos)
        .map(|ix| (ix, document.event(ix).expect("it is there")))
        .collect();
    for text in [
        "",
        "issue:taiwan stance:dispute",
        "kind:summit -person:xi-jinping year:1990..",
        "-stance:dispute raised:us group:security taiwan",
        "account:cn -issue:trade has:quotes",
    ] {
        let query = parse(text);
        let without = |text: String, field: Field| parse(&text).without_field(field);
        let words = find(&parse(&Field::ALL.into_iter().fold(text.to_owned(), without))).set;
        for facet in &find(&query).facets.facets {
            // Each meeting is looked through for each value: of long lists, some will do.
            let step = if facet.values.len() > 60 { 7 } else { 1 };
            for value in facet.values.iter().step_by(step) {
                let alone = parse(&query.with_only(facet.field, &value.value));
                let both = (document, vocabulary);
                let found = all.iter().filter(|(ix, event)| {
                    words.contains(*ix) && naive::event_passes(both, *ix, event, &alone)
                });
                let count = found.count();
                assert_eq!(value.count, count, "{text} {:?} {value:?}", facet.field);
            }
        }
    }
}

#[test]
fn counts_of_the_bundled_dataset() {
    let Bundled { document, vocabulary, .. } = bundled();
    let filter = Filter::default();
    let facets = Facets::count(&filter, None, document.dataset(), vocabulary, &|| false)
        .expect("not cancelled");
    let count = |field: Field, value: &str| {
        let facet = facets.of(field).expect("each field is there");
        facet.values.iter().find(|it| it.value == value).map(|it| it.count)
    };
    assert_eq!(facets.total, 254);
    assert_eq!(count(Field::Issue, "taiwan"), Some(114));
    assert_eq!(count(Field::Kind, "summit"), Some(70));
    assert_eq!(count(Field::Person, "wang-yi"), Some(35));
    assert_eq!(count(Field::Country, "CH"), Some(4));
    assert_eq!(count(Field::Country, "none"), Some(26));
    assert_eq!(count(Field::Account, "third"), Some(228));
    assert_eq!(count(Field::Rendering, "reported"), Some(53));
    let issues = facets.of(Field::Issue).expect("each field is there");
    assert_eq!(
        issues.values.first().and_then(|it| it.group.as_deref()),
        Some("Sovereignty and rights")
    );
}

#[test]
fn the_best_comes_first() {
    let document = &bundled().document;
    let best = |text: &str| {
        let hits = find(&parse(text));
        let hit = *hits.ranked.first().expect("something is found");
        document.event(hit.event).expect("it is there")
    };
    assert_eq!(best("anchorage").id, "2021-03-anchorage");
    let event = best("Deng Xiaoping");
    let people = event.participants.iter().map(|it| it.person);
    let people = people.chain(event.quotes.iter().filter_map(|quote| quote.speaker));
    let mut names = people.map(|person| document.dataset().people[person.pos()].name.as_str());
    assert!(event.title.contains("Deng Xiaoping") || names.any(|name| name == "Deng Xiaoping"));
    let ranked = find(&parse("taiwan")).ranked;
    assert!(ranked.windows(2).all(|pair| pair[0].score >= pair[1].score));
}

#[test]
fn words_are_shown_in_their_surroundings() {
    let document = &bundled().document;
    for text in [
        "taiwan",
        "rice",
        "台湾",
        "\"one china\"",
        "soybeans",
        "邓小平",
        "xinhua summit",
        "director",
    ] {
        let query = parse(text);
        let needles = query.needles();
        for hit in find(&query).ranked {
            let event = document.event(hit.event).expect("it is there");
            let snippet = snippet(document, &event, &needles, 80).expect("it was found");
            assert!(!snippet.marks.is_empty(), "{text}: {snippet:?}");
            for mark in &snippet.marks {
                let marked = readout::find::fold(&snippet.text[mark.clone()]);
                assert!(needles.iter().any(|it| it.folded == marked), "{text}: {snippet:?}");
            }
            assert!(snippet.text.chars().count() <= 82 || matches!(snippet.spot, Spot::Person(_)));
        }
    }
    let ix = document.dataset().event_with_id("2020-06-honolulu").expect("it is there");
    let event = document.event(ix).expect("it is there");
    let snippet = snippet(document, &event, &parse("台湾").needles(), 30).expect("it is found");
    insta::assert_snapshot!(format!("{}: {}", snippet.place_words, snippet.text));
}

#[test]
fn what_is_not_understood_is_said() {
    let problem = |text: &str| {
        let query = Query::parse(text, &bundled().vocabulary);
        assert_eq!((query.terms.len(), query.problems.len()), (0, 1), "{text}");
        format!("{text} → {}", query.problems[0].message)
    };
    let texts = [
        "issue:taiwn",
        "isue:taiwan",
        "person:kissenger",
        "kind:sumit",
        "stance:angry",
        "has:videos",
        "raised:france",
        "account:nobody",
        "year:1998-13",
        "year:2001..1998",
        "place:atlantis",
        "issue:",
        "foo:bar",
        "year:soon",
    ];
    insta::assert_snapshot!(texts.map(problem).join("\n"));
}

#[test]
fn chips_and_completions() {
    let vocabulary = &bundled().vocabulary;
    let query = parse(
        "trade -\"One China\" issue:taiwan -kind:summit year:1998..2001 raised:unknown person:wang -rice place:geneva date:2021-03-18 year:..1980",
    );
    let chips: Vec<String> = query.chips(vocabulary).into_iter().map(|chip| chip.label).collect();
    insta::assert_snapshot!("chips", chips.join("\n"));
    let mut lines = Vec::new();
    for text in [
        "",
        "is",
        "issue:ta",
        "person:ki",
        "-place:\"new y",
        "has:",
        "raised:",
        "year:199",
        "stance:dispute",
        "wang",
        "taiwan ",
        "王",
    ] {
        lines.push(format!("“{text}”"));
        for it in complete(text, text.len(), vocabulary) {
            let replaced =
                format!("{}{}{}", &text[..it.range.start], it.replacement, &text[it.range.end..]);
            lines.push(format!("  {replaced} — {} — {}", it.label, it.detail));
        }
    }
    insta::assert_snapshot!("completions", lines.join("\n"));
}

#[test]
fn before_all_is_known_the_same_is_found() {
    let Bundled { document, index, .. } = bundled();
    let empty = TextIndex::empty(document.dataset());
    let all = EventSet::all(document.dataset().events.len());
    let never = || false;
    for text in ["anchorage", "王毅", "soybeans", "\"one china\" -taiwan", "-the"] {
        let find = |index: &TextIndex| {
            index.search(&parse(text).needles(), &all, document, &never).expect("not cancelled")
        };
        assert_eq!(find(&empty), find(index), "{text}");
    }
    assert!(empty.fill(document, &never));
    assert_eq!(empty.byte_len(), index.byte_len());
}

#[test]
fn what_is_cancelled_ends_with_nothing() {
    let Bundled { document, vocabulary, index } = bundled();
    let data = document.dataset();
    let (query, stop) = (parse("taiwan kind:summit"), || true);
    let filter = Filter::of(&query, vocabulary);
    assert_eq!(filter.matches(data, vocabulary, &stop), None);
    assert_eq!(Facets::count(&filter, None, data, vocabulary, &stop), None);
    assert!(TextIndex::new(document, &stop).is_none());
    assert!(!TextIndex::empty(data).fill(document, &stop));
    let all = EventSet::all(data.events.len());
    assert_eq!(index.search(&query.needles(), &all, document, &stop), None);
}

#[test]
fn a_page_pasted_by_mistake_is_cut_short() {
    let vocabulary = &bundled().vocabulary;
    for text in [
        "word ".repeat(100_000),
        "issue:taiwan ".repeat(100_000),
        "x".repeat(1_000_000),
        "isue:taiwn ".repeat(100_000),
    ] {
        let query = Query::parse(&text, vocabulary);
        assert!(query.terms.len() + query.problems.len() <= 130);
        assert!(query.chips(vocabulary).iter().all(|chip| chip.label.chars().count() < 200));
        assert!(complete(&text, text.len(), vocabulary).len() <= 12);
    }
}

#[test]
fn an_imprecise_date_may_have_been_then() {
    let text = r#"{ "events": [ { "title": "A", "start": "1998" }, { "title": "B", "start": "1998-03-02" },
        { "title": "C", "start": "199X" }, { "title": "D", "start": "1996/.." }, { "title": "E", "start": "1998-03" } ] }"#;
    let document = read_static(text, &Job::new()).expect("a dataset");
    let vocabulary = Vocabulary::of(document.dataset());
    let found = |text: &str| {
        let filter = Filter::of(&Query::parse(text, &vocabulary), &vocabulary);
        let set =
            filter.matches(document.dataset(), &vocabulary, &|| false).expect("not cancelled");
        let words = set.iter().filter_map(|ix| document.dataset().event(ix)).map(|event| {
            format!("{}{}", event.title, if filter.may_be(&event) { "?" } else { "" })
        });
        words.collect::<Vec<_>>().join(" ")
    };
    assert_eq!(found("year:1998-03"), "A? B C? D? E");
    assert_eq!(found("year:1998"), "A B C? D? E");
    assert_eq!(found("year:1990..1999"), "A B C D? E");
    assert_eq!(found("year:..1995"), "C?");
    assert_eq!(found("-year:1998-03"), "");
    assert_eq!(found("kind:none"), "A B C D E");
}

#[test]
fn of_very_many_values_the_most_frequent_are_given_and_those_asked_for() {
    let event = |number: usize| {
        // The last ten towns have two meetings each.
        let town = if number < 1200 { number } else { number - 10 };
        format!(
            r#"{{ "id": "m{number}", "title": "T", "start": "2001", "place": {{ "name": "Town {town:04}" }} }}"#
        )
    };
    let events: Vec<String> = (0..1210).map(event).collect();
    let text = format!(r#"{{ "events": [{}] }}"#, events.join(","));
    let document = read_static(text.leak(), &Job::new()).expect("it opens");
    let vocabulary = Vocabulary::of(document.dataset());
    let query = Query::parse("place:\"Town 1150\" place:\"Town 0003\"", &vocabulary);
    let filter = Filter::of(&query, &vocabulary);
    let facets = Facets::count(&filter, None, document.dataset(), &vocabulary, &|| false);
    let facets = facets.expect("not cancelled");
    let places = facets.of(Field::Place).expect("counted");
    let labels: Vec<&str> = places.values.iter().map(|it| it.label.as_str()).collect();
    let frequent = (1190..1200).chain(0..990).chain([1150]);
    let expected: Vec<String> = frequent.map(|town| format!("Town {town:04}")).collect();
    assert_eq!((labels, places.left_out), (expected.iter().map(String::as_str).collect(), 199));
    // Over few meetings or many, the counts are those of these meetings.
    for len in [7, 600] {
        let mut words = EventSet::none(1210);
        (1195 - len..1195).chain([1205]).for_each(|pos| words.insert(EventIx::from_pos(pos)));
        let (dataset, none) = (document.dataset(), Filter::default());
        let facets = Facets::count(&none, Some(&words), dataset, &vocabulary, &|| false);
        let facets = facets.expect("not cancelled");
        let mut places: Vec<(String, usize)> = facets
            .of(Field::Place)
            .iter()
            .flat_map(|places| &places.values)
            .map(|it| (it.label.clone(), it.count))
            .collect();
        places.sort_unstable();
        // Meeting 1205 was at town 1195.
        let expected: Vec<(String, usize)> =
            (1195 - len..1196).map(|town| (format!("Town {town:04}"), 1)).collect();
        assert_eq!(places, expected, "{len}");
    }
}
