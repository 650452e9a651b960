//! A person followed through all meetings: whom they met, in which roles, what they
//! said; and what several people have in common.

use std::collections::HashMap;
use std::sync::Arc;

use super::walk::{read_each, stamp, walk};
use crate::load::Document;
use crate::model::{Dataset, Event, EventIx, EventSet, PersonIx};

/// What somebody who was met is to the person, by side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// Of another side.
    OtherSide,
    /// The side of one of them is not known.
    Unknown,
    /// Of the same side.
    SameSide,
}

/// Somebody who took part in the same meetings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Met {
    /// Who.
    pub person: PersonIx,
    /// What they are to the person; for several people, to the first.
    pub relation: Relation,
    /// In how many meetings.
    pub meetings: usize,
    /// The first of these.
    pub first: EventIx,
    /// The last of these.
    pub last: EventIx,
}

/// A role in which a person took part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleHeld {
    /// Who.
    pub person: PersonIx,
    /// The role, in the words of the file.
    pub role: String,
    /// In how many meetings.
    pub meetings: usize,
    /// The first of these.
    pub first: EventIx,
    /// The last of these.
    pub last: EventIx,
}

/// Something that a person said; its words are read when they are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Said {
    /// At which meeting.
    pub event: EventIx,
    /// Its position among the meeting's quotes.
    pub pos: u32,
    /// Who said it.
    pub speaker: PersonIx,
    /// How long its main wording is, in bytes: enough to guess the room it needs.
    pub len: u32,
}

/// A person, or what several have in common, in the meetings that match.
#[derive(Clone, Debug)]
pub struct PersonView {
    /// Who, each once.
    pub people: Vec<PersonIx>,
    /// The meetings in which all of them took part, in the order of time.
    pub meetings: Vec<EventIx>,
    /// How many there are in the dataset, whatever the filter hides.
    pub total: usize,
    /// Of `meetings`, those besides the last that may have been after it, so vague
    /// are their dates.
    pub perhaps_last: Vec<EventIx>,
    /// Who else took part: those of other sides first, the most frequent first.
    pub met: Vec<Met>,
    /// In which roles they took part, by person and first meeting.
    pub roles: Vec<RoleHeld>,
    /// What a person said, in the order of time and of the file; of several people,
    /// what they said at their meetings in common.
    pub quotes: Vec<Said>,
    /// At how many meetings a single person is quoted that are not among `meetings`.
    pub quoted_elsewhere: usize,
    /// How much is said before each of the quotes, and in all: enough to guess how much
    /// room those before one need, without going through them.
    pub said_before: Arc<[SaidBefore]>,
    stamp: u64,
}

/// How much is said in some quotes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SaidBefore {
    /// At how many meetings.
    pub meetings: u32,
    /// How long the quotes are, in bytes; what is very long counts as far as it is shown.
    pub bytes: u64,
}

/// What one meeting has on the people.
struct Part {
    event: EventIx,
    has_all: bool,
    others: Vec<PersonIx>,
    roles: Vec<(PersonIx, String)>,
    quotes: Vec<Said>,
}

impl PersonView {
    /// Follows people through the meetings that match. To be called on a worker
    /// thread; `None` where it was cancelled, and without people of this dataset.
    pub fn new(
        document: &Document,
        people: &[PersonIx],
        matches: &EventSet,
        cancelled: &dyn Fn() -> bool,
    ) -> Option<Self> {
        let dataset = document.dataset();
        let mut each = Vec::with_capacity(people.len());
        for person in people.iter().filter(|person| person.pos() < dataset.people.len()) {
            if !each.contains(person) {
                each.push(*person);
            }
        }
        if each.is_empty() {
            return None;
        }
        let mut found = Vec::new();
        walk(dataset, cancelled, |ix, head| {
            if each.iter().all(|person| head.people.contains(person)) {
                found.push(ix);
            }
        })?;
        let parts = read_each(document, &found, cancelled, |ix, event| part(&each, ix, event))?;
        let mut view = Self::of_nobody(each);
        let mut sums = Sums::default();
        for part in parts.into_iter().flatten() {
            view.total += usize::from(part.has_all);
            if matches.contains(part.event) {
                view.add(part, &mut sums);
            }
        }
        view.finish(dataset, sums);
        Some(view)
    }

    /// The first meeting.
    pub fn first(&self) -> Option<EventIx> {
        self.meetings.first().copied()
    }

    /// The last meeting: that which began last.
    pub fn last(&self) -> Option<EventIx> {
        self.meetings.last().copied()
    }

    /// Differs for each view that is made: by it, what is remembered of a view on the
    /// screen can tell that another one has come.
    pub fn stamp(&self) -> u64 {
        self.stamp
    }

    fn of_nobody(people: Vec<PersonIx>) -> Self {
        Self {
            people,
            meetings: Vec::new(),
            total: 0,
            perhaps_last: Vec::new(),
            met: Vec::new(),
            roles: Vec::new(),
            quotes: Vec::new(),
            quoted_elsewhere: 0,
            said_before: Arc::default(),
            stamp: stamp(),
        }
    }

    fn add(&mut self, part: Part, sums: &mut Sums) {
        if part.has_all {
            self.meetings.push(part.event);
            for other in part.others {
                sums.met.entry(other).or_insert((0, part.event, part.event)).add(part.event);
            }
            for role in part.roles {
                sums.roles.entry(role).or_insert((0, part.event, part.event)).add(part.event);
            }
        } else if self.people.len() > 1 {
            return;
        } else if !part.quotes.is_empty() {
            self.quoted_elsewhere += 1;
        }
        self.quotes.extend(part.quotes);
    }

    fn sum_said(&mut self) {
        /// Of longer quotes, the rest is asked for.
        const MOST_BYTES: u32 = 4_000;
        let (mut said, mut event) = (SaidBefore::default(), None);
        let mut before = vec![said];
        for quote in &self.quotes {
            said.meetings += u32::from(event.replace(quote.event) != Some(quote.event));
            said.bytes += u64::from(quote.len.min(MOST_BYTES));
            before.push(said);
        }
        self.said_before = before.into();
    }

    fn finish(&mut self, dataset: &Dataset, sums: Sums) {
        self.sum_said();
        let side = |person: PersonIx| dataset.people.get(person.pos())?.side;
        let own = self.people.first().and_then(|person| side(*person));
        self.met = sums
            .met
            .into_iter()
            .map(|(person, (meetings, first, last))| {
                let relation = match own.zip(side(person)) {
                    None => Relation::Unknown,
                    Some((own, other)) if own == other => Relation::SameSide,
                    Some(_) => Relation::OtherSide,
                };
                Met { person, relation, meetings, first, last }
            })
            .collect();
        self.met.sort_by_key(|met| (met.relation, std::cmp::Reverse(met.meetings), met.person));
        let roles = sums.roles.into_iter();
        self.roles = roles
            .map(|((person, role), (meetings, first, last))| RoleHeld {
                person,
                role,
                meetings,
                first,
                last,
            })
            .collect();
        let place = |person| self.people.iter().position(|other| *other == person);
        self.roles.sort_by_cached_key(|held| {
            (place(held.person), dataset.rank(held.first), held.role.clone())
        });
        let end = |ix: EventIx| dataset.event(ix).map(|head| head.when.span().end);
        if let Some((last, earlier)) = self.meetings.split_last() {
            let perhaps = earlier.iter().filter(|ix| end(**ix) > end(*last));
            self.perhaps_last = perhaps.copied().collect();
        }
    }
}

/// How often, and at which meetings first and last.
type Sum = (usize, EventIx, EventIx);

trait Add {
    fn add(&mut self, event: EventIx);
}

impl Add for Sum {
    /// Meetings come in the order of time.
    fn add(&mut self, event: EventIx) {
        self.0 += 1;
        self.2 = event;
    }
}

#[derive(Default)]
struct Sums {
    met: HashMap<PersonIx, Sum>,
    roles: HashMap<(PersonIx, String), Sum>,
}

fn part(people: &[PersonIx], ix: EventIx, event: &Event) -> Part {
    let mut there: Vec<PersonIx> = event.participants.iter().map(|one| one.person).collect();
    there.sort_unstable();
    there.dedup();
    let has_all = people.iter().all(|person| there.binary_search(person).is_ok());
    let mut roles: Vec<(PersonIx, String)> = event
        .participants
        .iter()
        .filter(|one| people.contains(&one.person))
        .filter_map(|one| Some((one.person, one.role.as_deref()?.trim().to_owned())))
        .filter(|(_, role)| !role.is_empty())
        .collect();
    roles.sort_unstable();
    roles.dedup();
    there.retain(|person| !people.contains(person));
    let quotes = event.quotes.iter().enumerate().filter_map(|(pos, quote)| {
        let speaker = quote.speaker.filter(|speaker| people.contains(speaker))?;
        let len = u32::try_from(quote.wording.text.len()).unwrap_or(u32::MAX);
        Some(Said { event: ix, pos: pos as u32, speaker, len })
    });
    Part { event: ix, has_all, others: there, roles, quotes: quotes.collect() }
}
