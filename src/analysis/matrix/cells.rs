//! What one cell tells, and the sides that have a place in each.

use super::{MOST_SIDES, MatrixChoice, MatrixMeaning};
use crate::analysis::accounts::is_head_comparable;
use crate::model::{Dataset, EventIx, Raised, SideIx, Stance};

/// An issue in a column: at how many meetings, and who raised it there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MatrixCell {
    /// At how many of the column's meetings the issue came up.
    pub meetings: u32,
    /// For each of [`Matrix::sides`](super::Matrix::sides): at how many it raised the issue, or has it in its
    /// account.
    pub by: Box<[u32]>,
    /// For each of [`Matrix::sides`](super::Matrix::sides): whether its account of one of these meetings is
    /// there at all.
    pub has_account: Box<[bool]>,
    /// At how many no source says who raised it, or no side's account has it.
    pub unknown: u32,
    /// At how many it was in dispute.
    pub disputes: u32,
    /// At how many it was a shared interest.
    pub shared: u32,
}

impl MatrixCell {
    /// What the sides' stance was, where it was one at all meetings of which it is known.
    pub fn stance(&self) -> Option<Stance> {
        match (self.disputes, self.shared) {
            (0, 0) => Some(Stance::Discussed),
            (_, 0) => Some(Stance::Dispute),
            (0, _) => Some(Stance::Shared),
            _ => None,
        }
    }
}

/// Reads what a meeting says of an issue in the chosen meaning.
pub(super) struct Reader<'a> {
    pub dataset: &'a Dataset,
    pub choice: MatrixChoice,
    pub sides: &'a [Option<SideIx>],
}

impl Reader<'_> {
    /// The sides that count: those that raised it, or in whose account it stands.
    pub fn of<'r>(&self, raised: &Raised<'r>) -> &'r [SideIx] {
        match self.choice.meaning {
            MatrixMeaning::RaisedBy => raised.by,
            MatrixMeaning::Accounts => raised.accounts,
        }
    }

    /// For each column of sides, whether it is among some sides.
    pub fn flags<'s>(&'s self, among: &'s [SideIx]) -> impl Iterator<Item = bool> + 's {
        self.sides.iter().map(move |side| match side {
            Some(side) => among.contains(side),
            None => among.iter().any(|one| !self.sides.contains(&Some(*one))),
        })
    }

    pub fn empty_cell(&self) -> MatrixCell {
        MatrixCell {
            by: vec![0; self.sides.len()].into(),
            has_account: vec![false; self.sides.len()].into(),
            ..MatrixCell::default()
        }
    }

    /// A cell for one meeting, at which these of the sides have an account.
    pub fn cell(&self, has_account: &[bool], raised: &Raised<'_>) -> MatrixCell {
        let mut cell = self.empty_cell();
        self.add(&mut cell, has_account, raised);
        cell
    }

    pub fn add(&self, cell: &mut MatrixCell, has_account: &[bool], raised: &Raised<'_>) {
        let sides = self.of(raised);
        cell.meetings += 1;
        cell.unknown += u32::from(sides.is_empty());
        cell.disputes += u32::from(raised.stance == Stance::Dispute);
        cell.shared += u32::from(raised.stance == Stance::Shared);
        for (count, is_there) in cell.by.iter_mut().zip(self.flags(sides)) {
            *count += u32::from(is_there);
        }
        for (has, is_there) in cell.has_account.iter_mut().zip(has_account) {
            *has |= *is_there;
        }
    }

    /// Whether one account tells something by being the only one.
    pub fn is_comparable(&self, ix: EventIx) -> bool {
        self.choice.meaning == MatrixMeaning::RaisedBy
            || self.dataset.event(ix).is_some_and(|head| is_head_comparable(self.dataset, &head))
    }
}

/// The sides that get a place in each cell: those that the dataset describes and those
/// that raise something; of more than [`MOST_SIDES`], those that do so the most often,
/// and one place for all others.
pub(super) fn sides_of(
    dataset: &Dataset,
    order: &[EventIx],
    meaning: MatrixMeaning,
) -> Vec<Option<SideIx>> {
    let mut counts = vec![0_u32; dataset.sides.len()];
    let choice = MatrixChoice { meaning, ..MatrixChoice::default() };
    let reader = Reader { dataset, choice, sides: &[] };
    let heads = order.iter().filter_map(|ix| dataset.event(*ix));
    for side in heads.flat_map(|head| head.issues).flat_map(|raised| reader.of(&raised)) {
        if let Some(count) = counts.get_mut(side.pos()) {
            *count += 1;
        }
    }
    let declared = |pos: usize| dataset.sides.get(pos).is_some_and(|side| side.declared);
    let mut sides: Vec<(u32, SideIx)> = counts
        .into_iter()
        .enumerate()
        .filter(|(pos, count)| *count > 0 || declared(*pos))
        .map(|(pos, count)| (count, SideIx::from_pos(pos)))
        .collect();
    sides.sort_by_key(|(count, side)| (std::cmp::Reverse(*count), *side));
    let has_more = sides.iter().skip(MOST_SIDES).any(|(count, _)| *count > 0);
    sides.truncate(MOST_SIDES);
    let mut sides: Vec<Option<SideIx>> = sides.into_iter().map(|(_, side)| Some(side)).collect();
    sides.sort_unstable();
    sides.extend(has_more.then_some(None));
    sides
}
