//! Holds the direction of dependencies that `lib.rs` draws.

use std::fs;
use std::path::{Path, PathBuf};

use crate::rust_files;

/// What each module may use of the crate.
const MAY_USE: [(&str, &[&str]); 11] = [
    ("lang", &[]),
    ("host", &["lang"]),
    ("date", &["lang"]),
    ("model", &["lang", "date"]),
    ("load", &["lang", "date", "model"]),
    ("timeline", &["lang", "date", "model"]),
    ("find", &["lang", "date", "model", "load"]),
    ("analysis", &["lang", "date", "model", "load"]),
    ("export", &["lang", "date", "model", "load", "find", "analysis", "timeline"]),
    ("ui", &["lang", "date", "model", "load", "find", "analysis", "timeline", "export"]),
    (
        "app",
        &["lang", "host", "date", "model", "load", "find", "analysis", "timeline", "export", "ui"],
    ),
];

fn files_of(module: &str) -> Vec<PathBuf> {
    let mut files = Vec::new();
    rust_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(module), &mut files);
    assert!(!files.is_empty(), "{module} has no files");
    files
}

#[test]
fn no_arrow_points_back() {
    let modules: Vec<&str> = MAY_USE.iter().map(|(module, _)| *module).collect();
    let mut wrong = Vec::new();
    let mut arrows = 0;
    for (module, may_use) in MAY_USE {
        for file in files_of(module) {
            let text = fs::read_to_string(&file).expect("a source file");
            for (number, line) in text.lines().enumerate() {
                let code = line.split("//").next().unwrap_or_default();
                for used in code.split("crate::").skip(1) {
                    let used: String =
                        used.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                    if !modules.contains(&used.as_str()) {
                        continue;
                    }
                    arrows += 1;
                    if used != module && !may_use.contains(&used.as_str()) {
                        wrong.push(format!("{}:{}: {}", file.display(), number + 1, line.trim()));
                    }
                }
            }
        }
    }
    assert!(arrows > 20, "the check looks at real code");
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn what_needs_no_window_knows_no_widgets() {
    let mut wrong = Vec::new();
    for module in
        ["lang", "host", "date", "model", "load", "find", "analysis", "timeline", "export"]
    {
        for file in files_of(module) {
            let text = fs::read_to_string(&file).expect("a source file");
            for (number, line) in text.lines().enumerate() {
                let code = line.split("//").next().unwrap_or_default();
                let is_geometry = module == "timeline" && code.contains("egui::emath");
                if (code.contains("egui") || code.contains("eframe")) && !is_geometry {
                    wrong.push(format!("{}:{}: {}", file.display(), number + 1, line.trim()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
