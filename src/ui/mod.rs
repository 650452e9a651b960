//! The interface: panels that read the state and push [`Action`](action::Action)s.
//!
//! Nothing here reads or writes files, or changes the state that it shows; what a
//! panel remembers for itself alone (a scroll position, a half-typed word) is its
//! own. [`app`](crate::app) carries the actions out.

pub mod access;
pub mod action;
pub mod bars;
mod chip;
pub mod chips;
pub mod command;
pub mod detail;
pub mod dialogs;
mod disc;
mod far;
pub mod filters;
pub mod foreign;
pub mod licences;
pub mod menu;
mod menu_keys;
pub mod page;
pub mod pagebar;
pub mod pages;
pub mod palette;
pub mod problems;
pub mod search;
pub mod shapes;
pub mod sheet;
mod signs;
pub mod status;
pub mod tabbar;
mod text;
pub mod theme;
pub mod timeline;
pub mod toast;
pub mod tokens;
pub mod trouble;
mod underline;
pub mod words;
