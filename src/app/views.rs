//! Places that are kept under a name.

use egui::Context;

use super::ReadoutApp;
use super::place::Change;
use super::saved::{SavedPlace, SavedView};

impl ReadoutApp {
    /// The positions among the settings' kept views of those that belong to the open
    /// dataset.
    fn own_views(&self) -> impl Iterator<Item = usize> {
        let key = self.session.as_ref().map(|session| session.origin.key());
        let views = self.settings.saved_views.iter().enumerate();
        views.filter(move |(_, view)| Some(&view.dataset) == key.as_ref()).map(|(pos, _)| pos)
    }

    /// The names of the open dataset's kept views.
    pub(super) fn view_names(&self) -> Vec<String> {
        let name = |pos: usize| self.settings.saved_views.get(pos).map(|view| view.name.clone());
        self.own_views().filter_map(name).collect()
    }

    pub(super) fn open_view(&mut self, ctx: &Context, pos: usize) {
        let view = self.own_views().nth(pos);
        let Some(view) = view.and_then(|pos| self.settings.saved_views.get(pos)).cloned() else {
            return;
        };
        let moment = self.moment(ctx);
        if let Some(session) = &mut self.session {
            let place = view.place.find(session.document.dataset());
            session.change(Change::Page, moment, |now| *now = place);
        }
    }

    pub(super) fn save_view(&mut self, ctx: &Context, name: String) {
        self.view_name = None;
        let Some(session) = &self.session else { return };
        let place = SavedPlace::of(session.place(), session.document.dataset());
        let dataset = session.origin.key();
        self.toast.say(ctx, format!("Saved as “{name}”"));
        self.settings.save_view(SavedView { name, dataset, place });
        // The palette looks them up anew.
        self.generation += 1;
    }

    pub(super) fn forget_view(&mut self, ctx: &Context, pos: usize) {
        let own = self.own_views().nth(pos);
        if let Some(pos) = own {
            let view = self.settings.saved_views.remove(pos);
            self.toast.say(ctx, format!("Forgot “{}”", view.name));
            self.generation += 1;
        }
    }
}
