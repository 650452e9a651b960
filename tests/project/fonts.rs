//! Holds that the bundled fonts have every character of the interface's texts.

use std::collections::BTreeSet;

use egui::{Context, FontId, RawInput};
use readout::lang::{Language, Texts};
use readout::ui::{theme, tokens};

/// The characters of a language's texts.
fn characters(language: Language) -> BTreeSet<char> {
    let characters = Texts::files(language).iter().flat_map(|file| file.chars());
    characters.filter(|c| !c.is_whitespace() && !c.is_control()).collect()
}

/// Runs a frame without the system's fonts, and gives what each font lacks.
fn missing(wanted: &BTreeSet<char>) -> Vec<(FontId, String)> {
    let ctx = Context::default();
    theme::install_fonts(&ctx);
    let mut missing = Vec::new();
    let output = ctx.run_ui(RawInput::default(), |ui| {
        let fonts = [
            tokens::sans(14.0),
            tokens::semibold(14.0),
            tokens::serif(14.0),
            tokens::serif_semibold(14.0),
        ];
        for font in fonts {
            let lacks = |c: &char| ui.fonts_mut(|fonts| !fonts.has_glyph(&font, *c));
            let lacking: String = wanted.iter().copied().filter(lacks).collect();
            if !lacking.is_empty() {
                missing.push((font, lacking));
            }
        }
    });
    output.drop_without_applying_deltas();
    missing
}

#[test]
fn every_character_of_the_texts_has_a_glyph_in_the_bundled_fonts() {
    for language in Language::ALL {
        let missing = missing(&characters(language));
        assert!(
            missing.is_empty(),
            "the texts in {language:?} have characters that the bundled fonts lack: {missing:?}\n\
             run assets/fonts/make-cjk-subset.py, which takes them from the texts"
        );
    }
}

#[test]
fn a_character_that_no_bundled_font_has_is_found_out() {
    // Hangul, and a Han character that is rare.
    let wanted: BTreeSet<char> = "a中한𠀀".chars().collect();
    let missing = missing(&wanted);
    assert_eq!(missing.len(), 4, "in each font");
    assert!(missing.iter().all(|(_, lacking)| lacking == "한𠀀"), "{missing:?}");
}
