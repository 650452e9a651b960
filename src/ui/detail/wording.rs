//! A wording with its provenance: what a quote's main text, original and variants
//! have in common.

use std::ops::Range;

use egui::text::LayoutJob;
use egui::{Frame, Margin, Rect, Stroke, Ui, vec2};

use super::DetailCtx;
use super::diff::{differing_in_budget, found_in_budget};
use super::quotes::Card;
use super::sources::named_link_ui;
use crate::export::clip::CopyChoice;
use crate::export::quote as export;
use crate::export::words::{in_language, person_name, same_language};
use crate::model::{Source, Wording};
use crate::tr;
use crate::ui::action::Action;
use crate::ui::signs::{Sign, quiet_button_ui};
use crate::ui::text::{
    DOT, Ink, Pieces, cut, flow, long_text_ui, show_more_ui, shown_part, text_ui,
};
use crate::ui::tokens::space;
use crate::ui::underline::marked_ui;

/// The words between quotation marks, those that `marks` gives underlined; it is
/// only asked where they are in view. A text that is cut does not get its closing
/// mark.
pub(crate) fn words_ui(
    ctx: &DetailCtx<'_>,
    text: &str,
    marks: impl FnOnce(&Ui) -> Vec<Range<usize>>,
    ink: &Ink,
    ui: &mut Ui,
) {
    let id = ui.scope_id().with("words");
    let (part, is_whole) = shown_part(ui, id, text);
    let plain = ink.format();
    // Only what is seen is looked through.
    let found = if ui.is_rect_visible(room(part, ink, ui)) {
        found_in_budget(ui, part, ctx.needles)
    } else {
        Vec::new()
    };
    let mut job = LayoutJob::default();
    job.append("“", 0.0, plain.clone());
    let shift = job.text.len();
    for (piece, is_found) in pieces(part, &found) {
        let background = if is_found { ctx.tokens.accent_wash } else { egui::Color32::TRANSPARENT };
        job.append(piece, 0.0, egui::TextFormat { background, ..plain.clone() });
    }
    job.append(if is_whole { "”" } else { " …" }, 0.0, plain);
    let marks = |ui: &Ui| {
        let shown = marks(ui).into_iter().filter(|mark| mark.start < part.len());
        shown.map(|mark| mark.start + shift..mark.end.min(part.len()) + shift).collect()
    };
    marked_ui(ui, job, marks, Stroke::new(1.5, ctx.tokens.accent));
    if !is_whole {
        show_more_ui(ui, ctx.tokens, id, text.len());
    }
}

/// Where a text will stand: rather too high than too low, as it is not laid out yet.
fn room(text: &str, ink: &Ink, ui: &Ui) -> Rect {
    let width = ui.available_width().max(1.0);
    let lines = text.len() as f32 * ink.font.size / width + 2.0;
    let breaks = text.bytes().filter(|byte| *byte == b'\n').count();
    let height = (lines + breaks as f32) * ink.line_height;
    Rect::from_min_size(ui.cursor().min, vec2(width, height))
}

/// A text cut at the marks; tells of each piece whether it is marked.
fn pieces<'t>(text: &'t str, marks: &[Range<usize>]) -> Vec<(&'t str, bool)> {
    let mut pieces = Vec::with_capacity(2 * marks.len() + 1);
    let mut at = 0;
    let piece = |range: Range<usize>| text.get(range).unwrap_or_default();
    for mark in marks {
        pieces.push((piece(at..mark.start), false));
        pieces.push((piece(mark.clone()), true));
        at = mark.end;
    }
    pieces.push((piece(at..text.len()), false));
    pieces.retain(|(piece, _)| !piece.is_empty());
    pieces
}

/// The source whose words these are, under its publisher's name as readers know
/// it.
pub(super) fn source_name(source: &Source) -> String {
    let name = source.publisher.as_deref().filter(|publisher| !publisher.is_empty());
    let name = name.unwrap_or(if source.title.is_empty() { &source.id } else { &source.title });
    match source.via.as_deref().filter(|via| !via.is_empty()) {
        Some(via) => tr!("source-name-via", name = cut(name), site = cut(via)),
        None => cut(name).into_owned(),
    }
}

/// What is already known of a wording (who, when), then language, rendering, and
/// the source as a link, or that there is none. To be called in a [`flow`].
pub(crate) fn provenance_ui(
    ctx: &DetailCtx<'_>,
    mut known: Pieces,
    wording: &Wording,
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    let muted = Ink::caption(ctx.tokens);
    let language = wording.lang.as_deref().map(in_language).unwrap_or_default();
    known.push_part(&cut(&language), &muted, &muted);
    let rendering = wording.rendering.map_or("", |rendering| rendering.label());
    known.push_part(rendering, &muted, &muted);
    let source = wording.source.and_then(|ix| ctx.document.dataset().sources.get(ix.pos()));
    if source.is_none() {
        known.push_part(tr!("no-source"), &muted, &muted);
    } else if !known.is_empty() {
        known.push(DOT, &muted);
    }
    if !known.is_empty() {
        known.ui(ui);
    }
    if let Some(source) = source {
        named_link_ui(source, &source_name(source), &muted, ui, actions);
    }
}

/// To whom a source gives the words, where that is somebody else.
pub(crate) fn attribution_ui(ctx: &DetailCtx<'_>, wording: &Wording, ui: &mut Ui) {
    let t = ctx.tokens;
    if let Some(person) = wording.attributed_to {
        ui.add_space(space::TIGHT);
        let name = cut(person_name(ctx.document.dataset(), person));
        let margin = Margin::symmetric(8, 3);
        Frame::new().fill(t.accent_wash).corner_radius(4).inner_margin(margin).show(ui, |ui| {
            let text = tr!("attributed-to", name = name);
            text_ui(ui, &text, &Ink::caption_strong(t));
        });
        ui.add_space(space::TIGHT);
    }
}

/// What the editors note on a wording.
pub(crate) fn note_ui(ctx: &DetailCtx<'_>, wording: &Wording, ui: &mut Ui) {
    let t = ctx.tokens;
    if let Some(note) = wording.note.as_deref().filter(|note| !note.is_empty()) {
        ui.add_space(2.0);
        let id = ui.scope_id().with("note");
        long_text_ui(ui, t, id, note, &Ink::caption(t));
    }
}

/// Another wording of a quote under its main one; `what` says which.
pub(super) fn other_ui(
    card: &Card<'_>,
    what: &str,
    wording: &Wording,
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    let Card { ctx, meeting, quote, .. } = card;
    let t = ctx.tokens;
    ui.add_space(space::MEDIUM - space::TIGHT);
    let is_comparable = same_language(quote.wording.lang.as_deref(), wording.lang.as_deref());
    let marks = |ui: &Ui| {
        if is_comparable {
            differing_in_budget(ui, &quote.wording.text, &wording.text)
        } else {
            Vec::new()
        }
    };
    words_ui(ctx, &wording.text, marks, &Ink::wording(t), ui);
    ui.add_space(2.0);
    attribution_ui(ctx, wording, ui);
    let mut known = Pieces::default();
    known.push(what, &Ink::caption_strong(t).color(t.text_muted));
    flow(ui, |ui| {
        provenance_ui(ctx, known, wording, ui, actions);
        let name = tr!("wording-copy");
        if quiet_button_ui(ui, t, Sign::Copy, "", name).on_hover_text(name).clicked() {
            let dataset = ctx.document.dataset();
            let CopyChoice { format, style } = ctx.choice;
            let page = export::wording(dataset, &meeting.event, quote, wording, style);
            let clip = page.clip(format);
            actions.push(Action::Copy { clip, what: tr!("wording-copy.what") });
        }
    });
    note_ui(ctx, wording, ui);
}
