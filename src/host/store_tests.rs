//! The settings file in what can happen to it.

use serde::Deserialize;
use serde_json::json;
use tempfile::TempDir;

use super::*;

/// Something to be kept.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
struct Kept {
    version: u32,
    theme: String,
    wide: bool,
    recent: Vec<String>,
}

impl Default for Kept {
    fn default() -> Self {
        Self { version: 1, theme: "light".to_owned(), wide: true, recent: Vec::new() }
    }
}

fn folder() -> (TempDir, PathBuf) {
    let folder = TempDir::new().expect("a temporary folder");
    let path = folder.path().join("deep/settings.json");
    fs::create_dir(folder.path().join("deep")).expect("a folder in it");
    (folder, path)
}

fn read(path: &Path) -> (Store, Kept) {
    let (store, kept, trouble) = Store::read(path.to_owned());
    assert!(trouble.is_none(), "{trouble:?}");
    (store, kept)
}

fn put(path: &Path, value: &Value) {
    fs::write(path, value.to_string()).expect("the file is written");
}

fn in_file(path: &Path) -> Value {
    let text = fs::read_to_string(path).expect("there is a file");
    serde_json::from_str(&text).expect("it is JSON")
}

fn names_in(path: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder_of(path)).expect("a folder").flatten();
    let mut names: Vec<String> =
        entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn without_a_file_there_are_defaults_and_only_what_differs_from_them_is_written() {
    let (folder, _) = folder();
    let path = folder.path().join("not/yet/settings.json");
    let (mut store, mut kept) = read(&path);
    assert_eq!(kept, Kept::default());
    store.write(&kept).expect("there is nothing to write");
    assert!(!path.exists());
    kept.theme = "dark".to_owned();
    store.write(&kept).expect("it is written, with its folder");
    assert_eq!(in_file(&path), json!({"version": 1, "theme": "dark"}));
    assert_eq!(read(&path).1, kept);
    assert_eq!(names_in(&path), ["settings.json", "settings.lock"]);
}

#[test]
fn a_broken_file_is_kept_aside_and_another_one_too() {
    let (_folder, path) = folder();
    for (number, text) in ["", "{\"theme\": \"da", "[1, 2]", "\u{0}\u{0}\u{0}"].iter().enumerate() {
        fs::write(&path, text).expect("the file is written");
        let (mut store, mut kept, trouble) = Store::read::<Kept>(path.clone());
        let Some(Trouble::KeptAside(aside)) = trouble else { panic!("{text}: {trouble:?}") };
        let name = format!("settings.broken-{}.json", number + 1);
        assert_eq!(aside, path.with_file_name(name));
        assert_eq!(fs::read_to_string(aside).expect("it is there"), *text);
        assert_eq!(kept, Kept::default());
        kept.wide = false;
        store.write(&kept).expect("it is written anew");
        assert_eq!(in_file(&path), json!({"version": 1, "wide": false}));
    }
}

#[test]
fn what_a_newer_version_wrote_is_read_as_far_as_it_fits_and_stays() {
    let (_folder, path) = folder();
    let newer = json!({"version": 7, "theme": {"by": "hour"}, "wide": false, "map": [1.5]});
    put(&path, &newer);
    let (mut store, mut kept) = read(&path);
    assert_eq!(kept, Kept { version: 7, wide: false, ..Kept::default() });
    kept.recent.push("a".to_owned());
    store.write(&kept).expect("it is written");
    let mut expected = newer;
    expected["recent"] = json!(["a"]);
    assert_eq!(in_file(&path), expected);
}

#[test]
fn two_running_copies_keep_what_each_has_changed() {
    let (_folder, path) = folder();
    put(&path, &json!({"version": 1, "recent": ["a"]}));
    let ((mut one, mut here), (mut two, mut there)) = (read(&path), read(&path));
    here.theme = "dark".to_owned();
    here.recent.insert(0, "x".to_owned());
    one.write(&here).expect("it is written");
    there.wide = false;
    there.recent.insert(0, "y".to_owned());
    two.write(&there).expect("it is written");
    here.recent.insert(0, "z".to_owned());
    one.write(&here).expect("it is written again");
    let both =
        json!({"version": 1, "theme": "dark", "wide": false, "recent": ["x", "z", "y", "a"]});
    let mut written = in_file(&path);
    let names = |value: &Value| {
        let mut names: Vec<Value> = value["recent"].as_array().expect("a list").clone();
        names.sort_by_key(ToString::to_string);
        names
    };
    assert_eq!(names(&written), names(&both), "none is lost");
    written["recent"] = both["recent"].clone();
    assert_eq!(written, both);
}

#[test]
fn many_copies_at_once_lose_nothing() {
    let (_folder, path) = folder();
    thread::scope(|scope| {
        for copy in 0..8 {
            let path = &path;
            scope.spawn(move || {
                let (mut store, mut kept, _) = Store::read::<Kept>(path.clone());
                for number in 0..5 {
                    kept.recent.push(format!("{copy}-{number}"));
                    store.write(&kept).expect("it is written");
                }
            });
        }
    });
    assert_eq!(read(&path).1.recent.len(), 8 * 5);
}

#[test]
fn a_copy_that_was_stopped_while_it_wrote_does_no_harm() {
    let (_folder, path) = folder();
    put(&path, &json!({"version": 1, "theme": "dark"}));
    let unfinished = path.with_file_name(format!("{UNFINISHED}abc"));
    fs::write(&unfinished, "{\"theme\": \"li").expect("it is written");
    let (mut store, mut kept) = read(&path);
    assert_eq!(kept.theme, "dark");
    kept.wide = false;
    store.write(&kept).expect("it is written");
    assert_eq!(names_in(&path), ["settings.json", "settings.lock"]);
    assert_eq!(read(&path).1, kept);
}

#[test]
fn a_copy_that_does_not_let_go_is_waited_for_but_not_for_ever() {
    let (_folder, path) = folder();
    let (mut store, kept) = read(&path);
    let held = lock(&path).expect("nobody else has it");
    let changed = Kept { wide: false, ..kept };
    let error = store.write(&changed).expect_err("it is held");
    assert_eq!(error.kind(), io::ErrorKind::TimedOut);
    drop(held);
    store.write(&changed).expect("now it is free");
    assert_eq!(read(&path).1, changed);
}

#[test]
fn a_file_that_is_gone_is_written_anew_with_all_that_differs() {
    let (_folder, path) = folder();
    put(&path, &json!({"version": 1, "theme": "dark"}));
    let (mut store, mut kept) = read(&path);
    fs::remove_file(&path).expect("it was there");
    kept.wide = false;
    store.write(&kept).expect("it is written");
    assert_eq!(read(&path).1, kept);
}

/// Whether the system keeps this user from writing into a folder that says so: not one
/// who may do anything.
#[cfg(unix)]
fn set_writable(folder: &Path, is_writable: bool) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    let mode = if is_writable { 0o700 } else { 0o500 };
    fs::set_permissions(folder, fs::Permissions::from_mode(mode)).expect("it is ours");
    File::create(folder.join("probe")).is_err()
}

#[cfg(unix)]
#[test]
fn where_nothing_may_be_written_the_file_stays_and_the_error_says_so() {
    let (_folder, path) = folder();
    put(&path, &json!({"version": 1, "theme": "dark"}));
    // As good as one for who may write anywhere: there is no such folder, nor can be.
    let path =
        if set_writable(folder_of(&path), false) { path } else { path.join("settings.json") };
    let (mut store, kept, _) = Store::read::<Kept>(path.clone());
    store.write(&Kept { wide: false, ..kept }).expect_err("nobody may write there");
    set_writable(path.ancestors().find(|it| it.is_dir()).expect("a folder"), true);
}

#[cfg(unix)]
#[test]
fn what_can_not_be_written_as_json_leaves_the_file_as_it_was() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt as _;

    #[derive(Default, serde::Serialize, serde::Deserialize)]
    #[serde(default)]
    struct WithPaths {
        theme: String,
        recent: Vec<PathBuf>,
    }
    let (_folder, path) = folder();
    put(&path, &json!({"version": 1, "theme": "dark"}));
    let (mut store, mut kept, _) = Store::read::<WithPaths>(path.clone());
    kept.recent.push(PathBuf::from(OsStr::from_bytes(b"\xff.json")));
    store.write(&kept).expect_err("JSON has no such text");
    assert_eq!(fs::read_to_string(&path).expect("it is there").matches("dark").count(), 1);
    kept.recent.clear();
    kept.theme = "light".to_owned();
    store.write(&kept).expect("it can be written");
    assert!(fs::read_to_string(&path).expect("it is there").contains("light"));
}
