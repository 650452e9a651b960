//! The result list: what matches, as a table.

use egui::{Align, Button, Id, Label, Layout, Response, RichText, Sense, Ui, WidgetInfo, vec2};
use egui_extras::{Column, TableBuilder, TableRow};

use super::PageCtx;
use super::empty::empty_ui;
use super::header::{Of, filter_note};
use crate::analysis::list::{ListOrder, Listed, SortBy};
use crate::find::Needle;
use crate::lang::{self, Language, list};
use crate::model::{EventHead, EventIx};
use crate::tr;
use crate::ui::access;
use crate::ui::action::Action;
use crate::ui::far::Far;
use crate::ui::search::{Found, snippet_job};
use crate::ui::shapes::paint_shape;
use crate::ui::text::{DOT, cut};
use crate::ui::theme::focus_ring;
use crate::ui::tokens::{sans, semibold, size, space};
use crate::ui::words::{grouped, shortened};

/// The height of a row, in points.
const ROW: f32 = 28.0;
/// The height of a row with the words that were found in their surroundings.
const ROW_WITH_WORDS: f32 = 46.0;
/// The room for the word behind the date of a meeting that only may have been in the
/// years asked for.
const PERHAPS_WIDTH: f32 = 60.0;
/// The most people that a row names.
const MAX_PEOPLE: usize = 4;

/// What the list remembers.
#[derive(Default)]
pub struct ListState {
    /// The selection as it was shown last, to come to it when it changes.
    shown: Option<EventIx>,
    found: Found,
    /// Which part of the rows the table holds.
    far: Far,
}

/// The list's columns.
fn columns() -> [(SortBy, &'static str); 7] {
    [
        (SortBy::Date, tr!("page-list-date")),
        (SortBy::Title, tr!("page-list-title")),
        (SortBy::Kind, tr!("page-list-kind")),
        (SortBy::Place, tr!("page-list-place")),
        (SortBy::People, tr!("page-people")),
        (SortBy::Issues, tr!("page-issues")),
        (SortBy::Quotes, tr!("page-quotes")),
    ]
}

/// What the list shows.
pub struct ListCtx<'a> {
    /// What all pages read.
    pub page: &'a PageCtx<'a>,
    /// The meetings, sorted.
    pub rows: &'a Listed,
    /// How they are sorted.
    pub order: ListOrder,
    /// The words that are searched for.
    pub needles: &'a [Needle],
    /// Tells one answer from another.
    pub generation: u64,
    /// Whether a meeting may lie in the years that are asked for, but need not: its date
    /// does not tell. Asked for the rows in view.
    pub may_be: &'a dyn Fn(EventIx) -> bool,
}

impl ListCtx<'_> {
    /// Whether a meeting can match better or worse.
    fn has_words(&self) -> bool {
        self.needles.iter().any(|needle| !needle.excluded)
    }
}

/// Shows the list.
pub fn list_ui(ctx: &ListCtx<'_>, state: &mut ListState, ui: &mut Ui, actions: &mut Vec<Action>) {
    let selection = ctx.page.selection;
    let scroll_to =
        (state.shown != selection).then(|| selection.and_then(|ix| ctx.rows.row_of(ix))).flatten();
    state.shown = selection;
    let total = ctx.page.document.dataset().events.len();
    let rows = ctx.rows.rows();
    if rows.is_empty() {
        empty_ui(ctx.page, tr!("page-list-empty"), total > 0, ui, actions);
        return;
    }
    head_ui(ctx, total, ui, actions);
    let row_height = if ctx.has_words() { ROW_WITH_WORDS } else { ROW };
    let width = ui.available_width();
    let is_narrow = width < 1_000.0;
    // The title comes before place and people.
    let widths = match width {
        ..480.0 => [26.0, 0.0, 0.0, 0.0],
        ..640.0 => [26.0, 0.0, 0.0, 56.0],
        ..1_000.0 => [26.0, 88.0, 120.0, 56.0],
        _ => [134.0, 130.0, 200.0, 56.0],
    };
    // "30 April – 5 May 2019", "2019年4月30日至5月5日"
    let date_width = match lang::current() {
        Language::English => 128.0,
        Language::Chinese => 160.0,
    };
    let (ui_ctx, spacing) = (ui.ctx().clone(), ui.spacing().item_spacing.y);
    let offset = state.far.take_offset();
    let mut table = TableBuilder::new(ui)
        .id_salt("result list")
        .striped(false)
        // Clicks alone: not each cell, but the row has the focus.
        .sense(Sense::CLICK)
        .cell_layout(Layout::left_to_right(Align::Center))
        .column(Column::exact(date_width).clip(true))
        .column(Column::remainder().at_least(120.0).clip(true))
        .column(Column::exact(widths[0]).clip(true))
        .column(Column::exact(widths[1]).clip(true))
        .column(Column::exact(widths[2]).clip(true))
        .columns(Column::exact(widths[3]).clip(true), 2);
    // The table puts its spacing between rows.
    let step = row_height + spacing;
    let measures = (f64::from(step) * rows.len() as f64, f64::from(step));
    let (first, count) = state.far.rows(step, rows.len());
    match scroll_to.map(|row| (row, row.checked_sub(first).filter(|row| *row < count))) {
        Some((_, Some(row))) => table = table.scroll_to_row(row, None),
        Some((row, None)) => {
            state.far.go_to(row as f64 * f64::from(step), measures);
            ui_ctx.request_repaint();
        }
        None => {}
    }
    if let Some(offset) = offset {
        table = table.vertical_scroll_offset(offset);
    }
    let output = table
        .scroll_bar_visibility(Far::bar(measures.0))
        .header(26.0, |mut header| {
            for (by, name) in columns() {
                header.col(|ui| column_head_ui(ctx, by, name, ui, actions));
            }
        })
        .body(|body| {
            body.rows(row_height, count, |mut row| {
                let Some(ix) = rows.get(first + row.index()).copied() else { return };
                row_ui(ctx, &mut state.found, (ix, is_narrow), &mut row, actions);
            });
        });
    let place = (output.inner_rect, output.state.clamped_offset().y);
    state.far.after(ui, place, measures, Id::unique("result list bar"));
}

/// What is listed, and in which order where no column says so.
fn head_ui(ctx: &ListCtx<'_>, total: usize, ui: &mut Ui, actions: &mut Vec<Action>) {
    let t = ctx.page.tokens;
    ui.horizontal(|ui| {
        ui.add_space(space::TIGHT);
        let text = match ctx.rows.rows().len() {
            shown if shown < total => filter_note(shown, total, Of::All),
            shown => tr!("meetings", count = shown),
        };
        let response = ui.label(RichText::new(&text).font(semibold(size::BODY)));
        access::heading(&response, &text, 1);
        access::live(&response, false);
        if ctx.has_words() {
            let is_on = ctx.order.by == SortBy::Match;
            let text = tr!("page-list-best-first");
            let button = Button::selectable(is_on, text).frame_when_inactive(true);
            if ui.add(button).clicked() {
                let by = if is_on { SortBy::Date } else { SortBy::Match };
                actions.push(Action::Sort(ListOrder { by, is_reversed: false }));
            }
        }
        let muted = RichText::new(tr!("page-list-hint")).color(t.text_muted);
        ui.add(Label::new(muted.size(size::CAPTION)).truncate());
    });
    ui.add_space(space::TIGHT);
}

fn column_head_ui(
    ctx: &ListCtx<'_>,
    by: SortBy,
    name: &str,
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    let is_on = ctx.order.by == by;
    let arrow = match (is_on, ctx.order.is_reversed) {
        (false, _) => "",
        (true, false) => " ↓",
        (true, true) => " ↑",
    };
    let font = if is_on { semibold(size::CAPTION) } else { sans(size::CAPTION) };
    let text = RichText::new(format!("{name}{arrow}")).font(font).color(ctx.page.tokens.text_muted);
    let response = ui.add(Button::new(text).frame(false).truncate());
    response.widget_info(|| {
        let label = tr!("page-list-sort-by", column = name);
        WidgetInfo::selected(egui::Role::ColumnHeader, true, is_on, label)
    });
    if response.has_focus() {
        let (rect, ring) = (response.rect, focus_ring(ctx.page.tokens));
        ui.painter().hline(rect.x_range(), rect.bottom() - 3.0, ring);
    }
    if response.clicked() {
        let is_reversed = is_on && !ctx.order.is_reversed;
        actions.push(Action::Sort(ListOrder { by, is_reversed }));
    }
}

fn row_ui(
    ctx: &ListCtx<'_>,
    found: &mut Found,
    (ix, is_narrow): (EventIx, bool),
    row: &mut TableRow<'_, '_>,
    actions: &mut Vec<Action>,
) {
    let (t, dataset) = (ctx.page.tokens, ctx.page.document.dataset());
    let Some(event) = dataset.event(ix) else { return };
    let is_selected = ctx.page.selection == Some(ix);
    row.set_selected(is_selected);
    row.set_overline(true);
    let muted = |text: &str| RichText::new(text.to_owned()).size(size::CAPTION).color(t.text_muted);
    let when = event.when.words();
    let may_be = (ctx.may_be)(ix);
    let perhaps = if may_be { format!("{DOT}{}", tr!("page-list-perhaps")) } else { String::new() };
    let mut focus = None;
    row.col(|ui| {
        // The row's one stop for the keyboard.
        focus = Some(ui.interact(ui.max_rect(), ui.unique_id().with("row"), Sense::click()));
        if !may_be {
            plain(ui, muted(&when));
            return;
        }
        // However long the date is, this can be read.
        ui.spacing_mut().item_spacing.x = 0.0;
        let room = ui.available_width() - PERHAPS_WIDTH;
        ui.scope(|ui| {
            ui.set_max_width(room);
            plain(ui, muted(&when));
        });
        plain(ui, muted(&perhaps)).on_hover_text(tr!("page-list-perhaps-why"));
    });
    row.col(|ui| title_ui(ctx, found, (ix, &event), ui));
    row.col(|ui| {
        if let Some(kind) = dataset.kinds.get(event.kind.pos()) {
            let (rect, _) = ui.allocate_exact_size(vec2(14.0, ROW), Sense::hover());
            paint_shape(ui.painter(), kind.shape, rect.center(), 4.5, t.mark, t.canvas);
            if !is_narrow {
                plain(ui, muted(&cut(kind.singular())));
            }
        }
    });
    row.col(|ui| {
        let place = event.place.and_then(|place| dataset.places.get(place.pos()));
        plain(ui, muted(&cut(place.map_or("", |name| name))));
    });
    row.col(|ui| {
        plain(ui, muted(&people(ctx, &event)));
    });
    row.col(|ui| number_ui(event.issues.len(), ui, muted));
    row.col(|ui| number_ui(event.quote_count as usize, ui, muted));
    let cells = row.response();
    let response = focus.as_ref().map_or_else(|| cells.clone(), |focus| focus.union(cells.clone()));
    focus.as_ref().inspect(|focus| access::ring(focus));
    let when = format!("{when}{perhaps}");
    let name = tr!("page-list-row", title = shortened(event.title), when = when);
    response.widget_info(|| WidgetInfo::selected(egui::Role::Row, true, is_selected, &name));
    if response.clicked() {
        actions.push(Action::Select(ix));
    }
    if response.double_clicked() {
        actions.push(Action::Find(ix));
    }
}

/// Text that a click goes through to the row.
fn plain(ui: &mut Ui, text: RichText) -> Response {
    ui.add(Label::new(text).selectable(false).truncate())
}

fn number_ui(number: usize, ui: &mut Ui, muted: impl Fn(&str) -> RichText) {
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        ui.add_space(space::SMALL);
        if number > 0 {
            plain(ui, muted(&grouped(number)));
        }
    });
}

fn title_ui(ctx: &ListCtx<'_>, found: &mut Found, (ix, event): (EventIx, &EventHead), ui: &mut Ui) {
    let t = ctx.page.tokens;
    let title = RichText::new(shortened(event.title)).color(t.text);
    let document = ctx.page.document;
    let snippet = if ctx.has_words() {
        found.snippet(document, ctx.needles, ctx.generation, (ix, ui))
    } else {
        None
    };
    let Some(snippet) = snippet else {
        plain(ui, title);
        return;
    };
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        ui.add_space(3.0);
        plain(ui, title);
        ui.add(
            Label::new(snippet_job(snippet, ui.available_width() > 420.0, t))
                .selectable(false)
                .truncate(),
        );
    });
}

/// The names of the first people, those of all sides in the order of the file.
fn people(ctx: &ListCtx<'_>, event: &EventHead) -> String {
    let dataset = ctx.page.document.dataset();
    let names = event.people.iter().filter_map(|person| dataset.people.get(person.pos()));
    let names: Vec<String> =
        names.take(MAX_PEOPLE).map(|person| shortened(person.shown_name())).collect();
    let mut text = list::things(&names);
    if event.people.len() > MAX_PEOPLE {
        text.push_str(&format!(" +{}", event.people.len() - MAX_PEOPLE));
    }
    text
}
