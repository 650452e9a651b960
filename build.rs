//! Tells the program its version, in releases with the commit; for Windows it adds
//! icon, version and manifest.

use std::env;
use std::path::Path;
use std::process::Command;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let version = env::var("CARGO_PKG_VERSION").expect("cargo tells the version");
    // Elsewhere every commit would have everything built anew.
    let is_release = env::var("PROFILE").is_ok_and(|profile| profile == "release");
    let version = match is_release.then(commit).flatten() {
        Some(commit) => format!("{version} ({commit})"),
        None => version,
    };
    println!("cargo::rustc-env=READOUT_VERSION={version}");
    if env::var("CARGO_CFG_TARGET_OS").is_ok_and(|system| system == "windows") {
        add_resources();
    }
}

/// The commit that is checked out; none in a tree that is not a repository of its own.
fn commit() -> Option<String> {
    let here = env::var_os("CARGO_MANIFEST_DIR")?;
    let top = git(&["rev-parse", "--show-toplevel"])?;
    if Path::new(&top).canonicalize().ok()? != Path::new(&here).canonicalize().ok()? {
        return None;
    }
    // These change with a commit or a checkout, also in a linked work tree.
    let branch = git(&["symbolic-ref", "--quiet", "HEAD"]);
    for name in ["HEAD", "packed-refs"].into_iter().chain(branch.as_deref()) {
        if let Some(path) = git(&["rev-parse", "--git-path", name])
            && Path::new(&path).exists()
        {
            println!("cargo::rerun-if-changed={path}");
        }
    }
    git(&["rev-parse", "--short=12", "HEAD"])
}

fn git(args: &[&str]) -> Option<String> {
    let output = Command::new("git").args(args).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    (output.status.success() && !text.trim().is_empty()).then(|| text.trim().to_owned())
}

/// What Windows shows of a program, and that it draws at the resolution of each screen.
fn add_resources() {
    println!("cargo::rerun-if-changed=assets/icon/readout.ico");
    println!("cargo::rerun-if-changed=packaging/windows/readout.manifest");
    let mut resources = winresource::WindowsResource::new();
    resources
        .set_icon("assets/icon/readout.ico")
        .set_manifest_file("packaging/windows/readout.manifest")
        .set("ProductName", "Readout")
        .set("FileDescription", "Readout")
        .set("LegalCopyright", "© 2026 The Readout developers");
    if let Err(error) = resources.compile() {
        println!("cargo::error=the resources for Windows could not be made: {error}");
    }
}
