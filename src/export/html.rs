//! A document as HTML, for programs that take formatted text from the clipboard.
//!
//! Only what such programs know: headings, paragraphs, lists, quotes, tables. No
//! scripts, no styles, nothing that would be loaded from elsewhere, and links only to
//! web addresses.

use std::fmt::Write as _;

use super::escape::{html, is_web};
use super::page::{Block, Inline, Line, Page};

/// The document. The character set stands in it because some programs assume another.
pub fn text(page: &Page) -> String {
    let mut out = "<meta charset=\"utf-8\">".to_owned();
    for block in &page.blocks {
        push_block(&mut out, block);
    }
    out
}

fn push_block(out: &mut String, block: &Block) {
    match block {
        Block::Heading(level, text) => {
            let level = (*level).clamp(1, 6);
            let _ = write!(out, "<h{level}>{}</h{level}>", line(text));
        }
        Block::Paragraph(text) => push_around(out, "p", &line(text)),
        Block::List(items) => push_list(out, "ul", items),
        Block::Numbered(items) => push_list(out, "ol", items),
        Block::Quote(paragraphs) => {
            out.push_str("<blockquote>");
            for paragraph in paragraphs {
                push_around(out, "p", &line(paragraph));
            }
            out.push_str("</blockquote>");
        }
        Block::Table { head, rows } => {
            out.push_str("<table><thead><tr>");
            for cell in head {
                push_around(out, "th", &html(cell));
            }
            out.push_str("</tr></thead><tbody>");
            for row in rows {
                out.push_str("<tr>");
                for cell in row {
                    push_around(out, "td", &line(cell));
                }
                out.push_str("</tr>");
            }
            out.push_str("</tbody></table>");
        }
    }
}

fn push_list(out: &mut String, tag: &str, items: &[Line]) {
    let _ = write!(out, "<{tag}>");
    for item in items {
        push_around(out, "li", &line(item));
    }
    let _ = write!(out, "</{tag}>");
}

fn push_around(out: &mut String, tag: &str, inner: &str) {
    let _ = write!(out, "<{tag}>{inner}</{tag}>");
}

fn line(line: &Line) -> String {
    let mut out = String::new();
    for inline in line {
        match inline {
            Inline::Text(text) => out.push_str(&html(text)),
            Inline::Strong(text) => push_around(&mut out, "strong", &html(text)),
            Inline::Emphasis(text) => push_around(&mut out, "em", &html(text)),
            Inline::Link { text, url } if is_web(url) => {
                let _ = write!(out, "<a href=\"{}\">{}</a>", html(url), html(text));
            }
            Inline::Link { text, .. } => out.push_str(&html(text)),
            Inline::Reference(number) => {
                let _ = write!(out, "[{number}]");
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::page::plain;

    #[test]
    fn strangers_texts_stay_text() {
        let mut page = Page::titled("<script>alert(1)</script>");
        let link = |url: &str| Inline::Link { text: "<b>".into(), url: url.into() };
        page.push(Block::Paragraph(vec![
            link("javascript:alert(1)"),
            link("https://a/\"onclick="),
        ]));
        page.push(Block::Quote(vec![plain("</blockquote>\u{0}")]));
        let html = text(&page);
        assert!(!html.contains("<script") && !html.contains("javascript") && !html.contains("<b>"));
        assert!(html.contains("href=\"https://a/&quot;onclick=\""), "{html}");
        assert!(html.contains("&lt;/blockquote&gt;\u{fffd}"), "{html}");
    }
}
