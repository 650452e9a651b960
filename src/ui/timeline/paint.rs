//! Paints a scene: the one item of the timeline's plot.

use std::sync::Arc;

use egui::epaint::{RectShape, TextShape};
use egui::{
    Align2, Color32, FontId, Mesh, Pos2, Rect, Shape, Stroke, StrokeKind, Ui, Vec2, pos2, vec2,
};
use egui_plot::{PlotBounds, PlotGeometry, PlotItem, PlotItemBase, PlotTransform};

use super::TimelineCtx;
use super::numbers::Numbers;
use super::pill::{self, Stamp};
use crate::model::{EventIx, Shape as MarkShape, one_line};
use crate::timeline::{
    ARROW, Band, Bar, Content, LaneRow, MARK_RADIUS, Mark, RULER_HEIGHT, Scene, SharedBar,
    count_text, more_text,
};
use crate::ui::bars::{self, BarLook};
use crate::ui::shapes::{Look, add_shape};
use crate::ui::text::line_shape;
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
    stamp: Stamp,
    tokens: &'static Tokens,
}

/// The height of a number's mark in a lane, in points: in a low one it stays within it.
pub fn pill_height(lane: &LaneRow) -> f32 {
    (lane.bottom - lane.top - 1.0).clamp(2.0 * MARK_RADIUS, PILL)
}

impl SceneItem {
    /// An item that paints this scene.
    pub fn new(
        ctx: &TimelineCtx<'_>,
        scene: Arc<Scene>,
        hovered: Option<usize>,
        label_strengths: Vec<f32>,
        stamp: Stamp,
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
            stamp,
            tokens: ctx.tokens,
            scene,
        }
    }

    fn text(
        &self,
        ui: &Ui,
        at: (Pos2, Align2),
        text: &str,
        font: FontId,
        color: Color32,
    ) -> TextShape {
        let (pos, align) = at;
        // Whole pixels keep small text sharp.
        let pos = pos2(pos.x, pos.y.round());
        line_shape(ui, (pos, align), text, font, color)
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
            shapes.push(self.text(ui, (pos, Align2::LEFT_CENTER), &tick.label, font, color).into());
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
            shapes.push(text.into());
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

    fn is_selected(&self, pos: usize, mark: &Mark) -> bool {
        self.selected_mark == Some(pos)
            || matches!(mark.content, Content::One(event) if Some(event) == self.selection)
    }

    /// A colour of a mark: weaker where the filter keeps it out.
    fn ink(&self, mark: &Mark, ink: Color32) -> Color32 {
        if mark.is_dim() { self.tokens.kept_out(ink, DIM) } else { ink }
    }

    /// The mark of one meeting.
    fn single(&self, ui: &Ui, pos: usize, mark: &Mark, offset: Vec2, shapes: &mut Vec<Shape>) {
        let tokens = self.tokens;
        let center = mark.center + offset;
        let is_selected = self.is_selected(pos, mark);
        let ink = if is_selected { tokens.accent } else { self.ink(mark, tokens.mark) };
        if is_selected || self.hovered == Some(pos) {
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

    /// The ground of a mark of several: into the mesh of all that look alike, or a shape.
    fn pill(&self, pos: usize, mark: &Mark, offset: Vec2, pills: &mut Mesh) -> Option<Shape> {
        let tokens = self.tokens;
        let height = self.scene.lanes.get(mark.lane).map_or(PILL, pill_height);
        let size = vec2(2.0 * mark.half_width, height);
        let pill = Rect::from_center_size(mark.center + offset, size);
        let is_plain = self.hovered != Some(pos) && !self.is_selected(pos, mark);
        let line = if is_plain { self.ink(mark, tokens.mark) } else { tokens.accent };
        if is_plain && self.stamp.add(pill, (line, tokens.raised), pills) {
            return None;
        }
        let line = Stroke::new(if is_plain { pill::LINE } else { 2.0 }, line);
        let (radius, inside) = (pill.height() / 2.0, StrokeKind::Inside);
        Some(RectShape::new(pill, radius, tokens.raised, line, inside).into())
    }

    /// The marks: pills first, then what stands on them, so that few meshes take them all.
    fn marks(&self, ui: &Ui, offset: Vec2, shapes: &mut Vec<Shape>) {
        let mut pills = self.stamp.mesh();
        let mut numbers = Numbers::new(ui, semibold(size::CAPTION - 1.0));
        let mut above = Vec::new();
        for (pos, mark) in self.scene.marks.iter().enumerate() {
            if matches!(mark.content, Content::One(_)) {
                self.single(ui, pos, mark, offset, &mut above);
                continue;
            }
            above.extend(self.pill(pos, mark, offset, &mut pills));
            // With a filter, what counts is what matches; the card tells of how many.
            let count = if mark.is_dim() { mark.count() } else { mark.matching };
            let at = (mark.center + offset, Align2::CENTER_CENTER);
            numbers.add(at, &count_text(count), self.ink(mark, self.tokens.text), &mut above);
        }
        shapes.push(Shape::mesh(pills));
        shapes.append(&mut above);
    }

    fn labels(&self, ui: &Ui, offset: Vec2, shapes: &mut Vec<Shape>) {
        let mut numbers = Numbers::new(ui, sans(size::CAPTION));
        for (pos, label) in self.scene.labels.iter().enumerate() {
            let strength = self.label_strengths.get(pos).copied().unwrap_or(1.0);
            if strength <= 0.0 {
                // What the next step of a zoom may take away again is not even set.
                continue;
            }
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
            let pos = pos2(label.x, label.y) + offset;
            let title = self.text(ui, (pos, Align2::LEFT_CENTER), &label.title, font, ink);
            let place = title.galley.rect.translate(title.pos.to_vec2());
            let foot = title.visual_bounding_rect().bottom();
            shapes.push(title.into());
            let at = (pos2(place.right(), pos.y.round()), Align2::LEFT_CENTER);
            let end = numbers.add(at, &more_text(label.more), ink, shapes);
            if is_hovered {
                let stroke = Stroke::new(1.0, self.tokens.accent);
                shapes.push(Shape::hline(place.left()..=end, foot + 1.0, stroke));
            }
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
        self.marks(ui, offset, shapes);
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
