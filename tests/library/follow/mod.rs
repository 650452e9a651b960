//! Threads, people, chains and cadence: facts of the bundled dataset that were counted
//! by another program, and laws for any dataset.

mod laws;

use readout::analysis::cadence::{Cadence, Unit};
use readout::analysis::chain::{Chain, Link, MOST_LINKS};
use readout::analysis::people::{PersonView, Relation};
use readout::analysis::thread::Thread;
use readout::load::{Document, Job, read_bytes, read_static};
use readout::model::{EventIx, EventSet, IssueIx, PersonIx, SideIx, Stance};

const BUNDLED: &str = include_str!("../../../assets/us-china-meetings.readout.json");

fn bundled() -> Document {
    read_static(BUNDLED, &Job::new()).expect("it opens")
}

fn document(text: String) -> Document {
    read_bytes(text.into_bytes(), &Job::new()).expect("it opens")
}

fn all(document: &Document) -> EventSet {
    EventSet::all(document.dataset().events.len())
}

fn id(document: &Document, ix: EventIx) -> &str {
    document.dataset().event(ix).expect("it is there").id
}

fn ids(document: &Document, events: &[EventIx]) -> Vec<String> {
    events.iter().map(|ix| id(document, *ix).to_owned()).collect()
}

fn issue(document: &Document, id: &str) -> IssueIx {
    let pos = document.dataset().issues.iter().position(|issue| issue.id == id);
    IssueIx::from_pos(pos.expect("such an issue"))
}

fn person(document: &Document, id: &str) -> PersonIx {
    let pos = document.dataset().people.iter().position(|person| person.id == id);
    PersonIx::from_pos(pos.expect("such a person"))
}

fn kind(document: &Document, id: &str) -> readout::model::KindIx {
    let pos = document.dataset().kinds.iter().position(|kind| kind.id == id);
    readout::model::KindIx::from_pos(pos.expect("such a kind"))
}

fn thread_of(document: &Document, issue: IssueIx) -> Thread {
    Thread::new(document, issue, &all(document), &|| false).expect("nobody cancels")
}

#[test]
fn taiwan_runs_from_1971_to_2026() {
    let document = bundled();
    let thread = thread_of(&document, issue(&document, "taiwan"));
    assert_eq!((thread.entries.len(), thread.total, thread.quotes), (115, 115, 66));
    assert_eq!(thread.first().map(|ix| id(&document, ix)), Some("1971-07-beijing"));
    assert_eq!(thread.last().map(|ix| id(&document, ix)), Some("2026-05-beijing"));
    assert_eq!((thread.speakers, thread.has_others), (vec![SideIx(0), SideIx(1)], false));
    let raised = |by: &[SideIx]| thread.entries.iter().filter(|it| *it.raised_by == *by).count();
    let (us, cn) = (SideIx(0), SideIx(1));
    // Of 25, one is the meeting where only a quote is on it.
    let counts = [raised(&[cn]), raised(&[us, cn]), raised(&[us]), raised(&[])];
    assert_eq!(counts, [49, 33, 8, 25]);
}

#[test]
fn a_meeting_of_which_only_a_quote_is_on_the_issue_belongs_to_its_thread() {
    let document = bundled();
    let thread = thread_of(&document, issue(&document, "taiwan"));
    let unlisted: Vec<_> = thread.entries.iter().filter(|entry| !entry.is_listed).collect();
    let [entry] = unlisted[..] else { panic!("{unlisted:?}") };
    assert_eq!(id(&document, entry.event), "1985-07-washington");
    assert!(entry.raised_by.is_empty() && entry.quotes.len() == 1);
    let reading = thread.read(&document, entry).expect("it is there");
    assert_eq!((reading.mentions.len(), reading.quotes.len()), (0, 1));
}

#[test]
fn the_longest_silence_on_taiwan_is_that_after_1987() {
    let document = bundled();
    let thread = thread_of(&document, issue(&document, "taiwan"));
    assert_eq!(thread.silences.len(), 13);
    let longest = thread.longest_silence().expect("there are some");
    assert_eq!(id(&document, longest.after), "1987-03-beijing");
    assert_eq!(id(&document, longest.before), "1993-11-seattle");
    assert_eq!((longest.length.least, longest.length.words.as_str()), (2454, "6 years 8 months"));
    assert_eq!(thread.silence_before(longest.pos), Some(longest));
    assert_eq!(thread.entries[longest.pos].event, longest.before);
    assert_eq!(thread.silence_before(0), None);
}

#[test]
fn anchorage_says_who_raised_taiwan() {
    let document = bundled();
    let dataset = document.dataset();
    let thread = thread_of(&document, issue(&document, "taiwan"));
    let anchorage = dataset.event_with_id("2021-03-anchorage").expect("it is there");
    let pos = thread.position(dataset, anchorage).expect("it is on it");
    let entry = &thread.entries[pos];
    assert_eq!((&*entry.raised_by, entry.stance), (&[SideIx(0)][..], Stance::Dispute));
}

#[test]
fn next_and_previous_start_from_any_meeting() {
    let document = bundled();
    let dataset = document.dataset();
    let thread = thread_of(&document, issue(&document, "taiwan"));
    for (rank, ix) in dataset.by_time().iter().enumerate() {
        let on = |ix: &&EventIx| thread.position(dataset, **ix).is_some();
        let next = dataset.by_time()[rank + 1..].iter().find(on).copied();
        let previous = dataset.by_time()[..rank].iter().rev().find(on).copied();
        assert_eq!(thread.next_after(dataset, *ix), next);
        assert_eq!(thread.previous_before(dataset, *ix), previous);
    }
}

#[test]
fn a_thread_follows_the_filter_and_says_how_many_it_hides() {
    let document = bundled();
    let mut matches = EventSet::none(document.dataset().events.len());
    for id in ["1972-02-beijing", "2021-03-anchorage", "2021-04-shanghai"] {
        matches.insert(document.dataset().event_with_id(id).expect("it is there"));
    }
    let taiwan = issue(&document, "taiwan");
    let thread = Thread::new(&document, taiwan, &matches, &|| false).expect("nobody cancels");
    let events: Vec<_> = thread.entries.iter().map(|entry| entry.event).collect();
    assert_eq!(ids(&document, &events), ["1972-02-beijing", "2021-03-anchorage"]);
    assert_eq!((thread.total, thread.silences.len()), (115, 1));
    assert_eq!(thread.silences[0].others, 0);
}

#[test]
fn blinken_met_wang_yi_twelve_times_and_last_in_new_york() {
    let document = bundled();
    let people = ["antony-blinken", "wang-yi"].map(|id| person(&document, id));
    let view = PersonView::new(&document, &people, &all(&document), &|| false).expect("a view");
    assert_eq!((view.meetings.len(), view.total), (12, 12));
    assert_eq!(view.first().map(|ix| id(&document, ix)), Some("2021-03-anchorage"));
    assert_eq!(view.last().map(|ix| id(&document, ix)), Some("2024-09-new-york"));
    assert!(view.perhaps_last.is_empty());
    let speakers = |quote: &readout::analysis::people::Said| people.contains(&quote.speaker);
    assert!(!view.quotes.is_empty() && view.quotes.iter().all(speakers));
}

#[test]
fn blinken_alone() {
    let document = bundled();
    let blinken = person(&document, "antony-blinken");
    let view = PersonView::new(&document, &[blinken, blinken], &all(&document), &|| false);
    let view = view.expect("a view");
    assert_eq!((view.people.len(), view.meetings.len(), view.quotes.len()), (1, 14, 19));
    assert_eq!(view.first().map(|ix| id(&document, ix)), Some("2021-02-call-blinken-yang"));
    assert_eq!((view.quoted_elsewhere, view.met.len()), (0, 8));
    let met: Vec<_> = view.met.iter().take(2).map(|met| (met.person, met.meetings)).collect();
    assert_eq!(met, [(person(&document, "wang-yi"), 12), (person(&document, "yang-jiechi"), 3)]);
    let sullivan = person(&document, "jake-sullivan");
    let sullivan = view.met.iter().find(|met| met.person == sullivan).expect("they met");
    assert_eq!((sullivan.relation, sullivan.meetings), (Relation::SameSide, 2));
    let [role] = &view.roles[..] else { panic!("{:?}", view.roles) };
    assert_eq!((role.role.as_str(), role.meetings), ("Secretary of State", 14));
    assert_eq!((Some(role.first), Some(role.last)), (view.first(), view.last()));
}

#[test]
fn a_person_that_is_quoted_without_taking_part_did_not_meet_anybody() {
    let document = document(
        r#"{"people": {"p": {"name": "Person 1"}, "q": {"name": "Person 2"}}, "events": [
            {"id": "a", "title": "A", "start": "2001", "participants": [{"person": "q"}],
             "quotes": [{"speaker": "p", "text": "x"}]},
            {"id": "b", "title": "B", "start": "2000-05-01", "participants":
             [{"person": "p", "role": "R"}, {"person": "p", "role": "S"}, {"person": "q"}]}]}"#
            .to_owned(),
    );
    let people = [person(&document, "p"), person(&document, "q")];
    let one = PersonView::new(&document, &people[..1], &all(&document), &|| false);
    let one = one.expect("a view");
    assert_eq!((one.meetings.len(), one.quoted_elsewhere, one.quotes.len()), (1, 1, 1));
    assert_eq!((one.met[0].meetings, one.met[0].relation), (1, Relation::Unknown));
    assert_eq!(one.roles.len(), 2);
    let both = PersonView::new(&document, &people, &all(&document), &|| false).expect("a view");
    assert_eq!((both.meetings.len(), both.quotes.len(), both.met.len()), (1, 0, 0));
}

#[test]
fn which_meeting_was_last_is_left_open_where_dates_are_vague() {
    let event = |id: &str, start: &str| {
        format!(
            r#"{{"id": "{id}", "title": "{id}", "start": "{start}",
                "participants": [{{"person": "p"}}]}}"#
        )
    };
    let events = [event("a", "2001"), event("b", "2001-05-01"), event("c", "2000")];
    let document = document(format!(r#"{{"events": [{}]}}"#, events.join(",")));
    let people = [person(&document, "p")];
    let view = PersonView::new(&document, &people, &all(&document), &|| false).expect("a view");
    assert_eq!(view.last().map(|ix| id(&document, ix)), Some("b"));
    assert_eq!(ids(&document, &view.perhaps_last), ["a"]);
}

#[test]
fn nobody_and_strangers_have_no_view() {
    let document = bundled();
    let view = |people: &[PersonIx]| {
        PersonView::new(&document, people, &all(&document), &|| false).is_none()
    };
    assert!(view(&[]) && view(&[PersonIx(u32::MAX)]));
    assert!(Thread::new(&document, IssueIx(9_999), &all(&document), &|| false).is_none());
}

#[test]
fn what_is_cancelled_comes_to_nothing() {
    let document = bundled();
    let matches = all(&document);
    assert!(Thread::new(&document, IssueIx(0), &matches, &|| true).is_none());
    assert!(PersonView::new(&document, &[PersonIx(0)], &matches, &|| true).is_none());
    assert!(Cadence::new(&document, &matches, &|| true).is_none());
}

#[test]
fn what_anchorage_takes_up_and_what_takes_it_up() {
    let document = bundled();
    let dataset = document.dataset();
    let anchorage = dataset.event_with_id("2021-03-anchorage").expect("it is there");
    let chain = Chain::of(dataset, anchorage);
    let (back, forward): (Vec<&Link>, Vec<&Link>) =
        chain.links.iter().partition(|link| link.steps < 0);
    assert_eq!((back.len(), forward.len(), chain.is_cut), (41, 13, false));
    assert_eq!(back.iter().map(|link| link.steps).min(), Some(-14));
    assert_eq!(forward.iter().map(|link| link.steps).max(), Some(3));
    assert_eq!(chain.meetings().len(), 35 + 10);
    let direct: Vec<_> = back.iter().filter(|link| link.steps == -1).map(|it| it.from).collect();
    let mut direct = ids(&document, &direct);
    direct.sort();
    assert_eq!(direct, ["2020-06-honolulu", "2021-02-call", "2021-02-call-blinken-yang"]);
    assert!(forward.iter().filter(|link| link.steps == 1).all(|link| link.from == anchorage));
}

#[test]
fn links_in_a_circle_come_to_an_end_and_long_ones_are_cut() {
    let event = |n: usize, follows: usize| {
        format!(r#"{{"id": "e{n}", "title": "E", "start": "2000", "follows": ["e{follows}"]}}"#)
    };
    let circle: Vec<String> = (0..3).map(|n| event(n, (n + 1) % 3)).collect();
    let circle = document(format!(r#"{{"events": [{}]}}"#, circle.join(",")));
    let chain = Chain::of(circle.dataset(), EventIx(0));
    assert_eq!((chain.links.len(), chain.is_cut), (6, false));
    assert_eq!(chain.meetings().len(), 2);
    let long: Vec<String> = (0..1_000).map(|n| event(n, n + 1)).collect();
    let long = document(format!(r#"{{"events": [{}]}}"#, long.join(",")));
    let chain = Chain::of(long.dataset(), EventIx(500));
    assert_eq!((chain.links.len(), chain.is_cut), (2 * MOST_LINKS, true));
}

#[test]
fn summits_were_farthest_apart_after_1972() {
    let document = bundled();
    let cadence = Cadence::new(&document, &all(&document), &|| false).expect("nobody cancels");
    assert_eq!((cadence.meetings, cadence.total), (254, 254));
    let ends = |of: Option<&str>| {
        let kind = of.map(|of| kind(&document, of));
        let gaps = cadence.gaps.iter().find(|gaps| gaps.kind == kind).expect("this kind");
        let first = gaps.gaps.iter().take(2);
        let first: Vec<(i32, String, String)> = first
            .map(|gap| {
                let name = |ix: EventIx| id(&document, ix).to_owned();
                (gap.length.least, name(gap.after), name(gap.before))
            })
            .collect();
        (gaps.meetings, first)
    };
    let gap = |days, after: &str, before: &str| (days, after.to_owned(), before.to_owned());
    let summits = [
        gap(1372, "1972-02-beijing", "1975-12-beijing"),
        gap(1313, "1985-07-washington", "1989-02-beijing"),
    ];
    assert_eq!(ends(Some("summit")), (70, summits.to_vec()));
    let calls =
        [gap(6481, "1999-05-telephone", "2017-02-call"), gap(1092, "2017-02-call", "2020-02-call")];
    assert_eq!(ends(Some("leader-call")), (15, calls.to_vec()));
    let any = [
        gap(726, "1987-03-beijing", "1989-02-beijing"),
        gap(658, "1992-01-new-york", "1993-11-seattle"),
    ];
    assert_eq!(ends(None), (254, any.to_vec()));
}

#[test]
fn meetings_by_year_and_quarter() {
    let document = bundled();
    let cadence = Cadence::new(&document, &all(&document), &|| false).expect("nobody cancels");
    let years = cadence.bins(Unit::Year);
    let total = |year: i32| years.get(year).map_or(0, |bin| bin.total);
    assert_eq!([1972, 1989, 2009, 2013, 2021, 2023].map(total), [1, 3, 6, 5, 17, 16]);
    assert_eq!((total(1988), years.wider), (0, 0));
    let kinds_of_2009: Vec<_> = years.get(2009).expect("six meetings").counts.iter().collect();
    let name = |pos: u32| {
        let kind = cadence.kinds[pos as usize];
        document.dataset().kinds[kind.pos()].id.as_str()
    };
    let counts: Vec<_> = kinds_of_2009.iter().map(|(pos, count)| (name(*pos), *count)).collect();
    assert_eq!(counts, [("summit", 4), ("ministerial", 1), ("dialogue", 1)]);
    let quarters = cadence.bins(Unit::Quarter);
    assert_eq!(quarters.get(2023 * 4 + 3).map(|bin| bin.total), Some(6));
    assert_eq!(quarters.get(2021 * 4).map(|bin| bin.total), Some(3));
}

#[test]
fn a_date_that_does_not_tell_the_unit_is_counted_apart() {
    let dates = ["2001", "2001-03", "2001-12/2002-01", "2001-12-30/2002-01-04", "2001-24", "200X"];
    let events = dates.map(|date| format!(r#"{{"title": "T", "start": "{date}"}}"#));
    let document = document(format!(r#"{{"events": [{}]}}"#, events.join(",")));
    let cadence = Cadence::new(&document, &all(&document), &|| false).expect("nobody cancels");
    let years = cadence.bins(Unit::Year);
    let found: Vec<_> = years.bins.iter().map(|bin| (bin.index, bin.total)).collect();
    // The one on known days counts where its middle lies.
    assert_eq!((found, years.wider), (vec![(2001, 3), (2002, 1)], 2));
    let quarters = cadence.bins(Unit::Quarter);
    let found: Vec<_> = quarters.bins.iter().map(|bin| (bin.index, bin.total)).collect();
    assert_eq!((found, quarters.wider), (vec![(2001 * 4, 1), (2002 * 4, 1)], 4));
}

#[test]
fn quarters_and_years_tile_the_calendar() {
    for unit in [Unit::Year, Unit::Quarter] {
        for index in [-9_999, -1, 0, 1, 7_999, 9_999] {
            let span = unit.span_of(index).expect("within the calendar");
            assert_eq!(unit.index_of(span.start), index);
            assert_eq!(unit.index_of(span.end - 1), index);
            assert!(unit.start_of(index + 1).is_none_or(|next| next == span.end));
        }
    }
    assert_eq!(Unit::Quarter.words(2021 * 4), "January–March 2021");
    assert_eq!(Unit::Quarter.words(-1), "October–December 2 BCE");
}
