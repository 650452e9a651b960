//! What can be wrong with a date, and all wording for it.

use std::fmt;

/// Why a text is no date that can be read here. Its `Display` says what is wrong and what to do, in
/// one line of bounded length.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{side}{kind}")]
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

    pub(super) fn on(self, side: Side) -> Self {
        Self { side, ..self }
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

impl fmt::Display for Side {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Whole => "",
            Self::Start => "start: ",
            Self::End => "end: ",
        })
    }
}

/// The kinds of errors. Every text taken from the input is an [`Excerpt`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(super) enum Kind {
    #[error("a date is missing: write one such as `2021-03-18`, `2021-03` or `2021`")]
    Empty,
    #[error("{found} is too long for a date: write one such as `2021-03-18`")]
    TooLong { found: Excerpt },
    #[error("there is space around {found}: remove it")]
    Space { found: Excerpt },
    #[error("{found} contains {unknown}: write dates with plain digits and the hyphen `-`")]
    Character { found: Excerpt, unknown: Excerpt },
    #[error("{found} is not a date in EDTF: write {}", .hint.as_deref().unwrap_or(
        "year, month and day as in `2021-03-18`, or only `2021-03` or `2021`"))]
    NotADate { found: Excerpt, hint: Option<String> },
    #[error("{found} is an interval where one date is expected: write only one date")]
    Interval { found: Excerpt },
    #[error("{found} uses {means}, and EDTF level 2 is not supported: write {instead}")]
    LevelTwo { found: Excerpt, means: &'static str, instead: String },
    #[error("{found} lies outside the years -9999 to 9999: write a year of four digits")]
    YearRange { found: Excerpt },
    #[error("there is no year `-0000`: write `0000` for 1 BCE, `-0001` for 2 BCE")]
    MinusZero,
    #[error("expected {expected}, found {found}")]
    Expected { expected: &'static str, found: Excerpt },
    #[error(
        "there is no month {found}: months are `01` to `12`, seasons `21` (spring) to `24` (winter)"
    )]
    Month { found: Excerpt },
    #[error("{found} does not exist: {month} has {days} days")]
    Day { found: Excerpt, month: String, days: i8 },
    #[error(
        "{found} gives a season a day: write the season alone, such as `1972-21`, or a month and a day"
    )]
    SeasonDay { found: Excerpt },
    #[error("{found} is no time of day: hours are `00` to `23`, minutes and seconds `00` to `59`")]
    TimeRange { found: Excerpt },
    #[error("{found} has a time without a whole date: write year, month and day before the `T`")]
    TimeWithoutDay { found: Excerpt },
    #[error("{found} has a time and `{sign}` behind it: leave out one of them")]
    TimeQualified { found: Excerpt, sign: char },
    #[error("neither the start nor the end is a date: at least one of them must be")]
    NoDate,
    #[error("the end {end} lies before the start {start}: swap them, or correct one")]
    EndBeforeStart { start: Excerpt, end: Excerpt },
    #[error("{found} already has an end: leave out the separate end {end}")]
    TwoEnds { found: Excerpt, end: Excerpt },
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
        if self.0.is_empty() { f.write_str("nothing") } else { write!(f, "`{}`", self.0) }
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
