//! The values of a field from the counts of its codes.

use std::cmp::Reverse;

use super::codes::{self, Codes};
use super::facets::{Facet, FacetValue};
use super::field::Field;
use super::filter::Filter;
use crate::model::Dataset;

/// How many values of a field are given, beside those that the query names.
const MOST_VALUES: usize = 1000;

/// The values of a field that has so many meetings of each code.
pub(super) fn facet(field: Field, counts: &[u32], filter: &Filter, codes: Codes<'_>) -> Facet {
    let is_closed = matches!(
        field,
        Field::Stance | Field::Raised | Field::Rendering | Field::Account | Field::Has
    );
    let is_named = |code: usize| {
        let (is_on, is_excluded) = filter.state(field, code);
        is_on || is_excluded
    };
    let mut shown: Vec<(usize, u32)> =
        counts.iter().enumerate().map(|(code, count)| (code, *count)).collect();
    shown.retain(|(code, count)| *count > 0 || is_closed || is_named(*code));
    let label = |code: usize| codes::label(field, code, codes.vocabulary);
    let order = |one: &(usize, u32), other: &(usize, u32)| {
        let by_count = Reverse(one.1).cmp(&Reverse(other.1));
        by_count.then_with(|| label(one.0).cmp(label(other.0))).then(one.0.cmp(&other.0))
    };
    let all = shown.len();
    if all > MOST_VALUES {
        // Not all are sorted: names are compared, and most occur as often as many others.
        shown.select_nth_unstable_by(MOST_VALUES, order);
        let named = shown.split_off(MOST_VALUES).into_iter().filter(|(code, _)| is_named(*code));
        shown.extend(named);
    }
    shown.sort_unstable_by(order);
    let value = |(code, count): (usize, u32)| {
        let (is_on, is_excluded) = filter.state(field, code);
        FacetValue {
            value: codes::value(field, code, codes.vocabulary).to_owned(),
            label: label(code).to_owned(),
            count: count as usize,
            group: group(field, code, codes.dataset),
            is_on,
            is_excluded,
        }
    };
    let left_out = all - shown.len();
    Facet {
        field,
        title: field.heading(),
        values: shown.into_iter().map(value).collect(),
        left_out,
    }
}

fn group(field: Field, code: usize, dataset: &Dataset) -> Option<String> {
    match field {
        Field::Issue => dataset.issues.get(code)?.group.clone(),
        Field::Person => {
            let side = dataset.people.get(code)?.side?;
            dataset.sides.get(side.pos()).map(|side| side.shown_name().to_owned())
        }
        _ => None,
    }
}
