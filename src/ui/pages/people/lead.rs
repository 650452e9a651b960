//! The answer to "when did they last meet?", in large.

use egui::Ui;

use crate::analysis::people::PersonView;
use crate::tr;
use crate::ui::action::Action;
use crate::ui::page::Page;
use crate::ui::pages::PageCtx;
use crate::ui::pages::empty::empty_ui;
use crate::ui::pages::links::{date_of, kind_of, meeting_ui, person_ui};
use crate::ui::signs::button_ui;
use crate::ui::text::{DOT, Ink, flow, text_ui};
use crate::ui::tokens::{self, space};

/// How many meetings that may have been the last are named.
const MOST_PERHAPS: usize = 4;
/// How many people have a line of their own.
const MOST_PEOPLE: usize = 12;

pub(super) fn lead_ui(
    ctx: &PageCtx<'_>,
    view: &PersonView,
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    let t = ctx.tokens;
    ui.add_space(space::MEDIUM);
    members_ui(ctx, view, ui, actions);
    let Some(last) = view.last() else { return };
    let is_one = view.people.len() == 1;
    let what = if is_one { tr!("page-person-last") } else { tr!("page-common-last") };
    text_ui(ui, what, &Ink::caption_strong(t).color(t.text_muted));
    ui.add_space(2.0);
    let large = Ink { font: tokens::serif_semibold(19.0), line_height: 26.0, ..Ink::title(t) };
    text_ui(ui, &date_of(ctx, last), &large);
    flow(ui, |ui| {
        let muted = Ink::body(t).color(t.text_muted);
        meeting_ui(ctx, last, &Ink::body(t), ui, actions);
        let kind = kind_of(ctx, last);
        if !kind.is_empty() {
            text_ui(ui, &format!("{DOT}{kind}"), &muted);
        }
    });
    if view.perhaps_last.is_empty() {
        return;
    }
    flow(ui, |ui| {
        let muted = Ink::body(t).color(t.text_muted);
        text_ui(ui, tr!("page-perhaps-later"), &muted);
        for (pos, ix) in view.perhaps_last.iter().take(MOST_PERHAPS).enumerate() {
            if pos > 0 {
                text_ui(ui, tr!("list-of-names"), &muted);
            }
            ui.push_id(pos, |ui| meeting_ui(ctx, *ix, &Ink::body(t), ui, actions));
            text_ui(ui, &tr!("page-when-aside", when = date_of(ctx, *ix)), &muted);
        }
    });
}

/// Each of several people, with a button that leaves them out.
fn members_ui(ctx: &PageCtx<'_>, view: &PersonView, ui: &mut Ui, actions: &mut Vec<Action>) {
    let t = ctx.tokens;
    if view.people.len() < 2 {
        return;
    }
    let dataset = ctx.document.dataset();
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(space::SMALL, space::TIGHT);
        // As high as the buttons, so that the names stand beside their middle.
        ui.spacing_mut().interact_size.y = 24.0;
        ui.horizontal_wrapped(|ui| {
            for (pos, person) in view.people.iter().take(MOST_PEOPLE).enumerate() {
                let side = dataset.people.get(person.pos()).and_then(|person| person.side);
                let ink = Ink::caption_strong(t).color(t.side(side));
                person_ui(ctx, *person, &ink, ui, actions);
                let name = crate::export::words::person_name(dataset, *person);
                let name = tr!("page-leave-out-whom", name = crate::ui::text::cut(name));
                if button_ui(ui, t, None, tr!("page-leave-out"), &name).clicked() {
                    let mut rest = view.people.clone();
                    rest.remove(pos);
                    actions.push(Action::Go(Page::People(rest)));
                }
                ui.add_space(space::SMALL);
            }
        });
    });
    ui.add_space(space::MEDIUM);
}

/// What stands where there are no meetings.
pub(super) fn nothing_ui(
    ctx: &PageCtx<'_>,
    view: &PersonView,
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    ui.add_space(space::MEDIUM);
    members_ui(ctx, view, ui, actions);
    let text = match (view.total, view.people.len()) {
        (0, 1) => tr!("page-person-nowhere"),
        (0, _) => tr!("page-common-nowhere"),
        (_, 1) => tr!("page-person-none-match"),
        _ => tr!("page-common-none-match"),
    };
    empty_ui(ctx, text, view.total > 0, ui, actions);
}
