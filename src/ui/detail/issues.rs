//! Who raised what, and how the sides stood on it: a small table.

use egui::text::LayoutJob;
use egui::{
    Align, Label, Layout, Pos2, Rect, Response, Role, Sense, Stroke, Ui, UiBuilder, WidgetInfo,
    pos2, vec2,
};

use super::sources::{about, references_ui};
use super::{DetailCtx, Meeting};
use crate::lang::list;
use crate::model::{Dataset, Mention, SideIx};
use crate::tr;
use crate::ui::action::Action;
use crate::ui::page::Page;
use crate::ui::signs::sign_ui;
use crate::ui::text::{
    Ink, bare_link_ui, cut, flow, heading_ui, long_text_ui, paged, rule_ui, text_ui,
};
use crate::ui::tokens::space;

/// A side's column: wide enough for "China".
const SIDE: f32 = 46.0;
/// The last column: a sign and "discussed".
const STANCE: f32 = 88.0;
/// What the names of issues need; with less, the sides have no columns of their own.
const MIN_ISSUE: f32 = 104.0;
const LINE: f32 = 20.0;

struct Table<'a> {
    ctx: &'a DetailCtx<'a>,
    meeting: &'a Meeting,
    /// Empty where there is no room for columns.
    sides: &'a [SideIx],
    issue_width: f32,
}

pub(super) fn issues_ui(
    ctx: &DetailCtx<'_>,
    meeting: &Meeting,
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    let mentions = &meeting.event.issues;
    if mentions.is_empty() {
        return;
    }
    heading_ui(ui, ctx.tokens, tr!("detail-issues"), Some(mentions.len()));
    let room = ui.available_width() - STANCE;
    let with_columns = room - SIDE * meeting.columns.len() as f32;
    let has_columns = with_columns >= MIN_ISSUE && !meeting.columns.is_empty();
    let table = Table {
        ctx,
        meeting,
        sides: if has_columns { &meeting.columns } else { &[] },
        issue_width: if has_columns { with_columns } else { room },
    };
    table.head_ui(ui);
    paged(ui, ctx.tokens, "issues", mentions, |ui, pos, mention| {
        ui.push_id(("issue", pos), |ui| table.row_ui(mention, ui, actions));
    });
}

impl Table<'_> {
    fn head_ui(&self, ui: &mut Ui) {
        let t = self.ctx.tokens;
        if self.sides.is_empty() {
            let across = ui.available_width();
            rule_ui(ui, t, across);
            return;
        }
        let mut row = Row::new(ui);
        row.cell_ui(ui, self.issue_width - space::SMALL, Align::Max, |ui| {
            text_ui(ui, tr!("raised-by"), &Ink::caption(t));
        });
        row.left += space::SMALL;
        for side in self.sides {
            let Some(entry) = self.dataset().sides.get(side.pos()) else { continue };
            row.cell_ui(ui, SIDE, Align::Center, |ui| {
                let ink = Ink::caption_strong(t).color(t.side(Some(*side)));
                let job =
                    LayoutJob::single_section(cut(&entry.short_name()).into_owned(), ink.format());
                ui.add(Label::new(job).truncate()).on_hover_text(cut(entry.shown_name()));
            });
        }
        row.end(ui);
        ui.add_space(2.0);
        let across = ui.available_width();
        rule_ui(ui, t, across);
    }

    fn row_ui(&self, mention: &Mention, ui: &mut Ui, actions: &mut Vec<Action>) {
        let t = self.ctx.tokens;
        ui.add_space(space::TIGHT);
        let mut row = Row::new(ui);
        row.cell_ui(ui, self.issue_width, Align::Min, |ui| self.issue_ui(mention, ui, actions));
        let ink = Ink { line_height: LINE, ..Ink::caption(t) };
        if mention.raised_by.is_empty() {
            let width = SIDE * self.sides.len() as f32;
            row.cell_ui(ui, width, Align::Center, |ui| {
                if !self.sides.is_empty() {
                    text_ui(ui, tr!("raised-unknown"), &ink)
                        .on_hover_text(tr!("raised-unknown-tip"));
                }
            });
        } else {
            for side in self.sides {
                row.cell_ui(ui, SIDE, Align::Min, |ui| self.side_ui(mention, *side, ui));
            }
        }
        row.cell_ui(ui, STANCE, Align::Min, |ui| {
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = 6.0;
                ui.add_space(space::TIGHT);
                sign_ui(ui, mention.stance.into(), LINE, t.text_muted);
                text_ui(ui, mention.stance.label(), &ink);
            });
        });
        row.end(ui);
        if let Some(note) = mention.note.as_deref().filter(|note| !note.is_empty()) {
            let id = ui.scope_id().with("note");
            long_text_ui(ui, t, id, note, &Ink { line_height: 16.0, ..Ink::caption(t) });
        }
        ui.add_space(space::TIGHT);
        let across = ui.available_width();
        rule_ui(ui, t, across);
    }

    /// The issue's name with the numbers of its sources.
    fn issue_ui(&self, mention: &Mention, ui: &mut Ui, actions: &mut Vec<Action>) {
        let t = self.ctx.tokens;
        let issue = self.dataset().issues.get(mention.issue.pos());
        let name = issue.map_or("", |issue| issue.shown_name());
        flow(ui, |ui| {
            if bare_link_ui(ui, &cut(name), &Ink::body(t)).clicked() {
                actions.push(Action::Go(Page::Thread(mention.issue)));
            }
            references_ui(self.ctx, self.meeting, &mention.sources, ui, actions);
        });
        if self.sides.is_empty() {
            let small = Ink { line_height: 16.0, ..Ink::caption(t) };
            text_ui(ui, &raised_by(self.dataset(), mention), &small);
        }
    }

    /// A dot where a source says that this side raised it, a dash where sources
    /// name others.
    fn side_ui(&self, mention: &Mention, side: SideIx, ui: &mut Ui) {
        let t = self.ctx.tokens;
        let Some(entry) = self.dataset().sides.get(side.pos()) else { return };
        let is_raiser = mention.raised_by.contains(&side);
        let (rect, response) = ui.allocate_exact_size(vec2(SIDE, LINE), Sense::hover());
        let text = if is_raiser {
            tr!("raised-by-side", side = cut(entry.shown_name()))
        } else {
            tr!("raised-not-by-side", side = cut(entry.shown_name()))
        };
        response.widget_info(|| WidgetInfo::labeled(Role::Label, ui.is_enabled(), &text));
        if ui.is_rect_visible(rect) {
            let center = rect.center();
            if is_raiser {
                ui.painter().circle_filled(center, 4.5, t.side(Some(side)));
            } else {
                let dash = [center - vec2(3.5, 0.0), center + vec2(3.5, 0.0)];
                ui.painter().line_segment(dash, Stroke::new(1.2, t.text_muted));
            }
        }
        self.explain(response, text, mention);
    }

    /// What the mark means and where that is known from, under the pointer.
    fn explain(&self, response: Response, text: String, mention: &Mention) {
        response.on_hover_ui(|ui| {
            ui.label(text);
            for source in mention.sources.iter().take(6) {
                if let Some(source) = self.dataset().sources.get(source.pos()) {
                    ui.label(about(source));
                }
            }
        });
    }

    fn dataset(&self) -> &Dataset {
        self.ctx.document.dataset()
    }
}

/// Who raised it, in words.
fn raised_by(dataset: &Dataset, mention: &Mention) -> String {
    if mention.raised_by.is_empty() {
        return tr!("raised-unknown-who").to_owned();
    }
    let sides = mention.raised_by.iter().filter_map(|side| dataset.sides.get(side.pos()));
    let names: Vec<String> =
        sides.take(12).map(|side| cut(&side.short_name()).into_owned()).collect();
    tr!("raised-by-sides", sides = list::things(&names))
}

/// A row of cells at fixed places, as high as its highest cell: what one cell
/// holds does not shift the next one.
struct Row {
    left: f32,
    top: f32,
    bottom: f32,
    start: Pos2,
    count: usize,
}

impl Row {
    fn new(ui: &Ui) -> Self {
        let start = ui.cursor().min;
        Self { left: start.x, top: start.y, bottom: start.y, start, count: 0 }
    }

    fn cell_ui(&mut self, ui: &mut Ui, width: f32, align: Align, add: impl FnOnce(&mut Ui)) {
        let rect = Rect::from_min_size(pos2(self.left, self.top), vec2(width, f32::INFINITY));
        self.count += 1;
        let builder =
            UiBuilder::new().id_salt(self.count).max_rect(rect).layout(Layout::top_down(align));
        let mut cell = ui.new_child(builder);
        cell.spacing_mut().item_spacing.y = 0.0;
        add(&mut cell);
        self.left += width;
        self.bottom = self.bottom.max(cell.min_rect().bottom());
    }

    fn end(self, ui: &mut Ui) {
        let size = vec2(ui.available_width(), self.bottom - self.start.y);
        ui.allocate_exact_size(size, Sense::hover());
    }
}
