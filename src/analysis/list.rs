//! The order of the result list.

use std::cmp::Ordering;

use rayon::prelude::*;

use crate::model::{Dataset, EventHead, EventIx};

/// What a list is sorted by.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize,
)]
pub enum SortBy {
    /// How well a meeting matches the words that are searched for.
    Match,
    /// When it took place.
    #[default]
    Date,
    /// Its title.
    Title,
    /// Its kind, in the order of the lanes.
    Kind,
    /// Its place.
    Place,
    /// How many people took part or are quoted.
    People,
    /// How many issues came up.
    Issues,
    /// How many quotes there are.
    Quotes,
}

/// An order: by what, and whether the other way round.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize,
)]
pub struct ListOrder {
    /// What it is sorted by.
    pub by: SortBy,
    /// Whether the last comes first.
    pub is_reversed: bool,
}

/// A text as it is sorted: without case. Titles may be long; what tells them apart
/// stands near their beginning.
type TextKey = Box<str>;

const KEY_CHARS: usize = 80;

fn text_key(text: &str) -> TextKey {
    text.chars().take(KEY_CHARS).flat_map(char::to_lowercase).collect::<String>().into()
}

/// Meetings in an order, with where each stands: so that a click or a key need not go
/// through the rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listed {
    rows: Vec<EventIx>,
    /// By meeting: its row, plus one; 0 for what is not listed.
    places: Vec<u32>,
}

impl Listed {
    /// These rows, each meeting at most once.
    pub fn new(rows: Vec<EventIx>) -> Self {
        let end = rows.iter().map(|ix| ix.pos() + 1).max().unwrap_or(0);
        let mut places = vec![0; end];
        for (row, ix) in (1..).zip(&rows) {
            if let Some(place) = places.get_mut(ix.pos()) {
                *place = row;
            }
        }
        Self { rows, places }
    }

    /// The meetings in their order.
    pub fn rows(&self) -> &[EventIx] {
        &self.rows
    }

    /// The row of a meeting.
    pub fn row_of(&self, ix: EventIx) -> Option<usize> {
        let place = self.places.get(ix.pos()).copied()?;
        (place as usize).checked_sub(1)
    }

    /// The meeting in the row after or before that of another; the first or last one from
    /// none.
    pub fn next_to(&self, selection: Option<EventIx>, forward: bool) -> Option<EventIx> {
        let next = match (selection.and_then(|ix| self.row_of(ix)), forward) {
            (Some(row), true) => row + 1,
            (Some(row), false) => row.checked_sub(1)?,
            (None, true) => 0,
            (None, false) => self.rows.len().checked_sub(1)?,
        };
        self.rows.get(next).copied()
    }
}

/// Meetings in an order. `in_time` gives them in the order of time, which decides
/// among equals; `ranked` the best matches first. `None` where it was cancelled.
pub fn sorted(
    dataset: &Dataset,
    in_time: &[EventIx],
    ranked: &[EventIx],
    order: ListOrder,
    cancelled: &dyn Fn() -> bool,
) -> Option<Vec<EventIx>> {
    let head = |ix: &EventIx| dataset.event(*ix);
    let mut list = match order.by {
        SortBy::Match => ranked.to_vec(),
        SortBy::Date => in_time.to_vec(),
        SortBy::Title => {
            let key = |ix: &EventIx| head(ix).map_or_else(TextKey::default, |e| text_key(e.title));
            by_key(in_time, key)
        }
        SortBy::Place => by_key(in_time, |ix| {
            let name = head(ix).and_then(|event| dataset.places.get(event.place?.pos()));
            // What has no place comes last.
            name.map_or((true, TextKey::default()), |name| (false, text_key(name)))
        }),
        SortBy::Kind => by_key(in_time, |ix| {
            head(ix).and_then(|event| dataset.kinds.get(event.kind.pos())).map(|kind| kind.order)
        }),
        SortBy::People => by_count(in_time, |ix| head(ix).map_or(0, |event| event.people.len())),
        SortBy::Issues => by_count(in_time, |ix| head(ix).map_or(0, |event| event.issues.len())),
        SortBy::Quotes => by_count(in_time, |ix| head(ix).map_or(0, |event| quotes(&event))),
    };
    if cancelled() {
        return None;
    }
    if order.is_reversed {
        list.reverse();
    }
    Some(list)
}

fn quotes(event: &EventHead) -> usize {
    event.quote_count as usize
}

fn by_key<K: Ord + Send + Sync>(
    list: &[EventIx],
    key: impl Fn(&EventIx) -> K + Sync,
) -> Vec<EventIx> {
    let mut list = list.to_vec();
    list.par_sort_by_cached_key(key);
    list
}

/// The most first: that is what one looks for in a count.
fn by_count(list: &[EventIx], count: impl Fn(&EventIx) -> usize + Sync) -> Vec<EventIx> {
    let mut list = list.to_vec();
    list.par_sort_by(|a, b| -> Ordering { count(b).cmp(&count(a)) });
    list
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::{Job, read_static};

    const TEXT: &str = r#"{"events": [
        {"title": "b", "start": "2003", "kind": "working", "place": {"name": "Y"}},
        {"title": "A", "start": "2001", "kind": "summit", "issues": [{"issue": "i"}]},
        {"title": "c", "start": "2002", "kind": "summit", "place": {"name": "x"}}]}"#;

    fn order(by: SortBy, is_reversed: bool) -> Vec<u32> {
        let document = read_static(TEXT, &Job::new()).expect("it opens");
        let dataset = document.dataset();
        let ranked = [EventIx(2), EventIx(0), EventIx(1)];
        let order = ListOrder { by, is_reversed };
        let list = sorted(dataset, dataset.by_time(), &ranked, order, &|| false);
        list.expect("it is not cancelled").into_iter().map(|ix| ix.0).collect()
    }

    #[test]
    fn each_meeting_knows_its_row() {
        let listed = Listed::new([5, 0, 3].map(EventIx).to_vec());
        assert_eq!(
            [5, 0, 3, 4, 9].map(|ix| listed.row_of(EventIx(ix))),
            [Some(0), Some(1), Some(2), None, None]
        );
        assert_eq!(Listed::default().next_to(None, false), None);
    }

    #[test]
    fn each_column_sorts_and_time_decides_among_equals() {
        assert_eq!(order(SortBy::Date, false), [1, 2, 0]);
        assert_eq!(order(SortBy::Title, false), [1, 0, 2]);
        assert_eq!(order(SortBy::Kind, false), [1, 2, 0]);
        assert_eq!(order(SortBy::Place, false), [2, 0, 1]);
        assert_eq!(order(SortBy::Issues, false), [1, 2, 0]);
        assert_eq!(order(SortBy::Match, false), [2, 0, 1]);
        assert_eq!(order(SortBy::Date, true), [0, 2, 1]);
    }
}
