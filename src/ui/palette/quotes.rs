//! The quotes of the selected meeting, to be copied with their citations from the palette.

use super::find::Words;
use crate::export::clip::CopyChoice;
use crate::lang::Language;
use crate::model::{Dataset, Event, Quote, one_line};
use crate::ui::action::Action;
use crate::ui::text::beginning;
use crate::{tr, tr_in};

/// The most quotes that are looked at; the pane has the rest.
const MOST: usize = 200;
/// As much of each wording as is looked at, in bytes.
const MOST_BYTES: usize = 4_000;
/// As much of a quote as stands in a row, in characters.
const MOST_CHARS: usize = 90;

/// The meeting whose quotes can be copied.
pub struct Selected<'a> {
    /// What it is in.
    pub dataset: &'a Dataset,
    /// The meeting as the pane has read it: to read a long one takes longer than a
    /// keystroke has.
    pub event: &'a Event,
    /// How to copy.
    pub choice: CopyChoice,
}

/// A quote that was found.
#[derive(Debug)]
pub(super) struct Row {
    /// Its position among the meeting's quotes.
    pub pos: usize,
    pub text: String,
    pub speaker: String,
}

impl Selected<'_> {
    /// The quotes that have all words: in what was said, in who said it, or in what is
    /// done with them. None without a word.
    pub(super) fn find(&self, words: &Words) -> Vec<Row> {
        if words.is_empty() {
            return Vec::new();
        }
        let row = |(pos, quote): (usize, &Quote)| {
            let people = &self.dataset.people;
            let speaker = quote.speaker.and_then(|speaker| people.get(speaker.pos()));
            let speaker = speaker.map_or("", |speaker| speaker.shown_name());
            let mut names = vec![speaker];
            names.extend(Language::ALL.map(|language| tr_in!(language, "quote-copy-name")));
            names.extend(
                quote.wordings().take(3).map(|wording| beginning(&wording.text, MOST_BYTES)),
            );
            words.are_in(&names.join(" ")).then(|| Row {
                pos,
                text: tr!("palette-quote", words = one_line(&quote.wording.text, MOST_CHARS)),
                speaker: one_line(speaker, MOST_CHARS),
            })
        };
        self.event.quotes.iter().take(MOST).enumerate().filter_map(row).collect()
    }

    /// Copies a quote, as the button below it does.
    pub(super) fn copy(&self, pos: usize) -> Option<Action> {
        let quote = self.event.quotes.get(pos)?;
        Some(Action::copy_quote(self.dataset, self.event, quote, self.choice))
    }
}
