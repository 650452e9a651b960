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
    Prepared::new(document, LaneChoice::Kind)
}

fn file(name: &str) -> Origin {
    Origin::File(PathBuf::from(name))
}

/// The program with a file open, of which there are so many meetings.
fn with_open(ctx: &Context, meetings: usize) -> ReadoutApp {
    let mut app = ReadoutApp::empty(ctx, Settings::default().into());
    app.open(ctx, prepared(meetings), file("before.json"));
    app
}

fn titles(app: &ReadoutApp) -> usize {
    app.session().map_or(0, |session| session.document.dataset().events.len())
}

#[test]
fn who_looks_around_keeps_the_place_when_all_is_there() {
    let ctx = Context::default();
    let mut app = with_open(&ctx, 1);
    app.show_growing(&ctx, prepared(3), file("large.json"));
    app.select_by_id("m2");
    app.act(&ctx, None, Action::Query("Talks".to_owned()));
    let generation = app.session().map(|session| session.match_generation);
    app.open(&ctx, prepared(9), file("large.json"));
    let session = app.session().expect("it is open");
    let selected = session.selection().and_then(|ix| session.document.dataset().event(ix));
    assert_eq!(selected.map(|event| event.id), Some("m2"));
    assert_eq!(session.place().query, "Talks");
    assert!(!session.is_growing && Some(session.match_generation) != generation);
    // What was before is not waited for any more.
    assert!(app.before_growing.is_none());
}

#[test]
fn who_gives_up_has_again_what_was_open_before() {
    let ctx = Context::default();
    let mut app = with_open(&ctx, 1);
    app.select_by_id("m0");
    app.show_growing(&ctx, prepared(3), file("large.json"));
    app.show_growing(&ctx, prepared(5), file("large.json"));
    assert_eq!(titles(&app), 5);
    app.act(&ctx, None, Action::CancelLoading);
    assert_eq!(titles(&app), 1);
    assert!(app.session().is_some_and(|session| session.selection().is_some()));
}

#[test]
fn another_large_file_begins_anew_and_giving_up_goes_back_all_the_way() {
    let ctx = Context::default();
    let mut app = with_open(&ctx, 1);
    app.show_growing(&ctx, prepared(3), file("one.json"));
    app.act(&ctx, None, Action::Query("Talks".to_owned()));
    app.view_name = Some("mine".to_owned());
    app.show_growing(&ctx, prepared(4), file("other.json"));
    assert_eq!(app.session().map(|session| session.place().query.as_str()), Some(""));
    assert!(app.view_name.is_none());
    app.act(&ctx, None, Action::CancelLoading);
    assert_eq!(titles(&app), 1);
}

#[test]
fn a_file_that_is_open_is_not_replaced_by_its_beginning() {
    let ctx = Context::default();
    let mut app = with_open(&ctx, 7);
    app.show_growing(&ctx, prepared(2), file("before.json"));
    assert_eq!(titles(&app), 7);
}

#[test]
fn nothing_is_taken_away_of_what_is_not_complete() {
    let ctx = Context::default();
    let mut app = with_open(&ctx, 1);
    app.show_growing(&ctx, prepared(3), file("large.json"));
    app.select_by_id("m1");
    app.act(&ctx, None, Action::Run(Command::CopyMeeting));
    assert!(app.toast_text().contains("still being read"), "{}", app.toast_text());
}
