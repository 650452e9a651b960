//! Sources as RIS, a line a field. Written here because no kept library writes it.

use std::fmt::Write as _;

use super::date::{exact, years};
use super::facts::Facts;
use super::keys::keys;
use crate::lang::Language;
use crate::model::Source;

/// The sources as records: `ELEC`, a web page, where there is an address or a site,
/// and `GEN`, of no known kind, elsewhere.
pub fn ris(sources: &[&Source]) -> String {
    sources.iter().zip(keys(sources)).map(|(source, key)| record(source, &key)).collect()
}

fn record(source: &Source, key: &str) -> String {
    let facts = Facts::of(source);
    let is_online = facts.url.is_some() || !facts.via.is_empty();
    let mut out = String::new();
    push(&mut out, "TY", if is_online { "ELEC" } else { "GEN" });
    push(&mut out, "ID", key);
    push(&mut out, "TI", &facts.title);
    push(&mut out, "PB", &facts.publisher);
    push(&mut out, "DP", &facts.via);
    if let Some(when) = &facts.date {
        match exact(when) {
            Some(date) => {
                let part = |part: Option<i8>| part.map(|p| format!("{p:02}")).unwrap_or_default();
                push(&mut out, "PY", &format!("{:04}", date.year));
                let (month, day) = (part(date.month), part(date.day));
                push(&mut out, "DA", &format!("{:04}/{month}/{day}/", date.year));
            }
            // The last part of a date is for what is not a number.
            None => {
                let year = match years(when) {
                    (first, last) if first == last && first > 0 => format!("{first:04}"),
                    _ => String::new(),
                };
                push(&mut out, "DA", &format!("{year}///{}", when.words_in(Language::English)));
            }
        }
    }
    push(&mut out, "UR", facts.url.unwrap_or_default());
    out.push_str("ER  - \r\n\r\n");
    out
}

fn push(out: &mut String, tag: &str, value: &str) {
    if !value.is_empty() {
        let _ = write!(out, "{tag}  - {value}\r\n");
    }
}
