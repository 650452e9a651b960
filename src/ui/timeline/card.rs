//! The card beside a mark under the pointer, and the marks' names.

use egui::{Rect, RichText, Tooltip, Ui};

use super::{TimelineCtx, TimelineState};
use crate::model::{Event, EventHead};
use crate::timeline::{Content, Mark};
use crate::ui::tokens::{serif_semibold, size, space};

/// The width of the card, in points.
const WIDTH: f32 = 300.0;
/// The most people that the card names.
const MAX_PEOPLE: usize = 8;
/// The most meetings that the card of several names.
const MAX_MEETINGS: usize = 6;

/// What a screen reader says of a mark, and a test finds it by.
pub fn mark_name(ctx: &TimelineCtx<'_>, mark: &Mark) -> String {
    let dataset = ctx.document.dataset();
    let Some(event) = dataset.event(mark.top()) else { return String::new() };
    let kind = dataset.kinds.get(event.kind.pos()).map_or("", |kind| kind.singular.as_str());
    match mark.content {
        Content::One(_) => format!("{}, {}, {kind}", event.title, event.when.words()),
        Content::Many { .. } => format!(
            "{} meetings, {}: {} and {} more",
            mark.count(),
            range_words(ctx, mark).unwrap_or_default(),
            event.title,
            mark.count() - 1
        ),
    }
}

/// From when to when the meetings of a mark took place.
fn range_words(ctx: &TimelineCtx<'_>, mark: &Mark) -> Option<String> {
    let Content::Many { first, end, .. } = mark.content else { return None };
    let lane = ctx.lanes.lanes.get(mark.lane)?;
    let words = |pos: usize| {
        let event = ctx.document.dataset().event(lane.event(pos)?)?;
        Some(event.when.words())
    };
    let (first, last) = (words(first)?, words(end - 1)?);
    Some(if first == last { first } else { format!("{first} to {last}") })
}

/// Shows the card of the mark under the pointer.
pub fn card_ui(ctx: &TimelineCtx<'_>, state: &mut TimelineState, mark: &Mark, rect: Rect, ui: &Ui) {
    let dataset = ctx.document.dataset();
    let Some(head) = dataset.event(mark.top()) else { return };
    if state.hovered.as_ref().map(|(ix, _)| *ix) != Some(mark.top()) {
        state.hovered = Some((mark.top(), ctx.document.event(mark.top())));
    }
    let event = state.hovered.as_ref().and_then(|(_, event)| event.as_ref());
    let anchor = mark.hit_rect().translate(rect.min.to_vec2());
    Tooltip::always_open(ui.ctx().clone(), ui.layer_id(), egui::Id::unique("card"), anchor)
        .gap(space::SMALL)
        .width(WIDTH)
        .show(|ui| {
            ui.set_max_width(WIDTH);
            match mark.content {
                Content::One(_) => meeting_card(ctx, head, event, ui),
                Content::Many { first, end, .. } => group_card(ctx, mark, first, end, ui),
            }
        });
}

fn meeting_card(ctx: &TimelineCtx<'_>, head: &EventHead, event: Option<&Event>, ui: &mut Ui) {
    let dataset = ctx.document.dataset();
    ui.spacing_mut().item_spacing.y = space::TIGHT;
    ui.label(RichText::new(shortened(&head.title)).font(serif_semibold(size::QUOTE)));
    let kind = dataset.kinds.get(head.kind.pos()).map_or("", |kind| kind.singular.as_str());
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
            let comma = if pos + 1 < participants.len() { ", " } else { "" };
            let text = format!("{}{comma}", shortened(&person.name));
            ui.label(RichText::new(text).color(ctx.tokens.side(person.side)));
        }
        if participants.len() > MAX_PEOPLE {
            ui.label(format!("and {} more", participants.len() - MAX_PEOPLE));
        }
    });
    let counts = [(head.quote_count as usize, "quote"), (head.issues.len(), "issue")];
    let counts: Vec<String> = counts
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, what)| format!("{count} {what}{}", if count == 1 { "" } else { "s" }))
        .collect();
    if !counts.is_empty() {
        ui.label(RichText::new(counts.join(" · ")).color(ctx.tokens.text_muted));
    }
}

fn group_card(ctx: &TimelineCtx<'_>, mark: &Mark, first: usize, end: usize, ui: &mut Ui) {
    ui.spacing_mut().item_spacing.y = space::TIGHT;
    let title = format!("{} meetings", mark.count());
    ui.label(RichText::new(title).font(serif_semibold(size::QUOTE)));
    if let Some(words) = range_words(ctx, mark) {
        ui.label(RichText::new(words).color(ctx.tokens.text_muted));
    }
    let Some(lane) = ctx.lanes.lanes.get(mark.lane) else { return };
    let shown = end.min(first + MAX_MEETINGS);
    for ix in lane.range(first, shown) {
        if let Some(event) = ctx.document.dataset().event(*ix) {
            ui.label(shortened(&event.title));
        }
    }
    let hint = match (end - shown, ctx.view.days() > 20.0) {
        (0, true) => "Click to zoom in on them".to_owned(),
        (0, false) => "Click to list them".to_owned(),
        (more, _) => format!("and {more} more · click to come closer"),
    };
    ui.label(RichText::new(hint).color(ctx.tokens.text_muted));
}

/// A text that can not fill the screen, whatever a file holds.
pub fn shortened(text: &str) -> String {
    const MAX_CHARS: usize = 160;
    match text.char_indices().nth(MAX_CHARS) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}
