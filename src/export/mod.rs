//! From the dataset to texts for elsewhere.
//!
//! Plain functions from data to text. Nothing here knows of egui, of the
//! clipboard or of files.
//!
//! - [`page`] is what is taken away before it is text: a document of blocks.
//!   [`quote`], [`meeting`], [`list`], [`thread`], [`people`], [`matrix`],
//!   [`accounts`] and [`comparison`] make one of the data, with numbered sources.
//! - [`clip`] turns it into plain text, Markdown or rich text.
//! - [`bibliography`] gives sources in citation styles and for reference managers.
//! - [`arrange`], [`gap`] and [`words`] hold what these share with the detail pane:
//!   the numbers of the sources, the sides' columns, how far apart meetings are,
//!   plain words.

pub mod accounts;
pub mod arrange;
pub mod bibliography;
mod brief;
pub mod cadence;
pub mod clip;
pub mod comparison;
mod escape;
mod html;
pub mod list;
mod markdown;
pub mod matrix;
pub mod meeting;
pub mod page;
pub mod people;
mod plain;
pub mod quote;
pub mod thread;
pub mod words;

pub use crate::date::gap;
