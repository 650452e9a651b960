//! The highest of a range of values, in logarithmic time.

/// A segment tree over fixed weights.
#[derive(Clone, Debug, Default)]
pub struct Peaks {
    weights: Vec<u32>,
    /// Positions of the highest weight of each node; the leaves begin at `len`.
    tree: Vec<u32>,
}

impl Peaks {
    /// Over these weights.
    pub fn new(weights: Vec<u32>) -> Self {
        let len = weights.len();
        let mut tree = vec![0; 2 * len];
        for (pos, leaf) in tree.iter_mut().skip(len).enumerate() {
            *leaf = pos as u32;
        }
        let mut peaks = Self { weights, tree };
        for node in (1..len).rev() {
            let higher = peaks.higher(peaks.node(2 * node), peaks.node(2 * node + 1));
            if let (Some(slot), Some(higher)) = (peaks.tree.get_mut(node), higher) {
                *slot = higher;
            }
        }
        peaks
    }

    /// The position of the highest weight from `first` to before `end`; the first
    /// of equals. `None` for an empty range.
    pub fn highest(&self, first: usize, end: usize) -> Option<usize> {
        let len = self.weights.len();
        let (mut left, mut right) = (first + len, end.min(len) + len);
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
        best.map(|pos| pos as usize)
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
        let weights = vec![3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5];
        let peaks = Peaks::new(weights.clone());
        for first in 0..=weights.len() {
            for end in first..=weights.len() {
                let scan = (first..end).max_by_key(|i| (weights[*i], std::cmp::Reverse(*i)));
                assert_eq!(peaks.highest(first, end), scan, "{first}..{end}");
            }
        }
    }

    #[test]
    fn nothing_has_no_peak() {
        assert_eq!(Peaks::new(Vec::new()).highest(0, 0), None);
        assert_eq!(Peaks::new(vec![1]).highest(0, 1), Some(0));
    }
}
