//! The one list of commands. Menus, palette, shortcuts window, tooltips and key
//! handling all come from it.

mod keys;
mod texts;

use strum::{EnumIter, IntoEnumIterator as _};

pub use keys::chord_text;

use super::page::Page;
use crate::export::bibliography::CitationStyle;
use crate::export::clip::{CopyChoice, Format};
use crate::lang::LanguageChoice;
use crate::timeline::LaneChoice;

/// Something that the user can do from the menu, the palette or by key, in the
/// order in which the palette lists it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter)]
pub enum Command {
    /// Choose a file and open it.
    Open,
    /// Open the dataset that comes with the program.
    OpenBundled,
    /// Read the open file again.
    Reload,
    /// Close the dataset that is shown.
    CloseTab,
    /// Open the dataset that was closed last.
    ReopenTab,
    /// Show the next of the open datasets.
    NextTab,
    /// Show the one before.
    PreviousTab,
    /// Close the window.
    Quit,
    /// Put the cursor into the search box.
    Search,
    /// Search for nothing and filter by nothing.
    ClearQuery,
    /// Keep the place under a name.
    SaveView,
    /// Show the timeline alone.
    ShowTimeline,
    /// Show what matches as a table.
    ShowList,
    /// Show who raised what.
    ShowMatrix,
    /// Show how often they met.
    ShowCadence,
    /// Show what each side's account says of the selected meeting.
    ShowAccounts,
    /// Compare the selected meeting with the one before of its kind.
    Compare,
    /// Copy the selected meeting.
    CopyMeeting,
    /// Copy what the page in the middle shows.
    CopyPage,
    /// Save what the page in the middle shows, with numbered sources.
    SaveBrief,
    /// Copy in plain text.
    CopyPlain,
    /// Copy as Markdown.
    CopyMarkdown,
    /// Copy as formatted text.
    CopyRich,
    /// Cite in Chicago style.
    CiteChicago,
    /// Cite in APA style.
    CiteApa,
    /// Cite in MLA style.
    CiteMla,
    /// Select nothing.
    ClearSelection,
    /// Select the meeting after the selected one.
    NextMeeting,
    /// Select the meeting before the selected one.
    PreviousMeeting,
    /// Select the next meeting of the same kind.
    NextOfKind,
    /// Select the previous meeting of the same kind.
    PreviousOfKind,
    /// Select the meeting that the selected one follows.
    FollowedMeeting,
    /// Select the meeting that follows the selected one.
    FollowingMeeting,
    /// Select the next meeting with the issue that is followed.
    NextOnIssue,
    /// Select the previous meeting with the issue that is followed.
    PreviousOnIssue,
    /// Show all of the dataset.
    FitAll,
    /// Zoom to the selected meeting.
    FitSelection,
    /// See less, in more detail.
    ZoomIn,
    /// See more, in less detail.
    ZoomOut,
    /// Move to earlier.
    PanLeft,
    /// Move to later.
    PanRight,
    /// The part of time shown before.
    Back,
    /// The part of time shown after.
    Forward,
    /// A lane for each kind.
    LanesByKind,
    /// A lane for each group of issues.
    LanesByIssueGroup,
    /// A lane for each place, seen from the sides.
    LanesByPlace,
    /// One field for all.
    LanesPacked,
    /// Show or hide all meetings that the selected one follows, and that follow it.
    ToggleChain,
    /// Show or hide the timeline over the page.
    ToggleTimeline,
    /// Show or hide the panel of filters.
    ToggleFilters,
    /// Show or hide the pane beside the timeline.
    ToggleDetail,
    /// Open what was open last at each start, or not.
    ToggleRestoring,
    /// Show or hide the list of problems.
    ToggleProblems,
    /// Colours as the system has them.
    ThemeSystem,
    /// Light colours.
    ThemeLight,
    /// Dark colours.
    ThemeDark,
    /// Show everything larger.
    Larger,
    /// Show everything smaller.
    Smaller,
    /// Show everything as large as it is meant.
    ActualSize,
    /// Stronger colours and lines, or not.
    ToggleContrast,
    /// The interface in the system's language.
    LanguageSystem,
    /// The interface in English.
    LanguageEnglish,
    /// The interface in Chinese.
    LanguageChinese,
    /// Let things glide and fade, or not.
    ToggleMotion,
    /// Put the keyboard into the next panel.
    NextPanel,
    /// Put the keyboard into the panel before.
    PreviousPanel,
    /// Put the keyboard into the bar of menus.
    Menus,
    /// Find a command or a meeting.
    Palette,
    /// Show all shortcuts.
    Shortcuts,
    /// Show version and licences.
    About,
}

/// What decides which commands can be used now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Environment {
    /// A dataset with at least one meeting is open.
    pub has_meetings: bool,
    /// There is a file to be read again: the open one, or one that did not open.
    pub can_reload: bool,
    /// Something is open, or could not be opened.
    pub has_tab: bool,
    /// Several datasets are open.
    pub has_tabs: bool,
    /// A dataset was closed.
    pub can_reopen_tab: bool,
    /// A meeting is selected.
    pub has_selection: bool,
    /// The selected meeting follows another one of the dataset.
    pub has_followed: bool,
    /// The selected meeting is followed by another one of the dataset.
    pub has_follower: bool,
    /// An issue is followed through the meetings.
    pub has_thread: bool,
    /// Another page than the timeline is shown.
    pub has_subpage: bool,
    /// Something is searched for or filtered by.
    pub has_query: bool,
    /// The page in the middle can be copied and saved.
    pub has_page: bool,
    /// There is an earlier view.
    pub can_go_back: bool,
    /// There is a later view.
    pub can_go_forward: bool,
}

impl Command {
    /// All commands, in the palette's order.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::iter()
    }

    /// Whether it can be used now.
    pub fn is_available(self, env: &Environment) -> bool {
        match self {
            Self::Reload => env.can_reload,
            Self::CloseTab => env.has_tab,
            Self::ReopenTab => env.can_reopen_tab,
            Self::NextTab | Self::PreviousTab => env.has_tabs,
            Self::CopyMeeting | Self::ClearSelection | Self::FitSelection => env.has_selection,
            Self::NextOfKind | Self::PreviousOfKind => env.has_selection,
            Self::CopyPage | Self::SaveBrief => env.has_page,
            Self::FollowedMeeting => env.has_followed,
            Self::FollowingMeeting => env.has_follower,
            Self::NextOnIssue | Self::PreviousOnIssue => env.has_thread,
            Self::ToggleTimeline => env.has_subpage,
            Self::ShowAccounts | Self::Compare => env.has_selection,
            Self::ClearQuery => env.has_query,
            Self::NextMeeting
            | Self::PreviousMeeting
            | Self::FitAll
            | Self::ZoomIn
            | Self::ZoomOut
            | Self::PanLeft
            | Self::PanRight
            | Self::LanesByKind
            | Self::LanesByIssueGroup
            | Self::LanesByPlace
            | Self::LanesPacked
            | Self::Search
            | Self::SaveView
            | Self::ShowTimeline
            | Self::ShowList
            | Self::ShowMatrix
            | Self::ShowCadence => env.has_meetings,
            Self::Back => env.can_go_back,
            Self::Forward => env.can_go_forward,
            Self::Open
            | Self::OpenBundled
            | Self::Quit
            | Self::ToggleChain
            | Self::CopyPlain
            | Self::CopyMarkdown
            | Self::CopyRich
            | Self::CiteChicago
            | Self::CiteApa
            | Self::CiteMla
            | Self::ToggleFilters
            | Self::ToggleDetail
            | Self::ToggleRestoring
            | Self::ToggleProblems
            | Self::ThemeSystem
            | Self::ThemeLight
            | Self::ThemeDark
            | Self::Larger
            | Self::Smaller
            | Self::ActualSize
            | Self::ToggleContrast
            | Self::LanguageSystem
            | Self::LanguageEnglish
            | Self::LanguageChinese
            | Self::ToggleMotion
            | Self::NextPanel
            | Self::PreviousPanel
            | Self::Menus
            | Self::Palette
            | Self::Shortcuts
            | Self::About => true,
        }
    }

    /// How one copies after the command, if it changes that.
    pub fn copy_choice(self, now: CopyChoice) -> Option<CopyChoice> {
        let format = |format| Some(CopyChoice { format, ..now });
        let style = |style| Some(CopyChoice { style, ..now });
        match self {
            Self::CopyPlain => format(Format::Plain),
            Self::CopyMarkdown => format(Format::Markdown),
            Self::CopyRich => format(Format::Rich),
            Self::CiteChicago => style(CitationStyle::Chicago),
            Self::CiteApa => style(CitationStyle::Apa),
            Self::CiteMla => style(CitationStyle::Mla),
            _ => None,
        }
    }

    /// The commands that show a page, in the order of their tabs.
    pub const PAGES: [Self; 4] =
        [Self::ShowTimeline, Self::ShowList, Self::ShowMatrix, Self::ShowCadence];

    /// The page that the command shows, if it is one of those with a tab.
    pub fn page(self) -> Option<Page> {
        match self {
            Self::ShowTimeline => Some(Page::Timeline),
            Self::ShowList => Some(Page::List),
            Self::ShowMatrix => Some(Page::Matrix),
            Self::ShowCadence => Some(Page::Cadence),
            _ => None,
        }
    }

    /// The language that the command chooses, if it chooses one.
    pub fn language_choice(self) -> Option<LanguageChoice> {
        match self {
            Self::LanguageSystem => Some(LanguageChoice::System),
            Self::LanguageEnglish => Some(LanguageChoice::English),
            Self::LanguageChinese => Some(LanguageChoice::Chinese),
            _ => None,
        }
    }

    /// The choice of lanes that the command makes, if it makes one.
    pub fn lane_choice(self) -> Option<LaneChoice> {
        match self {
            Self::LanesByKind => Some(LaneChoice::Kind),
            Self::LanesByIssueGroup => Some(LaneChoice::IssueGroup),
            Self::LanesByPlace => Some(LaneChoice::Place),
            Self::LanesPacked => Some(LaneChoice::Packed),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;

    #[test]
    fn no_two_commands_share_a_shortcut() {
        let mut seen = HashMap::new();
        for command in Command::all() {
            for chord in command.shortcuts() {
                let key = format!("{chord:?}");
                if let Some(other) = seen.insert(key, command) {
                    panic!("{command:?} and {other:?} share {chord:?}");
                }
            }
        }
    }

    #[test]
    fn texts_are_sentences_without_a_full_stop_and_differ() {
        let mut seen = HashMap::new();
        for command in Command::all() {
            assert!(!command.text().ends_with('.') && !command.tooltip().ends_with('.'));
            // Chinese, which is named in itself, has no capitals.
            assert!(!command.text().starts_with(char::is_lowercase));
            assert_eq!(seen.insert(command.text(), command), None, "{command:?}");
        }
    }
}
