//! Looks for letters in bytes whatever their case, about as fast as they can be read.

use memchr::memmem;

/// How many places are looked at in one go; the compiler makes a few instructions of it.
const AT_ONCE: usize = 64;

/// Bytes in the order in which they occur in JSON and in English, the most frequent
/// first; all others are rarer still.
const FREQUENT: &[u8] = b" etaoinsr\"hldcu,mfpgwy.b:vk-0123456789xjqz";

/// Looks for some bytes, and takes ASCII letters of either case for the same.
///
/// `memchr::memmem` looks as fast, but knows no case.
#[derive(Debug)]
pub(super) struct Finder {
    /// In lower case.
    bytes: Box<[u8]>,
    /// What is to be added to a byte before it is compared: the bit of lower case.
    cases: Box<[u8]>,
    /// The places of the two rarest bytes.
    rare: [usize; 2],
    /// Looks for bytes without letters of two cases, such as Chinese: with wider
    /// instructions, where the processor has them.
    caseless: Option<Box<memmem::Finder<'static>>>,
}

impl Finder {
    /// A finder of some bytes, at least one, with all letters in lower case.
    pub fn new(bytes: &[u8]) -> Self {
        let case = |byte: &u8| if byte.is_ascii_lowercase() { 0x20 } else { 0 };
        let mut places: Vec<usize> = (0..bytes.len()).collect();
        // Of bytes that are equally rare the later: in UTF-8 it tells more.
        places.sort_by_key(|pos| std::cmp::Reverse((rarity(bytes.get(*pos)), *pos)));
        let first = places.first().copied().unwrap_or_default();
        let rare = [first, places.get(1).copied().unwrap_or(first)];
        let is_caseless = !bytes.iter().any(u8::is_ascii_lowercase);
        let caseless = is_caseless.then(|| Box::new(memmem::Finder::new(bytes).into_owned()));
        Self { bytes: bytes.into(), cases: bytes.iter().map(case).collect(), rare, caseless }
    }

    /// Where the bytes occur first from a place on.
    pub fn find(&self, text: &[u8], from: usize) -> Option<usize> {
        if let Some(finder) = &self.caseless {
            return finder.find(text.get(from..)?).map(|at| from + at);
        }
        let last = text.len().checked_sub(self.bytes.len())?;
        let [one, other] = self.rare;
        let byte = |of: &[u8], pos: usize| of.get(pos).copied().unwrap_or_default();
        let wanted = [byte(&self.bytes, one), byte(&self.bytes, other)];
        let case = [byte(&self.cases, one), byte(&self.cases, other)];
        let mut at = from;
        while at <= last {
            let places = at + one..at + one + AT_ONCE;
            let others = at + other..at + other + AT_ONCE;
            let (Some(ones), Some(others)) = (
                text.get(places).and_then(|it| <&[u8; AT_ONCE]>::try_from(it).ok()),
                text.get(others).and_then(|it| <&[u8; AT_ONCE]>::try_from(it).ok()),
            ) else {
                return (at..=last).find(|at| self.is_at(text, *at));
            };
            let mut differ = [0_u8; AT_ONCE];
            for ((differ, one), other) in differ.iter_mut().zip(ones).zip(others) {
                *differ = ((one | case[0]) ^ wanted[0]) | ((other | case[1]) ^ wanted[1]);
            }
            if differ.iter().fold(false, |some, byte| some | (*byte == 0))
                && let Some(found) = zeros(&differ).find(|pos| self.is_at(text, at + pos))
            {
                return Some(at + found);
            }
            at += AT_ONCE;
        }
        None
    }

    fn is_at(&self, text: &[u8], at: usize) -> bool {
        let there = text.get(at..at + self.bytes.len());
        there.is_some_and(|there| {
            let mut both = there.iter().zip(&self.cases).zip(&self.bytes);
            both.all(|((byte, case), wanted)| byte | case == *wanted)
        })
    }
}

/// Where there may be zeros among some bytes: all places where there are, in rising
/// order, and now and then one more.
fn zeros(bytes: &[u8; AT_ONCE]) -> impl Iterator<Item = usize> {
    let (words, _) = bytes.as_chunks::<8>();
    words.iter().zip((0..).step_by(8)).flat_map(|(word, first)| {
        let word = u64::from_le_bytes(*word);
        let mut marks = word.wrapping_sub(0x0101_0101_0101_0101) & !word & 0x8080_8080_8080_8080;
        std::iter::from_fn(move || {
            let pos = marks.trailing_zeros() as usize / 8;
            marks &= marks.checked_sub(1)?;
            Some(first + pos)
        })
    })
}

fn rarity(byte: Option<&u8>) -> usize {
    let place = byte.and_then(|byte| FREQUENT.iter().position(|other| other == byte));
    place.unwrap_or(FREQUENT.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_found_is_what_a_plain_look_finds() {
        let texts = ["the THE tHe oh, then", "台湾 and 湾台湾", "aaaaaaaaAa", "x", "\"t\"", "[`{@"];
        let text: String =
            (0..40).flat_map(|turn| texts.iter().cycle().skip(turn).take(5)).copied().collect();
        let bytes = text.as_bytes();
        for wanted in ["the", "t", "aaa", "台湾", "湾", "{", "`", "n, t", "nowhere", "a\"t"] {
            let finder = Finder::new(wanted.as_bytes());
            let (mut found, mut from) = (Vec::new(), 0);
            while let Some(at) = finder.find(bytes, from) {
                found.push(at);
                from = at + 1;
            }
            let plain: Vec<usize> = (0..bytes.len())
                .filter(|at| {
                    let there = bytes.get(*at..at + wanted.len());
                    there.is_some_and(|there| there.eq_ignore_ascii_case(wanted.as_bytes()))
                })
                .collect();
            assert_eq!(found, plain, "{wanted}");
        }
        assert_eq!(Finder::new(b"long").find(b"lo", 0), None);
    }
}
