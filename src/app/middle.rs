//! The middle of the window: the bar of pages, what is filtered, and the page, alone
//! or under the timeline.

use egui::{CentralPanel, Frame, Margin, Panel, Role, Ui};

use super::studies::Study;
use super::{ReadoutApp, pane};
use crate::tr;
use crate::ui::access::{Place, landmark};
use crate::ui::action::Action;
use crate::ui::chips::{self, ChipsCtx};
use crate::ui::command::Command;
use crate::ui::page::Page;
use crate::ui::pagebar::{self, PageBarCtx};
use crate::ui::pages::list::{self, ListCtx};
use crate::ui::pages::{PageCtx, accounts, cadence, compare, matrix, people, thread};
use crate::ui::timeline::{self as timeline_panel, TimelineCtx};
use crate::ui::tokens::Tokens;
use crate::ui::trouble;

/// The lowest page under the timeline, in points.
const MIN_PAGE: f32 = 150.0;
/// A window lower than this shows a page alone, in points.
const MIN_HEIGHT_FOR_BOTH: f32 = 540.0;
/// The lowest timeline over a page.
const MIN_TIMELINE: f32 = 220.0;
/// A page that has less room than this is moved as a whole, in points.
const LEAST_PAGE: f32 = 330.0;

/// What a page is called.
pub(super) fn page_name(page: &Page) -> &'static str {
    let command = match page {
        Page::Timeline => Command::ShowTimeline,
        Page::List => Command::ShowList,
        Page::Matrix => Command::ShowMatrix,
        Page::Cadence => Command::ShowCadence,
        Page::Accounts(_) => Command::ShowAccounts,
        Page::Compare(_) => return tr!("name-compare"),
        Page::Thread(_) => return tr!("name-thread"),
        Page::People(_) => return tr!("name-people"),
    };
    command.text()
}

impl ReadoutApp {
    pub(super) fn middle(
        &mut self,
        tokens: &'static Tokens,
        ui: &mut Ui,
        actions: &mut Vec<Action>,
    ) {
        let Some(session) = &self.tab.session else {
            if let Some(fault) = &self.tab.trouble {
                trouble::trouble_page_ui(fault, ui, actions);
            } else if self.tab.origin.is_none() {
                let (title, text) = (tr!("app-nothing-open"), tr!("app-nothing-open-help"));
                super::panels::empty_ui(title, text, tokens, ui, actions);
            }
            return;
        };
        if session.document.dataset().events.is_empty() {
            let (title, text) = (tr!("app-no-meetings"), tr!("app-no-meetings-help"));
            super::panels::empty_ui(title, text, tokens, ui, actions);
            return;
        }
        let page = session.place().page.clone();
        // In a low window, the page needs the room.
        let has_room = ui.available_height() > MIN_HEIGHT_FOR_BOTH;
        let has_timeline =
            self.settings.has_timeline_over(page.kind()) && (has_room || page == Page::Timeline);
        let bar = PageBarCtx {
            dataset: session.document.dataset(),
            page: &page,
            has_timeline,
            has_room,
            shows_filters: self.shows_filters,
            terms: session.terms(),
            tokens,
        };
        let margin = Frame::new().inner_margin(Margin { left: 12, right: 12, top: 0, bottom: 2 });
        Panel::top("pages").frame(margin).resizable(false).show(ui, |ui| {
            landmark(ui, Place::Pages, Role::Navigation, tr!("landmark-pages"));
            pagebar::page_bar_ui(&bar, ui, actions);
        });
        if let Some(answer) = session.answer().filter(|answer| !answer.query.text.is_empty()) {
            let chips = ChipsCtx {
                query: &answer.query,
                vocabulary: session.vocabulary(),
                matching: answer.facets.total,
                total: session.document.dataset().events.len(),
                is_typing: self.tab.search.is_open(),
                is_partial: answer.is_partial,
                tokens,
            };
            let margin = Margin { left: 14, right: 12, top: 4, bottom: 4 };
            let frame = Frame::new().inner_margin(margin);
            Panel::top("chips").frame(frame).resizable(false).show(ui, |ui| {
                landmark(ui, Place::Chips, Role::Region, tr!("landmark-chips"));
                chips::chips_ui(&chips, ui, actions);
            });
        }
        if page == Page::Timeline {
            CentralPanel::no_frame().show(ui, |ui| {
                landmark(ui, Place::Timeline, Role::Main, tr!("landmark-timeline"));
                self.timeline(tokens, ui, actions);
            });
            return;
        }
        let frame = Frame::NONE;
        if !has_timeline {
            CentralPanel::default()
                .frame(frame)
                .show(ui, |ui| ui.push_id(self.tab.id, |ui| self.page(&page, tokens, ui, actions)));
            return;
        }
        let room = ui.available_height();
        let highest = (room - MIN_TIMELINE).max(MIN_PAGE);
        let shown = Panel::bottom("page")
            .frame(frame)
            .resizable(true)
            .default_size(room * 0.5)
            .size_range(pane::sizes(ui, "page", MIN_PAGE, highest))
            .show(ui, |ui| {
                ui.set_min_height(ui.available_height());
                ui.push_id(self.tab.id, |ui| self.page(&page, tokens, ui, actions));
            });
        pane::keep(ui, "page", highest, shown.response.rect.height());
        CentralPanel::no_frame().show(ui, |ui| {
            landmark(ui, Place::Timeline, Role::Region, tr!("landmark-timeline"));
            self.timeline(tokens, ui, actions);
        });
    }

    fn timeline(&mut self, tokens: &'static Tokens, ui: &mut Ui, actions: &mut Vec<Action>) {
        let has_motion = self.has_motion();
        let Some(session) = &self.tab.session else { return };
        let ctx = TimelineCtx {
            document: &session.document,
            lanes: &session.lanes,
            overview: &session.overview,
            periods: &session.periods,
            shown: session.shown(),
            generation: session.generation,
            matches: session.lit(),
            chain: session.chain(self.settings.shows_chain),
            strip: session.strip(),
            match_generation: session.lit_generation(),
            view: session.view,
            limits: session.limits,
            selection: session.selection(),
            tokens,
            has_motion,
        };
        timeline_panel::timeline_ui(&ctx, &mut self.tab.timeline, ui, actions);
    }

    fn page(
        &mut self,
        page: &Page,
        tokens: &'static Tokens,
        ui: &mut Ui,
        actions: &mut Vec<Action>,
    ) {
        landmark(ui, Place::Page, Role::Main, &tr!("landmark-page", name = page_name(page)));
        let height = ui.available_height();
        if height >= LEAST_PAGE {
            self.page_contents(page, tokens, ui, actions);
            return;
        }
        // Else what heads a page would leave no room for what it is about.
        ui.spacing_mut().scroll = egui::style::ScrollStyle::solid();
        let area = egui::ScrollArea::vertical().id_salt("low page").auto_shrink(false);
        area.show(ui, |ui| {
            let size = egui::vec2(ui.available_width(), LEAST_PAGE);
            let layout = egui::Layout::top_down(egui::Align::Min);
            ui.allocate_ui_with_layout(size, layout, |ui| {
                ui.set_min_size(size);
                self.page_contents(page, tokens, ui, actions);
            });
        });
    }

    fn page_contents(
        &mut self,
        page: &Page,
        tokens: &'static Tokens,
        ui: &mut Ui,
        actions: &mut Vec<Action>,
    ) {
        let Some(session) = &self.tab.session else { return };
        let ctx = PageCtx {
            document: &session.document,
            selection: session.selection(),
            choice: self.settings.copy,
            tokens,
        };
        let states = &mut self.tab.page_states;
        match (page, session.study()) {
            (Page::List, Study::List(rows)) => {
                let answer = session.answer();
                let list = ListCtx {
                    page: &ctx,
                    rows,
                    order: session.place().list_order,
                    needles: answer.map_or(&[], |answer| &answer.needles),
                    generation: session.match_generation,
                    may_be: &|ix| session.may_be(ix),
                };
                let margin = Margin { left: 14, right: 4, top: 8, bottom: 0 };
                Frame::new().inner_margin(margin).show(ui, |ui| {
                    list::list_ui(&list, &mut states.list, ui, actions);
                });
            }
            (Page::Thread(_), Study::Thread(thread, ..)) => {
                thread::thread_ui(&ctx, thread, &mut states.thread, ui, actions);
            }
            (Page::People(_), Study::People(view, _)) => {
                people::people_ui(&ctx, view, &mut states.people, ui, actions);
            }
            (Page::Cadence, Study::Cadence(cadence)) => {
                cadence::cadence_ui(&ctx, cadence, &mut states.cadence, ui, actions);
            }
            (Page::Matrix, Study::Matrix(matrix)) => {
                states.matrix.choice = session.place().matrix;
                matrix::matrix_ui(&ctx, matrix, &mut states.matrix, ui, actions);
            }
            (Page::Accounts(ix), Study::Accounts(page)) if page.ix == *ix => {
                accounts::accounts_ui(&ctx, page, ui, actions);
            }
            (Page::Compare(_), Study::Compare(comparison)) => {
                compare::compare_ui(&ctx, comparison, &mut states.compare, ui, actions);
            }
            (_, Study::Failed) => {
                let text = tr!("app-study-failed");
                let muted = egui::RichText::new(text).color(tokens.text_muted);
                ui.centered_and_justified(|ui| ui.label(muted));
            }
            // Not worked out yet; it comes with one of the next frames.
            _ => {
                // A word, since what moves would paint all the while.
                let text = egui::RichText::new(tr!("app-studying")).color(tokens.text_muted);
                ui.centered_and_justified(|ui| ui.label(text));
            }
        }
    }
}
