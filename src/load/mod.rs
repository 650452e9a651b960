//! Reads a file into a [`Document`]: its text, its dataset and its problems.
//!
//! The text is the truth. It is kept as it is, byte for byte; of each event only a
//! head is kept beside it, and [`Document::event`] reads the rest again from the
//! text. What is not JSON or has no `events` does not open, with one
//! [`OpenError`]; anything smaller that is wrong is a [`Problem`], and the rest
//! opens.
//!
//! ```
//! use readout::load::{Job, read_static};
//!
//! let text = r#"{ "events": [
//!     { "title": "Anchorage talks", "start": "2021-03-18", "end": "2021-03-17" }
//! ] }"#;
//! let document = read_static(text, &Job::new())?;
//! assert_eq!(document.dataset().events.len(), 1);
//! let problem = &document.problems()[0];
//! assert_eq!((problem.place.line, problem.path.as_str()), (2, "events[0].end"));
//! # Ok::<(), readout::load::OpenError>(())
//! ```
//!
//! The tables are read first, then the events, in one pass on all cores, which also notes
//! where each text stands: a file of a million events is read in about one and a half times what
//! it takes to read its bytes and to skip over the JSON. Whatever the bytes, depth and memory
//! stay bounded.
//!
//! Nothing here writes files or knows of the screen.

mod bytes;
mod error;
mod excerpt;
mod job;
mod node;
mod open;
mod path;
mod place;
mod problem;
mod read;
mod report;
mod syntax;

use std::fmt;

pub use self::error::OpenError;
pub use self::excerpt::{Excerpt, ExcerptLine, excerpt};
pub use self::job::Job;
pub use self::open::{read_bytes, read_file, read_file_growing, read_static};
pub use self::place::Place;
pub use self::problem::{Problem, Problems};
pub(crate) use self::read::decoded;
pub use self::report::check_report;
use crate::lang::Language;
use crate::model::{Dataset, Event, EventIx, Text};

/// A file that is open. It never changes.
pub struct Document {
    text: Text,
    content: read::Content,
    language: Language,
}

impl Document {
    /// The file's text, byte for byte, with the byte order mark if it has one.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The length of the file's text in bytes.
    pub fn byte_len(&self) -> usize {
        self.text.len()
    }

    /// The dataset.
    pub fn dataset(&self) -> &Dataset {
        &self.content.dataset
    }

    /// What is wrong with parts of the file.
    pub fn problems(&self) -> &Problems {
        &self.content.problems
    }

    /// The language in which it was read: that of its problems, and of what stands in for
    /// titles that are missing.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The same text, read in the language of the interface of now. All indexes hold in it
    /// as they do here.
    ///
    /// # Errors
    /// If the job is cancelled.
    pub fn read_anew(&self, job: &Job) -> Result<Self, OpenError> {
        open::read_text(self.text.clone(), job)
    }

    /// A meeting in full, read from the text; `None` for an index of another
    /// dataset. Its id is that of the head, given or made.
    pub fn event(&self, ix: EventIx) -> Option<Event> {
        let head = self.content.dataset.event(ix)?;
        read::read_again(&self.text, &head, &self.content.names)
    }
}

impl fmt::Debug for Document {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Document")
            .field("byte_len", &self.byte_len())
            .field("events", &self.content.dataset.events.len())
            .field("problems", &self.content.problems.total())
            .finish_non_exhaustive()
    }
}
