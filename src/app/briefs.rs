//! The page in the middle as a text: copied, or saved as a brief.

use std::sync::Arc;
use std::time::Duration;

use eframe::Frame;
use egui::Context;

use super::ReadoutApp;
use super::background::Cancelled;
use super::saving::{self, Saved, Saving};
use super::studies::Study;
use crate::export::bibliography::{self, CitationStyle, SourceForm};
use crate::export::page::Page;
use crate::export::{accounts, cadence, comparison, list, matrix, people, thread};
use crate::load::Document;
use crate::model::SourceIx;
use crate::tr;
use crate::ui::dialogs::Fault;

/// What a text is made from, on a thread of its own.
struct Material {
    document: Arc<Document>,
    study: Arc<Study>,
    /// What the list was searched for.
    question: String,
    style: CitationStyle,
}

impl Material {
    /// The text; none where there is nothing to tell, or it was given up.
    fn page(&self, cancelled: Cancelled<'_>) -> Option<Page> {
        let (document, style) = (&*self.document, self.style);
        let dataset = document.dataset();
        match &*self.study {
            Study::Nothing | Study::Failed => None,
            Study::List(found) => Some(list::list(dataset, found.rows(), &self.question)),
            Study::Matrix(found) => matrix::matrix(document, found, style, cancelled),
            Study::Cadence(found) => Some(cadence::cadence(dataset, found)),
            Study::Thread(found, ..) => thread::thread(document, found, style, cancelled),
            Study::People(found, _) => people::people(document, found, style, cancelled),
            Study::Accounts(found) => {
                Some(accounts::accounts(dataset, found.ix, &found.event, &found.accounts, style))
            }
            Study::Compare(found) => Some(comparison::comparison(dataset, found, style)),
        }
    }
}

impl ReadoutApp {
    fn material(&self) -> Option<Material> {
        let session = self.tab.session.as_ref()?;
        Some(Material {
            document: Arc::clone(&session.document),
            study: session.shared_study(),
            question: session.place().query.clone(),
            style: self.settings.copy.style,
        })
    }

    /// Copies what the page shows, once it is written out.
    pub(super) fn copy_page(&mut self, ctx: &Context) {
        let Some(material) = self.material() else { return };
        let format = self.settings.copy.format;
        self.copying.start(ctx, move |cancelled| {
            material.page(cancelled).map(|page| (page.clip(format), tr!("app-page")))
        });
        self.begin_copying(ctx);
    }

    /// Copies sources in a form: many take longer than a frame has.
    pub(super) fn cite(&mut self, ctx: &Context, sources: Vec<SourceIx>, form: SourceForm) {
        let Some(session) = &self.tab.session else { return };
        let (document, format) = (Arc::clone(&session.document), self.settings.copy.format);
        self.copying.start(ctx, move |_| {
            let clip = bibliography::sources(document.dataset(), &sources, form, format);
            Some((clip, form.what()))
        });
        self.begin_copying(ctx);
    }

    /// Copies at once what is written out at once; thousands of citations take seconds, in
    /// which it must be seen that they come.
    pub(super) fn begin_copying(&mut self, ctx: &Context) {
        self.poll_copying(ctx, super::filtering::PATIENCE);
        if self.copying.is_busy() {
            self.toast.say(ctx, tr!("app-copying"));
        }
    }

    pub(super) fn poll_copying(&mut self, ctx: &Context, patience: Duration) {
        if let Some((clip, what)) = self.copying.poll(patience) {
            self.clipboard.put(ctx, clip);
            self.toast.say(ctx, tr!("app-copied", what = what));
        }
    }

    /// Asks where to save the page as a brief, and saves it.
    pub(super) fn save_brief(&mut self, ctx: &Context, frame: Option<&Frame>) {
        if self.saving.is_some() {
            self.toast.say(ctx, tr!("app-saving-already"));
            return;
        }
        let (Some(material), Some(session)) = (self.material(), &self.tab.session) else { return };
        let title = session.page_title();
        let name = saving::file_name(&title, "md");
        let make = move || material.page(&|| false).map(|page| page.markdown());
        self.saving = Some(Saving::start(ctx, frame, tr!("app-brief"), &name, make));
    }

    pub(super) fn poll_saving(&mut self, ctx: &Context) {
        let Some(saving) = &self.saving else { return };
        let what = saving.what();
        match saving.poll() {
            Saved::Pending => return,
            Saved::There(path) => {
                let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
                let folder = path.parent().map_or_else(String::new, |it| it.display().to_string());
                let folder = crate::model::one_line(&folder, 60);
                self.toast.say(ctx, tr!("app-saved", what = what, name = name, folder = folder));
            }
            Saved::Nothing => {}
            Saved::NoDialog => {
                self.fail(tr!("app-no-save-dialog"), tr!("app-no-save-dialog-help").to_owned());
            }
            Saved::Failed(error) => self.fail(tr!("app-brief-not-saved"), error.to_string()),
            Saved::Lost => {
                self.fail(tr!("app-brief-not-saved"), tr!("app-saving-lost").to_owned());
            }
        }
        self.saving = None;
    }

    fn fail(&mut self, heading: &str, text: String) {
        self.fault = Some(Fault { heading: heading.to_owned(), text, can_retry: false });
    }
}
