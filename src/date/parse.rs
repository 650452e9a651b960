//! Reading EDTF dates. Each step takes a text apart or says in full what it expected.

use super::calendar::days_in_month;
use super::edtf::{Date, Form, Qualifier, Season};
use super::error::{Excerpt, Kind};
use super::time::{TimeOfDay, is_digits, two_digits};
use super::words::month_and_year_words;
use crate::{lang, tr};

/// Longer than any date that can be read, so that a page pasted by mistake costs nothing.
const MAX_BYTES: usize = 100;

/// Reads one date. Where it is none, but would be with a common slip put right, the error says so.
pub(super) fn date(text: &str) -> Result<Date, Kind> {
    screen(text)?;
    strict(text).map_err(|kind| match kind {
        Kind::NotADate { found, hint: None } => Kind::NotADate { found, hint: repaired(text) },
        other => other,
    })
}

/// Refuses what is no text of a date or an interval at all.
pub(super) fn screen(text: &str) -> Result<(), Kind> {
    let found = || Excerpt::new(text);
    if text.trim().is_empty() {
        return Err(Kind::Empty);
    }
    if text.len() > MAX_BYTES {
        return Err(Kind::TooLong { found: found() });
    }
    if text.trim() != text {
        return Err(Kind::Space { found: found() });
    }
    match text.chars().find(|c| !c.is_ascii() || c.is_ascii_control()) {
        Some(c) => Err(Kind::Character {
            found: found(),
            unknown: Excerpt::new(c.encode_utf8(&mut [0; 4])),
        }),
        None => Ok(()),
    }
}

/// The date that was probably meant, as EDTF.
fn repaired(text: &str) -> Option<String> {
    let hyphened = |text: &str| -> Option<String> {
        let (year, month, day) = (text.get(..4)?, text.get(4..6)?, text.get(6..)?);
        is_digits(text).then(|| format!("{year}-{month}-{day}"))
    };
    let candidates = [
        Some(text.replace(['/', '.'], "-")),
        Some(text.replacen([' ', 't'], "T", 1)),
        Some(text.replace(['x', 'u', 'U'], "X")),
        Some(text.replace("?~", "%").replace("~?", "%")),
        hyphened(text),
    ];
    candidates
        .into_iter()
        .flatten()
        .find_map(|text| strict(&text).ok())
        .map(|date| format!("`{date}`"))
}

fn strict(text: &str) -> Result<Date, Kind> {
    let found = || Excerpt::new(text);
    let not_a_date = || Kind::NotADate { found: found(), hint: None };
    foreign(text)?;
    let (rest, qualifier) = split_qualifier(text);
    if rest.ends_with(['~', '?', '%']) {
        return Err(not_a_date());
    }
    if rest.contains(['~', '?', '%']) {
        let plain = format!("{}{}", rest.replace(['~', '?', '%'], ""), first_sign(rest));
        let date = strict(&plain).map_or_else(|_| "2004-06~".to_owned(), |date| date.to_string());
        let instead = tr!("date-instead-sign-behind", date = format!("`{date}`"));
        return Err(level_two(text, tr!("date-means-sign-on-part"), instead));
    }
    let (day, time) = match rest.split_once('T') {
        Some((day, time)) => (day, Some(time)),
        None => (rest, None),
    };
    let is_known = |byte: u8| byte.is_ascii_digit() || matches!(byte, b'-' | b'X');
    let is_without_hyphens = day.len() == 8 && is_digits(day);
    if !day.bytes().all(is_known) || is_without_hyphens {
        return Err(not_a_date());
    }
    let (year, form) = year_and_form(day)?;
    let time = match time {
        None => None,
        Some(_) if !matches!(form, Form::Day { .. }) => {
            return Err(Kind::TimeWithoutDay { found: found() });
        }
        Some(time) => Some(TimeOfDay::parse(time)?),
    };
    if let (Some(_), Some(sign)) = (time, qualifier.sign().chars().next()) {
        return Err(Kind::TimeQualified { found: found(), sign });
    }
    // Year, month and day were each checked on the way, so it exists.
    Date::new(year, form, qualifier, time).ok_or_else(not_a_date)
}

/// Refuses what EDTF has, but not in levels 0 and 1 or not for one date.
fn foreign(text: &str) -> Result<(), Kind> {
    let found = || Excerpt::new(text);
    if text.contains(['{', '}', '[', ']']) {
        let instead = tr!("date-instead-first-to-last").to_owned();
        return Err(level_two(text, tr!("date-means-set"), instead));
    }
    if text.contains("..") {
        // Not on a text with more of them, which would be taken apart over and over.
        let is_date = |text: &str| !text.contains("..") && strict(text).is_ok();
        let hint = match (text.strip_prefix(".."), text.strip_suffix("..")) {
            (Some(""), _) => tr!("date-instead-no-open-end").to_owned(),
            (Some(end), _) if is_date(end) => format!("`../{end}`"),
            (_, Some(start)) if is_date(start) => format!("`{start}/..`"),
            _ => tr!("date-instead-interval").to_owned(),
        };
        return Err(Kind::NotADate { found: found(), hint: Some(hint) });
    }
    if let Some(year) = text.strip_prefix('Y') {
        let digits = year.strip_prefix('-').unwrap_or(year);
        let four = || tr!("date-instead-four-digits").to_owned();
        if is_digits(digits) {
            return Err(Kind::YearRange { found: found() });
        } else if digits.starts_with(|c: char| c.is_ascii_digit()) && digits.contains('E') {
            return Err(level_two(text, tr!("date-means-exponent"), four()));
        } else if digits.starts_with(|c: char| c.is_ascii_digit()) && digits.contains('S') {
            return Err(level_two(text, tr!("date-means-significant"), four()));
        }
    }
    if let Some((year, digits)) = text.split_once('S')
        && is_digits(year.strip_prefix('-').unwrap_or(year))
        && is_digits(digits)
    {
        let instead = tr!("date-instead-decade").to_owned();
        return Err(level_two(text, tr!("date-means-significant"), instead));
    }
    if text.split('/').count() == 2
        && text.split('/').all(|side| side.is_empty() || strict(side).is_ok())
    {
        return Err(Kind::Interval { found: found() });
    }
    Ok(())
}

fn level_two(text: &str, means: &'static str, instead: String) -> Kind {
    Kind::LevelTwo { found: Excerpt::new(text), means, instead }
}

fn split_qualifier(text: &str) -> (&str, Qualifier) {
    [Qualifier::About, Qualifier::Uncertain, Qualifier::Both]
        .into_iter()
        .find_map(|qualifier| Some((text.strip_suffix(qualifier.sign())?, qualifier)))
        .unwrap_or((text, Qualifier::Exact))
}

fn first_sign(text: &str) -> &str {
    text.matches(['~', '?', '%']).next().unwrap_or_default()
}

/// Reads all but qualifier and time: `-0044-03-15`, `201X`, `1972-21`, `2004-XX`.
fn year_and_form(text: &str) -> Result<(i16, Form), Kind> {
    let (is_negative, unsigned) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let mut parts = unsigned.split('-');
    let (year, form) = year(text, is_negative, parts.next().unwrap_or_default())?;
    let (month, day, more) = (parts.next(), parts.next(), parts.next());
    let Some(month) = month else {
        return Ok((year, form));
    };
    if form != Form::Year {
        return Err(open_digits(text));
    }
    let form = match day {
        None => month_form(text, month)?,
        Some(day) => day_form(text, year, month, day)?,
    };
    match more {
        None => Ok((year, form)),
        Some(more) => Err(Kind::Expected {
            expected: tr!("date-expected-no-more"),
            found: Excerpt::new(&format!("-{more}")),
        }),
    }
}

/// The first year that is meant, and how many digits of it are known.
fn year(text: &str, is_negative: bool, part: &str) -> Result<(i16, Form), Kind> {
    let open = part.bytes().filter(|byte| *byte == b'X').count();
    if part.len() != 4 {
        let (expected, found) = if is_negative {
            (tr!("date-expected-year-bce"), format!("-{part}"))
        } else {
            (tr!("date-expected-year"), part.to_owned())
        };
        return Err(Kind::Expected { expected, found: Excerpt::new(&found) });
    }
    let known = part.trim_end_matches('X');
    let (form, unit) = match (open, known.len()) {
        (0, 4) => (Form::Year, 1),
        (1, 3) => (Form::Decade, 10),
        (2, 2) => (Form::Century, 100),
        _ => return Err(open_digits(text)),
    };
    // Digits alone are left, at most four of them.
    let Ok(number) = known.parse::<i16>() else {
        return Err(open_digits(text));
    };
    match (is_negative, form, number) {
        (true, Form::Year, 0) => Err(Kind::MinusZero),
        (true, ..) => Ok((-(number * unit + (unit - 1)), form)),
        (false, ..) => Ok((number * unit, form)),
    }
}

fn open_digits(text: &str) -> Kind {
    let instead = tr!("date-instead-open-digits").to_owned();
    level_two(text, tr!("date-means-open-digits"), instead)
}

fn is_partly_open(part: &str) -> bool {
    part.len() == 2 && part != "XX" && part.contains('X')
}

fn month_form(text: &str, part: &str) -> Result<Form, Kind> {
    if part == "XX" {
        return Ok(Form::MonthOfYear);
    }
    if is_partly_open(part) {
        return Err(open_digits(text));
    }
    let found = || Excerpt::new(part);
    let number = two_digits(part)
        .ok_or_else(|| Kind::Expected { expected: tr!("date-expected-month"), found: found() })?;
    match number {
        // At most 12: no loss.
        1..=12 => Ok(Form::Month { month: number as i8 }),
        21 => Ok(Form::Season(Season::Spring)),
        22 => Ok(Form::Season(Season::Summer)),
        23 => Ok(Form::Season(Season::Autumn)),
        24 => Ok(Form::Season(Season::Winter)),
        25..=41 => {
            let instead = tr!("date-instead-season").to_owned();
            Err(level_two(text, tr!("date-means-season"), instead))
        }
        _ => Err(Kind::Month { found: found() }),
    }
}

fn day_form(text: &str, year: i16, month: &str, part: &str) -> Result<Form, Kind> {
    let form = month_form(text, month)?;
    if let Form::Season(_) = form {
        return Err(Kind::SeasonDay { found: Excerpt::new(text) });
    }
    if is_partly_open(part) {
        return Err(open_digits(text));
    }
    let number = if part == "XX" { None } else { two_digits(part) };
    match (form, number) {
        (Form::Month { month }, Some(number)) => {
            let days = days_in_month(year, month);
            match i8::try_from(number) {
                Ok(day) if (1..=days).contains(&day) => Ok(Form::Day { month, day }),
                _ => {
                    let month = month_and_year_words(lang::current(), month, i32::from(year));
                    Err(Kind::Day { found: Excerpt::new(text), month, days })
                }
            }
        }
        (Form::Month { month }, None) if part == "XX" => Ok(Form::DayOfMonth { month }),
        (_, None) if part == "XX" => Ok(Form::DayOfYear),
        (_, Some(_)) => Err(open_digits(text)),
        (_, None) => {
            Err(Kind::Expected { expected: tr!("date-expected-day"), found: Excerpt::new(part) })
        }
    }
}

#[cfg(test)]
#[path = "parse_tests.rs"]
mod tests;
