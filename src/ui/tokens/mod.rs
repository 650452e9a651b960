//! Every colour and size of the interface. Nothing else names a colour.
//!
//! Blue and red mean the first two sides of a dataset, and nothing else. Kinds
//! are told by shape and stances by a sign, so nothing hangs on colour alone.
//! `contrast.rs` holds which pairs of colours must be how far apart, and a test of it.

mod contrast;
mod themes;

use egui::{Color32, Context, FontFamily, FontId, Id, Theme};

use crate::model::SideIx;
pub use themes::{DARK, HIGH_CONTRAST_DARK, HIGH_CONTRAST_LIGHT, LIGHT};

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
    /// Bars of days beside the marks.
    pub bar: Color32,
    /// Lines between parts, which tell nothing.
    pub line: Color32,
    /// The edges of fields and buttons, by which one knows them.
    pub edge: Color32,
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
    /// What a filter keeps out, in high contrast; else it is fainter than what it lets
    /// through, see [`kept_out`](Self::kept_out).
    faint: Option<Color32>,
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

impl Tokens {
    /// The colours of the theme in force.
    pub fn of(ctx: &Context) -> &'static Self {
        Self::for_theme(ctx.theme(), has_high_contrast(ctx))
    }

    /// The colours of a theme.
    pub fn for_theme(theme: Theme, has_high_contrast: bool) -> &'static Self {
        match (theme, has_high_contrast) {
            (Theme::Light, false) => &LIGHT,
            (Theme::Dark, false) => &DARK,
            (Theme::Light, true) => &HIGH_CONTRAST_LIGHT,
            (Theme::Dark, true) => &HIGH_CONTRAST_DARK,
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

    /// What a filter keeps out, drawn so strong as it can be where it should step back. In
    /// high contrast it is one grey instead, which is seen, and is told from all else.
    pub fn kept_out(&self, ink: Color32, strength: f32) -> Color32 {
        self.faint.unwrap_or_else(|| ink.gamma_multiply(strength))
    }

    /// Whether these are the colours of high contrast.
    pub fn is_high_contrast(&self) -> bool {
        self.faint.is_some()
    }

    /// A side's wash.
    pub fn side_wash(&self, side: Option<SideIx>) -> Color32 {
        side.and_then(|side| self.side_washes.get(side.pos())).copied().unwrap_or(self.no_side_wash)
    }
}

/// Where it is kept for all panels whether the themes are those of high contrast.
fn contrast_id() -> Id {
    Id::unique("high contrast")
}

/// Whether the themes are those of high contrast.
fn has_high_contrast(ctx: &Context) -> bool {
    ctx.data(|data| data.get_temp(contrast_id())).unwrap_or(false)
}

/// Chooses between the themes of high contrast and the others; egui's own styles are
/// [`install_styles`](super::theme::install_styles)'s.
pub(super) fn set_high_contrast(ctx: &Context, has_high_contrast: bool) {
    ctx.data_mut(|data| data.insert_temp(contrast_id(), has_high_contrast));
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
