//! How often they met: meetings by quarter and year and by kind, and the longest
//! stretches without any.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use super::silence::{Silence, Silences};
use super::walk::{stamp, walk};
use crate::date::{Day, Span, When, day_from_ymd, year_words, ymd_from_day};
use crate::load::Document;
use crate::model::{Dataset, EventIx, EventSet, KindIx};

/// How many of the longest gaps are kept of each kind, and of all together.
pub const MOST_GAPS: usize = 20;

/// A unit in which meetings are counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Unit {
    /// A calendar year.
    #[default]
    Year,
    /// A quarter of a calendar year.
    Quarter,
}

impl Unit {
    /// The unit in one word.
    pub fn label(self) -> &'static str {
        match self {
            Self::Year => "year",
            Self::Quarter => "quarter",
        }
    }

    /// How many make a year.
    fn per_year(self) -> i32 {
        match self {
            Self::Year => 1,
            Self::Quarter => 4,
        }
    }

    /// The unit in which a day lies, counted from the year 0.
    pub fn index_of(self, day: Day) -> i32 {
        let (year, month, _) = ymd_from_day(day);
        let months = 12 / self.per_year();
        i32::from(year) * self.per_year() + i32::from(month - 1) / months
    }

    /// The first day of a unit; `None` beyond the calendar.
    pub fn start_of(self, index: i32) -> Option<Day> {
        let (year, part) = (index.div_euclid(self.per_year()), index.rem_euclid(self.per_year()));
        let month = part * (12 / self.per_year()) + 1;
        day_from_ymd(i16::try_from(year).ok()?, i8::try_from(month).ok()?, 1)
    }

    /// The days of a unit.
    pub fn span_of(self, index: i32) -> Option<Span> {
        let start = self.start_of(index)?;
        // The calendar's last unit has none after it.
        let end = self.start_of(index + 1).unwrap_or(crate::date::DAY_MAX + 1);
        Some(Span { start, end })
    }

    /// A unit's name: "2021", "January–March 2021".
    pub fn words(self, index: i32) -> String {
        let year = year_words(index.div_euclid(self.per_year()));
        match self {
            Self::Year => year,
            Self::Quarter => {
                let quarters =
                    ["January–March", "April–June", "July–September", "October–December"];
                let quarter = quarters.get(index.rem_euclid(4) as usize).copied();
                format!("{} {year}", quarter.unwrap_or_default())
            }
        }
    }

    /// The unit in which a meeting is counted. One on known days counts where their
    /// middle lies, unless it took longer than a unit; one whose date is vague only
    /// where all of its date lies within one.
    fn index_for(self, when: &When) -> Option<i32> {
        let span = when.span();
        let longest = 366 / self.per_year() + 1;
        if span.len() > longest || when.open_end() || when.open_start() {
            return None;
        }
        let (first, last) = (self.index_of(span.start), self.index_of(span.end - 1));
        if first != last && !when.is_exact_days() {
            return None;
        }
        Some(self.index_of(span.start + span.len() / 2))
    }
}

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
}

impl Bins {
    /// The bin of a quarter or year; `None` where there are no meetings in it.
    pub fn get(&self, index: i32) -> Option<&Bin> {
        let found = self.bins.binary_search_by_key(&index, |bin| bin.index).ok()?;
        self.bins.get(found)
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
            years.add(&head.when, place);
            quarters.add(&head.when, place);
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
        Bins { bins, wider: self.wider }
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
