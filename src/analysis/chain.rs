//! What a meeting takes up, and what takes it up: the links between meetings,
//! followed in both directions.

use std::collections::{HashSet, VecDeque};

use crate::model::{Dataset, EventIx};

/// The most links that are followed in each direction.
pub const MOST_LINKS: usize = 200;

/// That one meeting takes up another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Link {
    /// The meeting that is taken up.
    pub from: EventIx,
    /// The meeting that takes it up.
    pub to: EventIx,
    /// How many links away from the meeting in the middle, 1 for its own: positive
    /// for what takes it up, negative for what it takes up.
    pub steps: i32,
}

/// The links around a meeting, directly and by way of others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chain {
    /// The meeting in the middle.
    pub event: EventIx,
    /// First what the meeting takes up, then what takes it up; in each direction the
    /// nearest first.
    pub links: Vec<Link>,
    /// Whether there are more than [`MOST_LINKS`] in a direction.
    pub is_cut: bool,
}

impl Chain {
    /// Follows the links of a meeting. A meeting that is reached twice is followed
    /// once, so that links in a circle come to an end.
    pub fn of(dataset: &Dataset, event: EventIx) -> Self {
        let mut chain = Self { event, links: Vec::new(), is_cut: false };
        let followed = |ix: EventIx| {
            let head = dataset.event(ix);
            head.map_or(&[][..], |head| head.follows).iter().copied()
        };
        chain.follow(event, followed, |here, next, steps| Link {
            from: next,
            to: here,
            steps: -steps,
        });
        let followers = |ix: EventIx| dataset.followers(ix);
        chain.follow(event, followers, |here, next, steps| Link { from: here, to: next, steps });
        chain
    }

    /// The meetings of the chain besides the one in the middle, each once, in the
    /// order of their links.
    pub fn meetings(&self) -> Vec<EventIx> {
        let mut seen = HashSet::from([self.event]);
        let far = self.links.iter().map(|link| if link.steps < 0 { link.from } else { link.to });
        far.filter(|ix| seen.insert(*ix)).collect()
    }

    fn follow<I: Iterator<Item = EventIx>>(
        &mut self,
        event: EventIx,
        next_of: impl Fn(EventIx) -> I,
        link: impl Fn(EventIx, EventIx, i32) -> Link,
    ) {
        let mut seen = HashSet::from([event]);
        let mut waiting = VecDeque::from([(event, 1)]);
        let mut count = 0;
        while let Some((here, steps)) = waiting.pop_front() {
            for next in next_of(here) {
                if count == MOST_LINKS {
                    self.is_cut = true;
                    return;
                }
                count += 1;
                self.links.push(link(here, next, steps));
                if seen.insert(next) {
                    waiting.push_back((next, steps + 1));
                }
            }
        }
    }
}
