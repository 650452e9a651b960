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

pub mod cadence;
pub mod chain;
pub mod people;
pub mod silence;
pub mod thread;
mod walk;
