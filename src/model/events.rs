//! The meetings of a dataset, in columns.
//!
//! Of a million meetings, each byte that is kept for every one of them is a megabyte,
//! and each allocation is time. So there is one row of fixed size for a meeting, lists
//! lie behind each other in pools, and titles and ids stay where they stand in the
//! file's text. [`EventHead`] is the view of one row with its lists.

use std::ops::Range;

use super::draft::{Draft, Kept, Renumber};
use super::event::Stance;
use super::feature::Features;
use super::head::{EventHead, Mentions, RaisedRow, Stretch};
use super::ids::{CountryIx, EventIx, IssueIx, KindIx, PersonIx, PlaceIx, SideIx, WhenIx};
use super::side_lists::SideLists;
use super::text::Text;
use super::texts::TextPlaces;
use crate::date::{Span, When};

/// The meetings of a dataset, in the order of the file.
#[derive(Clone, Debug, Default)]
pub struct Events {
    text: Text,
    /// Texts that do not stand in the file as they are: titles with escapes, made ids.
    own: String,
    rows: Vec<Row>,
    whens: Vec<When>,
    countries: Vec<Box<str>>,
    issues: Vec<RaisedRow>,
    people: Vec<PersonIx>,
    speakers: Vec<PersonIx>,
    follows: Vec<EventIx>,
    side_lists: SideLists,
    texts: TextPlaces,
}

/// A short text of a meeting: where it stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Place {
    /// In the event's text, or in the texts of our own.
    start: u32,
    len: u32,
}

#[derive(Clone, Copy, Debug)]
struct Row {
    text_start: usize,
    text_len: u32,
    id: Place,
    title: Place,
    when: WhenIx,
    kind: KindIx,
    /// `NONE` where no place is given.
    place: PlaceIx,
    /// `NONE` where no country is given.
    country: CountryIx,
    quote_count: u32,
    accounts: u32,
    /// Where the lists end in their pools; they begin where those of the row before end.
    ends: Ends,
    features: Features,
    flags: u8,
}

/// Where a row's lists end.
#[derive(Clone, Copy, Debug, Default)]
struct Ends {
    issues: u32,
    people: u32,
    speakers: u32,
    follows: u32,
}

/// In place of an index: there is none. No table has so many entries.
const NONE: u32 = u32::MAX;
/// The id is a text of our own.
const OWN_ID: u8 = 1;
/// The title is a text of our own.
const OWN_TITLE: u8 = 2;
/// A third party is among the sources.
const THIRD_PARTY: u8 = 4;

impl Events {
    /// No meetings yet, of a file with this text.
    pub fn new(text: Text) -> Self {
        Self { text, ..Self::default() }
    }

    /// The file's text.
    pub fn text(&self) -> &Text {
        &self.text
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Where their texts stand.
    pub fn texts(&self) -> &TextPlaces {
        &self.texts
    }

    /// The codes of the countries that occur.
    pub fn countries(&self) -> &[Box<str>] {
        &self.countries
    }

    /// All of them, in the order of the file.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = EventHead<'_>> + Clone {
        // Each position below the length has a row.
        (0..self.len()).filter_map(|pos| self.get(pos))
    }

    /// The head of a meeting at a position.
    pub fn get(&self, pos: usize) -> Option<EventHead<'_>> {
        let row = self.rows.get(pos)?;
        let mut head = self.untitled(pos)?;
        head.id = self.short_text(row, row.id, OWN_ID);
        head.title = self.short_text(row, row.title, OWN_TITLE);
        Some(head)
    }

    /// As [`Events::get`], but without id and title: these stand in the file's text, where
    /// looking at them is slow for who goes through all meetings.
    pub fn untitled(&self, pos: usize) -> Option<EventHead<'_>> {
        let row = self.rows.get(pos)?;
        let from = pos.checked_sub(1).and_then(|before| self.rows.get(before));
        let (from, to) = (from.map_or(Ends::default(), |row| row.ends), row.ends);
        let text = Stretch { start: row.text_start, len: row.text_len };
        let mut head = EventHead::bare(self.whens.get(row.when.pos())?, text);
        head.kind = row.kind;
        head.country = self.countries.get(row.country.pos()).map_or("", |code| code);
        head.place = (row.place.0 != NONE).then_some(row.place);
        let issues = slice(&self.issues, from.issues, to.issues);
        head.issues = Mentions { rows: issues, lists: Some(&self.side_lists) };
        head.people = slice(&self.people, from.people, to.people);
        head.speakers = slice(&self.speakers, from.speakers, to.speakers);
        head.quote_count = row.quote_count;
        head.features = row.features;
        head.accounts = self.side_lists.get(row.accounts);
        head.has_third_party = row.flags & THIRD_PARTY != 0;
        head.follows = slice(&self.follows, from.follows, to.follows);
        Some(head)
    }

    // Who goes through all meetings for one thing asks for that alone: it is a fraction of
    // the memory to be looked at.

    /// All times that meetings took place at.
    pub fn whens(&self) -> &[When] {
        &self.whens
    }

    /// The number of a meeting's time among all.
    pub fn when_ix(&self, ix: EventIx) -> Option<WhenIx> {
        self.rows.get(ix.pos()).map(|row| row.when)
    }

    /// When a meeting took place.
    pub fn when(&self, ix: EventIx) -> Option<&When> {
        self.rows.get(ix.pos()).and_then(|row| self.whens.get(row.when.pos()))
    }

    /// The days of a meeting.
    pub fn span(&self, ix: EventIx) -> Option<Span> {
        self.when(ix).map(When::span)
    }

    /// The issues of a meeting.
    pub fn mentions(&self, ix: EventIx) -> Mentions<'_> {
        let from = ix.pos().checked_sub(1).and_then(|before| self.rows.get(before));
        let from = from.map_or(0, |row| row.ends.issues);
        let to = self.rows.get(ix.pos()).map_or(from, |row| row.ends.issues);
        Mentions { rows: slice(&self.issues, from, to), lists: Some(&self.side_lists) }
    }

    /// The meetings that a meeting follows.
    pub fn follows(&self, ix: EventIx) -> &[EventIx] {
        let from = ix.pos().checked_sub(1).and_then(|before| self.rows.get(before));
        let from = from.map_or(0, |row| row.ends.follows);
        let to = self.rows.get(ix.pos()).map_or(from, |row| row.ends.follows);
        slice(&self.follows, from, to)
    }

    /// The kind of a meeting.
    pub fn kind(&self, ix: EventIx) -> Option<KindIx> {
        self.rows.get(ix.pos()).map(|row| row.kind)
    }

    /// How many quotes and how many issues a meeting has.
    pub fn sizes(&self, ix: EventIx) -> (u32, u32) {
        let quotes = self.rows.get(ix.pos()).map_or(0, |row| row.quote_count);
        (quotes, self.mentions(ix).len() as u32)
    }

    /// Whether a meeting has an id.
    pub fn has_id(&self, ix: EventIx) -> bool {
        self.rows.get(ix.pos()).is_some_and(|row| row.id.len > 0)
    }

    /// The id of a meeting; empty for an index of other meetings.
    pub fn id(&self, ix: EventIx) -> &str {
        self.rows.get(ix.pos()).map_or("", |row| self.short_text(row, row.id, OWN_ID))
    }

    /// The country of a meeting.
    pub fn country(&self, ix: EventIx) -> Option<CountryIx> {
        self.rows.get(ix.pos()).map(|row| row.country).filter(|country| country.0 != NONE)
    }

    fn short_text(&self, row: &Row, place: Place, own: u8) -> &str {
        let (text, base) = if row.flags & own != 0 {
            (self.own.as_str(), 0)
        } else {
            (&*self.text, row.text_start)
        };
        let start = base + place.start as usize;
        text.get(start..start + place.len as usize).unwrap_or_default()
    }

    /// The number of a time, which is added.
    pub fn add_when(&mut self, when: When) -> WhenIx {
        self.whens.push(when);
        WhenIx::from_pos(self.whens.len() - 1)
    }

    /// The number of a country's code, which is added.
    pub fn add_country(&mut self, code: &str) -> CountryIx {
        self.countries.push(code.into());
        CountryIx::from_pos(self.countries.len() - 1)
    }

    /// Adds a meeting; then its issues follow by [`Events::add_issue`].
    pub fn push(&mut self, draft: &Draft<'_>) {
        let (id, own_id) = self.keep(&draft.id, &draft.text);
        let (title, own_title) = self.keep(&draft.title, &draft.text);
        self.people.extend_from_slice(draft.people);
        self.speakers.extend_from_slice(draft.speakers);
        self.texts.push(&draft.text, &draft.own);
        let mut flags = 0;
        for (flag, is_set) in
            [(OWN_ID, own_id), (OWN_TITLE, own_title), (THIRD_PARTY, draft.has_third_party)]
        {
            flags |= if is_set { flag } else { 0 };
        }
        self.rows.push(Row {
            text_start: draft.text.start,
            text_len: u32::try_from(draft.text.len()).unwrap_or(u32::MAX),
            id,
            title,
            when: draft.when,
            kind: draft.kind,
            place: draft.place.unwrap_or(PlaceIx(NONE)),
            country: draft.country.unwrap_or(CountryIx(NONE)),
            quote_count: draft.quote_count,
            accounts: self.side_lists.intern(draft.accounts),
            ends: Ends {
                issues: self.issues.len() as u32,
                people: self.people.len() as u32,
                speakers: self.speakers.len() as u32,
                follows: self.follows.len() as u32,
            },
            features: draft.features,
            flags,
        });
    }

    /// Adds an issue to the meeting that was added last.
    pub fn add_issue(
        &mut self,
        issue: IssueIx,
        (by, accounts): (&[SideIx], &[SideIx]),
        stance: Stance,
    ) {
        let by = self.side_lists.intern(by);
        let accounts = self.side_lists.intern(accounts);
        if let Some(row) = self.rows.last_mut() {
            self.issues.push(RaisedRow { issue, by, accounts, stance });
            row.ends.issues = self.issues.len() as u32;
        }
    }

    fn keep(&mut self, kept: &Kept<'_>, event: &Range<usize>) -> (Place, bool) {
        let small = |from: usize, len: usize| {
            let (start, len) = (u32::try_from(from).ok()?, u32::try_from(len).ok()?);
            Some(Place { start, len })
        };
        match kept {
            Kept::InFile(at) => {
                let place = at.start.checked_sub(event.start);
                (place.and_then(|start| small(start, at.len())).unwrap_or_default(), false)
            }
            Kept::Own(text) => {
                let place = small(self.own.len(), text.len());
                if place.is_some() {
                    self.own.push_str(text);
                }
                // More than 4 GiB of them can not be kept.
                (place.unwrap_or_default(), true)
            }
        }
    }

    /// Gives a meeting another id.
    pub fn set_id(&mut self, ix: EventIx, id: &str) {
        let (place, _) = self.keep(&Kept::Own(id), &(0..0));
        if let Some(row) = self.rows.get_mut(ix.pos()) {
            row.id = place;
            row.flags |= OWN_ID;
        }
    }

    /// Links meetings to those that they follow: pairs of a meeting and one that it
    /// follows, those of a meeting behind each other, in the order of the file.
    pub fn set_follows(&mut self, links: &[(EventIx, EventIx)]) {
        self.follows = links.iter().map(|(_, followed)| *followed).collect();
        let mut links = links.iter().peekable();
        let mut end = 0;
        for (pos, row) in self.rows.iter_mut().enumerate() {
            while links.next_if(|(from, _)| from.pos() <= pos).is_some() {
                end += 1;
            }
            row.ends.follows = end;
        }
    }

    /// Makes room for so many meetings in all, each with as many issues and people as
    /// those that are there have on average.
    pub fn reserve(&mut self, meetings: usize) {
        let (now, rows) = (self.rows.len().max(1), meetings.saturating_sub(self.rows.len()));
        let more = |len: usize| (len as f64 / now as f64 * rows as f64 * 1.03) as usize;
        let (issues, people) = (more(self.issues.len()), more(self.people.len()));
        let speakers = more(self.speakers.len());
        // An estimate: where there is not so much memory, they grow as they must.
        let _ = self.rows.try_reserve_exact(rows);
        let _ = self.issues.try_reserve_exact(issues);
        let _ = self.people.try_reserve_exact(people);
        let _ = self.speakers.try_reserve_exact(speakers);
    }

    /// To be called when all meetings of a part of the file are there.
    pub fn close(&mut self) {
        self.texts.close();
    }

    /// Gives back memory that is not needed.
    pub fn shrink_to_fit(&mut self) {
        self.own.shrink_to_fit();
        self.rows.shrink_to_fit();
        self.whens.shrink_to_fit();
        self.issues.shrink_to_fit();
        self.people.shrink_to_fit();
        self.speakers.shrink_to_fit();
        self.follows.shrink_to_fit();
    }

    /// Adds other meetings of the same file, which have been closed, behind these; what they
    /// follow is not taken over.
    pub fn append(&mut self, other: &Self, numbers: &impl Renumber) {
        self.texts.append(&other.texts, self.rows.len() as u32, numbers);
        let lists: Vec<u32> = other
            .side_lists
            .iter()
            .map(|list| {
                let list: Vec<SideIx> = list.iter().map(|side| numbers.side(*side)).collect();
                self.side_lists.intern(&list)
            })
            .collect();
        let list = |ix: u32| lists.get(ix as usize).copied().unwrap_or_default();
        // More than 4 GiB of texts of our own can not be kept.
        let own = u32::try_from(self.own.len() + other.own.len()).map(|_| self.own.len() as u32);
        let own = own.ok();
        if own.is_some() {
            self.own.push_str(&other.own);
        }
        let base = self.rows.last().map_or(Ends::default(), |row| row.ends);
        let moved = |place: Place, is_own: bool| match own {
            Some(own) if is_own => Place { start: place.start + own, ..place },
            None if is_own => Place::default(),
            _ => place,
        };
        self.rows.extend(other.rows.iter().map(|row| Row {
            id: moved(row.id, row.flags & OWN_ID != 0),
            title: moved(row.title, row.flags & OWN_TITLE != 0),
            when: numbers.when(row.when),
            kind: numbers.kind(row.kind),
            place: if row.place.0 == NONE { row.place } else { numbers.place(row.place) },
            country: if row.country.0 == NONE { row.country } else { numbers.country(row.country) },
            accounts: list(row.accounts),
            ends: Ends {
                issues: base.issues + row.ends.issues,
                people: base.people + row.ends.people,
                speakers: base.speakers + row.ends.speakers,
                follows: base.follows,
            },
            ..*row
        }));
        self.issues.extend(other.issues.iter().map(|row| RaisedRow {
            issue: numbers.issue(row.issue),
            by: list(row.by),
            accounts: list(row.accounts),
            stance: row.stance,
        }));
        self.people.extend(other.people.iter().map(|person| numbers.person(*person)));
        self.speakers.extend(other.speakers.iter().map(|person| numbers.person(*person)));
    }
}

fn slice<T>(pool: &[T], from: u32, to: u32) -> &[T] {
    pool.get(from as usize..to as usize).unwrap_or_default()
}
