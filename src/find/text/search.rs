//! Which meetings have the words, and how well they fit.

use std::sync::OnceLock;
use std::time::{Duration, Instant};

use fixedbitset::FixedBitSet;
use rayon::prelude::*;

use super::block::Block;
use super::entities::Masks;
use super::place::Place;
use super::rank::{Key, ranked};
use super::sought::{Inside, Scratch, Sought};
use super::{Hits, TextIndex};
use crate::find::query::Needle;
use crate::load::Document;
use crate::model::{Dataset, EventIx, EventSet, Numbers};

/// How many words are looked for at once: one bit of a mask for each.
const MOST_NEEDLES: usize = 32;

/// What it adds to a score that all words are in one place, and how much more that
/// counts than where they are.
const TOGETHER: u32 = 100_000;
const OF_PLACE: u32 = 1_000;

/// After how long it is told what was found so far: in time for the frame that waits for it.
const EARLY: Duration = Duration::from_millis(2);

/// How many blocks are searched before it is asked whether that is still wanted, at first
/// and once it was told what was found so far.
const AT_ONCE: usize = 4;
const LATER_AT_ONCE: usize = 64;

/// What is looked for.
struct Wanted<'s> {
    dataset: &'s Dataset,
    within: &'s EventSet,
    sought: Vec<Sought<'s>>,
    masks: Masks,
    /// Whether any name in the tables has any of the words.
    may_be_in_entities: bool,
    /// The bits of the words that must be there, and of those that must not.
    required: u32,
    excluded: u32,
}

impl TextIndex {
    /// The meetings among `within` that have all the words, and none of those that are
    /// excluded; none where it was cancelled. Of more than 32 words the first count.
    pub fn search(
        &self,
        needles: &[Needle],
        within: &EventSet,
        document: &Document,
        cancelled: &dyn Fn() -> bool,
    ) -> Option<Hits> {
        self.search_telling(needles, (within, &[]), document, cancelled, &mut |_| true)
    }

    /// As [`TextIndex::search`]. Where that takes longer than a moment, and words must be
    /// there, `so_far` is called with what was found by then, until it is content. What is
    /// near `likely` meetings is searched before the rest.
    pub fn search_telling(
        &self,
        needles: &[Needle],
        (within, likely): (&EventSet, &[EventIx]),
        document: &Document,
        cancelled: &dyn Fn() -> bool,
        so_far: &mut dyn FnMut(Hits) -> bool,
    ) -> Option<Hits> {
        let (start, dataset) = (Instant::now(), document.dataset());
        let needles = needles.get(..MOST_NEEDLES).unwrap_or(needles);
        let bits = |excluded: bool| {
            let bits = needles.iter().zip(0_u32..).filter(|(it, _)| it.excluded == excluded);
            bits.fold(0, |sum, (_, bit)| sum | 1_u32 << bit)
        };
        let (required, excluded) = (bits(false), bits(true));
        if required | excluded == 0 {
            let (ranked, set) = (Vec::new(), within.clone());
            return (!cancelled()).then_some(Hits { ranked, set, is_partial: false });
        }
        let masks = self.entities(dataset).masks(needles, dataset);
        let wanted = Wanted {
            dataset,
            within,
            sought: needles.iter().map(Sought::of).collect(),
            may_be_in_entities: !masks.are_empty(),
            masks,
            required,
            excluded,
        };
        let mut keys: Vec<Key> = Vec::new();
        let order = self.in_order(likely, dataset);
        let mut rest = &*order;
        let (mut is_told, mut tell_after) = (false, EARLY);
        while !rest.is_empty() {
            if cancelled() {
                return None;
            }
            let count = if is_told { LATER_AT_ONCE } else { AT_ONCE };
            let (some, after) = rest.split_at(count.min(rest.len()));
            let found = some.par_iter().map_init(Scratch::default, |scratch, (number, block)| {
                wanted.in_block(*number, self.known(*number, block, document), document, scratch)
            });
            found.collect::<Vec<_>>().iter().for_each(|found| keys.extend(found));
            rest = after;
            let may_tell = !is_told && !keys.is_empty() && required != 0 && !rest.is_empty();
            if may_tell && start.elapsed() >= tell_after {
                is_told = so_far(wanted.hits(keys.clone(), true));
                // What is told in vain costs little of the whole.
                tell_after = 2 * start.elapsed();
            }
        }
        Some(wanted.hits(keys, false))
    }

    /// All blocks, with their numbers: those with likely meetings first.
    fn in_order(&self, likely: &[EventIx], dataset: &Dataset) -> Vec<(usize, &OnceLock<Block>)> {
        let texts = dataset.events.texts();
        let mut is_first = FixedBitSet::with_capacity(self.blocks.len());
        for number in likely.iter().filter_map(|ix| texts.block_of(*ix)) {
            // There are as many blocks here as there are of texts.
            is_first.insert(number);
        }
        let blocks = self.blocks.iter().enumerate();
        let (mut first, rest): (Vec<_>, Vec<_>) =
            blocks.partition(|(number, _)| is_first.contains(*number));
        first.extend(rest);
        first
    }
}

impl Wanted<'_> {
    fn hits(&self, keys: Vec<Key>, is_partial: bool) -> Hits {
        let mut set = EventSet::none(self.dataset.events.len());
        keys.iter().for_each(|key| set.insert(key.event(self.dataset)));
        let ranked = if self.required == 0 { Vec::new() } else { ranked(keys, self.dataset) };
        Hits { ranked, set, is_partial }
    }

    /// What is found in a block.
    fn in_block(
        &self,
        number: usize,
        block: &Block,
        document: &Document,
        scratch: &mut Scratch,
    ) -> Vec<Key> {
        scratch.clear();
        let Some((meetings, places)) = self.dataset.events.texts().get(number) else {
            return Vec::new();
        };
        let file = document.text().get(places.text()).unwrap_or_default();
        for (bit, sought) in self.sought.iter().enumerate() {
            sought.mark(1 << bit, Inside { block, places, file }, scratch);
        }
        // Where no name has any of the words, only meetings with a text that has are looked at.
        let looks_at_all = self.required == 0 || self.may_be_in_entities;
        let mut marked = scratch.marked().peekable();
        let mut refs = self.masks.ask_for_refs().then(|| places.refs());
        let (mut keys, mut next) = (Vec::new(), 0);
        loop {
            let with_text = marked.peek().map(|(text, _)| text.meeting);
            let meeting = if looks_at_all { Some(next) } else { with_text };
            let at = |meeting: u32| meetings.clone().nth(meeting as usize);
            let Some((meeting, pos)) = meeting.and_then(|it| Some((it, at(it)?))) else {
                return keys;
            };
            next = meeting + 1;
            let ix = EventIx::from_pos(pos);
            let mut sum = Sum { required: self.required, ..Sum::default() };
            while let Some((text, mask)) = marked.next_if(|(text, _)| text.meeting == meeting) {
                sum.add(mask, text.place);
            }
            if let Some(refs) = &mut refs {
                self.add_refs(refs, &mut sum);
            }
            if self.may_be_in_entities {
                self.add_entities(ix, &mut sum);
            }
            if self.is_there(&sum) && self.within.contains(ix) {
                let rank = self.dataset.rank(ix).unwrap_or_default();
                keys.push(Key::new(sum.score(), self.dataset.importance(ix), rank));
            }
        }
    }

    fn is_there(&self, sum: &Sum) -> bool {
        sum.all & self.required == self.required && sum.all & self.excluded == 0
    }

    /// What a meeting refers to that is not in its head.
    fn add_refs(&self, refs: &mut Numbers<'_>, sum: &mut Sum) {
        for _ in 0..refs.take() {
            sum.add(of(&self.masks.sources, refs.take()), Place::Source);
        }
        for _ in 0..refs.take() {
            self.add_person(refs.take(), sum);
        }
    }

    fn add_entities(&self, ix: EventIx, sum: &mut Sum) {
        // What asks for nothing is not looked up.
        let (masks, events) = (&self.masks, &self.dataset.events);
        if !masks.kinds.is_empty()
            && let Some(kind) = events.kind(ix)
        {
            sum.add(of(&masks.kinds, kind.0), Place::Kind);
        }
        if !masks.ask_for_heads() {
            return;
        }
        let Some(head) = events.untitled(ix.pos()) else { return };
        if !masks.people.is_empty() || !masks.notes.is_empty() {
            head.people.iter().for_each(|person| self.add_person(person.0, sum));
        }
        if !masks.issues.is_empty() {
            for raised in &head.issues {
                sum.add(of(&masks.issues, raised.issue.0), Place::Issue);
            }
        }
        if let Some(place) = head.place {
            sum.add(of(&masks.places, place.0), Place::Venue);
        }
    }

    fn add_person(&self, person: u32, sum: &mut Sum) {
        sum.add(of(&self.masks.people, person), Place::Person);
        sum.add(of(&self.masks.notes, person), Place::PersonNote);
    }
}

fn of(masks: &[u32], pos: u32) -> u32 {
    masks.get(pos as usize).copied().unwrap_or_default()
}

/// What was found in a meeting so far.
#[derive(Default)]
struct Sum {
    required: u32,
    /// All words that were found.
    all: u32,
    /// The weight of the best place of each word.
    best: [u8; MOST_NEEDLES],
    /// How many words are in the best place, and its weight.
    most: (u32, u8),
}

impl Sum {
    fn add(&mut self, mask: u32, place: Place) {
        if mask == 0 {
            return;
        }
        self.all |= mask;
        let mut asked = mask & self.required;
        let weight = place.weight();
        if asked != 0 {
            self.most = self.most.max((asked.count_ones(), weight));
        }
        while asked != 0 {
            if let Some(best) = self.best.get_mut(asked.trailing_zeros() as usize) {
                *best = weight.max(*best);
            }
            asked &= asked - 1;
        }
    }

    fn score(&self) -> u32 {
        let sum: u32 = self.best.iter().map(|best| u32::from(*best)).sum();
        let (count, weight) = self.most;
        let is_together = count == self.required.count_ones();
        if is_together { TOGETHER + OF_PLACE * u32::from(weight) + sum } else { sum }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::{Job, read_bytes};

    #[test]
    fn blocks_with_likely_meetings_come_first() {
        let event = |pos: usize| format!(r#"{{ "id": "m{pos}", "title": "T", "start": "2001" }}"#);
        let events: Vec<String> = (0..1000).map(event).collect();
        let text = format!(r#"{{ "events": [{}] }}"#, events.join(","));
        let document = read_bytes(text.into_bytes(), &Job::new()).expect("it opens");
        let index = TextIndex::empty(document.dataset());
        let texts = document.dataset().events.texts();
        assert!(texts.len() > 3);
        let numbers = |likely: &[EventIx]| -> Vec<usize> {
            let order = index.in_order(likely, document.dataset());
            order.into_iter().map(|(number, _)| number).collect()
        };
        assert!(numbers(&[]).into_iter().eq(0..texts.len()));
        let likely = [999, 0].map(EventIx);
        let last = texts.len() - 1;
        assert_eq!(texts.block_of(likely[0]), Some(last));
        assert!(numbers(&likely).into_iter().eq([0, last].into_iter().chain(1..last)));
    }
}
