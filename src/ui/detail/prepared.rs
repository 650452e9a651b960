//! What the pane shows of a meeting or of a dataset, worked out once: a frame
//! only paints it.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use crate::export::arrange::{Delegation, Numbering, columns, delegations};
use crate::export::gap::gap as gap_words;
use crate::load::Document;
use crate::model::{Dataset, Event, EventIx, Kind, SideIx};
use crate::tr;

/// A meeting, ready to be shown.
#[derive(Clone, Debug)]
pub struct Meeting {
    /// Which one it is.
    pub ix: EventIx,
    /// Everything that its file says of it.
    pub event: Arc<Event>,
    pub(super) numbering: Numbering,
    pub(super) delegations: Vec<Delegation>,
    pub(super) columns: Vec<SideIx>,
    /// The nearest meetings before it, the nearest first: they stand at its head.
    pub(super) before: Vec<Neighbour>,
    /// The other ones, in the order of time: they stand under the summary.
    pub(super) others: Vec<Neighbour>,
    pub(super) unknown_follows: Vec<String>,
}

impl Meeting {
    /// Reads a meeting from the document's text and prepares it; to be called when
    /// it is selected. `None` for an index of another document.
    pub fn read(document: &Document, ix: EventIx) -> Option<Self> {
        document.event(ix).map(|event| Self::new(document.dataset(), ix, event))
    }

    /// Prepares a meeting that was read.
    pub fn new(dataset: &Dataset, ix: EventIx, event: Event) -> Self {
        let (neighbours, unknown_follows) = neighbours(dataset, ix, &event);
        let (before, others) = at_head(neighbours);
        Self {
            ix,
            numbering: Numbering::of(&event),
            delegations: delegations(dataset, &event),
            columns: columns(dataset, &event),
            before,
            others,
            unknown_follows,
            event: Arc::new(event),
        }
    }
}

/// How many meetings before it stand at its head.
const MOST_AT_HEAD: usize = 3;

/// The last of those before it, the nearest first, and the others.
fn at_head(neighbours: Vec<Neighbour>) -> (Vec<Neighbour>, Vec<Neighbour>) {
    let before = neighbours.iter().filter(|neighbour| neighbour.is_before).count();
    let (mut head, mut others, mut number) = (Vec::new(), Vec::new(), 0);
    for neighbour in neighbours {
        number += usize::from(neighbour.is_before);
        let is_near = neighbour.is_before && number + MOST_AT_HEAD > before;
        if is_near { &mut head } else { &mut others }.push(neighbour);
    }
    head.reverse();
    (head, others)
}

/// A meeting near the one that is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Neighbour {
    pub ix: EventIx,
    /// What it is to the one that is shown.
    ties: Vec<Tie>,
    pub is_before: bool,
    pub is_followed: bool,
}

/// What a meeting is to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tie {
    Followed,
    PreviousOfKind,
    Previous,
    NextOfKind,
    Next,
}

impl Neighbour {
    /// How long before or after it was, where that is known, and what it is to the one
    /// that is shown: "12 days earlier", "previous foreign ministers".
    pub fn facts(&self, dataset: &Dataset, shown: &Meeting) -> Vec<String> {
        let here = dataset.event(shown.ix);
        let gap = here.zip(dataset.event(self.ix));
        let gap = gap.map(|(here, other)| gap_words(here.when, other.when, self.is_before));
        let kind = dataset.kinds.get(shown.event.kind.pos()).map(|kind| kind.singular());
        let kind = kind.unwrap_or(tr!("around-this-kind"));
        let ties = self.ties.iter().map(|tie| match tie {
            Tie::Followed => tr!("around-followed").to_owned(),
            Tie::PreviousOfKind => tr!("around-previous-of-kind", kind = kind),
            Tie::Previous => tr!("around-previous").to_owned(),
            Tie::NextOfKind => tr!("around-next-of-kind", kind = kind),
            Tie::Next => tr!("around-next").to_owned(),
        });
        gap.filter(|gap| !gap.is_empty()).into_iter().chain(ties).collect()
    }
}

/// The meetings before and after in the order of time, each once with all that it
/// is to this one; and the ids of meetings followed that the dataset lacks.
fn neighbours(dataset: &Dataset, ix: EventIx, event: &Event) -> (Vec<Neighbour>, Vec<String>) {
    let around = dataset.around(ix);
    let mut found: BTreeMap<EventIx, Vec<Tie>> = BTreeMap::new();
    let mut followed = HashSet::new();
    let mut unknown = Vec::new();
    for id in &event.follows {
        match dataset.event_with_id(id) {
            Some(other) if followed.insert(other) => {
                found.entry(other).or_default().push(Tie::Followed);
            }
            Some(_) => {}
            None => unknown.push(id.clone()),
        }
    }
    let ties = [
        (Tie::PreviousOfKind, around.previous_of_kind),
        (Tie::Previous, around.previous),
        (Tie::NextOfKind, around.next_of_kind),
        (Tie::Next, around.next),
    ];
    // Meetings of which no kind is given are not of one kind.
    let has_kind = dataset.kinds.get(event.kind.pos()).is_some_and(|kind| !kind.id.is_empty());
    for (tie, other) in ties {
        let is_of_kind = matches!(tie, Tie::PreviousOfKind | Tie::NextOfKind);
        if let Some(other) = other.filter(|_| has_kind || !is_of_kind) {
            found.entry(other).or_default().push(tie);
        }
    }
    let mut neighbours: Vec<Neighbour> = found
        .into_iter()
        .filter(|(other, _)| dataset.event(*other).is_some())
        .map(|(other, ties)| Neighbour {
            ix: other,
            ties,
            is_before: is_before(dataset, other, ix),
            is_followed: followed.contains(&other),
        })
        .collect();
    neighbours.sort_by_key(|neighbour| time_key(dataset, neighbour.ix));
    (neighbours, unknown)
}

fn time_key(dataset: &Dataset, ix: EventIx) -> (i32, i32, u32) {
    let span = dataset.event(ix).map(|event| event.when.span());
    span.map_or((0, 0, ix.0), |span| (span.start, span.end, ix.0))
}

fn is_before(dataset: &Dataset, one: EventIx, other: EventIx) -> bool {
    time_key(dataset, one) < time_key(dataset, other)
}

/// A dataset, ready to be introduced.
#[derive(Clone, Debug)]
pub struct Introduction {
    /// Whether more is still being read.
    pub is_growing: bool,
    pub(super) quotes: u64,
    /// Kinds that occur, in the order of their lanes, with how often they do.
    pub(super) kinds: Vec<(Kind, usize)>,
    /// The meeting with the most quotes.
    pub(super) richest: Option<EventIx>,
    pub(super) first: Option<EventIx>,
    pub(super) last: Option<EventIx>,
}

impl Introduction {
    /// Counts what is in a dataset; to be called when it is opened.
    pub fn of(dataset: &Dataset) -> Self {
        let mut counts = vec![0_usize; dataset.kinds.len()];
        let mut quotes = 0_u64;
        let mut richest: Option<(u32, EventIx)> = None;
        for ix in (0..dataset.events.len()).map(EventIx::from_pos) {
            let (quote_count, _) = dataset.events.sizes(ix);
            quotes += u64::from(quote_count);
            let kind = dataset.events.kind(ix);
            if let Some(count) = kind.and_then(|kind| counts.get_mut(kind.pos())) {
                *count += 1;
            }
            if quote_count > richest.map_or(0, |(most, _)| most) {
                richest = Some((quote_count, ix));
            }
        }
        let kinds = dataset.kinds.iter().cloned().zip(counts);
        let mut kinds: Vec<(Kind, usize)> = kinds.filter(|(_, count)| *count > 0).collect();
        kinds.sort_by_key(|(kind, _)| kind.order);
        Self {
            is_growing: false,
            quotes,
            kinds,
            richest: richest.map(|(_, ix)| ix),
            first: dataset.by_time().first().copied(),
            last: dataset.by_time().last().copied(),
        }
    }
}
