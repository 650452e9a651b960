//! Lines and columns.

use std::fmt;

use crate::tr;

/// A place in a file as an editor shows it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // As text: editors count lines without setting thousands apart.
        let (line, column) = (self.line.to_string(), self.column.to_string());
        f.write_str(&tr!("open-place", line = line, column = column))
    }
}

/// Tells the places of offsets that do not decrease, in one pass over the text.
pub(super) struct Places<'a> {
    text: &'a str,
    offset: usize,
    place: Place,
}

impl<'a> Places<'a> {
    pub fn new(text: &'a str) -> Self {
        // A byte order mark is no character of the first line.
        let offset = if text.starts_with('\u{FEFF}') { 3 } else { 0 };
        Self { text, offset, place: Place { line: 1, column: 1 } }
    }

    /// The place of an offset; it must not be less than the one asked for before.
    pub fn at(&mut self, offset: usize) -> Place {
        let offset = self.text.floor_char_boundary(offset);
        let passed = self.text.get(self.offset..offset).unwrap_or_default();
        let lines = memchr::memchr_iter(b'\n', passed.as_bytes()).count();
        let last_line = match memchr::memrchr(b'\n', passed.as_bytes()) {
            Some(end) => {
                self.place.column = 1;
                passed.get(end + 1..).unwrap_or_default()
            }
            None => passed,
        };
        self.place.line += lines;
        self.place.column += last_line.chars().count();
        self.offset = self.offset.max(offset);
        self.place
    }
}

/// The place of one offset.
pub(super) fn place_of(text: &str, offset: usize) -> Place {
    Places::new(text).at(offset)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_no_byte_order_mark() {
        let text = "\u{FEFF}é{\n中\"x";
        let mut places = Places::new(text);
        assert_eq!(places.at(0), Place { line: 1, column: 1 });
        assert_eq!(places.at(5), Place { line: 1, column: 2 });
        assert_eq!(places.at(5), Place { line: 1, column: 2 });
        assert_eq!(places.at(10), Place { line: 2, column: 2 });
        assert_eq!(places.at(99), Place { line: 2, column: 4 });
    }
}
