//! Making other people's text harmless in Markdown.

/// A text on one line, in which nothing is markup: no link, no HTML, no heading.
///
/// For CommonMark and GitHub's dialect. What only matters at the start of a line
/// is escaped at the start of the text; bare web addresses and e-mail addresses
/// are broken, so that they do not become links by themselves.
pub fn inline(text: &str) -> String {
    let text = super::citation::one_line(text);
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    out.push_str(start_escape(&text));
    let mut rest = text.as_str();
    while let Some(c) = rest.chars().next() {
        match c {
            '<' => out.push_str("&lt;"),
            '&' => out.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '>' | '|' | '~' | '@' | '$' => {
                out.push('\\');
                out.push(c);
            }
            ':' if rest.starts_with("://") => out.push_str("\\:"),
            '.' if ends_with_www(&out) => out.push_str("\\."),
            // An image would be loaded at once, from wherever it points.
            '!' if rest.starts_with("![") => out.push_str("\\!"),
            _ if c.is_control() => out.push('\u{fffd}'),
            _ => out.push(c),
        }
        rest = rest.get(c.len_utf8()..).unwrap_or_default();
    }
    escape_list_number(out)
}

/// A text of several lines as a block quote, each line for itself.
pub fn quoted_lines(text: &str) -> String {
    let lines: Vec<String> = text
        .split(['\n', '\r', '\u{2028}', '\u{2029}'])
        .map(inline)
        .filter(|line| !line.is_empty())
        .collect();
    lines.join("\n>\n> ")
}

/// A web address between the angle brackets of a link.
pub fn address(url: &str) -> String {
    let mut out = String::with_capacity(url.len());
    for c in url.chars() {
        match c {
            '<' => out.push_str("%3C"),
            '>' => out.push_str("%3E"),
            '\\' => out.push_str("%5C"),
            '|' => out.push_str("%7C"),
            // A character reference would be resolved within a link's address.
            '&' => out.push_str("&amp;"),
            _ => out.push(c),
        }
    }
    out
}

fn ends_with_www(out: &str) -> bool {
    out.len() >= 3 && out.get(out.len() - 3..).is_some_and(|tail| tail.eq_ignore_ascii_case("www"))
}

/// The backslash before what makes a heading, a list or a rule of a line.
fn start_escape(text: &str) -> &'static str {
    if text.starts_with(['#', '-', '+', '=']) { "\\" } else { "" }
}

/// "1." at a line's start would be a list.
fn escape_list_number(text: String) -> String {
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    match text.get(digits..digits + 1) {
        Some("." | ")") if digits > 0 => {
            let (number, rest) = text.split_at(digits);
            format!("{number}\\{rest}")
        }
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_prose_is_left_alone() {
        let text = "“That's why they're not merely internal matters” (2021): 1.5 °C, 中国!";
        assert_eq!(inline(text), text);
    }

    #[test]
    fn links_images_and_html_become_text() {
        assert_eq!(inline("[a](http://b)"), "\\[a\\](http\\://b)");
        assert_eq!(inline("![a](b)"), "\\!\\[a\\](b)");
        assert_eq!(inline("<script>&amp;"), "&lt;script\\>&amp;amp;");
        assert_eq!(inline("see www.evil.example"), "see www\\.evil.example");
        assert_eq!(inline("a@b.example"), "a\\@b.example");
    }

    #[test]
    fn no_line_can_begin_a_block() {
        assert_eq!(inline("a\n# b"), "a # b");
        assert_eq!(inline("# b"), "\\# b");
        assert_eq!(inline("- b"), "\\- b");
        assert_eq!(inline("12. b"), "12\\. b");
        assert_eq!(inline("1) b"), "1\\) b");
        assert_eq!(inline("```"), "\\`\\`\\`");
        assert_eq!(inline("a\u{0}b"), "a\u{fffd}b");
    }

    #[test]
    fn lines_of_a_quote_stay_in_the_quote() {
        assert_eq!(quoted_lines("a\n\n# b\r\nc"), "a\n>\n> \\# b\n>\n> c");
    }

    #[test]
    fn an_address_can_not_leave_its_brackets() {
        assert_eq!(address("https://a/<b>\\"), "https://a/%3Cb%3E%5C");
        assert_eq!(address("https://a/?b&copy=1"), "https://a/?b&amp;copy=1");
    }
}
