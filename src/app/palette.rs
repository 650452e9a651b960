//! What is typed into the palette, looked for off the thread that paints.

use std::sync::Arc;
use std::time::Duration;

use egui::Context;

use super::background::Latest;
use super::filtering::PATIENCE;
use crate::load::Document;
use crate::ui::palette::{Found, Sought};

/// The search that belongs to the palette.
pub struct Finding {
    working: Latest<Found>,
    asked: Option<Sought>,
}

impl Default for Finding {
    fn default() -> Self {
        Self { working: Latest::new("find in the palette"), asked: None }
    }
}

impl Finding {
    /// Whether something is still being looked for.
    pub fn is_busy(&self) -> bool {
        self.working.is_busy()
    }

    /// What was found for this, once it is there.
    pub fn find(
        &mut self,
        window: &Context,
        document: Option<&Arc<Document>>,
        sought: &Sought,
    ) -> Option<Found> {
        if self.asked.as_ref() == Some(sought) && self.working.is_busy() {
            return self.working.poll(Duration::ZERO);
        }
        let (document, work) = (document.cloned(), sought.clone());
        self.working.start(window, move |cancelled| match document {
            Some(document) => Found::find(document.dataset(), work, cancelled),
            None => Some(Found::nothing(work)),
        });
        self.asked = Some(sought.clone());
        self.working.poll(PATIENCE)
    }
}
