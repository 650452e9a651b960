//! Each text beside what comes of it: the canonical text, or the whole message.

use super::super::Date;

fn read(text: &str) -> String {
    match Date::parse(text) {
        Ok(date) => date.to_string(),
        Err(error) => error.to_string(),
    }
}

fn check(cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        assert_eq!(read(text), *expected, "{text:?}");
    }
}

const LEVEL_TWO_X: &str = "uses `X` where other digits follow or too few are left, and EDTF level 2 is not supported: write `X` only at the end, as `201X`, `19XX`, `2004-XX`, `2004-XX-XX` or `2004-03-XX`";

#[test]
fn ok_canonical() {
    for text in [
        "2021-03-18",
        "2021-03",
        "2021",
        "201X",
        "19XX",
        "2004-XX",
        "2004-XX-XX",
        "2004-03-XX",
        "1972-21",
        "1972-22",
        "1972-23",
        "1972-24",
        "2021~",
        "2021-03?",
        "2021-03-18%",
        "201X~",
        "1972-21?",
        "2004-XX~",
        "0000",
        "-0001",
        "-0044-03-15",
        "-9999",
        "9999-12-31",
        "-004X",
        "-000X",
        "-00XX",
        "000X",
        "00XX",
        "2024-02-29",
        "0000-02-29",
        "2021-03-18T10:30:00+08:00",
        "2021-03-18T10:30",
        "2021-03-18T10:30Z",
        "2021-03-18T10:30:00-03:30",
    ] {
        assert_eq!(read(text), text);
    }
}

#[test]
fn ok_fraction_is_dropped() {
    assert_eq!(read("2021-03-18T10:30:00.250Z"), "2021-03-18T10:30:00Z");
}

#[test]
fn err_missing_or_unreadable() {
    check(&[
        ("", "a date is missing: write one such as `2021-03-18`, `2021-03` or `2021`"),
        (" \t", "a date is missing: write one such as `2021-03-18`, `2021-03` or `2021`"),
        (" 2021", "there is space around ` 2021`: remove it"),
        ("2021\n", "there is space around `2021\u{FFFD}`: remove it"),
        ("2021–03", "`2021–03` contains `–`: write dates with plain digits and the hyphen `-`"),
        ("２０２１", "`２０２１` contains `２`: write dates with plain digits and the hyphen `-`"),
        ("2021年", "`2021年` contains `年`: write dates with plain digits and the hyphen `-`"),
    ]);
    assert_eq!(
        read(&"1".repeat(5000)),
        format!("`{}…` is too long for a date: write one such as `2021-03-18`", "1".repeat(39))
    );
    assert_eq!(
        read(&"年".repeat(34)),
        format!("`{}` is too long for a date: write one such as `2021-03-18`", "年".repeat(34))
    );
}

#[test]
fn err_another_notation() {
    let generic = "write year, month and day as in `2021-03-18`, or only `2021-03` or `2021`";
    check(&[
        ("2021/03/18", "`2021/03/18` is not a date in EDTF: write `2021-03-18`"),
        ("2021.03.18", "`2021.03.18` is not a date in EDTF: write `2021-03-18`"),
        ("20210318", "`20210318` is not a date in EDTF: write `2021-03-18`"),
        ("2021-03-18 10:30", "`2021-03-18 10:30` is not a date in EDTF: write `2021-03-18T10:30`"),
        ("199u", "`199u` is not a date in EDTF: write `199X`"),
        ("199x", "`199x` is not a date in EDTF: write `199X`"),
        ("1984?~", "`1984?~` is not a date in EDTF: write `1984%`"),
        ("..1984", "`..1984` is not a date in EDTF: write `../1984`"),
        ("1984..", "`1984..` is not a date in EDTF: write `1984/..`"),
        (
            "1984..1986",
            "`1984..1986` is not a date in EDTF: write an interval as `1984/1985`, `1984/..` or `../1985`",
        ),
        (
            "..",
            "`..` is not a date in EDTF: write a date here, for `..` stands only for an open end",
        ),
        ("1984/1985", "`1984/1985` is an interval where one date is expected: write only one date"),
    ]);
    for text in [
        "18 March 2021",
        "18/03/2021",
        "March 2021",
        "c. 1972",
        "2021-W11",
        "spring 1972",
        "20211399",
        "~",
        "T10:30",
    ] {
        let expected = match text {
            "~" | "T10:30" => "expected a four-digit year such as `2021`, found nothing".to_owned(),
            _ => format!("`{text}` is not a date in EDTF: {generic}"),
        };
        assert_eq!(read(text), expected);
    }
}

#[test]
fn err_year() {
    check(&[
        ("21-03-18", "expected a four-digit year such as `2021`, found `21`"),
        ("18-03-2021", "expected a four-digit year such as `2021`, found `18`"),
        ("12021", "expected a four-digit year such as `2021`, found `12021`"),
        ("-44", "expected a four-digit year such as `-0044`, found `-44`"),
        ("-0000", "there is no year `-0000`: write `0000` for 1 BCE, `-0001` for 2 BCE"),
        ("-0000-03", "there is no year `-0000`: write `0000` for 1 BCE, `-0001` for 2 BCE"),
        (
            "Y170000002",
            "`Y170000002` lies outside the years -9999 to 9999: write a year of four digits",
        ),
        ("Y-17000", "`Y-17000` lies outside the years -9999 to 9999: write a year of four digits"),
    ]);
}

#[test]
fn err_month_and_day() {
    check(&[
        ("2021-3-8", "expected a two-digit month such as `03`, found `3`"),
        ("2021-", "expected a two-digit month such as `03`, found nothing"),
        ("2021-077", "expected a two-digit month such as `03`, found `077`"),
        ("2021-03-8", "expected a two-digit day such as `08`, found `8`"),
        ("2021-03-", "expected a two-digit day such as `08`, found nothing"),
        ("2021-03-18-05", "expected nothing behind the day, found `-05`"),
        (
            "2021-13",
            "there is no month `13`: months are `01` to `12`, seasons `21` (spring) to `24` (winter)",
        ),
        (
            "2021-00",
            "there is no month `00`: months are `01` to `12`, seasons `21` (spring) to `24` (winter)",
        ),
        (
            "2021-42",
            "there is no month `42`: months are `01` to `12`, seasons `21` (spring) to `24` (winter)",
        ),
        ("2021-02-30", "`2021-02-30` does not exist: February 2021 has 28 days"),
        ("2024-02-30", "`2024-02-30` does not exist: February 2024 has 29 days"),
        ("2021-04-00", "`2021-04-00` does not exist: April 2021 has 30 days"),
        ("-0044-02-30", "`-0044-02-30` does not exist: February 45 BCE has 29 days"),
        (
            "1972-21-05",
            "`1972-21-05` gives a season a day: write the season alone, such as `1972-21`, or a month and a day",
        ),
    ]);
}

#[test]
fn err_time() {
    check(&[
        (
            "2021-03T10:30",
            "`2021-03T10:30` has a time without a whole date: write year, month and day before the `T`",
        ),
        (
            "2021-03-18T10:30~",
            "`2021-03-18T10:30~` has a time and `~` behind it: leave out one of them",
        ),
        (
            "2021-03-18T",
            "expected a time such as `10:30`, `10:30:00` or `10:30:00+08:00`, found nothing",
        ),
        (
            "2021-03-18T1030",
            "expected a time such as `10:30`, `10:30:00` or `10:30:00+08:00`, found `1030`",
        ),
        (
            "2021-03-18T25:00",
            "`25:00` is no time of day: hours are `00` to `23`, minutes and seconds `00` to `59`",
        ),
    ]);
}

#[test]
fn err_level_two() {
    let four = "write a year of four digits, -9999 to 9999";
    let set = "uses a set of dates, and EDTF level 2 is not supported: write an interval from the first to the last, as `1984/1985`";
    let part = "uses `~`, `?` or `%` on a part of the date, and EDTF level 2 is not supported: write it behind the whole date, as";
    let season = "uses a season of `25` to `41`, and EDTF level 2 is not supported: write `21` (spring) to `24` (winter), or an interval of months as `2021-01/2021-03`";
    let digits = "uses a number of significant digits, and EDTF level 2 is not supported: write";
    let cases = [
        ("{1984,1985}", format!("`{{1984,1985}}` {set}")),
        ("[1667,1668..1670]", format!("`[1667,1668..1670]` {set}")),
        ("1984?-06", format!("`1984?-06` {part} `1984-06?`")),
        ("2004-06-~01", format!("`2004-06-~01` {part} `2004-06-01~`")),
        ("?2004-06-~11", format!("`?2004-06-~11` {part} `2004-06-11?`")),
        ("2004~-06-40", format!("`2004~-06-40` {part} `2004-06~`")),
        ("156X-12-25", format!("`156X-12-25` {LEVEL_TWO_X}")),
        ("1XXX-12", format!("`1XXX-12` {LEVEL_TWO_X}")),
        ("1XXX", format!("`1XXX` {LEVEL_TWO_X}")),
        ("XXXX-12-XX", format!("`XXXX-12-XX` {LEVEL_TWO_X}")),
        ("2X21", format!("`2X21` {LEVEL_TWO_X}")),
        ("2004-1X", format!("`2004-1X` {LEVEL_TWO_X}")),
        ("2004-12-2X", format!("`2004-12-2X` {LEVEL_TWO_X}")),
        ("2004-XX-25", format!("`2004-XX-25` {LEVEL_TWO_X}")),
        ("2021-25", format!("`2021-25` {season}")),
        ("2021-41", format!("`2021-41` {season}")),
        (
            "1950S2",
            format!(
                "`1950S2` {digits} a decade as `195X`, a century as `19XX` or about a year as `1950~`"
            ),
        ),
        ("Y171010000S3", format!("`Y171010000S3` {digits} a year of four digits, -9999 to 9999")),
        (
            "Y-17E7",
            format!(
                "`Y-17E7` uses a year with an exponent, and EDTF level 2 is not supported: {four}"
            ),
        ),
    ];
    for (text, expected) in &cases {
        assert_eq!(read(text), *expected);
        let error = Date::parse(text).expect_err(text);
        assert!(error.is_level_two() && !error.is_end_before_start(), "{text}");
    }
}

#[test]
fn err_many_dots_are_read_in_no_time() {
    assert!(Date::parse(&".".repeat(100)).is_err());
    assert!(Date::parse(&"~".repeat(100)).is_err());
    assert!(Date::parse(&"/".repeat(100)).is_err());
}
