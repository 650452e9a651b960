//! A disc cut into upright slices, one for each side: which of them are filled tells
//! who, by place as well as by colour.

use egui::{Color32, Pos2, Shape, Stroke, pos2};

/// Points on the arc of a slice.
const STEPS: usize = 8;

/// Adds a disc with slices from left to right; an empty slice shows the outline alone.
pub fn sliced_disc(
    center: Pos2,
    radius: f32,
    slices: &[Option<Color32>],
    outline: Stroke,
    shapes: &mut Vec<Shape>,
) {
    let width = 2.0 * radius / slices.len().max(1) as f32;
    for (pos, color) in slices.iter().enumerate() {
        let Some(color) = color else { continue };
        let left = -radius + width * pos as f32;
        let at = |step: usize| left + width * step as f32 / STEPS as f32;
        let height = |x: f32| (radius * radius - x * x).max(0.0).sqrt();
        let top = (0..=STEPS).map(|step| (at(step), -height(at(step))));
        let bottom = (0..=STEPS).rev().map(|step| (at(step), height(at(step))));
        let points = top.chain(bottom).map(|(x, y)| pos2(center.x + x, center.y + y)).collect();
        shapes.push(Shape::convex_polygon(points, *color, Stroke::NONE));
    }
    for pos in 1..slices.len() {
        let x = -radius + width * pos as f32;
        let height = (radius * radius - x * x).max(0.0).sqrt();
        let line = [pos2(center.x + x, center.y - height), pos2(center.x + x, center.y + height)];
        shapes.push(Shape::line_segment(line, Stroke::new(1.0, outline.color)));
    }
    shapes.push(Shape::circle_stroke(center, radius, outline));
}
