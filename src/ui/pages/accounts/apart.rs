//! What comes from third parties, and what has no source given: apart from the sides'
//! accounts, and from each other.

use egui::{Role, Ui, WidgetInfo};

use super::Lists;
use super::rows::{Field, issue_label_ui, section_ui, speaker_ui, wordings_ui};
use crate::analysis::accounts::{Entry, Origin, Standing};
use crate::model::SideIx;
use crate::tr;
use crate::ui::action::Action;
use crate::ui::pages::parts::{numbers_ui, short_names, source_ui};
use crate::ui::text::{Ink, flow, long_text_ui, paged, rule_ui, text_ui};
use crate::ui::tokens::{self, space};

pub(super) fn apart_ui(field: &Field<'_>, ui: &mut Ui, actions: &mut Vec<Action>) {
    let page = field.page;
    let parts = [
        (Origin::ThirdParties, tr!("page-third-parties"), &page.third_parties),
        (Origin::NoSource, tr!("page-no-source"), &page.no_source),
    ];
    for (origin, heading, lists) in parts {
        let sources: &[_] =
            if origin == Origin::ThirdParties { &page.accounts.third_parties } else { &[] };
        if lists.is_empty() && sources.is_empty() {
            continue;
        }
        part_heading_ui(field, heading, ui);
        ui.push_id(heading, |ui| {
            part_ui(field, origin, lists, ui, actions);
            if !sources.is_empty() {
                ui.add_space(space::SMALL);
                rule_ui(ui, field.ctx.tokens, field.columns.total());
                ui.add_space(space::SMALL);
                field.columns.wide_row_ui(ui, |ui, column| {
                    let t = field.ctx.tokens;
                    if column == 0 {
                        text_ui(
                            ui,
                            tr!("page-sources"),
                            &Ink::caption_strong(t).color(t.text_muted),
                        );
                        return;
                    }
                    paged(ui, t, "sources", sources, |ui, _, source| {
                        source_ui(field.ctx, &page.numbering, *source, ui, actions);
                    });
                });
            }
        });
    }
}

/// The heading of a part that stands apart: a broad line, and a larger name.
fn part_heading_ui(field: &Field<'_>, heading: &str, ui: &mut Ui) {
    let t = field.ctx.tokens;
    ui.add_space(space::LARGE * 1.5);
    let (rect, _) =
        ui.allocate_exact_size(egui::vec2(field.columns.total(), 2.0), egui::Sense::hover());
    ui.painter().rect_filled(rect, 0.0, t.text_muted);
    ui.add_space(space::SMALL);
    let ink = Ink { font: tokens::semibold(15.0), ..Ink::reading(t).color(t.text_muted) };
    let response = text_ui(ui, heading, &ink);
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, ui.is_enabled(), heading));
}

fn part_ui(
    field: &Field<'_>,
    origin: Origin,
    lists: &Lists,
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    let (t, page) = (field.ctx.tokens, field.page);
    section_ui(field, tr!("page-issues"), &lists.issues, ui, |ui, pos| {
        let Some(issue) = page.accounts.issues.get(pos) else { return };
        let Some(entry) = issue.standing.of(origin) else { return };
        field.columns.wide_row_ui(ui, |ui, column| match column {
            0 => issue_label_ui(field, &issue.topic, ui),
            _ => sources_ui(field, &issue.standing, entry, ui, actions),
        });
    });
    section_ui(field, tr!("page-quotes"), &lists.quotes, ui, |ui, pos| {
        let item = page.accounts.quotes.get(pos);
        let quote = item.and_then(|item| page.event.quotes.get(item.pos));
        let Some((item, quote)) = item.zip(quote) else { return };
        let Some(entry) = item.standing.of(origin) else { return };
        field.columns.wide_row_ui(ui, |ui, column| match column {
            0 => speaker_ui(field, quote, ui),
            _ => {
                wordings_ui(field, quote, entry, ui, actions);
                also_ui(field, &item.standing, ui);
            }
        });
    });
    section_ui(field, tr!("page-outcomes"), &lists.outcomes, ui, |ui, pos| {
        let item = page.accounts.outcomes.get(pos);
        let outcome = item.and_then(|item| page.event.outcomes.get(item.pos));
        let Some((item, outcome)) = item.zip(outcome) else { return };
        let Some(entry) = item.standing.of(origin) else { return };
        field.columns.wide_row_ui(ui, |ui, column| {
            // The text stands in the wide cell: it is all that there is to read.
            if column > 0 {
                long_text_ui(ui, t, ui.scope_id().with("text"), &outcome.text, &Ink::body(t));
                sources_ui(field, &item.standing, entry, ui, actions);
            }
        });
    });
}

/// The sources by number, and in which side's account it stands as well.
fn sources_ui(
    field: &Field<'_>,
    standing: &Standing,
    entry: &Entry,
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    if !entry.sources.is_empty() {
        flow(ui, |ui| {
            let sources = tr!("sources", count = entry.sources.len());
            text_ui(ui, &sources, &Ink::body(field.ctx.tokens));
            numbers_ui(field.ctx, &field.page.numbering, &entry.sources, ui, actions);
        });
    }
    also_ui(field, standing, ui);
}

fn also_ui(field: &Field<'_>, standing: &Standing, ui: &mut Ui) {
    let sides: Vec<SideIx> = standing.sides().collect();
    if !sides.is_empty() {
        let names = short_names(field.ctx.document.dataset(), &sides);
        let text = tr!("page-also-accounts", count = sides.len(), sides = names);
        let ink = Ink { line_height: 16.0, ..Ink::caption(field.ctx.tokens) };
        text_ui(ui, &text, &ink);
    }
}
