//! What was said: a card for each quote, with a bar in the speaker's side colour.

use egui::{Frame, Id, Margin, Rect, Ui, vec2};

use super::cite::cite_ui;
use super::participants::other_names;
use super::wording::{attribution_ui, note_ui, other_ui, provenance_ui, words_ui};
use super::{DetailCtx, Meeting};
use crate::find::marks;
use crate::model::Quote;
use crate::tr;
use crate::ui::action::Action;
use crate::ui::chip::chip_ui;
use crate::ui::page::Page;
use crate::ui::signs::{Sign, quiet_button_ui};
use crate::ui::text::{Ink, PAGE, Pieces, beginning, cut, flow, heading_ui, paged};
use crate::ui::tokens::space;

/// The bar at the left of a card.
const BAR: f32 = 3.0;
/// As much of a text as is looked through at once, in bytes.
const MOST_LOOKED_THROUGH: usize = 16_000;
const BAR_GAP: i8 = 14;

/// How many issues of a quote have chips at most.
const MOST_CHIPS: usize = 24;

pub(super) fn quotes_ui(
    ctx: &DetailCtx<'_>,
    (meeting, is_new): (&Meeting, bool),
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    let quotes = &meeting.event.quotes;
    if quotes.is_empty() {
        return;
    }
    heading_ui(ui, ctx.tokens, tr!("detail-quotes"), Some(quotes.len()));
    ui.add_space(space::TIGHT);
    let seeks_anew = is_sought_anew(ctx, ui);
    let sought = if is_new || seeks_anew { best_found(ctx, meeting) } else { None };
    paged(ui, ctx.tokens, "quotes", quotes, |ui, pos, quote| {
        if pos > 0 {
            ui.add_space(space::LARGE);
        }
        let card = ui.push_id(("quote", pos), |ui| {
            card_ui(&Card { ctx, meeting, quote, pos }, ui, actions);
        });
        if sought == Some(pos) {
            card.response.scroll_to_me(Some(egui::Align::Center));
        }
    });
}

/// Whether other words are searched for than when the pane was last at a quote. Not while
/// they are being typed: then the pane stays where it is.
fn is_sought_anew(ctx: &DetailCtx<'_>, ui: &Ui) -> bool {
    if ui.ctx().egui_wants_keyboard_input() {
        return false;
    }
    let words = ctx
        .needles
        .iter()
        .fold(Id::NULL, |id, needle| id.with((&needle.folded, needle.is_phrase, needle.excluded)));
    let id = Id::unique("words of the sought quote");
    ui.data_mut(|data| {
        let before = data.get_temp::<Id>(id);
        data.insert_temp(id, words);
        before.is_some_and(|before| before != words)
    })
}

/// The first of the quotes with the most of the words that are searched for; none where
/// the title has all of them: then the meeting itself was meant.
fn best_found(ctx: &DetailCtx<'_>, meeting: &Meeting) -> Option<usize> {
    let needles = || ctx.needles.iter().filter(|needle| !needle.excluded);
    let found = |text: &str| {
        let text = beginning(text, MOST_LOOKED_THROUGH);
        needles().filter(|needle| !marks(text, std::slice::from_ref(*needle)).is_empty()).count()
    };
    let sought = needles().count();
    if sought == 0 || found(&meeting.event.title) == sought {
        return None;
    }
    let of_quote = |quote: &Quote| {
        quote.wordings().take(PAGE).map(|wording| found(&wording.text)).max().unwrap_or(0)
    };
    let quotes = meeting.event.quotes.iter().take(PAGE).enumerate();
    let counts = quotes.map(|(pos, quote)| (of_quote(quote), std::cmp::Reverse(pos)));
    counts.max().filter(|(count, _)| *count > 0).map(|(_, pos)| pos.0)
}

/// A quote and where it stands.
pub(super) struct Card<'a> {
    pub ctx: &'a DetailCtx<'a>,
    pub meeting: &'a Meeting,
    pub quote: &'a Quote,
    /// Its position among the meeting's quotes.
    pub pos: usize,
}

fn card_ui(card: &Card<'_>, ui: &mut Ui, actions: &mut Vec<Action>) {
    let Card { ctx, meeting, quote, .. } = card;
    let t = ctx.tokens;
    let speaker = quote.speaker.and_then(|ix| ctx.document.dataset().people.get(ix.pos()));
    let margin = Margin { left: BAR_GAP, ..Margin::ZERO };
    let frame = Frame::new().inner_margin(margin).show(ui, |ui| {
        words_ui(ctx, &quote.wording.text, |_| Vec::new(), &Ink::quote(t), ui);
        ui.add_space(space::TIGHT);
        attribution_ui(ctx, &quote.wording, ui);
        let muted = Ink::caption(t);
        let mut known = Pieces::default();
        if let Some(speaker) = speaker {
            known.push(&cut(speaker.shown_name()), &Ink::caption_strong(t));
            known.push(&other_names(speaker), &muted);
        }
        let date = date_if_other(meeting, quote).unwrap_or_default();
        known.push_part(&date, &muted, &muted);
        flow(ui, |ui| provenance_ui(ctx, known, &quote.wording, ui, actions));
        note_ui(ctx, &quote.wording, ui);
        if let Some(original) = &quote.original {
            ui.push_id("original", |ui| {
                other_ui(card, tr!("quote-original"), original, ui, actions)
            });
        }
        paged(ui, t, "variants", &quote.variants, |ui, pos, variant| {
            ui.push_id(("variant", pos), |ui| {
                other_ui(card, tr!("quote-wording"), variant, ui, actions);
            });
        });
        ui.add_space(space::SMALL);
        footer_ui(card, ui, actions);
    });
    let rect = frame.response.rect;
    let bar = Rect::from_min_size(rect.min, vec2(BAR, rect.height()));
    let side = speaker.and_then(|speaker| speaker.side);
    ui.painter().rect_filled(bar, 1.0, t.side(side));
}

/// The issues as chips, and the button that copies.
fn footer_ui(card: &Card<'_>, ui: &mut Ui, actions: &mut Vec<Action>) {
    let Card { ctx, meeting, quote, .. } = card;
    let (t, dataset) = (ctx.tokens, ctx.document.dataset());
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::TIGHT + 2.0, space::TIGHT + 2.0);
        ui.spacing_mut().interact_size.y = 0.0;
        ui.horizontal_wrapped(|ui| {
            for ix in quote.issues.iter().take(MOST_CHIPS) {
                if let Some(issue) = dataset.issues.get(ix.pos())
                    && chip_ui(ui, t, &cut(issue.shown_name()), t.panel).clicked()
                {
                    actions.push(Action::Go(Page::Thread(*ix)));
                }
            }
            let (text, name) = (tr!("quote-copy"), tr!("quote-copy-name"));
            let response = quiet_button_ui(ui, t, Sign::Copy, text, name);
            if response.on_hover_text(tr!("quote-copy.tip")).clicked() {
                actions.push(Action::copy_quote(dataset, &meeting.event, quote, ctx.choice));
            }
            if quote.wordings().nth(1).is_some() {
                let name = tr!("quote-compare");
                let response = quiet_button_ui(ui, t, Sign::Differ, name, name);
                if response.on_hover_text(tr!("quote-compare.tip")).clicked() {
                    actions.push(Action::CompareWordings { event: meeting.ix, quote: card.pos });
                }
            }
            let sources = || quote.wordings().filter_map(|wording| wording.source);
            if sources().next().is_some() {
                let ids = || sources().collect();
                cite_ui(ctx, tr!("quote-cite"), &ids, ui, actions);
            }
        });
    });
}

/// The day of the quote, unless it is the meeting's only one.
fn date_if_other(meeting: &Meeting, quote: &Quote) -> Option<String> {
    let words = quote.date.as_ref()?.words();
    (words != meeting.event.when.words()).then_some(words)
}
