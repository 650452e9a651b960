//! What is remembered from one start to the next. Window place and panel sizes
//! are kept by eframe and egui beside it. How it is kept, see [`crate::host::store`].

use std::path::{Path, PathBuf};

use egui::ThemePreference;
use serde::{Deserialize, Serialize};

use super::saved::{SavedTab, SavedView};
use crate::export::clip::CopyChoice;
use crate::lang::LanguageChoice;
use crate::timeline::LaneChoice;
use crate::ui::page::PageKind;

/// The most recent files that are remembered.
const MAX_RECENT: usize = 12;
/// The version of the form below. What an older program wrote is read as far as
/// it fits, since every member has a default.
const VERSION: u32 = 1;

/// The settings.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The version of this form.
    pub version: u32,
    /// Light, dark, or as the system has it.
    pub theme: ThemePreference,
    /// Whether the themes are those of high contrast. The system's own wish is not known:
    /// neither winit nor egui tells it.
    pub high_contrast: bool,
    /// How large everything is, in percent.
    pub zoom: u16,
    /// The language of the interface, or that of the system.
    pub language: LanguageChoice,
    /// The files opened before, the latest first.
    pub recent: Vec<PathBuf>,
    /// What lanes stand for.
    pub lanes: LaneChoice,
    /// Whether the pane beside the timeline is shown.
    pub shows_detail: bool,
    /// Whether the panel of filters is shown; not yet chosen at first: then a wide
    /// window shows it.
    pub shows_filters: Option<bool>,
    /// Over which pages the timeline stands, where that was chosen.
    pub timeline_over: Vec<(PageKind, bool)>,
    /// Whether all that leads to the selected meeting and follows it is drawn.
    pub shows_chain: bool,
    /// Places that were kept under a name, each as JSON: one that this program can not
    /// read, since a newer one wrote it, neither spoils the others nor is lost.
    pub saved_views: Vec<String>,
    /// Whether what was open last is opened at the start.
    pub restores_tabs: bool,
    /// What was open last, each as JSON, as the places above.
    pub open_tabs: Vec<String>,
    /// Which of them was shown.
    pub shown_tab: usize,
    /// In which form and with which citations one copies.
    pub copy: CopyChoice,
    /// Whether things are shown at once, without gliding and fading.
    pub reduces_motion: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            version: VERSION,
            theme: ThemePreference::System,
            high_contrast: false,
            zoom: super::zoom::ACTUAL,
            language: LanguageChoice::System,
            recent: Vec::new(),
            lanes: LaneChoice::Kind,
            shows_detail: true,
            shows_filters: None,
            timeline_over: Vec::new(),
            shows_chain: false,
            saved_views: Vec::new(),
            restores_tabs: true,
            open_tabs: Vec::new(),
            shown_tab: 0,
            copy: CopyChoice::default(),
            reduces_motion: false,
        }
    }
}

impl Settings {
    /// Whether the timeline stands over a page.
    pub fn has_timeline_over(&self, page: PageKind) -> bool {
        let chosen = self.timeline_over.iter().find(|(kind, _)| *kind == page);
        page == PageKind::Timeline
            || chosen.map_or(page.has_timeline_at_first(), |(_, is_over)| *is_over)
    }

    /// Puts the timeline over a page, or takes it away.
    pub fn toggle_timeline_over(&mut self, page: PageKind) {
        let is_over = !self.has_timeline_over(page);
        self.timeline_over.retain(|(kind, _)| *kind != page);
        self.timeline_over.push((page, is_over));
    }

    /// What was open last, in its order; nothing where that is not wanted.
    pub fn open_tabs(&self) -> Vec<SavedTab> {
        let tabs = self.open_tabs.iter().filter(|_| self.restores_tabs);
        tabs.filter_map(|text| serde_json::from_str(text).ok()).collect()
    }

    /// Keeps what is open.
    pub fn keep_open_tabs(&mut self, tabs: &[SavedTab], shown: usize) {
        self.open_tabs = tabs.iter().filter_map(|tab| serde_json::to_string(tab).ok()).collect();
        self.shown_tab = shown;
    }

    /// The places that were kept for a dataset, in the order in which they were.
    pub fn views_of(&self, dataset: &str) -> Vec<SavedView> {
        let views = self.saved_views.iter().filter_map(|text| read_view(text));
        views.filter(|view| view.dataset == dataset).collect()
    }

    /// Keeps a place under a name, in the place of one of that name.
    pub fn save_view(&mut self, view: &SavedView) {
        self.forget_view(view);
        // What holds only texts and numbers can always be written.
        self.saved_views.extend(serde_json::to_string(view).ok());
    }

    /// Forgets the place of this name and dataset.
    pub fn forget_view(&mut self, view: &SavedView) {
        self.saved_views.retain(|text| {
            read_view(text)
                .is_none_or(|other| other.name != view.name || other.dataset != view.dataset)
        });
    }

    /// Puts a file at the head of the recent ones. One whose path is no Unicode can not be
    /// written, and is left out.
    pub fn remember(&mut self, path: &Path) {
        if path.to_str().is_none() {
            return;
        }
        self.recent.retain(|other| other != path);
        self.recent.insert(0, path.to_owned());
        self.recent.truncate(MAX_RECENT);
    }
}

fn read_view(text: &str) -> Option<SavedView> {
    serde_json::from_str(text).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_view_that_can_not_be_read_is_kept_and_spoils_no_other() {
        let view = r#"{"name":"A","dataset":"d","place":{"page":"List","query":"q",
            "selection":null,"view":[0.0,9.0]}}"#;
        let unknown = r#"{"name":"B","dataset":"d","place":{"page":"Map"}}"#;
        let mut settings = Settings {
            saved_views: vec![unknown.to_owned(), view.to_owned()],
            ..Settings::default()
        };
        let views = settings.views_of("d");
        assert_eq!(views.iter().map(|view| view.name.as_str()).collect::<Vec<_>>(), ["A"]);
        settings.save_view(&views[0]);
        assert_eq!(settings.views_of("d"), views);
        settings.forget_view(&views[0]);
        assert_eq!(settings.saved_views, [unknown]);
    }

    #[test]
    fn the_timeline_stands_over_a_page_as_it_was_chosen() {
        let mut settings = Settings::default();
        assert!(settings.has_timeline_over(PageKind::Thread));
        assert!(!settings.has_timeline_over(PageKind::List));
        settings.toggle_timeline_over(PageKind::List);
        settings.toggle_timeline_over(PageKind::Thread);
        assert!(settings.has_timeline_over(PageKind::List));
        assert!(!settings.has_timeline_over(PageKind::Thread));
        settings.toggle_timeline_over(PageKind::List);
        assert_eq!(settings.timeline_over.len(), 2, "one entry a page");
    }

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
