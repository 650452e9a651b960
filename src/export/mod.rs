//! STUB
#![allow(missing_docs)]
pub mod markdown {
    use crate::model::*;
    pub fn meeting(_: &Dataset, _: EventIx, _: &Event) -> String {
        String::new()
    }
}
