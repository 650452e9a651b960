//! What stands on the page of a person, line by line.

use crate::analysis::people::{PersonView, Relation};
use crate::model::EventIx;

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

    /// About how high it will be.
    pub fn guess(&self, view: &PersonView) -> f32 {
        match self {
            Self::Lead => 92.0,
            Self::Heading(..) => 50.0,
            Self::Meeting(_) | Self::Role(_) | Self::Met(_) => 31.0,
            Self::Quote(pos, is_first) => {
                let len = view.quotes.get(*pos).map_or(0, |said| said.len.min(4_000));
                let head = if *is_first { 30.0 } else { 0.0 };
                (len as f32 / 80.0).ceil() * 22.0 + 66.0 + head
            }
            Self::More(..) => 40.0,
            Self::Nothing => 120.0,
            Self::End => 48.0,
        }
    }
}

/// All lines of the page.
pub(super) fn items(view: &PersonView, unfolded: &[Section]) -> Vec<Item> {
    let mut list = List { items: vec![Item::Lead], unfolded };
    if view.meetings.is_empty() {
        list.items = vec![Item::Nothing];
    }
    // The newest first: that is what is asked for.
    list.section(Section::Meetings, (0..view.meetings.len()).rev().map(Item::Meeting));
    list.section(Section::Roles, (0..view.roles.len()).map(Item::Role));
    for relation in [Relation::OtherSide, Relation::Unknown, Relation::SameSide] {
        let from = view.met.partition_point(|met| met.relation < relation);
        let to = view.met.partition_point(|met| met.relation <= relation);
        list.section(Section::Met(relation), (from..to).map(Item::Met));
    }
    let quotes = view.quotes.iter().enumerate().map(|(pos, said)| {
        let before = pos.checked_sub(1).and_then(|before| view.quotes.get(before));
        Item::Quote(pos, before.is_none_or(|before| before.event != said.event))
    });
    list.section(Section::Quotes, quotes);
    list.items.push(Item::End);
    list.items
}

struct List<'a> {
    items: Vec<Item>,
    unfolded: &'a [Section],
}

impl List<'_> {
    fn section(&mut self, section: Section, lines: impl ExactSizeIterator<Item = Item>) {
        let count = lines.len();
        if count == 0 {
            return;
        }
        self.items.push(Item::Heading(section, count));
        // Two more lines take no more room than the button for them.
        let is_whole =
            section == Section::Quotes || count <= FEW + 2 || self.unfolded.contains(&section);
        self.items.extend(lines.take(if is_whole { count } else { FEW }));
        if !is_whole {
            self.items.push(Item::More(section, count - FEW));
        }
    }
}
