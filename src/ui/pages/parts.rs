//! What several pages show of a meeting: a wording with its provenance, sources by
//! number, marks in a side's wash.

use egui::{Frame, Margin, ScrollArea, Ui};

use super::PageCtx;
use crate::export::arrange::Numbering;
use crate::lang::list;
use crate::model::{Dataset, SideIx, SourceIx, Wording};
use crate::tr;
use crate::ui::action::Action;
use crate::ui::detail::{self, named_link_ui};
use crate::ui::text::{Ink, Pieces, bare_link_ui, cut, flow, text_ui};
use crate::ui::tokens::space;
use crate::ui::words::shortened;

/// A scroll area that begins at the top whenever something else is shown than before.
pub(super) fn from_top<T>(ui: &Ui, area: ScrollArea, shown: T) -> ScrollArea
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let id = ui.scope_id().with("shown");
    let is_new = ui.data_mut(|data| {
        let is_new = data.get_temp::<T>(id).as_ref() != Some(&shown);
        data.insert_temp(id, shown);
        is_new
    });
    if is_new { area.vertical_scroll_offset(0.0) } else { area }
}

/// A side's short name.
pub(super) fn short_name(dataset: &Dataset, side: SideIx) -> String {
    dataset.sides.get(side.pos()).map(|side| shortened(&side.short_name())).unwrap_or_default()
}

/// A side's name.
pub(super) fn full_name(dataset: &Dataset, side: SideIx) -> String {
    dataset.sides.get(side.pos()).map(|side| shortened(side.shown_name())).unwrap_or_default()
}

/// "US", "US and China", "US, China and EU"; of very many, the first ones.
pub(super) fn short_names(dataset: &Dataset, sides: &[SideIx]) -> String {
    /// More are not named.
    const MOST: usize = 6;
    let mut names: Vec<String> =
        sides.iter().take(MOST).map(|side| short_name(dataset, *side)).collect();
    if sides.len() > MOST {
        names.push(tr!("page-more-names", count = sides.len() - MOST));
    }
    list::names(&names)
}

/// A few words in a side's wash.
pub(super) fn mark_ui(ctx: &PageCtx<'_>, side: Option<SideIx>, text: &str, ui: &mut Ui) {
    let t = ctx.tokens;
    ui.add_space(2.0);
    let margin = Margin::symmetric(6, 1);
    Frame::new().fill(t.side_wash(side)).corner_radius(4).inner_margin(margin).show(ui, |ui| {
        text_ui(ui, text, &Ink { line_height: 16.0, ..Ink::caption_strong(t).color(t.side(side)) });
    });
    ui.add_space(2.0);
}

/// The words between quotation marks.
pub(super) fn words_ui(ctx: &PageCtx<'_>, text: &str, ink: &Ink, ui: &mut Ui) {
    detail::words_ui(&ctx.detail(), text, |_| Vec::new(), ink, ui);
}

/// The words with who has them, in which language, how they came about and where they
/// stand.
pub(super) fn wording_ui(
    ctx: &PageCtx<'_>,
    wording: &Wording,
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    words_ui(ctx, &wording.text, &Ink::wording(ctx.tokens), ui);
    ui.add_space(2.0);
    provenance_ui(ctx, wording, ui, actions);
}

/// What is known of a wording besides its words.
pub(super) fn provenance_ui(
    ctx: &PageCtx<'_>,
    wording: &Wording,
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    let detail = ctx.detail();
    detail::attribution_ui(&detail, wording, ui);
    flow(ui, |ui| detail::provenance_ui(&detail, Pieces::default(), wording, ui, actions));
    detail::note_ui(&detail, wording, ui);
}

/// The numbers of sources, each a link with its title under the pointer.
pub(super) fn numbers_ui(
    ctx: &PageCtx<'_>,
    numbering: &Numbering,
    sources: &[SourceIx],
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    /// More are counted.
    const MOST: usize = 12;
    let ink = Ink::caption(ctx.tokens);
    for ix in sources.iter().take(MOST) {
        let source = ctx.document.dataset().sources.get(ix.pos());
        let Some((number, source)) = numbering.number(*ix).zip(source) else { continue };
        ui.add_space(3.0);
        let title = if source.title.is_empty() { &source.id } else { &source.title };
        let text = format!("[{number}]");
        match source.link() {
            Some(url) => {
                let response = bare_link_ui(ui, &text, &ink);
                if response.on_hover_text(format!("{}\n{}", cut(title), cut(url))).clicked() {
                    actions.push(Action::Browse(url.to_owned()));
                }
            }
            None => {
                text_ui(ui, &text, &ink).on_hover_text(cut(title));
            }
        }
    }
    if sources.len() > MOST {
        text_ui(ui, &tr!("page-more-sources", count = sources.len() - MOST), &ink);
    }
}

/// A source in a list: its number, its title as a link, who published it and when.
pub(super) fn source_ui(
    ctx: &PageCtx<'_>,
    numbering: &Numbering,
    ix: SourceIx,
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    let t = ctx.tokens;
    let Some(source) = ctx.document.dataset().sources.get(ix.pos()) else { return };
    let muted = Ink { line_height: 16.0, ..Ink::caption(t) };
    ui.add_space(space::TIGHT);
    flow(ui, |ui| {
        let number = numbering.number(ix).unwrap_or(0);
        text_ui(ui, &format!("[{number}] "), &muted);
        let title = if source.title.is_empty() { &source.id } else { &source.title };
        named_link_ui(source, title, &muted.clone().color(t.text), ui, actions);
    });
    let date = source.date.as_ref().map(|date| date.words());
    let mut facts = Pieces::default();
    facts.push_part(&cut(source.publisher.as_deref().unwrap_or_default()), &muted, &muted);
    facts.push_part(&date.unwrap_or_default(), &muted, &muted);
    if !facts.is_empty() {
        facts.ui(ui);
    }
}
