//! Numbers that look thrown, and are the same each time.

/// SplitMix64: short, good enough, and the same wherever and in whatever version of
/// a crate it runs.
#[derive(Debug)]
pub struct Dice(u64);

const STEP: u64 = 0x9E37_79B9_7F4A_7C15;

impl Dice {
    /// Dice for a part of a dataset, which fall independently of those for others.
    pub fn new(seed: u64, part: u64) -> Self {
        let mut dice = Self(seed);
        dice.0 = dice.next() ^ part.wrapping_mul(STEP);
        dice.0 = dice.next();
        dice
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(STEP);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below `end`, which is at least 1.
    pub fn below(&mut self, end: u64) -> u64 {
        // The high half of the product is spread evenly enough over small ranges.
        let wide = u128::from(self.next()) * u128::from(end);
        (wide >> 64) as u64
    }

    /// A number from `first` to `last`.
    pub fn range(&mut self, first: u64, last: u64) -> u64 {
        first + self.below(last - first + 1)
    }

    /// Whether something happens that happens so often in a thousand times.
    pub fn permille(&mut self, often: u64) -> bool {
        self.below(1000) < often
    }

    /// A number below `end`, low ones much more often.
    pub fn mostly_low(&mut self, end: u64) -> u64 {
        let low = self.below(end).min(self.below(end));
        low.min(self.below(end))
    }

    /// One of some things, of which there is at least one.
    pub fn pick<'a, T: ?Sized>(&mut self, from: &[&'a T]) -> &'a T {
        from[self.below(from.len() as u64) as usize]
    }
}
