//! What stands before the events: sides, people, issues, sources and periods.

use std::io::{self, Write};

use serde_json::{Value, json};

use super::dice::Dice;
use super::json::Spelling;
use super::texts::Voice;
use super::{Plan, RARE, Shape};

/// The sides' ids, names and Chinese names.
pub const SIDES: [(&str, &str, &str); 3] = [
    ("north", "Northland", "北国"),
    ("south", "Southland", "南国"),
    ("isles", "The Isles", "群岛"),
];

/// What issues are about: name, Chinese name, group.
pub const TOPICS: [(&str, &str, &str); 24] = [
    ("Harbour dues", "港口费", "Sea"),
    ("Fishing grounds", "渔场", "Sea"),
    ("Lighthouses", "灯塔", "Sea"),
    ("Wrecks", "沉船", "Sea"),
    ("Pilots", "引水员", "Sea"),
    ("Rail gauges", "轨距", "Land"),
    ("Bridges", "桥梁", "Land"),
    ("Mountain passes", "山口", "Land"),
    ("River courses", "河道", "Land"),
    ("Frontier stones", "界碑", "Land"),
    ("Postal rates", "邮费", "Trade"),
    ("Salt", "盐", "Trade"),
    ("Tea", "茶叶", "Trade"),
    ("Grain", "粮食", "Trade"),
    ("Coinage", "铸币", "Trade"),
    ("Weights and measures", "度量衡", "Trade"),
    ("Archives", "档案", "People"),
    ("Students", "学生", "People"),
    ("Visas", "签证", "People"),
    ("Newspapers", "报纸", "People"),
    ("Time zones", "时区", "Sky"),
    ("Weather reports", "天气报告", "Sky"),
    ("Balloons", "气球", "Sky"),
    ("Migrating birds", "候鸟", "Sky"),
];

/// The id of a person.
pub fn person_id(person: u64) -> String {
    format!("person-{person}")
}

/// The id of a source.
pub fn source_id(source: u64) -> String {
    format!("source-{source}")
}

/// The id of an issue.
pub fn issue_id(issue: u64) -> String {
    let name = issue_name(issue, |topic| topic.0);
    name.to_lowercase().replace(' ', "-")
}

/// The name of an issue; beyond the topics there are, they are numbered.
pub fn issue_name(issue: u64, name: fn(&(&'static str, &str, &str)) -> &'static str) -> String {
    let topics = TOPICS.len() as u64;
    let topic = name(&TOPICS[(issue % topics) as usize]);
    match issue / topics {
        0 => topic.to_owned(),
        round => format!("{topic} {round}"),
    }
}

/// Writes everything before the events.
pub fn write(
    plan: &Plan,
    voice: &Voice,
    dice: &mut Dice,
    spelling: Spelling,
    out: &mut impl Write,
) -> io::Result<()> {
    let mut writer = Writer { voice, spelling, out };
    writeln!(writer.out, "{{\n  \"readout\": 1,")?;
    writer.member("title", voice.spell(format!("{} made-up meetings", plan.events)).into())?;
    writer.member("description", "Nobody met, nothing was said.".into())?;
    writer.table("sides", SIDES.into_iter(), |(id, name, chinese), voice| {
        let side = json!({ "name": voice.spell(name.to_owned()), "names": { "zh": chinese } });
        (id.to_owned(), side)
    })?;
    let people = (0..plan.people()).map(Some).chain([None]);
    writer.table("people", people, |number, voice| match number {
        Some(number) => (person_id(number), person(number, voice, dice)),
        None => (RARE.to_lowercase(), json!({ "name": voice.spell(RARE.to_owned()) })),
    })?;
    writer.table("issues", 0..plan.issues(), |number, voice| {
        let (_, chinese, group) = &TOPICS[number as usize % TOPICS.len()];
        let name = voice.spell(issue_name(number, |topic| topic.0));
        let names = json!({ "zh": chinese });
        (issue_id(number), json!({ "name": name, "names": names, "group": group }))
    })?;
    writer.table("sources", 0..plan.sources(), |number, voice| {
        (source_id(number), source(number, plan.shape, voice, dice))
    })?;
    let periods = (0..14_u64).map(|number| {
        let start = 1850 + number * 13;
        json!({
            "title": voice.spell(format!("Period {}", number + 1)),
            "start": format!("{start}-02-01"),
            "end": format!("{}-01-31", start + 11),
            "side": SIDES[number as usize % 2].0,
        })
    });
    writer.member("periods", periods.collect())
}

fn person(number: u64, voice: &Voice, dice: &mut Dice) -> Value {
    let is_body = dice.permille(30);
    let kind = if is_body { "Office" } else { "Person" };
    let mut person = json!({ "name": voice.spell(format!("{kind} {number}")) });
    if dice.permille(300) {
        person["names"] = json!({ "zh": format!("人物{}", chinese_number(number)) });
    }
    if dice.permille(50) {
        person["aka"] = json!([voice.spell(format!("Pérson the {number}th"))]);
    }
    if dice.permille(900) {
        person["side"] = SIDES[dice.mostly_low(3) as usize].0.into();
    }
    if is_body {
        person["kind"] = "body".into();
    }
    person
}

fn source(number: u64, shape: Shape, voice: &Voice, dice: &mut Dice) -> Value {
    let (side, publisher, _) = SIDES[dice.below(2) as usize];
    let year = if shape == Shape::OneDay { 2021 } else { dice.range(1945, 2026) };
    let mut source = json!({
        "title": voice.spell(format!("Readout {number}")),
        "publisher": voice.spell(format!("{publisher} Gazette")),
        "date": format!("{year}-{:02}-{:02}", dice.range(1, 12), dice.range(1, 28)),
        "url": format!("https://example.org/readouts/{number}"),
    });
    if dice.permille(750) {
        source["side"] = side.into();
    }
    source
}

/// A number in Chinese digits.
fn chinese_number(number: u64) -> String {
    const DIGITS: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    let digits = number.to_string();
    digits.bytes().map(|digit| DIGITS[usize::from(digit - b'0')]).collect()
}

/// Writes members of the outer object.
struct Writer<'a, W> {
    voice: &'a Voice,
    spelling: Spelling,
    out: &'a mut W,
}

impl<W: Write> Writer<'_, W> {
    fn value(&mut self, value: &Value) -> io::Result<()> {
        let mut line = Vec::new();
        super::json::write(value, self.spelling, &mut line)?;
        self.out.write_all(&line)
    }

    fn member(&mut self, name: &str, value: Value) -> io::Result<()> {
        write!(self.out, "  \"{name}\": ")?;
        self.value(&value)?;
        writeln!(self.out, ",")
    }

    /// A table, entry by entry.
    fn table<T>(
        &mut self,
        name: &str,
        entries: impl Iterator<Item = T>,
        mut entry: impl FnMut(T, &Voice) -> (String, Value),
    ) -> io::Result<()> {
        write!(self.out, "  \"{name}\": {{")?;
        for (place, item) in entries.enumerate() {
            let (id, value) = entry(item, self.voice);
            write!(self.out, "{}\n    \"{id}\": ", if place == 0 { "" } else { "," })?;
            self.value(&value)?;
        }
        writeln!(self.out, "\n  }},")
    }
}
