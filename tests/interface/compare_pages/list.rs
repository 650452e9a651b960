//! The result list.

use super::*;

struct ListPage {
    rows: Listed,
    vague: Option<EventIx>,
    state: ListState,
}

impl Show for ListPage {
    fn show(&mut self, ctx: &PageCtx<'_>, ui: &mut egui::Ui, actions: &mut Vec<Action>) {
        let list = ListCtx {
            page: ctx,
            rows: &self.rows,
            order: ListOrder::default(),
            needles: &[],
            generation: 1,
            may_be: &|ix| Some(ix) == self.vague,
        };
        list_ui(&list, &mut self.state, ui, actions);
    }
}

fn list_harness(rows: Vec<EventIx>, vague: Option<EventIx>) -> Harness<'static, Bench<ListPage>> {
    let page = ListPage { rows: Listed::new(rows), vague, state: ListState::default() };
    harness(open(BUNDLED), page, (WINDOW, Theme::Light))
}

#[test]
fn without_a_match_it_says_what_to_loosen() {
    let mut harness = list_harness(Vec::new(), None);
    harness.get_by_label("No meeting matches");
    harness.get_by_label("Take a word or a filter away to see more");
    let actions = click(&mut harness, "Clear search and filters");
    assert_eq!(actions, [Action::Run(Command::ClearQuery)]);
}

#[test]
fn what_only_may_have_been_then_is_told() {
    let other = event(&open(BUNDLED), "2020-06-honolulu");
    let harness = list_harness(vec![other, anchorage()], Some(anchorage()));
    harness.get_by_role_and_label(egui::Role::Heading, "2 of 254 meetings match the filter");
    let perhaps = "Anchorage talks, 18–19 March 2021\u{a0}· perhaps";
    harness.get_by_role_and_label(egui::Role::Row, perhaps);
    assert_eq!(harness.query_all_by_label_contains("perhaps").count(), 2);
}

#[test]
fn a_walk_goes_from_row_to_row() {
    let list = Listed::new([7, 3, 5].map(EventIx).to_vec());
    assert_eq!(list.next_to(None, true), Some(EventIx(7)));
    assert_eq!(list.next_to(None, false), Some(EventIx(5)));
    assert_eq!(list.next_to(Some(EventIx(3)), true), Some(EventIx(5)));
    assert_eq!(list.next_to(Some(EventIx(7)), false), None);
    assert_eq!(list.next_to(Some(EventIx(5)), true), None);
}

#[test]
#[ignore = "writes pictures to be looked at"]
fn pictures_of_the_list() {
    in_both_themes(|theme, name| {
        let document = open(BUNDLED);
        let rows: Vec<EventIx> = document.dataset().by_time().iter().take(40).copied().collect();
        for (what, rows) in [("some", rows), ("none", Vec::new())] {
            let vague = rows.get(2).copied();
            let rows = Listed::new(rows);
            let page = ListPage { rows, vague, state: ListState::default() };
            let mut harness = harness(open(BUNDLED), page, (WINDOW, theme));
            picture(&mut harness, &format!("list-{what}-{name}"));
        }
    });
}
