//! Kinds of meetings: their names, their rank, and the shape that marks them.

use crate::lang::{self, Language};
use crate::{tr, tr_in};

/// How high a meeting ranks; the overview stacks its bars by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Heads of state and government and their deputies.
    Leaders,
    /// Ministers, security advisers and special envoys.
    Ministers,
    /// Below ministers, and kinds of the file's own.
    Others,
}

impl Level {
    /// All levels, the highest first.
    pub const ALL: [Self; 3] = [Self::Leaders, Self::Ministers, Self::Others];

    /// The level's name for people.
    pub fn label(self) -> &'static str {
        match self {
            Self::Leaders => tr!("level-leaders"),
            Self::Ministers => tr!("level-ministers"),
            Self::Others => tr!("level-others"),
        }
    }
}

/// The shape of a meeting's mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shape {
    /// A filled diamond.
    Diamond,
    /// A ring.
    Ring,
    /// An outlined diamond.
    DiamondOutline,
    /// A filled disc.
    Disc,
    /// A filled triangle that points up.
    Triangle,
    /// A filled square.
    Square,
    /// An outlined square.
    SquareOutline,
    /// A filled pentagon.
    Pentagon,
    /// A plus sign.
    Plus,
    /// A filled triangle that points down.
    TriangleDown,
    /// A filled hexagon.
    Hexagon,
    /// An outlined triangle that points up.
    TriangleOutline,
    /// A saltire.
    Cross,
    /// A horizontal bar.
    Bar,
}

/// A kind of meeting as it occurs in a dataset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kind {
    /// The word in the file; empty where an event names no kind.
    pub id: String,
    /// Its rank.
    pub level: Level,
    /// The shape of its marks.
    pub shape: Shape,
    /// Where its lane stands among the others, from the top.
    pub order: u32,
    /// The names of a kind of the file's own: as a heading, and within a sentence.
    own: (String, String),
}

/// id, level, shape; in the order of the lanes.
const KNOWN: [(&str, Level, Shape); 10] = {
    use Level::{Leaders, Ministers, Others};
    [
        ("summit", Leaders, Shape::Diamond),
        ("leader-call", Leaders, Shape::Ring),
        ("vice-president", Leaders, Shape::DiamondOutline),
        ("ministerial", Ministers, Shape::Disc),
        ("envoy", Ministers, Shape::Triangle),
        ("dialogue", Ministers, Shape::Square),
        ("economic", Ministers, Shape::SquareOutline),
        ("military", Ministers, Shape::Pentagon),
        ("climate", Ministers, Shape::Plus),
        ("working", Others, Shape::TriangleDown),
    ]
};

/// Shapes for the kinds that a file brings with it, in the order in which they
/// occur; what comes after them shares the last.
const SPARE: [Shape; 4] = [Shape::Hexagon, Shape::TriangleOutline, Shape::Cross, Shape::Bar];

impl Kind {
    /// The kind that a file's word stands for. `earlier_own` says how many kinds
    /// of the file's own were met before this one: it decides the shape.
    pub fn from_word(word: &str, earlier_own: usize) -> Self {
        let known = KNOWN.iter().enumerate().find(|(_, known)| known.0 == word);
        if let Some((pos, (id, level, shape))) = known {
            return Self {
                id: (*id).to_owned(),
                level: *level,
                shape: *shape,
                order: pos as u32,
                own: Default::default(),
            };
        }
        let order = if word.is_empty() { u32::MAX } else { (KNOWN.len() + earlier_own) as u32 };
        let own = capitalised(word);
        Self {
            id: word.to_owned(),
            own: (own.clone(), own.to_lowercase()),
            level: Level::Others,
            shape: SPARE.get(earlier_own).copied().unwrap_or(Shape::Bar),
            order,
        }
    }

    /// The name of its lane.
    pub fn label(&self) -> &str {
        self.label_in(lang::current())
    }

    /// The name of its lane in a language.
    pub fn label_in(&self, language: Language) -> &str {
        match self.id.as_str() {
            "summit" => tr_in!(language, "kind-summit"),
            "leader-call" => tr_in!(language, "kind-leader-call"),
            "vice-president" => tr_in!(language, "kind-vice-president"),
            "ministerial" => tr_in!(language, "kind-ministerial"),
            "envoy" => tr_in!(language, "kind-envoy"),
            "dialogue" => tr_in!(language, "kind-dialogue"),
            "economic" => tr_in!(language, "kind-economic"),
            "military" => tr_in!(language, "kind-military"),
            "climate" => tr_in!(language, "kind-climate"),
            "working" => tr_in!(language, "kind-working"),
            "" => tr_in!(language, "kind-none"),
            _ => &self.own.0,
        }
    }

    /// The name of one such meeting, in lower case, for running text.
    pub fn singular(&self) -> &str {
        self.singular_in(lang::current())
    }

    /// The same in a language.
    pub fn singular_in(&self, language: Language) -> &str {
        match self.id.as_str() {
            "summit" => tr_in!(language, "kind-summit.one"),
            "leader-call" => tr_in!(language, "kind-leader-call.one"),
            "vice-president" => tr_in!(language, "kind-vice-president.one"),
            "ministerial" => tr_in!(language, "kind-ministerial.one"),
            "envoy" => tr_in!(language, "kind-envoy.one"),
            "dialogue" => tr_in!(language, "kind-dialogue.one"),
            "economic" => tr_in!(language, "kind-economic.one"),
            "military" => tr_in!(language, "kind-military.one"),
            "climate" => tr_in!(language, "kind-climate.one"),
            "working" => tr_in!(language, "kind-working.one"),
            "" => tr_in!(language, "kind-none.one"),
            _ => &self.own.1,
        }
    }

    /// Whether dataset-format.md describes this kind.
    pub fn is_known(&self) -> bool {
        KNOWN.iter().any(|known| known.0 == self.id)
    }

    /// How much room on the screen one such meeting deserves before others:
    /// higher for higher ranks.
    pub fn weight(&self) -> u32 {
        match self.level {
            Level::Leaders => 3,
            Level::Ministers => 2,
            Level::Others => 1,
        }
    }
}

fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_of_the_format_keeps_its_own_shape_and_rank() {
        let kind = Kind::from_word("summit", 7);
        assert_eq!((kind.label(), kind.level), ("Summits", Level::Leaders));
        assert_eq!(kind.shape, Shape::Diamond);
    }

    #[test]
    fn a_word_of_the_files_own_becomes_a_kind_after_the_known_ones() {
        let kind = Kind::from_word("back channel", 1);
        assert_eq!(kind.label(), "Back channel");
        assert_eq!(kind.shape, Shape::TriangleOutline);
        assert!(kind.order > Kind::from_word("working", 0).order);
        assert!(!kind.is_known());
    }

    #[test]
    fn each_known_kind_has_names_of_its_own() {
        for (id, ..) in KNOWN {
            let kind = Kind::from_word(id, 0);
            assert!(!kind.label().is_empty() && !kind.singular().is_empty(), "{id}");
        }
        assert_eq!(Kind::from_word("", 0).singular(), "kind not given");
    }

    #[test]
    fn shapes_of_known_kinds_differ() {
        for (pos, one) in KNOWN.iter().enumerate() {
            for other in KNOWN.iter().skip(pos + 1) {
                assert_ne!(one.2, other.2, "{} and {}", one.0, other.0);
            }
        }
    }
}
