//! A time of day, as it is written: kept, validated, never used to move a date.

use std::fmt;

use super::error::{Excerpt, Kind};
use crate::tr;

/// A time of day on a clock somewhere. It is shown to the reader and never shifts its date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct TimeOfDay {
    /// 0 to 23.
    pub hour: u8,
    /// 0 to 59.
    pub minute: u8,
    /// 0 to 59; absent where it is not written. A fraction is read and dropped.
    pub second: Option<u8>,
    /// Where the clock is; absent where it is not written.
    pub zone: Option<Zone>,
}

/// How the clock of a [`TimeOfDay`] stands to UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Zone {
    /// It shows UTC (`Z`).
    Utc,
    /// It is ahead of UTC by so many minutes (`+08:00` is 480), or behind where negative.
    Minutes(i16),
}

impl TimeOfDay {
    /// Reads what follows the `T`.
    pub(super) fn parse(text: &str) -> Result<Self, Kind> {
        let malformed =
            || Kind::Expected { expected: tr!("date-expected-time"), found: Excerpt::new(text) };
        let (clock, zone) = split_zone(text).ok_or_else(malformed)?;
        let (clock, fraction) = match clock.split_once(['.', ',']) {
            Some((clock, fraction)) => (clock, Some(fraction)),
            None => (clock, None),
        };
        if fraction.is_some_and(|digits| !is_digits(digits)) {
            return Err(malformed());
        }
        let mut parts = clock.split(':').map(two_digits);
        let mut next = || parts.next();
        let (Some(Some(hour)), Some(Some(minute)), second, None) = (next(), next(), next(), next())
        else {
            return Err(malformed());
        };
        let second = match second {
            Some(None) => return Err(malformed()),
            Some(Some(second)) => Some(second),
            None if fraction.is_some() => return Err(malformed()),
            None => None,
        };
        let shift = match zone {
            None | Some(Zone::Utc) => 0,
            Some(Zone::Minutes(minutes)) => minutes.unsigned_abs(),
        };
        if hour > 23 || minute > 59 || second.is_some_and(|second| second > 59) || shift >= 24 * 60
        {
            return Err(Kind::TimeRange { found: Excerpt::new(text) });
        }
        Ok(Self { hour, minute, second, zone })
    }
}

/// The clock and the zone; none where the zone is malformed.
fn split_zone(text: &str) -> Option<(&str, Option<Zone>)> {
    if let Some(clock) = text.strip_suffix('Z') {
        return Some((clock, Some(Zone::Utc)));
    }
    let (clock, offset, sign) = if let Some((clock, offset)) = text.split_once('+') {
        (clock, offset, 1)
    } else if let Some((clock, offset)) = text.split_once('-') {
        (clock, offset, -1)
    } else {
        return Some((text, None));
    };
    let (hours, minutes) = offset.split_once(':').unwrap_or((offset, "00"));
    let (hours, minutes) = (i16::from(two_digits(hours)?), i16::from(two_digits(minutes)?));
    // Minutes past 59 are made to fail the check of the range.
    let minutes = if minutes > 59 { 24 * 60 } else { hours * 60 + minutes };
    Some((clock, Some(Zone::Minutes(sign * minutes))))
}

pub(super) fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The number that exactly two digits spell.
pub(super) fn two_digits(text: &str) -> Option<u8> {
    if text.len() == 2 && is_digits(text) { text.parse().ok() } else { None }
}

impl fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.hour, self.minute)?;
        if let Some(second) = self.second {
            write!(f, ":{second:02}")?;
        }
        match self.zone {
            None => Ok(()),
            Some(Zone::Utc) => f.write_str("Z"),
            Some(Zone::Minutes(minutes)) => {
                let sign = if minutes < 0 { '-' } else { '+' };
                let minutes = minutes.unsigned_abs();
                write!(f, "{sign}{:02}:{:02}", minutes / 60, minutes % 60)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        TimeOfDay::parse(text).map_or_else(|error| error.to_string(), |time| time.to_string())
    }

    #[test]
    fn ok_times() {
        for text in ["00:00", "23:59:59", "10:30Z", "10:30:00+08:00", "10:30-03:30", "10:30:00Z"] {
            assert_eq!(shown(text), text);
        }
        assert_eq!(shown("10:30:00.125Z"), "10:30:00Z");
        assert_eq!(shown("10:30:00-04"), "10:30:00-04:00");
    }

    #[test]
    fn err_malformed() {
        for text in [
            "",
            "10",
            "1030",
            "10:3",
            "10:30:",
            "10:30:00.",
            "10:30.5",
            "10:30:00:00",
            "10:30+8",
            "10:30+08:0",
            "10:30z",
            "10:30+",
            "10:30+08:00Z",
            "+1:30",
        ] {
            let found = Excerpt::new(text);
            assert_eq!(
                shown(text),
                format!(
                    "expected a time such as `10:30`, `10:30:00` or `10:30:00+08:00`, found {found}"
                )
            );
        }
    }

    #[test]
    fn err_out_of_range() {
        for text in ["24:00", "10:60", "10:30:60", "10:30+24:00", "10:30-08:60", "10:30+99:99"] {
            assert_eq!(
                shown(text),
                format!(
                    "`{text}` is no time of day: hours are `00` to `23`, minutes and seconds `00` to `59`"
                )
            );
        }
    }
}
