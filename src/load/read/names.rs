//! From the names in a file to the entries of the tables.
//!
//! While events are read on several threads, the tables stand still: a name that they do
//! not hold gets a provisional index, which counts for one part of the file. When the
//! parts are put together, in the order of the file, the new names become entries, and
//! provisional indexes are replaced. So the tables do not depend on which thread was
//! first.

use std::collections::HashMap;
use std::hash::Hash;

use foldhash::fast::RandomState;

use crate::date::When;
use crate::model::{
    CountryIx, Dataset, Issue, IssueIx, Kind, KindIx, Person, PersonIx, PlaceIx, Renumber, Side,
    SideIx, Source, SourceIx, WhenIx,
};

/// Marks a provisional index.
const FRESH: u32 = 1 << 31;

type Lookup = HashMap<Box<str>, u32, RandomState>;

/// Where each name stands in its table.
#[derive(Clone, Debug, Default)]
pub(in crate::load) struct Names {
    sides: Lookup,
    people: Lookup,
    issues: Lookup,
    sources: Lookup,
    kinds: Lookup,
    places: Lookup,
    countries: Lookup,
}

impl Names {
    /// Takes other names in.
    pub fn extend(&mut self, new: Self) {
        let Self { sides, people, issues, sources, kinds, places, countries } = self;
        sides.extend(new.sides);
        people.extend(new.people);
        issues.extend(new.issues);
        sources.extend(new.sources);
        kinds.extend(new.kinds);
        places.extend(new.places);
        countries.extend(new.countries);
    }
}

/// A dataset in the making, and where each name stands in it.
#[derive(Debug, Default)]
pub(super) struct Tables {
    pub data: Dataset,
    pub names: Names,
    whens: HashMap<When, u32, RandomState>,
    own_kinds: usize,
}

/// Things that the tables do not hold yet, in the order in which they were met.
#[derive(Debug)]
pub(super) struct New<T: Eq + Hash> {
    list: Vec<T>,
    known: HashMap<T, u32, RandomState>,
}

impl<T: Eq + Hash> Default for New<T> {
    fn default() -> Self {
        Self { list: Vec::new(), known: HashMap::default() }
    }
}

impl New<Box<str>> {
    /// The provisional index of a name.
    fn name(&mut self, name: &str) -> u32 {
        if let Some(ix) = self.known.get(name) {
            return *ix;
        }
        self.add(name.into())
    }
}

impl<T: Eq + Hash + Clone> New<T> {
    fn add(&mut self, new: T) -> u32 {
        // A part of a file names fewer than 2³¹ things.
        let ix = FRESH | self.list.len() as u32;
        self.list.push(new.clone());
        self.known.insert(new, ix);
        ix
    }

    fn truncate(&mut self, len: usize) {
        for gone in self.list.drain(len.min(self.list.len())..) {
            self.known.remove(&gone);
        }
    }
}

/// What a part of a file names that the tables do not hold yet.
#[derive(Debug, Default)]
pub(super) struct Fresh {
    sides: New<Box<str>>,
    people: New<Box<str>>,
    issues: New<Box<str>>,
    sources: New<Box<str>>,
    kinds: New<Box<str>>,
    places: New<Box<str>>,
    countries: New<Box<str>>,
    whens: New<When>,
}

/// How much was new at a moment.
#[derive(Clone, Copy)]
pub(super) struct Mark([usize; 8]);

impl Fresh {
    /// How much is new now.
    pub fn mark(&self) -> Mark {
        let Self { sides, people, issues, sources, kinds, places, countries, whens } = self;
        let lens = [sides, people, issues, sources, kinds, places, countries];
        let mut mark = [whens.list.len(); 8];
        for (slot, new) in mark.iter_mut().zip(lens) {
            *slot = new.list.len();
        }
        Mark(mark)
    }

    /// Forgets what has become new since: the event that named it is left out, or read
    /// anew.
    pub fn roll_back(&mut self, mark: Mark) {
        let Self { sides, people, issues, sources, kinds, places, countries, whens } = self;
        let names = [sides, people, issues, sources, kinds, places, countries];
        for (new, len) in names.into_iter().zip(mark.0) {
            new.truncate(len);
        }
        whens.truncate(mark.0[7]);
    }
}

/// Looks names up for the events of one part of a file.
pub(super) struct Resolver<'n> {
    names: &'n Names,
    pub fresh: Fresh,
}

/// The final indexes of what was new in a part.
#[derive(Debug, Default)]
pub(super) struct Settled {
    sides: Vec<u32>,
    sources: Vec<u32>,
    people: Vec<u32>,
    issues: Vec<u32>,
    kinds: Vec<u32>,
    places: Vec<u32>,
    countries: Vec<u32>,
    whens: Vec<u32>,
}

fn resolve(lookup: &Lookup, fresh: &mut New<Box<str>>, name: &str) -> u32 {
    lookup.get(name).copied().unwrap_or_else(|| fresh.name(name))
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
        Self { names, fresh: Fresh::default() }
    }

    pub fn side(&mut self, name: &str) -> SideIx {
        SideIx(resolve(&self.names.sides, &mut self.fresh.sides, name))
    }

    pub fn person(&mut self, name: &str) -> PersonIx {
        PersonIx(resolve(&self.names.people, &mut self.fresh.people, name))
    }

    pub fn issue(&mut self, name: &str) -> IssueIx {
        IssueIx(resolve(&self.names.issues, &mut self.fresh.issues, name))
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

    pub fn country(&mut self, code: &str) -> CountryIx {
        CountryIx(resolve(&self.names.countries, &mut self.fresh.countries, code))
    }

    pub fn when(&mut self, when: When) -> WhenIx {
        let whens = &mut self.fresh.whens;
        WhenIx(whens.known.get(&when).copied().unwrap_or_else(|| whens.add(when)))
    }
}

impl Renumber for Settled {
    fn side(&self, ix: SideIx) -> SideIx {
        SideIx(settled(ix.0, &self.sides))
    }

    fn person(&self, ix: PersonIx) -> PersonIx {
        PersonIx(settled(ix.0, &self.people))
    }

    fn source(&self, ix: SourceIx) -> SourceIx {
        SourceIx(settled(ix.0, &self.sources))
    }

    fn keeps_references(&self) -> bool {
        self.sources.is_empty() && self.people.is_empty()
    }

    fn issue(&self, ix: IssueIx) -> IssueIx {
        IssueIx(settled(ix.0, &self.issues))
    }

    fn kind(&self, ix: KindIx) -> KindIx {
        KindIx(settled(ix.0, &self.kinds))
    }

    fn place(&self, ix: PlaceIx) -> PlaceIx {
        PlaceIx(settled(ix.0, &self.places))
    }

    fn country(&self, ix: CountryIx) -> CountryIx {
        CountryIx(settled(ix.0, &self.countries))
    }

    fn when(&self, ix: WhenIx) -> WhenIx {
        WhenIx(settled(ix.0, &self.whens))
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
    /// Takes back the names that stood still while events were read.
    pub fn take_back(&mut self, still: Names) {
        let new = std::mem::replace(&mut self.names, still);
        self.names.extend(new);
    }

    /// Makes entries of what was new in a part.
    pub fn settle(&mut self, fresh: &Fresh) -> Settled {
        Settled {
            sources: fresh.sources.list.iter().map(|name| self.source(name).0).collect(),
            sides: fresh.sides.list.iter().map(|name| self.side(name).0).collect(),
            people: fresh.people.list.iter().map(|name| self.person(name).0).collect(),
            issues: fresh.issues.list.iter().map(|name| self.issue(name).0).collect(),
            kinds: fresh.kinds.list.iter().map(|word| self.kind(word).0).collect(),
            places: fresh.places.list.iter().map(|name| self.place(name).0).collect(),
            countries: fresh.countries.list.iter().map(|code| self.country(code)).collect(),
            whens: fresh.whens.list.iter().map(|when| self.when(*when)).collect(),
        }
    }

    fn country(&mut self, code: &str) -> u32 {
        if let Some(ix) = self.names.countries.get(code) {
            return *ix;
        }
        let ix = self.data.events.add_country(code).0;
        self.names.countries.insert(code.into(), ix);
        ix
    }

    fn when(&mut self, when: When) -> u32 {
        *self.whens.entry(when).or_insert_with(|| self.data.events.add_when(when).0)
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
