//! Where things stand on the page of an issue: dates at the left, then a column for
//! each side that speaks.

use egui::text::LayoutJob;
use egui::{Align, Label, Sense, Ui, vec2};

use crate::analysis::thread::Thread;
use crate::model::SideIx;
use crate::tr;
use crate::ui::pages::PageCtx;
use crate::ui::pages::cells::Cells;
use crate::ui::pages::header::MARGIN;
use crate::ui::text::{Ink, cut};
use crate::ui::tokens::space;

/// The dates' column: wide enough for "30 June – 2 July 2021" in two lines.
const DATES: f32 = 124.0;
/// Without this width, dates stand over the titles.
const MIN_WITH_DATES: f32 = 560.0;
/// What a side's words need.
const MIN_COLUMN: f32 = 190.0;
/// Between columns.
pub(super) const GAP: f32 = 20.0;

/// The columns of the page.
pub(super) struct Columns {
    /// The width of the dates' column; 0 where there is no room for one.
    pub dates: f32,
    /// The width of what stands beside the dates.
    pub main: f32,
    /// Whose words stand in each column; none for those of others. Empty where there
    /// is no room for columns: then all stand under each other.
    pub speakers: Vec<Option<SideIx>>,
    /// The width of such a column.
    pub width: f32,
}

impl Columns {
    pub fn of(thread: &Thread, width: f32) -> Self {
        let dates = if width >= MIN_WITH_DATES { DATES } else { 0.0 };
        let main = (width - dates).max(80.0);
        let sides = thread.speakers.iter().copied().map(Some);
        let speakers: Vec<_> = sides.chain(thread.has_others.then_some(None)).collect();
        let count = speakers.len().max(1) as f32;
        let column = (main - GAP * (count - 1.0)) / count;
        // One side alone needs no column that tells it from others.
        let has_columns = speakers.len() > 1 && column >= MIN_COLUMN;
        Self {
            dates,
            main,
            speakers: if has_columns { speakers } else { Vec::new() },
            width: if has_columns { column } else { main },
        }
    }
}

/// The sides' names over their columns; they stay while the meetings scroll.
pub(super) fn heads_ui(ctx: &PageCtx<'_>, columns: &Columns, ui: &mut Ui) {
    if columns.speakers.is_empty() {
        return;
    }
    let t = ctx.tokens;
    ui.add_space(space::SMALL);
    let mut cells = Cells::new(ui);
    cells.skip(MARGIN + columns.dates);
    for speaker in &columns.speakers {
        let side = speaker.and_then(|ix| ctx.document.dataset().sides.get(ix.pos()));
        let name = side.map_or(tr!("page-others"), |side| side.shown_name());
        cells.cell(ui, columns.width, Align::Min, |ui| {
            let ink = Ink::caption_strong(t).color(t.side(*speaker));
            let job = LayoutJob::single_section(cut(name).into_owned(), ink.format());
            ui.add(Label::new(job).truncate());
        });
        cells.skip(GAP);
    }
    cells.end(ui);
    ui.add_space(6.0);
    let (line, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), Sense::hover());
    ui.painter().rect_filled(line, 0.0, t.line);
}
