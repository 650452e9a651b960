//! The texts among a frame's shapes, and whether they can be read whole.

use std::sync::Arc;

use egui::{FullOutput, Galley, Rect, Shape};

/// A text as it is painted.
pub struct Painted {
    pub galley: Arc<Galley>,
    /// Where it stands.
    pub rect: Rect,
    /// The part of the window in which it can be seen.
    pub clip: Rect,
}

/// All texts of the last frame that can be seen.
pub fn texts(output: &FullOutput) -> Vec<Painted> {
    let mut texts = Vec::new();
    for clipped in &output.shapes {
        collect(&clipped.shape, clipped.clip_rect, &mut texts);
    }
    texts.retain(|text| text.clip.intersect(text.rect).is_positive());
    texts
}

fn collect(shape: &Shape, clip: Rect, texts: &mut Vec<Painted>) {
    match shape {
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| collect(shape, clip, texts)),
        Shape::Text(text) => {
            let rect = text.galley.rect.translate(text.pos.to_vec2());
            texts.push(Painted { galley: Arc::clone(&text.galley), rect, clip });
        }
        _ => {}
    }
}

/// What is less is the side bearing of a letter, or a rounding.
const SLACK: f32 = 1.5;
/// A lower field does not scroll, and so hides for good what is outside of it.
const LOW: f32 = 60.0;

impl Painted {
    /// How it is cut, if it is.
    pub fn is_cut(&self) -> Option<&'static str> {
        let (text, clip) = (self.rect, self.clip);
        if self.galley.elided {
            Some("elided")
        } else if text.left() < clip.left() - SLACK || text.right() > clip.right() + SLACK {
            Some("cut at a side")
        } else if clip.height() < LOW
            && (text.top() < clip.top() - SLACK || text.bottom() > clip.bottom() + SLACK)
        {
            Some("cut above or below")
        } else {
            None
        }
    }
}
