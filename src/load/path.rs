//! Names for the parts of a file: `events[12].end`.

use std::fmt::{self, Write as _};

/// The way from the whole file to one of its parts.
#[derive(Clone, Copy, Debug)]
pub(super) struct Path<'p> {
    step: Step<'p>,
    parent: Option<&'p Path<'p>>,
}

/// One step of a way.
#[derive(Clone, Copy, Debug)]
pub(super) enum Step<'p> {
    /// No step at all: the whole file.
    Whole,
    Key(&'p str),
    Item(usize),
}

/// How many characters of a long name are shown.
const NAME: usize = 48;

impl<'p> Path<'p> {
    /// The whole file.
    pub const WHOLE: Path<'static> = Path { step: Step::Whole, parent: None };

    pub fn key(&'p self, key: &'p str) -> Path<'p> {
        Path { step: Step::Key(key), parent: Some(self) }
    }

    pub fn item(&'p self, pos: usize) -> Path<'p> {
        Path { step: Step::Item(pos), parent: Some(self) }
    }
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Ways are as long as the format is deep: a handful of steps.
        let mut steps = Vec::new();
        let mut path = Some(self);
        while let Some(here) = path {
            steps.push(here.step);
            path = here.parent;
        }
        let mut text = String::new();
        for step in steps.into_iter().rev() {
            append(&mut text, step);
        }
        f.write_str(&text)
    }
}

/// Appends a step to a way: a name that is not plain is put in quotation marks,
/// a long one is cut.
pub(super) fn append(path: &mut String, step: Step<'_>) {
    match step {
        Step::Whole => {}
        Step::Item(pos) => {
            // Writing to a String can not fail.
            let _ = write!(path, "[{pos}]");
        }
        Step::Key(key) if is_plain(key) => {
            if !path.is_empty() {
                path.push('.');
            }
            path.push_str(key);
        }
        Step::Key(key) => {
            let _ = write!(path, "[\"{}\"]", shortened(key, NAME).escape_debug());
        }
    }
}

fn is_plain(key: &str) -> bool {
    !key.is_empty()
        && key.len() <= NAME
        && key.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_')
}

/// The beginning of a text, with `…` where it was cut.
pub(super) fn shortened(text: &str, limit: usize) -> String {
    match text.char_indices().nth(limit) {
        None => text.to_owned(),
        Some((end, _)) => {
            let mut short = text.get(..end).unwrap_or_default().to_owned();
            short.push('…');
            short
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_are_not_plain_stand_in_quotation_marks() {
        let whole = Path::WHOLE;
        let people = whole.key("people");
        let person = people.key("p. 7");
        assert_eq!(person.key("name").to_string(), r#"people["p. 7"].name"#);
        let events = whole.key("events");
        assert_eq!(events.item(12).key("end").to_string(), "events[12].end");
        assert_eq!(Path::WHOLE.to_string(), "");
    }
}
