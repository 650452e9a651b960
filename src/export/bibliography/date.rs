//! A source's date in the forms of citation formats, never more precise than it is
//! written.

use crate::date::{Date, Precision, Qualifier, When, ymd_from_day};

/// A date as citation formats have it: a year, and a month and a day where they are
/// known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Civil {
    pub year: i16,
    pub month: Option<i8>,
    pub day: Option<i8>,
}

impl Civil {
    /// The parts from the year on, as CSL has them.
    pub fn parts(self) -> Vec<i16> {
        let rest = [self.month, self.day].into_iter().map_while(|part| part);
        std::iter::once(self.year).chain(rest.map(i16::from)).collect()
    }
}

/// A date that a citation style can set: one exact year, month or day of our era.
/// Others are given in words.
pub(super) fn exact(when: &When) -> Option<Civil> {
    let date = when.start().date().filter(|_| when.end().is_none())?;
    let is_usual = (1_000..=9_999).contains(&date.year());
    let civil = civil(&date)?;
    (date.qualifier() == Qualifier::Exact && is_usual).then_some(civil)
}

/// The parts that are written, for a precision that CSL knows.
pub(super) fn civil(date: &Date) -> Option<Civil> {
    let (year, month, day) = ymd_from_day(date.span().start);
    match date.precision() {
        Precision::Day => Some(Civil { year, month: Some(month), day: Some(day) }),
        Precision::Month => Some(Civil { year, month: Some(month), day: None }),
        Precision::Year => Some(Civil { year, month: None, day: None }),
        _ => None,
    }
}

/// The first and the last year that a date may lie in.
pub(super) fn years(when: &When) -> (i16, i16) {
    let span = when.span();
    (ymd_from_day(span.start).0, ymd_from_day(span.end - 1).0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> Option<Vec<i16>> {
        exact(&When::parse_start(text).expect(text)).map(Civil::parts)
    }

    #[test]
    fn only_what_is_known_is_given() {
        assert_eq!(parts("2021-03-18"), Some(vec![2021, 3, 18]));
        assert_eq!(parts("2021-03-18T10:30"), Some(vec![2021, 3, 18]));
        assert_eq!(parts("2021-03"), Some(vec![2021, 3]));
        assert_eq!(parts("2021"), Some(vec![2021]));
        for vague in ["2021-03-XX", "1972-21", "2021-XX", "201X", "2021~", "2021-03?", "2021/2022"]
        {
            assert_eq!(parts(vague), None, "{vague}");
        }
        assert_eq!(parts("-0044"), None);
    }
}
