//! Holds that plain dates are worded as CLDR has it, by which systems and browsers go.

use icu_datetime::DateTimeFormatter;
use icu_datetime::fieldsets::{Y, YM, YMD};
use icu_datetime::input::Date as IcuDate;
use icu_locale_core::{Locale, locale};
use readout::date::Date;
use readout::lang::Language;

fn locale_of(language: Language) -> Locale {
    match language {
        Language::English => locale!("en-GB"),
        Language::Chinese => locale!("zh-Hans-CN"),
    }
}

fn words(edtf: &str, language: Language) -> String {
    Date::parse(edtf).expect("a date of the test").words_in(language)
}

#[test]
fn days_months_and_years_are_worded_as_in_cldr() {
    for language in Language::ALL {
        let preferences = || locale_of(language).into();
        let of_day = DateTimeFormatter::try_new(preferences(), YMD::long()).expect("in CLDR");
        let of_month = DateTimeFormatter::try_new(preferences(), YM::long()).expect("in CLDR");
        let of_year = DateTimeFormatter::try_new(preferences(), Y::long()).expect("in CLDR");
        for year in [1000, 1949, 1972, 2000, 2021, 2026] {
            for (month, day) in (1..=12).flat_map(|month| [1, 9, 10, 28].map(|day| (month, day))) {
                let date = IcuDate::try_new_iso(year, month, day).expect("such a day");
                let edtf = format!("{year:04}-{month:02}-{day:02}");
                assert_eq!(words(&edtf, language), of_day.format(&date).to_string());
                assert_eq!(words(&edtf[..7], language), of_month.format(&date).to_string());
                assert_eq!(words(&edtf[..4], language), of_year.format(&date).to_string());
            }
        }
    }
}
