//! An issue at one meeting, with everything that its mentions say.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;

use crate::model::{Event, IssueIx, SideIx, SourceIx, Stance};

/// An issue at a meeting: its mentions joined, as [`Raised`](crate::model::Raised)
/// joins them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Topic {
    /// Which issue.
    pub issue: IssueIx,
    /// The sides that a source says raised it, each once; empty where no source says.
    pub raised_by: Vec<SideIx>,
    /// The stance that says most: a dispute before a shared interest before nothing.
    pub stance: Stance,
    /// The editors' notes, in the order of the file.
    pub notes: Vec<String>,
    /// Where its mentions are known from, each source once.
    pub sources: Vec<SourceIx>,
}

/// The issues of a meeting, each once, in the order of the file.
pub fn topics(event: &Event) -> Vec<Topic> {
    let mut topics: Vec<Topic> = Vec::new();
    let mut places: HashMap<IssueIx, usize> = HashMap::new();
    for mention in &event.issues {
        let place = *places.entry(mention.issue).or_insert_with(|| {
            topics.push(Topic {
                issue: mention.issue,
                raised_by: Vec::new(),
                stance: Stance::Discussed,
                notes: Vec::new(),
                sources: Vec::new(),
            });
            topics.len() - 1
        });
        let Some(topic) = topics.get_mut(place) else { continue };
        topic.raised_by.extend(&mention.raised_by);
        topic.sources.extend(&mention.sources);
        topic.notes.extend(mention.note.iter().filter(|note| !note.is_empty()).cloned());
        if strength(mention.stance) > strength(topic.stance) {
            topic.stance = mention.stance;
        }
    }
    for topic in &mut topics {
        keep_first(&mut topic.raised_by);
        keep_first(&mut topic.sources);
    }
    topics
}

/// Keeps each thing where it occurs first.
pub(super) fn keep_first<T: Copy + Eq + Hash>(things: &mut Vec<T>) {
    let mut seen = HashSet::with_capacity(things.len());
    things.retain(|thing| seen.insert(*thing));
}

fn strength(stance: Stance) -> u8 {
    match stance {
        Stance::Discussed => 0,
        Stance::Shared => 1,
        Stance::Dispute => 2,
    }
}
