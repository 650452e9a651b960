//! What each side's own account says of one meeting, and what stands in one alone.
//!
//! # Rules
//! - A source is a side's account where the file says so ([`Source::side`]); all others
//!   are third parties.
//! - An **issue** stands in an account if a source of its mention belongs to it, or if a
//!   quote on the issue has a wording from such a source. The editors' list of issues is
//!   what counts: an issue that only a quote names is told by that quote. Of a meeting
//!   whose quotes name tens of thousands of pairs of an issue and a source, the last of
//!   these pairs are left out.
//! - A **quote** stands in the accounts of the sources of all its wordings, in each with
//!   the wording that this account has. A wording that names no source of its own stands
//!   with what has no source, even where another wording of the same quote has one.
//! - An **outcome** stands in the accounts of its own sources.
//! - Something is **only in** a side's account if it stands in no other side's, while
//!   every side that is concerned has an account here. Where the account of one is
//!   missing from the dataset, nobody can know what it said, and nothing is marked.
//! - A side is concerned if somebody of it takes part or is quoted, if it raised
//!   something, or if its account is here; and, where a dataset describes two sides, both
//!   of them.
//!
//! [`Source::side`]: crate::model::Source::side

mod sort;

use self::sort::Sorter;
use super::topic::{Topic, sources_of_quotes, topics};
use crate::model::{Dataset, Event, EventHead, PersonIx, SideIx, SourceIx};

/// Where something is known from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    /// A side's own account.
    Side(SideIx),
    /// Somebody else's.
    ThirdParties,
    /// The file gives no source.
    NoSource,
}

/// How something stands in one account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// In whose.
    pub origin: Origin,
    /// The sources of that account that have it, each once; empty for [`Origin::NoSource`].
    pub sources: Vec<SourceIx>,
    /// Of a quote: which of its [wordings](crate::model::Quote::wordings) these sources have.
    pub wordings: Vec<usize>,
}

/// In which accounts something stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// One entry for each account: sides in the order of the dataset, then third parties,
    /// then what has no source.
    pub entries: Vec<Entry>,
    /// The side in whose account alone it stands; see the rules.
    pub only: Option<SideIx>,
}

impl Standing {
    /// How it stands in one account; `None` where it does not.
    pub fn of(&self, origin: Origin) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.origin == origin)
    }

    /// The sides in whose accounts it stands.
    pub fn sides(&self) -> impl Iterator<Item = SideIx> {
        self.entries.iter().filter_map(|entry| match entry.origin {
            Origin::Side(side) => Some(side),
            Origin::ThirdParties | Origin::NoSource => None,
        })
    }

    /// Whether no side's account has it.
    pub fn is_in_no_side(&self) -> bool {
        self.sides().next().is_none()
    }
}

/// An issue, and in which accounts it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountIssue {
    /// The issue, as the meeting's record has it.
    pub topic: Topic,
    /// Where it stands.
    pub standing: Standing,
}

/// A quote or an outcome, and in which accounts it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountItem {
    /// Its position among the event's quotes or outcomes.
    pub pos: usize,
    /// Where it stands.
    pub standing: Standing,
}

/// A side's account of the meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Whose.
    pub side: SideIx,
    /// Its sources, in the order in which the event refers to them.
    pub sources: Vec<SourceIx>,
}

/// How much an account holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Issues.
    pub issues: usize,
    /// Quotes.
    pub quotes: usize,
    /// Outcomes.
    pub outcomes: usize,
}

/// All accounts of one meeting.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Accounts {
    /// The sides' accounts, in the order of the dataset.
    pub accounts: Vec<Account>,
    /// The sources of third parties.
    pub third_parties: Vec<SourceIx>,
    /// The concerned sides of which the dataset has no account of this meeting.
    pub missing: Vec<SideIx>,
    /// The issues, in the order of the file.
    pub issues: Vec<AccountIssue>,
    /// The quotes, in the order of the file.
    pub quotes: Vec<AccountItem>,
    /// The outcomes, in the order of the file.
    pub outcomes: Vec<AccountItem>,
}

impl Accounts {
    /// Sorts what an event of the dataset says by whose account it stands in.
    pub fn new(dataset: &Dataset, event: &Event) -> Self {
        let sorter = Sorter { dataset };
        let (accounts, third_parties) = sorter.accounts(event);
        let with_account: Vec<SideIx> = accounts.iter().map(|account| account.side).collect();
        let raised = event.issues.iter().flat_map(|mention| mention.raised_by.iter().copied());
        let people = event.participants.iter().map(|one| one.person);
        let people = people.chain(event.quotes.iter().filter_map(|quote| quote.speaker));
        let concerned = concerned(dataset, people, raised.chain(with_account.iter().copied()));
        let missing = without(&concerned, &with_account);
        let is_comparable = is_comparable(&concerned, &with_account);
        let quoted = sources_of_quotes(event);
        let issues = topics(event).into_iter().map(|topic| {
            let quoted = quoted.get(&topic.issue).into_iter().flatten();
            let sources = topic.sources.iter().chain(quoted).copied();
            let standing = sorter.standing(sources.map(|source| (Some(source), 0)), is_comparable);
            AccountIssue { standing: without_wordings(standing), topic }
        });
        let quotes = event.quotes.iter().enumerate().map(|(pos, quote)| {
            let wordings = quote.wordings().enumerate();
            let sources = wordings.map(|(number, wording)| (wording.source, number));
            AccountItem { pos, standing: sorter.standing(sources, is_comparable) }
        });
        let outcomes = event.outcomes.iter().enumerate().map(|(pos, outcome)| {
            let sources = outcome.sources.iter().map(|source| (Some(*source), 0));
            let standing = sorter.standing(sources, is_comparable);
            AccountItem { pos, standing: without_wordings(standing) }
        });
        Self {
            issues: issues.collect(),
            quotes: quotes.collect(),
            outcomes: outcomes.collect(),
            accounts,
            third_parties,
            missing,
        }
    }

    /// Whether what stands in one account alone can be told: every concerned side has one,
    /// and there is more than one.
    pub fn is_comparable(&self) -> bool {
        self.missing.is_empty() && self.accounts.len() > 1
    }

    /// How much stands in one account.
    pub fn count(&self, origin: Origin) -> Count {
        self.count_where(|standing| standing.of(origin).is_some())
    }

    /// How much stands in one side's account alone.
    pub fn count_only(&self, side: SideIx) -> Count {
        self.count_where(|standing| standing.only == Some(side))
    }

    fn count_where(&self, test: impl Fn(&Standing) -> bool) -> Count {
        let items = |items: &[AccountItem]| items.iter().filter(|one| test(&one.standing)).count();
        Count {
            issues: self.issues.iter().filter(|one| test(&one.standing)).count(),
            quotes: items(&self.quotes),
            outcomes: items(&self.outcomes),
        }
    }
}

/// The sides that a meeting concerns, in the order of the dataset; see the rules.
pub(super) fn concerned(
    dataset: &Dataset,
    people: impl Iterator<Item = PersonIx>,
    others: impl Iterator<Item = SideIx>,
) -> Vec<SideIx> {
    /// A meeting is never only one's: of two, the other one is concerned as well.
    const BOTH: usize = 2;
    let declared = dataset.sides.iter().enumerate().filter(|(_, side)| side.declared);
    let declared: Vec<SideIx> =
        declared.take(BOTH + 1).map(|(pos, _)| SideIx::from_pos(pos)).collect();
    let mut sides = if declared.len() == BOTH { declared } else { Vec::new() };
    sides.extend(people.filter_map(|person| dataset.people.get(person.pos())?.side));
    sides.extend(others);
    sides.sort_unstable();
    sides.dedup();
    sides
}

/// Whether the accounts of a meeting can be compared, from what is kept in memory of it.
pub(super) fn is_head_comparable(dataset: &Dataset, head: &EventHead) -> bool {
    let raised = head.issues.iter().flat_map(|raised| raised.by.iter().copied());
    let others = raised.chain(head.accounts.iter().copied());
    let concerned = concerned(dataset, head.people.iter().copied(), others);
    is_comparable(&concerned, head.accounts)
}

fn is_comparable(concerned: &[SideIx], with_account: &[SideIx]) -> bool {
    with_account.len() > 1 && without(concerned, with_account).is_empty()
}

/// Those of the first that are not among the second; both sorted.
fn without(sides: &[SideIx], others: &[SideIx]) -> Vec<SideIx> {
    sides.iter().filter(|side| others.binary_search(side).is_err()).copied().collect()
}

fn without_wordings(mut standing: Standing) -> Standing {
    for entry in &mut standing.entries {
        entry.wordings.clear();
    }
    standing
}
