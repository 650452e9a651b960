//! How often they met: meetings by quarter and year and by kind, and the longest
//! stretches without any.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use super::silence::{Silence, Silences};
pub use super::unit::Unit;
use super::walk::{stamp, walk};
use crate::date::When;
use crate::load::Document;
use crate::model::{Dataset, EventIx, EventSet, KindIx};

/// How many of the longest gaps are kept of each kind, and of all together.
pub const MOST_GAPS: usize = 20;

/// The meetings of one quarter or year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bin {
    /// Which one, see [`Unit::index_of`].
    pub index: i32,
    /// How many of each kind that occurs in it: the kind's position in
    /// [`Cadence::kinds`], and their number; in the order of the kinds.
    pub counts: Vec<(u32, u32)>,
    /// How many of all kinds.
    pub total: u32,
}

/// Meetings by quarter or by year.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bins {
    /// Those in which there are meetings, in the order of time.
    pub bins: Vec<Bin>,
    /// Meetings that are not counted, as their dates do not tell one unit.
    pub wider: usize,
    highest: u32,
}

impl Bins {
    /// The bin of a quarter or year; `None` where there are no meetings in it.
    pub fn get(&self, index: i32) -> Option<&Bin> {
        let found = self.bins.binary_search_by_key(&index, |bin| bin.index).ok()?;
        self.bins.get(found)
    }

    /// The most meetings in one of them.
    pub fn highest(&self) -> u32 {
        self.highest
    }

    /// The bins from one unit to before another.
    pub fn range(&self, from: i32, to: i32) -> &[Bin] {
        let first = self.bins.partition_point(|bin| bin.index < from);
        let end = self.bins.partition_point(|bin| bin.index < to).max(first);
        self.bins.get(first..end).unwrap_or_default()
    }
}

/// The longest gaps between meetings of a kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KindGaps {
    /// Which kind; none for all together.
    pub kind: Option<KindIx>,
    /// How many meetings there are.
    pub meetings: usize,
    /// The last of them: nothing says how long it is since.
    pub last: Option<EventIx>,
    /// The longest gaps, the longest first.
    pub gaps: Vec<Silence>,
}

/// How often they met, and how long they did not, in the meetings that match.
#[derive(Clone, Debug)]
pub struct Cadence {
    /// The kinds that occur, in the order of their lanes.
    pub kinds: Vec<KindIx>,
    /// How many meetings there are.
    pub meetings: usize,
    /// How many there are in the dataset, whatever the filter hides.
    pub total: usize,
    /// The longest gaps: first of all kinds together, then of each kind.
    pub gaps: Vec<KindGaps>,
    years: Bins,
    quarters: Bins,
    stamp: u64,
}

impl Cadence {
    /// Counts the meetings that match. To be called on a worker thread; `None` where
    /// it was cancelled.
    pub fn new(
        document: &Document,
        matches: &EventSet,
        cancelled: &dyn Fn() -> bool,
    ) -> Option<Self> {
        let dataset = document.dataset();
        let kinds = kinds(dataset, matches, cancelled)?;
        let places: HashMap<KindIx, u32> =
            kinds.iter().enumerate().map(|(pos, kind)| (*kind, pos as u32)).collect();
        let (mut years, mut quarters) = (Counting::new(Unit::Year), Counting::new(Unit::Quarter));
        let mut series = vec![Series::default(); kinds.len() + 1];
        let mut meetings = 0;
        walk(dataset, cancelled, |ix, head| {
            let place = places.get(&head.kind).copied();
            let Some(place) = place.filter(|_| matches.contains(ix)) else { return };
            years.add(head.when, place);
            quarters.add(head.when, place);
            for pos in [0, place as usize + 1] {
                if let Some(series) = series.get_mut(pos) {
                    series.add(dataset, ix, meetings);
                }
            }
            meetings += 1;
        })?;
        let names = std::iter::once(None).chain(kinds.iter().copied().map(Some));
        let gaps = names.zip(series).map(|(kind, series)| series.finish(kind)).collect();
        Some(Self {
            kinds,
            meetings,
            total: dataset.events.len(),
            gaps,
            years: years.finish(),
            quarters: quarters.finish(),
            stamp: stamp(),
        })
    }

    /// The meetings by a unit.
    pub fn bins(&self, unit: Unit) -> &Bins {
        match unit {
            Unit::Year => &self.years,
            Unit::Quarter => &self.quarters,
        }
    }

    /// Differs for each cadence that is made: by it, what is remembered of it on the
    /// screen can tell that another one has come.
    pub fn stamp(&self) -> u64 {
        self.stamp
    }
}

/// The kinds of the meetings that match, in the order of their lanes.
fn kinds(
    dataset: &Dataset,
    matches: &EventSet,
    cancelled: &dyn Fn() -> bool,
) -> Option<Vec<KindIx>> {
    let mut occurs = vec![false; dataset.kinds.len()];
    walk(dataset, cancelled, |ix, head| {
        if let Some(slot) = occurs.get_mut(head.kind.pos()).filter(|_| matches.contains(ix)) {
            *slot = true;
        }
    })?;
    let kinds = occurs.iter().enumerate().filter(|(_, occurs)| **occurs);
    let mut kinds: Vec<KindIx> = kinds.map(|(pos, _)| KindIx::from_pos(pos)).collect();
    kinds.sort_by_key(|kind| (dataset.kinds.get(kind.pos()).map(|kind| kind.order), *kind));
    Some(kinds)
}

/// Meetings that are being counted by a unit.
struct Counting {
    unit: Unit,
    counts: BTreeMap<(i32, u32), u32>,
    wider: usize,
}

impl Counting {
    fn new(unit: Unit) -> Self {
        Self { unit, counts: BTreeMap::new(), wider: 0 }
    }

    fn add(&mut self, when: &When, kind: u32) {
        match self.unit.index_for(when) {
            Some(index) => *self.counts.entry((index, kind)).or_default() += 1,
            None => self.wider += 1,
        }
    }

    fn finish(self) -> Bins {
        let mut bins: Vec<Bin> = Vec::new();
        for ((index, kind), count) in self.counts {
            match bins.last_mut().filter(|bin| bin.index == index) {
                Some(bin) => {
                    bin.counts.push((kind, count));
                    bin.total += count;
                }
                None => bins.push(Bin { index, counts: vec![(kind, count)], total: count }),
            }
        }
        let highest = bins.iter().map(|bin| bin.total).max().unwrap_or(0);
        Bins { bins, wider: self.wider, highest }
    }
}

/// The meetings of a kind, one after another.
#[derive(Clone, Default)]
struct Series {
    silences: Silences,
    meetings: usize,
    last: Option<EventIx>,
    gaps: Vec<Silence>,
}

impl Series {
    fn add(&mut self, dataset: &Dataset, event: EventIx, among_all: usize) {
        self.meetings += 1;
        self.last = Some(event);
        self.gaps.extend(self.silences.next(dataset, event, among_all));
        // Twice as many as are kept, so that sorting is rare.
        if self.gaps.len() >= 2 * MOST_GAPS {
            self.keep_longest();
        }
    }

    fn keep_longest(&mut self) {
        let key =
            |gap: &Silence| (Reverse(gap.length.least), Reverse(gap.length.greatest), gap.pos);
        self.gaps.sort_by_key(key);
        self.gaps.truncate(MOST_GAPS);
    }

    fn finish(mut self, kind: Option<KindIx>) -> KindGaps {
        self.keep_longest();
        KindGaps { kind, meetings: self.meetings, last: self.last, gaps: self.gaps }
    }
}
