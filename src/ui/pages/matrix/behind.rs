//! The meetings behind a cell of a year or a period.

use egui::{ScrollArea, Ui};

use super::words::{column_words, issue_name};
use crate::analysis::matrix::{Matrix, MatrixCell, MatrixChoice, MatrixMeaning};
use crate::lang::list;
use crate::model::{Dataset, EventIx, IssueIx, Raised};
use crate::tr;
use crate::ui::action::Action;
use crate::ui::pages::PageCtx;
use crate::ui::pages::parts::short_names;
use crate::ui::sheet::sheet_ui;
use crate::ui::signs::sign_ui;
use crate::ui::text::{Ink, link_ui, text_ui};
use crate::ui::tokens::space;

/// The list that is open.
#[derive(Clone, Debug)]
pub(super) struct Behind {
    heading: String,
    issue: IssueIx,
    choice: MatrixChoice,
    events: Vec<EventIx>,
}

impl Behind {
    /// The meetings behind a cell; `None` where there are none.
    pub fn new(dataset: &Dataset, matrix: &Matrix, (row, column): (usize, usize)) -> Option<Self> {
        let cell: MatrixCell = matrix.cell(dataset, row, column)?;
        let issue = matrix.rows.get(row)?.issue;
        let heading = tr!(
            "page-behind",
            issue = issue_name(dataset, issue),
            column = column_words(dataset, matrix, column),
            count = cell.meetings,
        );
        let events = matrix.meetings_behind(dataset, row, column);
        Some(Self { heading, issue, choice: matrix.choice, events })
    }
}

/// The height of a meeting in the list.
const ROW: f32 = 44.0;

pub(super) fn behind_ui(
    ctx: &PageCtx<'_>,
    matrix: &Matrix,
    open: &mut Option<Behind>,
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    let Some(behind) = open.as_ref().filter(|behind| behind.choice == matrix.choice) else {
        *open = None;
        return;
    };
    let mut is_chosen = false;
    let contents = |ui: &mut Ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let height = (ui.ctx().content_rect().height() * 0.6).min(behind.events.len() as f32 * ROW);
        let area = ScrollArea::vertical().max_height(height).auto_shrink([false, true]);
        area.show_rows(ui, ROW, behind.events.len(), |ui, rows| {
            for ix in behind.events.get(rows).unwrap_or_default() {
                is_chosen |= meeting_ui(ctx, behind, *ix, ui, actions);
            }
        });
    };
    let is_closed = sheet_ui(ui, "behind a cell", &behind.heading, 520.0, contents, |_| {});
    if is_closed || is_chosen {
        *open = None;
    }
}

/// One meeting; whether it was chosen.
fn meeting_ui(
    ctx: &PageCtx<'_>,
    behind: &Behind,
    ix: EventIx,
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) -> bool {
    let (t, dataset) = (ctx.tokens, ctx.document.dataset());
    let Some(event) = dataset.event(ix) else { return false };
    let mut is_chosen = false;
    ui.allocate_ui(egui::vec2(ui.available_width(), ROW), |ui| {
        ui.set_height(ROW);
        ui.vertical(|ui| {
            let title = crate::ui::words::shortened(event.title);
            if link_ui(ui, &title, &Ink::body(t)).clicked() {
                actions.push(Action::Select(ix));
                is_chosen = true;
            }
            let raised = event.issues.iter().find(|raised| raised.issue == behind.issue);
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = space::TIGHT;
                text_ui(ui, &event.when.words(), &Ink::caption(t));
                if let Some(raised) = raised {
                    sign_ui(ui, raised.stance.into(), 18.0, t.text_muted);
                    text_ui(ui, &said(dataset, behind, &raised), &Ink::caption(t));
                }
            });
        });
    });
    is_chosen
}

/// "raised by US, dispute", or in whose account it stands.
fn said(dataset: &Dataset, behind: &Behind, raised: &Raised) -> String {
    let is_accounts = behind.choice.meaning == MatrixMeaning::Accounts;
    let sides = if is_accounts { &raised.accounts } else { &raised.by };
    let names = short_names(dataset, sides);
    let said = match (is_accounts, sides.is_empty()) {
        (false, true) => tr!("page-cell-raiser-unknown").to_owned(),
        (false, false) => tr!("page-raised-by", sides = names),
        (true, true) => tr!("page-cell-no-account").to_owned(),
        (true, false) => tr!("page-cell-accounts", sides = names),
    };
    list::clauses(&[said, raised.stance.label().to_owned()])
}
