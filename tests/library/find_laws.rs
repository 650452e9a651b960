//! What holds of finding, whatever the dataset and the query.

use proptest::prelude::*;
use proptest::sample::select;
use readout::find::{
    Facets, Field, FieldTerm, Filter, Query, TextIndex, Vocabulary, What, complete, fold, marks,
    snippet,
};
use readout::load::{Document, Job, read_bytes};
use readout::model::{EventIx, EventSet};
use serde_json::{Value, json};

use crate::support::naive;

const WORDS: [&str; 10] =
    ["rice", "price", "Ricé", "台湾", "中国 台湾", "re-open", "“the end”", "e", "RICE", "\u{301}x"];
const DATES: [&str; 10] = [
    "1998",
    "1998-03-02",
    "199X",
    "1999/..",
    "/2001",
    "1998-03",
    "2000-01-01/2000-02-03",
    "19XX",
    "1998-21",
    "2001?",
];
/// Some are ids of the tables, some plain names, some hostile.
const NAMES: [&str; 9] =
    ["a", "b", "A", "unknown", "none", "Person 7", "with \"quotes\" \\", "“x y”", "back\\"];

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(select(&WORDS[..]), 0..4).prop_map(|words| words.join(" "))
}

fn name() -> impl Strategy<Value = &'static str> {
    select(&NAMES[..])
}

fn names() -> impl Strategy<Value = Vec<&'static str>> {
    prop::collection::vec(name(), 0..3)
}

fn mention() -> impl Strategy<Value = Value> {
    let stance = select(vec!["dispute", "shared", "discussed"]);
    (name(), names(), stance, names(), text()).prop_map(|(issue, by, stance, sources, note)| {
        json!({ "issue": issue, "raised_by": by, "stance": stance, "sources": sources, "note": note })
    })
}

fn wording() -> impl Strategy<Value = Value> {
    let rendering = select(vec!["spoken", "interpreted", "reported"]);
    (text(), rendering, name(), name(), text()).prop_map(|(text, rendering, source, whose, note)| {
        json!({ "text": text, "rendering": rendering, "source": source, "attributed_to": whose, "note": note })
    })
}

fn quote() -> impl Strategy<Value = Value> {
    let more = (prop::option::of(wording()), prop::collection::vec(wording(), 0..2));
    (wording(), prop::option::of(name()), more).prop_map(
        |(mut quote, speaker, (original, variants))| {
            quote["variants"] = json!(variants);
            if let Some(speaker) = speaker {
                quote["speaker"] = json!(speaker);
            }
            if let Some(original) = original {
                quote["original"] = original;
            }
            quote
        },
    )
}

fn event() -> impl Strategy<Value = Value> {
    let said = (prop::collection::vec(mention(), 0..4), prop::collection::vec(quote(), 0..2));
    let texts = (text(), text(), prop::option::of(text()), prop::collection::vec(text(), 0..2));
    let what = (select(&DATES[..]), prop::option::of(name()), names(), prop::option::of(name()));
    (said, texts, what, names()).prop_map(
        |((issues, quotes), (title, summary, background, outcomes), (start, kind, people, place), sources)| {
            let people: Vec<Value> = people.iter().map(|it| json!({ "person": it, "role": title })).collect();
            let mut event = json!({
                "title": format!("Talks {title}"), "start": start, "summary": summary, "issues": issues,
                "quotes": quotes, "outcomes": outcomes, "participants": people, "sources": sources,
                "follows": ["0", "1"],
            });
            if let Some(kind) = kind {
                event["kind"] = json!(kind);
            }
            if let Some(background) = background {
                event["background"] = json!(background);
            }
            if let Some(place) = place {
                event["place"] = json!({ "name": place, "country": place });
            }
            event
        },
    )
}

fn dataset() -> impl Strategy<Value = Document> {
    prop::collection::vec(event(), 0..6).prop_map(|mut events| {
        for (pos, event) in events.iter_mut().enumerate() {
            event["id"] = json!(pos.to_string());
        }
        let text = json!({
            "sides": { "a": { "name": "Aland" }, "b": { "name": "Person 7" } },
            "people": { "a": { "name": "Rice", "names": { "zh": "台湾" }, "aka": ["Price X"], "side": "a", "note": "re-open" },
                        "b": { "name": "none", "side": "b" } },
            "issues": { "a": { "name": "Rice trade", "group": "Trade" }, "b": { "name": "B", "group": "none" } },
            "sources": { "a": { "title": "The end", "publisher": "Rice daily", "side": "a" }, "b": { "title": "B" } },
            "events": events,
        });
        read_bytes(text.to_string().into_bytes(), &Job::new()).expect("a dataset")
    })
}

/// Terms as people type them, understood or not.
fn term() -> impl Strategy<Value = String> {
    let field = select(Field::ALL.map(Field::word).to_vec());
    let values = [
        &NAMES[..],
        &[
            "dispute",
            "shared",
            "reported",
            "spoken",
            "quotes",
            "original",
            "followed",
            "follows",
            "variants",
            "1998",
            "1999..2000",
            "..1998",
            "third",
            "Trade",
            "rice",
            "a b",
        ],
    ]
    .concat();
    let words = prop_oneof![
        select(&WORDS[..]).prop_map(str::to_owned),
        select(&WORDS[..]).prop_map(|word| format!("\"{word}\"")),
        (field, select(values)).prop_map(|(field, value)| {
            format!("{field}:\"{}\"", value.replace('\\', "\\\\").replace(['"', '“', '”'], "\\\""))
        }),
    ];
    (any::<bool>(), any::<bool>(), words)
        .prop_map(|(one, other, word)| if one && other { format!("-{word}") } else { word })
}

fn query() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => prop::collection::vec(term(), 0..5),
        1 => prop::collection::vec(mention_term(), 1..5),
    ]
    .prop_map(|terms| terms.join(" "))
}

/// Terms that are asked of one and the same mention.
fn mention_term() -> impl Strategy<Value = String> {
    let values = vec![
        "issue:a",
        "issue:b",
        "group:Trade",
        "group:none",
        "raised:a",
        "raised:b",
        "raised:unknown",
        "stance:dispute",
        "stance:shared",
        "stance:discussed",
    ];
    let left_out = prop::bool::weighted(0.3);
    (left_out, select(values))
        .prop_map(|(out, it)| if out { format!("-{it}") } else { it.to_owned() })
}

/// What a query asks for, without where it stands.
fn asked(query: &Query) -> Vec<(bool, What)> {
    query.terms.iter().map(|term| (term.excluded, term.what.clone())).collect()
}

fn of_field(what: &(bool, What), field: Field) -> bool {
    matches!(&what.1, What::Field(FieldTerm { field: it, .. }) if *it == field)
}

/// Each value that there is, as the panel offers it.
fn offered(
    document: &Document,
    vocabulary: &Vocabulary,
    filter: &Filter,
) -> Vec<(Field, String, bool, bool)> {
    let facets = Facets::count(filter, None, document.dataset(), vocabulary, &|| false)
        .expect("not cancelled");
    let of = |facet: &readout::find::Facet| {
        let field = facet.field;
        facet
            .values
            .iter()
            .map(move |it| (field, it.value.clone(), it.is_on, it.is_excluded))
            .collect::<Vec<_>>()
    };
    facets.facets.iter().flat_map(of).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn any_text_is_read_and_completed(text in "\\PC{0,40}|[-\"“”\\\\: a-zé台.]{0,40}", cursor in 0_usize..60, document in dataset()) {
        let vocabulary = Vocabulary::of(document.dataset());
        let query = Query::parse(&text, &vocabulary);
        for range in query.terms.iter().map(|it| &it.range).chain(query.problems.iter().map(|it| &it.range)) {
            prop_assert!(text.get(range.clone()).is_some_and(|it| !it.is_empty()));
        }
        prop_assert_eq!(query.chips(&vocabulary).len(), query.terms.len());
        for completion in complete(&text, cursor, &vocabulary) {
            prop_assert!(text.get(completion.range).is_some());
        }
        for pos in 0..query.terms.len() {
            let mut left = asked(&query);
            left.remove(pos);
            prop_assert_eq!(asked(&Query::parse(&query.without_term(pos), &vocabulary)), left);
        }
        for field in Field::ALL {
            let mut left = asked(&query);
            left.retain(|it| !of_field(it, field));
            prop_assert_eq!(asked(&Query::parse(&query.without_field(field), &vocabulary)), left);
        }
    }

    #[test]
    fn what_the_panel_switches_is_switched(text in prop_oneof![query(), "[-\"“\\\\: a-z]{0,12}"], document in dataset()) {
        let vocabulary = Vocabulary::of(document.dataset());
        let query = Query::parse(&text, &vocabulary);
        let mut asking = query.clone();
        asking.terms.retain(|term| !term.excluded);
        let asked_for = offered(&document, &vocabulary, &Filter::of(&asking, &vocabulary));
        for (field, value, is_on, is_out) in offered(&document, &vocabulary, &Filter::of(&query, &vocabulary)) {
            // What is both asked for and left out counts as left out, and once switched is neither.
            let is_both = is_out && asked_for.iter().any(|it| it.0 == field && it.1 == value && it.2);
            for (excluded, was) in [(false, is_on), (true, is_out)] {
                let text = if excluded { query.toggled_out(field, &value, &vocabulary) } else { query.toggled(field, &value, &vocabulary) };
                let after = Query::parse(&text, &vocabulary);
                let others = |query: &Query| {
                    let mut others = asked(query);
                    others.retain(|it| !of_field(it, field));
                    others
                };
                prop_assert_eq!(others(&after), others(&query), "{}", text);
                let now = offered(&document, &vocabulary, &Filter::of(&after, &vocabulary));
                let now = now.into_iter().find(|it| it.0 == field && it.1 == value);
                let (_, _, now_on, now_out) = now.unwrap_or((field, String::new(), false, false));
                prop_assert_eq!(if excluded { now_out } else { now_on }, !was, "{} {} {}", &query.text, text, &value);
                prop_assert!(!(now_on && now_out) || (is_on && is_out), "{}", text);
                // All others of the field stay as they were.
                let again = if excluded { after.toggled_out(field, &value, &vocabulary) } else { after.toggled(field, &value, &vocabulary) };
                let again = Filter::of(&Query::parse(&again, &vocabulary), &vocabulary);
                if !is_both && !(if excluded { is_on } else { is_out }) {
                    prop_assert_eq!(again, Filter::of(&query, &vocabulary), "{}", &query.text);
                }
            }
        }
    }

    #[test]
    fn finding_is_what_it_means(text in query(), document in dataset()) {
        let data = document.dataset();
        let vocabulary = Vocabulary::of(data);
        let index = TextIndex::new(&document, &|| false).expect("not cancelled");
        let query = Query::parse(&text, &vocabulary);
        let filter = Filter::of(&query, &vocabulary);
        let set = filter.matches(data, &vocabulary, &|| false).expect("not cancelled");
        let needles = query.needles();
        let hits = index.search(&needles, &set, &document, &|| false).expect("not cancelled");
        for ix in (0..data.events.len()).map(EventIx::from_pos) {
            let passes = naive::passes((&document, &vocabulary), ix, &query);
            prop_assert_eq!(set.contains(ix), passes, "{}", text);
            let is_found = passes && naive::has_words(&document, ix, &query);
            prop_assert_eq!(hits.set.contains(ix), is_found, "{}", text);
        }
        // What is searched first, and is told before all is, changes nothing of it.
        let likely: Vec<EventIx> = set.iter().filter(|ix| ix.0 % 2 == 1).collect();
        let where_to = (&set, &*likely);
        let again = index.search_telling(&needles, where_to, &document, &|| false, &mut |_| true);
        prop_assert_eq!(again.as_ref(), Some(&hits), "{}", text);
        let has_required = needles.iter().any(|needle| !needle.excluded);
        prop_assert_eq!(hits.ranked.len(), if has_required { hits.set.len() } else { 0 });
        for hit in &hits.ranked {
            let event = document.event(hit.event).expect("it is there");
            let snippet = snippet(&document, &event, &needles, 20).expect("it was found");
            prop_assert!(snippet.marks.iter().all(|mark| snippet.text.get(mark.clone()).is_some()));
        }
    }

    #[test]
    fn counts_are_those_of_the_value_alone(text in query(), document in dataset()) {
        let data = document.dataset();
        let vocabulary = Vocabulary::of(data);
        let query = Query::parse(&text, &vocabulary);
        let filter = Filter::of(&query, &vocabulary);
        let all = || (0..data.events.len()).map(EventIx::from_pos);
        // What has the words, and not those that are left out.
        let index = TextIndex::new(&document, &|| false).expect("not cancelled");
        let words = index.search(&query.needles(), &EventSet::all(data.events.len()), &document, &|| false);
        let words = words.expect("not cancelled").set;
        let is_found = |ix: &EventIx, query: &Query| {
            naive::passes((&document, &vocabulary), *ix, query) && naive::has_words(&document, *ix, query)
        };
        let facets = Facets::count(&filter, Some(&words), data, &vocabulary, &|| false).expect("not cancelled");
        prop_assert_eq!(facets.total, all().filter(|ix| is_found(ix, &query)).count());
        for facet in &facets.facets {
            let counts = facet.values.iter().map(|it| it.count);
            prop_assert!(facet.field == Field::Year || counts.is_sorted_by(|one, other| one >= other));
            for value in &facet.values {
                let alone = Query::parse(&query.with_only(facet.field, &value.value), &vocabulary);
                let count = all().filter(|ix| is_found(ix, &alone)).count();
                prop_assert_eq!(value.count, count, "{} {:?}", &alone.text, value);
            }
        }
    }

    #[test]
    fn marks_are_what_was_asked_for(text in "[ a-cÁé台湾ﬁ\u{301}.-]{0,30}", word in "[a-c台]{1,2}") {
        let document = read_bytes(br#"{"events":[]}"#.to_vec(), &Job::new()).expect("a dataset");
        let query = Query::parse(&word, &Vocabulary::of(document.dataset()));
        let marks = marks(&text, &query.needles());
        prop_assert!(marks.windows(2).all(|pair| pair[0].end <= pair[1].start));
        for mark in marks {
            prop_assert!(fold(&text[mark]).contains(&fold(&word)));
        }
    }
}
