//! A sheet over the window, for what is read and closed.

use egui::style::ScrollAnimation;
use egui::{Align, Id, Key, Label, Layout, Modal, Modifiers, RichText, ScrollArea, Ui, vec2};

use super::access;
use super::tokens::space;
use crate::tr;

/// What a sheet needs above and below its contents, in points.
const AROUND: f32 = 170.0;

/// A centred sheet with a heading and, at its foot, a button that closes it beside
/// others. Returns whether it was closed.
pub fn sheet_ui(
    ui: &mut Ui,
    id: &str,
    heading: &str,
    width: f32,
    contents: impl FnOnce(&mut Ui),
    foot: impl FnOnce(&mut Ui),
) -> bool {
    asking_sheet_ui(ui, id, (heading, tr!("close")), width, contents, foot)
}

/// The same where the button that closes it is an answer, and says which.
pub fn asking_sheet_ui(
    ui: &mut Ui,
    id: &str,
    (heading, close): (&str, &str),
    width: f32,
    contents: impl FnOnce(&mut Ui),
    foot: impl FnOnce(&mut Ui),
) -> bool {
    let mut is_closed = false;
    let frame = egui::Frame::popup(ui.style()).inner_margin(20.0).corner_radius(10);
    let response = Modal::new(Id::unique(id)).frame(frame).show(ui, |ui| {
        ui.set_width(width.min(ui.ctx().content_rect().width() - 80.0));
        let response = ui.add(Label::new(RichText::new(heading).heading()).wrap());
        access::heading(&response, heading, 1);
        // What comes over the window is said at once.
        access::live(&response, true);
        ui.add_space(space::SMALL);
        // Heading, foot and margins stay in view, however low the window is.
        let room = (ui.ctx().content_rect().height() - AROUND).max(60.0);
        ScrollArea::vertical().max_height(room).show(ui, contents);
        ui.add_space(space::MEDIUM);
        ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
            is_closed = ui.button(close).clicked();
            foot(ui);
        });
    });
    is_closed || response.should_close()
}

/// Moves a scroll area within a sheet by keys: what is only read has nothing that Tab comes
/// to. Where arrows do something else, only by pages. To be called in the area.
pub(super) fn scroll_by_keys(ui: &Ui, has_arrows: bool) {
    const LINE: f32 = 40.0;
    // What was the last line is seen as the first one.
    let page = (ui.clip_rect().height() - LINE).max(LINE);
    let pages = [(Key::PageDown, page), (Key::PageUp, -page)];
    let arrows = [(Key::ArrowDown, LINE), (Key::ArrowUp, -LINE)];
    let keys = pages.into_iter().chain(arrows.into_iter().filter(|_| has_arrows));
    for (key, distance) in keys {
        let times = ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key));
        if times > 0 {
            let delta = vec2(0.0, -distance * times as f32);
            ui.scroll_with_delta_animation(delta, ScrollAnimation::none());
        }
    }
}
