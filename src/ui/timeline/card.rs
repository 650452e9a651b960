//! The card beside a mark under the pointer, and the marks' names.

use egui::{Rect, RichText, Tooltip, Ui};

use super::sought::Sought;
use super::{TimelineCtx, TimelineState};
use crate::model::{Event, EventHead};
use crate::timeline::{Content, Mark, Members};
use crate::tr;
use crate::ui::tokens::{serif_semibold, size, space};
use crate::ui::words::shortened;

/// The width of the card, in points.
const WIDTH: f32 = 300.0;
/// The most people that the card names.
const MAX_PEOPLE: usize = 8;
/// The most meetings that the card of several names.
const MAX_MEETINGS: usize = 6;

/// A meeting with a longer text than this, in bytes, is not read for its card.
const MAX_READ: usize = 100_000;

/// What a screen reader says of a mark, and a test finds it by.
pub fn mark_name(ctx: &TimelineCtx<'_>, mark: &Mark) -> String {
    let dataset = ctx.document.dataset();
    let Some(event) = dataset.event(mark.top()) else { return String::new() };
    let kind = dataset.kinds.get(event.kind.pos()).map_or("", |kind| kind.singular());
    let title = shortened(event.title);
    match mark.content {
        Content::One(_) => {
            let when = event.when.words();
            if mark.is_dim() {
                tr!("canvas-mark-dim", title = title, when = when, kind = kind)
            } else {
                tr!("canvas-mark", title = title, when = when, kind = kind)
            }
        }
        Content::Many { .. } => {
            let when = range_words(ctx, mark).unwrap_or_default();
            let (count, more) = (mark.count(), mark.count() - 1);
            match ctx.matches {
                Some(_) => tr!(
                    "canvas-marks-matching",
                    count = count,
                    matching = mark.matching,
                    when = when,
                    title = title,
                    more = more,
                ),
                None => tr!("canvas-marks", count = count, when = when, title = title, more = more),
            }
        }
    }
}

/// From when to when the meetings of a mark took place.
fn range_words(ctx: &TimelineCtx<'_>, mark: &Mark) -> Option<String> {
    let Content::Many { members, .. } = &mark.content else { return None };
    let lane = ctx.lanes.lanes.get(mark.lane)?;
    let words = |number: usize| {
        let event = ctx.document.dataset().event(members.event(lane, number)?)?;
        Some(event.when.words())
    };
    let (first, last) = (words(0)?, words(members.len().checked_sub(1)?)?);
    Some(if first == last { first } else { tr!("canvas-from-to", first = first, last = last) })
}

/// Shows the card of the mark under the pointer.
pub fn card_ui(ctx: &TimelineCtx<'_>, state: &mut TimelineState, mark: &Mark, rect: Rect, ui: &Ui) {
    let dataset = ctx.document.dataset();
    let Some(head) = dataset.event(mark.top()) else { return };
    let is_one = matches!(mark.content, Content::One(_)) && head.text().len() < MAX_READ;
    if is_one && state.hovered.as_ref().map(|(ix, _)| *ix) != Some(mark.top()) {
        state.hovered = Some((mark.top(), ctx.document.event(mark.top())));
    }
    let event = state.hovered.as_ref().and_then(|(_, event)| event.as_ref());
    let anchor = mark.hit_rect().translate(rect.min.to_vec2());
    Tooltip::always_open(ui.ctx().clone(), ui.layer_id(), egui::Id::unique("card"), anchor)
        .gap(space::SMALL)
        .width(WIDTH)
        .show(|ui| {
            ui.set_max_width(WIDTH);
            match &mark.content {
                Content::One(_) => meeting_card(ctx, &head, event.filter(|_| is_one), ui),
                Content::Many { members, .. } => group_card(ctx, mark, members, ui),
            }
        });
}

fn meeting_card(ctx: &TimelineCtx<'_>, head: &EventHead, event: Option<&Event>, ui: &mut Ui) {
    let dataset = ctx.document.dataset();
    ui.spacing_mut().item_spacing.y = space::TIGHT;
    ui.label(RichText::new(shortened(head.title)).font(serif_semibold(size::QUOTE)));
    let kind = dataset.kinds.get(head.kind.pos()).map_or("", |kind| kind.singular());
    ui.label(RichText::new(format!("{} · {kind}", head.when.words())).color(ctx.tokens.text_muted));
    let place = event.and_then(|event| event.place.as_ref()).and_then(|place| place.name.as_ref());
    if let Some(place) = place {
        ui.label(RichText::new(shortened(place)).color(ctx.tokens.text_muted));
    }
    let participants = event.map_or(&[][..], |event| &event.participants);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        for (pos, participant) in participants.iter().take(MAX_PEOPLE).enumerate() {
            let Some(person) = dataset.people.get(participant.person.pos()) else { continue };
            let comma = if pos + 1 < participants.len() { tr!("list-of-names") } else { "" };
            let text = format!("{}{comma}", shortened(person.shown_name()));
            ui.label(RichText::new(text).color(ctx.tokens.side(person.side)));
        }
        if participants.len() > MAX_PEOPLE {
            ui.label(tr!("canvas-more-people", count = participants.len() - MAX_PEOPLE));
        }
    });
    let (quotes, issues) = (head.quote_count as usize, head.issues.len());
    let quotes = (quotes > 0).then(|| tr!("quotes", count = quotes));
    let issues = (issues > 0).then(|| tr!("issues", count = issues));
    let counts: Vec<String> = quotes.into_iter().chain(issues).collect();
    if !counts.is_empty() {
        ui.label(RichText::new(counts.join(" · ")).color(ctx.tokens.text_muted));
    }
}

fn group_card(ctx: &TimelineCtx<'_>, mark: &Mark, members: &Members, ui: &mut Ui) {
    ui.spacing_mut().item_spacing.y = space::TIGHT;
    let title = match ctx.matches {
        Some(_) => {
            tr!("canvas-group-matching", matching = mark.matching, count = mark.count())
        }
        None => tr!("meetings", count = mark.count()),
    };
    ui.label(RichText::new(title).font(serif_semibold(size::QUOTE)));
    if let Some(words) = range_words(ctx, mark) {
        ui.label(RichText::new(words).color(ctx.tokens.text_muted));
    }
    let Some(sought) = Sought::of(ctx, mark.lane, members) else { return };
    let shown = sought.len().min(MAX_MEETINGS);
    for number in 0..shown {
        let event = sought.event(number).and_then(|ix| ctx.document.dataset().event(ix));
        if let Some(event) = event {
            ui.label(shortened(event.title));
        }
    }
    let hint = match super::interact::apart(ctx, mark) {
        Some(_) => tr!("canvas-zoom-hint"),
        None => tr!("canvas-list-hint"),
    };
    let more = sought.len() - shown;
    let hint = match more {
        0 => hint.to_owned(),
        more => tr!("canvas-more-hint", count = more, hint = hint),
    };
    ui.label(RichText::new(hint).color(ctx.tokens.text_muted));
}
