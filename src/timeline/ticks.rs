//! The calendar's ticks, from thousands of years to days.
//!
//! Steps nest: each step's ticks are ticks of all finer steps. A step's strength
//! grows with the room between its ticks, so that lines and labels fade in while
//! one zooms, and never pop.

use super::measure::Measure;
use super::view::View;
use crate::date::{Day, day_from_ymd, year_words, ymd_from_day};
use crate::tr;

/// The room between lines, in points, at which they begin to show.
const LINE_FROM: f32 = 9.0;
/// The room between lines, in points, at which they have their full strength.
const LINE_FULL: f32 = 60.0;
/// The room between two labels of a step when they begin to show, in points.
const LABEL_GAP: f32 = 14.0;
/// The further room that takes labels to full strength, in points.
const LABEL_FADE: f32 = 5.0;
/// The average length of a year in days.
const YEAR_DAYS: f64 = 365.2425;

/// A step between ticks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Years(i32),
    Months(i32),
    /// Days of the month that are worth a tick: all multiples of this within the
    /// month that leave room before the next month's first.
    Days(i8),
}

/// All steps, the coarsest first.
const STEPS: [Step; 13] = [
    Step::Years(5000),
    Step::Years(1000),
    Step::Years(500),
    Step::Years(100),
    Step::Years(50),
    Step::Years(10),
    Step::Years(5),
    Step::Years(1),
    Step::Months(3),
    Step::Months(1),
    Step::Days(10),
    Step::Days(5),
    Step::Days(1),
];

/// A month, as ticks name it.
fn month_name(month: i8) -> &'static str {
    match month {
        1 => tr!("timeline-month-1"),
        2 => tr!("timeline-month-2"),
        3 => tr!("timeline-month-3"),
        4 => tr!("timeline-month-4"),
        5 => tr!("timeline-month-5"),
        6 => tr!("timeline-month-6"),
        7 => tr!("timeline-month-7"),
        8 => tr!("timeline-month-8"),
        9 => tr!("timeline-month-9"),
        10 => tr!("timeline-month-10"),
        11 => tr!("timeline-month-11"),
        _ => tr!("timeline-month-12"),
    }
}

/// A line of the grid, with or without a label.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// The day at whose beginning it stands.
    pub day: Day,
    /// Where, in points from the left edge of the canvas.
    pub x: f32,
    /// How strong its line is, 0 to 1.
    pub strength: f32,
    /// How strong its label is, 0 to 1; at 0 it has none.
    pub label_strength: f32,
    /// What it is called.
    pub label: String,
    /// Whether the label names a greater unit than its neighbours': a year among
    /// months, a month among days.
    pub is_major: bool,
}

impl Step {
    /// The usual room between its ticks, in days.
    fn days(self) -> f64 {
        match self {
            Self::Years(years) => f64::from(years) * YEAR_DAYS,
            Self::Months(months) => f64::from(months) * YEAR_DAYS / 12.0,
            Self::Days(days) => f64::from(days),
        }
    }

    fn has(self, (year, month, day): (i16, i8, i8)) -> bool {
        match self {
            Self::Years(years) => month == 1 && day == 1 && i32::from(year).rem_euclid(years) == 0,
            Self::Months(months) => day == 1 && i32::from(month - 1) % months == 0,
            Self::Days(1) => true,
            // Not the 30th: the next month's first would stand on it.
            Self::Days(days) => day == 1 || (day % days == 0 && day < 29),
        }
    }

    /// The first tick at or after a day; `None` past the end of the calendar.
    fn first_from(self, from: Day) -> Option<Day> {
        let (year, month, day) = ymd_from_day(from);
        match self {
            Self::Years(years) => {
                let year = if month > 1 || day > 1 { year.checked_add(1)? } else { year };
                let year = i32::from(year);
                let year = year + (-year).rem_euclid(years);
                day_from_ymd(i16::try_from(year).ok()?, 1, 1)
            }
            Self::Months(months) => {
                let index = i32::from(year) * 12 + i32::from(month - 1) + i32::from(day > 1);
                let index = index + (-index).rem_euclid(months);
                let (year, month) = (index.div_euclid(12), index.rem_euclid(12) + 1);
                day_from_ymd(i16::try_from(year).ok()?, month as i8, 1)
            }
            // At most a month lies between two ticks of days.
            Self::Days(_) => (from..from.saturating_add(32)).find(|d| self.has(ymd_from_day(*d))),
        }
    }

    fn label(self, (year, month, day): (i16, i8, i8)) -> (String, bool) {
        match self {
            Self::Years(_) => (axis_year(i32::from(year)), false),
            Self::Months(_) if month == 1 => (year_words(i32::from(year)), true),
            Self::Months(_) => (month_name(month).to_owned(), false),
            Self::Days(_) if day == 1 && month == 1 => (year_words(i32::from(year)), true),
            Self::Days(_) if day == 1 => (month_name(month).to_owned(), true),
            Self::Days(_) => (day.to_string(), false),
        }
    }

    /// The widest label of the step, to know the room that it needs.
    fn widest(self, has_early_years: bool) -> String {
        match self {
            Self::Years(_) | Self::Months(_) if has_early_years => axis_year(-4999),
            Self::Years(_) => axis_year(2000),
            Self::Months(_) => year_words(2000),
            Self::Days(_) => tr!("timeline-month-widest").to_owned(),
        }
    }
}

/// A year among years, as short as can be: four digits can be nothing else there. Among
/// months and days, a year is worded as they are.
fn axis_year(year: i32) -> String {
    if year < 100 { year_words(year) } else { year.to_string() }
}

/// The ticks of a view on a canvas of some width, in the order of time, each day
/// at most once. Their number is bounded by the width.
pub fn ticks(view: &View, width: f32, measure: &dyn Measure) -> Vec<Tick> {
    let points_per_day = (1.0 / view.days_per_point(width)) as f32;
    // Years before 100 have their era behind them.
    let has_early_years = ymd_from_day(view.span().start).0 < 100;
    let room = |step: Step| step.days() as f32 * points_per_day;
    let line_strength = |step| fade(room(step), LINE_FROM, LINE_FULL);
    let label_strength = |step: Step| {
        let from = measure.tick_width(&step.widest(has_early_years)) + LABEL_GAP;
        fade(room(step), from, from + LABEL_FADE)
    };
    let Some(finest) = STEPS.iter().rev().copied().find(|step| line_strength(*step) > 0.0) else {
        return Vec::new();
    };
    // The finest step that has labels gives them their form.
    let labelled = STEPS.iter().rev().copied().find(|step| label_strength(*step) > 0.0);
    let span = view.span();
    let mut ticks = Vec::new();
    let mut next = finest.first_from(span.start);
    while let Some(day) = next.filter(|day| *day <= span.end) {
        next = day.checked_add(1).and_then(|day| finest.first_from(day));
        let ymd = ymd_from_day(day);
        let Some(coarsest) = STEPS.iter().copied().find(|step| step.has(ymd)) else {
            continue;
        };
        let (label, is_major) = labelled.map(|step| step.label(ymd)).unwrap_or_default();
        ticks.push(Tick {
            day,
            x: view.x_from_day(f64::from(day), width),
            strength: line_strength(coarsest),
            label_strength: label_strength(coarsest),
            label,
            is_major,
        });
    }
    ticks
}

/// What the left edge of the ruler says where no tick in view does: the year over
/// months, month and year over days. Nothing over years.
pub fn context(view: &View, ticks: &[Tick]) -> Option<String> {
    let (year, month, _) = ymd_from_day(view.span().start);
    let year = year_words(i32::from(year));
    let days = ticks.iter().any(|t| t.label_strength > 0.0 && !t.is_major && is_number(&t.label));
    let years_only = ticks
        .iter()
        .filter(|tick| tick.label_strength > 0.0)
        .all(|tick| ymd_from_day(tick.day).1 == 1 && ymd_from_day(tick.day).2 == 1);
    if days && view.days() < 400.0 {
        Some(tr!("timeline-month-of-year", month = month_name(month), year = year))
    } else if !years_only {
        Some(year)
    } else {
        None
    }
}

fn is_number(label: &str) -> bool {
    label.len() <= 2 && label.bytes().all(|b| b.is_ascii_digit())
}

/// 0 up to `from`, 1 from `full` on, and smooth between.
fn fade(value: f32, from: f32, full: f32) -> f32 {
    let part = ((value - from) / (full - from)).clamp(0.0, 1.0);
    part * part * (3.0 - 2.0 * part)
}

#[cfg(test)]
mod tests {
    use super::super::measure::PerChar;
    use super::*;
    use crate::date::{DAY_MAX, DAY_MIN};

    fn labels(start: (i16, i8, i8), end: (i16, i8, i8)) -> Vec<String> {
        let day = |(y, m, d)| f64::from(day_from_ymd(y, m, d).expect("a day"));
        let view = View { start: day(start), end: day(end) };
        ticks(&view, 800.0, &PerChar)
            .into_iter()
            .filter(|tick| tick.label_strength > 0.5)
            .map(|tick| tick.label)
            .collect()
    }

    #[test]
    fn fifty_years_show_every_fifth() {
        assert_eq!(labels((1970, 6, 1), (2020, 6, 1)).first().map(String::as_str), Some("1975"));
        assert_eq!(labels((1970, 6, 1), (2020, 6, 1)).len(), 10);
    }

    #[test]
    fn a_year_shows_months_and_names_the_year_at_january() {
        let labels = labels((2020, 10, 15), (2021, 6, 15));
        assert_eq!(labels, ["Nov", "Dec", "2021", "Feb", "Mar", "Apr", "May", "Jun"]);
    }

    #[test]
    fn a_week_shows_days_and_names_the_month_at_its_first() {
        let labels = labels((2021, 2, 26), (2021, 3, 4));
        assert_eq!(labels, ["26", "27", "28", "Mar", "2", "3", "4"]);
    }

    #[test]
    fn twenty_thousand_years_show_thousands() {
        let view = View { start: f64::from(DAY_MIN), end: f64::from(DAY_MAX) };
        let ticks = ticks(&view, 800.0, &PerChar);
        assert!(ticks.iter().any(|tick| tick.label == "5000" && tick.label_strength > 0.5));
        assert!(ticks.len() < 100);
    }

    #[test]
    fn ticks_are_in_order_and_bounded_by_the_width_at_every_zoom() {
        let mut view = View { start: f64::from(DAY_MIN), end: f64::from(DAY_MAX) };
        while view.days() > super::super::view::MIN_DAYS {
            let ticks = ticks(&view, 800.0, &PerChar);
            assert!(ticks.len() as f32 <= 800.0 / LINE_FROM * 1.2 + 2.0, "{}", ticks.len());
            assert!(ticks.windows(2).all(|pair| pair[0].day < pair[1].day));
            view = view.zoom_at(18_700.3, 1.3);
        }
    }

    #[test]
    fn labels_of_full_strength_never_touch() {
        // 2021, and 44 BCE.
        for center in [18_700.3, -735_400.2] {
            let mut view = View { start: center - 1e6, end: center + 1e6 };
            while view.days() > super::super::view::MIN_DAYS {
                let ticks: Vec<Tick> = ticks(&view, 800.0, &PerChar)
                    .into_iter()
                    .filter(|tick| tick.label_strength > 0.0)
                    .collect();
                for pair in ticks.windows(2) {
                    let right = pair[0].x + PerChar.tick_width(&pair[0].label);
                    assert!(right < pair[1].x, "{pair:?}");
                }
                view = view.zoom_at(center, 1.1);
            }
        }
    }
}
