//! The meetings that a page has read in full, as they came into view.

use std::collections::HashMap;
use std::sync::Arc;

use crate::load::Document;
use crate::model::{Event, EventIx};

/// With more meetings than this, those out of view are forgotten.
const MOST_KEPT: usize = 96;

/// Reads meetings from the document's text when they are shown, and keeps some.
#[derive(Clone, Debug, Default)]
pub(crate) struct Reader {
    kept: HashMap<EventIx, Kept>,
    frame: u64,
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
    }

    /// A meeting in full.
    pub fn get(&mut self, document: &Document, ix: EventIx) -> Option<Arc<Event>> {
        if let Some(kept) = self.kept.get_mut(&ix) {
            kept.frame = self.frame;
            return Some(Arc::clone(&kept.event));
        }
        let event = Arc::new(document.event(ix)?);
        self.kept.insert(ix, Kept { event: Arc::clone(&event), frame: self.frame });
        Some(event)
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
            let event = reader.get(&document, EventIx(n)).expect("it is there");
            assert_eq!(event.title, format!("T{n}"));
            assert!(reader.kept.len() <= MOST_KEPT + 1);
        }
        assert!(reader.get(&document, EventIx(200)).is_none());
    }
}
