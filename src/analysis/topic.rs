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

/// How many pairs of an issue and a source are taken from the quotes of one meeting. A few
/// megabytes of text can name billions of them.
const MOST_QUOTED: usize = 16_384;

/// The sources of the quotes on each issue that a meeting mentions, each once, in the order
/// of the file; of very many, the first ones.
pub fn sources_of_quotes(event: &Event) -> HashMap<IssueIx, Vec<SourceIx>> {
    let mentioned: HashSet<IssueIx> = event.issues.iter().map(|mention| mention.issue).collect();
    let mut quoted: HashMap<IssueIx, Vec<SourceIx>> = HashMap::new();
    let mut seen: HashSet<(IssueIx, SourceIx)> = HashSet::new();
    for quote in &event.quotes {
        let of_quote = quote.wordings().filter_map(|wording| wording.source);
        let mut sources: Vec<SourceIx> = of_quote.collect();
        keep_first(&mut sources);
        let of_quote = quote.issues.iter().filter(|issue| mentioned.contains(issue));
        let mut issues: Vec<IssueIx> = of_quote.copied().collect();
        keep_first(&mut issues);
        for issue in issues {
            for source in &sources {
                if seen.len() >= MOST_QUOTED {
                    return quoted;
                }
                if seen.insert((issue, *source)) {
                    quoted.entry(issue).or_default().push(*source);
                }
            }
        }
    }
    quoted
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::{Job, read_static};

    #[test]
    fn of_a_product_of_issues_and_sources_a_part_is_taken() {
        let many = |item: fn(usize) -> String| (0..2000).map(item).collect::<Vec<_>>().join(",");
        let text = format!(
            r#"{{"events": [{{"title": "T", "start": "2001", "issues": [{}], "quotes": [
                {{"text": "Made up", "issues": ["x", "i1", "i1"], "source": "s1"}},
                {{"text": "Made up", "issues": [{}], "variants": [{}]}}]}}]}}"#,
            many(|n| format!(r#"{{"issue": "i{n}"}}"#)),
            many(|n| format!(r#""i{n}""#)),
            many(|n| format!(r#"{{"text": "Made up", "source": "s{n}"}}"#)),
        );
        let document = read_static(text.leak(), &Job::new()).expect("it can be read");
        let event = document.event(crate::model::EventIx(0)).expect("a meeting");
        let quoted = sources_of_quotes(&event);
        assert_eq!(quoted.values().map(Vec::len).sum::<usize>(), MOST_QUOTED);
        let issue = |pos: usize| event.issues[pos].issue;
        assert_eq!(quoted[&issue(1)].len(), 2000);
        assert_eq!(quoted[&issue(1)].first(), event.quotes[0].wording.source.as_ref());
        assert_eq!(quoted.get(&issue(1999)), None);
    }
}
