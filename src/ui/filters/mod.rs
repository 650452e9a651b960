//! The panel of filters: for each field its values, with how many meetings have them
//! among those that everything else lets through.
//!
//! The panel holds no filter of its own: a click edits the text of the search box.

mod facet;
mod years;

use std::collections::HashMap;

use egui::{Frame, Id, Margin, RichText, ScrollArea, Ui};

use super::action::Action;
use super::command::Command;
use super::tokens::{Tokens, semibold, size, space};
use crate::find::{Facets, Field, Query, Vocabulary};
use crate::timeline::View;
use crate::tr;

/// What the panel reads.
pub struct FiltersCtx<'a> {
    /// The query of the answer that the counts belong to.
    pub query: &'a Query,
    /// What can be asked for.
    pub vocabulary: &'a Vocabulary,
    /// The values with their counts.
    pub facets: &'a Facets,
    /// Tells one answer from another.
    pub generation: u64,
    /// The part of time on the timeline.
    pub view: View,
    /// The names of the first sides, for the colours of people's groups.
    pub side_names: &'a [&'a str],
    /// The colours.
    pub tokens: &'static Tokens,
}

/// What the panel remembers.
#[derive(Default)]
pub struct FiltersState {
    fields: HashMap<Field, facet::FacetState>,
    years: years::YearsState,
}

/// Shows the panel.
pub fn filters_ui(
    ctx: &FiltersCtx<'_>,
    state: &mut FiltersState,
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    let area = ScrollArea::vertical().id_salt(Id::unique("filters")).auto_shrink(false);
    area.show(ui, |ui| {
        let margin = Margin { left: 12, right: 14, top: 10, bottom: 32 };
        Frame::new().inner_margin(margin).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 0.0;
            head_ui(ctx, ui, actions);
            for found in &ctx.facets.facets {
                if found.values.is_empty() {
                    continue;
                }
                if found.field == Field::Year {
                    years::years_ui(ctx, found, &mut state.years, ui, actions);
                } else {
                    let state = state.fields.entry(found.field).or_default();
                    facet::facet_ui(ctx, found, state, ui, actions);
                }
            }
        });
    });
}

fn head_ui(ctx: &FiltersCtx<'_>, ui: &mut Ui, actions: &mut Vec<Action>) {
    ui.horizontal(|ui| {
        ui.set_min_height(24.0);
        ui.label(RichText::new(tr!("filters")).font(semibold(size::READING)));
        if !ctx.query.is_empty() {
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                let name = Command::ClearQuery.text();
                if super::signs::button_ui(ui, ctx.tokens, None, tr!("filters-clear"), name)
                    .clicked()
                {
                    actions.push(Action::Run(Command::ClearQuery));
                }
            });
        }
    });
    ui.add_space(space::TIGHT);
}

/// The heading of a field, which folds its values away. Tells whether they are shown.
fn field_head_ui(ctx: &FiltersCtx<'_>, title: &str, is_open: &mut bool, ui: &mut Ui) -> bool {
    let t = ctx.tokens;
    ui.add_space(space::SMALL);
    let wanted = egui::vec2(ui.available_width(), 24.0);
    let (rect, response) = ui.allocate_exact_size(wanted, egui::Sense::click());
    if response.clicked() {
        *is_open = !*is_open;
    }
    let name = if *is_open {
        tr!("filters-open", title = title)
    } else {
        tr!("filters-folded", title = title)
    };
    response.widget_info(|| {
        egui::WidgetInfo::selected(egui::Role::DisclosureTriangle, true, *is_open, &name)
    });
    let center = egui::pos2(rect.left() + 5.0, rect.center().y);
    let ink = if response.hovered() || response.has_focus() { t.text } else { t.text_muted };
    let points = if *is_open {
        vec![
            center + egui::vec2(-4.0, -2.0),
            center + egui::vec2(4.0, -2.0),
            center + egui::vec2(0.0, 3.0),
        ]
    } else {
        vec![
            center + egui::vec2(-2.0, -4.0),
            center + egui::vec2(3.0, 0.0),
            center + egui::vec2(-2.0, 4.0),
        ]
    };
    ui.painter().add(egui::Shape::convex_polygon(points, ink, egui::Stroke::NONE));
    let at = egui::pos2(rect.left() + 16.0, rect.center().y);
    ui.painter().text(at, egui::Align2::LEFT_CENTER, title, semibold(size::BODY), t.text);
    if response.has_focus() {
        let ring = egui::Stroke::new(2.0, t.accent);
        ui.painter().rect_stroke(rect, space::RADIUS, ring, egui::StrokeKind::Inside);
    }
    *is_open
}
