//! Numbers that are painted sign by sign.
//!
//! A full picture has hundreds of numbers, and a step of a zoom changes most of them. Set as
//! lines of text, each new one would go through the shaping of its letters; but there are
//! only ten digits.

use std::sync::Arc;

use egui::epaint::text::FontsView;
use egui::{Align2, Color32, FontId, Galley, Pos2, Shape, Ui, pos2, vec2};

/// The signs of the numbers of a frame, in one font. They are set in the frame's first
/// number that has them.
pub struct Numbers<'a> {
    ui: &'a Ui,
    font: FontId,
    signs: Vec<Sign>,
}

struct Sign {
    sign: char,
    galley: Arc<Galley>,
    width: f32,
}

impl<'a> Numbers<'a> {
    /// Numbers in a font.
    pub fn new(ui: &'a Ui, font: FontId) -> Self {
        Self { ui, font, signs: Vec::new() }
    }

    fn sign(&mut self, sign: char) -> Option<&Sign> {
        let known = self.signs.iter().position(|known| known.sign == sign);
        let pos = known.unwrap_or_else(|| {
            let font = self.font.clone();
            let set = |fonts: &mut FontsView<'_>| {
                let width = fonts.glyph_width(&font, sign);
                (fonts.layout_delayed_color(sign.to_string(), font, f32::INFINITY), width)
            };
            let (galley, width) = self.ui.fonts_mut(set);
            self.signs.push(Sign { sign, galley, width });
            self.signs.len() - 1
        });
        self.signs.get(pos)
    }

    /// Adds the shapes of a number at a place; returns where it ends at the right.
    pub fn add(
        &mut self,
        (pos, align): (Pos2, Align2),
        number: &str,
        color: Color32,
        shapes: &mut Vec<Shape>,
    ) -> f32 {
        let sizes = number
            .chars()
            .filter_map(|sign| self.sign(sign).map(|sign| vec2(sign.width, sign.galley.size().y)));
        let size = sizes.fold(vec2(0.0, 0.0), |all, one| vec2(all.x + one.x, all.y.max(one.y)));
        let place = align.anchor_size(pos, size);
        let mut left = place.left();
        let pixels_per_point = self.ui.pixels_per_point();
        for sign in number.chars() {
            let Some(Sign { galley, width, .. }) = self.sign(sign) else { continue };
            // Whole pixels keep small text sharp.
            let x = (left * pixels_per_point).round() / pixels_per_point;
            if sign != ' ' {
                shapes.push(Shape::galley(pos2(x, place.top()), Arc::clone(galley), color));
            }
            left += width;
        }
        place.right()
    }
}
