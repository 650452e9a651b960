//! What a panel asks for. Panels read the state and push actions; only
//! [`app`](crate::app) carries them out.

use std::path::PathBuf;

use super::command::Command;
use super::page::Page;
use super::tabbar::TabId;
use crate::analysis::list::ListOrder;
use crate::analysis::matrix::MatrixChoice;
use crate::export::bibliography::SourceForm;
use crate::export::clip::{Clip, CopyChoice};
use crate::export::quote;
use crate::find::QueryEdit;
use crate::model::{Dataset, Event, EventIx, Quote, SourceIx};
use crate::timeline::View;
use crate::tr;

/// A wish of the user's, as a panel understood it.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Carry out a command.
    Run(Command),
    /// Select a meeting and bring it into view.
    Select(EventIx),
    /// Select a meeting that was looked for, and come close to it.
    Find(EventIx),
    /// Show a page in the middle of the window.
    Go(Page),
    /// Search and filter by this, as the search box has it.
    Query(String),
    /// Change what is searched for and filtered by, whatever it is by then.
    Edit(QueryEdit),
    /// The same while it is being typed: the steps between are one step back.
    Type(String),
    /// Sort the result list.
    Sort(ListOrder),
    /// Put a meeting among those to be compared, or take it out.
    ToggleCompared(EventIx),
    /// Arrange the matrix like this.
    MatrixChoice(MatrixChoice),
    /// Show the wordings of a quote side by side.
    CompareWordings {
        /// The meeting.
        event: EventIx,
        /// The quote's position among those of the meeting.
        quote: usize,
    },
    /// Show this part of time, gliding there if asked.
    Show {
        /// The part of time.
        view: View,
        /// Whether to glide (jumps) or to be there at once (drags, wheels).
        glide: bool,
    },
    /// Go to a kept view, by its position among those of the dataset.
    OpenView(usize),
    /// Keep the place under a name.
    SaveView(String),
    /// Forget a kept view, by its position.
    ForgetView(usize),
    /// Close the sheet that asks for a name.
    CancelSaveView,
    /// Open a file.
    OpenPath(PathBuf),
    /// Show a tab.
    GoToTab(TabId),
    /// Close a tab.
    CloseTab(TabId),
    /// Show all of the message on why the file can not be read.
    ShowTrouble,
    /// Forget the recent files.
    ForgetRecent,
    /// Put something on the clipboard, and say so.
    Copy {
        /// What goes there.
        clip: Clip,
        /// What it is, to be told: "Quote with citation".
        what: &'static str,
    },
    /// Put sources on the clipboard, in the order given. Writing out many takes a while.
    CiteSources {
        /// The sources.
        sources: Vec<SourceIx>,
        /// In which form.
        form: SourceForm,
    },
    /// Open a link in the browser. Only http and https are followed.
    Browse(String),
    /// Stop reading the file that is being read.
    CancelLoading,
    /// Close the message that stands over the window.
    DismissError,
    /// Say what shall become of what the last start could not open.
    AnswerOffer {
        /// Whether to open it; else begin without it.
        opens: bool,
    },
}

impl Action {
    /// To copy a quote of a meeting, with its citation.
    pub(crate) fn copy_quote(
        dataset: &Dataset,
        event: &Event,
        quote: &Quote,
        choice: CopyChoice,
    ) -> Self {
        let clip = quote::quote(dataset, event, quote, choice.style).clip(choice.format);
        Self::Copy { clip, what: tr!("quote-copy.what") }
    }
}
