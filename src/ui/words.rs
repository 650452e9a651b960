//! Numbers and strangers' texts, as every panel writes them.

use crate::model::one_line;

/// A text that can not fill the screen, whatever a file holds.
pub fn shortened(text: &str) -> String {
    const MAX_CHARS: usize = 160;
    one_line(text, MAX_CHARS)
}

/// A text that begins with a capital.
pub fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// A number with its thousands apart: "1 234 567".
pub fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (pos, digit) in digits.chars().enumerate() {
        if pos > 0 && (digits.len() - pos).is_multiple_of(3) {
            text.push('\u{a0}');
        }
        text.push(digit);
    }
    text
}

/// "1 meeting", "1 234 meetings".
pub fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{} {}", grouped(count), if count == 1 { one } else { many })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_told_from_many() {
        assert_eq!(counted(1, "meeting", "meetings"), "1 meeting");
        assert_eq!(counted(0, "meeting", "meetings"), "0 meetings");
        assert_eq!(counted(1_234, "meeting", "meetings"), "1\u{a0}234 meetings");
    }

    #[test]
    fn thousands_stand_apart() {
        assert_eq!(grouped(7), "7");
        assert_eq!(grouped(1_234_567), "1\u{a0}234\u{a0}567");
    }
}
