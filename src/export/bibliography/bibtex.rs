//! Sources as BibTeX.

use std::fmt::Write as _;

use super::date::exact;
use super::facts::Facts;
use super::keys::keys;
use crate::lang::Language;
use crate::model::Source;
use crate::tr_in;

/// The sources as entries of the type `misc`, the one that BibTeX has for what is on
/// the web or of no known kind.
pub fn bibtex(sources: &[&Source]) -> String {
    let entries: Vec<String> =
        sources.iter().zip(keys(sources)).map(|(source, key)| entry(source, &key)).collect();
    entries.join("\n")
}

fn entry(source: &Source, key: &str) -> String {
    let facts = Facts::of(source);
    let mut out = format!("@misc{{{key},\n");
    // Within a second pair of braces no style changes the case of a title.
    push(&mut out, "title", &format!("{{{}}}", tex(&facts.title)));
    push(&mut out, "howpublished", &tex(&facts.publisher));
    if let Some(when) = &facts.date {
        match exact(when) {
            Some(date) => {
                push(&mut out, "year", &date.year.to_string());
                push(&mut out, "month", &date.month.map(|m| m.to_string()).unwrap_or_default());
                push(&mut out, "day", &date.day.map(|d| d.to_string()).unwrap_or_default());
            }
            // BibTeX prints as a year whatever stands there.
            None => {
                let words = when.words_in(Language::English);
                push(&mut out, "year", &format!("{{{}}}", tex(&words)));
            }
        }
    }
    if let Some(url) = facts.url {
        push(&mut out, "url", &url_field(url));
    }
    if !facts.via.is_empty() {
        let via = tr_in!(Language::English, "export-via", site = facts.via.as_str());
        push(&mut out, "note", &tex(&via));
    }
    out.push_str("}\n");
    out
}

fn push(out: &mut String, field: &str, value: &str) {
    if !value.is_empty() && value != "{}" {
        let _ = writeln!(out, "  {field} = {{{value}}},");
    }
}

/// Text in which nothing is a command of TeX, and with no brace that could end the
/// field: BibTeX counts braces even behind a backslash.
fn tex(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    for c in text.chars() {
        match c {
            '&' | '%' | '$' | '#' | '_' => {
                out.push('\\');
                out.push(c);
            }
            '{' => out.push_str("\\textbraceleft{}"),
            '}' => out.push_str("\\textbraceright{}"),
            '\\' => out.push_str("\\textbackslash{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            c => out.push(c),
        }
    }
    out
}

/// An address is read as it is, but for what could end the field, and for two dashes,
/// which some read as an en dash: those are given by their codes, which mean the same.
fn url_field(url: &str) -> String {
    url.replace('{', "%7B").replace('}', "%7D").replace('\\', "%5C").replace("--", "-%2D")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_is_a_command_or_ends_a_field() {
        assert_eq!(tex("A & B_1 {100%}"), "A \\& B\\_1 \\textbraceleft{}100\\%\\textbraceright{}");
        assert_eq!(tex("\\input~^"), "\\textbackslash{}input\\textasciitilde{}\\textasciicircum{}");
        assert_eq!(url_field("https://a/}x"), "https://a/%7Dx");
        assert_eq!(url_field("https://a/b--c"), "https://a/b-%2Dc");
    }
}
