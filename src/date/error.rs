//! What can be wrong with a date, and all wording for it.

use std::fmt;

use crate::tr;

/// Why a text is no date that can be read here. Its `Display` says what is wrong and what to do, in
/// one line of bounded length, in the language of the interface.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateError {
    side: Side,
    kind: Kind,
}

impl DateError {
    /// Whether the text uses EDTF level 2, which is not supported.
    pub fn is_level_two(&self) -> bool {
        matches!(self.kind, Kind::LevelTwo { .. })
    }

    /// Whether both ends can be read, but the end lies before the start.
    pub fn is_end_before_start(&self) -> bool {
        matches!(self.kind, Kind::EndBeforeStart { .. })
    }

    /// Whether the error lies in the end alone, that of an interval or that given beside the start.
    pub fn is_in_end(&self) -> bool {
        self.side == Side::End
    }

    /// The message without the side of the interval that it is about.
    pub fn without_side(&self) -> String {
        self.kind.to_string()
    }

    pub(super) fn on(self, side: Side) -> Self {
        Self { side, ..self }
    }
}

impl std::error::Error for DateError {}

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let error = self.without_side();
        f.write_str(&match self.side {
            Side::Whole => error,
            Side::Start => tr!("date-error-in-start", error = error),
            Side::End => tr!("date-error-in-end", error = error),
        })
    }
}

impl From<Kind> for DateError {
    fn from(kind: Kind) -> Self {
        Self { side: Side::Whole, kind }
    }
}

/// Which part of the text an error is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Whole,
    Start,
    End,
}

/// The kinds of errors. Every text taken from the input is an [`Excerpt`]; what is expected, meant
/// and to be written instead are texts of the interface.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Empty,
    TooLong { found: Excerpt },
    Space { found: Excerpt },
    Character { found: Excerpt, unknown: Excerpt },
    NotADate { found: Excerpt, hint: Option<String> },
    Interval { found: Excerpt },
    LevelTwo { found: Excerpt, means: &'static str, instead: String },
    YearRange { found: Excerpt },
    MinusZero,
    Expected { expected: &'static str, found: Excerpt },
    Month { found: Excerpt },
    Day { found: Excerpt, month: String, days: i8 },
    SeasonDay { found: Excerpt },
    TimeRange { found: Excerpt },
    TimeWithoutDay { found: Excerpt },
    TimeQualified { found: Excerpt, sign: char },
    NoDate,
    EndBeforeStart { start: Excerpt, end: Excerpt },
    TwoEnds { found: Excerpt, end: Excerpt },
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&match self {
            Self::Empty => tr!("date-error-empty").to_owned(),
            Self::TooLong { found } => tr!("date-error-too-long", found = found.to_string()),
            Self::Space { found } => tr!("date-error-space", found = found.to_string()),
            Self::Character { found, unknown } => {
                let unknown = unknown.to_string();
                tr!("date-error-character", found = found.to_string(), unknown = unknown)
            }
            Self::NotADate { found, hint } => {
                let instead = hint.as_deref().unwrap_or_else(|| tr!("date-instead-plain"));
                tr!("date-error-not-a-date", found = found.to_string(), instead = instead)
            }
            Self::Interval { found } => tr!("date-error-interval", found = found.to_string()),
            Self::LevelTwo { found, means, instead } => tr!(
                "date-error-level-two",
                found = found.to_string(),
                means = *means,
                instead = instead.as_str(),
            ),
            Self::YearRange { found } => tr!("date-error-year-range", found = found.to_string()),
            Self::MinusZero => tr!("date-error-minus-zero").to_owned(),
            Self::Expected { expected, found } => {
                tr!("date-error-expected", expected = *expected, found = found.to_string())
            }
            Self::Month { found } => tr!("date-error-month", found = found.to_string()),
            Self::Day { found, month, days } => tr!(
                "date-error-day",
                found = found.to_string(),
                month = month.as_str(),
                days = *days,
            ),
            Self::SeasonDay { found } => tr!("date-error-season-day", found = found.to_string()),
            Self::TimeRange { found } => tr!("date-error-time-range", found = found.to_string()),
            Self::TimeWithoutDay { found } => {
                tr!("date-error-time-without-day", found = found.to_string())
            }
            Self::TimeQualified { found, sign } => tr!(
                "date-error-time-qualified",
                found = found.to_string(),
                sign = sign.to_string(),
            ),
            Self::NoDate => tr!("date-error-no-date").to_owned(),
            Self::EndBeforeStart { start, end } => tr!(
                "date-error-end-before-start",
                start = start.to_string(),
                end = end.to_string(),
            ),
            Self::TwoEnds { found, end } => {
                tr!("date-error-two-ends", found = found.to_string(), end = end.to_string())
            }
        })
    }
}

/// A short piece of the input in backticks, for a message: one line, at most 40 characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Excerpt(String);

impl Excerpt {
    const MAX_CHARS: usize = 40;

    pub(super) fn new(text: &str) -> Self {
        // A control character, or one that turns the direction of the line, would garble it.
        let garbles = |c: char| {
            c.is_control()
                || matches!(c, '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
        };
        let clean = |c: char| if garbles(c) { '\u{FFFD}' } else { c };
        let mut short: String = text.chars().take(Self::MAX_CHARS).map(clean).collect();
        if text.chars().nth(Self::MAX_CHARS).is_some() {
            short.pop();
            short.push('…');
        }
        Self(short)
    }
}

impl fmt::Display for Excerpt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() { f.write_str(tr!("date-nothing")) } else { write!(f, "`{}`", self.0) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn excerpts_are_short_and_cut_between_characters() {
        assert_eq!(Excerpt::new("2021").to_string(), "`2021`");
        assert_eq!(Excerpt::new("").to_string(), "nothing");
        assert_eq!(Excerpt::new(&"年".repeat(40)).to_string(), format!("`{}`", "年".repeat(40)));
        assert_eq!(Excerpt::new(&"年".repeat(41)).to_string(), format!("`{}…`", "年".repeat(39)));
    }

    #[test]
    fn excerpts_stay_on_one_line() {
        assert_eq!(Excerpt::new("20\n21\u{202E}").to_string(), "`20\u{FFFD}21\u{FFFD}`");
    }
}
