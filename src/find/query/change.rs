//! Edits of the text of the search box that are sent from elsewhere, and made when they
//! arrive: by then, the text may be another.

use std::ops::Range;

use super::super::field::Field;
use super::super::vocabulary::Vocabulary;
use super::Query;
use super::edit::without;
use super::scan::pieces;

/// An edit of the text of the search box.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QueryEdit {
    /// A value comes, or goes where it is asked for; see [`Query::toggled`].
    Toggle {
        /// The field that it is a value of.
        field: Field,
        /// The value, as a query has it but without quotation marks.
        value: String,
    },
    /// A value is left out, or no longer; see [`Query::toggled_out`].
    ToggleOut {
        /// The field that it is a value of.
        field: Field,
        /// The value, as a query has it but without quotation marks.
        value: String,
    },
    /// A value becomes the only one of its field; see [`Query::with_only`].
    Only {
        /// The field that it is a value of.
        field: Field,
        /// The value, as a query has it but without quotation marks.
        value: String,
    },
    /// A term goes.
    WithoutTerm {
        /// Where it stands, in bytes.
        range: Range<usize>,
        /// The text of the query in which it stands there.
        text: String,
    },
}

/// A text with an edit made in it. A term that is to go is found by its place where the
/// text is still the one that the place is of, and else by how it is written: the first
/// one goes, and where there is none, nothing changes.
pub fn edited(text: &str, edit: &QueryEdit, vocabulary: &Vocabulary) -> String {
    let query = || Query::parse(text, vocabulary);
    match edit {
        QueryEdit::Toggle { field, value } => query().toggled(*field, value, vocabulary),
        QueryEdit::ToggleOut { field, value } => query().toggled_out(*field, value, vocabulary),
        QueryEdit::Only { field, value } => query().with_only(*field, value),
        QueryEdit::WithoutTerm { range, text: of } => without_written(text, range, of),
    }
}

fn without_written(text: &str, range: &Range<usize>, of: &str) -> String {
    let Some(written) = of.get(range.clone()).filter(|written| !written.is_empty()) else {
        return text.to_owned();
    };
    let range = if text == of {
        Some(range.clone())
    } else {
        let mut ranges = pieces(text).map(|piece| piece.range);
        ranges.find(|range| text.get(range.clone()) == Some(written))
    };
    range.map_or_else(|| text.to_owned(), |range| without(text, vec![range]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Dataset, Issue};

    fn vocabulary() -> Vocabulary {
        let mut dataset = Dataset::default();
        for id in ["taiwan", "trade"] {
            dataset.issues.push(Issue { id: id.into(), name: id.to_owned(), ..Issue::default() });
        }
        dataset.index();
        Vocabulary::of(&dataset)
    }

    #[test]
    fn values_are_edited_in_the_text_as_it_is_now() {
        let (field, value) = (Field::Issue, "taiwan".to_owned());
        let toggle = QueryEdit::Toggle { field, value: value.clone() };
        let out = QueryEdit::ToggleOut { field, value: value.clone() };
        let only = QueryEdit::Only { field, value };
        for (edit, text, after) in [
            (&toggle, "deng", "deng issue:taiwan"),
            (&toggle, "issue:taiwan deng", "deng"),
            (&out, "deng issue:trade", "deng issue:trade -issue:taiwan"),
            (&out, "-issue:taiwan", ""),
            (&only, "issue:trade deng -issue:taiwan", "deng issue:taiwan"),
        ] {
            assert_eq!(edited(text, edit, &vocabulary()), after, "{edit:?} in {text}");
        }
    }

    #[test]
    fn a_term_goes_by_its_place_or_as_it_is_written() {
        let without = |text: &str, range: Range<usize>, of: &str| {
            edited(text, &QueryEdit::WithoutTerm { range, text: of.to_owned() }, &vocabulary())
        };
        let of = "deng nixon deng";
        assert_eq!(without(of, 11..15, of), "deng nixon");
        assert_eq!(without("x deng -deng deng", 11..15, of), "x -deng deng");
        assert_eq!(without("nixon dengue", 0..4, of), "nixon dengue");
        assert_eq!(without("x -\"a  b\"", 0..7, "-\"a  b\" y"), "x");
        // What no text has there changes nothing.
        assert_eq!(without("é", 1..2, "é"), "é");
        assert_eq!(without(of, 4..40, of), of);
        assert_eq!(without(of, 4..4, of), of);
    }
}
