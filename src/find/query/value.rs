//! The values of fields, and what may have been meant where one is unknown.

use super::super::field::{Field, Has};
use super::super::fold::fold;
use super::super::table::Table;
use super::super::vocabulary::{Vocabulary, no_side_words};
use super::scan::Piece;
use super::{FieldTerm, Value, date};
use crate::model::{Rendering, Stance, one_line};

/// How alike a name must be to be offered, where 1 is the same.
const ALIKE: f64 = 0.6;

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
        let fields = Field::ALL.into_iter().map(|field| (field.word(), field.word()));
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
        let words_twice = words.iter().map(|word| (*word, *word));
        found.ok_or_else(|| unknown(field, typed, words_twice, &words.join(", ")))
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
        return Err(unknown(field, typed, std::iter::empty(), ""));
    };
    let no_side = no_side_words(field);
    let entries = table.resolve(typed, field == Field::Place);
    let is_id = matches!(*entries, [only] if vocabulary.value(field, only) == typed);
    if no_side.contains(&folded) && !is_id {
        return Ok(Value::NoSide);
    }
    if entries.is_empty() {
        let words = no_side.iter().take(1).copied();
        let few = if table.entries.len() <= 6 { few(table, words.clone()) } else { String::new() };
        let names = compared(table).chain(words.map(|word| (word, word)));
        return Err(unknown(field, typed, names, &few));
    }
    Ok(Value::Entries(entries.into()))
}

/// What a table's entries may be called, each with the id to offer: ids, names, and the
/// words of names. Of a large table not all are compared.
fn compared(table: &Table) -> impl Iterator<Item = (&str, &str)> {
    let entries = table.entries.iter().take(MOST_COMPARED);
    let whole = entries.clone().flat_map(|it| [(&*it.id, &*it.id), (&*it.label, &*it.id)]);
    let words =
        entries.flat_map(|it| it.label.split_whitespace().take(4).map(|word| (word, &*it.id)));
    whole.chain(words)
}

fn few<'a>(table: &'a Table, more: impl Iterator<Item = &'a str>) -> String {
    let ids = table.entries.iter().map(|entry| &*entry.id).chain(more);
    let ids = ids.filter(|id| !id.is_empty()).map(|id| one_line(id, MOST_CHARS));
    ids.collect::<Vec<_>>().join(", ")
}

/// "there is no issue “taiwn”; did you mean taiwan?"
fn unknown<'a>(
    field: Field,
    typed: &str,
    names: impl Iterator<Item = (&'a str, &'a str)>,
    few: &str,
) -> String {
    let shown = one_line(typed, MOST_CHARS);
    let said = match field {
        Field::Raised | Field::Account => format!("there is no side “{shown}”"),
        Field::Group => format!("there is no group of issues “{shown}”"),
        Field::Has => format!("“{shown}” is nothing that can be asked for with has:"),
        _ => format!("there is no {} “{shown}”", field.word()),
    };
    match nearest(typed, names) {
        Some(word) => format!("{said}; did you mean {}?", one_line(word, MOST_CHARS)),
        None if few.is_empty() => said,
        None => format!("{said}; it may be {few}"),
    }
}

/// What is offered for the name that is most like a word; none where none is like it.
fn nearest<'a>(typed: &str, names: impl Iterator<Item = (&'a str, &'a str)>) -> Option<&'a str> {
    let typed = fold(&one_line(typed, MOST_CHARS));
    let mut best: Option<(f64, &str)> = None;
    for (name, offered) in names {
        let folded = fold(&one_line(name, MOST_CHARS));
        // A word may only be as long as another that it is like.
        if folded.len().min(typed.len()) < 2 || folded.len() > typed.len() * 2 {
            continue;
        }
        let alike = strsim::normalized_damerau_levenshtein(&typed, &folded);
        if alike >= ALIKE && best.is_none_or(|(most, _)| alike > most) {
            best = Some((alike, offered));
        }
    }
    best.map(|(_, offered)| offered)
}
