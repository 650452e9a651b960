//! Lines of JSON, in which a child tells its parent what it measured, and the parent
//! the reader.

use serde_json::{Map, Value, json};

/// What was measured: a name, a value, and what else there is to say.
pub type Record = Map<String, Value>;

/// Prints what this process measured.
pub fn tell(measure: &str, value: f64) {
    tell_more(measure, value, json!({}));
}

/// Prints what this process measured, with more about it.
pub fn tell_more(measure: &str, value: f64, more: Value) {
    let mut record = Record::new();
    record.insert("measure".to_owned(), measure.into());
    record.insert("value".to_owned(), rounded(value));
    if let Value::Object(more) = more {
        record.extend(more);
    }
    println!("{}", Value::Object(record));
}

/// Three digits behind the point are more than any of these measures holds.
pub fn rounded(value: f64) -> Value {
    json!((value * 1000.0).round() / 1000.0)
}

/// Prints a value if the system told it.
pub fn tell_known(measure: &str, value: Option<f64>) {
    if let Some(value) = value {
        tell(measure, value);
    }
}
