//! Making other people's text harmless in Markdown and HTML.

/// Whether a browser may open an address: http or https, without control characters
/// or spaces.
pub fn is_web(url: &str) -> bool {
    let Some((scheme, _)) = url.split_once("://") else { return false };
    let is_web = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
    is_web && !url.chars().any(|c| c.is_control() || c.is_whitespace())
}

/// Text on one line: a title with line breaks must not look like two citations.
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Text in HTML, in which nothing is markup; also within the quotes of an attribute.
pub fn html(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    for c in text.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c if c.is_whitespace() => out.push(if c == '\u{a0}' { c } else { ' ' }),
            c if c.is_control() => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}

/// A part of a line of Markdown, in which nothing is markup: no link, no HTML, no
/// heading. Spaces at its ends are kept as one.
///
/// For CommonMark and GitHub's dialect. What only matters at the start of a line
/// is escaped only there; bare web addresses and e-mail addresses are broken, so that
/// they do not become links by themselves.
pub fn markdown(text: &str, at_start: bool) -> String {
    let inner = inline(text, at_start);
    if inner.is_empty() {
        return if text.is_empty() { inner } else { " ".to_owned() };
    }
    let before = if text.starts_with(char::is_whitespace) { " " } else { "" };
    let after = if text.ends_with(char::is_whitespace) { " " } else { "" };
    format!("{before}{inner}{after}")
}

fn inline(text: &str, at_start: bool) -> String {
    let text = one_line(text);
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    if at_start {
        out.push_str(start_escape(&text));
    }
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
    if at_start { escape_list_number(out) } else { out }
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

    fn inline(text: &str) -> String {
        super::inline(text, true)
    }

    #[test]
    fn spaces_between_parts_are_kept() {
        assert_eq!(markdown(" — a  b ", false), " — a b ");
        assert_eq!(markdown(" ", true), " ");
        assert_eq!(markdown("", true), "");
        assert_eq!(markdown("# 1. a", false), "# 1. a");
    }

    #[test]
    fn html_is_text_in_elements_and_attributes() {
        assert_eq!(html("<a href='b\"'>&\n"), "&lt;a href=&#39;b&quot;&#39;&gt;&amp; ");
    }

    #[test]
    fn only_web_addresses_are_links() {
        assert!(is_web("HTTPS://a") && is_web("http://a/b?c"));
        assert!(!is_web("javascript:a") && !is_web("https://a b") && !is_web("file:///a"));
    }

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
    fn an_address_can_not_leave_its_brackets() {
        assert_eq!(address("https://a/<b>\\"), "https://a/%3Cb%3E%5C");
        assert_eq!(address("https://a/?b&copy=1"), "https://a/?b&amp;copy=1");
    }
}
