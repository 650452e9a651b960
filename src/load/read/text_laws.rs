//! The texts of a meeting stand where they are said to stand.

use super::*;
use crate::model::TextKind;

/// The texts of a meeting, sorted: those that stand at the places that are known, or those
/// of the meeting in full.
type Texts = Vec<(String, String)>;

fn sorted(mut texts: Texts) -> Texts {
    texts.sort();
    texts
}

fn in_full(event: &Event) -> Texts {
    let mut texts = vec![(TextKind::Title, &event.title)];
    texts.extend(event.summary.iter().map(|text| (TextKind::Summary, text)));
    texts.extend(event.background.iter().map(|text| (TextKind::Background, text)));
    texts.extend(event.outcomes.iter().map(|outcome| (TextKind::Outcome, &outcome.text)));
    let wordings = || event.quotes.iter().flat_map(|quote| quote.wordings());
    texts.extend(wordings().map(|wording| (TextKind::Quote, &wording.text)));
    let notes = wordings().filter_map(|wording| wording.note.as_ref());
    let notes = notes.chain(event.issues.iter().filter_map(|mention| mention.note.as_ref()));
    let roles = event.participants.iter().filter_map(|participant| participant.role.as_ref());
    texts.extend(notes.chain(roles).map(|text| (TextKind::Note, text)));
    // There is nothing to be found in what is blank.
    texts.retain(|(_, text)| !text.trim().is_empty());
    sorted(texts.into_iter().map(|(kind, text)| (format!("{kind:?}"), text.clone())).collect())
}

/// Reads a text, and looks whether the places of its texts are right. Tells of how many
/// meetings they are known.
pub(super) fn assert_texts_are_there(text: &str) -> usize {
    let text = Text::from_bytes(text.into()).expect("a text");
    let Ok(content) = super::read(&text, &Job::new(), &mut |_| ()) else { return 0 };
    let (events, mut known) = (&content.dataset.events, 0);
    for number in 0..events.texts().len() {
        let (meetings, block) = events.texts().get(number).expect("a block");
        let file = &text[block.text()];
        let mut there = vec![Some(Texts::new()); meetings.len()];
        let (mut texts, mut unknown, mut before) = (Vec::new(), Vec::new(), 0);
        block.read(|text| texts.push(text), |meeting| unknown.push(meeting));
        for text in texts {
            assert!(text.start >= before, "in the order of the file");
            before = text.end;
            let inside = decoded(&file[text.start as usize..text.end as usize]).expect("whole");
            let of_meeting = there[text.meeting as usize].as_mut().expect("known");
            of_meeting.push((format!("{:?}", text.kind), inside.into_owned()));
        }
        unknown.iter().for_each(|meeting| there[*meeting as usize] = None);
        let mut refs = block.refs();
        for (pos, there) in meetings.zip(there) {
            let head = events.get(pos).expect("a meeting");
            let event = read_again(&text, &head, &content.names).expect("a meeting");
            let mut sources: Vec<u32> = event.all_sources().map(|source| source.0).collect();
            let wordings = event.quotes.iter().flat_map(|quote| quote.wordings());
            let people = wordings.filter_map(|wording| wording.attributed_to);
            let mut people: Vec<u32> = people.map(|person| person.0).collect();
            for list in [&mut sources, &mut people] {
                list.sort_unstable();
                list.dedup();
                let count = refs.take();
                assert_eq!((0..count).map(|_| refs.take()).collect::<Vec<_>>(), *list);
            }
            if let Some(there) = there {
                assert_eq!(sorted(there), in_full(&event), "{}", &text[head.text()]);
                known += 1;
            }
        }
    }
    known
}

#[test]
fn texts_are_known_where_a_member_or_a_word_is_unknown_and_not_where_something_is_missing() {
    let file = |event: &str| format!(r#"{{"events": [{{"start": "2001", {event}}}]}}"#);
    for odd in [
        r#""title": "T", "own": {"a": [1, "x"]}"#,
        r#""title": "T \"x\" \u4e2d", "summary": "", "kind": "\u0061""#,
        r#""title": "T", "issues": [{"issue": "i", "stance": "odd", "note": "n"}]"#,
        r#""title": "T", "place": {"name": "P", "lat": 91}, "participants": [{"person": "\u0061", "role": "r"}]"#,
        r#""title": "T", "quotes": [{"text": "t", "speaker": " ", "rendering": "odd", "date": "odd"}]"#,
    ] {
        assert_eq!(assert_texts_are_there(&file(odd)), 1, "{odd}");
    }
    for broken in [
        r#""summary": "s""#,
        r#""title": " ""#,
        r#""title": "T", "title": "T""#,
        r#""title": "T", "quotes": [{"note": "n"}]"#,
        r#""title": "T", "participants": [{"role": "r"}]"#,
        r#""title": "T", "issues": [{"note": "n"}]"#,
        r#""title": "T", "summary": 1"#,
        r#""title": "T", "outcomes": [null]"#,
    ] {
        assert_eq!(assert_texts_are_there(&file(broken)), 0, "{broken}");
    }
}
