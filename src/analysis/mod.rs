//! What a dataset tells when meetings are followed and compared.
//!
//! Each file holds one view, worked out from a document and the meetings that the
//! filter lets through: plain data, ready to be shown or exported. Nothing here knows
//! of the screen.
//!
//! - [`thread`] follows an issue through all meetings.
//! - [`people`] follows a person, or what several have in common.
//! - [`chain`] follows what takes up what.
//! - [`cadence`] counts meetings by time and kind, and finds the longest gaps.
//! - [`matrix`] tells who raised what, or in whose account it stands.
//! - [`accounts`] sorts what is said of a meeting by whose account it is.
//! - [`comparison`] lays meetings side by side.
//! - [`wordings`] tells in which words two wordings of a statement differ.

pub mod accounts;
pub mod cadence;
pub mod chain;
pub mod comparison;
pub mod matrix;
pub mod people;
pub mod silence;
pub mod thread;
mod topic;
mod walk;
pub mod wordings;

pub use topic::{Topic, topics};
