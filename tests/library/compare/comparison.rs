//! Meetings side by side.

use readout::analysis::comparison::{Change, ComparedCell, Comparison, MOST, Tally};

use super::*;

#[test]
fn meetings_stand_in_the_order_of_time_each_compared_with_the_one_before() {
    let document = made_up(format!(
        r#"{{{TWO_SIDES}, "events": [
          {{"id": "late", "title": "T", "start": "2022", "participants": [{{"person": "p"}}],
            "issues": [{{"issue": "i", "raised_by": ["a"], "stance": "dispute"}},
                       {{"issue": "j", "raised_by": ["b"]}}, {{"issue": "n"}}],
            "quotes": [{{"text": "Made up", "issues": ["i"]}}]}},
          {{"id": "early", "title": "T", "start": "2021",
            "participants": [{{"person": "p"}}, {{"person": "q"}}],
            "issues": [{{"issue": "i", "raised_by": ["a"]}}, {{"issue": "j"}}, {{"issue": "k"}}]}}
        ]}}"#
    ));
    let (late, early) = (event(&document, "late"), event(&document, "early"));
    let comparison = Comparison::new(&document, &[late, early, late]);
    let order: Vec<EventIx> = comparison.meetings.iter().map(|one| one.ix).collect();
    assert_eq!(order, [early, late]);
    assert_eq!(
        comparison.meetings[1].tally,
        Some(Tally { new: 1, dropped: 1, changed: 1, same: 1 })
    );
    let at_late = |id: &str| {
        let issue = issue(&document, id);
        let row = comparison.issues.iter().find(|row| row.issue == issue).expect("a row");
        row.cells[1].clone()
    };
    let change = |id: &str| match at_late(id) {
        ComparedCell::There(topic) => topic.change,
        other => panic!("{other:?}"),
    };
    assert_eq!(change("i"), Change::Changed { stance: true, raised_by: false });
    // That nobody knows who raised it before is no change.
    assert_eq!(change("j"), Change::Same);
    assert_eq!(change("n"), Change::New);
    assert_eq!(at_late("k"), ComparedCell::Dropped);
    let people: Vec<Vec<bool>> = comparison.delegations[0]
        .people
        .iter()
        .map(|people| people.iter().map(|person| person.also_before).collect())
        .collect();
    assert_eq!(people, [vec![false], vec![true]]);
    assert_eq!(comparison.issues[0].quote_count(), 1);
}

#[test]
fn anchorage_is_compared_with_the_meeting_before() {
    let document = open(BUNDLED);
    let pair = [event(&document, "2021-03-anchorage"), event(&document, "2020-06-honolulu")];
    let comparison = Comparison::new(&document, &pair);
    let tally = comparison.meetings[1].tally.expect("it is not the first");
    assert_eq!(tally.new + tally.changed + tally.same, 18);
    assert_eq!(comparison.meetings[0].event.id, "2020-06-honolulu");
    assert!(comparison.issues.iter().take_while(|row| row.is_shared()).count() > 0);
}

#[test]
fn no_more_are_compared_than_can_be_read() {
    let document = open(BUNDLED);
    let all: Vec<EventIx> = (0..254).map(EventIx).chain([EventIx(99_999)]).collect();
    let comparison = Comparison::new(&document, &all);
    assert_eq!((comparison.meetings.len(), comparison.left_out), (MOST, 254 - MOST));
    assert!(Comparison::new(&document, &[]).meetings.is_empty());
}
