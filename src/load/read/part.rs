//! Reads the events of one part of a file, one after the other.

use std::collections::HashMap;
use std::ops::Range;

use foldhash::fast::RandomState;
use serde_json::value::RawValue;

use super::cursor::{Careful, Quoted};
use super::event::{NOT_AN_EVENT, Reader};
use super::gist::{Accounts, Gist, Stands};
use super::ids::{Follow, Pending};
use super::names::{Fresh, Names, Resolver};
use super::object;
use super::skimmed::{Meeting, Mention, Quote};
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

/// How many dates are remembered from part to part. A century has some 36 500 days.
const MOST_DATES: usize = 1 << 17;

/// Reads parts.
pub(super) struct PartReader<'a> {
    /// How many problems of a part are listed.
    room: usize,
    care: Care,
    /// By what ids are sorted.
    ids: &'a IdIndex,
    text: &'a str,
    accounts: &'a Accounts,
    names: Resolver<'a>,
    gist: Gist,
    /// The event that was read the quick way last.
    meeting: Meeting<'a>,
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
    /// Of a file with this text; lists so many problems of a part.
    pub fn new(
        text: &'a str,
        (names, accounts): (&'a Names, &'a Accounts),
        (ids, room): (&'a IdIndex, usize),
        care: Care,
    ) -> Self {
        Self {
            room,
            care,
            ids,
            text,
            accounts,
            names: Resolver::new(names),
            gist: Gist::default(),
            meeting: Meeting::default(),
            dates: HashMap::default(),
            both: String::new(),
            events: Events::default(),
            found: Found::with_limit(room),
            pending: Pending::default(),
            items: 0,
        }
    }

    /// What was read; then another part can be read. The dates stay, as those of one part
    /// are mostly those of others too.
    pub fn finish(&mut self) -> Part {
        let mut events = std::mem::take(&mut self.events);
        events.close();
        if self.dates.len() > MOST_DATES {
            self.dates.clear();
        }
        Part {
            events,
            fresh: std::mem::take(&mut self.names.fresh),
            found: std::mem::replace(&mut self.found, Found::with_limit(self.room)),
            pending: std::mem::take(&mut self.pending),
            items: std::mem::take(&mut self.items),
        }
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
        if self.care == Care::WhereNeeded
            && let Ok(at) = self.meeting.read(self.text, offset)
        {
            if self.take(offset..at).is_ok() {
                self.items += 1;
                return Ok(at);
            }
            end = Some(at);
            self.names.fresh.roll_back(mark);
        }
        let has_texts = end.is_some();
        let end = match end {
            Some(end) => end,
            None => {
                let mut values = serde_json::Deserializer::from_str(rest).into_iter::<&RawValue>();
                values.next().and_then(Result::ok).ok_or(NotJson)?;
                offset + values.byte_offset()
            }
        };
        let node = Node::new(self.text.get(offset..end).unwrap_or_default(), offset);
        if !self.read_with_care(node, has_texts) {
            self.names.fresh.roll_back(mark);
            self.pending.gaps.push(self.items);
        }
        self.items += 1;
        Ok(end)
    }

    /// Reads an event in full, and notes what is wrong with it; whether its texts are known
    /// already. Tells whether it is kept.
    fn read_with_care(&mut self, node: Node<'_>, has_texts: bool) -> bool {
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
        self.push(&event, (id, title), node, has_texts);
        true
    }

    fn push(
        &mut self,
        event: &Event,
        (id, title): (Option<Range<usize>>, Option<Range<usize>>),
        node: Node<'_>,
        has_texts: bool,
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
        let texts = has_texts.then_some(&*self.meeting.texts);
        let stands = Stands { id, title, event: node.range(), texts };
        self.gist.push(&mut self.events, self.accounts, when, stands);
    }

    /// Takes over the event that was read the quick way; an error where it is to be read
    /// with care.
    fn take(&mut self, range: Range<usize>) -> Result<(), Careful> {
        // Put back, so that its lists are allocated once.
        let meeting = std::mem::take(&mut self.meeting);
        let result = self.take_meeting(&meeting, range);
        self.meeting = meeting;
        result
    }

    /// Looks names up in the same order as who reads with care does.
    fn take_meeting(&mut self, meeting: &Meeting<'_>, range: Range<usize>) -> Result<(), Careful> {
        if meeting.is_odd {
            return Err(Careful);
        }
        let when = self.when(meeting.start.ok_or(Careful)?, meeting.end)?;
        for date in meeting.quotes.iter().filter_map(|quote| quote.date) {
            self.when(date, None)?;
        }
        let title = meeting.title.ok_or(Careful)?;
        let decoded = title.decoded()?;
        let title = self.kept_title(title, &decoded);
        let Self { gist, names, .. } = self;
        gist.clear();
        gist.kind = Some(names.kind(meeting.kind.unwrap_or_default()));
        gist.place = meeting.place.as_deref().map(|name| names.place(name));
        gist.country = meeting.country.map(|code| names.country(code));
        gist.people.extend(meeting.people.iter().map(|person| names.person(person)));
        meeting.mentions.iter().for_each(|mention| take_mention(mention, meeting, gist, names));
        let mut features = Features::default();
        for quote in &meeting.quotes {
            take_quote(quote, meeting, (gist, names), &mut features);
        }
        gist.people.extend_from_slice(&gist.speakers);
        let sources = meeting.outcome_sources.iter().chain(&meeting.sources);
        gist.sources.extend(sources.map(|source| names.source(source)));
        for (feature, is_there) in [
            (Feature::Quotes, !meeting.quotes.is_empty()),
            (Feature::Outcomes, meeting.outcome_count > 0),
            (Feature::Background, meeting.has_background),
        ] {
            if is_there {
                features.insert(feature);
            }
        }
        gist.features = features;
        let id = meeting.id.map_or(Kept::Own(""), |id| Kept::InFile(range_in(self.text, id)));
        for (item, follow) in (0..).zip(&meeting.follows) {
            // With its quotation marks.
            let inside = range_in(self.text, follow);
            let at = inside.start - 1..inside.end + 1;
            self.pending.follows.push(Follow { event: self.items, item, at });
        }
        let when = self.names.when(when);
        self.pending.add_id(self.ids, &self.events, meeting.id.unwrap_or_default());
        let stands = Stands { id, title, event: range, texts: Some(&meeting.texts) };
        self.gist.push(&mut self.events, self.accounts, when, stands);
        Ok(())
    }

    fn kept_title<'t>(&self, title: Quoted<'_>, decoded: &'t str) -> Kept<'t> {
        match title.has_escapes {
            true => Kept::Own(decoded),
            false => Kept::InFile(range_in(self.text, title.inside)),
        }
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
    meeting: &Meeting<'_>,
    gist: &mut Gist,
    names: &mut Resolver<'_>,
) {
    let issue = names.issue(mention.issue);
    let starts = gist.starts();
    let raised_by = meeting.names_in(&mention.raised_by).iter();
    gist.raised_by.extend(raised_by.map(|side| names.side(side)));
    let sources = meeting.names_in(&mention.sources).iter();
    gist.sources.extend(sources.map(|source| names.source(source)));
    gist.end_mention(issue, mention.stance, starts);
}

fn take_quote(
    quote: &Quote<'_>,
    meeting: &Meeting<'_>,
    (gist, names): (&mut Gist, &mut Resolver<'_>),
    features: &mut Features,
) {
    let variants = meeting.variants.get(quote.variants.clone()).unwrap_or_default();
    if quote.original.is_some() {
        features.insert(Feature::Original);
    }
    if !variants.is_empty() {
        features.insert(Feature::Variants);
    }
    let others = quote.original.iter().chain(variants);
    let renderings = others.clone().chain([&quote.own]).filter_map(|wording| wording.rendering);
    renderings.for_each(|rendering| features.insert(Feature::of_rendering(rendering)));
    let starts = gist.starts();
    gist.take_wording(quote.own.source, quote.own.attributed_to, names);
    let issues = meeting.names_in(&quote.issues).iter();
    gist.quote_issues.extend(issues.map(|issue| names.issue(issue)));
    for wording in others {
        gist.take_wording(wording.source, wording.attributed_to, names);
    }
    gist.end_quote(starts);
    gist.speakers.extend(quote.speaker.map(|speaker| names.person(speaker)));
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
