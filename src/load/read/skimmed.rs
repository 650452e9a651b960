//! A meeting as it stands in the file, in so far as it is kept.

use std::borrow::Cow;
use std::ops::Range;

use super::cursor::Quoted;
use crate::model::{Rendering, Stance, TextKind};

/// What a meeting says, as it stands in the file. It is filled anew for each meeting, so
/// that its lists are allocated once.
#[derive(Debug, Default)]
pub(super) struct Meeting<'a> {
    /// Something is not as the format has it, but its texts are known.
    pub is_odd: bool,
    pub id: Option<&'a str>,
    pub title: Option<Quoted<'a>>,
    pub start: Option<&'a str>,
    pub end: Option<&'a str>,
    pub kind: Option<&'a str>,
    pub place: Option<Cow<'a, str>>,
    pub country: Option<&'a str>,
    /// The participants.
    pub people: Vec<&'a str>,
    pub has_background: bool,
    pub mentions: Vec<Mention<'a>>,
    pub quotes: Vec<Quote<'a>>,
    /// The variants of all quotes.
    pub variants: Vec<Wording<'a>>,
    pub outcome_count: usize,
    /// What outcomes, and then what the meeting itself gives as sources.
    pub outcome_sources: Vec<&'a str>,
    pub sources: Vec<&'a str>,
    /// Where the ids stand that it follows.
    pub follows: Vec<&'a str>,
    /// Names in the lists of mentions and quotes.
    pub names: Vec<&'a str>,
    /// Its texts, in the order of the file.
    pub texts: Vec<(TextKind, Range<usize>)>,
}

/// An issue that came up. Its lists are stretches of [`Meeting::names`].
#[derive(Clone, Debug, Default)]
pub(super) struct Mention<'a> {
    pub issue: &'a str,
    pub stance: Stance,
    pub raised_by: Range<usize>,
    pub sources: Range<usize>,
}

/// A quote.
#[derive(Clone, Debug, Default)]
pub(super) struct Quote<'a> {
    pub speaker: Option<&'a str>,
    pub date: Option<&'a str>,
    pub issues: Range<usize>,
    pub own: Wording<'a>,
    pub original: Option<Wording<'a>>,
    pub variants: Range<usize>,
}

/// A wording of a quote.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Wording<'a> {
    pub rendering: Option<Rendering>,
    pub source: Option<&'a str>,
    pub attributed_to: Option<&'a str>,
}

impl<'a> Meeting<'a> {
    /// Names of a mention or quote.
    pub fn names_in(&self, range: &Range<usize>) -> &[&'a str] {
        self.names.get(range.clone()).unwrap_or_default()
    }

    /// Forgets the meeting before.
    pub fn clear(&mut self) {
        let Self { people, mentions, quotes, variants, outcome_sources, .. } = self;
        people.clear();
        mentions.clear();
        quotes.clear();
        variants.clear();
        outcome_sources.clear();
        let Self { sources, follows, names, texts, .. } = self;
        sources.clear();
        follows.clear();
        names.clear();
        texts.clear();
        (self.is_odd, self.has_background, self.outcome_count) = (false, false, 0);
        (self.id, self.title, self.start, self.end) = (None, None, None, None);
        (self.kind, self.place, self.country) = (None, None, None);
    }
}
