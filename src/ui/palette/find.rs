//! What in a dataset is called so. Looks through all of it: for a thread that no frame
//! waits for.

use rayon::prelude::*;

use crate::find::fold;
use crate::model::{Dataset, EventIx, IssueIx, LocalName, PersonIx};

/// The most meetings that are listed.
pub(super) const MAX_MEETINGS: usize = 30;
/// The most issues, and the most people, that are listed.
const MAX_NAMES: usize = 6;
/// The most names of one of them that are looked at.
const MAX_NAMES_OF_ONE: usize = 32;
/// How many are looked at between two questions whether to go on, by all cores.
const CHUNK: usize = 16_384;
/// How many one core looks at on end.
const PIECE: usize = 1_024;

/// What is looked for, and in what.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sought {
    /// The text as it was typed.
    pub text: String,
    /// Tells one dataset from another.
    pub generation: u64,
}

/// What was found, each the first ones in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    pub(super) sought: Sought,
    pub(super) issues: Vec<IssueIx>,
    pub(super) people: Vec<PersonIx>,
    pub(super) meetings: Vec<EventIx>,
    /// Whether there are more meetings than are listed.
    pub(super) has_more: bool,
}

/// The words that are looked for, without regard to case, accents and kinds of dashes.
pub(super) struct Words(Vec<String>);

impl Words {
    pub fn of(text: &str) -> Self {
        Self(fold(text).split_whitespace().map(str::to_owned).collect())
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether a text has all of them.
    pub fn are_in(&self, text: &str) -> bool {
        let text = fold(text);
        self.0.iter().all(|word| text.contains(word.as_str()))
    }
}

impl Found {
    /// That nothing is called so.
    pub fn nothing(sought: Sought) -> Self {
        Self { sought, ..Self::default() }
    }

    /// Looks through a dataset; `None` where it was cancelled.
    pub fn find(dataset: &Dataset, sought: Sought, cancelled: &dyn Fn() -> bool) -> Option<Self> {
        let words = Words::of(&sought.text);
        if words.is_empty() {
            // Without a word, the commands are what there is to learn.
            return Some(Self::nothing(sought));
        }
        let is_meeting = |ix: &EventIx| {
            dataset.event(*ix).is_some_and(|event| {
                words.are_in(&format!("{} {} {}", event.title, event.when.words(), event.when))
            })
        };
        let mut meetings =
            first(dataset.by_time(), MAX_MEETINGS + 1, &is_meeting, |_, ix| *ix, cancelled)?;
        let has_more = meetings.len() > MAX_MEETINGS;
        meetings.truncate(MAX_MEETINGS);
        let issues = first(
            &dataset.issues,
            MAX_NAMES,
            &|issue| words.are_in(&names(&issue.name, &issue.names, &[])),
            |pos, _| IssueIx::from_pos(pos),
            cancelled,
        )?;
        let people = first(
            &dataset.people,
            MAX_NAMES,
            &|person| words.are_in(&names(&person.name, &person.names, &person.aka)),
            |pos, _| PersonIx::from_pos(pos),
            cancelled,
        )?;
        Some(Self { sought, issues, people, meetings, has_more })
    }
}

/// The first of some things for which a test holds, as `take` makes them of position and
/// thing.
fn first<T: Sync, R: Send>(
    things: &[T],
    most: usize,
    test: &(dyn Fn(&T) -> bool + Sync),
    take: impl Fn(usize, &T) -> R + Sync,
    cancelled: &dyn Fn() -> bool,
) -> Option<Vec<R>> {
    let mut found = Vec::new();
    for (number, chunk) in things.chunks(CHUNK).enumerate() {
        if cancelled() {
            return None;
        }
        let of_piece = |(piece, things): (usize, &[T])| -> Vec<R> {
            let from = number * CHUNK + piece * PIECE;
            let those = things.iter().enumerate().filter(|(_, thing)| test(thing));
            those.take(most).map(|(pos, thing)| take(from + pos, thing)).collect()
        };
        let pieces: Vec<Vec<R>> = chunk.par_chunks(PIECE).enumerate().map(of_piece).collect();
        found.extend(pieces.into_iter().flatten());
        if found.len() >= most {
            found.truncate(most);
            break;
        }
    }
    Some(found)
}

/// The names of something, to look words up in.
fn names(name: &str, local: &[LocalName], aka: &[String]) -> String {
    let local = local.iter().map(|local| local.name.as_str());
    let all = std::iter::once(name).chain(local).chain(aka.iter().map(String::as_str));
    let all: Vec<&str> = all.take(MAX_NAMES_OF_ONE).collect();
    all.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::{Job, read_bytes};

    fn find(count: usize, text: &str) -> Found {
        let event = |n: usize| {
            format!(
                r#"{{"title": "Talks {n}", "start": "{:04}", "issues": [{{"issue": "i{n}"}}]}}"#,
                1 + n % 9_999
            )
        };
        let events: Vec<String> = (0..count).map(event).collect();
        let text_of_file = format!(r#"{{"events": [{}]}}"#, events.join(","));
        let document = read_bytes(text_of_file.into_bytes(), &Job::new()).expect("it opens");
        let sought = Sought { text: text.to_owned(), generation: 1 };
        Found::find(document.dataset(), sought, &|| false).expect("nobody cancels")
    }

    #[test]
    fn the_last_of_many_is_found_and_the_first_come_in_order() {
        let found = find(40_000, "talks 39999");
        assert_eq!((found.meetings, found.has_more), (vec![EventIx(39_999)], false));
        let found = find(40_000, "TÁLKS");
        assert_eq!((found.meetings.len(), found.has_more), (MAX_MEETINGS, true));
        // All of the year 1, then of the year 2.
        let firsts: Vec<u32> = found.meetings.iter().take(6).map(|ix| ix.0).collect();
        assert_eq!(firsts, [0, 9_999, 19_998, 29_997, 39_996, 1]);
        assert_eq!(find(20_000, "i19999").issues, [IssueIx(19_999)]);
    }

    #[test]
    fn nothing_is_found_for_no_word_and_by_who_was_cancelled() {
        let found = find(10, " ");
        assert!(found.meetings.is_empty() && found.issues.is_empty());
        let dataset = Dataset::default();
        let sought = Sought { text: "a".to_owned(), generation: 1 };
        assert!(Found::find(&dataset, sought, &|| true).is_some(), "there is nothing to stop");
    }
}
