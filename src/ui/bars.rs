//! How days are drawn beside a mark: plain, fading, hatched, with arrows. The
//! timeline and its legend share this, so that they can not differ.

use egui::epaint::{Mesh, PathStroke};
use egui::{Color32, Pos2, Rect, Shape, Stroke, StrokeKind, pos2};

/// The part of a bar over which it fades, at each end that does.
const FADE_PART: f32 = 0.35;
/// The room between two lines of a hatching, in points.
const HATCH: f32 = 4.0;
/// How far a line of a hatching is dense to each side of its middle, measured level, in
/// points, and how far it reaches: 1.2 points across, with soft edges.
const HATCH_CORE: f32 = 0.35;
const HATCH_REACH: f32 = 1.35;
/// The most lines of a hatching: as many as the widest screens show.
const MAX_LINES: usize = 4_000;

/// What a bar's date is like.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct BarLook {
    /// It began about then, or nobody knows when.
    pub fades_left: bool,
    /// It ended about then, or nobody knows when.
    pub fades_right: bool,
    /// It is uncertain: hatched.
    pub is_uncertain: bool,
    /// It has no beginning.
    pub arrow_left: bool,
    /// It goes on.
    pub arrow_right: bool,
}

/// Adds the shapes of a bar. `rect` leaves room for arrows beside it. Lines and arrows are
/// of the marks' `ink`; what is filled stands back.
pub fn bar_shapes(
    rect: Rect,
    look: BarLook,
    (ink, fill): (Color32, Color32),
    shapes: &mut Vec<Shape>,
) {
    if look.is_uncertain {
        hatch(rect, look, ink, shapes);
    } else if look.fades_left || look.fades_right {
        shapes.push(faded(rect, look, fill));
    } else {
        shapes.push(Shape::rect_filled(rect, 2.0, fill));
    }
    let size = crate::timeline::ARROW;
    if look.arrow_right {
        shapes.push(arrow(pos2(rect.right() + size, rect.center().y), 1.0, size, ink));
    }
    if look.arrow_left {
        shapes.push(arrow(pos2(rect.left() - size, rect.center().y), -1.0, size, ink));
    }
}

fn faded(rect: Rect, look: BarLook, color: Color32) -> Shape {
    let fade = rect.width() * FADE_PART;
    let end = |fades: bool| if fades { Color32::TRANSPARENT } else { color };
    let stops = [
        (rect.left(), end(look.fades_left)),
        (rect.left() + fade, color),
        (rect.right() - fade, color),
        (rect.right(), end(look.fades_right)),
    ];
    let mut mesh = Mesh::default();
    for (x, color) in stops {
        mesh.colored_vertex(pos2(x, rect.top()), color);
        mesh.colored_vertex(pos2(x, rect.bottom()), color);
    }
    for quad in 0..3 {
        let first = quad * 2;
        mesh.add_triangle(first, first + 1, first + 2);
        mesh.add_triangle(first + 1, first + 2, first + 3);
    }
    Shape::mesh(mesh)
}

/// Slanted lines within a bar; weaker towards the ends that fade.
fn hatch(rect: Rect, look: BarLook, ink: Color32, shapes: &mut Vec<Shape>) {
    let reach = (rect.width() * FADE_PART).max(1.0);
    let strength = |x: f32| {
        let left = if look.fades_left { (x - rect.left()) / reach } else { 1.0 };
        let right = if look.fades_right { (rect.right() - x) / reach } else { 1.0 };
        left.min(right).clamp(0.12, 1.0)
    };
    let lines = ((rect.width() / HATCH) as usize).min(MAX_LINES);
    let mut mesh = Mesh::default();
    for line in 0..=lines {
        let x = rect.left() + line as f32 * HATCH;
        let top = pos2((x + rect.height()).min(rect.right()), rect.top());
        let color = ink.gamma_multiply(0.75 * strength(x));
        slanted(pos2(x.min(rect.right()), rect.bottom()), top, color, &mut mesh);
    }
    shapes.push(Shape::mesh(mesh));
    if !(look.fades_left || look.fades_right) {
        let stroke = Stroke::new(1.0, ink.gamma_multiply(0.75));
        shapes.push(Shape::rect_stroke(rect, 2.0, stroke, StrokeKind::Inside));
    }
}

/// Adds a slanted line, with soft edges and level ends: egui would make a shape and nearly
/// twice the triangles of each.
fn slanted(foot: Pos2, head: Pos2, color: Color32, mesh: &mut Mesh) {
    let first = mesh.vertices.len() as u32;
    for (offset, color) in [
        (-HATCH_REACH, Color32::TRANSPARENT),
        (-HATCH_CORE, color),
        (HATCH_CORE, color),
        (HATCH_REACH, Color32::TRANSPARENT),
    ] {
        mesh.colored_vertex(pos2(foot.x + offset, foot.y), color);
        mesh.colored_vertex(pos2(head.x + offset, head.y), color);
    }
    for corner in (first..first + 6).step_by(2) {
        mesh.add_triangle(corner, corner + 1, corner + 2);
        mesh.add_triangle(corner + 1, corner + 2, corner + 3);
    }
}

/// A small filled triangle with its tip at a point; `direction` 1 points right.
pub fn arrow(tip: Pos2, direction: f32, size: f32, color: Color32) -> Shape {
    let back = tip.x - direction * size;
    let points = vec![tip, pos2(back, tip.y - size * 0.8), pos2(back, tip.y + size * 0.8)];
    Shape::convex_polygon(points, color, PathStroke::NONE)
}
