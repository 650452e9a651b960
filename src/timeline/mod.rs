//! From a dataset to a picture of time, without painting it: pure functions and
//! values in points and days. Knows nothing of fonts (texts are measured through
//! [`Measure`]) nor of widgets.
//!
//! - [`View`] is the part of time that is shown, [`History`] the ones before.
//! - [`Lanes`] sorts meetings into lanes once; a frame only searches in them.
//! - [`Scene`] is what stands where: bands, ticks, marks, labels.
//! - [`Overview`] counts meetings per quarter.

mod history;
mod labels;
mod lanes;
mod marks;
mod measure;
mod overview;
mod peak;
mod scene;
mod ticks;
mod view;

pub use history::History;
pub use labels::{Label, ROW_HEIGHT};
pub use lanes::{Lane, LaneChoice, Lanes, MAX_LANES, anchor_of};
pub use marks::{ARROW, Bar, MARK_RADIUS, count_text};
pub use measure::{Measure, PerChar};
pub use overview::{Column, Counts, Overview};
pub use scene::{
    Band, Content, Frame, LaneRow, Mark, RULER_HEIGHT, Scene, header_height, lane_heights,
    period_days,
};
pub use ticks::{Tick, ticks};
pub use view::{MIN_DAYS, View};
