//! The pages in the middle of the window besides the timeline: one file or folder a
//! page, each a function from prepared data to widgets that pushes actions.
//!
//! What they share: `header` heads a page, `rows` lays out only what is seen of a
//! long list, `reader` reads and keeps the meetings that are seen, `empty` says why there
//! is nothing.

pub mod accounts;
pub mod cadence;
mod cells;
mod columns;
pub mod compare;
mod empty;
mod header;
mod links;
pub mod list;
pub mod matrix;
mod parts;
pub mod people;
mod quote;
mod reader;
mod rows;
mod switch;
pub mod thread;
pub mod wordings;

use crate::export::clip::CopyChoice;
use crate::load::Document;
use crate::model::EventIx;
use crate::ui::detail::DetailCtx;
use crate::ui::tokens::Tokens;

/// What all pages read.
pub struct PageCtx<'a> {
    /// The open document.
    pub document: &'a Document,
    /// The selected meeting.
    pub selection: Option<EventIx>,
    /// How what is copied is wanted.
    pub choice: CopyChoice,
    /// The colours in force.
    pub tokens: &'static Tokens,
}

impl PageCtx<'_> {
    /// What the parts read that pages have in common with the pane of a meeting.
    pub(crate) fn detail(&self) -> DetailCtx<'_> {
        let Self { document, choice, tokens, .. } = *self;
        DetailCtx { document, choice, needles: &[], tokens }
    }
}
