//! The meetings: when they were, what changed since the one before, and how to take one
//! out.

use egui::Ui;

use super::Field;
use crate::analysis::comparison::{ComparedMeeting, Tally};
use crate::export::gap::gap;
use crate::export::words::known_from;
use crate::lang::list;
use crate::tr;
use crate::ui::action::Action;
use crate::ui::pages::PageCtx;
use crate::ui::signs::{Sign, button_ui, quiet_button_ui};
use crate::ui::text::{Ink, link_ui, text_ui};
use crate::ui::tokens::{self, space};
use crate::ui::words::shortened;

pub(super) fn heads_ui(field: &Field<'_>, ui: &mut Ui, actions: &mut Vec<Action>) {
    let meetings = &field.comparison.meetings;
    ui.add_space(space::SMALL);
    field.columns.row_ui(ui, |ui, column| {
        let Some(pos) = column.checked_sub(1) else { return };
        let Some(meeting) = meetings.get(pos) else { return };
        let before = pos.checked_sub(1).and_then(|before| meetings.get(before));
        meeting_ui(field, meeting, before, ui, actions);
    });
}

fn meeting_ui(
    field: &Field<'_>,
    meeting: &ComparedMeeting,
    before: Option<&ComparedMeeting>,
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    let t = field.ctx.tokens;
    let title = shortened(&meeting.event.title);
    let small = Ink { line_height: 16.0, ..Ink::caption(t) };
    let ink = Ink { font: tokens::semibold(15.0), ..Ink::reading(t) };
    if link_ui(ui, &title, &ink).clicked() {
        actions.push(Action::Select(meeting.ix));
    }
    text_ui(ui, &meeting.event.when.words(), &small.clone().color(t.text));
    let gap = before.map(|before| gap(&before.event.when, &meeting.event.when, false));
    // "later" than what stands at the left.
    text_ui(ui, gap.as_deref().unwrap_or(" "), &small);
    let tally = meeting.tally.map_or_else(|| " ".to_owned(), tally_words);
    text_ui(ui, &tally, &small);
    let dataset = field.ctx.document.dataset();
    let known = dataset.event(meeting.ix).map(|head| known_from(dataset, &head));
    text_ui(ui, &shortened(&known.unwrap_or_default()), &small);
    ui.add_space(2.0);
    let name = tr!("page-take-out-which", title = title.as_str());
    if quiet_button_ui(ui, t, Sign::Remove, tr!("page-take-out"), &name).clicked() {
        actions.push(Action::ToggleCompared(meeting.ix));
    }
}

/// "3 new, 2 not in this record, 1 changed"
fn tally_words(tally: Tally) -> String {
    let parts = [
        (tally.new, tr!("page-tally-new", count = tally.new)),
        (tally.dropped, tr!("page-tally-dropped", count = tally.dropped)),
        (tally.changed, tr!("page-tally-changed", count = tally.changed)),
        (tally.same, tr!("page-tally-same", count = tally.same)),
    ];
    let parts: Vec<String> =
        parts.into_iter().filter(|(count, _)| *count > 0).map(|(_, words)| words).collect();
    if parts.is_empty() { tr!("page-tally-none").to_owned() } else { list::things(&parts) }
}

/// The meeting that is alone so far.
pub(super) fn chosen_ui(
    ctx: &PageCtx<'_>,
    meeting: &ComparedMeeting,
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    let t = ctx.tokens;
    let title = shortened(&meeting.event.title);
    if link_ui(ui, &title, &Ink::body(t)).clicked() {
        actions.push(Action::Select(meeting.ix));
    }
    text_ui(ui, &meeting.event.when.words(), &Ink::caption(t));
    ui.add_space(space::TIGHT);
    let name = tr!("page-take-out-which", title = title.as_str());
    if button_ui(ui, t, Some(Sign::Remove), tr!("page-take-out"), &name).clicked() {
        actions.push(Action::ToggleCompared(meeting.ix));
    }
}
