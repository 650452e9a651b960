//! The page of the longest gaps between meetings: of all kinds together, and of each.

use egui::{Align, Frame, Margin, Sense, Ui, vec2};

use crate::analysis::cadence::{Cadence, KindGaps, Unit};
use crate::analysis::silence::Silence;
use crate::export::cadence::none_of;
use crate::model::{EventIx, Kind};
use crate::tr;
use crate::ui::action::Action;
use crate::ui::pages::PageCtx;
use crate::ui::pages::cells::{Cells, line_ui};
use crate::ui::pages::empty::empty_ui;
use crate::ui::pages::header::{MARGIN, Of, PageHeader, filter_note, header_ui};
use crate::ui::pages::links::{date_of, meeting_ui, show_between};
use crate::ui::pages::rows::Rows;
use crate::ui::shapes::paint_shape;
use crate::ui::signs::button_ui;
use crate::ui::text::{DOT, Ink, cut, flow, link_ui, text_ui};
use crate::ui::tokens::{semibold, size, space};

/// How many gaps of a kind are shown until the rest is asked for.
const FEW: usize = 5;

/// A line of the page; gaps by the position of their kind and their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Item {
    Heading(usize),
    Gap(usize, usize),
    NoGap,
    More(usize, usize),
    End,
}

/// What the page remembers from frame to frame.
#[derive(Clone, Debug, Default)]
pub struct CadenceState {
    /// The cadence for which the rest holds.
    of: Option<u64>,
    items: Vec<Item>,
    rows: Rows,
    /// The kinds, by their positions, of which all gaps are shown.
    unfolded: Vec<usize>,
    /// The selection that was brought into view last.
    selection: Option<EventIx>,
}

impl CadenceState {
    fn prepare(&mut self, ctx: &PageCtx<'_>, cadence: &Cadence) {
        if self.of != Some(cadence.stamp()) {
            self.unfolded.clear();
            self.list(cadence);
            self.selection = ctx.selection;
            self.of = Some(cadence.stamp());
        }
        if self.selection != ctx.selection {
            self.selection = ctx.selection;
            let row = self.items.iter().position(|item| {
                let gap = item.gap(cadence);
                gap.is_some_and(|gap| is_end(gap, ctx.selection))
            });
            if let Some(row) = row {
                self.rows.bring(row);
            }
        }
    }

    fn list(&mut self, cadence: &Cadence) {
        self.items.clear();
        for (pos, kind) in cadence.gaps.iter().enumerate() {
            // Where there is one kind, it says the same as all together.
            if pos > 0 && cadence.kinds.len() < 2 {
                break;
            }
            let count = kind.gaps.len();
            self.items.push(Item::Heading(pos));
            let is_whole = count <= FEW + 1 || self.unfolded.contains(&pos);
            let shown = if is_whole { count } else { FEW };
            self.items.extend((0..shown).map(|gap| Item::Gap(pos, gap)));
            if count == 0 {
                self.items.push(Item::NoGap);
            } else if !is_whole {
                self.items.push(Item::More(pos, count - FEW));
            }
        }
        self.items.push(Item::End);
        let guess = |item: &Item| match item {
            Item::Heading(_) => 66.0,
            Item::Gap(..) => 53.0,
            Item::NoGap | Item::More(..) => 40.0,
            Item::End => 48.0,
        };
        let heights: Vec<f32> = self.items.iter().map(guess).collect();
        self.rows = Rows::new(&heights);
    }
}

impl Item {
    fn gap(self, cadence: &Cadence) -> Option<&Silence> {
        match self {
            Self::Gap(kind, gap) => cadence.gaps.get(kind)?.gaps.get(gap),
            _ => None,
        }
    }
}

fn is_end(gap: &Silence, selection: Option<EventIx>) -> bool {
    selection == Some(gap.after) || selection == Some(gap.before)
}

/// Shows the longest gaps. Scrolls by itself; the caller gives the whole page, without
/// margins, on [`Tokens::canvas`](crate::ui::tokens::Tokens::canvas).
pub fn cadence_ui(
    ctx: &PageCtx<'_>,
    cadence: &Cadence,
    state: &mut CadenceState,
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    ui.spacing_mut().item_spacing.y = 0.0;
    state.prepare(ctx, cadence);
    header_ui(ctx, &header(cadence), ui, actions, |_, _| {});
    if cadence.meetings < 2 {
        let is_hidden = cadence.total > cadence.meetings;
        let text = match is_hidden {
            true => tr!("page-gaps-none-match"),
            false => tr!("page-gaps-none"),
        };
        Frame::new().inner_margin(Margin::symmetric(MARGIN as i8, 0)).show(ui, |ui| {
            empty_ui(ctx, text, is_hidden, ui, actions);
        });
        return;
    }
    let CadenceState { items, rows, .. } = state;
    let mut asked = None;
    rows.ui(ui, "cadence", |ui, pos| {
        let Some(item) = items.get(pos) else { return };
        let selected = item.gap(cadence).is_some_and(|gap| is_end(gap, ctx.selection));
        line_ui(ctx, selected, ui, |ui| match *item {
            Item::Heading(kind) => {
                if let Some(gaps) = cadence.gaps.get(kind) {
                    heading_ui(ctx, gaps, ui, actions);
                }
            }
            Item::Gap(kind, _) => {
                if let Some((gaps, gap)) = cadence.gaps.get(kind).zip(item.gap(cadence)) {
                    let is_filtered = cadence.meetings < cadence.total;
                    gap_ui(ctx, gaps, (gap, is_filtered), ui, actions);
                }
            }
            Item::NoGap => {
                ui.add_space(space::SMALL);
                let text = tr!("page-gaps-uncertain");
                text_ui(ui, text, &Ink::body(ctx.tokens).color(ctx.tokens.text_muted));
            }
            Item::More(kind, count) => {
                ui.add_space(space::SMALL);
                let name = tr!("page-show-more", count = count);
                if button_ui(ui, ctx.tokens, None, &name, &name).clicked() {
                    asked = Some(kind);
                }
            }
            Item::End => ui.add_space(48.0),
        });
    });
    if let Some(kind) = asked {
        let first = state.rows.first();
        state.unfolded.push(kind);
        state.list(cadence);
        state.rows = std::mem::take(&mut state.rows).starting_at(first);
        ui.request_discard("more gaps are shown");
    }
}

fn header(cadence: &Cadence) -> PageHeader {
    let meetings = tr!("meetings", count = cadence.meetings);
    let wider = cadence.bins(Unit::Year).wider;
    let wider = match wider {
        0 => String::new(),
        count => tr!("page-year-unknown", count = count),
    };
    PageHeader {
        title: tr!("page-gaps-title").to_owned(),
        facts: vec![meetings, wider, tr!("page-gaps-measure").to_owned()],
        note: filter_note(cadence.meetings, cadence.total, Of::All),
        is_empty: false,
    }
}

/// The kind with its mark, how many meetings, and the last of them.
fn heading_ui(ctx: &PageCtx<'_>, gaps: &KindGaps, ui: &mut Ui, actions: &mut Vec<Action>) {
    let t = ctx.tokens;
    let kind = kind_of(ctx, gaps);
    ui.add_space(space::LARGE);
    flow(ui, |ui| {
        let strong = Ink { font: semibold(size::BODY), ..Ink::body(t) };
        if let Some(kind) = kind {
            let (rect, _) = ui.allocate_exact_size(vec2(18.0, 20.0), Sense::hover());
            let center = rect.left_center() + vec2(6.0, 0.0);
            paint_shape(ui.painter(), kind.shape, center, 5.0, t.mark, t.canvas);
        }
        let label = kind.map_or_else(|| tr!("page-all-kinds"), Kind::label);
        let response = text_ui(ui, &cut(label), &strong);
        response.widget_info(|| {
            egui::WidgetInfo::labeled(egui::Role::Heading, ui.is_enabled(), cut(label))
        });
        let muted = Ink { line_height: 20.0, ..Ink::caption(t) };
        let meetings = tr!("meetings", count = gaps.meetings);
        text_ui(ui, &format!("{DOT}{meetings}"), &muted);
        if let Some(last) = gaps.last {
            let text = tr!("page-kind-last", when = date_of(ctx, last));
            text_ui(ui, &format!("{DOT}{text}"), &muted);
            meeting_ui(ctx, last, &muted, ui, actions);
        }
    });
    ui.add_space(6.0);
    let (line, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), Sense::hover());
    ui.painter().rect_filled(line, 0.0, t.line);
}

fn kind_of<'a>(ctx: &PageCtx<'a>, gaps: &KindGaps) -> Option<&'a Kind> {
    ctx.document.dataset().kinds.get(gaps.kind?.pos())
}

/// "No summit for 2 years 5 months"
fn words(kind: Option<&Kind>, gap: &Silence, is_filtered: bool) -> String {
    let none = none_of(kind, is_filtered);
    tr!("page-gap", none = none, length = gap.length.words.as_str())
}

fn gap_ui(
    ctx: &PageCtx<'_>,
    gaps: &KindGaps,
    (gap, is_filtered): (&Silence, bool),
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    let t = ctx.tokens;
    let width = ui.available_width();
    let words = words(kind_of(ctx, gaps), gap, is_filtered);
    let small = Ink { line_height: 18.0, ..Ink::caption(t) };
    ui.add_space(6.0);
    let column = (width - 2.0 * space::MEDIUM) / 3.0;
    let mut cells = Cells::new(ui);
    cells.cell(ui, column, Align::Min, |ui| {
        let response = link_ui(ui, &words, &Ink::body(t));
        if response.on_hover_text(tr!("page-show-time")).clicked() {
            actions.extend(show_between(ctx, gap.after, gap.before));
        }
        text_ui(ui, &facts(gap, gaps.kind.is_some()), &small);
    });
    let from = tr!("page-gap-from", when = date_of(ctx, gap.after));
    let to = tr!("page-gap-to", when = date_of(ctx, gap.before));
    for (ix, words) in [(gap.after, from), (gap.before, to)] {
        cells.skip(space::MEDIUM);
        cells.cell(ui, column, Align::Min, |ui| {
            ui.push_id(ix, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                meeting_ui(ctx, ix, &Ink::body(t), ui, actions);
                text_ui(ui, &words, &small);
            });
        });
    }
    cells.end(ui);
    ui.add_space(7.0);
    let (line, _) = ui.allocate_exact_size(vec2(width, 1.0), Sense::hover());
    ui.painter().rect_filled(line, 0.0, t.grid);
}

/// "726 days · 4 meetings of other kinds"
fn facts(gap: &Silence, is_of_kind: bool) -> String {
    let days = match gap.length.is_exact {
        true => tr!("page-gap-days", count = gap.length.least),
        false => tr!("page-gap-vague").to_owned(),
    };
    match gap.others {
        0 => days,
        _ if !is_of_kind => days,
        count => format!("{days}{DOT}{}", tr!("page-other-kinds", count = count)),
    }
}
