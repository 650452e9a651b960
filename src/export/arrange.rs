//! What a meeting's readers see arranged: its sources numbered, its participants
//! by side.

use std::collections::HashMap;

use crate::model::{Dataset, Event, Participant, SideIx, SourceIx};

/// The numbers under which the sources of a meeting are cited, from 1.
///
/// First the meeting's own sources in the order of the file, then what else its
/// parts refer to, so that no number leads nowhere.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Numbering {
    order: Vec<SourceIx>,
    numbers: HashMap<SourceIx, usize>,
}

impl Numbering {
    /// Numbers the sources of a meeting.
    pub fn of(event: &Event) -> Self {
        let mut numbering = Self::default();
        for source in event.all_sources() {
            numbering.add(source);
        }
        numbering
    }

    /// A source's number; the next one, if it has none yet.
    pub fn add(&mut self, source: SourceIx) -> usize {
        let next = self.order.len() + 1;
        let number = *self.numbers.entry(source).or_insert(next);
        if number == next {
            self.order.push(source);
        }
        number
    }

    /// All of them, the first one first.
    pub fn sources(&self) -> &[SourceIx] {
        &self.order
    }

    /// A source's number.
    pub fn number(&self, source: SourceIx) -> Option<usize> {
        self.numbers.get(&source).copied()
    }
}

/// The participants of one side; of none, where the file does not say whose they
/// are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delegation {
    /// Whose they are.
    pub side: Option<SideIx>,
    /// Who, in the order of the file.
    pub participants: Vec<Participant>,
}

/// The participants by side: sides in the order of the dataset, those of no side
/// last.
pub fn delegations(dataset: &Dataset, event: &Event) -> Vec<Delegation> {
    let mut groups: Vec<Delegation> = Vec::new();
    let mut places: HashMap<Option<SideIx>, usize> = HashMap::new();
    for participant in &event.participants {
        let side = dataset.people.get(participant.person.pos()).and_then(|person| person.side);
        let place = *places.entry(side).or_insert_with(|| {
            groups.push(Delegation { side, participants: Vec::new() });
            groups.len() - 1
        });
        if let Some(group) = groups.get_mut(place) {
            group.participants.push(participant.clone());
        }
    }
    groups.sort_by_key(|group| group.side.map_or(u32::MAX, |side| side.0));
    groups
}

/// The sides for which a meeting's issue table has a column: those that the
/// dataset describes if they are few, and those that take part or raise something.
pub fn columns(dataset: &Dataset, event: &Event) -> Vec<SideIx> {
    /// Up to so many described sides each get a column, present or not: the empty
    /// column of a side tells something, a dozen of them do not.
    const FEW: usize = 3;
    let mut sides: Vec<SideIx> = event
        .participants
        .iter()
        .filter_map(|participant| dataset.people.get(participant.person.pos())?.side)
        .chain(event.issues.iter().flat_map(|mention| mention.raised_by.iter().copied()))
        .collect();
    let described = dataset.sides.iter().filter(|side| side.declared).count();
    if described <= FEW {
        let all = dataset.sides.iter().enumerate().filter(|(_, side)| side.declared);
        sides.extend(all.map(|(pos, _)| SideIx::from_pos(pos)));
    }
    sides.sort_unstable();
    sides.dedup();
    sides
}
