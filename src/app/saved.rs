//! Places that outlive the program or a reading of the file: told by ids.

use serde::{Deserialize, Serialize};

use super::loading::Origin;
use super::place::Place;
use crate::analysis::list::ListOrder;
use crate::analysis::matrix::MatrixChoice;
use crate::model::{Dataset, EventIx, IssueIx, PersonIx};
use crate::timeline::View;
use crate::ui::page::Page;

/// So many characters of a title are kept to find its meeting again.
const MOST_OF_TITLE: usize = 200;
/// So many meetings of one day are looked at: that takes no longer than a frame has.
const MOST_OF_DAY: usize = 10_000;

/// A page, told by ids.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
enum SavedPage {
    Timeline,
    List,
    Matrix,
    Cadence,
    Thread(String),
    People(Vec<String>),
    Accounts(String),
    Compare(Vec<String>),
}

/// A place, told by ids, so that it can be found again in another reading of the
/// file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SavedPlace {
    page: SavedPage,
    query: String,
    selection: Option<String>,
    /// The first day and the title of the selection, to find one whose id has changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    selected: Option<(i32, String)>,
    /// First and last day seen, as days since 1970.
    view: (f64, f64),
    /// Whether that was all of the dataset.
    #[serde(default)]
    pub(super) sees_all: bool,
    #[serde(default)]
    list_order: ListOrder,
    #[serde(default)]
    matrix: MatrixChoice,
}

impl SavedPlace {
    /// A place of a dataset.
    pub fn of(place: &Place, dataset: &Dataset) -> Self {
        let event = |ix: EventIx| dataset.event(ix).map(|event| event.id.to_string());
        let person = |ix: &PersonIx| dataset.people.get(ix.pos()).map(|person| person.id.clone());
        let page = match &place.page {
            Page::Timeline => SavedPage::Timeline,
            Page::List => SavedPage::List,
            Page::Matrix => SavedPage::Matrix,
            Page::Cadence => SavedPage::Cadence,
            Page::Thread(issue) => {
                let id = dataset.issues.get(issue.pos()).map(|issue| issue.id.clone());
                SavedPage::Thread(id.unwrap_or_default())
            }
            Page::People(people) => SavedPage::People(people.iter().filter_map(person).collect()),
            Page::Accounts(ix) => SavedPage::Accounts(event(*ix).unwrap_or_default()),
            Page::Compare(events) => {
                SavedPage::Compare(events.iter().filter_map(|ix| event(*ix)).collect())
            }
        };
        Self {
            page,
            query: place.query.clone(),
            selection: place.selection.and_then(event),
            selected: place.selection.and_then(|ix| dataset.event(ix)).map(|event| {
                let title: String = event.title.chars().take(MOST_OF_TITLE).collect();
                (event.when.span().start, title)
            }),
            sees_all: false,
            view: (place.view.start, place.view.end),
            list_order: place.list_order,
            matrix: place.matrix,
        }
    }

    /// The place in a dataset, as far as it is still there; the timeline where what
    /// the page was about is gone.
    pub fn find(&self, dataset: &Dataset) -> Place {
        let event = |id: &String| dataset.event_with_id(id);
        let person = |id: &String| {
            dataset.people.iter().position(|person| person.id == *id).map(PersonIx::from_pos)
        };
        let page = match &self.page {
            SavedPage::Timeline => Some(Page::Timeline),
            SavedPage::List => Some(Page::List),
            SavedPage::Matrix => Some(Page::Matrix),
            SavedPage::Cadence => Some(Page::Cadence),
            SavedPage::Thread(id) => {
                let pos = dataset.issues.iter().position(|issue| issue.id == *id);
                pos.map(|pos| Page::Thread(IssueIx::from_pos(pos)))
            }
            SavedPage::People(ids) => {
                ids.iter().map(person).collect::<Option<Vec<_>>>().map(Page::People)
            }
            SavedPage::Accounts(id) => event(id).map(Page::Accounts),
            SavedPage::Compare(ids) => Some(Page::Compare(ids.iter().filter_map(event).collect())),
        };
        Place {
            page: page.unwrap_or_default(),
            query: self.query.clone(),
            selection: self.selection.as_ref().and_then(event).or_else(|| {
                let (start, title) = self.selected.as_ref()?;
                event_at(dataset, *start, title)
            }),
            view: View { start: self.view.0, end: self.view.1 },
            list_order: self.list_order,
            matrix: self.matrix,
        }
    }
}

/// The meeting that begins on a day and has a title, or that beginning of one.
fn event_at(dataset: &Dataset, start: i32, title: &str) -> Option<EventIx> {
    let day = |ix: &EventIx| dataset.events.span(*ix).map_or(i32::MAX, |span| span.start);
    let in_time = dataset.by_time();
    let first = in_time.partition_point(|ix| day(ix) < start);
    let that_day = in_time.get(first..)?.iter().take(MOST_OF_DAY).take_while(|ix| day(ix) == start);
    that_day.copied().find(|ix| {
        let event = dataset.event(*ix);
        event.is_some_and(|event| event.title.starts_with(title))
    })
}

/// A place with a name, kept for a dataset.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SavedView {
    /// The name that it was given.
    pub name: String,
    /// The dataset that it belongs to, see [`super::Origin::key`].
    pub dataset: String,
    /// The place.
    pub place: SavedPlace,
}

/// An open dataset, and where in it one was.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SavedTab {
    /// Where it comes from.
    pub origin: Origin,
    /// Where one was, if it was read.
    pub place: Option<SavedPlace>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::{Job, read_static};

    #[test]
    fn a_place_is_found_again_by_ids_and_what_is_gone_is_left_out() {
        let text = r#"{"people": {"p": {"name": "Person 1"}}, "issues": {"i": {"name": "Issue 1"}},
            "events": [{"id": "a", "title": "A", "start": "2001"},
                       {"id": "b", "title": "B", "start": "2002"}]}"#;
        let other = r#"{"issues": {"h": {"name": "Issue 0"}, "i": {"name": "Issue 1"}},
            "events": [{"id": "b", "title": "B", "start": "2002"}]}"#;
        let document = read_static(text, &Job::new()).expect("it opens");
        let reread = read_static(other, &Job::new()).expect("it opens");
        let place = |page| Place {
            page,
            query: "issue:i".to_owned(),
            selection: Some(EventIx(1)),
            view: View { start: 1.0, end: 20.0 },
            list_order: ListOrder::default(),
            matrix: MatrixChoice::default(),
        };
        let again = |page| {
            let saved = SavedPlace::of(&place(page), document.dataset());
            let text = serde_json::to_string(&saved).expect("it is written");
            let saved: SavedPlace = serde_json::from_str(&text).expect("it is read");
            saved.find(reread.dataset())
        };
        let found = again(Page::Thread(IssueIx(0)));
        assert_eq!((found.page, found.selection), (Page::Thread(IssueIx(1)), Some(EventIx(0))));
        assert_eq!(again(Page::People(vec![PersonIx(0)])).page, Page::Timeline);
        let both = Page::Compare(vec![EventIx(0), EventIx(1)]);
        assert_eq!(again(both).page, Page::Compare(vec![EventIx(0)]));
    }

    #[test]
    fn a_selection_whose_id_has_changed_is_found_by_its_day_and_title() {
        let text = r#"{"events": [{"id": "a", "title": "Talks", "start": "2001-02-03"}]}"#;
        let other = r#"{"events": [{"title": "Other talks", "start": "2001-02-03"},
            {"title": "Talks", "start": "2001-02-04"},
            {"id": "z", "title": "Talks", "start": "2001-02-03"}]}"#;
        let document = read_static(text, &Job::new()).expect("it opens");
        let place = Place {
            page: Page::default(),
            query: String::new(),
            selection: Some(EventIx(0)),
            view: View { start: 1.0, end: 20.0 },
            list_order: ListOrder::default(),
            matrix: MatrixChoice::default(),
        };
        let saved = SavedPlace::of(&place, document.dataset());
        let found = |text| {
            let reread = read_static(text, &Job::new()).expect("it opens");
            saved.find(reread.dataset()).selection
        };
        assert_eq!(found(other), Some(EventIx(2)));
        assert_eq!(found(r#"{"events": [{"title": "Talks", "start": "2002"}]}"#), None);
    }
}
