//! Who raised what: issues by meetings, years or periods.
//!
//! # Rules
//! - Of each issue at each meeting it is asked which sides raised it, or in which sides'
//!   own accounts it stands ([`MatrixMeaning`]). Where no source says, it is unknown.
//! - In the second meaning, what stands in one account tells something only where the
//!   others' accounts of that meeting are there too; see
//!   [`accounts`](super::accounts#rules). Elsewhere it is counted apart
//!   ([`MatrixRow::uncompared`]).
//! - A meeting stands in a year if its date tells the year: it begins in that year and is
//!   not wider than one. Else it stands in a column of its own kind, after the years.
//!   "About 1972" does not tell the year, "about March 1972" does.
//! - A meeting stands in a period if all days on which it may have been lie in it. Where
//!   two periods of one side share a day, the later one has it: an office changes hands.
//!   Each side's periods are a group of columns, and what lies in none of them has a
//!   column at its end. Periods of no side share a group, and so do those of the sides
//!   beyond the first [`MOST_SIDES`] that have some: there, too, the later one has a
//!   meeting that lies in several.

mod cells;
mod columns;
mod rows;

use std::collections::HashMap;
use std::ops::Range;

pub use cells::MatrixCell;
pub use columns::{ColumnKey, MatrixColumn, MatrixGroup};
pub use rows::MatrixRow;

use self::cells::{Reader, sides_of};
use crate::model::{Dataset, EventIx, EventSet, IssueIx, Raised, SideIx};

/// What the columns are.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize,
)]
pub enum MatrixColumns {
    /// Every meeting, in the order of time.
    #[default]
    Meetings,
    /// Years.
    Years,
    /// The dataset's periods, side by side.
    Periods,
}

/// What a cell tells.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize,
)]
pub enum MatrixMeaning {
    /// Which sides raised the issue.
    #[default]
    RaisedBy,
    /// In which sides' own accounts it stands.
    Accounts,
}

/// How the issues are sorted.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize,
)]
pub enum MatrixOrder {
    /// Those that came up at the most meetings first.
    #[default]
    Frequency,
    /// In the order in which they first came up.
    FirstMention,
    /// Those first that one side alone raised, or that stand in one side's account alone:
    /// by the part of the meetings at which that is so, among those of which it is known;
    /// then by their number.
    OneSided,
}

/// What is shown, and how.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize,
)]
pub struct MatrixChoice {
    /// What the columns are.
    pub columns: MatrixColumns,
    /// What a cell tells.
    pub meaning: MatrixMeaning,
    /// How the issues are sorted.
    pub order: MatrixOrder,
}

/// Sides beyond these are counted as one.
pub const MOST_SIDES: usize = 5;

/// Issues by meetings, years or periods.
#[derive(Clone, Debug, Default)]
pub struct Matrix {
    /// What it was made for.
    pub choice: MatrixChoice,
    /// The sides, in the order of the dataset; a last `None` stands for all further ones.
    pub sides: Vec<Option<SideIx>>,
    /// The issues that came up, sorted.
    pub rows: Vec<MatrixRow>,
    /// The columns, from left to right.
    pub columns: Vec<MatrixColumn>,
    /// What stands over the columns: years over meetings, decades over years, sides over
    /// their periods.
    pub groups: Vec<MatrixGroup>,
    /// How many meetings there are in all.
    pub meetings: usize,
    members: Vec<EventIx>,
    row_of: HashMap<IssueIx, usize>,
    /// By row and column; empty where the columns are meetings, which are looked up.
    cells: HashMap<(u32, u32), MatrixCell>,
    /// Of meetings with more than [`MANY`] issues: the rows, sorted, each with the issue's
    /// position at the meeting.
    crowded: HashMap<EventIx, Vec<(usize, usize)>>,
}

/// With more issues, those of a meeting are sorted once rather than gone through in each
/// frame.
const MANY: usize = 64;

impl Matrix {
    /// Arranges the meetings that the filter lets through. `None` if it was cancelled.
    pub fn new(
        dataset: &Dataset,
        matches: &EventSet,
        choice: MatrixChoice,
        cancelled: &dyn Fn() -> bool,
    ) -> Option<Self> {
        let mut order = Vec::with_capacity(matches.len());
        order.extend(dataset.by_time().iter().filter(|ix| matches.contains(**ix)));
        let sides = sides_of(dataset, &order, choice.meaning);
        let reader = Reader { dataset, choice, sides: &sides };
        let rows = rows::rows(&reader, &order, cancelled)?;
        let row_of: HashMap<IssueIx, usize> =
            rows.iter().enumerate().map(|(pos, row)| (row.issue, pos)).collect();
        let arranged = columns::arrange(dataset, &order, choice.columns, cancelled)?;
        let mut matrix = Self {
            choice,
            rows,
            columns: arranged.columns,
            groups: arranged.groups,
            meetings: order.len(),
            members: arranged.members,
            row_of,
            cells: HashMap::new(),
            crowded: HashMap::new(),
            sides: Vec::new(),
        };
        matrix.crowded = matrix.crowded(dataset, &order);
        if choice.columns != MatrixColumns::Meetings {
            matrix.cells = matrix.count(&reader, cancelled)?;
        }
        matrix.sides = sides;
        Some(matrix)
    }

    /// The meetings of a column, in the order of time.
    pub fn meetings_of(&self, column: usize) -> &[EventIx] {
        let range = self.columns.get(column).map(|column| column.members.clone());
        range.and_then(|range| self.members.get(range)).unwrap_or_default()
    }

    /// The row of an issue; `None` where it came up at none of these meetings.
    pub fn row_of(&self, issue: IssueIx) -> Option<usize> {
        self.row_of.get(&issue).copied()
    }

    /// The column of a meeting, where the columns are meetings.
    pub fn column_of(&self, dataset: &Dataset, ix: EventIx) -> Option<usize> {
        let rank = dataset.rank(ix)?;
        let before = |one: &EventIx| dataset.rank(*one).is_some_and(|one| one < rank);
        let column = self.members.partition_point(before);
        let key = self.columns.get(column).map(|column| column.key);
        (key == Some(ColumnKey::Meeting(ix))).then_some(column)
    }

    /// A cell; `None` where the issue did not come up. `dataset` is the one that the
    /// matrix was made of.
    pub fn cell(&self, dataset: &Dataset, row: usize, column: usize) -> Option<MatrixCell> {
        if self.choice.columns != MatrixColumns::Meetings {
            return self.cells.get(&(row as u32, column as u32)).cloned();
        }
        let cells = self.column_cells(dataset, column, row..row.saturating_add(1));
        cells.into_iter().next().map(|(_, cell)| cell)
    }

    /// The cells of some rows in a column, each with its row, in no order. Costs what these
    /// rows are, and at most some dozens more.
    pub fn column_cells(
        &self,
        dataset: &Dataset,
        column: usize,
        rows: Range<usize>,
    ) -> Vec<(usize, MatrixCell)> {
        if self.choice.columns != MatrixColumns::Meetings {
            let cell = |row: usize| Some((row, self.cell(dataset, row, column)?));
            return rows.filter_map(cell).collect();
        }
        let meeting = self.meetings_of(column).first();
        let Some((ix, head)) = meeting.and_then(|ix| Some((*ix, dataset.event(*ix)?))) else {
            return Vec::new();
        };
        let reader = Reader { dataset, choice: self.choice, sides: &self.sides };
        let has_account: Vec<bool> = reader.flags(head.accounts).collect();
        if let Some(places) = self.crowded.get(&ix) {
            let first = places.partition_point(|(row, _)| *row < rows.start);
            let there = places.get(first..).unwrap_or_default().iter();
            let there = there.take_while(|(row, _)| *row < rows.end);
            let cell = |(row, pos): &(usize, usize)| {
                Some((*row, reader.cell(&has_account, &head.issues.get(*pos)?)))
            };
            return there.filter_map(cell).collect();
        }
        let there = head.issues.iter().filter_map(|raised| {
            let row = self.row_of(raised.issue).filter(|row| rows.contains(row))?;
            Some((row, reader.cell(&has_account, &raised)))
        });
        there.collect()
    }

    /// The meetings behind a cell, in the order of time. Costs what the meetings of the
    /// column are, however many issues came up at them.
    pub fn meetings_behind(&self, dataset: &Dataset, row: usize, column: usize) -> Vec<EventIx> {
        let Some(issue) = self.rows.get(row).map(|row| row.issue) else { return Vec::new() };
        let has = |ix: &&EventIx| match self.crowded.get(*ix) {
            Some(places) => {
                let first = places.partition_point(|(one, _)| *one < row);
                places.get(first).is_some_and(|(one, _)| *one == row)
            }
            None => {
                let head = dataset.event(**ix);
                head.is_some_and(|head| head.issues.iter().any(|raised| raised.issue == issue))
            }
        };
        self.meetings_of(column).iter().filter(has).copied().collect()
    }

    fn crowded(
        &self,
        dataset: &Dataset,
        order: &[EventIx],
    ) -> HashMap<EventIx, Vec<(usize, usize)>> {
        let heads = order.iter().filter_map(|ix| Some((*ix, dataset.event(*ix)?)));
        let crowded = heads.filter(|(_, head)| head.issues.len() > MANY).map(|(ix, head)| {
            let place =
                |(pos, raised): (usize, Raised<'_>)| Some((self.row_of(raised.issue)?, pos));
            let mut places: Vec<_> = head.issues.iter().enumerate().filter_map(place).collect();
            places.sort_unstable();
            (ix, places)
        });
        crowded.collect()
    }

    fn count(
        &self,
        reader: &Reader<'_>,
        cancelled: &dyn Fn() -> bool,
    ) -> Option<HashMap<(u32, u32), MatrixCell>> {
        let mut cells = HashMap::new();
        for column in 0..self.columns.len() {
            for (number, ix) in self.meetings_of(column).iter().enumerate() {
                if number % CHECK == 0 && cancelled() {
                    return None;
                }
                let Some(head) = reader.dataset.event(*ix) else { continue };
                let has_account: Vec<bool> = reader.flags(head.accounts).collect();
                for raised in &head.issues {
                    let Some(row) = self.row_of(raised.issue) else { continue };
                    let cell = cells
                        .entry((row as u32, column as u32))
                        .or_insert_with(|| reader.empty_cell());
                    reader.add(cell, &has_account, &raised);
                }
            }
        }
        Some(cells)
    }
}

/// After how many meetings it is asked whether to go on.
const CHECK: usize = 4_096;
