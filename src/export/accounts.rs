//! What each side's own account says of a meeting, as a brief.

use super::bibliography::CitationStyle;
use super::brief::Brief;
use super::page::{Block, Inline, Line, Page, joined, plain};
use super::words::account;
use crate::analysis::accounts::{Accounts, Origin, Standing};
use crate::model::{Dataset, Event, EventIx, SideIx};

/// The accounts of a meeting: in which each issue, quote and outcome stands, and what
/// stands in one alone.
pub fn accounts(
    dataset: &Dataset,
    ix: EventIx,
    event: &Event,
    accounts: &Accounts,
    style: CitationStyle,
) -> Page {
    let mut brief = Brief::new(dataset, style, &format!("{}: both accounts", event.title));
    if accounts.accounts.len() > 2 {
        brief = Brief::new(dataset, style, &format!("{}: all accounts", event.title));
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
        names.join(", ")
    };
    if accounts.is_comparable() {
        return "Something is marked as standing in one account only where no other side's has \
                it."
        .to_owned();
    }
    if accounts.missing.is_empty() {
        return String::new();
    }
    format!(
        "The dataset has no account of this meeting by: {}. So nothing is marked as standing in \
         one account only.",
        names(&accounts.missing)
    )
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
        Origin::ThirdParties => "third parties".to_owned(),
        Origin::NoSource => "no source given".to_owned(),
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
    brief.page.section("Issues");
    let mut head = vec!["Issue".to_owned(), "Who raised it; stance".to_owned()];
    head.extend(origins.iter().map(|origin| capitalised(&name(brief.dataset, *origin))));
    head.push("Only in".to_owned());
    let mut rows = Vec::with_capacity(accounts.issues.len());
    for issue in &accounts.issues {
        let topic = &issue.topic;
        let title = brief.dataset.issues.get(topic.issue.pos()).map_or("", |issue| &issue.name);
        let mut row = vec![plain(title), plain(brief.raised(&topic.raised_by, topic.stance))];
        for origin in origins {
            let cell = match issue.standing.of(*origin) {
                None => plain("–"),
                Some(entry) if entry.sources.is_empty() => plain("yes"),
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
    let mut line = plain("Stands in: ");
    let mut parts = Vec::with_capacity(standing.entries.len());
    for entry in &standing.entries {
        let origin = plain(name(brief.dataset, entry.origin));
        parts.push(brief.cited(origin, &entry.sources));
    }
    line.extend(joined(parts, "; "));
    if standing.only.is_some() {
        line.push(Inline::Text(" — ".to_owned()));
        line.push(Inline::Strong(format!("only in the {}", only(brief, standing))));
    }
    line
}

fn push_quotes(brief: &mut Brief<'_>, event: &Event, accounts: &Accounts) {
    if accounts.quotes.is_empty() {
        return;
    }
    brief.page.section("Quotes");
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
        brief.page.section("Outcomes");
        brief.page.list(items);
    }
}
