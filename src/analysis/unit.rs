//! The quarters and years in which meetings are counted.

use crate::date::{DAY_MAX, Day, Span, When, day_from_ymd, year_words, ymd_from_day};
use crate::tr;

/// A unit in which meetings are counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Unit {
    /// A calendar year.
    #[default]
    Year,
    /// A quarter of a calendar year.
    Quarter,
}

impl Unit {
    /// The unit in one word.
    pub fn label(self) -> &'static str {
        match self {
            Self::Year => tr!("unit-year"),
            Self::Quarter => tr!("unit-quarter"),
        }
    }

    /// How many make a year.
    fn per_year(self) -> i32 {
        match self {
            Self::Year => 1,
            Self::Quarter => 4,
        }
    }

    /// The unit in which a day lies, counted from the year 0.
    pub fn index_of(self, day: Day) -> i32 {
        let (year, month, _) = ymd_from_day(day);
        let months = 12 / self.per_year();
        i32::from(year) * self.per_year() + i32::from(month - 1) / months
    }

    /// The first day of a unit; `None` beyond the calendar.
    pub fn start_of(self, index: i32) -> Option<Day> {
        let (year, part) = (index.div_euclid(self.per_year()), index.rem_euclid(self.per_year()));
        let month = part * (12 / self.per_year()) + 1;
        day_from_ymd(i16::try_from(year).ok()?, i8::try_from(month).ok()?, 1)
    }

    /// The days of a unit.
    pub fn span_of(self, index: i32) -> Option<Span> {
        let start = self.start_of(index)?;
        // The calendar's last unit has none after it.
        let end = self.start_of(index + 1).unwrap_or(DAY_MAX + 1);
        Some(Span { start, end })
    }

    /// A unit's name: "2021", "January–March 2021".
    pub fn words(self, index: i32) -> String {
        let year = year_words(index.div_euclid(self.per_year()));
        match self {
            Self::Year => year,
            Self::Quarter => match index.rem_euclid(4) {
                0 => tr!("unit-quarter-1", year = year),
                1 => tr!("unit-quarter-2", year = year),
                2 => tr!("unit-quarter-3", year = year),
                _ => tr!("unit-quarter-4", year = year),
            },
        }
    }

    /// The unit in which a meeting is counted. One on known days counts where their
    /// middle lies, unless it took longer than a unit; one whose date is vague only
    /// where all of its date lies within one.
    pub(super) fn index_for(self, when: &When) -> Option<i32> {
        let span = when.span();
        let longest = 366 / self.per_year() + 1;
        if span.len() > longest || when.open_end() || when.open_start() {
            return None;
        }
        let (first, last) = (self.index_of(span.start), self.index_of(span.end - 1));
        if first != last && !when.is_exact_days() {
            return None;
        }
        Some(self.index_of(span.start + span.len() / 2))
    }
}
