//! A document as plain text.

use super::page::{Block, Inline, Line, Page};

/// The whole document, without a line break at its end: it is pasted into lines.
pub fn text(page: &Page) -> String {
    let blocks: Vec<String> = page.blocks.iter().map(block).collect();
    blocks.join("\n\n").trim_end().to_owned()
}

fn block(block: &Block) -> String {
    match block {
        Block::Heading(_, text) | Block::Paragraph(text) => line(text),
        Block::List(items) => {
            items.iter().map(|item| format!("- {}", line(item))).collect::<Vec<_>>().join("\n")
        }
        Block::Numbered(items) => {
            let numbered = items.iter().enumerate();
            let lines = numbered.map(|(pos, item)| format!("{}. {}", pos + 1, line(item)));
            lines.collect::<Vec<_>>().join("\n")
        }
        Block::Quote(paragraphs) => paragraphs.iter().map(line).collect::<Vec<_>>().join("\n"),
        Block::Table { head, rows } => {
            // Tabs: spreadsheets take them as columns.
            let head: Vec<String> = head.iter().map(|cell| cleaned(cell)).collect();
            let mut lines = vec![head.join("\t")];
            lines
                .extend(rows.iter().map(|row| row.iter().map(line).collect::<Vec<_>>().join("\t")));
            lines.join("\n")
        }
    }
}

fn line(line: &Line) -> String {
    let mut out = String::new();
    for inline in line {
        match inline {
            Inline::Text(text) | Inline::Strong(text) | Inline::Emphasis(text) => {
                out.push_str(&cleaned(text));
            }
            Inline::Link { text, url } if text == url => out.push_str(&cleaned(url)),
            Inline::Link { text, url } => {
                out.push_str(&format!("{} <{}>", cleaned(text), cleaned(url)));
            }
            Inline::Reference(number) => out.push_str(&format!("[{number}]")),
        }
    }
    out.trim().to_owned()
}

/// No line break or tab of a text may look like one of the document's, and no
/// control character may reach a terminal.
fn cleaned(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\n' | '\r' | '\t' | '\u{85}' | '\u{2028}' | '\u{2029}' => ' ',
            c if c.is_control() => '\u{fffd}',
            c => c,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::page::plain;

    #[test]
    fn a_text_adds_no_lines_columns_or_control_characters() {
        let rows = vec![vec![plain("a\tb\nc"), plain("\u{1b}[31m")]];
        let table = block(&Block::Table { head: vec!["x".into(), "y".into()], rows });
        assert_eq!(table, "x\ty\na b c\t\u{fffd}[31m");
    }
}
