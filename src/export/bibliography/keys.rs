//! The keys under which LaTeX and reference managers know sources.

use std::collections::HashSet;

use crate::model::Source;

/// How long a key is at most.
const LONGEST: usize = 60;

/// A key for each source, in their order: its id with only letters, digits and
/// dashes, and none twice, whatever the case.
pub(super) fn keys(sources: &[&Source]) -> Vec<String> {
    let mut taken = HashSet::new();
    let mut next = 1_usize;
    sources
        .iter()
        .map(|source| {
            let base = safe(&source.id);
            let mut key = base.clone();
            while !taken.insert(key.to_ascii_lowercase()) {
                next += 1;
                key = format!("{base}-{next}");
            }
            key
        })
        .collect()
}

fn safe(id: &str) -> String {
    let mut key = String::new();
    for c in id.chars().take(4 * LONGEST) {
        if c.is_ascii_alphanumeric() {
            key.push(c);
        } else if !key.is_empty() && !key.ends_with('-') {
            key.push('-');
        }
        if key.len() == LONGEST {
            break;
        }
    }
    let key = key.trim_end_matches('-');
    if key.is_empty() { "source".to_owned() } else { key.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_plain_and_unique() {
        let ids = ["state-2021-03-18", "a b", "A,b", "}{", "", "é", &"x".repeat(900)];
        let sources: Vec<Source> =
            ids.iter().map(|id| Source { id: (*id).to_owned(), ..Source::default() }).collect();
        let keys = keys(&sources.iter().collect::<Vec<_>>());
        let long = "x".repeat(LONGEST);
        let expected =
            ["state-2021-03-18", "a-b", "A-b-2", "source", "source-3", "source-4", &long];
        assert_eq!(keys, expected);
    }
}
