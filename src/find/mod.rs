//! Finds meetings: the language of the search box, filters and the counts of their
//! values, and search in all texts.
//!
//! The text of the search box is the only state: a [`Query`] is read from it, and the
//! panel of filters edits the text through the query's functions. What can be asked for
//! is in the [`Vocabulary`] of a dataset, which is worked out once. A [`Filter`] tells
//! which meetings the fields of a query let through; a [`TextIndex`] finds its words.
//!
//! Nothing here knows of the screen.

mod codes;
mod complete;
mod facets;
mod field;
mod filter;
mod fold;
mod names;
mod query;
mod snippet;
mod text;
mod vocabulary;

pub use complete::{Completion, complete};
pub use facets::{Facet, FacetValue, Facets};
pub use field::{Field, Has};
pub use filter::Filter;
pub use fold::{Folded, fold, fold_with_map};
pub use query::{Chip, FieldTerm, Needle, Query, QueryProblem, Term, Value, What};
pub use snippet::{Snippet, marks, snippet};
pub use text::{Hit, Hits, Spot, TextIndex};
pub use vocabulary::Vocabulary;
