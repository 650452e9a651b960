//! Finds meetings: the language of the search box, filters and the counts of their
//! values, and search in all texts.
//!
//! Nothing here knows of the screen.
