//! Intervals: reading, spans, and whole messages.

use super::*;

fn when(text: &str) -> When {
    When::parse_start(text).expect(text)
}

fn message(start: &str, end: Option<&str>) -> String {
    When::parse(start, end).expect_err(start).to_string()
}

fn ends(when: When) -> String {
    let span = when.span();
    format!("{} {}", Date::from_day(span.start), Date::from_day(span.end - 1))
}

#[test]
fn ok_canonical() {
    for text in [
        "2021-03-18",
        "2021-03-18/2021-03-19",
        "2012/..",
        "../2012",
        "2012/",
        "/2012",
        "1972~/1975?",
        "2021-03-18T10:30Z/2021-03-18T12:00Z",
        "-0044/0014",
        "201X/2021",
    ] {
        assert_eq!(when(text).to_string(), text);
    }
}

#[test]
fn ok_start_and_end() {
    let talks = When::parse("2021-03-18", Some("2021-03-19")).expect("talks");
    assert_eq!(talks, when("2021-03-18/2021-03-19"));
    assert_eq!(ends(talks), "2021-03-18 2021-03-19");
    assert_eq!(When::parse("..", Some("2012")).expect("until"), when("../2012"));
    assert_eq!(When::parse("2012", Some("..")).expect("since"), when("2012/.."));
}

#[test]
fn ok_an_end_that_holds_the_start() {
    assert_eq!(ends(when("2021-03-18/2021-03")), "2021-03-18 2021-03-31");
    assert_eq!(ends(when("2021-03/2021-03-01")), "2021-03-01 2021-03-01");
    assert_eq!(ends(when("2021/2021-03")), "2021-01-01 2021-03-31");
    assert_eq!(ends(when("2021-03-18/2021-03-18")), "2021-03-18 2021-03-18");
}

#[test]
fn an_open_end_adds_nothing_to_the_span() {
    assert_eq!(ends(when("2012-05/..")), "2012-05-01 2012-05-31");
    assert_eq!(ends(when("/2012-05")), "2012-05-01 2012-05-31");
    assert!(when("2012/..").open_end() && !when("2012/..").open_start());
    assert!(when("/2012").open_start() && !when("/2012").open_end());
    assert!(!when("2012").open_start() && !when("2012").open_end());
}

#[test]
fn qualifier_has_every_doubt() {
    assert_eq!(when("1972~/1975?").qualifier(), Qualifier::Both);
    assert_eq!(when("1972/1975~").qualifier(), Qualifier::About);
    assert_eq!(when("../1975?").qualifier(), Qualifier::Uncertain);
    assert_eq!(when("1972/1975").qualifier(), Qualifier::Exact);
}

#[test]
fn exact_days() {
    for text in ["2021-03-18", "2021-03-18/2021-03-19", "2021-03-18T10:30"] {
        assert!(when(text).is_exact_days(), "{text}");
    }
    for text in [
        "2021-03",
        "2021-03-18~",
        "2021-03-18/2021-04",
        "2021-03-18/..",
        "/2021-03-18",
        "2004-03-XX",
    ] {
        assert!(!when(text).is_exact_days(), "{text}");
    }
}

#[test]
fn err_no_date() {
    let expected = "neither the start nor the end is a date: at least one of them must be";
    for text in ["..", "../..", "/", "../", "/.."] {
        assert_eq!(message(text, None), expected, "{text}");
    }
    assert_eq!(message("..", Some("..")), expected);
}

#[test]
fn err_end_before_start() {
    let error = When::parse("2021-03-18", Some("2021-03-17")).expect_err("before");
    assert!(error.is_end_before_start());
    assert_eq!(
        error.to_string(),
        "the end `2021-03-17` lies before the start `2021-03-18`: swap them, or correct one"
    );
    assert_eq!(
        message("2021/2020", None),
        "the end `2020` lies before the start `2021`: swap them, or correct one"
    );
}

#[test]
fn err_tells_the_side() {
    assert_eq!(
        message("2021-02-30/2021-03", None),
        "start: `2021-02-30` does not exist: February 2021 has 28 days"
    );
    assert_eq!(
        message("2021-03/2021-3", None),
        "end: expected a two-digit month such as `03`, found `3`"
    );
    assert_eq!(
        message("2021-03", Some("2021-3")),
        "end: expected a two-digit month such as `03`, found `3`"
    );
    assert_eq!(
        message("2021-3", Some("2021-03")),
        "expected a two-digit month such as `03`, found `3`"
    );
    assert_eq!(message("2021 / 2022", None), "start: there is space around `2021 `: remove it");
    assert!(When::parse("2021", Some("x")).expect_err("end").is_in_end());
    assert!(!When::parse("x", Some("2021")).expect_err("start").is_in_end());
}

#[test]
fn err_other() {
    assert_eq!(
        message("2021/03/18", None),
        "`2021/03/18` is not a date in EDTF: write `2021-03-18`"
    );
    assert_eq!(
        message("2021/2022", Some("2023")),
        "`2021/2022` already has an end: leave out the separate end `2023`"
    );
    assert_eq!(
        message("2021", Some("2022/2023")),
        "end: `2022/2023` is an interval where one date is expected: write only one date"
    );
    assert_eq!(
        message("2021", Some("")),
        "end: a date is missing: write one such as `2021-03-18`, `2021-03` or `2021`"
    );
    assert_eq!(
        message("{1984/1985}", None),
        "`{1984/1985}` uses a set of dates, and EDTF level 2 is not supported: write an interval from the first to the last, as `1984/1985`"
    );
}

#[test]
fn whens_are_small() {
    assert!(size_of::<When>() <= 64, "{}", size_of::<When>());
}
