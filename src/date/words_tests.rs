//! What readers read.

use super::super::day_from_ymd;
use super::*;

fn check(cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        let when = When::parse_start(text).expect(text);
        assert_eq!(when.words(), *expected, "{text}");
    }
}

fn day(year: i16, month: i8, day: i8) -> Day {
    day_from_ymd(year, month, day).expect("a day")
}

#[test]
fn single_dates() {
    check(&[
        ("2021-03-18", "18 March 2021"),
        ("1971-10", "October 1971"),
        ("1972", "1972"),
        ("1972-21", "spring 1972"),
        ("1972-24?", "perhaps winter 1972"),
        ("201X", "the 2010s"),
        ("190X", "1900–1909"),
        ("19XX", "1900–1999"),
        ("2004-03-XX", "a day in March 2004"),
        ("2004-XX", "a month in 2004"),
        ("2004-XX-XX", "a day in 2004"),
    ]);
}

#[test]
fn qualifiers() {
    check(&[
        ("1972~", "about 1972"),
        ("1972?", "perhaps 1972"),
        ("1972%", "perhaps about 1972"),
        ("201X~", "about the 2010s"),
        ("2004-03-XX~", "a day in about March 2004"),
        ("2004-03-XX?", "perhaps a day in March 2004"),
        ("2004-XX%", "perhaps a month in about 2004"),
    ]);
}

#[test]
fn times_of_day() {
    check(&[
        ("2021-03-18T10:30:00+08:00", "18 March 2021, 10:30 (UTC+8)"),
        ("2021-03-18T10:30:15-03:30", "18 March 2021, 10:30:15 (UTC−3:30)"),
        ("2021-03-18T10:30Z", "18 March 2021, 10:30 (UTC)"),
        ("2021-03-18T10:30", "18 March 2021, 10:30"),
        ("2021-03-18T10:30+08:00/2021-03-18T12:00+08:00", "18 March 2021, 10:30–12:00 (UTC+8)"),
        (
            "2021-03-18T10:30+08:00/2021-03-19T12:00Z",
            "18 March 2021, 10:30 (UTC+8) – 19 March 2021, 12:00 (UTC)",
        ),
        ("2021-03-18T10:30/2021-03-19", "18 March 2021, 10:30 – 19 March 2021"),
    ]);
}

#[test]
fn ranges() {
    check(&[
        ("2021-03-18/2021-03-19", "18–19 March 2021"),
        ("1972-02-28/1972-03-01", "28 February – 1 March 1972"),
        ("2020-12-30/2021-01-02", "30 December 2020 – 2 January 2021"),
        ("2021-03-18/2021-03-18", "18 March 2021"),
        ("2021-03/2021-05", "March–May 2021"),
        ("2020-11/2021-02", "November 2020 – February 2021"),
        ("2012/2014", "2012–2014"),
        ("2012/2012", "2012"),
        ("2021-03-18/2021-05", "18 March 2021 – May 2021"),
        ("1972-21/1972-23", "spring 1972 – autumn 1972"),
        ("201X/2021", "the 2010s to 2021"),
        ("19XX/2005", "1900–1999 to 2005"),
    ]);
}

#[test]
fn ranges_never_hide_that_an_end_is_unspecified_or_qualified() {
    check(&[
        ("2004-03-XX/2004-03-XX", "a day in March 2004 to a day in March 2004"),
        ("2004-03-XX/2004-05", "a day in March 2004 to May 2004"),
        ("1972~/1975~", "about 1972–1975"),
        ("1972~/1972~", "about 1972"),
        ("1972~/1975", "about 1972 to 1975"),
        ("1972/1975?", "1972 to perhaps 1975"),
        ("2021-03-18?/2021-03-19?", "perhaps 18–19 March 2021"),
        ("1972-02-28~/1972-03-01~", "about 28 February 1972 – about 1 March 1972"),
    ]);
}

#[test]
fn open_ends() {
    check(&[
        ("2012/..", "since 2012"),
        ("1972~/..", "since about 1972"),
        ("../2012", "until 2012"),
        ("2012/", "from 2012, end unknown"),
        ("/2012", "until 2012, start unknown"),
        ("2012-05-04/..", "since 4 May 2012"),
    ]);
}

#[test]
fn before_the_era() {
    check(&[
        ("-0043-03-15", "15 March 44 BCE"),
        ("0000", "1 BCE"),
        ("0001-01", "January 1 CE"),
        ("-0049/-0043", "50–44 BCE"),
        ("-0043/0014", "44 BCE – 14 CE"),
        ("-0043~/0014~", "about 44 BCE – about 14 CE"),
        ("-004X", "50–41 BCE"),
        ("-00XX", "100–2 BCE"),
        ("000X", "1 BCE – 9 CE"),
        ("001X", "10–19 CE"),
        ("0050/0150", "50–150 CE"),
        ("045X", "the 450s"),
    ]);
}

#[test]
fn years_and_days() {
    assert_eq!(year_words(1972), "1972");
    assert_eq!(year_words(44), "44 CE");
    assert_eq!(year_words(0), "1 BCE");
    assert_eq!(year_words(-43), "44 BCE");
    assert_eq!(year_words(i32::MIN), "2147483649 BCE");
    assert_eq!(day_words(day(2021, 3, 18)), "18 March 2021");
    assert_eq!(day_words(i32::MAX), "31 December 9999");
}

#[test]
fn gaps() {
    let from = day(2021, 3, 18);
    for (to, expected) in [
        (day(2021, 3, 18), "the same day"),
        (day(2021, 3, 19), "1 day"),
        (day(2021, 3, 30), "12 days"),
        (day(2021, 6, 18), "3 months"),
        (day(2021, 4, 19), "1 month 1 day"),
        (day(2022, 3, 18), "1 year"),
        (day(2023, 8, 18), "2 years 5 months"),
        (day(2023, 8, 30), "2 years 5 months"),
        (day(2022, 3, 20), "1 year 2 days"),
    ] {
        assert_eq!(gap_words(from, to), expected);
        if !expected.contains(" month ") {
            assert_eq!(gap_words(to, from), expected, "in either order");
        }
    }
    assert_eq!(gap_words(i32::MIN, i32::MAX), "19\u{a0}998 years 11 months");
}
