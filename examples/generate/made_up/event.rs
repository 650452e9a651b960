//! One meeting.

use serde::Serialize;

use super::days::Days;
use super::dice::Dice;
use super::tables::{self, SIDES, TOPICS};
use super::texts::Voice;
use super::{CHINESE, Plan, RARE, Shape};

/// Kinds of meetings, the frequent ones more than once.
const KINDS: [&str; 18] = [
    "working",
    "working",
    "working",
    "working",
    "working",
    "ministerial",
    "ministerial",
    "ministerial",
    "dialogue",
    "dialogue",
    "economic",
    "economic",
    "envoy",
    "military",
    "climate",
    "leader-call",
    "summit",
    "courtesy visit",
];
const ROLES: [&str; 6] =
    ["Minister of Harbours", "Envoy", "Interpreter", "Head of the delegation", "Expert", "总干事"];
const LANGS: [&str; 2] = ["en", "zh"];
const RENDERINGS: [&str; 3] = ["spoken", "interpreted", "reported"];
/// Country codes that stand for no country.
const COUNTRIES: [&str; 5] = ["XA", "XB", "XC", "XD", "XE"];

#[derive(Debug, Default, Serialize)]
struct Wording {
    text: String,
    lang: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    rendering: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<String>,
}

#[derive(Debug, Default, Serialize)]
struct Quote {
    speaker: String,
    #[serde(flatten)]
    wording: Wording,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    issues: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    original: Option<Wording>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    variants: Vec<Wording>,
}

#[derive(Debug, Serialize)]
struct Participant {
    person: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    role: Option<String>,
}

#[derive(Debug, Serialize)]
struct Mention {
    issue: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    raised_by: Vec<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    stance: Option<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sources: Vec<String>,
}

#[derive(Debug, Serialize)]
struct Place {
    name: String,
    country: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    lat: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    lon: Option<f64>,
}

#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Outcome {
    Words(String),
    Known { text: String, sources: Vec<String> },
}

/// A meeting as it stands in the file.
#[derive(Debug, Serialize)]
pub struct Event {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    title: String,
    start: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    end: Option<String>,
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<Place>,
    participants: Vec<Participant>,
    #[serde(skip_serializing_if = "String::is_empty")]
    summary: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    background: Option<String>,
    issues: Vec<Mention>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    quotes: Vec<Quote>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    outcomes: Vec<Outcome>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    follows: Vec<String>,
    sources: Vec<String>,
}

/// Every so many events one has no id of its own.
const NO_ID: u64 = 64;

/// Who met when and where on what, and no more.
fn shortened(event: Event) -> Event {
    let participants = event.participants.into_iter();
    let issues = event.issues.into_iter();
    Event {
        participants: participants.map(|one| Participant { role: None, ..one }).collect(),
        summary: String::new(),
        background: None,
        issues: issues.map(|mention| Mention { sources: Vec::new(), ..mention }).collect(),
        quotes: Vec::new(),
        outcomes: Vec::new(),
        sources: event.sources.into_iter().take(1).collect(),
        ..event
    }
}

fn id_of(number: u64) -> String {
    format!("m-{number}")
}

/// Makes up the events of a dataset.
pub struct Author<'a> {
    /// What is wanted.
    pub plan: &'a Plan,
    /// How texts are written.
    pub voice: Voice,
    /// When meetings were.
    pub days: Days,
}

impl Author<'_> {
    /// The meeting with this number. It does not depend on the others.
    pub fn event(&self, number: u64) -> Event {
        let dice = &mut Dice::new(self.plan.seed, number + 1);
        let is_middle = number == self.plan.events / 2;
        let is_rare = [1, 3, 5].map(|part| self.rare_at(part)).contains(&number);
        let when = self.days.when(number, dice);
        let is_chinese = self.voice.is_chinese(dice);
        let topics = self.topics(is_middle, dice);
        let title = self.title(number, topics[0], is_chinese, dice);
        let mut participants = self.participants(is_middle, dice);
        let mut summary = self.voice.sentences(dice.range(2, 4), is_chinese, dice);
        if is_rare {
            participants.push(Participant { person: RARE.to_lowercase(), role: None });
            summary.push_str(&self.voice.spell(format!(" {RARE} spoke last.")));
        }
        let quotes = match self.plan.shape {
            Shape::Quotes if number == 0 => self.plan.plenty,
            _ => dice.below(5).saturating_sub(u64::from(dice.permille(450)) * 3),
        };
        let quotes = (0..quotes).map(|_| self.quote(&participants, &topics, dice)).collect();
        let event = Event {
            id: (number % NO_ID != NO_ID - 1).then(|| id_of(number)),
            title,
            start: when.start,
            end: when.end,
            kind: dice.pick(&KINDS),
            place: dice.permille(700).then(|| self.place(dice)),
            participants,
            summary,
            background: dice.permille(500).then(|| self.voice.sentences(2, false, dice)),
            issues: topics.iter().map(|topic| self.mention(*topic, dice)).collect(),
            quotes,
            outcomes: (0..dice.mostly_low(4)).map(|_| self.outcome(dice)).collect(),
            follows: self.follows(number, dice),
            sources: self.sources(dice.range(1, 3), dice),
        };
        if self.plan.shape == Shape::Short { shortened(event) } else { event }
    }

    /// The number of a meeting with [`RARE`]: at a seventh, a half and five sixths.
    fn rare_at(&self, part: u64) -> u64 {
        let events = self.plan.events;
        match part {
            1 => events / 7,
            3 => events / 2,
            _ => events / 6 * 5,
        }
    }

    fn title(&self, number: u64, topic: u64, is_chinese: bool, dice: &mut Dice) -> String {
        let long_every = (self.plan.events / 1000).max(1);
        match self.plan.shape {
            Shape::SameTitle => return "Talks".to_owned(),
            Shape::LongTitles if number.is_multiple_of(long_every) => {
                let mut title = format!("Talks {number} at length:");
                while (title.len() as u64) < self.plan.plenty {
                    title.push(' ');
                    title += &self.voice.sentences(1, dice.permille(200), dice);
                }
                return title.replace('\n', " ");
            }
            _ => {}
        }
        let about = tables::issue_name(topic, |topic| topic.0).to_lowercase();
        let title = match dice.below(6) {
            _ if is_chinese => {
                let topic = TOPICS[topic as usize % TOPICS.len()].1;
                format!("第{number}次{topic}{CHINESE}")
            }
            0 => format!("Visit {number}"),
            1 => format!("Round {} of the talks on {about}", dice.range(1, 20)),
            2 => format!("Déjeuner talks \"{about}\", {number}"),
            _ => format!("Talks {number} on {about}"),
        };
        self.voice.spell(title)
    }

    /// Which issues come up; at least one.
    fn topics(&self, is_middle: bool, dice: &mut Dice) -> Vec<u64> {
        let all = self.plan.issues();
        if self.plan.shape == Shape::Issues && is_middle {
            return (0..(all / 10).max(1)).map(|number| number * 10 % all).collect();
        }
        let mut topics = Vec::new();
        for _ in 0..1 + dice.mostly_low(6) {
            let topic = if all > 100 { dice.below(all) } else { dice.mostly_low(all) };
            if !topics.contains(&topic) {
                topics.push(topic);
            }
        }
        topics
    }

    fn participants(&self, is_middle: bool, dice: &mut Dice) -> Vec<Participant> {
        let all = self.plan.people();
        let is_crowd = self.plan.shape == Shape::People;
        let mut people: Vec<u64> = Vec::new();
        if is_crowd && is_middle {
            people.extend((0..all).step_by(100));
        } else {
            for _ in 0..dice.range(2, 5) {
                let person = if is_crowd { dice.below(all) } else { dice.mostly_low(all) };
                if !people.contains(&person) {
                    people.push(person);
                }
            }
        }
        let role = |dice: &mut Dice| self.voice.spell(dice.pick(&ROLES).to_owned());
        let participant = |person| Participant {
            person: tables::person_id(person),
            role: dice.permille(500).then(|| role(dice)),
        };
        people.into_iter().map(participant).collect()
    }

    fn quote(&self, participants: &[Participant], topics: &[u64], dice: &mut Dice) -> Quote {
        let speaker = match participants.get(dice.below(participants.len() as u64 + 1) as usize) {
            Some(participant) => participant.person.clone(),
            None => "A member of the delegation".to_owned(),
        };
        let is_chinese = self.voice.is_chinese(dice);
        let topic = topics.get(dice.below(2) as usize);
        Quote {
            speaker,
            wording: self.wording(is_chinese, dice),
            issues: topic.map(|topic| tables::issue_id(*topic)).into_iter().collect(),
            original: dice.permille(200).then(|| self.wording(!is_chinese, dice)),
            variants: (0..dice.below(10) / 8).map(|_| self.wording(is_chinese, dice)).collect(),
        }
    }

    fn wording(&self, is_chinese: bool, dice: &mut Dice) -> Wording {
        Wording {
            text: self.voice.sentences(dice.range(1, 2), is_chinese, dice),
            lang: LANGS[usize::from(is_chinese)],
            rendering: dice.permille(700).then(|| dice.pick(&RENDERINGS)),
            source: dice.permille(800).then(|| self.source(dice)),
        }
    }

    fn mention(&self, topic: u64, dice: &mut Dice) -> Mention {
        let sides = SIDES.map(|side| side.0);
        Mention {
            issue: tables::issue_id(topic),
            raised_by: sides.into_iter().filter(|_| dice.permille(250)).collect(),
            stance: dice.permille(600).then(|| dice.pick(&["dispute", "shared", "discussed"])),
            sources: self.sources(dice.below(5) / 3, dice),
        }
    }

    fn outcome(&self, dice: &mut Dice) -> Outcome {
        let text = self.voice.sentences(1, false, dice);
        match dice.permille(400) {
            true => Outcome::Known { text, sources: self.sources(1, dice) },
            false => Outcome::Words(text),
        }
    }

    fn place(&self, dice: &mut Dice) -> Place {
        let number = dice.mostly_low(300);
        // Degrees with one digit behind the point, of no place in particular.
        let degrees = |range: u64| (number * 37 % range) as f64 / 10.0;
        let is_known = number.is_multiple_of(3);
        Place {
            name: match number % 4 {
                0 => format!("第{number}镇"),
                _ => self.voice.spell(format!("Town {number}")),
            },
            country: COUNTRIES[number as usize % COUNTRIES.len()],
            lat: is_known.then(|| degrees(800)),
            lon: is_known.then(|| degrees(1700)),
        }
    }

    /// A meeting shortly before, of those with an id.
    fn follows(&self, number: u64, dice: &mut Dice) -> Vec<String> {
        if !dice.permille(250) {
            return Vec::new();
        }
        let before = number.checked_sub(1 + dice.mostly_low(500));
        before.filter(|it| it % NO_ID != NO_ID - 1).map(id_of).into_iter().collect()
    }

    fn source(&self, dice: &mut Dice) -> String {
        tables::source_id(dice.below(self.plan.sources()))
    }

    fn sources(&self, count: u64, dice: &mut Dice) -> Vec<String> {
        let mut sources: Vec<String> = (0..count).map(|_| self.source(dice)).collect();
        sources.sort_unstable();
        sources.dedup();
        sources
    }
}
