//! A meeting of a thread: when, who raised the issue, how the sides stood on it, and
//! what each said.

use egui::{Align, Rect, Sense, Shape, Ui, pos2, vec2};

use super::layout::{Columns, GAP};
use crate::analysis::silence::Silence;
use crate::analysis::thread::{QuoteOn, Thread, ThreadEntry};
use crate::export::words::account;
use crate::lang::list;
use crate::model::{Dataset, Event, Mention, SideIx};
use crate::tr;
use crate::ui::action::Action;
use crate::ui::pages::PageCtx;
use crate::ui::pages::cells::Cells;
use crate::ui::pages::header::MARGIN;
use crate::ui::pages::links::{date_of, kind_of, meeting_ui, show_between};
use crate::ui::pages::quote::{QuoteAt, quote_ui, unread_ui};
use crate::ui::pages::reader::{Read, Reader};
use crate::ui::signs::{SIGN, sign_ui};
use crate::ui::text::{DOT, Ink, bare_link_ui, cut, flow, long_text_ui, paged, text_ui};
use crate::ui::tokens::space;

/// How many sides are named in one line at most.
const MOST_SIDES: usize = 12;

/// More quotes of one meeting than this stand under each other, not in columns: to sort them
/// by side would go through all of them in each frame.
const MOST_IN_COLUMNS: usize = 400;

/// A meeting of the thread and where it stands.
pub(super) struct Row<'a> {
    pub ctx: &'a PageCtx<'a>,
    pub thread: &'a Thread,
    pub columns: &'a Columns,
    pub pos: usize,
}

pub(super) fn entry_ui(row: &Row<'_>, reader: &mut Reader, ui: &mut Ui, actions: &mut Vec<Action>) {
    let (ctx, t) = (row.ctx, row.ctx.tokens);
    let Some(entry) = row.thread.entries.get(row.pos) else { return };
    if let Some(silence) = row.thread.silence_before(row.pos) {
        silence_ui(ctx, silence, ui, actions);
    }
    let ground = ui.painter().add(Shape::Noop);
    let top = ui.cursor().top();
    ui.add_space(12.0);
    let mut cells = Cells::new(ui);
    cells.skip(MARGIN);
    if row.columns.dates > 0.0 {
        cells.cell(ui, row.columns.dates - space::MEDIUM, Align::Min, |ui| {
            let ink = Ink { line_height: 20.0, ..Ink::caption(t) };
            text_ui(ui, &date_of(ctx, entry.event), &ink);
        });
        cells.skip(space::MEDIUM);
    }
    cells.cell(ui, row.columns.main, Align::Min, |ui| {
        meeting_ui(ctx, entry.event, &Ink::body(t), ui, actions);
        facts_ui(row, entry, ui);
        let has_note = entry.is_listed;
        if !has_note && entry.quotes.is_empty() {
            return;
        }
        match reader.get(ctx.document, entry.event, ui) {
            Read::There(event) => {
                notes_ui(row, &event, ui);
                quotes_ui(row, entry, &event, ui, actions);
            }
            read => unread_ui(ctx, (entry.event, &read), ui, actions),
        }
    });
    cells.end(ui);
    ui.add_space(14.0);
    let width = ui.available_width();
    let rect = Rect::from_min_max(
        pos2(ui.min_rect().left(), top),
        pos2(ui.min_rect().left() + width, ui.cursor().top()),
    );
    if ctx.selection == Some(entry.event) {
        let bar = Rect::from_min_size(rect.min, vec2(3.0, rect.height()));
        ui.painter().set(ground, Shape::rect_filled(rect, 0.0, t.accent_wash));
        ui.painter().rect_filled(bar, 0.0, t.accent);
    }
    let (line, _) = ui.allocate_exact_size(vec2(width, 1.0), Sense::hover());
    ui.painter().rect_filled(line, 0.0, t.grid);
}

/// "Not raised for 2 years 5 months", across the page.
fn silence_ui(ctx: &PageCtx<'_>, silence: &Silence, ui: &mut Ui, actions: &mut Vec<Action>) {
    let t = ctx.tokens;
    ui.add_space(12.0);
    let mut cells = Cells::new(ui);
    cells.skip(MARGIN);
    let width = ui.available_width() - 2.0 * MARGIN;
    cells.cell(ui, width, Align::Min, |ui| {
        flow(ui, |ui| {
            let ink = Ink::caption_strong(t).color(t.text_muted);
            let text = tr!("page-silence", length = silence.length.words.as_str());
            let response = bare_link_ui(ui, &text, &ink);
            if response.on_hover_text(tr!("page-show-time")).clicked() {
                actions.extend(show_between(ctx, silence.after, silence.before));
            }
            if silence.others > 0 {
                let others = tr!("page-others-between", count = silence.others);
                text_ui(ui, &format!("{DOT}{others}"), &Ink::caption(t));
            }
        });
    });
    cells.end(ui);
    ui.add_space(12.0);
    let (line, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), Sense::hover());
    ui.painter().rect_filled(line, 0.0, t.grid);
}

/// Who raised it, the stance, and in whose account it stands.
fn facts_ui(row: &Row<'_>, entry: &ThreadEntry, ui: &mut Ui) {
    let (ctx, t) = (row.ctx, row.ctx.tokens);
    let muted = Ink::caption(t);
    flow(ui, |ui| {
        if row.columns.dates == 0.0 {
            text_ui(ui, &format!("{}{DOT}", date_of(ctx, entry.event)), &muted);
        }
        let kind = kind_of(ctx, entry.event);
        if !kind.is_empty() {
            text_ui(ui, &format!("{kind}{DOT}"), &muted);
        }
        if !entry.is_listed {
            text_ui(ui, tr!("page-only-quoted"), &muted);
            return;
        }
        raised_by_ui(ctx, entry, ui);
        text_ui(ui, DOT, &muted);
        sign_ui(ui, entry.stance.into(), muted.line_height, t.text_muted);
        ui.add_space(SIGN / 3.0);
        text_ui(ui, entry.stance.label(), &muted);
        let accounts = accounts(ctx.document.dataset(), &entry.accounts);
        if !accounts.is_empty() {
            let text = tr!("page-in-accounts", accounts = accounts);
            text_ui(ui, &format!("{DOT}{text}"), &muted);
        }
    });
}

fn raised_by_ui(ctx: &PageCtx<'_>, entry: &ThreadEntry, ui: &mut Ui) {
    let (t, muted) = (ctx.tokens, Ink::caption(ctx.tokens));
    if entry.raised_by.is_empty() {
        text_ui(ui, tr!("page-raiser-unknown"), &muted)
            .on_hover_text(tr!("page-raiser-unknown-why"));
        return;
    }
    text_ui(ui, tr!("page-raised-by-these"), &muted);
    for (pos, side) in entry.raised_by.iter().take(MOST_SIDES).enumerate() {
        if pos > 0 {
            text_ui(ui, tr!("list-of-names"), &muted);
        }
        let name = ctx.document.dataset().sides.get(side.pos()).map(|side| side.short_name());
        let ink = Ink::caption_strong(t).color(t.side(Some(*side)));
        text_ui(ui, &cut(&name.unwrap_or_default()), &ink);
    }
    if entry.raised_by.len() > MOST_SIDES {
        let more = tr!("page-more-sides", count = entry.raised_by.len() - MOST_SIDES);
        text_ui(ui, &more, &muted);
    }
}

/// "US account", "US account and China account"
fn accounts(dataset: &Dataset, sides: &[SideIx]) -> String {
    let names = sides.iter().take(MOST_SIDES).map(|side| account(dataset, Some(*side)));
    let names: Vec<String> = names.map(|name| cut(&name).into_owned()).collect();
    list::names(&names)
}

/// What the editors note on the issue at this meeting.
fn notes_ui(row: &Row<'_>, event: &Event, ui: &mut Ui) {
    let on = |mention: &&Mention| mention.issue == row.thread.issue;
    for (pos, mention) in event.issues.iter().filter(on).enumerate().take(3) {
        if let Some(note) = mention.note.as_deref().filter(|note| !note.is_empty()) {
            ui.add_space(space::TIGHT);
            let id = ui.scope_id().with(("note", pos));
            long_text_ui(ui, row.ctx.tokens, id, note, &Ink::caption(row.ctx.tokens));
        }
    }
}

/// What was said, in columns if there is room for them.
fn quotes_ui(
    row: &Row<'_>,
    entry: &ThreadEntry,
    event: &Event,
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    if entry.quotes.is_empty() {
        return;
    }
    ui.add_space(10.0);
    if row.columns.speakers.is_empty() || entry.quotes.len() > MOST_IN_COLUMNS {
        stack_ui(row, entry, (event, &entry.quotes), ui, actions);
        return;
    }
    let mut cells = Cells::new(ui);
    for speaker in &row.columns.speakers {
        let own: Vec<QuoteOn> =
            entry.quotes.iter().filter(|on| on.side == *speaker).copied().collect();
        cells.cell(ui, row.columns.width, Align::Min, |ui| {
            stack_ui(row, entry, (event, &own), ui, actions);
        });
        cells.skip(GAP);
    }
    cells.end(ui);
}

/// Quotes under each other.
fn stack_ui(
    row: &Row<'_>,
    entry: &ThreadEntry,
    (event, quotes): (&Event, &[QuoteOn]),
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    paged(ui, row.ctx.tokens, "quotes", quotes, |ui, pos, on| {
        let Some(quote) = event.quotes.get(on.pos as usize) else { return };
        if pos > 0 {
            ui.add_space(space::MEDIUM);
        }
        let at = QuoteAt { ix: entry.event, event, quote, names_speaker: true };
        ui.push_id(("quote", on.pos), |ui| {
            quote_ui(row.ctx, at, &Ink::wording(row.ctx.tokens), ui, actions);
        });
    });
}
