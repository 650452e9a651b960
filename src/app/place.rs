//! Where one is in a dataset: all that decides what is shown, as one value.

use crate::analysis::list::ListOrder;
use crate::analysis::matrix::MatrixChoice;
use crate::model::EventIx;
use crate::timeline::View;
use crate::ui::page::Page;

/// A place: the same place always shows the same.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// What stands in the middle of the window.
    pub page: Page,
    /// What is searched for and filtered by, as the search box has it.
    pub query: String,
    /// The selected meeting.
    pub selection: Option<EventIx>,
    /// The part of time on the timeline.
    pub view: View,
    /// How the result list is sorted.
    pub list_order: ListOrder,
    /// What the matrix shows.
    pub matrix: MatrixChoice,
}

/// What a change of place is about. Changes of one sort that follow each other
/// quickly are one step back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// A part of time that is jumped to.
    Jump,
    /// A part of time, by drag or wheel.
    Move,
    /// Another meeting is selected.
    Selection,
    /// Another meeting is selected while walking from one to the next.
    Walk,
    /// Another query, while typing.
    Typing,
    /// Another query, in one go.
    Query,
    /// Another page, or another arrangement of it.
    Page,
}

impl Change {
    /// How soon, in seconds, another change of this sort still belongs to it; none
    /// where each is a step of its own.
    pub fn joins_within(self) -> Option<f64> {
        match self {
            Self::Move => Some(0.7),
            Self::Walk => Some(1.2),
            Self::Typing => Some(3.0),
            Self::Jump | Self::Selection | Self::Query | Self::Page => None,
        }
    }
}
