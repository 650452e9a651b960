//! What is taken away, before it is text: a small document of blocks and inlines,
//! which [`clip`](super::clip) turns into plain text, Markdown or rich text.
//!
//! Texts in it are as the dataset has them. Each form makes them harmless in its own
//! way, so nothing here is escaped.

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// Plain words.
    Text(String),
    /// Words that stand out: a name.
    Strong(String),
    /// Words in italics: a title of a newspaper.
    Emphasis(String),
    /// Words that lead somewhere. What is no web address is left out by every form.
    Link {
        /// The words.
        text: String,
        /// Where they lead.
        url: String,
    },
    /// The number of a source in the list at the end.
    Reference(usize),
}

impl Inline {
    /// The words of it; empty for a number.
    pub fn text(&self) -> &str {
        match self {
            Self::Text(text) | Self::Strong(text) | Self::Emphasis(text) => text,
            Self::Link { text, .. } => text,
            Self::Reference(_) => "",
        }
    }
}

/// A line or paragraph.
pub type Line = Vec<Inline>;

/// A line of plain words.
pub fn plain(text: impl Into<String>) -> Line {
    vec![Inline::Text(text.into())]
}

/// A block of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading: 1 is the document's title, 2 a section, 3 a part of one.
    Heading(u8, Line),
    /// A paragraph.
    Paragraph(Line),
    /// A list.
    List(Vec<Line>),
    /// A list with numbers from 1.
    Numbered(Vec<Line>),
    /// What somebody else said: its paragraphs.
    Quote(Vec<Line>),
    /// A table.
    Table {
        /// The heads of the columns.
        head: Vec<String>,
        /// The rows, each with as many cells as there are heads.
        rows: Vec<Vec<Line>>,
    },
}

/// A document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// Its blocks from top to bottom.
    pub blocks: Vec<Block>,
}

impl Page {
    /// A document that begins with a title.
    pub fn titled(title: &str) -> Self {
        Self { blocks: vec![Block::Heading(1, plain(title))] }
    }

    /// Adds a block.
    pub fn push(&mut self, block: Block) {
        self.blocks.push(block);
    }

    /// Adds a section's heading.
    pub fn section(&mut self, text: &str) {
        self.push(Block::Heading(2, plain(text)));
    }

    /// Adds a paragraph of plain words, unless there are none.
    pub fn say(&mut self, text: impl Into<String>) {
        let text = text.into();
        if !text.trim().is_empty() {
            self.push(Block::Paragraph(plain(text)));
        }
    }

    /// Adds a text of several paragraphs, one a line.
    pub fn prose(&mut self, text: &str) {
        for line in lines(text) {
            self.say(line);
        }
    }

    /// Adds a list, unless it is empty.
    pub fn list(&mut self, items: Vec<Line>) {
        if !items.is_empty() {
            self.push(Block::List(items));
        }
    }
}

/// The lines of a text that hold anything.
pub fn lines(text: &str) -> impl Iterator<Item = &str> {
    let breaks = ['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];
    text.split(breaks).filter(|line| !line.trim().is_empty())
}

/// Words of somebody's between quotation marks, a paragraph for each line of them,
/// with words before the first one.
pub fn quoted(before: &str, text: &str) -> Vec<Line> {
    let mut paragraphs: Vec<Line> = lines(text).map(plain).collect();
    if paragraphs.is_empty() {
        paragraphs.push(Line::new());
    }
    if let Some(first) = paragraphs.first_mut() {
        first.insert(0, Inline::Text(format!("{before}“")));
    }
    if let Some(last) = paragraphs.last_mut() {
        last.push(Inline::Text("”".to_owned()));
    }
    paragraphs
}

/// Parts of a line with a separator between those that hold anything.
pub fn joined(parts: impl IntoIterator<Item = Line>, separator: &str) -> Line {
    let mut line = Line::new();
    for part in parts {
        if part.iter().all(|inline| inline.text().is_empty()) {
            continue;
        }
        if !line.is_empty() {
            line.push(Inline::Text(separator.to_owned()));
        }
        line.extend(part);
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_of_a_quote_is_a_paragraph_between_one_pair_of_marks() {
        let text = |line: &Line| line.iter().map(Inline::text).collect::<String>();
        let quote = quoted("", "a\n\n b\r\nc");
        assert_eq!(quote.iter().map(text).collect::<Vec<_>>(), ["“a", " b", "c”"]);
        let empty = quoted("Original: ", "");
        assert_eq!(empty.iter().map(text).collect::<Vec<_>>(), ["Original: “”"]);
    }

    #[test]
    fn empty_parts_leave_no_separator() {
        let line = joined([plain("a"), plain(""), Line::new(), plain("b")], ", ");
        assert_eq!(line.iter().map(Inline::text).collect::<String>(), "a, b");
    }
}
