//! The columns, and which meetings stand in each.

use std::collections::BTreeMap;
use std::ops::Range;

use super::{CHECK, MOST_SIDES, MatrixColumns};
use crate::date::{Bound, Day, Precision, Qualifier, When, year_words, ymd_from_day};
use crate::model::{Dataset, EventIx, Side, SideIx};
use crate::tr;

/// What a column stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ColumnKey {
    /// One meeting.
    Meeting(EventIx),
    /// The meetings of one year.
    Year(i32),
    /// The meetings of which the date does not tell the year.
    YearUnknown,
    /// The meetings of one period, by its position in the dataset.
    Period(usize),
    /// The meetings in no one period of the group's side.
    NoPeriod,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatrixColumn {
    /// What it stands for.
    pub key: ColumnKey,
    /// Where its meetings stand; see [`Matrix::meetings_of`](super::Matrix::meetings_of).
    pub(super) members: Range<usize>,
}

/// Neighbouring columns under one heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatrixGroup {
    /// The heading.
    pub label: String,
    /// Whose periods these are; none where they are of no side, or of all sides that are
    /// too many to have a group each.
    pub side: Option<SideIx>,
    /// The columns.
    pub columns: Range<usize>,
}

/// The columns with their meetings and headings.
#[derive(Debug, Default)]
pub(super) struct Arranged {
    pub columns: Vec<MatrixColumn>,
    pub groups: Vec<MatrixGroup>,
    pub members: Vec<EventIx>,
}

impl Arranged {
    fn add(&mut self, key: ColumnKey, members: impl IntoIterator<Item = EventIx>) {
        let start = self.members.len();
        self.members.extend(members);
        self.columns.push(MatrixColumn { key, members: start..self.members.len() });
    }

    /// Puts the last column under a heading, its neighbour's if that is the same.
    fn under(&mut self, label: String, side: Option<SideIx>) {
        let end = self.columns.len();
        match self.groups.last_mut() {
            Some(last) if last.label == label && last.side == side => last.columns.end = end,
            _ => self.groups.push(MatrixGroup { label, side, columns: end - 1..end }),
        }
    }
}

/// Arranges meetings, given in the order of time. `None` if it was cancelled.
pub(super) fn arrange(
    dataset: &Dataset,
    order: &[EventIx],
    columns: MatrixColumns,
    cancelled: &dyn Fn() -> bool,
) -> Option<Arranged> {
    match columns {
        MatrixColumns::Meetings => meetings(dataset, order, cancelled),
        MatrixColumns::Years => years(dataset, order, cancelled),
        MatrixColumns::Periods => periods(dataset, order, cancelled),
    }
}

fn meetings(
    dataset: &Dataset,
    order: &[EventIx],
    cancelled: &dyn Fn() -> bool,
) -> Option<Arranged> {
    let mut arranged = Arranged::default();
    for (number, ix) in order.iter().enumerate() {
        if number % CHECK == 0 && cancelled() {
            return None;
        }
        arranged.add(ColumnKey::Meeting(*ix), [*ix]);
        let year = dataset.event(*ix).and_then(|head| year_of(head.when));
        arranged
            .under(year.map_or_else(|| tr!("matrix-year-unknown").to_owned(), year_words), None);
    }
    Some(arranged)
}

fn years(dataset: &Dataset, order: &[EventIx], cancelled: &dyn Fn() -> bool) -> Option<Arranged> {
    let mut years: BTreeMap<i32, Vec<EventIx>> = BTreeMap::new();
    let mut unknown = Vec::new();
    for (number, ix) in order.iter().enumerate() {
        if number % CHECK == 0 && cancelled() {
            return None;
        }
        match dataset.event(*ix).and_then(|head| year_of(head.when)) {
            Some(year) => years.entry(year).or_default().push(*ix),
            None => unknown.push(*ix),
        }
    }
    let mut arranged = Arranged::default();
    for (year, members) in years {
        arranged.add(ColumnKey::Year(year), members);
        arranged.under(decade_words(year), None);
    }
    if !unknown.is_empty() {
        arranged.add(ColumnKey::YearUnknown, unknown);
        arranged.under(String::new(), None);
    }
    Some(arranged)
}

/// "1970s"; of years before the common era, nothing that people would know.
fn decade_words(year: i32) -> String {
    if year < 100 {
        String::new()
    } else {
        tr!("matrix-decade", year = (year - year % 10).to_string())
    }
}

/// The year that a date tells: that in which the meeting began, unless it may have begun
/// in another one, or its date is wider than a year.
pub(super) fn year_of(when: &When) -> Option<i32> {
    /// The days of the longest year.
    const YEAR: i32 = 366;
    let Bound::Date(start) = when.start() else { return None };
    let is_vague = matches!(
        start.precision(),
        Precision::Year | Precision::MonthUnspecified | Precision::DayUnspecified
    ) && start.qualifier() != Qualifier::Exact
        && start.span().len() >= YEAR - 1;
    let (first, last) = (year_at(start.span().start), year_at(start.span().end - 1));
    (!is_vague && first == last && when.span().len() <= YEAR).then_some(first)
}

fn year_at(day: Day) -> i32 {
    ymd_from_day(day).0.into()
}

/// A period of a group, from its first day to the day after its last.
struct Stretch {
    start: Day,
    end: Day,
    period: usize,
}

fn periods(dataset: &Dataset, order: &[EventIx], cancelled: &dyn Fn() -> bool) -> Option<Arranged> {
    let mut arranged = Arranged::default();
    for (side, stretches) in stretches(dataset) {
        let mut members: Vec<Vec<EventIx>> = stretches.iter().map(|_| Vec::new()).collect();
        let mut outside = Vec::new();
        for (number, ix) in order.iter().enumerate() {
            if number % CHECK == 0 && cancelled() {
                return None;
            }
            let Some(head) = dataset.event(*ix) else { continue };
            let list = place_in(&stretches, head.when).and_then(|place| members.get_mut(place));
            list.unwrap_or(&mut outside).push(*ix);
        }
        let side_here = side.and_then(|side| dataset.sides.get(side.pos()));
        let name = side_here.map_or_else(|| tr!("matrix-other-periods"), Side::shown_name);
        let label = name.to_owned();
        for (stretch, members) in stretches.iter().zip(members) {
            arranged.add(ColumnKey::Period(stretch.period), members);
            arranged.under(label.clone(), side);
        }
        if !outside.is_empty() {
            arranged.add(ColumnKey::NoPeriod, outside);
            arranged.under(label, side);
        }
    }
    Some(arranged)
}

/// The periods by side, in the order of time: of the first sides that have some, and of
/// all others together. Each of these groups holds each meeting once.
fn stretches(dataset: &Dataset) -> Vec<(Option<SideIx>, Vec<Stretch>)> {
    let mut sides: Vec<SideIx> = dataset.periods.iter().filter_map(|one| one.side).collect();
    sides.sort_unstable();
    sides.dedup();
    sides.truncate(MOST_SIDES);
    let mut groups: Vec<(Option<SideIx>, Vec<Stretch>)> =
        sides.iter().copied().map(Some).chain([None]).map(|side| (side, Vec::new())).collect();
    for (period, entry) in dataset.periods.iter().enumerate() {
        let span = entry.when.span();
        let start = if entry.when.open_start() { Day::MIN } else { span.start };
        let end = if entry.when.open_end() { Day::MAX } else { span.end };
        let group = entry.side.and_then(|side| sides.binary_search(&side).ok());
        if let Some((_, list)) = groups.get_mut(group.unwrap_or(sides.len())) {
            list.push(Stretch { start, end, period });
        }
    }
    groups.retain(|(_, stretches)| !stretches.is_empty());
    for (_, stretches) in &mut groups {
        stretches.sort_by_key(|stretch| (stretch.start, stretch.end));
    }
    groups
}

/// The last period that has all days of a date. Looks at few: periods of one side hardly
/// overlap.
fn place_in(stretches: &[Stretch], when: &When) -> Option<usize> {
    /// A file may have any number of periods that overlap.
    const MOST: usize = 64;
    if when.open_start() {
        return None;
    }
    let span = when.span();
    let after = stretches.partition_point(|stretch| stretch.start <= span.start);
    let earlier = stretches.get(..after)?.iter().enumerate().rev().take(MOST);
    let mut holding = earlier.filter(|(_, stretch)| span.end <= stretch.end);
    holding.next().map(|(place, _)| place)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn year(text: &str) -> Option<i32> {
        year_of(&When::parse_start(text).expect("a date of the test"))
    }

    #[test]
    fn a_date_that_tells_the_year_stands_in_it() {
        for text in ["2021-03-18", "2021-03", "2021", "2021-21", "2021-XX-XX", "2021-03~"] {
            assert_eq!(year(text), Some(2021), "{text}");
        }
        assert_eq!(year("2020-12-30/2021-01-02"), Some(2020));
        assert_eq!(year("2021/.."), Some(2021));
    }

    #[test]
    fn a_date_that_does_not_tell_the_year_stands_in_none() {
        for text in ["202X", "20XX", "2020/2022", "2021~", "2021?", "../2021-03-18", "/2021"] {
            assert_eq!(year(text), None, "{text}");
        }
    }
}
