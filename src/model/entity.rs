//! Who, what and where from: the entries that events refer to.

use super::ids::SideIx;
use crate::date::When;
use crate::lang::{self, Language};

/// A name in another language or script, with the language's tag.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LocalName {
    /// A language tag such as `zh`.
    pub lang: String,
    /// The name in that language.
    pub name: String,
}

/// The name in the language of the interface where the data have it, else `name`.
fn name_here<'a>(name: &'a str, names: &'a [LocalName]) -> &'a str {
    let language = lang::current();
    // `name` is the name in English, so long as the data do not say otherwise.
    let local = names.iter().find(|local| Language::of_locale(&local.lang) == Some(language));
    local.map_or(name, |local| &local.name)
}

/// One of the parties that meet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Side {
    /// The id that the file gives it, or the plain name where it gives none.
    pub id: String,
    /// The name for people.
    pub name: String,
    /// Names in other languages.
    pub names: Vec<LocalName>,
    /// False where an event names a side that the file does not describe.
    pub declared: bool,
}

impl Side {
    /// The name for a reader of the interface's language, so far as the data have it.
    pub fn shown_name(&self) -> &str {
        name_here(&self.name, &self.names)
    }

    /// A short name for table heads and lanes: "US" for "United States".
    ///
    /// The capitals of a name of several words; a name of one word as it is.
    pub fn short_name(&self) -> String {
        let name = self.shown_name();
        let initials: String = name
            .split_whitespace()
            .filter_map(|word| word.chars().next().filter(|c| c.is_uppercase()))
            .collect();
        if initials.chars().count() >= 2 { initials } else { name.to_owned() }
    }
}

/// A person, or an institution that speaks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Person {
    /// The id that the file gives, or the plain name where it gives none.
    pub id: String,
    /// The name for people.
    pub name: String,
    /// Names in other scripts.
    pub names: Vec<LocalName>,
    /// Other spellings.
    pub aka: Vec<String>,
    /// The side the person speaks for, where known.
    pub side: Option<SideIx>,
    /// True for a ministry, a joint statement and the like (`"kind": "body"`).
    pub is_body: bool,
    /// A note for the reader.
    pub note: Option<String>,
    /// False where an event names somebody whom the file does not describe.
    pub declared: bool,
}

impl Person {
    /// The name for a reader of the interface's language, so far as the data have it.
    pub fn shown_name(&self) -> &str {
        name_here(&self.name, &self.names)
    }
}

/// A subject of talks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Issue {
    /// The id that the file gives, or the plain name where it gives none.
    pub id: String,
    /// The name for people.
    pub name: String,
    /// Names in other languages.
    pub names: Vec<LocalName>,
    /// The group that the issue belongs to.
    pub group: Option<String>,
    /// False where an event names an issue that the file does not describe.
    pub declared: bool,
}

impl Issue {
    /// The name for a reader of the interface's language, so far as the data have it.
    pub fn shown_name(&self) -> &str {
        name_here(&self.name, &self.names)
    }
}

/// Where something is known from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Source {
    /// The id that the file gives, or the plain name where it gives none.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Who published it.
    pub publisher: Option<String>,
    /// Whose account it is; none for third parties.
    pub side: Option<SideIx>,
    /// When it was published.
    pub date: Option<When>,
    /// Its address, as the file has it; see [`Source::link`].
    pub url: Option<String>,
    /// The site that republishes it.
    pub via: Option<String>,
    /// False where an event names a source that the file does not describe.
    pub declared: bool,
}

impl Source {
    /// The address, if it is one that may be opened in a browser: http or
    /// https, without control characters or spaces.
    pub fn link(&self) -> Option<&str> {
        let url = self.url.as_deref()?;
        let scheme = url.split_once("://")?.0;
        let is_web = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
        let is_plain = !url.chars().any(|c| c.is_control() || c.is_whitespace());
        (is_web && is_plain).then_some(url)
    }
}

/// A stretch of time with a name, such as a presidency.
#[derive(Clone, Debug, PartialEq)]
pub struct Period {
    /// Its name.
    pub title: String,
    /// From when to when.
    pub when: When,
    /// Whose period it is.
    pub side: Option<SideIx>,
}
