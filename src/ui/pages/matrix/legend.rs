//! What the cells mean: a sample of each with a few words.

use std::sync::Arc;

use egui::{Color32, Galley, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::paint::{SQUARE, square};
use crate::analysis::matrix::{Matrix, MatrixCell, MatrixMeaning};
use crate::model::{Dataset, SideIx};
use crate::tr;
use crate::ui::tokens::{self, Tokens, size};
use crate::ui::words::shortened;

/// The height of a line.
const LINE: f32 = 22.0;
/// Between a sample and its words, and between two samples.
const NEAR: f32 = 6.0;
const FAR: f32 = 16.0;

/// The samples, arranged in lines.
pub(super) struct Legend {
    lines: Vec<Vec<(MatrixCell, String, Arc<Galley>)>>,
}

impl Legend {
    /// Arranges the samples in a width.
    pub fn new(dataset: &Dataset, matrix: &Matrix, ui: &Ui) -> Self {
        let room = ui.available_width();
        let mut lines = vec![Vec::new()];
        let mut left = 0.0;
        for (cell, text) in samples(dataset, matrix) {
            let font = tokens::sans(size::CAPTION);
            let galley = ui.painter().layout_no_wrap(text.clone(), font, Color32::PLACEHOLDER);
            let width = SQUARE + NEAR + galley.size().x;
            if left > 0.0 && left + width > room {
                lines.push(Vec::new());
                left = 0.0;
            }
            left += width + FAR;
            if let Some(line) = lines.last_mut() {
                line.push((cell, text, galley));
            }
        }
        Self { lines }
    }

    /// How high it is.
    pub fn height(&self) -> f32 {
        self.lines.len() as f32 * LINE
    }

    pub fn ui(self, t: &Tokens, matrix: &Matrix, ui: &mut Ui) {
        let size = vec2(ui.available_width(), self.height());
        let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
        for (number, line) in self.lines.into_iter().enumerate() {
            let (mut left, middle) = (rect.left(), rect.top() + (number as f32 + 0.5) * LINE);
            for (cell, text, galley) in line {
                let at = pos2(left + SQUARE / 2.0, middle);
                square(ui.painter(), t, matrix, at, &cell);
                let at = pos2(left + SQUARE + NEAR, middle - galley.size().y / 2.0);
                let words = egui::Rect::from_min_size(at, galley.size());
                left = words.right() + FAR;
                ui.painter().galley(at, galley, t.text_muted);
                let response = ui.interact(words, ui.scope_id().with(&text), Sense::hover());
                response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &text));
            }
        }
    }
}

fn samples(dataset: &Dataset, matrix: &Matrix) -> Vec<(MatrixCell, String)> {
    let is_accounts = matrix.choice.meaning == MatrixMeaning::Accounts;
    let none = || vec![0; matrix.sides.len()];
    let mut samples = Vec::new();
    for (pos, side) in matrix.sides.iter().enumerate() {
        let mut by = none();
        if let Some(count) = by.get_mut(pos) {
            *count = 1;
        }
        let name = name(dataset, *side);
        let text = if is_accounts {
            tr!("page-legend-account", side = name)
        } else {
            tr!("page-raised-by", sides = name)
        };
        samples.push((sample(by, (0, 0)), text));
    }
    let unknown =
        if is_accounts { tr!("page-legend-no-account") } else { tr!("page-legend-unknown") };
    samples.push((sample(none(), (0, 0)), unknown.to_owned()));
    if is_accounts {
        let mut cell = sample(none(), (0, 0));
        for has_account in cell.has_account.iter_mut().skip(1) {
            *has_account = false;
        }
        samples.push((cell, tr!("page-legend-missing").to_owned()));
    }
    samples.push((sample(none(), (1, 0)), tr!("page-legend-dispute").to_owned()));
    samples.push((sample(none(), (0, 1)), tr!("page-legend-shared").to_owned()));
    samples
}

fn sample(by: Vec<u32>, (disputes, shared): (u32, u32)) -> MatrixCell {
    MatrixCell {
        meetings: 1,
        has_account: vec![true; by.len()].into(),
        by: by.into(),
        unknown: 0,
        disputes,
        shared,
    }
}

fn name(dataset: &Dataset, side: Option<SideIx>) -> String {
    let side = side.and_then(|side| dataset.sides.get(side.pos()));
    side.map_or_else(|| tr!("page-other-side").to_owned(), |side| shortened(&side.short_name()))
}
