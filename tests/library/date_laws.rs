//! Laws of dates that hold for every text, every day and every date, not only for chosen ones.

use proptest::prelude::*;
use readout::date::{
    Bound, DAY_MAX, DAY_MIN, Date, Precision, Qualifier, Span, When, day_from_ymd, day_words,
    gap_words, year_words, ymd_from_day,
};

/// Any year as EDTF writes it.
fn year() -> impl Strategy<Value = String> {
    (-9999_i16..=9999)
        .prop_map(|year| if year < 0 { format!("-{:04}", -year) } else { format!("{year:04}") })
}

/// Any exact day.
fn day() -> impl Strategy<Value = String> {
    (DAY_MIN..=DAY_MAX).prop_map(|day| Date::from_day(day).to_string())
}

fn month() -> impl Strategy<Value = String> {
    (year(), 1..=12).prop_map(|(year, month)| format!("{year}-{month:02}"))
}

fn time() -> impl Strategy<Value = String> {
    let zone = prop_oneof![
        Just(String::new()),
        Just("Z".to_owned()),
        (prop::bool::ANY, 1..24, 0..60).prop_map(|(is_ahead, hours, minutes)| {
            format!("{}{hours:02}:{minutes:02}", if is_ahead { '+' } else { '-' })
        }),
    ];
    let second = prop::option::of((0..60).prop_map(|second| format!(":{second:02}")));
    (0..24, 0..60, second, zone).prop_map(|(hour, minute, second, zone)| {
        format!("T{hour:02}:{minute:02}{}{zone}", second.unwrap_or_default())
    })
}

fn undated() -> impl Strategy<Value = String> {
    prop_oneof![
        day(),
        month(),
        year(),
        (year(), 21..=24).prop_map(|(year, season)| format!("{year}-{season}")),
        month().prop_map(|month| format!("{month}-XX")),
        year().prop_map(|year| format!("{year}-XX")),
        year().prop_map(|year| format!("{year}-XX-XX")),
        (prop::bool::ANY, 0..1000)
            .prop_map(|(minus, n)| format!("{}{n:03}X", if minus { "-" } else { "" })),
        (prop::bool::ANY, 0..100)
            .prop_map(|(minus, n)| format!("{}{n:02}XX", if minus { "-" } else { "" })),
    ]
}

/// Any canonical EDTF date of levels 0 and 1.
fn edtf() -> impl Strategy<Value = String> {
    let qualified = (undated(), prop_oneof![Just(""), Just("~"), Just("?"), Just("%")])
        .prop_map(|(date, sign)| format!("{date}{sign}"));
    prop_oneof![4 => qualified, 1 => (day(), time()).prop_map(|(day, time)| format!("{day}{time}"))]
}

fn bound() -> impl Strategy<Value = Bound> {
    prop_oneof![
        4 => edtf().prop_map(|text| Bound::Date(date(&text))),
        1 => Just(Bound::Open),
        1 => Just(Bound::Unknown),
    ]
}

fn when() -> impl Strategy<Value = When> {
    (bound(), prop::option::of(bound()))
        .prop_filter_map("must be in order", |(start, end)| When::new(start, end).ok())
}

fn date(text: &str) -> Date {
    Date::parse(text).unwrap_or_else(|error| panic!("{text:?}: {error}"))
}

/// The texts between an EDTF date and a text that merely looks like one.
fn nearly_edtf() -> impl Strategy<Value = String> {
    "[-0-9XTZYSEu.:/~?%+{}\\[\\], ]{0,40}"
}

fn check_any_text(text: &str) -> Result<(), TestCaseError> {
    let results = [
        Date::parse(text).map(|date| date.words()),
        When::parse_start(text).map(|when| when.words()),
        When::parse("2021", Some(text)).map(|when| when.words()),
        When::parse(text, Some("2021")).map(|when| when.words()),
    ];
    for result in results {
        let shown = result.unwrap_or_else(|error| error.to_string());
        prop_assert!(!shown.is_empty());
        prop_assert!(shown.chars().count() < 300, "{}", shown);
        prop_assert!(!shown.contains('\n'));
    }
    Ok(())
}

proptest! {
    #[test]
    fn no_text_makes_it_panic(text in any::<String>()) {
        check_any_text(&text)?;
    }

    #[test]
    fn no_text_like_a_date_makes_it_panic(text in nearly_edtf()) {
        check_any_text(&text)?;
    }

    #[test]
    fn no_slip_in_a_date_makes_it_panic(text in edtf(), at in 0_usize..12, slip in any::<char>()) {
        let slipped: String = text.chars().enumerate().map(|(i, c)| if i == at { slip } else { c }).collect();
        check_any_text(&slipped)?;
    }

    #[test]
    fn what_can_be_read_is_shown_as_it_reads_again(text in nearly_edtf()) {
        if let Ok(when) = When::parse_start(&text) {
            prop_assert_eq!(When::parse_start(&when.to_string()), Ok(when));
        }
    }

    #[test]
    fn canonical_dates_are_shown_as_written(text in edtf()) {
        prop_assert_eq!(date(&text).to_string(), text);
    }

    #[test]
    fn intervals_are_shown_as_written(when in when()) {
        prop_assert_eq!(When::parse_start(&when.to_string()), Ok(when));
    }

    #[test]
    fn spans_are_not_empty_and_lie_within_the_calendar(when in when()) {
        let span = when.span();
        prop_assert!(!span.is_empty());
        prop_assert!(DAY_MIN <= span.start && span.end <= DAY_MAX + 1);
        for bound in [Some(when.start()), when.end()].into_iter().flatten() {
            if let Some(date) = bound.date() {
                prop_assert!(span.overlaps(&date.span()));
            }
        }
    }

    #[test]
    fn words_are_never_more_precise_than_the_date(text in month(), sign in prop_oneof![Just(""), Just("~"), Just("?")]) {
        let date = date(&format!("{text}{sign}"));
        let year = year_words(date.year().into());
        let words = date.words();
        let without_year = words.strip_suffix(&year);
        prop_assert!(without_year.is_some_and(|rest| !rest.contains(|c: char| c.is_ascii_digit())), "{}", words);
    }

    #[test]
    fn words_name_a_month_only_where_one_is_written(text in undated()) {
        let date = date(&text);
        let has_month = ["January", "February", "March", "April", "May", "June", "July", "August",
            "September", "October", "November", "December"].iter().any(|month| date.words().contains(month));
        let is_written = matches!(date.precision(), Precision::Day | Precision::DayUnspecified | Precision::Month);
        prop_assert_eq!(has_month, is_written);
    }

    #[test]
    fn a_qualifier_changes_the_words_and_not_the_span(text in undated()) {
        let plain = date(&text);
        for sign in ["~", "?", "%"] {
            let qualified = date(&format!("{text}{sign}"));
            prop_assert_eq!(qualified.span(), plain.span());
            prop_assert_ne!(qualified.words(), plain.words());
            prop_assert_ne!(qualified.qualifier(), Qualifier::Exact);
        }
    }

    #[test]
    fn a_finer_date_lies_within_the_coarser_one(day in DAY_MIN..=DAY_MAX, season in 21..=24) {
        let (year, ..) = ymd_from_day(day);
        let text = Date::from_day(day).to_string();
        let year_text = text.get(..text.len() - 6).unwrap_or_default();
        let year_span = date(year_text).span();
        prop_assert!(date(text.get(..text.len() - 3).unwrap_or_default()).span().contains(day));
        prop_assert!(year_span.contains(day));
        prop_assert_eq!(date(year_text).year(), year);
        let season = date(&format!("{year_text}-{season}")).span();
        prop_assert_eq!(season.intersection(&year_span), Some(season));
        let decade = date(&format!("{}X", year_text.get(..year_text.len() - 1).unwrap_or_default()));
        prop_assert_eq!(decade.span().intersection(&year_span), Some(year_span));
    }

    #[test]
    fn a_time_leaves_the_day_alone(day in DAY_MIN..=DAY_MAX, time in time()) {
        let timed = date(&format!("{}{time}", Date::from_day(day)));
        prop_assert_eq!(timed.span(), Span::day(day));
        prop_assert!(timed.time().is_some());
    }

    #[test]
    fn days_and_the_calendar_agree(day in DAY_MIN..=DAY_MAX) {
        let (year, month, of_month) = ymd_from_day(day);
        prop_assert_eq!(day_from_ymd(year, month, of_month), Some(day));
        let number = format!("{of_month} ");
        prop_assert!(day_words(day).starts_with(&number));
    }

    #[test]
    fn any_day_is_clamped(day in any::<i32>()) {
        let (year, month, of_month) = ymd_from_day(day);
        prop_assert_eq!(day_from_ymd(year, month, of_month), Some(day.clamp(DAY_MIN, DAY_MAX)));
    }

    #[test]
    fn any_year_month_and_day_is_a_day_or_none(year in any::<i16>(), month in any::<i8>(), day in any::<i8>()) {
        if let Some(number) = day_from_ymd(year, month, day) {
            prop_assert_eq!(ymd_from_day(number), (year, month, day));
        }
    }

    #[test]
    fn later_days_are_later_in_every_order(a in DAY_MIN..=DAY_MAX, b in DAY_MIN..=DAY_MAX) {
        let (first, second) = (Date::from_day(a), Date::from_day(b));
        prop_assert_eq!(a.cmp(&b), ymd_from_day(a).cmp(&ymd_from_day(b)));
        prop_assert_eq!(a.cmp(&b), first.span().cmp(&second.span()));
        let interval = When::new(Bound::Date(first), Some(Bound::Date(second)));
        prop_assert_eq!(interval.is_ok(), a <= b);
        if let Err(error) = interval {
            prop_assert!(error.is_end_before_start());
        }
    }

    #[test]
    fn an_interval_is_refused_only_where_it_ends_wholly_before_it_starts(a in edtf(), b in edtf()) {
        let (first, last) = (date(&a), date(&b));
        let interval = When::new(Bound::Date(first), Some(Bound::Date(last)));
        prop_assert_eq!(interval.is_ok(), last.span().end > first.span().start);
    }

    #[test]
    fn spans_are_an_algebra(a in -50..50, b in -50..50, c in -50..50, d in -50..50) {
        let (one, two) = (Span { start: a, end: b }, Span { start: c, end: d });
        let both = one.intersection(&two);
        prop_assert_eq!(both, two.intersection(&one));
        prop_assert_eq!(both.is_some(), one.overlaps(&two));
        let hull = one.union(&two);
        for day in -50..50 {
            prop_assert_eq!(both.is_some_and(|span| span.contains(day)), one.contains(day) && two.contains(day));
            prop_assert!(hull.contains(day) || !(one.contains(day) || two.contains(day)));
        }
        prop_assert!(hull.len() >= one.len().max(two.len()));
    }

    #[test]
    fn gaps_have_words_in_either_order(from in any::<i32>(), to in any::<i32>()) {
        prop_assert_eq!(gap_words(from, to), gap_words(to, from));
        prop_assert_eq!(gap_words(from, from), "the same day");
    }
}
