//! How often they met: a strip of columns under the timeline, and a page of the
//! longest gaps.

mod gaps;
mod legend;
mod strip;

pub use self::gaps::{CadenceState, cadence_ui};
pub use self::strip::{STRIP_HEIGHT, Strip, cadence_strip_ui};
