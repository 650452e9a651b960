//! The one list of commands. Menus, palette, shortcuts window, tooltips and key
//! handling all come from it.

use egui::{Context, Event, Key, KeyboardShortcut, Modifiers};
use strum::{EnumIter, IntoEnumIterator as _};

use super::page::Page;
use crate::export::bibliography::CitationStyle;
use crate::export::clip::{CopyChoice, Format};
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
    /// Show or hide the list of problems.
    ToggleProblems,
    /// Colours as the system has them.
    ThemeSystem,
    /// Light colours.
    ThemeLight,
    /// Dark colours.
    ThemeDark,
    /// Let things glide and fade, or not.
    ToggleMotion,
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

    /// The command's name; `…` where it asks for more.
    pub fn text(self) -> &'static str {
        match self {
            Self::Open => "Open…",
            Self::OpenBundled => "Open the US–China dataset",
            Self::Reload => "Reload",
            Self::Quit => "Quit",
            Self::Search => "Search…",
            Self::ClearQuery => "Clear search and filters",
            Self::SaveView => "Save this view…",
            Self::ShowTimeline => "Timeline",
            Self::ShowList => "List",
            Self::ShowMatrix => "Who raised what",
            Self::ShowCadence => "Cadence",
            Self::ShowAccounts => "Accounts of each side",
            Self::Compare => "Compare with the one before",
            Self::CopyMeeting => "Copy meeting",
            Self::CopyPage => "Copy this page",
            Self::SaveBrief => "Save this page as a brief…",
            Self::CopyPlain => "Copy as plain text",
            Self::CopyMarkdown => "Copy as Markdown",
            Self::CopyRich => "Copy as rich text",
            Self::CiteChicago => "Cite in Chicago style",
            Self::CiteApa => "Cite in APA style",
            Self::CiteMla => "Cite in MLA style",
            Self::ClearSelection => "Clear selection",
            Self::NextMeeting => "Next meeting",
            Self::PreviousMeeting => "Previous meeting",
            Self::NextOfKind => "Next meeting of this kind",
            Self::PreviousOfKind => "Previous meeting of this kind",
            Self::FollowedMeeting => "Meeting that this one follows",
            Self::FollowingMeeting => "Meeting that follows this one",
            Self::NextOnIssue => "Next meeting on this issue",
            Self::PreviousOnIssue => "Previous meeting on this issue",
            Self::FitAll => "Show everything",
            Self::FitSelection => "Zoom to the selected meeting",
            Self::ZoomIn => "Zoom in",
            Self::ZoomOut => "Zoom out",
            Self::PanLeft => "Move to earlier",
            Self::PanRight => "Move to later",
            Self::Back => "Back to the view before",
            Self::Forward => "Forward to the view after",
            Self::LanesByKind => "Lanes by kind",
            Self::LanesByIssueGroup => "Lanes by issue group",
            Self::LanesByPlace => "Lanes by place",
            Self::LanesPacked => "No lanes, packed",
            Self::ToggleChain => "Chain of the selected meeting",
            Self::ToggleTimeline => "Timeline over the page",
            Self::ToggleFilters => "Filters",
            Self::ToggleDetail => "Detail pane",
            Self::ToggleProblems => "Problems in this file",
            Self::ThemeSystem => "Theme of the system",
            Self::ThemeLight => "Light theme",
            Self::ThemeDark => "Dark theme",
            Self::ToggleMotion => "Reduce motion",
            Self::Palette => "Find a meeting or a command…",
            Self::Shortcuts => "Keyboard and mouse",
            Self::About => "About Readout",
        }
    }

    /// What it does, in a sentence.
    pub fn tooltip(self) -> &'static str {
        match self {
            Self::Open => "Choose a dataset file and open it",
            Self::OpenBundled => "Open the dataset that comes with Readout",
            Self::Reload => "Read the open file again from the disk",
            Self::Quit => "Close Readout",
            Self::Search => "Search all texts, and filter by fields such as issue:taiwan",
            Self::ClearQuery => "Show all meetings again",
            Self::SaveView => "Keep this page, filter and part of time under a name",
            Self::ShowTimeline => "All meetings on the timeline",
            Self::ShowList => "All meetings that match, as a table to sort",
            Self::ShowMatrix => "Issues by meetings, years or periods, and who raised them",
            Self::ShowCadence => "Meetings per quarter or year, and the longest gaps",
            Self::ShowAccounts => "What each side’s own account says of the selected meeting",
            Self::Compare => "Set the selected meeting beside the one before of its kind",
            Self::CopyMeeting => "Copy all that is known of the selected meeting, with its sources",
            Self::CopyPage => "Copy what the page shows, with its sources",
            Self::SaveBrief => "Save what the page shows as Markdown with numbered sources",
            Self::CopyPlain => "What is copied is plain text",
            Self::CopyMarkdown => "What is copied is Markdown",
            Self::CopyRich => {
                "What is copied has its formatting, where the system’s clipboard takes it"
            }
            Self::CiteChicago => "Sources are cited as the Chicago Manual of Style has it",
            Self::CiteApa => "Sources are cited as the American Psychological Association has it",
            Self::CiteMla => "Sources are cited as the Modern Language Association has it",
            Self::ClearSelection => "Select nothing and show what the dataset is",
            Self::NextMeeting => "Select the meeting after this one",
            Self::PreviousMeeting => "Select the meeting before this one",
            Self::NextOfKind => "Select the next meeting of the same kind",
            Self::PreviousOfKind => "Select the previous meeting of the same kind",
            Self::FollowedMeeting => "Select the meeting that this one takes up",
            Self::FollowingMeeting => "Select the meeting that takes this one up",
            Self::NextOnIssue => "Select the next meeting with the issue that is followed",
            Self::PreviousOnIssue => "Select the previous meeting with the issue that is followed",
            Self::FitAll => "Zoom out until every meeting is in view",
            Self::FitSelection => "Show the days around the selected meeting",
            Self::ZoomIn => "See less time in more detail",
            Self::ZoomOut => "See more time in less detail",
            Self::PanLeft => "Move the timeline towards the past",
            Self::PanRight => "Move the timeline towards the present",
            Self::Back => "Show the part of time that was shown before",
            Self::Forward => "Undo the last step back",
            Self::LanesByKind => "A lane for each kind of meeting",
            Self::LanesByIssueGroup => "A lane for each group of issues that came up",
            Self::LanesByPlace => "A lane for each side as host, and one for elsewhere",
            Self::LanesPacked => "All meetings in one field, as close as they fit",
            Self::ToggleChain => "Draw what leads to the selected meeting, and what follows it",
            Self::ToggleTimeline => "Show or hide the timeline over the page",
            Self::ToggleFilters => "Show or hide the panel of filters",
            Self::ToggleDetail => "Show or hide the pane beside the timeline",
            Self::ToggleProblems => "Show or hide what is wrong in the open file",
            Self::ThemeSystem => "Light or dark, as the system is set",
            Self::ThemeLight => "Dark ink on light paper",
            Self::ThemeDark => "Light ink on a dark ground",
            Self::ToggleMotion => "Show things at once, without gliding and fading",
            Self::Palette => "Type a few letters of a meeting or a command",
            Self::Shortcuts => "All keys and mouse moves",
            Self::About => "Version, licences and what the program does",
        }
    }

    /// The keys that stand for it, the primary one first. `COMMAND` is Ctrl, or ⌘
    /// on a Mac. Ctrl+Q quits by egui itself and is listed here to be shown.
    pub fn shortcuts(self) -> &'static [KeyboardShortcut] {
        const fn key(key: Key) -> KeyboardShortcut {
            KeyboardShortcut::new(Modifiers::NONE, key)
        }
        const fn cmd(key: Key) -> KeyboardShortcut {
            KeyboardShortcut::new(Modifiers::COMMAND, key)
        }
        const fn cmd_shift(key: Key) -> KeyboardShortcut {
            KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), key)
        }
        const fn alt(key: Key) -> KeyboardShortcut {
            KeyboardShortcut::new(Modifiers::ALT, key)
        }
        const fn shift(key: Key) -> KeyboardShortcut {
            KeyboardShortcut::new(Modifiers::SHIFT, key)
        }
        match self {
            Self::Open => const { &[cmd(Key::O)] },
            Self::Reload => const { &[cmd(Key::R), key(Key::F5)] },
            Self::Quit => const { &[cmd(Key::Q)] },
            Self::Search => const { &[cmd(Key::F)] },
            Self::ClearQuery => const { &[shift(Key::Escape)] },
            Self::SaveView => const { &[cmd(Key::D)] },
            Self::ShowTimeline => const { &[cmd(Key::Num1)] },
            Self::ShowList => const { &[cmd(Key::Num2)] },
            Self::ShowMatrix => const { &[cmd(Key::Num3)] },
            Self::ShowCadence => const { &[cmd(Key::Num4)] },
            Self::ShowAccounts => const { &[cmd(Key::Num5)] },
            Self::Compare => const { &[cmd(Key::Num6)] },
            Self::CopyPage => const { &[cmd_shift(Key::P)] },
            Self::SaveBrief => const { &[cmd(Key::S)] },
            Self::CopyMeeting => const { &[cmd_shift(Key::C)] },
            Self::ClearSelection => const { &[key(Key::Escape)] },
            Self::NextMeeting => const { &[key(Key::N), key(Key::ArrowDown)] },
            Self::PreviousMeeting => const { &[key(Key::P), key(Key::ArrowUp)] },
            Self::NextOfKind => const { &[shift(Key::N)] },
            Self::PreviousOfKind => const { &[shift(Key::P)] },
            Self::FollowedMeeting => const { &[key(Key::F)] },
            Self::FollowingMeeting => const { &[shift(Key::F)] },
            Self::NextOnIssue => const { &[key(Key::CloseBracket)] },
            Self::PreviousOnIssue => const { &[key(Key::OpenBracket)] },
            Self::FitAll => const { &[key(Key::Home)] },
            Self::FitSelection => const { &[key(Key::Z)] },
            Self::ZoomIn => const { &[key(Key::Plus), key(Key::Equals)] },
            Self::ZoomOut => const { &[key(Key::Minus)] },
            Self::PanLeft => const { &[key(Key::ArrowLeft), shift(Key::ArrowLeft)] },
            Self::PanRight => const { &[key(Key::ArrowRight), shift(Key::ArrowRight)] },
            Self::Back => const { &[alt(Key::ArrowLeft)] },
            Self::Forward => const { &[alt(Key::ArrowRight)] },
            Self::LanesByKind => const { &[key(Key::Num1)] },
            Self::LanesByIssueGroup => const { &[key(Key::Num2)] },
            Self::LanesByPlace => const { &[key(Key::Num3)] },
            Self::LanesPacked => const { &[key(Key::Num4)] },
            Self::ToggleChain => const { &[key(Key::C)] },
            Self::ToggleTimeline => const { &[key(Key::T)] },
            Self::ToggleFilters => const { &[cmd(Key::B)] },
            Self::ToggleDetail => const { &[key(Key::D)] },
            Self::ToggleProblems => const { &[cmd(Key::M)] },
            Self::Palette => const { &[cmd(Key::K)] },
            Self::Shortcuts => const { &[key(Key::F1), key(Key::Questionmark)] },
            Self::OpenBundled
            | Self::CopyPlain
            | Self::CopyMarkdown
            | Self::CopyRich
            | Self::CiteChicago
            | Self::CiteApa
            | Self::CiteMla
            | Self::ThemeSystem
            | Self::ThemeLight
            | Self::ThemeDark
            | Self::ToggleMotion
            | Self::About => &[],
        }
    }

    /// The primary shortcut as it is written on this system.
    pub fn shortcut_text(self, ctx: &Context) -> Option<String> {
        self.shortcuts().first().map(|chord| chord_text(ctx, chord))
    }

    /// Whether it can be used now.
    pub fn is_available(self, env: &Environment) -> bool {
        match self {
            Self::Reload => env.can_reload,
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
            | Self::ToggleProblems
            | Self::ThemeSystem
            | Self::ThemeLight
            | Self::ThemeDark
            | Self::ToggleMotion
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

    /// Takes the pressed shortcuts out of the input and returns their commands.
    ///
    /// A shortcut takes its key also where its command is not available, so that
    /// nothing else happens by it. While text is being edited, only chords with
    /// Ctrl or Alt and the function keys count.
    pub fn take_pressed(ctx: &Context, env: &Environment) -> Vec<Self> {
        let is_typing = ctx.text_edit_focused();
        let mut pressed = Vec::new();
        ctx.input_mut(|input| {
            input.events.retain(|event| {
                let Event::Key { key, pressed: true, modifiers, .. } = event else {
                    return true;
                };
                let command =
                    Self::all().filter(|command| *command != Self::Quit).find(|command| {
                        command.shortcuts().iter().any(|chord| {
                            chord.logical_key == *key
                                && has_modifiers(chord, *modifiers)
                                && !(is_typing && is_text(chord))
                        })
                    });
                if let Some(command) = command.filter(|command| command.is_available(env)) {
                    pressed.push(command);
                }
                command.is_none()
            });
        });
        pressed
    }
}

/// A chord as it is written on this system, with signs as they stand on the keys.
pub fn chord_text(ctx: &Context, chord: &KeyboardShortcut) -> String {
    let text = ctx.format_shortcut(chord);
    let signs =
        [("Questionmark", "?"), ("Plus", "+"), ("Equals", "="), ("Minus", "−"), ("Slash", "/")];
    signs.into_iter().fold(text, |text, (name, sign)| text.replace(name, sign))
}

/// Whether these modifiers are the chord's, no more and no fewer. Signs that some
/// keyboards have behind Shift may come with it.
fn has_modifiers(chord: &KeyboardShortcut, modifiers: Modifiers) -> bool {
    let is_sign = matches!(
        chord.logical_key,
        Key::Plus | Key::Equals | Key::Minus | Key::Questionmark | Key::Slash
    );
    let unshifted = Modifiers { shift: false, ..modifiers };
    modifiers.matches_exact(chord.modifiers)
        || (is_sign && unshifted.matches_exact(chord.modifiers))
}

/// Whether a chord writes text or moves the cursor where text is edited.
fn is_text(chord: &KeyboardShortcut) -> bool {
    let moves = matches!(chord.logical_key, Key::ArrowLeft | Key::ArrowRight | Key::Home);
    let is_function = matches!(chord.logical_key, Key::F1 | Key::F5 | Key::Escape);
    moves || !(chord.modifiers.command || chord.modifiers.alt || is_function)
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
            assert!(command.text().starts_with(char::is_uppercase));
            assert_eq!(seen.insert(command.text(), command), None, "{command:?}");
        }
    }
}
