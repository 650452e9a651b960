//! Plain words for what the data has as codes, and names for what it has as ids.

use crate::model::{Dataset, EventHead, PersonIx, SideIx};

/// The languages that occur in diplomacy's papers, by primary subtag.
const LANGUAGES: [(&str, &str); 32] = [
    ("ar", "Arabic"),
    ("cs", "Czech"),
    ("da", "Danish"),
    ("de", "German"),
    ("el", "Greek"),
    ("en", "English"),
    ("es", "Spanish"),
    ("fa", "Persian"),
    ("fi", "Finnish"),
    ("fr", "French"),
    ("he", "Hebrew"),
    ("hi", "Hindi"),
    ("hu", "Hungarian"),
    ("id", "Indonesian"),
    ("it", "Italian"),
    ("ja", "Japanese"),
    ("km", "Khmer"),
    ("ko", "Korean"),
    ("ms", "Malay"),
    ("nl", "Dutch"),
    ("no", "Norwegian"),
    ("pl", "Polish"),
    ("pt", "Portuguese"),
    ("ro", "Romanian"),
    ("ru", "Russian"),
    ("sr", "Serbian"),
    ("sv", "Swedish"),
    ("tr", "Turkish"),
    ("uk", "Ukrainian"),
    ("ur", "Urdu"),
    ("vi", "Vietnamese"),
    ("zh", "Chinese"),
];

/// The part of a language tag that names the language: "zh" of "zh-Hans".
pub fn primary_subtag(tag: &str) -> &str {
    tag.split(['-', '_']).next().unwrap_or(tag)
}

/// "in English"; a tag that is not known here is given as it is.
pub fn in_language(tag: &str) -> String {
    let primary = primary_subtag(tag);
    LANGUAGES
        .iter()
        .find(|(code, _)| code.eq_ignore_ascii_case(primary))
        .map_or_else(|| format!("in language “{tag}”"), |(_, name)| format!("in {name}"))
}

/// Whether two texts can be compared word by word: their tags name one language,
/// or neither has a tag.
pub fn same_language(one: Option<&str>, other: Option<&str>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => primary_subtag(one).eq_ignore_ascii_case(primary_subtag(other)),
        (None, None) => true,
        _ => false,
    }
}

/// "US account", or whose account it is by another name.
pub fn account(dataset: &Dataset, side: Option<SideIx>) -> String {
    match side.and_then(|side| dataset.sides.get(side.pos())) {
        Some(side) => format!("{} account", side.short_name()),
        None => "third party".to_owned(),
    }
}

/// From whose accounts a meeting is known: "known from the US account, third parties".
///
/// What is not mentioned there may have been said all the same.
pub fn known_from(dataset: &Dataset, head: &EventHead) -> String {
    let accounts = head.accounts.iter().map(|side| account(dataset, Some(*side)));
    let mut parts: Vec<String> = accounts.map(|account| format!("the {account}")).collect();
    if head.has_third_party {
        parts.push("third parties".to_owned());
    }
    if parts.is_empty() { String::new() } else { format!("known from {}", parts.join(", ")) }
}

/// A person's name; empty for an index of another dataset.
pub fn person_name(dataset: &Dataset, person: PersonIx) -> &str {
    dataset.people.get(person.pos()).map_or("", |person| person.name.as_str())
}

/// The site that a web address leads to: "www.state.gov".
///
/// What a browser would show: without the name and password that may stand before
/// it and mislead.
pub fn host(url: &str) -> Option<&str> {
    let rest = url.split_once("://")?.1;
    let authority = rest.split(['/', '?', '#', '\\']).next()?;
    let host = authority.rsplit('@').next()?;
    (!host.is_empty()).then_some(host)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_named_by_their_primary_subtag() {
        assert_eq!(in_language("en"), "in English");
        assert_eq!(in_language("zh-Hant"), "in Chinese");
        assert_eq!(in_language("ZH_TW"), "in Chinese");
        assert_eq!(in_language("tlh"), "in language “tlh”");
    }

    #[test]
    fn texts_are_compared_only_within_a_language() {
        assert!(same_language(Some("en-US"), Some("EN")));
        assert!(same_language(None, None));
        assert!(!same_language(Some("zh"), Some("en")));
        assert!(!same_language(Some("en"), None));
    }

    #[test]
    fn the_host_is_what_the_browser_goes_to() {
        assert_eq!(host("https://www.state.gov/x?y#z"), Some("www.state.gov"));
        assert_eq!(host("https://state.gov@evil.example/x"), Some("evil.example"));
        assert_eq!(host("https://evil.example\\@state.gov/"), Some("evil.example"));
        assert_eq!(host("https://example.org:8080"), Some("example.org:8080"));
        assert_eq!(host("https:///x"), None);
        assert_eq!(host("no address"), None);
    }
}
