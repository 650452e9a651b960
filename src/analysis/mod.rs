//! What a dataset tells when meetings are listed, followed and compared.
//!
//! Each file holds one view, worked out from a document and the meetings that the
//! filter lets through: plain data, ready to be shown or exported. Nothing here knows
//! of the screen.
//!
//! - [`list`] sorts meetings.
//! - [`thread`] follows an issue through all meetings.
//! - [`people`] follows a person, or what several have in common.
//! - [`chain`] follows what takes up what.
//! - [`cadence`] counts meetings by time and kind, and finds the longest gaps.
//! - [`matrix`] tells who raised what, issue by meeting, year or period.
//! - [`accounts`] tells what each side's own account says of a meeting.
//! - [`comparison`] sets meetings side by side.
//! - [`wordings`] tells in which words the wordings of a quote differ.

pub mod accounts;
pub mod cadence;
pub mod chain;
pub mod comparison;
pub mod list;
pub mod matrix;
pub mod people;
pub mod silence;
pub mod thread;
mod topic;
mod unit;
mod walk;
pub mod wordings;

pub use topic::{Topic, sources_of_quotes, topics};
