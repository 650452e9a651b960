//! Which marks get their title beside them, and where.
//!
//! The most important marks choose first. A label is shown whole or not at all,
//! and never over another label, a mark, or a lane's name.

use std::collections::HashMap;

use super::measure::Measure;
use crate::model::{EventIx, one_line};

/// The height of a row of labels, in points.
pub const ROW_HEIGHT: f32 = 15.0;
/// The room between a mark and the label beside it.
const BESIDE: f32 = 6.0;
/// The room between two labels of a row.
const APART: f32 = 8.0;
/// The room on both sides of a line that leads to a label.
const LEADER_APART: f32 = 3.0;
/// Titles longer than this, in characters, end with an ellipsis.
const MAX_CHARS: usize = 56;

/// A title as labels have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Title {
    text: String,
    is_cut: bool,
}

impl Title {
    /// The beginning of a title, however long that is.
    pub fn of(title: &str) -> Self {
        let is_cut = title.chars().nth(MAX_CHARS).is_some();
        Self { text: one_line(title, MAX_CHARS), is_cut }
    }
}

/// A mark that would like a label.
#[derive(Clone, Debug)]
pub struct Wish {
    /// Which mark.
    pub mark: usize,
    /// Whose title it is.
    pub event: EventIx,
    /// The title.
    pub title: Title,
    /// How many meetings the mark holds besides that one.
    pub more: usize,
    /// Who chooses first: the highest.
    pub importance: u32,
    /// The mark's centre.
    pub x: f32,
    /// Half its width.
    pub half_width: f32,
    /// Its row among those of the lane, see [`Rows`].
    pub row: usize,
}

/// A label in its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// Which mark it belongs to.
    pub mark: usize,
    /// Whose title it is.
    pub event: EventIx,
    /// The beginning of that title, or all of it.
    pub title: String,
    /// How many meetings the mark holds besides that one.
    pub more: usize,
    /// Its left edge.
    pub x: f32,
    /// Its vertical middle.
    pub y: f32,
    /// Its width.
    pub width: f32,
    /// The x of a line from the mark to the label, where they do not touch.
    pub leader_x: Option<f32>,
}

impl Label {
    /// What it says: the title, and how many more there are.
    pub fn text(&self) -> String {
        self.title.clone() + &more_text(self.more)
    }
}

/// How many more meetings a mark holds, as it stands after a title; nothing for none.
pub fn more_text(more: usize) -> String {
    if more > 0 { format!(" +{more}") } else { String::new() }
}

/// The rows of a lane in which marks and labels stand.
#[derive(Clone, Debug)]
pub struct Rows {
    /// The vertical middle of each row, from top to bottom.
    pub ys: Vec<f32>,
    /// What is taken of each row, as (left, right): in order, and apart.
    taken: Vec<Vec<(f32, f32)>>,
    width: f32,
}

impl Rows {
    /// Empty rows for a canvas of this width.
    pub fn new(ys: Vec<f32>, width: f32) -> Self {
        let taken = vec![Vec::new(); ys.len()];
        Self { ys, taken, width }
    }

    /// Marks a part of a row as taken.
    pub fn take(&mut self, row: usize, left: f32, right: f32) {
        let Some(taken) = self.taken.get_mut(row) else { return };
        let first = taken.partition_point(|(_, end)| *end < left);
        let touched = taken.iter().skip(first).take_while(|(start, _)| *start <= right);
        let (mut whole, mut count) = ((left, right), 0);
        for (start, end) in touched {
            whole = (whole.0.min(*start), whole.1.max(*end));
            count += 1;
        }
        taken.splice(first..first + count, [whole]);
    }

    fn is_free(&self, row: usize, left: f32, right: f32) -> bool {
        self.taken.get(row).is_some_and(|taken| {
            let first = taken.partition_point(|(_, end)| *end <= left);
            taken.get(first).is_none_or(|(start, _)| right <= *start)
        })
    }

    fn fits(&self, row: usize, left: f32, right: f32) -> bool {
        left >= 2.0 && right <= self.width - 2.0 && self.is_free(row, left, right)
    }
}

/// Places labels in a lane. `shown` holds the texts of the whole scene, so that
/// no two shortened titles look alike.
pub fn place(
    mut wishes: Vec<Wish>,
    rows: &mut Rows,
    may_leave_row: bool,
    measure: &dyn Measure,
    shown: &mut HashMap<String, EventIx>,
) -> Vec<Label> {
    wishes.sort_by(|a, b| b.importance.cmp(&a.importance).then(a.event.cmp(&b.event)));
    let mut labels = Vec::new();
    for wish in wishes {
        let more = more_text(wish.more);
        let Title { text: title, is_cut } = &wish.title;
        // Only what was cut can look like another.
        let text = is_cut.then(|| format!("{title}{more}"));
        let is_shown = |text: &String| shown.get(text).is_some_and(|event| *event != wish.event);
        if text.as_ref().is_some_and(is_shown) {
            continue;
        }
        let mut width = measure.label_width(title);
        if wish.more > 0 {
            width += measure.label_width(&more);
        }
        let spot = find_spot(&wish, width, rows, may_leave_row);
        if let Some((spot, y)) = spot.and_then(|spot| Some((spot, *rows.ys.get(spot.row)?))) {
            spot.take(&wish, width, rows);
            shown.extend(text.map(|text| (text, wish.event)));
            let leader_x = spot.needs_leader(&wish).then_some(wish.x);
            let Wish { mark, event, title, more, .. } = wish;
            labels.push(Label {
                mark,
                event,
                title: title.text,
                more,
                x: spot.left,
                y,
                width,
                leader_x,
            });
        }
    }
    labels
}

/// Where a label has room.
#[derive(Clone, Copy, Debug)]
struct Spot {
    row: usize,
    left: f32,
}

impl Spot {
    /// The rows between the mark and the label.
    fn between(self, wish: &Wish) -> std::ops::Range<usize> {
        self.row.min(wish.row) + 1..self.row.max(wish.row)
    }

    fn needs_leader(self, wish: &Wish) -> bool {
        !self.between(wish).is_empty()
    }

    /// Takes the room.
    fn take(self, wish: &Wish, width: f32, rows: &mut Rows) {
        if self.row == wish.row {
            rows.take(self.row, self.left, self.left + width + APART);
            return;
        }
        rows.take(self.row, self.left - APART / 2.0, self.left + width + APART / 2.0);
        for row in self.between(wish) {
            rows.take(row, wish.x - LEADER_APART, wish.x + LEADER_APART);
        }
    }
}

/// Where a label of a width has room: beside its mark, else in the nearest row.
fn find_spot(wish: &Wish, width: f32, rows: &Rows, may_leave_row: bool) -> Option<Spot> {
    let beside = wish.x + wish.half_width + BESIDE;
    if rows.fits(wish.row, beside, beside + width) {
        return Some(Spot { row: wish.row, left: beside });
    }
    if !may_leave_row {
        return None;
    }
    let lefts = [wish.x - width / 2.0, wish.x - MARK_OVERHANG, wish.x - width + MARK_OVERHANG];
    // A line leads to a label through the rows between, where nothing may lie in its way.
    let is_way_free = |row| rows.is_free(row, wish.x - LEADER_APART, wish.x + LEADER_APART);
    let spot_in = |row| {
        let left = lefts.into_iter().find(|left| rows.fits(row, *left, left + width))?;
        Some(Spot { row, left })
    };
    let mut above = (0..wish.row).rev();
    let mut below = wish.row + 1..rows.ys.len();
    let above_first = wish.event.pos().is_multiple_of(2);
    loop {
        let pair = [above.next(), below.next()];
        if pair == [None, None] {
            return None;
        }
        let [near, far] = if above_first { pair } else { [pair[1], pair[0]] };
        let spot = near.and_then(spot_in).or_else(|| far.and_then(spot_in));
        if spot.is_some() {
            return spot;
        }
        if pair[0].is_some_and(|row| !is_way_free(row)) {
            above = (0..0).rev();
        }
        if pair[1].is_some_and(|row| !is_way_free(row)) {
            below = 0..0;
        }
    }
}

/// How far a label that begins or ends at its mark reaches over it.
const MARK_OVERHANG: f32 = 8.0;

#[cfg(test)]
mod tests {
    use super::super::measure::PerChar;
    use super::*;

    fn wish(event: u32, x: f32, title: &str, importance: u32) -> Wish {
        Wish {
            mark: event as usize,
            event: EventIx(event),
            title: Title::of(title),
            more: 0,
            importance,
            x,
            half_width: 7.0,
            row: 1,
        }
    }

    fn placed(wishes: Vec<Wish>) -> Vec<Label> {
        let mut rows = Rows::new(vec![10.0, 25.0, 40.0], 300.0);
        for wish in &wishes {
            rows.take(1, wish.x - wish.half_width, wish.x + wish.half_width);
        }
        place(wishes, &mut rows, true, &PerChar, &mut HashMap::new())
    }

    #[test]
    fn a_lone_mark_has_its_label_at_its_right() {
        let labels = placed(vec![wish(0, 50.0, "Talks", 1)]);
        assert_eq!((labels[0].x, labels[0].y, labels[0].leader_x), (63.0, 25.0, None));
    }

    #[test]
    fn at_the_right_edge_a_label_moves_rather_than_being_cut() {
        let labels = placed(vec![wish(0, 290.0, "Long talks", 1)]);
        assert!(labels[0].x + labels[0].width <= 300.0);
    }

    #[test]
    fn the_most_important_wins_the_room() {
        let long = "x".repeat(30);
        let wishes = (0..9).map(|i| wish(i, 150.0 + i as f32, &format!("{long}{i}"), i)).collect();
        let labels = placed(wishes);
        assert!(labels.iter().any(|label| label.event == EventIx(8)));
        assert!(labels.iter().all(|label| label.event != EventIx(0)));
    }

    #[test]
    fn labels_never_overlap() {
        let wishes = (0..40)
            .map(|i| wish(i, 8.0 * i as f32, &"y".repeat(3 + (i as usize * 7) % 20), i * 31 % 11))
            .collect();
        let labels = placed(wishes);
        assert!(labels.len() > 3);
        for (pos, one) in labels.iter().enumerate() {
            for other in &labels[pos + 1..] {
                let apart = one.x + one.width <= other.x || other.x + other.width <= one.x;
                assert!(one.y != other.y || apart, "{one:?} {other:?}");
            }
        }
    }

    #[test]
    fn two_titles_that_would_be_cut_alike_are_not_both_shown() {
        let long = "z".repeat(MAX_CHARS);
        let mut rows = Rows::new(vec![10.0, 25.0, 40.0], 3000.0);
        let wishes = vec![
            wish(0, 50.0, &format!("{long} one"), 2),
            wish(1, 60.0, &format!("{long} two"), 1),
        ];
        let labels = place(wishes, &mut rows, true, &PerChar, &mut HashMap::new());
        assert_eq!(labels.len(), 1);
        assert!(labels[0].title.ends_with('…'));
    }
}
