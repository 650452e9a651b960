//! The menu that gives sources in citation styles and for reference managers.

use egui::{Popup, Ui};

use super::DetailCtx;
use crate::export::bibliography::SourceForm;
use crate::model::SourceIx;
use crate::tr;
use crate::ui::action::Action;
use crate::ui::signs::{Sign, quiet_button_ui};

/// A quiet button with a menu of forms; `name` is what the button is called. Which
/// sources are meant is asked once the user has chosen.
pub(super) fn cite_ui(
    ctx: &DetailCtx<'_>,
    name: &str,
    ids: &dyn Fn() -> Vec<SourceIx>,
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    let button = quiet_button_ui(ui, ctx.tokens, Sign::Cite, tr!("cite"), name);
    Popup::menu(&button).show(|ui| {
        for form in SourceForm::ALL {
            if ui.button(form.label()).clicked() {
                actions.push(Action::CiteSources { sources: ids(), form });
            }
        }
    });
    if !Popup::is_id_open(ui.ctx(), Popup::default_response_id(&button)) {
        button.on_hover_text(tr!("cite-tip"));
    }
}
