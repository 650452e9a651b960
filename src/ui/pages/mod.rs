//! The pages in the middle of the window besides the timeline: one file or folder a
//! page, each a function from prepared data to widgets that pushes actions.

mod header;

use crate::load::Document;
use crate::model::EventIx;
use crate::ui::tokens::Tokens;

/// What all pages read.
pub struct PageCtx<'a> {
    /// The open document.
    pub document: &'a Document,
    /// The selected meeting.
    pub selection: Option<EventIx>,
    /// The colours in force.
    pub tokens: &'static Tokens,
}
