//! The bars of the overview, stacked by level: leaders solid, ministers in broad lines,
//! others in fine ones, so that they are told apart without their greys.

use egui::emath::GuiRounding as _;
use egui::{Color32, Mesh, Rect, Shape, pos2, vec2};

use crate::model::Level;
use crate::timeline::Column;
use crate::ui::tokens::Tokens;

/// How strong the bars of all meetings are behind those that match.
const OUT_OF_FILTER: f32 = 0.3;
/// The lines across a bar, by level: how thick, and how far apart, in points.
const LINES: [Option<(f32, f32)>; Level::ALL.len()] = [None, Some((2.0, 1.0)), Some((1.0, 1.0))];
/// A lower bar is solid, in points: lines would leave nothing of it.
const MIN_LINED: f32 = 2.5;
/// More columns than this are too narrow for lines, and too many to paint them.
const MOST_LINED: usize = 400;
/// Between levels, where there is room for it, in points.
const PARTING: f32 = 1.0;

/// Where the bars stand, and how high a meeting is, in points.
pub(super) struct Place {
    pub left: f32,
    pub floor: f32,
    pub scale: f32,
    pub pixels_per_point: f32,
}

impl Place {
    /// The bars of what matches, or of all.
    pub fn columns(&self, columns: &[Column], tokens: &Tokens) -> Shape {
        self.stacked(columns, tokens.levels)
    }

    /// The bars of all, behind those that match.
    pub fn kept_out(&self, columns: &[Column], tokens: &Tokens) -> Shape {
        if !tokens.is_high_contrast() {
            return self
                .stacked(columns, tokens.levels.map(|ink| tokens.kept_out(ink, OUT_OF_FILTER)));
        }
        // As well seen as all else, and so no bar but a line where it would end.
        let mut mesh = Mesh::default();
        for column in columns {
            let top = self.floor - self.scale * column.total() as f32;
            let bar = self.bar(column, top, top + 2.0);
            self.add(&mut mesh, bar, tokens.kept_out(tokens.mark, OUT_OF_FILTER));
        }
        Shape::mesh(mesh)
    }

    fn stacked(&self, columns: &[Column], inks: [Color32; Level::ALL.len()]) -> Shape {
        let mut mesh = Mesh::default();
        let has_lines = columns.len() <= MOST_LINED;
        for column in columns {
            let mut bottom = self.floor;
            for ((count, ink), lines) in column.counts.iter().zip(inks).zip(LINES) {
                if *count == 0 {
                    continue;
                }
                let top = bottom - self.scale * *count as f32;
                let is_first = bottom >= self.floor;
                let parting = if is_first || bottom - top <= MIN_LINED { 0.0 } else { PARTING };
                let bar = self.bar(column, top, bottom - parting);
                let lines = lines.filter(|_| has_lines);
                lined(bar, lines, self.floor, |part| self.add(&mut mesh, part, ink));
                bottom = top;
            }
        }
        Shape::mesh(mesh)
    }

    fn bar(&self, column: &Column, top: f32, bottom: f32) -> Rect {
        let gap = if column.right - column.left > 3.0 { 1.0 } else { 0.0 };
        Rect::from_min_max(
            pos2(self.left + column.left, top),
            pos2(self.left + column.right - gap, bottom),
        )
    }

    /// A mesh has sharp edges only on whole pixels.
    fn add(&self, mesh: &mut Mesh, part: Rect, ink: Color32) {
        let pixel = 1.0 / self.pixels_per_point;
        let mut part = part.round_to_pixels(self.pixels_per_point);
        part.set_width(part.width().max(pixel));
        part.set_height(part.height().max(pixel));
        mesh.add_colored_rect(part, ink);
    }
}

/// What a level looks like, so large, for the legend.
pub(super) fn swatch(level: Level, rect: Rect, ink: Color32, shapes: &mut Vec<Shape>) {
    let lines = LINES.get(level as usize).copied().flatten();
    lined(rect, lines, rect.bottom(), |part| {
        shapes.push(Shape::rect_filled(part, 0.0, ink));
    });
}

/// A bar in lines across, counted from a floor: so they stand at one height in all bars.
fn lined(bar: Rect, lines: Option<(f32, f32)>, floor: f32, mut add: impl FnMut(Rect)) {
    let Some((line, gap)) = lines.filter(|_| bar.height() >= MIN_LINED) else {
        add(bar);
        return;
    };
    let step = line + gap;
    let mut bottom = floor - ((floor - bar.bottom()) / step).floor().max(0.0) * step;
    while bottom > bar.top() {
        let part = Rect::from_min_size(pos2(bar.left(), bottom - line), vec2(bar.width(), line));
        let part = part.intersect(bar);
        if part.height() > 0.25 {
            add(part);
        }
        bottom -= step;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::tokens::{HIGH_CONTRAST_LIGHT, LIGHT};

    const PLACE: Place = Place { left: 0.0, floor: 60.0, scale: 6.0, pixels_per_point: 1.0 };

    fn rects(shape: &Shape) -> Vec<(Rect, Color32)> {
        let Shape::Mesh(mesh) = shape else { panic!("it is a mesh") };
        let corners = mesh.vertices.chunks(4);
        corners.map(|it| (Rect::from_min_max(it[0].pos, it[3].pos), it[0].color)).collect()
    }

    fn column(counts: [u32; 3]) -> Column {
        Column { left: 10.0, right: 16.0, counts }
    }

    #[test]
    fn levels_are_told_apart_without_their_colours() {
        let filled = |counts: [u32; 3]| -> (usize, f32) {
            let parts = rects(&PLACE.columns(&[column(counts)], &LIGHT));
            (parts.len(), parts.iter().map(|(rect, _)| rect.height()).sum())
        };
        // Each two meetings, 12 points high.
        assert_eq!(filled([2, 0, 0]), (1, 12.0));
        assert_eq!(filled([0, 2, 0]), (4, 8.0));
        assert_eq!(filled([0, 0, 2]), (6, 6.0));
        let parts = rects(&PLACE.columns(&[column([2, 2, 0])], &LIGHT));
        assert!(parts[1..].iter().all(|(rect, _)| rect.bottom() <= 47.0), "parted from below");
    }

    #[test]
    fn in_high_contrast_what_is_kept_out_is_a_line_at_its_height() {
        let parts = rects(&PLACE.kept_out(&[column([3, 1, 2])], &HIGH_CONTRAST_LIGHT));
        let [(rect, ink)] = parts.as_slice() else { panic!("one part, not {}", parts.len()) };
        assert_eq!((rect.top(), rect.bottom()), (24.0, 26.0));
        assert_eq!(ink.a(), 255);
        assert!(rects(&PLACE.kept_out(&[column([3, 1, 2])], &LIGHT)).len() > 1);
    }
}
