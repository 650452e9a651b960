//! What commands are called, and what they do in a sentence.

use std::borrow::Cow;

use super::Command;
use crate::lang::{self, Language};
use crate::{tr, tr_in};

impl Command {
    /// The command's name; `…` where it asks for more.
    pub fn text(self) -> &'static str {
        self.text_in(lang::current())
    }

    fn text_in(self, language: Language) -> &'static str {
        match self {
            Self::Open => tr_in!(language, "command-open"),
            Self::OpenBundled => tr_in!(language, "command-open-bundled"),
            Self::Reload => tr_in!(language, "command-reload"),
            Self::CloseTab => tr_in!(language, "command-close-tab"),
            Self::ReopenTab => tr_in!(language, "command-reopen-tab"),
            Self::NextTab => tr_in!(language, "command-next-tab"),
            Self::PreviousTab => tr_in!(language, "command-previous-tab"),
            Self::Quit => tr_in!(language, "command-quit"),
            Self::Search => tr_in!(language, "command-search"),
            Self::ClearQuery => tr_in!(language, "command-clear-query"),
            Self::SaveView => tr_in!(language, "command-save-view"),
            Self::ShowTimeline => tr_in!(language, "command-show-timeline"),
            Self::ShowList => tr_in!(language, "command-show-list"),
            Self::ShowMatrix => tr_in!(language, "command-show-matrix"),
            Self::ShowCadence => tr_in!(language, "command-show-cadence"),
            Self::ShowAccounts => tr_in!(language, "command-show-accounts"),
            Self::Compare => tr_in!(language, "command-compare"),
            Self::CopyMeeting => tr_in!(language, "command-copy-meeting"),
            Self::CopyPage => tr_in!(language, "command-copy-page"),
            Self::SaveBrief => tr_in!(language, "command-save-brief"),
            Self::CopyPlain => tr_in!(language, "command-copy-plain"),
            Self::CopyMarkdown => tr_in!(language, "command-copy-markdown"),
            Self::CopyRich => tr_in!(language, "command-copy-rich"),
            Self::CiteChicago => tr_in!(language, "command-cite-chicago"),
            Self::CiteApa => tr_in!(language, "command-cite-apa"),
            Self::CiteMla => tr_in!(language, "command-cite-mla"),
            Self::ClearSelection => tr_in!(language, "command-clear-selection"),
            Self::NextMeeting => tr_in!(language, "command-next-meeting"),
            Self::PreviousMeeting => tr_in!(language, "command-previous-meeting"),
            Self::NextOfKind => tr_in!(language, "command-next-of-kind"),
            Self::PreviousOfKind => tr_in!(language, "command-previous-of-kind"),
            Self::FollowedMeeting => tr_in!(language, "command-followed-meeting"),
            Self::FollowingMeeting => tr_in!(language, "command-following-meeting"),
            Self::NextOnIssue => tr_in!(language, "command-next-on-issue"),
            Self::PreviousOnIssue => tr_in!(language, "command-previous-on-issue"),
            Self::FitAll => tr_in!(language, "command-fit-all"),
            Self::FitSelection => tr_in!(language, "command-fit-selection"),
            Self::ZoomIn => tr_in!(language, "command-zoom-in"),
            Self::ZoomOut => tr_in!(language, "command-zoom-out"),
            Self::PanLeft => tr_in!(language, "command-pan-left"),
            Self::PanRight => tr_in!(language, "command-pan-right"),
            Self::Back => tr_in!(language, "command-back"),
            Self::Forward => tr_in!(language, "command-forward"),
            Self::LanesByKind => tr_in!(language, "command-lanes-by-kind"),
            Self::LanesByIssueGroup => tr_in!(language, "command-lanes-by-issue-group"),
            Self::LanesByPlace => tr_in!(language, "command-lanes-by-place"),
            Self::LanesPacked => tr_in!(language, "command-lanes-packed"),
            Self::ToggleChain => tr_in!(language, "command-toggle-chain"),
            Self::ToggleTimeline => tr_in!(language, "command-toggle-timeline"),
            Self::ToggleFilters => tr_in!(language, "command-toggle-filters"),
            Self::ToggleDetail => tr_in!(language, "command-toggle-detail"),
            Self::ToggleRestoring => tr_in!(language, "command-toggle-restoring"),
            Self::ToggleProblems => tr_in!(language, "command-toggle-problems"),
            Self::ThemeSystem => tr_in!(language, "command-theme-system"),
            Self::ThemeLight => tr_in!(language, "command-theme-light"),
            Self::ThemeDark => tr_in!(language, "command-theme-dark"),
            Self::Larger => tr_in!(language, "size-larger"),
            Self::Smaller => tr_in!(language, "size-smaller"),
            Self::ActualSize => tr_in!(language, "size-actual"),
            Self::ToggleContrast => tr_in!(language, "high-contrast"),
            Self::LanguageSystem => tr_in!(language, "command-language-system"),
            // Who can not read the language in force finds their own.
            Self::LanguageEnglish => Language::English.own_name(),
            Self::LanguageChinese => Language::Chinese.own_name(),
            Self::ToggleMotion => tr_in!(language, "command-toggle-motion"),
            Self::NextPanel => tr_in!(language, "next-panel"),
            Self::PreviousPanel => tr_in!(language, "previous-panel"),
            Self::Menus => tr_in!(language, "go-to-menus"),
            Self::Palette => tr_in!(language, "command-palette"),
            Self::Shortcuts => tr_in!(language, "command-shortcuts"),
            Self::About => tr_in!(language, "command-about"),
        }
    }

    /// The name where no menu stands over it: "Language: English".
    pub fn whole_text(self) -> Cow<'static, str> {
        self.whole_text_in(lang::current())
    }

    /// The same in a language.
    pub fn whole_text_in(self, language: Language) -> Cow<'static, str> {
        match self.language_choice() {
            Some(_) => {
                tr_in!(language, "command-language", language = self.text_in(language)).into()
            }
            None => self.text_in(language).into(),
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
