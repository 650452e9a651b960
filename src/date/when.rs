//! When something was: one date, or a start and an end.

use std::fmt;

use super::error::{DateError, Excerpt, Kind, Side};
use super::{Date, Precision, Qualifier, Span, parse, words};
use crate::lang::{self, Language};

/// One end of a [`When`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Bound {
    /// A date.
    Date(Date),
    /// `..`: it goes on, or has no known beginning.
    Open,
    /// Nothing on one side of an interval: there is such a date, and it is not known.
    Unknown,
}

impl Bound {
    /// Reads a member that is a date or `..`; not an interval, and not an empty text.
    pub fn parse(text: &str) -> Result<Self, DateError> {
        if text == ".." { Ok(Self::Open) } else { Date::parse(text).map(Self::Date) }
    }

    /// The date, where it is one.
    pub const fn date(&self) -> Option<Date> {
        match self {
            Self::Date(date) => Some(*date),
            Self::Open | Self::Unknown => None,
        }
    }

    /// Reads one side of an interval, which may be empty.
    fn parse_side(text: &str, side: Side) -> Result<Self, DateError> {
        if text.is_empty() {
            Ok(Self::Unknown)
        } else {
            Self::parse(text).map_err(|error| error.on(side))
        }
    }
}

/// As a side of an EDTF interval.
impl fmt::Display for Bound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Date(date) => date.fmt(f),
            Self::Open => f.write_str(".."),
            Self::Unknown => Ok(()),
        }
    }
}

/// When an event or a period was. At least one end is a date, and the end does not lie wholly before
/// the start.
///
/// Without an end it is something that took place within the start: `2021-03` alone is a meeting
/// some time in that month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct When {
    start: Bound,
    end: Option<Bound>,
    /// Follows from the ends; kept because it is asked for at every frame.
    span: Span,
}

impl When {
    /// Something within one date.
    pub const fn from_date(date: Date) -> Self {
        Self { start: Bound::Date(date), end: None, span: date.span() }
    }

    /// From a start to an end. An error where neither is a date, or where the last day of the end
    /// lies before the first day of the start.
    pub fn new(start: Bound, end: Option<Bound>) -> Result<Self, DateError> {
        let span = match (start.date(), end.and_then(|end| end.date())) {
            (None, None) => return Err(Kind::NoDate.into()),
            (Some(date), None) | (None, Some(date)) => date.span(),
            (Some(first), Some(last)) => {
                let span = Span { start: first.span().start, end: last.span().end };
                if span.is_empty() {
                    let excerpt = |date: Date| Excerpt::new(&date.to_string());
                    return Err(
                        Kind::EndBeforeStart { start: excerpt(first), end: excerpt(last) }.into()
                    );
                }
                span
            }
        };
        Ok(Self { start, end, span })
    }

    /// Reads a `start` that stands alone: a date, or an interval as `2021-03-18/2021-03-19`, with
    /// `..` (open) or nothing (unknown) on one side. A `..` alone is an error, as no date is left;
    /// see [`When::parse`].
    pub fn parse_start(text: &str) -> Result<Self, DateError> {
        match text.split_once('/') {
            Some((start, end)) if !end.contains('/') => {
                parse::screen(text)?;
                if text.contains(['{', '[', '}', ']']) {
                    return Date::parse(text).map(Self::from_date);
                }
                Self::new(
                    Bound::parse_side(start, Side::Start)?,
                    Some(Bound::parse_side(end, Side::End)?),
                )
            }
            _ => Self::new(Bound::parse(text)?, None),
        }
    }

    /// Reads a `start` and an `end`, where there is one. The start may be `..` if the end is a date,
    /// and an interval if there is no end beside it.
    ///
    /// ```
    /// use readout::date::When;
    ///
    /// assert_eq!(When::parse("..", Some("2012"))?.words(), "until 2012");
    /// assert_eq!(When::parse("2012", Some(".."))?.words(), "since 2012");
    /// assert_eq!(When::parse("2012/2014", None)?.words(), "2012–2014");
    /// # Ok::<(), readout::date::DateError>(())
    /// ```
    pub fn parse(start: &str, end: Option<&str>) -> Result<Self, DateError> {
        let Some(end) = end else {
            return Self::parse_start(start);
        };
        if start.contains('/') {
            Self::parse_start(start)?;
            return Err(Kind::TwoEnds { found: Excerpt::new(start), end: Excerpt::new(end) }.into());
        }
        let start = Bound::parse(start)?;
        let end = Bound::parse(end).map_err(|error| error.on(Side::End))?;
        Self::new(start, Some(end))
    }

    /// The start.
    pub const fn start(&self) -> Bound {
        self.start
    }

    /// The end, where there is one beside the start.
    pub const fn end(&self) -> Option<Bound> {
        self.end
    }

    /// From the first day of the start to the last day of the end, never empty. An open or unknown
    /// end adds nothing: then it is the span of the other end alone.
    pub const fn span(&self) -> Span {
        self.span
    }

    /// Whether the start is open or unknown.
    pub const fn open_start(&self) -> bool {
        matches!(self.start, Bound::Open | Bound::Unknown)
    }

    /// Whether there is an end that is open or unknown.
    pub const fn open_end(&self) -> bool {
        matches!(self.end, Some(Bound::Open | Bound::Unknown))
    }

    /// How sure it is: every doubt that either end has.
    pub fn qualifier(&self) -> Qualifier {
        self.dates().fold(Qualifier::Exact, |sum, date| sum.and(date.qualifier()))
    }

    /// Whether each end is a known day without any qualifier.
    pub fn is_exact_days(&self) -> bool {
        let is_exact =
            |date: Date| date.precision() == Precision::Day && date.qualifier() == Qualifier::Exact;
        !self.open_start() && !self.open_end() && self.dates().all(is_exact)
    }

    /// When it was, for people, never more precise than it is written: "18–19 March 2021".
    pub fn words(&self) -> String {
        self.words_in(lang::current())
    }

    /// The same in a language that is named.
    pub fn words_in(&self, language: Language) -> String {
        words::when_words(language, self)
    }

    fn dates(&self) -> impl Iterator<Item = Date> {
        self.start.date().into_iter().chain(self.end.and_then(|end| end.date()))
    }
}

/// Reads as EDTF: a date, or an interval where there is an end.
impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.start.fmt(f)?;
        match self.end {
            Some(end) => write!(f, "/{end}"),
            None => Ok(()),
        }
    }
}

impl From<Date> for When {
    fn from(date: Date) -> Self {
        Self::from_date(date)
    }
}

#[cfg(test)]
#[path = "when_tests.rs"]
mod tests;
