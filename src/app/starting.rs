//! A start that did not come through, such as one that a defect in showing a dataset
//! ended, is not tried again by itself: what it was to open is offered.

use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use egui::{Context, Ui};

use super::loading::Origin;
use super::saved::SavedTab;
use super::tabs::ClosedTab;
use super::{Kept, ReadoutApp};
use crate::host::attempt::Attempt;
use crate::host::crash;
use crate::ui::action::Action;
use crate::ui::dialogs;

/// A start has come through when all that it opens has been shown for so long.
const COMES_THROUGH: Duration = Duration::from_secs(3);

/// The start of the program, until it has come through.
#[derive(Debug, Default)]
pub(super) struct Starting {
    attempt: Option<Attempt>,
    /// What the last start was to open that did not come through, until the user says
    /// what shall become of it; and which of it was shown.
    offered: Vec<SavedTab>,
    shown: usize,
    /// Since when all is shown.
    since: Option<Instant>,
}

impl Starting {
    pub fn of(kept: &mut Kept) -> Self {
        let (offered, shown) = (kept.offered(), kept.settings().shown_tab);
        if !offered.is_empty() {
            log::warn!("the last start did not come through: what it opened is offered");
        }
        Self { attempt: kept.take_attempt(), offered, shown, since: None }
    }

    /// What is offered.
    pub fn offered(&self) -> &[SavedTab] {
        &self.offered
    }

    /// Which of it was shown, if something is offered.
    pub fn shown(&self) -> Option<usize> {
        (!self.offered.is_empty()).then_some(self.shown)
    }

    /// Whether the program has come through its start.
    pub fn is_over(&self) -> bool {
        self.attempt.is_none()
    }

    /// Takes note that it has come through, unless something is offered still: then the
    /// next start has to offer it again.
    fn end(&mut self) {
        if let Some(attempt) = self.attempt.take_if(|_| self.offered.is_empty()) {
            attempt.end();
        }
    }
}

impl ReadoutApp {
    /// Finds out whether the program has come through its start: all is read, and has
    /// been painted.
    pub(super) fn poll_starting(&mut self, ctx: &Context) {
        if self.starting.is_over() || !self.starting.offered.is_empty() {
            return;
        }
        if self.is_loading() || self.missing.is_busy() {
            self.starting.since = None;
            return;
        }
        let since = *self.starting.since.get_or_insert_with(Instant::now);
        let left = COMES_THROUGH.saturating_sub(since.elapsed());
        if left.is_zero() {
            self.starting.end();
            self.note_files();
            crash::panic_if_asked("later");
        } else {
            ctx.request_repaint_after(left);
        }
    }

    /// Takes note of the end of the program: who closes it has come through.
    pub(super) fn end_starting(&mut self) {
        if !thread::panicking() {
            self.starting.end();
        }
    }

    /// Asks what shall become of what the last start was to open.
    pub(super) fn offer_ui(&self, ui: &mut Ui, actions: &mut Vec<Action>) {
        if self.starting.offered.is_empty() {
            return;
        }
        let text = |tab: &SavedTab| match &tab.origin {
            Origin::Bundled => tab.origin.name(),
            Origin::File(path) => path.display().to_string(),
        };
        let datasets: Vec<String> = self.starting.offered.iter().map(text).collect();
        dialogs::offer_ui(&datasets, ui, actions);
    }

    /// Opens what is offered, or begins without it: then it can be opened as what was
    /// closed.
    pub(super) fn answer_offer(&mut self, ctx: &Context, opens: bool) {
        let offered = std::mem::take(&mut self.starting.offered);
        if opens {
            self.put_tabs(offered, self.starting.shown);
        } else {
            self.leave_closed(offered);
        }
        if self.tab.origin.is_none() {
            self.open_origin(ctx, Origin::Bundled);
        }
        self.has_shown_tab(ctx);
    }

    fn leave_closed(&mut self, tabs: Vec<SavedTab>) {
        // The first one comes first to who opens them again.
        for (position, SavedTab { origin, place }) in tabs.into_iter().enumerate().rev() {
            if let Origin::File(path) = &origin {
                self.settings.remember(Path::new(path));
            }
            self.put_closed(ClosedTab { origin, place, position });
        }
    }
}
