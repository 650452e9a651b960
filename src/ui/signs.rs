//! Small signs, drawn: no font needs to have them.

use egui::{
    Color32, CursorIcon, Painter, Pos2, Rect, Response, Role, Sense, Shape, Stroke, StrokeKind, Ui,
    Vec2, WidgetInfo, pos2, vec2,
};

use super::tokens::{self, Tokens, size, space};
use crate::model::Stance;

/// The box that a sign is drawn in, in points.
pub(crate) const SIGN: f32 = 12.0;
/// How thick its lines are.
const LINE: f32 = 1.4;

/// What can be drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sign {
    /// Two sheets: copy.
    Copy,
    /// A frame's corners: zoom to it.
    Zoom,
    /// Two columns: what each side's account says.
    Accounts,
    /// Two frames, one before the other: compare.
    Compare,
    /// To earlier.
    Left,
    /// To later.
    Right,
    /// The sides disagree: ≠.
    Dispute,
    /// Their interests overlap: ∩.
    Shared,
    /// It was raised: a dot.
    Discussed,
    /// To something that this meeting takes up.
    Taken,
    /// Two lines of text, the second broken: where they differ.
    Differ,
    /// A cross: take away.
    Remove,
    /// What is folded.
    Folded,
    /// What is unfolded.
    Unfolded,
    /// A number in brackets: cite.
    Cite,
}

impl From<Stance> for Sign {
    fn from(stance: Stance) -> Self {
        match stance {
            Stance::Dispute => Self::Dispute,
            Stance::Shared => Self::Shared,
            Stance::Discussed => Self::Discussed,
        }
    }
}

/// Draws a sign around a point.
pub(crate) fn paint(painter: &Painter, sign: Sign, center: Pos2, color: Color32) {
    paint_stroked(painter, sign, center, Stroke::new(LINE, color));
}

/// Draws a sign over something, with an edge of the ground around it.
pub(crate) fn paint_over(
    painter: &Painter,
    sign: Sign,
    center: Pos2,
    ground: Color32,
    color: Color32,
) {
    paint_stroked(painter, sign, center, Stroke::new(LINE + 3.2, ground));
    paint(painter, sign, center, color);
}

fn paint_stroked(painter: &Painter, sign: Sign, center: Pos2, stroke: Stroke) {
    let color = stroke.color;
    let at = |x: f32, y: f32| center + vec2(x, y);
    let line = |points: &[Pos2]| {
        painter.add(Shape::line(points.to_vec(), stroke));
    };
    match sign {
        Sign::Copy => {
            let sheet = Vec2::new(6.5, 7.5);
            let front = Rect::from_min_size(at(-1.5, -2.5), sheet);
            painter.rect_stroke(front, 1.5, stroke, StrokeKind::Middle);
            line(&[at(-3.0, 2.0), at(-5.0, 2.0), at(-5.0, -5.5), at(1.5, -5.5), at(1.5, -4.0)]);
        }
        Sign::Zoom => {
            for (x, y) in [(-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0)] {
                line(&[at(5.0 * x, 2.0 * y), at(5.0 * x, 5.0 * y), at(2.0 * x, 5.0 * y)]);
            }
            painter.circle_filled(center, 1.6, color);
        }
        Sign::Accounts => {
            for x in [-3.2, 3.2] {
                for y in [-4.0, 0.0, 4.0] {
                    line(&[at(x - 2.2, y), at(x + 2.2, y)]);
                }
            }
        }
        Sign::Compare => {
            let frame = |x: f32| Rect::from_min_size(at(x, -4.5), Vec2::new(4.2, 9.0));
            painter.rect_stroke(frame(-5.2), 1.0, stroke, StrokeKind::Middle);
            painter.rect_stroke(frame(1.0), 1.0, stroke, StrokeKind::Middle);
        }
        Sign::Left => line(&[at(1.8, -4.0), at(-2.2, 0.0), at(1.8, 4.0)]),
        Sign::Right => line(&[at(-1.8, -4.0), at(2.2, 0.0), at(-1.8, 4.0)]),
        Sign::Differ => {
            line(&[at(-5.0, -2.5), at(5.0, -2.5)]);
            line(&[at(-5.0, 2.5), at(-1.6, 2.5)]);
            line(&[at(1.6, 2.5), at(5.0, 2.5)]);
        }
        Sign::Remove => {
            line(&[at(-3.5, -3.5), at(3.5, 3.5)]);
            line(&[at(-3.5, 3.5), at(3.5, -3.5)]);
        }
        Sign::Folded => line(&[at(-1.8, -4.0), at(2.2, 0.0), at(-1.8, 4.0)]),
        Sign::Unfolded => line(&[at(-4.0, -2.0), at(0.0, 2.0), at(4.0, -2.0)]),
        Sign::Taken => {
            line(&[at(-0.7, -4.0), at(-4.7, 0.0), at(-0.7, 4.0)]);
            line(&[at(4.3, -4.0), at(0.3, 0.0), at(4.3, 4.0)]);
        }
        Sign::Cite => {
            for side in [-1.0, 1.0] {
                let bracket = [(2.6, -5.0), (4.8, -5.0), (4.8, 5.0), (2.6, 5.0)];
                line(&bracket.map(|(x, y)| at(side * x, y)));
            }
            painter.circle_filled(center, 1.6, color);
        }
        Sign::Dispute => {
            line(&[at(-4.5, -2.0), at(4.5, -2.0)]);
            line(&[at(-4.5, 2.0), at(4.5, 2.0)]);
            line(&[at(-2.5, 5.0), at(2.5, -5.0)]);
        }
        Sign::Shared => {
            let arch = (0..=12).map(|step| {
                let turn = std::f32::consts::PI * (1.0 + step as f32 / 12.0);
                at(3.6 * turn.cos(), -0.6 + 3.6 * turn.sin())
            });
            let mut points = vec![at(-3.6, 4.4)];
            points.extend(arch);
            points.push(at(3.6, 4.4));
            line(&points);
        }
        Sign::Discussed => {
            painter.circle_filled(center, 1.8, color);
        }
    }
}

/// Allocates a sign's box in a line of text and draws it.
pub(crate) fn sign_ui(ui: &mut Ui, sign: Sign, line_height: f32, color: Color32) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(SIGN, line_height), Sense::hover());
    if ui.is_rect_visible(rect) {
        paint(ui.painter(), sign, rect.center(), color);
    }
    response
}

/// A small button with a sign, a text, or both; `name` is what it is called.
pub(crate) fn button_ui(
    ui: &mut Ui,
    t: &Tokens,
    sign: Option<Sign>,
    text: &str,
    name: &str,
) -> Response {
    let padding = vec2(if text.is_empty() { 6.0 } else { space::SMALL }, 4.0);
    Button { sign, text, name, padding, line: t.line, ink: t.text }.ui(ui, t)
}

/// A button that stands back until the pointer or the focus is on it: for what
/// is repeated at every quote.
pub(crate) fn quiet_button_ui(
    ui: &mut Ui,
    t: &Tokens,
    sign: Sign,
    text: &str,
    name: &str,
) -> Response {
    let padding = vec2(4.0, if text.is_empty() { 1.0 } else { 3.0 });
    let line = Color32::TRANSPARENT;
    Button { sign: Some(sign), text, name, padding, line, ink: t.text_muted }.ui(ui, t)
}

struct Button<'a> {
    sign: Option<Sign>,
    text: &'a str,
    name: &'a str,
    padding: Vec2,
    line: Color32,
    ink: Color32,
}

impl Button<'_> {
    fn ui(self, ui: &mut Ui, t: &Tokens) -> Response {
        let Self { sign, text, name, padding, line, ink } = self;
        let font = tokens::sans(size::CAPTION);
        let galley = ui.painter().layout_no_wrap(text.to_owned(), font, Color32::PLACEHOLDER);
        let sign_width = if sign.is_some() { SIGN } else { 0.0 };
        let gap = if sign.is_some() && !text.is_empty() { 6.0 } else { 0.0 };
        let inner = vec2(sign_width + gap + galley.size().x, galley.size().y.max(16.0));
        let (rect, response) = ui.allocate_exact_size(inner + 2.0 * padding, Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
        if ui.is_rect_visible(rect) {
            let is_on = response.hovered() || response.has_focus();
            let fill = match (response.is_pointer_button_down_on(), response.hovered()) {
                (true, _) => t.pressed,
                (false, true) => t.hover,
                (false, false) => Color32::TRANSPARENT,
            };
            let line = if response.has_focus() {
                Stroke::new(2.0, t.accent)
            } else {
                Stroke::new(1.0, line)
            };
            ui.painter().rect(rect, space::RADIUS, fill, line, StrokeKind::Inside);
            let ink = if is_on { t.text } else { ink };
            if let Some(sign) = sign {
                let center = pos2(rect.left() + padding.x + SIGN / 2.0, rect.center().y);
                paint(ui.painter(), sign, center, if is_on { t.text } else { t.text_muted });
            }
            let left = rect.left() + padding.x + sign_width + gap;
            let top = rect.center().y - galley.size().y / 2.0;
            ui.painter().galley(pos2(left, top), galley, ink);
        }
        response.on_hover_cursor(CursorIcon::PointingHand)
    }
}
