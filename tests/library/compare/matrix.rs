//! Issues by meetings, years and periods.

use readout::analysis::matrix::{ColumnKey, MatrixColumns, MatrixMeaning, MatrixOrder, MatrixRow};
use readout::model::Stance;

use super::*;

fn row<'m>(document: &Document, matrix: &'m Matrix, id: &str) -> &'m MatrixRow {
    &matrix.rows[matrix.row_of(issue(document, id)).expect("it came up")]
}

fn first_rows(document: &Document, matrix: &Matrix, count: usize) -> Vec<String> {
    let ids = matrix.rows.iter().map(|row| &document.dataset().issues[row.issue.pos()].id);
    ids.take(count).cloned().collect()
}

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
fn periods_of_many_sides_share_a_group_and_each_meeting_is_kept_once_in_each() {
    let periods = |sides: usize| {
        let one = |n| format!(r#"{{"title": "P{n}", "start": "2001", "side": "s{n}"}}"#);
        (0..sides).map(one).collect::<Vec<_>>().join(",")
    };
    let events: Vec<String> =
        (0..10).map(|n| format!(r#"{{"title": "T{n}", "start": "200{n}"}}"#)).collect();
    let document = made_up(format!(
        r#"{{"periods": [{}, {{"title": "Free", "start": "2002"}}], "events": [{}]}}"#,
        periods(500),
        events.join(",")
    ));
    let choice = MatrixChoice { columns: MatrixColumns::Periods, ..MatrixChoice::default() };
    let matrix = matrix(&document, choice);
    let labels: Vec<&str> = matrix.groups.iter().map(|group| group.label.as_str()).collect();
    assert_eq!(labels, ["s0", "s1", "s2", "s3", "s4", "Other periods"]);
    let periods = matrix.columns.iter().filter(|one| matches!(one.key, ColumnKey::Period(_)));
    assert_eq!(periods.count(), 501);
    let kept: usize =
        (0..matrix.columns.len()).map(|column| matrix.meetings_of(column).len()).sum();
    assert_eq!(kept, 6 * 10);
}

#[test]
fn the_meetings_behind_a_cell_are_found_among_those_with_many_issues_too() {
    let issues = |count: usize| {
        (0..count).map(|n| format!(r#"{{"issue": "i{n}"}}"#)).collect::<Vec<_>>().join(",")
    };
    let document = made_up(format!(
        r#"{{"events": [{{"title": "A", "start": "2001", "issues": [{}]}},
            {{"title": "B", "start": "2001", "issues": [{}]}}]}}"#,
        issues(300),
        issues(20)
    ));
    let choice = MatrixChoice { columns: MatrixColumns::Years, ..MatrixChoice::default() };
    let matrix = matrix(&document, choice);
    let behind = |id: &str| {
        let row = matrix.row_of(issue(&document, id)).expect("it came up");
        matrix.meetings_behind(document.dataset(), row, 0).len()
    };
    assert_eq!((behind("i0"), behind("i19"), behind("i20"), behind("i299")), (2, 2, 1, 1));
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
