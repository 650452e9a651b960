//! What `readout check` prints.

use super::{Document, OpenError};
use crate::tr;

/// The report on one file, as lines of text, and the exit status that it calls
/// for: 0 without problems, 1 with problems, 2 if the file does not open. Of
/// several files, the highest counts.
pub fn check_report(name: &str, result: &Result<Document, OpenError>) -> (String, u8) {
    match result {
        Ok(document) => opened(name, document),
        Err(error) => {
            let place = error.place().map(|place| format!("{}:{}:", place.line, place.column));
            let place = place.unwrap_or_default();
            let end = tr!("check-does-not-open", name = name);
            let report = format!("{name}:{place} {}\n{end}\n", error.message());
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
        report += &tr!("check-not-listed", name = name, count = problems.left_out());
        report.push('\n');
    }
    let meetings = tr!("meetings", count = document.dataset().events.len());
    let total = problems.total();
    report += &tr!("check-total", name = name, meetings = meetings, problems = total);
    report.push('\n');
    (report, u8::from(total > 0))
}
