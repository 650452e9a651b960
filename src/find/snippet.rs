//! The words that were found, in their surroundings.

use std::cell::Cell;
use std::ops::Range;

use memchr::memmem;

use super::fold::{Folded, fold, fold_with_map, is_border};
use super::query::Needle;
use super::text::{
    Spot, entity_spots, issue_names, kind_names, person_names, segments, source_names,
};
use crate::load::Document;
use crate::model::{Dataset, Event, PersonIx, one_line};
use crate::tr;

/// A piece of a text with the words that were found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snippet {
    /// Where the words stand.
    pub spot: Spot,
    /// That in words: "in a quote by Yang Jiechi", "in the summary".
    pub place_words: String,
    /// The piece, in one line, with ellipses where it was cut.
    pub text: String,
    /// Where the words stand in it, in bytes; sorted, apart from each other.
    pub marks: Vec<Range<usize>>,
}

/// How many bytes of a text are looked at.
const MOST_OF_EACH: usize = 16 << 10;

/// How many bytes are looked at of all texts of a meeting, and of all names.
const MOST_IN_ALL: usize = 256 << 10;

/// The words of a meeting in their surroundings, with at most about so many characters;
/// none where none of them is in it.
///
/// Of the places with the most of the words it is the one that tells the most: first
/// quotes and other texts, then names, then the title, which stands beside it anyway. It is
/// made for each row that is shown: of each text, only the first 16 kB are looked at, and
/// of its own texts and of all names, 256 kB each.
pub fn snippet(
    document: &Document,
    event: &Event,
    needles: &[Needle],
    most_chars: usize,
) -> Option<Snippet> {
    let dataset = document.dataset();
    let mut best: Option<((usize, u32), Spot, String)> = None;
    let left = Cell::new(MOST_IN_ALL);
    let mut consider = |spot: Spot, text: &str| {
        let (looked_at, is_cut) = beginning(text);
        left.set(left.get().saturating_sub(looked_at.len()));
        if left.get() == 0 {
            return false;
        }
        let found = count(&fold(looked_at), needles);
        let rank = (found, telling(spot));
        if found > 0 && best.as_ref().is_none_or(|(most, ..)| rank > *most) {
            let end = if is_cut { "…" } else { "" };
            best = Some((rank, spot, format!("{looked_at}{end}")));
        }
        true
    };
    segments(event, |spot, text| {
        consider(spot, text);
    });
    left.set(MOST_IN_ALL);
    for spot in entity_spots(event) {
        if !consider(spot, &entity_text(spot, event, dataset, needles)) {
            break;
        }
    }
    let (_, spot, text) = best?;
    let (text, marks) = cut(&text, &marks(&text, needles), most_chars);
    Some(Snippet { spot, place_words: place_words(spot, event, dataset), text, marks })
}

/// The part of a text that is looked at, and whether there is more.
fn beginning(text: &str) -> (&str, bool) {
    let end = text.floor_char_boundary(MOST_OF_EACH);
    (text.get(..end).unwrap_or_default(), end < text.len())
}

/// Where the words stand in a text, in bytes; sorted, apart from each other.
pub fn marks(text: &str, needles: &[Needle]) -> Vec<Range<usize>> {
    let folded = fold_with_map(text);
    let mut marks: Vec<Range<usize>> = Vec::new();
    for needle in needles.iter().filter(|needle| !needle.excluded) {
        let is_so = |at: usize| is_hit(&folded.text, at, needle);
        let found =
            memmem::find_iter(folded.text.as_bytes(), &needle.folded).filter(|at| is_so(*at));
        marks.extend(found.map(|at| whole_word(&folded, at, needle)));
    }
    marks.sort_unstable_by_key(|mark| (mark.start, mark.end));
    let mut apart: Vec<Range<usize>> = Vec::with_capacity(marks.len());
    for mark in marks {
        match apart.last_mut() {
            Some(last) if mark.start < last.end => last.end = last.end.max(mark.end),
            _ => apart.push(mark),
        }
    }
    apart
}

fn whole_word(folded: &Folded, at: usize, needle: &Needle) -> Range<usize> {
    folded.original(at..at + needle.folded.len())
}

fn is_hit(folded: &str, at: usize, needle: &Needle) -> bool {
    is_border(folded, at) && (!needle.is_phrase || is_border(folded, at + needle.folded.len()))
}

/// How many of the words a folded text has.
fn count(folded: &str, needles: &[Needle]) -> usize {
    let has = |needle: &&Needle| {
        let mut found = memmem::find_iter(folded.as_bytes(), &needle.folded);
        !needle.excluded && found.any(|at| is_hit(folded, at, needle))
    };
    needles.iter().filter(has).count()
}

/// How much the words say there, beside the title.
fn telling(spot: Spot) -> u32 {
    match spot {
        Spot::Quote(..) => 12,
        Spot::Summary => 11,
        Spot::Background => 10,
        Spot::Outcome(_) => 9,
        Spot::IssueNote(_) | Spot::QuoteNote(..) => 8,
        Spot::Person(_) => 7,
        Spot::Role(_) => 6,
        Spot::Issue(_) => 5,
        Spot::Place => 4,
        Spot::Kind => 3,
        Spot::Title => 2,
        Spot::Source(_) | Spot::PersonNote(_) => 1,
    }
}

/// The name for people, with the other names that the words are in.
fn entity_text(spot: Spot, event: &Event, dataset: &Dataset, needles: &[Needle]) -> String {
    let joined = |shown: &str, names: &mut dyn Iterator<Item = &str>| {
        let mut text = beginning(shown).0.to_owned();
        let mut left = MOST_OF_EACH;
        for name in names.filter(|name| *name != shown).map(|name| beginning(name).0) {
            // Of names without letters, too, there may be only so many.
            left = left.saturating_sub(name.len() + 1);
            if left == 0 {
                break;
            }
            if count(&fold(name), needles) > 0 {
                text.push_str(" · ");
                text.push_str(name);
            }
        }
        text
    };
    let note =
        |note: &String| note.get(..note.floor_char_boundary(MOST_OF_EACH + 4)).map(str::to_owned);
    let text = match spot {
        Spot::Person(ix) => dataset
            .people
            .get(ix.pos())
            .map(|person| joined(person.shown_name(), &mut person_names(person))),
        Spot::PersonNote(ix) => dataset.people.get(ix.pos()).and_then(|it| note(it.note.as_ref()?)),
        Spot::Issue(ix) => dataset
            .issues
            .get(ix.pos())
            .map(|issue| joined(issue.shown_name(), &mut issue_names(issue))),
        Spot::Source(ix) => dataset
            .sources
            .get(ix.pos())
            .map(|source| joined(&source.title, &mut source_names(source))),
        Spot::Kind => dataset
            .kinds
            .get(event.kind.pos())
            .map(|kind| joined(kind.label(), &mut kind_names(kind))),
        Spot::Place => event.place.as_ref().and_then(|place| place.name.clone()),
        _ => None,
    };
    text.unwrap_or_default()
}

/// "in a quote by Yang Jiechi"
fn place_words(spot: Spot, event: &Event, dataset: &Dataset) -> String {
    const MOST_CHARS: usize = 80;
    let person = |ix: PersonIx| {
        let person = dataset.people.get(ix.pos());
        person.map_or(String::new(), |it| one_line(it.shown_name(), MOST_CHARS))
    };
    let speaker = |pos: u16| {
        let quote = event.quotes.get(usize::from(pos));
        quote.and_then(|quote| quote.speaker).map(person)
    };
    let plain = match spot {
        Spot::Title => tr!("find-in-title"),
        Spot::Person(ix) if event.participants.iter().any(|it| it.person == ix) => {
            tr!("find-in-participants")
        }
        Spot::Person(_) => tr!("find-in-quoted"),
        Spot::Issue(_) => tr!("find-in-issues"),
        Spot::Kind => tr!("find-in-kind"),
        Spot::Place => tr!("find-in-place"),
        Spot::Summary => tr!("find-in-summary"),
        Spot::Background => tr!("find-in-background"),
        Spot::Outcome(_) => tr!("find-in-outcomes"),
        Spot::Source(_) => tr!("find-in-source"),
        Spot::Quote(pos, wording) => {
            return in_quote_words(wording, has_original(event, pos), speaker(pos));
        }
        Spot::QuoteNote(pos, _) => {
            return match speaker(pos) {
                Some(name) => tr!("find-in-quote-note-by", name = name),
                None => tr!("find-in-quote-note").to_owned(),
            };
        }
        Spot::Role(pos) => {
            let whose = event.participants.get(usize::from(pos)).map(|it| person(it.person));
            return tr!("find-in-role", name = whose.unwrap_or_default());
        }
        Spot::IssueNote(pos) => {
            let mention = event.issues.get(usize::from(pos));
            let issue = mention.and_then(|it| dataset.issues.get(it.issue.pos()));
            let name = issue.map_or(String::new(), |it| one_line(it.shown_name(), MOST_CHARS));
            return tr!("find-in-issue-note", name = name);
        }
        Spot::PersonNote(ix) => return tr!("find-in-person-note", name = person(ix)),
    };
    plain.to_owned()
}

/// In which wording of a quote, and whose quote it is.
fn in_quote_words(wording: u16, has_original: bool, speaker: Option<String>) -> String {
    match (wording, speaker) {
        (0, Some(name)) => tr!("find-in-quote-by", name = name),
        (0, None) => tr!("find-in-quote").to_owned(),
        (1, Some(name)) if has_original => tr!("find-in-original-by", name = name),
        (1, None) if has_original => tr!("find-in-original").to_owned(),
        (_, Some(name)) => tr!("find-in-wording-by", name = name),
        (_, None) => tr!("find-in-wording").to_owned(),
    }
}

fn has_original(event: &Event, quote: u16) -> bool {
    event.quotes.get(usize::from(quote)).is_some_and(|quote| quote.original.is_some())
}

/// The part of a text with the most marks in so many characters, in one line.
fn cut(text: &str, marks: &[Range<usize>], most_chars: usize) -> (String, Vec<Range<usize>>) {
    let window = window(text, marks, most_chars.max(1));
    let mut out = String::with_capacity(window.len() + 8);
    let mut shown = Vec::new();
    if window.start > 0 {
        out.push('…');
    }
    let mut at = window.start;
    let plain = |range: Range<usize>| one_line(text.get(range).unwrap_or_default(), usize::MAX);
    for mark in marks {
        let (start, end) = (mark.start.max(window.start), mark.end.min(window.end));
        if start >= end {
            continue;
        }
        out.push_str(&plain(at..start));
        let from = out.len();
        out.push_str(&plain(start..end));
        shown.push(from..out.len());
        at = end;
    }
    out.push_str(&plain(at..window.end));
    if window.end < text.len() {
        out.push('…');
    }
    (out, shown)
}

/// The part of a text that is shown: whole words, where there are spaces.
fn window(text: &str, marks: &[Range<usize>], most_chars: usize) -> Range<usize> {
    let Some(first) = marks.first() else {
        let end = forward(text, 0, most_chars);
        return 0..end;
    };
    // From which mark on the most marks fit.
    let fits = |from: &Range<usize>| {
        let end = forward(text, from.start, most_chars);
        marks.iter().filter(|mark| mark.start >= from.start && mark.end <= end).count()
    };
    const MOST_TRIED: usize = 64;
    let tried = marks.iter().take(MOST_TRIED);
    let best = tried.rev().max_by_key(|mark| fits(mark)).unwrap_or(first);
    // A third of the room goes before it, if the text is long enough.
    let to_end = chars_up_to(text.get(best.start..).unwrap_or_default(), most_chars);
    let before = (most_chars / 3).max(most_chars.saturating_sub(to_end));
    let start = back(text, best.start, before);
    let end = forward(text, start, most_chars);
    let start = if start == 0 { 0 } else { word_after(text, start, best.start) };
    let end = if end >= text.len() { end } else { word_before(text, end, best.end) };
    start..end.max(start)
}

fn chars_up_to(text: &str, most: usize) -> usize {
    text.chars().take(most).count()
}

/// So many characters on.
fn forward(text: &str, from: usize, chars: usize) -> usize {
    let rest = text.get(from..).unwrap_or_default();
    rest.char_indices().nth(chars).map_or(text.len(), |(at, _)| from + at)
}

/// So many characters back.
fn back(text: &str, from: usize, chars: usize) -> usize {
    let before = text.get(..from).unwrap_or_default();
    if chars == 0 {
        return from;
    }
    before.char_indices().rev().nth(chars - 1).map_or(0, |(at, _)| at)
}

/// The beginning of the next word, if there is one before a limit.
fn word_after(text: &str, from: usize, limit: usize) -> usize {
    let between = text.get(from..limit).unwrap_or_default();
    if text.get(..from).is_some_and(|before| before.ends_with(char::is_whitespace)) {
        return from;
    }
    let space = between.char_indices().find(|(_, c)| c.is_whitespace());
    space.map_or(from, |(at, c)| from + at + c.len_utf8())
}

/// The end of the word before, if there is one behind a limit.
fn word_before(text: &str, to: usize, limit: usize) -> usize {
    let between = text.get(limit..to).unwrap_or_default();
    if text.get(to..).is_some_and(|after| after.starts_with(char::is_whitespace)) {
        return to;
    }
    between.rfind(char::is_whitespace).map_or(to, |at| limit + at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::{Job, read_static};
    use crate::model::EventIx;

    fn found(event: &str, note: &str, word: &str) -> Option<Snippet> {
        let text = format!(
            r#"{{"people": {{"p": {{"name": "Person", "note": "{note}"}}}},
                "events": [{{"title": "T", "start": "2001", {event}}}]}}"#
        );
        let document = read_static(text.leak(), &Job::new()).expect("it can be read");
        let event = document.event(EventIx(0)).expect("a meeting");
        let needle = Needle { folded: word.to_owned(), is_phrase: false, excluded: false };
        snippet(&document, &event, &[needle], 40)
    }

    #[test]
    fn long_texts_are_looked_at_in_part_and_end_with_an_ellipsis() {
        let long = "é ".repeat(MOST_OF_EACH / 3);
        let summary = |text: &str| format!(r#""summary": "{text}""#);
        assert!(found(&summary(&format!("{long} word")), "", "word").is_none());
        let near = found(&summary(&format!("word {long}")), "", "word").expect("it is there");
        assert!(near.text.starts_with("word") && near.text.ends_with('…'), "{}", near.text);
        let whole = found(&summary("the word"), "", "word").expect("it is there");
        assert_eq!(whole.text, "the word");
        let people = r#""participants": [{"person": "p"}]"#;
        assert!(found(people, &format!("word {long}"), "word").is_some());
        assert!(found(people, &format!("{long} word"), "word").is_none());
    }

    #[test]
    fn of_very_many_texts_the_first_are_looked_at_and_then_the_names() {
        let quote = format!(r#"{{"text": "{}"}},"#, "x ".repeat(MOST_OF_EACH / 2));
        let quotes = |last: &str| {
            let many = quote.repeat(MOST_IN_ALL / MOST_OF_EACH);
            format!(
                r#""participants": [{{"person": "p"}}], "quotes": [{many}{{"text": "{last}"}}]"#
            )
        };
        assert!(found(&quotes("word"), "", "word").is_none());
        let name = found(&quotes("word"), "", "person").expect("a name");
        assert!(matches!(name.spot, Spot::Person(_)));
    }

    #[test]
    fn everybody_is_looked_at_once() {
        let quotes = r#"{"speaker": "p", "text": "x", "issues": ["i"]},"#.repeat(50);
        let issues = r#"{"issue": "i"},"#.repeat(50);
        let text = format!(
            r#"{{"events": [{{"title": "T", "start": "2001", "quotes": [{}], "issues": [{}]}}]}}"#,
            quotes.trim_end_matches(','),
            issues.trim_end_matches(',')
        );
        let document = read_static(text.leak(), &Job::new()).expect("it can be read");
        let event = document.event(EventIx(0)).expect("a meeting");
        // A person with a note, an issue, the kind and the place.
        assert_eq!(entity_spots(&event).len(), 5);
    }
}
