//! Scrolling over more than a scroll area can hold.
//!
//! A scroll area counts in `f32`, which at some millions of points does not tell one
//! point from the next: a million rows would stutter and lie beside their places. So of
//! what is longer than [`MOST`] the area holds a part, which moves along before its ends
//! come near, and the bar beside it is this one's own.

use egui::scroll_area::ScrollBarVisibility;
use egui::{Id, Rect, Sense, Ui, pos2, vec2};

use super::tokens::Tokens;

/// The most points that an area holds: up to here, eighths of a point are told apart.
const MOST: f64 = 1_000_000.0;
/// The width of the bar, in points.
const BAR: f32 = 10.0;
/// The least length of its handle.
const MIN_HANDLE: f64 = 28.0;

/// Which part of something long a scroll area holds.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Far {
    /// Where the part begins.
    base: f64,
    /// Where in the part to scroll with the next frame.
    offset: Option<f32>,
}

impl Far {
    /// Where the part begins.
    pub fn base(&self) -> f64 {
        self.base
    }

    /// How long the part is, of so much in all.
    pub fn len(&self, total: f64) -> f64 {
        (total - self.base).clamp(0.0, MOST)
    }

    /// Which rows of a height the part holds, of so many: the first, and how many.
    pub fn rows(&mut self, height: f32, count: usize) -> (usize, usize) {
        let height = f64::from(height.max(1.0));
        let total = height * count as f64;
        self.keep_within(total, height);
        let first = (self.base / height).round() as usize;
        let shown = (self.len(total) / height).ceil() as usize;
        (first, shown.min(count.saturating_sub(first)))
    }

    /// Keeps the part within what there is, beginning at a whole step.
    pub fn keep_within(&mut self, total: f64, step: f64) {
        let last = (total - MOST).max(0.0);
        self.base = (self.base.clamp(0.0, last) / step).ceil() * step;
    }

    /// Goes to a place: with the next frame it stands at the area's beginning.
    pub fn go_to(&mut self, place: f64, (total, step): (f64, f64)) {
        let is_inside = place >= self.base && place - self.base < MOST * 0.75;
        if !is_inside || (self.base > 0.0 && place - self.base < MOST * 0.25) {
            self.base = place - MOST / 2.0;
            self.keep_within(total, step);
        }
        self.offset = Some((place - self.base).max(0.0) as f32);
    }

    /// Where to scroll in this frame; once.
    pub fn take_offset(&mut self) -> Option<f32> {
        self.offset.take()
    }

    /// Whether and how the area shows its own bar.
    pub fn bar(total: f64) -> ScrollBarVisibility {
        if total > MOST {
            ScrollBarVisibility::AlwaysHidden
        } else {
            ScrollBarVisibility::VisibleWhenNeeded
        }
    }

    /// To be called after the area was shown, with its place, how far it is scrolled, and
    /// how much there is in all in steps of some size: moves the part along where its end
    /// is near, and shows the bar of what is longer than an area.
    pub fn after(
        &mut self,
        ui: &mut Ui,
        (place, offset): (Rect, f32),
        (total, step): (f64, f64),
        id: Id,
    ) {
        self.follow(offset, (total, step));
        if total > MOST {
            let at = self.base + f64::from(offset);
            self.bar_ui(ui, (place, at), (total, step), id);
        }
    }

    /// Moves the part along where its end is near. For an area with its own bar, which then
    /// tells of the part alone.
    pub fn follow(&mut self, offset: f32, (total, step): (f64, f64)) {
        let is_near_start = self.base > 0.0 && f64::from(offset) < MOST * 0.25;
        let is_near_end = self.base + MOST < total && f64::from(offset) > MOST * 0.75;
        if self.offset.is_none() && (is_near_start || is_near_end) {
            self.go_to(self.base + f64::from(offset), (total, step));
        }
    }

    fn bar_ui(&mut self, ui: &mut Ui, (place, at): (Rect, f64), (total, step): (f64, f64), id: Id) {
        let tokens = Tokens::of(ui);
        let bar = Rect::from_min_max(pos2(place.right() - BAR, place.top()), place.max);
        let response = ui.interact(bar, id, Sense::click_and_drag());
        let (height, view) = (f64::from(bar.height()), f64::from(place.height()));
        let handle = (view / total * height).max(MIN_HANDLE).min(height);
        let room = (height - handle).max(1.0);
        let end = (total - view).max(1.0);
        if let Some(pointer) = response.interact_pointer_pos() {
            let part = (f64::from(pointer.y - bar.top()) - handle / 2.0) / room;
            self.go_to(part.clamp(0.0, 1.0) * end, (total, step));
            ui.request_repaint();
        }
        let top = bar.top() + (at / end).clamp(0.0, 1.0) as f32 * room as f32;
        let handle = Rect::from_min_size(pos2(bar.left(), top), vec2(BAR, handle as f32));
        let is_near = response.hovered() || response.dragged();
        let ink = if is_near { tokens.text_muted } else { tokens.text_muted.gamma_multiply(0.5) };
        ui.painter().rect_filled(handle.shrink2(vec2(2.0, 0.0)), 3.0, ink);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_area_can_hold_it_holds_whole() {
        let mut far = Far::default();
        assert_eq!(far.rows(28.0, 10_000), (0, 10_000));
        far.go_to(140_000.0, (280_000.0, 28.0));
        assert_eq!((far.base(), far.take_offset()), (0.0, Some(140_000.0)));
    }

    #[test]
    fn of_a_million_rows_each_is_reached_at_its_place() {
        let (height, count) = (46.0, 1_000_000);
        let total = f64::from(height) * count as f64;
        for row in [0_usize, 5_000, 16_000, 400_000, 999_990, 999_999] {
            let mut far = Far::default();
            far.go_to(row as f64 * f64::from(height), (total, f64::from(height)));
            let (first, shown) = far.rows(height, count);
            let offset = far.take_offset().expect("it goes somewhere");
            assert!(shown as f64 * f64::from(height) <= MOST + f64::from(height));
            assert!((first..first + shown).contains(&row), "{row}");
            assert_eq!(offset, (row - first) as f32 * height, "{row}");
        }
    }

    #[test]
    fn the_part_moves_along_and_nothing_jumps() {
        let (total, step) = (46_000_000.0, 46.0);
        let mut far = Far::default();
        let mut at = 0.0;
        for _ in 0..2_000 {
            let offset = (at - far.base()) as f32;
            let before = far.base() + f64::from(offset);
            if f64::from(offset) > MOST * 0.75 {
                far.go_to(before, (total, step));
                let offset = far.take_offset().expect("it goes on");
                assert_eq!(far.base() + f64::from(offset), before);
                assert_eq!(far.base() % step, 0.0);
            }
            at = before + 1_200.0;
        }
        assert!(far.base() > MOST);
    }
}
