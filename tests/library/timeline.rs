//! The picture, by gesture: what is merged, what comes apart, what stays put.

use proptest::prelude::*;
use readout::date::{day_from_ymd, ymd_from_day};
use readout::model::{Dataset, EventIx, EventSet};
use readout::timeline::{
    Content, Frame, LaneChoice, Lanes, MARK_RADIUS, Matches, Measure, PerChar, Periods, Scene,
    View, lane_heights,
};

use crate::support::{dataset_of, dataset_on};

const WIDTH: f32 = 800.0;
const HEIGHT: f32 = 500.0;

fn scene_of(dataset: &Dataset, choice: LaneChoice, view: View) -> Scene {
    let lanes = Lanes::new(dataset, choice);
    scene_in(dataset, &lanes, view, None)
}

fn scene_in(dataset: &Dataset, lanes: &Lanes, view: View, matches: Option<&Matches>) -> Scene {
    let heights = lane_heights(lanes, &view, WIDTH, HEIGHT);
    Scene::new(&Frame {
        dataset,
        lanes,
        periods: &Periods::new(dataset),
        view,
        width: WIDTH,
        heights: &heights,
        matches,
        measure: &PerChar,
    })
}

fn day(year: i16, month: i8, day: i8) -> f64 {
    f64::from(day_from_ymd(year, month, day).expect("a day of the test"))
}

fn years(from: i16, to: i16) -> View {
    View { start: day(from, 1, 1), end: day(to, 1, 1) }
}

fn counts(scene: &Scene) -> Vec<usize> {
    scene.marks.iter().map(readout::timeline::Mark::count).collect()
}

#[test]
fn seen_from_afar_neighbours_share_a_mark_that_counts_them() {
    let dataset = dataset_on(&["1998-06-25", "1998-07-03", "1999-04-08", "2010-01-01"]);
    assert_eq!(counts(&scene_of(&dataset, LaneChoice::Kind, years(1970, 2020))), [3, 1]);
}

#[test]
fn zooming_in_takes_them_apart() {
    let dataset = dataset_on(&["1998-06-25", "1998-07-03", "1999-04-08"]);
    assert_eq!(counts(&scene_of(&dataset, LaneChoice::Kind, years(1998, 2000))), [2, 1]);
    let june = View { start: day(1998, 6, 15), end: day(1998, 7, 15) };
    assert_eq!(counts(&scene_of(&dataset, LaneChoice::Kind, june)), [1, 1]);
}

#[test]
fn meetings_of_one_day_stay_together_at_every_zoom() {
    let dataset = dataset_on(&["2001-10-19", "2001-10-19", "2001-10-19"]);
    let view = View { start: day(2001, 10, 18), end: day(2001, 10, 22) };
    assert_eq!(counts(&scene_of(&dataset, LaneChoice::Kind, view)), [3]);
}

#[test]
fn a_date_is_as_wide_as_it_is_imprecise() {
    let dataset = dataset_on(&["1972", "2001-10-19"]);
    let scene = scene_of(&dataset, LaneChoice::Kind, years(1970, 1980));
    let bar = scene.marks[0].bar.expect("a year shows as a bar");
    let year = WIDTH / 10.0;
    assert!((bar.right - bar.left - year).abs() < 1.0, "{bar:?}");
    assert!((bar.left - 2.0 * year).abs() < 1.0, "{bar:?}");
}

#[test]
fn a_day_has_no_bar_from_afar_and_one_day_wide_from_near() {
    let dataset = dataset_on(&["2001-10-19"]);
    assert_eq!(scene_of(&dataset, LaneChoice::Kind, years(1970, 2020)).marks[0].bar, None);
    let view = View { start: day(2001, 10, 17), end: day(2001, 10, 22) };
    let bar = scene_of(&dataset, LaneChoice::Kind, view).marks[0].bar.expect("a bar");
    assert!((bar.right - bar.left - WIDTH / 5.0).abs() < 0.1, "{bar:?}");
}

#[test]
fn about_uncertain_and_open_are_drawn_as_such() {
    let dataset = dataset_on(&["1972~", "1974?", "1976%", "1978/.."]);
    let scene = scene_of(&dataset, LaneChoice::Kind, years(1970, 1980));
    let drawn: Vec<_> = scene
        .marks
        .iter()
        .map(|mark| mark.bar.expect("a bar"))
        .map(|bar| {
            (bar.fades_left && bar.fades_right, bar.is_uncertain, bar.open_left, bar.open_right)
        })
        .collect();
    assert_eq!(
        drawn,
        [
            (true, false, false, false),
            (false, true, false, false),
            (true, true, false, false),
            (false, false, false, true)
        ]
    );
}

#[test]
fn a_long_date_is_seen_from_within_it() {
    let dataset = dataset_on(&["1972", "1972-02-21/1972-02-28"]);
    let view = View { start: day(1972, 2, 1), end: day(1972, 3, 10) };
    let scene = scene_of(&dataset, LaneChoice::Kind, view);
    let seen: Vec<EventIx> = scene.marks.iter().map(readout::timeline::Mark::top).collect();
    assert!(seen.contains(&EventIx(0)) && seen.contains(&EventIx(1)), "{seen:?}");
}

#[test]
fn wide_dates_that_reach_in_share_a_mark_rather_than_lie_on_each_other() {
    let dataset = dataset_on(&["197X", "1972", "1972/1973"]);
    let view = View { start: day(1972, 3, 1), end: day(1972, 3, 20) };
    let scene = scene_of(&dataset, LaneChoice::Kind, view);
    assert_eq!(counts(&scene), [3]);
    let [days] = scene.shared_bars.as_slice() else { panic!("{:?}", scene.shared_bars) };
    let decade = (view.x_from_day(day(1970, 1, 1), WIDTH), view.x_from_day(day(1980, 1, 1), WIDTH));
    assert_eq!((days.bar.left, days.bar.right), decade, "one bar covers the days of all");
}

#[test]
fn an_unknown_end_fades_and_does_not_go_on() {
    let dataset = dataset_on(&["1972/"]);
    let bar = scene_of(&dataset, LaneChoice::Kind, years(1970, 1980)).marks[0].bar.expect("a bar");
    assert!(bar.fades_right && !bar.open_right && !bar.fades_left, "{bar:?}");
}

fn period(title: &str, start: &str, end: &str) -> readout::model::Period {
    let when = readout::date::When::parse(start, Some(end)).expect("a date of the test");
    readout::model::Period { title: title.to_owned(), when, side: None }
}

#[test]
fn a_period_keeps_its_last_day_unless_the_next_one_begins_on_it() {
    let mut dataset = dataset_on(&["1972"]);
    dataset.periods = vec![
        period("Person 1", "1970-01-01", "1970-01-01"),
        period("Person 2", "1971-01-01", "1972-01-01"),
        period("Person 3", "1972-01-01", "1973-01-01"),
    ];
    let periods = Periods::new(&dataset);
    assert_eq!(periods.days(0), Some((day(1970, 1, 1), day(1970, 1, 2))));
    assert_eq!(periods.days(1), Some((day(1971, 1, 1), day(1972, 1, 1))));
    assert_eq!(periods.days(2), Some((day(1972, 1, 1), day(1973, 1, 2))));
}

#[test]
fn neighbours_that_share_a_month_stand_in_one_row() {
    let mut dataset = dataset_on(&["1972"]);
    dataset.periods =
        vec![period("Person 1", "1976-10", "1978-12"), period("Person 2", "1978-12", "1989-11-09")];
    let periods = Periods::new(&dataset);
    assert_eq!(periods.rows.len(), 1);
    assert_eq!(periods.days(0), Some((day(1976, 10, 1), day(1978, 12, 1))));
}

/// A day as a file has it.
fn iso(day: i32) -> String {
    let (year, month, day) = ymd_from_day(day);
    format!("{year:04}-{month:02}-{day:02}")
}

/// Counts the titles that a scene looks at.
#[derive(Default)]
struct Counting(std::cell::Cell<usize>);

impl Measure for Counting {
    fn label_width(&self, text: &str) -> f32 {
        self.0.set(self.0.get() + 1);
        PerChar.label_width(text)
    }

    fn tick_width(&self, text: &str) -> f32 {
        PerChar.tick_width(text)
    }
}

#[test]
fn a_scene_of_ten_times_as_many_meetings_looks_at_no_more_titles_than_it_has_room_for() {
    // A meeting every day for a century and more, in six kinds; and a tenth of them.
    let kinds = ["summit", "call", "foreign-ministers", "envoy", "dialogue", "economic"];
    let dates: Vec<String> = (0..40_000).map(|n| iso(n - 30_000)).collect();
    let events: Vec<(&str, &str)> =
        dates.iter().map(String::as_str).zip(kinds.into_iter().cycle()).collect();
    let some = dates.iter().map(String::as_str).step_by(10);
    let few: Vec<(&str, &str)> = some.zip(kinds.into_iter().cycle()).collect();
    let all = dataset_of(&events);
    let few = dataset_of(&few);
    for days in [40_000.0, 9_000.0, 1_000.0, 100.0, 10.0] {
        let view = View { start: -10_000.0 - days / 2.0, end: -10_000.0 + days / 2.0 };
        let cost = |dataset: &Dataset, choice| {
            let (lanes, measure) = (Lanes::new(dataset, choice), Counting::default());
            let heights = lane_heights(&lanes, &view, WIDTH, HEIGHT);
            let scene = Scene::new(&Frame {
                dataset,
                lanes: &lanes,
                periods: &Periods::new(dataset),
                view,
                width: WIDTH,
                heights: &heights,
                matches: None,
                measure: &measure,
            });
            (scene.marks.len(), measure.0.get())
        };
        for choice in [LaneChoice::Kind, LaneChoice::Packed] {
            let ((few, few_titles), (marks, titles)) = (cost(&few, choice), cost(&all, choice));
            let step = 2.0 * MARK_RADIUS;
            let room = (WIDTH / step * HEIGHT / step) as usize;
            assert!(marks <= room, "{marks} marks over {days} days");
            let told = format!("{choice:?}, {days} days: {few_titles} → {titles} titles");
            assert!(titles <= room, "{told}");
            // What is crowded already does not become fuller with more of it.
            if days > 5_000.0 {
                assert!(marks <= few + few / 2, "{few} → {marks} marks, {told}");
                assert!(titles <= few_titles + few_titles / 2, "{told}");
            }
        }
    }
}

#[test]
fn thousands_of_periods_take_a_few_rows_and_a_bounded_number_of_bands() {
    let mut dataset = dataset_on(&["1972"]);
    dataset.periods = (0..10_000).map(|_| period("Person 7", "1970", "1980")).collect();
    let periods = Periods::new(&dataset);
    assert!(periods.rows.len() <= 6);
    assert!(periods.bands(&years(1900, 2000), WIDTH, 0.0).len() <= WIDTH as usize);
}

#[test]
fn panning_does_not_regroup() {
    let dates: Vec<String> = (0..200)
        .map(|n| format!("{}-{:02}-{:02}", 1980 + n / 12, n % 12 + 1, n % 27 + 1))
        .collect();
    let dates: Vec<&str> = dates.iter().map(String::as_str).collect();
    let dataset = dataset_on(&dates);
    let groups = |view: View| -> Vec<(usize, usize)> {
        let scene = scene_of(&dataset, LaneChoice::Kind, view);
        let inner = scene.marks.iter().filter(|m| (60.0..WIDTH - 160.0).contains(&m.center.x));
        inner
            .filter_map(|mark| match &mark.content {
                Content::Many { members, .. } if members.others().next().is_none() => {
                    Some((members.range().start, members.range().end))
                }
                _ => None,
            })
            .collect()
    };
    let view = years(1982, 1994);
    let (here, there) = (groups(view), groups(view.pan(view.days() * 0.1)));
    let shared = here.iter().filter(|group| there.contains(group)).count();
    assert!(here.len() > 10);
    // The tenth that has left the view is all that may differ.
    assert!(shared * 10 >= here.len() * 8, "{shared} of {} stay", here.len());
}

#[test]
fn packed_meetings_stand_on_each_other_before_they_merge() {
    let dataset = dataset_on(&["1998-06-25", "1998-07-03", "1999-04-08"]);
    let scene = scene_of(&dataset, LaneChoice::Packed, years(1970, 2020));
    assert_eq!(counts(&scene), [1, 1, 1]);
    let mut heights: Vec<f32> = scene.marks.iter().map(|mark| mark.center.y).collect();
    heights.dedup();
    assert_eq!(heights.len(), 3);
}

#[test]
fn a_lane_without_meetings_in_view_is_low() {
    let dataset = dataset_of(&[("1998-06-25", "summit"), ("2010-01-01", "envoy")]);
    let lanes = Lanes::new(&dataset, LaneChoice::Kind);
    let heights = lane_heights(&lanes, &years(1995, 2000), WIDTH, 500.0);
    assert!(heights[1] < 30.0 && heights[0] > 400.0, "{heights:?}");
}

fn dates() -> impl Strategy<Value = Vec<String>> {
    let date = (1950i32..2030, 1u8..13, 1u8..29, 0u8..8).prop_map(|(y, m, d, form)| match form {
        0 => format!("{y}"),
        1 => format!("{y}-{m:02}"),
        2 => format!("{y}~"),
        3 => format!("{y}-{m:02}-{d:02}/{}-{m:02}-{d:02}", y + 1),
        _ => format!("{y}-{m:02}-{d:02}"),
    });
    prop::collection::vec(date, 1..200)
}

proptest! {
    // Rare arrangements need more than the usual 256 cases.
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn every_meeting_whose_middle_is_in_view_is_in_exactly_one_mark(
        dates in dates(), start in -8000.0..20000.0f64, length in 4.0..30000.0f64,
    ) {
        let dates: Vec<&str> = dates.iter().map(String::as_str).collect();
        let dataset = dataset_on(&dates);
        let lanes = Lanes::new(&dataset, LaneChoice::Kind);
        let view = View { start, end: start + length };
        let scene = scene_of(&dataset, LaneChoice::Kind, view);
        let mut seen = vec![0; dates.len()];
        for mark in &scene.marks {
            match &mark.content {
                Content::One(event) => seen[event.pos()] += 1,
                Content::Many { members, .. } => {
                    for number in 0..members.len() {
                        let event = members.event(&lanes.lanes[mark.lane], number);
                        seen[event.expect("a member").pos()] += 1;
                    }
                }
            }
        }
        for (pos, event) in dataset.events.iter().enumerate() {
            let middle = readout::timeline::anchor_of(&event);
            prop_assert!(seen[pos] <= 1, "{} is drawn {} times", event.title, seen[pos]);
            if (view.start..view.end).contains(&middle) {
                prop_assert_eq!(seen[pos], 1);
            }
        }
    }

    #[test]
    fn a_mark_knows_how_many_of_its_meetings_match_and_the_most_important(
        dates in dates(), every in 1usize..9, start in -8000.0..9000.0f64, length in 4.0..30000.0f64,
    ) {
        let kinds = ["working", "summit", "envoy"].into_iter().cycle();
        let events: Vec<_> = dates.iter().map(String::as_str).zip(kinds).collect();
        let dataset = dataset_of(&events);
        let mut set = EventSet::none(dates.len());
        (0..dates.len()).step_by(every).for_each(|pos| set.insert(EventIx::from_pos(pos)));
        let lanes = Lanes::new(&dataset, LaneChoice::Packed);
        let matches = Matches::new(&dataset, &lanes, set.clone());
        prop_assert_eq!(matches.by_time.len(), set.len());
        let view = View { start, end: start + length };
        for mark in scene_in(&dataset, &lanes, view, Some(&matches)).marks {
            let Content::Many { members, top } = &mark.content else {
                prop_assert_eq!(mark.matching, usize::from(set.contains(mark.top())));
                continue;
            };
            let event = |number| members.event(&lanes.lanes[mark.lane], number).expect("a member");
            let matching: Vec<EventIx> =
                (0..members.len()).map(event).filter(|ix| set.contains(*ix)).collect();
            prop_assert_eq!(mark.matching, matching.len());
            let nth = |number| matches.event(mark.lane, &lanes.lanes[mark.lane], members, number);
            let by_number: Vec<EventIx> = (0..).map_while(nth).take(members.len() + 1).collect();
            prop_assert_eq!(&by_number, &matching);
            let highest = matching.iter().map(|ix| dataset.importance(*ix)).max();
            if let Some(highest) = highest {
                prop_assert!(matching.contains(top));
                prop_assert_eq!(dataset.importance(*top), highest);
            }
        }
        // The bars under the timeline count each meeting whose quarter is known.
        let columns = matches.overview.columns(&View { start: -1e6, end: 1e6 }, 1e6);
        let counted: u32 = columns.iter().map(readout::timeline::Column::total).sum();
        prop_assert_eq!(counted as usize + matches.overview.without_quarter, set.len());
    }

    #[test]
    fn marks_and_labels_never_overlap(
        dates in dates(), start in -8000.0..20000.0f64, length in 4.0..30000.0f64,
    ) {
        let dates: Vec<&str> = dates.iter().map(String::as_str).collect();
        let dataset = dataset_on(&dates);
        let scene = scene_of(&dataset, LaneChoice::Kind, View { start, end: start + length });
        let mut marks: Vec<_> = scene.marks.iter().collect();
        marks.sort_by(|a, b| a.center.x.total_cmp(&b.center.x));
        for pair in marks.windows(2) {
            prop_assert!(
                pair[0].center.x + pair[0].half_width <= pair[1].center.x - pair[1].half_width + 0.01,
                "{:?}", pair
            );
        }
        for (pos, one) in scene.labels.iter().enumerate() {
            prop_assert!(one.x >= 0.0 && one.x + one.width <= WIDTH, "cut: {one:?}");
            for other in &scene.labels[pos + 1..] {
                let apart = one.x + one.width <= other.x || other.x + other.width <= one.x;
                prop_assert!(one.y != other.y || apart, "{one:?} {other:?}");
            }
        }
    }

    #[test]
    fn a_clamped_view_lies_within_its_limits(
        start in -1e7..1e7f64, length in 1e-3..1e8f64, from in -1e5..1e5f64, days in 1.0..1e6f64,
    ) {
        let limits = View { start: from, end: from + days };
        let view = View { start, end: start + length }.clamp(&limits);
        prop_assert!(view.start >= limits.start - 1e-3 && view.end <= limits.end + 1e-3);
        prop_assert!(view.days() > 0.0);
    }
}
