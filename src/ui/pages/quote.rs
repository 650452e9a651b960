//! A quote as the pages show it: the words, who said them when, how they were
//! rendered, and the source; all its other wordings are in the meeting's pane.

use egui::{Frame, Margin, Rect, Ui, vec2};

use super::PageCtx;
use super::reader::Read;
use crate::model::{Event, EventIx, Quote};
use crate::tr;
use crate::ui::action::Action;
use crate::ui::detail::{attribution_ui, note_ui, provenance_ui, words_ui};
use crate::ui::page::Page;
use crate::ui::signs::{Sign, quiet_button_ui};
use crate::ui::text::{DOT, Ink, Pieces, bare_link_ui, cut, flow, link_ui, text_ui};
use crate::ui::tokens::space;

/// The bar at the left in the colour of the speaker's side.
const BAR: f32 = 3.0;
const BAR_GAP: i8 = 12;

/// A quote and where it stands.
#[derive(Clone, Copy)]
pub(crate) struct QuoteAt<'a> {
    pub ix: EventIx,
    pub event: &'a Event,
    pub quote: &'a Quote,
    /// Whether the speaker must be named.
    pub names_speaker: bool,
}

pub(crate) fn quote_ui(
    ctx: &PageCtx<'_>,
    at: QuoteAt<'_>,
    ink: &Ink,
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    let t = ctx.tokens;
    let detail = ctx.detail();
    let margin = Margin { left: BAR_GAP, ..Margin::ZERO };
    let frame = Frame::new().inner_margin(margin).show(ui, |ui| {
        ui.set_width(ui.available_width());
        words_ui(&detail, &at.quote.wording.text, |_| Vec::new(), ink, ui);
        ui.add_space(2.0);
        attribution_ui(&detail, &at.quote.wording, ui);
        flow(ui, |ui| {
            let known = byline_ui(ctx, at, ui, actions);
            provenance_ui(&detail, known, &at.quote.wording, ui, actions);
        });
        note_ui(&detail, &at.quote.wording, ui);
        ui.add_space(2.0);
        footer_ui(ctx, at, ui, actions);
    });
    let rect = frame.response.rect;
    let bar = Rect::from_min_size(rect.min, vec2(BAR, rect.height()));
    let side = at.quote.speaker.and_then(|speaker| {
        ctx.document.dataset().people.get(speaker.pos()).and_then(|person| person.side)
    });
    ui.painter().rect_filled(bar, 1.0, t.side(side));
}

/// Who, and when if that is not the meeting's only day. What does not link is
/// returned, to go on with.
fn byline_ui(ctx: &PageCtx<'_>, at: QuoteAt<'_>, ui: &mut Ui, actions: &mut Vec<Action>) -> Pieces {
    let (t, muted) = (ctx.tokens, Ink::caption(ctx.tokens));
    let mut known = Pieces::default();
    let people = &ctx.document.dataset().people;
    let speaker = at.quote.speaker.filter(|_| at.names_speaker);
    let date = at.quote.date.as_ref().map(|date| date.words());
    let date = date.filter(|date| *date != at.event.when.words());
    if let Some((ix, person)) = speaker.and_then(|ix| Some((ix, people.get(ix.pos())?))) {
        if bare_link_ui(ui, &cut(person.shown_name()), &Ink::caption_strong(t)).clicked() {
            actions.push(Action::Go(Page::People(vec![ix])));
        }
        text_ui(ui, DOT, &muted);
    }
    known.push(&date.unwrap_or_default(), &muted);
    known
}

/// What more there is, and the button that copies.
fn footer_ui(ctx: &PageCtx<'_>, at: QuoteAt<'_>, ui: &mut Ui, actions: &mut Vec<Action>) {
    let t = ctx.tokens;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::SMALL;
        ui.spacing_mut().interact_size.y = 0.0;
        let name = tr!("page-copy-quote");
        let response = quiet_button_ui(ui, t, Sign::Copy, tr!("page-copy"), name);
        if response.on_hover_text(tr!("page-copy-quote-hint")).clicked() {
            let dataset = ctx.document.dataset();
            actions.push(Action::copy_quote(dataset, at.event, at.quote, ctx.choice));
        }
        let more = more(at.quote);
        if !more.is_empty() {
            let response = bare_link_ui(ui, &more, &Ink::caption(t));
            if response.on_hover_text(tr!("page-show-wordings")).clicked() {
                actions.push(Action::Select(at.ix));
            }
        }
    });
}

/// "Original and 2 other wordings"
fn more(quote: &Quote) -> String {
    match (quote.original.is_some(), quote.variants.len()) {
        (false, 0) => String::new(),
        (false, count) => tr!("page-other-wordings", count = count),
        (true, 0) => tr!("page-original").to_owned(),
        (true, count) => tr!("page-original-and-others", count = count),
    }
}

/// The line that stands where a meeting is not read, or not yet.
pub(crate) fn unread_ui(
    ctx: &PageCtx<'_>,
    (ix, read): (EventIx, &Read),
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    let muted = Ink::caption(ctx.tokens);
    match read {
        Read::There(_) => {}
        Read::Later => {
            text_ui(ui, tr!("page-reading"), &muted);
        }
        Read::TooLong(bytes) => {
            let text = tr!("page-too-long", size = bytes.div_ceil(1_000));
            if link_ui(ui, &text, &muted).clicked() {
                actions.push(Action::Select(ix));
            }
        }
        Read::Failed => {
            text_ui(ui, tr!("page-unreadable"), &muted);
        }
    }
}
