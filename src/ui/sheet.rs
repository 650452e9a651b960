//! A sheet over the window, for what is read and closed.

use egui::{Align, Id, Label, Layout, Modal, RichText, ScrollArea, Ui};

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
