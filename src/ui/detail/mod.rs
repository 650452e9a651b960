//! The pane beside the timeline: a meeting in full, or what the dataset is.
//!
//! One file a part, in the order in which they stand:
//!
//! ```text
//! header        title · date, kind, place · buttons
//! participants  in columns by side
//! prose         summary, background
//! around        the meetings before and after
//! issues        who raised what, and how the sides stood on it
//! quotes        cards; wording: original and variants; diff: what is marked in them
//! outcomes
//! sources       numbered; cite: the menu of citation styles
//! ```
//!
//! A part that has no data has no heading. Nothing here changes anything: what the
//! user asks for is pushed as an [`Action`]. What takes time is worked out once, in
//! [`Meeting`] and [`Introduction`], or once it is in view (diff). So that a frame
//! costs little whatever the file holds, long lists come in pages, texts beyond some
//! kilobytes are cut until the rest is asked for, and names, titles, roles and
//! captions are cut for good (`text::cut`).

mod around;
mod cite;
mod diff;
mod header;
mod issues;
mod legend;
mod outcomes;
mod participants;
mod prepared;
mod prose;
mod quotes;
mod sources;
mod welcome;
mod wording;

use egui::{Frame, Margin, ScrollArea, Ui};

pub(crate) use participants::other_names;
pub use prepared::{Introduction, Meeting};
pub(crate) use sources::named_link_ui;
pub(crate) use wording::{attribution_ui, note_ui, provenance_ui, words_ui};

use crate::export::clip::CopyChoice;
use crate::find::Needle;
use crate::load::Document;
use crate::model::EventIx;
use crate::tr;
use crate::ui::action::Action;
use crate::ui::text::{Ink, meeting_title, text_ui};
use crate::ui::tokens::{Tokens, space};

/// What all parts of the pane read.
pub struct DetailCtx<'a> {
    /// The open document.
    pub document: &'a Document,
    /// The colours in force.
    pub tokens: &'static Tokens,
    /// How the user wants to have what is copied.
    pub choice: CopyChoice,
    /// The words that are searched for: they are marked in quotes, and the first quote
    /// with them is brought into view.
    pub needles: &'a [Needle],
}

/// Shows a meeting. Scrolls by itself, and begins at the top whenever another
/// meeting is shown than in the last frame; the caller gives the whole pane, without
/// margins, on [`Tokens::canvas`].
pub fn meeting_ui(ctx: &DetailCtx<'_>, meeting: &Meeting, ui: &mut Ui, actions: &mut Vec<Action>) {
    page_ui(ctx, Some(meeting), ui, |ui, is_new| {
        header::header_ui(ctx, meeting, ui, actions);
        participants::participants_ui(ctx, meeting, ui, actions);
        prose::prose_ui(ctx, meeting, ui);
        around::around_ui(ctx, meeting, ui, actions);
        issues::issues_ui(ctx, meeting, ui, actions);
        quotes::quotes_ui(ctx, (meeting, is_new), ui, actions);
        outcomes::outcomes_ui(ctx, meeting, ui, actions);
        sources::sources_ui(ctx, meeting, ui, actions);
    });
}

/// Stands in for a meeting that is still being read: what is known of it without.
pub fn reading_ui(ctx: &DetailCtx<'_>, ix: EventIx, ui: &mut Ui) {
    let t = ctx.tokens;
    let Some(head) = ctx.document.dataset().event(ix) else { return };
    Frame::new().inner_margin(Margin::same(20)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        text_ui(ui, &meeting_title(head.title), &Ink::title(t));
        text_ui(ui, &head.when.words(), &Ink::body(t));
        ui.add_space(space::LARGE);
        let text = tr!("detail-reading", size = head.text().len().div_ceil(1_000));
        text_ui(ui, &text, &Ink::body(t).color(t.text_muted));
    });
}

/// Introduces the dataset, while no meeting is selected.
pub fn welcome_ui(
    ctx: &DetailCtx<'_>,
    introduction: &Introduction,
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    page_ui(ctx, None, ui, |ui, _| welcome::contents_ui(ctx, introduction, ui, actions));
}

/// Which page was shown last: the place of its document's text in memory, and the
/// meeting.
type Shown = (usize, Option<EventIx>);

/// Shows a page. `add` is told whether another one was shown in the last frame.
fn page_ui(
    ctx: &DetailCtx<'_>,
    meeting: Option<&Meeting>,
    ui: &mut Ui,
    add: impl FnOnce(&mut Ui, bool),
) {
    let id = ui.scope_id().with("detail page");
    let shown: Shown = (ctx.document.text().as_ptr().addr(), meeting.map(|meeting| meeting.ix));
    let is_new = ui.data_mut(|data| {
        let is_new = data.get_temp::<Shown>(id) != Some(shown);
        data.insert_temp(id, shown);
        is_new
    });
    // One id for all: egui keeps an offset for each id for ever.
    let mut area = ScrollArea::vertical().id_salt(id).auto_shrink(false);
    if is_new {
        area = area.vertical_scroll_offset(0.0);
    }
    area.show(ui, |ui| {
        // The sides are wide enough that the scroll bar covers no text.
        let margin = Margin { left: 20, right: 20, top: 20, bottom: 48 };
        Frame::new().inner_margin(margin).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 0.0;
            // What is unfolded in one meeting is not so in the next.
            let of = meeting.map(|meeting| (&meeting.event.id, meeting.ix));
            ui.push_id(of, |ui| add(ui, is_new));
        });
    });
}
