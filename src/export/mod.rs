//! From the dataset to texts for elsewhere: one file a format.
//!
//! Plain functions from data to text. Nothing here knows of egui, of the
//! clipboard or of files.
//!
//! - [`citation`] gives a quote, a wording or a source as one line of plain text.
//! - [`markdown`] gives a whole meeting as Markdown.
//! - [`arrange`], [`gap`] and [`words`] hold what these share with the detail pane:
//!   the numbers of the sources, the sides' columns, how far apart meetings are,
//!   plain words.

pub mod arrange;
pub mod citation;
mod escape;
pub mod markdown;
pub mod words;

pub use crate::date::gap;
