//! The made-up datasets of `examples/generate`: they open without problems, hold
//! what was asked for, and are the same each time.

#[path = "../../examples/generate/made_up/mod.rs"]
mod made_up;

use clap::ValueEnum as _;
use made_up::{CHINESE, COMMON, ISSUES, Plan, RARE, Shape};
use readout::load::{Document, Job, read_bytes};

const EVENTS: u64 = 400;
const PLENTY: u64 = 2000;

fn plan(shape: Shape) -> Plan {
    Plan { shape, plenty: PLENTY, ..Plan::realistic(EVENTS) }
}

fn bytes(plan: &Plan) -> Vec<u8> {
    let mut bytes = Vec::new();
    made_up::write(plan, &mut bytes).expect("memory holds it");
    bytes
}

fn opened(plan: &Plan) -> Document {
    let document = read_bytes(bytes(plan), &Job::new()).expect("a dataset");
    let problems = document.problems();
    let first = (0..document.problems().total().min(3)).map(|pos| &problems[pos]);
    assert_eq!(problems.total(), 0, "{:?}: {:?}", plan.shape, first.collect::<Vec<_>>());
    document
}

#[test]
fn each_shape_opens_without_problems_and_with_all_meetings() {
    for shape in Shape::value_variants() {
        for events in [0, 1, 2, 7, EVENTS] {
            let document = opened(&Plan { events, ..plan(*shape) });
            assert_eq!(document.dataset().events.len() as u64, events, "{shape:?}");
        }
    }
}

#[test]
fn the_same_seed_gives_the_same_bytes_and_another_seed_others() {
    for shape in Shape::value_variants() {
        let plan = plan(*shape);
        assert!(bytes(&plan) == bytes(&plan), "{shape:?}");
        assert!(bytes(&plan) != bytes(&Plan { seed: 2, ..plan }), "{shape:?}");
    }
}

/// These bytes must not change by accident: measurements of different days are
/// compared. Whoever changes the generator on purpose changes the number.
#[test]
fn the_bytes_are_those_of_before() {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64; // FNV-1a
    for byte in bytes(&Plan::realistic(1000)) {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    assert_eq!(hash, 0xe858_e78a_5e95_7edd, "{hash:#x}");
}

#[test]
fn an_event_has_about_twelve_hundred_bytes() {
    let plan = Plan::realistic(5000);
    let per_event = bytes(&plan).len() as u64 / plan.events;
    assert!((1000..1400).contains(&per_event), "{per_event}");
}

#[test]
fn a_rare_name_is_rare_and_common_words_are_common() {
    let document = opened(&Plan::realistic(5000));
    let dataset = document.dataset();
    let rare = dataset.people.iter().position(|person| person.name == RARE).expect("listed");
    let mut counts = [0; 5];
    for event in dataset.events.iter() {
        let title = event.title.to_lowercase();
        let has_issue =
            |id| event.issues.iter().any(|topic| dataset.issues[topic.issue.pos()].id == id);
        let holds = [
            event.people.iter().any(|person| person.pos() == rare),
            title.contains(COMMON),
            title.contains(CHINESE),
            has_issue(ISSUES[0]),
            has_issue(ISSUES[1]),
        ];
        for (count, holds) in counts.iter_mut().zip(holds) {
            *count += usize::from(holds);
        }
    }
    let [rare, common, chinese, first, second] = counts;
    assert_eq!(rare, 3);
    assert!(common > 2500 && chinese > 500, "{counts:?}");
    assert!(first > 500 && second > 300, "{counts:?}");
}

#[test]
fn adversarial_shapes_have_too_much_of_something() {
    let most_quotes = |document: &Document| {
        document.dataset().events.iter().map(|event| event.quote_count as u64).max()
    };
    assert_eq!(most_quotes(&opened(&plan(Shape::Quotes))), Some(PLENTY));
    assert!(most_quotes(&opened(&plan(Shape::Realistic))) <= Some(4));

    let people = opened(&plan(Shape::People));
    assert!(people.dataset().people.len() as u64 >= PLENTY);
    assert!(opened(&plan(Shape::Issues)).dataset().issues.len() as u64 >= PLENTY / 10);

    let long = opened(&plan(Shape::LongTitles));
    assert!(long.dataset().events.iter().all(|event| event.title.len() as u64 >= PLENTY));

    let same = opened(&plan(Shape::SameTitle));
    assert!(same.dataset().events.iter().all(|event| event.title == "Talks"));

    let one_day = opened(&plan(Shape::OneDay));
    let mut days: Vec<_> = one_day.dataset().events.iter().map(|it| it.when.span()).collect();
    days.dedup();
    assert_eq!(days.len(), 1);

    assert!(bytes(&plan(Shape::AsciiEscapes)).is_ascii());
    let escapes = opened(&plan(Shape::AsciiEscapes));
    assert!(escapes.dataset().events.iter().any(|event| event.title.contains(CHINESE)));

    let (short, realistic) = (plan(Shape::Short), plan(Shape::Realistic));
    assert!(bytes(&short).len() * 2 < bytes(&realistic).len());
    assert_eq!(most_quotes(&opened(&short)), Some(0));
}
