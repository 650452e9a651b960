//! Who raised what, or in whose account it stands, as a brief.
//!
//! First each issue in sum, then column by column: a table with a column for each of
//! hundreds of meetings could not be read on paper.

use std::collections::{HashMap, HashSet};

use super::bibliography::CitationStyle;
use super::brief::Brief;
use super::page::{Block, Line, Page, plain};
use crate::analysis::matrix::{ColumnKey, Matrix, MatrixCell, MatrixMeaning};
use crate::analysis::{sources_of_quotes, topics};
use crate::load::Document;
use crate::model::{Issue, IssueIx, SideIx, SourceIx, Stance};
use crate::tr;

/// The matrix in full, with the sources that tell who raised an issue. To be called on
/// a worker thread; `None` where it was cancelled.
pub fn matrix(
    document: &Document,
    matrix: &Matrix,
    style: CitationStyle,
    cancelled: &dyn Fn() -> bool,
) -> Option<Page> {
    let title = match matrix.choice.meaning {
        MatrixMeaning::RaisedBy => tr!("export-who-raised-what"),
        MatrixMeaning::Accounts => tr!("export-whose-account"),
    };
    let mut brief = Brief::new(document.dataset(), style, title);
    let meetings = tr!("meetings", count = matrix.meetings);
    let issues = tr!("export-issues", count = matrix.rows.len());
    brief.page.say(format!("{meetings} · {issues}"));
    push_sums(&mut brief, matrix);
    for column in 0..matrix.columns.len() {
        if cancelled() {
            return None;
        }
        push_column(&mut brief, document, matrix, column);
    }
    Some(brief.finish())
}

fn side_name(brief: &Brief<'_>, side: Option<SideIx>) -> String {
    side.map_or_else(|| tr!("export-other-sides"), |side| brief.side(side)).to_owned()
}

fn push_sums(brief: &mut Brief<'_>, matrix: &Matrix) {
    if matrix.rows.is_empty() {
        return;
    }
    let is_raised = matrix.choice.meaning == MatrixMeaning::RaisedBy;
    let sides: Vec<String> = matrix.sides.iter().map(|side| side_name(brief, *side)).collect();
    let mut head =
        vec![tr!("export-column-issue").to_owned(), tr!("export-heading-meetings").to_owned()];
    head.extend(sides.iter().map(|side| {
        let side = side.as_str();
        if is_raised {
            tr!("export-column-raised-by", side = side)
        } else {
            tr!("export-column-in-account", side = side)
        }
    }));
    head.extend(sides.iter().map(|side| tr!("export-column-only", side = side.as_str())));
    head.push(tr!("export-column-several").to_owned());
    if !is_raised {
        head.push(tr!("export-column-missing").to_owned());
    }
    let last =
        [tr!("export-column-unknown"), tr!("export-column-dispute"), tr!("export-column-shared")];
    head.extend(last.map(str::to_owned));
    let number = |number: u32| plain(number.to_string());
    let rows = matrix.rows.iter().map(|row| {
        let issue = brief.dataset.issues.get(row.issue.pos());
        let mut cells = vec![plain(issue.map_or("", Issue::shown_name)), number(row.meetings)];
        cells.extend(row.by.iter().chain(&row.only).map(|count| number(*count)));
        cells.push(number(row.several));
        if !is_raised {
            cells.push(number(row.uncompared));
        }
        cells.extend([row.unknown, row.disputes, row.shared].map(number));
        cells
    });
    let rows = rows.collect();
    brief.page.push(Block::Table { head, rows });
}

fn push_column(brief: &mut Brief<'_>, document: &Document, matrix: &Matrix, column: usize) {
    let Some(key) = matrix.columns.get(column).map(|column| column.key) else { return };
    let mut cells = matrix.column_cells(brief.dataset, column, 0..matrix.rows.len());
    if cells.is_empty() {
        return;
    }
    cells.sort_unstable_by_key(|(row, _)| *row);
    let sources = sources_of(document, matrix, column);
    let mut items = Vec::with_capacity(cells.len());
    for (row, cell) in &cells {
        let Some(issue) = matrix.rows.get(*row).map(|row| row.issue) else { continue };
        let name = brief.dataset.issues.get(issue.pos()).map_or("", Issue::shown_name);
        let words = cell_words(brief, matrix, key, cell);
        let sources = sources.get(&issue).map(Vec::as_slice).unwrap_or_default();
        let item = match key {
            ColumnKey::Meeting(_) => tr!("export-matrix-item", issue = name, words = words),
            _ => {
                let meetings = tr!("meetings", count = cell.meetings);
                tr!("export-matrix-item-of", issue = name, meetings = meetings, words = words)
            }
        };
        items.push(brief.cited(plain(item), sources));
    }
    let label = label(brief, matrix, column, key);
    brief.page.push(Block::Heading(2, label));
    brief.page.list(items);
}

fn label(brief: &Brief<'_>, matrix: &Matrix, column: usize, key: ColumnKey) -> Line {
    let group = matrix.groups.iter().find(|group| group.columns.contains(&column));
    let group = group.map_or("", |group| group.label.as_str());
    let label = match key {
        ColumnKey::Meeting(ix) => brief.meeting(ix),
        ColumnKey::Year(year) => crate::date::year_words(year),
        ColumnKey::YearUnknown => tr!("matrix-year-unknown").to_owned(),
        ColumnKey::Period(pos) => {
            let period = brief.dataset.periods.get(pos);
            period.map_or_else(String::new, |period| {
                tr!("export-period", group = group, period = period.title.as_str())
            })
        }
        ColumnKey::NoPeriod => tr!("export-no-period", group = group),
    };
    plain(label)
}

/// "raised by United States at 3, China at 1; unknown who raised it at 2"
fn cell_words(brief: &Brief<'_>, matrix: &Matrix, key: ColumnKey, cell: &MatrixCell) -> String {
    let is_one = matches!(key, ColumnKey::Meeting(_));
    let at = |what: &str, count: u32| {
        if is_one { what.to_owned() } else { tr!("export-at", what = what, count = count) }
    };
    let by = matrix.sides.iter().zip(&cell.by).filter(|(_, count)| **count > 0);
    let by: Vec<String> = by.map(|(side, count)| at(&side_name(brief, *side), *count)).collect();
    let mut parts = Vec::new();
    if !by.is_empty() {
        let sides = by.join(tr!("join-names"));
        parts.push(match matrix.choice.meaning {
            MatrixMeaning::RaisedBy => tr!("export-raised-by", sides = sides),
            MatrixMeaning::Accounts => tr!("export-in-account", sides = sides),
        });
    }
    if cell.unknown > 0 {
        let unknown = match matrix.choice.meaning {
            MatrixMeaning::RaisedBy => tr!("export-raised-unknown"),
            MatrixMeaning::Accounts => tr!("export-in-no-account"),
        };
        parts.push(at(unknown, cell.unknown));
    }
    match (is_one, cell.stance()) {
        (true, Some(stance)) => parts.push(stance.label().to_owned()),
        (true, None) => {}
        (false, _) => {
            if cell.disputes > 0 {
                parts.push(at(Stance::Dispute.label(), cell.disputes));
            }
            if cell.shared > 0 {
                parts.push(at(Stance::Shared.label(), cell.shared));
            }
        }
    }
    parts.join(tr!("join-clauses"))
}

/// The sources that tell of each issue at the meetings of a column, each once: those
/// of its mentions, and where accounts are asked for, those of the quotes on it.
fn sources_of(
    document: &Document,
    matrix: &Matrix,
    column: usize,
) -> HashMap<IssueIx, Vec<SourceIx>> {
    let mut sources: HashMap<IssueIx, Vec<SourceIx>> = HashMap::new();
    let mut seen: HashSet<(IssueIx, SourceIx)> = HashSet::new();
    let mut add = |issue: IssueIx, of_issue: &[SourceIx]| {
        let fresh = of_issue.iter().filter(|source| seen.insert((issue, **source)));
        sources.entry(issue).or_default().extend(fresh);
    };
    for ix in matrix.meetings_of(column) {
        let Some(event) = document.event(*ix) else { continue };
        let topics = topics(&event);
        for topic in &topics {
            add(topic.issue, &topic.sources);
        }
        if matrix.choice.meaning == MatrixMeaning::RaisedBy {
            continue;
        }
        let quoted = sources_of_quotes(&event);
        for topic in &topics {
            add(topic.issue, quoted.get(&topic.issue).map(Vec::as_slice).unwrap_or_default());
        }
    }
    sources
}
