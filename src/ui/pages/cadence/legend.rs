//! The strip's title, and the greys of its kinds.

use egui::{Align2, FontId, Id, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::strip::{Strip, grey, label};
use crate::model::{KindIx, one_line};
use crate::tr;
use crate::ui::pages::PageCtx;
use crate::ui::shapes::paint_shape;
use crate::ui::tokens::{sans, size};

/// The height of a line.
const LINE: f32 = 17.0;
/// The room above the first line.
const ABOVE: f32 = 5.0;
/// From the left edge of a kind to its name: its grey and its mark.
const SIGNS: f32 = 25.0;
/// Between two kinds.
const BETWEEN: f32 = 14.0;
/// The margin at both sides.
const MARGIN: f32 = 12.0;
/// What "and 5 more" needs.
const MORE: f32 = 76.0;
/// A strip that is lower than this has one line.
const MIN_TWO_LINES: f32 = 96.0;

/// What the columns must know of the legend.
pub(super) struct Legend {
    /// Where it ends.
    pub bottom: f32,
    /// The kind under the pointer, by its position.
    pub lit: Option<u32>,
}

/// A kind and where it stands.
struct Entry {
    kind: KindIx,
    name: String,
    left: f32,
    right: f32,
    line: usize,
}

/// Shows title and legend.
pub(super) fn legend_ui(
    ctx: &PageCtx<'_>,
    strip: &Strip<'_>,
    (rect, title): (Rect, &str),
    ui: &Ui,
) -> Legend {
    let (t, font) = (ctx.tokens, sans(size::CAPTION - 1.0));
    let y = |line: usize| rect.top() + ABOVE + LINE * (line as f32 + 0.5);
    let text = |x: f32, line: usize, text: &str| {
        let place = (pos2(x, y(line)), Align2::LEFT_CENTER);
        ui.painter().text(place.0, place.1, text, font.clone(), t.text_muted)
    };
    let from = text(rect.left() + MARGIN, 0, title).right() + 18.0;
    let (entries, more) = arrange(ctx, strip, (rect, from, &font), ui);
    let mut lit = None;
    for (pos, entry) in entries.iter().enumerate() {
        let middle = y(entry.line);
        let swatch = Rect::from_center_size(pos2(entry.left + 4.0, middle), vec2(8.0, 8.0));
        ui.painter().rect_filled(swatch, 1.0, grey(ctx, strip, pos as u32));
        if let Some(kind) = ctx.document.dataset().kinds.get(entry.kind.pos()) {
            let center = pos2(entry.left + 17.0, middle);
            paint_shape(ui.painter(), kind.shape, center, 3.8, t.text_muted, t.canvas);
        }
        text(entry.left + SIGNS, entry.line, &entry.name);
        let size = vec2(entry.right - entry.left, LINE);
        let place = Rect::from_min_size(pos2(entry.left, middle - LINE / 2.0), size);
        let response = ui.interact(place, Id::unique(("cadence kind", entry.kind)), Sense::HOVER);
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &entry.name));
        if response.hovered() {
            lit = Some(pos as u32);
        }
    }
    let last = entries.last();
    let lines = last.map_or(1, |entry| entry.line + 1);
    if more > 0 {
        let x = last.map_or(from, |entry| entry.right + BETWEEN);
        if x + MORE <= rect.right() {
            text(x, lines - 1, &tr!("page-more-kinds", count = more));
        }
    }
    Legend { bottom: rect.top() + ABOVE + LINE * lines as f32 + 4.0, lit }
}

/// Where the kinds stand, in at most two lines, and how many find no room.
fn arrange(
    ctx: &PageCtx<'_>,
    strip: &Strip<'_>,
    (rect, from, font): (Rect, f32, &FontId),
    ui: &Ui,
) -> (Vec<Entry>, usize) {
    let last_line = usize::from(rect.height() >= MIN_TWO_LINES);
    let kinds = &strip.cadence.kinds;
    let (mut x, mut line) = (from, 0);
    let mut entries = Vec::new();
    for (pos, kind) in kinds.iter().enumerate() {
        let name = one_line(&label(ctx, Some(kind)), 24);
        let color = ctx.tokens.text_muted;
        let width = ui.painter().layout_no_wrap(name.clone(), font.clone(), color).size().x;
        let fits = |x: f32, line: usize| {
            let is_end = line < last_line || pos + 1 == kinds.len();
            x + SIGNS + width + if is_end { MARGIN } else { BETWEEN + MORE } <= rect.right()
        };
        if !fits(x, line) && line < last_line {
            (x, line) = (rect.left() + MARGIN, line + 1);
        }
        if !fits(x, line) {
            return (entries, kinds.len() - pos);
        }
        let right = x + SIGNS + width;
        entries.push(Entry { kind: *kind, name, left: x, right, line });
        x = right + BETWEEN;
    }
    (entries, 0)
}
