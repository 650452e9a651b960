//! Strangers' texts, made fit for a line of the screen.

/// The text in one line of at most so many characters, with an ellipsis where it
/// was longer. What would break the line, hide, or turn the direction of what
/// stands around it becomes a space: a file comes from strangers, and the system
/// is given some of these lines, such as the window's title.
pub fn one_line(text: &str, max_chars: usize) -> String {
    let mut line = String::new();
    for (count, c) in text.chars().enumerate() {
        if count == max_chars {
            line.truncate(line.trim_end().len());
            line.push('…');
            break;
        }
        line.push(if is_harmful(c) { ' ' } else { c });
    }
    line
}

/// Control characters, line separators, and marks of direction (Unicode 16, UAX 9).
fn is_harmful(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_breaks_or_turns_a_line_becomes_a_space() {
        assert_eq!(one_line("a\u{0}b\nc\u{202e}d", 99), "a b c d");
    }

    #[test]
    fn long_texts_end_with_an_ellipsis() {
        assert_eq!(one_line("王毅 met", 99), "王毅 met");
        assert_eq!(one_line("王毅 met", 3), "王毅…");
        assert_eq!(one_line("abc", 3), "abc");
    }
}
