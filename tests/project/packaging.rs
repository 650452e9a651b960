//! Holds that what lies in the repository for packages is current.

#[path = "../../examples/package_files/files.rs"]
mod files;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use readout::ui::licences;

fn read(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

#[test]
fn man_pages_and_completions_are_those_of_the_command_line() {
    for (path, bytes) in files::made().expect("made in memory") {
        let kept = fs::read(&path).unwrap_or_default();
        assert!(
            kept == bytes,
            "{} is not current: cargo run --example package_files",
            path.display()
        );
    }
}

#[test]
fn the_version_is_the_same_everywhere() {
    let version = env!("CARGO_PKG_VERSION");
    let metainfo = read("packaging/linux/readout.metainfo.xml");
    let newest = metainfo.split("<release version=\"").nth(1).expect("a release");
    assert!(newest.starts_with(&format!("{version}\"")), "the metainfo’s newest is not {version}");
    let changelog = read("CHANGELOG.md");
    let heading = changelog.lines().find(|line| line.starts_with("## ")).expect("a version");
    assert!(
        heading == "## Unreleased" || heading.starts_with(&format!("## {version} ")),
        "the changelog begins with {heading}"
    );
}

/// The systems that the program is made for, as in `about.toml`.
const SYSTEMS: [&str; 5] = [
    "x86_64-unknown-linux-gnu",
    "aarch64-unknown-linux-gnu",
    "x86_64-pc-windows-msvc",
    "aarch64-apple-darwin",
    "x86_64-apple-darwin",
];

#[test]
fn the_licence_of_each_dependency_is_in_the_program() {
    let have: BTreeSet<&str> = licences::parts().iter().map(|part| part.name).collect();
    let mut missing = BTreeSet::new();
    for system in SYSTEMS {
        let output = Command::new(env!("CARGO"))
            .args(["tree", "--locked", "--edges", "normal", "--prefix", "none", "--format", "{p}"])
            .args(["--target", system])
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .output()
            .expect("cargo runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let text = String::from_utf8(output.stdout).expect("text");
        for line in text.lines().filter(|line| !line.is_empty()) {
            let (name, rest) = line.split_once(" v").expect("a name and a version");
            let version = rest.split_whitespace().next().expect("a version");
            let part = format!("{name} {version}");
            if name != env!("CARGO_PKG_NAME") && !have.contains(part.as_str()) {
                missing.insert(part);
            }
        }
    }
    assert!(missing.is_empty(), "run packaging/licences.sh: it lacks {missing:?}");
}

#[test]
fn no_licence_is_of_what_is_gone() {
    let lock = read("Cargo.lock");
    let gone: Vec<&str> = licences::parts()
        .iter()
        .map(|part| part.name)
        .filter(|part| !part.contains(", "))
        .filter(|part| {
            let (name, version) = part.split_once(' ').expect("a name and a version");
            !lock.contains(&format!("name = \"{name}\"\nversion = \"{version}\"\n"))
        })
        .collect();
    assert!(gone.is_empty(), "run packaging/licences.sh: it still has {gone:?}");
}
