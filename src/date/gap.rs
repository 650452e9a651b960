//! How long it is from one meeting to another, never more precise than their dates.

use jiff::Unit;

use super::words::length_words;
use super::{Date, Day, Precision, Qualifier, When, gap_words};
use crate::tr;

/// How far days, months and years differ from their mean lengths by the calendar.
const SLACK: f64 = 2.0;
const MONTH: f64 = 365.2425 / 12.0;
const YEAR: f64 = 365.2425;

/// What lies between two meetings: from the last day of the earlier one to the first
/// day of the later one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Between {
    /// How many days it is at least.
    pub least: i32,
    /// How many days it is at most.
    pub greatest: i32,
    /// Whether both ends are known to the day.
    pub is_exact: bool,
    /// How long that is: "2 years 5 months", "about 2 years", "between 6 and 7 months".
    pub words: String,
}

/// What lies between two meetings. `None` where it is not certain that there is a day
/// between them, and where an end that this hangs on is open or unknown.
pub fn between(earlier: &When, later: &When) -> Option<Between> {
    let (from, to) = end_of(earlier).zip(later.start().date())?;
    let (least, greatest) = bounds(from, to);
    if least <= 0 {
        return None;
    }
    let is_exact = is_exact_day(from) && is_exact_day(to);
    let words = if is_exact {
        gap_words(from.span().start, to.span().start)
    } else {
        vague_words(least, greatest)
    };
    Some(Between { least, greatest, is_exact, words })
}

/// From the last day of the earlier to the first of the later: "883 days (2 years
/// 5 months) earlier" where both are known to the day, else "about 2 years later"
/// or "between 1 day and 2 years later".
///
/// `is_before` says that `other` is the earlier one. Empty where an end that this
/// hangs on is open or unknown, and where nothing can be said of so vague dates.
pub fn gap(here: &When, other: &When, is_before: bool) -> String {
    let (earlier, later) = if is_before { (other, here) } else { (here, other) };
    if let Some(between) = between(earlier, later) {
        let days = Length { count: between.least.into(), unit: Unit::Day }.words();
        let gap = if between.is_exact && between.words != days {
            tr!("date-gap-in-days", days = days, gap = between.words)
        } else {
            between.words
        };
        return if is_before {
            tr!("date-gap-earlier", gap = gap)
        } else {
            tr!("date-gap-later", gap = gap)
        };
    }
    let Some((from, to)) = end_of(earlier).zip(later.start().date()) else {
        return String::new();
    };
    if is_exact_day(from) && is_exact_day(to) {
        let is_same = earlier.span().start == later.span().start;
        let words = if is_same { tr!("date-gap-none") } else { tr!("date-gap-overlapping") };
        return words.to_owned();
    }
    // Which of them was first is not even known.
    let is_close = f64::from(bounds(from, to).1) <= YEAR;
    if is_close { tr!("date-gap-close").to_owned() } else { String::new() }
}

/// The days between two dates: at least and at most.
fn bounds(from: Date, to: Date) -> (Day, Day) {
    let least = to.span().start.saturating_sub(from.span().end - 1);
    (least, (to.span().end - 1).saturating_sub(from.span().start))
}

fn vague_words(least: Day, greatest: Day) -> String {
    let (about_least, about_greatest) = (Length::about(least), Length::about(greatest));
    if about_least == about_greatest {
        return tr!("date-gap-about", gap = about_least.words());
    }
    let (least, greatest) = (Length::at_least(least), Length::at_most(greatest));
    if least.unit != greatest.unit {
        return tr!("date-gap-between", least = least.words(), greatest = greatest.words());
    }
    let (least, greatest, unit) = (least.count, greatest.count, least.unit);
    match unit {
        Unit::Year => tr!("date-gap-between-years", least = least, greatest = greatest),
        Unit::Month => tr!("date-gap-between-months", least = least, greatest = greatest),
        _ => tr!("date-gap-between-days", least = least, greatest = greatest),
    }
}

/// The date that a meeting ends with.
fn end_of(when: &When) -> Option<Date> {
    match when.end() {
        Some(end) => end.date(),
        None => when.start().date(),
    }
}

fn is_exact_day(date: Date) -> bool {
    date.precision() == Precision::Day && date.qualifier() == Qualifier::Exact
}

/// A length of time in one unit: days, months or years.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Length {
    count: i64,
    unit: Unit,
}

impl Length {
    fn about(days: Day) -> Self {
        Self::of(days.into(), 0.0, f64::round)
    }

    fn at_least(days: Day) -> Self {
        Self::of(days.into(), SLACK, f64::floor)
    }

    fn at_most(days: Day) -> Self {
        Self::of(days.into(), -SLACK, f64::ceil)
    }

    /// In the largest unit of which it holds a whole one.
    fn of(days: f64, shift: f64, round: fn(f64) -> f64) -> Self {
        let in_unit = |unit: f64| round((days + shift) / unit) as i64;
        if days + SLACK >= YEAR || in_unit(MONTH) >= 12 {
            Self { count: in_unit(YEAR).max(1), unit: Unit::Year }
        } else if days + SLACK >= MONTH {
            Self { count: in_unit(MONTH).max(1), unit: Unit::Month }
        } else {
            Self { count: days as i64, unit: Unit::Day }
        }
    }

    fn words(self) -> String {
        length_words(self.count, self.unit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn later(earlier: &str, later: &str) -> String {
        let when = |text: &str| When::parse_start(text).expect("a date");
        let (earlier, later) = (when(earlier), when(later));
        let text = gap(&earlier, &later, false);
        assert_eq!(gap(&later, &earlier, true), text.replace("later", "earlier"));
        text
    }

    #[test]
    fn exact_days_are_counted() {
        assert_eq!(later("2021-03-18", "2021-03-30"), "12 days later");
        assert_eq!(later("2021-03-18/2021-03-19", "2021-03-20"), "1 day later");
        assert_eq!(later("2020-01-01", "2022-06-02"), "883 days (2 years 5 months) later");
        assert_eq!(later("2021-02-01", "2021-03-01"), "28 days (1 month) later");
        assert_eq!(later("2021-03-18", "2021-03-18"), "the same day");
        assert_eq!(later("2021-03-18/2021-03-20", "2021-03-19"), "overlapping");
    }

    #[test]
    fn imprecise_dates_have_no_precise_gaps() {
        assert_eq!(later("1972", "1973"), "between 1 day and 2 years later");
        assert_eq!(later("1972-03", "1974-03"), "about 2 years later");
        assert_eq!(later("1972", "1975"), "between 2 and 4 years later");
        assert_eq!(later("1972-01-31", "1972-02"), "between 1 day and 1 month later");
        assert_eq!(later("1972-01-31", "1972-02-12~"), "about 12 days later");
        assert_eq!(later("1970-03-01", "1972-03-02?"), "about 2 years later");
        assert_eq!(later("1979-08", "1980-01-06"), "between 4 and 6 months later");
        assert_eq!(later("1972", "1972-05-03"), "around the same time");
        assert_eq!(later("196X", "1961"), "");
    }

    #[test]
    fn what_lies_between_is_worded_without_a_direction() {
        let between = |earlier: &str, later: &str| {
            let when = |text: &str| When::parse_start(text).expect("a date");
            between(&when(earlier), &when(later)).map(|it| (it.least, it.greatest, it.words))
        };
        let words = |text: &str| text.to_owned();
        assert_eq!(
            between("2020-01-01", "2022-06-02"),
            Some((883, 883, words("2 years 5 months")))
        );
        assert_eq!(between("1972", "1975"), Some((731, 1460, words("between 2 and 4 years"))));
        assert_eq!(between("1972", "1972-05-03"), None);
        assert_eq!(between("2012/..", "2014-01-01"), None);
    }

    #[test]
    fn of_an_end_that_is_open_or_unknown_nothing_is_said() {
        assert_eq!(later("2012/..", "2014-01-01"), "");
        assert_eq!(later("2012/", "2014-01-01"), "");
        assert_eq!(later("2012-01-01", "../2014-01-01"), "");
        assert_eq!(later("../2012-01-01", "2012-01-13/.."), "12 days later");
    }
}
