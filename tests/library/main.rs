//! What Readout knows and works out, without a window: reading, finding, analysis, the
//! timeline's picture, and what is taken away.

mod briefs;
mod compare;
mod date_laws;
mod find;
mod find_laws;
mod follow;
mod generate;
mod load_laws;
mod open;
mod reading;
mod search_laws;
mod support;
mod takeaway;
mod timeline;
