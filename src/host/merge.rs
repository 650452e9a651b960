//! What becomes of a file that two copies of the program have changed.

use serde_json::{Map, Value};

/// A JSON object's members.
pub type Members = Map<String, Value>;

/// The members in the file with our changes: `base` is what we have read or written
/// last, `ours` what we have now, `theirs` what is in the file by now. What we did not
/// change stays as it is in the file, with members that we do not know.
pub fn members(base: &Members, ours: &Members, theirs: &Members) -> Members {
    let mut merged = theirs.clone();
    for (name, value) in ours {
        let before = base.get(name);
        if before != Some(value) {
            merged.insert(name.clone(), changed(before, value, theirs.get(name)));
        }
    }
    for name in base.keys().filter(|name| !ours.contains_key(*name)) {
        merged.remove(name);
    }
    merged
}

/// A member that we have changed, as it is to stand in the file.
fn changed(base: Option<&Value>, ours: &Value, theirs: Option<&Value>) -> Value {
    match (base, ours, theirs) {
        (Some(Value::Object(base)), Value::Object(ours), Some(Value::Object(theirs))) => {
            Value::Object(members(base, ours, theirs))
        }
        (Some(Value::Array(base)), Value::Array(ours), Some(Value::Array(theirs))) => {
            Value::Array(items(base, ours, theirs))
        }
        _ => ours.clone(),
    }
}

/// Our list without what they have taken out, and with what they have put in, behind
/// what it stands behind in theirs.
fn items(base: &[Value], ours: &[Value], theirs: &[Value]) -> Vec<Value> {
    let is_left = |item: &&Value| !base.contains(item) || theirs.contains(item);
    let mut merged: Vec<Value> = ours.iter().filter(is_left).cloned().collect();
    let mut after = 0;
    for item in theirs {
        if let Some(pos) = merged.iter().position(|other| other == item) {
            after = pos + 1;
        } else if !base.contains(item) {
            merged.insert(after, item.clone());
            after += 1;
        }
    }
    merged
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn merged(base: Value, ours: Value, theirs: Value) -> Value {
        let [base, ours, theirs] = [base, ours, theirs].map(|value| match value {
            Value::Object(members) => members,
            other => panic!("{other} is no object"),
        });
        Value::Object(members(&base, &ours, &theirs))
    }

    #[test]
    fn each_change_stays_and_what_is_unknown_does_too() {
        let merged = merged(
            json!({"theme": "light", "lanes": 1, "copy": {"style": "apa", "form": 1}}),
            json!({"theme": "dark", "lanes": 1, "copy": {"style": "mla", "form": 1}}),
            json!({"lanes": 2, "copy": {"style": "apa", "form": 2, "new": 0}, "new": [1]}),
        );
        let both = json!({"theme": "dark", "lanes": 2,
            "copy": {"style": "mla", "form": 2, "new": 0}, "new": [1]});
        assert_eq!(merged, both);
    }

    #[test]
    fn lists_lose_and_gain_what_either_has_taken_out_or_put_in() {
        for (base, ours, theirs, both) in [
            // Recent files come to the head,
            (json!(["a", "b"]), json!(["x", "a", "b"]), json!(["y", "a"]), json!(["y", "x", "a"])),
            // views to the end,
            (json!([1, 2]), json!([1, 2, 3]), json!([1, 2, 4]), json!([1, 2, 4, 3])),
            (json!([1, 2]), json!([2]), json!([1, 2, 3]), json!([2, 3])),
            // and one that was only moved stands once.
            (json!([1, 2, 3]), json!([3, 1, 2]), json!([4, 1, 2, 3]), json!([4, 3, 1, 2])),
        ] {
            let merged = merged(json!({"l": base}), json!({"l": ours}), json!({"l": theirs}));
            assert_eq!(merged, json!({"l": both}));
        }
    }
}
