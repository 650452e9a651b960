//! Dates and ranges of dates, as a query has them, and in words.

use crate::date::{
    Bound, DAY_MAX, DAY_MIN, Date, Day, Span, When, day_words, year_words, ymd_from_day,
};

/// The days that a value means: an EDTF date or interval, `1998..2001`, `..1980`,
/// `2021-03..`, `1998–2001`, `1990s`.
pub(super) fn parse(value: &str) -> Result<Span, String> {
    let value = value.trim();
    if let Some((from, to)) = ends(value) {
        let from = bound(from)?.map_or(DAY_MIN, |span| span.start);
        let to = bound(to)?.map_or(DAY_MAX + 1, |span| span.end);
        let span = Span { start: from, end: to };
        if span.is_empty() {
            return Err(format!("“{value}” ends before it begins"));
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

/// A span of days in words: "1998–2001", "until 1980", "from March 2021".
pub(super) fn words(span: Span) -> String {
    let (first, last) = (ymd_from_day(span.start), ymd_from_day(span.end.saturating_sub(1)));
    let is_from_start = span.start <= DAY_MIN;
    let is_to_end = span.end > DAY_MAX;
    let from = if (first.1, first.2) == (1, 1) {
        year_words(first.0.into())
    } else {
        day_words(span.start)
    };
    let to = if (last.1, last.2) == (12, 31) {
        year_words(last.0.into())
    } else {
        day_words(span.end.saturating_sub(1))
    };
    match (is_from_start, is_to_end) {
        (true, true) => "any date".to_owned(),
        (true, false) => format!("until {to}"),
        (false, true) => format!("from {from}"),
        (false, false) if span.len() == 1 => day_words(span.start),
        (false, false) if from == to => from,
        (false, false) if from.len() <= 4 && to.len() <= 4 => format!("{from}–{to}"),
        (false, false) => {
            format!("{} – {}", day_words(span.start), day_words(span.end.saturating_sub(1)))
        }
    }
}
