//! Issues, quotes and outcomes that stand in a side's account, a column for each.

use egui::Ui;

use super::AccountsPage;
use crate::analysis::Topic;
use crate::analysis::accounts::{Account, Entry, Origin, Standing};
use crate::export::words::person_name;
use crate::lang::list;
use crate::model::{Quote, SideIx};
use crate::tr;
use crate::ui::action::Action;
use crate::ui::pages::PageCtx;
use crate::ui::pages::columns::Columns;
use crate::ui::pages::parts::{
    mark_ui, numbers_ui, short_name, short_names, source_ui, wording_ui,
};
use crate::ui::signs::sign_ui;
use crate::ui::text::{Ink, cut, flow, heading_ui, long_text_ui, paged, rule_ui, text_ui};
use crate::ui::tokens::space;

/// What all rows are made of.
pub(super) struct Field<'a> {
    pub ctx: &'a PageCtx<'a>,
    pub page: &'a AccountsPage,
    pub columns: Columns,
}

pub(super) fn rows_ui(field: &Field<'_>, ui: &mut Ui, actions: &mut Vec<Action>) {
    let (t, page) = (field.ctx.tokens, field.page);
    if page.accounts.accounts.is_empty() {
        return;
    }
    let lists = &page.sides;
    if lists.is_empty() {
        ui.add_space(space::MEDIUM);
        let text = tr!("page-cited-as-whole");
        text_ui(ui, text, &Ink::body(t).color(t.text_muted));
    }
    section_ui(field, tr!("page-issues"), &lists.issues, ui, |ui, pos| {
        let Some(issue) = page.accounts.issues.get(pos) else { return };
        field.row_ui(&issue.standing, ui, actions, |ui, entry, actions| match entry {
            None => {
                issue_label_ui(field, &issue.topic, ui);
                if let Some(entry) = issue.standing.of(Origin::ThirdParties) {
                    also_ui(field, entry, ui, actions);
                }
            }
            Some(entry) => numbered_ui(field, entry, ui, actions),
        });
    });
    section_ui(field, tr!("page-quotes"), &lists.quotes, ui, |ui, pos| {
        let item = page.accounts.quotes.get(pos);
        let quote = item.and_then(|item| page.event.quotes.get(item.pos));
        let Some((item, quote)) = item.zip(quote) else { return };
        field.row_ui(&item.standing, ui, actions, |ui, entry, actions| match entry {
            None => speaker_ui(field, quote, ui),
            Some(entry) => wordings_ui(field, quote, entry, ui, actions),
        });
    });
    section_ui(field, tr!("page-outcomes"), &lists.outcomes, ui, |ui, pos| {
        let item = page.accounts.outcomes.get(pos);
        let outcome = item.and_then(|item| page.event.outcomes.get(item.pos));
        let Some((item, outcome)) = item.zip(outcome) else { return };
        field.row_ui(&item.standing, ui, actions, |ui, entry, actions| match entry {
            None => {
                long_text_ui(ui, t, ui.scope_id().with("text"), &outcome.text, &Ink::body(t));
            }
            Some(entry) => numbered_ui(field, entry, ui, actions),
        });
    });
    foot_ui(field, ui, actions);
}

/// A heading, and the rows under it with a line after each.
pub(super) fn section_ui(
    field: &Field<'_>,
    heading: &str,
    positions: &[usize],
    ui: &mut Ui,
    mut add: impl FnMut(&mut Ui, usize),
) {
    if positions.is_empty() {
        return;
    }
    heading_ui(ui, field.ctx.tokens, heading, Some(positions.len()));
    paged(ui, field.ctx.tokens, heading, positions, |ui, number, pos| {
        if number > 0 {
            rule_ui(ui, field.ctx.tokens, field.columns.total());
        }
        ui.add_space(6.0);
        ui.push_id((heading, *pos), |ui| add(ui, *pos));
        ui.add_space(6.0);
    });
}

impl Field<'_> {
    fn account(&self, column: usize) -> Option<&Account> {
        column.checked_sub(1).and_then(|pos| self.page.accounts.accounts.get(pos))
    }

    /// A row: `add` shows the label, then what stands in each account.
    fn row_ui(
        &self,
        standing: &Standing,
        ui: &mut Ui,
        actions: &mut Vec<Action>,
        mut add: impl FnMut(&mut Ui, Option<&Entry>, &mut Vec<Action>),
    ) {
        self.columns.row_ui(ui, |ui, column| {
            let Some(account) = self.account(column) else {
                add(ui, None, actions);
                return;
            };
            match standing.of(Origin::Side(account.side)) {
                Some(entry) => {
                    add(ui, Some(entry), actions);
                    if standing.only == Some(account.side) {
                        self.only_ui(account.side, ui);
                    }
                }
                None => {
                    text_ui(ui, "–", &Ink::body(self.ctx.tokens).color(self.ctx.tokens.text_muted))
                        .on_hover_text(tr!("page-not-in-account"));
                }
            }
        });
    }

    fn only_ui(&self, side: SideIx, ui: &mut Ui) {
        let name = short_name(self.ctx.document.dataset(), side);
        mark_ui(self.ctx, Some(side), &tr!("page-only-in-account", side = name), ui);
    }
}

/// An issue with who raised it and the sides' stance.
pub(super) fn issue_label_ui(field: &Field<'_>, topic: &Topic, ui: &mut Ui) {
    let (t, dataset) = (field.ctx.tokens, field.ctx.document.dataset());
    let name = dataset.issues.get(topic.issue.pos()).map_or("", |issue| issue.shown_name());
    text_ui(ui, &cut(name), &Ink::body(t));
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::TIGHT;
        sign_ui(ui, topic.stance.into(), 16.0, t.text_muted);
        let by = if topic.raised_by.is_empty() {
            tr!("page-raiser-unknown").to_owned()
        } else {
            tr!("page-raised-by", sides = short_names(dataset, &topic.raised_by))
        };
        let stance = topic.stance.label();
        let text = tr!("page-stance-and-raiser", stance = stance, raised = by);
        text_ui(ui, &text, &Ink { line_height: 16.0, ..Ink::caption(t) });
    });
}

/// Who spoke, when, and on what.
pub(super) fn speaker_ui(field: &Field<'_>, quote: &Quote, ui: &mut Ui) {
    /// More issues are not named.
    const MOST: usize = 12;
    let (t, dataset) = (field.ctx.tokens, field.ctx.document.dataset());
    let speaker = quote.speaker.and_then(|person| dataset.people.get(person.pos()));
    let side = speaker.and_then(|speaker| speaker.side);
    let name = quote.speaker.map_or(tr!("page-speaker-unknown"), |one| person_name(dataset, one));
    text_ui(
        ui,
        &cut(name),
        &Ink { line_height: 20.0, ..Ink::caption_strong(t).color(t.side(side)) },
    );
    let small = Ink { line_height: 16.0, ..Ink::caption(t) };
    if let Some(date) = &quote.date {
        text_ui(ui, &date.words(), &small);
    }
    let names = quote.issues.iter().take(MOST).filter_map(|issue| dataset.issues.get(issue.pos()));
    let names: Vec<_> = names.map(|issue| cut(issue.shown_name()).into_owned()).collect();
    if !names.is_empty() {
        text_ui(ui, &list::things(&names), &small);
    }
}

/// The wordings that an account has.
pub(super) fn wordings_ui(
    field: &Field<'_>,
    quote: &Quote,
    entry: &Entry,
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    paged(ui, field.ctx.tokens, "wordings", &entry.wordings, |ui, number, pos| {
        let Some(wording) = quote.wordings().nth(*pos) else { return };
        if number > 0 {
            ui.add_space(space::SMALL);
        }
        ui.push_id(*pos, |ui| wording_ui(field.ctx, wording, ui, actions));
    });
}

/// The sources that have it, by number.
fn numbered_ui(field: &Field<'_>, entry: &Entry, ui: &mut Ui, actions: &mut Vec<Action>) {
    flow(ui, |ui| {
        let sources = tr!("sources", count = entry.sources.len());
        text_ui(ui, &sources, &Ink::body(field.ctx.tokens));
        numbers_ui(field.ctx, &field.page.numbering, &entry.sources, ui, actions);
    });
}

/// That third parties have it too: what stands in one side's account alone is not
/// therefore that side's word alone.
fn also_ui(field: &Field<'_>, entry: &Entry, ui: &mut Ui, actions: &mut Vec<Action>) {
    flow(ui, |ui| {
        text_ui(ui, tr!("page-also-third"), &Ink::caption(field.ctx.tokens));
        numbers_ui(field.ctx, &field.page.numbering, &entry.sources, ui, actions);
    });
}

/// The sources of each account, at its foot.
fn foot_ui(field: &Field<'_>, ui: &mut Ui, actions: &mut Vec<Action>) {
    let t = field.ctx.tokens;
    ui.add_space(space::SMALL);
    rule_ui(ui, t, field.columns.total());
    ui.add_space(space::SMALL);
    ui.push_id("foot", |ui| {
        field.columns.row_ui(ui, |ui, column| match field.account(column) {
            None => {
                text_ui(ui, tr!("page-sources"), &Ink::caption_strong(t).color(t.text_muted));
            }
            Some(account) => paged(ui, t, "sources", &account.sources, |ui, _, source| {
                source_ui(field.ctx, &field.page.numbering, *source, ui, actions);
            }),
        });
    });
}
