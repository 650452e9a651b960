//! Small numbers in few bytes: seven bits in each, the lowest first.

/// Writes a number behind others.
pub fn push(mut number: u32, onto: &mut Vec<u8>) {
    while number >= 0x80 {
        onto.push(number as u8 | 0x80);
        number >>= 7;
    }
    onto.push(number as u8);
}

/// Numbers that were written one behind another; zero where there are no more.
#[derive(Clone, Debug)]
pub struct Numbers<'b>(pub &'b [u8]);

impl Numbers<'_> {
    /// The next number.
    pub fn take(&mut self) -> u32 {
        if let [first, second, ..] = *self.0
            && first & second & 0x80 == 0
        {
            // One byte or two, as nearly all are: a branch on which would be guessed wrongly
            // half of the time.
            let is_long = first >> 7;
            self.0 = self.0.get(1 + usize::from(is_long)..).unwrap_or_default();
            return u32::from(first & 0x7f) | (u32::from(second) * u32::from(is_long)) << 7;
        }
        self.take_long()
    }

    fn take_long(&mut self) -> u32 {
        let (mut number, mut shift) = (0, 0);
        while let Some((byte, rest)) = self.0.split_first() {
            self.0 = rest;
            number |= u32::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 || shift >= 28 {
                break;
            }
            shift += 7;
        }
        number
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        let numbers = [0, 1, 127, 128, 300, 16_383, 16_384, u32::MAX, 7];
        let mut bytes = Vec::new();
        numbers.iter().for_each(|number| push(*number, &mut bytes));
        let mut read = Numbers(&bytes);
        assert_eq!(numbers.map(|_| read.take()), numbers);
        assert_eq!(read.take(), 0);
    }
}
