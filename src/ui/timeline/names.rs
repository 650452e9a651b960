//! What a screen reader says of a mark.

use super::{TimelineCtx, card};
use crate::lang::list;
use crate::model::EventIx;
use crate::timeline::{Content, Mark};
use crate::tr;
use crate::ui::words::shortened;

/// The most people that are named.
const MAX_PEOPLE: usize = 4;

/// Title, date and kind, and who was there; of several meetings how many they are, and when.
pub fn name(ctx: &TimelineCtx<'_>, mark: &Mark) -> String {
    let name = card::mark_name(ctx, mark);
    let dataset = ctx.document.dataset();
    let people = match mark.content {
        Content::One(event) => dataset.event(event).map_or(&[][..], |event| event.people),
        Content::Many { .. } => &[],
    };
    let known = people.iter().take(MAX_PEOPLE).filter_map(|it| dataset.people.get(it.pos()));
    let names: Vec<String> = known.map(|person| shortened(person.shown_name())).collect();
    let more = people.len().saturating_sub(MAX_PEOPLE);
    match (names.is_empty(), more) {
        (true, _) => name,
        (false, 0) => tr!("mark-with-people", mark = name, people = list::things(&names)),
        (false, _) => {
            tr!("mark-with-more-people", mark = name, people = list::things(&names), more = more)
        }
    }
}

/// The first meeting of a mark.
pub fn first(ctx: &TimelineCtx<'_>, mark: &Mark) -> Option<EventIx> {
    match &mark.content {
        Content::One(event) => Some(*event),
        Content::Many { members, .. } => members.event(ctx.lanes.lanes.get(mark.lane)?, 0),
    }
}
