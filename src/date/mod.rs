//! Dates as people know them: EDTF, spans of days, and wording for readers.
//!
//! EDTF (ISO 8601-2, specified at <https://www.loc.gov/standards/datetime/>) writes down how much
//! of a date is known. Levels 0 and 1 are read here: `2021-03-18`, `2021-03`, `2021`, `201X`,
//! `19XX`, `2004-XX`, `2004-XX-XX`, `2004-03-XX`, seasons `1972-21` to `1972-24`, with `~`, `?` or
//! `%` behind, and intervals with open (`..`) or unknown (empty) ends. Years run from −9999 to 9999
//! and are astronomical: `0000` is 1 BCE. Level 2 is refused with an error that says so.
//!
//! - A [`Date`] is one such date. It knows the [`Span`] of days that it may lie in.
//! - A [`When`] is what an event has: one date, or a start and an end, each a [`Bound`].
//! - A [`Day`] is a plain number of days, for arithmetic and drawing.
//!
//! ```
//! use readout::date::{When, day_from_ymd};
//!
//! let talks = When::parse("2021-03-18", Some("2021-03-19"))?;
//! assert_eq!(talks.words(), "18–19 March 2021");
//! assert_eq!(talks.span().len(), 2);
//!
//! let vague = When::parse_start("1972-02~")?;
//! assert_eq!(vague.words(), "about February 1972");
//! assert_eq!(Some(vague.span().start), day_from_ymd(1972, 2, 1));
//!
//! let error = When::parse_start("2021-02-30").expect_err("no such day");
//! assert_eq!(error.to_string(), "`2021-02-30` does not exist: February 2021 has 28 days");
//! # Ok::<(), readout::date::DateError>(())
//! ```
//!
//! Pitfalls: a time of day is kept, but never moves a date to another day, whatever its offset from
//! UTC. Equality is that of what is written: `2021` and `2021-01-01/2021-12-31` have one span and
//! differ. All days are proleptic Gregorian, also those before 1582.
//!
//! The calendar itself is jiff's. Nothing here knows of JSON, of files, of the present day, of time
//! zone rules or of the screen.

mod calendar;
mod edtf;
mod error;
pub mod gap;
mod parse;
mod span;
mod time;
mod when;
mod words;

pub use self::calendar::{DAY_MAX, DAY_MIN, Day, day_from_ymd, ymd_from_day};
pub use self::edtf::{Date, Precision, Qualifier};
pub use self::error::DateError;
pub use self::span::Span;
pub use self::time::{TimeOfDay, Zone};
pub use self::when::{Bound, When};
pub use self::words::{day_words, gap_words, year_words};
