//! What is said to those who do not see it happen: what was opened, selected and shown.
//! Counts, words at the foot of the window and errors are said where they stand.

use egui::Context;

use super::middle::page_name;
use super::{ReadoutApp, Session};
use crate::model::EventIx;
use crate::tr;
use crate::ui::page::PageKind;
use crate::ui::words::shortened;

/// What was told last, to tell only what is new.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Told {
    /// The dataset, and whether all of it is there.
    generation: Option<(u64, bool)>,
    page: Option<PageKind>,
    selection: Option<EventIx>,
}

impl ReadoutApp {
    /// Tells what is new since the last frame, and keeps in the tree what was told last.
    pub(super) fn announce(&mut self, ctx: &Context) {
        if let Some(session) = &self.tab.session {
            let now = Told {
                generation: Some((session.generation, !session.is_growing)),
                page: Some(session.place().page.kind()),
                selection: session.selection(),
            };
            let focus = ctx.memory(|memory| memory.focused());
            // On the timeline, the keyboard is at what is selected: that is told by itself.
            let is_heard = focus.is_some() && focus == self.tab.timeline.id();
            let text = words(session, self.told, now, is_heard);
            self.told = now;
            if let Some(text) = text {
                self.speaker.say(text);
            }
        }
        self.speaker.tell(ctx);
    }
}

/// The most important of what is new.
fn words(session: &Session, told: Told, now: Told, is_heard: bool) -> Option<String> {
    let dataset = session.document.dataset();
    if told.generation != now.generation && !session.is_growing {
        let name = shortened(&session.document.dataset().title);
        return Some(tr!("said-open", name = name, count = dataset.events.len()));
    }
    if told.selection != now.selection && !is_heard {
        return Some(match now.selection.and_then(|ix| dataset.event(ix)) {
            Some(event) => {
                tr!("said-selected", title = shortened(event.title), when = event.when.words(),)
            }
            None => tr!("said-nothing-selected").to_owned(),
        });
    }
    (told.page != now.page).then(|| tr!("said-page", name = page_name(&session.place().page)))
}
