//! The list of problems in the open file, and the part of the file that each is
//! about.

use std::ops::Range;

use egui::text::{LayoutJob, TextWrapping};
use egui::{
    Align, Align2, Layout, RichText, Role, ScrollArea, Sense, TextFormat, TextWrapMode, Ui,
    WidgetInfo, pos2, vec2,
};

use super::access::ring;
use super::action::Action;
use super::tokens::{Tokens, sans, semibold, size, space};
use crate::load::{Document, Excerpt, Problem, excerpt};
use crate::tr;

/// The height of a row, in points.
const ROW: f32 = 44.0;

/// Between where a problem is and what it is, in points.
const GAP: f32 = 10.0;

/// Lines shown above and below the bad part.
const LINES_AROUND: usize = 5;

/// What the list remembers.
#[derive(Debug, Default)]
pub struct ProblemsState {
    /// Which problem's part of the file is shown.
    chosen: usize,
    /// That part.
    excerpt: Option<(usize, Excerpt)>,
}

impl ProblemsState {
    /// Which problem's part of the file is shown.
    pub fn chosen(&self) -> usize {
        self.chosen
    }
}

/// Shows the list and, beside it, the file's text around the chosen one.
pub fn problems_ui(
    document: &Document,
    state: &mut ProblemsState,
    is_open: &mut bool,
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    let tokens = Tokens::of(ui);
    let problems = document.problems();
    ui.horizontal(|ui| {
        let heading = tr!("problems-in-file", count = problems.total());
        ui.label(RichText::new(heading).font(semibold(size::BODY)));
        let rest = tr!("problems-rest");
        if problems.total() > 0 {
            ui.label(RichText::new(rest).color(tokens.text_muted));
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if ui.button(tr!("close")).clicked() {
                *is_open = false;
            }
            if problems.total() > 0 && ui.button(tr!("problems-copy")).clicked() {
                let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
                let text = lines.join("\n");
                actions.push(Action::Copy { clip: text.into(), what: tr!("problems-list") });
            }
        });
    });
    if problems.is_empty() {
        return;
    }
    ui.add_space(space::TIGHT);
    state.chosen = state.chosen.min(problems.len() - 1);
    let left = ui.available_width() * 0.5;
    ui.horizontal_top(|ui| {
        ui.vertical(|ui| {
            ui.set_width(left);
            list_ui(problems, problems.left_out(), state, tokens, ui);
        });
        ui.separator();
        ui.vertical(|ui| {
            let Some(problem) = problems.get(state.chosen) else { return };
            if state.excerpt.as_ref().is_none_or(|(of, _)| *of != state.chosen) {
                let part = part_of(document.text(), problem);
                state.excerpt = Some((state.chosen, part));
            }
            if let Some((_, excerpt)) = &state.excerpt {
                excerpt_ui(excerpt, tokens, ui);
            }
        });
    });
}

/// How far before a problem its surroundings are looked for, in bytes.
const MOST_BEFORE: usize = 64_000;

/// The lines around a problem. Only what is near it is looked at, however long the file
/// is: in which line it stands is known.
fn part_of(text: &str, problem: &Problem) -> Excerpt {
    let Range { start, end } = problem.offset;
    let from = text.floor_char_boundary(start.saturating_sub(MOST_BEFORE).min(text.len()));
    let before = text.get(from..start).unwrap_or_default();
    // Whole lines, unless a single one is that long.
    let skipped = if from == 0 { None } else { before.find('\n') };
    let from = from + skipped.map_or(0, |at| at + 1);
    let to = text.floor_char_boundary(end.saturating_add(MOST_BEFORE).min(text.len()));
    let near = text.get(from..to.max(from)).unwrap_or_default();
    let mut part =
        excerpt(near, start.saturating_sub(from)..end.saturating_sub(from), LINES_AROUND);
    let before = text.get(from..start).unwrap_or_default();
    let line = 1 + before.bytes().filter(|byte| *byte == b'\n').count();
    let shift = problem.place.line.saturating_sub(line);
    for line in &mut part.lines {
        line.number += shift;
    }
    part
}

fn list_ui(
    problems: &[Problem],
    left_out: usize,
    state: &mut ProblemsState,
    tokens: &Tokens,
    ui: &mut Ui,
) {
    let rows = problems.len() + usize::from(left_out > 0);
    let area = ScrollArea::vertical().id_salt("problems").auto_shrink(false);
    area.show_rows(ui, ROW, rows, |ui, range| {
        for pos in range {
            let Some(problem) = problems.get(pos) else {
                ui.label(tr!("problems-more", count = left_out));
                continue;
            };
            if problem_row(problem, pos == state.chosen, tokens, ui) {
                state.chosen = pos;
            }
        }
    });
}

/// A row with two lines: where and what; then what to do. Tells whether it was
/// clicked.
fn problem_row(problem: &Problem, is_chosen: bool, tokens: &Tokens, ui: &mut Ui) -> bool {
    let size = vec2(ui.available_width(), ROW - ui.spacing().item_spacing.y);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let place = tr!("problems-line", line = problem.place.line);
    let name = tr!(
        "problems-row",
        place = place.as_str(),
        path = problem.path.to_string(),
        message = problem.message.as_str(),
    );
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_chosen, &name));
    let fill = match (is_chosen, response.hovered() || response.has_focus()) {
        (true, _) => tokens.accent_wash,
        (false, true) => tokens.hover,
        (false, false) => tokens.raised,
    };
    ui.painter().rect_filled(rect, f32::from(space::RADIUS), fill);
    let format = |color, font_id| TextFormat { font_id, color, ..TextFormat::default() };
    let muted = format(tokens.text_muted, sans(size::CAPTION));
    let mut first = LayoutJob::default();
    first.append(&place, 0.0, format(tokens.warning, semibold(size::CAPTION)));
    first.append(&problem.message, GAP, format(tokens.text, sans(size::BODY)));
    let mut second = LayoutJob::default();
    second.append(&format!("{} · {}", problem.path, problem.advice), 0.0, muted);
    for (mut job, y) in [(first, rect.top() + 11.0), (second, rect.top() + 28.0)] {
        job.wrap = TextWrapping::truncate_at_width(rect.width() - 2.0 * space::SMALL);
        let galley = ui.painter().layout_job(job);
        let middle = pos2(rect.left() + space::SMALL, y);
        let place = Align2::LEFT_CENTER.anchor_size(middle, galley.size());
        ui.painter().galley(place.min, galley, tokens.text);
    }
    ring(&response);
    response.on_hover_text(format!("{}\n{}", problem.message, problem.advice)).clicked()
}

fn excerpt_ui(excerpt: &Excerpt, tokens: &Tokens, ui: &mut Ui) {
    let font = egui::FontId::monospace(12.5);
    let area = ScrollArea::both().id_salt("excerpt").auto_shrink(false);
    area.show(ui, |ui| {
        let plain = |color| TextFormat { font_id: font.clone(), color, ..TextFormat::default() };
        let bad = TextFormat {
            background: tokens.accent_wash,
            underline: egui::Stroke::new(1.5, tokens.warning),
            ..plain(tokens.text)
        };
        let mut job = LayoutJob::default();
        job.wrap.max_width = f32::INFINITY;
        for line in &excerpt.lines {
            job.append(&format!("{:>6}  ", line.number), 0.0, plain(tokens.text_muted));
            let cut = |is_cut: bool| if is_cut { "…" } else { "" };
            job.append(cut(line.is_cut_before), 0.0, plain(tokens.text_muted));
            for (part, is_bad) in parts(&line.text, line.bad.clone()) {
                job.append(part, 0.0, if is_bad { bad.clone() } else { plain(tokens.text) });
            }
            job.append(cut(line.is_cut_after), 0.0, plain(tokens.text_muted));
            job.append("\n", 0.0, plain(tokens.text));
        }
        ui.add(egui::Label::new(job).wrap_mode(TextWrapMode::Extend));
    });
}

/// A line cut into what is before, in, and after its bad part.
fn parts(text: &str, bad: Option<Range<usize>>) -> Vec<(&str, bool)> {
    let Some(bad) = bad else { return vec![(text, false)] };
    let part = |range: Range<usize>| text.get(range).unwrap_or_default();
    vec![
        (part(0..bad.start), false),
        (part(bad.start..bad.end), true),
        (part(bad.end..text.len()), false),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::{Job, read_bytes};

    #[test]
    fn what_is_near_a_problem_is_as_if_the_whole_file_were_looked_through() {
        let event = |n: usize| {
            let start = if n % 1_000 == 7 { "2001-13" } else { "2001-03" };
            format!("{{\"title\": \"会 {n}\",\n \"start\": \"{start}\"}}")
        };
        let events: Vec<String> = (0..6_000).map(event).collect();
        let text = format!("{{\"events\": [{}]}}", events.join(",\n"));
        let document = read_bytes(text.into_bytes(), &Job::new()).expect("it opens");
        assert_eq!(document.problems().len(), 6);
        for problem in document.problems().iter() {
            let whole = excerpt(document.text(), problem.offset.clone(), LINES_AROUND);
            assert_eq!(part_of(document.text(), problem), whole);
        }
    }
}
