//! What stands on the page of a person, line by line.

use std::sync::Arc;

use crate::analysis::people::{PersonView, Relation, SaidBefore};
use crate::model::{Dataset, EventIx};

/// How many lines of a section are shown until the rest is asked for.
const FEW: usize = 12;

/// A section of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Section {
    Meetings,
    Roles,
    Met(Relation),
    Quotes,
}

/// A line of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Item {
    /// The last meeting, in large.
    Lead,
    /// A section's heading, with how many things it holds.
    Heading(Section, usize),
    /// A meeting, by its position in the view.
    Meeting(usize),
    /// A role, by its position in the view.
    Role(usize),
    /// Somebody who was met, by the position in the view.
    Met(usize),
    /// A quote, by its position in the view, and whether it is the first of its meeting.
    Quote(usize, bool),
    /// The button for the rest of a section.
    More(Section, usize),
    /// What stands where there are no meetings.
    Nothing,
    /// The room below the last line.
    End,
}

impl Item {
    /// About how high a single line is.
    fn guess(self) -> f64 {
        match self {
            Self::Lead => 92.0,
            Self::Heading(..) => 50.0,
            Self::More(..) => 40.0,
            Self::Nothing => 120.0,
            Self::End => 48.0,
            Self::Meeting(_) | Self::Role(_) | Self::Met(_) | Self::Quote(..) => LINE,
        }
    }

    pub fn section(&self) -> Option<Section> {
        match self {
            Self::More(section, _) => Some(*section),
            _ => None,
        }
    }

    /// The meeting that the line is about.
    pub fn meeting(&self, view: &PersonView) -> Option<EventIx> {
        match self {
            Self::Meeting(pos) => view.meetings.get(*pos).copied(),
            Self::Quote(pos, true) => view.quotes.get(*pos).map(|said| said.event),
            _ => None,
        }
    }
}

/// Some lines of one sort, one after another.
#[derive(Clone, Copy, Debug)]
struct Block {
    /// The line with which it begins, and how many it has.
    first: usize,
    count: usize,
    /// Where it begins by a guess of the heights, and how high it is.
    top: f64,
    height: f64,
    sort: Sort,
}

#[derive(Clone, Copy, Debug)]
enum Sort {
    /// A single line.
    One(Item),
    /// Meetings, the last one first, from a position in the view down.
    Meetings(usize),
    Roles,
    /// Those who were met, from a position in the view on.
    Met(usize),
    Quotes,
}

/// About how high a line is.
const LINE: f64 = 31.0;
/// A quote without words; half a line of it is empty.
const QUOTE: f64 = 66.0 + QUOTE_LINE / 2.0;
const QUOTE_LINE: f64 = 22.0;
const QUOTE_LINE_BYTES: f64 = 80.0;
/// The head of a meeting's first quote.
const QUOTE_HEAD: f64 = 30.0;

/// The lines of the page: some blocks, however many lines these have.
#[derive(Clone, Debug, Default)]
pub(super) struct Items {
    blocks: Vec<Block>,
    said_before: Arc<[SaidBefore]>,
}

impl Items {
    /// All lines of the page.
    pub fn of(view: &PersonView, unfolded: &[Section]) -> Self {
        let mut items = Self { blocks: Vec::new(), said_before: Arc::clone(&view.said_before) };
        items.push(Sort::One(if view.meetings.is_empty() { Item::Nothing } else { Item::Lead }), 1);
        let count = view.meetings.len();
        // The newest first: that is what is asked for.
        let last = Sort::Meetings(count.saturating_sub(1));
        items.section((Section::Meetings, count), last, unfolded);
        items.section((Section::Roles, view.roles.len()), Sort::Roles, unfolded);
        for relation in [Relation::OtherSide, Relation::Unknown, Relation::SameSide] {
            let from = view.met.partition_point(|met| met.relation < relation);
            let to = view.met.partition_point(|met| met.relation <= relation);
            items.section((Section::Met(relation), to - from), Sort::Met(from), unfolded);
        }
        items.section((Section::Quotes, view.quotes.len()), Sort::Quotes, unfolded);
        items.push(Sort::One(Item::End), 1);
        items
    }

    fn section(&mut self, (section, count): (Section, usize), sort: Sort, unfolded: &[Section]) {
        if count == 0 {
            return;
        }
        self.push(Sort::One(Item::Heading(section, count)), 1);
        // Two more lines take no more room than the button for them.
        let is_whole =
            section == Section::Quotes || count <= FEW + 2 || unfolded.contains(&section);
        self.push(sort, if is_whole { count } else { FEW });
        if !is_whole {
            self.push(Sort::One(Item::More(section, count - FEW)), 1);
        }
    }

    fn push(&mut self, sort: Sort, count: usize) {
        let (first, top) = self.end();
        let height = match sort {
            Sort::One(item) => item.guess(),
            Sort::Meetings(_) | Sort::Roles | Sort::Met(_) => count as f64 * LINE,
            Sort::Quotes => self.quotes_top(count),
        };
        self.blocks.push(Block { first, count, top, height, sort });
    }

    fn end(&self) -> (usize, f64) {
        self.blocks
            .last()
            .map_or((0, 0.0), |last| (last.first + last.count, last.top + last.height))
    }

    /// How many lines there are.
    pub fn len(&self) -> usize {
        self.end().0
    }

    fn block(&self, line: usize) -> Option<&Block> {
        let after = self.blocks.partition_point(|block| block.first <= line);
        self.blocks.get(after.checked_sub(1)?).filter(|block| line < block.first + block.count)
    }

    /// A line.
    pub fn get(&self, line: usize) -> Option<Item> {
        let block = self.block(line)?;
        let number = line - block.first;
        Some(match block.sort {
            Sort::One(item) => item,
            Sort::Meetings(last) => Item::Meeting(last.checked_sub(number)?),
            Sort::Roles => Item::Role(number),
            Sort::Met(from) => Item::Met(from + number),
            Sort::Quotes => {
                let said = |pos: usize| self.said_before.get(pos).map(|said| said.meetings);
                Item::Quote(number, said(number) != said(number + 1))
            }
        })
    }

    /// About where a line begins; the end too.
    pub fn top(&self, line: usize) -> f64 {
        let Some(block) = self.block(line) else { return self.end().1 };
        let number = line - block.first;
        block.top
            + match block.sort {
                Sort::Quotes => self.quotes_top(number),
                _ => number as f64 * LINE,
            }
    }

    fn quotes_top(&self, number: usize) -> f64 {
        let said = self.said_before.get(number).copied().unwrap_or_default();
        let words = said.bytes as f64 / QUOTE_LINE_BYTES * QUOTE_LINE;
        number as f64 * QUOTE + f64::from(said.meetings) * QUOTE_HEAD + words
    }

    /// The line of a meeting: among the meetings, or at its first quote.
    pub fn line_of(&self, dataset: &Dataset, view: &PersonView, ix: EventIx) -> Option<usize> {
        let rank = dataset.rank(ix);
        let of_block = |block: &Block| {
            let number = match block.sort {
                Sort::Meetings(last) => {
                    let pos = view.meetings.partition_point(|one| dataset.rank(*one) < rank);
                    last.checked_sub(pos)?
                }
                Sort::Quotes => view.quotes.partition_point(|said| dataset.rank(said.event) < rank),
                Sort::One(_) | Sort::Roles | Sort::Met(_) => return None,
            };
            let line = block.first + number;
            let item = self.get(line).filter(|_| number < block.count)?;
            (item.meeting(view) == Some(ix)).then_some(line)
        };
        self.blocks.iter().find_map(of_block)
    }
}
