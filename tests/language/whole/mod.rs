//! The whole interface, place by place: in Chinese nothing is left in English, and in no
//! language is a text of it cut in a window of 1280 × 800.

mod shapes;
mod walk;

use std::collections::BTreeMap;

use egui::{Align2, Color32, FontId, Label, Rect, pos2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::NodeT as _;
use readout::lang::{Language, Texts};
use readout::ui::licences;
use readout::ui::theme::install_fonts;
use walk::{for_each, through_all};

use crate::program::App;
use crate::speaking;

/// What stands in Latin letters in Chinese as well.
const LATIN: &[&str] = &[
    // The program, its forms and the licences.
    "Readout",
    "readout",
    "JSON",
    "json",
    "Markdown",
    "EDTF",
    "BibTeX",
    "RIS",
    "CSL",
    "APA",
    "MLA",
    "MIT",
    "Apache",
    "SIL",
    "UTC",
    "kB",
    "English",
    "Language",
    // Keys.
    "Ctrl",
    "Shift",
    "Alt",
    "Esc",
    "Enter",
    "Tab",
    "Home",
    "PageUp",
    "PageDown",
    "F1",
    "F5",
    // What the search box takes.
    "issue",
    "person",
    "speaker",
    "place",
    "country",
    "kind",
    "year",
    "side",
    "raised",
    "stance",
    "rendering",
    "has",
    "account",
    "group",
    "taiwan",
    "dispute",
    "shared",
    "discussed",
    "unknown",
    // What stands in a dataset's file, of which the list of problems shows a part.
    "events",
    "id",
    "ID",
    "start",
    "end",
    "follows",
    "note",
    "sources",
    // The system's.
    "Linux",
    "xdg",
    "desktop",
    "portal",
    "zenity",
    "FILE",
    "http",
    "https",
];

/// All that is to be read or heard.
fn texts(app: &App) -> Vec<String> {
    let mut texts = Vec::new();
    for_each(&app.root(), &mut |node| {
        let node = node.accesskit_node();
        texts.extend([node.label(), node.value(), node.description()].into_iter().flatten());
        texts.extend(node.placeholder().map(str::to_owned));
    });
    texts.extend(shapes::texts(app.output()).into_iter().map(|text| text.galley.job.text.clone()));
    // The test's files, which have no Chinese names.
    let folder = walk::file("").display().to_string();
    let names =
        [&folder, walk::MADE, ".readout.json", ".json", "made_up", "broken", "empty", "missing"];
    let without = |text: String| names.iter().fold(text, |text, name| text.replace(*name, ""));
    texts.into_iter().map(without).collect()
}

/// Whether a text is of the program's parts, whose names and licences are in no other language.
fn is_of_a_part(text: &str) -> bool {
    licences::parts().iter().any(|part| {
        let named = text.strip_prefix(part.name).map(|rest| rest.trim_start_matches([',', ' ']));
        text == part.licence
            || named.is_some_and(|rest| rest.is_empty() || rest == part.licence)
            || (!text.is_empty() && part.text.contains(text.trim()))
    })
}

/// The words in Latin letters that should be Chinese. What stands between backticks is
/// to be written in a file or a terminal as it is.
fn left_in_english(text: &str) -> Vec<&str> {
    let prose = text.split('`').step_by(2);
    let words = prose.flat_map(|part| part.split(|c: char| !c.is_ascii_alphanumeric()));
    let latin = |word: &&str| word.chars().filter(char::is_ascii_alphabetic).count() > 1;
    words.filter(latin).filter(|word| !LATIN.contains(word)).collect()
}

/// A machine may have no Chinese font. The harness has none, and panics where a character
/// has no shape.
#[test]
fn the_bundled_fonts_hold_every_character_of_the_chinese_texts() {
    let mut harness = Harness::builder().with_context_setup(install_fonts).build_ui(|ui| {
        for line in Texts::files(Language::Chinese).iter().flat_map(|file| file.lines()) {
            ui.label(line);
        }
    });
    harness.run_ok();
}

#[test]
fn in_chinese_nothing_is_left_in_english() {
    let _alone = speaking(Language::Chinese);
    let mut left = BTreeMap::new();
    let mut seen = 0;
    through_all(Language::Chinese, &mut |place, app| {
        for text in texts(app) {
            seen += 1;
            let is_of_a_part = || place.starts_with("licences") && is_of_a_part(&text);
            if !left_in_english(&text).is_empty() && !is_of_a_part() {
                left.entry(text).or_insert_with(|| place.to_owned());
            }
        }
    });
    assert!(seen > 10_000, "the walk sees the program: {seen}");
    let lines: Vec<String> =
        left.iter().map(|(text, place)| format!("{place}: {text:?}")).collect();
    assert!(lines.is_empty(), "{} left:\n{}", lines.len(), lines.join("\n"));
}

#[test]
fn english_is_told_from_what_is_the_same_everywhere() {
    assert!(left_in_english("以 Ctrl+K 打开 `events`，见 issue:议题一").is_empty());
    assert_eq!(left_in_english("共 3 meetings，Ctrl"), ["meetings"]);
}

/// What is the dataset's may be cut where it can be read whole elsewhere: in the list, whose
/// cells show all on hover, and whose meetings the pane shows; heads over columns of the matrix
/// that are half scrolled out of view; and the names of the program's parts, which stand whole
/// beside their list.
fn may_be_cut(place: &str, how: &str, text: &str) -> bool {
    let is_date = text.starts_with(|c: char| c.is_ascii_digit());
    let is_name = ["人物", "编造", "时期"].iter().any(|name| text.starts_with(name));
    let is_in_list = place.starts_with("list") && how == "elided";
    let is_part = place.starts_with("licences") && how == "elided" && is_of_a_part(text);
    (is_date || is_name) && (is_in_list || how == "cut at a side") || is_part
}

#[test]
fn a_cut_text_is_told_from_a_whole_one() {
    let mut harness = Harness::builder().with_size(vec2(400.0, 200.0)).build_ui(|ui| {
        ui.label("whole");
        ui.scope(|ui| {
            ui.set_max_width(30.0);
            ui.add(Label::new("much too long").truncate());
        });
        let field = Rect::from_min_size(pos2(10.0, 100.0), vec2(60.0, 30.0));
        let painter = ui.painter_at(field);
        let font = FontId::proportional(14.0);
        let at = field.left_center();
        painter.text(at, Align2::LEFT_CENTER, "out at the right", font.clone(), Color32::RED);
        let font = FontId::proportional(40.0);
        painter.text(at, Align2::LEFT_CENTER, "H", font, Color32::RED);
    });
    harness.run_ok();
    let painted = shapes::texts(harness.output());
    let cut: Vec<_> = painted.iter().map(|text| (text.galley.text(), text.is_cut())).collect();
    assert_eq!(
        cut,
        [
            ("whole", None),
            ("much too long", Some("elided")),
            ("out at the right", Some("cut at a side")),
            ("H", Some("cut above or below")),
        ]
    );
}

#[test]
fn nothing_is_cut_in_either_language() {
    let _alone = speaking(Language::English);
    let mut cut = BTreeMap::new();
    let mut seen = 0;
    for language in Language::ALL {
        through_all(language, &mut |place, app| {
            for text in shapes::texts(app.output()) {
                seen += 1;
                let how =
                    text.is_cut().filter(|how| !may_be_cut(place, how, &text.galley.job.text));
                if let Some(how) = how {
                    let what = (language.code(), how, text.galley.job.text.clone());
                    cut.entry(what).or_insert_with(|| place.to_owned());
                }
            }
        });
    }
    assert!(seen > 10_000, "the walk sees the program: {seen}");
    let lines: Vec<String> = cut
        .iter()
        .map(|((language, how, text), place)| format!("{language}, {place}, {how}: {text:?}"))
        .collect();
    assert!(lines.is_empty(), "{} cut:\n{}", lines.len(), lines.join("\n"));
}
