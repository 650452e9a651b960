//! What `readout check` prints.

use super::{Document, OpenError};

/// The report on one file, as lines of text, and the exit status that it calls
/// for: 0 without problems, 1 with problems, 2 if the file does not open. Of
/// several files, the highest counts.
pub fn check_report(name: &str, result: &Result<Document, OpenError>) -> (String, u8) {
    match result {
        Ok(document) => opened(name, document),
        Err(error) => {
            let place = error.place().map(|place| format!("{}:{}:", place.line, place.column));
            let place = place.unwrap_or_default();
            let report = format!("{name}:{place} {}\n{name}: does not open\n", error.message());
            (report, 2)
        }
    }
}

fn opened(name: &str, document: &Document) -> (String, u8) {
    let problems = document.problems();
    let mut report = String::new();
    for problem in problems {
        report.push_str(&format!("{name}:{problem}\n"));
    }
    if problems.left_out() > 0 {
        let left_out = number(problems.left_out(), "further problem");
        report.push_str(&format!("{name}: {left_out} not listed\n"));
    }
    let meetings = number(document.dataset().events.len(), "meeting");
    let total = match problems.total() {
        0 => "no problems".to_owned(),
        total => number(total, "problem"),
    };
    report.push_str(&format!("{name}: {meetings}, {total}\n"));
    (report, u8::from(problems.total() > 0))
}

fn number(count: usize, what: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {what}{plural}")
}
