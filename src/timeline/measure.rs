//! How wide texts are, without knowing of fonts.

/// Tells the width of texts in points. The interface asks its fonts; tests count
/// characters.
pub trait Measure {
    /// The width of a mark's label.
    fn label_width(&self, text: &str) -> f32;
    /// A width that a mark's label has at least, told at a small part of the cost: most
    /// titles find no room, and to shape them all takes longer than all else in a frame.
    fn label_width_at_least(&self, text: &str) -> f32 {
        self.label_width(text)
    }
    /// The width of a tick's label.
    fn tick_width(&self, text: &str) -> f32;
}

/// Seven points for each character: for tests and benches.
#[derive(Clone, Copy, Debug, Default)]
pub struct PerChar;

impl Measure for PerChar {
    fn label_width(&self, text: &str) -> f32 {
        text.chars().count() as f32 * 7.0
    }

    fn tick_width(&self, text: &str) -> f32 {
        self.label_width(text)
    }
}
