//! Laws on made-up datasets.

use proptest::prelude::*;
use readout::analysis::matrix::{MatrixColumns, MatrixMeaning, MatrixOrder};
use readout::analysis::wordings::{Piece, aligned};

use super::*;

/// Of a mention: which issue, who raised it, which source.
type Numbers = (u32, u32, u32);

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
        let event = |(number, (year, mentions)): (usize, &(i32, Vec<Numbers>))| {
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
