//! What stands over the window: an error, a file being read, shortcuts, about.

use egui::{
    Align2, Area, Frame, Grid, Id, Order, ProgressBar, RichText, ScrollArea, TextEdit, Ui, vec2,
};

use super::access::live;
use super::action::Action;
use super::command::{Command, chord_text};
use super::licences::{LicencesState, licences_ui};
use super::sheet::{asking_sheet_ui, scroll_by_keys, sheet_ui};
use super::tokens::{Tokens, semibold, size, space};
use crate::tr;

/// Moves of the pointer and what they do, as the shortcuts window lists them.
fn pointer_moves() -> [(&'static str, &'static str); 11] {
    [
        (tr!("pointer-zoom"), tr!("pointer-zoom.does")),
        (tr!("pointer-move"), tr!("pointer-move.does")),
        (tr!("pointer-box"), tr!("pointer-box.does")),
        (tr!("pointer-select"), tr!("pointer-select.does")),
        (tr!("pointer-number"), tr!("pointer-number.does")),
        (tr!("pointer-period"), tr!("pointer-period.does")),
        (tr!("pointer-frame"), tr!("pointer-frame.does")),
        (tr!("pointer-beside"), tr!("pointer-beside.does")),
        (tr!("pointer-tab"), tr!("pointer-tab.does")),
        (tr!("pointer-edge"), tr!("pointer-edge.does")),
        (tr!("pointer-drop"), tr!("pointer-drop.does")),
    ]
}

/// The width of the column that names keys and moves, in points.
const KEYS_WIDTH: f32 = 230.0;

/// A message that could not be ignored: what happened, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// What could not be done, in a line.
    pub heading: String,
    /// Why, where, and what to do.
    pub text: String,
    /// Whether it may go better once what is wrong has been mended.
    pub can_retry: bool,
}

/// Shows a fault until it is closed.
pub fn fault_ui(fault: &Fault, ui: &mut Ui, actions: &mut Vec<Action>) {
    let text = |ui: &mut Ui| {
        ScrollArea::vertical().max_height(260.0).show(ui, |ui| {
            let text = RichText::new(&fault.text).size(size::READING).line_height(Some(22.0));
            live(&ui.label(text), true);
        });
    };
    let is_closed = sheet_ui(ui, "fault", &fault.heading, 520.0, text, |ui| {
        if fault.can_retry && ui.button(tr!("fault-open-other")).clicked() {
            actions.push(Action::DismissError);
            actions.push(Action::Run(Command::Open));
        }
        if fault.can_retry && ui.button(tr!("fault-try-again")).clicked() {
            actions.push(Action::Run(Command::Reload));
        }
        if ui.button(tr!("fault-copy")).clicked() {
            let text = format!("{}\n{}", fault.heading, fault.text);
            actions.push(Action::Copy { clip: text.into(), what: tr!("fault-message") });
        }
    });
    if is_closed {
        actions.push(Action::DismissError);
    }
}

/// Asks whether to open datasets again that the last start may have ended by.
pub fn offer_ui(datasets: &[String], ui: &mut Ui, actions: &mut Vec<Action>) {
    let tokens = Tokens::of(ui);
    let contents = |ui: &mut Ui| {
        let text = tr!("offer-text", reopen = Command::ReopenTab.text());
        let text = RichText::new(text).size(size::READING).line_height(Some(22.0));
        live(&ui.label(text), true);
        ui.add_space(space::SMALL);
        for dataset in datasets {
            let name = RichText::new(super::words::shortened(dataset));
            ui.add(egui::Label::new(name.color(tokens.text_muted)).wrap());
        }
    };
    let mut opens = false;
    let words = (tr!("offer-heading"), tr!("offer-without"));
    let is_closed = asking_sheet_ui(ui, "offer", words, 520.0, contents, |ui| {
        opens = ui.button(tr!("offer-open")).clicked();
    });
    if opens || is_closed {
        actions.push(Action::AnswerOffer { opens });
    }
}

/// Asks for the name under which the place is kept.
pub fn save_view_ui(name: &mut String, taken: &[String], ui: &mut Ui, actions: &mut Vec<Action>) {
    let tokens = Tokens::of(ui);
    let mut is_done = false;
    let is_taken = taken.contains(name);
    let contents = |ui: &mut Ui| {
        let about = RichText::new(tr!("save-view-about")).color(tokens.text_muted);
        ui.label(about.line_height(Some(20.0)));
        ui.add_space(space::SMALL);
        let label = ui.label(tr!("save-view-name"));
        let field = TextEdit::singleline(name).desired_width(f32::INFINITY).char_limit(80);
        let response = ui.add(field).labelled_by(label.id);
        if !response.has_focus() && !response.lost_focus() {
            response.request_focus();
        }
        is_done |= response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
        if is_taken {
            ui.label(RichText::new(tr!("save-view-taken")).color(tokens.warning));
        }
    };
    let mut is_saved = false;
    let is_closed = sheet_ui(ui, "save view", tr!("save-view"), 420.0, contents, |ui| {
        is_saved = ui.button(tr!("save-view-save")).clicked();
    });
    let trimmed = name.trim();
    if (is_done || is_saved) && !trimmed.is_empty() {
        actions.push(Action::SaveView(trimmed.to_owned()));
    } else if is_closed {
        actions.push(Action::CancelSaveView);
    }
}

/// How far the reading of a file is.
pub struct Progress {
    /// The file's name.
    pub name: String,
    /// The part that is done, 0 to 1.
    pub fraction: f32,
    /// Meetings read so far.
    pub events: usize,
    /// Whether what there is of the file is shown: then it stands at the foot.
    pub is_over_picture: bool,
}

/// Shows how far a file is read, with a way to stop.
pub fn progress_ui(progress: &Progress, ui: &mut Ui, actions: &mut Vec<Action>) {
    let (align, offset) = if progress.is_over_picture {
        (Align2::CENTER_BOTTOM, vec2(0.0, -48.0))
    } else {
        (Align2::CENTER_CENTER, vec2(0.0, 0.0))
    };
    Area::new(Id::unique("progress")).order(Order::Foreground).anchor(align, offset).show(
        ui,
        |ui| {
            Frame::popup(ui.style()).inner_margin(16.0).show(ui, |ui| {
                ui.set_width(320.0);
                let name = super::words::shortened(&progress.name);
                let heading = tr!("progress-reading", name = name);
                live(&ui.label(RichText::new(heading).font(semibold(size::BODY))), false);
                ui.add(ProgressBar::new(progress.fraction).show_percentage());
                ui.horizontal(|ui| {
                    ui.label(tr!("progress-so-far", count = progress.events));
                    if ui.button(tr!("cancel")).clicked() {
                        actions.push(Action::CancelLoading);
                    }
                });
            });
        },
    );
}

/// Shows all keys and pointer moves. Returns whether it was closed.
///
/// `times_opened` makes it begin at its top each time.
pub fn shortcuts_ui(times_opened: u32, ui: &mut Ui) -> bool {
    let tokens = Tokens::of(ui);
    let contents = |ui: &mut Ui| {
        let height = (ui.ctx().content_rect().height() - 200.0).max(60.0);
        let list = ScrollArea::both().id_salt(("shortcuts", times_opened)).max_height(height);
        list.min_scrolled_height(height).auto_shrink([false, true]).show(ui, |ui| {
            scroll_by_keys(ui, true);
            keys_ui(tokens, ui);
            ui.add_space(space::MEDIUM);
            pointer_ui(tokens, ui);
        });
    };
    sheet_ui(ui, "shortcuts", Command::Shortcuts.text(), 640.0, contents, |_| ())
}

fn keys_ui(tokens: &Tokens, ui: &mut Ui) {
    Grid::new("keys")
        .num_columns(2)
        .min_col_width(KEYS_WIDTH.min(ui.available_width() * 0.4))
        .spacing(vec2(20.0, 6.0))
        .show(ui, |ui| {
            let or = format!("  {}  ", tr!("command-keys-or"));
            for command in Command::all() {
                let format = |chord| chord_text(ui, chord);
                let chords: Vec<String> = command.shortcuts().iter().map(format).collect();
                if !chords.is_empty() {
                    ui.label(RichText::new(chords.join(&or)).color(tokens.text_muted));
                    ui.label(command.text());
                    ui.end_row();
                }
            }
        });
}

fn pointer_ui(tokens: &Tokens, ui: &mut Ui) {
    Grid::new("pointer")
        .num_columns(2)
        .min_col_width(KEYS_WIDTH.min(ui.available_width() * 0.4))
        .spacing(vec2(20.0, 6.0))
        .show(ui, |ui| {
            for (what, effect) in pointer_moves() {
                ui.label(RichText::new(what).color(tokens.text_muted));
                ui.label(effect);
                ui.end_row();
            }
        });
}

/// Shows version and licence, with a way to the licences of all parts. Returns whether it
/// was closed.
pub fn about_ui(licences: &mut Option<LicencesState>, ui: &mut Ui) -> bool {
    let tokens = Tokens::of(ui);
    let contents = |ui: &mut Ui| {
        let paragraphs = [
            &tr!("about-version", version = env!("READOUT_VERSION")),
            tr!("about-readout"),
            tr!("about-licences"),
            tr!("about-connections"),
        ];
        for (pos, paragraph) in paragraphs.into_iter().enumerate() {
            let color = if pos == 0 { tokens.text_muted } else { tokens.text };
            let paragraph = RichText::new(paragraph).size(size::READING).color(color);
            ui.label(paragraph.line_height(Some(22.0)));
            ui.add_space(space::TIGHT);
        }
    };
    let is_closed = sheet_ui(ui, "about", "Readout", 460.0, contents, |ui| {
        if ui.button(tr!("licences-open")).clicked() {
            *licences = Some(LicencesState::default());
        }
    });
    // The licences stand over this sheet, and close before it.
    match licences {
        Some(state) => {
            if licences_ui(state, ui) {
                *licences = None;
            }
            false
        }
        None => is_closed,
    }
}
