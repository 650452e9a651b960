//! The licences of all that the program carries: a list to search, and the text of
//! the one that is chosen.

use std::sync::LazyLock;

use egui::{
    Align, Button, Key, Modifiers, RichText, Role, ScrollArea, TextEdit, Ui, WidgetInfo, vec2,
};

use super::access::ring;
use super::sheet::{scroll_by_keys, sheet_ui};
use super::tokens::{Tokens, semibold, size, space};
use crate::tr;

/// What `packaging/licences.sh` collects.
const TEXT: &str = include_str!("../../assets/licences.txt");
/// The height of a row, in points.
const ROW: f32 = 24.0;
/// The width of the list, in points.
const LIST: f32 = 330.0;

/// A part of the program, under one of its licences.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its name and version.
    pub name: &'static str,
    /// The licence's name.
    pub licence: &'static str,
    /// Its text.
    pub text: &'static str,
}

/// All parts by name; one with several licences stands once with each.
pub fn parts() -> &'static [Part] {
    static PARTS: LazyLock<Vec<Part>> = LazyLock::new(|| {
        let mut parts = read(TEXT);
        // The program is no part of others.
        parts.retain(|part| !part.name.starts_with("readout "));
        parts
    });
    &PARTS
}

/// A line `@@ licence`, lines `@ part`, and the text, again and again.
fn read(text: &'static str) -> Vec<Part> {
    let mut parts = Vec::new();
    for section in text.split("\n@@ ").map(|section| section.trim_start_matches("@@ ")) {
        let (licence, mut rest) = section.split_once('\n').unwrap_or((section, ""));
        let mut names = Vec::new();
        while let Some((name, after)) =
            rest.strip_prefix("@ ").and_then(|rest| rest.split_once('\n'))
        {
            names.push(name);
            rest = after;
        }
        let text = rest.trim_matches('\n');
        parts.extend(names.into_iter().map(|name| Part { name, licence, text }));
    }
    parts.sort_by_cached_key(|part| part.name.to_lowercase());
    parts
}

/// What the window remembers while it is open.
#[derive(Debug, Default)]
pub struct LicencesState {
    search: String,
    /// Which of the parts that match is shown.
    chosen: usize,
}

/// Shows the parts that match, and the licence of the chosen one. Returns whether the
/// window was closed.
pub fn licences_ui(state: &mut LicencesState, ui: &mut Ui) -> bool {
    let tokens = Tokens::of(ui);
    let height = (ui.ctx().content_rect().height() - 260.0).clamp(120.0, 460.0);
    let contents = |ui: &mut Ui| {
        let lead = tr!("licences-lead", count = parts().len());
        ui.label(RichText::new(lead).color(tokens.text_muted));
        ui.add_space(space::SMALL);
        let is_moved = search_ui(state, ui);
        let sought = state.search.trim().to_lowercase();
        let found: Vec<Part> = parts()
            .iter()
            .filter(|part| {
                part.name.to_lowercase().contains(&sought)
                    || part.licence.to_lowercase().contains(&sought)
            })
            .copied()
            .collect();
        state.chosen = state.chosen.min(found.len().saturating_sub(1));
        ui.add_space(space::SMALL);
        if found.is_empty() {
            ui.label(RichText::new(tr!("licences-none")).color(tokens.text_muted));
            ui.add_space(height - ROW);
            return;
        }
        ui.horizontal_top(|ui| {
            ui.vertical(|ui| {
                ui.set_width(LIST);
                ui.set_max_height(height);
                list_ui(&found, is_moved, state, ui);
            });
            ui.separator();
            ui.vertical(|ui| {
                if let Some(part) = found.get(state.chosen) {
                    text_ui(part, height, ui);
                }
            });
        });
    };
    sheet_ui(ui, "licences", tr!("licences"), 920.0, contents, |_| ())
}

/// The search box, whose arrow keys walk the list. Tells whether they did.
fn search_ui(state: &mut LicencesState, ui: &mut Ui) -> bool {
    let down = ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, Key::ArrowDown));
    let up = ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, Key::ArrowUp));
    state.chosen = (state.chosen + down).saturating_sub(up);
    let hint = tr!("licences-search");
    let field = TextEdit::singleline(&mut state.search).hint_text(hint).char_limit(80);
    let response = ui.add(field.desired_width(LIST));
    response.widget_info(|| WidgetInfo::labeled(Role::SearchInput, true, hint));
    if response.changed() {
        state.chosen = 0;
    }
    if ui.memory(|memory| memory.focused().is_none()) {
        response.request_focus();
    }
    down != up
}

fn list_ui(found: &[Part], is_moved: bool, state: &mut LicencesState, ui: &mut Ui) {
    let area = ScrollArea::vertical().id_salt("parts").auto_shrink(false);
    ui.spacing_mut().item_spacing.y = 0.0;
    let area = if is_moved {
        // The chosen one in the middle, so that those around it are seen.
        let middle = state.chosen as f32 * ROW - ui.available_height() / 2.0;
        area.vertical_scroll_offset(middle.max(0.0))
    } else {
        area
    };
    area.show_rows(ui, ROW, found.len(), |ui, rows| {
        for pos in rows {
            let Some(part) = found.get(pos) else { continue };
            let is_chosen = pos == state.chosen;
            let licence = RichText::new(part.licence).size(size::CAPTION);
            let button = Button::selectable(is_chosen, part.name).right_text(licence).truncate();
            let response = ui.add_sized(vec2(ui.available_width(), ROW), button);
            let name = format!("{}, {}", part.name, part.licence);
            response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_chosen, &name));
            ring(&response);
            if response.clicked() {
                state.chosen = pos;
            }
        }
    });
}

fn text_ui(part: &Part, height: f32, ui: &mut Ui) {
    ui.label(RichText::new(part.name).font(semibold(size::READING)));
    ui.label(part.licence);
    ui.add_space(space::TIGHT);
    let area = ScrollArea::vertical().id_salt(("licence", part.name, part.licence));
    area.max_height(height - 52.0).auto_shrink(false).show(ui, |ui| {
        scroll_by_keys(ui, false);
        ui.with_layout(egui::Layout::top_down(Align::Min), |ui| {
            ui.add(egui::Label::new(part.text).wrap());
        });
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_part_has_its_licence_with_its_text() {
        let text = "@@ Licence A\n@ part 1.0.0\n@ other 2.0.0\n\nText\n@ no part\n\n@@ B\n@ part 1.0.0\n\nB!\n";
        let parts = read(text);
        let part = |name, licence, text| Part { name, licence, text };
        assert_eq!(
            parts,
            [
                part("other 2.0.0", "Licence A", "Text\n@ no part"),
                part("part 1.0.0", "Licence A", "Text\n@ no part"),
                part("part 1.0.0", "B", "B!"),
            ]
        );
    }

    #[test]
    fn the_typefaces_and_the_interface_are_among_them() {
        for name in ["Inter ", "Source Serif ", "Noto Sans SC ", "egui ", "eframe "] {
            assert!(
                parts().iter().any(|part| part.name.starts_with(name) && part.text.len() > 200),
                "{name}"
            );
        }
    }
}
