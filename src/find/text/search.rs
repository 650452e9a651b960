//! Which meetings have the words, and how well they fit.

use std::cmp::Reverse;

use memchr::memmem::Finder;
use rayon::prelude::*;

use super::chunk::InChunk;
use super::entities::Masks;
use super::{AT_ONCE, Hit, Hits, Spot, TextIndex};
use crate::find::query::Needle;
use crate::model::{Dataset, EventHead, EventSet};

/// How many words are looked for at once: one bit of a mask for each.
const MOST_NEEDLES: usize = 32;

/// What it adds to a score that all words are in one place, and how much more that
/// counts than where they are.
const TOGETHER: u32 = 100_000;
const OF_PLACE: u32 = 1_000;

/// What is looked for.
struct Wanted<'s> {
    dataset: &'s Dataset,
    within: &'s EventSet,
    needles: Vec<(&'s Needle, Finder<'s>)>,
    masks: Masks,
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
        dataset: &Dataset,
        cancelled: &dyn Fn() -> bool,
    ) -> Option<Hits> {
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
        let wanted = Wanted {
            dataset,
            within,
            needles: needles.iter().map(|it| (it, Finder::new(&it.folded))).collect(),
            masks: self.entities.masks(needles, dataset),
            required,
            excluded,
        };
        let mut hits: Vec<Hit> = Vec::new();
        for some in self.chunks.chunks(AT_ONCE) {
            if cancelled() {
                return None;
            }
            let found = some.par_iter().map(|chunk| {
                let masks = chunk.masks(&wanted.needles);
                chunk.events(&masks).filter_map(|event| wanted.hit(&event)).collect::<Vec<_>>()
            });
            hits.extend(found.collect::<Vec<_>>().into_iter().flatten());
        }
        let mut set = EventSet::none(dataset.events.len());
        hits.iter().for_each(|hit| set.insert(hit.event));
        let ranked = if required == 0 { Vec::new() } else { ranked(hits, dataset) };
        Some(Hits { ranked, set, is_partial: self.is_partial })
    }
}

/// The best first; of those that fit equally well the more important, then the earlier.
fn ranked(hits: Vec<Hit>, dataset: &Dataset) -> Vec<Hit> {
    let mut keyed: Vec<_> = hits
        .into_iter()
        .map(|hit| {
            let importance = dataset.importance(hit.event);
            (Reverse(hit.score), Reverse(importance), dataset.rank(hit.event), hit)
        })
        .collect();
    keyed.sort_unstable_by_key(|(score, importance, rank, _)| (*score, *importance, *rank));
    keyed.into_iter().map(|(.., hit)| hit).collect()
}

impl Wanted<'_> {
    /// What was found in a meeting, if all is there.
    fn hit(&self, found: &InChunk<'_>) -> Option<Hit> {
        if !self.within.contains(found.ix) {
            return None;
        }
        let head = self.dataset.event(found.ix)?;
        let mut sum = Sum { required: self.required, ..Sum::default() };
        for (segment, mask) in found.segments.iter().zip(found.masks) {
            sum.add(*mask, segment.spot);
        }
        self.add_entities(&head, found, &mut sum);
        let is_there = sum.all & self.required == self.required && sum.all & self.excluded == 0;
        is_there.then(|| Hit { event: found.ix, score: sum.score(), found: sum.found })
    }

    fn add_entities(&self, head: &EventHead, found: &InChunk<'_>, sum: &mut Sum) {
        let of = |masks: &[u32], pos: usize| masks.get(pos).copied().unwrap_or_default();
        let attributed = found.attributed.iter().map(|(_, person)| person);
        for person in head.people.iter().chain(attributed) {
            sum.add(of(&self.masks.people, person.pos()), Spot::Person(*person));
            sum.add(of(&self.masks.notes, person.pos()), Spot::PersonNote(*person));
        }
        for raised in &head.issues {
            sum.add(of(&self.masks.issues, raised.issue.pos()), Spot::Issue(raised.issue));
        }
        sum.add(of(&self.masks.kinds, head.kind.pos()), Spot::Kind);
        if let Some(place) = head.place {
            sum.add(of(&self.masks.places, place.pos()), Spot::Place);
        }
        for (_, source) in found.sources {
            sum.add(of(&self.masks.sources, source.pos()), Spot::Source(*source));
        }
    }
}

/// What was found in a meeting so far.
struct Sum {
    required: u32,
    /// All words that were found.
    all: u32,
    /// The weight of the best place of each word.
    best: [u8; MOST_NEEDLES],
    /// How many words are in the best place, and its weight.
    most: (u32, u32),
    found: Spot,
}

impl Default for Sum {
    fn default() -> Self {
        let (required, all, most) = (0, 0, (0, 0));
        Self { required, all, best: [0; MOST_NEEDLES], most, found: Spot::Title }
    }
}

impl Sum {
    fn add(&mut self, mask: u32, spot: Spot) {
        if mask == 0 {
            return;
        }
        self.all |= mask;
        let asked = mask & self.required;
        let weight = spot.weight();
        let here = (asked.count_ones(), weight);
        if asked != 0 && here > self.most {
            (self.most, self.found) = (here, spot);
        }
        for (bit, best) in self.best.iter_mut().enumerate() {
            if asked & (1 << bit) != 0 {
                *best = (*best).max(weight as u8);
            }
        }
    }

    fn score(&self) -> u32 {
        let sum: u32 = self.best.iter().map(|best| u32::from(*best)).sum();
        let is_together = self.most.0 == self.required.count_ones();
        if is_together { TOGETHER + OF_PLACE * self.most.1 + sum } else { sum }
    }
}
