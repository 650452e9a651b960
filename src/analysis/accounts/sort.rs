//! Sorts sources by whose they are.

use std::collections::{HashMap, HashSet};

use super::{Account, Entry, Origin, Standing};
use crate::analysis::topic::keep_first;
use crate::model::{Dataset, Event, SideIx, SourceIx};

/// Looks up whose account a source is.
pub(super) struct Sorter<'a> {
    pub dataset: &'a Dataset,
}

impl Sorter<'_> {
    fn origin(&self, source: Option<SourceIx>) -> Origin {
        let Some(source) = source else { return Origin::NoSource };
        let side = self.dataset.sources.get(source.pos()).and_then(|source| source.side);
        side.map_or(Origin::ThirdParties, Origin::Side)
    }

    /// The sides' accounts and the third parties' sources among all that an event
    /// refers to.
    pub fn accounts(&self, event: &Event) -> (Vec<Account>, Vec<SourceIx>) {
        let mut accounts: Vec<Account> = Vec::new();
        let mut places: HashMap<SideIx, usize> = HashMap::new();
        let mut third_parties = Vec::new();
        let mut sources: Vec<SourceIx> = event.all_sources().collect();
        keep_first(&mut sources);
        for source in sources {
            match self.origin(Some(source)) {
                Origin::Side(side) => {
                    let place = *places.entry(side).or_insert_with(|| {
                        accounts.push(Account { side, sources: Vec::new() });
                        accounts.len() - 1
                    });
                    if let Some(account) = accounts.get_mut(place) {
                        account.sources.push(source);
                    }
                }
                Origin::ThirdParties | Origin::NoSource => third_parties.push(source),
            }
        }
        accounts.sort_by_key(|account| account.side);
        (accounts, third_parties)
    }

    /// Sorts sources, each with the number of its wording, by whose they are. No source
    /// at all is [`Origin::NoSource`].
    pub fn standing(
        &self,
        sources: impl Iterator<Item = (Option<SourceIx>, usize)>,
        is_comparable: bool,
    ) -> Standing {
        let mut entries: Vec<Entry> = Vec::new();
        let mut places: HashMap<Origin, usize> = HashMap::new();
        let mut seen = HashSet::new();
        let mut add = |origin: Origin, source: Option<SourceIx>, wording: Option<usize>| {
            let place = *places.entry(origin).or_insert_with(|| {
                entries.push(Entry { origin, sources: Vec::new(), wordings: Vec::new() });
                entries.len() - 1
            });
            if let Some(entry) = entries.get_mut(place) {
                entry.sources.extend(source.filter(|source| seen.insert(*source)));
                entry.wordings.extend(wording);
            }
        };
        let mut is_empty = true;
        for (source, wording) in sources {
            is_empty = false;
            add(self.origin(source), source, Some(wording));
        }
        if is_empty {
            add(Origin::NoSource, None, None);
        }
        entries.sort_by_key(|entry| entry.origin);
        let mut standing = Standing { entries, only: None };
        let mut sides = standing.sides();
        let first = sides.next();
        let only = first.filter(|_| is_comparable && sides.next().is_none());
        drop(sides);
        standing.only = only;
        standing
    }
}
