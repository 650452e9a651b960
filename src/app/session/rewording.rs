//! What reading a file has put in words: what is wrong with it, and what stands in for
//! titles that are missing. In another language, its text is read anew.

use std::sync::Arc;
use std::time::Duration;

use egui::Context;

use super::{Session, let_go};
use crate::app::background::Latest;
use crate::lang::{self, Language};
use crate::load::{Document, Job};

/// A reading of the same text in another language, while it is under way.
pub struct Rewording {
    working: Latest<Document>,
    job: Job,
    language: Option<Language>,
}

impl Default for Rewording {
    fn default() -> Self {
        Self { working: Latest::new("read in another language"), job: Job::new(), language: None }
    }
}

impl Rewording {
    /// Whether it is under way.
    pub fn is_busy(&self) -> bool {
        self.working.is_busy()
    }

    /// Reads a document anew where it was read in another language; gives what was read,
    /// once.
    fn keep_up(&mut self, window: &Context, document: &Arc<Document>) -> Option<Document> {
        let language = lang::current();
        // A text that is missing is a problem, too: nothing else hangs on the language.
        let is_due = document.language() != language && document.problems().total() > 0;
        let wanted = is_due.then_some(language);
        if self.language != wanted {
            self.language = wanted;
            self.job.cancel();
            self.working.stop();
            if is_due {
                self.job = Job::new();
                let (document, job) = (Arc::clone(document), self.job.clone());
                self.working.start(window, move |_| document.read_anew(&job).ok());
            }
        }
        self.working.poll(Duration::ZERO)
    }
}

impl Drop for Rewording {
    fn drop(&mut self) {
        self.job.cancel();
    }
}

impl Session {
    /// Keeps what was put in words by reading in the language of the interface. Tells
    /// whether it has changed.
    pub(super) fn keep_words(&mut self, window: &Context) -> bool {
        if self.is_growing {
            // It will be read to its end.
            return false;
        }
        let Some(document) = self.rewording.keep_up(window, &self.document) else { return false };
        let document = Arc::new(document);
        self.filtering.replace_document(window, &document);
        self.studies.ask_again();
        self.selected.select(window, &document, self.place.selection);
        let_go(std::mem::replace(&mut self.document, document));
        true
    }
}
