//! A document as Markdown.
//!
//! For CommonMark with GitHub's tables. Datasets come from strangers: their texts
//! are escaped, and only web addresses become links.

use super::escape::{address, is_web, markdown};
use super::page::{Block, Inline, Line, Page};

/// The whole document, with a line break at its end.
pub fn text(page: &Page) -> String {
    let blocks: Vec<String> = page.blocks.iter().map(block).collect();
    format!("{}\n", blocks.join("\n\n").trim_end())
}

fn block(block: &Block) -> String {
    match block {
        Block::Heading(level, text) => {
            format!("{} {}", "#".repeat((*level).clamp(1, 6).into()), line(text))
        }
        Block::Paragraph(text) => line(text),
        Block::List(items) => {
            items.iter().map(|item| format!("- {}", line(item))).collect::<Vec<_>>().join("\n")
        }
        Block::Numbered(items) => {
            let numbered = items.iter().enumerate();
            let lines = numbered.map(|(pos, item)| format!("{}. {}", pos + 1, line(item)));
            lines.collect::<Vec<_>>().join("\n")
        }
        Block::Quote(paragraphs) => {
            let lines = paragraphs.iter().map(|text| format!("> {}", line(text)));
            lines.collect::<Vec<_>>().join("\n>\n")
        }
        Block::Table { head, rows } => {
            let head_row: Vec<String> = head.iter().map(|cell| markdown(cell, true)).collect();
            let mut lines = vec![
                format!("| {} |", head_row.join(" | ")),
                format!("|{}", " --- |".repeat(head.len())),
            ];
            lines.extend(rows.iter().map(|row| {
                let cells: Vec<String> = row.iter().map(line).collect();
                format!("| {} |", cells.join(" | "))
            }));
            lines.join("\n")
        }
    }
}

fn line(line: &Line) -> String {
    let mut out = String::new();
    for inline in line {
        let at_start = out.is_empty();
        match inline {
            Inline::Text(text) => out.push_str(&markdown(text, at_start)),
            Inline::Strong(text) => out.push_str(&around("**", text)),
            Inline::Emphasis(text) => out.push_str(&around("*", text)),
            Inline::Link { text, url } => {
                // An image would be loaded at once, from wherever it points.
                if out.ends_with('!') {
                    out.insert(out.len() - 1, '\\');
                }
                out.push_str(&link(text, url, at_start));
            }
            // No link, since no data can define what it would lead to.
            Inline::Reference(number) => out.push_str(&format!("[{number}]")),
        }
    }
    out.trim().to_owned()
}

/// Marks stand close to the words; with a space between they would be no marks.
fn around(mark: &str, text: &str) -> String {
    let inner = markdown(text.trim(), false);
    if inner.is_empty() {
        return markdown(text, false);
    }
    let before = if text.starts_with(char::is_whitespace) { " " } else { "" };
    let after = if text.ends_with(char::is_whitespace) { " " } else { "" };
    format!("{before}{mark}{inner}{mark}{after}")
}

fn link(text: &str, url: &str, at_start: bool) -> String {
    if !is_web(url) {
        return markdown(text, at_start);
    }
    // An address that stands for itself needs no escapes, which readers would see.
    let is_bare = text == url && !url.contains(['<', '>', '|', '\\']);
    if is_bare {
        return format!("<{url}>");
    }
    format!("[{}](<{}>)", markdown(text, false).trim(), address(url))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::page::plain;

    #[test]
    fn addresses_stand_for_themselves_where_they_can() {
        assert_eq!(link("https://a/?b&c", "https://a/?b&c", true), "<https://a/?b&c>");
        assert_eq!(
            link("https://a/|b", "https://a/|b", true),
            "[https\\://a/\\|b](<https://a/%7Cb>)"
        );
        assert_eq!(link("a", "javascript:b", true), "a");
    }

    #[test]
    fn no_link_becomes_an_image() {
        let link = Inline::Link { text: "a".into(), url: "https://a/".into() };
        assert_eq!(line(&vec![Inline::Text("Oh!".into()), link]), "Oh\\![a](<https://a/>)");
    }

    #[test]
    fn marks_stand_close_to_words() {
        assert_eq!(around("**", " a* "), " **a\\*** ");
        assert_eq!(around("*", "  "), " ");
    }

    #[test]
    fn every_cell_stays_in_its_column() {
        let head = vec!["A|B".to_owned(), "C".to_owned()];
        let rows = vec![vec![plain("a | b\nc"), plain("")]];
        let table = block(&Block::Table { head, rows });
        assert_eq!(table, "| A\\|B | C |\n| --- | --- |\n| a \\| b c |  |");
    }
}
