//! The shapes that tell the kinds of meetings apart.
//!
//! All of them claim the same room to the eye, not the same box: a triangle of a
//! disc's height looks small beside it. What is level or upright keeps to the
//! pixels of the screen, so that it is crisp at any scale.

use egui::{Color32, Painter, Pos2, Rect, Stroke, Vec2, pos2, vec2};

use crate::model::Shape;

/// How far each shape reaches from its centre, as a multiple of the radius that
/// is asked for; chosen by eye, close to equal areas.
mod reach {
    pub(super) const DISC: f32 = 0.93;
    pub(super) const RING: f32 = 0.98;
    pub(super) const DIAMOND: f32 = 1.17;
    pub(super) const SQUARE: f32 = 0.83;
    pub(super) const TRIANGLE: f32 = 1.2;
    pub(super) const PENTAGON: f32 = 1.06;
    pub(super) const HEXAGON: f32 = 1.02;
    pub(super) const PLUS: f32 = 1.0;
    pub(super) const SALTIRE: f32 = 1.12;
    pub(super) const BAR: f32 = 1.08;
}

/// The line of outlined shapes, as a part of the radius: 2 pt at a radius of 6.
const LINE: f32 = 0.34;
/// The arms of plus and saltire.
const ARM: f32 = 0.6;
/// The bar's height.
const BAR_HEIGHT: f32 = 0.62;

/// Where and in which colours a shape stands.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    /// Its middle.
    pub center: Pos2,
    /// The room that it claims, in points.
    pub radius: f32,
    /// The colour of its ink.
    pub fill: Color32,
    /// What looks outlined is filled with this, so that nothing behind it shows.
    pub ground: Color32,
    /// Pixels in a point, to keep to them.
    pub pixels_per_point: f32,
}

/// Paints a shape around `center`, see [`Look`].
pub fn paint_shape(
    painter: &Painter,
    shape: Shape,
    center: Pos2,
    radius: f32,
    fill: Color32,
    ground: Color32,
) {
    let pixels_per_point = painter.pixels_per_point();
    let mut shapes = Vec::new();
    add_shape(shape, Look { center, radius, fill, ground, pixels_per_point }, &mut shapes);
    painter.extend(shapes);
}

/// Adds what a shape is painted with to a list.
pub fn add_shape(shape: Shape, look: Look, shapes: &mut Vec<egui::Shape>) {
    let Look { center, radius, fill, ground, pixels_per_point } = look;
    let mut pen = Pen { shapes, pixels_per_point, center, radius, fill, ground };
    match shape {
        Shape::Disc => {
            pen.add(egui::Shape::circle_filled(center, radius * reach::DISC, fill));
        }
        Shape::Ring => {
            let width = radius * LINE;
            let middle = radius * reach::RING - width / 2.0;
            pen.add(egui::Shape::circle_filled(center, middle, ground));
            pen.add(egui::Shape::circle_stroke(center, middle, Stroke::new(width, fill)));
        }
        Shape::Diamond => pen.polygon(4, 0.0, reach::DIAMOND),
        Shape::DiamondOutline => pen.outline(4, 0.0, reach::DIAMOND),
        Shape::Triangle => pen.polygon(3, 0.0, reach::TRIANGLE),
        Shape::TriangleOutline => pen.outline(3, 0.0, reach::TRIANGLE),
        Shape::TriangleDown => pen.polygon(3, 0.5, reach::TRIANGLE),
        Shape::Pentagon => pen.polygon(5, 0.0, reach::PENTAGON),
        Shape::Hexagon => pen.polygon(6, 0.0, reach::HEXAGON),
        Shape::Square => pen.box_filled(Vec2::splat(reach::SQUARE)),
        Shape::SquareOutline => pen.square_outline(),
        Shape::Plus => pen.plus(),
        Shape::Cross => pen.saltire(),
        Shape::Bar => pen.box_filled(vec2(reach::BAR, BAR_HEIGHT / 2.0)),
    }
}

/// What all the shapes need to be painted.
struct Pen<'a> {
    shapes: &'a mut Vec<egui::Shape>,
    pixels_per_point: f32,
    center: Pos2,
    radius: f32,
    fill: Color32,
    ground: Color32,
}

impl Pen<'_> {
    fn add(&mut self, shape: egui::Shape) {
        self.shapes.push(shape);
    }

    /// The corners of a regular polygon; `turn` is a part of the angle between
    /// two corners, 0 has one at the top.
    ///
    /// An odd one is moved so that it stands in the middle of its box: around its
    /// centre of gravity, a triangle would hang too high in a row of marks.
    fn corners(&self, count: usize, turn: f32, reach: f32) -> Vec<Pos2> {
        let step = std::f32::consts::TAU / count as f32;
        let mut corners: Vec<Pos2> = (0..count)
            .map(|n| {
                let angle = step * (n as f32 + turn) - std::f32::consts::FRAC_PI_2;
                self.center + Vec2::angled(angle) * self.radius * reach
            })
            .collect();
        let tops = corners.iter().map(|corner| corner.y);
        let (top, bottom) =
            tops.fold((f32::MAX, f32::MIN), |(low, high), y| (low.min(y), high.max(y)));
        let offset = self.center.y - f32::midpoint(top, bottom);
        for corner in &mut corners {
            corner.y += offset;
        }
        corners
    }

    fn polygon(&mut self, count: usize, turn: f32, reach: f32) {
        let corners = self.corners(count, turn, reach);
        self.add(egui::Shape::convex_polygon(corners, self.fill, Stroke::NONE));
    }

    /// An outline whose outer edge is that of the filled polygon: the line's
    /// middle lies half a line further in at the edges, more so at the corners.
    fn outline(&mut self, count: usize, turn: f32, reach: f32) {
        let width = self.radius * LINE;
        let inset = (width / 2.0) / (std::f32::consts::PI / count as f32).cos();
        let corners = self.corners(count, turn, reach - inset / self.radius.max(f32::EPSILON));
        let stroke = Stroke::new(width, self.fill);
        self.add(egui::Shape::convex_polygon(corners, self.ground, stroke));
    }

    /// A length in whole pixels, at least one.
    fn whole(&self, length: f32) -> f32 {
        let scale = self.pixels_per_point;
        (length * scale).round().max(1.0) / scale
    }

    /// The centre, moved by less than a pixel so that a box of this size around it
    /// begins and ends between pixels.
    fn snapped(&self, size: f32) -> Pos2 {
        let scale = self.pixels_per_point;
        let snap = |at: f32| ((at - size / 2.0) * scale).round() / scale + size / 2.0;
        pos2(snap(self.center.x), snap(self.center.y))
    }

    fn fill_rect(&mut self, rect: Rect) {
        self.add(egui::Shape::rect_filled(rect, 0.0, self.fill));
    }

    fn box_filled(&mut self, half: Vec2) {
        let size =
            vec2(self.whole(2.0 * half.x * self.radius), self.whole(2.0 * half.y * self.radius));
        let center = pos2(self.snapped(size.x).x, self.snapped(size.y).y);
        self.fill_rect(Rect::from_center_size(center, size));
    }

    fn square_outline(&mut self) {
        let side = self.whole(2.0 * reach::SQUARE * self.radius * 1.04);
        let width = self.whole(self.radius * LINE);
        let rect = Rect::from_center_size(self.snapped(side), Vec2::splat(side));
        let stroke = Stroke::new(width, self.fill);
        self.add(egui::Shape::rect_filled(rect, 0.0, self.ground));
        self.add(egui::Shape::rect_stroke(rect, 0.0, stroke, egui::StrokeKind::Inside));
    }

    /// Arm and length differ by an even number of pixels, so that the arms stand
    /// in the middle. The parts do not overlap: a mark may be half transparent.
    fn plus(&mut self) {
        let arm = self.whole(self.radius * ARM);
        let side = self.whole((self.radius * reach::PLUS * 2.0 - arm) / 2.0);
        let center = self.snapped(arm + 2.0 * side);
        let upright = vec2(arm, arm + 2.0 * side);
        self.fill_rect(Rect::from_center_size(center, upright));
        let offset = vec2((arm + side) / 2.0, 0.0);
        for at in [center - offset, center + offset] {
            self.fill_rect(Rect::from_center_size(at, vec2(side, arm)));
        }
    }

    fn saltire(&mut self) {
        let half_arm = self.radius * ARM / 2.0;
        let end = self.radius * reach::SALTIRE;
        let along = Vec2::angled(std::f32::consts::FRAC_PI_4);
        let across = along.rot90();
        let mut stroke = |from: Vec2, to: Vec2, side: Vec2| {
            let corners = [from + side, to + side, to - side, from - side];
            let corners = corners.map(|corner| self.center + corner).to_vec();
            self.add(egui::Shape::convex_polygon(corners, self.fill, Stroke::NONE));
        };
        stroke(along * -end, along * end, across * half_arm);
        for direction in [across, -across] {
            stroke(direction * half_arm, direction * end, along * half_arm);
        }
    }
}
