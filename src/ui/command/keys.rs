//! The keys that stand for commands.

use egui::{Context, Event, Key, KeyboardShortcut, Modifiers};

use super::{Command, Environment};
use crate::tr;

impl Command {
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
        const fn ctrl(key: Key) -> KeyboardShortcut {
            KeyboardShortcut::new(Modifiers::CTRL, key)
        }
        const fn ctrl_shift(key: Key) -> KeyboardShortcut {
            KeyboardShortcut::new(Modifiers::CTRL.plus(Modifiers::SHIFT), key)
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
            Self::CloseTab => const { &[cmd(Key::W)] },
            Self::ReopenTab => const { &[cmd_shift(Key::T)] },
            // Ctrl on a Mac, too.
            Self::NextTab => const { &[ctrl(Key::Tab), ctrl(Key::PageDown)] },
            Self::PreviousTab => const { &[ctrl_shift(Key::Tab), ctrl(Key::PageUp)] },
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
            // As in browsers. Alone, the same keys zoom the timeline.
            Self::Larger => const { &[cmd(Key::Plus), cmd(Key::Equals)] },
            Self::Smaller => const { &[cmd(Key::Minus)] },
            Self::ActualSize => const { &[cmd(Key::Num0)] },
            Self::NextPanel => const { &[key(Key::F6)] },
            Self::PreviousPanel => const { &[shift(Key::F6)] },
            Self::Menus => const { &[key(Key::F10)] },
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
            | Self::ToggleContrast
            | Self::LanguageSystem
            | Self::LanguageEnglish
            | Self::LanguageChinese
            | Self::ToggleRestoring
            | Self::ToggleMotion
            | Self::About => &[],
        }
    }

    /// The primary shortcut as it is written on this system.
    pub fn shortcut_text(self, ctx: &Context) -> Option<String> {
        self.shortcuts().first().map(|chord| chord_text(ctx, chord))
    }

    /// What it does, with its shortcut.
    pub fn tip(self, ctx: &Context) -> String {
        match self.shortcut_text(ctx) {
            Some(keys) => tr!("command-tip", tip = self.tooltip(), keys = keys),
            None => self.tooltip().to_owned(),
        }
    }

    /// Takes the pressed shortcuts out of the input and returns their commands.
    ///
    /// A shortcut takes its key also where its command is not available, so that
    /// nothing else happens by it. While text is being edited, only chords with
    /// Ctrl or Alt and the function keys count.
    ///
    /// `arrows_are_taken` says that the bare arrows move the focus from thing to thing.
    pub fn take_pressed(ctx: &Context, env: &Environment, arrows_are_taken: bool) -> Vec<Self> {
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
                                && !(arrows_are_taken && is_arrow(chord))
                        })
                    });
                let is_heard =
                    |command: &Self| command.is_available(env) || command.missing().is_some();
                pressed.extend(command.filter(is_heard));
                command.is_none()
            });
        });
        pressed
    }
}

/// A chord as it is written on this system, with signs as they stand on the keys.
pub fn chord_text(ctx: &Context, chord: &KeyboardShortcut) -> String {
    let text = ctx.format_shortcut(chord);
    let key = match chord.logical_key {
        Key::ArrowLeft => tr!("key-left"),
        Key::ArrowRight => tr!("key-right"),
        Key::ArrowUp => tr!("key-up"),
        Key::ArrowDown => tr!("key-down"),
        Key::Escape => tr!("key-escape"),
        Key::Questionmark => "?",
        Key::Plus => "+",
        Key::Equals => "=",
        Key::Minus => "−",
        Key::Slash => "/",
        Key::OpenBracket => "[",
        Key::CloseBracket => "]",
        _ => return text,
    };
    text.replace(chord.logical_key.name(), key)
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

/// Whether a chord is an arrow alone.
fn is_arrow(chord: &KeyboardShortcut) -> bool {
    let arrows = [Key::ArrowLeft, Key::ArrowRight, Key::ArrowUp, Key::ArrowDown];
    chord.modifiers.is_none() && arrows.contains(&chord.logical_key)
}

/// Whether a chord writes text or moves the cursor where text is edited.
fn is_text(chord: &KeyboardShortcut) -> bool {
    let moves = matches!(chord.logical_key, Key::ArrowLeft | Key::ArrowRight | Key::Home);
    let is_function =
        matches!(chord.logical_key, Key::F1 | Key::F5 | Key::F6 | Key::F10 | Key::Escape);
    let Modifiers { ctrl, command, alt, .. } = chord.modifiers;
    moves || !(ctrl || command || alt || is_function)
}
