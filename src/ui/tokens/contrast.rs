//! Which colours stand on which, how far apart they must be, and a test of it.
//!
//! The measure is the contrast ratio of the [Web Content Accessibility Guidelines
//! 2.2](https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio), `(L1 + 0.05) / (L2 + 0.05)`
//! of the lighter and the darker one's [relative
//! luminance](https://www.w3.org/TR/WCAG22/#dfn-relative-luminance). Asked for are 4.5
//! for text ([1.4.3](https://www.w3.org/TR/WCAG22/#contrast-minimum), level AA) and, in
//! the themes of high contrast, 7 ([1.4.6](https://www.w3.org/TR/WCAG22/#contrast-enhanced),
//! level AAA), and 3 for what tells something without being text
//! ([1.4.11](https://www.w3.org/TR/WCAG22/#non-text-contrast)).

#![cfg(test)]

use egui::Color32;

use super::{DARK, HIGH_CONTRAST_DARK, HIGH_CONTRAST_LIGHT, LIGHT, Tokens};

/// What is asked of a pair.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Needs {
    /// It is read.
    Text,
    /// It is seen, and tells something.
    Sign,
}
use Needs::{Sign, Text};

type Inks = fn(&Tokens) -> Vec<Color32>;

/// Each ground on which the interface puts something.
const GROUNDS: [(&str, Inks); 6] = [
    ("canvas", |t| vec![t.canvas]),
    ("panel", |t| vec![t.panel]),
    ("raised", |t| vec![t.raised]),
    ("hover", |t| vec![t.hover]),
    ("pressed", |t| vec![t.pressed]),
    ("selected", |t| vec![t.accent_wash]),
];

/// What stands on which ground, what it needs, and what it is there for. What is not
/// listed tells nothing: lines between parts, the grid under the ticks, and bars that
/// repeat the number beside them. What a filter keeps out is inactive, and faint, but in
/// high contrast it is seen as all else.
const PAIRS: [(&str, Inks, &[&str], Needs); 14] = [
    ("text", |t| vec![t.text], &ALL, Text),
    ("captions, roles, dates", |t| vec![t.text_muted], &ALL, Text),
    ("problems and errors", |t| vec![t.warning], &ALL, Text),
    ("names of sides", |t| t.sides.to_vec(), &ALL, Text),
    ("who is of no side", |t| vec![t.no_side], &ALL, Text),
    ("marks of meetings and shapes of kinds", |t| vec![t.mark], &ALL, Sign),
    ("marks of sides", |t| t.sides.to_vec(), &ALL, Sign),
    ("the selected one, the focus ring", |t| vec![t.accent], &ALL, Sign),
    // On hover and press, the line around them is that of captions.
    ("edges of fields and buttons", |t| vec![t.edge], &RESTING, Sign),
    ("bars of days", |t| vec![t.bar], &["canvas"], Sign),
    // In the overview, the years filter and the strip of the cadence, also behind the brush.
    ("bars by level", |t| t.levels.to_vec(), &["canvas", "panel", "selected"], Sign),
    ("bars by kind", |t| (0..=8).map(|n| t.grey(n as f32 / 8.0)).collect(), &["canvas"], Sign),
    // On the timeline, and in the overview also behind the brush; numbers stand on cards.
    (
        "what is kept out",
        |t| t.faint.into_iter().collect(),
        &["canvas", "raised", "selected"],
        Sign,
    ),
    // In the matrix: who has a place there but raised nothing.
    ("squares of nobody", |t| vec![over(t.no_side, 0.75, t.canvas)], &["canvas"], Sign),
];
const ALL: [&str; 6] = ["canvas", "panel", "raised", "hover", "pressed", "selected"];
const RESTING: [&str; 4] = ["canvas", "panel", "raised", "selected"];

const THEMES: [(&str, &Tokens, bool); 4] = [
    ("light", &LIGHT, false),
    ("dark", &DARK, false),
    ("light, high contrast", &HIGH_CONTRAST_LIGHT, true),
    ("dark, high contrast", &HIGH_CONTRAST_DARK, true),
];

/// A colour over a ground, so strong, as egui blends them.
fn over(ink: Color32, strength: f32, ground: Color32) -> Color32 {
    ground.lerp_to_gamma(ink, strength)
}

fn luminance(color: Color32) -> f64 {
    let [r, g, b] = [color.r(), color.g(), color.b()].map(|channel| {
        let c = f64::from(channel) / 255.0;
        if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

fn contrast(one: Color32, other: Color32) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn least(needs: Needs, has_high_contrast: bool) -> f64 {
    match (needs, has_high_contrast) {
        (Text, false) => 4.5,
        (Text, true) => 7.0,
        (Sign, _) => 3.0,
    }
}

/// What of a theme is too close, in words.
fn failures((name, tokens, is_high): (&str, &Tokens, bool)) -> Vec<String> {
    let mut failures = Vec::new();
    let mut check = |what: &str, ink, on: &str, ground, needs| {
        let (ratio, least) = (contrast(ink, ground), least(needs, is_high));
        if ratio < least {
            failures.push(format!("{name}: {what} {ink:?} on {on} {ground:?}: {ratio:.2}"));
        }
    };
    for (what, inks, on, needs) in PAIRS {
        for (ground_name, grounds) in GROUNDS.into_iter().filter(|(name, _)| on.contains(name)) {
            for ground in grounds(tokens) {
                for ink in inks(tokens) {
                    check(what, ink, ground_name, ground, needs);
                }
            }
        }
    }
    // On a side's wash stand its name, and text that is read.
    let of_sides = tokens.sides.iter().zip(tokens.side_washes);
    for (ink, wash) in of_sides.chain([(&tokens.no_side, tokens.no_side_wash)]) {
        for ink in [*ink, tokens.text, tokens.text_muted] {
            check("text", ink, "a side’s wash", wash, Text);
        }
    }
    failures
}

#[test]
fn each_pair_of_each_theme_is_far_enough_apart() {
    let failures: Vec<String> = THEMES.into_iter().flat_map(failures).collect();
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

/// In high contrast, what a filter keeps out is told from what it lets through by how light
/// it is, far enough apart for who sees no colours.
#[test]
fn what_is_kept_out_is_told_from_what_matches() {
    for (name, tokens, is_high) in THEMES {
        assert_eq!(tokens.is_high_contrast(), is_high, "{name}");
        let faint = tokens.kept_out(tokens.mark, 0.3);
        assert_eq!(tokens.faint.is_some_and(|it| it == faint), is_high, "{name}");
        if is_high {
            let ratio = contrast(faint, tokens.mark);
            assert!(ratio >= least(Sign, true), "{name}: {ratio:.2}");
        }
    }
}

#[test]
fn each_listed_ground_is_one() {
    for (what, _, on, _) in PAIRS {
        for name in on {
            assert!(GROUNDS.iter().any(|(ground, _)| ground == name), "{what}: {name}");
        }
    }
}

/// From the definition: black on white is 21, and a colour on itself is 1.
#[test]
fn the_measure_is_that_of_the_guidelines() {
    assert!((contrast(Color32::BLACK, Color32::WHITE) - 21.0).abs() < 1e-9);
    assert!((contrast(LIGHT.accent, LIGHT.accent) - 1.0).abs() < 1e-9);
    // A grey that is often named as the lightest that may be read on white.
    let grey = Color32::from_gray(0x76);
    assert!((contrast(grey, Color32::WHITE) - 4.54).abs() < 0.005);
}
