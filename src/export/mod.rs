//! From the dataset to texts for elsewhere.
//!
//! Plain functions from data to text. Nothing here knows of egui, of the
//! clipboard or of files.
//!
//! - [`page`] is what is taken away before it is text: a document of blocks.
//!   [`meeting`] and [`quote`] make one of the data.
//! - [`clip`] turns it into plain text, Markdown or rich text.
//! - [`bibliography`] gives sources in citation styles and for reference managers.
//! - [`arrange`], [`gap`] and [`words`] hold what these share with the detail pane:
//!   the numbers of the sources, the sides' columns, how far apart meetings are,
//!   plain words.

pub mod arrange;
pub mod bibliography;
pub mod clip;
mod escape;
mod html;
mod markdown;
pub mod meeting;
pub mod page;
mod plain;
pub mod quote;
pub mod words;

pub use crate::date::gap;
