//! What came of the meeting.

use egui::{Sense, Ui, vec2};

use super::sources::references_ui;
use super::{DetailCtx, Meeting};
use crate::tr;
use crate::ui::action::Action;
use crate::ui::text::{Ink, flow, heading_ui, long_text_ui, paged, text_ui};
use crate::ui::tokens::space;

pub(super) fn outcomes_ui(
    ctx: &DetailCtx<'_>,
    meeting: &Meeting,
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    let (t, outcomes) = (ctx.tokens, &meeting.event.outcomes);
    if outcomes.is_empty() {
        return;
    }
    heading_ui(ui, t, tr!("detail-outcomes"), Some(outcomes.len()));
    let ink = Ink::reading(t);
    paged(ui, t, "outcomes", outcomes, |ui, pos, outcome| {
        if pos > 0 {
            ui.add_space(space::TIGHT + 2.0);
        }
        ui.push_id(pos, |ui| {
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = space::SMALL;
                let (rect, _) = ui.allocate_exact_size(vec2(6.0, ink.line_height), Sense::hover());
                ui.painter().circle_filled(rect.center(), 1.8, t.text_muted);
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.y = 0.0;
                    if outcome.sources.is_empty() || outcome.text.len() > 1_000 {
                        let id = ui.scope_id().with("text");
                        long_text_ui(ui, t, id, &outcome.text, &ink);
                    }
                    flow(ui, |ui| {
                        if !outcome.sources.is_empty() && outcome.text.len() <= 1_000 {
                            text_ui(ui, &outcome.text, &ink);
                        }
                        references_ui(ctx, meeting, &outcome.sources, ui, actions);
                    });
                });
            });
        });
    });
}
