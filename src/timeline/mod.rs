//! From a dataset to a picture of time, without painting it: pure functions and
//! values in points and days. Knows nothing of fonts (texts are measured through
//! [`Measure`]) nor of widgets.
//!
//! - [`View`] is the part of time that is shown.
//! - [`Lanes`] sorts meetings into lanes once; a frame only searches in them.
//! - [`Scene`] is what stands where: bands, ticks, marks, labels.
//! - [`Matches`] tells which of them the filter lets through.
//! - [`ThreadLine`] is an issue as a line with a mark at each meeting on it.
//! - [`Overview`] counts meetings per quarter.

mod labels;
mod lane_scene;
mod lanes;
mod marks;
mod matches;
mod measure;
mod overview;
mod peak;
mod periods;
mod scene;
mod shared_bars;
mod thread_line;
mod ticks;
mod view;

pub use labels::{Label, ROW_HEIGHT, more_text};
pub use lanes::{Lane, LaneChoice, Lanes, MAX_LANES, Middle, anchor_of};
pub use marks::{ARROW, Bar, MARK_RADIUS, count_text};
pub use matches::Matches;
pub use measure::{Measure, PerChar};
pub use overview::{Column, Counts, Overview};
pub use periods::{BAND_HEIGHT, Band, PeriodRow, Periods};
pub use scene::{
    Content, Frame, LaneRow, Mark, Members, RULER_HEIGHT, Scene, SharedBar, TOP, header_height,
    lane_heights,
};
pub use thread_line::{MOST_SIDES, ThreadLine, ThreadMark, ThreadPoint, ThreadTally};
pub use ticks::{Tick, ticks};
pub use view::{MIN_DAYS, View};
