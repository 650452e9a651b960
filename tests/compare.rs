//! Who raised what, both accounts, meetings side by side: hand-counted on the bundled
//! dataset, and laws on made-up ones.

use proptest::prelude::*;
use readout::analysis::accounts::{Accounts, Count, Origin};
use readout::analysis::comparison::{Change, ComparedCell, Comparison, MOST, Tally};
use readout::analysis::matrix::{
    ColumnKey, Matrix, MatrixChoice, MatrixColumns, MatrixMeaning, MatrixOrder, MatrixRow,
};
use readout::analysis::wordings::{Piece, aligned};
use readout::load::{Document, Job, read_static};
use readout::model::{EventIx, EventSet, IssueIx, SideIx, Stance};

const BUNDLED: &str = include_str!("../assets/us-china-meetings.readout.json");
const US: SideIx = SideIx(0);
const CHINA: SideIx = SideIx(1);

fn open(text: &'static str) -> Document {
    read_static(text, &Job::new()).expect("it opens")
}

fn made_up(text: String) -> Document {
    open(Box::leak(text.into_boxed_str()))
}

fn event(document: &Document, id: &str) -> EventIx {
    document.dataset().event_with_id(id).expect("there is such a meeting")
}

fn accounts_of(document: &Document, id: &str) -> Accounts {
    let read = document.event(event(document, id)).expect("it is of this document");
    Accounts::new(document.dataset(), &read)
}

fn matrix(document: &Document, choice: MatrixChoice) -> Matrix {
    let all = EventSet::all(document.dataset().events.len());
    Matrix::new(document.dataset(), &all, choice, &|| false).expect("nobody cancels")
}

fn issue(document: &Document, id: &str) -> IssueIx {
    let issues = &document.dataset().issues;
    IssueIx::from_pos(issues.iter().position(|issue| issue.id == id).expect("such an issue"))
}

fn row<'m>(document: &Document, matrix: &'m Matrix, id: &str) -> &'m MatrixRow {
    &matrix.rows[matrix.row_of(issue(document, id)).expect("it came up")]
}

fn first_rows(document: &Document, matrix: &Matrix, count: usize) -> Vec<String> {
    let ids = matrix.rows.iter().map(|row| &document.dataset().issues[row.issue.pos()].id);
    ids.take(count).cloned().collect()
}

// Both accounts.

#[test]
fn anchorage_stands_in_two_accounts_and_with_third_parties() {
    let document = open(BUNDLED);
    let accounts = accounts_of(&document, "2021-03-anchorage");
    let sources: Vec<usize> = accounts.accounts.iter().map(|one| one.sources.len()).collect();
    assert_eq!((sources, accounts.third_parties.len()), (vec![3, 8], 16));
    assert!(accounts.missing.is_empty() && accounts.is_comparable());
    let count = |issues, quotes, outcomes| Count { issues, quotes, outcomes };
    assert_eq!(accounts.count(Origin::Side(US)), count(12, 9, 0));
    assert_eq!(accounts.count(Origin::Side(CHINA)), count(5, 10, 0));
    assert_eq!(accounts.count(Origin::ThirdParties), count(17, 34, 0));
    // Two quotes have an original of which the file does not say where it stands.
    assert_eq!(accounts.count(Origin::NoSource), count(0, 2, 4));
    assert_eq!(accounts.count_only(US), count(11, 9, 0));
    assert_eq!(accounts.count_only(CHINA), count(4, 10, 0));
}

#[test]
fn an_issue_stands_in_an_account_by_its_mention_or_by_a_quote() {
    let document = open(BUNDLED);
    let accounts = accounts_of(&document, "2021-03-anchorage");
    let of = |id: &str| {
        let issue = issue(&document, id);
        let found = accounts.issues.iter().find(|one| one.topic.issue == issue);
        &found.expect("it came up").standing
    };
    // Hong Kong by the sources of its mention, in both.
    assert_eq!(of("hong-kong").sides().collect::<Vec<_>>(), [US, CHINA]);
    assert_eq!(of("hong-kong").only, None);
    // Taiwan's mention has a report for its source; US sources have quotes on it.
    assert_eq!(of("taiwan").only, Some(US));
    // Technology by its mention alone.
    assert_eq!(of("technology").only, Some(US));
    assert!(of("technology").of(Origin::ThirdParties).is_none());
    assert_eq!(of("values").only, Some(CHINA));
    assert!(of("pandemic").is_in_no_side());
}

#[test]
fn each_account_shows_the_wording_of_its_own_source() {
    let document = open(BUNDLED);
    let read = document.event(event(&document, "2021-03-anchorage")).expect("it is there");
    let accounts = Accounts::new(document.dataset(), &read);
    let pos = read.quotes.iter().position(|q| q.wording.text.contains("staunch opposition"));
    let quote = &accounts.quotes[pos.expect("such a quote")];
    let wordings = |origin| &quote.standing.of(origin).expect("it stands there").wordings;
    // The main wording is AFP's, the original Xinhua's, the variant a report's.
    assert_eq!(wordings(Origin::Side(CHINA)), &[1]);
    assert_eq!(wordings(Origin::ThirdParties), &[0, 2]);
    assert_eq!(quote.standing.only, Some(CHINA));
}

const TWO_SIDES: &str = r#""sides": {"a": {"name": "Aland"}, "b": {"name": "Bland"}},
    "people": {"p": {"name": "Person 7", "side": "a"}, "q": {"name": "Person 8", "side": "b"}},
    "sources": {"sa": {"side": "a"}, "sb": {"side": "b"}, "t": {}}"#;

#[test]
fn where_an_account_is_missing_nothing_is_said_to_stand_in_one_alone() {
    let document = made_up(format!(
        r#"{{{TWO_SIDES}, "events": [{{"id": "x", "title": "T", "start": "2021", "sources": ["sa"],
            "issues": [{{"issue": "i", "sources": ["sa"]}}, {{"issue": "j"}}]}}]}}"#
    ));
    let accounts = accounts_of(&document, "x");
    assert_eq!(accounts.missing, [CHINA]);
    assert!(!accounts.is_comparable());
    assert!(accounts.issues.iter().all(|one| one.standing.only.is_none()));
    assert_eq!(accounts.count(Origin::NoSource).issues, 1);
}

#[test]
fn of_five_sides_only_those_concerned_need_an_account() {
    let document = made_up(
        r#"{"sides": {"a": {}, "b": {}, "c": {}, "d": {}, "e": {}},
            "sources": {"sa": {"side": "a"}, "sb": {"side": "b"}},
            "events": [{"id": "x", "title": "T", "start": "2021", "issues": [
                {"issue": "i", "sources": ["sa"]}, {"issue": "j", "sources": ["sa", "sb"]}]},
              {"id": "y", "title": "T", "start": "2021", "issues": [
                {"issue": "i", "raised_by": ["c"], "sources": ["sa"]},
                {"issue": "j", "sources": ["sb"]}]}]}"#
            .to_owned(),
    );
    assert_eq!(accounts_of(&document, "x").issues[0].standing.only, Some(SideIx(0)));
    let other = accounts_of(&document, "y");
    assert_eq!((other.missing, other.issues[0].standing.only), (vec![SideIx(2)], None));
}

// Who raised what.

#[test]
fn taiwan_came_up_the_most_and_each_meeting_counts_once() {
    let document = open(BUNDLED);
    let matrix = matrix(&document, MatrixChoice::default());
    assert_eq!((matrix.rows.len(), matrix.columns.len(), matrix.meetings), (56, 254, 254));
    assert_eq!(matrix.sides, [Some(US), Some(CHINA)]);
    assert_eq!(
        first_rows(&document, &matrix, 4),
        ["taiwan", "trade", "north-korea", "human-rights"]
    );
    let taiwan = row(&document, &matrix, "taiwan");
    assert_eq!((taiwan.meetings, &*taiwan.by, &*taiwan.only), (114, &[41, 82][..], &[8, 49][..]));
    assert_eq!((taiwan.several, taiwan.unknown, taiwan.uncompared), (33, 24, 0));
}

#[test]
fn a_meetings_cells_tell_who_raised_it() {
    let document = open(BUNDLED);
    let matrix = matrix(&document, MatrixChoice::default());
    let anchorage = event(&document, "2021-03-anchorage");
    let key = ColumnKey::Meeting(anchorage);
    let column = matrix.columns.iter().position(|one| one.key == key).expect("its column");
    let cell = |id: &str| {
        let row = matrix.row_of(issue(&document, id)).expect("it came up");
        matrix.cell(document.dataset(), row, column)
    };
    let taiwan = cell("taiwan").expect("it came up there");
    assert_eq!((&*taiwan.by, taiwan.unknown, taiwan.disputes), (&[1, 0][..], 0, 1));
    assert_eq!(&*cell("climate").expect("it came up there").by, [1, 1]);
    let unknown = cell("nonproliferation").expect("it came up there");
    assert_eq!((&*unknown.by, unknown.unknown), (&[0, 0][..], 1));
    assert_eq!(unknown.stance(), Some(Stance::Shared));
    assert_eq!(cell("fentanyl"), None);
    let there = matrix.column_cells(document.dataset(), column, 0..matrix.rows.len());
    assert_eq!(there.len(), 18);
}

#[test]
fn a_years_cells_count_its_meetings() {
    let document = open(BUNDLED);
    let choice = MatrixChoice { columns: MatrixColumns::Years, ..MatrixChoice::default() };
    let matrix = matrix(&document, choice);
    assert_eq!(matrix.columns.len(), 53);
    let cell = |id: &str, year: i32| {
        let row = matrix.row_of(issue(&document, id)).expect("it came up");
        let key = ColumnKey::Year(year);
        let column = matrix.columns.iter().position(|one| one.key == key).expect("that year");
        let cell = matrix.cell(document.dataset(), row, column).expect("it came up then");
        let behind = matrix.meetings_behind(document.dataset(), row, column);
        assert_eq!(behind.len(), cell.meetings as usize);
        (cell.meetings, cell.by.to_vec(), cell.unknown, cell.disputes)
    };
    assert_eq!(cell("taiwan", 2021), (8, vec![8, 5], 0, 8));
    assert_eq!(cell("trade", 2018), (7, vec![2, 1], 4, 4));
    assert_eq!(cell("taiwan", 1996), (2, vec![0, 0], 2, 0));
}

#[test]
fn what_one_side_alone_raised_is_listed_first() {
    let document = open(BUNDLED);
    let order = MatrixOrder::OneSided;
    let raised = matrix(&document, MatrixChoice { order, ..MatrixChoice::default() });
    assert_eq!(
        first_rows(&document, &raised, 8),
        [
            "cyber",
            "market-access",
            "iran",
            "intellectual-property",
            "fentanyl",
            "arms-control",
            "afghanistan",
            "detained-citizens"
        ]
    );
    let cyber = row(&document, &raised, "cyber");
    assert_eq!((&*cyber.only, cyber.several, cyber.unknown), (&[13, 0][..], 0, 7));
}

#[test]
fn what_one_account_alone_mentions_is_told_where_both_are_there() {
    let document = open(BUNDLED);
    let (meaning, order) = (MatrixMeaning::Accounts, MatrixOrder::OneSided);
    let matrix = matrix(&document, MatrixChoice { meaning, order, ..MatrixChoice::default() });
    assert_eq!(
        first_rows(&document, &matrix, 6),
        [
            "market-access",
            "rules-based-order",
            "wto-accession",
            "artificial-intelligence",
            "sanctions",
            "sudan"
        ]
    );
    // At 2 more meetings there is an account of one of the sides alone.
    let order = row(&document, &matrix, "rules-based-order");
    assert_eq!((&*order.by, &*order.only), (&[5, 1][..], &[4, 0][..]));
    assert_eq!((order.several, order.uncompared, order.unknown), (0, 2, 1));
    let korea = row(&document, &matrix, "north-korea");
    assert_eq!((&*korea.only, korea.several), (&[22, 4][..], 2));
}

#[test]
fn the_matrix_follows_the_filter() {
    let document = open(BUNDLED);
    let mut some = EventSet::none(document.dataset().events.len());
    some.insert(event(&document, "2021-03-anchorage"));
    let matrix = Matrix::new(document.dataset(), &some, MatrixChoice::default(), &|| false);
    let matrix = matrix.expect("nobody cancels");
    assert_eq!((matrix.rows.len(), matrix.columns.len()), (18, 1));
    let columns = MatrixColumns::Years;
    let choice = MatrixChoice { columns, ..MatrixChoice::default() };
    assert!(Matrix::new(document.dataset(), &some, choice, &|| true).is_none());
}

#[test]
fn periods_stand_by_side_and_a_day_of_handover_belongs_to_the_later() {
    let document = made_up(format!(
        r#"{{{TWO_SIDES}, "periods": [
            {{"title": "First", "start": "2001-01-20", "end": "2005-01-20", "side": "a"}},
            {{"title": "Second", "start": "2005-01-20", "end": "..", "side": "a"}},
            {{"title": "Other", "start": "2004", "end": "2004", "side": "b"}}],
          "events": [{{"id": "x", "title": "T", "start": "2005-01-20"}},
            {{"id": "y", "title": "T", "start": "2005-01"}},
            {{"id": "z", "title": "T", "start": "2004-02"}}]}}"#
    ));
    let columns = MatrixColumns::Periods;
    let matrix = matrix(&document, MatrixChoice { columns, ..MatrixChoice::default() });
    let named: Vec<(ColumnKey, usize)> = (0..matrix.columns.len())
        .map(|column| (matrix.columns[column].key, matrix.meetings_of(column).len()))
        .collect();
    assert_eq!(
        named,
        [
            (ColumnKey::Period(0), 1),
            (ColumnKey::Period(1), 1),
            // Some time in January 2005: before or after the handover.
            (ColumnKey::NoPeriod, 1),
            (ColumnKey::Period(2), 1),
            (ColumnKey::NoPeriod, 2)
        ]
    );
    let groups: Vec<_> =
        matrix.groups.iter().map(|g| (g.label.as_str(), g.columns.clone())).collect();
    assert_eq!(groups, [("Aland", 0..3), ("Bland", 3..5)]);
}

#[test]
fn of_many_sides_five_have_a_place_and_one_is_for_all_others() {
    let sides: Vec<String> = (0..9).map(|n| format!(r#""s{n}": {{}}"#)).collect();
    let events: Vec<String> = (0..9)
        .flat_map(|n| (0..=n).map(move |m| (n, m)))
        .map(|(n, m)| {
            format!(
                r#"{{"title": "T{n}-{m}", "start": "2021",
                    "issues": [{{"issue": "i", "raised_by": ["s{n}"]}}]}}"#
            )
        })
        .collect();
    let text = format!(r#"{{"sides": {{{}}}, "events": [{}]}}"#, sides.join(","), events.join(","));
    let document = made_up(text);
    let matrix = matrix(&document, MatrixChoice::default());
    let named: Vec<Option<u32>> = matrix.sides.iter().map(|side| side.map(|s| s.0)).collect();
    assert_eq!(named, [Some(4), Some(5), Some(6), Some(7), Some(8), None]);
    assert_eq!(&*matrix.rows[0].by, [5, 6, 7, 8, 9, 10]);
}

// Side by side.

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

/// A meeting that is made up: its year, and for each mention the issue, who raised it,
/// and the source, as numbers.
type Made = (i32, Vec<(u32, u32, u32)>);

#[test]
fn no_more_are_compared_than_can_be_read() {
    let document = open(BUNDLED);
    let all: Vec<EventIx> = (0..254).map(EventIx).chain([EventIx(99_999)]).collect();
    let comparison = Comparison::new(&document, &all);
    assert_eq!((comparison.meetings.len(), comparison.left_out), (MOST, 254 - MOST));
    assert!(Comparison::new(&document, &[]).meetings.is_empty());
}

// Laws.

prop_compose! {
    /// A dataset of made-up meetings with issues, raisers and sources.
    fn datasets()(events in prop::collection::vec(
        (1990_i32..1996, prop::collection::vec((0_u32..5, 0_u32..4, 0_u32..4), 0..4)), 0..30)
    ) -> String {
        let mention = |(issue, by, source): &(u32, u32, u32)| {
            let by = ["", r#""a""#, r#""b""#, r#""a", "b""#][*by as usize];
            let source = ["", r#""sa""#, r#""sb""#, r#""t""#][*source as usize];
            format!(r#"{{"issue": "i{issue}", "raised_by": [{by}], "sources": [{source}]}}"#)
        };
        let event = |(number, (year, mentions)): (usize, &Made)| {
            let date = if number % 5 == 0 { format!("{}X", year / 10) } else { year.to_string() };
            let mentions: Vec<String> = mentions.iter().map(mention).collect();
            format!(r#"{{"title": "T{number}", "start": "{date}", "issues": [{}]}}"#, mentions.join(","))
        };
        let events: Vec<String> = events.iter().enumerate().map(event).collect();
        format!(r#"{{{TWO_SIDES}, "events": [{}]}}"#, events.join(","))
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn every_meeting_of_an_issue_is_counted_once_in_each_sum(text in datasets()) {
        let document = made_up(text);
        for meaning in [MatrixMeaning::RaisedBy, MatrixMeaning::Accounts] {
            for columns in [MatrixColumns::Meetings, MatrixColumns::Years] {
                let order = MatrixOrder::OneSided;
                let matrix = matrix(&document, MatrixChoice { columns, meaning, order });
                for (pos, row) in matrix.rows.iter().enumerate() {
                    let only: u32 = row.only.iter().sum();
                    let sum = only + row.several + row.uncompared + row.unknown;
                    prop_assert_eq!(sum, row.meetings);
                    let cells = (0..matrix.columns.len())
                        .filter_map(|column| matrix.cell(document.dataset(), pos, column));
                    let (meetings, us): (u32, u32) = cells
                        .fold((0, 0), |(m, us), cell| (m + cell.meetings, us + cell.by[0]));
                    prop_assert_eq!((meetings, us), (row.meetings, row.by[0]));
                }
            }
        }
    }

    #[test]
    fn an_account_that_alone_has_an_issue_is_the_matrixs_only_one(text in datasets()) {
        let document = made_up(text);
        let meaning = MatrixMeaning::Accounts;
        let matrix = matrix(&document, MatrixChoice { meaning, ..MatrixChoice::default() });
        let mut only = std::collections::HashMap::<IssueIx, u32>::new();
        for pos in 0..document.dataset().events.len() {
            let read = document.event(EventIx::from_pos(pos)).expect("it is there");
            for one in Accounts::new(document.dataset(), &read).issues {
                *only.entry(one.topic.issue).or_default() += u32::from(one.standing.only.is_some());
            }
        }
        for row in &matrix.rows {
            prop_assert_eq!(row.only.iter().sum::<u32>(), only[&row.issue]);
        }
    }

    #[test]
    fn aligned_texts_are_whole(first in "[ab中国 ,.“]{0,40}", second in "[ab中国 ,.“]{0,40}") {
        let pieces = aligned(&first, &second).expect("they are short");
        let join = |left_out: fn(&Piece) -> bool| -> String {
            let kept = pieces.iter().filter(|piece| !left_out(piece));
            kept.map(|piece| piece.text(&first, &second)).collect()
        };
        let whole = join(|piece| matches!(piece, Piece::FirstOnly(_)));
        prop_assert_eq!(whole, second);
    }
}
