//! The texts of one language, read once.

use std::collections::HashMap;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::FluentNumber;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
use unic_langid::{LanguageIdentifier, langid};

use super::Language;

/// The same files in each language.
macro_rules! files {
    ($language:literal) => {
        files!($language: "main", "date", "data", "find", "export", "commands", "ui", "detail", "pages", "timeline", "app", "access", "about")
    };
    ($language:literal: $($name:literal),+) => {
        [$(include_str!(concat!("../../assets/words/", $language, "/", $name, ".ftl"))),+]
    };
}

/// The texts of one language.
pub struct Texts {
    bundle: FluentBundle<FluentResource>,
    /// Those without variables, filled in once.
    plain: HashMap<String, String, foldhash::fast::FixedState>,
}

impl Texts {
    /// The texts of a language.
    pub fn of(language: Language) -> &'static Self {
        static ENGLISH: LazyLock<Texts> = LazyLock::new(|| Texts::read(Language::English));
        static CHINESE: LazyLock<Texts> = LazyLock::new(|| Texts::read(Language::Chinese));
        match language {
            Language::English => &ENGLISH,
            Language::Chinese => &CHINESE,
        }
    }

    /// The files of a language, as they stand in the program.
    pub fn files(language: Language) -> &'static [&'static str] {
        match language {
            Language::English => &files!("en"),
            Language::Chinese => &files!("zh"),
        }
    }

    /// Reads all files. What is wrong in one is left out; `tests/project/words.rs` holds that
    /// nothing is.
    fn read(language: Language) -> Self {
        let locale: LanguageIdentifier = match language {
            Language::English => langid!("en-GB"),
            Language::Chinese => langid!("zh-Hans"),
        };
        let mut bundle = FluentBundle::new_concurrent(vec![locale]);
        // The marks around variables would be copied along with the text.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(|value, _| match value {
            FluentValue::Number(number) => Some(number_words(number)),
            _ => None,
        }));
        add_functions(&mut bundle);
        let mut plain = HashMap::default();
        for file in Self::files(language) {
            let resource = FluentResource::try_new((*file).to_owned());
            let resource = resource.unwrap_or_else(|(resource, errors)| {
                log::error!("texts in {language:?}: {errors:?}");
                resource
            });
            let ids: Vec<String> = ids_of(&resource);
            if let Err(errors) = bundle.add_resource(resource) {
                log::error!("texts in {language:?}: {errors:?}");
            }
            for id in ids {
                if let Some(text) = fill(&bundle, &id, None) {
                    plain.insert(id, text);
                }
            }
        }
        Self { bundle, plain }
    }

    /// The text of this id, if it has one without variables.
    pub fn plain(&self, id: &str) -> Option<&str> {
        self.plain.get(id).map(String::as_str)
    }

    /// The text of this id with these variables, if it has one and they suffice.
    pub fn filled(&self, id: &str, args: &FluentArgs<'_>) -> Option<String> {
        fill(&self.bundle, id, Some(args))
    }
}

/// What messages can ask for beside their variables. Chinese counts decades within their
/// century: `CENTURY("1970")` is 20, `DECADE("1970")` is 70.
fn add_functions(bundle: &mut FluentBundle<FluentResource>) {
    let mut add = |name: &str, of_year: fn(u32) -> u32| {
        let added = bundle.add_function(name, move |args, _| {
            let year = match args.first() {
                Some(FluentValue::String(year)) => year.parse().ok(),
                _ => None,
            };
            year.map_or(FluentValue::Error, |year| of_year(year).to_string().into())
        });
        if let Err(error) = added {
            log::error!("{name} in texts: {error:?}");
        }
    };
    add("CENTURY", |year| year / 100 + 1);
    add("DECADE", |year| year % 100);
}

/// The ids of a file's messages, and those of their attributes behind a dot.
fn ids_of(resource: &FluentResource) -> Vec<String> {
    let mut ids = Vec::new();
    for entry in resource.entries() {
        if let fluent_syntax::ast::Entry::Message(message) = entry {
            let name = message.id.name;
            ids.extend(message.value.as_ref().map(|_| name.to_owned()));
            let attributes = message.attributes.iter();
            ids.extend(attributes.map(|attribute| format!("{name}.{}", attribute.id.name)));
        }
    }
    ids
}

fn fill(
    bundle: &FluentBundle<FluentResource>,
    id: &str,
    args: Option<&FluentArgs<'_>>,
) -> Option<String> {
    let (name, attribute) = id.split_once('.').map_or((id, None), |(name, of)| (name, Some(of)));
    let message = bundle.get_message(name)?;
    let pattern = match attribute {
        Some(attribute) => message.get_attribute(attribute)?.value(),
        None => message.value()?,
    };
    let mut errors: Vec<FluentError> = Vec::new();
    let text = bundle.format_pattern(pattern, args, &mut errors);
    errors.is_empty().then(|| text.into_owned())
}

/// A number with its thousands apart: "1 234 567".
pub fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (pos, digit) in digits.chars().enumerate() {
        if pos > 0 && (digits.len() - pos).is_multiple_of(3) {
            text.push('\u{a0}');
        }
        text.push(digit);
    }
    text
}

/// A whole number with its thousands apart; another as it is.
fn number_words(number: &FluentNumber) -> String {
    let is_count = number.value >= 0.0 && number.value.fract() == 0.0 && number.value < 1e15;
    if is_count { grouped(number.value as usize) } else { number.as_string().into_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_stand_apart() {
        assert_eq!(grouped(7), "7");
        assert_eq!(grouped(1_234_567), "1\u{a0}234\u{a0}567");
    }

    #[test]
    fn a_number_chooses_its_plural_and_stands_with_thousands_apart() {
        let texts = Texts::of(Language::English);
        let filled = |count: usize| {
            let mut args = FluentArgs::new();
            args.set("count", count);
            texts.filled("meetings", &args)
        };
        assert_eq!(filled(1).as_deref(), Some("1 meeting"));
        assert_eq!(filled(1_234).as_deref(), Some("1\u{a0}234 meetings"));
        assert_eq!(texts.plain("meetings"), None, "it has a variable");
    }
}
