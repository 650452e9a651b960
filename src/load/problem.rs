//! What is wrong with a part of a file that opens.

use std::fmt;
use std::ops::{Deref, Range};

use super::place::{Place, Places};
use crate::tr;

/// How many problems are listed; what comes on top of them is only counted.
pub(super) const LISTED: usize = 10_000;

/// Something that is wrong with a part of a dataset; the rest opens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where the part begins.
    pub place: Place,
    /// The bytes of the part in the file's text.
    pub offset: Range<usize>,
    /// Which part, such as `events[12].end`; empty for the whole file.
    pub path: String,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub advice: String,
}

impl fmt::Display for Problem {
    /// `12:5: events[12].end: what is wrong; what to do`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Place { line, column } = self.place;
        write!(f, "{line}:{column}: ")?;
        if !self.path.is_empty() {
            write!(f, "{}: ", self.path)?;
        }
        let (message, advice) = (self.message.as_str(), self.advice.as_str());
        f.write_str(&tr!("problem", message = message, advice = advice))
    }
}

/// The problems of a file, in the order of the file: the first 10 000 that were
/// found, and the number of the others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problems {
    listed: Vec<Problem>,
    left_out: usize,
}

impl Problems {
    /// How many problems there are on top of those that are listed.
    pub fn left_out(&self) -> usize {
        self.left_out
    }

    /// How many problems there are altogether.
    pub fn total(&self) -> usize {
        self.listed.len() + self.left_out
    }
}

impl Deref for Problems {
    type Target = [Problem];

    fn deref(&self) -> &[Problem] {
        &self.listed
    }
}

impl<'a> IntoIterator for &'a Problems {
    type Item = &'a Problem;
    type IntoIter = std::slice::Iter<'a, Problem>;

    fn into_iter(self) -> Self::IntoIter {
        self.listed.iter()
    }
}

/// A problem whose line is not known yet.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub at: Range<usize>,
    pub path: String,
    pub message: String,
    pub advice: String,
    /// The offset of another part, which the message names by its line.
    pub first: Option<usize>,
}

/// Problems as they are found.
#[derive(Debug)]
pub(super) struct Found {
    /// Each with the event that its path begins in, if it begins in one.
    drafts: Vec<(Option<u32>, Draft)>,
    total: usize,
    /// How many are to be listed.
    limit: usize,
    /// The event that is being read.
    event: Option<u32>,
}

impl Default for Found {
    fn default() -> Self {
        Self::with_limit(LISTED)
    }
}

impl Found {
    /// Lists only so many, and counts the others.
    pub fn with_limit(limit: usize) -> Self {
        Self { drafts: Vec::new(), total: 0, limit, event: None }
    }

    /// How many more will be listed.
    pub fn room(&self) -> usize {
        self.limit.saturating_sub(self.drafts.len())
    }

    /// Notes a problem; `draft` is called only if it will be listed.
    pub fn add(&mut self, draft: impl FnOnce() -> Draft) {
        self.total += 1;
        if self.room() > 0 {
            self.drafts.push((self.event, draft()));
        }
    }

    /// What is found from now on stands in an event: its path begins there.
    pub fn begin_event(&mut self, position: u32) {
        self.event = Some(position);
    }

    /// Adds what was found in another part of the file, whose first event stands at a
    /// position in the list of events.
    pub fn append(&mut self, other: Self, first_event: u32) {
        self.total += other.total;
        let room = self.room();
        let drafts = other.drafts.into_iter().take(room);
        self.drafts.extend(drafts.map(|(event, draft)| (event.map(|it| it + first_event), draft)));
    }

    /// The problems with their lines, in the order of the file.
    pub fn finish(mut self, text: &str) -> Problems {
        self.drafts.sort_by_key(|(_, draft)| (draft.at.start, draft.at.end));
        let firsts = self.drafts.iter().filter_map(|(_, draft)| draft.first);
        let mut firsts: Vec<usize> = firsts.collect();
        firsts.sort_unstable();
        firsts.dedup();
        let mut places = Places::new(text);
        let lines: Vec<usize> = firsts.iter().map(|first| places.at(*first).line).collect();
        let line_of = |first: usize| lines.get(firsts.binary_search(&first).ok()?);

        let mut places = Places::new(text);
        let left_out = self.total.saturating_sub(self.drafts.len());
        let listed = self.drafts.into_iter().map(|(event, draft)| {
            let mut message = draft.message;
            if let Some(line) = draft.first.and_then(line_of) {
                let line = line.to_string();
                message = tr!("problem-with-first", message = message, line = line);
            }
            Problem {
                place: places.at(draft.at.start),
                offset: draft.at,
                path: event.map_or_else(|| draft.path.clone(), |it| in_event(it, &draft.path)),
                message,
                advice: draft.advice,
            }
        });
        Problems { listed: listed.collect(), left_out }
    }
}

/// The path of a part of an event from the whole file on.
fn in_event(position: u32, path: &str) -> String {
    let dot = if path.is_empty() || path.starts_with('[') { "" } else { "." };
    format!("events[{position}]{dot}{path}")
}
