//! Another language at once: what is shown changes, where one is does not.

use std::path::PathBuf;

use egui::{Key, Modifiers};
use egui_kittest::kittest::NodeT as _;
use readout::app::Settings;
use readout::lang::{self, Language, LanguageChoice};
use readout::ui::command::Command;

use crate::program::{self, App, find_in_palette, press, search, selected_id, session};
use crate::speaking;

/// Made up. The last meeting has no title and ends before it begins: two problems.
const DATA: &str = r#"{
    "title": "Made-up talks",
    "sides": {
        "north": { "name": "Northland", "names": { "zh": "北国" } },
        "south": { "name": "Southland", "names": { "zh": "南国" } }
    },
    "people": {
        "seven": { "name": "Person Seven", "names": { "zh": "七号人物" }, "side": "north" },
        "eight": { "name": "Person Eight", "names": { "zh": "八号人物" }, "side": "south" }
    },
    "issues": {
        "rivers": { "name": "Rivers", "names": { "zh": "河流" } },
        "bridges": { "name": "Bridges", "names": { "zh": "桥梁" } }
    },
    "events": [
        {
            "id": "first", "title": "First talks", "kind": "summit",
            "start": "2001-03-05", "end": "2001-03-07",
            "participants": [{ "person": "seven" }, { "person": "eight" }],
            "issues": [{ "issue": "rivers", "raised_by": ["north"], "stance": "dispute" }],
            "quotes": [{ "text": "Words of Seven", "speaker": "seven" }]
        },
        {
            "id": "second", "title": "Second talks", "kind": "summit", "start": "2003-08",
            "participants": [{ "person": "seven" }, { "person": "eight" }],
            "issues": [{ "issue": "rivers", "raised_by": ["south"] }, { "issue": "bridges" }],
            "follows": ["first"]
        },
        { "id": "third", "kind": "working", "start": "2005", "end": "2004" }
    ]
}"#;

fn open() -> App {
    let file = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("two-languages.readout.json");
    std::fs::write(&file, DATA).expect("the file can be written");
    let settings = Settings {
        language: LanguageChoice::English,
        shows_filters: Some(true),
        ..program::settings()
    };
    program::open_with(settings, Some(file))
}

/// Everything that is said of what is shown.
fn labels(harness: &App) -> Vec<String> {
    let nodes = harness.root().children_recursive();
    let of = |node: egui_kittest::Node<'_>| {
        let node = node.accesskit_node();
        node.label().or_else(|| node.value())
    };
    nodes.filter_map(of).collect()
}

#[track_caller]
fn assert_shown(harness: &App, texts: &[&str]) {
    let labels = labels(harness);
    for text in texts {
        assert!(labels.iter().any(|label| label.contains(text)), "no “{text}” in {labels:#?}");
    }
}

#[track_caller]
fn assert_hidden(harness: &App, texts: &[&str]) {
    let labels = labels(harness);
    for text in texts {
        let shown: Vec<_> = labels.iter().filter(|label| label.contains(text)).collect();
        assert!(shown.is_empty(), "“{text}” is still in {shown:#?}");
    }
}

#[test]
fn another_language_changes_what_is_shown_and_not_where_one_is() {
    let english = [
        "File",
        "Edit",
        "View",
        "Filters",
        "Person Seven 七号人物",
        "Rivers",
        "raised by",
        "Afterwards",
        "followed up here",
        "meetings match",
        "2 problems in this file",
        "Raised by Southland",
        "Untitled meeting",
    ];
    let chinese = [
        "文件",
        "编辑",
        "视图",
        "筛选",
        "七号人物 Person Seven",
        "河流",
        "提出方",
        "此后",
        "本次会晤承接",
        "次符合条件",
        "此文件有 2 个问题",
        "南国提出",
        "无标题会晤",
    ];
    let _alone = speaking(Language::English);
    let mut harness = open();
    search(&mut harness, "issue:bridges ");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(selected_id(&harness).as_deref(), Some("second"));
    press(&mut harness, Modifiers::NONE, Key::Minus);
    assert_shown(&harness, &english);
    let (place, view) = (session(&harness).place().clone(), session(&harness).view);

    find_in_palette(&mut harness, "Simplified Chinese");
    assert_eq!(lang::current(), Language::Chinese);
    assert_eq!(harness.state().settings().language, LanguageChoice::Chinese);
    assert_eq!((session(&harness).place(), session(&harness).view), (&place, view));
    assert_shown(&harness, &chinese);
    assert_hidden(&harness, &english);
    // The data are quoted as they are.
    assert_shown(&harness, &["Second talks", "Made-up talks"]);

    // What lies behind is still there, and undone in the same order.
    press(&mut harness, Modifiers::ALT, Key::ArrowLeft);
    assert_ne!(session(&harness).view, view);
    press(&mut harness, Modifiers::ALT, Key::ArrowRight);
    assert_eq!(session(&harness).place(), &place);

    // A command is found under its name, and the problems are told anew.
    find_in_palette(&mut harness, Command::ToggleProblems.text());
    assert_shown(&harness, &["第 ", "会晤没有标题"]);
    assert_hidden(&harness, &["line ", "the meeting has no title"]);
    find_in_palette(&mut harness, Command::ToggleProblems.text());

    find_in_palette(&mut harness, "语言：English");
    assert_eq!(session(&harness).place(), &place);
    assert_shown(&harness, &english);
    assert_hidden(&harness, &chinese);
}
