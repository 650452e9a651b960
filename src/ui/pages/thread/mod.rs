//! The page of an issue: every meeting on it, in the order of time, with what each
//! side said.

mod entry;
mod layout;

use std::sync::Arc;

use egui::{Frame, Margin, Ui};

use self::entry::entry_ui;
use self::layout::{Columns, heads_ui};
use super::PageCtx;
use super::empty::empty_ui;
use super::header::{MARGIN, Of, PageHeader, filter_note, header_ui};
use super::links::{first_words, last_words};
use super::reader::Reader;
use super::rows::Rows;
use crate::analysis::thread::{Thread, ThreadEntry};
use crate::model::{EventIx, IssueIx};
use crate::tr;
use crate::ui::action::Action;
use crate::ui::signs::{Sign, button_ui};
use crate::ui::text::cut;
use crate::ui::tokens::space;

/// What the page remembers from frame to frame.
#[derive(Clone, Debug, Default)]
pub struct ThreadState {
    /// The thread for which the rest holds.
    of: Option<(u64, IssueIx)>,
    rows: Rows,
    reader: Reader,
    /// The selection that was brought into view last.
    selection: Option<EventIx>,
    /// The meeting at the top of what was shown.
    top: Option<EventIx>,
}

impl ThreadState {
    /// Gets ready for a thread. Where it is the same issue under another filter, the
    /// page stays at about the same meeting.
    fn prepare(&mut self, ctx: &PageCtx<'_>, thread: &Thread) {
        let dataset = ctx.document.dataset();
        let of = (thread.stamp(), thread.issue);
        if self.of != Some(of) {
            let is_same_issue = self.of.is_some_and(|(_, issue)| issue == thread.issue);
            self.rows = rows_of(thread);
            match self.top.filter(|_| is_same_issue) {
                Some(top) => {
                    let rank = dataset.rank(top);
                    let before = |entry: &ThreadEntry| dataset.rank(entry.event) < rank;
                    let first = thread.entries.partition_point(before);
                    self.rows = std::mem::take(&mut self.rows).starting_at(first);
                }
                None => {
                    self.rows = std::mem::take(&mut self.rows).starting_at(0);
                    self.selection = None;
                }
            }
            self.of = Some(of);
        }
        if self.selection != ctx.selection {
            self.selection = ctx.selection;
            let row = ctx.selection.and_then(|ix| thread.position(dataset, ix));
            if let Some(row) = row {
                self.rows.bring(row);
            }
        }
        self.reader.begin();
    }
}

/// The rows of a thread, each about as high as it will be.
fn rows_of(thread: &Thread) -> Rows {
    /// A meeting without quotes.
    const MEETING: f64 = 76.0;
    /// A quote without words; half a line of it is empty.
    const QUOTE: f64 = 60.0 + LINE / 2.0;
    const LINE: f64 = 22.0;
    const LINE_BYTES: f64 = 44.0;
    let before = Arc::clone(&thread.said_before);
    Rows::guessed(thread.entries.len(), move |row| {
        let said = before.get(row).copied().unwrap_or_default();
        let words = said.bytes as f64 / LINE_BYTES * LINE;
        row as f64 * MEETING + f64::from(said.quotes) * QUOTE + words
    })
}

/// Shows a thread. Scrolls by itself; the caller gives the whole page, without margins,
/// on [`Tokens::canvas`](crate::ui::tokens::Tokens::canvas).
pub fn thread_ui(
    ctx: &PageCtx<'_>,
    thread: &Thread,
    state: &mut ThreadState,
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    ui.spacing_mut().item_spacing.y = 0.0;
    state.prepare(ctx, thread);
    header_ui(ctx, &header(ctx, thread), ui, actions, |ui, actions| {
        steps_ui(ctx, thread, state, ui, actions);
    });
    if thread.entries.is_empty() {
        let text = if thread.total == 0 {
            tr!("page-issue-nowhere")
        } else {
            tr!("page-issue-none-match")
        };
        let margin = Margin::symmetric(MARGIN as i8, 0);
        Frame::new().inner_margin(margin).show(ui, |ui| {
            empty_ui(ctx, text, thread.total > 0, ui, actions);
        });
        return;
    }
    let columns = Columns::of(thread, ui.available_width() - 2.0 * MARGIN);
    heads_ui(ctx, &columns, ui);
    let ThreadState { rows, reader, .. } = state;
    rows.ui(ui, "thread", |ui, pos| {
        // By meeting, so that what is unfolded stays so under another filter.
        let event = thread.entries.get(pos).map(|entry| entry.event);
        ui.push_id(event, |ui| {
            entry_ui(&entry::Row { ctx, thread, columns: &columns, pos }, reader, ui, actions);
        });
    });
    state.top = thread.entries.get(state.rows.first()).map(|entry| entry.event);
}

fn header(ctx: &PageCtx<'_>, thread: &Thread) -> PageHeader {
    let dataset = ctx.document.dataset();
    let issue = dataset.issues.get(thread.issue.pos());
    let silence = thread.longest_silence();
    // Those that filter and matrix count too, and the others apart.
    let listed = thread.listed();
    PageHeader {
        title: issue.map_or_else(String::new, |issue| cut(issue.shown_name()).into_owned()),
        facts: vec![
            tr!("meetings", count = listed),
            match thread.entries.len() - listed {
                0 => String::new(),
                more => tr!("page-only-in-quotes", count = more),
            },
            tr!("quotes", count = thread.quotes),
            first_words(ctx, thread.first()),
            last_words(ctx, thread.last()),
            silence.map_or_else(String::new, |it| {
                tr!("page-longest-silence", length = it.length.words.as_str())
            }),
        ],
        note: filter_note(listed, thread.listed_total, Of::Issue),
        is_empty: false,
    }
}

/// From meeting to meeting of the thread, starting at the selected one, on the issue or
/// not; with none selected, at the first one in view.
fn steps_ui(
    ctx: &PageCtx<'_>,
    thread: &Thread,
    state: &ThreadState,
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    let dataset = ctx.document.dataset();
    let (next, previous) = match ctx.selection {
        Some(here) => (thread.next_after(dataset, here), thread.previous_before(dataset, here)),
        None => (state.top.or(thread.first()), None),
    };
    ui.add_space(space::TIGHT);
    ui.spacing_mut().item_spacing.x = space::TIGHT;
    for (sign, name, to) in [
        (Sign::Right, tr!("page-next-raised"), next),
        (Sign::Left, tr!("page-previous-raised"), previous),
    ] {
        let add = |ui: &mut Ui| button_ui(ui, ctx.tokens, Some(sign), "", name);
        let response = ui.add_enabled_ui(to.is_some(), add).inner;
        if response.on_hover_text(name).clicked() {
            actions.extend(to.map(Action::Select));
        }
    }
    ui.spacing_mut().item_spacing.x = space::SMALL;
}
