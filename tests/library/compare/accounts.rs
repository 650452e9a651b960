//! What stands in whose account.

use readout::analysis::accounts::{Accounts, Count, Origin};
use readout::model::SideIx;

use super::*;

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
