//! The page of a person, or of what several people have in common.

mod items;
mod lead;
mod lines;

use egui::Ui;

use self::items::{Item, Items, Section};
use super::PageCtx;
use super::header::{Of, PageHeader, filter_note, header_ui};
use super::links::{first_words, last_words};
use super::reader::Reader;
use super::rows::Rows;
use crate::analysis::people::PersonView;
use crate::export::words::person_name;
use crate::lang::list;
use crate::model::{EventIx, PersonIx};
use crate::tr;
use crate::ui::action::Action;
use crate::ui::detail::other_names;
use crate::ui::text::cut;

/// What the page remembers from frame to frame.
#[derive(Clone, Debug, Default)]
pub struct PeopleState {
    /// The view for which the rest holds.
    of: Option<(u64, Vec<PersonIx>)>,
    items: Items,
    rows: Rows,
    reader: Reader,
    /// The sections that are shown in full.
    unfolded: Vec<Section>,
    /// The selection that was brought into view last.
    selection: Option<EventIx>,
}

impl PeopleState {
    fn prepare(&mut self, ctx: &PageCtx<'_>, view: &PersonView) {
        let is_known = self
            .of
            .as_ref()
            .is_some_and(|(stamp, people)| *stamp == view.stamp() && *people == view.people);
        if !is_known {
            let is_same = self.of.as_ref().is_some_and(|(_, people)| *people == view.people);
            if !is_same {
                self.unfolded.clear();
                // The page begins at its top; only what is selected later moves it.
                self.selection = ctx.selection;
            }
            self.list(view);
            if !is_same {
                self.rows = std::mem::take(&mut self.rows).starting_at(0);
            }
            self.of = Some((view.stamp(), view.people.clone()));
        }
        if self.selection != ctx.selection {
            self.selection = ctx.selection;
            self.bring(ctx, view);
        }
        self.reader.begin();
    }

    fn list(&mut self, view: &PersonView) {
        self.items = Items::of(view, &self.unfolded);
        let items = self.items.clone();
        self.rows = Rows::guessed(items.len(), move |line| items.top(line));
    }

    /// Brings the selected meeting into view, if it is on the page.
    fn bring(&mut self, ctx: &PageCtx<'_>, view: &PersonView) {
        let Some(selected) = self.selection else { return };
        let dataset = ctx.document.dataset();
        let rank = dataset.rank(selected);
        let pos = view.meetings.partition_point(|one| dataset.rank(*one) < rank);
        let is_there = view.meetings.get(pos) == Some(&selected);
        if is_there && !self.unfolded.contains(&Section::Meetings) {
            let is_listed = self.items.line_of(dataset, view, selected).is_some();
            if !is_listed {
                self.unfolded.push(Section::Meetings);
                self.list(view);
            }
        }
        if let Some(line) = self.items.line_of(dataset, view, selected) {
            self.rows.bring(line);
        }
    }
}

/// Shows people. Scrolls by itself; the caller gives the whole page, without margins,
/// on [`Tokens::canvas`](crate::ui::tokens::Tokens::canvas).
pub fn people_ui(
    ctx: &PageCtx<'_>,
    view: &PersonView,
    state: &mut PeopleState,
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    ui.spacing_mut().item_spacing.y = 0.0;
    state.prepare(ctx, view);
    header_ui(ctx, &header(ctx, view), ui, actions, |_, _| {});
    let PeopleState { items, rows, reader, .. } = state;
    let mut unfolded = None;
    rows.ui(ui, "people", |ui, pos| {
        let Some(item) = items.get(pos) else { return };
        if lines::item_ui(ctx, view, (&item, reader), ui, actions) {
            unfolded = Item::section(&item);
        }
    });
    if let Some(section) = unfolded {
        let first = state.rows.first();
        state.unfolded.push(section);
        state.list(view);
        state.rows = std::mem::take(&mut state.rows).starting_at(first);
        ui.request_discard("a section was unfolded");
    }
}

fn header(ctx: &PageCtx<'_>, view: &PersonView) -> PageHeader {
    let dataset = ctx.document.dataset();
    let mut facts = Vec::new();
    if let [person] = view.people[..]
        && let Some(person) = dataset.people.get(person.pos())
    {
        let side = person.side.and_then(|side| dataset.sides.get(side.pos()));
        facts.push(other_names(person).trim().to_owned());
        facts.push(side.map_or_else(String::new, |side| cut(side.shown_name()).into_owned()));
    }
    let count = view.meetings.len();
    let (of, meetings) = match view.people.len() {
        1 => (Of::Person, tr!("meetings", count = count)),
        _ => (Of::InCommon, tr!("page-common-count", count = count)),
    };
    facts.push(meetings);
    facts.push(tr!("quotes", count = view.quotes.len()));
    facts.push(first_words(ctx, view.first()));
    facts.push(last_words(ctx, view.last()));
    let names = view.people.iter().take(6).map(|person| person_name(dataset, *person));
    let mut names: Vec<String> = names.map(|name| cut(name).into_owned()).collect();
    if view.people.len() > names.len() {
        names.push(tr!("page-more-names", count = view.people.len() - names.len()));
    }
    PageHeader {
        title: list::names(&names),
        facts,
        note: filter_note(count, view.total, of),
        is_empty: false,
    }
}
