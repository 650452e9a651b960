//! Finds meetings: the language of the search box, filters and the counts of their
//! values, and search in all texts.
//!
//! The text of the search box is the only state: a [`Query`] is read from it, and the
//! panel of filters edits the text through the query's functions. What can be asked for
//! is in the [`Vocabulary`] of a dataset, which is worked out once. A [`Filter`] tells
//! which meetings the fields of a query let through; a [`TextIndex`] finds its words.
//!
//! ```
//! use readout::find::{Field, Found, Query, TextIndex, Vocabulary};
//! use readout::load::{Job, read_static};
//!
//! let document = read_static(
//!     r#"{ "people": { "deng": { "name": "Deng Xiaoping", "aka": ["Teng Hsiao-ping"] } },
//!          "events": [ { "title": "Talks", "start": "1975", "kind": "summit",
//!                        "participants": [ { "person": "deng" } ] } ] }"#,
//!     &Job::new(),
//! )?;
//! let (data, never) = (document.dataset(), || false);
//! // Once for a file, on a worker thread:
//! let vocabulary = Vocabulary::of(data);
//! let index = TextIndex::new(&document, &never).expect("not cancelled");
//! // For each query, at once and then on a worker thread:
//! let query = Query::parse("teng hsiao-ping kind:summit year:1975-12", &vocabulary);
//! let found = Found::of(&query, &index, &document, &vocabulary, &never).expect("not cancelled");
//! assert_eq!((found.ranked.len(), found.facets.total), (1, 1));
//! assert!(found.filter.may_be(&data.event(found.ranked[0].event).expect("a meeting of it")));
//! assert_eq!(query.toggled(Field::Kind, "summit", &vocabulary), "teng hsiao-ping year:1975-12");
//! # Ok::<(), readout::load::OpenError>(())
//! ```
//!
//! Nothing here knows of the screen.

mod codes;
mod complete;
mod counters;
mod counting;
mod facets;
mod field;
mod filter;
mod fold;
mod found;
mod names;
mod passing;
mod postings;
mod query;
mod snippet;
mod table;
mod tally;
mod text;
mod vocabulary;
mod years;

pub use complete::{Completion, complete};
pub use facets::{Facet, FacetValue, Facets};
pub use field::{Field, Has};
pub use filter::Filter;
pub use fold::{Folded, fold, fold_with_map};
pub use found::Found;
pub use query::{
    Chip, FieldTerm, Needle, Query, QueryEdit, QueryProblem, Term, Value, What, edited,
};
pub use snippet::{Snippet, marks, snippet};
pub use text::{Hit, Hits, Spot, TextIndex};
pub use vocabulary::Vocabulary;
