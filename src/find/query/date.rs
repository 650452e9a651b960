//! Dates and ranges of dates, as a query has them, and in words.

use crate::date::{Bound, DAY_MAX, DAY_MIN, Date, Day, Span, When, ymd_from_day};
use crate::tr;

/// The days that a value means: an EDTF date or interval, `1998..2001`, `..1980`,
/// `2021-03..`, `1998–2001`, `1990s`.
pub(super) fn parse(value: &str) -> Result<Span, String> {
    let value = value.trim();
    if let Some((from, to)) = ends(value) {
        let from = bound(from)?.map_or(DAY_MIN, |span| span.start);
        let to = bound(to)?.map_or(DAY_MAX + 1, |span| span.end);
        let span = Span { start: from, end: to };
        if span.is_empty() {
            return Err(tr!("find-backwards", value = value));
        }
        return Ok(span);
    }
    if let Some(decade) = value.strip_suffix("0s") {
        return date(&format!("{decade}X"));
    }
    if !value.contains('/') {
        return date(value);
    }
    let when = When::parse_start(value).map_err(|error| error.to_string())?;
    Ok(reach(&when))
}

/// From the first day that a meeting may lie on to the last: an end that is open or
/// unknown reaches as far as the calendar.
pub(in crate::find) fn reach(when: &When) -> Span {
    let span = when.span();
    Span {
        start: if when.open_start() { DAY_MIN } else { span.start },
        end: if when.open_end() { DAY_MAX + 1 } else { span.end },
    }
}

/// The two ends of a range; none where it is no range.
fn ends(value: &str) -> Option<(&str, &str)> {
    if let Some(ends) = value.split_once("..") {
        // `..` stands also within an EDTF interval.
        return (!value.contains('/')).then_some(ends);
    }
    if let Some(ends) = value.split_once(['–', '—']) {
        return Some(ends);
    }
    let (from, to) = value.split_at_checked(4)?;
    let to = to.strip_prefix('-')?;
    let is_year = |text: &str| text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    (is_year(from) && is_year(to)).then_some((from, to))
}

fn bound(text: &str) -> Result<Option<Span>, String> {
    match text.trim() {
        "" => Ok(None),
        text => date(text).map(Some),
    }
}

fn date(text: &str) -> Result<Span, String> {
    match Bound::parse(text).map_err(|error| error.to_string())? {
        Bound::Date(date) => Ok(Date::span(&date)),
        Bound::Open | Bound::Unknown => Ok(Span { start: DAY_MIN, end: DAY_MAX + 1 }),
    }
}

/// A span of days as a query has it: `1998`, `1998..2001`, `..1980`, `2021-03-18`.
pub(in crate::find) fn text(span: Span) -> String {
    let (first, last) = (span.start, span.end.saturating_sub(1));
    let from = edge(first, (1, 1));
    let to = edge(last, (12, 31));
    match (first <= DAY_MIN, last >= DAY_MAX) {
        (true, true) => "..".to_owned(),
        (true, false) => format!("..{to}"),
        (false, true) => format!("{from}.."),
        (false, false) if from == to => from,
        (false, false) => format!("{from}..{to}"),
    }
}

/// A year where the day is its first or last, else the day.
fn edge(day: Day, of_year: (i8, i8)) -> String {
    let date = Date::from_day(day).to_string();
    let (_, month, of_month) = ymd_from_day(day);
    let year = date.len().saturating_sub("-01-01".len());
    if (month, of_month) == of_year {
        date.get(..year).unwrap_or_default().to_owned()
    } else {
        date
    }
}

/// A value that [`parse`] reads, in words: "1998–2001", "until 1980", "from March 2021".
pub(super) fn words(value: &str) -> String {
    let value = value.trim();
    let date = |text: &str| match Date::parse(text.trim()) {
        Ok(date) => date.words(),
        Err(_) => text.trim().to_owned(),
    };
    if let Some((from, to)) = ends(value) {
        let (from, to) = (date(from), date(to));
        return match (from.is_empty(), to.is_empty()) {
            (true, true) => tr!("find-dates-any").to_owned(),
            (true, false) => tr!("find-dates-until", date = to),
            (false, true) => tr!("find-dates-from", date = from),
            (false, false) if from.contains(' ') || to.contains(' ') => {
                tr!("find-dates-range-wide", first = from, last = to)
            }
            (false, false) => tr!("find-dates-range", first = from, last = to),
        };
    }
    if let Some(decade) = value.strip_suffix("0s") {
        return date(&format!("{decade}X"));
    }
    When::parse_start(value).map_or_else(|_| value.to_owned(), |when| when.words())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_written_so_that_they_are_read_again() {
        for (value, canonical, in_words) in [
            ("1998", "1998", "1998"),
            ("1998..2001", "1998..2001", "1998–2001"),
            ("1998-2001", "1998..2001", "1998–2001"),
            ("1998–2001", "1998..2001", "1998–2001"),
            ("..1980", "..1980", "until 1980"),
            ("2021-03..", "2021-03-01..", "from March 2021"),
            ("2021-03", "2021-03-01..2021-03-31", "March 2021"),
            ("2021-03-18", "2021-03-18", "18 March 2021"),
            ("2021-03-18/2021-03-19", "2021-03-18..2021-03-19", "18–19 March 2021"),
            ("1970s", "1970..1979", "the 1970s"),
            ("197X", "1970..1979", "the 1970s"),
            ("1972-21", "1972-03-01..1972-05-31", "spring 1972"),
            ("-0043..0014", "-0043..0014", "44 BCE – 14 CE"),
            ("..", "..", "any date"),
            ("2012/..", "2012..", "since 2012"),
            ("1998?", "1998", "perhaps 1998"),
        ] {
            let span = parse(value).unwrap_or_else(|error| panic!("{value}: {error}"));
            assert_eq!(text(span), canonical, "{value}");
            assert_eq!(parse(canonical), Ok(span), "{value}");
            assert_eq!(words(value), in_words, "{value}");
        }
    }

    #[test]
    fn what_is_no_date_says_so() {
        for value in ["soon", "1998-13", "2001..1998", "1998..soon", "0s", "1998/soon", "-"] {
            assert!(parse(value).is_err(), "{value}");
        }
    }
}
