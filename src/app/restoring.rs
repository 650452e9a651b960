//! What was open when the program ended is open again when it starts.

use std::path::PathBuf;
use std::thread;
use std::time::{Duration, Instant};

use egui::Context;

use super::loading::Origin;
use super::saved::SavedTab;
use super::tab::Tab;
use super::{Kept, ReadoutApp};

/// How soon a change is noted: the settings are not compared at each turn of a wheel.
const SOON: Duration = Duration::from_secs(2);

/// What is read first: the first of the files that were asked for, or what was shown
/// last, or the bundled dataset. Nothing, where the user is to be asked first.
pub fn first_origin(kept: &Kept, files: &[PathBuf]) -> Option<Origin> {
    if let Some(file) = files.first() {
        return Some(Origin::File(file.clone()));
    }
    if !kept.offered().is_empty() {
        return None;
    }
    let tabs = kept.last_open();
    let shown = tabs.get(kept.settings().shown_tab).or(tabs.first());
    Some(shown.map_or(Origin::Bundled, |tab| tab.origin.clone()))
}

impl ReadoutApp {
    /// Opens what was open last, unless that is offered. It is read when it is shown; what
    /// is gone is told of.
    pub(super) fn restore_tabs(&mut self, ctx: &Context) {
        if !self.keeper.keeps_session() || !self.starting.offered().is_empty() {
            return;
        }
        let tabs = self.settings.open_tabs();
        let file = |tab: &SavedTab| match &tab.origin {
            Origin::File(path) => Some(path.clone()),
            Origin::Bundled => None,
        };
        let files: Vec<PathBuf> = tabs.iter().filter_map(file).collect();
        self.put_tabs(tabs, self.settings.shown_tab);
        // To look for files may take a while where they lie on a network.
        self.missing.start(ctx, move |_| {
            let is_missing = |path: &PathBuf| !path.is_file();
            Some(files.into_iter().filter(is_missing).collect())
        });
    }

    /// Puts tabs behind those that are there, unread, and shows the one at a position
    /// among them.
    pub(super) fn put_tabs(&mut self, tabs: Vec<SavedTab>, shown: usize) {
        let mut ids = Vec::new();
        for SavedTab { origin, place } in tabs {
            let newest = self.last_tab;
            let id = self.tab_of(origin);
            if id > newest {
                self.show_only(id);
                (self.tab.waits, self.tab.goes_to) = (false, place);
            }
            ids.push(id);
        }
        if let Some(id) = ids.get(shown).or(ids.last()) {
            self.show_only(*id);
        }
    }

    /// Lets the tabs tell that their files are gone.
    pub(super) fn poll_missing(&mut self, ctx: &Context) {
        let Some(missing) = self.missing.poll(Duration::ZERO) else { return };
        let is_missing = |tab: &Tab| match &tab.origin {
            Some(Origin::File(path)) => missing.contains(path),
            _ => false,
        };
        for tab in self.others.iter_mut().filter(|tab| tab.is_unread() && is_missing(tab)) {
            // To read it says why it can not be read.
            tab.waits = true;
            ctx.request_repaint();
        }
    }

    /// Notes soon what is open, and where in it one is.
    pub(super) fn note_tabs_soon(&mut self, ctx: &Context) {
        if self.keeper.keeps_session() && self.noting.is_none() {
            self.noting = Some(Instant::now() + SOON);
            ctx.request_repaint_after(SOON);
        }
    }

    /// Notes what is open where that is due.
    pub(super) fn poll_noting(&mut self, ctx: &Context) {
        let Some(due) = self.noting else { return };
        let left = due.saturating_duration_since(Instant::now());
        if left.is_zero() {
            self.noting = None;
            self.note_tabs();
        } else {
            ctx.request_repaint_after(left);
        }
    }

    /// Notes what is open, to be opened at the next start.
    fn note_tabs(&mut self) {
        let open = |tab: &Tab| {
            let origin = tab.origin.clone()?;
            Some(SavedTab { origin, place: tab.place() })
        };
        let tabs: Vec<SavedTab> = if self.settings.restores_tabs {
            // What is offered is neither open nor given up.
            let offered = self.starting.offered().iter().cloned();
            offered.chain(self.others.row(&self.tab).filter_map(open)).collect()
        } else {
            Vec::new()
        };
        let shown = self.starting.shown().unwrap_or(self.others.position());
        self.settings.keep_open_tabs(&tabs, shown);
    }

    /// Notes what is open at the end of the program.
    pub(super) fn note_tabs_at_end(&mut self) {
        // After a panic, what was noted last has to do.
        if self.keeper.keeps_session() && !thread::panicking() {
            self.note_tabs();
        }
    }

    /// Opens what was open last at each start, or not; then it is forgotten, too.
    pub(super) fn toggle_restoring(&mut self) {
        self.settings.restores_tabs = !self.settings.restores_tabs;
        if self.keeper.keeps_session() || !self.settings.restores_tabs {
            self.note_tabs();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::Kept;
    use crate::app::loading::Loading;
    use crate::ui::action::Action;
    use crate::ui::command::Command;

    /// A folder with made-up files of so many meetings.
    fn files(counts: &[usize]) -> (tempfile::TempDir, Vec<PathBuf>) {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let write = |(pos, count): (usize, &usize)| {
            let meeting =
                |n| format!(r#"{{"id": "m{n}", "title": "Talks {n}", "start": "199{n}"}}"#);
            let meetings: Vec<String> = (0..*count).map(meeting).collect();
            let path = folder.path().join(format!("{pos}.json"));
            let text = format!(r#"{{"events": [{}]}}"#, meetings.join(","));
            std::fs::write(&path, text).expect("the test's own");
            path
        };
        let paths = counts.iter().enumerate().map(write).collect();
        (folder, paths)
    }

    /// The program as it starts with its settings in a folder.
    fn start(ctx: &Context, folder: &tempfile::TempDir, files: &[PathBuf]) -> ReadoutApp {
        let kept = Kept::read(folder.path().join("settings.json"));
        let kept = kept.attempting(folder.path().join("opening.json"), files);
        let origin = first_origin(&kept, files);
        let loading = origin.map(|origin| Loading::start(origin, kept.settings().lanes));
        let mut app = ReadoutApp::new(ctx, kept, files.to_vec(), loading);
        settle(ctx, &mut app);
        app
    }

    fn settle(ctx: &Context, app: &mut ReadoutApp) {
        let since = Instant::now();
        while app.is_loading() || app.missing.is_busy() {
            assert!(since.elapsed() < Duration::from_secs(30));
            app.poll_loading(ctx, Duration::from_millis(10));
            app.poll_missing(ctx);
        }
    }

    fn names(app: &ReadoutApp) -> Vec<String> {
        app.tab_items().into_iter().map(|tab| tab.name).collect()
    }

    fn selected(app: &ReadoutApp) -> Option<&str> {
        let session = app.session()?;
        session.document.dataset().event(session.selection()?).map(|event| event.id)
    }

    #[test]
    fn what_was_open_is_open_again_where_one_was() {
        let (folder, paths) = files(&[3, 5, 4]);
        let ctx = Context::default();
        let mut app = start(&ctx, &folder, &paths);
        assert_eq!(names(&app), ["0", "1", "2"], "with files at the first start, these alone");
        app.select_by_id("m1");
        app.act(&ctx, None, Action::Run(Command::NextTab));
        // It may not be read yet.
        settle(&ctx, &mut app);
        app.select_by_id("m4");
        app.act(&ctx, None, Action::Run(Command::ShowList));
        let place = app.session().map(|session| session.place().clone());
        drop(app);
        let mut app = start(&ctx, &folder, &[]);
        assert_eq!(
            (names(&app), app.others.position()),
            (vec!["0".into(), "1".into(), "2".into()], 1)
        );
        assert_eq!(app.session().map(|session| session.place().clone()), place);
        // The others are read when they are shown.
        assert_eq!(app.others.row(&app.tab).filter(|tab| tab.is_unread()).count(), 2);
        app.act(&ctx, None, Action::Run(Command::PreviousTab));
        settle(&ctx, &mut app);
        assert_eq!(selected(&app), Some("m1"));
    }

    #[test]
    fn files_that_are_asked_for_open_besides_and_the_first_of_them_is_shown() {
        let (folder, paths) = files(&[3, 5, 4]);
        let ctx = Context::default();
        drop(start(&ctx, &folder, &paths[..1]));
        let app = start(&ctx, &folder, &paths[1..]);
        assert_eq!(
            (names(&app), app.others.position()),
            (vec!["0".into(), "1".into(), "2".into()], 1)
        );
        drop(app);
        // One that was open already is not open twice.
        let app = start(&ctx, &folder, &paths[2..]);
        assert_eq!((names(&app).len(), app.others.position()), (3, 2));
    }

    #[test]
    fn a_file_that_is_gone_is_told_of_in_its_tab_and_the_others_open() {
        let (folder, paths) = files(&[3, 5, 4]);
        let ctx = Context::default();
        drop(start(&ctx, &folder, &paths));
        std::fs::remove_file(&paths[2]).expect("the test's own");
        let mut app = start(&ctx, &folder, &[]);
        assert_eq!(app.fault(), None, "the one that is shown is there");
        let troubles = app.others.row(&app.tab).filter(|tab| tab.trouble.is_some()).count();
        assert_eq!(troubles, 1);
        app.act(&ctx, None, Action::Run(Command::PreviousTab));
        let fault = app.fault().map(|fault| fault.text.as_str()).unwrap_or_default();
        assert!(fault.contains("does not exist"), "{fault}");
    }

    #[test]
    fn who_does_not_want_it_begins_anew_and_nothing_of_it_is_kept() {
        let (folder, paths) = files(&[3]);
        let ctx = Context::default();
        let mut app = start(&ctx, &folder, &paths);
        app.act(&ctx, None, Action::Run(Command::ToggleRestoring));
        drop(app);
        let text = std::fs::read_to_string(folder.path().join("settings.json"));
        let settings = Kept::read(folder.path().join("settings.json"));
        assert!(text.is_ok() && settings.settings().open_tabs.is_empty());
        let app = start(&ctx, &folder, &[]);
        assert_eq!((app.tab_count(), app.tab.origin.clone()), (1, Some(Origin::Bundled)));
    }

    #[test]
    fn what_a_newer_program_wrote_or_nobody_can_read_spoils_nothing() {
        let (folder, paths) = files(&[3]);
        let ctx = Context::default();
        drop(start(&ctx, &folder, &paths));
        let path = folder.path().join("settings.json");
        let mut app = ReadoutApp::empty(&ctx, Kept::read(path.clone()));
        app.settings.open_tabs.insert(0, "{\"origin\": \"Cloud\"}".to_owned());
        app.settings.shown_tab = 77;
        assert_eq!(first_origin(&Kept::read(path), &[]), Some(Origin::File(paths[0].clone())));
        app.restore_tabs(&ctx);
        assert_eq!(names(&app), ["0"]);
    }

    #[test]
    fn to_close_a_tab_behind_the_shown_one_reads_none() {
        let (folder, paths) = files(&[3, 5, 4]);
        let ctx = Context::default();
        drop(start(&ctx, &folder, &paths));
        let mut app = start(&ctx, &folder, &[]);
        let second = app.tab_items()[1].id;
        app.act(&ctx, None, Action::CloseTab(second));
        assert_eq!((names(&app), app.others.position()), (vec!["0".into(), "2".into()], 0));
        assert!(app.others.iter_mut().all(|tab| tab.is_unread() && !tab.waits));
    }

    #[test]
    fn what_opens_in_the_background_is_noted_though_nothing_is_done() {
        let (folder, paths) = files(&[3, 5]);
        let ctx = Context::default();
        let mut app = start(&ctx, &folder, &paths[..1]);
        app.noting = None;
        app.open_others(&ctx, vec![paths[1].clone(), folder.path().join("gone.json")]);
        settle(&ctx, &mut app);
        app.noting = app.noting.map(|_| Instant::now());
        app.poll_noting(&ctx);
        assert_eq!(app.settings.open_tabs().len(), 3);
    }

    /// The program ends without a word, as by a defect.
    fn die(app: ReadoutApp) {
        std::mem::forget(app);
    }

    #[test]
    fn what_a_start_could_not_open_is_not_opened_again_but_offered() {
        let (folder, paths) = files(&[3, 5, 4]);
        let ctx = Context::default();
        let mut app = start(&ctx, &folder, &paths[..2]);
        app.select_by_id("m1");
        drop(app);
        die(start(&ctx, &folder, &paths[2..]));
        // Nothing of it is open, and nothing is forgotten, however often one starts.
        for _ in 0..2 {
            let app = start(&ctx, &folder, &[]);
            assert_eq!((app.tab_count(), app.starting.offered().len()), (0, 3));
            drop(app);
        }
        die(start(&ctx, &folder, &[]));
        let mut app = start(&ctx, &folder, &[]);
        app.act(&ctx, None, Action::AnswerOffer { opens: true });
        settle(&ctx, &mut app);
        assert_eq!(
            (names(&app), selected(&app)),
            (vec!["0".into(), "1".into(), "2".into()], Some("m1"))
        );
        drop(app);
        let app = start(&ctx, &folder, &[]);
        assert_eq!((app.tab_count(), app.starting.offered().len()), (3, 0), "it came through");
    }

    #[test]
    fn what_is_offered_and_not_wanted_can_be_opened_one_by_one() {
        let (folder, paths) = files(&[3, 5, 4]);
        let ctx = Context::default();
        drop(start(&ctx, &folder, &paths[..2]));
        die(start(&ctx, &folder, &[]));
        // A file that is asked for opens all the same, and leaves the offer as it is.
        let mut app = start(&ctx, &folder, &paths[2..]);
        assert_eq!((names(&app), app.starting.offered().len()), (vec!["2".into()], 2));
        drop(app);
        app = start(&ctx, &folder, &[]);
        assert_eq!(app.starting.offered().len(), 3);
        app.act(&ctx, None, Action::AnswerOffer { opens: false });
        settle(&ctx, &mut app);
        assert_eq!((app.tab_count(), app.tab.origin.clone()), (1, Some(Origin::Bundled)));
        assert!(paths.iter().all(|path| app.settings.recent.contains(path)));
        app.act(&ctx, None, Action::Run(Command::ReopenTab));
        settle(&ctx, &mut app);
        assert_eq!(app.tab.origin, Some(Origin::File(paths[0].clone())));
        drop(app);
        let app = start(&ctx, &folder, &[]);
        assert_eq!((app.tab_count(), app.starting.offered().len()), (2, 0));
    }

    #[test]
    fn a_start_has_come_through_when_all_has_been_shown_for_a_while() {
        let (folder, paths) = files(&[3]);
        let ctx = Context::default();
        let mut app = start(&ctx, &folder, &paths);
        let marker = folder.path().join("opening.json");
        app.poll_starting(&ctx);
        assert!(marker.exists());
        let since = Instant::now();
        while marker.exists() {
            assert!(since.elapsed() < Duration::from_secs(30));
            std::thread::sleep(Duration::from_millis(20));
            app.poll_starting(&ctx);
        }
        die(app);
        assert_eq!(start(&ctx, &folder, &[]).starting.offered().len(), 0);
    }

    #[test]
    fn a_copy_beside_another_neither_opens_what_is_open_there_nor_forgets_it() {
        let (folder, paths) = files(&[3, 4]);
        let ctx = Context::default();
        drop(start(&ctx, &folder, &paths[..1]));
        let read = || Kept::read(folder.path().join("settings.json"));
        let kept = read().without_session();
        assert_eq!(first_origin(&kept, &[]), Some(Origin::Bundled));
        let origin = first_origin(&kept, &paths[1..]).expect("nothing is offered");
        let loading = Loading::start(origin, kept.settings().lanes);
        let app = ReadoutApp::new(&ctx, kept, paths[1..].to_vec(), loading);
        assert_eq!(app.tab_count(), 1);
        drop(app);
        let left = read().settings().open_tabs();
        let left: Vec<_> = left.into_iter().map(|tab| tab.origin).collect();
        assert_eq!(left, [Origin::File(paths[0].clone())]);
    }
}
