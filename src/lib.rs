//! Readout: a timeline of diplomatic meetings.
//!
//! A library and a thin binary. An arrow means "may use"; none points back, which
//! `tests/project/layers.rs` holds:
//!
//! `lang ← date ← model ← load ← find, analysis`; `date, model ← timeline`; all of these
//! `← export ← ui ← app ← main`; `lang ← host ← app`; `cli ← main`.
//!
//! | module | holds | knows nothing of |
//! |---|---|---|
//! | [`lang`] | the interface's language and texts | everything else |
//! | [`host`] | folders, settings file, log, other running copies | what is kept and shown |
//! | [`date`] | EDTF dates, spans of days, wording for people | JSON, egui |
//! | [`model`] | the dataset as plain data, its indexes | files, egui |
//! | [`load`] | bytes → dataset and problems | egui |
//! | [`find`] | search, filters, counts of their values | egui |
//! | [`analysis`] | threads, people, cadence, matrix, accounts, comparison | egui |
//! | [`timeline`] | dataset × lanes × view → scene | painting, fonts |
//! | [`export`] | meetings, quotes, pages and sources as text to paste | egui |
//! | [`ui`] | panels, widgets, tokens, commands | where a command is carried out |
//! | [`cli`] | the command line's form | what is done with it |
//! | [`app`] | the state, the one place where it changes, jobs, settings | |

pub mod analysis;
pub mod app;
pub mod cli;
pub mod date;
pub mod export;
pub mod find;
pub mod host;
pub mod lang;
pub mod load;
pub mod model;
pub mod timeline;
pub mod ui;
