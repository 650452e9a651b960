//! Paths as they are handed on: absolute, and written so that none is lost.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A path that means the same to a program that runs in another folder.
pub fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

/// A path that is written as text where it is Unicode, and else as the system has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct AnyPath(#[serde(with = "self")] pub PathBuf);

#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Written {
    Text(String),
    Raw(OsString),
}

/// For serde's `with`: writes a path, see [`AnyPath`].
///
/// # Errors
/// Those of the serializer.
pub fn serialize<S: Serializer>(path: &Path, serializer: S) -> Result<S::Ok, S::Error> {
    match path.to_str() {
        Some(text) => serializer.serialize_str(text),
        None => Written::Raw(path.into()).serialize(serializer),
    }
}

/// For serde's `with`: reads a path, see [`AnyPath`].
///
/// # Errors
/// If it is neither a text nor a path as this system has it.
pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<PathBuf, D::Error> {
    Ok(match Written::deserialize(deserializer)? {
        Written::Text(text) => text.into(),
        Written::Raw(raw) => raw.into(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_text_where_it_can_be() {
        let path = AnyPath("/a/时间.json".into());
        let text = serde_json::to_string(&path).expect("it is written");
        assert_eq!(text, "\"/a/时间.json\"");
        assert_eq!(serde_json::from_str::<AnyPath>(&text).expect("it is read"), path);
    }

    #[cfg(unix)]
    #[test]
    fn a_path_that_is_no_unicode_is_the_same_when_it_is_read() {
        use std::os::unix::ffi::OsStringExt as _;
        let path = AnyPath(OsString::from_vec(b"/a/\xff\xfe.json".to_vec()).into());
        let text = serde_json::to_string(&path).expect("it is written");
        assert_eq!(serde_json::from_str::<AnyPath>(&text).expect("it is read"), path);
    }
}
