//! Holds that each text of the interface stands in each language.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;
use readout::lang::{Language, Texts};

use crate::rust_files;

type Variables = BTreeSet<String>;

/// The messages of a language with the variables of each, attributes behind a dot.
fn messages(language: Language) -> BTreeMap<String, Variables> {
    let mut messages = BTreeMap::new();
    let mut put = |id: String, pattern: &Pattern<&str>| {
        let mut variables = Variables::new();
        in_pattern(pattern, &mut variables);
        let before = messages.insert(id.clone(), variables);
        assert!(before.is_none(), "{id} stands twice in {language:?}");
    };
    for file in Texts::files(language) {
        let resource = parser::parse(*file).unwrap_or_else(|(_, errors)| {
            panic!("{language:?}: {errors:?}");
        });
        for entry in resource.body {
            match entry {
                Entry::Message(message) => {
                    if let Some(value) = &message.value {
                        put(message.id.name.to_owned(), value);
                    }
                    for attribute in &message.attributes {
                        put(format!("{}.{}", message.id.name, attribute.id.name), &attribute.value);
                    }
                }
                Entry::Junk { content } => panic!("{language:?} can not be read: {content}"),
                _ => {}
            }
        }
    }
    messages
}

fn in_pattern(pattern: &Pattern<&str>, variables: &mut Variables) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            in_expression(expression, variables);
        }
    }
}

fn in_expression(expression: &Expression<&str>, variables: &mut Variables) {
    match expression {
        Expression::Select { selector, variants } => {
            in_inline(selector, variables);
            for variant in variants {
                in_pattern(&variant.value, variables);
            }
        }
        Expression::Inline(inline) => in_inline(inline, variables),
    }
}

fn in_inline(inline: &InlineExpression<&str>, variables: &mut Variables) {
    match inline {
        InlineExpression::VariableReference { id } => {
            variables.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => in_expression(expression, variables),
        InlineExpression::FunctionReference { arguments, .. } => {
            arguments.positional.iter().for_each(|argument| in_inline(argument, variables));
        }
        _ => {}
    }
}

/// What the program asks for with `tr!` or `tr_in!`: the id, the variables, and where.
fn asked() -> Vec<(String, Variables, String)> {
    let mut files = Vec::new();
    rust_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
    let mut asked = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file).expect("a source file");
        let lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
        let code = lines.collect::<Vec<_>>().join("\n");
        // Not the end of `include_str!(`.
        let code = code.replace("_str!(", "");
        // One may stand within another.
        let behind =
            |mark: &'static str| code.match_indices(mark).map(move |(at, _)| at + mark.len());
        let in_current = behind("tr!(").filter_map(|at| code.get(at..));
        let in_named = behind("tr_in!(").filter_map(|at| Some(code.get(at..)?.split_once(',')?.1));
        let calls = in_current.chain(in_named);
        for call in calls {
            let Some(rest) = call.trim_start().strip_prefix('"') else { continue };
            let (id, rest) = rest.split_once('"').expect("an id ends");
            let arguments = arguments_of(rest);
            asked.push((id.to_owned(), arguments, file.display().to_string()));
        }
    }
    asked
}

/// The names before each `=` of the outermost parentheses, up to where they close.
fn arguments_of(rest: &str) -> Variables {
    let (mut depth, mut in_text, mut word) = (0, false, String::new());
    let mut names = Variables::new();
    let mut before = ' ';
    let mut chars = rest.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if before != '\\' => in_text = !in_text,
            _ if in_text => {}
            '(' | '[' | '{' => depth += 1,
            ')' if depth == 0 => break,
            ')' | ']' | '}' => depth -= 1,
            ',' if depth == 0 => word.clear(),
            '=' if depth == 0
                && !"=!<>".contains(before)
                && !matches!(chars.peek(), Some('=' | '>')) =>
            {
                if !word.trim().is_empty() {
                    names.insert(word.trim().to_owned());
                }
                // What follows is the value, up to the next comma.
                word = "\0".to_owned();
            }
            _ if word.starts_with('\0') => {}
            _ => word.push(c),
        }
        before = c;
    }
    names
}

#[test]
fn both_languages_have_the_same_texts_with_the_same_variables() {
    let [english, chinese] = Language::ALL.map(messages);
    let missing: Vec<_> = english.keys().filter(|id| !chinese.contains_key(*id)).collect();
    assert!(missing.is_empty(), "not in Chinese: {missing:?}");
    let missing: Vec<_> = chinese.keys().filter(|id| !english.contains_key(*id)).collect();
    assert!(missing.is_empty(), "not in English: {missing:?}");
    for (id, variables) in &english {
        // A plural that one language writes and the other does not may differ in nothing else.
        assert_eq!(Some(variables), chinese.get(id), "{id}");
    }
}

#[test]
fn each_text_that_the_program_asks_for_stands_there_and_none_in_vain() {
    let english = messages(Language::English);
    let mut unused: BTreeSet<&String> = english.keys().collect();
    for (id, variables, file) in &asked() {
        let Some(needed) = english.get(id) else { panic!("{file} asks for {id}") };
        assert_eq!(needed, variables, "{id} in {file}");
        unused.remove(id);
    }
    assert!(unused.is_empty(), "nothing asks for {unused:?}");
}

#[test]
fn no_chinese_text_was_left_in_english() {
    let words = |text: &str| {
        let words = text.split(|c: char| !c.is_ascii_alphabetic());
        words.filter(|word| !word.is_empty()).count()
    };
    let english = Texts::of(Language::English);
    let chinese = Texts::of(Language::Chinese);
    for id in messages(Language::English).keys() {
        if let (Some(one), Some(other)) = (english.plain(id), chinese.plain(id)) {
            // Names and forms such as "Chicago" and "BibTeX" are the same everywhere.
            assert!(one != other || words(one) <= 2, "{id}: {other}");
        }
    }
}
