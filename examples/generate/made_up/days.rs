//! When meetings were: years of silence, hundreds on some days, and dates as
//! imprecise as those that people know.

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::dice::Dice;
use super::{Plan, Shape};

const FIRST_YEAR: i16 = 1844;
/// From this year on there are many meetings.
const BUSY_FROM: i16 = 1945;
const LAST_YEAR: i16 = 2026;

/// How many meetings fall on which day.
pub struct Days {
    /// For each day since the first the weight of it and all days before.
    until: Vec<u64>,
    events: u64,
    is_one_day: bool,
}

/// What `start` and `end` say.
#[derive(Debug, Default)]
pub struct When {
    pub start: String,
    pub end: Option<String>,
}

fn first_day() -> Date {
    Date::constant(FIRST_YEAR, 1, 1)
}

impl Days {
    /// Throws which days are silent, and which are busy.
    pub fn new(plan: &Plan, dice: &mut Dice) -> Self {
        let mut until = Vec::new();
        let mut sum = 0;
        let mut silent_until = FIRST_YEAR;
        for year in FIRST_YEAR..=LAST_YEAR {
            let is_long_ago = year < BUSY_FROM;
            if year >= silent_until && dice.permille(if is_long_ago { 300 } else { 60 }) {
                silent_until = year + dice.range(1, if is_long_ago { 9 } else { 4 }) as i16;
            }
            let mood = if year < silent_until { 0 } else { dice.range(1, 6) };
            for _ in 0..Date::constant(year, 1, 1).days_in_year() {
                sum += match () {
                    () if mood == 0 => 0,
                    () if is_long_ago => u64::from(dice.permille(4)),
                    () if dice.permille(2) => dice.range(50, 600),
                    () if dice.permille(300) => mood * dice.range(1, 3),
                    () => 0,
                };
                until.push(sum);
            }
        }
        Self { until, events: plan.events.max(1), is_one_day: plan.shape == Shape::OneDay }
    }

    /// When the meeting with this number was.
    pub fn when(&self, number: u64, dice: &mut Dice) -> When {
        if self.is_one_day {
            return When { start: "2021-03-18".to_owned(), end: None };
        }
        let total = self.until.last().copied().unwrap_or(1);
        let place = match () {
            // Added late.
            () if dice.permille(50) => u128::from(dice.below(total)),
            () => u128::from(number) * u128::from(total) / u128::from(self.events),
        };
        let day = self.until.partition_point(|until| u128::from(*until) <= place);
        date_on(after(first_day(), day as u64), dice)
    }
}

/// A day so many days later.
fn after(day: Date, days: u64) -> Date {
    day.saturating_add((days as i64).days())
}

/// A meeting that began on a day, as imprecise as it may be known.
fn date_on(day: Date, dice: &mut Dice) -> When {
    let only = |start: String| When { start, end: None };
    let until = |end: Date| When { start: day.to_string(), end: Some(end.to_string()) };
    let (year, month) = (day.year(), day.month());
    match dice.below(1000) {
        0..620 => only(day.to_string()),
        620..720 => until(after(day, dice.range(1, 10))),
        720..735 => until(after(day, dice.range(30, 1000))),
        735..765 => only(format!("{day}/{}", after(day, dice.range(1, 20)))),
        765..775 => {
            let end = after(day, dice.range(40, 400));
            only(format!("{year:04}-{month:02}/{:04}-{:02}", end.year(), end.month()))
        }
        775..825 => only(format!("{year:04}-{month:02}")),
        825..850 => only(format!("{year:04}")),
        850..865 => only(format!("{year:04}-{}", 21 + (month - 1) / 3)),
        865..868 => only(format!("{:03}X", year / 10)),
        868..872 => only(format!("{year:04}-XX")),
        872..880 => only(format!("{year:04}-{month:02}-XX")),
        880..910 => only(format!("{day}{}", dice.pick(&["~", "?", "%"]))),
        910..940 => only(format!("{year:04}-{month:02}{}", dice.pick(&["~", "?", "%"]))),
        940..950 => only(format!("{year:04}{}", dice.pick(&["~", "?", "%"]))),
        950..951 => When { start: day.to_string(), end: Some("..".to_owned()) },
        951..952 => When { start: "..".to_owned(), end: Some(day.to_string()) },
        952..970 => only(format!("{day}T{:02}:30:00+08:00", dice.range(8, 19))),
        _ => only(day.to_string()),
    }
}
