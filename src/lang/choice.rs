//! Which language the user wants.

use serde::{Deserialize, Serialize};

use super::Language;

/// Which language the interface is to have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum LanguageChoice {
    /// The system's, see [`Language::of_system`].
    #[default]
    System,
    /// [`Language::English`]
    English,
    /// [`Language::Chinese`]
    Chinese,
}

impl LanguageChoice {
    /// The language that was chosen; none where the system is to decide.
    pub const fn chosen(self) -> Option<Language> {
        match self {
            Self::System => None,
            Self::English => Some(Language::English),
            Self::Chinese => Some(Language::Chinese),
        }
    }

    /// The language that it leads to on this system.
    pub fn language(self) -> Language {
        self.chosen().unwrap_or_else(Language::of_system)
    }
}
