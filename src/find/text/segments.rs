//! The texts of a meeting, each with where it stands.

use std::collections::HashSet;

use super::Spot;
use crate::model::{Event, PersonIx, SourceIx};

/// Calls with each text that a meeting has of its own.
pub(in crate::find) fn segments<'e>(event: &'e Event, mut each: impl FnMut(Spot, &'e str)) {
    each(Spot::Title, &event.title);
    if let Some(text) = &event.summary {
        each(Spot::Summary, text);
    }
    if let Some(text) = &event.background {
        each(Spot::Background, text);
    }
    for (quote, pos) in event.quotes.iter().zip(0..=u16::MAX) {
        for (wording, which) in quote.wordings().zip(0..=u16::MAX) {
            each(Spot::Quote(pos, which), &wording.text);
            if let Some(note) = &wording.note {
                each(Spot::QuoteNote(pos, which), note);
            }
        }
    }
    for (outcome, pos) in event.outcomes.iter().zip(0..=u16::MAX) {
        each(Spot::Outcome(pos), &outcome.text);
    }
    for (participant, pos) in event.participants.iter().zip(0..=u16::MAX) {
        if let Some(role) = &participant.role {
            each(Spot::Role(pos), role);
        }
    }
    for (mention, pos) in event.issues.iter().zip(0..=u16::MAX) {
        if let Some(note) = &mention.note {
            each(Spot::IssueNote(pos), note);
        }
    }
}

/// The sources of a meeting, each once.
pub(super) fn sources(event: &Event) -> Vec<SourceIx> {
    let mut sources: Vec<SourceIx> = event.all_sources().collect();
    sources.sort_unstable();
    sources.dedup();
    sources
}

/// To whom sources give the words of quotes, where that is another than the speaker.
pub(super) fn attributed(event: &Event) -> impl Iterator<Item = PersonIx> {
    let wordings = event.quotes.iter().flat_map(|quote| quote.wordings());
    wordings.filter_map(|wording| wording.attributed_to)
}

/// The people, issues, kind, place and sources of a meeting, as places of what was found;
/// each once.
pub(in crate::find) fn entity_spots(event: &Event) -> Vec<Spot> {
    let quoted = event.quotes.iter().filter_map(|quote| quote.speaker);
    let people = event.participants.iter().map(|one| one.person).chain(quoted);
    let mut spots: Vec<Spot> = Vec::new();
    let mut seen = HashSet::new();
    for person in people.chain(attributed(event)).filter(|person| seen.insert(*person)) {
        spots.extend([Spot::Person(person), Spot::PersonNote(person)]);
    }
    let mut seen = HashSet::new();
    let issues = event.issues.iter().map(|mention| mention.issue);
    spots.extend(issues.filter(|issue| seen.insert(*issue)).map(Spot::Issue));
    spots.extend([Spot::Kind, Spot::Place]);
    spots.extend(sources(event).into_iter().map(Spot::Source));
    spots
}
