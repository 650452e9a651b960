//! Who was there, by side, and who was there the time before as well.

use egui::Ui;

use super::Field;
use crate::analysis::comparison::{ComparedDelegation, ComparedPerson};
use crate::export::words::person_name;
use crate::tr;
use crate::ui::pages::parts::full_name;
use crate::ui::text::{Ink, Pieces, cut, heading_ui, paged, rule_ui, text_ui};

pub(super) fn people_ui(field: &Field<'_>, ui: &mut Ui) {
    let delegations = &field.comparison.delegations;
    if delegations.is_empty() {
        return;
    }
    heading_ui(ui, field.ctx.tokens, tr!("page-people"), None);
    paged(ui, field.ctx.tokens, "delegations", delegations, |ui, number, delegation| {
        if number > 0 {
            rule_ui(ui, field.ctx.tokens, field.columns.total());
        }
        ui.add_space(6.0);
        ui.push_id(("delegation", number), |ui| delegation_ui(field, delegation, ui));
        ui.add_space(6.0);
    });
}

fn delegation_ui(field: &Field<'_>, delegation: &ComparedDelegation, ui: &mut Ui) {
    let (t, dataset) = (field.ctx.tokens, field.ctx.document.dataset());
    field.columns.row_ui(ui, |ui, column| {
        let Some(pos) = column.checked_sub(1) else {
            let name = delegation.side.map(|side| full_name(dataset, side));
            let name = name.unwrap_or_else(|| tr!("page-side-unknown").to_owned());
            let ink = Ink { line_height: 20.0, ..Ink::caption_strong(t) };
            text_ui(ui, &name, &ink.color(t.side(delegation.side)));
            return;
        };
        let people = delegation.people.get(pos).map(Vec::as_slice).unwrap_or_default();
        if people.is_empty() {
            text_ui(ui, "–", &Ink::body(t).color(t.text_muted)).on_hover_text(tr!("page-nobody"));
        }
        paged(ui, t, "people", people, |ui, number, person| {
            if number > 0 {
                ui.add_space(4.0);
            }
            person_ui(field, person, ui);
        });
    });
}

fn person_ui(field: &Field<'_>, person: &ComparedPerson, ui: &mut Ui) {
    let (t, dataset) = (field.ctx.tokens, field.ctx.document.dataset());
    let small = Ink { line_height: 20.0, ..Ink::caption(t) };
    let mut name = Pieces::default();
    name.push(&cut(person_name(dataset, person.person)), &Ink::body(t));
    if person.also_before {
        name.push_part(tr!("page-also-then"), &small, &small);
    }
    let response = name.ui(ui);
    if person.also_before {
        response.on_hover_text(tr!("page-also-then-why"));
    }
    if let Some(role) = person.role.as_deref().filter(|role| !role.is_empty()) {
        text_ui(ui, &cut(role), &Ink { line_height: 16.0, ..Ink::caption(t) });
    }
}
