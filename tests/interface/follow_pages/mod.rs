//! The pages of an issue, of people, and of cadence: what a reader finds in them, and
//! what their links and buttons ask for.

mod burden;
mod others;
mod stage;
mod thread;

use egui::{Theme, vec2};

use self::stage::{SMALL, bundled, cadence_in, days, event, people_in, strip, taiwan};

/// Pictures to be looked at: run with `READOUT_PICTURES=<folder>`.
#[test]
#[ignore = "writes pictures to be looked at"]
fn pictures() {
    let folder = std::env::var("READOUT_PICTURES").expect("the folder to write to");
    for (theme, name) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
        let mut selected = taiwan();
        selected.selection = Some(event(&selected.document, "2021-03-anchorage"));
        let stages = [
            ("thread", taiwan(), SMALL),
            ("thread_selected", selected, SMALL),
            ("thread_narrow", taiwan(), vec2(480.0, 640.0)),
            ("person", people_in(bundled(), &["antony-blinken"]), SMALL),
            ("person_tall", people_in(bundled(), &["wang-yi"]), vec2(900.0, 2400.0)),
            ("people", people_in(bundled(), &["antony-blinken", "wang-yi"]), SMALL),
            (
                "people_narrow",
                people_in(bundled(), &["antony-blinken", "wang-yi"]),
                vec2(480.0, 640.0),
            ),
            ("cadence", cadence_in(bundled()), SMALL),
            ("strip", strip(days(1970, 2027), None), vec2(900.0, 112.0)),
            ("strip_quarters", strip(days(2008, 2027), None), vec2(900.0, 112.0)),
        ];
        for (what, stage, size) in stages {
            let mut harness = stage.harness(size, theme);
            harness.run_ok();
            let image = harness.render().expect("it renders");
            image.save(format!("{folder}/{what}_{name}.png")).expect("it is written");
        }
    }
}
