//! Summary and background, in the editors' words.

use egui::Ui;

use super::{DetailCtx, Meeting};
use crate::tr;
use crate::ui::text::{Ink, heading_ui, long_text_ui};
use crate::ui::tokens::space;

pub(super) fn prose_ui(ctx: &DetailCtx<'_>, meeting: &Meeting, ui: &mut Ui) {
    let (t, event) = (ctx.tokens, &meeting.event);
    if let Some(summary) = event.summary.as_deref().filter(|text| !text.is_empty()) {
        // It needs no heading: it is what one expects to read first.
        ui.add_space(space::LARGE);
        let id = ui.scope_id().with("summary");
        long_text_ui(ui, t, id, summary, &Ink::reading(t));
    }
    if let Some(background) = event.background.as_deref().filter(|text| !text.is_empty()) {
        heading_ui(ui, t, tr!("detail-background"), None);
        let id = ui.scope_id().with("background");
        long_text_ui(ui, t, id, background, &Ink::reading(t));
    }
}
