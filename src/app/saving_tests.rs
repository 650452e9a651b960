//! Tests of saving, on real files.

use super::*;

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder for the test")
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("the folder of the test");
    entries.map(|e| e.expect("an entry").file_name().to_string_lossy().into_owned()).collect()
}

#[test]
fn a_text_is_saved_whole_and_nothing_else_is_left() {
    let folder = folder();
    let path = folder.path().join("brief.md");
    save_text(&path, "one").expect("it is saved");
    save_text(&path, "two").expect("it is replaced");
    assert_eq!(fs::read_to_string(&path).expect("it is there"), "two");
    assert_eq!(names(folder.path()), ["brief.md"]);
}

#[test]
fn what_can_not_be_written_says_why_and_what_to_do() {
    let folder = folder();
    let error = save_text(folder.path(), "x").expect_err("it is a folder").to_string();
    let name = folder.path().display();
    let expected =
        format!("{name} could not be saved: there is a folder of this name; choose another name");
    assert_eq!(error, expected);
    let missing = folder.path().join("gone").join("brief.md");
    let error = save_text(&missing, "x").expect_err("there is no such folder");
    assert_eq!(error.path(), missing);
    assert!(error.to_string().ends_with("does not exist (any more); choose another one"));
    let long = folder.path().join("x".repeat(5_000));
    let error = save_text(&long, "x").expect_err("no name is so long").to_string();
    assert!(error.contains("choose another"), "{error}");
}

#[test]
fn what_may_not_be_written_stays_as_it_is() {
    let folder = folder();
    let path = folder.path().join("brief.md");
    fs::write(&path, "old").expect("a file of the test");
    let mut permissions = fs::metadata(&path).expect("it is there").permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).expect("it is the test's own");
    let error = save_text(&path, "new").expect_err("it may not be written").to_string();
    assert!(error.contains("you may not write there"), "{error}");
    assert_eq!(fs::read_to_string(&path).expect("it is there"), "old");
}

#[cfg(unix)]
#[test]
fn links_are_followed_and_permissions_kept() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let folder = folder();
    let (file, link) = (folder.path().join("file"), folder.path().join("link"));
    fs::write(&file, "old").expect("a file of the test");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).expect("the test's own");
    symlink(&file, &link).expect("a link of the test");
    save_text(&link, "new").expect("it is saved");
    assert_eq!(fs::read_to_string(&file).expect("it is there"), "new");
    assert!(fs::symlink_metadata(&link).expect("it is there").file_type().is_symlink());
    let mode = fs::metadata(&file).expect("it is there").permissions().mode();
    assert_eq!(mode & 0o777, 0o640);
}

fn wait(saving: &Saving) -> Saved {
    loop {
        match saving.poll() {
            Saved::Pending => thread::sleep(Duration::from_millis(1)),
            other => return other,
        }
    }
}

#[test]
fn what_came_of_it_is_told() {
    let folder = folder();
    let path = folder.path().join("brief.md");
    let ctx = Context::default();
    let chosen = path.clone();
    let saving = Saving::spawn(&ctx, "Brief", move || Some(chosen), || Some("text".to_owned()));
    assert!(matches!(wait(&saving), Saved::There(saved) if saved == path));
    assert_eq!(saving.what(), "Brief");
    let nowhere = folder.path().join("gone").join("x");
    let saving = Saving::spawn(&ctx, "Brief", move || Some(nowhere), || Some(String::new()));
    assert!(matches!(wait(&saving), Saved::Failed(_)));
    let saving = Saving::spawn(&ctx, "Brief", || None, || Some(String::new()));
    assert!(matches!(wait(&saving), Saved::NoDialog | Saved::Nothing));
    let unwanted = folder.path().join("unwanted.md");
    let chosen = unwanted.clone();
    let saving = Saving::spawn(&ctx, "Brief", move || Some(chosen), || None);
    assert!(matches!(wait(&saving), Saved::Nothing));
    assert!(!unwanted.exists());
    let lost = Saving::spawn(&ctx, "Brief", || panic!("a defect made for the test"), || None);
    assert!(matches!(wait(&lost), Saved::Lost));
}

#[test]
fn names_of_files_are_taken_by_every_system() {
    assert_eq!(file_name("Taiwan", "md"), "taiwan.md");
    assert_eq!(file_name("../A: “b”/c\u{0}?", "md"), "a-b-c.md");
    assert_eq!(file_name("台湾", "md"), "台湾.md");
    assert_eq!(file_name("", "bib"), "readout.bib");
    assert_eq!(file_name("CON", "md"), "readout-con.md");
    assert!(file_name(&"x".repeat(9_000), "md").len() < 70);
}
