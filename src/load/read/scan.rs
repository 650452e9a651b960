//! The first pass: is it JSON, and where do its parts stand?

use std::borrow::Cow;
use std::fmt;

use serde::de::{
    DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor,
};
use serde_json::value::RawValue;

use super::object::what;
use super::{NOT_AN_EVENT, SCAN};
use crate::load::error::{Kind, OpenError};
use crate::load::job::Job;
use crate::load::node::{Member, Node, NodeKind};
use crate::load::path::Path;
use crate::load::place::place_of;
use crate::load::problem::Found;
use crate::load::syntax::first_slip;

/// An object in `events`. Small, as there may be very many.
#[derive(Clone, Copy, Debug)]
pub(super) struct Slot {
    /// Where it stands in the file.
    pub offset: usize,
    pub len: u32,
    /// Its position in `events`.
    pub pos: u32,
}

/// The parts of a file.
#[derive(Debug, Default)]
pub(super) struct Scanned<'a> {
    /// The members of the outer object; of `events` only the name.
    pub members: Vec<Member<'a>>,
    /// The events, unless they are no objects; none where there is no list.
    pub slots: Option<Vec<Slot>>,
}

/// Finds the parts of a file.
pub(super) fn scan<'a>(
    root: Node<'a>,
    text: &str,
    job: &Job,
    found: &mut Found,
) -> Result<Scanned<'a>, OpenError> {
    let mut scanned = Scanned::default();
    let outer = Outer { root, job, scanned: &mut scanned, found };
    let mut json = serde_json::Deserializer::from_str(root.text());
    let result = json.deserialize_map(outer).and_then(|()| json.end());
    match result {
        Err(error) => Err(explain(error, root, text, job)),
        Ok(()) if scanned.slots.is_none() => {
            let similar = scanned.members.iter().find(|member| {
                let key = member.key.trim().to_lowercase();
                ["events", "event", "meetings"].contains(&key.as_str())
            });
            let name = similar.map(|member| member.key.clone().into_owned());
            let kind = Kind::NoEvents(name);
            Err(match similar {
                Some(member) => OpenError::at(kind, place_of(text, member.key_node.offset())),
                None => OpenError::at(kind, place_of(text, root.offset())),
            })
        }
        Ok(()) => Ok(scanned),
    }
}

/// Why the outer object could not be read.
fn explain(error: serde_json::Error, root: Node<'_>, text: &str, job: &Job) -> OpenError {
    if job.is_cancelled() {
        return OpenError::new(Kind::Cancelled);
    }
    if serde_json::from_str::<IgnoredAny>(root.text()).is_err() {
        return match first_slip(root.text()) {
            Some(slip) => {
                let place = place_of(text, root.offset() + slip.offset);
                OpenError::at(Kind::Syntax(slip.message), place)
            }
            None => OpenError::new(Kind::Syntax(error.to_string())),
        };
    }
    let leading = root.text().len() - root.text().trim_start().len();
    let value = Node::new(root.text().trim(), root.offset() + leading);
    if value.kind() != NodeKind::Object {
        let kind = Kind::NotAnObject(what(value));
        return OpenError::at(kind, place_of(text, value.offset()));
    }
    let members = value.members();
    match members.iter().find(|member| member.key == "events") {
        Some(events) => {
            let kind = Kind::EventsNotAList(what(events.value));
            OpenError::at(kind, place_of(text, events.value.offset()))
        }
        None => OpenError::new(Kind::Syntax(error.to_string())),
    }
}

struct Outer<'a, 's> {
    root: Node<'a>,
    job: &'s Job,
    scanned: &'s mut Scanned<'a>,
    found: &'s mut Found,
}

impl<'a> Visitor<'a> for Outer<'a, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'a>>(mut self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<&RawValue>()? {
            if self.job.is_cancelled() {
                return Err(A::Error::custom("cancelled"));
            }
            let key_node = self.root.inner(key);
            let key = key_node.string().unwrap_or_else(Cow::Owned);
            let value = if key == "events" && self.scanned.slots.is_none() {
                self.scanned.slots = Some(map.next_value_seed(Events(&mut self))?);
                Node::new("", key_node.range().end)
            } else {
                self.root.inner(map.next_value::<&RawValue>()?)
            };
            self.job.advance(SCAN, value.range().end, self.root.range().end);
            self.scanned.members.push(Member { key, key_node, value });
        }
        Ok(())
    }
}

/// The list of events, item by item.
struct Events<'a, 's, 'o>(&'o mut Outer<'a, 's>);

impl<'a> DeserializeSeed<'a> for Events<'a, '_, '_> {
    type Value = Vec<Slot>;

    fn deserialize<D: Deserializer<'a>>(self, deserializer: D) -> Result<Vec<Slot>, D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'a> Visitor<'a> for Events<'a, '_, '_> {
    type Value = Vec<Slot>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'a>>(self, mut seq: A) -> Result<Vec<Slot>, A::Error> {
        let outer = self.0;
        let mut slots = Vec::new();
        let mut pos = 0_u32;
        while let Some(item) = seq.next_element::<&RawValue>()? {
            let item = outer.root.inner(item);
            if item.kind() == NodeKind::Object {
                slots.push(Slot {
                    offset: item.offset(),
                    // A file is smaller than 4 GiB.
                    len: u32::try_from(item.text().len()).unwrap_or(u32::MAX),
                    pos,
                });
            } else {
                let path = Path::WHOLE.key("events");
                super::object::wrong_type(
                    item,
                    &path.item(pos as usize),
                    NOT_AN_EVENT,
                    outer.found,
                );
            }
            pos += 1;
            if pos.is_multiple_of(1024) {
                if outer.job.is_cancelled() {
                    return Err(A::Error::custom("cancelled"));
                }
                outer.job.advance(SCAN, item.range().end, outer.root.range().end);
            }
        }
        Ok(slots)
    }
}
