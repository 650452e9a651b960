//! What is done in each frame of a step.

use egui::{Key, Modifiers, PointerButton, Theme, ViewportCommand, vec2};

use super::hand::{Hand, Sight};
use super::made_up::{CHINESE, COMMON, ISSUES, RARE};
use super::script::Beat;

const NO_KEYS: Modifiers = Modifiers::NONE;
const CTRL: Modifiers = Modifiers::COMMAND;

/// The name of an issue, as the palette finds it.
const ISSUE_NAME: &str = "Harbour dues";
/// What the window's size becomes in turn; the last is that of the start.
const SIZES: [(f32, f32); 6] = [
    (900.0, 600.0),
    (1100.0, 700.0),
    (700.0, 500.0),
    (1000.0, 760.0),
    (1200.0, 640.0),
    (1280.0, 800.0),
];

pub fn wheel_in(hand: &mut Hand, sight: &Sight, beat: Beat) {
    wheel(hand, sight, beat, 0.8, 2600.0);
}

pub fn wheel_out(hand: &mut Hand, sight: &Sight, beat: Beat) {
    wheel(hand, sight, beat, 0.3, -2600.0);
}

pub fn pinch_in(hand: &mut Hand, sight: &Sight, beat: Beat) {
    pinch(hand, sight, beat, 0.55, 2e4);
}

pub fn pinch_in_late(hand: &mut Hand, sight: &Sight, beat: Beat) {
    pinch(hand, sight, beat, 0.65, 2e4);
}

pub fn pinch_out(hand: &mut Hand, sight: &Sight, beat: Beat) {
    pinch(hand, sight, beat, 0.9, 1e-5);
}

pub fn pinch_to_decades(hand: &mut Hand, sight: &Sight, beat: Beat) {
    pinch(hand, sight, beat, 0.5, 1e-3);
}

pub fn pinch_to_years(hand: &mut Hand, sight: &Sight, beat: Beat) {
    pinch(hand, sight, beat, 0.75, 30.0);
}

pub fn lanes_by_group(hand: &mut Hand, sight: &Sight, beat: Beat) {
    lanes(hand, sight, beat, Key::Num2);
}

pub fn lanes_by_place(hand: &mut Hand, sight: &Sight, beat: Beat) {
    lanes(hand, sight, beat, Key::Num3);
}

pub fn no_lanes(hand: &mut Hand, sight: &Sight, beat: Beat) {
    lanes(hand, sight, beat, Key::Num4);
}

pub fn lanes_by_kind(hand: &mut Hand, sight: &Sight, beat: Beat) {
    lanes(hand, sight, beat, Key::Num1);
}

pub fn list(hand: &mut Hand, sight: &Sight, beat: Beat) {
    page(hand, sight, beat, Key::Num2);
}

pub fn matrix(hand: &mut Hand, sight: &Sight, beat: Beat) {
    page(hand, sight, beat, Key::Num3);
}

pub fn cadence(hand: &mut Hand, sight: &Sight, beat: Beat) {
    page(hand, sight, beat, Key::Num4);
}

pub fn show_all(hand: &mut Hand, _: &Sight, beat: Beat) {
    key_once(hand, beat, NO_KEYS, Key::Home);
}

pub fn timeline(hand: &mut Hand, _: &Sight, beat: Beat) {
    key_once(hand, beat, CTRL, Key::Num1);
}

pub fn type_common(hand: &mut Hand, _: &Sight, beat: Beat) {
    type_in(hand, beat, COMMON);
}

pub fn type_chinese(hand: &mut Hand, _: &Sight, beat: Beat) {
    type_in(hand, beat, CHINESE);
}

pub fn type_rare(hand: &mut Hand, _: &Sight, beat: Beat) {
    type_in(hand, beat, RARE);
}

pub fn type_issues(hand: &mut Hand, _: &Sight, beat: Beat) {
    type_in(hand, beat, &issues());
}

pub fn walk(hand: &mut Hand, _: &Sight, beat: Beat) {
    if beat.frame.is_multiple_of(4) {
        hand.key(NO_KEYS, Key::N);
    }
}

pub fn themes(hand: &mut Hand, _: &Sight, beat: Beat) {
    if let Some(number) = beat.moment(4) {
        hand.theme = Some(if number % 2 == 0 { Theme::Dark } else { Theme::Light });
    }
}

pub fn sizes(hand: &mut Hand, _: &Sight, beat: Beat) {
    let size = beat.moment(SIZES.len()).and_then(|number| SIZES.get(number));
    if let Some((width, height)) = size {
        hand.commands.push(ViewportCommand::InnerSize(vec2(*width, *height)));
    }
}

/// The query for both issues.
pub fn issues() -> String {
    ISSUES.map(|issue| format!("issue:{issue}")).join(" ")
}

fn key_once(hand: &mut Hand, beat: Beat, modifiers: Modifiers, key: Key) {
    if beat.is_first() {
        hand.key(modifiers, key);
    }
}

fn wheel(hand: &mut Hand, sight: &Sight, beat: Beat, x: f32, points: f32) {
    hand.point(sight.at(x, 0.5));
    // The last frames see the wheel run out.
    if beat.part() < 0.8 {
        hand.wheel(vec2(0.0, points / (beat.of as f32 * 0.8)));
    }
}

fn pinch(hand: &mut Hand, sight: &Sight, beat: Beat, x: f32, factor: f64) {
    hand.point(sight.at(x, 0.5));
    hand.pinch(factor.powf(1.0 / beat.of as f64));
}

/// Drags the canvas to and fro.
pub fn drag(hand: &mut Hand, sight: &Sight, beat: Beat) {
    let swing = (beat.part() * 3.0 * std::f32::consts::TAU).sin();
    hand.point(sight.at(0.5 + 0.4 * swing, 0.93));
    if beat.is_first() {
        hand.button(PointerButton::Primary, true);
    } else if beat.is_last() {
        hand.button(PointerButton::Primary, false);
    }
}

pub fn pan_by_wheel(hand: &mut Hand, sight: &Sight, beat: Beat) {
    hand.point(sight.at(0.5, 0.5));
    hand.wheel(vec2(if beat.part() < 0.5 { 25.0 } else { -25.0 }, 0.0));
}

/// Two boxes, one in the other.
pub fn box_zoom(hand: &mut Hand, sight: &Sight, beat: Beat) {
    let half = Beat { frame: beat.frame % (beat.of / 2), of: beat.of / 2 };
    hand.point(sight.at(0.55 + 0.3 * half.part(), 0.4 + 0.2 * half.part()));
    if half.is_first() {
        hand.button(PointerButton::Secondary, true);
    } else if half.is_last() {
        hand.button(PointerButton::Secondary, false);
    }
}

/// Both ends of the brush are drawn in, then the whole is moved.
pub fn brush(hand: &mut Hand, sight: &Sight, beat: Beat) {
    let third = beat.of / 3;
    let stroke = (beat.frame / third).min(2);
    let now = Beat { frame: beat.frame - stroke * third, of: third };
    let now = Beat { frame: now.frame.min(third - 1), ..now };
    let part = now.part();
    let x = match stroke {
        0 => 0.6 * part,
        1 => 1.0 - 0.2 * part,
        _ => 0.7 - 0.4 * (part * std::f32::consts::TAU).sin(),
    };
    hand.point(sight.overview.lerp_inside(vec2(x.clamp(0.002, 0.998), 0.5)));
    if now.is_first() {
        hand.button(PointerButton::Primary, true);
    } else if now.is_last() {
        hand.button(PointerButton::Primary, false);
    }
}

fn lanes(hand: &mut Hand, sight: &Sight, beat: Beat, key: Key) {
    key_once(hand, beat, NO_KEYS, key);
    let factor: f64 = if beat.part() < 0.5 { 40.0 } else { 1.0 / 40.0 };
    pinch(hand, sight, beat, 0.6, factor.powi(2));
}

/// From mark to mark, with a stop at each.
pub fn hover(hand: &mut Hand, sight: &Sight, beat: Beat) {
    if let Some(pos) = sight.marks.get(beat.frame / 3 * 7 % sight.marks.len().max(1)) {
        hand.point(*pos + vec2((beat.frame % 3) as f32 - 1.0, 0.0));
    }
}

/// Clicks marks, each in six frames; where one of many brings all close, one steps back.
pub fn click(hand: &mut Hand, sight: &Sight, beat: Beat) {
    let (number, phase) = (beat.frame / 6, beat.frame % 6);
    // What is left after the last whole click is looked on, lest a click stay half done.
    let clicks = beat.of / 6;
    if number >= clicks {
        return;
    }
    let is_last = number + 1 == clicks;
    match phase {
        0 => {
            // The middle one: with each click that zooms, one comes closer to a single.
            if let Some(pos) = sight.marks.get(sight.marks.len() / 2 + number % 2) {
                hand.point(*pos);
            }
        }
        1 => hand.button(PointerButton::Primary, true),
        2 => hand.button(PointerButton::Primary, false),
        // So that the walk, too, begins at a meeting: where a click has opened a list, this
        // closes it.
        4 if is_last => hand.key(NO_KEYS, Key::Escape),
        5 if is_last => hand.key(NO_KEYS, Key::N),
        5 if number % 8 == 7 => hand.pinch(1e-2),
        _ => {}
    }
}

/// Letter by letter into the search box, in place of what was there.
fn type_in(hand: &mut Hand, beat: Beat, text: &str) {
    /// When the first letter comes: the field has the focus only some frames after the key.
    const BEGIN: usize = 3;
    let letters = text.chars().count();
    match beat.moment(BEGIN + letters + 2) {
        Some(0) => hand.key(CTRL, Key::F),
        Some(moment) if moment == BEGIN + letters + 1 => hand.key(NO_KEYS, Key::Escape),
        Some(moment) if moment >= BEGIN => {
            hand.text(text.chars().skip(moment - BEGIN).take(1).collect::<String>());
        }
        _ => {}
    }
}

/// Opens a page, then scrolls it.
fn page(hand: &mut Hand, sight: &Sight, beat: Beat, key: Key) {
    key_once(hand, beat, CTRL, key);
    scroll(hand, sight, beat);
}

fn scroll(hand: &mut Hand, sight: &Sight, beat: Beat) {
    // Over the lower half, where pages stand that have the timeline over them.
    hand.point(egui::pos2(sight.canvas.center().x, 640.0));
    hand.wheel(vec2(0.0, if beat.part() < 0.7 { -120.0 } else { 240.0 }));
}

/// Shows all again, in the list.
pub fn clear_and_scroll(hand: &mut Hand, sight: &Sight, beat: Beat) {
    key_once(hand, beat, Modifiers::SHIFT, Key::Escape);
    scroll(hand, sight, beat);
}

/// By the palette, as nothing else leads there from everywhere.
pub fn thread(hand: &mut Hand, sight: &Sight, beat: Beat) {
    match beat.frame {
        0 => hand.key(CTRL, Key::K),
        2..14 => hand.text(ISSUE_NAME.chars().skip(beat.frame - 2).take(1).collect::<String>()),
        16 => hand.key(NO_KEYS, Key::Enter),
        18.. => scroll(hand, sight, beat),
        _ => {}
    }
}
