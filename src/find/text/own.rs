//! The texts of a meeting as stretches of the file, without reading it in full.
//!
//! This reads what has the plain form that the format asks for. Where anything else
//! is met, however small, it gives up, and the meeting is read in full: how the format
//! takes what is odd is known in one place only.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;
use std::ops::Range;

use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::place::Place;
use crate::model::range_in;

/// What a meeting says for itself.
#[derive(Debug, Default)]
pub(super) struct Own<'a> {
    /// Each text: where it is found, and where it stands in the meeting's text, without
    /// its quotation marks. In the order of the file; never empty.
    pub texts: Vec<(Place, Range<usize>)>,
    /// The ids of its sources, as often as it names them.
    pub sources: Vec<Cow<'a, str>>,
    /// The ids of those to whom sources give words of others.
    pub attributed: Vec<Cow<'a, str>>,
}

/// Reads the text of a meeting; none where it is odd in some way.
pub(super) fn read(text: &str) -> Option<Own<'_>> {
    let Object(event) = serde_json::from_str::<Object<Event<'_>>>(text).ok()?;
    let mut reader = Reader { text, own: Own::default() };
    reader.event(&event)?;
    let mut own = reader.own;
    own.texts.sort_unstable_by_key(|(_, range)| range.start);
    Some(own)
}

type Raw<'a> = Option<&'a RawValue>;

#[derive(serde::Deserialize)]
struct Event<'a> {
    #[serde(borrow)]
    title: Raw<'a>,
    summary: Raw<'a>,
    background: Raw<'a>,
    participants: Option<Vec<Object<Participant<'a>>>>,
    issues: Option<Vec<Object<Mention<'a>>>>,
    quotes: Option<Vec<Object<Quote<'a>>>>,
    outcomes: Option<Vec<&'a RawValue>>,
    sources: Option<Vec<&'a RawValue>>,
}

#[derive(serde::Deserialize)]
struct Participant<'a> {
    #[serde(borrow)]
    person: Raw<'a>,
    role: Raw<'a>,
}

#[derive(serde::Deserialize)]
struct Mention<'a> {
    #[serde(borrow)]
    issue: Raw<'a>,
    note: Raw<'a>,
    sources: Option<Vec<&'a RawValue>>,
}

#[derive(serde::Deserialize)]
struct Quote<'a> {
    #[serde(borrow)]
    text: Raw<'a>,
    source: Raw<'a>,
    attributed_to: Raw<'a>,
    note: Raw<'a>,
    original: Option<Object<Wording<'a>>>,
    variants: Option<Vec<Object<Wording<'a>>>>,
}

#[derive(serde::Deserialize)]
struct Wording<'a> {
    #[serde(borrow)]
    text: Raw<'a>,
    source: Raw<'a>,
    attributed_to: Raw<'a>,
    note: Raw<'a>,
}

#[derive(serde::Deserialize)]
struct Outcome<'a> {
    #[serde(borrow)]
    text: Raw<'a>,
    sources: Option<Vec<&'a RawValue>>,
}

/// A JSON object. By itself, serde takes a list for one too.
struct Object<T>(T);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Object<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Only<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for Only<T> {
            type Value = T;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
                T::deserialize(MapAccessDeserializer::new(map))
            }
        }
        deserializer.deserialize_map(Only(PhantomData)).map(Self)
    }
}

struct Reader<'a> {
    text: &'a str,
    own: Own<'a>,
}

impl<'a> Reader<'a> {
    fn event(&mut self, event: &Event<'a>) -> Option<()> {
        self.named(Place::Title, event.title)?;
        self.text(Place::Summary, event.summary)?;
        self.text(Place::Background, event.background)?;
        for Object(participant) in event.participants.iter().flatten() {
            name(participant.person?)?;
            self.text(Place::Note, participant.role)?;
        }
        for Object(mention) in event.issues.iter().flatten() {
            name(mention.issue?)?;
            self.text(Place::Note, mention.note)?;
            self.sources(&mention.sources)?;
        }
        for Object(quote) in event.quotes.iter().flatten() {
            self.wording(quote.text, quote.note, (quote.source, quote.attributed_to))?;
            let more = quote.original.iter().chain(quote.variants.iter().flatten());
            for Object(it) in more {
                self.wording(it.text, it.note, (it.source, it.attributed_to))?;
            }
        }
        for outcome in event.outcomes.iter().flatten() {
            if outcome.get().starts_with('"') {
                self.named(Place::Outcome, Some(outcome))?;
            } else {
                let Object(outcome) =
                    serde_json::from_str::<Object<Outcome<'_>>>(outcome.get()).ok()?;
                self.named(Place::Outcome, outcome.text)?;
                self.sources(&outcome.sources)?;
            }
        }
        self.sources(&event.sources)
    }

    fn wording(
        &mut self,
        text: Raw<'a>,
        note: Raw<'a>,
        (source, attributed_to): (Raw<'a>, Raw<'a>),
    ) -> Option<()> {
        self.named(Place::Quote, text)?;
        self.text(Place::Note, note)?;
        if let Some(source) = source {
            self.own.sources.push(name(source)?);
        }
        if let Some(person) = attributed_to {
            self.own.attributed.push(name(person)?);
        }
        Some(())
    }

    fn sources(&mut self, sources: &Option<Vec<&'a RawValue>>) -> Option<()> {
        for source in sources.iter().flatten() {
            self.own.sources.push(name(source)?);
        }
        Some(())
    }

    /// A text that must be there.
    fn named(&mut self, place: Place, raw: Raw<'a>) -> Option<()> {
        name(raw?)?;
        self.text(place, raw)
    }

    fn text(&mut self, place: Place, raw: Raw<'a>) -> Option<()> {
        let Some(raw) = raw else { return Some(()) };
        let inside = inside(raw)?;
        if !inside.is_empty() {
            self.own.texts.push((place, range_in(self.text, inside)));
        }
        Some(())
    }
}

/// What stands between the quotation marks; none of what is no text.
fn inside(raw: &RawValue) -> Option<&str> {
    raw.get().strip_prefix('"')?.strip_suffix('"')
}

/// A text that is not blank.
fn name(raw: &RawValue) -> Option<Cow<'_, str>> {
    let text = decoded(inside(raw)?)?;
    (!text.trim().is_empty()).then_some(text)
}

/// The text that the inside of a JSON string stands for; none where it holds half a
/// character.
pub(super) fn decoded(inside: &str) -> Option<Cow<'_, str>> {
    if memchr::memchr(b'\\', inside.as_bytes()).is_none() {
        return Some(Cow::Borrowed(inside));
    }
    serde_json::from_str::<String>(&format!("\"{inside}\"")).map(Cow::Owned).ok()
}
