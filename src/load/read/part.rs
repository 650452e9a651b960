//! Reads the events of one part of a file, one after the other.

use std::collections::HashMap;
use std::ops::Range;

use foldhash::fast::RandomState;
use serde_json::value::RawValue;

use super::event::{NOT_AN_EVENT, Reader};
use super::gist::{Accounts, Gist};
use super::ids::{Follow, Pending};
use super::names::{Fresh, Names, Resolver};
use super::object;
use super::skim::{Careful, Meeting, Mention, Quote, Words};
use crate::date::When;
use crate::load::node::{Node, NodeKind};
use crate::load::path::Path;
use crate::load::problem::Found;
use crate::model::{Event, Events, Feature, Features, IdIndex, Kept, range_in};

/// What a part of a file holds. Positions in the file's list of events count from the
/// first event of the part.
pub(super) struct Part {
    pub events: Events,
    pub fresh: Fresh,
    pub found: Found,
    pub pending: Pending,
    /// How many items of the list it is.
    pub items: u32,
}

/// Which events are read with care, that is slowly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Care {
    /// Those with which something is odd.
    WhereNeeded,
    /// All: to test that it makes no difference.
    #[cfg(test)]
    Always,
}

/// Reads a part.
pub(super) struct PartReader<'a> {
    care: Care,
    /// By what ids are sorted.
    ids: &'a IdIndex,
    text: &'a str,
    accounts: &'a Accounts,
    names: Resolver<'a>,
    gist: Gist,
    /// The dates that were read, by their texts; none where they can not be read.
    dates: HashMap<Box<str>, Option<When>, RandomState>,
    /// A start and an end.
    both: String,
    events: Events,
    found: Found,
    pending: Pending,
    items: u32,
}

/// An item of the list is not JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct NotJson;

impl<'a> PartReader<'a> {
    /// Of a file with this text; lists so many problems.
    pub fn new(
        text: &'a str,
        (names, accounts): (&'a Names, &'a Accounts),
        (ids, room): (&'a IdIndex, usize),
        care: Care,
    ) -> Self {
        Self {
            care,
            ids,
            text,
            accounts,
            names: Resolver::new(names),
            gist: Gist::default(),
            dates: HashMap::default(),
            both: String::new(),
            events: Events::default(),
            found: Found::with_limit(room),
            pending: Pending::default(),
            items: 0,
        }
    }

    /// What was read.
    pub fn finish(self) -> Part {
        let Self { events, names, found, pending, items, .. } = self;
        Part { events, fresh: names.fresh, found, pending, items }
    }

    /// The first item is the one at a position of the list.
    pub fn begin_at(&mut self, position: u32) {
        self.items = position;
    }

    /// Passes over items of the list before a position.
    pub fn pass_to(&mut self, position: u32) {
        self.pending.gaps.extend(self.items..position);
        self.items = self.items.max(position);
    }

    /// Reads the item of the list that begins at an offset of the file. Returns where it
    /// ends.
    pub fn item(&mut self, offset: usize) -> Result<usize, NotJson> {
        let rest = self.text.get(offset..).unwrap_or_default();
        self.found.begin_event(self.items);
        let mark = self.names.fresh.mark();
        let mut end = None;
        if rest.starts_with('{') && self.care == Care::WhereNeeded {
            let mut meetings = serde_json::Deserializer::from_str(rest).into_iter::<Meeting<'_>>();
            if let Some(Ok(meeting)) = meetings.next() {
                let range = offset..offset + meetings.byte_offset();
                if self.take(&meeting, range.clone()).is_ok() {
                    self.items += 1;
                    return Ok(range.end);
                }
                end = Some(range.end);
                self.names.fresh.roll_back(mark);
            }
        }
        let end = match end {
            Some(end) => end,
            None => {
                let mut values = serde_json::Deserializer::from_str(rest).into_iter::<&RawValue>();
                values.next().and_then(Result::ok).ok_or(NotJson)?;
                offset + values.byte_offset()
            }
        };
        let node = Node::new(self.text.get(offset..end).unwrap_or_default(), offset);
        if !self.read_with_care(node) {
            self.names.fresh.roll_back(mark);
            self.pending.gaps.push(self.items);
        }
        self.items += 1;
        Ok(end)
    }

    /// Reads an event in full, and notes what is wrong with it. Tells whether it is kept.
    fn read_with_care(&mut self, node: Node<'_>) -> bool {
        if node.kind() != NodeKind::Object {
            object::wrong_type(node, &Path::WHOLE, NOT_AN_EVENT, &mut self.found);
            return false;
        }
        let mut reader = Reader::new(&mut self.names, &mut self.found);
        let event = reader.event(node, &Path::WHOLE);
        let (id, title, follows) = (reader.id, reader.title, reader.follows);
        self.pending.follows.extend(follows.into_iter().map(|(item, at)| Follow {
            event: self.items,
            item,
            at,
        }));
        let Some(event) = event else {
            self.pending.left_out.extend(id.and_then(|at| {
                let node = Node::new(self.text.get(at.clone())?, at.start);
                node.string().ok().map(Into::into)
            }));
            return false;
        };
        self.push(&event, (id, title), node);
        true
    }

    fn push(
        &mut self,
        event: &Event,
        (id, title): (Option<Range<usize>>, Option<Range<usize>>),
        node: Node<'_>,
    ) {
        self.gist.fill(event);
        let place = event.place.as_ref();
        let name = place.and_then(|place| place.name.as_deref()).filter(|name| !name.is_empty());
        self.gist.place = name.map(|name| self.names.place(name));
        let country = place.and_then(|place| place.country.as_deref());
        let country = country.filter(|country| !country.is_empty());
        self.gist.country = country.map(|country| self.names.country(country));
        let when = self.names.when(event.when);
        self.pending.add_id(self.ids, &self.events, &event.id);
        let id = kept(self.text, id, &event.id);
        let title = kept(self.text, title, &event.title);
        let texts = (id, title, node.range());
        self.gist.push(&mut self.events, self.accounts, when, texts);
    }

    /// Takes over an event that was read the quick way; an error where it is to be read
    /// with care. Looks names up in the same order as that does.
    fn take(&mut self, meeting: &Meeting<'_>, range: Range<usize>) -> Result<(), Careful> {
        let title = kept_words(self.text, &meeting.title)?;
        let when = self.when(meeting.start.required()?, meeting.end.as_deref())?;
        for quote in &meeting.quotes {
            if let Some(date) = quote.0.date.as_deref() {
                self.when(date, None)?;
            }
        }
        let Self { gist, names, .. } = self;
        gist.clear();
        gist.kind = Some(names.kind(meeting.kind.as_deref().unwrap_or_default()));
        gist.place = meeting.place.0.name.as_deref().map(|name| names.place(name));
        gist.country = meeting.place.0.country.as_deref().map(|code| names.country(code));
        for participant in &meeting.participants {
            gist.people.push(names.person(participant.0.person.required()?));
        }
        for mention in &meeting.issues {
            take_mention(&mention.0, gist, names)?;
        }
        let mut features = Features::default();
        for quote in &meeting.quotes {
            take_quote(&quote.0, gist, names, &mut features)?;
        }
        gist.people.extend_from_slice(&gist.speakers);
        for source in meeting.outcomes.iter().flat_map(|outcome| &outcome.sources.0) {
            gist.sources.push(names.source(source));
        }
        gist.sources.extend(meeting.sources.0.iter().map(|source| names.source(source)));
        for (feature, is_there) in [
            (Feature::Quotes, !meeting.quotes.is_empty()),
            (Feature::Outcomes, !meeting.outcomes.is_empty()),
            (Feature::Background, meeting.background.0),
        ] {
            if is_there {
                features.insert(feature);
            }
        }
        gist.features = features;
        let id = match meeting.id.0 {
            Some(_) => kept_words(self.text, &meeting.id)?,
            None => Kept::Own(""),
        };
        for (item, follow) in (0..).zip(&meeting.follows.0) {
            // With its quotation marks.
            let inside = range_in(self.text, follow);
            let at = inside.start - 1..inside.end + 1;
            self.pending.follows.push(Follow { event: self.items, item, at });
        }
        let when = self.names.when(when);
        self.pending.add_id(self.ids, &self.events, meeting.id.as_deref().unwrap_or_default());
        self.gist.push(&mut self.events, self.accounts, when, (id, title, range));
        Ok(())
    }

    /// A start, perhaps with an end. Its number is not kept with it: what is new is
    /// forgotten where an event is read again with care.
    fn when(&mut self, start: &str, end: Option<&str>) -> Result<When, Careful> {
        let key = match end {
            None => start,
            Some(end) => {
                self.both.clear();
                self.both.extend([start, "\n", end]);
                &self.both
            }
        };
        if let Some(known) = self.dates.get(key) {
            return known.ok_or(Careful);
        }
        let when = When::parse(start, end).ok();
        self.dates.insert(key.into(), when);
        when.ok_or(Careful)
    }
}

fn take_mention(
    mention: &Mention<'_>,
    gist: &mut Gist,
    names: &mut Resolver<'_>,
) -> Result<(), Careful> {
    let issue = names.issue(mention.issue.required()?);
    let starts = gist.starts();
    gist.raised_by.extend(mention.raised_by.0.iter().map(|side| names.side(side)));
    gist.sources.extend(mention.sources.0.iter().map(|source| names.source(source)));
    gist.end_mention(issue, mention.stance.0, starts);
    Ok(())
}

fn take_quote(
    quote: &Quote<'_>,
    gist: &mut Gist,
    names: &mut Resolver<'_>,
    features: &mut Features,
) -> Result<(), Careful> {
    let others = quote.original.iter().chain(quote.variants.iter().map(|variant| &variant.0));
    if !quote.text.0 || !others.clone().all(|wording| wording.text.0) {
        return Err(Careful);
    }
    if quote.original.is_some() {
        features.insert(Feature::Original);
    }
    if !quote.variants.is_empty() {
        features.insert(Feature::Variants);
    }
    let renderings = others.clone().map(|wording| wording.rendering.0).chain([quote.rendering.0]);
    for rendering in renderings.flatten() {
        features.insert(Feature::of_rendering(rendering));
    }
    let starts = gist.starts();
    gist.sources.extend(quote.source.as_deref().map(|source| names.source(source)));
    if let Some(person) = quote.attributed_to.as_deref() {
        names.person(person);
    }
    gist.quote_issues.extend(quote.issues.0.iter().map(|issue| names.issue(issue)));
    for wording in others {
        gist.sources.extend(wording.source.as_deref().map(|source| names.source(source)));
        if let Some(person) = wording.attributed_to.as_deref() {
            names.person(person);
        }
    }
    gist.end_quote(starts);
    gist.speakers.extend(quote.speaker.as_deref().map(|speaker| names.person(speaker)));
    Ok(())
}

/// A text that stands at a range of the file, if it stands there as it is.
fn kept<'t>(text: &str, at: Option<Range<usize>>, own: &'t str) -> Kept<'t> {
    match at {
        // Between its quotation marks.
        Some(at) if text.get(at.start + 1..at.end.saturating_sub(1)) == Some(own) => {
            Kept::InFile(at.start + 1..at.end - 1)
        }
        _ => Kept::Own(own),
    }
}

fn kept_words<'t>(text: &str, words: &'t Words<'_>) -> Result<Kept<'t>, Careful> {
    Ok(match words.borrowed() {
        Some(words) => Kept::InFile(range_in(text, words)),
        None => Kept::Own(words.required()?),
    })
}
