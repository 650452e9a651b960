//! The width of texts, asked from the fonts.

use std::cell::RefCell;
use std::collections::HashMap;

use egui::{Color32, Context};

use crate::timeline::Measure;
use crate::ui::tokens::{sans, size};

/// How much narrower a text may be than its characters one by one: pairs of them are
/// moved together.
const TOGETHER: f32 = 0.85;

/// Measures with the fonts of a context, which remembers what it has laid out.
pub struct FontMeasure<'a> {
    ctx: &'a Context,
    /// The widths of characters that were asked for.
    chars: RefCell<HashMap<char, f32>>,
}

impl<'a> FontMeasure<'a> {
    /// With the fonts of a context.
    pub fn new(ctx: &'a Context) -> Self {
        Self { ctx, chars: RefCell::default() }
    }
}

impl Measure for FontMeasure<'_> {
    fn label_width(&self, text: &str) -> f32 {
        let layout = |fonts: &mut egui::epaint::text::FontsView<'_>| {
            fonts
                .layout_no_wrap(text.to_owned(), sans(size::CAPTION), Color32::PLACEHOLDER)
                .size()
                .x
        };
        self.ctx.fonts_mut(layout)
    }

    fn label_width_at_least(&self, text: &str) -> f32 {
        let font = sans(size::CAPTION);
        let mut chars = self.chars.borrow_mut();
        let width = |c: char| {
            let ask = || self.ctx.fonts_mut(|fonts| fonts.glyph_width(&font, c));
            *chars.entry(c).or_insert_with(ask)
        };
        text.chars().map(width).sum::<f32>() * TOGETHER
    }

    fn tick_width(&self, text: &str) -> f32 {
        self.label_width(text)
    }
}
