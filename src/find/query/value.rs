//! The values of fields, and what may have been meant where one is unknown.

use super::super::field::{Field, Has};
use super::super::fold::fold;
use super::super::vocabulary::{Table, Vocabulary, no_side_words};
use super::scan::Piece;
use super::{FieldTerm, Value, date};
use crate::model::{Rendering, Stance, one_line};

/// How alike a name must be to be offered.
const ALIKE: f64 = 0.75;

/// How many names are compared.
const MOST_COMPARED: usize = 1000;

const MOST_CHARS: usize = 60;

/// The words for renderings in a query.
pub(in crate::find) const RENDERINGS: [(Rendering, &str); 3] = [
    (Rendering::Spoken, "spoken"),
    (Rendering::Interpreted, "interpreted"),
    (Rendering::Reported, "reported"),
];

/// The stances, in the order in which they are offered.
pub(in crate::find) const STANCES: [Stance; 3] =
    [Stance::Dispute, Stance::Shared, Stance::Discussed];

/// Reads a field and its value, or says what is wrong.
pub(super) fn field_term(
    word: &str,
    piece: &Piece,
    vocabulary: &Vocabulary,
) -> Result<FieldTerm, String> {
    let Some(field) = Field::from_word(word) else {
        let fields = Field::ALL.into_iter().map(Field::word);
        let meant = nearest(word, fields).map_or_else(
            || "put it in quotation marks to look for the words".to_owned(),
            |field| format!("did you mean {field}:?"),
        );
        return Err(format!("there is no field “{}:”; {meant}", one_line(word, MOST_CHARS)));
    };
    let typed = &piece.typed;
    if typed.trim().is_empty() && !piece.is_quoted() {
        return Err(format!("{}: needs a value behind it", field.word()));
    }
    let value = of_field(field, typed, vocabulary)?;
    Ok(FieldTerm { field, typed: typed.clone(), value })
}

/// What a value of a field stands for, or what is wrong with it.
pub(in crate::find) fn of_field(
    field: Field,
    typed: &str,
    vocabulary: &Vocabulary,
) -> Result<Value, String> {
    let folded = fold(typed);
    let one_of = |found: Option<Value>, words: &[&str]| {
        found.ok_or_else(|| unknown(field, typed, words.iter().copied(), &words.join(", ")))
    };
    match field {
        Field::Stance => {
            let found = STANCES.into_iter().find(|stance| stance.label() == folded);
            one_of(found.map(Value::Stance), &STANCES.map(Stance::label))
        }
        Field::Rendering => {
            let found = RENDERINGS.into_iter().find(|(_, word)| *word == folded);
            one_of(found.map(|found| Value::Rendering(found.0)), &RENDERINGS.map(|it| it.1))
        }
        Field::Has => {
            let found = Has::ALL.into_iter().find(|has| has.word() == folded);
            one_of(found.map(Value::Has), &Has::ALL.map(Has::word))
        }
        Field::Year => date::parse(typed).map(Value::Days),
        _ => of_table(field, typed, &folded, vocabulary),
    }
}

fn of_table(
    field: Field,
    typed: &str,
    folded: &str,
    vocabulary: &Vocabulary,
) -> Result<Value, String> {
    let Some(table) = vocabulary.table(field) else {
        return Err(unknown(field, typed, [].into_iter(), ""));
    };
    let no_side = no_side_words(field);
    let entries = table.resolve(typed, field == Field::Place);
    let is_id = matches!(*entries, [only] if vocabulary.value(field, only) == typed);
    if no_side.contains(&folded) && !is_id {
        return Ok(Value::NoSide);
    }
    if entries.is_empty() {
        let few = if table.entries.len() <= 6 { few(table, no_side) } else { String::new() };
        let ids = compared(table).chain(no_side.iter().copied());
        return Err(unknown(field, typed, ids, &few));
    }
    Ok(Value::Entries(entries.into()))
}

/// The ids and names of a table, of which not too many are compared.
fn compared(table: &Table) -> impl Iterator<Item = &str> {
    let entries = table.entries.iter().take(MOST_COMPARED);
    let labels = entries.clone().map(|entry| &*entry.label);
    entries.map(|entry| &*entry.id).chain(labels)
}

fn few(table: &Table, more: &[&str]) -> String {
    let ids = table.entries.iter().map(|entry| &*entry.id).chain(more.first().copied());
    ids.filter(|id| !id.is_empty())
        .map(|id| one_line(id, MOST_CHARS))
        .collect::<Vec<_>>()
        .join(", ")
}

/// "there is no issue “taiwn”; did you mean taiwan?"
fn unknown<'a>(
    field: Field,
    typed: &str,
    words: impl Iterator<Item = &'a str>,
    few: &str,
) -> String {
    let name = match field {
        Field::Raised | Field::Account => "side",
        Field::Group => "group of issues",
        _ => field.word(),
    };
    let said = format!("there is no {name} “{}”", one_line(typed, MOST_CHARS));
    match nearest(typed, words) {
        Some(word) => format!("{said}; did you mean {}?", one_line(word, MOST_CHARS)),
        None if few.is_empty() => said,
        None => format!("{said}; there is {few}"),
    }
}

/// The word that is most like another; none where none is like it.
fn nearest<'a>(typed: &str, words: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let typed = fold(&one_line(typed, MOST_CHARS));
    let mut best: Option<(f64, &str)> = None;
    for word in words {
        let folded = fold(&one_line(word, MOST_CHARS));
        let alike = strsim::jaro_winkler(&typed, &folded);
        let is_long_enough = folded.len().min(typed.len()) > 1;
        if is_long_enough && alike >= ALIKE && best.is_none_or(|(most, _)| alike > most) {
            best = Some((alike, word));
        }
    }
    best.map(|(_, word)| word)
}
