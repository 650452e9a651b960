//! The highest of a range of values, in logarithmic time.

/// Values in a block: few enough to be looked through, so many that the tree over the
/// blocks is small.
const BLOCK: usize = 32;

/// A segment tree over blocks of fixed weights.
#[derive(Clone, Debug, Default)]
pub struct Peaks {
    weights: Vec<u32>,
    /// Positions of the highest weight of each node; the leaves are the blocks.
    tree: Vec<u32>,
}

impl Peaks {
    /// Over these weights.
    pub fn new(weights: Vec<u32>) -> Self {
        let blocks = weights.len().div_ceil(BLOCK);
        let mut peaks = Self { weights, tree: vec![0; 2 * blocks] };
        for block in 0..blocks {
            let highest = peaks.scan(block * BLOCK, (block + 1) * BLOCK);
            peaks.set(blocks + block, highest);
        }
        for node in (1..blocks).rev() {
            let highest = peaks.higher(peaks.node(2 * node), peaks.node(2 * node + 1));
            peaks.set(node, highest);
        }
        peaks
    }

    fn set(&mut self, node: usize, highest: Option<u32>) {
        if let (Some(slot), Some(highest)) = (self.tree.get_mut(node), highest) {
            *slot = highest;
        }
    }

    /// The position of the highest weight from `first` to before `end`; the first
    /// of equals. `None` for an empty range.
    pub fn highest(&self, first: usize, end: usize) -> Option<usize> {
        let end = end.min(self.weights.len());
        let (first_block, end_block) = (first.div_ceil(BLOCK), end / BLOCK);
        let best = if first_block >= end_block {
            self.scan(first, end)
        } else {
            let between = self.highest_block(first_block, end_block);
            let best = self.higher(self.scan(first, first_block * BLOCK), between);
            self.higher(best, self.scan(end_block * BLOCK, end))
        };
        best.map(|pos| pos as usize)
    }

    /// The highest of whole blocks.
    fn highest_block(&self, first: usize, end: usize) -> Option<u32> {
        let blocks = self.tree.len() / 2;
        let (mut left, mut right) = (first + blocks, end + blocks);
        let mut best = None;
        while left < right {
            if left % 2 == 1 {
                best = self.higher(best, self.node(left));
                left += 1;
            }
            if right % 2 == 1 {
                right -= 1;
                best = self.higher(best, self.node(right));
            }
            left /= 2;
            right /= 2;
        }
        best
    }

    /// The highest of a few.
    fn scan(&self, first: usize, end: usize) -> Option<u32> {
        let end = end.min(self.weights.len());
        let weights = self.weights.get(first..end)?.iter().enumerate();
        let highest = weights.max_by_key(|(pos, weight)| (**weight, std::cmp::Reverse(*pos)));
        highest.map(|(pos, _)| (first + pos) as u32)
    }

    fn node(&self, node: usize) -> Option<u32> {
        self.tree.get(node).copied()
    }

    fn higher(&self, one: Option<u32>, other: Option<u32>) -> Option<u32> {
        let weight = |pos: u32| self.weights.get(pos as usize).copied().unwrap_or(0);
        match (one, other) {
            (Some(one), Some(other)) => {
                let key = |pos: u32| (weight(pos), std::cmp::Reverse(pos));
                Some(if key(other) > key(one) { other } else { one })
            }
            (one, other) => one.or(other),
        }
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
