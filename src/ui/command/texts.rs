//! What commands are called, and what they do in a sentence.

use std::borrow::Cow;

use super::Command;
use crate::lang::Language;
use crate::tr;

impl Command {
    /// The command's name; `…` where it asks for more.
    pub fn text(self) -> &'static str {
        match self {
            Self::Open => tr!("command-open"),
            Self::OpenBundled => tr!("command-open-bundled"),
            Self::Reload => tr!("command-reload"),
            Self::CloseTab => tr!("command-close-tab"),
            Self::ReopenTab => tr!("command-reopen-tab"),
            Self::NextTab => tr!("command-next-tab"),
            Self::PreviousTab => tr!("command-previous-tab"),
            Self::Quit => tr!("command-quit"),
            Self::Search => tr!("command-search"),
            Self::ClearQuery => tr!("command-clear-query"),
            Self::SaveView => tr!("command-save-view"),
            Self::ShowTimeline => tr!("command-show-timeline"),
            Self::ShowList => tr!("command-show-list"),
            Self::ShowMatrix => tr!("command-show-matrix"),
            Self::ShowCadence => tr!("command-show-cadence"),
            Self::ShowAccounts => tr!("command-show-accounts"),
            Self::Compare => tr!("command-compare"),
            Self::CopyMeeting => tr!("command-copy-meeting"),
            Self::CopyPage => tr!("command-copy-page"),
            Self::SaveBrief => tr!("command-save-brief"),
            Self::CopyPlain => tr!("command-copy-plain"),
            Self::CopyMarkdown => tr!("command-copy-markdown"),
            Self::CopyRich => tr!("command-copy-rich"),
            Self::CiteChicago => tr!("command-cite-chicago"),
            Self::CiteApa => tr!("command-cite-apa"),
            Self::CiteMla => tr!("command-cite-mla"),
            Self::ClearSelection => tr!("command-clear-selection"),
            Self::NextMeeting => tr!("command-next-meeting"),
            Self::PreviousMeeting => tr!("command-previous-meeting"),
            Self::NextOfKind => tr!("command-next-of-kind"),
            Self::PreviousOfKind => tr!("command-previous-of-kind"),
            Self::FollowedMeeting => tr!("command-followed-meeting"),
            Self::FollowingMeeting => tr!("command-following-meeting"),
            Self::NextOnIssue => tr!("command-next-on-issue"),
            Self::PreviousOnIssue => tr!("command-previous-on-issue"),
            Self::FitAll => tr!("command-fit-all"),
            Self::FitSelection => tr!("command-fit-selection"),
            Self::ZoomIn => tr!("command-zoom-in"),
            Self::ZoomOut => tr!("command-zoom-out"),
            Self::PanLeft => tr!("command-pan-left"),
            Self::PanRight => tr!("command-pan-right"),
            Self::Back => tr!("command-back"),
            Self::Forward => tr!("command-forward"),
            Self::LanesByKind => tr!("command-lanes-by-kind"),
            Self::LanesByIssueGroup => tr!("command-lanes-by-issue-group"),
            Self::LanesByPlace => tr!("command-lanes-by-place"),
            Self::LanesPacked => tr!("command-lanes-packed"),
            Self::ToggleChain => tr!("command-toggle-chain"),
            Self::ToggleTimeline => tr!("command-toggle-timeline"),
            Self::ToggleFilters => tr!("command-toggle-filters"),
            Self::ToggleDetail => tr!("command-toggle-detail"),
            Self::ToggleRestoring => tr!("command-toggle-restoring"),
            Self::ToggleProblems => tr!("command-toggle-problems"),
            Self::ThemeSystem => tr!("command-theme-system"),
            Self::ThemeLight => tr!("command-theme-light"),
            Self::ThemeDark => tr!("command-theme-dark"),
            Self::Larger => tr!("size-larger"),
            Self::Smaller => tr!("size-smaller"),
            Self::ActualSize => tr!("size-actual"),
            Self::ToggleContrast => tr!("high-contrast"),
            Self::LanguageSystem => tr!("command-language-system"),
            // Who can not read the language in force finds their own.
            Self::LanguageEnglish => Language::English.own_name(),
            Self::LanguageChinese => Language::Chinese.own_name(),
            Self::ToggleMotion => tr!("command-toggle-motion"),
            Self::NextPanel => tr!("next-panel"),
            Self::PreviousPanel => tr!("previous-panel"),
            Self::Menus => tr!("go-to-menus"),
            Self::Palette => tr!("command-palette"),
            Self::Shortcuts => tr!("command-shortcuts"),
            Self::About => tr!("command-about"),
        }
    }

    /// The name where no menu stands over it: "Language: English".
    pub fn whole_text(self) -> Cow<'static, str> {
        match self.language_choice() {
            Some(_) => tr!("command-language", language = self.text()).into(),
            None => self.text().into(),
        }
    }

    /// What it does, in a sentence.
    pub fn tooltip(self) -> &'static str {
        match self {
            Self::Open => tr!("command-open.tip"),
            Self::OpenBundled => tr!("command-open-bundled.tip"),
            Self::Reload => tr!("command-reload.tip"),
            Self::CloseTab => tr!("command-close-tab.tip"),
            Self::ReopenTab => tr!("command-reopen-tab.tip"),
            Self::NextTab => tr!("command-next-tab.tip"),
            Self::PreviousTab => tr!("command-previous-tab.tip"),
            Self::Quit => tr!("command-quit.tip"),
            Self::Search => tr!("command-search.tip"),
            Self::ClearQuery => tr!("command-clear-query.tip"),
            Self::SaveView => tr!("command-save-view.tip"),
            Self::ShowTimeline => tr!("command-show-timeline.tip"),
            Self::ShowList => tr!("command-show-list.tip"),
            Self::ShowMatrix => tr!("command-show-matrix.tip"),
            Self::ShowCadence => tr!("command-show-cadence.tip"),
            Self::ShowAccounts => tr!("command-show-accounts.tip"),
            Self::Compare => tr!("command-compare.tip"),
            Self::CopyMeeting => tr!("command-copy-meeting.tip"),
            Self::CopyPage => tr!("command-copy-page.tip"),
            Self::SaveBrief => tr!("command-save-brief.tip"),
            Self::CopyPlain => tr!("command-copy-plain.tip"),
            Self::CopyMarkdown => tr!("command-copy-markdown.tip"),
            Self::CopyRich => tr!("command-copy-rich.tip"),
            Self::CiteChicago => tr!("command-cite-chicago.tip"),
            Self::CiteApa => tr!("command-cite-apa.tip"),
            Self::CiteMla => tr!("command-cite-mla.tip"),
            Self::ClearSelection => tr!("command-clear-selection.tip"),
            Self::NextMeeting => tr!("command-next-meeting.tip"),
            Self::PreviousMeeting => tr!("command-previous-meeting.tip"),
            Self::NextOfKind => tr!("command-next-of-kind.tip"),
            Self::PreviousOfKind => tr!("command-previous-of-kind.tip"),
            Self::FollowedMeeting => tr!("command-followed-meeting.tip"),
            Self::FollowingMeeting => tr!("command-following-meeting.tip"),
            Self::NextOnIssue => tr!("command-next-on-issue.tip"),
            Self::PreviousOnIssue => tr!("command-previous-on-issue.tip"),
            Self::FitAll => tr!("command-fit-all.tip"),
            Self::FitSelection => tr!("command-fit-selection.tip"),
            Self::ZoomIn => tr!("command-zoom-in.tip"),
            Self::ZoomOut => tr!("command-zoom-out.tip"),
            Self::PanLeft => tr!("command-pan-left.tip"),
            Self::PanRight => tr!("command-pan-right.tip"),
            Self::Back => tr!("command-back.tip"),
            Self::Forward => tr!("command-forward.tip"),
            Self::LanesByKind => tr!("command-lanes-by-kind.tip"),
            Self::LanesByIssueGroup => tr!("command-lanes-by-issue-group.tip"),
            Self::LanesByPlace => tr!("command-lanes-by-place.tip"),
            Self::LanesPacked => tr!("command-lanes-packed.tip"),
            Self::ToggleChain => tr!("command-toggle-chain.tip"),
            Self::ToggleTimeline => tr!("command-toggle-timeline.tip"),
            Self::ToggleFilters => tr!("command-toggle-filters.tip"),
            Self::ToggleDetail => tr!("command-toggle-detail.tip"),
            Self::ToggleRestoring => tr!("command-toggle-restoring.tip"),
            Self::ToggleProblems => tr!("command-toggle-problems.tip"),
            Self::ThemeSystem => tr!("command-theme-system.tip"),
            Self::ThemeLight => tr!("command-theme-light.tip"),
            Self::ThemeDark => tr!("command-theme-dark.tip"),
            Self::Larger => tr!("size-larger.what"),
            Self::Smaller => tr!("size-smaller.what"),
            Self::ActualSize => tr!("size-actual.what"),
            Self::ToggleContrast => tr!("high-contrast.what"),
            Self::LanguageSystem => tr!("command-language-system.tip"),
            Self::LanguageEnglish => tr!("command-language-english"),
            Self::LanguageChinese => tr!("command-language-chinese"),
            Self::ToggleMotion => tr!("command-toggle-motion.tip"),
            Self::NextPanel => tr!("next-panel.what"),
            Self::PreviousPanel => tr!("previous-panel.what"),
            Self::Menus => tr!("go-to-menus.what"),
            Self::Palette => tr!("command-palette.tip"),
            Self::Shortcuts => tr!("command-shortcuts.tip"),
            Self::About => tr!("command-about.tip"),
        }
    }

    /// What must be done before it can be used, for those of which one may wonder.
    pub fn missing(self) -> Option<&'static str> {
        match self {
            Self::ShowAccounts | Self::Compare | Self::CopyMeeting | Self::FitSelection => {
                Some(tr!("command-needs-meeting"))
            }
            Self::CopyPage | Self::SaveBrief => Some(tr!("command-needs-page")),
            Self::NextOnIssue | Self::PreviousOnIssue => Some(tr!("command-needs-issue")),
            _ => None,
        }
    }
}
