//! What is known of a source, bounded and on one line each: strangers wrote it.

use crate::date::When;
use crate::export::escape::one_line;
use crate::lang::Language;
use crate::model::Source;
use crate::tr_in;

/// How many characters of a title or name go into a reference at most.
const MOST_CHARS: usize = 1_000;

/// How long an address may be; a longer one is of no use to anybody.
const LONGEST_URL: usize = 4_000;

/// A source's parts; empty where the file does not give them.
pub(super) struct Facts<'a> {
    pub title: String,
    pub publisher: String,
    /// The site that republishes it.
    pub via: String,
    pub date: Option<When>,
    /// Its address, if a browser may open it.
    pub url: Option<&'a str>,
}

impl<'a> Facts<'a> {
    pub fn of(source: &'a Source) -> Self {
        let title = bounded(&source.title);
        let optional = |text: &Option<String>| bounded(text.as_deref().unwrap_or_default());
        Self {
            // What the file does not describe is known by its id alone.
            title: if title.is_empty() { bounded(&source.id) } else { title },
            publisher: optional(&source.publisher),
            via: optional(&source.via),
            date: source.date,
            url: source.link().filter(|url| url.len() <= LONGEST_URL),
        }
    }

    /// Who publishes it, and the site that republishes it.
    pub fn container(&self) -> String {
        match (self.publisher.as_str(), self.via.as_str()) {
            (publisher, "") => publisher.to_owned(),
            ("", via) => via.to_owned(),
            (publisher, via) => {
                tr_in!(Language::English, "export-published-via", publisher = publisher, site = via)
            }
        }
    }
}

/// On one line, without control characters, and not longer than anybody reads.
fn bounded(text: &str) -> String {
    // Ten bytes for each character are more than any has, with room for spaces.
    let end = (0..=text.len().min(10 * MOST_CHARS)).rev().find(|at| text.is_char_boundary(*at));
    let head = text.get(..end.unwrap_or_default()).unwrap_or_default();
    let line: String = one_line(head).chars().filter(|c| !c.is_control()).collect();
    match line.char_indices().nth(MOST_CHARS) {
        Some((at, _)) => format!("{}…", line.get(..at).unwrap_or_default().trim_end()),
        None if head.len() < text.len() => format!("{line}…"),
        None => line,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_bounded() {
        assert_eq!(bounded("  a\u{0}b\n c "), "ab c");
        assert_eq!(bounded(&"é".repeat(2_000)).chars().count(), MOST_CHARS + 1);
        assert!(bounded(&" ".repeat(1_000_000)).len() < 10);
        assert_eq!(bounded(&"é".repeat(MOST_CHARS)), "é".repeat(MOST_CHARS));
    }

    #[test]
    fn a_site_that_republishes_is_told_from_the_publisher() {
        let container = |publisher: &str, via: &str| {
            let (publisher, via) = (Some(publisher.to_owned()), Some(via.to_owned()));
            Facts::of(&Source { publisher, via, ..Source::default() }).container()
        };
        assert_eq!(container("Agency 1", "Site 2"), "Agency 1, via Site 2");
        assert_eq!(container("Agency 1", ""), "Agency 1");
        assert_eq!(container("", "Site 2"), "Site 2");
    }
}
