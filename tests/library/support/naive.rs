//! What finding means, in the plainest words: over meetings in full, one by one.

#![allow(dead_code, reason = "each test file uses a part of it")]

use readout::date::{DAY_MAX, DAY_MIN, Span};
use readout::find::{Field, FieldTerm, Has, Needle, Query, Value, Vocabulary, fold};
use readout::lang::Language;
use readout::load::Document;
use readout::model::{Event, EventIx, IssueIx, PersonIx, SideIx, SourceIx, Stance, Wording};

/// An issue at a meeting, all mentions taken together.
struct Topic {
    issue: IssueIx,
    by: Vec<SideIx>,
    stance: Stance,
}

fn topics(event: &Event) -> Vec<Topic> {
    let mut topics: Vec<Topic> = Vec::new();
    for mention in &event.issues {
        let pos = topics.iter().position(|topic| topic.issue == mention.issue);
        let pos = pos.unwrap_or_else(|| {
            topics.push(Topic { issue: mention.issue, by: vec![], stance: Stance::Discussed });
            topics.len() - 1
        });
        topics[pos].by.extend(&mention.raised_by);
        topics[pos].stance = match (topics[pos].stance, mention.stance) {
            (Stance::Dispute, _) | (_, Stance::Dispute) => Stance::Dispute,
            (Stance::Shared, _) | (_, Stance::Shared) => Stance::Shared,
            _ => Stance::Discussed,
        };
    }
    topics
}

fn wordings(event: &Event) -> impl Iterator<Item = &Wording> {
    event.quotes.iter().flat_map(|quote| quote.wordings())
}

fn sources(event: &Event) -> Vec<SourceIx> {
    let mut sources = event.sources.clone();
    sources.extend(event.issues.iter().flat_map(|mention| &mention.sources));
    sources.extend(event.outcomes.iter().flat_map(|outcome| &outcome.sources));
    sources.extend(wordings(event).filter_map(|wording| wording.source));
    sources
}

fn people(event: &Event) -> Vec<PersonIx> {
    let mut people: Vec<PersonIx> = event.participants.iter().map(|it| it.person).collect();
    people.extend(event.quotes.iter().filter_map(|quote| quote.speaker));
    people
}

fn topic_has(
    (document, vocabulary): (&Document, &Vocabulary),
    topic: &Topic,
    term: &FieldTerm,
) -> bool {
    let data = document.dataset();
    let group = data.issues[topic.issue.pos()].group.as_deref();
    match (&term.value, term.field) {
        (Value::Entries(issues), Field::Issue) => issues.contains(&topic.issue.0),
        (Value::Entries(groups), Field::Group) => group.is_some_and(|group| {
            groups.iter().any(|it| vocabulary.label(Field::Group, *it) == group)
        }),
        (Value::Entries(sides), Field::Raised) => topic.by.iter().any(|it| sides.contains(&it.0)),
        (Value::NoSide, Field::Raised) => topic.by.is_empty(),
        (Value::Stance(stance), Field::Stance) => topic.stance == *stance,
        _ => unreachable!("{term:?}"),
    }
}

fn event_has(
    (document, vocabulary): (&Document, &Vocabulary),
    ix: EventIx,
    event: &Event,
    term: &FieldTerm,
) -> bool {
    let data = document.dataset();
    let source_side = |source: &SourceIx| data.sources[source.pos()].side;
    match (&term.value, term.field) {
        (Value::Entries(them), Field::Person) => {
            people(event).iter().any(|it| them.contains(&it.0))
        }
        (Value::Entries(them), Field::Speaker) => {
            event.quotes.iter().filter_map(|it| it.speaker).any(|it| them.contains(&it.0))
        }
        (Value::Entries(sides), Field::Side) => people(event)
            .iter()
            .filter_map(|it| data.people[it.pos()].side)
            .any(|side| sides.contains(&side.0)),
        (Value::Entries(kinds), Field::Kind) => kinds.contains(&event.kind.0),
        (Value::Entries(places), Field::Place) => {
            let name = event.place.as_ref().and_then(|place| place.name.as_deref());
            name.is_some_and(|name| places.iter().any(|it| *data.places[*it as usize] == *name))
        }
        (Value::Entries(countries), Field::Country) => {
            let code = event.place.as_ref().and_then(|it| it.country.clone()).unwrap_or_default();
            let name = if code.is_empty() { "No country given" } else { &code };
            countries.iter().any(|it| vocabulary.label(Field::Country, *it) == name)
        }
        (Value::Rendering(rendering), _) => {
            wordings(event).any(|wording| wording.rendering == Some(*rendering))
        }
        (Value::Entries(sides), Field::Account) => {
            sources(event).iter().filter_map(source_side).any(|side| sides.contains(&side.0))
        }
        (Value::NoSide, Field::Account) => {
            sources(event).iter().any(|source| source_side(source).is_none())
        }
        (Value::Has(has), _) => event_holds(document, ix, event, *has),
        (Value::Days(days), _) => reach(event).overlaps(days),
        _ => unreachable!("{term:?}"),
    }
}

fn reach(event: &Event) -> Span {
    let span = event.when.span();
    let start = if event.when.open_start() { DAY_MIN } else { span.start };
    Span { start, end: if event.when.open_end() { DAY_MAX + 1 } else { span.end } }
}

fn event_holds(document: &Document, ix: EventIx, event: &Event, has: Has) -> bool {
    let data = document.dataset();
    let follows = |event: &Event, other: EventIx| {
        event.follows.iter().any(|id| data.event_with_id(id) == Some(other))
    };
    let all = || (0..data.events.len()).map(EventIx::from_pos);
    match has {
        Has::Quotes => !event.quotes.is_empty(),
        Has::Original => event.quotes.iter().any(|quote| quote.original.is_some()),
        Has::Variants => event.quotes.iter().any(|quote| !quote.variants.is_empty()),
        Has::Outcomes => !event.outcomes.is_empty(),
        Has::Background => event.background.as_ref().is_some_and(|text| !text.is_empty()),
        Has::Follows => all().any(|other| other != ix && follows(event, other)),
        Has::Followed => all().any(|other| {
            other != ix && follows(&document.event(other).expect("a meeting of it"), ix)
        }),
    }
}

/// Whether the fields of a query let a meeting through.
pub fn passes(
    (document, vocabulary): (&Document, &Vocabulary),
    ix: EventIx,
    query: &Query,
) -> bool {
    let event = document.event(ix).expect("a meeting of it");
    event_passes((document, vocabulary), ix, &event, query)
}

/// Whether a meeting that was read already passes the filters of a query.
pub fn event_passes(
    both: (&Document, &Vocabulary),
    ix: EventIx,
    event: &Event,
    query: &Query,
) -> bool {
    let terms: Vec<(&FieldTerm, bool)> = query.fields().collect();
    let of = |field: Field, excluded: bool| {
        terms.iter().filter(move |it| it.0.field == field && it.1 == excluded).map(|it| it.0)
    };
    let on_or_none = |field: Field, holds: &dyn Fn(&FieldTerm) -> bool| {
        of(field, false).next().is_none() || of(field, false).any(holds)
    };
    let topics = topics(event);
    for field in Field::ALL.into_iter().filter(|field| !field.is_of_mention()) {
        let holds = |term: &FieldTerm| event_has(both, ix, event, term);
        if !on_or_none(field, &holds) || of(field, true).any(holds) {
            return false;
        }
    }
    let mention_fields = [Field::Issue, Field::Group, Field::Raised, Field::Stance];
    let asked: Vec<&Topic> = topics
        .iter()
        .filter(|topic| {
            let holds = |term: &FieldTerm| topic_has(both, topic, term);
            mention_fields.into_iter().all(|field| on_or_none(field, &holds))
        })
        .collect();
    let is_asked = mention_fields.into_iter().any(|field| of(field, false).next().is_some());
    let out =
        |field: Field, topic: &Topic| of(field, true).any(|term| topic_has(both, topic, term));
    let is_out = topics.iter().any(|it| out(Field::Issue, it) || out(Field::Group, it))
        || asked.iter().any(|it| out(Field::Raised, it) || out(Field::Stance, it));
    (!is_asked || !asked.is_empty()) && !is_out
}

/// Every place where words may be found in a meeting: its weight, and its texts.
fn places(document: &Document, event: &Event) -> Vec<(u32, Vec<String>)> {
    let data = document.dataset();
    let mut places = vec![(12, vec![event.title.clone()])];
    let mut add = |weight: u32, texts: Vec<String>| places.push((weight, texts));
    event.summary.iter().for_each(|text| add(6, vec![text.clone()]));
    event.background.iter().for_each(|text| add(5, vec![text.clone()]));
    for wording in wordings(event) {
        add(7, vec![wording.text.clone()]);
        wording.note.iter().for_each(|text| add(3, vec![text.clone()]));
    }
    event.outcomes.iter().for_each(|outcome| add(4, vec![outcome.text.clone()]));
    event.participants.iter().filter_map(|it| it.role.clone()).for_each(|it| add(3, vec![it]));
    let attributed = wordings(event).filter_map(|wording| wording.attributed_to);
    for person in people(event).into_iter().chain(attributed) {
        let person = &data.people[person.pos()];
        let mut names = vec![person.name.clone()];
        names.extend(person.names.iter().map(|it| it.name.clone()));
        names.extend(person.aka.iter().cloned());
        add(11, names);
        add(1, person.note.clone().into_iter().collect());
    }
    for mention in &event.issues {
        let issue = &data.issues[mention.issue.pos()];
        mention.note.iter().for_each(|text| add(3, vec![text.clone()]));
        let mut names = vec![issue.name.clone()];
        names.extend(issue.names.iter().map(|it| it.name.clone()));
        names.extend(issue.group.clone());
        add(10, names);
    }
    let kind = &data.kinds[event.kind.pos()];
    if !kind.id.is_empty() {
        let names = Language::ALL.map(|it| [kind.label_in(it), kind.singular_in(it)]);
        add(9, names.concat().into_iter().map(str::to_owned).collect());
    }
    add(8, event.place.as_ref().and_then(|place| place.name.clone()).into_iter().collect());
    for source in sources(event) {
        let source = &data.sources[source.pos()];
        let more = [&source.publisher, &source.via].into_iter().flatten().cloned();
        add(2, std::iter::once(source.title.clone()).chain(more).collect());
    }
    places
}

fn is_in(text: &str, needle: &Needle) -> bool {
    let text: Vec<char> = fold(text).chars().collect();
    let words: Vec<char> = needle.folded.chars().collect();
    let is_letter = |c: Option<&char>| {
        c.is_some_and(|c| c.is_alphanumeric() && !('\u{3400}'..='\u{9fff}').contains(c))
    };
    (0..text.len()).any(|at| {
        let end = at + words.len();
        let is_start = at == 0 || !(is_letter(text.get(at - 1)) && is_letter(text.get(at)));
        let is_end = !(is_letter(text.get(end.wrapping_sub(1))) && is_letter(text.get(end)));
        text[at..].starts_with(&words) && is_start && (is_end || !needle.is_phrase)
    })
}

/// Whether a meeting has the words of a query.
pub fn has_words(document: &Document, ix: EventIx, query: &Query) -> bool {
    let event = document.event(ix).expect("a meeting of it");
    let texts: Vec<String> =
        places(document, &event).into_iter().flat_map(|(_, texts)| texts).collect();
    query.needles().iter().all(|it| texts.iter().any(|text| is_in(text, it)) != it.excluded)
}

/// How well a meeting with the words of a query fits: the weights of the best place of
/// each word, and more where all of them are in one place.
pub fn score(document: &Document, ix: EventIx, query: &Query) -> u32 {
    let event = document.event(ix).expect("a meeting of it");
    let mut needles = query.needles();
    needles.retain(|needle| !needle.excluded);
    let mut best = vec![0; needles.len()];
    let mut together = 0;
    for (weight, texts) in places(document, &event) {
        let mut count = 0;
        for (needle, best) in needles.iter().zip(&mut best) {
            if texts.iter().any(|text| is_in(text, needle)) {
                *best = weight.max(*best);
                count += 1;
            }
        }
        if count == needles.len() {
            together = weight.max(together);
        }
    }
    let sum: u32 = best.iter().sum();
    if together > 0 { 100_000 + 1_000 * together + sum } else { sum }
}
