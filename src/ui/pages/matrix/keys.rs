//! Where the keyboard and a click lead.

use egui::{Event, EventFilter, Key, Rect, Ui, style::ScrollAnimation, vec2};

use super::MatrixState;
use super::behind::Behind;
use super::grid::{Cursor, Grid};
use super::layout::{HEAD, Parts, ROW};
use crate::analysis::matrix::ColumnKey;
use crate::ui::action::Action;
use crate::ui::far::Far;
use crate::ui::page::Page;

impl Grid<'_> {
    /// Moves the cursor, and follows it. Takes its keys out of the input, so that the
    /// shortcuts behind them do nothing.
    pub fn keys(&self, ui: &Ui, parts: &Parts, state: &mut MatrixState, actions: &mut Vec<Action>) {
        let filter = EventFilter {
            horizontal_arrows: true,
            vertical_arrows: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(self.id, filter));
        let before = state.cursor;
        let pressed = |key: Key| take_presses(ui, key);
        let page = (parts.body.height() / ROW).floor().max(1.0) as usize;
        let cursor = &mut state.cursor;
        let down = pressed(Key::ArrowDown) + pressed(Key::PageDown) * page;
        let up = pressed(Key::ArrowUp) + pressed(Key::PageUp) * page;
        cursor.row = moved(cursor.row, up, down, self.layout.rows);
        let (left, mut right) = (pressed(Key::ArrowLeft), pressed(Key::ArrowRight));
        if cursor.column.is_none() && right > 0 {
            // From the heads, which stay in view, to the cell beside them.
            right += self.layout.first_whole_column(parts.view.left() - parts.origin.x);
        }
        cursor.column = moved(cursor.column, left, right, self.layout.columns);
        let is_home = pressed(Key::Home) > 0;
        if is_home {
            cursor.column = None;
        }
        if pressed(Key::End) > 0 {
            cursor.column = self.layout.columns.checked_sub(1);
        }
        if cursor.row.is_none() && cursor.column.is_none() {
            *cursor = before;
        }
        if is_home {
            // The heads stay in view anyway: the first column comes to stand beside them.
            let first = Cursor { column: Some(0), ..*cursor };
            self.reveal(ui, parts, first, &mut state.far);
        } else if *cursor != before {
            self.reveal(ui, parts, *cursor, &mut state.far);
        }
        if pressed(Key::Enter) + pressed(Key::Space) > 0 {
            self.follow(*cursor, state, actions);
        }
    }

    /// Scrolls so that the cell is seen beside the heads that lie over the others.
    pub fn reveal(&self, ui: &Ui, parts: &Parts, cursor: Cursor, far: &mut Far) {
        let beyond = cursor.column.filter(|column| !self.layout.held.contains(column));
        if let Some(column) = beyond {
            // With the next frame, about in the middle.
            let middle = f64::from(parts.body.width()) / 2.0;
            let place = column as f64 * f64::from(self.layout.column) - middle;
            far.go_to(place.max(0.0), self.layout.measures());
            ui.request_repaint();
            return;
        }
        let offset = parts.origin.to_vec2();
        let cell = self.layout.cell(cursor.row.unwrap_or(0), cursor.column.unwrap_or(0));
        let mut rect = cell.translate(offset);
        rect.min -= vec2(self.layout.left, HEAD);
        if cursor.row.is_none() {
            rect = Rect::from_x_y_ranges(rect.x_range(), parts.view.y_range());
        }
        if cursor.column.is_none() {
            rect = Rect::from_x_y_ranges(parts.view.x_range(), rect.y_range());
        }
        ui.scroll_to_rect_animation(rect, None, ScrollAnimation::none());
    }

    /// Opens what a cell or a head stands for.
    pub fn follow(&self, cursor: Cursor, state: &mut MatrixState, actions: &mut Vec<Action>) {
        let column = cursor.column.and_then(|column| self.matrix.columns.get(column));
        match (cursor.row, cursor.column, column.map(|column| column.key)) {
            (Some(row), None, _) => {
                let issue = self.matrix.rows.get(row).map(|row| Page::Thread(row.issue));
                actions.extend(issue.map(Action::Go));
            }
            (row, Some(column), Some(ColumnKey::Meeting(ix))) => {
                let cell = row.map(|row| self.cell(row, column));
                if cell.is_none_or(|cell| cell.is_some()) {
                    actions.push(Action::Select(ix));
                }
            }
            (Some(row), Some(column), Some(_)) => {
                let dataset = self.dataset();
                let behind = Behind::new(dataset, self.matrix, (row, column));
                state.behind = behind.or(state.behind.take());
            }
            _ => {}
        }
    }
}

/// How often a key was pressed by itself. With a modifier it is a shortcut's.
fn take_presses(ui: &Ui, wanted: Key) -> usize {
    ui.input_mut(|input| {
        let before = input.events.len();
        input.events.retain(|event| {
            !matches!(event, Event::Key { key, pressed: true, modifiers, .. }
                if *key == wanted && modifiers.is_none())
        });
        before - input.events.len()
    })
}

/// A position moved back and forth; before the first one is the head.
fn moved(pos: Option<usize>, back: usize, forth: usize, count: usize) -> Option<usize> {
    let place = pos.map_or(0, |pos| pos + 1).saturating_add(forth).min(count);
    place.saturating_sub(back).checked_sub(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cursor_stops_at_the_head_and_at_the_end() {
        assert_eq!(moved(Some(0), 1, 0, 5), None);
        assert_eq!(moved(None, 1, 0, 5), None);
        assert_eq!(moved(None, 0, 1, 5), Some(0));
        assert_eq!(moved(Some(3), 0, 9, 5), Some(4));
        assert_eq!(moved(Some(3), 0, 1, 0), None);
    }
}
