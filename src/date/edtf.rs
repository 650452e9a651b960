//! One EDTF date: what is known of it, the days it may lie in, and its canonical text.

use std::fmt;

use super::calendar::{day_from_ymd, months_span, years_span, ymd_from_day};
use super::error::DateError;
use super::{Day, Span, TimeOfDay, parse, words};
use crate::lang::{self, Language};

/// How much of a date is known, from the finest to the coarsest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// `2021-03-18`: a day.
    Day,
    /// `2004-03-XX`: one day of a known month.
    DayUnspecified,
    /// `2021-03`: a month.
    Month,
    /// `1972-21`: a season.
    Season,
    /// `2004-XX` or `2004-XX-XX`: one month, or one day, of a known year.
    MonthUnspecified,
    /// `2021`: a year.
    Year,
    /// `201X`: ten years.
    Decade,
    /// `19XX`: a hundred years.
    Century,
}

/// What stands behind a date to say how sure it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Qualifier {
    /// Nothing: as written.
    #[default]
    Exact,
    /// `~`: about then.
    About,
    /// `?`: perhaps then; the source is in doubt.
    Uncertain,
    /// `%`: perhaps, and only about then.
    Both,
}

impl Qualifier {
    /// Whether a `~` or `%` says that the date is only about right.
    pub const fn is_about(self) -> bool {
        matches!(self, Self::About | Self::Both)
    }

    /// Whether a `?` or `%` says that the date is in doubt.
    pub const fn is_uncertain(self) -> bool {
        matches!(self, Self::Uncertain | Self::Both)
    }

    /// What holds for two dates taken together: each doubt that either has.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        match (self.is_about() || other.is_about(), self.is_uncertain() || other.is_uncertain()) {
            (false, false) => Self::Exact,
            (true, false) => Self::About,
            (false, true) => Self::Uncertain,
            (true, true) => Self::Both,
        }
    }

    /// The sign that stands behind the date.
    pub(super) const fn sign(self) -> &'static str {
        match self {
            Self::Exact => "",
            Self::About => "~",
            Self::Uncertain => "?",
            Self::Both => "%",
        }
    }
}

/// A season as EDTF level 1 has it: within a year, and independent of the hemisphere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

/// What is written, without qualifier and time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Form {
    Day { month: i8, day: i8 },
    DayOfMonth { month: i8 },
    DayOfYear,
    Month { month: i8 },
    MonthOfYear,
    Season(Season),
    Year,
    Decade,
    Century,
}

/// One EDTF date of level 0 or 1.
///
/// ```
/// use readout::date::{Date, Precision, Qualifier};
///
/// let date = Date::parse("1972-02~")?;
/// assert_eq!(date.precision(), Precision::Month);
/// assert_eq!(date.qualifier(), Qualifier::About);
/// assert_eq!(date.span().len(), 29);
/// assert_eq!(date.words(), "about February 1972");
/// assert_eq!(date.to_string(), "1972-02~");
/// # Ok::<(), readout::date::DateError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Date {
    /// The first year that is meant: 2010 for `201X`, −49 for `-004X`.
    year: i16,
    form: Form,
    qualifier: Qualifier,
    time: Option<TimeOfDay>,
    /// Follows from `year` and `form`; kept because it is asked for at every frame.
    span: Span,
}

impl Date {
    /// Reads an EDTF date of level 0 or 1; an interval is an error here, see
    /// [`When::parse_start`](super::When::parse_start).
    pub fn parse(text: &str) -> Result<Self, DateError> {
        Ok(parse::date(text)?)
    }

    /// A day that is known exactly, clamped to [`DAY_MIN`](super::DAY_MIN) and
    /// [`DAY_MAX`](super::DAY_MAX).
    pub fn from_day(day: Day) -> Self {
        let (year, month, of_month) = ymd_from_day(day);
        let span = Span::day(day.clamp(super::DAY_MIN, super::DAY_MAX));
        let form = Form::Day { month, day: of_month };
        Self { year, form, qualifier: Qualifier::Exact, time: None, span }
    }

    /// None where there are no such days.
    pub(super) fn new(
        year: i16,
        form: Form,
        qualifier: Qualifier,
        time: Option<TimeOfDay>,
    ) -> Option<Self> {
        let span = span_of(year, form)?;
        Some(Self { year, form, qualifier, time, span })
    }

    /// All days that it may lie in, as far as its text says; a `~` or `?` does not widen it.
    ///
    /// EDTF gives seasons no months and leaves the hemisphere open, so these are a choice: spring is
    /// March to May, summer June to August, autumn September to November, as in the north. Winter is
    /// the whole year, for "winter 1972" is said of January and of December 1972, and either guess
    /// would draw the other reading almost a year off. So no season leaves the year that it is
    /// written with, and whoever knows better can write `1972-12/1973-02`.
    pub const fn span(&self) -> Span {
        self.span
    }

    /// How much of it is known.
    pub const fn precision(&self) -> Precision {
        match self.form {
            Form::Day { .. } => Precision::Day,
            Form::DayOfMonth { .. } => Precision::DayUnspecified,
            Form::Month { .. } => Precision::Month,
            Form::DayOfYear | Form::MonthOfYear => Precision::MonthUnspecified,
            Form::Season(_) => Precision::Season,
            Form::Year => Precision::Year,
            Form::Decade => Precision::Decade,
            Form::Century => Precision::Century,
        }
    }

    /// How sure it is.
    pub const fn qualifier(&self) -> Qualifier {
        self.qualifier
    }

    /// The time of day that is written with it. It plays no part in the span.
    pub const fn time(&self) -> Option<TimeOfDay> {
        self.time
    }

    /// The astronomical year, and the first one of a decade or century.
    pub const fn year(&self) -> i16 {
        self.year
    }

    /// The date for people, never more precise than it is written: "about March 2021".
    pub fn words(&self) -> String {
        self.words_in(lang::current())
    }

    /// The same in a language that is named.
    pub fn words_in(&self, language: Language) -> String {
        words::date_words(language, self)
    }

    pub(super) const fn form(&self) -> Form {
        self.form
    }

    /// The last year that is meant.
    pub(super) const fn last_year(&self) -> i16 {
        last_year(self.year, self.form)
    }
}

/// Reads as the canonical EDTF text, which is what was written, but for a fraction of a second.
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.year < 0 { "-" } else { "" };
        let year = self.year.unsigned_abs();
        f.write_str(sign)?;
        match self.form {
            Form::Day { month, day } => write!(f, "{year:04}-{month:02}-{day:02}"),
            Form::DayOfMonth { month } => write!(f, "{year:04}-{month:02}-XX"),
            Form::DayOfYear => write!(f, "{year:04}-XX-XX"),
            Form::Month { month } => write!(f, "{year:04}-{month:02}"),
            Form::MonthOfYear => write!(f, "{year:04}-XX"),
            Form::Season(Season::Spring) => write!(f, "{year:04}-21"),
            Form::Season(Season::Summer) => write!(f, "{year:04}-22"),
            Form::Season(Season::Autumn) => write!(f, "{year:04}-23"),
            Form::Season(Season::Winter) => write!(f, "{year:04}-24"),
            Form::Year => write!(f, "{year:04}"),
            Form::Decade => write!(f, "{:03}X", year / 10),
            Form::Century => write!(f, "{:02}XX", year / 100),
        }?;
        if let Some(time) = self.time {
            write!(f, "T{time}")?;
        }
        f.write_str(self.qualifier.sign())
    }
}

/// `-000X` has only the years −9 to −1: a year `-0000` does not exist, as 0 has no sign.
const fn last_year(first: i16, form: Form) -> i16 {
    let last = match form {
        Form::Decade => first.saturating_add(9),
        Form::Century => first.saturating_add(99),
        _ => first,
    };
    if first < 0 && last >= 0 { -1 } else { last }
}

fn span_of(year: i16, form: Form) -> Option<Span> {
    match form {
        Form::Day { month, day } => day_from_ymd(year, month, day).map(Span::day),
        Form::DayOfMonth { month } | Form::Month { month } => months_span(year, month, month),
        Form::Season(Season::Spring) => months_span(year, 3, 5),
        Form::Season(Season::Summer) => months_span(year, 6, 8),
        Form::Season(Season::Autumn) => months_span(year, 9, 11),
        Form::Season(Season::Winter)
        | Form::DayOfYear
        | Form::MonthOfYear
        | Form::Year
        | Form::Decade
        | Form::Century => years_span(year, last_year(year, form)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        Date::parse(text).expect(text)
    }

    /// The first and the last day of the date, as EDTF.
    fn ends(text: &str) -> String {
        let span = date(text).span();
        format!("{} {}", Date::from_day(span.start), Date::from_day(span.end - 1))
    }

    #[test]
    fn spans_are_as_wide_as_the_date_is_imprecise() {
        assert_eq!(ends("2021-03-18"), "2021-03-18 2021-03-18");
        assert_eq!(ends("2004-02-XX"), "2004-02-01 2004-02-29");
        assert_eq!(ends("2021-02"), "2021-02-01 2021-02-28");
        assert_eq!(ends("2004-XX"), "2004-01-01 2004-12-31");
        assert_eq!(ends("2004-XX-XX"), "2004-01-01 2004-12-31");
        assert_eq!(ends("2021"), "2021-01-01 2021-12-31");
        assert_eq!(ends("201X"), "2010-01-01 2019-12-31");
        assert_eq!(ends("19XX"), "1900-01-01 1999-12-31");
        assert_eq!(ends("9999"), "9999-01-01 9999-12-31");
        assert_eq!(ends("2021~"), ends("2021"));
    }

    #[test]
    fn years_before_the_era() {
        assert_eq!(ends("-0044-03-15"), "-0044-03-15 -0044-03-15");
        assert_eq!(ends("-004X"), "-0049-01-01 -0040-12-31");
        assert_eq!(ends("-01XX"), "-0199-01-01 -0100-12-31");
        assert_eq!(ends("-000X"), "-0009-01-01 -0001-12-31");
        assert_eq!(ends("-00XX"), "-0099-01-01 -0001-12-31");
        assert_eq!(ends("-99XX"), "-9999-01-01 -9900-12-31");
        assert_eq!(ends("000X"), "0000-01-01 0009-12-31");
    }

    #[test]
    fn seasons_stay_within_the_year_they_are_written_with() {
        assert_eq!(ends("1972-21"), "1972-03-01 1972-05-31");
        assert_eq!(ends("1972-22"), "1972-06-01 1972-08-31");
        assert_eq!(ends("1972-23"), "1972-09-01 1972-11-30");
        assert_eq!(ends("1972-24"), "1972-01-01 1972-12-31");
    }

    #[test]
    fn a_time_of_day_never_shifts_the_day() {
        assert_eq!(ends("2021-03-18T00:30:00+14:00"), "2021-03-18 2021-03-18");
        assert_eq!(ends("2021-03-18T23:30:00-11:00"), "2021-03-18 2021-03-18");
    }

    #[test]
    fn precision_and_qualifier() {
        assert_eq!(date("2004-XX-XX").precision(), Precision::MonthUnspecified);
        assert_eq!(date("2004-XX").precision(), Precision::MonthUnspecified);
        assert_eq!(date("2004-03-XX").precision(), Precision::DayUnspecified);
        assert_eq!(date("1972-24").precision(), Precision::Season);
        assert_eq!(date("2004%").qualifier(), Qualifier::Both);
        assert_eq!(Qualifier::About.and(Qualifier::Uncertain), Qualifier::Both);
        assert_eq!(Qualifier::Exact.and(Qualifier::About), Qualifier::About);
        assert_eq!(Qualifier::Exact.and(Qualifier::Exact), Qualifier::Exact);
    }

    #[test]
    fn dates_are_small() {
        assert!(size_of::<Date>() <= 24, "{}", size_of::<Date>());
    }
}
