//! Where rows, columns and heads stand.

use std::ops::Range;

use egui::{Pos2, Rect, pos2, vec2};

use crate::analysis::matrix::{Matrix, MatrixColumns, MatrixMeaning, MatrixOrder, MatrixRow};
use crate::model::{Dataset, SideIx};
use crate::tr;
use crate::ui::far::Far;
use crate::ui::words::shortened;

/// The height of a row.
pub(super) const ROW: f32 = 26.0;
/// The heads over the columns: the group's line, and the column's own.
pub(super) const GROUP: f32 = 20.0;
pub(super) const HEAD: f32 = 46.0;
/// The width of a column of totals.
pub(super) const TOTAL: f32 = 44.0;
/// Room after the last column and row, for the scroll bars.
const END: f32 = 14.0;

/// A number that each row has, in a column that stays in view.
pub(super) struct Total {
    /// Two short lines over it.
    pub top: String,
    pub bottom: String,
    pub side: Option<SideIx>,
    pub count: Count,
    /// What it tells, in full.
    pub about: String,
}

/// Which number.
#[derive(Clone, Copy)]
pub(super) enum Count {
    Meetings,
    By(usize),
    Only(usize),
    Several,
    Uncompared,
    Unknown,
}

impl Count {
    pub fn of(self, row: &MatrixRow) -> u32 {
        let at = |counts: &[u32], pos: usize| counts.get(pos).copied().unwrap_or(0);
        match self {
            Self::Meetings => row.meetings,
            Self::By(pos) => at(&row.by, pos),
            Self::Only(pos) => at(&row.only, pos),
            Self::Several => row.several,
            Self::Uncompared => row.uncompared,
            Self::Unknown => row.unknown,
        }
    }
}

/// The columns of totals: how often each side; sorted by one-sidedness, how often each
/// side alone.
fn totals(dataset: &Dataset, matrix: &Matrix) -> Vec<Total> {
    let is_one_sided = matrix.choice.order == MatrixOrder::OneSided;
    let is_accounts = matrix.choice.meaning == MatrixMeaning::Accounts;
    let total = |(top, bottom): (&str, &str), count, about: &str| Total {
        top: top.to_owned(),
        bottom: bottom.to_owned(),
        side: None,
        count,
        about: about.to_owned(),
    };
    let (all, why) = (tr!("page-total-all"), tr!("page-total-all-why"));
    let mut totals = vec![total(("", all), Count::Meetings, why)];
    for (pos, side) in matrix.sides.iter().enumerate() {
        let entry = side.and_then(|side| dataset.sides.get(side.pos()));
        let short = entry.map_or_else(|| tr!("page-others").to_owned(), |side| side.short_name());
        let name = entry.map_or(tr!("page-other-sides"), |side| side.shown_name());
        let about = about(is_accounts, is_one_sided, &shortened(name));
        let one = if is_one_sided {
            total((tr!("page-total-only"), &short), Count::Only(pos), &about)
        } else {
            total(("", &short), Count::By(pos), &about)
        };
        totals.push(Total { side: *side, ..one });
    }
    if is_one_sided {
        let (both, several) = (tr!("page-total-both"), tr!("page-total-several"));
        let several = if matrix.sides.len() == 2 { both } else { several };
        let about = match is_accounts {
            true => tr!("page-total-account-several"),
            false => tr!("page-total-raised-several"),
        };
        totals.push(total(("", several), Count::Several, about));
        if is_accounts {
            let head = (tr!("page-total-one"), tr!("page-total-here"));
            totals.push(total(head, Count::Uncompared, tr!("page-total-uncompared")));
        }
    }
    totals.push(if is_accounts {
        let head = (tr!("page-total-in"), tr!("page-total-none"));
        total(head, Count::Unknown, tr!("page-total-no-account"))
    } else {
        let head = (tr!("page-total-not"), tr!("page-total-known"));
        total(head, Count::Unknown, tr!("page-raiser-unknown-why"))
    });
    totals
}

/// What a side's column counts.
fn about(is_accounts: bool, is_alone: bool, side: &str) -> String {
    match (is_accounts, is_alone) {
        (false, false) => tr!("page-total-raised", side = side),
        (false, true) => tr!("page-total-raised-alone", side = side),
        (true, false) => tr!("page-total-account", side = side),
        (true, true) => tr!("page-total-account-alone", side = side),
    }
}

/// The measures of the field.
pub(super) struct Layout {
    /// The width of the issues' names.
    pub name: f32,
    pub totals: Vec<Total>,
    /// The width of what stays in view at the left.
    pub left: f32,
    pub column: f32,
    pub rows: usize,
    pub columns: usize,
    /// The columns that the scroll area holds: all but of very many.
    pub held: Range<usize>,
}

impl Layout {
    pub fn new(dataset: &Dataset, matrix: &Matrix, width: f32, far: &mut Far) -> Self {
        let column = match matrix.choice.columns {
            MatrixColumns::Meetings => 28.0,
            MatrixColumns::Years => 48.0,
            MatrixColumns::Periods => 84.0,
        };
        let name = (width * 0.24).clamp(112.0, 196.0).floor();
        let mut totals = totals(dataset, matrix);
        // The cells come first.
        if name + totals.len() as f32 * TOTAL > width * 0.55 {
            totals.truncate(1);
        }
        let left = name + totals.len() as f32 * TOTAL + 8.0;
        let (rows, columns) = (matrix.rows.len(), matrix.columns.len());
        let (first, count) = far.rows(column, columns);
        Self { name, totals, left, column, rows, columns, held: first..first + count }
    }

    /// How wide all columns are, and one, as [`Far`] asks for it.
    pub fn measures(&self) -> (f64, f64) {
        let column = f64::from(self.column);
        (column * self.columns as f64, column)
    }

    /// The size of all of it.
    pub fn size(&self) -> egui::Vec2 {
        vec2(
            self.left + self.held.len() as f32 * self.column + END,
            HEAD + self.rows as f32 * ROW + END,
        )
    }

    /// Where a cell stands, seen from the upper left corner of all of it.
    pub fn cell(&self, row: usize, column: usize) -> Rect {
        // Far before what is held, a column stands as far at the left as need be.
        let column = column as f32 - self.held.start as f32;
        let min = pos2(self.left + column * self.column, HEAD + row as f32 * ROW);
        Rect::from_min_size(min, vec2(self.column, ROW))
    }

    /// The first column that is not cut at the left, `from` points from the beginning.
    pub fn first_whole_column(&self, from: f32) -> usize {
        self.held.start + (from / self.column).ceil().max(0.0) as usize
    }

    /// The rows in view.
    pub fn rows_in(&self, view: Rect) -> Range<usize> {
        visible(view.top(), view.height() - HEAD, ROW, self.rows)
    }

    /// The columns in view.
    pub fn columns_in(&self, view: Rect) -> Range<usize> {
        let held = visible(view.left(), view.width() - self.left, self.column, self.held.len());
        self.held.start + held.start..self.held.start + held.end
    }
}

fn visible(from: f32, room: f32, size: f32, count: usize) -> Range<usize> {
    let first = (from / size).floor().max(0.0) as usize;
    let end = ((from + room.max(0.0)) / size).ceil().max(0.0) as usize;
    first.min(count)..end.min(count)
}

/// The parts of the field on the screen.
pub(super) struct Parts {
    /// Where the upper left corner of all of it would be.
    pub origin: Pos2,
    /// All of what is in view.
    pub view: Rect,
    /// Where the cells are.
    pub body: Rect,
    /// The heads of the columns.
    pub top: Rect,
    /// The heads of the rows.
    pub side: Rect,
}

impl Parts {
    pub fn new(layout: &Layout, origin: Pos2, viewport: Rect) -> Self {
        let view = viewport.translate(origin.to_vec2());
        let corner = view.min + vec2(layout.left, HEAD);
        Self {
            origin,
            view,
            body: Rect::from_min_max(corner, view.max),
            top: Rect::from_min_max(pos2(corner.x, view.top()), pos2(view.right(), corner.y)),
            side: Rect::from_min_max(pos2(view.left(), corner.y), pos2(corner.x, view.bottom())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_in_view_is_counted() {
        assert_eq!(visible(0.0, 100.0, 26.0, 1_000_000), 0..4);
        assert_eq!(visible(26.0 * 500_000.0, 100.0, 26.0, 1_000_000), 500_000..500_004);
        assert_eq!(visible(0.0, -5.0, 26.0, 7), 0..0);
        assert_eq!(visible(9_999.0, 100.0, 26.0, 7), 7..7);
    }

    #[test]
    fn of_a_million_columns_each_stands_beside_the_next() {
        let (column, columns, left) = (28.0, 1_000_000, 200.0);
        let layout_of = |far: &mut Far| {
            let (first, count) = far.rows(column, columns);
            let held = first..first + count;
            Layout { name: 150.0, totals: Vec::new(), left, column, rows: 9, columns, held }
        };
        let mut far = Far::default();
        let layout = layout_of(&mut far);
        assert!(layout.size().x < 1_100_000.0 && layout.held.start == 0);
        far.go_to(777_777.0 * f64::from(column), layout.measures());
        let layout = layout_of(&mut far);
        let offset = far.take_offset().expect("it goes there");
        let view = Rect::from_min_size(pos2(offset, 0.0), vec2(900.0, 500.0));
        assert_eq!(layout.columns_in(view).start, 777_777);
        let (one, next) = (layout.cell(0, 777_777), layout.cell(0, 777_778));
        assert_eq!(next.left() - one.left(), layout.column);
        assert_eq!(layout.first_whole_column(offset), 777_777);
    }
}
