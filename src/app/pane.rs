//! Panes that keep the size that one has given them.
//!
//! egui keeps the size that a pane had last. Where that was squeezed, by a narrow window or
//! because everything was shown large, it would stay so when there is room again.

use egui::{Context, Id, Rangef};
use serde::{Deserialize, Serialize};

/// Sizes that differ by less are the same: they are rounded to pixels.
const SAME: f32 = 1.0;

/// What is kept of a pane, in points; beside what egui keeps, and as long.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
struct Kept {
    /// The size that it has where there is room for it.
    chosen: f32,
    /// The most that there was room for, and the size that it had then.
    room: f32,
    shown: f32,
}

impl Kept {
    /// From which size on a pane may be shown where there is room for so much.
    fn least(self, least: f32, room: f32) -> f32 {
        // Only when that has changed, or nobody could make the pane smaller.
        let is_other = (room - self.room).abs() >= SAME;
        if is_other { self.chosen.min(room).max(least) } else { least }
    }

    /// After it was shown.
    fn after(self, room: f32, shown: f32) -> Self {
        let has_same_room = (room - self.room).abs() < SAME;
        let is_dragged = has_same_room && (shown - self.shown).abs() >= SAME;
        let chosen = if is_dragged { shown } else { self.chosen };
        Self { chosen, room, shown }
    }
}

fn id(name: &str) -> Id {
    Id::unique(("size of pane", name))
}

/// The sizes that a pane can have in this frame, where it must have so much and there is
/// room for so much.
pub(super) fn sizes(ctx: &Context, name: &str, least: f32, room: f32) -> Rangef {
    let kept = ctx.data_mut(|data| data.get_persisted::<Kept>(id(name)));
    Rangef::new(kept.map_or(least, |kept| kept.least(least, room)), room)
}

/// Keeps the size that a pane was shown with.
pub(super) fn keep(ctx: &Context, name: &str, room: f32, shown: f32) {
    ctx.data_mut(|data| {
        let kept = data.get_persisted(id(name)).unwrap_or(Kept { chosen: shown, room, shown });
        data.insert_persisted(id(name), kept.after(room, shown));
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As egui does it: the size of the frame before, within what can be.
    fn show(kept: Kept, room: f32) -> Kept {
        let shown = kept.shown.clamp(kept.least(180.0, room), room);
        kept.after(room, shown)
    }

    #[test]
    fn what_was_squeezed_grows_again_and_what_was_dragged_stays() {
        let start = Kept { chosen: 400.0, room: 640.0, shown: 400.0 };
        let squeezed = show(show(start, 250.0), 250.0);
        assert_eq!((squeezed.chosen, squeezed.shown), (400.0, 250.0));
        let back = show(show(squeezed, 640.0), 640.0);
        assert_eq!((back.chosen, back.shown), (400.0, 400.0));
        let dragged = back.after(640.0, 310.0);
        assert_eq!(show(show(dragged, 600.0), 640.0).shown, 310.0);
        // Also what is dragged while there is little room.
        let dragged = squeezed.after(250.0, 200.0);
        assert_eq!(show(dragged, 640.0).shown, 200.0);
    }
}
