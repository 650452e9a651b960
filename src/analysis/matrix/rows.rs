//! The issues, how often each came up, and how they are sorted.

use std::cmp::{Ordering, Reverse};

use super::{CHECK, MatrixOrder, Reader};
use crate::model::{EventIx, IssueIx, Stance};

/// An issue, and how often it came up at the meetings of the matrix.
///
/// Each of these meetings is counted once: `only`, `several`, `uncompared` and `unknown`
/// make `meetings` together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatrixRow {
    /// Which issue.
    pub issue: IssueIx,
    /// At how many meetings it came up.
    pub meetings: u32,
    /// For each of [`Matrix::sides`](super::Matrix::sides): at how many that side raised
    /// it, or has it in its account.
    pub by: Box<[u32]>,
    /// For each of them: at how many that side alone did.
    pub only: Box<[u32]>,
    /// At how many several sides did.
    pub several: u32,
    /// At how many it stands in one side's account, while another's is not in the dataset.
    pub uncompared: u32,
    /// At how many no source says who raised it, or no side's account has it.
    pub unknown: u32,
    /// At how many it was in dispute.
    pub disputes: u32,
    /// At how many it was a shared interest.
    pub shared: u32,
    /// The first meeting at which it came up.
    pub first: EventIx,
}

impl MatrixRow {
    /// At how many meetings one side alone did, the side that is so the most often; and
    /// at how many of the meetings that count another one did, alone or beside it.
    pub fn one_sided(&self) -> (u32, u32) {
        let most = self.only.iter().copied().max().unwrap_or(0);
        let all: u32 = self.only.iter().sum::<u32>() + self.several;
        (most, all - most)
    }
}

/// The issues that came up, sorted. `None` if it was cancelled.
pub(super) fn rows(
    reader: &Reader<'_>,
    order: &[EventIx],
    cancelled: &dyn Fn() -> bool,
) -> Option<Vec<MatrixRow>> {
    let mut places: Vec<Option<usize>> = vec![None; reader.dataset.issues.len()];
    let mut rows: Vec<MatrixRow> = Vec::new();
    for (number, ix) in order.iter().enumerate() {
        if number % CHECK == 0 && cancelled() {
            return None;
        }
        let Some(head) = reader.dataset.event(*ix) else { continue };
        let is_comparable = reader.is_comparable(*ix);
        for raised in &head.issues {
            let Some(place) = places.get_mut(raised.issue.pos()) else { continue };
            let place = *place.get_or_insert_with(|| {
                rows.push(empty(raised.issue, *ix, reader.sides.len()));
                rows.len() - 1
            });
            let Some(row) = rows.get_mut(place) else { continue };
            row.meetings += 1;
            row.disputes += u32::from(raised.stance == Stance::Dispute);
            row.shared += u32::from(raised.stance == Stance::Shared);
            let sides = reader.of(&raised);
            match sides.len() {
                0 => row.unknown += 1,
                1 if !is_comparable => row.uncompared += 1,
                1 => add(&mut row.only, reader.flags(sides)),
                _ => row.several += 1,
            }
            add(&mut row.by, reader.flags(sides));
        }
    }
    sort(&mut rows, reader.choice.order);
    Some(rows)
}

fn empty(issue: IssueIx, first: EventIx, sides: usize) -> MatrixRow {
    MatrixRow {
        issue,
        meetings: 0,
        by: vec![0; sides].into(),
        only: vec![0; sides].into(),
        several: 0,
        uncompared: 0,
        unknown: 0,
        disputes: 0,
        shared: 0,
        first,
    }
}

fn add(counts: &mut [u32], flags: impl Iterator<Item = bool>) {
    for (count, is_there) in counts.iter_mut().zip(flags) {
        *count += u32::from(is_there);
    }
}

/// The rows come in the order in which the issues first came up, and stay in it where
/// nothing else decides.
fn sort(rows: &mut [MatrixRow], order: MatrixOrder) {
    match order {
        MatrixOrder::FirstMention => {}
        MatrixOrder::Frequency => rows.sort_by_key(|row| Reverse(row.meetings)),
        MatrixOrder::OneSided => rows.sort_by(|one, other| {
            let key = |row: &MatrixRow| (Reverse(row.one_sided().0), Reverse(row.meetings));
            by_share(one.one_sided(), other.one_sided()).then_with(|| key(one).cmp(&key(other)))
        }),
    }
}

/// The larger part first; where nothing is known, last.
fn by_share((one, one_rest): (u32, u32), (other, other_rest): (u32, u32)) -> Ordering {
    let (one_all, other_all) =
        (u64::from(one) + u64::from(one_rest), u64::from(other) + u64::from(other_rest));
    match (one_all, other_all) {
        (0, 0) => Ordering::Equal,
        (0, _) => Ordering::Greater,
        (_, 0) => Ordering::Less,
        _ => (u64::from(other) * one_all).cmp(&(u64::from(one) * other_all)),
    }
}
