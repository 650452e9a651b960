//! What the word under the cursor may become.

use std::cmp::Reverse;
use std::ops::Range;

use super::field::{Field, Has};
use super::fold::fold;
use super::query::{Piece, Quotes, RENDERINGS, STANCES, in_quotes, pieces, written};
use super::vocabulary::Vocabulary;
use crate::tr;

/// A way to complete the word under the cursor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// What it replaces in the text, in bytes.
    pub range: Range<usize>,
    /// What stands there instead; the cursor belongs behind it.
    pub replacement: String,
    /// What is offered: "Taiwan", "issue:".
    pub label: String,
    /// More about it: "57 meetings", "an issue that came up".
    pub detail: String,
}

/// How many are offered.
const MOST: usize = 12;

/// How many letters of a bare word are needed before names are offered for it.
const FEW_LETTERS: usize = 2;

/// At most twelve ways to complete the word under the cursor, a place in bytes: fields
/// and what has such a name for a bare word, values behind a field.
pub fn complete(text: &str, cursor: usize, vocabulary: &Vocabulary) -> Vec<Completion> {
    let cursor = text.floor_char_boundary(cursor);
    let before = text.get(..cursor).unwrap_or_default();
    let Some(piece) = pieces(before).last().filter(|piece| piece.range.end == cursor) else {
        return fields("", cursor..cursor);
    };
    let Some(field) = &piece.field else {
        if piece.quotes != Quotes::None {
            return Vec::new();
        }
        let range = piece.rest.start..end(text, &piece);
        let mut found = fields(&piece.typed, range.clone());
        found.extend(names(&piece.typed, &range, vocabulary));
        found.truncate(MOST);
        return found;
    };
    let Some(field) = before.get(field.clone()).and_then(Field::from_word) else {
        return Vec::new();
    };
    if piece.quotes == Quotes::Closed {
        return Vec::new();
    }
    let range = piece.rest.start..end(text, &piece);
    let typed = text.get(range.clone()).unwrap_or_default();
    let mut found = values(field, &piece.typed, &range, vocabulary);
    if matches!(&*found, [only] if only.replacement == typed) {
        found.clear();
    }
    found
}

/// Where the piece ends that ends at the cursor so far.
fn end(text: &str, piece: &Piece) -> usize {
    let whole = pieces(text).find(|whole| whole.range.start == piece.range.start);
    let whole = whole.filter(|whole| matches!(whole.quotes, Quotes::None | Quotes::Closed));
    whole.map_or(piece.range.end, |whole| whole.range.end)
}

/// The fields whose words begin so.
fn fields(prefix: &str, range: Range<usize>) -> Vec<Completion> {
    let prefix = prefix.to_ascii_lowercase();
    let fields = Field::ALL.into_iter().filter(|field| field.word().starts_with(&prefix));
    let completion = |field: Field| {
        let replacement = format!("{}:", field.word());
        let (label, detail) = (replacement.clone(), field.meaning().to_owned());
        Completion { range: range.clone(), replacement, label, detail }
    };
    fields.take(MOST).map(completion).collect()
}

/// What has a name with a word that begins so, the most frequent first.
fn names(prefix: &str, range: &Range<usize>, vocabulary: &Vocabulary) -> Vec<Completion> {
    let folded = fold(prefix);
    // One character says much in scripts with many.
    if folded.len() < FEW_LETTERS {
        return Vec::new();
    }
    let mut found = Vec::new();
    for field in [Field::Issue, Field::Person, Field::Kind, Field::Place] {
        let Some(table) = vocabulary.table(field) else {
            continue;
        };
        let likely = table.likely(&folded, MOST).into_iter();
        found.extend(likely.map(|entry| (table.count_of(entry), field, entry)));
    }
    found.sort_by_key(|(count, ..)| Reverse(*count));
    let completion = |(count, field, entry): (u32, Field, u32)| Completion {
        range: range.clone(),
        replacement: written(field, vocabulary.value(field, entry)),
        label: vocabulary.label(field, entry).to_owned(),
        detail: format!("{} · {}", field.title().to_lowercase(), tr!("meetings", count = count)),
    };
    found.into_iter().take(MOST).map(completion).collect()
}

/// The values of a field that begin so.
fn values(
    field: Field,
    prefix: &str,
    range: &Range<usize>,
    vocabulary: &Vocabulary,
) -> Vec<Completion> {
    let folded = fold(prefix);
    let completion = |value: &str, label: &str, detail: String| Completion {
        range: range.clone(),
        replacement: in_quotes(value),
        label: label.to_owned(),
        detail,
    };
    let mut found = Vec::new();
    if let Some(table) = vocabulary.table(field) {
        for entry in table.likely(&folded, MOST) {
            let (value, label) = (vocabulary.value(field, entry), vocabulary.label(field, entry));
            // The counts of sides are those of their people, not of what they raised.
            let is_own = !matches!(field, Field::Raised | Field::Account | Field::Speaker);
            let detail =
                if is_own { tr!("meetings", count = table.count_of(entry)) } else { String::new() };
            found.push(completion(value, label, detail));
        }
    }
    let words: Vec<(&str, &str)> = match field {
        Field::Stance => STANCES.map(|it| (it.word(), it.label())).into(),
        Field::Rendering => RENDERINGS.map(|(it, word)| (word, it.label())).into(),
        Field::Has => Has::ALL.map(|it| (it.word(), it.label())).into(),
        Field::Raised | Field::Account => {
            vec![(vocabulary.no_side_value(field), vocabulary.no_side_label(field))]
        }
        _ => Vec::new(),
    };
    let words = words.into_iter().filter(|(word, _)| word.starts_with(&folded));
    found.extend(words.map(|(word, label)| {
        completion(word, word, if label == word { String::new() } else { label.to_owned() })
    }));
    if field == Field::Year {
        let years = vocabulary.years.iter().rev().map(|(year, count)| (year.to_string(), *count));
        let years = years.filter(|(year, _)| year.starts_with(&folded)).take(MOST);
        found.extend(
            years.map(|(year, count)| completion(&year, &year, tr!("meetings", count = count))),
        );
    }
    found.truncate(MOST);
    found
}
