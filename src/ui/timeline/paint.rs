//! Paints a scene: the one item of the timeline's plot.

use std::sync::Arc;

use egui::{Align2, Color32, FontId, Pos2, Rect, Shape, Stroke, StrokeKind, Ui, Vec2, pos2, vec2};
use egui_plot::{PlotBounds, PlotGeometry, PlotItem, PlotItemBase, PlotTransform};

use super::TimelineCtx;
use crate::model::{EventIx, Shape as MarkShape, one_line};
use crate::timeline::{
    ARROW, Band, Bar, Content, MARK_RADIUS, Mark, RULER_HEIGHT, Scene, SharedBar, count_text,
};
use crate::ui::bars::{self, BarLook};
use crate::ui::shapes::{Look, add_shape};
use crate::ui::tokens::{Tokens, sans, semibold, size};

/// Half the thickness of a bar of days, in points.
const BAR_HALF: f32 = 3.5;
/// The height of a number's mark, in points.
const PILL: f32 = 20.0;
/// How strong the mark of a meeting is that the filter keeps out.
const DIM: f32 = 0.22;
/// A narrower band has no room for a name, in points.
const MIN_BAND_TEXT: f32 = 14.0;
/// The most characters of a period's name on its band.
const MAX_BAND_TITLE: usize = 60;

/// A scene with what its painting needs besides.
pub struct SceneItem {
    base: PlotItemBase,
    scene: Arc<Scene>,
    shapes_of_marks: Vec<MarkShape>,
    band_titles: Vec<String>,
    selected_mark: Option<usize>,
    selection: Option<EventIx>,
    hovered: Option<usize>,
    label_strengths: Vec<f32>,
    tokens: &'static Tokens,
}

impl SceneItem {
    /// An item that paints this scene.
    pub fn new(
        ctx: &TimelineCtx<'_>,
        scene: Arc<Scene>,
        hovered: Option<usize>,
        label_strengths: Vec<f32>,
    ) -> Self {
        let dataset = ctx.document.dataset();
        let shape_of = |mark: &Mark| {
            let kind =
                dataset.events.kind(mark.top()).and_then(|kind| dataset.kinds.get(kind.pos()));
            kind.map_or(MarkShape::Disc, |kind| kind.shape)
        };
        Self {
            base: PlotItemBase::new("meetings".to_owned()),
            shapes_of_marks: scene.marks.iter().map(shape_of).collect(),
            selected_mark: ctx.selection.and_then(|event| super::selected_mark(ctx, &scene, event)),
            band_titles: scene
                .bands
                .iter()
                .filter_map(|band| dataset.periods.get(band.period))
                .map(|period| one_line(&period.title, MAX_BAND_TITLE))
                .collect(),
            selection: ctx.selection,
            hovered,
            label_strengths,
            tokens: ctx.tokens,
            scene,
        }
    }

    fn text(&self, ui: &Ui, at: (Pos2, Align2), text: &str, font: FontId, color: Color32) -> Shape {
        let (pos, align) = at;
        // Whole pixels keep small text sharp.
        let pos = pos2(pos.x, pos.y.round());
        ui.fonts_mut(|fonts| Shape::text(fonts, pos, align, text, font, color))
    }

    fn ruler(&self, ui: &Ui, rect: Rect, shapes: &mut Vec<Shape>) {
        let scene = &self.scene;
        let ruler = rect.top() + scene.ruler_top;
        for tick in &scene.ticks {
            let x = (rect.left() + tick.x).round() + 0.5;
            let color = self.tokens.grid.gamma_multiply(tick.strength);
            let reach = if tick.label_strength > 0.0 { ruler + 4.0 } else { ruler + RULER_HEIGHT };
            shapes.push(Shape::vline(x, reach..=rect.bottom(), Stroke::new(1.0, color)));
        }
        let y = ruler + RULER_HEIGHT / 2.0;
        for tick in scene.ticks.iter().filter(|tick| tick.label_strength > 0.0) {
            let pos = pos2(rect.left() + tick.x + 5.0, y);
            if pos.x + 30.0 > rect.right() {
                continue;
            }
            let (font, color) = if tick.is_major {
                (semibold(size::CAPTION), self.tokens.text)
            } else {
                (sans(size::CAPTION), self.tokens.text_muted)
            };
            let color = color.gamma_multiply(tick.label_strength);
            shapes.push(self.text(ui, (pos, Align2::LEFT_CENTER), &tick.label, font, color));
        }
    }

    fn band(&self, ui: &Ui, offset: Vec2, band: &Band, title: &str, shapes: &mut Vec<Shape>) {
        let tokens = self.tokens;
        let rect = band.rect.translate(offset);
        let (wash, ink) = (tokens.side_wash(band.side), tokens.side(band.side));
        shapes.push(Shape::rect_filled(rect, 3.0, wash));
        if rect.width() < MIN_BAND_TEXT {
            return;
        }
        let at = (pos2(rect.left() + 6.0, rect.center().y), Align2::LEFT_CENTER);
        let text = self.text(ui, at, title, sans(size::CAPTION), ink);
        let room = if band.is_open { 14.0 } else { 4.0 };
        if text.visual_bounding_rect().right() + room <= rect.right() {
            shapes.push(text);
        }
        if band.is_open {
            let tip = pos2(rect.right() - 5.0, rect.center().y);
            shapes.push(bars::arrow(tip, 1.0, ARROW * 0.8, ink));
        }
    }

    fn lanes(&self, rect: Rect, shapes: &mut Vec<Shape>) {
        let line = Stroke::new(1.0, self.tokens.line);
        for lane in &self.scene.lanes {
            let y = (rect.top() + lane.top).round() + 0.5;
            shapes.push(Shape::hline(rect.x_range(), y, line));
        }
    }

    fn bar(&self, at: (Pos2, Rect), bar: &Bar, is_dim: bool, shapes: &mut Vec<Shape>) {
        let (center, clip) = at;
        let offset = clip.min.to_vec2();
        // Bars can be millions of points long when zoomed in.
        let left = (bar.left + offset.x).max(clip.left() - 20.0);
        let right = (bar.right + offset.x).min(clip.right() + 20.0);
        if right <= left {
            return;
        }
        let rect =
            Rect::from_min_max(pos2(left, center.y - BAR_HALF), pos2(right, center.y + BAR_HALF));
        let look = BarLook {
            fades_left: bar.fades_left,
            fades_right: bar.fades_right,
            is_uncertain: bar.is_uncertain,
            arrow_left: bar.open_left,
            arrow_right: bar.open_right,
        };
        let ink_of = |ink| if is_dim { self.tokens.kept_out(ink, DIM) } else { ink };
        let [ink, fill] = [self.tokens.mark, self.tokens.bar].map(ink_of);
        bars::bar_shapes(rect, look, (ink, fill), shapes);
    }

    fn mark(&self, ui: &Ui, pos: usize, mark: &Mark, offset: Vec2, shapes: &mut Vec<Shape>) {
        let tokens = self.tokens;
        let center = mark.center + offset;
        let is_selected = self.selected_mark == Some(pos)
            || matches!(mark.content, Content::One(event) if Some(event) == self.selection);
        let is_hovered = self.hovered == Some(pos);
        let ink_of = |ink| if mark.is_dim() { tokens.kept_out(ink, DIM) } else { ink };
        let ink = if is_selected { tokens.accent } else { ink_of(tokens.mark) };
        match mark.content {
            Content::One(_) => {
                if is_selected || is_hovered {
                    let ring = Stroke::new(if is_selected { 2.0 } else { 1.5 }, tokens.accent);
                    shapes.push(Shape::circle_stroke(center, MARK_RADIUS + 5.0, ring));
                }
                if mark.bar.is_some() || !self.scene.shared_bars.is_empty() {
                    // A mark does not melt into the bars under it.
                    shapes.push(Shape::circle_filled(center, MARK_RADIUS + 2.5, tokens.canvas));
                }
                let shape = self.shapes_of_marks.get(pos).copied().unwrap_or(MarkShape::Disc);
                let look = Look {
                    center,
                    radius: MARK_RADIUS,
                    fill: ink,
                    ground: tokens.canvas,
                    pixels_per_point: ui.pixels_per_point(),
                };
                add_shape(shape, look, shapes);
            }
            Content::Many { .. } => {
                // In a low lane, a number stays within it.
                let lane = self.scene.lanes.get(mark.lane);
                let room = lane.map_or(PILL, |lane| lane.bottom - lane.top - 1.0);
                let size = vec2(2.0 * mark.half_width, room.clamp(2.0 * MARK_RADIUS, PILL));
                let pill = Rect::from_center_size(center, size);
                let stroke = Stroke::new(
                    if is_hovered || is_selected { 2.0 } else { 1.3 },
                    if is_hovered || is_selected { tokens.accent } else { ink },
                );
                let radius = pill.height() / 2.0;
                shapes.push(Shape::rect_filled(pill, radius, tokens.raised));
                shapes.push(Shape::rect_stroke(pill, radius, stroke, StrokeKind::Inside));
                // With a filter, what counts is what matches; the card tells of how many.
                let count = if mark.is_dim() { mark.count() } else { mark.matching };
                let text = count_text(count);
                let font = semibold(size::CAPTION - 1.0);
                shapes.push(self.text(
                    ui,
                    (center, Align2::CENTER_CENTER),
                    &text,
                    font,
                    ink_of(tokens.text),
                ));
            }
        }
    }

    fn labels(&self, ui: &Ui, offset: Vec2, shapes: &mut Vec<Shape>) {
        for (pos, label) in self.scene.labels.iter().enumerate() {
            let strength = self.label_strengths.get(pos).copied().unwrap_or(1.0);
            let is_selected = Some(label.event) == self.selection;
            let is_hovered = self.hovered == Some(label.mark);
            if let Some(x) = label.leader_x {
                let Some(mark) = self.scene.marks.get(label.mark) else { continue };
                let below = label.y > mark.center.y;
                let edge = if below { MARK_RADIUS + 3.0 } else { -MARK_RADIUS - 3.0 };
                let end = label.y + if below { -7.0 } else { 7.0 };
                let color = self.tokens.text_muted.gamma_multiply(0.5 * strength);
                let line = [pos2(x, mark.center.y + edge) + offset, pos2(x, end) + offset];
                shapes.push(Shape::line_segment(line, Stroke::new(1.0, color)));
            }
            let ink = self.tokens.text.gamma_multiply(strength);
            // Semibold is a little wider; the room beside labels takes it up.
            let font = if is_selected { semibold(size::CAPTION) } else { sans(size::CAPTION) };
            let at = (pos2(label.x, label.y) + offset, Align2::LEFT_CENTER);
            let text = self.text(ui, at, &label.text, font, ink);
            if is_hovered {
                let line = text.visual_bounding_rect();
                let stroke = Stroke::new(1.0, self.tokens.accent);
                shapes.push(Shape::hline(line.x_range(), line.bottom() + 1.0, stroke));
            }
            shapes.push(text);
        }
    }
}

impl PlotItem for SceneItem {
    fn shapes(&self, ui: &Ui, transform: &PlotTransform, shapes: &mut Vec<Shape>) {
        let rect = *transform.frame();
        let offset = rect.min.to_vec2();
        self.ruler(ui, rect, shapes);
        for (band, title) in self.scene.bands.iter().zip(&self.band_titles) {
            self.band(ui, offset, band, title, shapes);
        }
        self.lanes(rect, shapes);
        for SharedBar { bar, y, is_dim } in &self.scene.shared_bars {
            self.bar((pos2(0.0, *y) + offset, rect), bar, *is_dim, shapes);
        }
        for mark in &self.scene.marks {
            if let Some(bar) = &mark.bar {
                self.bar((mark.center + offset, rect), bar, mark.is_dim(), shapes);
            }
        }
        self.labels(ui, offset, shapes);
        for (pos, mark) in self.scene.marks.iter().enumerate() {
            self.mark(ui, pos, mark, offset, shapes);
        }
    }

    fn initialize(&mut self, _x_range: std::ops::RangeInclusive<f64>) {}

    fn color(&self) -> Color32 {
        self.tokens.mark
    }

    fn geometry(&self) -> PlotGeometry<'_> {
        PlotGeometry::None
    }

    fn bounds(&self) -> PlotBounds {
        PlotBounds::NOTHING
    }

    fn base(&self) -> &PlotItemBase {
        &self.base
    }

    fn base_mut(&mut self) -> &mut PlotItemBase {
        &mut self.base
    }
}
