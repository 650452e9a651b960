//! From the names in a file to the entries of the tables.
//!
//! While events are read on several threads, the tables stand still: a name that
//! they do not hold gets a provisional index. Between the chunks of events, in
//! the order of the file, the new names become entries, and provisional indexes
//! are replaced. So the tables do not depend on which thread was first.

use std::collections::HashMap;

use crate::model::{
    Dataset, Issue, IssueIx, Kind, KindIx, Person, PersonIx, PlaceIx, Side, SideIx, Source,
    SourceIx,
};

/// Marks a provisional index.
const FRESH: u32 = 1 << 31;

type Lookup = HashMap<Box<str>, u32>;

/// Where each name stands in its table.
#[derive(Debug, Default)]
pub(in crate::load) struct Names {
    sides: Lookup,
    people: Lookup,
    issues: Lookup,
    sources: Lookup,
    kinds: Lookup,
    places: Lookup,
}

/// A dataset in the making, and where each name stands in it.
#[derive(Debug, Default)]
pub(super) struct Tables {
    pub data: Dataset,
    pub names: Names,
    own_kinds: usize,
}

/// Names that the tables do not hold yet, in the order in which they were met.
#[derive(Debug, Default)]
pub(super) struct Fresh {
    sides: Vec<Box<str>>,
    people: Vec<Box<str>>,
    issues: Vec<Box<str>>,
    sources: Vec<Box<str>>,
    kinds: Vec<Box<str>>,
    places: Vec<Box<str>>,
}

/// Looks names up for one event.
pub(super) struct Resolver<'n> {
    names: &'n Names,
    pub fresh: Fresh,
    /// Where the fresh names of issues stand: what an event says in several places of one
    /// issue belongs together.
    fresh_issues: Lookup,
}

/// The final indexes of the fresh names.
#[derive(Debug, Default)]
pub(super) struct Settled {
    sides: Vec<u32>,
    people: Vec<u32>,
    issues: Vec<u32>,
    kinds: Vec<u32>,
    places: Vec<u32>,
}

fn resolve(lookup: &Lookup, fresh: &mut Vec<Box<str>>, name: &str) -> u32 {
    lookup.get(name).copied().unwrap_or_else(|| {
        fresh.push(name.into());
        FRESH | (fresh.len() - 1) as u32
    })
}

fn settled(ix: u32, finals: &[u32]) -> u32 {
    if ix & FRESH == 0 {
        ix
    } else {
        // Each provisional index was made for an entry of its list.
        finals.get((ix ^ FRESH) as usize).copied().unwrap_or(ix)
    }
}

impl<'n> Resolver<'n> {
    pub fn new(names: &'n Names) -> Self {
        Self { names, fresh: Fresh::default(), fresh_issues: Lookup::new() }
    }

    pub fn side(&mut self, name: &str) -> SideIx {
        SideIx(resolve(&self.names.sides, &mut self.fresh.sides, name))
    }

    pub fn person(&mut self, name: &str) -> PersonIx {
        PersonIx(resolve(&self.names.people, &mut self.fresh.people, name))
    }

    pub fn issue(&mut self, name: &str) -> IssueIx {
        if let Some(ix) = self.fresh_issues.get(name) {
            return IssueIx(*ix);
        }
        let ix = resolve(&self.names.issues, &mut self.fresh.issues, name);
        if ix & FRESH != 0 {
            self.fresh_issues.insert(name.into(), ix);
        }
        IssueIx(ix)
    }

    pub fn source(&mut self, name: &str) -> SourceIx {
        SourceIx(resolve(&self.names.sources, &mut self.fresh.sources, name))
    }

    pub fn kind(&mut self, word: &str) -> KindIx {
        KindIx(resolve(&self.names.kinds, &mut self.fresh.kinds, word))
    }

    pub fn place(&mut self, name: &str) -> PlaceIx {
        PlaceIx(resolve(&self.names.places, &mut self.fresh.places, name))
    }
}

impl Settled {
    pub fn side(&self, ix: SideIx) -> SideIx {
        SideIx(settled(ix.0, &self.sides))
    }

    pub fn person(&self, ix: PersonIx) -> PersonIx {
        PersonIx(settled(ix.0, &self.people))
    }

    pub fn issue(&self, ix: IssueIx) -> IssueIx {
        IssueIx(settled(ix.0, &self.issues))
    }

    pub fn kind(&self, ix: KindIx) -> KindIx {
        KindIx(settled(ix.0, &self.kinds))
    }

    pub fn place(&self, ix: PlaceIx) -> PlaceIx {
        PlaceIx(settled(ix.0, &self.places))
    }
}

/// The index of a name; what is not in the table yet is appended to it.
fn intern<T>(
    lookup: &mut Lookup,
    table: &mut Vec<T>,
    name: &str,
    entry: impl FnOnce(String) -> T,
) -> u32 {
    if let Some(ix) = lookup.get(name) {
        return *ix;
    }
    // A file of less than 4 GiB names fewer than 2³¹ things.
    let ix = table.len() as u32;
    table.push(entry(name.to_owned()));
    lookup.insert(name.into(), ix);
    ix
}

impl Tables {
    /// Makes entries of the fresh names of an event.
    pub fn settle(&mut self, fresh: &Fresh) -> Settled {
        for name in &fresh.sources {
            self.source(name);
        }
        Settled {
            sides: fresh.sides.iter().map(|name| self.side(name).0).collect(),
            people: fresh.people.iter().map(|name| self.person(name).0).collect(),
            issues: fresh.issues.iter().map(|name| self.issue(name).0).collect(),
            kinds: fresh.kinds.iter().map(|word| self.kind(word).0).collect(),
            places: fresh.places.iter().map(|name| self.place(name).0).collect(),
        }
    }

    pub fn side(&mut self, name: &str) -> SideIx {
        let entry = |id: String| Side { name: id.clone(), id, ..Side::default() };
        SideIx(intern(&mut self.names.sides, &mut self.data.sides, name, entry))
    }

    fn person(&mut self, name: &str) -> PersonIx {
        let entry = |id: String| Person { name: id.clone(), id, ..Person::default() };
        PersonIx(intern(&mut self.names.people, &mut self.data.people, name, entry))
    }

    fn issue(&mut self, name: &str) -> IssueIx {
        let entry = |id: String| Issue { name: id.clone(), id, ..Issue::default() };
        IssueIx(intern(&mut self.names.issues, &mut self.data.issues, name, entry))
    }

    fn source(&mut self, name: &str) -> SourceIx {
        let entry = |id: String| Source { title: id.clone(), id, ..Source::default() };
        SourceIx(intern(&mut self.names.sources, &mut self.data.sources, name, entry))
    }

    fn kind(&mut self, word: &str) -> KindIx {
        let own_kinds = &mut self.own_kinds;
        let entry = |word: String| {
            let kind = Kind::from_word(&word, *own_kinds);
            *own_kinds += usize::from(!kind.is_known());
            kind
        };
        KindIx(intern(&mut self.names.kinds, &mut self.data.kinds, word, entry))
    }

    fn place(&mut self, name: &str) -> PlaceIx {
        let places = &mut self.data.places;
        PlaceIx(intern(&mut self.names.places, places, name, String::into_boxed_str))
    }

    /// Adds entries that the file describes; of two with the same id, the first.
    pub fn declare_side(&mut self, side: Side) {
        let id = side.id.clone();
        intern(&mut self.names.sides, &mut self.data.sides, &id, |_| side);
    }

    pub fn declare_person(&mut self, person: Person) {
        let id = person.id.clone();
        intern(&mut self.names.people, &mut self.data.people, &id, |_| person);
    }

    pub fn declare_issue(&mut self, issue: Issue) {
        let id = issue.id.clone();
        intern(&mut self.names.issues, &mut self.data.issues, &id, |_| issue);
    }

    pub fn declare_source(&mut self, source: Source) {
        let id = source.id.clone();
        intern(&mut self.names.sources, &mut self.data.sources, &id, |_| source);
    }
}
