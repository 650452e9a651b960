//! A meeting: everything that its object says.

use std::ops::Range;

use super::names::Resolver;
use super::object::{Object, Want, name, note, text};
use super::when::{self, Consequence};
use crate::load::node::{Node, NodeKind};
use crate::load::path::Path;
use crate::load::problem::{Draft, Found};
use crate::model::{Event, Mention, Outcome, Participant, Place, SourceIx, Stance};
use crate::tr;

const MEMBERS: [&str; 14] = [
    "id",
    "title",
    "start",
    "end",
    "kind",
    "place",
    "participants",
    "summary",
    "background",
    "issues",
    "quotes",
    "outcomes",
    "follows",
    "sources",
];

/// A meeting in short, for messages.
pub(super) const EVENT: &str = "{ \"title\": \"…\", \"start\": \"2021-03-18\" }";
/// What an item of `events` should be.
pub(super) const NOT_AN_EVENT: Want = Want::Object(EVENT);
const PLACE: &str = "{ \"name\": \"Beijing\", \"country\": \"CN\" }";
const PARTICIPANT: &str = "{ \"person\": \"…\", \"role\": \"…\" }";
const MENTION: &str = "{ \"issue\": \"…\" }";

/// Reads one event.
pub(super) struct Reader<'r, 'n> {
    pub names: &'r mut Resolver<'n>,
    pub found: &'r mut Found,
    /// The texts in `follows`, with their positions there.
    pub follows: Vec<(u32, Range<usize>)>,
    /// Where the id stands.
    pub id: Option<Range<usize>>,
    /// Where the title stands.
    pub title: Option<Range<usize>>,
}

impl<'r, 'n> Reader<'r, 'n> {
    pub fn new(names: &'r mut Resolver<'n>, found: &'r mut Found) -> Self {
        Self { names, found, follows: Vec::new(), id: None, title: None }
    }

    /// Reads an event; none where it has no date that can be read. Its id is empty
    /// where it has none of its own.
    pub fn event(&mut self, node: Node<'_>, path: &Path<'_>) -> Option<Event> {
        let object = Object::open(node, path, EVENT, &MEMBERS, self.found)?;
        let found = &mut *self.found;
        let id = object.name("id", found);
        self.id = object.get("id").filter(|_| id.is_some()).map(Node::range);
        let title = title(&object, found);
        self.title = object.get("title").map(Node::range);
        let when = when::start_and_end(&object, Consequence::MeetingLeftOut, found);
        let kind = object.name("kind", found).unwrap_or_default();
        let id = id.unwrap_or_default().into_owned();
        Some(Event {
            id,
            title,
            kind: self.names.kind(&kind),
            place: place(&object, self.found),
            participants: self.participants(&object),
            summary: object.string("summary", self.found),
            background: object.string("background", self.found),
            issues: self.mentions(&object),
            quotes: self.quotes(&object),
            outcomes: self.outcomes(&object),
            follows: self.follows(&object),
            sources: self.sources(&object),
            // At last: a meeting without a date is read for its problems too.
            when: when?,
        })
    }

    fn participants(&mut self, object: &Object<'_, '_>) -> Vec<Participant> {
        let mut list = Vec::new();
        let names = &mut *self.names;
        object.items("participants", self.found, |item, path, found| {
            let known = ["person", "role"];
            let Some(object) = Object::open(item, path, PARTICIPANT, &known, found) else {
                return;
            };
            let person = object.name("person", found);
            let role = object.string("role", found);
            match person {
                Some(person) => list.push(Participant { person: names.person(&person), role }),
                None if object.get("person").is_none() => {
                    let advice = tr!("problem-no-person.advice");
                    object.missing(|| tr!("problem-no-person"), advice, found);
                }
                None => {}
            }
        });
        list
    }

    fn mentions(&mut self, object: &Object<'_, '_>) -> Vec<Mention> {
        let mut list = Vec::new();
        let names = &mut *self.names;
        object.items("issues", self.found, |item, path, found| {
            let known = ["issue", "raised_by", "stance", "note", "sources"];
            let Some(object) = Object::open(item, path, MENTION, &known, found) else {
                return;
            };
            let issue = object.name("issue", found);
            if object.get("issue").is_none() {
                let advice = tr!("problem-no-issue.advice");
                object.missing(|| tr!("problem-no-issue"), advice, found);
            }
            let mut raised_by = Vec::new();
            let stance = stance(&object, found);
            let note = object.string("note", found);
            let mut sources = Vec::new();
            let Some(issue) = issue else { return };
            let issue = names.issue(&issue);
            object.names("raised_by", found, |side| {
                let side = names.side(side);
                raised_by.push(side);
            });
            object.names("sources", found, |source| sources.push(names.source(source)));
            list.push(Mention { issue, raised_by, stance, note, sources });
        });
        list
    }

    fn outcomes(&mut self, object: &Object<'_, '_>) -> Vec<Outcome> {
        let mut list = Vec::new();
        let names = &mut *self.names;
        object.items("outcomes", self.found, |item, path, found| {
            if item.kind() != NodeKind::Object {
                if let Some(text) = name(item, path, found) {
                    list.push(Outcome { text: text.into_owned(), sources: Vec::new() });
                }
                return;
            }
            let Some(object) = Object::open(item, path, "", &["text", "sources"], found) else {
                return;
            };
            let text = object.name("text", found);
            if object.get("text").is_none() {
                let advice = tr!("problem-no-outcome.advice");
                object.missing(|| tr!("problem-no-outcome"), advice, found);
            }
            let Some(text) = text else { return };
            let mut sources = Vec::new();
            object.names("sources", found, |source| sources.push(names.source(source)));
            list.push(Outcome { text: text.into_owned(), sources });
        });
        list
    }

    fn follows(&mut self, object: &Object<'_, '_>) -> Vec<String> {
        let mut list = Vec::new();
        let places = &mut self.follows;
        let mut pos = 0;
        object.items("follows", self.found, |item, path, found| {
            if let Some(id) = name(item, path, found) {
                places.push((pos, item.range()));
                list.push(id.into_owned());
            }
            pos += 1;
        });
        list
    }

    fn sources(&mut self, object: &Object<'_, '_>) -> Vec<SourceIx> {
        let mut list = Vec::new();
        let names = &mut *self.names;
        object.names("sources", self.found, |source| {
            list.push(names.source(source));
        });
        list
    }
}

/// A title for people, whatever the file has.
fn title(object: &Object<'_, '_>, found: &mut Found) -> String {
    let title = object.text("title", found);
    if let Some(title) = title.filter(|title| !title.trim().is_empty()) {
        return title.into_owned();
    }
    let message = tr!("problem-no-title");
    let advice = tr!("problem-no-title.advice");
    match object.get("title") {
        None => object.missing(|| message, advice, found),
        // A title that is no text has been noted already.
        Some(node) if node.kind() == NodeKind::Text => {
            note(node, &object.path.key("title"), message, advice, found);
        }
        Some(_) => {}
    }
    tr!("data-untitled-meeting").to_owned()
}

fn place(object: &Object<'_, '_>, found: &mut Found) -> Option<Place> {
    let node = object.get("place")?;
    let path = object.path.key("place");
    let known = ["name", "country", "lat", "lon"];
    let place = Object::open(node, &path, PLACE, &known, found)?;
    Some(Place {
        name: place.string("name", found),
        country: place.string("country", found),
        lat: place.degrees("lat", 90.0, found),
        lon: place.degrees("lon", 180.0, found),
    })
}

fn stance(object: &Object<'_, '_>, found: &mut Found) -> Stance {
    let Some(node) = object.get("stance") else {
        return Stance::default();
    };
    let path = object.path.key("stance");
    match text(node, &path, found).as_deref() {
        Some("dispute") => Stance::Dispute,
        Some("shared") => Stance::Shared,
        Some("discussed") | None => Stance::Discussed,
        Some(_) => {
            word(node, &path, tr!("problem-expected-stance"), found);
            Stance::Discussed
        }
    }
}

/// Notes a word that is none of those that the format knows.
pub(super) fn word(node: Node<'_>, path: &Path<'_>, words: &str, found: &mut Found) {
    found.add(|| Draft {
        at: node.range(),
        path: path.to_string(),
        message: tr!("problem-expected", expected = words, found = super::object::what(node)),
        advice: tr!("problem-advice-word").to_owned(),
        first: None,
    });
}
