//! The dataset as plain data.
//!
//! Two forms of a meeting: [`EventHead`] holds the little that the timeline,
//! filters and lists need, and is kept for every meeting; [`Event`] holds
//! everything, and is read from the file's text when a meeting is shown. A large
//! file therefore costs little more memory than its own text.
//!
//! What refers to something that the file does not describe gets an entry that is
//! not `declared`: its id is its name. So nothing here dangles.
//!
//! Nothing here knows of files, JSON or the screen.

mod dataset;
mod draft;
mod entity;
mod event;
mod events;
mod feature;
mod head;
mod id_index;
mod ids;
mod kind;
mod line;
mod numbers;
mod set;
mod side_lists;
mod text;
mod texts;

pub use dataset::{Around, Dataset, PlaceClass};
pub use draft::{Draft, Kept, Renumber};
pub use entity::{Issue, LocalName, Period, Person, Side, Source};
pub use event::{Event, Mention, Outcome, Participant, Place, Quote, Rendering, Stance, Wording};
pub use events::Events;
pub use feature::{Feature, Features};
pub use head::{EventHead, MentionIter, Mentions, Raised};
pub use id_index::IdIndex;
pub use ids::{CountryIx, EventIx, IssueIx, KindIx, PersonIx, PlaceIx, SideIx, SourceIx, WhenIx};
pub use kind::{Kind, Level, Shape};
pub use line::one_line;
pub use numbers::{Numbers, push as push_number};
pub use set::EventSet;
pub use text::{Text, range_in};
pub use texts::{OwnTexts, TextBlock, TextKind, TextPlace, TextPlaces};
