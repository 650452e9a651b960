//! The tabs: which one is shown, which are closed and come back.

use std::path::Path;

use egui::Context;

use super::ReadoutApp;
use super::background::let_go;
use super::loading::Origin;
use super::saved::SavedPlace;
use super::tab::Tab;
use crate::tr;
use crate::ui::tabbar::{TabId, TabItem};

/// How many tabs are read at once, beside the one that is shown: each takes memory and
/// time from the others.
const MOST_AT_ONCE: usize = 3;
/// How many closed tabs can be opened again.
const MOST_CLOSED: usize = 25;

/// A tab that was closed, to be opened where it was.
pub struct ClosedTab {
    pub(super) origin: Origin,
    pub(super) place: Option<SavedPlace>,
    pub(super) position: usize,
}

impl ReadoutApp {
    /// How many tabs there are; the empty one counts as none.
    pub fn tab_count(&self) -> usize {
        if self.tab.origin.is_none() { 0 } else { self.others.len() + 1 }
    }

    /// The tabs in their order, as the bar shows them.
    pub fn tab_items(&self) -> Vec<TabItem> {
        let tabs: Vec<&Tab> = self.others.row(&self.tab).collect();
        let names: Vec<String> = tabs.iter().map(|tab| short_name(tab)).collect();
        let is_repeated = |name: &String| names.iter().filter(|other| *other == name).count() > 1;
        let items = tabs.iter().zip(&names).map(|(tab, name)| TabItem {
            id: tab.id,
            name: match folder(tab).filter(|_| is_repeated(name)) {
                Some(folder) => tr!("tab-in-folder", name = name.as_str(), folder = folder),
                None => name.clone(),
            },
            path: match &tab.origin {
                Some(Origin::File(path)) => path.display().to_string(),
                _ => tab.name(),
            },
            state: tab.state(),
            is_shown: tab.id == self.tab.id,
        });
        items.collect()
    }

    /// Shows the tab of a dataset; a new one, which is read then, unless it is open.
    pub(super) fn open_origin(&mut self, ctx: &Context, origin: Origin) {
        let newest = self.last_tab;
        let id = self.tab_of(origin);
        self.show_opened(ctx, id, newest);
    }

    /// Shows a tab that was opened, or was open; it is new if it came after `newest`.
    pub(super) fn show_opened(&mut self, ctx: &Context, id: TabId, newest: TabId) {
        let from = self.tab.id;
        self.show_tab(ctx, id);
        self.tab.opened_from = (id > newest && id != from).then_some(from);
    }

    /// The tab of a dataset; a new one at the end, to be read, unless it is open.
    pub(super) fn tab_of(&mut self, origin: Origin) -> TabId {
        let is_it = |tab: &&mut Tab| tab.origin.as_ref() == Some(&origin);
        let shown = std::iter::once(&mut self.tab);
        if let Some(tab) = shown.chain(self.others.iter_mut()).find(is_it) {
            // Who opens it once more wants it to be tried once more.
            tab.waits |= tab.trouble.is_some() || tab.is_unread();
            return tab.id;
        }
        self.last_tab.0 += 1;
        let tab = Tab { waits: true, ..Tab::new(self.last_tab, origin) };
        if self.tab.origin.is_none() {
            self.tab = tab;
        } else {
            self.others.push(tab);
        }
        self.last_tab
    }

    /// Shows a tab.
    pub(super) fn show_tab(&mut self, ctx: &Context, id: TabId) {
        // Who leaves it has done something else since it was opened.
        self.tab.opened_from = None;
        self.show_only(id);
        self.has_shown_tab(ctx);
    }

    /// Shows the tab after the shown one, or before it; from the last one the first.
    pub(super) fn walk_tabs(&mut self, ctx: &Context, forward: bool) {
        let count = self.others.len() + 1;
        let step = if forward { 1 } else { count - 1 };
        let position = (self.others.position() + step) % count;
        self.tab.opened_from = None;
        self.others.show(&mut self.tab, position);
        self.has_shown_tab(ctx);
    }

    /// What another tab in front changes beside it.
    pub(super) fn has_shown_tab(&mut self, ctx: &Context) {
        // Menu and palette look things up anew.
        self.generation += 1;
        self.palette.is_open = false;
        egui::Popup::close_all(ctx);
        // A field that was being typed in belongs to the other dataset.
        if let Some(focused) = ctx.memory(|memory| memory.focused()) {
            ctx.memory_mut(|memory| memory.surrender_focus(focused));
        }
        if self.tab.trouble.is_some() {
            self.toast.clear();
        }
        self.tab.waits |= self.tab.is_unread();
        self.load_waiting(ctx);
        self.note_tabs_soon(ctx);
        ctx.request_repaint();
    }

    /// Begins to read what is to be read, a few at once.
    pub(super) fn load_waiting(&mut self, ctx: &Context) {
        let lanes = self.settings.lanes;
        if self.tab.waits {
            self.tab.load(ctx, lanes);
        }
        let mut under_way = self.others.iter_mut().filter(|tab| tab.loading.is_some()).count();
        for tab in self.others.iter_mut().filter(|tab| tab.waits) {
            if under_way < MOST_AT_ONCE {
                tab.load(ctx, lanes);
                under_way += 1;
            }
        }
    }

    /// Closes a tab, which can be opened again. After the shown one, that is shown from which
    /// it was opened, or the next.
    pub(super) fn close_tab(&mut self, ctx: &Context, id: TabId) {
        let shown = self.tab.id;
        self.show_only(id);
        if self.tab.id != id {
            return;
        }
        if let Some(origin) = self.tab.origin.clone() {
            let (place, position) = (self.tab.place(), self.others.position());
            self.put_closed(ClosedTab { origin, place, position });
        }
        let from = self.tab.opened_from;
        // With its dataset: to free that takes longer than a frame has.
        let_go(match self.others.take_shown(&mut self.tab) {
            Some(tab) => tab,
            None => std::mem::take(&mut self.tab),
        });
        if shown != id {
            // What is beside it has been in front for nobody, and need not be read.
            self.show_only(shown);
            return;
        }
        if let Some(from) = from {
            self.show_only(from);
        }
        self.has_shown_tab(ctx);
    }

    /// Keeps what is needed to open a closed tab again.
    pub(super) fn put_closed(&mut self, tab: ClosedTab) {
        self.closed.push(tab);
        let surplus = self.closed.len().saturating_sub(MOST_CLOSED);
        self.closed.drain(..surplus);
    }

    /// Brings a tab to the front without reading it.
    pub(super) fn show_only(&mut self, id: TabId) {
        let position = self.others.row(&self.tab).position(|tab| tab.id == id);
        if let Some(position) = position {
            self.others.show(&mut self.tab, position);
        }
    }

    /// Opens the tab again that was closed last, where it was.
    pub(super) fn reopen_tab(&mut self, ctx: &Context) {
        let Some(ClosedTab { origin, place, position }) = self.closed.pop() else { return };
        let count = self.tab_count();
        let id = self.tab_of(origin);
        self.show_only(id);
        if self.tab_count() > count {
            self.tab.goes_to = place;
            if let Some(tab) = self.others.take_shown(&mut self.tab) {
                self.others.insert(&mut self.tab, position, tab);
            }
        }
        self.has_shown_tab(ctx);
    }
}

/// What a tab is called in the bar.
fn short_name(tab: &Tab) -> String {
    match &tab.origin {
        Some(Origin::Bundled) => tr!("tab-bundled").to_owned(),
        _ => {
            let name = tab.name();
            let ending = [".readout.json", ".json"].into_iter().find(|it| name.ends_with(it));
            let stem = ending.and_then(|ending| name.strip_suffix(ending));
            stem.filter(|stem| !stem.is_empty()).unwrap_or(&name).to_owned()
        }
    }
}

/// The name of the folder in which a tab's file lies.
fn folder(tab: &Tab) -> Option<String> {
    let Some(Origin::File(path)) = &tab.origin else { return None };
    let folder = path.parent().and_then(Path::file_name)?;
    Some(folder.to_string_lossy().into_owned())
}
