//! The language of the interface: chosen, and changed at once.
//!
//! Most texts are made where they are shown. What a frame could not make anew in its
//! time follows in the background: a session keeps its counts, its lanes and its page in
//! step with the language as it does with the query (see
//! [`Session::keep_up`](super::Session::keep_up)), whichever session is shown.

use egui::Context;

use super::ReadoutApp;
use crate::lang::{self, LanguageChoice};

impl ReadoutApp {
    /// Chooses the language.
    pub(super) fn set_language(&mut self, ctx: &Context, choice: LanguageChoice) {
        self.settings.language = choice;
        let language = choice.language();
        if lang::current() == language {
            return;
        }
        lang::set(language);
        // What the timeline and the search box have made of names and words.
        for tab in self.others.iter_mut().chain(std::iter::once(&mut self.tab)) {
            tab.timeline.reset();
            tab.search.reset();
        }
        ctx.request_repaint();
    }
}
