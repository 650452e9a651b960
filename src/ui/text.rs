//! Text in the pane's few styles, links, and what is too long to show at once.

use std::borrow::Cow;

use egui::epaint::TextShape;
use egui::text::{LayoutJob, TextFormat};
use egui::{Align2, Color32, FontId, Id, Label, Pos2, Response, Sense, Stroke, Ui, vec2};

use super::tokens::{self, Tokens, size, space};
use super::underline;
use super::words::grouped;
use crate::tr;

/// A style of text: how it is set and in which colour.
#[derive(Clone)]
pub(crate) struct Ink {
    pub font: FontId,
    pub color: Color32,
    /// In whole even points, so that lines fall on pixels at any usual scale.
    pub line_height: f32,
}

impl Ink {
    pub fn caption(t: &Tokens) -> Self {
        Self { font: tokens::sans(size::CAPTION), color: t.text_muted, line_height: 18.0 }
    }

    pub fn caption_strong(t: &Tokens) -> Self {
        Self { font: tokens::semibold(size::CAPTION), color: t.text, line_height: 18.0 }
    }

    pub fn body(t: &Tokens) -> Self {
        Self { font: tokens::sans(size::BODY), color: t.text, line_height: 20.0 }
    }

    pub fn reading(t: &Tokens) -> Self {
        Self { font: tokens::sans(size::READING), color: t.text, line_height: 22.0 }
    }

    pub fn quote(t: &Tokens) -> Self {
        Self { font: tokens::serif(size::QUOTE), color: t.text, line_height: 26.0 }
    }

    /// Other wordings, smaller than the quote they stand under.
    pub fn wording(t: &Tokens) -> Self {
        Self { font: tokens::serif(size::READING), color: t.text, line_height: 22.0 }
    }

    pub fn title(t: &Tokens) -> Self {
        Self { font: tokens::serif_semibold(size::TITLE), color: t.text, line_height: 32.0 }
    }

    pub fn color(mut self, color: Color32) -> Self {
        self.color = color;
        self
    }

    pub fn format(&self) -> TextFormat {
        TextFormat {
            font_id: self.font.clone(),
            color: self.color,
            line_height: Some(self.line_height),
            ..TextFormat::default()
        }
    }
}

/// Between parts on a line. The space before it does not break, so that no line
/// begins with it.
pub(crate) const DOT: &str = "\u{a0}· ";

/// A paragraph put together of pieces in different styles.
#[derive(Default)]
pub(crate) struct Pieces(pub LayoutJob);

impl Pieces {
    pub fn push(&mut self, text: &str, ink: &Ink) {
        if !text.is_empty() {
            self.0.append(text, 0.0, ink.format());
        }
    }

    /// A piece with a middle dot before it, unless it is the first one.
    pub fn push_part(&mut self, text: &str, ink: &Ink, muted: &Ink) {
        if text.is_empty() {
            return;
        }
        if !self.0.text.is_empty() {
            self.push(DOT, muted);
        }
        self.push(text, ink);
    }

    pub fn is_empty(&self) -> bool {
        self.0.text.is_empty()
    }

    pub fn ui(self, ui: &mut Ui) -> Response {
        ui.add(Label::new(self.0).wrap())
    }
}

/// A line of text at a place, to be painted. Its letters are set once for all colours:
/// what fades in, or changes its colour with the theme, is not set anew for each of them.
pub(crate) fn line_shape(
    ui: &Ui,
    (pos, align): (Pos2, Align2),
    text: &str,
    font: FontId,
    color: Color32,
) -> TextShape {
    let set = |fonts: &mut egui::epaint::text::FontsView<'_>| {
        fonts.layout_delayed_color(text.to_owned(), font, f32::INFINITY)
    };
    let galley = ui.fonts_mut(set);
    TextShape::new(align.anchor_size(pos, galley.size()).min, galley, color)
}

/// A paragraph in one style.
pub(crate) fn text_ui(ui: &mut Ui, text: &str, ink: &Ink) -> Response {
    let mut pieces = Pieces::default();
    pieces.push(text, ink);
    pieces.ui(ui)
}

/// A link: underlined, and so told from text without its colour.
pub(crate) fn link_ui(ui: &mut Ui, text: &str, ink: &Ink) -> Response {
    let job = LayoutJob::single_section(text.to_owned(), ink.format());
    // Strong enough to be seen on every ground, in the weakest ink.
    let line = Stroke::new(1.0, ink.color.gamma_multiply(0.7));
    underline::link_ui(ui, job, line, Stroke::new(1.5, ink.color))
}

/// A link that is told by its form: underlined only under the pointer.
pub(crate) fn bare_link_ui(ui: &mut Ui, text: &str, ink: &Ink) -> Response {
    let job = LayoutJob::single_section(text.to_owned(), ink.format());
    underline::link_ui(ui, job, Stroke::NONE, Stroke::new(1.0, ink.color))
}

/// Texts and links one after another, in lines.
pub(crate) fn flow<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> R {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
        // Else each line would be as high as a button.
        ui.spacing_mut().interact_size.y = 0.0;
        ui.horizontal_wrapped(add).inner
    })
    .inner
}

/// The heading of a section, with how many things it holds.
pub(crate) fn heading_ui(ui: &mut Ui, t: &Tokens, text: &str, count: Option<usize>) {
    ui.add_space(space::LARGE);
    let ink = Ink::caption_strong(t).color(t.text_muted);
    let text = match count {
        Some(count) => format!("{text} · {}", grouped(count)),
        None => text.to_owned(),
    };
    let response = text_ui(ui, &text, &ink);
    super::access::heading(&response, &text, 2);
    ui.add_space(space::TIGHT);
}

/// How many characters of names, titles and roles are shown. Nobody needs more to
/// tell them apart.
const NAME: usize = 300;

/// A meeting's title, cut; a name for it where it has none.
pub(crate) fn meeting_title(title: &str) -> Cow<'_, str> {
    if title.is_empty() { Cow::Borrowed(tr!("data-untitled-meeting")) } else { cut(title) }
}

/// A line across.
pub(crate) fn rule_ui(ui: &mut Ui, t: &Tokens, width: f32) {
    let (rect, _) = ui.allocate_exact_size(vec2(width, 1.0), Sense::hover());
    ui.painter().rect_filled(rect, 0.0, t.line);
}

/// The beginning of what should be short and may not be.
pub(crate) fn cut(text: &str) -> Cow<'_, str> {
    // Hardly ever is there a need to count.
    if text.len() <= NAME {
        return Cow::Borrowed(text);
    }
    let end = text.char_indices().nth(NAME).map(|(at, _)| at);
    match end.and_then(|end| text.get(..end)) {
        Some(head) => Cow::Owned(format!("{}…", head.trim_end())),
        None => Cow::Borrowed(text),
    }
}

/// How many bytes of a text are shown until more is asked for.
const LONG: usize = 4_000;
/// How many more are shown at a time: what is laid out within a frame.
const MORE: usize = 16_000;

/// The part of a text to show, and whether that is all of it. More is asked for with
/// [`show_more_ui`] under the same id.
pub(crate) fn shown_part<'a>(ui: &Ui, id: Id, text: &'a str) -> (&'a str, bool) {
    let most = ui.data(|data| data.get_temp::<usize>(id)).unwrap_or(LONG);
    if text.len() <= most {
        return (text, true);
    }
    let head = beginning(text, most);
    // Not in the middle of a word, where the text has words.
    let end = head.rfind(char::is_whitespace).filter(|at| *at > most - LONG / 2);
    (end.and_then(|end| head.get(..end)).unwrap_or(head), false)
}

/// At most so many bytes of a text, up to a whole character.
pub(crate) fn beginning(text: &str, most: usize) -> &str {
    text.get(..text.floor_char_boundary(most)).unwrap_or(text)
}

/// The button for the rest of a long text; of a very long one, for the next part of it.
pub(crate) fn show_more_ui(ui: &mut Ui, t: &Tokens, id: Id, bytes: usize) {
    let shown = ui.data(|data| data.get_temp::<usize>(id)).unwrap_or(LONG);
    let kilobytes = |bytes: usize| bytes.div_ceil(1_000);
    let name = match bytes.saturating_sub(shown) {
        ..=MORE => tr!("show-all", size = kilobytes(bytes)),
        left => tr!("show-part", part = kilobytes(MORE), left = kilobytes(left)),
    };
    if super::signs::button_ui(ui, t, None, &name, &name).clicked() {
        ui.data_mut(|data| data.insert_temp(id, shown + MORE));
    }
}

/// A paragraph that may be very long.
pub(crate) fn long_text_ui(ui: &mut Ui, t: &Tokens, id: Id, text: &str, ink: &Ink) -> Response {
    let (part, is_whole) = shown_part(ui, id, text);
    if is_whole {
        text_ui(ui, part, ink)
    } else {
        let response = text_ui(ui, &format!("{part} …"), ink);
        show_more_ui(ui, t, id, text.len());
        response
    }
}

/// How many things of a list are shown at once.
pub(crate) const PAGE: usize = 50;

/// Shows the first things of a list, and a button for more.
pub(crate) fn paged<T>(
    ui: &mut Ui,
    t: &Tokens,
    salt: &str,
    things: &[T],
    mut add: impl FnMut(&mut Ui, usize, &T),
) {
    let id = ui.scope_id().with(salt);
    let count = ui.data(|data| data.get_temp::<usize>(id)).unwrap_or(PAGE);
    for (pos, thing) in things.iter().enumerate().take(count) {
        add(ui, pos, thing);
    }
    let left = things.len().saturating_sub(count);
    if left > 0 {
        ui.add_space(space::SMALL);
        let name = tr!("show-more", count = left.min(PAGE));
        let text = tr!("show-more-of", count = left.min(PAGE), left = left);
        if super::signs::button_ui(ui, t, None, &text, &name).clicked() {
            ui.data_mut(|data| data.insert_temp(id, count + PAGE));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_should_be_short_is_cut() {
        assert_eq!(cut("short"), "short");
        let fitting = "é".repeat(NAME);
        assert_eq!(cut(&fitting), fitting);
        assert_eq!(cut(&format!("{fitting}é")), format!("{fitting}…"));
    }
}
