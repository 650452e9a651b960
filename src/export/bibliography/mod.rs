//! Sources as scholars cite them, and as programs for references read them.
//!
//! - [`CitationStyle`], [`reference()`] and [`note()`]: Chicago, APA and MLA, by the citation styles
//!   of the CSL project (`assets/citation/`), which hayagriva carries out.
//! - [`bibtex()`], [`ris()`], [`csl_json()`]: for reference managers.
//!
//! A source has a title, perhaps a publisher, a date, an address and a site that
//! republishes it. Nothing is made up of that: no author, no kind of publication that
//! the file does not state. What is missing is left out, or marked as missing where a
//! style wants that ("n.d.").
//!
//! All of it is in English whatever the language of the interface: the styles' own words
//! are, and programs look for no others.

mod bibtex;
mod csl_json;
mod date;
mod facts;
mod keys;
mod ris;
mod style;

use super::clip::{Clip, Format};
use super::page::{Block, Inline, Line, Page};
use crate::model::{Dataset, Source, SourceIx};
use crate::tr;

pub use bibtex::bibtex;
pub use csl_json::csl_json;
pub use ris::ris;
pub use style::{CitationStyle, note, plain_reference, reference};

/// The form in which sources are copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SourceForm {
    /// A list of references in a citation style.
    Style(CitationStyle),
    /// BibTeX, for LaTeX and reference managers.
    BibTex,
    /// RIS, for reference managers.
    Ris,
    /// CSL-JSON, for reference managers and citation processors.
    CslJson,
}

impl SourceForm {
    /// All forms, in the order of the menu.
    pub const ALL: [Self; 6] = [
        Self::Style(CitationStyle::Chicago),
        Self::Style(CitationStyle::Apa),
        Self::Style(CitationStyle::Mla),
        Self::BibTex,
        Self::Ris,
        Self::CslJson,
    ];

    /// The form's name for people.
    pub fn label(self) -> &'static str {
        match self {
            Self::Style(style) => style.label(),
            Self::BibTex => "BibTeX",
            Self::Ris => "RIS",
            Self::CslJson => "CSL-JSON",
        }
    }

    /// What was copied, to be told: "Sources as BibTeX".
    pub fn what(self) -> &'static str {
        match self {
            Self::Style(CitationStyle::Chicago) => tr!("export-sources-chicago"),
            Self::Style(CitationStyle::Apa) => tr!("export-sources-apa"),
            Self::Style(CitationStyle::Mla) => tr!("export-sources-mla"),
            Self::BibTex => tr!("export-sources-bibtex"),
            Self::Ris => tr!("export-sources-ris"),
            Self::CslJson => tr!("export-sources-csl-json"),
        }
    }
}

/// Sources in a form, each once. A list of references is in the alphabet's order;
/// `format` says how it is set, and does not matter to the other forms.
pub fn sources(dataset: &Dataset, ids: &[SourceIx], form: SourceForm, format: Format) -> Clip {
    let mut seen = std::collections::HashSet::new();
    let there: Vec<&Source> = ids
        .iter()
        .filter(|ix| seen.insert(**ix))
        .filter_map(|ix| dataset.sources.get(ix.pos()))
        .collect();
    match form {
        SourceForm::Style(style) => list(&there, style).clip(format),
        SourceForm::BibTex => bibtex(&there).into(),
        SourceForm::Ris => ris(&there).into(),
        SourceForm::CslJson => csl_json(&there).into(),
    }
}

/// A list of references, a paragraph each.
fn list(sources: &[&Source], style: CitationStyle) -> Page {
    let mut references = references(sources, style);
    references.sort_by_cached_key(sort_key);
    Page { blocks: references.into_iter().map(Block::Paragraph).collect() }
}

/// How many sources are set in a style at most in one go; the library takes up to a
/// millisecond for each, and whoever copies is waiting.
const MOST_STYLED: usize = 2_000;

/// Each source as a reference, in the order given. What is beyond the first
/// thousands is given plainly.
pub fn references(sources: &[&Source], style: CitationStyle) -> Vec<Line> {
    let numbered = sources.iter().enumerate();
    numbered
        .map(|(pos, source)| match pos {
            ..MOST_STYLED => reference(source, style),
            _ => plain_reference(source),
        })
        .collect()
}

/// By letters and digits alone, as lists of references are.
fn sort_key(line: &Line) -> String {
    let text = line.iter().map(Inline::text).collect::<String>().to_lowercase();
    let text = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    let articles = ["the ", "a ", "an "];
    let article = articles.iter().find_map(|article| text.strip_prefix(article));
    article.unwrap_or(text).to_owned()
}
