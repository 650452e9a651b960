//! The text of a file.

use std::fmt;
use std::ops::{Deref, Range};
use std::sync::Arc;

use yoke::Yoke;

/// The text of a file, byte for byte, shared by all that look into it.
///
/// It is checked to be UTF-8 once and never copied: of a gigabyte, either takes longer
/// than everything that is shown of it.
#[derive(Clone)]
pub struct Text(Kind);

#[derive(Clone)]
enum Kind {
    /// Part of the program.
    Static(&'static str),
    /// The bytes of a file, with the text that they are.
    Owned(Yoke<&'static str, Arc<Vec<u8>>>),
}

impl Text {
    /// A text that is part of the program.
    pub const fn from_static(text: &'static str) -> Self {
        Self(Kind::Static(text))
    }

    /// The text that some bytes are.
    ///
    /// # Errors
    /// The bytes, where they are not UTF-8.
    pub fn from_bytes(bytes: Vec<u8>) -> Result<Self, Vec<u8>> {
        let bytes = Arc::new(bytes);
        let text =
            Yoke::try_attach_to_cart(Arc::clone(&bytes), |bytes| simdutf8::basic::from_utf8(bytes));
        match text {
            Ok(text) => Ok(Self(Kind::Owned(text))),
            Err(_) => Err(Arc::unwrap_or_clone(bytes)),
        }
    }
}

/// Where a part of a text, borrowed from it, stands in it: the difference of the
/// addresses. Nowhere that is within it for what is not borrowed from it.
pub fn range_in(text: &str, part: &str) -> Range<usize> {
    let start = part.as_ptr().addr().wrapping_sub(text.as_ptr().addr());
    start..start.wrapping_add(part.len())
}

impl Default for Text {
    fn default() -> Self {
        Self::from_static("")
    }
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        match &self.0 {
            Kind::Static(text) => text,
            Kind::Owned(text) => text.get(),
        }
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Text").field("len", &self.len()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_that_are_no_text_come_back() {
        assert_eq!(Text::from_bytes(vec![b'a', 0xFF]).expect_err("no text"), [b'a', 0xFF]);
        let text = Text::from_bytes("中 é".into()).expect("text");
        assert_eq!((&*text.clone(), &*text), ("中 é", "中 é"));
    }
}
