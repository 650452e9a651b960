//! The language of the interface, and its texts.
//!
//! The texts are [Fluent](https://projectfluent.org) messages in `assets/words`, a
//! folder a language, a file a part of the program. They are asked for with
//! [`tr!`](crate::tr). `tests/project/words.rs` holds that each text that the program asks for
//! stands in each language with the same variables, and that none stands there in vain.

mod choice;
pub mod list;
mod texts;

use std::sync::atomic::{AtomicU8, Ordering};

use serde::{Deserialize, Serialize};

pub use choice::LanguageChoice;
pub use fluent_bundle::FluentArgs;
pub use texts::{Texts, grouped};

/// A language in which the interface can be read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Language {
    /// English, in British spelling and order of dates.
    #[default]
    English,
    /// Chinese in simplified characters.
    Chinese,
}

impl Language {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::English, Self::Chinese];

    /// Its name in itself.
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Chinese => "简体中文",
        }
    }

    /// The code by which datasets and systems name it (BCP 47, without script and region).
    pub const fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Chinese => "zh",
        }
    }

    /// The first of the system's languages in which the interface can be read, else
    /// English.
    pub fn of_system() -> Self {
        let mut wanted = sys_locale::get_locales();
        wanted.find_map(|locale| Self::of_locale(&locale)).unwrap_or_default()
    }

    /// The language of a locale such as `zh_CN.UTF-8` or `en-GB`, if it is one of these.
    pub fn of_locale(locale: &str) -> Option<Self> {
        let code = locale.split(['-', '_', '.', '@']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|language| code.eq_ignore_ascii_case(language.code()))
    }

    const fn from_number(number: u8) -> Self {
        match number {
            1 => Self::Chinese,
            _ => Self::English,
        }
    }
}

/// One for the whole program: a text is asked for in a hundred places, on threads in
/// the background too, and there is one reader.
static CURRENT: AtomicU8 = AtomicU8::new(Language::English as u8);

/// The language of the interface. English, until [`set`] chooses another.
pub fn current() -> Language {
    Language::from_number(CURRENT.load(Ordering::Relaxed))
}

/// Chooses the language of the interface. Texts that were made before stay as they are.
pub fn set(language: Language) {
    CURRENT.store(language as u8, Ordering::Relaxed);
}

/// The text of this id, which has no variables, in a language. Where it has no such
/// text, the English one; where that has none either, the id.
pub fn text(language: Language, id: &'static str) -> &'static str {
    let texts = Texts::of(language);
    texts.plain(id).or_else(|| Texts::of(Language::English).plain(id)).unwrap_or(id)
}

/// The text of this id with these variables, as [`text`].
pub fn text_with(language: Language, id: &'static str, args: &FluentArgs<'_>) -> String {
    let text = Texts::of(language).filled(id, args);
    text.or_else(|| Texts::of(Language::English).filled(id, args)).unwrap_or_else(|| id.to_owned())
}

/// A text of the interface in its language: `tr!("menu-file")` is a `&'static str`;
/// `tr!("found", count = 3, name = "…")`, with variables, is a `String`. A message's
/// attribute is `"id.attribute"`.
///
/// Numbers choose their plural and are written with their thousands apart; what must be
/// written otherwise, such as a year, is to be given as text.
#[macro_export]
macro_rules! tr {
    ($($asked:tt)+) => {
        $crate::tr_in!($crate::lang::current(), $($asked)+)
    };
}

/// A text in a language that is named, otherwise as [`tr!`](crate::tr).
#[macro_export]
macro_rules! tr_in {
    ($language:expr, $id:literal) => {
        $crate::lang::text($language, $id)
    };
    ($language:expr, $id:literal, $($name:ident = $value:expr),+ $(,)?) => {{
        let mut args = $crate::lang::FluentArgs::new();
        $(args.set(stringify!($name), $value);)+
        $crate::lang::text_with($language, $id, &args)
    }};
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_names_its_language() {
        for (locale, language) in [
            ("zh_CN.UTF-8", Some(Language::Chinese)),
            ("zh-Hans-SG", Some(Language::Chinese)),
            ("en-US", Some(Language::English)),
            ("EN", Some(Language::English)),
            ("C", None),
            ("", None),
        ] {
            assert_eq!(Language::of_locale(locale), language, "{locale}");
        }
    }
}
