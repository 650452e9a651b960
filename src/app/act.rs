//! The one place where the state changes by the user's will.

use std::sync::Arc;

use eframe::Frame;
use egui::{Context, OpenUrl, ThemePreference, ViewportCommand};

use super::loading::{Choosing, Origin};
use super::place::{Change, Place};
use super::session::{Moment, is_light};
use super::studies::Study;
use super::{ReadoutApp, Session};
use crate::export;
use crate::find::{self, QueryEdit};
use crate::model::EventIx;
use crate::timeline::View;
use crate::tr;
use crate::ui::access;
use crate::ui::action::Action;
use crate::ui::command::Command;
use crate::ui::page::Page;
use crate::ui::pages::wordings::OpenWordings;
use crate::ui::theme;

/// How much one step of the keyboard magnifies.
const ZOOM_STEP: f64 = 1.6;
/// How much of the view one step of the keyboard moves.
const PAN_STEP: f64 = 0.2;

impl ReadoutApp {
    /// Carries an action out.
    pub(super) fn act(&mut self, ctx: &Context, frame: Option<&Frame>, action: Action) {
        match action {
            Action::Run(command) => self.run(ctx, frame, command),
            Action::Select(event) => self.select(ctx, Some(event), Change::Selection),
            Action::Find(event) => {
                let moment = self.moment(ctx);
                if let Some(session) = &mut self.tab.session {
                    session.find(event, moment);
                }
                self.open_detail();
            }
            Action::Show { view, glide } => {
                self.show(ctx, view, if glide { Change::Jump } else { Change::Move });
            }
            Action::Go(page) => self.go(ctx, page),
            Action::Query(query) => self.change(ctx, Change::Query, |place| place.query = query),
            Action::Edit(edit) => self.edit_query(ctx, &edit),
            Action::Type(query) => self.change(ctx, Change::Typing, |place| place.query = query),
            Action::Sort(order) => self.change(ctx, Change::Page, |place| place.list_order = order),
            Action::ToggleCompared(event) => self.toggle_compared(ctx, event),
            Action::OpenView(_) if self.is_growing() => self.say_still_reading(ctx),
            Action::OpenView(pos) => self.open_view(ctx, pos),
            Action::SaveView(name) => self.save_view(ctx, name),
            Action::ForgetView(pos) => self.forget_view(ctx, pos),
            Action::CancelSaveView => self.tab.view_name = None,
            Action::MatrixChoice(choice) => {
                self.change(ctx, Change::Page, |place| place.matrix = choice);
            }
            Action::CompareWordings { event, quote } => {
                // Asked from the pane of the meeting, which has read it.
                let selected = self.tab.session.as_ref().and_then(Session::selected_meeting);
                let meeting = selected.filter(|meeting| meeting.ix == event);
                let open = meeting.and_then(|it| OpenWordings::of(&it.event, event, quote));
                self.tab.page_states.wordings.open = open;
            }
            Action::OpenPath(path) => self.open_files(ctx, vec![path]),
            Action::GoToTab(id) => self.show_tab(ctx, id),
            Action::CloseTab(id) => self.close_tab(ctx, id),
            Action::ShowTrouble => self.fault.clone_from(&self.tab.trouble),
            Action::ForgetRecent => self.settings.recent.clear(),
            Action::Copy { clip, what } => {
                self.clipboard.put(ctx, clip);
                self.toast.say(ctx, tr!("app-copied", what = what));
            }
            Action::CiteSources { sources, form } => self.cite(ctx, sources, form),
            Action::Browse(url) => self.browse(ctx, &url),
            Action::CancelLoading => self.stop_loading(ctx),
            Action::DismissError => self.dismiss_fault(ctx),
            Action::AnswerOffer { opens } => self.answer_offer(ctx, opens),
        }
        self.note_tabs_soon(ctx);
        ctx.request_repaint();
    }

    /// What is said where only all of a file will do.
    fn say_still_reading(&mut self, ctx: &Context) {
        self.toast.say(ctx, tr!("app-still-reading"));
    }

    fn run(&mut self, ctx: &Context, frame: Option<&Frame>, command: Command) {
        if !command.is_available(&self.environment()) {
            if let Some(reason) = command.missing() {
                self.toast.say(ctx, reason);
            }
            return;
        }
        // What is taken away would state of a part what holds of all.
        let takes_away = matches!(
            command,
            Command::CopyPage | Command::CopyMeeting | Command::SaveBrief | Command::SaveView
        );
        if takes_away && self.is_growing() {
            self.say_still_reading(ctx);
            return;
        }
        match command {
            // One dialog at a time.
            Command::Open if self.choosing.is_some() => {}
            Command::Open => self.choosing = Some(Choosing::start(ctx, frame)),
            Command::OpenBundled => self.open_origin(ctx, Origin::Bundled),
            Command::Reload => {
                self.fault = None;
                self.tab.load(ctx, self.settings.lanes);
            }
            Command::ToggleRestoring => self.toggle_restoring(),
            Command::CloseTab => self.close_tab(ctx, self.tab.id),
            Command::ReopenTab => self.reopen_tab(ctx),
            Command::NextTab | Command::PreviousTab => {
                self.walk_tabs(ctx, command == Command::NextTab);
            }
            Command::Quit => ctx.send_viewport_cmd(ViewportCommand::Close),
            Command::CopyMeeting => self.copy_meeting(ctx),
            Command::CopyPage => self.copy_page(ctx),
            Command::SaveBrief => self.save_brief(ctx, frame),
            Command::Search => self.tab.search.focus(),
            Command::ClearQuery => self.change(ctx, Change::Query, |place| place.query.clear()),
            Command::SaveView => self.tab.view_name = Some(String::new()),
            Command::ShowTimeline
            | Command::ShowList
            | Command::ShowMatrix
            | Command::ShowCadence => {
                if let Some(page) = command.page() {
                    self.go(ctx, page);
                }
            }
            Command::ShowAccounts => {
                let selected = self.tab.session.as_ref().and_then(Session::selection);
                if let Some(event) = selected {
                    self.go(ctx, Page::Accounts(event));
                }
            }
            Command::Compare => self.compare_with_previous(ctx),
            Command::CopyPlain
            | Command::CopyMarkdown
            | Command::CopyRich
            | Command::CiteChicago
            | Command::CiteApa
            | Command::CiteMla => {
                if let Some(choice) = command.copy_choice(self.settings.copy) {
                    self.settings.copy = choice;
                }
            }
            Command::ClearSelection => self.select(ctx, None, Change::Selection),
            Command::NextMeeting => self.walk(ctx, true),
            Command::PreviousMeeting => self.walk(ctx, false),
            Command::NextOfKind | Command::PreviousOfKind => {
                self.walk_kind(ctx, command == Command::NextOfKind);
            }
            Command::FollowedMeeting => {
                let followed = self.tab.session.as_ref().and_then(Session::followed);
                self.select(ctx, followed, Change::Selection);
            }
            Command::FollowingMeeting => {
                let follower = self.tab.session.as_ref().and_then(Session::follower);
                self.select(ctx, follower, Change::Selection);
            }
            Command::NextOnIssue => self.walk_thread(ctx, true),
            Command::PreviousOnIssue => self.walk_thread(ctx, false),
            Command::FitAll => self.change_view(ctx, |session| session.limits),
            Command::FitSelection => {
                let moment = self.moment(ctx);
                if let Some(session) = &mut self.tab.session {
                    session.fit_selection(moment);
                }
            }
            Command::ZoomIn => self.zoom(ctx, ZOOM_STEP),
            Command::ZoomOut => self.zoom(ctx, 1.0 / ZOOM_STEP),
            Command::PanLeft => self.pan(ctx, -PAN_STEP),
            Command::PanRight => self.pan(ctx, PAN_STEP),
            Command::Back | Command::Forward => {
                let moment = self.moment(ctx);
                match (&mut self.tab.session, command) {
                    (Some(session), Command::Back) => session.go_back(moment),
                    (Some(session), _) => session.go_forward(moment),
                    (None, _) => {}
                }
            }
            Command::LanesByKind
            | Command::LanesByIssueGroup
            | Command::LanesByPlace
            | Command::LanesPacked => self.set_lanes(command),
            Command::ToggleChain => self.toggle_chain(ctx),
            Command::ToggleTimeline => {
                let kind = self.tab.session.as_ref().map(|session| session.place().page.kind());
                if let Some(kind) = kind {
                    self.settings.toggle_timeline_over(kind);
                }
            }
            Command::ToggleFilters => {
                self.shows_filters = !self.shows_filters;
                self.settings.shows_filters = Some(self.shows_filters);
            }
            Command::ToggleDetail if self.detail_is_alone => {
                self.detail_is_in_front = !self.detail_is_in_front;
            }
            Command::ToggleDetail => self.settings.shows_detail = !self.settings.shows_detail,
            Command::ToggleProblems => self.tab.shows_problems = !self.tab.shows_problems,
            Command::ThemeSystem => self.set_theme(ctx, ThemePreference::System),
            Command::ThemeLight => self.set_theme(ctx, ThemePreference::Light),
            Command::ThemeDark => self.set_theme(ctx, ThemePreference::Dark),
            Command::Larger | Command::Smaller | Command::ActualSize => self.resize(ctx, command),
            Command::ToggleContrast => {
                self.settings.high_contrast = !self.settings.high_contrast;
                theme::install_styles(ctx, self.settings.high_contrast);
            }
            Command::LanguageSystem | Command::LanguageEnglish | Command::LanguageChinese => {
                if let Some(choice) = command.language_choice() {
                    self.set_language(ctx, choice);
                }
            }
            Command::ToggleMotion => self.settings.reduces_motion = !self.settings.reduces_motion,
            Command::NextPanel | Command::PreviousPanel => {
                access::walk_panels(ctx, command == Command::NextPanel);
            }
            Command::Menus => access::focus_first_panel(ctx),
            Command::Palette => self.palette.open(),
            Command::Shortcuts => {
                self.shows_shortcuts = true;
                self.shortcuts_opened += 1;
            }
            Command::About => self.shows_about = true,
        }
    }

    pub(super) fn moment(&self, ctx: &Context) -> Moment {
        Moment { now: ctx.input(|input| input.time), has_motion: self.has_motion() }
    }

    fn change(&mut self, ctx: &Context, what: Change, change: impl FnOnce(&mut Place)) {
        let moment = self.moment(ctx);
        if let Some(session) = &mut self.tab.session {
            session.change(what, moment, change);
        }
    }

    fn edit_query(&mut self, ctx: &Context, edit: &QueryEdit) {
        let Some(session) = &self.tab.session else { return };
        let query = find::edited(&session.place().query, edit, session.vocabulary());
        self.change(ctx, Change::Query, |place| place.query = query);
    }

    /// Shows a page.
    fn go(&mut self, ctx: &Context, page: Page) {
        let limits = self.tab.session.as_ref().map(|session| session.limits);
        self.detail_is_in_front = false;
        self.change(ctx, Change::Page, |place| {
            let is_other = place.page != page;
            // What is followed through time is seen through all of it.
            if let (true, Page::Thread(_) | Page::People(_), Some(limits)) =
                (is_other, &page, limits)
            {
                place.view = limits;
            }
            place.page = page;
        });
    }

    /// Compares the selected meeting with the one before of its kind.
    fn compare_with_previous(&mut self, ctx: &Context) {
        let Some(session) = &self.tab.session else { return };
        let Some(ix) = session.selection() else { return };
        match session.document.dataset().around(ix).previous_of_kind {
            Some(previous) => self.go(ctx, Page::Compare(vec![previous, ix])),
            None => self.toast.say(ctx, tr!("app-no-earlier-of-kind")),
        }
    }

    /// Puts a meeting among those that are compared, or takes it out. Where none is
    /// compared yet, the selected meeting is the other one.
    fn toggle_compared(&mut self, ctx: &Context, event: EventIx) {
        let Some(session) = &self.tab.session else { return };
        let mut events = match &session.place().page {
            Page::Compare(events) => events.clone(),
            _ => session.selection().filter(|selected| *selected != event).into_iter().collect(),
        };
        if let Some(pos) = events.iter().position(|other| *other == event) {
            events.remove(pos);
        } else {
            events.push(event);
            let dataset = session.document.dataset();
            events.sort_by_key(|ix| dataset.rank(*ix));
        }
        self.go(ctx, Page::Compare(events));
    }

    fn select(&mut self, ctx: &Context, event: Option<EventIx>, what: Change) {
        let moment = self.moment(ctx);
        if let Some(session) = &mut self.tab.session {
            session.select(event, what, moment);
        }
        if event.is_some() {
            self.open_detail();
        }
    }

    fn open_detail(&mut self) {
        self.settings.shows_detail = true;
        self.detail_is_in_front = true;
    }

    fn toggle_chain(&mut self, ctx: &Context) {
        self.settings.shows_chain = !self.settings.shows_chain;
        let chain = self.tab.session.as_ref().and_then(|session| session.chain(true));
        if self.settings.shows_chain && chain.is_some_and(|chain| chain.is_cut) {
            let most = crate::analysis::chain::MOST_LINKS;
            self.toast.say(ctx, tr!("app-chain-cut", count = most));
        }
    }

    /// Selects the next meeting that matches, in the order of the list where that is
    /// shown; from no selection, the first one in view.
    fn walk(&mut self, ctx: &Context, forward: bool) {
        let Some(session) = &self.tab.session else { return };
        let next = match session.selection() {
            selection if let Study::List(list) = session.study() => {
                list.next_to(selection, forward)
            }
            Some(ix) => session.step(ix, forward),
            None => first_in_view(session, forward),
        };
        if next.is_some() {
            self.select(ctx, next, Change::Walk);
        }
    }

    /// Selects the next meeting with the issue that is followed; the first or last one
    /// from none.
    fn walk_thread(&mut self, ctx: &Context, forward: bool) {
        let Some(session) = &self.tab.session else { return };
        let Study::Thread(thread, ..) = session.study() else { return };
        let dataset = session.document.dataset();
        let next = match (session.selection(), forward) {
            (Some(ix), true) => thread.next_after(dataset, ix),
            (Some(ix), false) => thread.previous_before(dataset, ix),
            (None, true) => thread.first(),
            (None, false) => thread.last(),
        };
        match next {
            Some(_) => self.select(ctx, next, Change::Walk),
            None => self.toast.say(ctx, tr!("app-no-further-on-issue")),
        }
    }

    fn walk_kind(&mut self, ctx: &Context, forward: bool) {
        let Some(session) = &self.tab.session else { return };
        let Some(ix) = session.selection() else { return };
        let around = session.document.dataset().around(ix);
        let next = if forward { around.next_of_kind } else { around.previous_of_kind };
        match next {
            Some(_) => self.select(ctx, next, Change::Walk),
            None => self.toast.say(ctx, tr!("app-no-further-of-kind")),
        }
    }

    fn show(&mut self, ctx: &Context, view: View, what: Change) {
        self.change(ctx, what, |place| place.view = view);
    }

    fn change_view(&mut self, ctx: &Context, change: impl FnOnce(&Session) -> View) {
        if let Some(view) = self.tab.session.as_ref().map(change) {
            self.show(ctx, view, Change::Jump);
        }
    }

    /// Zooms around the selected meeting, if it is in view, or around the middle.
    fn zoom(&mut self, ctx: &Context, factor: f64) {
        self.change_view(ctx, |session| {
            let aim = session.aim();
            let selected = session.selection().and_then(|ix| session.document.dataset().event(ix));
            let day = selected
                .map(|event| crate::timeline::anchor_of(&event))
                .filter(|day| (aim.start..aim.end).contains(day))
                .unwrap_or_else(|| aim.center());
            aim.zoom_at(day, factor)
        });
    }

    fn pan(&mut self, ctx: &Context, part: f64) {
        self.change_view(ctx, |session| session.aim().pan(session.aim().days() * part));
    }

    fn set_lanes(&mut self, command: Command) {
        if let Some(choice) = command.lane_choice() {
            self.settings.lanes = choice;
        }
    }

    fn set_theme(&mut self, ctx: &Context, theme: ThemePreference) {
        self.settings.theme = theme;
        ctx.set_theme(theme);
    }

    fn copy_meeting(&mut self, ctx: &Context) {
        let Some(session) = &self.tab.session else { return };
        let Some(meeting) = session.selected_meeting() else {
            self.toast.say(ctx, tr!("app-meeting-not-read"));
            return;
        };
        let (ix, event, choice) = (meeting.ix, Arc::clone(&meeting.event), self.settings.copy);
        let document = Arc::clone(&session.document);
        let write = move || {
            let page = export::meeting::meeting(document.dataset(), ix, &event, choice.style);
            (page.clip(choice.format), tr!("app-meeting"))
        };
        if is_light(session.document.dataset(), ix) {
            let (clip, what) = write();
            self.act(ctx, None, Action::Copy { clip, what });
        } else {
            self.copying.start(ctx, move |_| Some(write()));
            self.begin_copying(ctx);
        }
    }

    /// Opens a link. Only http and https: what a file calls a link may be anything.
    fn browse(&mut self, ctx: &Context, url: &str) {
        let lower = url.to_ascii_lowercase();
        if lower.starts_with("https://") || lower.starts_with("http://") {
            ctx.open_url(OpenUrl::new_tab(url));
            self.toast.say(ctx, tr!("app-opening-link"));
        } else {
            self.toast.say(ctx, tr!("app-link-refused"));
        }
    }
}

/// The first meeting in view, or the last one.
fn first_in_view(session: &Session, first: bool) -> Option<EventIx> {
    let dataset = session.document.dataset();
    let view = session.view;
    let order = session.in_time();
    let day =
        |ix: &EventIx| dataset.event(*ix).map_or(f64::MIN, |e| f64::from(e.when.span().start));
    let pos = if first {
        order.partition_point(|ix| day(ix) < view.start).min(order.len().checked_sub(1)?)
    } else {
        order.partition_point(|ix| day(ix) < view.end).saturating_sub(1)
    };
    order.get(pos).copied()
}
