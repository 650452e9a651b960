//! An issue through all meetings, as a brief.

use super::bibliography::CitationStyle;
use super::brief::{Brief, filtered};
use super::page::{Block, Inline, Page, joined, plain};
use crate::analysis::silence::Silence;
use crate::analysis::thread::{Reading, Thread};
use crate::load::Document;
use crate::model::{EventIx, Issue};
use crate::tr;

/// The thread in full: who raised it where, what was said on it, and for how long it
/// did not come up. To be called on a worker thread; `None` where it was cancelled.
pub fn thread(
    document: &Document,
    thread: &Thread,
    style: CitationStyle,
    cancelled: &dyn Fn() -> bool,
) -> Option<Page> {
    let dataset = document.dataset();
    let name = dataset.issues.get(thread.issue.pos()).map_or("", Issue::shown_name);
    let mut brief = Brief::new(dataset, style, name);
    let listed = thread.listed();
    let mut count = filtered(listed, thread.listed_total);
    if thread.entries.len() > listed {
        let more = thread.entries.len() - listed;
        count = tr!("export-only-in-quotes", meetings = count, count = more);
    }
    brief.page.say(format!("{count} · {}", tr!("export-quotes", count = thread.quotes)));
    for (pos, entry) in thread.entries.iter().enumerate() {
        if cancelled() {
            return None;
        }
        if let Some(silence) = thread.silence_before(pos) {
            push_silence(&mut brief, silence);
        }
        let Some(reading) = thread.read(document, entry) else { continue };
        push_meeting(&mut brief, entry.event, &reading);
    }
    Some(brief.finish())
}

fn push_silence(brief: &mut Brief<'_>, silence: &Silence) {
    let gap = silence.length.words.as_str();
    let text = match silence.others {
        0 => tr!("export-silence", gap = gap),
        count => tr!("export-silence-with", gap = gap, count = count),
    };
    brief.page.push(Block::Paragraph(vec![Inline::Emphasis(text)]));
}

fn push_meeting(brief: &mut Brief<'_>, ix: EventIx, reading: &Reading) {
    brief.page.section(&reading.event.title);
    if let Some(head) = brief.dataset.event(ix) {
        let facts = brief.head_facts(&head);
        brief.page.push(Block::Paragraph(facts));
    }
    for mention in &reading.mentions {
        let note = mention.note.as_deref().unwrap_or_default();
        let raised = plain(brief.raised(&mention.raised_by, mention.stance));
        let line = brief.cited(joined([raised, plain(note)], " — "), &mention.sources);
        brief.page.list(vec![line]);
    }
    for quote in &reading.quotes {
        let paragraphs = brief.quote(quote);
        brief.page.push(Block::Quote(paragraphs));
    }
}
