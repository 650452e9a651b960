//! Links within the dataset: to meetings, people, and parts of time.

use egui::{Response, Ui};

use super::PageCtx;
use crate::date::Span;
use crate::model::{EventIx, PersonIx};
use crate::timeline::View;
use crate::tr;
use crate::ui::action::Action;
use crate::ui::page::Page;
use crate::ui::text::{Ink, bare_link_ui, cut, link_ui, meeting_title};

/// A meeting's title.
pub(crate) fn title_of<'a>(ctx: &PageCtx<'a>, ix: EventIx) -> std::borrow::Cow<'a, str> {
    let title = ctx.document.dataset().event(ix).map_or("", |head| head.title);
    meeting_title(title)
}

/// When a meeting was, for people.
pub(crate) fn date_of(ctx: &PageCtx<'_>, ix: EventIx) -> String {
    ctx.document.dataset().event(ix).map_or_else(String::new, |head| head.when.words())
}

/// "first 18–19 March 2021"; nothing where there is no meeting.
pub(crate) fn first_words(ctx: &PageCtx<'_>, ix: Option<EventIx>) -> String {
    ix.map_or_else(String::new, |ix| tr!("page-first", when = date_of(ctx, ix)))
}

/// "last 18–19 March 2021"; nothing where there is no meeting.
pub(crate) fn last_words(ctx: &PageCtx<'_>, ix: Option<EventIx>) -> String {
    ix.map_or_else(String::new, |ix| tr!("page-last", when = date_of(ctx, ix)))
}

/// "summit"
pub(crate) fn kind_of(ctx: &PageCtx<'_>, ix: EventIx) -> String {
    let dataset = ctx.document.dataset();
    let kind = dataset.event(ix).and_then(|head| dataset.kinds.get(head.kind.pos()));
    let kind = kind.filter(|kind| !kind.id.is_empty());
    kind.map_or_else(String::new, |kind| cut(kind.singular()).into_owned())
}

/// A meeting's title as a link that selects it.
pub(crate) fn meeting_ui(
    ctx: &PageCtx<'_>,
    ix: EventIx,
    ink: &Ink,
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) -> Response {
    let response = link_ui(ui, &title_of(ctx, ix), ink);
    if response.clicked() {
        actions.push(Action::Select(ix));
    }
    response
}

/// A person's name as a link to the person's page.
pub(crate) fn person_ui(
    ctx: &PageCtx<'_>,
    person: PersonIx,
    ink: &Ink,
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    let name = crate::export::words::person_name(ctx.document.dataset(), person);
    let name = if name.is_empty() { tr!("page-unnamed") } else { name };
    if bare_link_ui(ui, &cut(name), ink).clicked() {
        actions.push(Action::Go(Page::People(vec![person])));
    }
}

/// The part of time between two meetings, with both of them.
pub(crate) fn show_between(ctx: &PageCtx<'_>, after: EventIx, before: EventIx) -> Option<Action> {
    let dataset = ctx.document.dataset();
    let (after, before) = (dataset.event(after)?.when.span(), dataset.event(before)?.when.span());
    let view = View::around(Span { start: after.start, end: before.end.max(after.end) });
    Some(Action::Show { view, glide: true })
}
