//! Plain words for what the data has as codes, and names for what it has as ids.

use crate::model::{Dataset, EventHead, Person, PersonIx, SideIx};
use crate::tr;

/// The name of a language that occurs in diplomacy’s papers, by its primary subtag.
fn language_name(code: &str) -> Option<&'static str> {
    Some(match code.to_ascii_lowercase().as_str() {
        "ar" => tr!("language-ar"),
        "cs" => tr!("language-cs"),
        "da" => tr!("language-da"),
        "de" => tr!("language-de"),
        "el" => tr!("language-el"),
        "en" => tr!("language-en"),
        "es" => tr!("language-es"),
        "fa" => tr!("language-fa"),
        "fi" => tr!("language-fi"),
        "fr" => tr!("language-fr"),
        "he" => tr!("language-he"),
        "hi" => tr!("language-hi"),
        "hu" => tr!("language-hu"),
        "id" => tr!("language-id"),
        "it" => tr!("language-it"),
        "ja" => tr!("language-ja"),
        "km" => tr!("language-km"),
        "ko" => tr!("language-ko"),
        "ms" => tr!("language-ms"),
        "nl" => tr!("language-nl"),
        "no" => tr!("language-no"),
        "pl" => tr!("language-pl"),
        "pt" => tr!("language-pt"),
        "ro" => tr!("language-ro"),
        "ru" => tr!("language-ru"),
        "sr" => tr!("language-sr"),
        "sv" => tr!("language-sv"),
        "tr" => tr!("language-tr"),
        "uk" => tr!("language-uk"),
        "ur" => tr!("language-ur"),
        "vi" => tr!("language-vi"),
        "zh" => tr!("language-zh"),
        _ => return None,
    })
}

/// The part of a language tag that names the language: "zh" of "zh-Hans".
pub fn primary_subtag(tag: &str) -> &str {
    tag.split(['-', '_']).next().unwrap_or(tag)
}

/// "in English"; a tag that is not known here is given as it is.
pub fn in_language(tag: &str) -> String {
    match language_name(primary_subtag(tag)) {
        Some(name) => tr!("export-in-language", language = name),
        None => tr!("export-in-tag", tag = tag),
    }
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
        Some(side) => tr!("export-account", side = side.short_name()),
        None => tr!("export-third-party").to_owned(),
    }
}

/// From whose accounts a meeting is known: "known from the US account, third parties".
///
/// What is not mentioned there may have been said all the same.
pub fn known_from(dataset: &Dataset, head: &EventHead) -> String {
    let accounts = head.accounts.iter().map(|side| account(dataset, Some(*side)));
    let mut parts: Vec<String> =
        accounts.map(|account| tr!("export-the-account", account = account)).collect();
    if head.has_third_party {
        parts.push(tr!("export-third-parties").to_owned());
    }
    if parts.is_empty() {
        String::new()
    } else {
        tr!("export-known-from", accounts = parts.join(tr!("join-names")))
    }
}

/// A person's name; empty for an index of another dataset.
pub fn person_name(dataset: &Dataset, person: PersonIx) -> &str {
    dataset.people.get(person.pos()).map_or("", Person::shown_name)
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
