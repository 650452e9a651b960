//! The table for the README: sizes across, measures down, with exponents.

use super::report::Record;

/// What stands in the table: the measure, what it is called, and its unit.
const ROWS: [(&str, &str, &str); 28] = [
    ("file_mib", "file", "MiB"),
    ("baseline_ms", "read and skip the file (`fs::read`, `IgnoredAny`)", "ms"),
    ("open_ms", "open, from the call", "ms"),
    ("open_process_ms", "open, from the start of the process", "ms"),
    ("first_marks_ms", "first marks, from the call", "ms"),
    ("ready_ms", "all texts can be searched, from the call", "ms"),
    ("read_ms", "read without a window", "ms"),
    ("cancel_ms", "cancel, at the worst moment", "ms"),
    ("memory_open_mib", "memory 2 s after opening (PSS)", "MiB"),
    ("memory_ready_mib", "memory when all is ready (PSS)", "MiB"),
    ("peak_open_mib", "peak memory of opening", "MiB"),
    ("peak_mib", "peak memory of the minute", "MiB"),
    ("frame_p50_ms", "frame, p50", "ms"),
    ("frame_p99_ms", "frame, p99", "ms"),
    ("frame_max_ms", "frame, max", "ms"),
    ("frames_over_16_ms", "frames over 16 ms", ""),
    ("steps_not_played", "steps of the minute that could not be played", ""),
    ("search_rare_first_ms", "search a rare name, first answer", "ms"),
    ("search_rare_full_ms", "search a rare name, all", "ms"),
    ("memmem_rare_ms", "`memmem` for it over the file", "ms"),
    ("search_common_full_ms", "search a common word, all", "ms"),
    ("memmem_common_ms", "`memmem` for it over the file", "ms"),
    ("search_chinese_full_ms", "search a Chinese word, all", "ms"),
    ("memmem_chinese_ms", "`memmem` for it over the file", "ms"),
    ("filter_one_full_ms", "filter by an issue", "ms"),
    ("filter_two_full_ms", "filter by two issues", "ms"),
    ("frames_at_rest", "frames in 2 s at rest", ""),
    ("cpu_at_rest_ms", "processor time in 2 s at rest", "ms"),
];

/// Exponents are fitted from this size on: below, what does not grow hides what does.
const FIT_FROM: f64 = 1000.0;

/// The table in Markdown.
pub fn markdown(records: &[Record]) -> String {
    let number = |record: &Record, key: &str| record.get(key).and_then(serde_json::Value::as_f64);
    let mut sizes: Vec<f64> = records.iter().filter_map(|it| number(it, "events")).collect();
    sizes.sort_by(f64::total_cmp);
    sizes.dedup();
    let mut table = String::from("| events |");
    sizes.iter().for_each(|size| table += &format!(" {size} |"));
    table += " exponent |\n|---|";
    table += &"---:|".repeat(sizes.len() + 1);
    for (measure, label, unit) in ROWS {
        let value = |size: f64| {
            let of_it = records.iter().find(|record| {
                number(record, "events") == Some(size)
                    && record.get("measure").is_some_and(|it| it == measure)
            });
            of_it.and_then(|record| number(record, "value"))
        };
        let values: Vec<(f64, Option<f64>)> = sizes.iter().map(|it| (*it, value(*it))).collect();
        if values.iter().all(|(_, value)| value.is_none()) {
            continue;
        }
        let unit = if unit.is_empty() { String::new() } else { format!(", {unit}") };
        table += &format!("\n| {label}{unit} |");
        for (_, value) in &values {
            table += &value.map_or(" – |".to_owned(), |value| format!(" {} |", short(value)));
        }
        let points = values.iter().filter(|(size, _)| *size >= FIT_FROM);
        let points = points.filter_map(|(size, value)| Some((*size, (*value)?)));
        table += &exponent(points).map_or(" – |".to_owned(), |it| format!(" {it:.2} |"));
    }
    table
}

/// Three digits that count.
fn short(value: f64) -> String {
    match value.abs() {
        0.0 => "0".to_owned(),
        ..10.0 => format!("{value:.2}"),
        ..100.0 => format!("{value:.1}"),
        _ => format!("{value:.0}"),
    }
}

/// The slope of the line through the points in logarithms: 0 does not grow, 1 grows as
/// the number of events does.
fn exponent(points: impl Iterator<Item = (f64, f64)>) -> Option<f64> {
    let logs: Vec<(f64, f64)> =
        points.filter(|(_, y)| *y > 0.0).map(|(x, y)| (x.ln(), y.ln())).collect();
    if logs.len() < 2 {
        return None;
    }
    let count = logs.len() as f64;
    let mean_x = logs.iter().map(|(x, _)| x).sum::<f64>() / count;
    let mean_y = logs.iter().map(|(_, y)| y).sum::<f64>() / count;
    let spread: f64 = logs.iter().map(|(x, _)| (x - mean_x).powi(2)).sum();
    let shared: f64 = logs.iter().map(|(x, y)| (x - mean_x) * (y - mean_y)).sum();
    (spread > 0.0).then(|| shared / spread)
}
