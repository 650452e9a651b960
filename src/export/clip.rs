//! What goes to the clipboard or into a file, and in which form.

use serde::{Deserialize, Serialize};

use super::bibliography::CitationStyle;
use super::page::Page;
use super::{html, markdown, plain};
use crate::tr;

/// The form of what is copied.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Format {
    /// Plain text.
    Plain,
    /// Markdown.
    #[default]
    Markdown,
    /// Formatted text for word processors and mail, where the system has it; plain
    /// text elsewhere.
    Rich,
}

impl Format {
    /// All forms.
    pub const ALL: [Self; 3] = [Self::Plain, Self::Markdown, Self::Rich];

    /// The form's name for people.
    pub fn label(self) -> &'static str {
        match self {
            Self::Plain => tr!("export-plain"),
            Self::Markdown => tr!("export-markdown"),
            Self::Rich => tr!("export-rich"),
        }
    }
}

/// How the user wants to have what is copied.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct CopyChoice {
    /// The form.
    pub format: Format,
    /// The style of citations in it.
    pub style: CitationStyle,
}

/// What is put on the clipboard.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Clip {
    /// The text.
    pub text: String,
    /// The same as HTML, for programs that take formatted text.
    pub html: Option<String>,
}

impl From<String> for Clip {
    fn from(text: String) -> Self {
        Self { text, html: None }
    }
}

impl Page {
    /// The document in a form.
    pub fn clip(&self, format: Format) -> Clip {
        match format {
            Format::Plain => plain::text(self).into(),
            Format::Markdown => markdown::text(self).into(),
            Format::Rich => Clip { text: plain::text(self), html: Some(html::text(self)) },
        }
    }

    /// The document as Markdown, for a file.
    pub fn markdown(&self) -> String {
        markdown::text(self)
    }
}
