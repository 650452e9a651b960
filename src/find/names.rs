//! Folded names of the entries of a table, to be looked through.

use memchr::memmem::Finder;

use super::fold::{fold, fold_onto, is_border};

/// Folded names, one to a line, each of an entry of a table. An entry may have several.
#[derive(Clone, Debug)]
pub(super) struct Names {
    /// Each name between two line ends, which no folded text has in it.
    text: String,
    /// Where each name begins, and whose it is; sorted.
    lines: Vec<(u32, u32)>,
}

/// How much of a name must be as asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// All of it.
    All,
    /// Some of its words.
    Words,
    /// The beginning of one of its words and what follows.
    Beginning,
}

impl Default for Names {
    fn default() -> Self {
        Self { text: "\n".to_owned(), lines: Vec::new() }
    }
}

impl Names {
    /// Adds a name of an entry; entries come in the order of the table.
    pub fn push(&mut self, entry: usize, name: &str) {
        // No table comes near 4 GiB of names: the file is smaller.
        let (Ok(start), Ok(entry)) = (u32::try_from(self.text.len()), u32::try_from(entry)) else {
            return;
        };
        fold_onto(name, &mut self.text);
        self.text.push('\n');
        self.lines.push((start, entry));
    }

    /// Bytes in memory.
    pub fn byte_len(&self) -> usize {
        self.text.len() + self.lines.len() * size_of::<(u32, u32)>()
    }

    /// The entries with a name that is so, each once, sorted.
    pub fn find(&self, words: &str, part: Part) -> Vec<u32> {
        let mut entries = Vec::new();
        self.each(words, part, |entry| entries.push(entry));
        entries.sort_unstable();
        entries.dedup();
        entries
    }

    /// Calls with the entry of each name that is so, in the order of the table, and
    /// with each name once.
    pub fn each(&self, words: &str, part: Part, mut each: impl FnMut(u32)) {
        self.each_while(words, part, |entry| {
            each(entry);
            true
        });
    }

    /// As [`Names::each`], for as long as it answers yes.
    pub fn each_while(&self, words: &str, part: Part, mut each: impl FnMut(u32) -> bool) {
        let words = fold(words);
        if words.is_empty() {
            return;
        }
        let finder = Finder::new(&words);
        let mut from = 0;
        while let Some(found) = self.text.as_bytes().get(from..).and_then(|rest| finder.find(rest))
        {
            let at = from + found;
            if self.is_so(at..at + words.len(), part) {
                let line = self.lines.partition_point(|(start, _)| *start as usize <= at);
                let entry = line.checked_sub(1).and_then(|line| self.lines.get(line));
                if entry.is_some_and(|(_, entry)| !each(*entry)) {
                    return;
                }
                from = self.lines.get(line).map_or(self.text.len(), |(next, _)| *next as usize);
            } else {
                from = at + 1;
            }
        }
    }

    /// Whether an entry has a name that is so, with words that are folded already.
    pub fn has(&self, entry: u32, folded: &str, part: Part) -> bool {
        let first = self.lines.partition_point(|(_, one)| *one < entry);
        let after = self.lines.partition_point(|(_, one)| *one <= entry);
        let place = |line: usize| self.lines.get(line).map(|(start, _)| *start as usize);
        let start = place(first).unwrap_or(self.text.len());
        let end = place(after).unwrap_or(self.text.len());
        let names = self.text.as_bytes().get(start..end).unwrap_or_default();
        let mut found = memchr::memmem::find_iter(names, folded).map(|at| start + at);
        found.any(|at| self.is_so(at..at + folded.len(), part))
    }

    fn is_so(&self, at: std::ops::Range<usize>, part: Part) -> bool {
        let byte = |at: usize| self.text.as_bytes().get(at).copied();
        match part {
            Part::All => {
                at.start.checked_sub(1).and_then(byte) == Some(b'\n') && byte(at.end) == Some(b'\n')
            }
            Part::Words => is_border(&self.text, at.start) && is_border(&self.text, at.end),
            Part::Beginning => is_border(&self.text, at.start),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_whole_by_words_and_by_beginnings() {
        let mut names = Names::default();
        for (entry, name) in
            [(0, "Deng Xiaoping"), (0, "邓小平"), (2, "Teng"), (3, "Dengue"), (3, "")]
        {
            names.push(entry, name);
        }
        let found = |words, part| names.find(words, part);
        assert_eq!(found("DENG xiaoping", Part::All), [0]);
        assert!(found("deng", Part::All).is_empty());
        assert_eq!(found("deng", Part::Words), [0]);
        assert_eq!(found("deng", Part::Beginning), [0, 3]);
        assert_eq!(found("小平", Part::Words), [0]);
        assert!(found("eng", Part::Beginning).is_empty());
        assert!(found("", Part::Beginning).is_empty());
        let has = |entry| names.has(entry, "deng", Part::Beginning);
        assert_eq!([0, 1, 2, 3, 4].map(has), [true, false, false, true, false]);
    }
}
