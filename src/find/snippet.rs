//! The words that were found, in their surroundings.

use std::ops::Range;

use super::query::Needle;
use super::text::Spot;
use crate::load::Document;
use crate::model::Event;

/// A piece of a text with the words that were found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snippet {
    /// Where the words stand.
    pub spot: Spot,
    /// That in words: "in a quote by Yang Jiechi", "in the summary".
    pub place_words: String,
    /// The piece, with ellipses where it was cut.
    pub text: String,
    /// Where the words stand in it, in bytes; sorted, apart from each other.
    pub marks: Vec<Range<usize>>,
}

/// The best place of the words in a meeting, with at most so many characters around
/// them; none where none of them is in it.
pub fn snippet(
    document: &Document,
    event: &Event,
    needles: &[Needle],
    most_chars: usize,
) -> Option<Snippet> {
    let _ = (document, event, needles, most_chars);
    None
}

/// Where the words stand in a text, in bytes; sorted, apart from each other.
pub fn marks(text: &str, needles: &[Needle]) -> Vec<Range<usize>> {
    let _ = (text, needles);
    Vec::new()
}
