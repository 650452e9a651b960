//! The minute that is played: what a person does with a timeline, step by step.

use readout::app::ReadoutApp;
use readout::ui::page::Page;

use super::hand::{Hand, Sight};
use super::made_up::{CHINESE, COMMON, RARE};
use super::moves::{self, issues};

/// Which frame of a step is being played.
#[derive(Clone, Copy, Debug)]
pub struct Beat {
    /// The frame's number in the step.
    pub frame: usize,
    /// How many frames the step has.
    pub of: usize,
}

impl Beat {
    /// How much of the step is over, from 0 to 1.
    pub fn part(self) -> f32 {
        self.frame as f32 / self.of.max(2).saturating_sub(1) as f32
    }

    /// The number of the one of some moments, spread evenly over the step, that begins
    /// with this frame.
    pub fn moment(self, moments: usize) -> Option<usize> {
        (0..moments).find(|moment| moment * self.of / moments == self.frame)
    }

    /// Whether it is the first frame.
    pub fn is_first(self) -> bool {
        self.frame == 0
    }

    /// Whether it is the last frame.
    pub fn is_last(self) -> bool {
        self.frame + 1 == self.of
    }
}

/// Something that is done for a while.
pub struct Step {
    /// What it is called.
    pub name: &'static str,
    /// How many seconds of the minute it lasts.
    pub seconds: f64,
    /// The fewest frames in which it can be done.
    pub least: usize,
    /// What is done in a frame.
    pub play: fn(&mut Hand, &Sight, Beat),
    /// Whether the next step waits for what is still being worked out.
    pub waits: bool,
    /// What is so in the end, where the step could be played.
    pub holds: fn(&ReadoutApp) -> bool,
}

/// A step of so many seconds, but of no fewer than so many frames.
const fn step(
    name: &'static str,
    (seconds, least): (f64, usize),
    play: fn(&mut Hand, &Sight, Beat),
) -> Step {
    Step { name, seconds, least, play, waits: false, holds: |_| true }
}

impl Step {
    const fn waiting(self) -> Self {
        Self { waits: true, ..self }
    }

    const fn until(self, holds: fn(&ReadoutApp) -> bool) -> Self {
        Self { holds, ..self }
    }
}

/// All steps, in order.
pub const STEPS: [Step; 34] = [
    step("zoom in by wheel", (4.0, 20), moves::wheel_in).until(is_close),
    step("zoom out by wheel", (3.0, 20), moves::wheel_out),
    step("zoom in by pinch", (3.0, 20), moves::pinch_in).until(is_close),
    step("pan among days", (3.0, 20), moves::drag),
    step("zoom out by pinch", (2.0, 20), moves::pinch_out),
    step("zoom in elsewhere", (2.0, 20), moves::pinch_in_late).until(is_close),
    step("zoom out to decades", (1.0, 10), moves::pinch_to_decades),
    step("pan by wheel", (2.0, 10), moves::pan_by_wheel),
    step("box zoom", (2.0, 16), moves::box_zoom),
    step("show everything", (0.5, 5), moves::show_all),
    step("brush", (4.0, 24), moves::brush),
    step("lanes by issue group", (1.5, 12), moves::lanes_by_group).waiting(),
    step("lanes by place", (1.5, 12), moves::lanes_by_place).waiting(),
    step("no lanes", (1.5, 12), moves::no_lanes).waiting(),
    step("lanes by kind", (1.5, 12), moves::lanes_by_kind).waiting(),
    step("zoom in to hover", (0.5, 10), moves::pinch_to_years),
    step("hover over marks", (3.0, 12), moves::hover),
    step("click marks", (4.0, 24), moves::click).until(has_selection),
    step("walk the meetings", (2.0, 10), moves::walk).until(has_selection),
    step("type a common word", (1.5, 20), moves::type_common)
        .until(|app| has_query(app, COMMON))
        .waiting(),
    step("type a Chinese word", (1.0, 12), moves::type_chinese)
        .until(|app| has_query(app, CHINESE))
        .waiting(),
    step("type a rare name", (1.5, 20), moves::type_rare)
        .until(|app| has_query(app, RARE))
        .waiting(),
    step("filter by two issues", (3.0, 60), moves::type_issues)
        .until(|app| has_query(app, &issues()))
        .waiting(),
    step("zoom in, filtered", (2.0, 20), moves::pinch_in).until(is_close),
    step("zoom out, filtered", (2.0, 20), moves::pinch_out),
    step("hover, filtered", (1.0, 10), moves::hover),
    step("list, filtered", (1.5, 12), moves::list).until(|app| is_on(app, &Page::List)).waiting(),
    step("list", (2.0, 16), moves::clear_and_scroll).until(|app| has_query(app, "")).waiting(),
    step("matrix", (2.5, 12), moves::matrix).until(|app| is_on(app, &Page::Matrix)).waiting(),
    step("cadence", (2.0, 12), moves::cadence).until(|app| is_on(app, &Page::Cadence)).waiting(),
    step("thread", (3.0, 30), moves::thread).until(is_on_thread).waiting(),
    step("back to the timeline", (1.0, 8), moves::timeline)
        .until(|app| is_on(app, &Page::Timeline))
        .waiting(),
    step("themes", (1.0, 8), moves::themes),
    step("window sizes", (1.5, 12), moves::sizes),
];

fn is_close(app: &ReadoutApp) -> bool {
    app.session().is_some_and(|session| session.view.days() < 30.0)
}

fn is_on(app: &ReadoutApp, page: &Page) -> bool {
    app.session().is_some_and(|session| session.place().page == *page)
}

fn has_query(app: &ReadoutApp, query: &str) -> bool {
    app.session().is_some_and(|session| session.place().query == query)
}

fn is_on_thread(app: &ReadoutApp) -> bool {
    app.session().is_some_and(|session| matches!(session.place().page, Page::Thread(_)))
}

fn has_selection(app: &ReadoutApp) -> bool {
    app.session().is_some_and(|session| session.selection().is_some())
}
