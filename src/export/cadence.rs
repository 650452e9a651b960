//! The longest gaps between meetings, as a text.

use super::brief::{filtered, meeting};
use super::page::{Block, Inline, Line, Page, plain};
use crate::analysis::cadence::{Cadence, KindGaps};
use crate::analysis::silence::Silence;
use crate::model::{Dataset, Kind};
use crate::tr;

/// The longest gaps, of all kinds together and of each kind.
pub fn cadence(dataset: &Dataset, cadence: &Cadence) -> Page {
    let mut page = Page::titled(tr!("export-gaps"));
    page.say(filtered(cadence.meetings, cadence.total));
    for of_kind in cadence.gaps.iter().filter(|of_kind| !of_kind.gaps.is_empty()) {
        let kind = of_kind.kind.and_then(|kind| dataset.kinds.get(kind.pos()));
        page.section(kind.map_or_else(|| tr!("export-all-kinds"), Kind::label));
        page.push(Block::Numbered(gaps(dataset, of_kind, kind, cadence.meetings < cadence.total)));
    }
    page
}

fn gaps(
    dataset: &Dataset,
    of_kind: &KindGaps,
    kind: Option<&Kind>,
    is_filtered: bool,
) -> Vec<Line> {
    let line = |gap: &Silence| {
        let none = none_of(kind, is_filtered);
        let gap_words = tr!("export-gap", none = none, gap = gap.length.words.as_str());
        let (first, last) = (meeting(dataset, gap.after), meeting(dataset, gap.before));
        let mut line = vec![Inline::Strong(gap_words)];
        line.extend(plain(tr!("export-gap-ends", first = first, last = last)));
        line
    };
    of_kind.gaps.iter().map(line).collect()
}

/// "No meeting", "No summit"; "No matching meeting" under a filter, which hides others.
/// Some kinds' names do not go with "no".
pub fn none_of(kind: Option<&Kind>, is_filtered: bool) -> String {
    match kind {
        _ if is_filtered => tr!("export-none-matching").to_owned(),
        None => tr!("export-no-meeting").to_owned(),
        Some(kind) if matches!(kind.id.as_str(), "summit" | "leader-call" | "dialogue") => {
            tr!("export-no-kind", kind = kind.singular())
        }
        Some(_) => tr!("export-none").to_owned(),
    }
}
