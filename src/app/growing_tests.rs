//! A file that is shown while it is read: what comes of what one did meanwhile.

use super::*;
use crate::load::{Job, read_static};
use crate::timeline::LaneChoice;

fn prepared(meetings: usize) -> Prepared {
    let meeting =
        |n: usize| format!(r#"{{"id": "m{n}", "title": "Talks {n}", "start": "{}"}}"#, 1990 + n);
    let meetings: Vec<String> = (0..meetings).map(meeting).collect();
    let text = format!(r#"{{"title": "Made up", "events": [{}]}}"#, meetings.join(","));
    let document = read_static(text.leak(), &Job::new()).expect("it opens");
    Prepared::new(document, LaneChoice::Kind, &Job::new()).expect("nobody has given it up")
}

fn file(name: &str) -> Origin {
    Origin::File(PathBuf::from(name))
}

/// The program with a file open, of which there are so many meetings.
fn with_open(ctx: &Context, meetings: usize) -> ReadoutApp {
    let mut app = ReadoutApp::empty(ctx, Settings::default().into());
    show_tab_of(&mut app, "before.json");
    app.tab.open(ctx, prepared(meetings), &mut app.generation);
    app
}

/// Shows a tab of this name, of which nothing is read yet.
fn show_tab_of(app: &mut ReadoutApp, name: &str) {
    let id = app.tab_of(file(name));
    app.show_only(id);
    app.tab.waits = false;
}

fn grow(ctx: &Context, app: &mut ReadoutApp, meetings: usize) {
    app.tab.show_growing(ctx, prepared(meetings), &mut app.generation);
}

fn meetings(app: &ReadoutApp) -> usize {
    app.session().map_or(0, |session| session.document.dataset().events.len())
}

fn selected(app: &ReadoutApp) -> Option<&str> {
    let session = app.session()?;
    session.document.dataset().event(session.selection()?).map(|event| event.id)
}

#[test]
fn who_looks_around_keeps_the_place_when_all_is_there() {
    let ctx = Context::default();
    let mut app = with_open(&ctx, 1);
    show_tab_of(&mut app, "large.json");
    grow(&ctx, &mut app, 3);
    app.select_by_id("m2");
    app.act(&ctx, None, Action::Query("Talks".to_owned()));
    let generation = app.session().map(|session| session.match_generation);
    app.tab.open(&ctx, prepared(9), &mut app.generation);
    assert_eq!(selected(&app), Some("m2"));
    let session = app.session().expect("it is open");
    assert_eq!(session.place().query, "Talks");
    assert!(!session.is_growing && Some(session.match_generation) != generation);
}

#[test]
fn where_one_was_is_where_one_comes_back_to_unless_one_went_elsewhere_meanwhile() {
    let ctx = Context::default();
    for goes_elsewhere in [false, true] {
        let mut app = with_open(&ctx, 9);
        app.select_by_id("m7");
        let place = app.tab.place();
        show_tab_of(&mut app, "large.json");
        app.tab.goes_to = place;
        grow(&ctx, &mut app, 3);
        assert_eq!(selected(&app), None, "it is not read yet");
        if goes_elsewhere {
            app.select_by_id("m1");
        }
        app.tab.open(&ctx, prepared(9), &mut app.generation);
        assert_eq!(selected(&app), Some(if goes_elsewhere { "m1" } else { "m7" }));
    }
}

#[test]
fn who_gives_up_has_again_what_was_shown_before() {
    let ctx = Context::default();
    let mut app = with_open(&ctx, 1);
    app.select_by_id("m0");
    show_tab_of(&mut app, "large.json");
    grow(&ctx, &mut app, 3);
    grow(&ctx, &mut app, 5);
    assert_eq!((meetings(&app), app.tab_count()), (5, 2));
    app.act(&ctx, None, Action::CancelLoading);
    assert_eq!((meetings(&app), app.tab_count()), (1, 1));
    assert_eq!(selected(&app), Some("m0"));
}

#[test]
fn a_large_file_that_is_read_again_stays_whole_meanwhile() {
    let ctx = Context::default();
    let mut app = with_open(&ctx, 7);
    grow(&ctx, &mut app, 2);
    assert_eq!(meetings(&app), 7);
    app.act(&ctx, None, Action::CancelLoading);
    assert_eq!(meetings(&app), 7, "and who gives that up keeps it");
}

#[test]
fn another_reading_keeps_selection_query_and_the_steps_back() {
    let ctx = Context::default();
    let mut app = with_open(&ctx, 7);
    app.select_by_id("m2");
    app.act(&ctx, None, Action::Query("Talks".to_owned()));
    app.select_by_id("m4");
    let opened = app.tab.open(&ctx, prepared(9), &mut app.generation);
    assert!(opened.is_again);
    assert_eq!(selected(&app), Some("m4"));
    app.act(&ctx, None, Action::Run(Command::Back));
    assert_eq!(selected(&app), Some("m2"));
    app.act(&ctx, None, Action::Run(Command::Back));
    app.act(&ctx, None, Action::Run(Command::Back));
    let session = app.session().expect("it is open");
    assert_eq!((session.selection(), session.place().query.as_str()), (None, ""));
    assert_eq!(session.aim(), session.limits, "who saw all of it sees what is new");
}

#[test]
fn nothing_is_taken_away_of_what_is_not_complete() {
    let ctx = Context::default();
    let mut app = with_open(&ctx, 1);
    show_tab_of(&mut app, "large.json");
    grow(&ctx, &mut app, 3);
    app.select_by_id("m1");
    app.act(&ctx, None, Action::Run(Command::CopyMeeting));
    assert!(app.toast_text().contains("still being read"), "{}", app.toast_text());
}

#[test]
fn of_two_readings_in_a_tab_the_earlier_comes_to_nothing_even_where_it_has_ended() {
    let ctx = Context::default();
    let mut app = with_open(&ctx, 1);
    let written = |meetings: usize| {
        let file = tempfile::NamedTempFile::new().expect("a file to write");
        let meeting = |n: usize| format!(r#"{{"title": "Talks {n}", "start": "{}"}}"#, 1990 + n);
        let meetings: Vec<String> = (0..meetings).map(meeting).collect();
        let text = format!(r#"{{"events": [{}]}}"#, meetings.join(","));
        std::fs::write(file.path(), text).expect("it is written");
        file
    };
    let files = [written(3), written(5)];
    let [earlier, later] = files
        .each_ref()
        .map(|file| Loading::start(Origin::File(file.path().to_owned()), LaneChoice::Kind));
    let job = earlier.job.clone();
    while job.fraction() < 1.0 {
        std::thread::yield_now();
    }
    assert!(!job.is_cancelled());
    app.tab.wait_for(&ctx, earlier);
    app.tab.wait_for(&ctx, later);
    assert!(job.is_cancelled(), "nobody waits for it any more");
    while app.tab.loading.is_some() {
        app.tab.poll(&ctx, Duration::from_millis(1), &mut app.generation);
        assert!([1, 5].contains(&meetings(&app)));
    }
    assert_eq!(meetings(&app), 5);
}
