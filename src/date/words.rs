//! Dates as people read them, by the rules of a language, and never more precise than they are
//! written. What stands where in a date is the matter of the messages; what is said is decided here.

use jiff::Unit;

use super::calendar::civil_from_day;
use super::edtf::{Form, Season};
use super::{Bound, Date, Day, Precision, Qualifier, TimeOfDay, When, Zone, ymd_from_day};
use crate::lang::{self, Language};
use crate::{tr, tr_in};

/// A year alone, as on an axis, from an astronomical one: 1972 is "1972", 0 is "1 BCE", −43 is "44
/// BCE". The first 99 years carry a "CE", without which "January 1" would read as a day.
pub fn year_words(year: i32) -> String {
    year_words_in(lang::current(), year)
}

fn year_words_in(language: Language, year: i32) -> String {
    match year {
        ..=0 => tr_in!(language, "date-year-bce", year = year_before_era(year)),
        1..=99 => tr_in!(language, "date-year-ce", year = year.to_string()),
        _ => tr_in!(language, "date-year", year = year.to_string()),
    }
}

/// The number by which an astronomical year before the era is called.
fn year_before_era(year: i32) -> String {
    (1 - i64::from(year)).to_string()
}

/// A day: "18 March 2021".
pub fn day_words(day: Day) -> String {
    let (year, month, day) = ymd_from_day(day);
    day_of_month_words(lang::current(), year.into(), month, day)
}

fn day_of_month_words(language: Language, year: i32, month: i8, day: i8) -> String {
    let (month, year) = (month_name(language, month), year_words_in(language, year));
    tr_in!(language, "date-day", day = day, month = month, year = year)
}

/// How long it is from one day to another, in either order, by the calendar and in its two largest
/// units: "the same day", "12 days", "3 months", "2 years 5 months".
pub fn gap_words(from: Day, to: Day) -> String {
    let (first, last) = (civil_from_day(from.min(to)), civil_from_day(from.max(to)));
    let (years, months, days) = match first.until((Unit::Year, last)) {
        Ok(gap) => (gap.get_years().into(), gap.get_months(), gap.get_days()),
        // Never so, as both days are within the calendar; days alone are right nevertheless.
        Err(_) => (0, 0, from.abs_diff(to).cast_signed()),
    };
    let parts = [(years, Unit::Year), (months, Unit::Month), (days, Unit::Day)];
    let mut parts = parts.into_iter().filter(|(count, _)| *count != 0);
    let mut next = || parts.next().map(|(count, unit)| length_words(count.into(), unit));
    match (next(), next()) {
        (None, _) => tr!("date-gap-none").to_owned(),
        (Some(length), None) => length,
        (Some(first), Some(second)) => tr!("date-gap-two", first = first, second = second),
    }
}

/// "12 days", "1 month", "2 years"
pub(super) fn length_words(count: i64, unit: Unit) -> String {
    match unit {
        Unit::Year => tr!("date-gap-years", count = count),
        Unit::Month => tr!("date-gap-months", count = count),
        _ => tr!("date-gap-days", count = count),
    }
}

/// "March 2021"
pub(super) fn month_and_year_words(language: Language, month: i8, year: i32) -> String {
    let (month, year) = (month_name(language, month), year_words_in(language, year));
    tr_in!(language, "date-month", month = month, year = year)
}

/// "18 March 2021, 10:30 (UTC+8)", "about 1972", "perhaps a day in about March 2004"
pub(super) fn date_words(language: Language, date: &Date) -> String {
    let mut words = plain_words(language, date);
    if let Some(time) = date.time() {
        let time = zoned_words(language, clock_words(time), time.zone);
        words = tr_in!(language, "date-with-time", date = words, time = time);
    }
    // The day or month of an unspecified one is not "about": what it lies in is.
    if date.qualifier().is_about() {
        words = tr_in!(language, "date-about", date = words);
    }
    words = match date.form() {
        Form::DayOfMonth { .. } | Form::DayOfYear => {
            tr_in!(language, "date-a-day-in", date = words)
        }
        Form::MonthOfYear => tr_in!(language, "date-a-month-in", date = words),
        _ => words,
    };
    if date.qualifier().is_uncertain() {
        words = tr_in!(language, "date-perhaps", date = words);
    }
    words
}

/// The date without qualifier and time.
fn plain_words(language: Language, date: &Date) -> String {
    let year = i32::from(date.year());
    match date.form() {
        Form::Day { month, day } => day_of_month_words(language, year, month, day),
        Form::DayOfMonth { month } | Form::Month { month } => {
            month_and_year_words(language, month, year)
        }
        Form::Season(season) => {
            let (season, year) = (season_name(language, season), year_words_in(language, year));
            tr_in!(language, "date-season", season = season, year = year)
        }
        Form::DayOfYear | Form::MonthOfYear | Form::Year => year_words_in(language, year),
        // "the 1900s" would be read as the century, "the 10s" and decades BCE not at all.
        Form::Decade if year >= 100 && year % 100 != 0 => {
            tr_in!(language, "date-decade", year = year.to_string())
        }
        Form::Decade | Form::Century => years_words(language, year, date.last_year().into()),
    }
}

/// "2012–2014", "50–44 BCE", "44 BCE – 14 CE"
fn years_words(language: Language, first: i32, last: i32) -> String {
    let number = |year: i32| if year > 0 { year.to_string() } else { year_before_era(year) };
    let (from, to) = (number(first), number(last));
    match (first, last) {
        (..=0, ..=0) => tr_in!(language, "date-years-bce", first = from, last = to),
        (..=0, 1..) => tr_in!(language, "date-years-across", first = from, last = to),
        (1..=99, _) => tr_in!(language, "date-years-ce", first = from, last = to),
        _ => tr_in!(language, "date-years", first = from, last = to),
    }
}

/// "18–19 March 2021", "since 2012", "until 2012"
pub(super) fn when_words(language: Language, when: &When) -> String {
    let words = |date: &Date| date_words(language, date);
    match (when.start(), when.end()) {
        (Bound::Date(date), None) => words(&date),
        (Bound::Date(first), Some(Bound::Date(last))) => range_words(language, &first, &last),
        (Bound::Date(first), Some(Bound::Open)) => {
            tr_in!(language, "date-since", date = words(&first))
        }
        (Bound::Date(first), Some(Bound::Unknown)) => {
            tr_in!(language, "date-end-unknown", date = words(&first))
        }
        (Bound::Open, Some(Bound::Date(last))) => {
            tr_in!(language, "date-until", date = words(&last))
        }
        (Bound::Unknown, Some(Bound::Date(last))) => {
            tr_in!(language, "date-start-unknown", date = words(&last))
        }
        // Never so, as one end of a `When` is a date.
        (Bound::Open | Bound::Unknown, _) => tr_in!(language, "date-unknown").to_owned(),
    }
}

fn range_words(language: Language, first: &Date, last: &Date) -> String {
    if let Some(words) = short_range_words(language, first, last) {
        return words;
    }
    // A dash between two would be misread where either has one, or where only one has a qualifier.
    let is_plain = |date: &Date| {
        matches!(
            date.precision(),
            Precision::Day | Precision::Month | Precision::Season | Precision::Year
        )
    };
    let has_dash = is_plain(first) && is_plain(last) && first.qualifier() == last.qualifier();
    let (first, last) = (date_words(language, first), date_words(language, last));
    if has_dash {
        tr_in!(language, "date-range", first = first, last = last)
    } else {
        tr_in!(language, "date-range-to", first = first, last = last)
    }
}

/// A range that need not repeat what its ends have in common.
fn short_range_words(language: Language, first: &Date, last: &Date) -> Option<String> {
    let is_one_of =
        matches!(first.form(), Form::DayOfMonth { .. } | Form::DayOfYear | Form::MonthOfYear);
    if first == last && !is_one_of {
        return Some(date_words(language, first));
    }
    if first.qualifier() != last.qualifier() {
        return None;
    }
    if let (Some(from), Some(to)) = (first.time(), last.time()) {
        let is_joint = first.span() == last.span() && from.zone == to.zone;
        return is_joint.then(|| {
            let (from, to, zone) = (clock_words(from), clock_words(to), to.zone);
            let clock = tr_in!(language, "date-clock-range", first = from, last = to);
            let (date, time) = (plain_words(language, first), zoned_words(language, clock, zone));
            tr_in!(language, "date-with-time", date = date, time = time)
        });
    }
    if first.time().is_some() || last.time().is_some() {
        return None;
    }
    let words = shared_words(language, first, last)?;
    // Before a range without spaces, it is read with both ends.
    Some(match first.qualifier() {
        Qualifier::Exact => words,
        Qualifier::About => tr_in!(language, "date-about", date = words),
        Qualifier::Uncertain => tr_in!(language, "date-perhaps", date = words),
        Qualifier::Both => {
            let about = tr_in!(language, "date-about", date = words);
            tr_in!(language, "date-perhaps", date = about)
        }
    })
}

/// A range within a month or a year, or of years, without the qualifier that both ends have.
fn shared_words(language: Language, first: &Date, last: &Date) -> Option<String> {
    let is_exact = first.qualifier() == Qualifier::Exact;
    let is_same_year = first.year() == last.year();
    let name = |month: i8| month_name(language, month);
    let year = || year_words_in(language, last.year().into());
    Some(match (first.form(), last.form()) {
        (Form::Day { month: m1, day: d1 }, Form::Day { month: m2, day: d2 })
            if is_same_year && m1 == m2 =>
        {
            tr_in!(
                language,
                "date-days-of-month",
                first = d1,
                last = d2,
                month = name(m1),
                year = year(),
            )
        }
        (Form::Day { month: m1, day: d1 }, Form::Day { month: m2, day: d2 })
            if is_same_year && is_exact =>
        {
            tr_in!(
                language,
                "date-days-of-year",
                first = d1,
                first_month = name(m1),
                last = d2,
                last_month = name(m2),
                year = year(),
            )
        }
        (Form::Month { month: m1 }, Form::Month { month: m2 }) if is_same_year => {
            let (first, last) = (name(m1), name(m2));
            tr_in!(language, "date-months-of-year", first = first, last = last, year = year())
        }
        (Form::Year, Form::Year) if is_exact || (first.year() > 0) == (last.year() > 0) => {
            years_words(language, first.year().into(), last.year().into())
        }
        _ => return None,
    })
}

fn clock_words(time: TimeOfDay) -> String {
    let TimeOfDay { hour, minute, second, zone: _ } = time;
    match second {
        Some(second) if second != 0 => format!("{hour:02}:{minute:02}:{second:02}"),
        _ => format!("{hour:02}:{minute:02}"),
    }
}

/// "10:30 (UTC+8)", "10:30 (UTC−3:30)", "10:30 (UTC)", or the clock alone
fn zoned_words(language: Language, clock: String, zone: Option<Zone>) -> String {
    let zone = match zone {
        None => return clock,
        Some(Zone::Utc | Zone::Minutes(0)) => "UTC".to_owned(),
        Some(Zone::Minutes(shift)) => {
            let sign = if shift < 0 { '−' } else { '+' };
            let (hours, minutes) = (shift.unsigned_abs() / 60, shift.unsigned_abs() % 60);
            if minutes == 0 {
                format!("UTC{sign}{hours}")
            } else {
                format!("UTC{sign}{hours}:{minutes:02}")
            }
        }
    };
    tr_in!(language, "date-clock-with-zone", time = clock, zone = zone)
}

fn month_name(language: Language, month: i8) -> &'static str {
    match month {
        1 => tr_in!(language, "date-month-1"),
        2 => tr_in!(language, "date-month-2"),
        3 => tr_in!(language, "date-month-3"),
        4 => tr_in!(language, "date-month-4"),
        5 => tr_in!(language, "date-month-5"),
        6 => tr_in!(language, "date-month-6"),
        7 => tr_in!(language, "date-month-7"),
        8 => tr_in!(language, "date-month-8"),
        9 => tr_in!(language, "date-month-9"),
        10 => tr_in!(language, "date-month-10"),
        11 => tr_in!(language, "date-month-11"),
        // Months are 1 to 12 throughout: the parser and jiff check them.
        _ => tr_in!(language, "date-month-12"),
    }
}

fn season_name(language: Language, season: Season) -> &'static str {
    match season {
        Season::Spring => tr_in!(language, "date-spring"),
        Season::Summer => tr_in!(language, "date-summer"),
        Season::Autumn => tr_in!(language, "date-autumn"),
        Season::Winter => tr_in!(language, "date-winter"),
    }
}

#[cfg(test)]
#[path = "words_tests.rs"]
mod tests;
