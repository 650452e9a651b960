//! The interface without a window: acted on by role and label or by keys, and looked at in
//! its state and its accessibility tree. The real window is driven by `tests/window`.

mod access;
mod compare_pages;
mod detail;
mod files;
mod follow_pages;
mod images;
mod matrix_keys;
mod places;
#[path = "../support/program.rs"]
mod program;
mod search;
mod tabs;
mod timeline;
mod watching;
