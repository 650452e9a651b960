//! The meetings that a page has read in full, as they came into view.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

use egui::Ui;

use crate::load::Document;
use crate::model::{Event, EventIx};

/// With more meetings than this, those out of view are forgotten.
const MOST_KEPT: usize = 96;

/// A meeting with a longer text than this, in bytes, is shown only where it is selected: that
/// reads it in the background.
const MAX_READ: usize = 500_000;

/// After so long, no further meeting is read within a frame.
const BUDGET: Duration = Duration::from_millis(4);

/// What comes of asking for a meeting.
#[derive(Clone, Debug)]
pub(crate) enum Read {
    /// The meeting in full.
    There(Arc<Event>),
    /// It comes with one of the next frames.
    Later,
    /// It has so many bytes, and is not read here.
    TooLong(usize),
    /// It can not be read.
    Failed,
}

/// Reads meetings from the document's text when they are shown, and keeps some.
#[derive(Clone, Debug, Default)]
pub(crate) struct Reader {
    kept: HashMap<EventIx, Kept>,
    frame: u64,
    /// The time that reading took in this frame.
    spent: Duration,
}

#[derive(Clone, Debug)]
struct Kept {
    event: Arc<Event>,
    /// The last frame that asked for it.
    frame: u64,
}

impl Reader {
    /// Begins a frame.
    pub fn begin(&mut self) {
        if self.kept.len() > MOST_KEPT {
            let frame = self.frame;
            self.kept.retain(|_, kept| kept.frame == frame);
        }
        self.frame += 1;
        self.spent = Duration::ZERO;
    }

    /// A meeting in full, if there is time for it in this frame.
    pub fn get(&mut self, document: &Document, ix: EventIx, ui: &Ui) -> Read {
        let read = self.read(document, ix);
        if matches!(read, Read::Later) {
            ui.request_repaint();
        }
        read
    }

    fn read(&mut self, document: &Document, ix: EventIx) -> Read {
        if let Some(kept) = self.kept.get_mut(&ix) {
            kept.frame = self.frame;
            return Read::There(Arc::clone(&kept.event));
        }
        let len = document.dataset().event(ix).map_or(0, |head| head.text().len());
        if len > MAX_READ {
            return Read::TooLong(len);
        }
        if self.spent >= BUDGET {
            return Read::Later;
        }
        let start = Instant::now();
        let Some(event) = document.event(ix) else { return Read::Failed };
        self.spent += start.elapsed();
        let event = Arc::new(event);
        self.kept.insert(ix, Kept { event: Arc::clone(&event), frame: self.frame });
        Read::There(event)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::{Job, read_bytes};

    #[test]
    fn what_is_out_of_view_is_forgotten_in_the_end() {
        let events: Vec<String> =
            (0..200).map(|n| format!(r#"{{"title": "T{n}", "start": "2000"}}"#)).collect();
        let text = format!(r#"{{"events": [{}]}}"#, events.join(","));
        let document = read_bytes(text.into_bytes(), &Job::new()).expect("it opens");
        let mut reader = Reader::default();
        for n in 0..200 {
            reader.begin();
            let Read::There(event) = reader.read(&document, EventIx(n)) else { panic!("{n}") };
            assert_eq!(event.title, format!("T{n}"));
            assert!(reader.kept.len() <= MOST_KEPT + 1);
        }
        reader.begin();
        assert!(matches!(reader.read(&document, EventIx(200)), Read::Failed));
    }

    #[test]
    fn a_frame_ends_when_its_time_is_spent_and_what_is_too_long_is_not_read() {
        let long = "x".repeat(MAX_READ);
        let text = format!(
            r#"{{"events": [{{"title": "A", "start": "2000"}},
                {{"title": "B", "start": "2001", "summary": "{long}"}}]}}"#
        );
        let document = read_bytes(text.into_bytes(), &Job::new()).expect("it opens");
        let mut reader = Reader { spent: BUDGET, ..Reader::default() };
        assert!(matches!(reader.read(&document, EventIx(0)), Read::Later));
        reader.begin();
        assert!(matches!(reader.read(&document, EventIx(0)), Read::There(_)));
        assert!(matches!(reader.read(&document, EventIx(1)), Read::TooLong(_)));
    }
}
