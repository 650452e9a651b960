//! The one place where the state changes by the user's will.

use eframe::Frame;
use egui::{Context, OpenUrl, ThemePreference, ViewportCommand};

use super::loading::{Choosing, Origin};
use super::{ReadoutApp, Session};
use crate::export;
use crate::model::EventIx;
use crate::timeline::View;
use crate::ui::action::Action;
use crate::ui::command::Command;

/// How much one step of the keyboard magnifies.
const ZOOM_STEP: f64 = 1.6;
/// How much of the view one step of the keyboard moves.
const PAN_STEP: f64 = 0.2;

impl ReadoutApp {
    /// Carries an action out.
    pub(super) fn act(&mut self, ctx: &Context, frame: Option<&Frame>, action: Action) {
        match action {
            Action::Run(command) => self.run(ctx, frame, command),
            Action::Select(event) => self.select(ctx, Some(event)),
            Action::Find(event) => {
                self.select(ctx, Some(event));
                let (now, has_motion) = (now(ctx), self.has_motion());
                if let Some(session) = &mut self.session {
                    session.approach_selection(now, has_motion);
                }
            }
            Action::Show { view, glide } => self.show(ctx, view, glide),
            Action::Go(_) | Action::Query(_) | Action::ToggleCompared(_) => {}
            Action::MatrixChoice(_) | Action::CompareWordings { .. } => {}
            Action::OpenPath(path) => self.load(ctx, Origin::File(path)),
            Action::ForgetRecent => self.settings.recent.clear(),
            Action::Copy { text, what } => {
                ctx.copy_text(text);
                self.toast.say(ctx, format!("{what} copied"));
            }
            Action::Browse(url) => self.browse(ctx, &url),
            Action::CancelLoading => {
                self.loading = None;
                self.toast.say(ctx, "Stopped reading");
            }
            Action::DismissError => self.fault = None,
        }
        ctx.request_repaint();
    }

    fn run(&mut self, ctx: &Context, frame: Option<&Frame>, command: Command) {
        if !command.is_available(&self.environment()) {
            return;
        }
        match command {
            // One dialog at a time.
            Command::Open if self.choosing.is_some() => {}
            Command::Open => self.choosing = Some(Choosing::start(ctx, frame)),
            Command::OpenBundled => self.load(ctx, Origin::Bundled),
            Command::Reload => {
                let session = self.session.as_ref().map(|session| session.origin.clone());
                if let Some(origin) = self.failed.clone().or(session) {
                    self.load(ctx, origin);
                }
            }
            Command::Quit => ctx.send_viewport_cmd(ViewportCommand::Close),
            Command::CopyMeeting => self.copy_meeting(ctx),
            Command::CopyPage | Command::SaveBrief => {}
            Command::ClearSelection => self.select(ctx, None),
            Command::NextMeeting => self.walk(ctx, 1),
            Command::PreviousMeeting => self.walk(ctx, -1),
            Command::NextOfKind | Command::PreviousOfKind => {
                self.walk_kind(ctx, command == Command::NextOfKind);
            }
            Command::FollowedMeeting => {
                let followed = self.session.as_ref().and_then(Session::followed);
                self.select(ctx, followed);
            }
            Command::FitAll => self.change_view(ctx, |session| session.limits),
            Command::FitSelection => {
                let (now, has_motion) = (now(ctx), self.has_motion());
                if let Some(session) = &mut self.session {
                    session.fit_selection(now, has_motion);
                }
            }
            Command::ZoomIn => self.zoom(ctx, ZOOM_STEP),
            Command::ZoomOut => self.zoom(ctx, 1.0 / ZOOM_STEP),
            Command::PanLeft => self.pan(ctx, -PAN_STEP),
            Command::PanRight => self.pan(ctx, PAN_STEP),
            Command::Back | Command::Forward => {
                let (now, has_motion) = (now(ctx), self.has_motion());
                match (&mut self.session, command) {
                    (Some(session), Command::Back) => session.go_back(now, has_motion),
                    (Some(session), _) => session.go_forward(now, has_motion),
                    (None, _) => {}
                }
            }
            Command::LanesByKind
            | Command::LanesByIssueGroup
            | Command::LanesByPlace
            | Command::LanesPacked => self.set_lanes(command),
            Command::ToggleDetail => self.settings.shows_detail = !self.settings.shows_detail,
            Command::ToggleProblems => self.shows_problems = !self.shows_problems,
            Command::ThemeSystem => self.set_theme(ctx, ThemePreference::System),
            Command::ThemeLight => self.set_theme(ctx, ThemePreference::Light),
            Command::ThemeDark => self.set_theme(ctx, ThemePreference::Dark),
            Command::ToggleMotion => self.settings.reduces_motion = !self.settings.reduces_motion,
            Command::Palette => self.palette.open(),
            Command::Shortcuts => {
                self.shows_shortcuts = true;
                self.shortcuts_opened += 1;
            }
            Command::About => self.shows_about = true,
        }
    }

    fn select(&mut self, ctx: &Context, event: Option<EventIx>) {
        let has_motion = self.has_motion();
        if let Some(session) = &mut self.session {
            session.select(event);
            session.reveal_selection(now(ctx), has_motion);
        }
        if event.is_some() {
            self.settings.shows_detail = true;
        }
    }

    /// Selects the meeting some steps on; from no selection, the first one in view.
    fn walk(&mut self, ctx: &Context, steps: i64) {
        let Some(session) = &self.session else { return };
        let dataset = session.document.dataset();
        let next = match session.selection() {
            Some(ix) => dataset.step(ix, steps),
            None => first_in_view(session, steps > 0),
        };
        if next.is_some() {
            self.select(ctx, next);
        }
    }

    fn walk_kind(&mut self, ctx: &Context, forward: bool) {
        let Some(session) = &self.session else { return };
        let Some(ix) = session.selection() else { return };
        let around = session.document.dataset().around(ix);
        let next = if forward { around.next_of_kind } else { around.previous_of_kind };
        match next {
            Some(_) => self.select(ctx, next),
            None => self.toast.say(ctx, "There is no further meeting of this kind"),
        }
    }

    fn show(&mut self, ctx: &Context, view: View, is_jump: bool) {
        let has_motion = self.has_motion();
        if let Some(session) = &mut self.session {
            session.show(view, is_jump, now(ctx), has_motion);
        }
    }

    fn change_view(&mut self, ctx: &Context, change: impl FnOnce(&Session) -> View) {
        if let Some(view) = self.session.as_ref().map(change) {
            self.show(ctx, view, true);
        }
    }

    /// Zooms around the selected meeting, if it is in view, or around the middle.
    fn zoom(&mut self, ctx: &Context, factor: f64) {
        self.change_view(ctx, |session| {
            let aim = session.aim();
            let selected = session.selection().and_then(|ix| session.document.dataset().event(ix));
            let day = selected
                .map(crate::timeline::anchor_of)
                .filter(|day| (aim.start..aim.end).contains(day))
                .unwrap_or_else(|| aim.center());
            aim.zoom_at(day, factor)
        });
    }

    fn pan(&mut self, ctx: &Context, part: f64) {
        self.change_view(ctx, |session| session.aim().pan(session.aim().days() * part));
    }

    fn set_lanes(&mut self, command: Command) {
        let Some(choice) = command.lane_choice() else { return };
        self.settings.lanes = choice;
        self.generation += 1;
        if let Some(session) = &mut self.session {
            session.set_lanes(choice, self.generation);
        }
        self.timeline.reset();
    }

    fn set_theme(&mut self, ctx: &Context, theme: ThemePreference) {
        self.settings.theme = theme;
        ctx.set_theme(theme);
    }

    fn copy_meeting(&mut self, ctx: &Context) {
        let Some(session) = &self.session else { return };
        if let Some(meeting) = session.selected_meeting() {
            let text =
                export::markdown::meeting(session.document.dataset(), meeting.ix, &meeting.event);
            self.act(ctx, None, Action::Copy { text, what: "Meeting" });
        }
    }

    /// Opens a link. Only http and https: what a file calls a link may be anything.
    fn browse(&mut self, ctx: &Context, url: &str) {
        let lower = url.to_ascii_lowercase();
        if lower.starts_with("https://") || lower.starts_with("http://") {
            ctx.open_url(OpenUrl::new_tab(url));
            self.toast.say(ctx, "Opening in your browser");
        } else {
            self.toast.say(ctx, "Only http and https links are opened");
        }
    }
}

fn now(ctx: &Context) -> f64 {
    ctx.input(|input| input.time)
}

/// The first meeting in view, or the last one.
fn first_in_view(session: &Session, first: bool) -> Option<EventIx> {
    let dataset = session.document.dataset();
    let view = session.view;
    let order = dataset.by_time();
    let day =
        |ix: &EventIx| dataset.event(*ix).map_or(f64::MIN, |e| f64::from(e.when.span().start));
    let pos = if first {
        order.partition_point(|ix| day(ix) < view.start).min(order.len().checked_sub(1)?)
    } else {
        order.partition_point(|ix| day(ix) < view.end).saturating_sub(1)
    };
    order.get(pos).copied()
}
