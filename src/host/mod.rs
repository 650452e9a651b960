//! The program's dealings with the machine that it runs on: where it keeps what, the
//! settings file, the log, a panic's report, a start that did not come through, other
//! running copies.
//!
//! It knows neither what the settings are nor how anything is shown.

pub mod attempt;
pub mod crash;
pub mod instance;
pub mod journal;
mod merge;
pub mod path;
pub mod places;
pub mod store;
pub mod watch;
