//! Where it is known from: the numbered list, and the numbers that refer to it.

use egui::{Response, Ui};

use super::cite::cite_ui;
use super::{DetailCtx, Meeting};
use crate::export::words::{account, host};
use crate::model::{Source, SourceIx};
use crate::tr;
use crate::ui::action::Action;
use crate::ui::text::{Ink, Pieces, bare_link_ui, cut, heading_ui, link_ui, paged, text_ui};
use crate::ui::tokens::space;

pub(super) fn sources_ui(
    ctx: &DetailCtx<'_>,
    meeting: &Meeting,
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    let (t, sources) = (ctx.tokens, meeting.numbering.sources());
    if sources.is_empty() {
        return;
    }
    heading_ui(ui, t, tr!("detail-sources"), Some(sources.len()));
    cite_ui(ctx, tr!("cite-all"), &|| sources.to_vec(), ui, actions);
    ui.add_space(space::SMALL);
    // Room for the widest number, so that all titles begin at one edge.
    let digits = sources.len().to_string().len().max(2);
    let number_width = 8.0 * digits as f32;
    paged(ui, t, "sources", sources, |ui, pos, source| {
        let Some(source) = ctx.document.dataset().sources.get(source.pos()) else { return };
        if pos > 0 {
            ui.add_space(space::SMALL);
        }
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::SMALL;
            let ink = Ink { line_height: 20.0, ..Ink::caption(t) };
            ui.scope(|ui| {
                ui.set_width(number_width);
                text_ui(ui, &(pos + 1).to_string(), &ink);
            });
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                source_ui(ctx, source, ui, actions);
            });
        });
    });
}

fn source_ui(ctx: &DetailCtx<'_>, source: &Source, ui: &mut Ui, actions: &mut Vec<Action>) {
    let t = ctx.tokens;
    title_ui(source, &Ink::body(t), ui, actions);
    let muted = Ink::caption(t);
    let mut facts = Pieces::default();
    let side_ink = muted.clone().color(t.side(source.side));
    facts.push_part(&cut(&account(ctx.document.dataset(), source.side)), &side_ink, &muted);
    facts.push_part(&cut(source.publisher.as_deref().unwrap_or_default()), &muted, &muted);
    let date = source.date.as_ref().map(|date| date.words());
    facts.push_part(&date.unwrap_or_default(), &muted, &muted);
    let via = source.via.as_deref().filter(|via| !via.is_empty());
    let via = via.map(|via| tr!("source-via", site = cut(via)));
    facts.push_part(&via.unwrap_or_default(), &muted, &muted);
    let address = match source.link() {
        Some(url) => host(url).unwrap_or(url),
        // What is no link is shown as it is, and can be copied.
        None => source.url.as_deref().unwrap_or_default(),
    };
    facts.push_part(&cut(address), &muted, &muted);
    facts.ui(ui);
}

/// A source's title, as a link where there is one to follow.
pub(super) fn title_ui(source: &Source, ink: &Ink, ui: &mut Ui, actions: &mut Vec<Action>) {
    let title = if source.title.is_empty() { &source.id } else { &source.title };
    named_link_ui(source, title, ink, ui, actions);
}

/// A source under some name, as a link where there is one to follow.
pub(crate) fn named_link_ui(
    source: &Source,
    name: &str,
    ink: &Ink,
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    match source.link() {
        Some(url) => browse(link_ui(ui, &cut(name), ink), url, actions),
        None => {
            text_ui(ui, &cut(name), ink);
        }
    }
}

fn browse(response: Response, url: &str, actions: &mut Vec<Action>) {
    if response.on_hover_text(cut(url)).clicked() {
        actions.push(Action::Browse(url.to_owned()));
    }
}

/// How many numbers stand behind one statement at most.
const MOST_REFERENCES: usize = 12;

/// The numbers of sources, each with what it stands for under the pointer.
pub(super) fn references_ui(
    ctx: &DetailCtx<'_>,
    meeting: &Meeting,
    sources: &[SourceIx],
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) {
    let ink = Ink::caption(ctx.tokens);
    for source in sources.iter().take(MOST_REFERENCES) {
        let Some(number) = meeting.numbering.number(*source) else { continue };
        let Some(source) = ctx.document.dataset().sources.get(source.pos()) else { continue };
        ui.add_space(3.0);
        let text = format!("[{number}]");
        let about = about(source);
        match source.link() {
            Some(url) => {
                let response = bare_link_ui(ui, &text, &ink);
                if response.on_hover_text(format!("{about}\n{}", cut(url))).clicked() {
                    actions.push(Action::Browse(url.to_owned()));
                }
            }
            None => {
                text_ui(ui, &text, &ink).on_hover_text(about);
            }
        }
    }
    if sources.len() > MOST_REFERENCES {
        text_ui(
            ui,
            &format!(" {}", tr!("and-more", count = sources.len() - MOST_REFERENCES)),
            &ink,
        );
    }
}

/// A source in one line, for tooltips.
pub(super) fn about(source: &Source) -> String {
    let date = source.date.as_ref().map(|date| date.words());
    let parts = [Some(source.title.as_str()), source.publisher.as_deref(), date.as_deref()];
    let there = parts.into_iter().flatten().filter(|part| !part.is_empty());
    let there: Vec<_> = there.map(cut).collect();
    there.join(" · ")
}
