//! Takes objects and lists apart and notes what has the wrong type.

use std::borrow::Cow;
use std::ops::Range;

use super::inside;
use crate::load::node::{Member, Node, NodeKind};
use crate::load::path::{Path, shortened};
use crate::load::problem::{Draft, Found};
use crate::tr;

/// What is expected somewhere.
#[derive(Clone, Copy, Debug)]
pub(super) enum Want {
    Text,
    Number,
    List,
    /// An object, with an example of one.
    Object(&'static str),
}

/// An object whose members are looked up by name.
pub(super) struct Object<'a, 'p> {
    pub node: Node<'a>,
    pub path: &'p Path<'p>,
    pub members: Vec<Member<'a>>,
}

impl<'a, 'p> Object<'a, 'p> {
    /// Opens an object; none if the value is something else. Members that are not
    /// `known` are left alone, but for what is wrong with them as JSON.
    pub fn open(
        node: Node<'a>,
        path: &'p Path<'p>,
        example: &'static str,
        known: &[&str],
        found: &mut Found,
    ) -> Option<Self> {
        let object = Self::open_table(node, path, example, found)?;
        object.check_unknown(known, found);
        Some(object)
    }

    /// Opens an object whose members are entries of a table.
    pub fn open_table(
        node: Node<'a>,
        path: &'p Path<'p>,
        example: &'static str,
        found: &mut Found,
    ) -> Option<Self> {
        if node.kind() != NodeKind::Object {
            wrong_type(node, path, Want::Object(example), found);
            return None;
        }
        Some(Self::of_members(node, path, node.members(), found))
    }

    pub fn of_members(
        node: Node<'a>,
        path: &'p Path<'p>,
        members: Vec<Member<'a>>,
        found: &mut Found,
    ) -> Self {
        for member in &members {
            if member.key.contains('\u{FFFD}') && member.key_node.string().is_err() {
                found.add(|| half_character(member.key_node, path.to_string()));
            }
        }
        let mut keys: Vec<(&str, Range<usize>)> = Vec::new();
        if !are_few_and_different(&members) {
            keys.extend(members.iter().map(|m| (m.key.as_ref(), m.key_node.range())));
            inside::for_each_repeated(&mut keys, |key, at, first| {
                found.add(|| repeated(key, at, first, path.key(key).to_string()));
            });
        }
        Self { node, path, members }
    }

    /// Looks for what is wrong within members that the format does not know.
    pub fn check_unknown(&self, known: &[&str], found: &mut Found) {
        for member in &self.members {
            if !known.contains(&member.key.as_ref()) {
                inside::check(member.value, &self.path.key(&member.key), found);
            }
        }
    }

    /// The value of a member; of several of the same name, the first.
    pub fn get(&self, key: &str) -> Option<Node<'a>> {
        self.members.iter().find(|member| member.key == key).map(|member| member.value)
    }

    /// A text; none if it is absent or something else.
    pub fn text(&self, key: &str, found: &mut Found) -> Option<Cow<'a, str>> {
        text(self.get(key)?, &self.path.key(key), found)
    }

    /// A text as an own string.
    pub fn string(&self, key: &str, found: &mut Found) -> Option<String> {
        self.text(key, found).map(Cow::into_owned)
    }

    /// A text with something in it, such as an id.
    pub fn name(&self, key: &str, found: &mut Found) -> Option<Cow<'a, str>> {
        name(self.get(key)?, &self.path.key(key), found)
    }

    /// The items of a list; none if it is absent or something else.
    pub fn items(
        &self,
        key: &str,
        found: &mut Found,
        mut each: impl FnMut(Node<'a>, &Path<'_>, &mut Found),
    ) {
        let Some(list) = self.get(key) else { return };
        let path = self.path.key(key);
        if list.kind() != NodeKind::List {
            wrong_type(list, &path, Want::List, found);
        }
        list.for_each_item(|pos, item| each(item, &path.item(pos), found));
    }

    /// The names in a list of names.
    pub fn names(&self, key: &str, found: &mut Found, mut each: impl FnMut(&str)) {
        self.items(key, found, |item, path, found| {
            if let Some(name) = name(item, path, found) {
                each(&name);
            }
        });
    }

    /// A number of degrees.
    pub fn degrees(&self, key: &str, limit: f64, found: &mut Found) -> Option<f64> {
        let node = self.get(key)?;
        let path = self.path.key(key);
        if node.kind() != NodeKind::Number {
            wrong_type(node, &path, Want::Number, found);
            return None;
        }
        let degrees = node.text().parse::<f64>().ok();
        let in_range = degrees.filter(|degrees| degrees.abs() <= limit);
        if in_range.is_none() {
            found.add(|| Draft {
                at: node.range(),
                path: path.to_string(),
                message: tr!(
                    "problem-expected",
                    expected = tr!("problem-expected-degrees", limit = limit),
                    found = shortened(node.text(), 30),
                ),
                advice: tr!("problem-advice-degrees").to_owned(),
                first: None,
            });
        }
        in_range
    }

    /// Notes that something is missing; shown at the object's first byte.
    pub fn missing<T: Into<String>>(
        &self,
        message: impl FnOnce() -> T,
        advice: &str,
        found: &mut Found,
    ) {
        let start = self.node.offset();
        found.add(|| Draft {
            at: start..start + 1,
            path: self.path.to_string(),
            message: message().into(),
            advice: advice.to_owned(),
            first: None,
        });
    }
}

fn are_few_and_different(members: &[Member<'_>]) -> bool {
    members.len() <= 16
        && members.iter().enumerate().all(|(pos, member)| {
            let before = members.iter().take(pos);
            before.clone().all(|other| other.key != member.key)
        })
}

/// A text; none if the value is something else.
pub(super) fn text<'a>(node: Node<'a>, path: &Path<'_>, found: &mut Found) -> Option<Cow<'a, str>> {
    if node.kind() != NodeKind::Text {
        wrong_type(node, path, Want::Text, found);
        return None;
    }
    Some(node.string().unwrap_or_else(|rest| {
        found.add(|| half_character(node, path.to_string()));
        Cow::Owned(rest)
    }))
}

/// A text with something in it.
pub(super) fn name<'a>(node: Node<'a>, path: &Path<'_>, found: &mut Found) -> Option<Cow<'a, str>> {
    let name = text(node, path, found)?;
    if name.trim().is_empty() {
        note(node, path, tr!("problem-empty-text"), tr!("problem-empty-text.advice"), found);
        return None;
    }
    Some(name)
}

/// Notes a problem of one value.
pub(super) fn note(
    node: Node<'_>,
    path: &Path<'_>,
    message: &str,
    advice: &str,
    found: &mut Found,
) {
    found.add(|| Draft {
        at: node.range(),
        path: path.to_string(),
        message: message.to_owned(),
        advice: advice.to_owned(),
        first: None,
    });
}

/// Notes that a value is not what it should be.
pub(super) fn wrong_type(node: Node<'_>, path: &Path<'_>, want: Want, found: &mut Found) {
    found.add(|| Draft {
        at: node.range(),
        path: path.to_string(),
        message: tr!("problem-expected", expected = want.words(), found = what(node)),
        advice: want.advice(node),
        first: None,
    });
}

impl Want {
    fn words(self) -> &'static str {
        match self {
            Self::Text => tr!("problem-expected-text"),
            Self::Number => tr!("problem-expected-number"),
            Self::List => tr!("problem-expected-list"),
            Self::Object(_) => tr!("problem-expected-object"),
        }
    }

    fn advice(self, node: Node<'_>) -> String {
        let as_text = shortened(node.text(), 30);
        match (self, node.kind()) {
            (_, NodeKind::Null) => tr!("problem-advice-leave-out").to_owned(),
            (Self::Text, NodeKind::Number | NodeKind::Bool) => {
                tr!("problem-advice-quote", value = as_text)
            }
            (Self::Text, _) => tr!("problem-advice-text").to_owned(),
            (Self::Number, NodeKind::Text) => tr!("problem-advice-unquote").to_owned(),
            (Self::Number, _) => tr!("problem-advice-number").to_owned(),
            (Self::List, NodeKind::Text | NodeKind::Number) => {
                tr!("problem-advice-bracket", value = as_text)
            }
            (Self::List, _) => tr!("problem-advice-list").to_owned(),
            (Self::Object(example), _) => tr!("problem-advice-object", example = example),
        }
    }
}

/// A value in words: "the number 12".
pub(in crate::load) fn what(node: Node<'_>) -> String {
    match node.kind() {
        NodeKind::Null => "null".to_owned(),
        NodeKind::Bool => node.text().to_owned(),
        NodeKind::Number => tr!("problem-found-number", value = shortened(node.text(), 30)),
        NodeKind::Text => {
            let text = node.string().unwrap_or_else(Cow::Owned);
            let value = shortened(&text, 40).escape_debug().to_string();
            tr!("problem-found-text", value = value)
        }
        NodeKind::List => tr!("problem-found-list").to_owned(),
        NodeKind::Object => tr!("problem-found-object").to_owned(),
    }
}

pub(super) fn half_character(node: Node<'_>, path: String) -> Draft {
    Draft {
        at: node.range(),
        path,
        message: tr!("problem-half-character").to_owned(),
        advice: tr!("problem-half-character.advice").to_owned(),
        first: None,
    }
}

pub(super) fn repeated(key: &str, at: Range<usize>, first: usize, path: String) -> Draft {
    Draft {
        at,
        path,
        message: tr!("problem-repeated", name = shortened(key, 48).escape_debug().to_string(),),
        advice: tr!("problem-repeated.advice").to_owned(),
        first: Some(first),
    }
}
