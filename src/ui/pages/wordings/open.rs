//! The quote that is open, and how its wordings stand against the base.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::analysis::wordings::{Piece, aligned};
use crate::export::words::same_language;
use crate::load::Document;
use crate::model::{Event, EventIx, Quote, Wording};
use crate::tr;

/// After so long, no further comparison begins within a frame.
const BUDGET: Duration = Duration::from_millis(6);

/// The wordings of a quote, ready to be shown.
#[derive(Debug)]
pub struct OpenWordings {
    pub(super) event: Arc<Event>,
    pub(super) quote: Quote,
    pub(super) key: (EventIx, usize),
    /// What each is called: "Main wording".
    pub(super) names: Arc<[String]>,
    pub(super) base: usize,
    /// The others, aligned against the base; `None` where a text is too long.
    aligned: HashMap<usize, Option<Vec<Piece>>>,
}

impl OpenWordings {
    /// Reads the wordings of a meeting's quote; `None` where there is no such quote.
    pub fn read(document: &Document, ix: EventIx, quote: usize) -> Option<Self> {
        Self::of(&Arc::new(document.event(ix)?), ix, quote)
    }

    /// The wordings of a quote of a meeting that was read.
    pub fn of(event: &Arc<Event>, ix: EventIx, quote: usize) -> Option<Self> {
        let event = Arc::clone(event);
        let key = (ix, quote);
        let quote = event.quotes.get(quote)?.clone();
        let mut names = vec![tr!("page-wording-main").to_owned()];
        names.extend(quote.original.iter().map(|_| tr!("page-original").to_owned()));
        let variants = quote.variants.len();
        names.extend((1..=variants).map(|number| match variants {
            1 => tr!("page-wording-other").to_owned(),
            _ => tr!("page-wording-numbered", number = number, count = variants),
        }));
        let names = names.into();
        Some(Self { event, quote, key, names, base: 0, aligned: HashMap::new() })
    }

    /// Compares the others with this one from now on.
    pub(super) fn choose(&mut self, base: usize) {
        self.base = base;
        self.aligned.clear();
    }

    pub(super) fn wording(&self, pos: usize) -> Option<&Wording> {
        self.quote.wordings().nth(pos)
    }

    /// How a wording stands against the base, as far as it is worked out within `spent`.
    pub(super) fn against_base(&mut self, pos: usize, spent: &mut Duration) -> Against {
        if pos == self.base {
            return Against::IsBase;
        }
        let (Some(base), Some(other)) = (self.wording(self.base), self.wording(pos)) else {
            return Against::Later;
        };
        if !same_language(base.lang.as_deref(), other.lang.as_deref()) {
            return Against::OtherLanguage;
        }
        let pieces = match self.aligned.get(&pos) {
            Some(pieces) => pieces.clone(),
            None if *spent >= BUDGET => return Against::Later,
            None => {
                let start = Instant::now();
                let pieces = aligned(&base.text, &other.text);
                *spent += start.elapsed();
                self.aligned.insert(pos, pieces.clone());
                pieces
            }
        };
        pieces.map_or(Against::TooLong, Against::Aligned)
    }
}

/// How a wording stands against the base.
pub(super) enum Against {
    IsBase,
    Aligned(Vec<Piece>),
    OtherLanguage,
    TooLong,
    /// Not worked out yet.
    Later,
}
