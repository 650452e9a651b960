//! Places that are kept under a name.

use std::sync::Arc;

use egui::Context;

use super::ReadoutApp;
use super::place::Change;
use super::saved::{SavedPlace, SavedView};
use crate::tr;

impl ReadoutApp {
    /// The views that are kept of the open dataset.
    pub fn views(&self) -> Vec<SavedView> {
        let session = self.tab.session.as_ref();
        session.map_or_else(Vec::new, |session| self.settings.views_of(&session.origin.key()))
    }

    /// Their names; looked up when they may have changed, since that reads all views.
    pub(super) fn view_names(&mut self) -> Arc<[String]> {
        if self.tab.view_names.0 != Some(self.generation) {
            let names = self.views().into_iter().map(|view| view.name).collect();
            self.tab.view_names = (Some(self.generation), names);
        }
        Arc::clone(&self.tab.view_names.1)
    }

    pub(super) fn open_view(&mut self, ctx: &Context, pos: usize) {
        let Some(view) = self.views().into_iter().nth(pos) else { return };
        let moment = self.moment(ctx);
        let Some(session) = &mut self.tab.session else { return };
        let dataset = session.document.dataset();
        let place = view.place.find(dataset);
        if SavedPlace::of(&place, dataset) != view.place {
            self.toast.say(ctx, tr!("app-view-incomplete"));
        }
        session.change(Change::Page, moment, |now| *now = place);
    }

    pub(super) fn save_view(&mut self, ctx: &Context, name: String) {
        self.tab.view_name = None;
        let Some(session) = &self.tab.session else { return };
        let place = SavedPlace::of(session.place(), session.document.dataset());
        let dataset = session.origin.key();
        self.toast.say(ctx, tr!("app-view-saved", name = name.as_str()));
        self.settings.save_view(&SavedView { name, dataset, place });
        // Menu and palette look them up anew.
        self.generation += 1;
    }

    pub(super) fn forget_view(&mut self, ctx: &Context, pos: usize) {
        if let Some(view) = self.views().into_iter().nth(pos) {
            self.settings.forget_view(&view);
            self.toast.say(ctx, tr!("app-view-forgotten", name = view.name.as_str()));
            self.generation += 1;
        }
    }
}
