//! What each side's own account says of a meeting, as a brief.

use super::bibliography::CitationStyle;
use super::brief::Brief;
use super::page::{Block, Inline, Line, Page, joined, plain};
use super::words::account;
use crate::analysis::accounts::{Accounts, Origin, Standing};
use crate::model::{Dataset, Event, EventIx, Issue, SideIx};
use crate::tr;

/// The accounts of a meeting: in which each issue, quote and outcome stands, and what
/// stands in one alone.
pub fn accounts(
    dataset: &Dataset,
    ix: EventIx,
    event: &Event,
    accounts: &Accounts,
    style: CitationStyle,
) -> Page {
    let mut brief =
        Brief::new(dataset, style, &tr!("export-both-accounts", title = event.title.as_str()));
    if accounts.accounts.len() > 2 {
        brief =
            Brief::new(dataset, style, &tr!("export-all-accounts", title = event.title.as_str()));
    }
    if let Some(head) = dataset.event(ix) {
        let facts = brief.head_facts(&head);
        brief.page.push(Block::Paragraph(facts));
    }
    brief.page.say(comparability(&brief, accounts));
    let origins = origins(accounts);
    push_issues(&mut brief, accounts, &origins);
    push_quotes(&mut brief, event, accounts);
    push_outcomes(&mut brief, event, accounts);
    brief.finish()
}

/// What can be told from these accounts.
fn comparability(brief: &Brief<'_>, accounts: &Accounts) -> String {
    let names = |sides: &[SideIx]| {
        let names: Vec<&str> = sides.iter().map(|side| brief.side(*side)).collect();
        names.join(tr!("join-names"))
    };
    if accounts.is_comparable() {
        return tr!("export-comparable").to_owned();
    }
    if accounts.missing.is_empty() {
        return String::new();
    }
    tr!("export-not-comparable", sides = names(&accounts.missing))
}

/// The accounts in which anything stands.
fn origins(accounts: &Accounts) -> Vec<Origin> {
    let mut origins: Vec<Origin> =
        accounts.accounts.iter().map(|account| Origin::Side(account.side)).collect();
    let standings = || {
        let issues = accounts.issues.iter().map(|issue| &issue.standing);
        let items = accounts.quotes.iter().chain(&accounts.outcomes);
        issues.chain(items.map(|item| &item.standing))
    };
    for origin in [Origin::ThirdParties, Origin::NoSource] {
        if standings().any(|standing| standing.of(origin).is_some()) {
            origins.push(origin);
        }
    }
    origins
}

fn name(dataset: &Dataset, origin: Origin) -> String {
    match origin {
        Origin::Side(side) => account(dataset, Some(side)),
        Origin::ThirdParties => tr!("export-third-parties").to_owned(),
        Origin::NoSource => tr!("export-no-source").to_owned(),
    }
}

fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

fn push_issues(brief: &mut Brief<'_>, accounts: &Accounts, origins: &[Origin]) {
    if accounts.issues.is_empty() {
        return;
    }
    brief.page.section(tr!("export-heading-issues"));
    let mut head =
        vec![tr!("export-column-issue").to_owned(), tr!("export-column-raised").to_owned()];
    head.extend(origins.iter().map(|origin| capitalised(&name(brief.dataset, *origin))));
    head.push(tr!("export-column-only-in").to_owned());
    let mut rows = Vec::with_capacity(accounts.issues.len());
    for issue in &accounts.issues {
        let topic = &issue.topic;
        let title = brief.dataset.issues.get(topic.issue.pos()).map_or("", Issue::shown_name);
        let mut row = vec![plain(title), plain(brief.raised(&topic.raised_by, topic.stance))];
        for origin in origins {
            let cell = match issue.standing.of(*origin) {
                None => plain("–"),
                Some(entry) if entry.sources.is_empty() => plain(tr!("export-yes")),
                Some(entry) => brief.cite(&entry.sources),
            };
            row.push(cell);
        }
        row.push(plain(only(brief, &issue.standing)));
        rows.push(row);
    }
    brief.page.push(Block::Table { head, rows });
}

fn only(brief: &Brief<'_>, standing: &Standing) -> String {
    standing.only.map(|side| account(brief.dataset, Some(side))).unwrap_or_default()
}

/// "Stands in: US account [1]; third parties [2][3] — only in the US account"
fn standing(brief: &mut Brief<'_>, standing: &Standing) -> Line {
    let mut line = plain(tr!("export-stands-in"));
    let mut parts = Vec::with_capacity(standing.entries.len());
    for entry in &standing.entries {
        let origin = plain(name(brief.dataset, entry.origin));
        parts.push(brief.cited(origin, &entry.sources));
    }
    line.extend(joined(parts, tr!("join-clauses")));
    if standing.only.is_some() {
        line.push(Inline::Text(" — ".to_owned()));
        line.push(Inline::Strong(tr!("export-only-in", account = only(brief, standing))));
    }
    line
}

fn push_quotes(brief: &mut Brief<'_>, event: &Event, accounts: &Accounts) {
    if accounts.quotes.is_empty() {
        return;
    }
    brief.page.section(tr!("export-heading-quotes"));
    for item in &accounts.quotes {
        let Some(quote) = event.quotes.get(item.pos) else { continue };
        let mut paragraphs = brief.quote(quote);
        paragraphs.push(standing(brief, &item.standing));
        brief.page.push(Block::Quote(paragraphs));
    }
}

fn push_outcomes(brief: &mut Brief<'_>, event: &Event, accounts: &Accounts) {
    let mut items = Vec::with_capacity(accounts.outcomes.len());
    for item in &accounts.outcomes {
        let Some(outcome) = event.outcomes.get(item.pos) else { continue };
        let stands = standing(brief, &item.standing);
        items.push(joined([plain(outcome.text.as_str()), stands], " — "));
    }
    if !items.is_empty() {
        brief.page.section(tr!("export-heading-outcomes"));
        brief.page.list(items);
    }
}
