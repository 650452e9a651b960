//! STUB
#![allow(missing_docs)]
use crate::load::Document;
use crate::model::*;
use crate::ui::{action::Action, tokens::Tokens};
use egui::Ui;
pub struct DetailCtx<'a> {
    pub document: &'a Document,
    pub tokens: &'static Tokens,
}
pub fn meeting_ui(_: &DetailCtx<'_>, _: EventIx, _: &Event, _: &mut Ui, _: &mut Vec<Action>) {}
pub fn welcome_ui(_: &DetailCtx<'_>, _: &mut Ui, _: &mut Vec<Action>) {}
