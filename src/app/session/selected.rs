//! The selected meeting, read in full: a long one off the thread that paints.

use std::sync::Arc;
use std::time::Duration;

use egui::Context;

use crate::app::background::{Latest, let_go};
use crate::app::filtering::PATIENCE;
use crate::load::Document;
use crate::model::{Dataset, EventIx};
use crate::ui::detail::Meeting;

/// A meeting whose text is longer than this, in bytes, is not read while a frame waits:
/// some hundred kilobytes take about a millisecond.
const LIGHT: usize = 100_000;

/// Whether a meeting is read, and written out, in much less time than a frame has.
pub fn is_light(dataset: &Dataset, ix: EventIx) -> bool {
    dataset.event(ix).is_none_or(|head| head.text().len() <= LIGHT)
}

/// The selected meeting, as far as it is read.
pub struct Selected {
    ix: Option<EventIx>,
    meeting: Option<Meeting>,
    reading: Latest<Meeting>,
}

impl Default for Selected {
    fn default() -> Self {
        Self { ix: None, meeting: None, reading: Latest::new("read a meeting") }
    }
}

impl Selected {
    /// Which one it is, read or not.
    pub fn ix(&self) -> Option<EventIx> {
        self.ix
    }

    /// The meeting in full, once it is read.
    pub fn meeting(&self) -> Option<&Meeting> {
        self.meeting.as_ref()
    }

    /// Whether it is being read.
    pub fn is_busy(&self) -> bool {
        self.reading.is_busy()
    }

    /// Selects a meeting, or none, and begins to read it.
    pub fn select(&mut self, window: &Context, document: &Arc<Document>, ix: Option<EventIx>) {
        self.ix = ix;
        self.reading.stop();
        if let Some(before) = self.meeting.take()
            && !is_light(document.dataset(), before.ix)
        {
            let_go(before);
        }
        let Some(ix) = ix else { return };
        if is_light(document.dataset(), ix) {
            self.meeting = Meeting::read(document, ix);
            return;
        }
        let document = Arc::clone(document);
        self.reading.start(window, move |_| Meeting::read(&document, ix));
        self.poll(PATIENCE);
    }

    /// Takes the meeting, if it is read or is within `patience`. Tells whether it has
    /// come.
    pub fn poll(&mut self, patience: Duration) -> bool {
        let read = self.reading.poll(patience);
        let has_come = read.is_some();
        self.meeting = read.or(self.meeting.take());
        has_come
    }
}
