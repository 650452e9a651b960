//! Which meetings the fields of a query let through.
//!
//! Several values of a field are "or", several fields "and". Issue, group, who raised it
//! and stance are asked of one and the same mention. What is left out is left out of
//! what the rest lets through: `-issue:taiwan` and `-group:security` leave out all
//! meetings with such a mention; `-stance:dispute` and `-raised:us` those where one of
//! the mentions that are asked for is so, so that `issue:taiwan -stance:dispute` asks
//! for Taiwan without dispute.

use fixedbitset::FixedBitSet;
use roaring::RoaringBitmap;

use super::codes::{self, Codes};
use super::field::Field;
use super::passing::Passing;
use super::postings::Postings;
use super::query::{Query, Value, reach};
use super::vocabulary::Vocabulary;
use crate::date::{Span, When};
use crate::model::{Dataset, EventHead, EventIx, EventSet, Mentions, Raised};

/// What the fields of a query ask for. Filters that ask for the same values are equal,
/// however the query has them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// The fields that have values, other than years.
    clauses: Vec<Clause>,
    years: Years,
}

/// What is asked of one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Clause {
    pub(super) field: Field,
    on: FixedBitSet,
    out: FixedBitSet,
    has_on: bool,
    has_out: bool,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Years {
    /// Sorted, apart from each other.
    on: Vec<Span>,
    /// Sorted, apart from each other.
    out: Vec<Span>,
}

impl Filter {
    /// The filter of a query.
    pub fn of(query: &Query, vocabulary: &Vocabulary) -> Self {
        let mut filter = Self::default();
        for (term, excluded) in query.fields() {
            if let Value::Days(span) = &term.value {
                let years = &mut filter.years;
                if excluded {
                    years.out.push(*span)
                } else {
                    years.on.push(*span)
                }
                continue;
            }
            let Some(clause) = filter.clause_mut(term.field, vocabulary) else {
                continue;
            };
            let codes = codes::of_value(term.field, &term.value, vocabulary);
            let set = if excluded { &mut clause.out } else { &mut clause.on };
            for code in codes {
                if code < set.len() {
                    set.insert(code);
                }
            }
            if excluded { clause.has_out = true } else { clause.has_on = true }
        }
        // So that filters that ask for the same are equal.
        filter.clauses.sort_by_key(|clause| clause.field);
        filter.years.on = joined(filter.years.on);
        filter.years.out = joined(filter.years.out);
        filter
    }

    fn clause_mut(&mut self, field: Field, vocabulary: &Vocabulary) -> Option<&mut Clause> {
        let pos = self.clauses.iter().position(|clause| clause.field == field);
        let pos = pos.unwrap_or(self.clauses.len());
        if pos == self.clauses.len() {
            let none = FixedBitSet::with_capacity(codes::count(field, vocabulary));
            let (on, out) = (none.clone(), none);
            self.clauses.push(Clause { field, on, out, has_on: false, has_out: false });
        }
        self.clauses.get_mut(pos)
    }

    /// Whether it lets everything through.
    pub fn is_empty(&self) -> bool {
        self.clauses.is_empty() && self.years == Years::default()
    }

    /// The meetings that it lets through; none where it was cancelled.
    pub fn matches(
        &self,
        dataset: &Dataset,
        vocabulary: &Vocabulary,
        cancelled: &dyn Fn() -> bool,
    ) -> Option<EventSet> {
        let passing = Passing::of(self, None, Codes { dataset, vocabulary }, cancelled)?;
        Some(EventSet::of_bits(passing.all().bits))
    }

    /// Whether it lets a meeting through.
    pub(super) fn lets_through(
        &self,
        ix: EventIx,
        dataset: &Dataset,
        vocabulary: &Vocabulary,
    ) -> bool {
        let codes = Codes { dataset, vocabulary };
        let event = dataset.events.untitled(ix.pos());
        event.is_some_and(|event| {
            self.years.pass(event.when)
                && self.of_events().all(|clause| clause.passes(codes, (ix.pos(), &event)))
                && self.mentions_pass(codes, &event)
        })
    }

    /// The fields that are asked of a meeting, other than years.
    pub(super) fn of_events(&self) -> impl Iterator<Item = &Clause> {
        self.clauses.iter().filter(|clause| !clause.field.is_of_mention())
    }

    /// Whether it asks for years, or leaves some out.
    pub(super) fn asks_of_years(&self) -> bool {
        self.years != Years::default()
    }

    /// Whether a meeting may have been in the years that are asked for.
    pub(super) fn years_pass(&self, when: &When) -> bool {
        self.years.pass(when)
    }

    /// Whether a meeting has a mention that is asked for, and none that is left out.
    pub(super) fn mentions_pass(&self, codes: Codes<'_>, event: &EventHead) -> bool {
        let mut is_asked = false;
        for clause in self.clauses.iter().filter(|clause| clause.field.is_of_mention()) {
            is_asked |= clause.has_on;
            if clause.is_of_meeting() && event.issues.iter().any(|it| clause.is_out(codes, &it)) {
                return false;
            }
        }
        let mut asked = event.issues.iter().filter(|it| self.is_asked(codes, it, None)).peekable();
        (!is_asked || asked.peek().is_some()) && !asked.any(|it| self.is_out(codes, &it, None))
    }

    /// Whether a meeting has a mention that is asked for, and none of an issue or group
    /// that is left out.
    pub(super) fn has_asked(&self, codes: Codes<'_>, event: &EventHead) -> bool {
        !self.is_meeting_out(codes, event.issues, None)
            && event.issues.iter().any(|it| self.is_asked(codes, &it, None))
    }

    /// Whether something is asked of a field.
    pub(super) fn asks_of(&self, field: Field) -> bool {
        match field {
            Field::Year => self.asks_of_years(),
            _ => self.clauses.iter().any(|clause| clause.field == field),
        }
    }

    /// Whether it asks anything of mentions, but for one field.
    pub(super) fn asks_of_mentions(&self, but: Option<Field>) -> bool {
        self.of_mentions(but).next().is_some()
    }

    /// Whether it asks anything of one and the same mention, but for one field; and not
    /// only that some are left out of all meetings.
    pub(super) fn asks_of_one_mention(&self, but: Option<Field>) -> bool {
        self.of_mentions(but).any(|clause| clause.has_on || !clause.is_of_meeting())
    }

    /// Whether a mention is asked for by all fields of mentions but one.
    pub(super) fn is_asked(&self, codes: Codes<'_>, it: &Raised, but: Option<Field>) -> bool {
        self.of_mentions(but).all(|clause| !clause.has_on || clause.is_on(codes, it))
    }

    /// The issues whose mentions all fields of mentions but one ask for, where these ask for
    /// nothing but issues and groups.
    pub(super) fn asked_issues(&self, codes: Codes<'_>, but: Option<Field>) -> Option<FixedBitSet> {
        let clauses: Vec<&Clause> = self.of_mentions(but).filter(|it| it.has_on).collect();
        let is_on = |issue: usize, clause: &Clause| match clause.field {
            Field::Issue => clause.on.contains(issue),
            _ => codes.vocabulary.group_of(issue).is_some_and(|it| clause.on.contains(it as usize)),
        };
        clauses.iter().all(|clause| clause.is_of_meeting()).then(|| {
            let issues = 0..codes.dataset.issues.len();
            issues.filter(|issue| clauses.iter().all(|clause| is_on(*issue, clause))).collect()
        })
    }

    /// Whether a mention is left out by stance or by who raised it, but for one field.
    pub(super) fn is_out(&self, codes: Codes<'_>, it: &Raised, but: Option<Field>) -> bool {
        self.of_mentions(but).any(|clause| !clause.is_of_meeting() && clause.is_out(codes, it))
    }

    /// Whether a meeting is left out by an issue or group, but perhaps for one field.
    pub(super) fn is_meeting_out(
        &self,
        codes: Codes<'_>,
        mentions: Mentions<'_>,
        but: Option<Field>,
    ) -> bool {
        self.of_mentions(but)
            .filter(|clause| clause.is_of_meeting() && clause.has_out)
            .any(|clause| mentions.iter().any(|it| clause.is_out(codes, &it)))
    }

    /// Whether it leaves out mentions by stance or by who raised them, but for one field.
    pub(super) fn leaves_out_mentions(&self, but: Option<Field>) -> bool {
        self.of_mentions(but).any(|clause| !clause.is_of_meeting() && clause.has_out)
    }

    /// What it asks of mentions, but for one field.
    pub(super) fn of_mentions(&self, but: Option<Field>) -> impl Iterator<Item = &Clause> {
        let is_meant =
            move |clause: &&Clause| clause.field.is_of_mention() && Some(clause.field) != but;
        self.clauses.iter().filter(is_meant)
    }

    /// Whether the query asks for a code of a field and does not leave it out, and
    /// whether it leaves it out.
    pub(super) fn state(&self, field: Field, code: usize) -> (bool, bool) {
        let clause = self.clauses.iter().find(|clause| clause.field == field);
        let (is_on, is_out) =
            clause.map_or((false, false), |it| (it.on.contains(code), it.out.contains(code)));
        (is_on && !is_out, is_out)
    }

    /// As [`Filter::state`], of some days.
    pub(super) fn state_of_days(&self, days: Span) -> (bool, bool) {
        let covers = |spans: &[Span]| {
            spans.iter().any(|span| span.start <= days.start && days.end <= span.end)
        };
        let is_out = covers(&self.years.out);
        (covers(&self.years.on) && !is_out, is_out)
    }

    /// Whether a meeting that the filter lets through may also have been at another
    /// time than it asks for: its date is imprecise, and reaches beyond.
    pub fn may_be(&self, event: &EventHead) -> bool {
        let span = reach(event.when);
        let is_within = |on: &Span| on.start <= span.start && span.end <= on.end;
        let is_asked = !self.years.on.is_empty() || !self.years.out.is_empty();
        let is_sure = self.years.on.is_empty() || self.years.on.iter().any(is_within);
        let is_clear = !self.years.out.iter().any(|out| out.overlaps(&span));
        is_asked && !(is_sure && is_clear) && !event.when.is_exact_days()
    }
}

impl Clause {
    /// Whether a meeting has a value that is asked for, and none that is left out; of a
    /// field that is not asked of mentions.
    pub(super) fn passes(&self, codes: Codes<'_>, event: (usize, &EventHead)) -> bool {
        let (mut is_on, mut is_out) = (!self.has_on, false);
        codes.of_event(self.field, event, |code| {
            is_on |= self.on.contains(code);
            is_out |= self.out.contains(code);
        });
        is_on && !is_out
    }

    /// Whether it asks for values.
    pub(super) fn has_on(&self) -> bool {
        self.has_on
    }

    /// The meetings with a value that it asks for.
    pub(super) fn with_on(&self, postings: &Postings) -> RoaringBitmap {
        postings.with_any(self.field, &self.on)
    }

    /// The meetings with a value that it leaves out.
    pub(super) fn with_out(&self, postings: &Postings) -> RoaringBitmap {
        postings.with_any(self.field, &self.out)
    }

    /// Whether what it leaves out, it leaves out of all meetings.
    pub(super) fn is_of_meeting(&self) -> bool {
        matches!(self.field, Field::Issue | Field::Group)
    }

    fn is_on(&self, codes: Codes<'_>, raised: &Raised) -> bool {
        let mut is_on = false;
        codes.of_mention(self.field, raised, |code| is_on |= self.on.contains(code));
        is_on
    }

    fn is_out(&self, codes: Codes<'_>, raised: &Raised) -> bool {
        let mut is_out = false;
        codes.of_mention(self.field, raised, |code| is_out |= self.out.contains(code));
        is_out
    }
}

impl Years {
    fn pass(&self, when: &When) -> bool {
        let span = reach(when);
        let overlaps = |spans: &[Span]| spans.iter().any(|it| it.overlaps(&span));
        (self.on.is_empty() || overlaps(&self.on)) && !overlaps(&self.out)
    }
}

/// Spans sorted, with those that touch made one.
fn joined(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_unstable();
    let mut joined: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        match joined.last_mut() {
            Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
            _ => joined.push(span),
        }
    }
    joined
}
