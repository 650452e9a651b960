//! Meetings side by side, in the order of time, each compared with the one before it.
//!
//! ```text
//! mod     what the page remembers, the order of the parts
//! heads   the meetings: when, what changed since the one before, how to take one out
//! people  who was there, by side
//! issues  stance and who raised it, aligned; quotes under each other on demand
//! ```

mod heads;
mod issues;
mod people;

use std::collections::HashSet;

use egui::{Frame, Margin, ScrollArea, Ui};

use super::PageCtx;
use super::columns::Columns;
use super::header::{PageHeader, header_ui};
use super::parts::from_top;
use crate::analysis::comparison::{ComparedIssue, Comparison};
use crate::model::{EventIx, IssueIx};
use crate::tr;
use crate::ui::action::Action;
use crate::ui::text::{Ink, rule_ui, text_ui};
use crate::ui::tokens::space;

/// A narrower column breaks quotes into too many lines.
const LEAST: f32 = 180.0;

/// What the page remembers.
#[derive(Clone, Debug, Default)]
pub struct CompareState {
    /// The issues of which the quotes are shown.
    unfolded: HashSet<IssueIx>,
}

/// What all parts read.
struct Field<'a> {
    ctx: &'a PageCtx<'a>,
    comparison: &'a Comparison,
    columns: Columns,
}

/// Shows meetings side by side. The caller gives the whole page, without margins.
pub fn compare_ui(
    ctx: &PageCtx<'_>,
    comparison: &Comparison,
    state: &mut CompareState,
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let left_out = comparison.left_out;
    let header = PageHeader {
        title: tr!("page-compare-title").to_owned(),
        facts: vec![facts(comparison)],
        note: match left_out {
            0 => String::new(),
            left_out => tr!("page-compare-left-out", count = left_out),
        },
        is_empty: comparison.meetings.len() < 2,
    };
    header_ui(ctx, &header, ui, actions, |_, _| {});
    let margin = Margin { left: 20, right: 12, top: 10, bottom: 0 };
    Frame::new().inner_margin(margin).show(ui, |ui| {
        let count = comparison.meetings.len();
        if count < 2 {
            empty_ui(ctx, comparison, ui, actions);
            return;
        }
        let columns = Columns::new(ui.available_width() - space::MEDIUM, count, LEAST);
        let field = Field { ctx, comparison, columns };
        ScrollArea::horizontal().id_salt("compare across").auto_shrink(false).show(ui, |ui| {
            ui.set_min_width(columns.total());
            heads::heads_ui(&field, ui, actions);
            ui.add_space(6.0);
            rule_ui(ui, ctx.tokens, columns.total());
            let shown: Vec<EventIx> = comparison.meetings.iter().map(|one| one.ix).collect();
            let area = from_top(ui, ScrollArea::vertical().id_salt("compare down"), shown);
            area.auto_shrink(false).show(ui, |ui| {
                people::people_ui(&field, ui);
                issues::issues_ui(&field, state, ui, actions);
                ui.add_space(space::LARGE * 2.0);
            });
        });
    });
}

fn facts(comparison: &Comparison) -> String {
    let count = comparison.meetings.len();
    // They are sorted: those that several meetings have come first.
    let shared = comparison.issues.partition_point(ComparedIssue::is_shared);
    match count {
        0 | 1 => String::new(),
        _ => tr!("page-compare-facts", meetings = count, issues = shared),
    }
}

/// How to come to two meetings.
fn empty_ui(ctx: &PageCtx<'_>, comparison: &Comparison, ui: &mut Ui, actions: &mut Vec<Action>) {
    let t = ctx.tokens;
    ui.add_space(space::LARGE);
    let text = match comparison.meetings.len() {
        0 => tr!("page-compare-none"),
        _ => tr!("page-compare-one"),
    };
    text_ui(ui, text, &Ink::quote(t));
    ui.add_space(space::SMALL);
    let how = tr!("page-compare-how");
    ui.scope(|ui| {
        ui.set_max_width(520.0);
        text_ui(ui, how, &Ink::reading(t).color(t.text_muted));
    });
    ui.add_space(space::MEDIUM);
    for meeting in &comparison.meetings {
        heads::chosen_ui(ctx, meeting, ui, actions);
    }
}
