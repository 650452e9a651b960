//! The longest gaps between meetings, as a text.

use super::page::{Block, Inline, Line, Page, plain};
use crate::analysis::cadence::{Cadence, KindGaps};
use crate::analysis::silence::Silence;
use crate::model::{Dataset, EventIx, Kind};

/// The longest gaps, of all kinds together and of each kind.
pub fn cadence(dataset: &Dataset, cadence: &Cadence) -> Page {
    let mut page = Page::titled("The longest gaps between meetings");
    page.say(super::brief::filtered(cadence.meetings, cadence.total));
    for of_kind in cadence.gaps.iter().filter(|of_kind| !of_kind.gaps.is_empty()) {
        let kind = of_kind.kind.and_then(|kind| dataset.kinds.get(kind.pos()));
        page.section(kind.map_or("All kinds together", |kind| &kind.label));
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
        let mut line = vec![Inline::Strong(format!(
            "{} for {}",
            none_of(kind, is_filtered),
            gap.length.words
        ))];
        let from = meeting(dataset, gap.after);
        line.extend(plain(format!(": from {from} to {}", meeting(dataset, gap.before))));
        line
    };
    of_kind.gaps.iter().map(line).collect()
}

/// "Anchorage talks (18–19 March 2021)"
fn meeting(dataset: &Dataset, ix: EventIx) -> String {
    dataset
        .event(ix)
        .map_or_else(String::new, |event| format!("{} ({})", event.title, event.when.words()))
}

/// "No meeting", "No summit"; "No matching meeting" under a filter, which hides others.
/// Some kinds' names do not go with "no".
pub fn none_of(kind: Option<&Kind>, is_filtered: bool) -> String {
    match kind {
        _ if is_filtered => "No matching meeting".to_owned(),
        None => "No meeting".to_owned(),
        Some(kind) if matches!(kind.id.as_str(), "summit" | "leader-call" | "dialogue") => {
            format!("No {}", kind.singular)
        }
        Some(_) => "None".to_owned(),
    }
}
