//! What holds for any dataset.

use proptest::prelude::*;
use readout::analysis::cadence::{Cadence, MOST_GAPS, Unit};
use readout::analysis::thread::Thread;
use readout::load::Document;
use readout::model::{EventIx, EventSet, IssueIx};

use super::{all, document};

/// Plainly made up meetings: a day each, on some of four issues, with one of three kinds.
fn made_up(meetings: &[(u16, u8, u8)]) -> Document {
    let events: Vec<String> = meetings
        .iter()
        .map(|(day, issues, kind)| {
            let (month, day) = (day / 28 % 12 + 1, day % 28 + 1);
            let year = 2000 + u16::from(*kind) * 3;
            let issues: Vec<String> = (0..4)
                .filter(|bit| issues & (1 << bit) != 0)
                .map(|bit| format!(r#"{{"issue": "issue {bit}"}}"#))
                .collect();
            format!(
                r#"{{"title": "T", "start": "{year}-{month:02}-{day:02}", "kind": "kind {kind}",
                    "issues": [{}]}}"#,
                issues.join(",")
            )
        })
        .collect();
    document(format!(
        r#"{{"issues": {{"issue 0": {{"name": "Issue 0"}}}}, "events": [{}]}}"#,
        events.join(",")
    ))
}

proptest! {
    #[test]
    fn a_thread_holds_what_matches_and_has_the_issue(
        meetings in prop::collection::vec((0_u16..336, 0_u8..16, 0_u8..3), 1..40),
        hidden in prop::collection::vec(any::<bool>(), 40),
    ) {
        let document = made_up(&meetings);
        let dataset = document.dataset();
        let mut matches = EventSet::none(meetings.len());
        for pos in (0..meetings.len()).filter(|pos| !hidden[*pos]) {
            matches.insert(EventIx::from_pos(pos));
        }
        let thread = Thread::new(&document, IssueIx(0), &matches, &|| false).expect("a thread");
        let has = |ix: &EventIx| dataset.event(*ix).expect("a meeting").issues.iter().any(|it| it.issue == IssueIx(0));
        let expected: Vec<_> =
            dataset.by_time().iter().copied().filter(|ix| matches.contains(*ix) && has(ix)).collect();
        let found: Vec<_> = thread.entries.iter().map(|entry| entry.event).collect();
        prop_assert_eq!(&found, &expected);
        prop_assert_eq!(thread.total, dataset.by_time().iter().filter(|ix| has(ix)).count());
        for silence in &thread.silences {
            let span = |ix: EventIx| dataset.event(ix).expect("a meeting").when.span();
            let (from, to) = (span(silence.after).end, span(silence.before).start);
            prop_assert!(found.iter().all(|ix| !(span(*ix).start >= from && span(*ix).end <= to)));
            let others = dataset.by_time().iter().filter(|ix| {
                matches.contains(**ix)
                    && dataset.rank(**ix) > dataset.rank(silence.after)
                    && dataset.rank(**ix) < dataset.rank(silence.before)
            });
            prop_assert_eq!(silence.others, others.count());
        }
    }

    #[test]
    fn every_meeting_is_counted_once(
        meetings in prop::collection::vec((0_u16..336, 0_u8..16, 0_u8..3), 1..60),
    ) {
        let document = made_up(&meetings);
        let cadence = Cadence::new(&document, &all(&document), &|| false).expect("a cadence");
        for unit in [Unit::Year, Unit::Quarter] {
            let bins = cadence.bins(unit);
            let counted: u32 = bins.bins.iter().map(|bin| bin.total).sum();
            prop_assert_eq!(counted as usize + bins.wider, meetings.len());
            for bin in &bins.bins {
                prop_assert_eq!(bin.total, bin.counts.iter().map(|(_, count)| count).sum::<u32>());
            }
            prop_assert!(bins.bins.windows(2).all(|two| two[0].index < two[1].index));
        }
        for gaps in &cadence.gaps {
            prop_assert!(gaps.gaps.len() <= MOST_GAPS);
            let lengths: Vec<_> = gaps.gaps.iter().map(|gap| gap.length.least).collect();
            prop_assert!(lengths.windows(2).all(|two| two[0] >= two[1]));
        }
        let of_kinds: usize = cadence.gaps.iter().skip(1).map(|gaps| gaps.meetings).sum();
        prop_assert_eq!(of_kinds, meetings.len());
    }
}
