//! What is remembered from one start to the next. Window place and panel sizes
//! are kept by eframe and egui beside it.

use std::path::{Path, PathBuf};

use egui::ThemePreference;
use serde::{Deserialize, Serialize};

use crate::timeline::LaneChoice;

/// The key under which settings are stored.
pub const KEY: &str = "readout";
/// The most recent files that are remembered.
const MAX_RECENT: usize = 12;
/// The version of the form below. What an older program wrote is read as far as
/// it fits, since every member has a default.
const VERSION: u32 = 1;

/// The settings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The version of this form.
    pub version: u32,
    /// Light, dark, or as the system has it.
    pub theme: ThemePreference,
    /// The files opened before, the latest first.
    pub recent: Vec<PathBuf>,
    /// What lanes stand for.
    pub lanes: LaneChoice,
    /// Whether the pane beside the timeline is shown.
    pub shows_detail: bool,
    /// Whether things are shown at once, without gliding and fading.
    pub reduces_motion: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            version: VERSION,
            theme: ThemePreference::System,
            recent: Vec::new(),
            lanes: LaneChoice::Kind,
            shows_detail: true,
            reduces_motion: false,
        }
    }
}

impl Settings {
    /// Puts a file at the head of the recent ones.
    pub fn remember(&mut self, path: &Path) {
        self.recent.retain(|other| other != path);
        self.recent.insert(0, path.to_owned());
        self.recent.truncate(MAX_RECENT);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_latest_file_comes_first_and_each_stands_once() {
        let mut settings = Settings::default();
        for name in ["a", "b", "a"] {
            settings.remember(Path::new(name));
        }
        assert_eq!(settings.recent, [PathBuf::from("a"), PathBuf::from("b")]);
        for number in 0..99 {
            settings.remember(Path::new(&number.to_string()));
        }
        assert_eq!(settings.recent.len(), MAX_RECENT);
    }
}
