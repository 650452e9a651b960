//! The values of fields, and what may have been meant where one is unknown.

use super::super::field::{Field, Has};
use super::super::fold::fold;
use super::super::table::Table;
use super::super::vocabulary::{Vocabulary, no_side_words};
use super::scan::Piece;
use super::{FieldTerm, Value, date};
use crate::lang::list;
use crate::model::{Rendering, Stance, one_line};
use crate::tr;

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
        let shown = one_line(word, MOST_CHARS);
        return Err(match nearest(word, fields) {
            Some(meant) => tr!("find-no-field-but", field = shown, meant = meant),
            None => tr!("find-no-field", field = shown),
        });
    };
    let typed = &piece.typed;
    if typed.trim().is_empty() && !piece.is_quoted() {
        return Err(tr!("find-no-value", field = field.word()));
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
        found.ok_or_else(|| unknown(field, typed, words_twice, &list::things(words)))
    };
    match field {
        Field::Stance => {
            let found = STANCES.into_iter().find(|stance| stance.word() == folded);
            one_of(found.map(Value::Stance), &STANCES.map(Stance::word))
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
    let whole = entries.clone().flat_map(|it| [(&*it.id, &*it.id), (it.label(), &*it.id)]);
    let words =
        entries.flat_map(|it| it.label().split_whitespace().take(4).map(|word| (word, &*it.id)));
    whole.chain(words)
}

fn few<'a>(table: &'a Table, more: impl Iterator<Item = &'a str>) -> String {
    let ids = table.entries.iter().map(|entry| &*entry.id).chain(more);
    let ids = ids.filter(|id| !id.is_empty()).map(|id| one_line(id, MOST_CHARS));
    list::things(&ids.collect::<Vec<_>>())
}

/// "there is no issue “taiwn”; did you mean taiwan?"
fn unknown<'a>(
    field: Field,
    typed: &str,
    names: impl Iterator<Item = (&'a str, &'a str)>,
    few: &str,
) -> String {
    let shown = one_line(typed, MOST_CHARS);
    let problem = tr!("find-unknown", field = field.word(), value = shown);
    match nearest(typed, names) {
        Some(word) => {
            tr!("find-did-you-mean", problem = problem, value = one_line(word, MOST_CHARS))
        }
        None if few.is_empty() => problem,
        None => tr!("find-it-may-be", problem = problem, values = few),
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
