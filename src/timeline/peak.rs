//! The highest of a range of values, in logarithmic time.

use rayon::prelude::*;

/// Values in a block: few enough to be looked through, so many that the tree over the
/// blocks is small.
const BLOCK: usize = 32;

/// Weights and the tree over them.
#[derive(Clone, Debug, Default)]
pub struct Peaks {
    weights: Vec<u32>,
    tree: PeakTree,
}

impl Peaks {
    /// Over these weights.
    pub fn new(weights: Vec<u32>) -> Self {
        let tree = PeakTree::new(weights.len(), &|pos| weights.get(pos).copied().unwrap_or(0));
        Self { weights, tree }
    }

    /// The weight at a position; 0 behind the last.
    pub fn weight(&self, pos: usize) -> u32 {
        self.weights.get(pos).copied().unwrap_or(0)
    }

    /// The position of the highest weight from `first` to before `end`; the first
    /// of equals. `None` for an empty range.
    pub fn highest(&self, first: usize, end: usize) -> Option<usize> {
        self.tree.highest((first, end), &|pos| self.weight(pos))
    }
}

/// A segment tree over blocks of weights that stand elsewhere, or follow from something
/// smaller: so it takes a sixteenth of their room. It is to be asked with the same
/// weights as it was made with.
#[derive(Clone, Debug, Default)]
pub struct PeakTree {
    len: usize,
    /// Positions of the highest weight of each node; the leaves are the blocks.
    nodes: Vec<u32>,
}

impl PeakTree {
    /// Over so many weights.
    pub fn new(len: usize, weight: &(impl Fn(usize) -> u32 + Sync)) -> Self {
        let blocks = len.div_ceil(BLOCK);
        let mut nodes = vec![0; 2 * blocks];
        let leaves = nodes.get_mut(blocks..).unwrap_or_default();
        leaves.par_iter_mut().with_min_len(1024).enumerate().for_each(|(block, leaf)| {
            let end = ((block + 1) * BLOCK).min(len);
            *leaf = scan((block * BLOCK, end), weight).unwrap_or(0);
        });
        let mut tree = Self { len, nodes };
        for node in (1..blocks).rev() {
            let highest = higher(tree.node(2 * node), tree.node(2 * node + 1), weight);
            if let (Some(slot), Some(highest)) = (tree.nodes.get_mut(node), highest) {
                *slot = highest;
            }
        }
        tree
    }

    /// The position of the highest weight from one position to before another; the first
    /// of equals. `None` for an empty range.
    pub fn highest(
        &self,
        (first, end): (usize, usize),
        weight: &impl Fn(usize) -> u32,
    ) -> Option<usize> {
        let end = end.min(self.len);
        let (first_block, end_block) = (first.div_ceil(BLOCK), end / BLOCK);
        let best = if first_block >= end_block {
            scan((first, end), weight)
        } else {
            let between = self.highest_block((first_block, end_block), weight);
            let best = higher(scan((first, first_block * BLOCK), weight), between, weight);
            higher(best, scan((end_block * BLOCK, end), weight), weight)
        };
        best.map(|pos| pos as usize)
    }

    /// The highest of whole blocks.
    fn highest_block(
        &self,
        (first, end): (usize, usize),
        weight: &impl Fn(usize) -> u32,
    ) -> Option<u32> {
        let blocks = self.nodes.len() / 2;
        let (mut left, mut right) = (first + blocks, end + blocks);
        let mut best = None;
        while left < right {
            if left % 2 == 1 {
                best = higher(best, self.node(left), weight);
                left += 1;
            }
            if right % 2 == 1 {
                right -= 1;
                best = higher(best, self.node(right), weight);
            }
            left /= 2;
            right /= 2;
        }
        best
    }

    fn node(&self, node: usize) -> Option<u32> {
        self.nodes.get(node).copied()
    }
}

/// The highest of a few, by looking at each.
fn scan((first, end): (usize, usize), weight: &impl Fn(usize) -> u32) -> Option<u32> {
    let highest = (first..end).max_by_key(|pos| (weight(*pos), std::cmp::Reverse(*pos)));
    // There are fewer than 2³² meetings; see `EventIx`.
    highest.map(|pos| pos as u32)
}

fn higher(one: Option<u32>, other: Option<u32>, weight: &impl Fn(usize) -> u32) -> Option<u32> {
    match (one, other) {
        (Some(one), Some(other)) => {
            let key = |pos: u32| (weight(pos as usize), std::cmp::Reverse(pos));
            Some(if key(other) > key(one) { other } else { one })
        }
        (one, other) => one.or(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_agrees_with_a_scan() {
        for len in [0, 1, 11, 32, 33, 64, 97, 160] {
            let weights: Vec<u32> = (0..len).map(|pos| pos * 7919 % 13).collect();
            let peaks = Peaks::new(weights.clone());
            for first in 0..=weights.len() {
                for end in first..=weights.len() {
                    let scan = (first..end).max_by_key(|i| (weights[*i], std::cmp::Reverse(*i)));
                    assert_eq!(peaks.highest(first, end), scan, "{first}..{end} of {len}");
                }
            }
        }
    }

    #[test]
    fn nothing_has_no_peak() {
        assert_eq!(Peaks::new(Vec::new()).highest(0, 0), None);
        assert_eq!(Peaks::new(vec![1]).highest(0, 1), Some(0));
    }
}
