//! The values of fields as small numbers, and those that a meeting has.
//!
//! The code of an entry is its position in the field's table; "no side" comes behind
//! the sides. Years have no codes: they are spans of days.

use super::field::{Field, Has};
use super::postings::Postings;
use super::query::{RENDERINGS, STANCES, Value};
use super::vocabulary::Vocabulary;
use crate::model::{Dataset, EventHead, Feature, Raised};

/// What the codes of a meeting are worked out from.
#[derive(Clone, Copy)]
pub(super) struct Codes<'d> {
    pub dataset: &'d Dataset,
    pub vocabulary: &'d Vocabulary,
}

/// How many codes a field has.
pub(super) fn count(field: Field, vocabulary: &Vocabulary) -> usize {
    let entries = vocabulary.table(field).map_or(0, |table| table.entries.len());
    match field {
        Field::Raised | Field::Account => entries + 1,
        Field::Stance => STANCES.len(),
        Field::Rendering => RENDERINGS.len(),
        Field::Has => Has::ALL.len(),
        _ => entries,
    }
}

/// The codes that a value stands for; none for days.
pub(super) fn of_value(field: Field, value: &Value, vocabulary: &Vocabulary) -> Vec<usize> {
    match value {
        Value::Entries(entries) => entries.iter().map(|entry| *entry as usize).collect(),
        Value::NoSide => vec![no_side(field, vocabulary)],
        Value::Stance(stance) => STANCES.iter().position(|it| it == stance).into_iter().collect(),
        Value::Rendering(rendering) => {
            RENDERINGS.iter().position(|(it, _)| it == rendering).into_iter().collect()
        }
        Value::Has(has) => vec![*has as usize],
        Value::Days(_) => Vec::new(),
    }
}

fn no_side(field: Field, vocabulary: &Vocabulary) -> usize {
    vocabulary.table(field).map_or(0, |table| table.entries.len())
}

/// What stands for a code in a query, without quotation marks.
pub(super) fn value(field: Field, code: usize, vocabulary: &Vocabulary) -> &str {
    match field {
        Field::Stance => STANCES.get(code).map_or("", |stance| stance.word()),
        Field::Rendering => RENDERINGS.get(code).map_or("", |(_, word)| word),
        Field::Has => Has::ALL.get(code).map_or("", |has| has.word()),
        Field::Raised | Field::Account if code == no_side(field, vocabulary) => {
            vocabulary.no_side_value(field)
        }
        _ => vocabulary.value(field, u32::try_from(code).unwrap_or(u32::MAX)),
    }
}

/// The name of a code for people.
pub(super) fn label(field: Field, code: usize, vocabulary: &Vocabulary) -> &str {
    match field {
        Field::Stance => STANCES.get(code).map_or("", |stance| stance.label()),
        Field::Rendering => RENDERINGS.get(code).map_or("", |(rendering, _)| rendering.label()),
        Field::Has => Has::ALL.get(code).map_or("", |has| has.label()),
        Field::Raised | Field::Account if code == no_side(field, vocabulary) => {
            vocabulary.no_side_label(field)
        }
        _ => vocabulary.label(field, u32::try_from(code).unwrap_or(u32::MAX)),
    }
}

impl<'d> Codes<'d> {
    /// Which meetings have which codes, worked out when it is first asked for.
    pub fn postings(self) -> &'d Postings {
        let kept = &self.vocabulary.postings;
        match kept.get() {
            Some(postings) => postings,
            // Outside of the cell: a thread that waits for others while it fills the cell
            // may be given work that waits for the cell.
            None => {
                let postings = Postings::of(self);
                kept.get_or_init(|| postings)
            }
        }
    }

    /// Calls with the codes that an issue at a meeting has in a field of mentions.
    pub fn of_mention(self, field: Field, raised: &Raised, mut each: impl FnMut(usize)) {
        match field {
            Field::Issue => each(raised.issue.pos()),
            Field::Group => {
                if let Some(group) = self.vocabulary.group_of(raised.issue.pos()) {
                    each(group as usize);
                }
            }
            Field::Raised if raised.by.is_empty() => each(no_side(field, self.vocabulary)),
            Field::Raised => raised.by.iter().for_each(|side| each(side.pos())),
            Field::Stance => {
                if let Some(code) = STANCES.iter().position(|stance| *stance == raised.stance) {
                    each(code);
                }
            }
            _ => {}
        }
    }

    /// Calls with the codes that a meeting has in any other field, some perhaps several
    /// times.
    pub fn of_event(
        self,
        field: Field,
        (pos, event): (usize, &EventHead),
        mut each: impl FnMut(usize),
    ) {
        match field {
            Field::Person => event.people.iter().for_each(|person| each(person.pos())),
            Field::Speaker => event.speakers.iter().for_each(|person| each(person.pos())),
            Field::Side => {
                let people = event.people.iter().filter_map(|it| self.dataset.people.get(it.pos()));
                people.filter_map(|person| person.side).for_each(|side| each(side.pos()));
            }
            Field::Kind => each(event.kind.pos()),
            Field::Place => event.place.iter().for_each(|place| each(place.pos())),
            Field::Country => {
                each(self.vocabulary.country_of(pos, self.dataset) as usize);
            }
            Field::Rendering => {
                for (code, (rendering, _)) in RENDERINGS.iter().enumerate() {
                    if event.features.contains(Feature::of_rendering(*rendering)) {
                        each(code);
                    }
                }
            }
            Field::Account => {
                event.accounts.iter().for_each(|side| each(side.pos()));
                if event.has_third_party {
                    each(no_side(field, self.vocabulary));
                }
            }
            Field::Has => {
                Has::ALL
                    .into_iter()
                    .filter(|has| self.has(*has, (pos, event)))
                    .for_each(|has| each(has as usize));
            }
            Field::Issue | Field::Group | Field::Raised | Field::Stance | Field::Year => {}
        }
    }

    fn has(self, has: Has, (pos, event): (usize, &EventHead)) -> bool {
        let feature = match has {
            Has::Quotes => Feature::Quotes,
            Has::Original => Feature::Original,
            Has::Variants => Feature::Variants,
            Has::Outcomes => Feature::Outcomes,
            Has::Background => Feature::Background,
            Has::Follows => return event.follows.iter().any(|other| other.pos() != pos),
            Has::Followed => return self.vocabulary.is_followed(pos),
        };
        event.features.contains(feature)
    }
}
