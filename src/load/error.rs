//! Why a file does not open at all.

use std::error::Error;
use std::fmt;
use std::io;

use super::place::Place;
use crate::tr;

/// Why a file does not open, in one message that says what to do, in the language of the
/// interface.
#[derive(Debug)]
pub struct OpenError {
    kind: Kind,
    place: Option<Place>,
}

/// The reasons.
#[derive(Debug)]
pub(super) enum Kind {
    Cancelled,
    Missing,
    Forbidden,
    Folder,
    NotRegular,
    Io(io::Error),
    TooLarge(u64),
    Changing,
    Memory(u64),
    Empty,
    OtherFormat(Format),
    Utf16,
    NotUtf8(u8),
    /// The text ends within a character.
    CutCharacter,
    Syntax(String),
    NotAnObject(String),
    /// With a member that may have been meant.
    NoEvents(Option<String>),
    EventsNotAList(String),
}

/// What is often taken for a dataset, and is not JSON.
#[derive(Clone, Copy, Debug)]
pub(super) enum Format {
    Gzip,
    Zip,
    Pdf,
    WebPage,
}

impl Format {
    /// What it is, and what to do.
    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Gzip => (tr!("open-gzip"), tr!("open-gzip.advice")),
            Self::Zip => (tr!("open-zip"), tr!("open-zip.advice")),
            Self::Pdf => (tr!("open-pdf"), tr!("open-pdf.advice")),
            Self::WebPage => (tr!("open-web-page"), tr!("open-web-page.advice")),
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&match self {
            Self::Cancelled => tr!("open-cancelled").to_owned(),
            Self::Missing => tr!("open-missing").to_owned(),
            Self::Forbidden => tr!("open-forbidden").to_owned(),
            Self::Folder => tr!("open-folder").to_owned(),
            Self::NotRegular => tr!("open-not-regular").to_owned(),
            Self::Io(error) => tr!("open-io", error = error.to_string()),
            Self::TooLarge(bytes) => tr!("open-too-large", size = size(*bytes)),
            Self::Changing => tr!("open-changing").to_owned(),
            Self::Memory(bytes) => tr!("open-memory", size = size(*bytes)),
            Self::Empty => tr!("open-empty").to_owned(),
            Self::OtherFormat(format) => {
                let (format, advice) = format.words();
                tr!("open-other-format", format = format, advice = advice)
            }
            Self::Utf16 => tr!("open-utf-16").to_owned(),
            Self::NotUtf8(byte) => tr!("open-not-utf-8", byte = format!("{byte:02X}")),
            Self::CutCharacter => tr!("open-cut-character").to_owned(),
            Self::Syntax(message) => message.clone(),
            Self::NotAnObject(found) => tr!("open-not-an-object", found = found.as_str()),
            Self::NoEvents(None) => tr!("open-no-events").to_owned(),
            Self::NoEvents(Some(name)) => tr!("open-no-events-but", name = name.as_str()),
            Self::EventsNotAList(found) => tr!("open-events-not-a-list", found = found.as_str()),
        })
    }
}

impl Error for OpenError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match &self.kind {
            Kind::Io(error) => Some(error),
            _ => None,
        }
    }
}

impl OpenError {
    pub(super) fn new(kind: Kind) -> Self {
        Self { kind, place: None }
    }

    pub(super) fn at(kind: Kind, place: Place) -> Self {
        Self { kind, place: Some(place) }
    }

    pub(super) fn io(error: io::Error) -> Self {
        Self::new(match error.kind() {
            io::ErrorKind::NotFound => Kind::Missing,
            io::ErrorKind::PermissionDenied => Kind::Forbidden,
            io::ErrorKind::IsADirectory => Kind::Folder,
            _ => Kind::Io(error),
        })
    }

    /// Where in the file, if that can be said.
    pub fn place(&self) -> Option<Place> {
        self.place
    }

    /// Whether the reading ended because [`Job::cancel`](super::Job::cancel) was
    /// called, so that there is nothing to tell anybody.
    pub fn is_cancelled(&self) -> bool {
        matches!(self.kind, Kind::Cancelled)
    }

    /// Whether there is no such file (any more).
    pub fn is_missing(&self) -> bool {
        matches!(self.kind, Kind::Missing)
    }

    /// The message without the place.
    pub fn message(&self) -> String {
        self.kind.to_string()
    }
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let error = self.message();
        match self.place {
            Some(place) => f.write_str(&tr!("open-at", place = place.to_string(), error = error)),
            None => f.write_str(&error),
        }
    }
}

/// A size in bytes for people.
fn size(bytes: u64) -> String {
    const UNITS: [&str; 4] = ["", "KiB", "MiB", "GiB"];
    let mut amount = bytes as f64;
    let mut unit = 0;
    while amount >= 1024.0 && unit + 1 < UNITS.len() {
        amount /= 1024.0;
        unit += 1;
    }
    let amount =
        if amount.fract() == 0.0 { format!("{amount:.0}") } else { format!("{amount:.1}") };
    match UNITS.get(unit) {
        Some(name) if unit > 0 => format!("{amount} {name}"),
        _ => tr!("open-bytes", amount = amount),
    }
}
