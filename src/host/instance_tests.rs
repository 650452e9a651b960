//! Two starts in one process: a lock is of a file that was opened, not of a process.

use tempfile::TempDir;

use super::*;

fn first(folder: &TempDir) -> First {
    match start(folder.path(), &[]) {
        Start::First(first) => first,
        Start::HandedOver => panic!("nobody else is there"),
        Start::Alone => panic!("it can be told that nobody else is there"),
    }
}

/// A window that takes what arrives, and counts how often it is woken.
fn window(first: First) -> Receiver<Vec<PathBuf>> {
    let (woken, wakes) = channel();
    let requests = first.listen(move || woken.send(()).expect("the window is there"));
    let requests = requests.expect("it listens");
    let (sender, taken) = channel();
    thread::spawn(move || {
        while wakes.recv().is_ok() {
            let request: Request = requests.try_recv().expect("there is something to take");
            sender.send(request.take().expect("it is waited for")).expect("the test is there");
        }
    });
    taken
}

fn files(names: &[&str]) -> Vec<PathBuf> {
    names.iter().map(PathBuf::from).collect()
}

#[test]
fn a_second_start_hands_over_absolute_paths() {
    let folder = TempDir::new().expect("a temporary folder");
    let taken = window(first(&folder));
    for names in [&["a.json", "/b/c.json"][..], &[], &["时间 é.json"]] {
        assert!(matches!(start(folder.path(), &files(names)), Start::HandedOver));
        let expected = files(names).iter().map(std::path::absolute).collect::<io::Result<Vec<_>>>();
        assert_eq!(taken.recv().expect("they arrive"), expected.expect("there is a folder"));
    }
}

#[cfg(unix)]
#[test]
fn a_path_that_is_no_unicode_is_handed_over_too() {
    use std::os::unix::ffi::OsStringExt as _;
    let folder = TempDir::new().expect("a temporary folder");
    let taken = window(first(&folder));
    let file = PathBuf::from(std::ffi::OsString::from_vec(b"/a/\xff.json".to_vec()));
    assert!(matches!(start(folder.path(), std::slice::from_ref(&file)), Start::HandedOver));
    assert_eq!(taken.recv().expect("it arrives"), [file]);
}

#[test]
fn one_screen_has_one_name_and_two_have_two() {
    for (one, same) in [(":0", ":0.0"), (":0", "unix:0"), ("host.example:10", "host.example:10.1")]
    {
        assert_eq!(x_name(one), x_name(same));
    }
    for (one, other) in [(":0", ":1"), (":1.0", ":10"), ("host1:0", "host:10")] {
        assert_ne!(file_name(&x_name(one)), file_name(&x_name(other)));
    }
    assert_eq!(wayland_name("/run/user/1000/wayland-1"), wayland_name("wayland-1"));
    let long = "a".repeat(99) + ":7";
    assert!(file_name(&long).ends_with("-7") && file_name(&long).len() == 24);
}

#[test]
fn what_a_dead_copy_left_is_taken_over() {
    let folder = TempDir::new().expect("a temporary folder");
    let gone = first(&folder);
    let First { mut listener, lock } = gone;
    listener.do_not_reclaim_name_on_drop();
    drop((listener, lock));
    let taken = window(first(&folder));
    assert!(matches!(start(folder.path(), &files(&["/a"])), Start::HandedOver));
    assert_eq!(taken.recv().expect("they arrive"), files(&["/a"]));
}

#[test]
fn a_copy_that_does_not_answer_is_left_alone_after_a_while() {
    let folder = TempDir::new().expect("a temporary folder");
    // It hangs: it does not even listen.
    let hung = first(&folder);
    let since = Instant::now();
    assert!(matches!(start(folder.path(), &files(&["/a"])), Start::Alone));
    assert!(since.elapsed() < PATIENCE + Duration::from_secs(1));
    // Its window hangs: what it takes later was opened elsewhere.
    let requests = hung.listen(|| ()).expect("it listens");
    let late = loop {
        // What was sent before arrives now, and is given up.
        assert!(matches!(start(folder.path(), &files(&["/b"])), Start::Alone));
        match requests.try_recv() {
            Ok(request) => break request,
            Err(_) => continue,
        }
    };
    assert_eq!(late.take(), None);
}

#[test]
fn what_is_no_message_is_not_taken() {
    let folder = TempDir::new().expect("a temporary folder");
    let requests = first(&folder).listen(|| ()).expect("it listens");
    let long = format!("{{\"files\": [{}\"/a\"]}}\n", "\"/a\",".repeat(2 * MAX_FILES));
    let endless = "x".repeat(3 << 20);
    for line in ["\n", "{}\n", "{\"files\": [\"relative\"]}\n", &long, &endless] {
        let error = send(folder.path(), &session(), line.as_bytes());
        error.expect_err("it is not answered");
    }
    assert!(requests.try_recv().is_err());
}

#[cfg(unix)]
#[test]
fn the_folder_is_for_the_user_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = TempDir::new().expect("a temporary folder");
    let runtime = folder.path().join("run/readout");
    assert!(matches!(start(&runtime, &[]), Start::First(_)));
    let mode = fs::metadata(&runtime).expect("it is there").permissions().mode();
    assert_eq!(mode & 0o777, 0o700);
}
