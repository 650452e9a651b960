//! What is kept in memory of a meeting, as it is handed out.

use std::fmt;
use std::ops::Range;

use super::event::Stance;
use super::feature::Features;
use super::ids::{EventIx, IssueIx, KindIx, PersonIx, PlaceIx, SideIx};
use super::side_lists::SideLists;
use crate::date::When;

/// What is kept in memory of every meeting: a view into the columns of
/// [`Events`](super::Events), made when it is asked for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EventHead<'a> {
    /// Its id, or one made of date and title.
    pub id: &'a str,
    /// Its title.
    pub title: &'a str,
    /// When it took place.
    pub when: &'a When,
    /// What kind of meeting.
    pub kind: KindIx,
    /// The country's code, as the file has it; empty where it is not given.
    pub country: &'a str,
    /// Where, by the name that the file gives.
    pub place: Option<PlaceIx>,
    /// The issues that came up, each once, in the order of the file.
    pub issues: Mentions<'a>,
    /// Who took part or is quoted, each once.
    pub people: &'a [PersonIx],
    /// Who is quoted, each once.
    pub speakers: &'a [PersonIx],
    /// How many quotes there are.
    pub quote_count: u32,
    /// What else the record holds.
    pub features: Features,
    /// The sides whose own account is among the sources, each once.
    pub accounts: &'a [SideIx],
    /// Whether a third party is among the sources.
    pub has_third_party: bool,
    /// The meetings that it follows, as far as the dataset has them, each once, in the
    /// order of the file.
    pub follows: &'a [EventIx],
    /// Where the event stands in the file's text, in bytes.
    text_start: usize,
    text_len: u32,
}

/// What a head is made from beside its fields.
pub(super) struct Stretch {
    pub start: usize,
    pub len: u32,
}

impl<'a> EventHead<'a> {
    /// Where the event stands in the file's text, in bytes.
    pub fn text(&self) -> Range<usize> {
        self.text_start..self.text_start + self.text_len as usize
    }

    /// A head without anything but a day, to be filled in.
    pub(super) fn bare(when: &'a When, text: Stretch) -> Self {
        Self {
            id: "",
            title: "",
            when,
            kind: KindIx(0),
            country: "",
            place: None,
            issues: Mentions { rows: &[], lists: None },
            people: &[],
            speakers: &[],
            quote_count: 0,
            features: Features::default(),
            accounts: &[],
            has_third_party: false,
            follows: &[],
            text_start: text.start,
            text_len: text.len,
        }
    }
}

/// An issue at a meeting, in short.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Raised<'a> {
    /// Which issue.
    pub issue: IssueIx,
    /// The sides that a source says raised it; empty where no source says.
    pub by: &'a [SideIx],
    /// How the sides stood on it.
    pub stance: Stance,
    /// The sides in whose own account it stands: that of a source of the mention, or
    /// of a quote on the issue. Of a meeting whose quotes name thousands of pairs of an
    /// issue and a side, the last of these pairs are left out.
    pub accounts: &'a [SideIx],
}

/// The issues of a meeting.
#[derive(Clone, Copy)]
pub struct Mentions<'a> {
    pub(super) rows: &'a [RaisedRow],
    /// None where there are no rows.
    pub(super) lists: Option<&'a SideLists>,
}

/// An issue at a meeting, as it is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct RaisedRow {
    pub issue: IssueIx,
    pub by: u32,
    pub accounts: u32,
    pub stance: Stance,
}

impl<'a> Mentions<'a> {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The one at a position.
    pub fn get(&self, pos: usize) -> Option<Raised<'a>> {
        Some(self.raised(self.rows.get(pos)?))
    }

    /// All of them, in the order of the file.
    pub fn iter(&self) -> MentionIter<'a> {
        MentionIter { rows: self.rows.iter(), of: *self }
    }

    /// The numbers of the issues alone.
    pub fn issues(&self) -> impl ExactSizeIterator<Item = IssueIx> + use<'a> {
        self.rows.iter().map(|row| row.issue)
    }

    fn raised(self, row: &RaisedRow) -> Raised<'a> {
        let list = |ix| self.lists.map_or(&[][..], |lists| lists.get(ix));
        Raised {
            issue: row.issue,
            by: list(row.by),
            stance: row.stance,
            accounts: list(row.accounts),
        }
    }
}

/// The issues of a meeting, one by one.
#[derive(Clone, Debug)]
pub struct MentionIter<'a> {
    rows: std::slice::Iter<'a, RaisedRow>,
    of: Mentions<'a>,
}

impl<'a> Iterator for MentionIter<'a> {
    type Item = Raised<'a>;

    fn next(&mut self) -> Option<Raised<'a>> {
        self.rows.next().map(|row| self.of.raised(row))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.rows.size_hint()
    }
}

impl DoubleEndedIterator for MentionIter<'_> {
    fn next_back(&mut self) -> Option<Self::Item> {
        self.rows.next_back().map(|row| self.of.raised(row))
    }
}

impl ExactSizeIterator for MentionIter<'_> {}

impl fmt::Debug for Mentions<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

impl PartialEq for Mentions<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl<'a> IntoIterator for Mentions<'a> {
    type Item = Raised<'a>;
    type IntoIter = MentionIter<'a>;

    fn into_iter(self) -> MentionIter<'a> {
        self.iter()
    }
}

impl<'a> IntoIterator for &Mentions<'a> {
    type Item = Raised<'a>;
    type IntoIter = MentionIter<'a>;

    fn into_iter(self) -> MentionIter<'a> {
        self.iter()
    }
}
