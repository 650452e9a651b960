//! The quick way to read a meeting: in one pass, for what is kept of it.
//!
//! It reads meetings that are as the format has them. Where the JSON has another form (a
//! member that stands twice, a number where text belongs, half a character), there is an
//! error. Where only a word or a member is not one that the format knows, the meeting is
//! passed to its end, and said to be odd. Either only means that the meeting is to be read
//! with the care of [`Reader`](super::event::Reader), which says what is wrong. So both
//! must agree on every meeting that this way reads, which `laws.rs` beside this holds.

use std::ops::Range;

use serde::de::IgnoredAny;

use super::cursor::{Careful, Cursor, Quoted, Walk};
use super::skimmed::{Meeting, Mention, Quote, Wording};
use crate::model::{Rendering, Stance, TextKind};

type Read<T> = Result<T, Careful>;

impl<'a> Meeting<'a> {
    /// Reads the meeting that begins at a place of a text. Returns where it ends.
    pub fn read(&mut self, text: &'a str, at: usize) -> Read<usize> {
        self.clear();
        let mut reader = Reader { json: Cursor::new(text, at), meeting: self };
        reader.meeting()?;
        Ok(reader.json.pos())
    }
}

struct Reader<'a, 'm> {
    json: Cursor<'a>,
    meeting: &'m mut Meeting<'a>,
}

impl<'a> Reader<'a, '_> {
    fn meeting(&mut self) -> Read<()> {
        let mut walk = self.json.object()?;
        while let Some(member) = self.json.member(&mut walk)? {
            match member {
                "id" => {
                    walk.once(0)?;
                    self.meeting.id = self.name()?;
                }
                "title" => {
                    walk.once(1)?;
                    self.meeting.title = Some(self.required(TextKind::Title)?);
                }
                "start" => {
                    walk.once(2)?;
                    self.meeting.start = self.name()?;
                }
                "end" => {
                    walk.once(3)?;
                    self.meeting.end = self.name()?;
                }
                "kind" => {
                    walk.once(4)?;
                    self.meeting.kind = self.name()?;
                }
                "place" => {
                    walk.once(5)?;
                    self.place()?;
                }
                "participants" => {
                    walk.once(6)?;
                    self.each(Self::participant)?;
                }
                "summary" => {
                    walk.once(7)?;
                    self.text(TextKind::Summary)?;
                }
                "background" => {
                    walk.once(8)?;
                    self.meeting.has_background = self.text(TextKind::Background)?;
                }
                "issues" => {
                    walk.once(9)?;
                    self.each(Self::mention)?;
                }
                "quotes" => {
                    walk.once(10)?;
                    self.each(Self::quote)?;
                }
                "outcomes" => {
                    walk.once(11)?;
                    self.each(Self::outcome)?;
                }
                "follows" => {
                    walk.once(12)?;
                    self.each(Self::follow)?;
                }
                "sources" => {
                    walk.once(13)?;
                    self.names_onto(|meeting| &mut meeting.sources)?;
                }
                _ => self.unknown()?,
            }
        }
        // Without a title there stands a text in its place that is not in the file.
        if self.meeting.title.is_none() { Err(Careful) } else { Ok(()) }
    }

    fn place(&mut self) -> Read<()> {
        let mut walk = self.json.object()?;
        while let Some(member) = self.json.member(&mut walk)? {
            match member {
                "name" => {
                    walk.once(0)?;
                    let name = self.json.string()?;
                    if name.has_words()? {
                        self.meeting.place = Some(name.decoded()?);
                    } else {
                        self.meeting.is_odd = true;
                    }
                }
                "country" => {
                    walk.once(1)?;
                    self.meeting.country = self.name()?;
                }
                "lat" => {
                    walk.once(2)?;
                    self.degrees(90.0)?;
                }
                "lon" => {
                    walk.once(3)?;
                    self.degrees(180.0)?;
                }
                _ => self.unknown()?,
            }
        }
        Ok(())
    }

    fn degrees(&mut self, limit: f64) -> Read<()> {
        let degrees: f64 = self.json.value()?;
        self.meeting.is_odd |= degrees.abs() > limit;
        Ok(())
    }

    fn participant(&mut self) -> Read<()> {
        let mut walk = self.json.object()?;
        let mut person = None;
        while let Some(member) = self.json.member(&mut walk)? {
            match member {
                "person" => {
                    walk.once(0)?;
                    person = self.name()?;
                }
                "role" => {
                    walk.once(1)?;
                    self.text(TextKind::Note)?;
                }
                _ => self.unknown()?,
            }
        }
        // Whoever is not named does not take part, and has no role.
        self.meeting.people.push(person.ok_or(Careful)?);
        Ok(())
    }

    fn mention(&mut self) -> Read<()> {
        let mut walk = self.json.object()?;
        let (mut issue, mut mention) = (None, Mention::default());
        while let Some(member) = self.json.member(&mut walk)? {
            match member {
                "issue" => {
                    walk.once(0)?;
                    issue = self.name()?;
                }
                "raised_by" => {
                    walk.once(1)?;
                    mention.raised_by = self.names_of_list()?;
                }
                "stance" => {
                    walk.once(2)?;
                    mention.stance = self.stance()?;
                }
                "note" => {
                    walk.once(3)?;
                    self.text(TextKind::Note)?;
                }
                "sources" => {
                    walk.once(4)?;
                    mention.sources = self.names_of_list()?;
                }
                _ => self.unknown()?,
            }
        }
        mention.issue = issue.ok_or(Careful)?;
        self.meeting.mentions.push(mention);
        Ok(())
    }

    fn stance(&mut self) -> Read<Stance> {
        Ok(match self.name()? {
            Some("dispute") => Stance::Dispute,
            Some("shared") => Stance::Shared,
            Some("discussed") => Stance::Discussed,
            _ => {
                self.meeting.is_odd = true;
                Stance::default()
            }
        })
    }

    fn quote(&mut self) -> Read<()> {
        let mut walk = self.json.object()?;
        let mut quote = Quote::default();
        let mut has_text = false;
        let first = self.meeting.variants.len();
        while let Some(member) = self.json.member(&mut walk)? {
            match member {
                "speaker" => {
                    walk.once(8)?;
                    quote.speaker = self.name()?;
                }
                "date" => {
                    walk.once(9)?;
                    quote.date = self.name()?;
                }
                "issues" => {
                    walk.once(10)?;
                    quote.issues = self.names_of_list()?;
                }
                "original" => {
                    walk.once(11)?;
                    quote.original = Some(self.wording()?);
                }
                "variants" => {
                    walk.once(12)?;
                    self.each(|reader| {
                        let wording = reader.wording()?;
                        reader.meeting.variants.push(wording);
                        Ok(())
                    })?;
                }
                _ => self.of_wording(member, (&mut walk, &mut quote.own), &mut has_text)?,
            }
        }
        quote.variants = first..self.meeting.variants.len();
        self.meeting.quotes.push(quote);
        has_text.then_some(()).ok_or(Careful)
    }

    fn wording(&mut self) -> Read<Wording<'a>> {
        let mut walk = self.json.object()?;
        let (mut wording, mut has_text) = (Wording::default(), false);
        while let Some(member) = self.json.member(&mut walk)? {
            self.of_wording(member, (&mut walk, &mut wording), &mut has_text)?;
        }
        has_text.then_some(wording).ok_or(Careful)
    }

    /// A member that every wording may have, the quote's own too.
    fn of_wording(
        &mut self,
        member: &str,
        (walk, wording): (&mut Walk, &mut Wording<'a>),
        has_text: &mut bool,
    ) -> Read<()> {
        match member {
            "text" => {
                walk.once(0)?;
                self.required(TextKind::Quote)?;
                *has_text = true;
            }
            "lang" => {
                walk.once(1)?;
                self.name()?;
            }
            "rendering" => {
                walk.once(2)?;
                wording.rendering = Some(match self.name()? {
                    Some("spoken") => Rendering::Spoken,
                    Some("interpreted") => Rendering::Interpreted,
                    Some("reported") => Rendering::Reported,
                    _ => {
                        self.meeting.is_odd = true;
                        return Ok(());
                    }
                });
            }
            "source" => {
                walk.once(3)?;
                wording.source = self.name()?;
            }
            "attributed_to" => {
                walk.once(4)?;
                wording.attributed_to = self.name()?;
            }
            "note" => {
                walk.once(5)?;
                self.text(TextKind::Note)?;
            }
            _ => self.unknown()?,
        }
        Ok(())
    }

    fn outcome(&mut self) -> Read<()> {
        self.meeting.outcome_count += 1;
        if self.json.peek()? == b'"' {
            return self.required(TextKind::Outcome).map(|_| ());
        }
        let mut walk = self.json.object()?;
        let mut has_text = false;
        while let Some(member) = self.json.member(&mut walk)? {
            match member {
                "text" => {
                    walk.once(0)?;
                    self.required(TextKind::Outcome)?;
                    has_text = true;
                }
                "sources" => {
                    walk.once(1)?;
                    self.names_onto(|meeting| &mut meeting.outcome_sources)?;
                }
                _ => self.unknown()?,
            }
        }
        has_text.then_some(()).ok_or(Careful)
    }

    fn follow(&mut self) -> Read<()> {
        let id = self.json.string()?;
        self.meeting.is_odd |= !id.has_words()?;
        self.meeting.follows.push(id.inside);
        Ok(())
    }

    /// The items of a list.
    fn each(&mut self, mut item: impl FnMut(&mut Self) -> Read<()>) -> Read<()> {
        let mut walk = self.json.list()?;
        while self.json.item(&mut walk)? {
            item(self)?;
        }
        Ok(())
    }

    /// A list of names.
    fn names_of_list(&mut self) -> Read<Range<usize>> {
        let first = self.meeting.names.len();
        self.names_onto(|meeting| &mut meeting.names)?;
        Ok(first..self.meeting.names.len())
    }

    fn names_onto(
        &mut self,
        onto: impl for<'m> Fn(&'m mut Meeting<'a>) -> &'m mut Vec<&'a str>,
    ) -> Read<()> {
        self.each(|reader| {
            if let Some(name) = reader.name()? {
                onto(reader.meeting).push(name);
            }
            Ok(())
        })
    }

    /// A name, an id or a date; none where it is blank. With escapes it is odd, and not what
    /// the file means.
    fn name(&mut self) -> Read<Option<&'a str>> {
        let name = self.json.string()?;
        let has_words = name.has_words()?;
        self.meeting.is_odd |= name.has_escapes || !has_words;
        Ok(has_words.then_some(name.inside))
    }

    /// A text that may be left out. Tells whether there are words in it.
    fn text(&mut self, kind: TextKind) -> Read<bool> {
        let text = self.json.string()?;
        let has_words = text.has_words()?;
        if has_words {
            self.add_text(kind, text);
        } else {
            self.meeting.is_odd = true;
        }
        Ok(has_words)
    }

    /// A text that must be there, without which what it belongs to is left out.
    fn required(&mut self, kind: TextKind) -> Read<Quoted<'a>> {
        let text = self.json.string()?;
        self.add_text(kind, text);
        if text.has_words()? { Ok(text) } else { Err(Careful) }
    }

    fn add_text(&mut self, kind: TextKind, text: Quoted<'a>) {
        self.meeting.texts.push((kind, self.json.range(text.inside)));
    }

    /// A member that the format does not know.
    fn unknown(&mut self) -> Read<()> {
        self.meeting.is_odd = true;
        self.json.value::<IgnoredAny>().map(|_| ())
    }
}
