//! Who raised what: issues by meetings, years or periods.
//!
//! ```text
//! mod     title, switches, the order of calls
//! layout  where rows, columns and heads stand
//! grid    the field of cells: what is in view
//! keys    where the keyboard and a click lead
//! heads   the heads that stay in view while the cells move under them
//! paint   one cell
//! legend  what the cells mean
//! words   what a cell, a row and a column say in words
//! behind  the meetings behind a cell
//! ```
//!
//! Only what is in view is laid out, whatever the dataset holds. The field is one stop of
//! the Tab key: arrows move a cursor over cells and heads, Enter follows it, and its
//! accessible name is what the cursor stands on.

mod behind;
mod grid;
mod heads;
mod keys;
mod layout;
mod legend;
mod paint;
mod words;

use egui::{Frame, Margin, Ui, vec2};

use super::PageCtx;
use super::empty::empty_ui;
use super::header::{Of, PageHeader, filter_note, header_ui};
use super::switch::switch_ui;
use crate::analysis::matrix::{Matrix, MatrixChoice, MatrixColumns, MatrixMeaning, MatrixOrder};
use crate::tr;
use crate::ui::action::Action;
use crate::ui::far::Far;
use crate::ui::tokens::space;

/// What the page remembers.
#[derive(Debug, Default)]
pub struct MatrixState {
    /// What is asked for; the matrix may still show another choice while it is worked out.
    pub choice: MatrixChoice,
    cursor: grid::Cursor,
    behind: Option<behind::Behind>,
    /// The selected meeting that was last brought into view.
    revealed: Option<crate::model::EventIx>,
    /// The columns for which it was decided where the page begins.
    placed: Option<MatrixColumns>,
    /// Which part of the columns the scroll area holds.
    far: Far,
}

/// Shows the matrix. The caller gives the whole page, without margins.
pub fn matrix_ui(
    ctx: &PageCtx<'_>,
    matrix: &Matrix,
    state: &mut MatrixState,
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let total = ctx.document.dataset().events.len();
    let header = PageHeader {
        title: title(matrix).to_owned(),
        facts: vec![facts(matrix)],
        note: filter_note(matrix.meetings, total, Of::All),
        is_empty: matrix.rows.is_empty(),
    };
    header_ui(ctx, &header, ui, actions, |_, _| {});
    let margin = Margin { left: 20, right: 12, top: 10, bottom: 12 };
    Frame::new().inner_margin(margin).show(ui, |ui| {
        switches_ui(ctx, state, ui, actions);
        ui.add_space(space::SMALL);
        if matrix.rows.is_empty() {
            let text = match matrix.meetings {
                0 => tr!("page-none-match"),
                _ => tr!("page-matrix-no-issue"),
            };
            empty_ui(ctx, text, matrix.meetings < total, ui, actions);
        } else {
            grid::grid_ui(ctx, matrix, state, ui, actions);
        }
    });
    behind::behind_ui(ctx, matrix, &mut state.behind, ui, actions);
}

fn title(matrix: &Matrix) -> &'static str {
    match matrix.choice.meaning {
        MatrixMeaning::RaisedBy => tr!("page-matrix-raised"),
        MatrixMeaning::Accounts => tr!("page-matrix-accounts"),
    }
}

fn facts(matrix: &Matrix) -> String {
    tr!("page-matrix-facts", issues = matrix.rows.len(), meetings = matrix.meetings)
}

fn switches_ui(ctx: &PageCtx<'_>, state: &mut MatrixState, ui: &mut Ui, actions: &mut Vec<Action>) {
    let (t, before) = (ctx.tokens, state.choice);
    let meanings = [
        (MatrixMeaning::RaisedBy, tr!("page-cells-raised")),
        (MatrixMeaning::Accounts, tr!("page-cells-accounts")),
    ];
    let columns = [
        (MatrixColumns::Meetings, tr!("page-columns-meetings")),
        (MatrixColumns::Years, tr!("page-columns-years")),
        (MatrixColumns::Periods, tr!("page-columns-periods")),
    ];
    let orders = [
        (MatrixOrder::Frequency, tr!("page-order-often")),
        (MatrixOrder::FirstMention, tr!("page-order-first")),
        (MatrixOrder::OneSided, tr!("page-order-one-sided")),
    ];
    let choice = &mut state.choice;
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::MEDIUM, space::TIGHT + 2.0);
        ui.horizontal_wrapped(|ui| {
            if let Some(meaning) = switch_ui(ui, t, tr!("page-cells"), &meanings, choice.meaning) {
                choice.meaning = meaning;
            }
            if let Some(columns) = switch_ui(ui, t, tr!("page-columns"), &columns, choice.columns) {
                choice.columns = columns;
            }
            if let Some(order) = switch_ui(ui, t, tr!("page-order"), &orders, choice.order) {
                choice.order = order;
            }
        });
    });
    if state.choice != before {
        actions.push(Action::MatrixChoice(state.choice));
    }
}
