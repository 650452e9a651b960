//! Lists of sides, each different one kept once.

use std::collections::HashMap;

use foldhash::fast::RandomState;

use super::ids::SideIx;

/// Lists of sides: meetings name the same few again and again.
#[derive(Clone, Debug)]
pub(super) struct SideLists {
    lists: Vec<Box<[SideIx]>>,
    /// Where each list stands.
    known: HashMap<Box<[SideIx]>, u32, RandomState>,
}

/// The list without a side.
pub(super) const NO_SIDES: u32 = 0;

impl Default for SideLists {
    fn default() -> Self {
        let empty: Box<[SideIx]> = Box::default();
        Self { known: HashMap::from_iter([(empty.clone(), NO_SIDES)]), lists: vec![empty] }
    }
}

impl SideLists {
    /// The number of a list, which is added if it is new.
    pub fn intern(&mut self, list: &[SideIx]) -> u32 {
        if list.is_empty() {
            return NO_SIDES;
        }
        if let Some(ix) = self.known.get(list) {
            return *ix;
        }
        // A file names fewer than 2³² lists.
        let ix = self.lists.len() as u32;
        self.lists.push(list.into());
        self.known.insert(list.into(), ix);
        ix
    }

    /// The list with a number; empty for a number of other lists.
    pub fn get(&self, ix: u32) -> &[SideIx] {
        self.lists.get(ix as usize).map_or(&[], AsRef::as_ref)
    }

    /// All lists in the order of their numbers.
    pub fn iter(&self) -> impl Iterator<Item = &[SideIx]> {
        self.lists.iter().map(AsRef::as_ref)
    }
}
