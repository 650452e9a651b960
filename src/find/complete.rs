//! What the word under the cursor may become.

use std::ops::Range;

use super::vocabulary::Vocabulary;

/// A way to complete the word under the cursor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// What it replaces in the text, in bytes.
    pub range: Range<usize>,
    /// What stands there instead; the cursor belongs behind it.
    pub replacement: String,
    /// What is offered: "taiwan", "issue:".
    pub label: String,
    /// More about it: "Taiwan · 57 meetings", "an issue that came up".
    pub detail: String,
}

/// At most twelve ways to complete the word under the cursor, a place in bytes.
pub fn complete(text: &str, cursor: usize, vocabulary: &Vocabulary) -> Vec<Completion> {
    let _ = (text, cursor, vocabulary);
    Vec::new()
}
