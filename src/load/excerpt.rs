//! The lines of a file around a problem.

use std::ops::Range;

/// How many characters before and after the bad part are shown of a long line.
const BEFORE: usize = 120;
const AFTER: usize = 280;

/// Some lines of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Excerpt {
    /// The lines, in the order of the file.
    pub lines: Vec<ExcerptLine>,
}

/// A line of an excerpt.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExcerptLine {
    /// The line's number, from 1.
    pub number: usize,
    /// The line, or the part of a long line around what is bad: at most some 400
    /// characters, without the line break.
    pub text: String,
    /// The bad part, in bytes of `text`.
    pub bad: Option<Range<usize>>,
    /// Whether the line begins before `text` does.
    pub is_cut_before: bool,
    /// Whether the line goes on after `text`.
    pub is_cut_after: bool,
}

/// The line in which a part of a text begins, with some lines around it.
///
/// Whatever the text and the range, the excerpt is small: a part of many lines is
/// shown by its first ones, a long line by what stands around the part. The time
/// goes with the length of the text before it (to count lines), so keep the result
/// rather than ask at each frame.
pub fn excerpt(text: &str, offset: Range<usize>, lines_around: usize) -> Excerpt {
    let bytes = text.as_bytes();
    let start = text.floor_char_boundary(offset.start.min(text.len()));
    let end = text.floor_char_boundary(offset.end.clamp(start, text.len()));
    let line_start = |at: usize| {
        let before = bytes.get(..at).unwrap_or_default();
        memchr::memrchr(b'\n', before).map_or(0, |end| end + 1)
    };
    let mut first = line_start(start);
    let mut back = 0;
    while back < lines_around && first > 0 {
        first = line_start(first - 1);
        back += 1;
    }
    let before = bytes.get(..first).unwrap_or_default();
    let number = 1 + memchr::memchr_iter(b'\n', before).count();
    let count = back.saturating_add(1).saturating_add(lines_around);
    let mut lines = Vec::new();
    let mut at = first;
    for pos in 0..count {
        let rest = bytes.get(at..).unwrap_or_default();
        let len = memchr::memchr(b'\n', rest).unwrap_or(rest.len());
        lines.push(line(text, at..at + len, start..end, number + pos));
        at += len + 1;
        if at > text.len() {
            break;
        }
    }
    Excerpt { lines }
}

/// One line, given by its bytes in the text.
fn line(text: &str, line: Range<usize>, bad: Range<usize>, number: usize) -> ExcerptLine {
    let mut whole = text.get(line.clone()).unwrap_or_default();
    whole = whole.strip_suffix('\r').unwrap_or(whole);
    let mut from = line.start;
    if from == 0
        && let Some(rest) = whole.strip_prefix('\u{FEFF}')
    {
        from = whole.len() - rest.len();
        whole = rest;
    }
    let to = from + whole.len();
    let within = |at: usize| at.clamp(from, to) - from;
    let is_bad = bad.start <= line.end && (bad.end > from || bad.start >= from);
    let bad = within(bad.start)..within(bad.end);
    let middle = if is_bad { bad.start } else { 0 };

    let (head, tail) = whole.split_at_checked(middle).unwrap_or((whole, ""));
    let cut_start = head.char_indices().nth_back(BEFORE - 1).map_or(0, |(pos, _)| pos);
    let cut_end = tail.char_indices().nth(AFTER).map_or(whole.len(), |(pos, _)| middle + pos);
    ExcerptLine {
        number,
        text: whole.get(cut_start..cut_end).unwrap_or_default().to_owned(),
        bad: is_bad.then(|| {
            let in_cut = |at: usize| at.clamp(cut_start, cut_end) - cut_start;
            in_cut(bad.start)..in_cut(bad.end)
        }),
        is_cut_before: cut_start > 0,
        is_cut_after: cut_end < whole.len(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_around_a_part_have_their_numbers() {
        let text = "\u{FEFF}{\r\n \"a\": 1,\n \"é\": 22,\n \"c\": 3\n}";
        let at = text.find("22").expect("the number");
        let excerpt = excerpt(text, at..at + 2, 1);
        let lines: Vec<_> = excerpt.lines.iter().map(|l| (l.number, l.text.as_str())).collect();
        assert_eq!(lines, [(2, " \"a\": 1,"), (3, " \"é\": 22,"), (4, " \"c\": 3")]);
        let bad = &excerpt.lines[1];
        assert_eq!(&bad.text[bad.bad.clone().expect("a range")], "22");
        assert_eq!(excerpt.lines[0].bad, None);
        let first = super::excerpt(text, 3..4, 1);
        assert_eq!((first.lines[0].text.as_str(), &first.lines[0].bad), ("{", &Some(0..1)));
    }

    #[test]
    fn a_long_line_is_cut_around_the_part() {
        let text = format!("{}!{}", "é".repeat(100_000), "中".repeat(100_000));
        let at = text.find('!').expect("the mark");
        let excerpt = excerpt(&text, at..at + 1, 5);
        assert_eq!(excerpt.lines.len(), 1);
        let line = &excerpt.lines[0];
        assert_eq!(line.text.chars().count(), 400);
        assert_eq!(&line.text[line.bad.clone().expect("a range")], "!");
        assert!(line.is_cut_before && line.is_cut_after);
    }

    #[test]
    fn any_range_is_taken() {
        let text = "é\n\n";
        for start in 0..6 {
            for end in 0..6 {
                let excerpt = excerpt(text, Range { start, end }, usize::MAX);
                assert_eq!(excerpt.lines.len(), 3);
            }
        }
        assert_eq!(excerpt("", 0..0, 2).lines.len(), 1);
    }
}
