//! How wide texts are, without knowing of fonts.

/// Tells the width of texts in points. The interface asks its fonts; tests count
/// characters.
pub trait Measure {
    /// The width that a mark's label takes at the most. Asked of every mark at every step of
    /// a zoom, also of those that find no room for one: to set them all would take longer
    /// than all else in a frame.
    fn label_width(&self, text: &str) -> f32;
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
