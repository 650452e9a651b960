//! The wordings of one quote on a sheet: one is the base, and each other one in the same
//! language stands aligned against it, word by word, in Chinese character by character.
//!
//! Words that only the base has are struck through, words that only the other one has are
//! underlined. What is copied is always a wording as its source has it.

mod open;

use std::ops::Range;
use std::sync::Arc;
use std::time::Duration;

use egui::text::LayoutJob;
use egui::{Frame, Margin, Role, ScrollArea, Sense, Stroke, Ui, WidgetInfo, vec2};

use self::open::Against;
pub use self::open::OpenWordings;
use super::PageCtx;
use super::parts::{from_top, provenance_ui, words_ui};
use crate::analysis::wordings::Piece;
use crate::export::quote as export;
use crate::export::words::person_name;
use crate::model::Wording;
use crate::tr;
use crate::ui::action::Action;
use crate::ui::sheet::sheet_ui;
use crate::ui::signs::{Sign, quiet_button_ui};
use crate::ui::text::{Ink, paged, text_ui};
use crate::ui::tokens::space;
use crate::ui::underline::marked_ui;
use crate::ui::words::shortened;

/// Which quote's wordings are shown.
#[derive(Debug, Default)]
pub struct WordingsState {
    /// The quote, while the sheet is open.
    pub open: Option<OpenWordings>,
}

/// Shows the sheet, while one is open.
pub fn wordings_ui(
    ctx: &PageCtx<'_>,
    state: &mut WordingsState,
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    let Some(open) = &mut state.open else { return };
    let speaker = open.quote.speaker.map(|one| person_name(ctx.document.dataset(), one));
    let heading = match speaker {
        Some(speaker) => tr!("page-wordings-of", speaker = shortened(speaker)),
        None => tr!("page-wordings").to_owned(),
    };
    let contents = |ui: &mut Ui| sheet_contents_ui(ctx, open, ui, actions);
    if sheet_ui(ui, "wordings", &heading, 720.0, contents, |_| {}) {
        state.open = None;
    }
}

fn sheet_contents_ui(
    ctx: &PageCtx<'_>,
    open: &mut OpenWordings,
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    let t = ctx.tokens;
    ui.spacing_mut().item_spacing.y = 0.0;
    text_ui(ui, tr!("page-wordings-signs"), &Ink::caption(t));
    ui.add_space(space::SMALL);
    let height = ui.ctx().content_rect().height() - 200.0;
    let area = from_top(ui, ScrollArea::vertical().id_salt("wordings"), open.key);
    area.max_height(height.max(160.0)).auto_shrink([false, true]).show(ui, |ui| {
        ui.set_max_width(ui.available_width() - space::MEDIUM);
        let mut spent = Duration::ZERO;
        let names = Arc::clone(&open.names);
        ui.push_id(open.key, |ui| {
            paged(ui, t, "wordings", &names, |ui, pos, _| {
                if pos > 0 {
                    ui.add_space(space::MEDIUM);
                }
                ui.push_id(pos, |ui| one_ui(ctx, open, (pos, &mut spent), ui, actions));
            });
        });
    });
}

fn one_ui(
    ctx: &PageCtx<'_>,
    open: &mut OpenWordings,
    (pos, spent): (usize, &mut Duration),
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    let t = ctx.tokens;
    let against = open.against_base(pos, spent);
    let name = open.names.get(pos).cloned().unwrap_or_default();
    let is_base = pos == open.base;
    let margin = Margin { left: 14, ..Margin::ZERO };
    let mut becomes_base = false;
    let frame = Frame::new().inner_margin(margin).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::SMALL;
            becomes_base = base_ui(ctx, &name, is_base, ui);
            let Some(wording) = open.wording(pos) else { return };
            let copy = tr!("page-wording-copy");
            if quiet_button_ui(ui, t, Sign::Copy, "", copy).on_hover_text(copy).clicked() {
                let dataset = ctx.document.dataset();
                let page =
                    export::wording(dataset, &open.event, &open.quote, wording, ctx.choice.style);
                let clip = page.clip(ctx.choice.format);
                actions.push(Action::Copy { clip, what: tr!("page-wording-copied") });
            }
        });
        let (Some(wording), Some(base)) = (open.wording(pos), open.wording(open.base)) else {
            return;
        };
        match &against {
            Against::Aligned(pieces) => aligned_ui(ctx, (base, wording), pieces, ui),
            _ => words_ui(ctx, &wording.text, &Ink::quote(t), ui),
        }
        let remark = match &against {
            Against::OtherLanguage => tr!("page-other-language"),
            Against::TooLong => tr!("page-too-long-to-compare"),
            Against::Aligned(pieces)
                if pieces.iter().all(|piece| matches!(piece, Piece::Both(_))) =>
            {
                tr!("page-same-words")
            }
            _ => "",
        };
        if !remark.is_empty() {
            text_ui(ui, remark, &Ink::caption_strong(t).color(t.text_muted));
        }
        ui.add_space(2.0);
        provenance_ui(ctx, wording, ui, actions);
    });
    if matches!(against, Against::Later) {
        ui.request_repaint();
    }
    let rect = frame.response.rect;
    let bar = egui::Rect::from_min_size(rect.min, vec2(3.0, rect.height()));
    ui.painter().rect_filled(bar, 1.0, if is_base { t.accent } else { t.line });
    if becomes_base {
        open.choose(pos);
    }
}

/// Whether it is the base, or the button by which it becomes it.
fn base_ui(ctx: &PageCtx<'_>, name: &str, is_base: bool, ui: &mut Ui) -> bool {
    let t = ctx.tokens;
    let (rect, response) = ui.allocate_exact_size(vec2(16.0, 18.0), Sense::click());
    let label = tr!("page-base-name", name = name);
    response
        .widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), is_base, &label));
    if ui.is_rect_visible(rect) {
        let ink = if response.hovered() { t.text } else { t.text_muted };
        ui.painter().circle_stroke(rect.center(), 5.5, Stroke::new(1.4, ink));
        if is_base {
            ui.painter().circle_filled(rect.center(), 3.0, t.accent);
        }
        if response.has_focus() {
            ui.painter().circle_stroke(rect.center(), 8.0, Stroke::new(2.0, t.accent));
        }
    }
    let tip = if is_base { tr!("page-base-is") } else { tr!("page-base-choose") };
    let response = response.on_hover_text(tip);
    text_ui(ui, name, &Ink::caption_strong(t));
    if is_base {
        text_ui(ui, tr!("page-base"), &Ink::caption(t));
    }
    response.clicked()
}

/// The words of both, those of the base alone struck through, those of this one alone
/// underlined.
fn aligned_ui(
    ctx: &PageCtx<'_>,
    (base, wording): (&Wording, &Wording),
    pieces: &[Piece],
    ui: &mut Ui,
) {
    let t = ctx.tokens;
    let plain = Ink::quote(t).format();
    let mut struck = Ink::quote(t).color(t.text_muted).format();
    struck.strikethrough = Stroke::new(1.5, t.text_muted);
    let (mut job, mut spoken) = (LayoutJob::default(), String::from("“"));
    let mut added: Vec<Range<usize>> = Vec::new();
    job.append("“", 0.0, plain.clone());
    let mut before: Option<(&Piece, char)> = None;
    for piece in pieces {
        let text = piece.text(&base.text, &wording.text);
        let words = text.trim_end();
        if before.is_some_and(|before| needs_gap(before, (piece, text))) {
            job.append(" ", 0.0, plain.clone());
        }
        let start = job.text.len();
        let is_struck = matches!(piece, Piece::FirstOnly(_));
        job.append(words, 0.0, if is_struck { struck.clone() } else { plain.clone() });
        match piece {
            Piece::Both(_) => spoken.push_str(words),
            Piece::FirstOnly(_) => spoken.push_str(&tr!("page-only-in-base", words = words)),
            Piece::SecondOnly(_) => {
                added.push(start..start + words.len());
                spoken.push_str(&tr!("page-only-in-this", words = words));
            }
        }
        let space = text.get(words.len()..).unwrap_or_default();
        job.append(space, 0.0, plain.clone());
        spoken.push_str(space);
        before = text.chars().last().map(|last| (piece, last));
    }
    job.append("”", 0.0, plain);
    spoken.push('”');
    let response = marked_ui(ui, job, |_| added, Stroke::new(1.5, t.accent));
    response.widget_info(|| WidgetInfo::labeled(Role::Label, ui.is_enabled(), &spoken));
}

/// Whether a struck word and the one beside it would read as one; Chinese needs no space.
fn needs_gap((before, last): (&Piece, char), (piece, text): (&Piece, &str)) -> bool {
    let is_letter = |c: char| c.is_alphanumeric() && c < '\u{2e80}';
    let is_struck = |piece: &Piece| matches!(piece, Piece::FirstOnly(_));
    (is_struck(before) || is_struck(piece))
        && is_letter(last)
        && text.chars().next().is_some_and(is_letter)
}
