//! The four themes.

use egui::Color32;

use super::Tokens;

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
    bar: rgb(0x8b8e91),
    line: rgb(0xdddbd3),
    edge: rgb(0x85827a),
    grid: rgb(0xe3e1d9),
    accent: rgb(0xac6d02),
    accent_wash: rgb(0xfbefd5),
    hover: rgb(0xe9e7df),
    pressed: rgb(0xe3e0d7),
    warning: rgb(0x8a4b00),
    levels: [rgb(0x2b3037), rgb(0x5f646a), rgb(0x8b8a84)],
    faint: None,
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
    bar: rgb(0x6c6e6d),
    line: rgb(0x363b42),
    edge: rgb(0x7b828b),
    grid: rgb(0x2b2f35),
    accent: rgb(0xf2b84b),
    accent_wash: rgb(0x40351f),
    hover: rgb(0x2d3238),
    pressed: rgb(0x363c43),
    warning: rgb(0xf0b866),
    levels: [rgb(0xe4e3de), rgb(0xaeb2b7), rgb(0x7e8288)],
    faint: None,
    sides: [rgb(0x86b7f5), rgb(0xf5948b), rgb(0x6fcbb9), rgb(0xc3a3ee), rgb(0xd3b679)],
    side_washes: [rgb(0x1d2d42), rgb(0x432623), rgb(0x1a3731), rgb(0x322743), rgb(0x3a311f)],
    no_side: rgb(0xa3a7ad),
    no_side_wash: rgb(0x2b2f35),
    shadow: Color32::from_black_alpha(110),
};

/// Light, in high contrast: black on white, and lines that are seen.
pub const HIGH_CONTRAST_LIGHT: Tokens = Tokens {
    canvas: rgb(0xffffff),
    panel: rgb(0xffffff),
    raised: rgb(0xffffff),
    text: rgb(0x000000),
    text_muted: rgb(0x35383c),
    mark: rgb(0x000000),
    bar: rgb(0x66696d),
    line: rgb(0x6f7276),
    edge: rgb(0x35383c),
    grid: rgb(0xc9c9c9),
    accent: rgb(0x7a4a00),
    accent_wash: rgb(0xffedc2),
    hover: rgb(0xefefef),
    pressed: rgb(0xe0e0e0),
    warning: rgb(0x663300),
    levels: [rgb(0x000000), rgb(0x4d5054), rgb(0x7d8085)],
    faint: Some(rgb(0x868686)),
    sides: [rgb(0x0a3f85), rgb(0x8c130d), rgb(0x064a3f), rgb(0x522a85), rgb(0x523a0c)],
    side_washes: [rgb(0xe6eef9), rgb(0xfbe8e6), rgb(0xdff1ed), rgb(0xeee7f7), rgb(0xf1ebdd)],
    no_side: rgb(0x35383c),
    no_side_wash: rgb(0xefefef),
    shadow: Color32::from_black_alpha(60),
};

/// Dark, in high contrast: white on black.
pub const HIGH_CONTRAST_DARK: Tokens = Tokens {
    canvas: rgb(0x000000),
    panel: rgb(0x000000),
    raised: rgb(0x0c0d0e),
    text: rgb(0xffffff),
    text_muted: rgb(0xd6d8da),
    mark: rgb(0xffffff),
    bar: rgb(0x8c8f93),
    line: rgb(0x8b9097),
    edge: rgb(0xd6d8da),
    grid: rgb(0x3c3f43),
    accent: rgb(0xffc95c),
    accent_wash: rgb(0x40330f),
    hover: rgb(0x24272a),
    pressed: rgb(0x30343a),
    warning: rgb(0xffcf80),
    levels: [rgb(0xffffff), rgb(0xb4b8bd), rgb(0x858a90)],
    faint: Some(rgb(0x828282)),
    sides: [rgb(0xa9cdff), rgb(0xffb3ac), rgb(0x8be3d2), rgb(0xd9c2ff), rgb(0xe8d09a)],
    side_washes: [rgb(0x14243a), rgb(0x3a1d1a), rgb(0x0f2b25), rgb(0x2a1f3a), rgb(0x302812)],
    no_side: rgb(0xd6d8da),
    no_side_wash: rgb(0x24272a),
    shadow: Color32::from_black_alpha(160),
};
