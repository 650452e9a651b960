//! What is said and written: sentences put together from parts.

use super::Shape;
use super::dice::Dice;

const ENGLISH: [&str; 24] = [
    "Northland set out its view of the dues that ships pay in the outer harbour",
    "Southland asked for time until the figures of the last season are known",
    "both delegations went through the draft article by article",
    "the ministers agreed that their experts should meet again before the winter",
    "nothing was said about the lighthouse, which had been the reason for the visit",
    "the chair called the exchange \"frank\" and left it at that",
    "a list of open questions was handed over at the end",
    "the guests were shown the new bridge and the old archive",
    "each side kept to what it had said in the spring",
    "the interpreters asked twice for a shorter wording",
    "the communiqué speaks of progress without naming any",
    "the talks on fishing grounds were put off for a fortnight",
    "it remained open who would pay for the survey of the strait",
    "the dinner at the Café Brückner lasted longer than the meeting",
    "an understanding on postal rates is to be written down by the secretaries",
    "the islands were mentioned only once, and only in passing",
    "the visitors thanked the town of São Miradouro for its welcome",
    "a naïve reading of the treaty would allow both",
    "the delegation from the Isles took no part in the second session",
    "the railway commission reported that the gauges still differ",
    "the note of the year before was read aloud and left unanswered",
    "no date was set for the next round",
    "the word \"harbour\" was replaced by \"port\" in three places",
    "the press was told that the atmosphere had been good",
];

const CHINESE: [&str; 16] = [
    "北国代表说明了对外港船舶费用的看法",
    "南国方面希望等到上一季数字公布之后再作答复",
    "双方逐条讨论了草案",
    "部长们同意专家在冬季之前再次会面",
    "没有提到灯塔，虽然那是此次访问的原因",
    "主席称这次交流是“坦率的”",
    "会谈结束时交换了未决问题清单",
    "客人参观了新桥和旧档案馆",
    "各方坚持春天时的立场",
    "翻译两次请求使用更短的措辞",
    "关于渔场的讨论推迟两周",
    "海峡测量费用由谁承担仍未确定",
    "邮政费率的谅解将由秘书写成文件",
    "群岛只被提到一次",
    "铁路委员会报告说轨距仍然不同",
    "下一轮会谈的日期没有确定",
];

/// How texts are written in a dataset.
#[derive(Clone, Copy, Debug)]
pub struct Voice {
    has_accents: bool,
    /// How many of a thousand texts are Chinese.
    chinese: u64,
}

impl Voice {
    /// The voice of a shape.
    pub fn new(shape: Shape) -> Self {
        let chinese = match shape {
            Shape::AsciiEscapes => 500,
            Shape::Accents => 0,
            _ => 200,
        };
        Self { has_accents: shape == Shape::Accents, chinese }
    }

    /// Whether the next text is Chinese.
    pub fn is_chinese(&self, dice: &mut Dice) -> bool {
        dice.permille(self.chinese)
    }

    /// A text as this dataset writes it.
    pub fn spell(&self, text: String) -> String {
        if !self.has_accents {
            return text;
        }
        let mut accented = String::with_capacity(text.len() * 2);
        for char in text.chars() {
            match char {
                'a' => accented.push('á'),
                'e' => accented.push('è'),
                'i' => accented.push('ï'),
                'u' => accented.push('ů'),
                'A' => accented.push('Å'),
                // Two characters: the letter, and the accent over it.
                'o' | 'O' | 'E' | 'c' | 's' => accented.extend([char, '\u{301}']),
                _ => accented.push(char),
            }
        }
        accented
    }

    /// Some sentences in one language.
    pub fn sentences(&self, count: u64, is_chinese: bool, dice: &mut Dice) -> String {
        let mut text = String::new();
        for place in 0..count {
            if is_chinese {
                text.push_str(dice.pick(&CHINESE));
                text.push('。');
                continue;
            }
            if place > 0 {
                text.push(if dice.permille(100) { '\n' } else { ' ' });
            }
            let sentence = dice.pick(&ENGLISH);
            let (first, rest) = sentence.split_at(1);
            text.push_str(&first.to_uppercase());
            text.push_str(rest);
            if dice.permille(300) {
                text.push_str(&format!(", see paper {}", dice.below(100_000)));
            }
            text.push('.');
        }
        self.spell(text)
    }
}
