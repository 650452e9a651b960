//! Every colour and size of the interface. Nothing else names a colour.
//!
//! Blue and red mean the first two sides of a dataset, and nothing else. Kinds
//! are told by shape and stances by a sign, so nothing hangs on colour alone.

use egui::{Color32, Context, FontFamily, FontId, Theme};

use crate::model::SideIx;

/// The colours of one theme.
#[derive(Debug)]
pub struct Tokens {
    /// Behind the timeline.
    pub canvas: Color32,
    /// Behind the panes and bars.
    pub panel: Color32,
    /// Behind cards, menus and text fields.
    pub raised: Color32,
    /// Text that is read.
    pub text: Color32,
    /// Text that is looked up: dates, roles, captions.
    pub text_muted: Color32,
    /// Marks of meetings.
    pub mark: Color32,
    /// Lines between parts.
    pub line: Color32,
    /// Lines of the calendar's grid, at full strength.
    pub grid: Color32,
    /// What is selected or focused.
    pub accent: Color32,
    /// A wash behind what is selected.
    pub accent_wash: Color32,
    /// Under the pointer.
    pub hover: Color32,
    /// Under a press.
    pub pressed: Color32,
    /// What needs attention: problems and errors.
    pub warning: Color32,
    /// The bars of the overview, by level: leaders, ministers, others.
    pub levels: [Color32; 3],
    /// The sides' colours, for text and strokes, in the order of the file.
    sides: [Color32; 5],
    /// The sides' washes, for bands.
    side_washes: [Color32; 5],
    /// What belongs to no side.
    pub no_side: Color32,
    /// A wash for what belongs to no side.
    pub no_side_wash: Color32,
    /// The shadow under cards and menus.
    pub shadow: Color32,
}

const fn rgb(hex: u32) -> Color32 {
    Color32::from_rgb((hex >> 16) as u8, (hex >> 8) as u8, hex as u8)
}

/// Light: warm paper.
pub const LIGHT: Tokens = Tokens {
    canvas: rgb(0xfbfaf6),
    panel: rgb(0xf3f2ed),
    raised: rgb(0xffffff),
    text: rgb(0x1f2328),
    text_muted: rgb(0x5f646b),
    mark: rgb(0x343a42),
    line: rgb(0xdddbd3),
    grid: rgb(0xe3e1d9),
    accent: rgb(0xb87503),
    accent_wash: rgb(0xfbefd5),
    hover: rgb(0xe9e7df),
    pressed: rgb(0xdedbd0),
    warning: rgb(0x8a4b00),
    levels: [rgb(0x343a42), rgb(0x8b8f94), rgb(0xc4c3bc)],
    sides: [rgb(0x1b57a6), rgb(0xb3261e), rgb(0x0f6b5c), rgb(0x6b3fa0), rgb(0x6d5220)],
    side_washes: [rgb(0xe6eef9), rgb(0xfbe8e6), rgb(0xdff1ed), rgb(0xeee7f7), rgb(0xf1ebdd)],
    no_side: rgb(0x5f646b),
    no_side_wash: rgb(0xecebe5),
    shadow: Color32::from_black_alpha(38),
};

/// Dark: ink, not black.
pub const DARK: Tokens = Tokens {
    canvas: rgb(0x16181b),
    panel: rgb(0x1d2024),
    raised: rgb(0x25292e),
    text: rgb(0xece9e2),
    text_muted: rgb(0xa3a7ad),
    mark: rgb(0xd4d3ce),
    line: rgb(0x363b42),
    grid: rgb(0x2b2f35),
    accent: rgb(0xf2b84b),
    accent_wash: rgb(0x40351f),
    hover: rgb(0x2d3238),
    pressed: rgb(0x383e45),
    warning: rgb(0xf0b866),
    levels: [rgb(0xd4d3ce), rgb(0x84888e), rgb(0x4d5259)],
    sides: [rgb(0x86b7f5), rgb(0xf5948b), rgb(0x6fcbb9), rgb(0xc3a3ee), rgb(0xd3b679)],
    side_washes: [rgb(0x1d2d42), rgb(0x432623), rgb(0x1a3731), rgb(0x322743), rgb(0x3a311f)],
    no_side: rgb(0xa3a7ad),
    no_side_wash: rgb(0x2b2f35),
    shadow: Color32::from_black_alpha(110),
};

impl Tokens {
    /// The colours of the theme in force.
    pub fn of(ctx: &Context) -> &'static Self {
        match ctx.theme() {
            Theme::Light => &LIGHT,
            Theme::Dark => &DARK,
        }
    }

    /// A side's colour; sides after the fifth share the colour of none.
    pub fn side(&self, side: Option<SideIx>) -> Color32 {
        side.and_then(|side| self.sides.get(side.pos())).copied().unwrap_or(self.no_side)
    }

    /// A grey between the darkest of the levels (0) and the lightest (1): for what is
    /// stacked and told apart by a legend, such as kinds.
    pub fn grey(&self, part: f32) -> Color32 {
        let [dark, middle, light] = self.levels;
        let part = part.clamp(0.0, 1.0) * 2.0;
        if part < 1.0 {
            dark.lerp_to_gamma(middle, part)
        } else {
            middle.lerp_to_gamma(light, part - 1.0)
        }
    }

    /// A side's wash.
    pub fn side_wash(&self, side: Option<SideIx>) -> Color32 {
        side.and_then(|side| self.side_washes.get(side.pos())).copied().unwrap_or(self.no_side_wash)
    }
}

/// The grid of spacings, in points.
pub mod space {
    /// Between things that belong together.
    pub const TIGHT: f32 = 4.0;
    /// Between neighbours.
    pub const SMALL: f32 = 8.0;
    /// Inside panes.
    pub const MEDIUM: f32 = 16.0;
    /// Between sections.
    pub const LARGE: f32 = 24.0;
    /// The corner radius of cards, chips and buttons.
    pub const RADIUS: u8 = 6;
}

/// The family of semibold interface text.
pub const SEMIBOLD: &str = "semibold";
/// The family of titles and quotes.
pub const SERIF: &str = "serif";
/// The family of titles in semibold.
pub const SERIF_SEMIBOLD: &str = "serif-semibold";

/// Interface text.
pub fn sans(size: f32) -> FontId {
    FontId::new(size, FontFamily::Proportional)
}

/// Interface text that heads something.
pub fn semibold(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(SEMIBOLD.into()))
}

/// Text of quotes.
pub fn serif(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(SERIF.into()))
}

/// Titles.
pub fn serif_semibold(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(SERIF_SEMIBOLD.into()))
}

/// Sizes of type, in points.
pub mod size {
    /// Captions, roles, ticks and labels on the canvas.
    pub const CAPTION: f32 = 12.0;
    /// The interface.
    pub const BODY: f32 = 13.5;
    /// Running text in the detail pane.
    pub const READING: f32 = 14.5;
    /// Quotes.
    pub const QUOTE: f32 = 17.0;
    /// A pane's title.
    pub const TITLE: f32 = 25.0;
}

#[cfg(test)]
mod tests {
    use super::*;

    /// WCAG 2.2, relative luminance.
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

    #[test]
    fn text_holds_aa_contrast_on_every_ground() {
        for (name, tokens) in [("light", &LIGHT), ("dark", &DARK)] {
            let grounds = [tokens.canvas, tokens.panel, tokens.raised, tokens.hover];
            let inks = [tokens.text, tokens.text_muted, tokens.warning, tokens.no_side];
            for ground in grounds {
                for ink in inks.into_iter().chain(tokens.sides) {
                    let ratio = contrast(ground, ink);
                    assert!(ratio >= 4.5, "{name}: {ink:?} on {ground:?} is {ratio:.2}");
                }
            }
        }
    }

    #[test]
    fn side_text_holds_aa_contrast_on_its_wash_and_marks_hold_graphics_contrast() {
        for (name, tokens) in [("light", &LIGHT), ("dark", &DARK)] {
            for (ink, wash) in tokens.sides.iter().zip(tokens.side_washes) {
                assert!(contrast(*ink, wash) >= 4.5, "{name}: {ink:?} on {wash:?}");
            }
            assert!(contrast(tokens.accent, tokens.canvas) >= 3.0, "{name}: accent");
            assert!(contrast(tokens.mark, tokens.canvas) >= 3.0, "{name}: mark");
            assert!(contrast(tokens.text, tokens.accent_wash) >= 4.5, "{name}: selection");
        }
    }
}
