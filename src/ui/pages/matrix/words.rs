//! What a cell, a row and a column say in words: for tooltips and for those who hear
//! the page.

use crate::analysis::matrix::{
    ColumnKey, Matrix, MatrixCell, MatrixColumns, MatrixMeaning, MatrixRow,
};
use crate::lang::list;
use crate::model::{Dataset, IssueIx, SideIx};
use crate::tr;
use crate::ui::words::shortened;

/// The name of an issue.
pub(super) fn issue_name(dataset: &Dataset, issue: IssueIx) -> String {
    dataset.issues.get(issue.pos()).map(|issue| shortened(issue.shown_name())).unwrap_or_default()
}

fn side_name(dataset: &Dataset, side: Option<SideIx>) -> String {
    let side = side.and_then(|side| dataset.sides.get(side.pos()));
    side.map_or_else(|| tr!("page-other-side").to_owned(), |side| shortened(side.shown_name()))
}

/// A column: a meeting with its date, a year, a period with its dates.
pub(super) fn column_words(dataset: &Dataset, matrix: &Matrix, column: usize) -> String {
    let Some(key) = matrix.columns.get(column).map(|column| column.key) else {
        return String::new();
    };
    match key {
        ColumnKey::Meeting(ix) => dataset.event(ix).map_or_else(String::new, |event| {
            let (title, when) = (shortened(event.title), event.when.words());
            tr!("page-column-meeting", title = title, when = when)
        }),
        ColumnKey::Year(year) => crate::date::year_words(year),
        ColumnKey::YearUnknown => tr!("page-column-year-unknown").to_owned(),
        ColumnKey::Period(period) => dataset.periods.get(period).map_or_else(String::new, |one| {
            let (title, when) = (shortened(&one.title), one.when.words());
            tr!("page-column-period", title = title, when = when)
        }),
        ColumnKey::NoPeriod => tr!("page-column-no-period").to_owned(),
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
        None => tr!("page-cell-none").to_owned(),
        Some(cell) if matrix.choice.columns == MatrixColumns::Meetings => {
            once(dataset, matrix, cell)
        }
        Some(cell) => several(dataset, matrix, cell),
    };
    tr!("page-cell", issue = issue, column = column, said = said)
}

/// What a cell of one meeting says.
fn once(dataset: &Dataset, matrix: &Matrix, cell: &MatrixCell) -> String {
    let sides = matrix.sides.iter().zip(&cell.by).filter(|(_, count)| **count > 0);
    let names: Vec<String> = sides.map(|(side, _)| side_name(dataset, *side)).collect();
    let by = list::names(&names);
    let said = match (matrix.choice.meaning, names.is_empty()) {
        (MatrixMeaning::RaisedBy, true) => tr!("page-cell-raiser-unknown").to_owned(),
        (MatrixMeaning::RaisedBy, false) => tr!("page-raised-by", sides = by),
        (MatrixMeaning::Accounts, true) => tr!("page-cell-no-account").to_owned(),
        (MatrixMeaning::Accounts, false) => tr!("page-cell-accounts", sides = by),
    };
    let stance = match (cell.disputes, cell.shared) {
        (1.., _) => Some(tr!("page-cell-dispute").to_owned()),
        (0, 1..) => Some(tr!("page-cell-shared").to_owned()),
        (0, 0) => None,
    };
    let said: Vec<String> = std::iter::once(said).chain(stance).collect();
    let said = list::clauses(&said);
    if matrix.choice.meaning == MatrixMeaning::Accounts {
        let sides = matrix.sides.iter().zip(&cell.has_account);
        let missing = sides.filter(|(side, has)| !**has && side.is_some());
        let names: Vec<String> = missing.map(|(side, _)| side_name(dataset, *side)).collect();
        if !names.is_empty() {
            return tr!("page-cell-missing", said = said, sides = list::names(&names));
        }
    }
    said
}

/// What a cell of several meetings says.
fn several(dataset: &Dataset, matrix: &Matrix, cell: &MatrixCell) -> String {
    let mut parts = Vec::new();
    for (side, count) in matrix.sides.iter().zip(&cell.by).filter(|(_, count)| **count > 0) {
        parts.push(side_words(dataset, matrix, *side, (*count, 0)));
    }
    if cell.unknown > 0 {
        parts.push(unknown_words(matrix, cell.unknown));
    }
    if cell.disputes > 0 {
        parts.push(tr!("page-at-dispute", count = cell.disputes));
    }
    if cell.shared > 0 {
        parts.push(tr!("page-at-shared", count = cell.shared));
    }
    tr!("page-cell-many", count = cell.meetings, said = list::clauses(&parts))
}

/// "raised by United States at 12, alone at 8"
fn side_words(
    dataset: &Dataset,
    matrix: &Matrix,
    side: Option<SideIx>,
    (count, only): (u32, u32),
) -> String {
    let side = side_name(dataset, side);
    match (matrix.choice.meaning, only) {
        (MatrixMeaning::RaisedBy, 0) => tr!("page-at-raised", side = side, count = count),
        (MatrixMeaning::Accounts, 0) => tr!("page-at-account", side = side, count = count),
        (MatrixMeaning::RaisedBy, only) => {
            tr!("page-at-raised-alone", side = side, count = count, only = only)
        }
        (MatrixMeaning::Accounts, only) => {
            tr!("page-at-account-alone", side = side, count = count, only = only)
        }
    }
}

/// "no source says by whom at 3"
fn unknown_words(matrix: &Matrix, count: u32) -> String {
    match matrix.choice.meaning {
        MatrixMeaning::RaisedBy => tr!("page-at-raiser-unknown", count = count),
        MatrixMeaning::Accounts => tr!("page-at-no-account", count = count),
    }
}

/// "Taiwan: 114 meetings; United States alone at 8, …"
pub(super) fn row_words(dataset: &Dataset, matrix: &Matrix, row: &MatrixRow) -> String {
    let mut parts = Vec::new();
    for (pos, side) in matrix.sides.iter().enumerate() {
        let at = |counts: &[u32]| counts.get(pos).copied().unwrap_or(0);
        parts.push(side_words(dataset, matrix, *side, (at(&row.by), at(&row.only))));
    }
    if row.several > 0 {
        parts.push(tr!("page-at-several", count = row.several));
    }
    if row.uncompared > 0 {
        parts.push(tr!("page-at-uncompared", count = row.uncompared));
    }
    if row.unknown > 0 {
        parts.push(unknown_words(matrix, row.unknown));
    }
    let issue = issue_name(dataset, row.issue);
    tr!("page-row", issue = issue, count = row.meetings, said = list::sentences(&parts))
}
