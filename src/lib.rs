//! Readout: a timeline of diplomatic meetings.
//!
//! A library and a thin binary. An arrow means "may use"; none points back, which
//! `tests/layers.rs` holds:
//!
//! `date ← model ← load`; `date, model ← timeline`; `model ← export`; all of these
//! `← ui ← app ← main`.
//!
//! | module | holds | knows nothing of |
//! |---|---|---|
//! | [`date`] | EDTF dates, spans of days, wording for people | JSON, egui |
//! | [`model`] | the dataset as plain data, its indexes | files, egui |
//! | [`load`] | bytes → dataset and problems | egui |
//! | [`timeline`] | dataset × lanes × view → scene | painting, fonts |
//! | [`export`] | meetings and quotes as text to paste | egui |
//! | [`ui`] | panels, widgets, tokens, commands | where a command is carried out |
//! | [`app`] | the state, the one place where it changes, jobs, settings | |

pub mod app;
pub mod date;
pub mod export;
pub mod load;
pub mod model;
pub mod timeline;
pub mod ui;
