//! The meetings after, and those before that do not stand at the head.

use egui::Ui;

use super::prepared::Neighbour;
use super::{DetailCtx, Meeting};
use crate::tr;
use crate::ui::action::Action;
use crate::ui::signs::{Sign, sign_ui};
use crate::ui::text::{Ink, Pieces, cut, heading_ui, link_ui, meeting_title, paged, text_ui};
use crate::ui::tokens::space;

pub(super) fn around_ui(
    ctx: &DetailCtx<'_>,
    meeting: &Meeting,
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    let t = ctx.tokens;
    let neighbours = &meeting.others;
    if neighbours.is_empty() && meeting.unknown_follows.is_empty() {
        return;
    }
    // They stand in the order of time.
    let is_after = neighbours.first().is_none_or(|neighbour| !neighbour.is_before);
    let is_after = is_after && meeting.unknown_follows.is_empty();
    let heading = if is_after { tr!("around-after") } else { tr!("around-both") };
    heading_ui(ui, t, heading, None);
    paged(ui, t, "neighbours", neighbours, |ui, pos, neighbour| {
        if pos > 0 {
            ui.add_space(space::SMALL);
        }
        neighbour_ui(ctx, (meeting, neighbour), ui, actions);
    });
    paged(ui, t, "unknown", &meeting.unknown_follows, |ui, _, id| {
        ui.add_space(space::SMALL);
        row_ui(ctx, Sign::Taken, ui, |ui| {
            text_ui(ui, &cut(id), &Ink::body(t));
            text_ui(ui, tr!("around-unknown"), &Ink::caption(t));
        });
    });
}

fn neighbour_ui(
    ctx: &DetailCtx<'_>,
    (meeting, neighbour): (&Meeting, &Neighbour),
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    let t = ctx.tokens;
    let Some(other) = ctx.document.dataset().event(neighbour.ix) else { return };
    let sign = match (neighbour.is_followed, neighbour.is_before) {
        (true, _) => Sign::Taken,
        (false, true) => Sign::Left,
        (false, false) => Sign::Right,
    };
    row_ui(ctx, sign, ui, |ui| {
        if link_ui(ui, &meeting_title(other.title), &Ink::body(t))
            .on_hover_text(other.when.words())
            .clicked()
        {
            actions.push(Action::Select(neighbour.ix));
        }
        let (mut facts, muted) = (Pieces::default(), Ink::caption(t));
        for fact in neighbour.facts(ctx.document.dataset(), meeting) {
            facts.push_part(&cut(&fact), &muted, &muted);
        }
        facts.ui(ui);
    });
}

/// A sign in the margin, and what it stands for beside it.
fn row_ui(ctx: &DetailCtx<'_>, sign: Sign, ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::SMALL;
        sign_ui(ui, sign, 20.0, ctx.tokens.text_muted);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            add(ui);
        });
    });
}
