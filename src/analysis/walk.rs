//! Going through many meetings on a worker thread, as long as somebody waits for what
//! comes of it.

use std::sync::atomic::{AtomicU64, Ordering};

use rayon::prelude::*;

use crate::load::Document;
use crate::model::{Dataset, Event, EventHead, EventIx};

/// How many heads are looked at between two questions whether to go on.
const HEADS: usize = 4_096;

/// How many meetings are read in full between two such questions.
const READ: usize = 512;

/// Goes through all meetings in the order of time; `None` where it was cancelled.
pub(super) fn walk(
    dataset: &Dataset,
    cancelled: &dyn Fn() -> bool,
    mut visit: impl FnMut(EventIx, &EventHead),
) -> Option<()> {
    for (count, ix) in dataset.by_time().iter().enumerate() {
        if count.is_multiple_of(HEADS) && cancelled() {
            return None;
        }
        if let Some(head) = dataset.event(*ix) {
            visit(*ix, &head);
        }
    }
    Some(())
}

/// Reads meetings in full on all cores and takes something from each, in their order:
/// nothing from those of another dataset. `None` where it was cancelled.
pub(super) fn read_each<T: Send>(
    document: &Document,
    events: &[EventIx],
    cancelled: &dyn Fn() -> bool,
    take: impl Fn(EventIx, &Event) -> T + Sync,
) -> Option<Vec<Option<T>>> {
    let mut taken = Vec::with_capacity(events.len());
    for chunk in events.chunks(READ) {
        if cancelled() {
            return None;
        }
        let read = |ix: &EventIx| document.event(*ix).map(|event| take(*ix, &event));
        let of_chunk: Vec<Option<T>> = chunk.par_iter().map(read).collect();
        taken.extend(of_chunk);
    }
    Some(taken)
}

/// A number that no other view of this run of the program has: what is remembered of
/// a view on the screen can tell by it that another one has come.
pub(super) fn stamp() -> u64 {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    NEXT.fetch_add(1, Ordering::Relaxed)
}
