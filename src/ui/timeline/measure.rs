//! The width of texts, asked from the fonts.

use egui::{Color32, Context};

use crate::timeline::Measure;
use crate::ui::tokens::{sans, size};

/// Measures with the fonts of a context, which remembers what it has laid out.
pub struct FontMeasure<'a>(pub &'a Context);

impl Measure for FontMeasure<'_> {
    fn label_width(&self, text: &str) -> f32 {
        let layout = |fonts: &mut egui::epaint::text::FontsView<'_>| {
            fonts
                .layout_no_wrap(text.to_owned(), sans(size::CAPTION), Color32::PLACEHOLDER)
                .size()
                .x
        };
        self.0.fonts_mut(layout)
    }

    fn tick_width(&self, text: &str) -> f32 {
        self.label_width(text)
    }
}
