//! The quick way to read a meeting: in one pass, for what is kept of it.
//!
//! It reads meetings that are as the format has them. Whatever is not (a member that the
//! format does not know, one that stands twice, a number where text belongs, a text
//! without words, half a character) is an error here, and only means that the meeting is
//! to be read with the care of [`Reader`](super::event::Reader), which says what is
//! wrong. So both must agree on every meeting that this way reads, which
//! `laws.rs` beside this holds.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::Deserialize;
use serde::de::{self, Deserializer, MapAccess, SeqAccess, Visitor, value::MapAccessDeserializer};
use tinyvec::TinyVec;

use crate::model::{Rendering, Stance};

/// A text with words in it; none where it is absent.
#[derive(Clone, Debug, Default)]
pub(super) struct Words<'a>(pub Option<Cow<'a, str>>);

impl<'a> Words<'a> {
    pub fn as_deref(&self) -> Option<&str> {
        self.0.as_deref()
    }

    /// The text, which must be there.
    pub fn required(&self) -> Result<&str, Careful> {
        self.as_deref().ok_or(Careful)
    }

    /// The text as it stands in the file, where it needs no reading.
    pub fn borrowed(&self) -> Option<&'a str> {
        match self.0 {
            Some(Cow::Borrowed(text)) => Some(text),
            _ => None,
        }
    }
}

/// A list of names, each as it stands in the file: few of them have escapes.
#[derive(Clone, Debug, Default)]
pub(super) struct Names<'a>(pub TinyVec<[&'a str; 2]>);

impl<'de: 'a, 'a> Deserialize<'de> for Names<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // Of the lifetime of the list: it can not be made shorter afterwards.
        struct List<'a>(PhantomData<&'a str>);
        impl<'de: 'a, 'a> Visitor<'de> for List<'a> {
            type Value = Names<'a>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
                let mut names = Names::default();
                while let Some(name) = list.next_element::<&'de str>()? {
                    names.0.push(check(name)?);
                }
                Ok(names)
            }
        }
        deserializer.deserialize_seq(List(PhantomData))
    }
}

/// The meeting is to be read with care.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Careful;

impl<'de: 'a, 'a> Deserialize<'de> for Words<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;
        impl<'de> Visitor<'de> for Text {
            type Value = Words<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("text")
            }

            fn visit_borrowed_str<E: de::Error>(self, text: &'de str) -> Result<Self::Value, E> {
                check(text).map(|text| Words(Some(Cow::Borrowed(text))))
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
                check(text).map(|text| Words(Some(Cow::Owned(text.to_owned()))))
            }
        }
        deserializer.deserialize_str(Text)
    }
}

fn check<E: de::Error>(text: &str) -> Result<&str, E> {
    let is_plain = text.as_bytes().first().is_some_and(u8::is_ascii_graphic);
    if !is_plain && text.trim_start().is_empty() { Err(E::custom("no words")) } else { Ok(text) }
}

/// A text with words that are not kept; whether it is there.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Passed(pub bool);

impl<'de> Deserialize<'de> for Passed {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;
        impl Visitor<'_> for Text {
            type Value = Passed;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("text")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Passed, E> {
                check(text).map(|_| Passed(true))
            }
        }
        deserializer.deserialize_str(Text)
    }
}

/// Degrees from minus so many to so many.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Degrees<const LIMIT: u8>;

impl<'de, const LIMIT: u8> Deserialize<'de> for Degrees<LIMIT> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let degrees = f64::deserialize(deserializer)?;
        let is_in_range = degrees.abs() <= f64::from(LIMIT);
        if is_in_range { Ok(Self) } else { Err(de::Error::custom("off the globe")) }
    }
}

/// Something that is an object in the file: serde would take a list of the values for one.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Object<T>(pub T);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Object<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Map<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for Map<T> {
            type Value = Object<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
                T::deserialize(MapAccessDeserializer::new(map)).map(Object)
            }
        }
        deserializer.deserialize_map(Map(PhantomData))
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Meeting<'a> {
    #[serde(borrow)]
    pub id: Words<'a>,
    #[serde(borrow)]
    pub title: Words<'a>,
    #[serde(borrow)]
    pub start: Words<'a>,
    #[serde(borrow)]
    pub end: Words<'a>,
    #[serde(borrow)]
    pub kind: Words<'a>,
    #[serde(borrow)]
    pub place: Object<Place<'a>>,
    #[serde(borrow)]
    pub participants: Vec<Object<Participant<'a>>>,
    pub summary: Passed,
    pub background: Passed,
    #[serde(borrow)]
    pub issues: Vec<Object<Mention<'a>>>,
    #[serde(borrow)]
    pub quotes: Vec<Object<Quote<'a>>>,
    #[serde(borrow)]
    pub outcomes: Vec<Outcome<'a>>,
    #[serde(borrow)]
    pub follows: Names<'a>,
    #[serde(borrow)]
    pub sources: Names<'a>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Place<'a> {
    #[serde(borrow)]
    pub name: Words<'a>,
    #[serde(borrow)]
    pub country: Words<'a>,
    pub lat: Degrees<90>,
    pub lon: Degrees<180>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Participant<'a> {
    #[serde(borrow)]
    pub person: Words<'a>,
    pub role: Passed,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Mention<'a> {
    #[serde(borrow)]
    pub issue: Words<'a>,
    #[serde(borrow)]
    pub raised_by: Names<'a>,
    pub stance: StanceWord,
    pub note: Passed,
    #[serde(borrow)]
    pub sources: Names<'a>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Quote<'a> {
    #[serde(borrow)]
    pub speaker: Words<'a>,
    pub text: Passed,
    pub lang: Passed,
    pub rendering: RenderingWord,
    #[serde(borrow)]
    pub source: Words<'a>,
    #[serde(borrow)]
    pub attributed_to: Words<'a>,
    pub note: Passed,
    #[serde(borrow)]
    pub date: Words<'a>,
    #[serde(borrow)]
    pub issues: Names<'a>,
    #[serde(borrow, deserialize_with = "given")]
    pub original: Option<Wording<'a>>,
    #[serde(borrow)]
    pub variants: Vec<Object<Wording<'a>>>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Wording<'a> {
    pub text: Passed,
    pub lang: Passed,
    pub rendering: RenderingWord,
    #[serde(borrow)]
    pub source: Words<'a>,
    #[serde(borrow)]
    pub attributed_to: Words<'a>,
    pub note: Passed,
}

/// A member that is there is no `null`.
fn given<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Wording<'de>>, D::Error> {
    Object::deserialize(deserializer).map(|wording| Some(wording.0))
}

/// The word for a stance.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct StanceWord(pub Stance);

impl<'de> Deserialize<'de> for StanceWord {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let stance = match Words::deserialize(deserializer)?.as_deref() {
            Some("dispute") => Stance::Dispute,
            Some("shared") => Stance::Shared,
            Some("discussed") => Stance::Discussed,
            _ => return Err(de::Error::custom("no stance")),
        };
        Ok(Self(stance))
    }
}

/// The word for a rendering; none where it is absent.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct RenderingWord(pub Option<Rendering>);

impl<'de> Deserialize<'de> for RenderingWord {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let rendering = match Words::deserialize(deserializer)?.as_deref() {
            Some("spoken") => Rendering::Spoken,
            Some("interpreted") => Rendering::Interpreted,
            Some("reported") => Rendering::Reported,
            _ => return Err(de::Error::custom("no rendering")),
        };
        Ok(Self(Some(rendering)))
    }
}

/// What came of a meeting: the sources, where they are given.
#[derive(Debug, Default)]
pub(super) struct Outcome<'a> {
    pub sources: Names<'a>,
}

impl<'de: 'a, 'a> Deserialize<'de> for Outcome<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Default, Deserialize)]
        #[serde(deny_unknown_fields, default)]
        struct Full<'a> {
            text: Passed,
            #[serde(borrow)]
            sources: Names<'a>,
        }
        struct Any<'a>(PhantomData<&'a str>);
        impl<'de: 'a, 'a> Visitor<'de> for Any<'a> {
            type Value = Outcome<'a>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("text or an object")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
                check(text).map(|_| Outcome::default())
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
                let full = Full::deserialize(MapAccessDeserializer::new(map))?;
                if !full.text.0 {
                    return Err(de::Error::custom("no text"));
                }
                Ok(Outcome { sources: full.sources })
            }
        }
        deserializer.deserialize_any(Any(PhantomData))
    }
}
