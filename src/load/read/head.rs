//! What is kept in memory of an event.

use super::super::node::Node;
use super::names::Resolver;
use crate::model::{Event, EventHead, Features, IssueIx, Raised, SideIx, Source, SourceIx};

/// How many pairs of an issue and a side are kept of what quotes say at one meeting. A
/// few megabytes of text can name billions of them.
const MOST_QUOTED: usize = 4096;

/// Whose account each source is, of those that the file describes.
pub(super) struct Accounts(Vec<Option<SideIx>>);

impl Accounts {
    pub fn of(sources: &[Source]) -> Self {
        Self(sources.iter().map(|source| source.side).collect())
    }

    fn side(&self, source: SourceIx) -> Option<SideIx> {
        self.0.get(source.pos()).copied().flatten()
    }

    /// The sides of some sources, each once, in the order of the tables.
    fn sides(&self, sources: impl Iterator<Item = SourceIx>) -> Box<[SideIx]> {
        once_sorted(sources.filter_map(|source| self.side(source)).collect())
    }
}

pub(super) fn once_sorted<T: Ord>(mut list: Vec<T>) -> Box<[T]> {
    list.sort_unstable();
    list.dedup();
    list.into()
}

/// In whose accounts an event's quotes on the issues that it mentions stand; sorted, and
/// at most so many pairs: the rest is left out.
fn quoted(event: &Event, accounts: &Accounts, most: usize) -> Vec<(IssueIx, SideIx)> {
    let mentioned = once_sorted(event.issues.iter().map(|mention| mention.issue).collect());
    let mut quoted = Vec::new();
    'quotes: for quote in &event.quotes {
        let sides = accounts.sides(quote.wordings().filter_map(|wording| wording.source));
        if sides.is_empty() {
            continue;
        }
        let issues = quote.issues.iter().copied();
        let issues = issues.filter(|issue| mentioned.binary_search(issue).is_ok());
        for issue in once_sorted(issues.collect()) {
            for side in &sides {
                quoted.push((issue, *side));
                if quoted.len() < 2 * most {
                    continue;
                }
                quoted.sort_unstable();
                quoted.dedup();
                if quoted.len() > most {
                    break 'quotes;
                }
            }
        }
    }
    quoted.sort_unstable();
    quoted.dedup();
    quoted.truncate(most);
    quoted
}

/// Its issues as often as they occur, the first of each with what quotes say.
fn raised(event: &Event, accounts: &Accounts) -> Box<[Raised]> {
    let quoted = quoted(event, accounts, MOST_QUOTED);
    let mut is_taken = vec![false; quoted.len()];
    let issues = event.issues.iter().map(|mention| {
        let own = mention.sources.iter().filter_map(|source| accounts.side(*source));
        let first = quoted.partition_point(|(issue, _)| *issue < mention.issue);
        let was_taken = is_taken.get_mut(first).is_some_and(|it| std::mem::replace(it, true));
        let rest = if was_taken { None } else { quoted.get(first..) }.unwrap_or_default();
        let in_quotes = rest.iter().take_while(|(issue, _)| *issue == mention.issue);
        let sides = own.chain(in_quotes.map(|(_, side)| *side)).collect();
        Raised {
            issue: mention.issue,
            by: mention.raised_by.as_slice().into(),
            stance: mention.stance,
            accounts: once_sorted(sides),
        }
    });
    issues.collect()
}

/// The head of an event, with provisional indexes, and issues and people as often
/// as they occur.
pub(super) fn head(
    event: Event,
    node: Node<'_>,
    names: &mut Resolver<'_>,
    accounts: &Accounts,
) -> EventHead {
    let quotes = event.quotes.iter().filter_map(|quote| quote.speaker);
    let people = event.participants.iter().map(|one| one.person).chain(quotes.clone()).collect();
    let speakers = quotes.collect();
    let features = Features::of(&event);
    let issues = raised(&event, accounts);
    let account_sides = accounts.sides(event.all_sources());
    let has_third_party = event.all_sources().any(|source| accounts.side(source).is_none());
    let place = event.place.as_ref();
    let place_name = place.and_then(|place| place.name.as_deref()).filter(|name| !name.is_empty());
    let place = place_name.map(|name| names.place(name));
    EventHead {
        place,
        features,
        accounts: account_sides,
        has_third_party,
        // Known once all meetings have their ids.
        follows: Box::default(),
        id: event.id.into(),
        title: event.title.into(),
        when: event.when,
        kind: event.kind,
        country: event.place.and_then(|place| place.country).unwrap_or_default().into(),
        issues,
        people,
        speakers,
        // A file is smaller than 4 GiB.
        quote_count: event.quotes.len() as u32,
        text: node.range(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::{Job, read_static};

    /// A made-up meeting with one quote on issues, with a variant in each side's account,
    /// and with so many mentions of its issues.
    fn kept(issues: usize, sides: usize, mentioned: usize, times: usize) -> Vec<usize> {
        let list = |count: usize, item: &dyn Fn(usize) -> String| {
            (0..count).map(item).collect::<Vec<_>>().join(",")
        };
        let text = format!(
            r#"{{"sides": {{{}}}, "sources": {{{}}}, "events": [{{"title": "T", "start": "2001",
                "issues": [{}],
                "quotes": [{{"text": "Made up", "issues": [{}], "variants": [{}]}}]}}]}}"#,
            list(sides, &|n| format!(r#""s{n}": {{}}"#)),
            list(sides, &|n| format!(r#""w{n}": {{"title": "W", "side": "s{n}"}}"#)),
            list(mentioned * times, &|n| format!(r#"{{"issue": "i{}"}}"#, n % mentioned)),
            list(issues, &|n| format!(r#""i{n}""#)),
            list(sides, &|n| format!(r#"{{"text": "Made up", "source": "w{n}"}}"#)),
        );
        let document = read_static(text.leak(), &Job::new()).expect("it can be read");
        let head = &document.dataset().events[0];
        assert_eq!(head.accounts.len(), sides);
        head.issues.iter().map(|raised| raised.accounts.len()).collect()
    }

    #[test]
    fn what_quotes_say_of_issues_is_kept_of_those_that_the_meeting_mentions() {
        assert_eq!(kept(3, 4, 2, 1), [4, 4]);
        // However often they are mentioned.
        assert_eq!(kept(3, 4, 2, 1000), [4, 4]);
    }

    #[test]
    fn a_quote_on_thousands_of_issues_in_thousands_of_accounts_is_kept_in_part() {
        assert_eq!(kept(3000, 3000, 3000, 1).iter().sum::<usize>(), MOST_QUOTED);
        assert_eq!(kept(3000, 3000, 1, 1), [3000]);
        assert_eq!(kept(3000, 9, 1, 3000), [9]);
    }
}
