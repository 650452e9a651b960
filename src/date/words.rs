//! Dates as people read them, in British order, and never more precise than they are written.

use jiff::Unit;

use super::calendar::civil_from_day;
use super::edtf::{Form, Season};
use super::{Bound, Date, Day, Precision, Qualifier, TimeOfDay, When, Zone, ymd_from_day};

/// A year alone, as on an axis, from an astronomical one: 1972 is "1972", 0 is "1 BCE", −43 is "44
/// BCE". The first 99 years carry a "CE", without which "January 1" would read as a day.
pub fn year_words(year: i32) -> String {
    match year {
        ..=0 => format!("{} BCE", 1 - i64::from(year)),
        1..=99 => format!("{year} CE"),
        _ => year.to_string(),
    }
}

/// A day: "18 March 2021".
pub fn day_words(day: Day) -> String {
    let (year, month, day) = ymd_from_day(day);
    format!("{day} {}", month_and_year_words(month, i32::from(year)))
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
    let parts = [(years, "year"), (months, "month"), (days, "day")]
        .into_iter()
        .filter(|(count, _)| *count != 0)
        .take(2)
        .map(|(count, unit)| format!("{count} {unit}{}", if count == 1 { "" } else { "s" }))
        .collect::<Vec<_>>();
    if parts.is_empty() { "the same day".to_owned() } else { parts.join(" ") }
}

/// "March 2021"
pub(super) fn month_and_year_words(month: i8, year: i32) -> String {
    format!("{} {}", month_name(month), year_words(year))
}

/// "18 March 2021, 10:30 (UTC+8)", "about 1972", "perhaps a day in about March 2004"
pub(super) fn date_words(date: &Date) -> String {
    let plain = plain_words(date);
    let (certain, about) = match date.qualifier() {
        Qualifier::Exact => ("", ""),
        Qualifier::About => ("", "about "),
        Qualifier::Uncertain => ("perhaps ", ""),
        Qualifier::Both => ("perhaps ", "about "),
    };
    // The day or month of an unspecified one is not "about": what it lies in is.
    let one_of = one_of_words(date.form());
    let time = date.time().map(|time| format!(", {}{}", clock_words(time), zone_words(time.zone)));
    format!("{certain}{one_of}{about}{plain}{}", time.unwrap_or_default())
}

const fn one_of_words(form: Form) -> &'static str {
    match form {
        Form::DayOfMonth { .. } | Form::DayOfYear => "a day in ",
        Form::MonthOfYear => "a month in ",
        _ => "",
    }
}

/// The date without qualifier and time.
fn plain_words(date: &Date) -> String {
    let year = i32::from(date.year());
    match date.form() {
        Form::Day { month, day } => format!("{day} {}", month_and_year_words(month, year)),
        Form::DayOfMonth { month } | Form::Month { month } => month_and_year_words(month, year),
        Form::Season(season) => format!("{} {}", season_name(season), year_words(year)),
        Form::DayOfYear | Form::MonthOfYear | Form::Year => year_words(year),
        // "the 1900s" would be read as the century, "the 10s" and decades BCE not at all.
        Form::Decade if year >= 100 && year % 100 != 0 => format!("the {year}s"),
        Form::Decade | Form::Century => years_words(year, date.last_year().into()),
    }
}

/// "2012–2014", "50–44 BCE", "44 BCE – 14 CE"
fn years_words(first: i32, last: i32) -> String {
    match (first, last) {
        (..=0, ..=0) => format!("{}–{}", 1 - first, year_words(last)),
        (..=0, 1..) => format!("{} – {last} CE", year_words(first)),
        (1..=99, 1..=99) => format!("{first}–{last} CE"),
        (1..=99, _) => format!("{first}–{last} CE"),
        _ => format!("{first}–{last}"),
    }
}

/// "18–19 March 2021", "since 2012", "until 2012"
pub(super) fn when_words(when: &When) -> String {
    match (when.start(), when.end()) {
        (Bound::Date(date), None) => date_words(&date),
        (Bound::Date(first), Some(Bound::Date(last))) => range_words(&first, &last),
        (Bound::Date(first), Some(Bound::Open)) => format!("since {}", date_words(&first)),
        (Bound::Date(first), Some(Bound::Unknown)) => {
            format!("from {}, end unknown", date_words(&first))
        }
        (Bound::Open, Some(Bound::Date(last))) => format!("until {}", date_words(&last)),
        (Bound::Unknown, Some(Bound::Date(last))) => {
            format!("until {}, start unknown", date_words(&last))
        }
        // Never so, as one end of a `When` is a date.
        (Bound::Open | Bound::Unknown, _) => "unknown".to_owned(),
    }
}

fn range_words(first: &Date, last: &Date) -> String {
    if let Some(words) = short_range_words(first, last) {
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
    let joint = if has_dash { "–" } else { "to" };
    format!("{} {joint} {}", date_words(first), date_words(last))
}

/// A range that need not repeat what its ends have in common.
fn short_range_words(first: &Date, last: &Date) -> Option<String> {
    let form = (first.form(), last.form());
    let is_one_of = !one_of_words(first.form()).is_empty();
    if first == last && !is_one_of {
        return Some(date_words(first));
    }
    if first.qualifier() != last.qualifier() {
        return None;
    }
    if let (Some(from), Some(to)) = (first.time(), last.time()) {
        let is_joint = first.span() == last.span() && from.zone == to.zone;
        let (from_words, to_words) = (clock_words(from), clock_words(to));
        return is_joint.then(|| {
            format!("{}, {from_words}–{to_words}{}", plain_words(first), zone_words(to.zone))
        });
    }
    if first.time().is_some() || last.time().is_some() {
        return None;
    }
    let is_exact = first.qualifier() == Qualifier::Exact;
    let is_same_year = first.year() == last.year();
    let words = match form {
        (Form::Day { month: m1, day }, Form::Day { month: m2, .. }) if is_same_year && m1 == m2 => {
            format!("{day}–{}", plain_words(last))
        }
        (Form::Day { month, day }, Form::Day { .. }) if is_same_year && is_exact => {
            format!("{day} {} – {}", month_name(month), plain_words(last))
        }
        (Form::Month { month }, Form::Month { .. }) if is_same_year => {
            format!("{}–{}", month_name(month), plain_words(last))
        }
        (Form::Year, Form::Year) if is_exact || (first.year() > 0) == (last.year() > 0) => {
            years_words(first.year().into(), last.year().into())
        }
        _ => return None,
    };
    Some(format!("{}{words}", both_ends_words(first.qualifier())))
}

/// Before a range without spaces, where it is read with both ends.
const fn both_ends_words(qualifier: Qualifier) -> &'static str {
    match qualifier {
        Qualifier::Exact => "",
        Qualifier::About => "about ",
        Qualifier::Uncertain => "perhaps ",
        Qualifier::Both => "perhaps about ",
    }
}

fn clock_words(time: TimeOfDay) -> String {
    let TimeOfDay { hour, minute, second, zone: _ } = time;
    match second {
        Some(second) if second != 0 => format!("{hour:02}:{minute:02}:{second:02}"),
        _ => format!("{hour:02}:{minute:02}"),
    }
}

/// " (UTC+8)", " (UTC−3:30)", " (UTC)", or nothing
fn zone_words(zone: Option<Zone>) -> String {
    match zone {
        None => String::new(),
        Some(Zone::Utc | Zone::Minutes(0)) => " (UTC)".to_owned(),
        Some(Zone::Minutes(shift)) => {
            let sign = if shift < 0 { '−' } else { '+' };
            let (hours, minutes) = (shift.unsigned_abs() / 60, shift.unsigned_abs() % 60);
            if minutes == 0 {
                format!(" (UTC{sign}{hours})")
            } else {
                format!(" (UTC{sign}{hours}:{minutes:02})")
            }
        }
    }
}

const fn month_name(month: i8) -> &'static str {
    match month {
        1 => "January",
        2 => "February",
        3 => "March",
        4 => "April",
        5 => "May",
        6 => "June",
        7 => "July",
        8 => "August",
        9 => "September",
        10 => "October",
        11 => "November",
        // Months are 1 to 12 throughout: the parser and jiff check them.
        _ => "December",
    }
}

const fn season_name(season: Season) -> &'static str {
    match season {
        Season::Spring => "spring",
        Season::Summer => "summer",
        Season::Autumn => "autumn",
        Season::Winter => "winter",
    }
}

#[cfg(test)]
#[path = "words_tests.rs"]
mod tests;
