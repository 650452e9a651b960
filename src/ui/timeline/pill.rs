//! The ground of a mark that holds a number: a pill with a line around it.
//!
//! A full picture has hundreds of them, and egui makes more than three hundred triangles of
//! each. From a picture of a disc it takes twelve: its two halves are the pill's ends, and
//! its middle is drawn out between them.

use egui::{Color32, ColorImage, Context, Mesh, Pos2, Rect, TextureHandle, TextureId};
use egui::{TextureOptions, pos2};

/// The width of the line, in points.
pub const LINE: f32 = 1.3;
/// Clear pixels around a disc in the picture.
const MARGIN: usize = 1;

/// The picture of a disc for pills of one height, kept while they have it.
#[derive(Default)]
pub struct PillStamp {
    made: Option<(Size, TextureHandle)>,
}

/// What a picture is made for.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Size {
    /// The height of the pills, in pixels.
    height: usize,
    pixels_per_point: f32,
}

/// A picture that pills can be painted with.
#[derive(Clone, Copy, Debug)]
pub struct Stamp {
    size: Size,
    texture: TextureId,
}

impl PillStamp {
    /// The picture for pills of a height in points.
    pub fn for_height(&mut self, ctx: &Context, height: f32) -> Stamp {
        let pixels_per_point = ctx.pixels_per_point();
        let height = (height * pixels_per_point).round().clamp(2.0, 256.0) as usize;
        let size = Size { height, pixels_per_point };
        let made = self.made.take().filter(|(of, _)| *of == size);
        let (_, texture) = self.made.insert(made.unwrap_or_else(|| {
            (size, ctx.load_texture("pill", discs(size), TextureOptions::LINEAR))
        }));
        Stamp { size, texture: texture.id() }
    }
}

/// Two discs side by side: the whole, and what lies within the line.
fn discs(Size { height, pixels_per_point }: Size) -> ColorImage {
    let side = height + 2 * MARGIN;
    let center = side as f32 / 2.0;
    let whole = height as f32 / 2.0;
    let coverage = |radius: f32, x: usize, y: usize| {
        let (dx, dy) = (x as f32 + 0.5 - center, y as f32 + 0.5 - center);
        (radius + 0.5 - dx.hypot(dy)).clamp(0.0, 1.0)
    };
    let pixel = |pos: usize| {
        let (x, y) = (pos % (2 * side), pos / (2 * side));
        let share = if x < side {
            coverage(whole, x, y)
        } else {
            coverage(whole - LINE * pixels_per_point, x - side, y)
        };
        Color32::from_white_alpha((share * 255.0).round() as u8)
    };
    ColorImage::new([2 * side, side], (0..2 * side * side).map(pixel).collect())
}

impl Stamp {
    /// A mesh for pills of this picture.
    pub fn mesh(self) -> Mesh {
        Mesh::with_texture(self.texture)
    }

    /// Adds a pill, moved to whole pixels. Not where its height is another than the picture's.
    #[must_use]
    pub fn add(self, pill: Rect, (line, ground): (Color32, Color32), mesh: &mut Mesh) -> bool {
        let Size { height, pixels_per_point } = self.size;
        let pixels = |points: f32| (points * pixels_per_point).round();
        let height = height as f32;
        if pixels(pill.height()) != height {
            return false;
        }
        let (left, top) = (pixels(pill.left()), pixels(pill.top()));
        let right = pixels(pill.right()).max(left + height);
        let margin = MARGIN as f32;
        let stops = [left - margin, left + height / 2.0, right - height / 2.0, right + margin];
        for (disc, color) in [line, ground].into_iter().enumerate() {
            let first = mesh.vertices.len() as u32;
            for (x, part) in stops.into_iter().zip([0.0, 0.5, 0.5, 1.0]) {
                let u = (disc as f32 + part) / 2.0;
                for (y, v) in [(top - margin, 0.0), (top + height + margin, 1.0)] {
                    let pos = Pos2::new(x / pixels_per_point, y / pixels_per_point);
                    mesh.vertices.push(egui::epaint::Vertex { pos, uv: pos2(u, v), color });
                }
            }
            for corner in (first..first + 6).step_by(2) {
                mesh.add_triangle(corner, corner + 1, corner + 2);
                mesh.add_triangle(corner + 1, corner + 2, corner + 3);
            }
        }
        true
    }
}
