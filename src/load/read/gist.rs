//! What is kept in memory of an event, gathered from either way of reading it.

use std::collections::HashSet;
use std::hash::Hash;
use std::ops::Range;

use super::names::Resolver;
use crate::model::{
    CountryIx, Draft, Event, Events, Features, IssueIx, Kept, KindIx, OwnTexts, PersonIx, PlaceIx,
    SideIx, Source, SourceIx, Stance, TextKind, WhenIx,
};

/// How many pairs of an issue and a side are kept of what quotes say at one meeting. A
/// few megabytes of text can name billions of them.
const MOST_QUOTED: usize = 4096;
/// Up to so many, a list is looked through faster than a set.
const FEW: usize = 32;

/// Whose account each source is, of those that the file describes.
pub(super) struct Accounts(Vec<Option<SideIx>>);

impl Accounts {
    pub fn of(sources: &[Source]) -> Self {
        Self(sources.iter().map(|source| source.side).collect())
    }

    fn side(&self, source: SourceIx) -> Option<SideIx> {
        self.0.get(source.pos()).copied().flatten()
    }

    /// Adds the sides of some sources.
    fn add_sides(&self, sources: &[SourceIx], sides: &mut Vec<SideIx>) {
        sides.extend(sources.iter().filter_map(|source| self.side(*source)));
    }
}

/// What is kept of an event, with names and sources as often as they occur. It is filled
/// anew for each event, so that its lists are allocated once.
#[derive(Debug, Default)]
pub(super) struct Gist {
    pub kind: Option<KindIx>,
    pub place: Option<PlaceIx>,
    pub country: Option<CountryIx>,
    pub people: Vec<PersonIx>,
    pub speakers: Vec<PersonIx>,
    /// All sources that the event refers to.
    pub sources: Vec<SourceIx>,
    /// To whom sources give the words of quotes.
    pub attributed: Vec<PersonIx>,
    pub features: Features,
    mentions: Vec<Mention>,
    quotes: Vec<Quote>,
    /// Who raised the issues of all mentions.
    pub raised_by: Vec<SideIx>,
    /// What all quotes are on.
    pub quote_issues: Vec<IssueIx>,
    scratch: Scratch,
}

/// Where an event and its texts stand in the file.
pub(super) struct Stands<'a> {
    pub id: Kept<'a>,
    pub title: Kept<'a>,
    pub event: Range<usize>,
    /// Each of its texts, between its quotation marks; none where they are not known.
    pub texts: Option<&'a [(TextKind, Range<usize>)]>,
}

/// Where something begins in the lists.
#[derive(Clone, Copy, Debug)]
pub(super) struct Starts {
    raised_by: usize,
    sources: usize,
    quote_issues: usize,
}

#[derive(Clone, Debug)]
struct Mention {
    issue: IssueIx,
    stance: Stance,
    raised_by: Range<usize>,
    sources: Range<usize>,
}

#[derive(Clone, Debug)]
struct Quote {
    issues: Range<usize>,
    sources: Range<usize>,
}

/// Lists that are needed for a moment.
#[derive(Debug, Default)]
struct Scratch {
    /// The mentions by issue, then in the order of the file.
    order: Vec<usize>,
    /// For each issue where its mentions stand in `order`.
    groups: Vec<Range<usize>>,
    mentioned: Vec<IssueIx>,
    issues: Vec<IssueIx>,
    quoted: Vec<(IssueIx, SideIx)>,
    sides: Vec<SideIx>,
    sources: Vec<SourceIx>,
    by: Vec<SideIx>,
}

impl Gist {
    pub fn clear(&mut self) {
        self.kind = None;
        self.place = None;
        self.country = None;
        self.features = Features::default();
        self.people.clear();
        self.speakers.clear();
        self.sources.clear();
        self.attributed.clear();
        self.mentions.clear();
        self.quotes.clear();
        self.raised_by.clear();
        self.quote_issues.clear();
    }

    /// Where what comes next begins.
    pub fn starts(&self) -> Starts {
        Starts {
            raised_by: self.raised_by.len(),
            sources: self.sources.len(),
            quote_issues: self.quote_issues.len(),
        }
    }

    /// Adds the source of a wording, and to whom that gives it.
    pub fn take_wording(
        &mut self,
        source: Option<&str>,
        attributed_to: Option<&str>,
        names: &mut Resolver<'_>,
    ) {
        self.sources.extend(source.map(|source| names.source(source)));
        self.attributed.extend(attributed_to.map(|person| names.person(person)));
    }

    /// Adds an issue that came up; who raised it and its sources were added before.
    pub fn end_mention(&mut self, issue: IssueIx, stance: Stance, starts: Starts) {
        let raised_by = starts.raised_by..self.raised_by.len();
        let sources = starts.sources..self.sources.len();
        self.mentions.push(Mention { issue, stance, raised_by, sources });
    }

    /// Adds a quote; what it is on, and the sources of all its wordings, were added before.
    pub fn end_quote(&mut self, starts: Starts) {
        let issues = starts.quote_issues..self.quote_issues.len();
        let sources = starts.sources..self.sources.len();
        self.quotes.push(Quote { issues, sources });
    }

    /// Takes over what an event says; place and country are names, which are for the
    /// caller to look up.
    pub fn fill(&mut self, event: &Event) {
        self.clear();
        self.kind = Some(event.kind);
        self.features = Features::of(event);
        self.speakers.extend(event.quotes.iter().filter_map(|quote| quote.speaker));
        self.people.extend(event.participants.iter().map(|one| one.person));
        self.people.extend_from_slice(&self.speakers);
        for mention in &event.issues {
            let starts = self.starts();
            self.raised_by.extend_from_slice(&mention.raised_by);
            self.sources.extend_from_slice(&mention.sources);
            self.end_mention(mention.issue, mention.stance, starts);
        }
        for quote in &event.quotes {
            let starts = self.starts();
            self.quote_issues.extend_from_slice(&quote.issues);
            self.sources.extend(quote.wordings().filter_map(|wording| wording.source));
            self.end_quote(starts);
        }
        let wordings = event.quotes.iter().flat_map(|quote| quote.wordings());
        self.attributed.extend(wordings.filter_map(|wording| wording.attributed_to));
        self.sources.extend(event.outcomes.iter().flat_map(|outcome| &outcome.sources).copied());
        self.sources.extend_from_slice(&event.sources);
    }

    /// Adds the event to others.
    pub fn push(
        &mut self,
        events: &mut Events,
        accounts: &Accounts,
        when: WhenIx,
        stands: Stands<'_>,
    ) {
        let Stands { id, title, event: text, texts } = stands;
        once(&mut self.people);
        once(&mut self.speakers);
        let sides = &mut self.scratch.sides;
        sides.clear();
        accounts.add_sides(&self.sources, sides);
        let has_third_party = sides.len() < self.sources.len();
        sort_once(sides);
        let sources = &mut self.scratch.sources;
        sources.clear();
        sources.extend_from_slice(&self.sources);
        sort_once(sources);
        sort_once(&mut self.attributed);
        events.push(&Draft {
            id,
            title,
            when,
            kind: self.kind.unwrap_or(KindIx(0)),
            country: self.country,
            place: self.place,
            people: &self.people,
            speakers: &self.speakers,
            // A file is smaller than 2³² quotes.
            quote_count: self.quotes.len() as u32,
            features: self.features,
            accounts: sides,
            has_third_party,
            text,
            own: OwnTexts { texts, sources, attributed: &self.attributed },
        });
        if !self.mentions.is_empty() {
            self.group_mentions();
            self.find_quoted(accounts);
            self.push_issues(events, accounts);
        }
    }

    /// Puts mentions of the same issue together, the issues in the order of the file.
    fn group_mentions(&mut self) {
        let Scratch { order, groups, .. } = &mut self.scratch;
        let issue = |pos: &usize| self.mentions.get(*pos).map(|mention| mention.issue);
        order.clear();
        order.extend(0..self.mentions.len());
        order.sort_unstable_by_key(|pos| (issue(pos), *pos));
        groups.clear();
        let mut end = 0;
        for group in order.chunk_by(|one, other| issue(one) == issue(other)) {
            groups.push(end..end + group.len());
            end += group.len();
        }
        groups.sort_unstable_by_key(|group| order.get(group.start).copied());
    }

    /// In whose accounts the quotes on the issues that are mentioned stand; sorted, and at
    /// most so many pairs: the rest is left out.
    fn find_quoted(&mut self, accounts: &Accounts) {
        let Scratch { quoted, mentioned, issues, sides, .. } = &mut self.scratch;
        quoted.clear();
        mentioned.clear();
        mentioned.extend(self.mentions.iter().map(|mention| mention.issue));
        sort_once(mentioned);
        'quotes: for quote in &self.quotes {
            sides.clear();
            accounts.add_sides(part(&self.sources, &quote.sources), sides);
            sort_once(sides);
            if sides.is_empty() {
                continue;
            }
            issues.clear();
            let on = part(&self.quote_issues, &quote.issues).iter();
            issues.extend(on.filter(|issue| mentioned.binary_search(issue).is_ok()));
            sort_once(issues);
            for issue in &*issues {
                for side in &*sides {
                    quoted.push((*issue, *side));
                    if quoted.len() < 2 * MOST_QUOTED {
                        continue;
                    }
                    sort_once(quoted);
                    if quoted.len() > MOST_QUOTED {
                        break 'quotes;
                    }
                }
            }
        }
        sort_once(quoted);
        quoted.truncate(MOST_QUOTED);
    }

    /// Joins what is said of the same issue: whoever raised it, and the stance that says
    /// most.
    fn push_issues(&mut self, events: &mut Events, accounts: &Accounts) {
        let Scratch { order, groups, quoted, sides, by, .. } = &mut self.scratch;
        for group in &*groups {
            let mentions = order.get(group.clone()).unwrap_or_default();
            let mentions = mentions.iter().filter_map(|pos| self.mentions.get(*pos));
            let Some(issue) = mentions.clone().next().map(|mention| mention.issue) else {
                continue;
            };
            let mut stance = Stance::Discussed;
            by.clear();
            sides.clear();
            for mention in mentions {
                if strength(mention.stance) > strength(stance) {
                    stance = mention.stance;
                }
                by.extend_from_slice(part(&self.raised_by, &mention.raised_by));
                accounts.add_sides(part(&self.sources, &mention.sources), sides);
            }
            once(by);
            let first = quoted.partition_point(|(other, _)| *other < issue);
            let in_quotes = quoted.get(first..).unwrap_or_default().iter();
            let in_quotes = in_quotes.take_while(|(other, _)| *other == issue);
            sides.extend(in_quotes.map(|(_, side)| *side));
            sort_once(sides);
            events.add_issue(issue, (by, sides), stance);
        }
    }
}

fn part<'l, T>(list: &'l [T], range: &Range<usize>) -> &'l [T] {
    list.get(range.clone()).unwrap_or_default()
}

fn strength(stance: Stance) -> u8 {
    match stance {
        Stance::Discussed => 0,
        Stance::Shared => 1,
        Stance::Dispute => 2,
    }
}

fn sort_once<T: Ord>(list: &mut Vec<T>) {
    list.sort_unstable();
    list.dedup();
}

/// Leaves each but once, in the order of their first occurrence.
fn once<T: Copy + Eq + Hash>(list: &mut Vec<T>) {
    if list.len() > FEW {
        let mut seen = HashSet::with_capacity(list.len());
        list.retain(|it| seen.insert(*it));
        return;
    }
    let mut kept = 0;
    for pos in 0..list.len() {
        // `kept` is never beyond `pos`, which is within the list.
        let (before, rest) = list.split_at_mut(kept);
        if let Some(it) = rest.get(pos - kept).copied()
            && !before.contains(&it)
            && let Some(slot) = rest.first_mut()
        {
            *slot = it;
            kept += 1;
        }
    }
    list.truncate(kept);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::{Job, read_static};

    #[test]
    fn each_is_left_once_however_long_the_list() {
        for len in [5, 100] {
            let mut list: Vec<usize> = (0..len).map(|pos| pos % 3).collect();
            once(&mut list);
            assert_eq!(list, [0, 1, 2]);
        }
    }

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
        let head = document.dataset().events.get(0).expect("a meeting");
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
