//! Which meetings stand in which lane, ready to be looked up by time.
//!
//! Built once for a dataset and a choice of lanes. What a frame asks of it takes
//! binary searches, and looks at no more than a bounded number of meetings.

use std::collections::HashMap;

use rayon::prelude::*;

use super::peak::Peaks;
use super::scene::Members;
use crate::date::Span;
use crate::lang::{self, Language};
use crate::model::{Dataset, EventHead, EventIx, KindIx, PlaceClass};
use crate::tr;

/// What lanes stand for.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize,
)]
pub enum LaneChoice {
    /// A lane for each kind of meeting.
    #[default]
    Kind,
    /// A lane for each group of issues; a meeting stands in each lane of which it
    /// had an issue.
    IssueGroup,
    /// A lane for each side as host, one for third countries, one for no country.
    Place,
    /// One lane for all.
    Packed,
}

/// The most lanes that are drawn. What is beyond shares the last.
pub const MAX_LANES: usize = 20;

/// The most meetings of a length that a frame looks at for those that reach in.
const MAX_LOOKED_AT: usize = 2_000;

/// The middle of some days, in half days: their first and last day together. No day is
/// further than ten thousand years from the first of all. Half the memory of a fraction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Middle(i32);

impl Middle {
    /// The middle of some days.
    pub fn of(span: Span) -> Self {
        Self(span.start.saturating_add(span.end))
    }

    /// As a day, with fractions.
    pub fn day(self) -> f64 {
        f64::from(self.0) / 2.0
    }
}

/// One lane.
#[derive(Clone, Debug)]
pub struct Lane {
    /// Its name; empty for the only lane.
    pub label: String,
    /// Its meetings by anchor.
    events: Vec<EventIx>,
    anchors: Vec<Middle>,
    peaks: Peaks,
    long: Vec<LengthClass>,
}

/// The meetings of a lane whose days number from a power of two to below the next.
/// What overlaps a view is then found by the first days alone.
#[derive(Clone, Debug)]
struct LengthClass {
    longest: i32,
    /// By first day. Their days stand here too: a frame looks at many of them.
    stretches: Vec<Stretch>,
}

/// The days of a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Stretch {
    start: i32,
    /// Its position in the lane.
    pos: u32,
    end: i32,
}

impl Lane {
    fn new(label: String, events: Vec<EventIx>, dataset: &Dataset) -> Self {
        let span = |ix: EventIx| dataset.events.span(ix).unwrap_or(Span { start: 0, end: 0 });
        // The days first: to look them up at each comparison takes most of the time.
        let mut keys: Vec<(i64, EventIx, Span)> = events
            .par_iter()
            .map(|ix| {
                let span = span(*ix);
                (i64::from(span.start) + i64::from(span.end), *ix, span)
            })
            .collect();
        keys.par_sort_unstable();
        let anchors = keys.iter().map(|(_, _, span)| Middle::of(*span)).collect();
        let weights = keys.par_iter().map(|(_, ix, _)| dataset.importance(*ix));
        let peaks = Peaks::new(weights.collect());
        let mut classes: HashMap<u32, LengthClass> = HashMap::new();
        for (pos, (_, _, span)) in keys.iter().enumerate() {
            let days = span.end - span.start;
            if days > 1 {
                let class = classes
                    .entry(days.ilog2())
                    .or_insert_with(|| LengthClass { longest: 0, stretches: Vec::new() });
                class.longest = class.longest.max(days);
                class.stretches.push(Stretch { start: span.start, pos: pos as u32, end: span.end });
            }
        }
        let mut long: Vec<LengthClass> = classes.into_values().collect();
        long.sort_by_key(|class| class.longest);
        for class in &mut long {
            class.stretches.sort_unstable();
        }
        let events = keys.into_iter().map(|(_, ix, _)| ix).collect();
        Self { label, events, anchors, peaks, long }
    }

    /// How many meetings it holds.
    pub fn len(&self) -> usize {
        self.events.len()
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.events.is_empty()
    }

    /// The meeting at a position.
    pub fn event(&self, pos: usize) -> Option<EventIx> {
        self.events.get(pos).copied()
    }

    /// The meetings from one position to before another, by anchor.
    pub fn range(&self, first: usize, end: usize) -> &[EventIx] {
        self.events.get(first..end).unwrap_or_default()
    }

    /// The anchor at a position: the day in the middle of the meeting.
    pub fn anchor(&self, pos: usize) -> Option<f64> {
        self.anchors.get(pos).map(|anchor| anchor.day())
    }

    /// The position of a meeting whose middle lies on a day.
    pub fn position(&self, event: EventIx, middle: f64) -> Option<usize> {
        let first = self.lower_bound(middle);
        let same_day = self.anchors.get(first..)?.partition_point(|anchor| anchor.day() <= middle);
        // Meetings of one middle stand in the order of the file.
        let found = self.range(first, first + same_day).binary_search(&event).ok()?;
        Some(first + found)
    }

    /// The first position whose anchor is not before a day.
    pub fn lower_bound(&self, day: f64) -> usize {
        self.anchors.partition_point(|anchor| anchor.day() < day)
    }

    /// The importance of the meeting at a position.
    pub(super) fn importance(&self, pos: usize) -> u32 {
        self.peaks.weight(pos)
    }

    /// The most important of the members of a mark.
    pub(super) fn most_important(&self, members: &Members) -> Option<EventIx> {
        let range = members.range();
        let of_range = self.peaks.highest(range.start, range.end);
        let all = of_range.into_iter().chain(members.others());
        self.event(all.max_by_key(|pos| self.importance(*pos))?)
    }

    /// Positions of meetings with more than `min_days` whose days overlap those
    /// from `start` to `end` while their anchor lies outside; at most `most`.
    pub fn reaching_in(&self, (start, end): (f64, f64), min_days: f64, most: usize) -> Vec<usize> {
        let mut found = Vec::new();
        for class in self.long.iter().rev() {
            if f64::from(class.longest) < min_days {
                break;
            }
            let from = start - f64::from(class.longest);
            let first = class.stretches.partition_point(|one| f64::from(one.start) < from);
            let candidates = class.stretches.get(first..).unwrap_or_default();
            for stretch in candidates.iter().take(MAX_LOOKED_AT) {
                let (first_day, end_day) = (f64::from(stretch.start), f64::from(stretch.end));
                if first_day >= end || found.len() >= most {
                    break;
                }
                let anchor = f64::midpoint(first_day, end_day);
                let reaches = end_day > start && end_day - first_day > min_days;
                if reaches && (anchor < start || anchor >= end) {
                    found.push(stretch.pos as usize);
                }
            }
        }
        found
    }
}

/// The day in the middle of a meeting, with fractions.
pub fn anchor_of(event: &EventHead) -> f64 {
    Middle::of(event.when.span()).day()
}

/// The lanes of a dataset, for one choice.
#[derive(Clone, Debug)]
pub struct Lanes {
    /// What they stand for.
    pub choice: LaneChoice,
    /// The language of their names.
    pub language: Language,
    /// From top to bottom; never empty.
    pub lanes: Vec<Lane>,
}

impl Lanes {
    /// The lanes of all meetings of a dataset.
    pub fn new(dataset: &Dataset, choice: LaneChoice) -> Self {
        let language = lang::current();
        let named = match choice {
            LaneChoice::Kind => by_kind(dataset),
            LaneChoice::IssueGroup => by_issue_group(dataset),
            LaneChoice::Place => by_place(dataset),
            LaneChoice::Packed => Vec::new(),
        };
        let mut named = join_rest(named);
        if named.is_empty() {
            let all = (0..dataset.events.len()).map(EventIx::from_pos).collect();
            named.push((String::new(), all));
        }
        let lanes = named
            .into_par_iter()
            .map(|(label, events)| Lane::new(label, events, dataset))
            .collect();
        Self { choice, language, lanes }
    }
}

type Named = Vec<(String, Vec<EventIx>)>;

fn by_kind(dataset: &Dataset) -> Named {
    let mut events: Vec<Vec<EventIx>> = vec![Vec::new(); dataset.kinds.len()];
    for ix in (0..dataset.events.len()).map(EventIx::from_pos) {
        let kind = dataset.events.kind(ix);
        if let Some(lane) = kind.and_then(|kind| events.get_mut(kind.pos())) {
            lane.push(ix);
        }
    }
    let mut kinds: Vec<KindIx> = (0..dataset.kinds.len()).map(KindIx::from_pos).collect();
    kinds.sort_by_key(|kind| dataset.kinds.get(kind.pos()).map(|kind| kind.order));
    kinds
        .into_iter()
        .filter_map(|kind| {
            let label = dataset.kinds.get(kind.pos())?.label().to_owned();
            Some((label, std::mem::take(events.get_mut(kind.pos())?)))
        })
        .filter(|(_, events)| !events.is_empty())
        .collect()
}

fn by_issue_group(dataset: &Dataset) -> Named {
    let mut named: Named = Vec::new();
    let mut lane_of_group: HashMap<&str, usize> = HashMap::new();
    // Groups in the order of the file's issues, not of the meetings.
    let lane_of_issue: Vec<Option<usize>> = dataset
        .issues
        .iter()
        .map(|issue| {
            let group = issue.group.as_deref()?;
            Some(*lane_of_group.entry(group).or_insert_with(|| {
                named.push((group.to_owned(), Vec::new()));
                named.len() - 1
            }))
        })
        .collect();
    let (mut ungrouped, mut without) = (Vec::new(), Vec::new());
    for (pos, event) in dataset.events.iter().enumerate() {
        let ix = EventIx::from_pos(pos);
        if event.issues.is_empty() {
            without.push(ix);
        }
        for raised in &event.issues {
            let lane = lane_of_issue.get(raised.issue.pos()).copied().flatten();
            let lane = match lane.and_then(|lane| named.get_mut(lane)) {
                Some((_, lane)) => lane,
                None => &mut ungrouped,
            };
            if lane.last() != Some(&ix) {
                lane.push(ix);
            }
        }
    }
    named.push((tr!("timeline-other-issues").to_owned(), ungrouped));
    named.push((tr!("timeline-no-issue").to_owned(), without));
    named.retain(|(_, events)| !events.is_empty());
    for (_, events) in &mut named {
        // Two issues of one group with another group's between them.
        events.sort_unstable();
        events.dedup();
    }
    named
}

fn by_place(dataset: &Dataset) -> Named {
    let mut named: Named = dataset
        .sides
        .iter()
        .map(|side| {
            let side = with_article(side.shown_name());
            (tr!("timeline-in-side", side = side), Vec::new())
        })
        .collect();
    let (mut elsewhere, mut nowhere) = (Vec::new(), Vec::new());
    for (pos, event) in dataset.events.iter().enumerate() {
        let lane = match dataset.place_class(&event) {
            PlaceClass::HomeOf(side) => named.get_mut(side.pos()).map(|(_, lane)| lane),
            PlaceClass::Elsewhere => Some(&mut elsewhere),
            PlaceClass::NoCountry => Some(&mut nowhere),
        };
        if let Some(lane) = lane {
            lane.push(EventIx::from_pos(pos));
        }
    }
    named.push((tr!("timeline-elsewhere").to_owned(), elsewhere));
    named.push((tr!("timeline-no-country").to_owned(), nowhere));
    named.retain(|(_, events)| !events.is_empty());
    named
}

/// "the United States", but "China".
fn with_article(name: &str) -> String {
    if name.starts_with("United ") { format!("the {name}") } else { name.to_owned() }
}

/// Keeps the first lanes, and joins the others into one.
fn join_rest(mut named: Named) -> Named {
    if named.len() > MAX_LANES {
        let rest = named.split_off(MAX_LANES - 1);
        let label = tr!("timeline-other-lanes", count = rest.len());
        let mut events: Vec<EventIx> = rest.into_iter().flat_map(|(_, events)| events).collect();
        events.sort_unstable();
        events.dedup();
        named.push((label, events));
    }
    named
}
