//! Those meetings of a mark that one looks for.

use super::TimelineCtx;
use crate::model::EventIx;
use crate::timeline::{Lane, Matches, Members};

/// The meetings of a mark that match the filter; all of them where there is none, or where
/// none of them does. There may be very many: they are asked for by number.
pub(super) struct Sought<'a> {
    pos: usize,
    lane: &'a Lane,
    members: &'a Members,
    matches: Option<&'a Matches>,
    len: usize,
}

impl<'a> Sought<'a> {
    /// Those of a mark in a lane.
    pub fn of(ctx: &TimelineCtx<'a>, pos: usize, members: &'a Members) -> Option<Self> {
        let lane = ctx.lanes.lanes.get(pos)?;
        let count = |matches: &&Matches| matches.count(pos, members);
        let matches = ctx.matches.filter(|matches| count(matches) > 0);
        let len = matches.as_ref().map_or(members.len(), count);
        Some(Self { pos, lane, members, matches, len })
    }

    /// How many.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether the mark holds others, too.
    pub fn is_part(&self) -> bool {
        self.len < self.members.len()
    }

    /// The one of a number, in order of time.
    pub fn event(&self, number: usize) -> Option<EventIx> {
        match self.matches {
            Some(matches) => matches.event(self.pos, self.lane, self.members, number),
            None => self.members.event(self.lane, number),
        }
    }
}
