//! Made-up datasets of any size: the same for the same [`Plan`] on any machine, and
//! written event by event, so that memory does not grow with them.
//!
//! Meetings stand in the file about in the order of time, from 1844 to 2026: years
//! of silence, hundreds on some days, a few added late and out of order. Dates are
//! days, stretches of days to years, months, seasons, years, decades, about,
//! uncertain, open; texts are English with some accents and escapes, and a fifth
//! Chinese. An event has about 1.2 kB. All names are plainly made up.
//!
//! For searches: [`RARE`] is a person who was at three meetings at most, [`COMMON`] is
//! a word of most titles, [`CHINESE`] of all Chinese titles; [`ISSUES`] are the two
//! issues that occur the most. (With `Shape::Accents` they are accented, too, and there
//! are no Chinese titles; with `Shape::SameTitle` all titles are `Talks`.)
//!
//! Part of `examples/generate`; benches and tests take it in by its path.

#![allow(dead_code, reason = "each program that takes this in uses a part of it")]

mod days;
mod dice;
mod event;
mod json;
mod tables;
mod texts;

use std::io::{self, Write};

use days::Days;
use dice::Dice;
use event::Author;
use texts::Voice;

/// The name of a person who was at three meetings at most: those at a seventh, at a
/// half and at five sixths of the file. It stands in their summaries, too.
pub const RARE: &str = "Rareword";
/// A word in most titles that are not Chinese.
pub const COMMON: &str = "talks";
/// A word in all Chinese titles.
pub const CHINESE: &str = "会谈";
/// The ids of the two issues that occur the most.
pub const ISSUES: [&str; 2] = ["harbour-dues", "fishing-grounds"];

/// How much there is of what a shape has too much of, unless told otherwise.
pub const PLENTY: u64 = 100_000;

/// What a dataset is like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Shape {
    /// Like a dataset that people have collected over years
    Realistic,
    /// All meetings on one day
    OneDay,
    /// All meetings with the same title
    SameTitle,
    /// `plenty` people, a hundredth of whom met at one meeting
    People,
    /// `plenty` quotes from one meeting, the first
    Quotes,
    /// A thousand titles of `plenty` bytes, spread over the file
    LongTitles,
    /// A tenth of `plenty` issues, a tenth of which were raised at one meeting
    Issues,
    /// Accented letters in every text, composed and decomposed
    Accents,
    /// Chinese in half of the texts, all of it written as \uXXXX
    AsciiEscapes,
    /// No more than who met when and where on what: 0.4 kB each
    Short,
}

/// What is to be made up.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    /// How many meetings there are.
    pub events: u64,
    /// What they are like.
    pub shape: Shape,
    /// Another number gives another dataset of the same shape.
    pub seed: u64,
    /// How much there is of what the shape has too much of.
    pub plenty: u64,
}

impl Plan {
    /// A dataset as people would collect it.
    pub fn realistic(events: u64) -> Self {
        Self { events, shape: Shape::Realistic, seed: 1, plenty: PLENTY }
    }

    fn people(&self) -> u64 {
        match self.shape {
            Shape::People => self.plenty.max(4),
            _ => (self.events / 4).clamp(12, 4000),
        }
    }

    fn sources(&self) -> u64 {
        (self.events / 3).clamp(6, 5000)
    }

    fn issues(&self) -> u64 {
        match self.shape {
            Shape::Issues => (self.plenty / 10).max(8),
            _ => tables::TOPICS.len() as u64,
        }
    }
}

/// Writes a dataset. Give it a buffered writer.
///
/// # Errors
/// If `out` can not be written to.
pub fn write(plan: &Plan, out: &mut impl Write) -> io::Result<()> {
    let mut dice = Dice::new(plan.seed, 0);
    let voice = Voice::new(plan.shape);
    let spelling = json::Spelling { is_ascii: plan.shape == Shape::AsciiEscapes };
    tables::write(plan, &voice, &mut dice, spelling, out)?;
    let days = Days::new(plan, &mut dice);
    let author = Author { plan, voice, days };
    write!(out, "  \"events\": [")?;
    let mut line = Vec::new();
    for number in 0..plan.events {
        line.clear();
        line.extend_from_slice(if number == 0 { b"\n    " } else { b",\n    " });
        json::write(&author.event(number), spelling, &mut line)?;
        out.write_all(&line)?;
    }
    writeln!(out, "\n  ]\n}}")?;
    out.flush()
}
