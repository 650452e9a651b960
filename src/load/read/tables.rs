//! What stands beside the events: title, sides, people, issues, sources, periods.

use super::names::Tables;
use super::object::{Object, name, note};
use super::when::{self, Consequence};
use crate::load::job::Job;
use crate::load::node::{Node, NodeKind};
use crate::load::path::Path;
use crate::load::problem::{Draft, Found};
use crate::model::{Issue, LocalName, Period, Person, Side, Source};
use crate::tr;

/// The members of the outer object.
pub(super) const MEMBERS: [&str; 9] = [
    "readout",
    "title",
    "description",
    "sides",
    "people",
    "issues",
    "sources",
    "periods",
    "events",
];

const SIDES: &str = "{ \"us\": { \"name\": \"United States\" } }";
const PEOPLE: &str = "{ \"wang-yi\": { \"name\": \"Wang Yi\", \"side\": \"cn\" } }";
const ISSUES: &str = "{ \"taiwan\": { \"name\": \"Taiwan\" } }";
const SOURCES: &str = "{ \"state-2021\": { \"title\": \"…\", \"url\": \"https://…\" } }";
const NAMES: &str = "{ \"zh\": \"美国\" }";
const ENTRY: &str = "{ \"name\": \"…\" }";
const SOURCE: &str = "{ \"title\": \"…\", \"url\": \"https://…\" }";
const PERIOD: &str = "{ \"title\": \"…\", \"start\": \"2021-01-20\", \"end\": \"2025-01-20\" }";

/// How many entries of a table are read before it is asked whether that is still wanted.
const STEP: usize = 1024;

/// Reads all tables from the members of the outer object. Stops early where the job is
/// cancelled.
pub(super) fn read(outer: &Object<'_, '_>, tables: &mut Tables, found: &mut Found, job: &Job) {
    version(outer, found);
    tables.data.title = outer.string("title", found).unwrap_or_default();
    tables.data.description = outer.string("description", found).unwrap_or_default();
    // The sides first, wherever they stand: the other tables name them.
    for_each_entry(outer, ("sides", SIDES), found, job, |id, entry, path, found| {
        tables.declare_side(side(id, entry, path, found)?);
        Some(())
    });
    for_each_entry(outer, ("people", PEOPLE), found, job, |id, entry, path, found| {
        let person = person(id, (entry, path), tables, found)?;
        tables.declare_person(person);
        Some(())
    });
    for_each_entry(outer, ("issues", ISSUES), found, job, |id, entry, path, found| {
        tables.declare_issue(issue(id, entry, path, found)?);
        Some(())
    });
    for_each_entry(outer, ("sources", SOURCES), found, job, |id, entry, path, found| {
        let source = source(id, (entry, path), tables, found)?;
        tables.declare_source(source);
        Some(())
    });
    outer.items("periods", found, |item, path, found| {
        if let Some(period) = period(item, path, tables, found) {
            tables.data.periods.push(period);
        }
    });
    outer.check_unknown(&MEMBERS, found);
}

/// The version of the format.
fn version(outer: &Object<'_, '_>, found: &mut Found) {
    let Some(node) = outer.get("readout") else {
        return;
    };
    let path = outer.path.key("readout");
    let number = node.text().parse::<f64>().ok();
    match number.filter(|_| node.kind() == NodeKind::Number) {
        Some(1.0) => {}
        Some(number) if number > 1.0 => found.add(|| Draft {
            at: node.range(),
            path: path.to_string(),
            message: tr!("problem-newer", version = number.to_string()),
            advice: tr!("problem-newer.advice").to_owned(),
            first: None,
        }),
        _ => {
            let advice = tr!("problem-no-version.advice");
            note(node, &path, tr!("problem-no-version"), advice, found);
        }
    }
}

/// Reads the entries of a table.
fn for_each_entry<'a>(
    outer: &Object<'a, '_>,
    (key, example): (&str, &'static str),
    found: &mut Found,
    job: &Job,
    mut each: impl FnMut(&str, Node<'a>, &Path<'_>, &mut Found) -> Option<()>,
) {
    let Some(node) = outer.get(key) else { return };
    let path = outer.path.key(key);
    let Some(table) = Object::open_table(node, &path, example, found) else {
        return;
    };
    for (number, member) in table.members.iter().enumerate() {
        if number % STEP == 0 && job.is_cancelled() {
            return;
        }
        each(&member.key, member.value, &path.key(&member.key), found);
    }
}

fn side(id: &str, entry: Node<'_>, path: &Path<'_>, found: &mut Found) -> Option<Side> {
    let object = Object::open(entry, path, ENTRY, &["name", "names"], found)?;
    Some(Side {
        id: id.to_owned(),
        name: name_or_id(&object, "name", id, found),
        names: local_names(&object, found),
        declared: true,
    })
}

fn person(
    id: &str,
    (entry, path): (Node<'_>, &Path<'_>),
    tables: &mut Tables,
    found: &mut Found,
) -> Option<Person> {
    let known = ["name", "names", "aka", "side", "kind", "note"];
    let object = Object::open(entry, path, ENTRY, &known, found)?;
    let mut aka = Vec::new();
    object.names("aka", found, |name| aka.push(name.to_owned()));
    let kind = object.text("kind", found);
    if let (Some(node), Some(kind)) = (object.get("kind"), &kind)
        && !["body", "person"].contains(&kind.as_ref())
    {
        let advice = tr!("problem-person-kind.advice");
        note(node, &path.key("kind"), tr!("problem-person-kind"), advice, found);
    }
    Some(Person {
        id: id.to_owned(),
        name: name_or_id(&object, "name", id, found),
        names: local_names(&object, found),
        aka,
        side: object.name("side", found).map(|side| tables.side(&side)),
        is_body: kind.as_deref() == Some("body"),
        note: object.string("note", found),
        declared: true,
    })
}

fn issue(id: &str, entry: Node<'_>, path: &Path<'_>, found: &mut Found) -> Option<Issue> {
    let object = Object::open(entry, path, ENTRY, &["name", "names", "group"], found)?;
    Some(Issue {
        id: id.to_owned(),
        name: name_or_id(&object, "name", id, found),
        names: local_names(&object, found),
        group: object.name("group", found).map(Into::into),
        declared: true,
    })
}

fn source(
    id: &str,
    (entry, path): (Node<'_>, &Path<'_>),
    tables: &mut Tables,
    found: &mut Found,
) -> Option<Source> {
    let known = ["title", "publisher", "side", "date", "url", "via"];
    let object = Object::open(entry, path, SOURCE, &known, found)?;
    let source = Source {
        id: id.to_owned(),
        title: name_or_id(&object, "title", id, found),
        publisher: object.string("publisher", found),
        side: object.name("side", found).map(|side| tables.side(&side)),
        date: when::date(&object, "date", found),
        url: object.string("url", found),
        via: object.string("via", found),
        declared: true,
    };
    if let (Some(node), Some(_), None) = (object.get("url"), &source.url, source.link()) {
        let message = tr!("problem-address");
        let advice = tr!("problem-address.advice");
        note(node, &path.key("url"), message, advice, found);
    }
    Some(source)
}

fn period(
    item: Node<'_>,
    path: &Path<'_>,
    tables: &mut Tables,
    found: &mut Found,
) -> Option<Period> {
    let object = Object::open(item, path, PERIOD, &["title", "start", "end", "side"], found)?;
    let title = object.name("title", found);
    if object.get("title").is_none() {
        let advice = tr!("problem-no-period-title.advice");
        object.missing(|| tr!("problem-no-period-title"), advice, found);
    }
    let when = when::start_and_end(&object, Consequence::PeriodLeftOut, found);
    let side = object.name("side", found);
    Some(Period {
        title: title.map_or_else(|| tr!("data-untitled-period").to_owned(), Into::into),
        when: when?,
        side: side.map(|side| tables.side(&side)),
    })
}

/// A name for people; where there is none, the id.
fn name_or_id(object: &Object<'_, '_>, key: &str, id: &str, found: &mut Found) -> String {
    object.name(key, found).map_or_else(|| id.to_owned(), Into::into)
}

fn local_names(object: &Object<'_, '_>, found: &mut Found) -> Vec<LocalName> {
    let Some(node) = object.get("names") else {
        return Vec::new();
    };
    let path = object.path.key("names");
    let Some(names) = Object::open_table(node, &path, NAMES, found) else {
        return Vec::new();
    };
    let mut list: Vec<LocalName> = Vec::new();
    for member in &names.members {
        if let Some(name) = name(member.value, &path.key(&member.key), found) {
            list.push(LocalName { lang: member.key.clone().into_owned(), name: name.into_owned() });
        }
    }
    list
}
