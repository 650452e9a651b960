//! Bars that would be drawn over each other, drawn once.
//!
//! Where many meetings are dated by the month or the year, hundreds of bars lie on the same
//! few places of a lane. Plain ones of one colour look the same as what they cover together;
//! so do patterned ones that are alike from end to end.

use std::cmp::Ordering;

use super::marks::Bar;
use super::scene::SharedBar;

/// The bars of a lane that have to be drawn; what the filter keeps out comes first, so that
/// it lies under what it lets through.
pub fn merge(mut bars: Vec<SharedBar>) -> Vec<SharedBar> {
    bars.sort_by(order);
    bars.dedup_by(|next, bar| {
        if look(next) != look(bar) || next.y != bar.y {
            return false;
        }
        let touches = is_plain(&bar.bar) && next.bar.left <= bar.bar.right;
        let is_same = (next.bar.left, next.bar.right) == (bar.bar.left, bar.bar.right);
        if touches {
            bar.bar.right = bar.bar.right.max(next.bar.right);
        }
        touches || is_same
    });
    bars
}

fn is_plain(bar: &Bar) -> bool {
    *bar == Bar { left: bar.left, right: bar.right, ..Bar::default() }
}

/// All but its place.
fn look(shared: &SharedBar) -> (bool, [bool; 5]) {
    let Bar { left: _, right: _, fades_left, fades_right, is_uncertain, open_left, open_right } =
        shared.bar;
    (!shared.is_dim, [is_uncertain, fades_left, fades_right, open_left, open_right])
}

fn order(a: &SharedBar, b: &SharedBar) -> Ordering {
    look(a)
        .cmp(&look(b))
        .then(a.y.total_cmp(&b.y))
        .then(a.bar.left.total_cmp(&b.bar.left))
        .then(a.bar.right.total_cmp(&b.bar.right))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn bars() -> impl Strategy<Value = Vec<SharedBar>> {
        let bar = (0..30_u8, 1..9_u8, any::<[bool; 2]>(), 0..2_u8);
        let bar = bar.prop_map(|(left, width, [is_uncertain, is_dim], row)| SharedBar {
            bar: Bar {
                left: f32::from(left),
                right: f32::from(left + width),
                is_uncertain,
                ..Bar::default()
            },
            y: f32::from(row),
            is_dim,
        });
        prop::collection::vec(bar, 0..40)
    }

    /// Where bars of a look are: the points between whole numbers, in each row.
    fn covered(bars: &[SharedBar], of: (bool, [bool; 5])) -> Vec<(u8, u8)> {
        let places = (0..2).flat_map(|row| (0..40).map(move |x| (row, x)));
        let is_covered = |(row, x): &(u8, u8)| {
            let at = f32::from(*x) + 0.5;
            let holds = |it: &SharedBar| (it.bar.left..it.bar.right).contains(&at);
            bars.iter().any(|it| look(it) == of && it.y == f32::from(*row) && holds(it))
        };
        places.filter(is_covered).collect()
    }

    proptest! {
        #[test]
        fn what_is_drawn_looks_as_all_would(all in bars()) {
            let merged = merge(all.clone());
            for of in all.iter().map(look) {
                prop_assert_eq!(covered(&all, of), covered(&merged, of));
            }
            let has = |bar: &SharedBar| all.contains(bar) || is_plain(&bar.bar);
            prop_assert!(merged.iter().all(has), "a pattern keeps its ends");
            let plain = |it: &&SharedBar| is_plain(&it.bar);
            for pair in merged.iter().filter(plain).collect::<Vec<_>>().windows(2) {
                let apart = look(pair[0]) != look(pair[1])
                    || pair[0].y != pair[1].y
                    || pair[0].bar.right < pair[1].bar.left;
                prop_assert!(apart, "{pair:?}");
            }
            prop_assert!(merged.is_sorted_by_key(|it| !it.is_dim), "what matches lies on top");
        }
    }

    #[test]
    fn a_pattern_is_drawn_once_where_it_is_the_same_from_end_to_end() {
        let hatched = |left: f32, right: f32| SharedBar {
            bar: Bar { left, right, is_uncertain: true, ..Bar::default() },
            y: 0.0,
            is_dim: false,
        };
        let merged = merge(vec![hatched(5.0, 9.0), hatched(0.0, 9.0), hatched(5.0, 9.0)]);
        assert_eq!(merged, [hatched(0.0, 9.0), hatched(5.0, 9.0)]);
    }
}
