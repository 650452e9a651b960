//! The list beside a mark whose meetings no zoom takes apart.

use egui::{Id, Popup, PopupAnchor, Pos2, RichText, Role, ScrollArea, Ui, UiBuilder};

use super::sought::Sought;
use super::{TimelineCtx, TimelineState};
use crate::timeline::{Members, View};
use crate::tr;
use crate::ui::access;
use crate::ui::action::Action;
use crate::ui::far::Far;
use crate::ui::tokens::{size, space};

/// Rows that are seen at once.
const ROWS: f32 = 12.0;

/// Which meetings are listed, and where.
pub struct MarkList {
    lane: usize,
    members: Members,
    at: Pos2,
    /// The view in which the mark stands there: the list goes when that changes.
    view: View,
    /// Which part of the rows the list holds.
    far: Far,
    /// A click that opens the list must not close it.
    is_new: bool,
}

impl MarkList {
    /// Meetings of a lane, to be listed at a point of the screen.
    pub fn new(lane: usize, members: Members, at: Pos2, view: View) -> Self {
        Self { lane, members, at, view, far: Far::default(), is_new: true }
    }
}

/// Shows the list, if there is one.
pub fn list_ui(
    ctx: &TimelineCtx<'_>,
    state: &mut TimelineState,
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    let Some(list) = &mut state.list else { return };
    let Some(sought) = Sought::of(ctx, list.lane, &list.members) else {
        state.list = None;
        return;
    };
    let count = sought.len();
    let mut is_open = list.view == ctx.view;
    let row_height = ui.spacing().interact_size.y;
    let mut chosen = None;
    let response = Popup::new(
        Id::unique("meetings here"),
        ui.ctx().clone(),
        PopupAnchor::Position(list.at),
        ui.layer_id(),
    )
    .accessible_name(tr!("canvas-list-name"))
    .gap(space::MEDIUM)
    .width(360.0)
    .show(|ui| {
        let head = if sought.is_part() {
            tr!("canvas-group-matching", matching = count, count = list.members.len())
        } else {
            tr!("meetings", count = count)
        };
        ui.label(RichText::new(head).color(ctx.tokens.text_muted));
        let step = row_height + ui.spacing().item_spacing.y;
        let measures = (f64::from(step) * count as f64, f64::from(step));
        let (first, held) = list.far.rows(step, count);
        let mut area = ScrollArea::vertical()
            .max_height(ROWS * row_height)
            .scroll_bar_visibility(Far::bar(measures.0));
        if let Some(offset) = list.far.take_offset() {
            area = area.vertical_scroll_offset(offset);
        }
        let rows_ui = |ui: &mut Ui, rows: std::ops::Range<usize>| {
            for pos in rows {
                let Some(ix) = sought.event(first + pos) else { continue };
                let Some(event) = ctx.document.dataset().event(ix) else { continue };
                let is_selected = ctx.selection == Some(ix);
                let title = crate::ui::words::shortened(event.title);
                let when = RichText::new(event.when.words()).size(size::CAPTION);
                let when = when.color(ctx.tokens.text_muted);
                let button =
                    egui::Button::selectable(is_selected, title).right_text(when).truncate();
                let response = ui.add_sized([ui.available_width(), row_height], button);
                access::ring(&response);
                access::option(&response, (first + pos, count), is_selected);
                if response.clicked() {
                    chosen = Some(ix);
                }
            }
        };
        let builder = UiBuilder::new()
            .id_salt("rows")
            .accessibility_role(Role::ListBox)
            .accessibility_label(tr!("canvas-list-name"));
        let output = ui.scope_builder(builder, |ui| {
            ui.ctx().accesskit_node_builder(ui.unique_id(), |node| node.set_size_of_set(count));
            area.show_rows(ui, row_height, held, rows_ui)
        });
        let output = output.inner;
        let place = (output.inner_rect, output.state.clamped_offset().y);
        list.far.after(ui, place, measures, Id::unique("meetings here bar"));
    });
    let escaped = ui.input_mut(|i| i.consume_key(egui::Modifiers::NONE, egui::Key::Escape));
    let is_outside = response.is_some_and(|shown| shown.response.clicked_elsewhere());
    if escaped || (is_outside && !list.is_new) {
        is_open = false;
    }
    list.is_new = false;
    if let Some(ix) = chosen {
        actions.push(Action::Select(ix));
        is_open = false;
    }
    if !is_open {
        state.list = None;
    }
}
