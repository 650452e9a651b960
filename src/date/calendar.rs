//! Numbered days and the proleptic Gregorian calendar, which is jiff's.

use jiff::SignedDuration;
use jiff::civil;

use super::Span;

/// A civil day: the days since 1970-01-01, proleptic Gregorian.
pub type Day = i32;

/// The first day that can be named: 1 January of the year −9999.
pub const DAY_MIN: Day = -4_371_587;

/// The last day that can be named: 31 December of the year 9999.
pub const DAY_MAX: Day = 2_932_896;

const EPOCH: civil::Date = civil::date(1970, 1, 1);

/// The day of an astronomical year, a month and a day of the month; none where there is no such day.
pub fn day_from_ymd(year: i16, month: i8, day: i8) -> Option<Day> {
    civil::Date::new(year, month, day).ok().map(day_from_civil)
}

/// Astronomical year, month and day of the month, clamped to [`DAY_MIN`] and [`DAY_MAX`].
pub fn ymd_from_day(day: Day) -> (i16, i8, i8) {
    let date = civil_from_day(day);
    (date.year(), date.month(), date.day())
}

/// The same as jiff's type, clamped likewise.
pub(super) fn civil_from_day(day: Day) -> civil::Date {
    let hours = i64::from(day.clamp(DAY_MIN, DAY_MAX)) * 24;
    // Never fails: the clamped range is exactly that of `civil::Date`.
    EPOCH.checked_add(SignedDuration::from_hours(hours)).unwrap_or(EPOCH)
}

fn day_from_civil(date: civil::Date) -> Day {
    // At most 24 × 4.4 million hours: no loss.
    (date.duration_since(EPOCH).as_hours() / 24) as Day
}

/// How many days a month has; 0 where there is no such month.
pub(super) fn days_in_month(year: i16, month: i8) -> i8 {
    civil::Date::new(year, month, 1).map_or(0, civil::Date::days_in_month)
}

/// All days of the months `first` to `last` of one year.
pub(super) fn months_span(year: i16, first: i8, last: i8) -> Option<Span> {
    let start = day_from_ymd(year, first, 1)?;
    let end = day_from_ymd(year, last, days_in_month(year, last))? + 1;
    Some(Span { start, end })
}

/// All days of the years `first` to `last`.
pub(super) fn years_span(first: i16, last: i16) -> Option<Span> {
    Some(Span { start: day_from_ymd(first, 1, 1)?, end: day_from_ymd(last, 12, 31)? + 1 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_and_last_day_are_those_of_the_calendar() {
        assert_eq!(day_from_ymd(-9999, 1, 1), Some(DAY_MIN));
        assert_eq!(day_from_ymd(9999, 12, 31), Some(DAY_MAX));
        assert_eq!(ymd_from_day(DAY_MIN), (-9999, 1, 1));
        assert_eq!(ymd_from_day(DAY_MAX), (9999, 12, 31));
    }

    #[test]
    fn days_beyond_are_clamped() {
        assert_eq!(ymd_from_day(i32::MIN), (-9999, 1, 1));
        assert_eq!(ymd_from_day(i32::MAX), (9999, 12, 31));
    }

    #[test]
    fn known_days() {
        assert_eq!(day_from_ymd(1970, 1, 1), Some(0));
        assert_eq!(day_from_ymd(1969, 12, 31), Some(-1));
        assert_eq!(day_from_ymd(2000, 3, 1), Some(11_017));
        assert_eq!(day_from_ymd(0, 1, 1), Some(-719_528));
        assert_eq!(day_from_ymd(2021, 2, 29), None);
        assert_eq!(day_from_ymd(2021, 13, 1), None);
    }

    #[test]
    fn months_and_years_take_their_whole_length() {
        assert_eq!(months_span(2024, 2, 2).map(|span| span.len()), Some(29));
        assert_eq!(months_span(2021, 13, 13), None);
        assert_eq!(years_span(1900, 1999).map(|span| span.len()), Some(36_524));
    }
}
