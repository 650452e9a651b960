//! What, when, where; and what can be done with the meeting.

use egui::{Sense, Ui, vec2};

use super::{DetailCtx, Meeting};
use crate::tr;
use crate::ui::access;
use crate::ui::action::Action;
use crate::ui::command::Command;
use crate::ui::shapes::paint_shape;
use crate::ui::signs::{Sign, button_ui};
use crate::ui::text::{DOT, Ink, Pieces, cut, flow, link_ui, long_text_ui, meeting_title};
use crate::ui::tokens::space;

pub(super) fn header_ui(
    ctx: &DetailCtx<'_>,
    meeting: &Meeting,
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    let (t, event) = (ctx.tokens, &meeting.event);
    let id = ui.scope_id().with("title");
    let title = long_text_ui(ui, t, id, &event.title, &Ink::title(t));
    access::heading(&title, &cut(&event.title), 1);
    ui.add_space(space::TIGHT);
    facts_ui(ctx, meeting, ui);
    ui.add_space(space::MEDIUM - space::TIGHT);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        ui.spacing_mut().interact_size.y = 0.0;
        command_ui(ctx, Command::CopyMeeting, Sign::Copy, tr!("detail-copy"), ui, actions);
        command_ui(ctx, Command::FitSelection, Sign::Zoom, "", ui, actions);
        command_ui(ctx, Command::ShowAccounts, Sign::Accounts, tr!("detail-accounts"), ui, actions);
        command_ui(ctx, Command::Compare, Sign::Compare, tr!("detail-compare"), ui, actions);
        command_ui(ctx, Command::PreviousMeeting, Sign::Left, "", ui, actions);
        command_ui(ctx, Command::NextMeeting, Sign::Right, "", ui, actions);
    });
    before_ui(ctx, meeting, ui, actions);
}

/// The meetings before it, each in a line: at what level they met last, and how long ago.
fn before_ui(ctx: &DetailCtx<'_>, meeting: &Meeting, ui: &mut Ui, actions: &mut Vec<Action>) {
    let muted = Ink::caption(ctx.tokens);
    for (pos, neighbour) in meeting.before.iter().enumerate() {
        let Some(other) = ctx.document.dataset().event(neighbour.ix) else { continue };
        ui.add_space(if pos == 0 { space::SMALL } else { 0.0 });
        ui.push_id(("before", pos), |ui| {
            flow(ui, |ui| {
                // The title first, so that the lines can be told apart at their left edge.
                if link_ui(ui, &meeting_title(other.title), &muted)
                    .on_hover_text(other.when.words())
                    .clicked()
                {
                    actions.push(Action::Select(neighbour.ix));
                }
                let mut facts = Pieces::default();
                for fact in neighbour.facts(ctx.document.dataset(), meeting) {
                    facts.push(DOT, &muted);
                    facts.push(&cut(&fact), &muted);
                }
                facts.ui(ui);
            });
        });
    }
}

fn command_ui(
    ctx: &DetailCtx<'_>,
    command: Command,
    sign: Sign,
    text: &str,
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    let name = command.text();
    let tooltip = command.tip(ui);
    if button_ui(ui, ctx.tokens, Some(sign), text, name).on_hover_text(tooltip).clicked() {
        actions.push(Action::Run(command));
    }
}

/// Date, kind with its mark, place.
fn facts_ui(ctx: &DetailCtx<'_>, meeting: &Meeting, ui: &mut Ui) {
    let (t, event) = (ctx.tokens, &meeting.event);
    let (strong, muted) = (Ink::body(t), Ink::body(t).color(t.text_muted));
    let kind = ctx.document.dataset().kinds.get(event.kind.pos());
    let place = event.place.as_ref();
    let place = place.and_then(|place| place.name.as_deref().or(place.country.as_deref()));
    flow(ui, |ui| {
        let mut date = Pieces::default();
        date.push(&event.when.words(), &strong);
        date.push(DOT, &muted);
        date.ui(ui);
        let mut rest = Pieces::default();
        if let Some(kind) = kind {
            let size = vec2(12.0, strong.line_height);
            let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
            paint_shape(ui.painter(), kind.shape, rect.center(), 4.5, t.mark, t.canvas);
            let name = if kind.id.is_empty() { tr!("detail-no-kind") } else { kind.singular() };
            rest.push(&format!(" {}", cut(name)), &muted);
        }
        if let Some(place) = place {
            rest.push_part(&cut(place), &muted, &muted);
        }
        if !rest.is_empty() {
            rest.ui(ui);
        }
    });
}
