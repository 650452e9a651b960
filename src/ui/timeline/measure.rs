//! The width of texts, asked from the fonts.

use std::cell::RefCell;
use std::collections::HashMap;

use egui::Context;

use crate::timeline::Measure;
use crate::ui::tokens::{sans, size};

/// What a line may be wider than its letters one by one, in points: some pairs of them are
/// moved apart. Most are moved together, so that the sum is seldom too small at all.
const APART: f32 = 1.0;

/// The widths of the letters that were asked for, kept from frame to frame.
#[derive(Clone, Debug, Default)]
pub struct LetterWidths(RefCell<HashMap<char, f32, foldhash::fast::RandomState>>);

/// Measures with the fonts of a context.
pub struct FontMeasure<'a> {
    ctx: &'a Context,
    letters: &'a LetterWidths,
}

impl<'a> FontMeasure<'a> {
    /// With the fonts of a context, of whose letters some are known.
    pub fn new(ctx: &'a Context, letters: &'a LetterWidths) -> Self {
        Self { ctx, letters }
    }
}

/// The width of a line that is set in full. The context remembers it while it is shown.
pub fn line_width(ctx: &Context, text: &str) -> f32 {
    let font = sans(size::CAPTION);
    ctx.fonts_mut(|fonts| fonts.layout_delayed_color(text.to_owned(), font, f32::INFINITY).size().x)
}

impl Measure for FontMeasure<'_> {
    fn label_width(&self, text: &str) -> f32 {
        let font = sans(size::CAPTION);
        let mut letters = self.letters.0.borrow_mut();
        let width = |c: char| {
            let ask = || self.ctx.fonts_mut(|fonts| fonts.glyph_width(&font, c));
            *letters.entry(c).or_insert_with(ask)
        };
        text.chars().map(width).sum::<f32>() + APART
    }

    fn tick_width(&self, text: &str) -> f32 {
        line_width(self.ctx, text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::{Job, read_static};

    #[test]
    fn letters_one_by_one_tell_the_room_of_a_line() {
        let ctx = Context::default();
        crate::ui::theme::install_fonts(&ctx);
        let bundled = include_str!("../../../assets/us-china-meetings.readout.json");
        let document = read_static(bundled, &Job::new()).expect("it is well-formed");
        let titles = document.dataset().events.iter().map(|event| event.title.to_owned());
        // Pairs that are moved together, letters that join, and those of another font.
        let hard = ["AVATAR To. Wa, Ta Yo LT", "office: 1/2 -> =>", "中国（上海）“会谈” 2021"];
        let lines: Vec<String> = titles.chain(hard.map(str::to_owned)).collect();
        let mut output = ctx.run_ui(egui::RawInput::default(), |ui| {
            let letters = LetterWidths::default();
            let measure = FontMeasure::new(ui, &letters);
            for line in &lines {
                let (room, width) = (measure.label_width(line), line_width(ui, line));
                assert!(width <= room && room <= width * 1.1 + APART, "{line}: {width} in {room}");
            }
        });
        output.textures_delta.clear();
        assert!(lines.len() > 100);
    }
}
