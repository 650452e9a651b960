//! A switch: a few choices in a row, one of them taken.

use std::sync::Arc;

use egui::{
    Align, Color32, CursorIcon, Galley, Layout, Rect, Role, Sense, Stroke, StrokeKind, Ui,
    WidgetInfo, vec2,
};

use crate::tr;
use crate::ui::text::{Ink, text_ui};
use crate::ui::tokens::{self, Tokens, size, space};

/// Shows a switch under a name, and returns what was chosen if it is another choice.
pub(super) fn switch_ui<T: Copy + PartialEq>(
    ui: &mut Ui,
    t: &Tokens,
    name: &str,
    choices: &[(T, &str)],
    current: T,
) -> Option<T> {
    let mut chosen = None;
    // As one piece, so that it moves to the next line as a whole.
    let caption = Ink::caption(t);
    let text_width = |text: &str| {
        ui.painter().layout_no_wrap(text.to_owned(), caption.font.clone(), t.text).size().x
    };
    let segments = choices.iter().map(|(choice, text)| {
        segment_galley(ui, text, *choice == current).size().x + 2.0 * space::SMALL
    });
    let width = text_width(name) + GAP + segments.sum::<f32>();
    let layout = Layout::left_to_right(Align::Center);
    ui.allocate_ui_with_layout(vec2(width.ceil() + 1.0, 24.0), layout, |ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        text_ui(ui, name, &caption);
        ui.add_space(GAP);
        for (choice, text) in choices {
            if segment_ui(ui, t, (name, text), *choice == current) && *choice != current {
                chosen = Some(*choice);
            }
        }
    });
    chosen
}

/// Between the name and the choices.
const GAP: f32 = 6.0;

fn segment_galley(ui: &Ui, text: &str, is_taken: bool) -> Arc<Galley> {
    let font = if is_taken { tokens::semibold(size::CAPTION) } else { tokens::sans(size::CAPTION) };
    ui.painter().layout_no_wrap(text.to_owned(), font, Color32::PLACEHOLDER)
}

/// One choice: a box with a line under it where it is taken.
fn segment_ui(ui: &mut Ui, t: &Tokens, (name, text): (&str, &str), is_taken: bool) -> bool {
    let galley = segment_galley(ui, text, is_taken);
    let padding = vec2(space::SMALL, 4.0);
    let size = vec2(galley.size().x, 16.0) + 2.0 * padding;
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| {
        let label = tr!("page-choice", name = name, choice = text);
        WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), is_taken, label)
    });
    if ui.is_rect_visible(rect) {
        let fill = match (is_taken, response.hovered()) {
            (true, _) => t.accent_wash,
            (false, true) => t.hover,
            (false, false) => Color32::TRANSPARENT,
        };
        let line = if response.has_focus() {
            Stroke::new(2.0, t.accent)
        } else {
            Stroke::new(1.0, t.line)
        };
        ui.painter().rect(rect, 2.0, fill, line, StrokeKind::Inside);
        if is_taken {
            let foot = Rect::from_min_max(rect.left_bottom() - vec2(0.0, 2.0), rect.max);
            ui.painter().rect_filled(foot, 0.0, t.accent);
        }
        let ink = if is_taken { t.text } else { t.text_muted };
        let at = rect.center() - galley.size() / 2.0;
        ui.painter().galley(at, galley, ink);
    }
    response.on_hover_cursor(CursorIcon::PointingHand).clicked()
}
