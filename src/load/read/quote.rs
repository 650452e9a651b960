//! What was said, in all its wordings.

use super::event::{Reader, word};
use super::names::Resolver;
use super::object::{Object, text};
use super::when;
use crate::load::node::Node;
use crate::load::path::Path;
use crate::load::problem::Found;
use crate::model::{Quote, Rendering, Wording};
use crate::tr;

const QUOTE: &str = "{ \"speaker\": \"…\", \"text\": \"…\" }";
const WORDING: &str = "{ \"text\": \"…\", \"lang\": \"en\" }";

const QUOTE_MEMBERS: [&str; 11] = [
    "speaker",
    "text",
    "lang",
    "rendering",
    "source",
    "attributed_to",
    "note",
    "date",
    "issues",
    "original",
    "variants",
];

const WORDING_MEMBERS: [&str; 6] = ["text", "lang", "rendering", "source", "attributed_to", "note"];

impl Reader<'_, '_> {
    /// The quotes of an event.
    pub(super) fn quotes(&mut self, object: &Object<'_, '_>) -> Vec<Quote> {
        let mut list = Vec::new();
        let names = &mut *self.names;
        object.items("quotes", self.found, |item, path, found| {
            list.extend(quote(item, path, names, found));
        });
        list
    }
}

fn quote(
    item: Node<'_>,
    path: &Path<'_>,
    names: &mut Resolver<'_>,
    found: &mut Found,
) -> Option<Quote> {
    let object = Object::open(item, path, QUOTE, &QUOTE_MEMBERS, found)?;
    let speaker = object.name("speaker", found);
    let date = when::date(&object, "date", found);
    let wording = wording(&object, names, found);
    let mut issues = Vec::new();
    object.names("issues", found, |issue| issues.push(names.issue(issue)));
    let original = object
        .get("original")
        .and_then(|node| other_wording(node, &path.key("original"), names, found));
    let mut variants = Vec::new();
    object.items("variants", found, |item, path, found| {
        variants.extend(other_wording(item, path, names, found));
    });
    let wording = wording?;
    Some(Quote {
        speaker: speaker.map(|speaker| names.person(&speaker)),
        wording,
        date,
        issues,
        original,
        variants,
    })
}

fn other_wording(
    node: Node<'_>,
    path: &Path<'_>,
    names: &mut Resolver<'_>,
    found: &mut Found,
) -> Option<Wording> {
    let object = Object::open(node, path, WORDING, &WORDING_MEMBERS, found)?;
    wording(&object, names, found)
}

/// A wording; none without words.
fn wording(
    object: &Object<'_, '_>,
    names: &mut Resolver<'_>,
    found: &mut Found,
) -> Option<Wording> {
    let words = object.name("text", found);
    if object.get("text").is_none() {
        let message = tr!("problem-no-wording");
        object.missing(|| message, tr!("problem-no-wording.advice"), found);
    }
    let rendering = rendering(object, found);
    let lang = object.string("lang", found);
    let note = object.string("note", found);
    let source = object.name("source", found);
    let attributed_to = object.name("attributed_to", found);
    Some(Wording {
        text: words?.into_owned(),
        lang,
        rendering,
        source: source.map(|source| names.source(&source)),
        attributed_to: attributed_to.map(|person| names.person(&person)),
        note,
    })
}

fn rendering(object: &Object<'_, '_>, found: &mut Found) -> Option<Rendering> {
    let node = object.get("rendering")?;
    let path = object.path.key("rendering");
    match text(node, &path, found)?.as_ref() {
        "spoken" => Some(Rendering::Spoken),
        "interpreted" => Some(Rendering::Interpreted),
        "reported" => Some(Rendering::Reported),
        _ => {
            word(node, &path, tr!("problem-expected-rendering"), found);
            None
        }
    }
}
