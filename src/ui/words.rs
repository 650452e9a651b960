//! Numbers and strangers' texts, as every panel writes them.

pub use crate::lang::grouped;
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
}
