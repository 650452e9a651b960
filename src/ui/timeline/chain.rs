//! The links of the selected meeting: what it takes up, and what takes it up, as
//! curves between their marks.

use std::sync::Arc;

use egui::epaint::CubicBezierShape;
use egui::{Color32, Pos2, Rect, Shape, Stroke, pos2, vec2};

use super::{TimelineCtx, TimelineState};
use crate::model::EventIx;
use crate::timeline::{MARK_RADIUS, Scene, anchor_of};
use crate::ui::bars::arrow;

/// A link in its place, in points from the canvas's corner.
#[derive(Clone, Copy, Debug)]
pub struct Curve {
    from: Pos2,
    to: Pos2,
    /// How many links away from the selected meeting.
    distance: u32,
}

/// What the curves were worked out for, and the curves.
pub type Curves = ((Option<EventIx>, usize), Arc<Scene>, Vec<Curve>);

/// The curves of the chain, worked out again only when scene or chain change.
pub fn curves(ctx: &TimelineCtx<'_>, state: &mut TimelineState, scene: &Arc<Scene>) -> Vec<Curve> {
    let Some(chain) = ctx.chain else { return Vec::new() };
    let key = (ctx.selection, chain.links.len());
    if let Some((of, made_for, curves)) = &state.curves
        && *of == key
        && Arc::ptr_eq(made_for, scene)
    {
        return curves.clone();
    }
    let width = state.made_from.as_ref().map_or(0.0, |made| made.size.0);
    let place = |ix: EventIx| place_of(ctx, scene, width, ix);
    let curve = |link: &crate::analysis::chain::Link| {
        let (from, to) = (place(link.from)?, place(link.to)?);
        // Within one mark there is nothing to draw.
        let is_apart = from.distance(to) > 2.0 * MARK_RADIUS;
        is_apart.then_some(Curve { from, to, distance: link.steps.unsigned_abs() })
    };
    let curves: Vec<Curve> = chain.links.iter().filter_map(curve).collect();
    state.curves = Some((key, Arc::clone(scene), curves.clone()));
    curves
}

/// Where a meeting's mark stands; beyond the edge, at the height of its lane.
fn place_of(ctx: &TimelineCtx<'_>, scene: &Scene, width: f32, ix: EventIx) -> Option<Pos2> {
    let event = ctx.document.dataset().event(ix)?;
    let middle = anchor_of(&event);
    if let Some(mark) = scene.mark_of(ctx.lanes, ix, middle).and_then(|pos| scene.marks.get(pos)) {
        return Some(mark.center);
    }
    let lane = ctx.lanes.lanes.iter().position(|lane| lane.position(ix, middle).is_some())?;
    let y = scene.lanes.get(lane)?.mark_y;
    let x = ctx.view.x_from_day(middle, width).clamp(-40.0, width + 40.0);
    Some(pos2(x, y))
}

/// Paints the curves over the canvas, those of the selected meeting itself strongest.
pub fn shapes(curves: &[Curve], rect: Rect, ink: Color32) -> Vec<Shape> {
    let mut shapes = Vec::with_capacity(curves.len() * 2);
    for curve in curves {
        let strength = match curve.distance {
            0 | 1 => 0.8,
            2 => 0.55,
            3 => 0.42,
            _ => 0.3,
        };
        let (from, to) = (curve.from + rect.min.to_vec2(), curve.to + rect.min.to_vec2());
        let color = ink.gamma_multiply(strength);
        // Bowed out of the row where both stand in one lane.
        let bow = if (from.y - to.y).abs() < 4.0 {
            vec2(0.0, -(10.0 + (to.x - from.x).abs().sqrt() * 1.2).min(34.0))
        } else {
            vec2(0.0, 0.0)
        };
        let pull = vec2((to.x - from.x) * 0.35, 0.0);
        let start = from + vec2(0.0, if bow.y == 0.0 { 0.0 } else { -MARK_RADIUS });
        let tip = if bow.y == 0.0 {
            to - vec2(MARK_RADIUS + 3.0, 0.0) * (to.x - from.x).signum()
        } else {
            to - vec2(MARK_RADIUS + 2.0, 4.0) * vec2((to.x - from.x).signum(), 1.0)
        };
        let points = [start, from + pull + bow, to - pull + bow, tip];
        let stroke = Stroke::new(if curve.distance <= 1 { 1.5 } else { 1.1 }, color);
        shapes.push(Shape::CubicBezier(CubicBezierShape::from_points_stroke(
            points,
            false,
            Color32::TRANSPARENT,
            stroke,
        )));
        shapes.push(arrow(tip, (to.x - from.x).signum(), 6.0, color));
    }
    shapes
}
