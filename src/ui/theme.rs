//! egui's style from the tokens, and the bundled fonts.

use std::sync::Arc;

use egui::{
    Context, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, Margin, Shadow, Stroke,
    Style, TextStyle, Theme, Visuals, vec2,
};

use super::tokens::{self, SEMIBOLD, SERIF, SERIF_SEMIBOLD, Tokens, size, space};

/// Has an axis for weight.
const INTER: &[u8] = include_bytes!("../../assets/fonts/InterVariable.ttf");
const SERIF_TEXT: &[u8] = include_bytes!("../../assets/fonts/SourceSerif4-Regular.otf");
const SERIF_BOLD: &[u8] = include_bytes!("../../assets/fonts/SourceSerif4-Semibold.otf");
const CHINESE: &[u8] = include_bytes!("../../assets/fonts/NotoSansSC-Readout-subset.otf");
const CHINESE_BOLD: &[u8] = include_bytes!("../../assets/fonts/NotoSansSC-Readout-subset-Bold.otf");

/// The weight of semibold on Inter's axis.
const SEMIBOLD_WEIGHT: f32 = 600.0;

/// Installs the bundled fonts: Chinese too, so that its texts are of one cut in each
/// weight, whatever the system has. Characters that they lack come from the system's
/// fonts, which eframe has put in place before.
pub fn install_fonts(ctx: &Context) {
    let mut fonts = FontDefinitions::default();
    let mut semibold = FontData::from_static(INTER);
    semibold.tweak.coords.push(*b"wght", SEMIBOLD_WEIGHT);
    let bundled = [
        ("Inter", FontData::from_static(INTER)),
        ("Inter Semibold", semibold),
        ("Serif", FontData::from_static(SERIF_TEXT)),
        ("Serif Semibold", FontData::from_static(SERIF_BOLD)),
        ("Chinese", FontData::from_static(CHINESE)),
        ("Chinese Bold", FontData::from_static(CHINESE_BOLD)),
    ];
    for (name, data) in bundled {
        fonts.font_data.insert(name.to_owned(), Arc::new(data));
    }
    // Signs that one of the bundled fonts lacks may stand in another one.
    let chain = |first: &[&str]| first.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    let families = [
        (FontFamily::Proportional, chain(&["Inter", "Chinese"])),
        (FontFamily::Name(SEMIBOLD.into()), chain(&["Inter Semibold", "Inter", "Chinese Bold"])),
        (FontFamily::Name(SERIF.into()), chain(&["Serif", "Inter", "Chinese"])),
        (
            FontFamily::Name(SERIF_SEMIBOLD.into()),
            chain(&["Serif Semibold", "Inter Semibold", "Chinese Bold"]),
        ),
    ];
    for (family, mut chain) in families {
        let rest = fonts.families.get(&FontFamily::Proportional).cloned().unwrap_or_default();
        chain.extend(rest.into_iter().filter(|name| !name.starts_with("Ubuntu")));
        chain.dedup();
        fonts.families.insert(family, chain);
    }
    // A part of a file that is shown may be in Chinese.
    fonts.families.entry(FontFamily::Monospace).or_default().push("Chinese".to_owned());
    ctx.set_fonts(fonts);
}

/// Sets the styles of both themes, in high contrast or not.
pub fn install_styles(ctx: &Context, has_high_contrast: bool) {
    tokens::set_high_contrast(ctx, has_high_contrast);
    for (theme, base) in [(Theme::Light, Visuals::light()), (Theme::Dark, Visuals::dark())] {
        ctx.set_style_of(theme, style(Tokens::for_theme(theme, has_high_contrast), base));
    }
}

/// The line around what has the focus of the keyboard.
pub fn focus_ring(tokens: &Tokens) -> Stroke {
    Stroke::new(2.0, tokens.accent)
}

fn style(tokens: &Tokens, base: Visuals) -> Style {
    let mut style = Style { visuals: visuals(tokens, base), ..Style::default() };
    style.text_styles = [
        (TextStyle::Small, tokens::sans(size::CAPTION)),
        (TextStyle::Body, tokens::sans(size::BODY)),
        (TextStyle::Button, tokens::sans(size::BODY)),
        (TextStyle::Heading, tokens::serif_semibold(size::TITLE)),
        (TextStyle::Monospace, FontId::monospace(12.5)),
    ]
    .into();
    style.spacing.item_spacing = vec2(space::SMALL, 6.0);
    style.spacing.button_padding = vec2(9.0, 4.0);
    style.spacing.menu_margin = Margin::same(6);
    style.spacing.window_margin = Margin::same(16);
    style.spacing.interact_size.y = 24.0;
    style.spacing.scroll.floating = true;
    style.interaction.selectable_labels = true;
    style.interaction.tooltip_delay = 0.35;
    style.animation_time = 0.15;
    style.url_in_tooltip = true;
    style
}

fn visuals(tokens: &Tokens, base: Visuals) -> Visuals {
    let mut visuals = base;
    let radius = CornerRadius::same(space::RADIUS);
    visuals.panel_fill = tokens.panel;
    visuals.window_fill = tokens.raised;
    visuals.window_stroke = Stroke::new(1.0, tokens.line);
    visuals.window_corner_radius = CornerRadius::same(10);
    visuals.menu_corner_radius = CornerRadius::same(8);
    visuals.extreme_bg_color = tokens.raised;
    visuals.text_edit_bg_color = Some(tokens.raised);
    visuals.faint_bg_color = tokens.hover;
    visuals.code_bg_color = tokens.hover;
    visuals.hyperlink_color = tokens.text;
    visuals.warn_fg_color = tokens.warning;
    visuals.error_fg_color = tokens.warning;
    visuals.weak_text_color = Some(tokens.text_muted);
    visuals.selection.bg_fill = tokens.accent_wash;
    // Around a text field that has the focus, too.
    visuals.selection.stroke = Stroke::new(2.0, tokens.text);
    let shadow = Shadow { offset: [0, 4], blur: 18, spread: 0, color: tokens.shadow };
    visuals.window_shadow = shadow;
    visuals.popup_shadow = shadow;
    visuals.button_frame = true;
    visuals.widgets.noninteractive.fg_stroke = Stroke::new(1.0, tokens.text);
    visuals.widgets.noninteractive.bg_stroke = Stroke::new(1.0, tokens.line);
    let states = [
        (&mut visuals.widgets.inactive, tokens.raised, Stroke::new(1.0, tokens.edge)),
        (&mut visuals.widgets.hovered, tokens.hover, Stroke::new(1.0, tokens.text_muted)),
        // Pressed, or with the focus of the keyboard: the ring that all of them have.
        (&mut visuals.widgets.active, tokens.pressed, focus_ring(tokens)),
        (&mut visuals.widgets.open, tokens.hover, Stroke::new(1.0, tokens.edge)),
    ];
    for (widget, fill, stroke) in states {
        widget.bg_fill = fill;
        widget.weak_bg_fill = fill;
        widget.bg_stroke = stroke;
        widget.fg_stroke = Stroke::new(1.2, tokens.text);
        widget.corner_radius = radius;
        widget.expansion = 0.0;
    }
    visuals
}
