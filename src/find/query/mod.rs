//! The text of the search box, taken apart.

mod change;
mod chips;
mod date;
mod edit;
mod scan;
mod value;

use std::ops::Range;

pub use self::change::{QueryEdit, edited};
pub use self::chips::Chip;
pub(super) use self::date::{reach, text as days_text};
pub(super) use self::edit::{in_quotes, written};
pub(super) use self::scan::{Piece, Quotes, pieces};
pub(super) use self::value::{RENDERINGS, STANCES};
use super::field::{Field, Has};
use super::vocabulary::Vocabulary;
use crate::date::Span;
use crate::model::{Rendering, Stance};

/// The text of the search box and what it asks for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Query {
    /// The text as it was typed.
    pub text: String,
    /// What was understood, in the order of the text.
    pub terms: Vec<Term>,
    /// What was not understood; it does not filter.
    pub problems: Vec<QueryProblem>,
}

/// A part of a query.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    /// Where it stands in the text, in bytes, with its minus sign.
    pub range: Range<usize>,
    /// Whether what it names is left out.
    pub excluded: bool,
    /// What it names.
    pub what: What,
}

/// What a term names.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// A word, folded; it is found at the beginnings of words.
    Word(String),
    /// Words in a row, folded; they are found as whole words.
    Phrase(String),
    /// A value of a field.
    Field(FieldTerm),
}

/// A value of a field.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldTerm {
    /// Which field.
    pub field: Field,
    /// The value as it was typed, without quotation marks.
    pub typed: String,
    /// What it stands for.
    pub value: Value,
}

/// What the value of a field stands for.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Entries of the field's table in the [`Vocabulary`], sorted, never none: for
    /// issues, people, sides, kinds and places those of the dataset's table.
    Entries(Box<[u32]>),
    /// `raised:unknown`: no source says who; `account:third`: a third party.
    NoSide,
    /// How the sides stood.
    Stance(Stance),
    /// How a wording came about.
    Rendering(Rendering),
    /// What the record holds.
    Has(Has),
    /// Days, of which the first or last may be the bounds of the calendar.
    Days(Span),
}

/// A part of a query that was not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueryProblem {
    /// Where it stands in the text, in bytes.
    pub range: Range<usize>,
    /// What is wrong, and what may be meant.
    pub message: String,
}

/// A word or phrase to look for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Needle {
    /// The words, folded; never empty.
    pub folded: String,
    /// Whether the words must stand as whole words.
    pub is_phrase: bool,
    /// Whether meetings with it are left out.
    pub excluded: bool,
}

impl Query {
    /// Reads a text. Never fails: what is not understood is among the problems.
    pub fn parse(text: &str, vocabulary: &Vocabulary) -> Self {
        let mut query = Self { text: text.to_owned(), ..Self::default() };
        scan::scan(text, vocabulary, &mut query);
        query
    }

    /// Whether it asks for nothing at all.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// The words and phrases among the terms.
    pub fn needles(&self) -> Vec<Needle> {
        let needle = |term: &Term| {
            let (folded, is_phrase) = match &term.what {
                What::Word(folded) => (folded, false),
                What::Phrase(folded) => (folded, true),
                What::Field(_) => return None,
            };
            Some(Needle { folded: folded.clone(), is_phrase, excluded: term.excluded })
        };
        self.terms.iter().filter_map(needle).collect()
    }

    /// Whether it asks for words, and not only for fields.
    pub fn has_words(&self) -> bool {
        self.terms.iter().any(|term| !matches!(term.what, What::Field(_)))
    }

    /// The values of fields among the terms, and whether they are left out.
    pub fn fields(&self) -> impl Iterator<Item = (&FieldTerm, bool)> {
        self.terms.iter().filter_map(|term| match &term.what {
            What::Field(field) => Some((field, term.excluded)),
            What::Word(_) | What::Phrase(_) => None,
        })
    }
}
