//! What a dataset tells when meetings are followed and compared.
//!
//! Each file holds one view, worked out from a document and the meetings that the
//! filter lets through: plain data, ready to be shown or exported. Nothing here knows
//! of the screen.

pub mod accounts;
pub mod comparison;
pub mod matrix;
mod topic;
pub mod wordings;

pub use topic::{Topic, topics};
