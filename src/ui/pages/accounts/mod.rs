//! What each side's own account says of one meeting, in aligned columns.
//!
//! ```text
//! mod       what is prepared, the order of the parts
//! rows      issues, quotes and outcomes, a column for each account
//! apart     what comes from third parties, and what has no source given
//! ```
//!
//! The rules by which something stands in an account are those of
//! [`analysis::accounts`](crate::analysis::accounts).

mod apart;
mod rows;

use egui::{Frame, Margin, ScrollArea, Ui};

use super::PageCtx;
use super::columns::Columns;
use super::header::{PageHeader, header_ui};
use super::parts::{from_top, full_name};
use crate::analysis::accounts::{Account, Accounts, Count, Origin};
use crate::export::arrange::Numbering;
use crate::export::words::account as account_of;
use crate::lang::list;
use crate::load::Document;
use crate::model::{Event, EventIx};
use crate::tr;
use crate::ui::action::Action;
use crate::ui::text::{Ink, cut, rule_ui, text_ui};
use crate::ui::tokens::space;
use crate::ui::words::shortened;

/// A narrower column breaks quotes into too many lines.
const LEAST: f32 = 190.0;

/// A meeting's accounts, ready to be shown.
#[derive(Clone, Debug)]
pub struct AccountsPage {
    /// Which meeting.
    pub ix: EventIx,
    /// Everything that its file says of it.
    pub event: Event,
    /// In whose account what stands.
    pub accounts: Accounts,
    numbering: Numbering,
    /// What stands in a side's account, and what does not stand in any, as positions.
    sides: Lists,
    third_parties: Lists,
    no_source: Lists,
    /// How much stands in each side's account, and how much in that alone.
    counts: Vec<(Count, Count)>,
}

/// Positions of issues, quotes and outcomes among those of the accounts.
#[derive(Clone, Debug, Default)]
struct Lists {
    issues: Vec<usize>,
    quotes: Vec<usize>,
    outcomes: Vec<usize>,
}

impl Lists {
    fn is_empty(&self) -> bool {
        self.issues.is_empty() && self.quotes.is_empty() && self.outcomes.is_empty()
    }
}

impl AccountsPage {
    /// Reads a meeting and sorts it by account; `None` for an index of another document.
    pub fn read(document: &Document, ix: EventIx) -> Option<Self> {
        let event = document.event(ix)?;
        let mut accounts = Accounts::new(document.dataset(), &event);
        let numbering = Numbering::of(&event);
        // Numbers are looked up at the foot: they rise.
        for issue in &mut accounts.issues {
            for entry in &mut issue.standing.entries {
                entry.sources.sort_by_key(|source| numbering.number(*source));
            }
        }
        let lists = |test: &dyn Fn(&crate::analysis::accounts::Standing) -> bool| Lists {
            issues: positions(accounts.issues.iter().map(|one| test(&one.standing))),
            quotes: positions(accounts.quotes.iter().map(|one| test(&one.standing))),
            outcomes: positions(accounts.outcomes.iter().map(|one| test(&one.standing))),
        };
        let count = |account: &Account| {
            (accounts.count(Origin::Side(account.side)), accounts.count_only(account.side))
        };
        Some(Self {
            ix,
            counts: accounts.accounts.iter().map(count).collect(),
            numbering,
            sides: lists(&|standing| !standing.is_in_no_side()),
            third_parties: lists(&|standing| standing.of(Origin::ThirdParties).is_some()),
            no_source: lists(&|standing| standing.of(Origin::NoSource).is_some()),
            accounts,
            event,
        })
    }
}

fn positions(tests: impl Iterator<Item = bool>) -> Vec<usize> {
    tests.enumerate().filter(|(_, is_so)| *is_so).map(|(pos, _)| pos).collect()
}

/// Shows the accounts. The caller gives the whole page, without margins.
pub fn accounts_ui(ctx: &PageCtx<'_>, page: &AccountsPage, ui: &mut Ui, actions: &mut Vec<Action>) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let header = PageHeader {
        title: cut(&page.event.title).into_owned(),
        facts: facts(page),
        ..PageHeader::default()
    };
    header_ui(ctx, &header, ui, actions, |_, _| {});
    let margin = Margin { left: 20, right: 12, top: 10, bottom: 0 };
    Frame::new().inner_margin(margin).show(ui, |ui| {
        missing_ui(ctx, page, ui);
        let count = page.accounts.accounts.len();
        let columns = Columns::new(ui.available_width() - space::MEDIUM, count, LEAST);
        ScrollArea::horizontal().id_salt("accounts across").auto_shrink(false).show(ui, |ui| {
            ui.set_min_width(columns.total());
            if count > 0 {
                heads_ui(ctx, page, &columns, ui);
            }
            let area = from_top(ui, ScrollArea::vertical().id_salt("accounts down"), page.ix);
            area.auto_shrink(false).show(ui, |ui| {
                ui.push_id(page.ix, |ui| {
                    rows::rows_ui(&rows::Field { ctx, page, columns }, ui, actions);
                    apart::apart_ui(&rows::Field { ctx, page, columns }, ui, actions);
                });
                ui.add_space(space::LARGE * 2.0);
            });
        });
    });
}

fn facts(page: &AccountsPage) -> Vec<String> {
    let accounts = match page.accounts.accounts.len() {
        0 => tr!("page-no-account").to_owned(),
        1 => tr!("page-one-account").to_owned(),
        2 if page.accounts.missing.is_empty() => tr!("page-both-accounts").to_owned(),
        count => tr!("page-all-accounts", count = count),
    };
    let apart = if page.third_parties.is_empty() { "" } else { tr!("page-third-below") };
    vec![page.event.when.words(), accounts, apart.to_owned()]
}

/// Which account is not there, so that nothing can be told to stand in another alone.
fn missing_ui(ctx: &PageCtx<'_>, page: &AccountsPage, ui: &mut Ui) {
    let (t, dataset) = (ctx.tokens, ctx.document.dataset());
    for side in page.accounts.missing.iter().take(6) {
        let name = full_name(dataset, *side);
        let text = tr!("page-account-missing", side = name);
        text_ui(ui, &text, &Ink::body(t).color(t.warning));
    }
    if !page.accounts.missing.is_empty() && !page.accounts.accounts.is_empty() {
        let text = tr!("page-not-comparable");
        text_ui(ui, text, &Ink::caption(t));
    }
}

/// Whose account each column is, and how much it holds.
fn heads_ui(ctx: &PageCtx<'_>, page: &AccountsPage, columns: &Columns, ui: &mut Ui) {
    let (t, dataset) = (ctx.tokens, ctx.document.dataset());
    ui.add_space(space::SMALL);
    columns.row_ui(ui, |ui, column| {
        let Some(pos) = column.checked_sub(1) else { return };
        let account = page.accounts.accounts.get(pos).zip(page.counts.get(pos));
        let Some((account, (count, only))) = account else { return };
        let side = account.side;
        let ink = Ink { font: crate::ui::tokens::semibold(15.0), ..Ink::reading(t) };
        let name = shortened(&account_of(dataset, Some(side)));
        text_ui(ui, &name, &ink.color(t.side(Some(side))));
        let ink = Ink { line_height: 16.0, ..Ink::caption(t) };
        text_ui(ui, &count_words(*count), &ink);
        if page.accounts.is_comparable() {
            let only = count_words(*only);
            text_ui(ui, &tr!("page-only-here", counts = only), &ink);
        }
    });
    ui.add_space(6.0);
    rule_ui(ui, t, columns.total());
}

/// "12 issues, 9 quotes"
fn count_words(count: Count) -> String {
    let parts = [
        (count.issues, tr!("issues", count = count.issues)),
        (count.quotes, tr!("quotes", count = count.quotes)),
        (count.outcomes, tr!("outcomes", count = count.outcomes)),
    ];
    let parts: Vec<String> =
        parts.into_iter().filter(|(count, _)| *count > 0).map(|(_, words)| words).collect();
    if parts.is_empty() { tr!("page-nothing").to_owned() } else { list::things(&parts) }
}
