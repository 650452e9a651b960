//! Why a file does not open at all.

use std::fmt;
use std::io;

use super::place::Place;

/// Why a file does not open, in one message that says what to do.
#[derive(Debug, thiserror::Error)]
pub struct OpenError {
    kind: Kind,
    place: Option<Place>,
}

/// The reasons and their wording.
#[derive(Debug, thiserror::Error)]
pub(super) enum Kind {
    #[error("the reading was cancelled")]
    Cancelled,
    #[error("the file does not exist; it may have been moved, renamed or deleted")]
    Missing,
    #[error("the file may not be read; ask its owner for permission")]
    Forbidden,
    #[error("this is a folder; choose a file in it, such as one named *.readout.json")]
    Folder,
    #[error("this is a device or a pipe, not a file; save its content to a file first")]
    NotRegular,
    #[error("the file can not be read: {0}")]
    Io(#[source] io::Error),
    #[error("the file is larger than {}; split it into several", size(*.0))]
    TooLarge(u64),
    #[error("the file changes while it is read; open it again when it is complete")]
    Changing,
    #[error("there is not enough memory for a file of this size ({})", size(*.0))]
    Memory(u64),
    #[error(
        "the file is empty; expected an object with a list of events, such as {{\"events\": []}}"
    )]
    Empty,
    #[error("this is {0}, not JSON; {1}")]
    OtherFormat(&'static str, &'static str),
    #[error("the file is UTF-16, not UTF-8; save it again with the encoding UTF-8")]
    Utf16,
    #[error(
        "the byte 0x{0:02X} is not UTF-8, so the file seems to be in another encoding; \
         save it again with the encoding UTF-8"
    )]
    NotUtf8(u8),
    /// The text ends within a character.
    #[error("the file ends within a character; it may have been cut off: get it again")]
    CutCharacter,
    #[error("{0}")]
    Syntax(String),
    #[error(
        "expected an object with a list of events, {{\"events\": [ … ]}}, but the file holds {0}"
    )]
    NotAnObject(String),
    #[error(
        "there is no `events` list in the file; expected {{\"events\": [ … ]}}{}",
        instead(.0)
    )]
    NoEvents(Option<String>),
    #[error("`events` is {0}; expected a list, [ … ]")]
    EventsNotAList(String),
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
        if let Some(place) = self.place {
            write!(f, "{place}: ")?;
        }
        write!(f, "{}", self.kind)
    }
}

fn instead(similar: &Option<String>) -> String {
    match similar {
        Some(name) => format!("; `{name}` is written otherwise: rename it to `events`"),
        None => String::new(),
    }
}

/// A size in bytes for people.
fn size(bytes: u64) -> String {
    const UNITS: [&str; 4] = ["bytes", "KiB", "MiB", "GiB"];
    let mut amount = bytes as f64;
    let mut unit = 0;
    while amount >= 1024.0 && unit + 1 < UNITS.len() {
        amount /= 1024.0;
        unit += 1;
    }
    let name = UNITS.get(unit).copied().unwrap_or_default();
    if amount.fract() == 0.0 {
        format!("{amount:.0} {name}")
    } else {
        format!("{amount:.1} {name}")
    }
}
