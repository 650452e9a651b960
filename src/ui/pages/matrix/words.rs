//! What a cell, a row and a column say in words: for tooltips and for those who hear
//! the page.

use crate::analysis::matrix::{
    ColumnKey, Matrix, MatrixCell, MatrixColumns, MatrixMeaning, MatrixRow,
};
use crate::model::{Dataset, IssueIx, SideIx};
use crate::tr;
use crate::ui::words::shortened;

/// The name of an issue.
pub(super) fn issue_name(dataset: &Dataset, issue: IssueIx) -> String {
    dataset.issues.get(issue.pos()).map(|issue| shortened(&issue.name)).unwrap_or_default()
}

fn side_name(dataset: &Dataset, side: Option<SideIx>) -> String {
    let side = side.and_then(|side| dataset.sides.get(side.pos()));
    side.map_or_else(|| "others".to_owned(), |side| shortened(&side.name))
}

/// A column: a meeting with its date, a year, a period with its dates.
pub(super) fn column_words(dataset: &Dataset, matrix: &Matrix, column: usize) -> String {
    let Some(key) = matrix.columns.get(column).map(|column| column.key) else {
        return String::new();
    };
    match key {
        ColumnKey::Meeting(ix) => dataset.event(ix).map_or_else(String::new, |event| {
            format!("{}, {}", shortened(event.title), event.when.words())
        }),
        ColumnKey::Year(year) => crate::date::year_words(year),
        ColumnKey::YearUnknown => "year unknown".to_owned(),
        ColumnKey::Period(period) => dataset.periods.get(period).map_or_else(String::new, |one| {
            format!("{} ({})", shortened(&one.title), one.when.words())
        }),
        ColumnKey::NoPeriod => "in no one period".to_owned(),
    }
}

/// "Taiwan, Anchorage talks, 18–19 March 2021: raised by United States, dispute"
pub(super) fn cell_words(
    dataset: &Dataset,
    matrix: &Matrix,
    (row, column): (usize, usize),
    cell: Option<&MatrixCell>,
) -> String {
    let issue = matrix.rows.get(row).map(|row| issue_name(dataset, row.issue)).unwrap_or_default();
    let column = column_words(dataset, matrix, column);
    let said = match cell {
        None => "not mentioned".to_owned(),
        Some(cell) if matrix.choice.columns == MatrixColumns::Meetings => {
            once(dataset, matrix, cell)
        }
        Some(cell) => several(dataset, matrix, cell),
    };
    format!("{issue}, {column}: {said}")
}

/// What a cell of one meeting says.
fn once(dataset: &Dataset, matrix: &Matrix, cell: &MatrixCell) -> String {
    let sides = matrix.sides.iter().zip(&cell.by).filter(|(_, count)| **count > 0);
    let names: Vec<String> = sides.map(|(side, _)| side_name(dataset, *side)).collect();
    let mut said = match (matrix.choice.meaning, names.is_empty()) {
        (MatrixMeaning::RaisedBy, true) => "no source says who raised it".to_owned(),
        (MatrixMeaning::RaisedBy, false) => format!("raised by {}", joined(&names)),
        (MatrixMeaning::Accounts, true) => "in no side’s own account".to_owned(),
        (MatrixMeaning::Accounts, false) => format!("in the account of {}", joined(&names)),
    };
    match (cell.disputes, cell.shared) {
        (1.., _) => said.push_str(", dispute"),
        (0, 1..) => said.push_str(", shared"),
        (0, 0) => {}
    }
    if matrix.choice.meaning == MatrixMeaning::Accounts {
        let sides = matrix.sides.iter().zip(&cell.has_account);
        let missing = sides.filter(|(side, has)| !**has && side.is_some());
        let names: Vec<String> = missing.map(|(side, _)| side_name(dataset, *side)).collect();
        if !names.is_empty() {
            said.push_str(&format!("; this dataset has no account of {}", joined(&names)));
        }
    }
    said
}

/// What a cell of several meetings says.
fn several(dataset: &Dataset, matrix: &Matrix, cell: &MatrixCell) -> String {
    let noun = if cell.meetings == 1 { "meeting" } else { "meetings" };
    let mut parts = Vec::new();
    for (side, count) in matrix.sides.iter().zip(&cell.by).filter(|(_, count)| **count > 0) {
        let name = side_name(dataset, *side);
        parts.push(match matrix.choice.meaning {
            MatrixMeaning::RaisedBy => format!("raised by {name} at {count}"),
            MatrixMeaning::Accounts => format!("in the account of {name} at {count}"),
        });
    }
    let unknown = match matrix.choice.meaning {
        MatrixMeaning::RaisedBy => "no source says by whom at",
        MatrixMeaning::Accounts => "in no side’s own account at",
    };
    for (text, count) in
        [(unknown, cell.unknown), ("dispute at", cell.disputes), ("shared at", cell.shared)]
    {
        if count > 0 {
            parts.push(format!("{text} {count}"));
        }
    }
    format!("{} {noun}; {}", cell.meetings, parts.join(", "))
}

/// "Taiwan: 114 meetings; United States alone at 8, …"
pub(super) fn row_words(dataset: &Dataset, matrix: &Matrix, row: &MatrixRow) -> String {
    let (verb, unknown) = match matrix.choice.meaning {
        MatrixMeaning::RaisedBy => ("raised by", "no source says by whom at"),
        MatrixMeaning::Accounts => ("in the account of", "in no side’s own account at"),
    };
    let mut parts = Vec::new();
    for (pos, side) in matrix.sides.iter().enumerate() {
        let at = |counts: &[u32]| counts.get(pos).copied().unwrap_or(0);
        let (all, only) = (at(&row.by), at(&row.only));
        let alone = if only > 0 { format!(", alone at {only}") } else { String::new() };
        parts.push(format!("{verb} {} at {all}{alone}", side_name(dataset, *side)));
    }
    let more = [
        ("of several sides at", row.several),
        ("of one side, with no other to compare, at", row.uncompared),
        (unknown, row.unknown),
    ];
    for (text, count) in more.into_iter().filter(|(_, count)| *count > 0) {
        parts.push(format!("{text} {count}"));
    }
    let meetings = tr!("meetings", count = row.meetings as usize);
    let name = issue_name(dataset, row.issue);
    format!("{name}: {meetings}; {}", parts.join("; "))
}

/// "A", "A and B", "A, B and C"
fn joined(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}
